"""Lines of a list told alike that all split the one whole: most of them come to the same count of the text.

"Hợp lệ 2.615 phiếu. – Thái độ: hài lòng 2.548, bình thường 52, không hài lòng 15. – Thời gian: hài lòng 2.481, …": no
word says of what each line tells all, but two that come to one count of the text show it for the third. When that comes
to less, some may have left that line blank.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, islice, product

from motcua.statements.signs.figures import Figure, unit
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["of_lines_told_alike"]

_LEAST_LINES = 3
_PAIR = 2
_LEAST = 20  # lines come to less by chance

_Line = list[Figure]


def of_lines_told_alike(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for every such line, when all but one of them come to the one count before them."""
    for lines in _lists(figures):
        sums = Counter(_sum(line) for line in lines)
        total, often = sums.most_common(1)[0]
        if len(lines) < _LEAST_LINES or often < max(_PAIR, len(lines) - 1) or total < _LEAST:
            continue
        wholes = (one for one in figures[: lines[0][0].index] if one.told and one.numeral.value == total)
        for line, whole in product(lines, islice(wholes, 1)):
            terms = weighted([found.of_figure[whole.index]], [found.of_figure[one.index] for one in line])
            if _sum(line) >= total and len({which for _, which in terms}) == len(terms):
                yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(terms,), listed=True)


def _lists(figures: Sequence[Figure]) -> Iterator[list[_Line]]:
    """Lines right below each other whose counts have the same names in the same order."""
    told = [one for one in figures if one.trio is None and one.numeral.form is not Form.PERCENT]
    lines = list[_Line]()
    for _, here in groupby(told, key=lambda one: (one.line, one.paragraph)):
        line = list(here)
        if lines and not (_names(line) == _names(lines[-1]) and line[0].line == lines[-1][0].line + 1):
            yield lines
            lines = []
        if len(line) >= _PAIR and all(_names(line)) and all(one.told and one.counts for one in line):
            lines.append(line)
    if lines:
        yield lines


def _names(line: Sequence[Figure]) -> list[str]:
    return [one.key or unit(one) for one in line]


def _sum(line: Sequence[Figure]) -> Decimal:
    return sum((one.numeral.value for one in line), start=Decimal(0))
