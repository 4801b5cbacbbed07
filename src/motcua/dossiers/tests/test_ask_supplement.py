"""Supplements: the promise pauses or restarts by the rule of the day; a second needs a leader and a basis."""

import pytest

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.procedures.models import ProcessStep
from motcua.promises.models import Pause


def ask(
    play,
    at,
    dossier,
    *,
    by="specialist",
    when="2026-11-16 14:00",
    items=("Bản sao học bạ",),
    reason="Thiếu bản sao",
    **more,
):
    return actions.ask_supplement(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        items=items,
        reason=reason,
        **more,
    )


def complete(play, at, dossier, *, by="counter", when="2026-11-18 14:00", **more):
    return actions.complete_supplement(
        by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, **more
    )


def test_dossier_and_step_stand_still_on_a_recorded_ground(play, at):
    dossier = play.walked("work")
    ask(play, at, dossier, answer_by=at("2026-11-30 00:00").date())
    kept = Dossier.objects.select_related("promise", "step__promise").get(pk=dossier.pk)
    assert (kept.status, kept.supplements) == ("waiting", 1)
    assert kept.promise.paused_at == kept.step.promise.paused_at == at("2026-11-16 14:00")
    assert set(Pause.objects.values_list("mode", "ground", "ends")) == {("suspend", "supplement", None)}
    assert all(Pause.objects.values_list("basis", flat=True))
    assert play.changed("dossier") == {"status": ["processing", "waiting"], "supplements": [0, 1]}


def test_after_it_the_dues_have_moved_by_the_paused_working_time_and_the_first_stays(play, at):
    dossier = play.walked("work")
    ask(play, at, dossier)
    complete(play, at, dossier)
    kept = Dossier.objects.select_related("promise", "step__promise").get(pk=dossier.pk)
    assert (kept.status, kept.promise.paused_at) == ("processing", None)
    assert (kept.promise.first_due_at, kept.promise.due_at) == (at("2026-11-19 17:00"), at("2026-11-23 17:00"))
    assert (kept.step.promise.first_due_at, kept.step.promise.due_at) == (
        dossier.step.promise.due_at,  # it was late before the pause: no pause heals that
        dossier.step.promise.due_at,
    )
    assert kept.supplement_requests.get().done_at == at("2026-11-18 14:00")
    move = kept.promise.changes.get()
    assert (move.why, move.old_due_at, move.new_due_at) == ("resumed", at("2026-11-19 17:00"), at("2026-11-23 17:00"))


def test_a_step_still_in_time_moves_with_the_dossier(play, at):
    dossier = play.walked("work")  # 4 working hours from 09:30: due 14:30
    ask(play, at, dossier, when="2026-11-12 10:30")
    complete(play, at, dossier, when="2026-11-13 10:30")
    kept = Dossier.objects.select_related("step__promise").get(pk=dossier.pk)
    assert dossier.step.promise.due_at == at("2026-11-12 15:00")
    assert kept.step.promise.due_at == at("2026-11-13 15:00")


@pytest.mark.parametrize(
    ("asked", "completed", "due"),
    [
        ("2025-06-27 10:00", "2025-07-02 10:00", "2025-07-09 17:00"),  # asked under ND 61: counted anew
        ("2025-07-01 10:00", "2025-07-03 10:00", "2025-07-07 17:00"),  # two days later, under ND 118: suspended
    ],
)
def test_the_rule_of_the_day_of_the_request_restarts_or_suspends(play, at, asked, completed, due):
    dossier = play.accepted(when="2025-06-26 09:00")
    actions.advance(by=play.cast["counter"], at=at("2025-06-26 09:30"), dossier_id=dossier.pk)
    assert dossier.promise.first_due_at == at("2025-07-03 17:00")
    ask(play, at, dossier, when=asked)
    found = complete(play, at, dossier, when=completed)
    assert (found.promise.first_due_at, found.promise.due_at) == (at("2025-07-03 17:00"), at(due))


