"""Levelling the load: suggested, made as acts, declined for a day; only by those who answer for the unit."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.accounts import actions as accounts
from motcua.acts import Refused
from motcua.dossiers.models import Step
from motcua.forecast import actions, queries
from motcua.forecast.models import Declined
from motcua.forecast.tests.conftest import at
from motcua.ledger.models import Act

CEILING = 6
EACH = 4  # hours of one step


@pytest.fixture
def full(office):
    """Seven steps of four hours on one desk of 21 hours, none on the other."""
    office.heap = [office.working(f"Lò Văn Mía {n}", at("2026-11-25 08:00"), officer="specialist") for n in range(7)]
    return office


def levelling(office, now, who="head"):
    return queries.levelling(by=office.cast[who], at=now)


def away(office, now, who="specialist", starts=date(2026, 11, 25), ends=date(2026, 11, 27)):
    accounts.record_absence(
        by=office.cast["head"],
        at=now,
        person_id=office.cast.people[who].pk,
        substitute_id=office.cast.people["head"].pk,
        starts=starts,
        ends=ends,
        reason="Nghỉ phép",
    )


def test_the_fewest_moves_that_bring_everybody_under_their_hours(full, now):
    found = levelling(full, now)
    hours = {p.name: (p.before_hours, p.after_hours, p.capacity_hours) for p in found.people}
    assert hours == {"Lê Thị Sen": (28, 20, 21), "Quách Văn Tre": (0, 8, 21)}
    assert [(s.giver, s.receiver, s.hours) for s in found.suggestions] == [("Lê Thị Sen", "Quách Văn Tre", EACH)] * 2


def test_a_move_that_is_accepted_is_one_act(full, now):
    move = levelling(full, now).suggestions[0]
    acts = Act.objects.count()
    actions.level(
        by=full.cast["head"],
        at=now,
        dossier_id=move.dossier_id,
        assignee_id=move.move.receiver,
        seen=move.seen_no,
    )
    assert Act.objects.count() == acts + 1
    act = Act.objects.order_by("-number").first()
    assert (act.verb, act.subject_label, act.note) == ("forecast.level", move.code, "San việc theo gợi ý")
    held = Step.objects.get(dossier_id=move.dossier_id, closed_at__isnull=True)
    assert held.officer_id == held.promise.officer_id == full.cast.people["specialist2"].pk
    assert len(levelling(full, now).suggestions) == 1


def test_what_was_declined_is_not_suggested_again_that_day(full, now):
    first = levelling(full, now).suggestions[0]
    actions.decline(by=full.cast["head"], at=now, dossier_id=first.dossier_id, assignee_id=first.move.receiver)
    assert first.dossier_id not in {s.dossier_id for s in levelling(full, now).suggestions}
    with pytest.raises(Refused, match=r"decline\.again"):
        actions.decline(by=full.cast["head"], at=now, dossier_id=first.dossier_id, assignee_id=first.move.receiver)
    assert Declined.objects.count() == 1
    for other in full.heap:
        if other.pk != first.dossier_id:
            actions.decline(
                by=full.cast["head"], at=now, dossier_id=other.pk, assignee_id=full.cast.people["specialist2"].pk
            )
    assert levelling(full, now).suggestions == []
    assert levelling(full, now + timedelta(days=1)).suggestions != []


def test_whoever_is_away_gives_all_and_takes_nothing(full, now):
    away(full, now)
    found = levelling(full, now)
    assert len(found.suggestions) >= 4
    assert all(s.giver_away and s.receiver == "Quách Văn Tre" for s in found.suggestions)
    assert (
        next(p for p in found.people if p.name == "Lê Thị Sen").away_words == "nghỉ từ thứ Tư 25/11 đến thứ Sáu 27/11"
    )


def test_nobody_is_given_work_on_a_day_away(full, now):
    away(full, now, who="specialist2")
    assert levelling(full, now).suggestions == []
    with pytest.raises(Refused, match=r"level\.away"):
        actions.level(
            by=full.cast["head"],
            at=now,
            dossier_id=full.heap[0].pk,
            assignee_id=full.cast.people["specialist2"].pk,
        )


@pytest.mark.parametrize("who", ["specialist", "counter", "clerk", "supervisor", "admin"])
def test_only_who_answers_for_a_unit_levels_it(full, now, who):
    with pytest.raises(Refused, match="forbidden"):
        levelling(full, now, who)
    to = full.cast.people["specialist2"].pk
    for verb in (actions.level, actions.decline):
        with pytest.raises(Refused, match="forbidden"):
            verb(by=full.cast[who], at=now, dossier_id=full.heap[0].pk, assignee_id=to)


def test_the_director_levels_the_centre_only(full, now):
    assert levelling(full, now, "director").suggestions == []
    with pytest.raises(Refused, match="forbidden"):
        actions.level(
            by=full.cast["director"],
            at=now,
            dossier_id=full.heap[0].pk,
            assignee_id=full.cast.people["specialist2"].pk,
        )
    assert len(levelling(full, now, "chairman").suggestions) == 2


def test_who_does_not_hold_the_position_is_refused_and_nothing_changes(full, now):
    acts = Act.objects.count()
    with pytest.raises(Refused, match=r"assign\.position"):
        actions.level(by=full.cast["head"], at=now, dossier_id=full.heap[0].pk, assignee_id=full.cast.people["land"].pk)
    assert Act.objects.count() == acts


def test_a_stranger_finds_nothing(full, stranger, now):
    assert levelling(full, now, "chairman").suggestions
    assert queries.levelling(by=stranger["chairman"], at=now).people == []
    for verb in (actions.level, actions.decline):
        with pytest.raises(Refused, match="missing"):
            verb(
                by=stranger["chairman"],
                at=now,
                dossier_id=full.heap[0].pk,
                assignee_id=stranger.people["specialist"].pk,
            )


def test_what_is_promised_for_today_and_half_over_stays(office, now):
    """Five steps of dossiers promised for today; their half is over, so none of them moves."""
    for n in range(7):
        dossier = office.working(f"Lò Văn Mía {n}", at("2026-11-17 08:00"), officer="specialist")
        assert dossier.promise.due_at.date() == now.date()
    found = levelling(office, now)
    assert found.people[0].before_hours == 28
    assert found.suggestions == []


def test_statements_do_not_grow_with_the_work(full, now):
    def statements():
        with CaptureQueriesContext(connection) as seen:
            levelling(full, now)
        return len(seen)

    few = statements()
    for n in range(5):
        full.working(f"Ung Văn Bầu {n}", at("2026-11-25 08:00"), officer="specialist")
    assert statements() == few <= CEILING
