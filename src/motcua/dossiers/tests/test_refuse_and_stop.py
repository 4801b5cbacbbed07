"""Refuse or stop after acceptance, in writing; the promise is kept then, early, on time or late."""

import pytest

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.promises.models import Pause

VERBS = {"refused": actions.refuse, "stopped": actions.stop}


@pytest.fixture(params=sorted(VERBS))
def end(request, play, at):
    """Refuse, then stop: the same rules, another letter."""

    def perform(dossier, *, by="specialist", when="2026-11-16 14:00", reason="Không đủ điều kiện", **more):
        return VERBS[request.param](
            by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, reason=reason, **more
        )

    perform.name = request.param
    return perform


@pytest.mark.parametrize(
    ("when", "outcome"), [("2026-11-18 14:00", "early"), ("2026-11-19 14:00", "on_time"), ("2026-11-20 08:00", "late")]
)
def test_it_ends_the_processing_and_the_letter_waits_at_the_counter(play, end, at, when, outcome):
    dossier = play.walked("work")
    end(dossier, when=when, basis="Luật Hộ tịch Điều 10")
    kept = Dossier.objects.select_related("promise", "step").get(pk=dossier.pk)
    assert (kept.status, kept.end, kept.promise.outcome, kept.finished_at) == ("finished", end.name, outcome, at(when))
    assert (kept.delivery, kept.step.role) == ("ready", "counter")
    assert kept.steps.get(number=2).end == "ended"
    letter = kept.results.get()
    assert (letter.reason, letter.basis) == ("Không đủ điều kiện", "Luật Hộ tịch Điều 10")
    assert (play.last_act().verb, play.last_act().note) == (
        f"dossier.{'refuse' if end.name == 'refused' else 'stop'}",
        "Không đủ điều kiện",
    )
    with play.refused("dossier.closed"):
        end(dossier, when="2026-11-23 09:00")


def test_waiting_for_the_applicant_is_never_lateness(play, end, at):
    dossier = play.walked("work")
    actions.ask_supplement(
        by=play.cast["specialist"], at=at("2026-11-16 14:00"), dossier_id=dossier.pk, items=("Bản sao",), reason="Thiếu"
    )
    end(dossier, when="2026-12-16 14:00", reason="Quá hạn bổ sung")
    kept = Dossier.objects.select_related("promise").get(pk=dossier.pk)
    assert (kept.promise.outcome, kept.promise.first_due_at) == ("early", at("2026-11-19 17:00"))
    assert set(Pause.objects.values_list("ends", flat=True)) == {at("2026-12-16 14:00")}


def test_a_promise_broken_before_the_wait_stays_broken(play, end, at):
    dossier = play.walked("work")
    actions.ask_supplement(
        by=play.cast["specialist"], at=at("2026-11-20 14:00"), dossier_id=dossier.pk, items=("Bản sao",), reason="Thiếu"
    )
    assert end(dossier, when="2026-12-16 14:00").promise.outcome == "late"


def test_a_reason_is_needed(play, end):
    dossier = play.walked("work")
    with play.refused("reason.missing"):
        end(dossier, reason="  ")


def test_only_the_processing_unit_or_a_leader(play, end):
    dossier = play.walked("work")
    assert play.who_may(lambda by: end(dossier, by=by)) == {"specialist", "specialist2", "head", "leader", "chairman"}


def test_not_at_the_door(play, end):
    with play.refused("dossier.closed"):
        end(play.lodged())


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, end, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        end(dossier, by=stranger["specialist"])
    play.told_who_moved_it(dossier, lambda seen: end(dossier, seen=seen))
    with play.refused("dossier.before_last"):
        end(dossier, when="2026-11-12 09:29")