@pytest.mark.parametrize("year", ["2024", "2026"])  # counted anew, suspended
def test_no_supplement_heals_a_broken_promise(play, at, year):
    dossier = play.accepted(when=f"{year}-11-12 09:10")
    actions.advance(by=play.cast["counter"], at=at(f"{year}-11-12 09:30"), dossier_id=dossier.pk)
    broken = dossier.promise.due_at
    ask(play, at, dossier, when=f"{year}-11-26 09:00")
    complete(play, at, dossier, when=f"{year}-11-30 09:00")
    kept = actions.refuse(
        by=play.cast["specialist"], at=at(f"{year}-12-02 09:00"), dossier_id=dossier.pk, reason="Không đủ điều kiện"
    )
    assert (kept.promise.due_at, kept.promise.outcome) == (broken, "late")


def test_a_second_request_needs_a_leader_and_a_basis(play, at):
    dossier = play.walked("work")
    ask(play, at, dossier)
    complete(play, at, dossier)
    with play.refused("supplement.second"):
        ask(play, at, dossier, when="2026-11-19 09:00", override_basis="Luật Hộ tịch Điều 18")
    with play.refused("supplement.second"):
        ask(play, at, dossier, by="leader", when="2026-11-19 09:00", override_basis=" ")
    second = ask(play, at, dossier, by="leader", when="2026-11-19 09:00", override_basis="Luật Hộ tịch Điều 18")
    request = second.supplement_requests.order_by("number").last()
    assert (second.supplements, request.number, request.override_basis) == (2, 3, "Luật Hộ tịch Điều 18")
    assert play.changed("supplement")["override_basis"] == [None, "Luật Hộ tịch Điều 18"]


@pytest.mark.parametrize(
    ("items", "reason", "code"),
    [((), "Thiếu", "supplement.items"), (("  ",), "Thiếu", "supplement.items"), (("Tờ khai",), " ", "reason.missing")],
)
def test_it_says_what_is_missing_and_why(play, at, items, reason, code):
    dossier = play.walked("work")
    with play.refused(code):
        ask(play, at, dossier, items=items, reason=reason)


def test_a_step_that_may_not_pause_does_not(play, at):
    ProcessStep.objects.filter(kind="work").update(can_pause=False)
    dossier = play.walked("work")
    with play.refused("step.no_pause"):
        ask(play, at, dossier)


def test_only_who_works_on_it_asks(play, at):
    dossier = play.walked("work")
    unit = {"specialist", "specialist2", "head", "leader", "chairman"}
    assert play.who_may(lambda by: ask(play, at, dossier, by=by)) == unit
    dossier = play.walked("release")
    assert play.who_may(lambda by: ask(play, at, dossier, by=by)) == unit | {"clerk"}


def test_the_papers_come_to_the_counter_or_the_unit(play, at):
    dossier = ask(play, at, play.walked("work"))
    able = play.who_may(lambda by: complete(play, at, dossier, by=by))
    assert able == {"counter", "counter2", "director", "specialist", "specialist2", "head"}


def test_what_does_not_wait_is_not_completed(play, at):
    with play.refused("dossier.not_waiting"):
        complete(play, at, play.walked("work"))


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        ask(play, at, dossier, by=stranger["specialist"])
    play.told_who_moved_it(dossier, lambda seen: ask(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        ask(play, at, dossier, when="2026-11-12 09:29")
    dossier = ask(play, at, dossier)
    with play.refused("missing"):
        complete(play, at, dossier, by=stranger["counter"])
    play.told_who_moved_it(dossier, lambda seen: complete(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        complete(play, at, dossier, when="2026-11-16 13:59")
    with play.refused("dossier.paused"):
        ask(play, at, dossier, when="2026-11-17 09:00")


def test_the_step_moves_with_the_dossier_and_is_never_due_after_its_appointment(play, at):
    dossier = play.accepted()
    actions.advance(by=play.cast["counter"], at=at("2026-11-19 16:00"), dossier_id=dossier.pk)
    kept = Dossier.objects.select_related("promise", "step__promise").get(pk=dossier.pk)
    assert kept.step.promise.due_at == kept.promise.due_at == at("2026-11-19 17:00")
    ask(play, at, kept, when="2026-11-19 16:30")
    complete(play, at, kept, when="2026-11-23 16:30")
    kept = Dossier.objects.select_related("promise", "step__promise").get(pk=dossier.pk)
    assert kept.step.promise.due_at == kept.promise.due_at == at("2026-11-23 17:00")
