"""Rates of the first of two counts in one clause: "548 hộ; 502 hộ đạt đủ 8 tiêu chí, đạt 91,6 %"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, is_share

__all__ = ["of_either"]

_CLAUSE = re.compile(r"[^.,;:()\n\d]{1,40}")
_NEAR = 6  # figures before a clause that may be the whole


def of_either(text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same checks; a rate that is of the other count of its clause is read so too."""
    for one in relations:
        other = _other_reading(text, one, figures, found) if one.kind is Kind.RATE and one.force > Force.LOOSE else None
        yield one if other is None else replace(one, fractions=(*one.fractions, other))


def _other_reading(text: str, one: Relation, figures: Sequence[Figure], found: Known) -> Fraction | None:
    rate = figures[found.quantities[one.printed].figures[0]]
    said = figures[rate.said_of] if rate.said_of is not None else None
    if said is None or said.trio is not None or not said.index or not rate.numeral.decimals:
        return None
    first = figures[said.index - 1]
    if not first.told or not _CLAUSE.fullmatch(text, first.numeral.end, said.numeral.start):
        return None
    for whole in reversed(figures[max(0, first.index - _NEAR) : first.index]):
        if whole.told and is_share(rate.numeral.value, first.numeral.value, whole.numeral.value):
            over, under = found.of_figure[first.index], found.of_figure[whole.index]
            return Fraction(over=(over,), under=(under,), name="named")
    return None
