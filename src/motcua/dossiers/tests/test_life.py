"""The whole life of a dossier through the real actions."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from motcua.acts import Refused
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Applicant, Channel, Intake, NewResult, ReturnWay
from motcua.ledger import queries as ledger
from motcua.ledger.models import Act


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def intake_of(case_id, papers, name="Trần Thị Ngâu", channel=Channel.DIRECT):
    return Intake(
        case_id=case_id,
        channel=channel,
        applicant=Applicant(name=name, id_number="000190000123", phone="0900000123"),
        papers=papers(case_id),
    )


def test_from_the_counter_to_the_hands_of_the_applicant(cast, catalogue, papers):
    case = catalogue["marriage"]
    dossier = actions.accept(by=cast["counter"], at=at("2026-11-12 09:10"), intake=intake_of(case, papers))
    assert dossier.code == "H99.16-261112-0001"
    assert dossier.promise.due_at == at("2026-11-19 17:00")
    for who, when in [
        ("counter", "2026-11-12 09:30"),
        ("specialist", "2026-11-13 10:00"),
        ("leader", "2026-11-13 14:00"),
    ]:
        actions.advance(by=cast[who], at=at(when), dossier_id=dossier.pk)
    dossier = actions.advance(
        by=cast["clerk"],
        at=at("2026-11-16 09:00"),
        dossier_id=dossier.pk,
        result=NewResult(name="Giấy chứng nhận kết hôn", number="12/2026"),
    )
    assert (dossier.status, dossier.end, dossier.promise.outcome) == ("finished", "result", "early")
    assert dossier.officer_id == cast.people["specialist"].pk
    actions.return_result(
        by=cast["counter2"],
        at=at("2026-11-16 15:00"),
        dossier_id=dossier.pk,
        way=ReturnWay.IN_PERSON,
        receiver="Trần Thị Ngâu",
    )
    kept = Dossier.objects.get(pk=dossier.pk)
    assert (kept.status, kept.delivery, kept.step_id) == ("returned", "handed", None)
    assert kept.steps.filter(closed_at__isnull=True).count() == 0
    assert ledger.verify(ward_id=cast.ward.pk) is None
    assert list(Act.objects.filter(subject_id=kept.pk).order_by("number").values_list("verb", flat=True)) == [
        "dossier.accept",
        *["dossier.advance"] * 4,
        "dossier.return_result",
    ]


def test_a_pause_moves_the_due_and_keeps_the_first(cast, catalogue, papers):
    dossier = actions.accept(
        by=cast["counter"], at=at("2026-11-12 09:10"), intake=intake_of(catalogue["marriage"], papers)
    )
    actions.advance(by=cast["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk)
    actions.ask_supplement(
        by=cast["specialist"],
        at=at("2026-11-16 14:00"),
        dossier_id=dossier.pk,
        items=("Bản sao học bạ",),
        reason="Thiếu bản sao học bạ",
    )
    dossier = actions.complete_supplement(by=cast["counter"], at=at("2026-11-18 14:00"), dossier_id=dossier.pk)
    assert dossier.promise.first_due_at == at("2026-11-19 17:00")
    assert dossier.promise.due_at == at("2026-11-23 17:00")
    with pytest.raises(Refused, match=r"supplement\.second"):
        actions.ask_supplement(
            by=cast["specialist"],
            at=at("2026-11-19 09:00"),
            dossier_id=dossier.pk,
            items=("x",),
            reason="nữa",
        )


def test_a_second_appointment_goes_to_the_chairman(cast, catalogue, papers):
    dossier = actions.accept(
        by=cast["counter"], at=at("2026-11-12 09:10"), intake=intake_of(catalogue["marriage"], papers)
    )
    ask = {"reason": "Chờ xác minh", "cause": actions.extending.Cause.COORDINATION}
    actions.request_extension(
        by=cast["specialist"],
        at=at("2026-11-18 09:00"),
        dossier_id=dossier.pk,
        new_due=at("2026-11-23 17:00"),
        **ask,
    )
    dossier = actions.approve_extension(by=cast["leader"], at=at("2026-11-18 10:00"), dossier_id=dossier.pk)
    assert dossier.promise.extended_due_at == at("2026-11-23 17:00")
    assert dossier.extensions.get().number == "01/XL-UBND"
    with pytest.raises(Refused, match=r"extension\.second"):
        actions.request_extension(
            by=cast["specialist"],
            at=at("2026-11-20 09:00"),
            dossier_id=dossier.pk,
            new_due=at("2026-11-27 17:00"),
            **ask,
        )
    assert Dossier.objects.get(pk=dossier.pk).escalations.count() == 1


def test_another_ward_finds_nothing(cast, catalogue, papers, stranger):
    dossier = actions.accept(
        by=cast["counter"], at=at("2026-11-12 09:10"), intake=intake_of(catalogue["marriage"], papers)
    )
    with pytest.raises(Refused, match="missing"):
        actions.advance(by=stranger["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk)
