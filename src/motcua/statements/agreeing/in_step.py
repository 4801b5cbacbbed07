"""Lists that tell several things of every item, each by its own word: "đất đai 9 ra 11 vào, …; tổng 42 ra 42 vào".

The words after the numbers say what belongs together, and the numbers which item is that of all others. Where no words
do, each sentence, or each of several ratios, is an item: "Xóm Hạ 88/120 hộ, xóm Trung 73/90 hộ; cả hai 161/210 hộ".
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from motcua.statements.signs.figures import Figure, unit
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.phrases import TOTAL
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["in_step"]

_MOST_TOLD = 4  # things that are told of every item
_LEAST_ITEMS = 3  # with that of all others
_MOST_ITEMS = 12
_LEAST = 20  # what comes to less does so by chance
_LEAST_UNNAMED = 100  # the same where no words say what belongs together

_Items = Sequence[Sequence[Figure]]
_Row = Sequence[int]  # the quantities of an item


def in_step(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for each thing of such a list, when its first or last item is called a total or is one elsewhere."""
    yield from _of_rows(_ratios(figures, found), found)
    yield from _of_rows(_sentences(figures, found), found)
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
                yield from _sum_of(found.of_figure[top.index], [found.of_figure[one.index] for one in under])
            return


def _sum(parts: Sequence[Figure]) -> Decimal:
    return sum((one.numeral.value for one in parts), start=Decimal(0))


def _sum_of(top: int, under: Sequence[int]) -> Iterator[Relation]:
    if len({top, *under}) > len(under):
        yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([top], under),), listed=True)


# items that no words tell apart


def _ratios(figures: Sequence[Figure], found: Known) -> Iterator[list[_Row]]:
    """The ratios of each paragraph: what is done and of how many."""
    told = [one for one in figures if one.trio is None and one.numeral.form is Form.RATIO and not one.compared]
    for _, here in groupby(told, key=lambda one: one.paragraph):
        yield [(found.of_figure[one.index], found.whole_of[one.index]) for one in here if one.index in found.whole_of]


def _sentences(figures: Sequence[Figure], found: Known) -> Iterator[list[_Row]]:
    """The counts of each sentence, or what semicolons part, of those that follow each other with as many counts."""
    told = [one for one in figures if one.trio is None and one.numeral.form is not Form.PERCENT]
    rows = list[list[Figure]]()
    for _, here in groupby(told, key=lambda one: one.block):
        row = list(here)
        plain = all(one.numeral.form is Form.COUNT and one.numeral.hedge is Hedge.EXACT for one in row)
        goes_on = rows and len(rows[-1]) == len(row) and row[0].block - rows[-1][0].block == 1
        if not (plain and goes_on and row[0].paragraph == rows[-1][0].paragraph):
            yield [[found.of_figure[one.index] for one in each] for each in rows]
            rows = []
        rows = [*rows, row] if plain and len(row) <= _MOST_TOLD else []
    yield [[found.of_figure[one.index] for one in each] for each in rows]


def _of_rows(lists: Iterator[list[_Row]], found: Known) -> Iterator[Relation]:
    """The sums of every thing over items next to each other that another thing shows to be all of an item."""
    for rows in lists:
        for at, total in enumerate(rows):
            for size in range(_LEAST_ITEMS - 1, _MOST_ITEMS + 1):
                for parts in (rows[max(0, at - size) : at], rows[at + 1 : at + 1 + size]):
                    columns = [(top, [one[place] for one in parts]) for place, top in enumerate(total)]
                    if len(parts) == size and len(columns) > 1 and any(_shown(*one, found) for one in columns):
                        for top, under in columns:
                            yield from _sum_of(top, under)


def _shown(top: int, under: Sequence[int], found: Known) -> bool:
    """Whether counts come to another one that is so large that it is no chance."""
    values = [found.quantities[which].value for which in under]
    whole = found.quantities[top].value
    return whole >= _LEAST_UNNAMED and all(values) and sum(values) == whole
