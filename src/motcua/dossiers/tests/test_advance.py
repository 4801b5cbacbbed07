"""Advance: the step's holder completes it, the next opens with its own due; before the return the promise is kept."""

import pytest

from motcua.accounts import actions as accounts
from motcua.accounts.models import PositionHeld
from motcua.accounts.queries import actor_for_person
from motcua.acts import Role
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import NewResult
from motcua.procedures.models import ProcessStep


def go(play, at, dossier, *, by, when="2026-11-13 10:00", **more):
    return actions.advance(by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, **more)


def test_the_hand_over_from_the_counter_is_an_act_with_both_stations(play, at):
    dossier = play.accepted()
    go(play, at, dossier, by="counter", when="2026-11-12 09:30")
    act = play.last_act()
    assert act.verb == "dossier.advance"
    closed, opened = [entry for entry in act.changes if entry["kind"] == "step"]
    assert closed["set"]["closed_at"] == [None, "2026-11-12T09:30:00+07:00"]
    assert opened["set"]["unit_id"] == [None, str(play.cast.units["VHXH"].pk)]
    steps = list(dossier.steps.order_by("number"))
    assert [(s.end, s.closed_by) for s in steps] == [("done", "Phùng Thị Cúc"), ("", "")]


def test_a_step_is_due_within_the_whole(play, at):
    dossier = play.accepted(when="2026-11-12 09:10")
    late = go(play, at, dossier, by="counter", when="2026-11-19 16:30")
    assert late.step.promise.due_at == late.promise.due_at == at("2026-11-19 17:00")


@pytest.mark.parametrize(
    ("finish", "outcome"),
    [
        ("2026-11-18 17:30", "early"),
        ("2026-11-19 08:00", "on_time"),
        ("2026-11-19 23:59", "on_time"),
        ("2026-11-20 00:00", "late"),
    ],
)
def test_finishing_keeps_the_promise_once(play, at, finish, outcome):
    dossier = play.walked("release")
    done = go(play, at, dossier, by="clerk", when=finish, result=NewResult(name="Giấy chứng nhận"))
    kept = Dossier.objects.select_related("promise").get(pk=done.pk)
    assert (kept.status, kept.end, kept.delivery, kept.promise.outcome) == ("finished", "result", "ready", outcome)
    assert kept.finished_at == kept.promise.kept_at == at(finish)
    assert kept.step.promise_id is None  # the return owes nothing by the clock
    with play.refused("dossier.closed"):
        go(play, at, dossier, by="counter", when="2026-11-23 09:00")


@pytest.mark.parametrize(
    ("station", "able"),
    [
        ("intake", {"counter", "counter2", "director"}),
        ("work", {"specialist", "specialist2", "head"}),
        ("sign", {"leader", "chairman"}),
        ("release", {"clerk"}),
    ],
)
def test_each_station_belongs_to_its_position_in_its_unit(play, at, station, able):
    dossier = play.accepted() if station == "intake" else play.walked(station)
    assert play.who_may(lambda by: go(play, at, dossier, by=by, when="2026-11-17 10:00")) == able


def test_a_step_on_somebodys_desk_is_theirs_or_their_heads(play, at):
    dossier = play.accepted()
    go(play, at, dossier, by="counter", when="2026-11-12 09:30", assignee_id=play.cast.people["specialist"].pk)
    assert play.who_may(lambda by: go(play, at, dossier, by=by)) == {"specialist", "head"}


@pytest.mark.parametrize("who", ["land", "counter", "supervisor"])
def test_nobody_without_the_position_is_given_the_next_step(play, at, who):
    dossier = play.accepted()
    with play.refused("assign.position"):
        go(play, at, dossier, by="counter", assignee_id=play.cast.people[who].pk)


def test_nobody_of_another_ward_is_given_the_next_step(play, at, stranger):
    dossier = play.accepted()
    with play.refused("assign.position"):
        go(play, at, dossier, by="counter", assignee_id=stranger.people["specialist"].pk)


def test_the_specialist_who_worked_is_the_officer_of_record(play, at):
    dossier = go(play, at, play.walked("work"), by="specialist2")
    assert dossier.officer_id == play.cast.people["specialist2"].pk


def test_what_the_process_demands_must_be_there(play, at):
    ProcessStep.objects.filter(kind="work").update(must_note=True, must_result=True)
    dossier = play.walked("work")
    with play.refused("step.note"):
        go(play, at, dossier, by="specialist")
    with play.refused("step.result"):
        go(play, at, dossier, by="specialist", note_text="Hồ sơ đủ")
    done = go(play, at, dossier, by="specialist", note_text="Hồ sơ đủ", result=NewResult(name="Tờ trình"))
    assert done.results.get().name == "Tờ trình"


def test_acts_follow_one_another(play, at):
    dossier = play.walked("work")
    with play.refused("dossier.before_last"):
        go(play, at, dossier, by="specialist", when="2026-11-12 09:29")


def test_a_paused_dossier_does_not_advance(play, at):
    dossier = play.walked("work")
    actions.ask_supplement(
        by=play.cast["specialist"], at=at("2026-11-13 09:00"), dossier_id=dossier.pk, items=("Bản sao",), reason="Thiếu"
    )
    with play.refused("dossier.paused"):
        go(play, at, dossier, by="specialist")


def test_a_dossier_at_the_door_does_not_advance(play, at):
    with play.refused("dossier.closed"):
        go(play, at, play.lodged(), by="counter")


def test_another_ward_finds_nothing_and_a_stale_page_is_told(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        go(play, at, dossier, by=stranger["specialist"])
    play.told_who_moved_it(dossier, lambda seen: go(play, at, dossier, by="specialist", seen=seen))


def test_a_position_that_ended_yesterday_does_nothing_today(play, at):
    dossier = play.walked("work")
    accounts.end_position(
        by=play.cast["admin"],
        at=at("2026-11-12 12:00"),
        position_id=_position(play, "specialist"),
        ends=at("2026-11-12 00:00").date(),
        reason="Nghỉ hưu",
    )
    gone = actor_for_person(person=play.cast.people["specialist"], on=at("2026-11-13 10:00").date())
    assert not gone.has(Role.SPECIALIST)
    with play.refused("forbidden"):
        go(play, at, dossier, by=gone)


def _position(play, who):
    return PositionHeld.objects.get(person=play.cast.people[who]).pk
