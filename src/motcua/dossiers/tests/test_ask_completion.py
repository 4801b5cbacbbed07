"""Ask for completion at the door (form 02): once, and complete."""

import pytest

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier


def ask(play, at, *, by="counter", when="2026-11-12 10:00", items=("Tờ khai",), reason="Thiếu chữ ký", **more):
    return actions.ask_completion(
        by=play.cast[by] if isinstance(by, str) else by, at=at(when), items=items, reason=reason, **more
    )


def test_it_asks_once_and_starts_no_clock(play, at):
    dossier = ask(play, at, intake=play.intake(), answer_by=at("2026-11-20 00:00").date())
    kept = Dossier.objects.get(pk=dossier.pk)
    assert (kept.status, kept.promise_id, kept.accepted_at) == ("awaiting", None, None)
    request = kept.supplement_requests.get()
    assert (request.number, request.stage, request.items) == (1, "door", ["Tờ khai"])
    act = play.last_act()
    assert (act.verb, act.note) == ("dossier.ask_completion", "Thiếu chữ ký")
    assert play.changed("dossier")["status"] == ["lodged", "awaiting"]


def test_a_second_time_is_refused(play, at):
    dossier = ask(play, at, intake=play.intake())
    with play.refused("completion.second"):
        ask(play, at, when="2026-11-13 10:00", dossier_id=dossier.pk)


def test_the_completed_dossier_is_accepted_and_counts_from_then(play, at):
    dossier = ask(play, at, intake=play.intake())
    accepted = actions.accept(by=play.cast["counter"], at=at("2026-11-16 08:00"), dossier_id=dossier.pk)
    assert accepted.promise.first_due_at == at("2026-11-23 17:00")
    assert accepted.supplement_requests.get().done_at == at("2026-11-16 08:00")
    assert accepted.supplements == 0  # the request at the door is not one of the processing


def test_a_dossier_that_comes_back_wrong_is_turned_away(play, at):
    dossier = ask(play, at, intake=play.intake())
    ended = actions.turn_away(
        by=play.cast["counter"], at=at("2026-11-16 08:00"), dossier_id=dossier.pk, reason="Vẫn thiếu"
    )
    assert ended.status == "turned_away"


@pytest.mark.parametrize(("items", "reason"), [((), "Thiếu"), (("  ",), "Thiếu"), (("Tờ khai",), " ")])
def test_it_says_what_is_missing_and_why(play, at, items, reason):
    with play.refused("supplement.items"):
        ask(play, at, intake=play.intake(), items=items, reason=reason)


def test_only_the_counter_asks(play, at):
    dossier = play.lodged()
    assert play.who_may(lambda by: ask(play, at, by=by, dossier_id=dossier.pk)) == {"counter", "counter2", "director"}


def test_another_ward_finds_nothing_and_a_stale_page_is_told(play, at, stranger):
    dossier = play.lodged()
    with play.refused("missing"):
        ask(play, at, by=stranger["counter"], dossier_id=dossier.pk)
    play.told_who_moved_it(dossier, lambda seen: ask(play, at, dossier_id=dossier.pk, seen=seen))


def test_it_never_comes_before_lodging(play, at):
    dossier = play.lodged()
    with play.refused("dossier.before_last"):
        ask(play, at, when="2026-11-12 08:00", dossier_id=dossier.pk)
