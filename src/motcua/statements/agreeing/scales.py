"""Money told in several units: "1,35 tỷ đồng, gồm 800 triệu đồng và 550 triệu đồng", "96,5 triệu, tức 96.500.000 đồng".

Sums of it are weighted by what each unit stands for; what the coarser figures were rounded by is no mistake.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from motcua.statements.signs.amounts import is_amount
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, Weighted, judge, places

__all__ = ["in_one_unit", "tens_of"]

_UNIT = re.compile(
    r"\s*(?:(?:(?P<thousand>nghìn|ngàn|thousand)|(?P<million>triệu|tr|million)|(?P<billion>tỷ|tỉ|billion))(?!\w)"
    r"(?:\s*(?:đồng|đ|vnđ|vnd)(?!\w))?|(?:đồng|đ|vnđ|vnd)(?!\w))",
    re.IGNORECASE,
)
_TENS = {"thousand": 3, "million": 6, "billion": 9}
_THAT_IS = re.compile(
    r"[ ,]*\(?(?:tức(?: là)?|nghĩa là|tương đương(?: với)?|hay(?: là)?|nói cách khác(?: là)?|that is|i\.e\.) ",
    re.IGNORECASE,
)


def in_one_unit(
    text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known
) -> Iterator[Relation]:
    """The same checks, sums of money in several units weighted; and one for every amount told in two units.

    Without rates that are right of amounts in two units: "of 31.7 billion dong 95 million is overdue, 0.3 %".
    """
    tens = {found.of_figure[one.index]: scale for one in figures if (scale := tens_of(text, one)) is not None}
    values = {one.index: one.value for one in found.quantities}
    mixed = len({*tens.values()}) > 1
    for one in relations:
        if mixed and one.fractions and _right_in_units(one, tens, values):
            continue
        split = mixed and one.kind is Kind.SUM and not one.hundred and one.quantities <= tens.keys()
        if not split or len({tens[which] for which in one.quantities}) < 2 or judge(one, values).holds:
            yield one
        else:
            yield _weighted(one, tens, values)
    for first, same in pairwise(figures) if mixed else ():
        units = [_UNIT.match(text, one.numeral.end) for one in (first, same)]
        a, b = found.of_figure[first.index], found.of_figure[same.index]
        told = units[0] and units[1] and {a, b} <= tens.keys() and tens[a] != tens[b]
        if told and units[0] and _THAT_IS.fullmatch(text, units[0].end(), same.numeral.start):
            equal = Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(((1, a), (-1, b)),))
            yield _weighted(equal, tens, values)


def tens_of(text: str, one: Figure) -> int | None:
    """The tens that the unit of an amount stands for; None of what is no amount of money of a sentence."""
    found = _UNIT.match(text, one.numeral.end)
    if one.trio is not None or one.numeral.form is not Form.COUNT:
        return None
    if found is None or is_amount(one.numeral.text):
        return 0 if is_amount(one.numeral.text) else None
    return next((scale for name, scale in _TENS.items() if found[name]), 0)


def _right_in_units(one: Relation, tens: Mapping[int, int], values: Mapping[int, Decimal]) -> bool:
    """Whether a rate holds by a reading of amounts in several units, brought to one."""
    told = ({*each.over, *each.minus, *each.under, *each.without} for each in one.fractions)
    several = [
        fraction
        for fraction, amounts in zip(one.fractions, told, strict=True)
        if amounts <= tens.keys() and len({tens[which] for which in amounts}) > 1
    ]
    if not several:
        return False
    brought = {**values, **{which: values[which] * 10**scale for which, scale in tens.items()}}
    return judge(replace(one, fractions=tuple(several)), brought).holds


def _weighted(one: Relation, tens: Mapping[int, int], values: Mapping[int, Decimal]) -> Relation:
    least = min(tens[which] for which in one.quantities)
    finest = {which: Decimal(10) ** (tens[which] - least - places(values[which])) for which in one.quantities}
    rounded = (each for each in finest.values() if each > min(finest.values()))
    sums = tuple(_in_least(reading, tens, least) for reading in one.sums)
    return replace(one, sums=sums, slack=one.slack + sum(rounded, start=Decimal(0)) / 2)


def _in_least(reading: Weighted, tens: Mapping[int, int], least: int) -> Weighted:
    return tuple((weight * 10 ** (tens[which] - least), which) for weight, which in reading)
