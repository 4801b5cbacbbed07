"""Columns of which one is the product of two others, or so many times another, in every row, as the numbers show."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import prod

from motcua.statements.agreeing.products import product
from motcua.statements.sheets.placing import Placed
from motcua.sums import SMALL, Force, Kind, Relation, slip

__all__ = ["products"]

_MOST_COLUMNS = 12
_MOST_ROWS = 100
_MOST_FAILING = 2  # rows
_SCALES = (0, 3, 6)  # tens: a price in dong, a sum in thousands or millions
_NO_CHANCE = 1_000  # what the figures of products that hold multiply to, without the noughts behind
_LEAST = 3  # rows that show that a column is always so many times another


def products(placed: Placed) -> Iterator[Relation]:
    """The products of every row but totals; of a constant factor only what the total of its column asks for, too."""
    read = placed.table
    columns = sorted(read.tags.keys() - read.rate) if not read.turned else []
    if len(columns) > _MOST_COLUMNS or len(placed.lines) > _MOST_ROWS:
        return
    totals = placed.totals
    for whole in columns:
        for one, other in combinations([column for column in columns if column != whole], 2):
            yield from _multiplied(placed, totals, whole, one, other)
        for one in columns:
            if one != whole:
                yield from _times(placed, whole, one)


def _rows(placed: Placed, *columns: int) -> dict[int, list[Decimal]]:
    """The values of these columns in every row that has all of them."""
    found = {row: [placed.value(row, column) for column in columns] for row in range(len(placed.lines))}
    return {row: [one for one in each if one is not None] for row, each in found.items() if None not in each}


def _multiplied(placed: Placed, totals: Sequence[int], whole: int, one: int, other: int) -> Iterator[Relation]:
    """Rows of which the one column is so many and the other at how much each."""
    rows = _rows(placed, whole, one, other)
    for scale in _SCALES:
        held = [row for row, (total, a, b) in rows.items() if a * b == total.scaleb(scale)]
        failing = [row for row in rows if row not in held and row not in totals]
        telling = [rows[row][0] for row in held if min(rows[row][1:]) > 1]
        shown = prod(Decimal(str(int(total)).rstrip("0") or 1) for total in telling)
        if len({*telling}) > 1 and shown >= _NO_CHANCE and len(failing) <= min(_MOST_FAILING, len(held) - 1):
            values = [each.value for each in placed.found.quantities]
            for row in (*held, *failing):
                top, first, second = (placed.which(row, column) for column in (whole, one, other))
                yield product(top, first, second, values, scale=scale)
            return


def _times(placed: Placed, whole: int, one: int) -> Iterator[Relation]:
    """A column that is always so many times another but in one row, when the same slip there mends its total."""
    rows = _rows(placed, whole, one)
    ratios = [total / a for total, a in rows.values() if a]
    factor = max(ratios, key=ratios.count, default=Decimal(1))
    held = [row for row, (total, a) in rows.items() if a * factor == total]
    if factor in {0, 1} or len({rows[row][1] for row in held}) < _LEAST or len(rows) - len(held) != 1:
        return
    (row,) = rows.keys() - held
    total, right = rows[row][0], rows[row][1] * factor
    ends = [top for top in (max(rows), min(rows)) if top != row]
    for top in ends if slip(total, right) in SMALL else ():
        parts = [at for at in rows if at != top]
        if sum(right if at == row else rows[at][0] for at in parts) == rows[top][0]:
            for at in rows:
                reading = ((1, placed.which(at, whole)), (-factor, placed.which(at, one)))
                yield Relation(kind=Kind.PRODUCT, force=Force.CLAIMED, sums=(reading,))
            yield from placed.adds_up([(top, whole)], [[(at, whole) for at in parts]], Force.CLAIMED)
            return
