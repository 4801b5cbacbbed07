"""The tablet at the counter: two taps, the next person, no way into the desk."""

from datetime import timedelta

import pytest
from django.utils import timezone

from motcua.acts import Refused
from motcua.surveys import actions, queries
from motcua.surveys.models import Answer, Stand
from motcua.surveys.rules import Sheet, Way

pytestmark = pytest.mark.django_db
KEY = "mot-khoa-de-thu-22-ky-tu"
PATH = f"/p/hoa-gao/tablet/{KEY}/"


@pytest.fixture
def now(monkeypatch, at):
    """What the doors are told; `now("…")` moves it."""

    def tell(text):
        monkeypatch.setattr(timezone, "now", lambda: at(text))
        return at(text)

    tell("2026-11-25 08:00:00")
    return tell


@pytest.fixture
def stand(cast, at):
    return actions.open_tablet(
        by=cast["counter"], at=at("2026-11-25 08:00"), name="Quầy số 2", officer_id=cast.people["counter"].pk, key=KEY
    )


def tapped(cast, at, **choices):
    asked = queries.asked(ward_id=cast.ward.pk, way=Way.TABLET, on=at.date())[0]
    return actions.tap(by=cast.system, at=at, key=KEY, sheet=Sheet(instrument=asked, choices=choices))


def test_two_taps_are_an_answer_about_who_is_on_duty(stand, cast, at):
    tapped(cast, at("2026-11-25 09:00"), overall=5, attitude=4)
    row = Answer.objects.get()
    assert (row.way, row.instrument, row.choices) == ("tablet", "short", {"overall": 5, "attitude": 4})
    assert row.officer_id == row.counter_id == cast.people["counter"].pk
    assert (row.procedure_id, row.field, row.flags) == (None, "", [])


def test_the_tablet_rests_between_two_people(stand, cast, at):
    tapped(cast, at("2026-11-25 09:00:00"), overall=5)
    with pytest.raises(Refused) as no:
        tapped(cast, at("2026-11-25 09:00:05"), overall=5)
    assert no.value.code == "tablet.soon"
    tapped(cast, at("2026-11-25 09:00:06"), overall=4)
    assert Answer.objects.count() == 2


def test_the_same_taps_again_are_marked_and_so_is_a_flood(stand, cast, at):
    begun = at("2026-11-25 09:00:00")
    for n in range(32):
        tapped(cast, begun + timedelta(seconds=70 * n), overall=5)
    tapped(cast, begun + timedelta(seconds=70 * 31 + 10), overall=5)
    marks = sorted(tuple(row.flags) for row in Answer.objects.all())
    assert marks == [()] * 30 + [("burst",)] * 2 + [("burst", "repeat")]
    tapped(cast, at("2026-11-25 10:00:00"), overall=5)
    assert Answer.objects.filter(flags=[]).count() == 31  # a new hour


def test_a_tablet_closes_by_itself_and_by_hand(stand, cast, at):
    with pytest.raises(Refused) as no:
        tapped(cast, at("2026-11-25 20:00"), overall=5)
    assert no.value.code == "tablet.closed"
    actions.close_tablet(by=cast["director"], at=at("2026-11-25 17:00"), stand_id=stand.pk)
    with pytest.raises(Refused):
        tapped(cast, at("2026-11-25 17:01"), overall=5)
    assert list(queries.stands(by=cast["counter"], at=at("2026-11-25 17:01"))) == []


def test_who_switches_it_on(cast, at, stranger):
    when = at("2026-11-25 08:00")
    officer = cast.people["counter"].pk
    for name in ("specialist", "head", "clerk", "leader", "chairman", "admin", "supervisor"):
        with pytest.raises(Refused) as no:
            actions.open_tablet(by=cast[name], at=when, name="Quầy", officer_id=officer)
        assert no.value.code == "forbidden"
    with pytest.raises(Refused) as no:
        actions.open_tablet(by=cast["counter"], at=when, name="Quầy", officer_id=cast.people["specialist"].pk)
    assert no.value.code == "tablet.officer"
    with pytest.raises(Refused) as no:
        actions.open_tablet(by=cast["counter"], at=when, name="Quầy", officer_id=stranger.people["counter"].pk)
    assert no.value.code == "missing"


def test_switching_on_signs_the_device_out(cast, client_for, now):
    client = client_for(cast.people["counter"])
    assert client.get("/surveys/tablet/").status_code == 200
    assert client.post("/surveys/tablet/", {"name": "", "officer": "x"}).status_code == 422
    opened = client.post("/surveys/tablet/", {"name": "Quầy số 2", "officer": str(cast.people["counter"].pk)})
    assert opened.status_code == 302
    assert opened["Location"].startswith("/p/hoa-gao/tablet/")
    assert client.get("/desk/").status_code == 302  # to the sign-in
    page = client.get(opened["Location"]).content.decode()
    assert "Quầy số 2" in page
    assert "/desk/" not in page
    assert "/sign-in/" not in page
    assert opened["Location"].split("/")[4] not in Stand.objects.get().digest


def test_taps_one_question_at_a_time_then_thanks_then_the_first_again(stand, client, now):
    now("2026-11-25 09:00:00")
    first = client.get(PATH).content.decode()
    assert "hài lòng với lần phục vụ" in first
    second = client.post(PATH, {"overall": "5"})
    assert "lễ độ" in second.content.decode()
    assert second["Refresh"] == f"20; url={PATH}?lang=vi"
    slow = client.post(PATH, {"overall": "5", "more": "1"})
    assert slow["Refresh"].startswith("120;")
    done = client.post(PATH, {"overall": "5", "attitude": "skip"})
    assert done["Location"] == f"{PATH}?thanks"
    thanks = client.get(done["Location"])
    assert thanks["Refresh"].startswith("6;")
    assert Answer.objects.get().choices == {"overall": 5}
    hasty = client.post(PATH, {"overall": "1", "attitude": "1"})
    assert hasty.status_code == 409
    assert "Chờ vài giây" in hasty.content.decode()
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("sent", [{"overall": "9"}, {"overall": "skip"}, {"overall": "<b>"}, {"nothing": "1"}, {}])
def test_a_tap_that_was_not_offered_asks_again(stand, client, now, sent):
    now("2026-11-25 09:00:00")
    page = client.post(PATH, sent)
    assert page.status_code == 200
    assert "hài lòng với lần phục vụ" in page.content.decode()
    assert not Answer.objects.exists()


def test_a_closed_tablet_says_so_in_both_languages(stand, client, now):
    now("2026-11-25 21:00:00")
    assert client.get(PATH).status_code == 410
    client.cookies["lang"] = "en"
    assert "switched off" in client.get(PATH).content.decode()
    assert client.get("/p/hoa-ban/tablet/x/").status_code == 404
