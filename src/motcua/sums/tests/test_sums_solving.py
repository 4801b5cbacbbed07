"""Do relations hold, and which smallest change makes all of them hold."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from motcua.sums import (
    Change,
    Force,
    Fraction,
    Kind,
    Quantity,
    Relation,
    Slip,
    connected,
    judge,
    slip,
    solve,
    tells_share,
    weighted,
)

counts = st.integers(min_value=0, max_value=99_999)
large = st.integers(min_value=1_000, max_value=9_999)


def figures(*values: str | int, rates: tuple[int, ...] = (), usual: int = 0) -> list[Quantity]:
    return [
        Quantity(index=n, value=Decimal(value), figures=[n], rate=n in rates, usual=usual if n in rates else 0)
        for n, value in enumerate(values)
    ]


def total(whole: int, *parts: int) -> Relation:
    return Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([whole], parts),))


def rate(printed: int, over: int | tuple[int, ...], *unders: int) -> Relation:
    over = (over,) if isinstance(over, int) else over
    fractions = tuple(Fraction(over=over, under=(under,), name=str(under)) for under in unders)
    return Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=fractions, printed=printed)


def mended(relations: list[Relation], quantities: list[Quantity], *, two: bool = False) -> list[Change]:
    values = {one.index: one.value for one in quantities}
    broken = [one for one in relations if not judge(one, values).holds]
    return solve(broken, [one for one in relations if one not in broken], quantities, two=two)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("56", "53", Slip.DIGIT),
        ("512", "521", Slip.SWAPPED),
        ("126", "1226", Slip.DROPPED),
        ("77", "7", Slip.ADDED),
        ("97.5", "97.05", Slip.DROPPED),
        ("23", "2.3", Slip.COMMA),
        ("1.84", "18.4", Slip.COMMA),
        ("76.26", "72.66", Slip.SWAPPED),
        ("40.25", "38.33", Slip.OTHER),
        ("4071", "4107", Slip.OTHER),
        ("96.5", "94.5", Slip.DIGIT),
    ],
)
def test_kinds_of_slips(old: str, new: str, kind: Slip) -> None:
    assert slip(Decimal(old), Decimal(new)) is kind


def test_a_rate_computed_anew() -> None:
    assert slip(Decimal("40.25"), Decimal("38.33"), rate=True) is Slip.COMPUTED


def test_how_a_rate_was_rounded() -> None:
    def held(printed: str, over: int, under: int) -> tuple[bool, str]:
        quantities = {0: Decimal(printed), 1: Decimal(over), 2: Decimal(under)}
        found = judge(rate(0, 1, 2), quantities)
        return found.holds, found.rounding

    assert held("51.85", 14, 27) == (True, "half_up")
    assert held("51.8", 14, 27) == (True, "truncated")
    assert held("51.9", 14, 27) == (True, "half_up")
    assert held("51.7", 14, 27) == (False, "")
    assert held("0", 0, 0) == (False, "")  # nothing can be divided by nothing


def test_the_first_reading_that_holds_counts() -> None:
    values = {0: Decimal("60.64"), 1: Decimal(2756), 2: Decimal(5000), 3: Decimal(4545)}
    found = judge(rate(0, 1, 2, 3), values)
    assert (found.holds, found.reading, found.expected) == (True, 1, Decimal("60.64"))


def test_parts_may_fall_short_but_not_exceed() -> None:
    part = Relation(kind=Kind.PART, force=Force.CLAIMED, sums=(weighted([0], [1, 2]),), at_most=True)
    assert judge(part, {0: Decimal(10), 1: Decimal(4), 2: Decimal(5)}).holds
    assert not judge(part, {0: Decimal(10), 1: Decimal(6), 2: Decimal(5)}).holds


def test_hundred_gives_way_to_rounding() -> None:
    one = Relation(
        kind=Kind.SUM, force=Force.LOOSE, sums=(((1, 0), (1, 1), (1, 2)),), slack=Decimal("0.1"), hundred=True
    )
    assert judge(one, {0: Decimal("33.3"), 1: Decimal("33.3"), 2: Decimal("33.3")}).holds
    assert not judge(one, {0: Decimal("33.3"), 1: Decimal("33.3"), 2: Decimal("33.1")}).holds


def test_an_thang_names_53_first() -> None:
    # received, settled, early, on time, late, in progress, in time, overdue, in time %, late %
    quantities = figures(1338, 1281, 1226, 2, 56, 57, 55, 2, "95.89", "4.11", rates=(8, 9))
    relations = [total(1, 2, 3, 4), total(5, 6, 7), total(0, 1, 5), rate(8, (2, 3, 6), 0), rate(9, (4, 7), 0)]
    changes = mended(relations, quantities)
    assert [one.values for one in changes] == [((4, Decimal(53)),)]
    assert changes[0].slip is Slip.DIGIT


def test_exchanged_labels() -> None:
    quantities = figures(3352, 3201, 151, "4.50", "95.50", rates=(3, 4))
    changes = mended([total(0, 1, 2), rate(3, 1, 0), rate(4, 2, 0)], quantities)
    assert {one.slip for one in changes} == {Slip.LABEL}
    assert ((1, Decimal(151)), (2, Decimal(3201))) in {one.values for one in changes}


def test_two_wrong_figures() -> None:
    # 100 = 60 + 45 and 60 = 31 + 24; the rates 60 % and 31 % hold
    quantities = figures(100, 60, 45, 31, 24, "60.00", "31.00", rates=(5, 6))
    relations = [total(0, 1, 2), total(1, 3, 4), rate(5, 1, 0), rate(6, 3, 0)]
    assert mended(relations, quantities) == []
    pairs = {one.values for one in mended(relations, quantities, two=True)}
    assert ((2, Decimal(40)), (4, Decimal(29))) in pairs
    assert all(len(one) == 2 for one in pairs)


def test_a_dropped_decimal_is_seen_where_others_have_two() -> None:
    quantities = figures("97.5", 1908, 1966, rates=(0,), usual=2)
    proposed = {one.values[0] for one in mended([rate(0, 1, 2)], quantities)}
    assert (0, Decimal("97.05")) in proposed
    assert (0, Decimal("97.0")) not in proposed
    quantities = figures("97.5", 1908, 1966, rates=(0,), usual=1)
    assert (0, Decimal("97.0")) in {one.values[0] for one in mended([rate(0, 1, 2)], quantities)}


def test_a_difference_below_nothing_is_no_figure_to_slip() -> None:
    changes = mended([total(0, 1, 2)], figures(68, 86, -17))
    assert (1, Decimal(85)) in {one.values[0] for one in changes}


def test_what_is_connected_stays_together() -> None:
    a, b, c = total(0, 1, 2), total(3, 4, 5), total(2, 6, 7)
    assert list(connected([a, b, c])) == [[a, c], [b]]
    assert list(connected([])) == []


@given(st.lists(counts, min_size=2, max_size=6))
def test_a_true_sum_needs_no_change(parts: list[int]) -> None:
    quantities = figures(sum(parts), *parts)
    assert judge(total(0, *range(1, len(quantities))), {one.index: one.value for one in quantities}).holds


@given(st.lists(counts, min_size=2, max_size=5), st.data())
def test_a_changed_digit_is_among_the_changes(parts: list[int], data: st.DataObject) -> None:
    true = [sum(parts), *parts]
    which = data.draw(st.integers(min_value=0, max_value=len(parts)))
    digits = str(true[which])
    place = data.draw(st.integers(min_value=0, max_value=len(digits) - 1))
    changed = int(digits[:place] + data.draw(st.sampled_from("0123456789")) + digits[place + 1 :])
    assume(changed != true[which])
    quantities = figures(*(changed if n == which else value for n, value in enumerate(true)))
    changes = mended([total(0, *range(1, len(true)))], quantities)
    assert ((which, Decimal(true[which])),) in {one.values for one in changes}


@given(large, large, large, st.sampled_from("0123456789"))
def test_a_changed_digit_that_rates_anchor_is_named(a: int, b: int, c: int, digit: str) -> None:
    """The whole and two of three parts have rates to seven decimals: only the third can be wrong."""
    whole, wrong = a + b + c, int(str(c)[:-1] + digit)
    assume(wrong != c)
    shares = (str((Decimal(part) * 100 / whole).quantize(Decimal("0.0000001"), ROUND_HALF_UP)) for part in (a, b))
    quantities = figures(whole, a, b, wrong, *shares, rates=(4, 5))
    best, *_ = mended([total(0, 1, 2, 3), rate(4, 1, 0), rate(5, 2, 0)], quantities)
    assert best.values == ((3, Decimal(c)),)
    assert best.slip is Slip.DIGIT


@pytest.mark.parametrize(("part", "whole", "printed", "right"), [(30, 80, 60, "37.5"), (36, 54, 90, "67")])
def test_a_rate_computed_anew_has_a_decimal_when_nothing_is_left_to_round(part, whole, printed, right):
    changes = solve([rate(2, 0, 1)], [], figures(part, whole, printed, rates=(2,)))
    assert [one.values for one in changes if one.slip is Slip.COMPUTED] == [((2, Decimal(right)),)]


@pytest.mark.parametrize(("printed", "part", "whole"), [("75.0", 18, 24), ("75", 180, 240)])
def test_a_share_that_is_hardly_chance(printed: str, part: int, whole: int):
    assert tells_share(Decimal(printed), Decimal(part), Decimal(whole))


@pytest.mark.parametrize(("printed", "part", "whole"), [("75", 18, 24), ("67", 160, 240), ("74.0", 180, 240)])
def test_a_share_that_may_be_chance_or_is_none(printed: str, part: int, whole: int):
    assert not tells_share(Decimal(printed), Decimal(part), Decimal(whole))
