"""The look-up invites whoever got a result to say what they think: after the return, until they have."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Channel, Intake, NewResult, ReturnWay

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)


@pytest.fixture
def finished(cast, catalogue, papers):
    """A dossier that waits to be collected since this morning."""
    case, at = catalogue["marriage"], NOW - timedelta(hours=2)
    who = Applicant(name="Trần Thị Ngâu", id_number="000190000123", phone="0900000456")
    dossier = actions.accept(
        by=cast["counter"],
        at=at,
        intake=Intake(case_id=case, channel=Channel.DIRECT, applicant=who, papers=papers(case)),
    )
    for name in ("counter", "specialist", "leader", "clerk"):
        result = NewResult(name="Giấy chứng nhận") if name == "clerk" else None
        actions.advance(by=cast[name], at=at, dossier_id=dossier.pk, result=result)
    return dossier


@pytest.mark.django_db
def test_the_look_up_invites_after_the_return_until_it_was_answered(finished, cast, client, monkeypatch):
    def asked(at):
        monkeypatch.setattr(timezone, "now", lambda: at)
        return client.post("/lookup/", {"code": finished.code, "tail": "0456"}).content.decode()

    assert "Trả lời vài câu hỏi" not in asked(NOW)
    actions.return_result(
        by=cast["counter2"], at=NOW, dossier_id=finished.pk, way=ReturnWay.IN_PERSON, receiver="Trần Thị Ngâu"
    )
    page = asked(NOW)
    assert "Trả lời vài câu hỏi" in page
    link = page.split('href="/p/hoa-gao/survey/')[1].split('"')[0]
    assert client.get(f"/p/hoa-gao/survey/{link}").status_code == 200
    client.post(f"/p/hoa-gao/survey/{link}", {"sipas-overall": "5", "evaluation-attitude": "2"})
    assert "Trả lời vài câu hỏi" not in asked(NOW + timedelta(minutes=20))


@pytest.mark.django_db
def test_the_look_up_says_once_that_the_result_was_returned(finished, cast, client, monkeypatch):
    actions.return_result(
        by=cast["counter2"], at=NOW, dossier_id=finished.pk, way=ReturnWay.IN_PERSON, receiver="Trần Thị Ngâu"
    )
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    way = client.post("/lookup/", {"code": finished.code, "tail": "0456"}).context["stages"]
    assert [stage.name for stage in way if stage.note == way[-1].note] == ["Đã trả kết quả"]
    assert len(way) > 4  # the others stay


@pytest.mark.django_db
def test_the_invitation_ends_after_a_month(finished, cast, client, monkeypatch):
    actions.return_result(
        by=cast["counter2"], at=NOW, dossier_id=finished.pk, way=ReturnWay.IN_PERSON, receiver="Trần Thị Ngâu"
    )
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=31))
    page = client.post("/lookup/", {"code": finished.code, "tail": "0456"}).content.decode()
    assert "Đã trả kết quả" in page
    assert "Trả lời vài câu hỏi" not in page
