"""A number opens to as many rows as it says: every figure, every row, every group."""

from datetime import date

import pytest

from motcua.acts import Refused
from motcua.figures import actions, queries
from motcua.figures.queries.closed import closed_listed
from motcua.figures.queries.lists import listed
from motcua.figures.rules import FIGURES, Group
from motcua.figures.tests.lives import at

NOVEMBER = {"from_": date(2026, 11, 1), "to": date(2026, 11, 30)}
ALL = 1000


@pytest.mark.parametrize("moment", ["2026-11-20 12:00", "2026-11-13 09:30"])
def test_every_number_opens_to_exactly_its_rows(lives, moment):
    by = lives.cast["counter"]
    for group in Group:
        report = queries.report(by=by, as_of=at(moment), group=group.value, **NOVEMBER)
        for name in FIGURES:
            numbers = {None: report.total.figures[name]} | {line.key: line.figures[name] for line in report.lines}
            for key, number in numbers.items():
                found = listed(by=by, scope=report.scope, figure=name, key=key, limit=ALL)
                assert (found.total, len(found.rows), len({row.code for row in found.rows})) == (number,) * 3
            if report.lines:
                assert sum(n for key, n in numbers.items() if key is not None) == numbers[None]


def test_every_number_of_a_closed_report_opens_to_its_frozen_rows(lives):
    by = lives.cast["director"]
    kept = actions.close_report(
        by=by, at=at("2026-11-20 12:00"), as_of=at("2026-11-20 12:00"), group="field", **NOVEMBER
    )
    for line in (*kept.numbers["rows"], kept.numbers["total"]):
        for name in FIGURES:
            found = closed_listed(by=by, report=kept, figure=name, key=line.get("key"), limit=ALL)
            assert (found.total, len(found.rows)) == (line[name], line[name])


def test_a_list_of_a_page_says_how_many_are_left(lives, django_assert_max_num_queries):
    by = lives.cast["counter"]
    scope = queries.report(by=by, as_of=at("2026-11-20 12:00"), **NOVEMBER).scope
    with django_assert_max_num_queries(4):
        found = listed(by=by, scope=scope, figure="received", limit=5, offset=5)
    assert (len(found.rows), found.remaining) == (5, found.total - 10)


def test_the_worst_lateness_comes_first(lives):
    by = lives.cast["counter"]
    scope = queries.report(by=by, as_of=at("2026-11-20 12:00"), **NOVEMBER).scope
    first = listed(by=by, scope=scope, figure="received", limit=1).rows[0]
    assert first.code == lives.code("withdrawn_late")
    assert "ngày" in first.late_words


def test_an_unknown_figure_and_an_unknown_row_are_told_apart(lives):
    by = lives.cast["counter"]
    scope = queries.report(by=by, as_of=at("2026-11-20 12:00"), **NOVEMBER).scope
    with pytest.raises(Refused) as no:
        listed(by=by, scope=scope, figure="lời hứa")
    assert no.value.code == "missing"
    assert listed(by=by, scope=scope, figure="received", key="' OR 1=1 --").total == 0


def test_another_ward_counts_nothing_of_this_one(lives, stranger):
    report = queries.report(by=stranger["counter"], as_of=at("2026-11-20 12:00"), **NOVEMBER)
    assert report.total.figures["received"] == 0
    assert all(rate.value is None for rate in report.rates)
    assert listed(by=stranger["counter"], scope=report.scope, figure="received").total == 0
