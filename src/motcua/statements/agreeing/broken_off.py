"""Lists that break off at a number which was read as that of a name.

"46 người: công an 18, đoàn viên 21, cán bộ khu phố 7". And lists that words without a number go on with.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from motcua.statements.signs.figures import Figure, noun_of
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, Weighted, judge

__all__ = ["without_broken_off"]

_NEXT = re.compile(r"[^.;:()\n\d]{2,60}? (\d{1,4})(?=\W*(?:[,.;:)\n]|$))")  # the number that a list goes on with
_OTHERS = re.compile(
    r"[^.;:()\n\d]{0,60}?(?:(?:,| và| cùng) (?:một số|một vài|nhiều)(?: [^\W\d]+){1,8}? khác(?!\w)(?![^.;,\n]{0,12}\d)|"
    r",? ?(?:\.\.\.|…|v\. ?v|etc))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d.,/])\d{1,4}(?=[;)]|,(?!\d))")
_NAMED = re.compile(  # one without a number: "riêng xã Ba Trem giảm", not "thôn Đoài 11 hộ"
    r"(?<![\d] )(?<!\w)(?:huyện|xã|phường|thôn|ấp|bản|thị trấn|đơn vị) [A-ZĐ]\w+[^\d.,;:()]{3,60}(?=[.,;)])"
)
_FAR = 60  # characters behind the last part
_BEFORE = 6  # figures before the first
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
        explained = failing and (
            _goes_on(text, one, figures, found, values)
            or _passed_over(one, figures, found, values)
            or _of_another(one, figures, found)
        )
        plain = one.kind is Kind.SUM and not one.hundred and len(one.sums[0]) >= _LEAST
        if explained or (plain and _one_by_name(text, one, figures, found, values)):
            continue
        names = _unread(text, one, figures, found, starts) if failing else ()
        if not any(_lacking(terms, values) in names for terms in one.sums):
            yield one


def _may_go_on(one: Relation) -> bool:
    """Whether it is the sum of a list that nothing in the text claims to be complete."""
    return bool(one.sums) and one.force is Force.LIKELY and not one.hundred and len(one.sums[0]) >= _LEAST


def _goes_on(text: str, one: Relation, figures: Sequence[Figure], found: Known, values: Mapping[int, Decimal]) -> bool:
    """Whether words after the parts, which fall short, say that there are others: "…, 6 và một số thủ tục khác"."""
    last = max((figures[found.quantities[which].figures[0]] for _, which in one.sums[0]), key=lambda each: each.index)
    return last.trio is None and _lacking(one.sums[0], values) > 0 and _OTHERS.match(text, last.numeral.end) is not None


def _passed_over(one: Relation, figures: Sequence[Figure], found: Known, values: Mapping[int, Decimal]) -> bool:
    """Whether counts between its whole and its last part, told as something else, are just what the sum lacks.

    "14 cuộc (kỳ trước chuyển sang 3, theo kế hoạch 10, đột xuất 1)"
    """
    first, *others = (figures[found.quantities[which].figures[0]] for _, which in one.sums[0])
    last = max(others, key=lambda each: each.index)
    between = [each for each in figures[first.index + 1 : last.index] if each.numeral.form is Form.COUNT]
    over = [each for each in between if found.of_figure[each.index] not in one.quantities and each.block == last.block]
    return bool(over) and sum(each.numeral.value for each in over) == _lacking(one.sums[0], values)


def _one_by_name(
    text: str, one: Relation, figures: Sequence[Figure], found: Known, values: Mapping[int, Decimal]
) -> bool:
    """Whether just one is lacking, which the text calls by its name: "6 xã tăng, 2 không đổi, riêng xã Tre giảm"."""
    for terms in one.sums:
        parts = [figures[found.quantities[which].figures[0]] for weight, which in terms if weight < 0]
        start, end = (pick(part.numeral.start for part in parts) for pick in (min, max))
        if _lacking(terms, values) == 1 and _NAMED.search(text, start, end + _FAR):
            return True
    return False


def _of_another(one: Relation, figures: Sequence[Figure], found: Known) -> bool:
    """Whether the parts come to just another count of their noun shortly before them: it is that which they split."""
    whole, *parts = (figures[found.quantities[which].figures[0]] for _, which in one.sums[0])
    first = min(part.index for part in parts)
    total = sum((part.numeral.value for part in parts), start=Decimal(0))
    near = [each for each in figures[max(0, first - _BEFORE) : first] if each.counts and each.block == whole.block]
    return not whole.key and any(
        each.numeral.value == total and noun_of(each) == noun_of(parts[0]) != "" for each in near
    )


def _unread(text: str, one: Relation, figures: Sequence[Figure], found: Known, starts: set[int]) -> Collection[Decimal]:
    """The numbers between the parts of a sum and right behind the last that are no figures."""
    parts = [figures[found.quantities[which].figures[0]] for weight, which in one.sums[0] if weight < 0]
    last = max(parts, key=lambda part: part.index)
    if last.trio is not None:
        return ()
    first = min(part.numeral.end for part in parts)
    told = [each for each in _NUMBER.finditer(text, first, last.numeral.start) if each.start() not in starts]
    after = _NEXT.match(text, last.numeral.end)
    behind = [after[1]] if after is not None and after.start(1) not in starts else []
    return {Decimal(each) for each in (*(each[0] for each in told), *behind)}


def _lacking(terms: Weighted, values: Mapping[int, Decimal]) -> Decimal:
    return sum((weight * values[which] for weight, which in terms), start=Decimal(0))
