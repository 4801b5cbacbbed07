"""The one new appointment is not kept: the chairman is told once and orders; the register keeps it for ever."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.acts import Refused
from motcua.dossiers import actions, jobs
from motcua.dossiers.models import Dossier, Escalation, Mark, MarkNote
from motcua.dossiers.rules import Cause, NewResult, Order, Verdict
from motcua.ledger.models import Act


def draft(at, when):
    return jobs.draft_apologies(timestamp=int(at(when).timestamp()))


def escalate(at, when):
    return jobs.escalate_second(timestamp=int(at(when).timestamp()))


@pytest.fixture
def extended(play, at):
    """Due 19/11, apologised for in time, with the one new appointment 23/11 17:00."""
    dossier = play.walked("work")
    actions.request_extension(
        by=play.cast["specialist"],
        at=at("2026-11-17 09:00"),
        dossier_id=dossier.pk,
        reason="Chờ xác minh",
        cause=Cause.COORDINATION,
        new_due=at("2026-11-23 17:00"),
    )
    actions.approve_extension(by=play.cast["leader"], at=at("2026-11-17 10:00"), dossier_id=dossier.pk)
    actions.send_apology(
        by=play.cast["counter"], at=at("2026-11-17 10:10"), dossier_id=dossier.pk, way="Điện thoại", proof="nghe máy"
    )
    return dossier


def finish(play, at, dossier, when):
    for who in ("specialist", "leader"):
        actions.advance(by=play.cast[who], at=at(when), dossier_id=dossier.pk)
    return actions.advance(
        by=play.cast["clerk"], at=at(when), dossier_id=dossier.pk, result=NewResult(name="Giấy chứng nhận")
    )


def kinds(dossier):
    return list(Mark.objects.filter(dossier_id=dossier.pk).order_by("at").values_list("kind", flat=True))


def test_the_chairman_is_told_at_the_breach_of_the_new_appointment_and_once(play, at, extended):
    draft(at, "2026-11-20 00:00")
    assert kinds(extended) == ["first"]  # a new appointment hides no lateness
    assert escalate(at, "2026-11-23 23:59") == 0
    assert escalate(at, "2026-11-24 00:00") == 1
    matter = Escalation.objects.get()
    assert (matter.kind, matter.raised_by, matter.raised_at) == ("second", "Một Cửa", at("2026-11-24 00:00"))
    assert "17:00 23/11/2026" in matter.reason
    assert kinds(extended) == ["first", "second"]
    acts = Act.objects.count()
    assert escalate(at, "2026-11-24 00:10") == 0
    actions.escalate_second(by=play.cast.system, at=at("2026-11-24 00:11"), dossier_id=extended.pk)
    assert Act.objects.count() == acts


def test_the_extension_stays_blocked(play, at, extended):
    escalate(at, "2026-11-24 00:00")
    with pytest.raises(Refused) as no:
        actions.request_extension(
            by=play.cast["specialist"],
            at=at("2026-11-25 09:00"),
            dossier_id=extended.pk,
            reason="Vẫn chờ",
            cause=Cause.COORDINATION,
            new_due=at("2026-11-30 17:00"),
        )
    assert no.value.code == "extension.second"
    assert Escalation.objects.count() == 1  # the matter that waits already answers both


def test_a_matter_that_waits_is_not_doubled_and_a_decided_one_is_followed_by_the_breach(play, at, extended):
    actions.escalate(by=play.cast["specialist"], at=at("2026-11-20 09:00"), dossier_id=extended.pk, reason="Xin thêm")
    escalate(at, "2026-11-24 00:00")
    assert Escalation.objects.count() == 1
    assert kinds(extended) == ["first", "second"]
    actions.decide_escalation(
        by=play.cast["chairman"], at=at("2026-11-24 08:00"), dossier_id=extended.pk, decision="Làm ngay"
    )
    assert escalate(at, "2026-11-24 08:10") == 1
    assert list(Escalation.objects.values_list("kind", flat=True)) == ["asked", "second"]


def test_one_that_was_finished_between_two_sweeps_is_found_too(play, at, extended):
    finish(play, at, extended, "2026-11-25 08:05")
    assert kinds(extended) == ["first", "second"]
    assert escalate(at, "2026-11-25 08:10") == 1
    assert Escalation.objects.get().kind == "second"


def test_one_that_kept_its_new_appointment_is_late_once(play, at, extended):
    finish(play, at, extended, "2026-11-23 18:00")  # the due day is in time to its end
    assert escalate(at, "2026-11-25 08:10") == 0
    assert kinds(extended) == ["first"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"order": Order.FINISH, "finish_by": date(2026, 11, 26)}, "order.who"),
        ({"order": Order.FINISH, "assignee": "specialist"}, "order.when"),
        ({"order": Order.MEET, "assignee": "leader", "finish_by": date(2026, 11, 24)}, "order.past"),
        ({"order": Order.OTHER, "decision": " "}, "reason.missing"),
    ],
)
def test_an_order_says_who_does_what_by_when(play, at, extended, said, code):
    escalate(at, "2026-11-24 00:00")
    said = dict(said)
    who = said.pop("assignee", None)
    with play.refused(code):
        actions.decide_escalation(
            by=play.cast["chairman"],
            at=at("2026-11-25 08:00"),
            dossier_id=extended.pk,
            **{"decision": "Phải xong", **said},
            assignee_id=play.cast.people[who].pk if who else None,
        )


def test_the_order_is_kept_and_the_peoples_appointment_stays(play, at, extended, stranger):
    escalate(at, "2026-11-24 00:00")

    def decide(who):
        return actions.decide_escalation(
            by=play.cast["chairman"],
            at=at("2026-11-25 08:00"),
            dossier_id=extended.pk,
            decision="Đến tận nơi lấy xác minh",
            order=Order.FINISH,
            assignee_id=who.pk,
            finish_by=date(2026, 11, 26),
        )

    with play.refused("order.nobody"):
        decide(stranger.people["specialist"])
    with play.refused("order.nobody"):
        decide(play.cast.people["supervisor"])  # reads, and does no work of the ward
    decide(play.cast.people["specialist"])
    matter = Escalation.objects.get()
    assert (matter.decided_as, matter.assignee, matter.finish_by) == (
        "finish",
        play.cast.people["specialist"],
        date(2026, 11, 26),
    )
    promise = Dossier.objects.select_related("promise").get(pk=extended.pk).promise
    assert (promise.due_at, promise.extended_due_at) == (at("2026-11-19 17:00"), at("2026-11-23 17:00"))


# -- the register ----------------------------------------------------------------------------------------------


@pytest.fixture
def mark(play, at, extended):
    """The first lateness, with the specialist of record; the step lies with another."""
    actions.assign(
        by=play.cast["head"],
        at=at("2026-11-18 09:00"),
        dossier_id=extended.pk,
        assignee_id=play.cast.people["specialist2"].pk,
    )
    Dossier.objects.filter(pk=extended.pk).update(officer=play.cast.people["specialist"])
    draft(at, "2026-11-20 00:00")
    return Mark.objects.get()


def test_a_mark_names_who_had_it_when_it_broke_and_a_later_hand_changes_nothing(play, at, extended, mark):
    assert (mark.officer, mark.holder, mark.unit) == (
        play.cast.people["specialist"],
        play.cast.people["specialist2"],
        play.cast.units["VHXH"],
    )
    assert (mark.step, mark.at, mark.marked_at) == ("Thẩm tra hồ sơ", at("2026-11-19 17:00"), at("2026-11-20 00:00"))
    actions.assign(
        by=play.cast["head"],
        at=at("2026-11-20 09:00"),
        dossier_id=extended.pk,
        assignee_id=play.cast.people["specialist"].pk,
    )
    draft(at, "2026-11-20 09:10")
    assert Mark.objects.get().holder == play.cast.people["specialist2"]


def test_those_named_and_their_head_explain_and_the_chairman_judges_always_added(play, at, mark):
    def explain(by):
        return actions.explain(by=by, at=at("2026-11-20 10:00"), mark_id=mark.pk, text="Xã cũ chưa trả lời")

    def no(by, act):
        with pytest.raises(Refused) as told:
            act(by)
        return told.value.code

    assert {who: no(play.cast[who], explain) for who in ("counter", "land", "leader", "chairman", "supervisor")} == {
        "counter": "missing",  # whoever may not read it
        "land": "missing",
        "leader": "forbidden",
        "chairman": "forbidden",
        "supervisor": "forbidden",
    }

    def judge(by, verdict=Verdict.REMINDED):
        return actions.assess(by=by, at=at("2026-11-20 11:00"), mark_id=mark.pk, verdict=verdict, text="Phải hỏi sớm")

    assert {no(play.cast[who], judge) for who in ("specialist", "head", "leader", "supervisor")} == {"forbidden"}
    before = MarkNote.objects.count()
    for who in ("specialist", "specialist2", "head"):
        explain(play.cast[who])
    judge(play.cast["chairman"])
    judge(play.cast["chairman"], Verdict.EXCUSED)
    assert MarkNote.objects.count() == before + 5
    assert play.last_act().verb == "mark.assess"
    assert play.changed("mark_note") == {"kind": [None, "assessment"], "verdict": [None, "excused"]}
    with play.refused("mark.text"):
        actions.explain(by=play.cast["specialist"], at=at("2026-11-20 10:00"), mark_id=mark.pk, text=" ")
    with play.refused("dossier.before_last"):
        actions.explain(by=play.cast["specialist"], at=at("2026-11-19 10:00"), mark_id=mark.pk, text="trước giờ ghi")


def test_another_ward_finds_no_mark(play, at, mark, stranger):
    with play.refused("missing"):
        actions.assess(
            by=stranger["chairman"], at=at("2026-11-20 11:00"), mark_id=mark.pk, verdict=Verdict.EXCUSED, text="xin"
        )


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM dossiers_mark",
        "DELETE FROM dossiers_marknote",
        "UPDATE dossiers_mark SET officer_id = NULL",
        "UPDATE dossiers_mark SET at = at + interval '1 day'",
        "UPDATE dossiers_marknote SET text = ''",
        "TRUNCATE dossiers_marknote",
        "TRUNCATE dossiers_mark CASCADE",
    ],
)
def test_nothing_is_taken_out_of_the_register(play, at, mark, statement):
    actions.explain(by=play.cast["specialist"], at=at("2026-11-20 10:00"), mark_id=mark.pk, text="Xã cũ chưa trả lời")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert (Mark.objects.count(), MarkNote.objects.count()) == (1, 1)
