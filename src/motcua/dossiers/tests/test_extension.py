"""A new appointment with an apology (form 04): once; a second goes to the chairman; late stays late."""

from datetime import date

import pytest

from motcua import law
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Escalation
from motcua.dossiers.rules import Cause, NewResult
from motcua.ledger.actions import alongside
from motcua.ledger.models import Act


def propose(
    play, at, dossier, *, by="specialist", when="2026-11-18 09:00", to="2026-11-23 17:00", reason="Chờ xác minh", **more
):
    return actions.request_extension(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        reason=reason,
        cause=Cause.COORDINATION,
        new_due=at(to),
        **more,
    )


def approve(play, at, dossier, *, by="leader", when="2026-11-18 10:00", **more):
    return actions.approve_extension(
        by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, **more
    )


def send(play, at, dossier, *, by="counter", when="2026-11-18 10:30", way="Điện thoại", proof="Người nộp nghe máy"):
    return actions.send_apology(
        by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, way=way, proof=proof
    )


def extended(play, at):
    dossier = play.walked("work")
    propose(play, at, dossier)
    return approve(play, at, dossier)


def test_proposed_approved_and_sent_each_by_an_act(play, at):
    dossier = play.walked("work")
    propose(play, at, dossier)
    assert play.changed("extension")["status"] == [None, "proposed"]
    approve(play, at, dossier)
    assert play.changed("extension")["status"] == ["proposed", "approved"]
    assert play.changed("promise")["extended_due_at"] == [None, "2026-11-23T17:00:00+07:00"]
    send(play, at, dossier)
    assert (play.last_act().verb, play.last_act().subject_id) == ("dossier.send_apology", dossier.pk)
    letter = dossier.extensions.get()
    assert (letter.status, letter.number, letter.approved_by, letter.approver_title) == (
        "sent",
        "01/XL-UBND",
        "Đinh Văn Lim",
        "Phó Chủ tịch UBND",
    )
    assert (letter.old_due_at, letter.new_due_at) == (at("2026-11-19 17:00"), at("2026-11-23 17:00"))


def test_the_first_due_stays_and_late_is_late(play, at):
    dossier = extended(play, at)
    for who, when in (("specialist", "2026-11-20 09:00"), ("leader", "2026-11-20 10:00")):
        actions.advance(by=play.cast[who], at=at(when), dossier_id=dossier.pk)
    actions.advance(
        by=play.cast["clerk"], at=at("2026-11-23 09:00"), dossier_id=dossier.pk, result=NewResult(name="GCN")
    )
    promise = Dossier.objects.select_related("promise").get(pk=dossier.pk).promise
    assert (promise.first_due_at, promise.due_at, promise.extended_due_at) == (
        at("2026-11-19 17:00"),
        at("2026-11-19 17:00"),
        at("2026-11-23 17:00"),
    )
    assert promise.outcome == "late"


def test_the_second_is_refused_and_the_chairman_is_told(play, at):
    dossier = extended(play, at)
    before = Act.objects.count()
    with pytest.raises(actions.extending.Refused) as no:
        propose(play, at, dossier, when="2026-11-20 09:00", to="2026-11-27 17:00", reason="Vẫn chờ")
    assert (no.value.code, no.value.source) == (
        "extension.second",
        law.rule("REAPPOINTMENT_MAX", on=date(2026, 11, 25)).basis,
    )
    matter = Escalation.objects.get(dossier_id=dossier.pk)
    assert (matter.reason, matter.raised_by, matter.decided_at) == ("Vẫn chờ", "Lê Thị Sen", None)
    assert (Act.objects.count(), play.last_act().verb) == (before + 1, "dossier.escalate")
    kept = Dossier.objects.select_related("promise").get(pk=dossier.pk)
    assert (kept.promise.extended_due_at, kept.promise.extended_times) == (at("2026-11-23 17:00"), 1)
    assert kept.extensions.count() == 1


def test_a_third_attempt_adds_no_second_matter(play, at):
    dossier = extended(play, at)
    for when in ("2026-11-20 09:00", "2026-11-20 09:05"):
        with pytest.raises(actions.extending.Refused, match=r"extension\.second"):
            propose(play, at, dossier, when=when, to="2026-11-27 17:00")
    assert Escalation.objects.count() == 1


def test_the_telling_answers_no_idempotency_key(play, at):
    dossier = extended(play, at)
    answered = []
    with alongside(answered.append), pytest.raises(actions.extending.Refused):
        propose(play, at, dossier, when="2026-11-20 09:00", to="2026-11-27 17:00")
    assert answered == []
    assert Escalation.objects.count() == 1


