"""The chance of being late: counted, bounded, and moved the right way by time, queues and absences."""

from collections import deque

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.forecast.rules import Experience, Level, Odds, Outlook, Passed, Place, away_share, odds, queue_factor

PLACE = Place(procedure="p", process="q", order=2, field="Hộ tịch", kind="work")
WARD, FIELD, OWN = PLACE.keys
LEAST = 8


def known(own=(), field=(), ward=()):
    """An experience of these passings: left, ended."""
    of = {OWN: own, FIELD: (*field, *own), WARD: (*ward, *field, *own)}
    return Experience(passed={k: deque(Passed(left, ended, 60) for left, ended in v) for k, v in of.items()})


def outlook(used=500, left=500, queue=1.0, away=0):
    return Outlook(place=PLACE, used=used, left=left, queue=queue, away=away)


def told(experience, **now):
    return odds(known=experience, outlook=outlook(**now), least=LEAST)


PASSED = st.tuples(st.integers(0, 1500), st.integers(0, 800)).map(lambda p: (p[0], p[0] + p[1]))
MANY = st.lists(PASSED, max_size=16)
SHARE = st.integers(0, 1000)
busy = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine shared by others is no fault


def test_what_was_counted_is_said():
    found = told(known(own=[(600, 900)] * 6 + [(900, 1200)] * 4))
    assert found == Odds(chance=pytest.approx(0.4), level=Level.PROCEDURE, n=10, late=4, need=400)


def test_below_the_least_number_nothing_is_said():
    assert told(known(own=[(900, 1200)] * (LEAST - 1))).chance is None
    assert told(known()).chance is None
    assert told(known(own=[(900, 1200)] * LEAST)).chance == 1


def test_few_of_its_own_lean_on_the_field():
    """Two of two were late, and none of twenty of the field: (2 + 10 · share) / (2 + 10) with the field's 2 of 22."""
    found = told(known(own=[(900, 1200)] * 2, field=[(600, 900)] * 20))
    of_ward = 2 / 22
    of_field = (2 + 10 * of_ward) / 32
    assert found.chance == pytest.approx((2 + 10 * of_field) / 12)
    assert (found.level, found.n, found.late) == (Level.FIELD, 22, 2)  # two alone are not told of


def test_who_is_slower_than_nearly_all_is_compared_with_the_slowest():
    found = told(known(own=[(100, 300)] * 12 + [(450, 1100)] * 8), used=700, left=300)
    assert (found.slower, found.n, found.late, found.chance) == (True, 8, 8, 1)


@busy
@given(MANY, MANY, MANY, SHARE, SHARE, st.floats(1, 1.3), st.integers(0, 500))
def test_a_chance_is_a_chance(own, field, ward, used, left, queue, away):
    found = told(known(own, field, ward), used=used, left=left, queue=queue, away=away)
    assert found.chance is None or 0 <= found.chance <= 1
    assert 0 <= found.late <= found.n
    assert found.chance is None or found.n >= LEAST


@busy
@given(MANY, MANY, MANY, SHARE, SHARE, SHARE)
def test_more_time_left_never_makes_it_likelier(own, field, ward, used, one, two):
    experience = known(own, field, ward)
    less, more = (told(experience, used=used, left=left).chance for left in sorted((one, two)))
    assert (less is None) == (more is None)
    assert less is None or less >= more - 1e-12


@busy
@given(MANY, MANY, MANY, SHARE, SHARE, st.lists(st.floats(0, 50), min_size=2, max_size=2), st.floats(0, 20))
def test_a_longer_queue_never_makes_it_less_likely(own, field, ward, used, left, lengths, usual):
    experience = known(own, field, ward)
    short, long = (
        told(experience, used=used, left=left, queue=queue_factor(now=n, usual=usual)).chance for n in sorted(lengths)
    )
    assert short is None or long >= short - 1e-12


@busy
@given(MANY, SHARE, SHARE, st.lists(st.integers(0, 2000), min_size=2, max_size=2))
def test_a_longer_absence_never_makes_it_less_likely(own, used, left, minutes):
    short, long = (
        told(known(own), used=used, left=left, away=away_share(minutes=n, total=2400)).chance for n in sorted(minutes)
    )
    assert short is None or long >= short - 1e-12


def test_a_queue_as_usual_changes_nothing():
    assert queue_factor(now=9, usual=9) == queue_factor(now=0, usual=9) == 1
    assert queue_factor(now=19, usual=9) == pytest.approx(1.1)  # twice as long
    assert queue_factor(now=1000, usual=0) == pytest.approx(1.2)  # three times at most


def test_experience_is_kept_and_read_back():
    experience = known(own=[(100, 300)] * 3)
    experience.paths = 3
    again = Experience.loaded(experience.dumped())
    assert (again.passed, again.queues, again.paths) == (experience.passed, experience.queues, 3)
