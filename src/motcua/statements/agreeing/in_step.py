"""Lists that tell several things of every item, each by its own word: "đất đai 9 ra 11 vào, …; tổng 42 ra 42 vào".

The words after the numbers say what belongs together, and the numbers which item is that of all others.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from motcua.statements.signs.figures import Figure, unit
from motcua.statements.signs.phrases import TOTAL
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["in_step"]

_MOST_TOLD = 4  # things that are told of every item
_LEAST_ITEMS = 3  # with that of all others
_LEAST = 20  # what comes to less does so by chance

_Items = Sequence[Sequence[Figure]]


def in_step(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for each thing of such a list, when its first or last item is called a total or is one elsewhere."""
    counts = [one for one in figures if one.told and one.counts]
    units = [unit(one) for one in counts]
    for many in range(2, _MOST_TOLD + 1):
        at = 0
        while at + many * _LEAST_ITEMS <= len(counts):
            words = units[at : at + many]
            end = at + many
            while end < len(counts) and units[end] == units[end - many] and "" not in words:
                end += 1
            items = [counts[start : start + many] for start in range(at, end - many + 1, many)]
            if len({*words}) == many and len(items) >= _LEAST_ITEMS:
                yield from _sums(items, found)
                at = end
            else:
                at += 1


def _sums(items: _Items, found: Known) -> Iterator[Relation]:
    for total, parts in ((items[-1], items[:-1]), (items[0], items[1:])):
        columns = [(top, [one[at] for one in parts]) for at, top in enumerate(total)]
        shown = any(top.numeral.value == _sum(under) and top.numeral.value >= _LEAST for top, under in columns)
        if shown or TOTAL.match(total[0].words):
            for top, under in columns:
                whole, some = found.of_figure[top.index], [found.of_figure[one.index] for one in under]
                if len({whole, *some}) > len(some):
                    yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([whole], some),), listed=True)
            return


def _sum(parts: Sequence[Figure]) -> Decimal:
    return sum((one.numeral.value for one in parts), start=Decimal(0))
