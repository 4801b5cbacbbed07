"""Rates that fit nothing they were held against, because the text itself accounts for them otherwise.

A second rate beside the first, which is right: that of another year ("85,0 % (năm trước 83,6 %)"). Rates of all that
their list counts, though no number tells it: "12 chỉ tiêu đạt (63 %), 4 gần đạt (21 %), 3 không đạt (16 %)".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, is_share, judge

__all__ = ["accounted_for"]

_LEAST = 3  # counts of a list with their rates
_IN_BRACKET = re.compile(r" ?\((?:[^().;%\d]|20\d\d){0,40}")


def accounted_for(
    text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known
) -> Iterator[Relation]:
    """The same checks, without second rates; those of a list that makes its whole together are of that."""
    values = {one.index: one.value for one in found.quantities}
    right = {one.printed for one in relations if one.kind is Kind.RATE and judge(one, values).holds}
    listed = dict(_of_lists(figures, found))
    for one in relations:
        if one.kind is not Kind.RATE or one.force is Force.LOOSE or judge(one, values).holds:
            yield one
            continue
        rate = figures[found.quantities[one.printed].figures[0]]
        if _is_second(text, rate, figures, found, right):
            continue
        whole = listed.get(rate.index)
        of_list = whole is not None and {*one.fractions[0].under} <= {*whole.under}
        yield replace(one, fractions=(whole,), said=False) if whole is not None and of_list else one


def _is_second(text: str, rate: Figure, figures: Sequence[Figure], found: Known, right: set[int]) -> bool:
    """Whether a rate stands in a bracket right behind a rate that is right."""
    first = figures[rate.index - 1] if rate.index and rate.trio is None else None
    if first is None or first.trio is not None or found.of_figure[first.index] not in right:
        return False
    return _IN_BRACKET.fullmatch(text, first.numeral.end, rate.numeral.start) is not None


def _of_lists(figures: Sequence[Figure], found: Known) -> Iterator[tuple[int, Fraction]]:
    """What each rate of such a list is of."""
    run: list[tuple[Figure, Figure]] = []
    for rate in [*(one for one in figures if one.numeral.form is Form.PERCENT), None]:
        pair = _pair(rate, figures) if rate is not None else None
        if pair is not None and (not run or _goes_on(run[-1], pair)):
            run.append(pair)
            continue
        yield from _whole_of(run, found)
        run = [pair] if pair is not None else []


def _pair(rate: Figure, figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """A count and its rate right behind it in a sentence."""
    said = figures[rate.said_of] if rate.said_of is not None else None
    if said is None or said.index != rate.index - 1 or rate.trio is not None or said.numeral.form is not Form.COUNT:
        return None
    return (said, rate) if rate.numeral.hedge is Hedge.EXACT and not rate.compared else None


def _goes_on(last: tuple[Figure, Figure], pair: tuple[Figure, Figure]) -> bool:
    return pair[0].index == last[1].index + 1 and pair[0].paragraph == last[0].paragraph


def _whole_of(run: Sequence[tuple[Figure, Figure]], found: Known) -> Iterator[tuple[int, Fraction]]:
    total = sum((count.numeral.value for count, _ in run), start=Decimal(0))
    if len(run) < _LEAST or not all(is_share(rate.numeral.value, count.numeral.value, total) for count, rate in run):
        return
    under = tuple(dict.fromkeys(found.of_figure[count.index] for count, _ in run))
    if len(under) == len(run):
        for count, rate in run:
            yield rate.index, Fraction(over=(found.of_figure[count.index],), under=under, name="other")