def test_only_the_chairman_decides_and_once(play, at):
    dossier = extended(play, at)
    with pytest.raises(actions.extending.Refused):
        propose(play, at, dossier, when="2026-11-20 09:00", to="2026-11-27 17:00")

    def decide(by, decision="Trả kết quả trong ngày 24/11"):
        return actions.decide_escalation(by=by, at=at("2026-11-20 14:00"), dossier_id=dossier.pk, decision=decision)

    assert play.who_may(decide) == {"chairman"}
    with play.refused("reason.missing"):
        decide(play.cast["chairman"], " ")
    decide(play.cast["chairman"])
    assert play.changed("escalation")["decision"] == ["", "Trả kết quả trong ngày 24/11"]
    assert Escalation.objects.get().decided_by == "Chu Văn Lát"
    with play.refused("escalation.none"):
        decide(play.cast["chairman"])


def test_a_proposal_that_waits_is_no_second_appointment(play, at):
    dossier = play.walked("work")
    propose(play, at, dossier)
    with play.refused("extension.waiting"):
        propose(play, at, dossier, by="head", when="2026-11-18 09:30")
    assert not Escalation.objects.exists()


def test_a_proposal_sent_back_is_a_draft_again_with_the_leaders_word(play, at):
    dossier = play.walked("work")
    propose(play, at, dossier)
    back = actions.reject_extension(
        by=play.cast["leader"], at=at("2026-11-18 10:00"), dossier_id=dossier.pk, reason="Nói rõ chờ ai"
    )
    slip = back.extensions.get()
    assert (back.promise.extended_due_at, slip.status, slip.answer) == (None, "drafted", "Nói rõ chờ ai")
    with play.refused("reason.missing"):
        actions.approve_extension(by=play.cast["leader"], at=at("2026-11-18 11:00"), dossier_id=dossier.pk, reason=" ")
    actions.give_reason(
        by=play.cast["specialist"],
        at=at("2026-11-18 14:00"),
        dossier_id=dossier.pk,
        reason="Chờ Công an xã cũ xác minh",
        cause=Cause.COORDINATION,
    )
    slip = dossier.extensions.get()
    assert (slip.status, slip.new_due_at) == ("proposed", at("2026-11-23 17:00"))


@pytest.mark.parametrize(
    ("to", "when", "code"),
    [
        ("2026-11-19 17:00", "2026-11-18 09:00", "extension.not_later"),
        ("2026-11-18 17:00", "2026-11-18 09:00", "extension.not_later"),
        ("2026-11-20 17:00", "2026-11-23 09:00", "extension.past"),
    ],
)
def test_the_new_appointment_is_later_and_ahead(play, at, to, when, code):
    dossier = play.walked("work")
    with play.refused(code):
        propose(play, at, dossier, when=when, to=to)


def test_an_approval_that_comes_too_late_is_refused(play, at):
    dossier = play.walked("work")
    propose(play, at, dossier)
    with play.refused("extension.past"):
        approve(play, at, dossier, when="2026-11-24 09:00")


def test_a_reason_and_proof_are_needed(play, at):
    dossier = play.walked("work")
    with play.refused("reason.missing"):
        propose(play, at, dossier, reason=" ")
    with play.refused("extension.none"):
        send(play, at, dossier)
    dossier = extended(play, at)
    with play.refused("apology.proof"):
        send(play, at, dossier, proof="")
    with play.refused("dossier.before_last"):
        send(play, at, dossier, when="2026-11-18 09:59")


def test_who_proposes_who_signs_who_sends(play, at):
    dossier = play.walked("work")
    unit = {"specialist", "specialist2", "head"}
    leaders = {"leader", "chairman"}
    assert play.who_may(lambda by: propose(play, at, dossier, by=by)) == unit | leaders
    propose(play, at, dossier)
    assert play.who_may(lambda by: approve(play, at, dossier, by=by)) == leaders
    approve(play, at, dossier)
    able = play.who_may(lambda by: send(play, at, dossier, by=by))
    assert able == unit | leaders | {"counter", "counter2", "director", "clerk"}


def test_letters_are_numbered_by_year_without_gaps(play, at):
    numbers = [extended(play, at).extensions.get().number for _ in range(3)]
    assert numbers == ["01/XL-UBND", "02/XL-UBND", "03/XL-UBND"]


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        propose(play, at, dossier, by=stranger["specialist"])
    play.told_who_moved_it(dossier, lambda seen: propose(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        propose(play, at, dossier, when="2026-11-12 09:29")
    dossier = propose(play, at, dossier)
    with play.refused("missing"):
        approve(play, at, dossier, by=stranger["leader"])
    play.told_who_moved_it(dossier, lambda seen: approve(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        approve(play, at, dossier, when="2026-11-18 08:59")


def test_a_closed_dossier_is_not_extended(play, at):
    with play.refused("apology.kept"):
        propose(play, at, play.walked("return"))
