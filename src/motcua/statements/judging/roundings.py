"""Rates and sums that are right but for how figures were rounded: up, to fewer decimals, each part by itself."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from motcua.sums import SMALL, Change, Force, Held, Kind, Relation, exact_percent, percent_of, places, slip

__all__ = ["OTHERWISE", "cuts_off", "rounded_otherwise"]

OTHERWISE = frozenset({"truncated", "up", "padded", "parts"})  # roundings that are right but not the usual one
_ALL = 100  # percent
_MOST_NOUGHTS = 3  # behind a rate of fewer decimals


def cuts_off(relations: Sequence[Relation], held: Sequence[Held], values: Mapping[int, Decimal]) -> bool:
    """Whether the statement cuts rates off instead of rounding them: where it can be seen, it always does."""
    ways = set()
    for one, how in zip(relations, held, strict=True):
        exact = exact_percent(one.fractions[how.reading], values) if one.fractions and how.holds else None
        if exact is not None and how.rounding in {"truncated", "half_up"}:
            decimals = places(values[one.printed])
            if percent_of(*exact, decimals, ROUND_DOWN) != percent_of(*exact, decimals, ROUND_HALF_UP):
                ways.add(how.rounding)
    return ways == {"truncated"}


def rounded_otherwise(
    relations: Sequence[Relation],
    held: Sequence[Held],
    mended: Mapping[int, tuple[Change, ...]],
    values: Mapping[int, Decimal],
) -> Iterator[tuple[int, Held]]:
    """Printed rates that fail and were only rounded otherwise: where they are, how they hold.

    Not those whose corrections mend another broken relation too, for then the rate bears witness to a wrong figure.
    """
    shares = Counter(changes for changes in mended.values() if changes)
    full: dict[int, set[int]] = {}  # rates by the decimals that they print, when the last is not a nought
    for one in relations:
        if one.fractions and values[one.printed] % 1 and str(values[one.printed])[-1] != "0":
            full.setdefault(places(values[one.printed]), set()).add(one.printed)
    for place, one in enumerate(relations):
        if held[place].holds or one.force < Force.LIKELY or shares[mended.get(place, ())] > 1:
            continue
        if not one.fractions:
            if _parts_rounded(one, values):
                yield place, replace(held[place], holds=True, rounding="parts")
            continue
        others = full.get(places(values[one.printed]), set()) - {one.printed}
        if found := _otherwise(one, values, in_full=bool(others)):
            yield place, found


def _parts_rounded(one: Relation, values: Mapping[int, Decimal]) -> bool:
    """Whether amounts with decimals, each rounded by itself, miss their sum by no more than that.

    "2.361,6 + 1.621,9 + 1.785,7 + 1.235,9 tấn, cộng 7.005,2 tấn"
    """
    decimals = max(places(values[which]) for which in one.quantities)
    left = sum((weight * values[which] for weight, which in one.sums[0]), start=Decimal(0))
    plain = one.kind is not Kind.PRODUCT and not one.hundred and not one.slack
    return plain and decimals > 0 and abs(left) * 2 <= len(one.sums[0]) * Decimal(1).scaleb(-decimals)


def _otherwise(one: Relation, values: Mapping[int, Decimal], *, in_full: bool) -> Held | None:
    """How a printed rate comes about when it is rounded up, else to fewer decimals ("95,90 %"); None when it does not.

    Up to whole percents only by the reading that the text suggests: by one of many, anything comes about. "All" and
    "none" are never the rounding of something else. `in_full`: another rate is printed with as many decimals, the last
    of them no nought; a nought is then more likely a slip than a habit, if one slip explains it.
    """
    printed = values[one.printed]
    if printed in {0, _ALL}:
        return None
    exacts = [exact_percent(fraction, values) for fraction in one.fractions]
    read = [(number, exact) for number, exact in enumerate(exacts) if exact is not None]
    for rounding in ("up", "padded"):
        for number, exact in read:
            least = 1 if number else 0
            right = percent_of(*exact, places(printed), ROUND_HALF_UP)
            if rounding == "up":
                fits = places(printed) >= least and _up(printed, exact)
            else:
                fits = _padded(printed, exact, least) and not (in_full and slip(printed, right) in SMALL)
            if fits:
                return Held(holds=True, reading=number, rounding=rounding, expected=right)
    return None


def _up(printed: Decimal, exact: tuple[Decimal, Decimal]) -> bool:
    """Whether it is the quotient rounded up to as many decimals."""
    over, under = exact
    below = percent_of(over, under, places(printed), ROUND_DOWN)
    return below * under < over * 100 and printed == below + Decimal(1).scaleb(-places(printed))


def _padded(printed: Decimal, exact: tuple[Decimal, Decimal], least: int) -> bool:
    """Whether it is the quotient rounded half up to fewer decimals, but `least` of them, with noughts behind."""
    fewer = range(max(least, places(printed) - _MOST_NOUGHTS), places(printed))
    return any(percent_of(*exact, decimals, ROUND_HALF_UP) == printed for decimals in fewer)
