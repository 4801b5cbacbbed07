"""Withdraw: the applicant takes the dossier back; nobody owes anything any more."""

import pytest

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.promises.models import Pause, Promise


def draw(play, at, dossier, *, by="counter", when="2026-11-16 14:00", reason="Người nộp xin rút", **more):
    return actions.withdraw(
        by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, reason=reason, **more
    )


def test_every_promise_is_released_and_none_is_kept(play, at):
    dossier = play.walked("work")
    draw(play, at, dossier)
    kept = Dossier.objects.get(pk=dossier.pk)
    assert (kept.status, kept.step_id, kept.closed_at, kept.finished_at) == (
        "withdrawn",
        None,
        at("2026-11-16 14:00"),
        None,
    )
    opened = Promise.objects.filter(kept_at=None)
    assert set(opened.values_list("released_at", "outcome")) == {(at("2026-11-16 14:00"), "")}
    assert opened.count() == 2
    assert kept.steps.get(number=2).end == "ended"
    assert play.changed("dossier")["status"] == ["processing", "withdrawn"]


def test_a_waiting_dossier_ends_its_pause_with_it(play, at):
    dossier = play.walked("work")
    actions.ask_supplement(
        by=play.cast["specialist"], at=at("2026-11-13 14:00"), dossier_id=dossier.pk, items=("Bản sao",), reason="Thiếu"
    )
    draw(play, at, dossier)
    assert set(Pause.objects.values_list("ends", flat=True)) == {at("2026-11-16 14:00")}


def test_also_at_the_door(play, at):
    assert draw(play, at, play.lodged()).status == "withdrawn"


@pytest.mark.parametrize("station", ["return"])
def test_not_when_the_result_is_there(play, at, station):
    dossier = play.walked(station)
    with play.refused("dossier.closed"):
        draw(play, at, dossier)


def test_not_twice_and_nothing_after_it(play, at):
    dossier = play.walked("work")
    draw(play, at, dossier)
    with play.refused("dossier.closed"):
        draw(play, at, dossier, when="2026-11-17 09:00")
    with play.refused("dossier.closed"):
        actions.advance(by=play.cast["specialist"], at=at("2026-11-17 09:00"), dossier_id=dossier.pk)


def test_a_reason_is_needed(play, at):
    dossier = play.walked("work")
    with play.refused("reason.missing"):
        draw(play, at, dossier, reason="")


def test_the_counter_or_the_unit_writes_it_down(play, at):
    dossier = play.walked("work")
    able = play.who_may(lambda by: draw(play, at, dossier, by=by))
    assert able == {"counter", "counter2", "director", "specialist", "specialist2", "head"}


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        draw(play, at, dossier, by=stranger["counter"])
    play.told_who_moved_it(dossier, lambda seen: draw(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        draw(play, at, dossier, when="2026-11-12 09:29")
