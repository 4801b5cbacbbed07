"""The numbers that are printed about the forecast."""

import pytest

from motcua.forecast.rules import Said, as_data, as_text, best_threshold, measured, scored

SAID = [
    Said(dossier="a", chance=0.9, left=900, late=True),
    Said(dossier="a", chance=0.8, left=400, late=True),
    Said(dossier="b", chance=0.6, left=900, late=False),
    Said(dossier="c", chance=0.1, left=300, late=False),
    Said(dossier="d", chance=None, left=900, late=True),
]


def test_counts_and_rates():
    found = measured(SAID, threshold=0.5)
    assert (found.unsaid, found.forecast.n, found.forecast.late) == (1, 5, 3)
    assert (found.forecast.warned, found.forecast.hit) == (3, 2)
    assert (found.forecast.precision, found.forecast.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (found.plain.warned, found.plain.hit) == (2, 1)
    assert (found.plain_early.warned, found.plain_early.precision, found.plain_early.recall) == (0, None, 0)
    early = found.forecast_early
    assert (early.dossiers, early.dossiers_late, early.dossiers_warned, early.dossiers_hit) == (3, 2, 2, 1)


def test_the_error_of_the_percentages_beside_that_of_the_base_rate():
    found = measured(SAID, threshold=0.5).forecast
    assert found.brier == pytest.approx((0.01 + 0.04 + 0.36 + 0.01) / 4)
    assert found.base_brier == pytest.approx(0.25)


def test_the_best_threshold_warns_least_of_the_equally_good():
    assert best_threshold(SAID[:4]) == 0.8
    assert best_threshold(SAID[2:4]) is None
    assert best_threshold([]) is None


def test_nothing_replayed_is_said_without_a_division_by_zero():
    empty = measured([], threshold=0.25)
    assert (empty.forecast.precision, empty.forecast.recall, empty.forecast.base) == (None, None, None)
    assert "0 lượt" in as_text(empty)
    assert as_data(empty)["all"]["forecast"]["n"] == 0  # type: ignore[index]  # plain data


def test_a_rate_is_printed_with_its_fraction():
    said = as_text(measured(SAID, threshold=0.5))
    assert "đúng 2/3 = 66,7% lượt báo; bắt được 2/3 = 66,7% lượt trễ" in said
    assert scored(SAID, warns=[True] * 5).recall == 1
