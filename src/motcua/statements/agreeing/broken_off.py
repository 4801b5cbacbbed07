"""Lists that break off at a number which was read as that of a name.

"46 người: công an 18, đoàn viên 21, cán bộ khu phố 7". And lists that words without a number go on with.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Relation, Weighted, judge

__all__ = ["without_broken_off"]

_NEXT = re.compile(r"[^.;:()\n\d]{2,60}? (\d{1,4})(?=\W*(?:[,.;:)\n]|$))")  # the number that a list goes on with
_OTHERS = re.compile(
    r"[^.;:()\n\d]{0,60}?(?:,| và| cùng) (?:một số|một vài|nhiều)(?: [^\W\d]+){1,8}? khác(?!\w)(?![^.;,\n]{0,12}\d)",
    re.IGNORECASE,
)
_LEAST = 3  # a whole and two parts


def without_broken_off(
    text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known
) -> Iterator[Relation]:
    """The same checks without sums whose parts lack just the number that stands where their list goes on.

    Whether that is of a name or counts something, the sum is not shown to be wrong.
    """
    values = {one.index: one.value for one in found.quantities}
    starts = {one.numeral.start for one in figures}
    for one in relations:
        failing = _may_go_on(one) and not judge(one, values).holds
        if failing and _goes_on(text, one, figures, found, values):
            continue
        number = _next(text, one, figures, found, starts) if failing else None
        if number is None or all(_lacking(terms, values) != number for terms in one.sums):
            yield one


def _may_go_on(one: Relation) -> bool:
    """Whether it is the sum of a list that nothing in the text claims to be complete."""
    return bool(one.sums) and one.force is Force.LIKELY and not one.hundred and len(one.sums[0]) >= _LEAST


def _goes_on(text: str, one: Relation, figures: Sequence[Figure], found: Known, values: Mapping[int, Decimal]) -> bool:
    """Whether words after the parts, which fall short, say that there are others: "…, 6 và một số thủ tục khác"."""
    last = max((figures[found.quantities[which].figures[0]] for _, which in one.sums[0]), key=lambda each: each.index)
    return last.trio is None and _lacking(one.sums[0], values) > 0 and _OTHERS.match(text, last.numeral.end) is not None


def _next(text: str, one: Relation, figures: Sequence[Figure], found: Known, starts: set[int]) -> int | None:
    """The number behind the last part of a sum, when it is no figure."""
    parts = (figures[found.quantities[which].figures[0]] for weight, which in one.sums[0] if weight < 0)
    last = max(parts, key=lambda part: part.index)
    after = _NEXT.match(text, last.numeral.end) if last.trio is None else None
    return int(after[1]) if after is not None and after.start(1) not in starts else None


def _lacking(terms: Weighted, values: Mapping[int, Decimal]) -> Decimal:
    return sum((weight * values[which] for weight, which in terms), start=Decimal(0))
