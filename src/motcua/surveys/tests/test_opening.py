"""A ballot box opens only when nobody can be worked out: by the rate, by another period, by the rows beside it."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.surveys.rules import opened, percent
from motcua.surveys.rules.tallies import Count, Tally

LEAST = 5
MONTHS = [date(2026, m, 1) for m in range(1, 9)]
JAN, FEB, MAR = MONTHS[:3]
AFTER = date(2026, 12, 1)

PATHS = st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz"))
COUNTS = st.dictionaries(st.tuples(PATHS, st.sampled_from(MONTHS)), st.integers(1, 9), max_size=25)

MANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a shared machine


def people(counts, path, months):
    return sum(n for (p, month), n in counts.items() if p[: len(path)] == path and month in months)


@MANY
@given(COUNTS)
def test_what_a_box_gives_at_once_is_nobody_or_enough(counts):
    together = defaultdict(set)
    for (path, month), when in opened(counts, least=LEAST, before=AFTER).items():
        assert month <= when
        together[path, when].add(month)
    for (path, _), months in together.items():
        assert people(counts, path, months) >= LEAST


@MANY
@given(COUNTS)
def test_what_stays_closed_beside_opened_rows_is_nobody_or_enough(counts):
    """The whole minus its rows, up to any month: by subtracting, too, one gets nobody or enough people."""
    found = opened(counts, least=LEAST, before=AFTER)
    boxes = {p[:depth] for p, _ in counts for depth in range(3)}
    for until in MONTHS:
        given_out = {b: {m for m in MONTHS if found.get((b, m), AFTER) <= until} for b in boxes}
        for parent in boxes:
            rows = [b for b in boxes if len(b) == len(parent) + 1 and b[: len(parent)] == parent]
            if not rows:
                continue
            left = people(counts, parent, given_out[parent]) - sum(people(counts, b, given_out[b]) for b in rows)
            assert left == 0 or left >= LEAST
            assert all(given_out[b] <= given_out[parent] for b in rows)


@MANY
@given(COUNTS, st.sampled_from(MONTHS))
def test_what_is_open_stays_as_it_was(counts, running):
    """A later month changes nothing of what was published: opening is the same, seen from any later day."""
    then = opened(counts, least=LEAST, before=running)
    now = opened(counts, least=LEAST, before=AFTER)
    assert then == {key: when for key, when in now.items() if when < running}


def test_a_small_month_waits_for_the_next():
    counts = {(("A",), JAN): 3, (("A",), FEB): 4}
    assert opened(counts, least=LEAST, before=AFTER) == {
        (path, month): FEB for path in ((), ("A",)) for month in (JAN, FEB)
    }


def test_the_only_small_row_hides_the_next_smallest_too():
    """Ward 15, A 7, B 6, C 2: with A and B shown, C would be 15 - 13."""
    counts = {(("A",), JAN): 7, (("B",), JAN): 6, (("C",), JAN): 2}
    assert opened(counts, least=LEAST, before=AFTER) == {((), JAN): JAN, (("A",), JAN): JAN}


def test_two_small_rows_that_are_enough_together_hide_nobody_else():
    counts = {(("A",), JAN): 7, (("B",), JAN): 3, (("C",), JAN): 2}
    assert set(opened(counts, least=LEAST, before=AFTER)) == {((), JAN), (("A",), JAN)}


def test_the_running_month_stays_closed():
    """Else the sixth answer would be the difference between this morning and this afternoon."""
    counts = {(("A",), JAN): 9}
    assert opened(counts, least=LEAST, before=JAN) == {}


def test_a_quarter_does_not_give_away_its_small_month():
    """9 in January and February, then 2 in March: the quarter is the 9, the 2 wait."""
    counts = {(("A",), JAN): 5, (("A",), FEB): 4, (("A",), MAR): 2}
    found = opened(counts, least=LEAST, before=AFTER)
    assert found[("A",), JAN] == JAN
    assert found[("A",), FEB] == found[("A",), MAR] == MAR


# -- rates -------------------------------------------------------------------------------------------------------------


@MANY
@given(st.integers(0, 400), st.integers(0, 400))
def test_a_rate_is_half_up_and_never_of_few(part, whole):
    part = min(part, whole)
    found = percent(part, whole, least=LEAST)
    if whole < LEAST:
        assert found is None
    else:
        assert found is not None
        assert abs(found * whole - 100 * part) <= Decimal("0.005") * whole
        assert Decimal(0) <= found <= Decimal(100)
        exact = 20_000 * part + whole  # half up: floor(10000 * part / whole + 1/2) hundredths
        assert int(found * 100) == exact // (2 * whole)


@pytest.mark.parametrize(
    ("part", "whole", "rate"), [(1, 8, "12.50"), (111, 113, "98.23"), (2, 3, None), (5, 5, "100.00")]
)
def test_rates_as_people_write_them(part, whole, rate):
    assert percent(part, whole, least=LEAST) == (Decimal(rate) if rate else None)


def test_points_have_one_decimal_and_need_enough_answers():
    tally = Tally(people=8, questions={"attitude": Count(answers=8, points=13), "contacts": Count(answers=4, points=8)})
    assert tally.mean("attitude", least=LEAST) == Decimal("1.6")  # 1.625
    assert tally.mean("contacts", least=LEAST) is None
    assert tally.mean("nothing", least=LEAST) is None
