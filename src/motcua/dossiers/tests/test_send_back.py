"""Send back to the previous step with a reason: the clock of the dossier goes on."""

from motcua.accounts import actions as accounts
from motcua.accounts.models import PositionHeld
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier


def back(play, at, dossier, *, by="leader", when="2026-11-16 09:00", reason="Thiếu chữ ký nháy", **more):
    return actions.send_back(
        by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, reason=reason, **more
    )


def test_the_previous_station_opens_again_and_no_due_moves(play, at):
    dossier = play.walked("sign")
    back(play, at, dossier)
    kept = Dossier.objects.select_related("promise", "step").get(pk=dossier.pk)
    assert [(s.order, s.end) for s in kept.steps.order_by("number")] == [
        (1, "done"),
        (2, "done"),
        (3, "sent_back"),
        (2, ""),
    ]
    assert (kept.step.number, kept.status) == (4, "processing")
    assert (kept.promise.first_due_at, kept.promise.due_at) == (dossier.promise.first_due_at, dossier.promise.due_at)
    released = kept.steps.get(number=3).promise
    assert (released.released_at, released.kept_at) == (at("2026-11-16 09:00"), None)
    assert (play.last_act().verb, play.last_act().note) == ("dossier.send_back", "Thiếu chữ ký nháy")


def test_it_comes_back_to_the_desk_it_left(play, at):
    dossier = play.accepted()
    person = play.cast.people["specialist"].pk
    actions.advance(by=play.cast["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk, assignee_id=person)
    actions.advance(by=play.cast["specialist"], at=at("2026-11-13 09:30"), dossier_id=dossier.pk)
    assert back(play, at, dossier).step.officer_id == person


def test_it_goes_to_the_queue_when_that_desk_is_empty_now(play, at):
    dossier = play.accepted()
    person = play.cast.people["specialist"]
    actions.advance(by=play.cast["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk, assignee_id=person.pk)
    actions.advance(by=play.cast["specialist"], at=at("2026-11-13 09:30"), dossier_id=dossier.pk)
    accounts.end_position(
        by=play.cast["admin"],
        at=at("2026-11-13 16:00"),
        position_id=PositionHeld.objects.get(person=person).pk,
        ends=at("2026-11-13 00:00").date(),
        reason="Chuyển công tác",
    )
    step = back(play, at, dossier).step
    assert (step.officer_id, step.promise.officer_id) == (None, None)


def test_the_first_station_and_a_process_that_forbids_it_send_nothing_back(play, at):
    with play.refused("step.no_back"):
        back(play, at, play.accepted(), by="counter")


def test_a_reason_is_needed(play, at):
    with play.refused("reason.missing"):
        back(play, at, play.walked("sign"), reason="  ")


def test_only_the_holder_of_the_step_sends_back(play, at):
    dossier = play.walked("sign")
    assert play.who_may(lambda by: back(play, at, dossier, by=by)) == {"leader", "chairman"}
    dossier = play.walked("work")
    assert play.who_may(lambda by: back(play, at, dossier, by=by)) == {"specialist", "specialist2", "head"}


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("sign")
    with play.refused("missing"):
        back(play, at, dossier, by=stranger["leader"])
    play.told_who_moved_it(dossier, lambda seen: back(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        back(play, at, dossier, when="2026-11-13 09:59")
