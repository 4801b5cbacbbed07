"""A feedback that is in truth a complaint or a denunciation goes into the book of petitions: once, by those who may."""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from motcua.acts import Refused
from motcua.feedback import actions as feedback
from motcua.feedback.rules import Door
from motcua.petitions import actions as petitions
from motcua.petitions.models import Petition
from motcua.petitions.rules import Channel, NewPetition

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
SAID = "Cán bộ địa chính đòi tiền"


def lodged(cast):
    return feedback.lodge(
        by=cast["counter"],
        at=NOW,
        new=feedback.NewFeedback(
            once=uuid4(),
            category="lighting",
            subject="Việc ở quầy",
            text=SAID,
            sender=feedback.NewSender(name="Vi Thị Sả", phone="0900000321"),
        ),
    )


@pytest.fixture
def routed(cast):
    case = lodged(cast)
    return feedback.route(
        by=cast["counter"], at=NOW, case_id=case.pk, door=Door.DENUNCIATION, told="Phường nhận như một đơn tố cáo."
    )


def test_a_leader_hands_it_over_and_a_second_time_is_led_to_the_same_line(cast, routed, client_for):
    client = client_for(cast.people["chairman"])
    page = client.get(f"/feedback/{routed.code}/").content.decode()
    assert f"/desk/petitions/{routed.code}/" in page
    first = client.post(f"/desk/petitions/{routed.code}/")
    petition = Petition.objects.get()
    assert first["Location"] == f"/petitions/{petition.year}/{petition.number}/"
    assert (petition.channel, petition.matter, petition.secret) == ("feedback", "denunciation", True)
    assert "Đã vào sổ đơn thư." in client.get(first["Location"]).content.decode()
    again = client_for(cast.people["leader"]).post(f"/desk/petitions/{routed.code}/")
    assert again["Location"] == first["Location"]
    assert Petition.objects.count() == 1


@pytest.mark.parametrize("who", ["specialist", "counter", "admin", "supervisor"])
def test_others_find_nothing(cast, routed, client_for, who):
    assert client_for(cast.people[who]).post(f"/desk/petitions/{routed.code}/").status_code in {403, 404}
    assert not Petition.objects.exists()


def test_what_was_not_routed_is_not_handed_over(cast, client_for):
    case = lodged(cast)
    assert client_for(cast.people["chairman"]).post(f"/desk/petitions/{case.code}/").status_code == 404
    assert not Petition.objects.exists()


def test_strangers_find_nothing(cast, stranger, routed, client_for):
    assert client_for(stranger.people["chairman"]).post(f"/desk/petitions/{routed.code}/").status_code == 404


def test_the_book_takes_a_feedback_once(cast, routed):
    new = NewPetition(channel=Channel.FEEDBACK, name="Vi Thị Sả", content=SAID, origin=routed.code)
    petitions.receive(by=cast["clerk"], at=NOW, new=new)
    with pytest.raises(Refused, match=r"petition\.written"):
        petitions.receive(by=cast["clerk"], at=NOW, new=new)
