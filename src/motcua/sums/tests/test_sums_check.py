"""Identities and rates: do they hold, and what do they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.sums import Identity, Rate, Rounding, check, check_rates, share

SETTLED = Identity(label="Đã giải quyết", left=("settled",), right=("early", "on_time", "overdue"))
counts = st.integers(min_value=0, max_value=10**6)


def test_a_sum_that_holds_is_written_in_numbers() -> None:
    verdict = check({"settled": 1281, "early": 1226, "on_time": 2, "overdue": 53}, [SETTLED])[0]
    assert verdict.holds
    assert verdict.text == "1.281 = 1.226 + 2 + 53"
    assert verdict.difference == 0


def test_a_sum_that_fails_says_by_how_much() -> None:
    verdict = check({"settled": 1281, "early": 1226, "on_time": 2, "overdue": 56}, [SETTLED])[0]
    assert not verdict.holds
    assert verdict.text == "1.226 + 2 + 56 = 1.284, không phải 1.281: lệch 3"
    assert (verdict.left_sum, verdict.right_sum, verdict.difference) == (1281, 1284, 3)


def test_two_sums_on_both_sides() -> None:
    identity = Identity(label="", left=("a", "b"), right=("c",))
    assert check({"a": 1, "b": 2, "c": 3}, [identity])[0].text == "1 + 2 = 3"
    assert check({"a": 1, "b": 2, "c": 5}, [identity])[0].text == "5, không phải 1 + 2 = 3: lệch 2"


def test_linh_trung_2023() -> None:
    channels = Identity(label="Kênh nộp", left=("received",), right=("direct", "level_3", "level_4"))
    figures = {"received": 12558, "direct": 12524, "level_3": 33, "level_4": 1}
    assert check(figures, [channels])[0].text == "12.558 = 12.524 + 33 + 1"


def test_a_missing_figure_is_named() -> None:
    with pytest.raises(Refused) as no:
        check({"settled": 1}, [SETTLED])
    assert no.value.code == "sums.missing"
    assert "early" in no.value.vi


@pytest.mark.parametrize(
    ("part", "whole", "printed", "decimals", "rounding"),
    [
        (1283, 1338, "95.89", 2, Rounding.HALF_UP),  # An Thắng 2025: 95,8893…
        (55, 1338, "4.11", 2, Rounding.EITHER),
        (1226 + 2, 1281, "95.86", 2, Rounding.EITHER),
        (14, 27, "51.8", 1, Rounding.TRUNCATED),  # Cầu Tre 2022: 51,85 printed as 51,8
        (2756, 4545, "60.64", 2, Rounding.HALF_UP),
        (63, 179, "35.2", 1, Rounding.HALF_UP),  # Thủ Đức 2018
        (1, 3, "33.33", 2, Rounding.EITHER),
        (1, 3, "33.34", 2, None),
    ],
)
def test_rates_of_the_reports(part: int, whole: int, printed: str, decimals: int, rounding: Rounding | None) -> None:
    rate = Rate(name="r", numerator=("a",), denominator=("b",), printed=Decimal(printed), decimals=decimals)
    verdict = check_rates({"a": part, "b": whole}, [rate])[0]
    assert verdict.rounding is rounding
    assert verdict.holds is (rounding is not None)


def test_what_rates_say() -> None:
    def said(printed: str, a: int = 14, b: int = 27) -> str:
        rate = Rate(name="r", numerator=("a",), denominator=("b",), printed=Decimal(printed))
        return check_rates({"a": a, "b": b}, [rate])[0].text

    assert said("51.85") == "14 / 27 = 51,85 %"
    assert said("66.67", 2, 3) == "2 / 3 = 66,67 %"
    assert said("66.66", 2, 3) == "2 / 3 = 66,67 %; bản in bỏ phần lẻ: 66,66 %"
    assert said("50") == "14 / 27 = 51,85 %, không phải 50,00 %"
    assert said("0", 0, 0) == "0 / 0: mẫu số bằng 0, không tính được"
    assert said("5", 0, 0) == "0 / 0: mẫu số bằng 0, không tính được; bản in ghi 5,00 %"


def test_share() -> None:
    assert share(2756, 4545) == Decimal("60.64")
    assert share(1, 8, 1) == Decimal("12.5")
    assert share(1, 800, 2) == Decimal("0.13")  # half up, never to even
    assert share(-1, 800, 2) == Decimal("-0.13")
    assert share(0, 0) is None


@given(counts, st.integers(min_value=1, max_value=10**6), st.integers(min_value=0, max_value=6))
def test_share_is_within_half_a_step(part: int, whole: int, decimals: int) -> None:
    found = share(part, whole, decimals)
    assert found is not None
    assert abs(found * whole - 100 * part) * 2 <= whole * Decimal(1).scaleb(-decimals)


@given(st.lists(counts, min_size=1, max_size=6))
def test_a_true_total_always_holds(terms: list[int]) -> None:
    figures = {f"t{i}": term for i, term in enumerate(terms)}
    identity = Identity(label="", left=("total",), right=tuple(figures))
    assert check({**figures, "total": sum(terms)}, [identity])[0].holds
    assert not check({**figures, "total": sum(terms) + 1}, [identity])[0].holds
