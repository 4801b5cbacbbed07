"""Lines that begin with a count and split it, two of which have each other's count: these changed places.

"a) Giáo dục 516 triệu đồng. Sửa lớp 402, mua bàn ghế 195, khen thưởng 41" beside "b) Thủy lợi 638 triệu đồng. …" whose
parts come to 516. The numbers alone show it: both heads are what the other's parts come to.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["exchanged_heads"]

_LEAST = 30  # from this value on, two that changed places are no chance
_FEWEST = 3  # a head and two parts
_MOST = 12  # the same of a line that anybody splits in one


def exchanged_heads(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The sums of two such lines, which both fail."""
    told: dict[tuple[Decimal, Decimal], list[Sequence[Figure]]] = defaultdict(list)
    for line in _lines(text, figures):
        head, *parts = (one.numeral.value for one in line)
        told[head, sum(parts, start=Decimal(0))].append(line)
    for (head, total), lines in told.items():
        others = told.get((total, head), []) if head < total else []
        if head >= _LEAST and len(lines) == len(others) == 1 and _alike(lines[0][0], others[0][0]):
            yield _sum(lines[0], found)
            yield _sum(others[0], found)


def _lines(text: str, figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """The counts of every line with several, none of them in two groups."""
    line = list[Figure]()
    for one in (each for each in figures if each.told):
        if line and "\n" in text[line[-1].numeral.end : one.numeral.start]:
            yield from [line] if _FEWEST <= len(line) <= _MOST else []
            line = []
        line.append(one)
    yield from [line] if _FEWEST <= len(line) <= _MOST else []


def _alike(one: Figure, other: Figure) -> bool:
    return one.topic is other.topic and one.counts and other.counts


def _sum(line: Sequence[Figure], found: Known) -> Relation:
    head, *parts = (found.of_figure[one.index] for one in line)
    return Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([head], parts),), listed=True)
