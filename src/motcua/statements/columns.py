"""What the cells of a table must agree on: columns that add up, rows that add up, rates that one rule explains."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.statements.adding import sums
from motcua.statements.divisions import rate_columns
from motcua.statements.formulas import Formula
from motcua.statements.headings import own_tags
from motcua.statements.placing import Placed, carried, stock
from motcua.statements.quantities import TABLES
from motcua.statements.running import accumulated, running
from motcua.statements.tables import is_mean, over_periods
from motcua.statements.totals import totals_of
from motcua.sums import SMALL, Force, Fraction, Kind, Relation, slip, weighted

__all__ = ["cells"]

_RESTATED = 100  # from this value on, a figure of the text and one of the table that agree by chance are rare


def cells(placed: Placed) -> Iterator[Relation]:
    """Every check of a table that its names alone do not give."""
    across = list(_across(placed))
    opened = {top for tops, parts in across for top in tops if any(carried(placed.table.tags[one]) for one in parts)}
    yield from totals_of(placed, without=accumulated(placed) | (opened if placed.table.over_time else set()))
    for tops, parts in across:
        yield from _row_by_row(placed, tops, parts)
    yield from _made(placed)
    yield from running(placed)
    for one in placed.table.formulas:
        yield from _written_out(placed, one)
    yield from rate_columns(placed)
    yield from _restated(placed)


def _made(placed: Placed) -> Iterator[Relation]:
    """Rows and columns that are sums of others by their names."""
    read = placed.table
    for one in read.made_rows:
        checks = [
            check
            for column in sorted(read.summed)
            if not (one.of_periods and stock(read.tags[column]))
            for check in placed.adds_up([(one.top, column)], [[(row, column) for row in one.parts]], Force.CLAIMED)
        ]
        yield from _as_sure(placed, checks)
    for one in read.made_columns:
        checks = [
            check
            for row, line in enumerate(read.lines)
            if not is_mean(line.name)
            and not placed.percent(row, one.top)
            and not (one.of_periods and stock(own_tags(line.name)))
            for check in placed.adds_up([(row, one.top)], [[(row, column) for column in one.parts]], Force.CLAIMED)
        ]
        yield from _as_sure(placed, checks)


def _as_sure(placed: Placed, checks: Sequence[Relation]) -> Iterator[Relation]:
    """Claimed when most of them hold; else a slip must explain what fails."""
    holding = sum(placed.holds(one) for one in checks)
    for one in checks:
        yield one if holding * 2 > len(checks) else replace(one, force=Force.LIKELY)


# across the rows


def _across(placed: Placed) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Columns that are the sum of others in nearly every row."""
    read = placed.table
    columns = sorted(read.summed if not read.turned else {one for here in placed.lines for one in here} - read.rate)
    values = [[placed.value(row, column) for row in range(len(placed.lines))] for column in columns]
    called = frozenset(at for at, column in enumerate(columns) if column == read.margin)
    return [
        (tuple(columns[at] for at in one.tops), tuple(columns[at] for at in one.parts)) for one in sums(values, called)
    ]


def _row_by_row(placed: Placed, tops: Sequence[int], parts: Sequence[int]) -> Iterator[Relation]:
    """The check of these columns in every row; what is there at the end of a period is not added over periods."""
    read = placed.table
    over_time = over_periods([read.names[column] for column in parts])
    for row, line in enumerate(read.lines):
        if over_time and (stock(own_tags(line.name)) or stock(read.tags[tops[0]])):
            continue  # "Tồn cuối tháng"
        whole = [(row, column) for column in tops]
        yield from placed.adds_up(whole, [[(row, column) for column in parts]], Force.CLAIMED)


def _written_out(placed: Placed, one: Formula) -> Iterator[Relation]:
    """A formula of the headings in every row."""
    for row in range(len(placed.lines)):
        if one.of:
            yield from _divided(placed, row, one)
        elif len(one.plus) == 1:
            whole, parts = [(row, one.plus[0])], [(row, column) for column in (one.column, *one.minus)]
            yield from placed.adds_up(whole, [parts], Force.CLAIMED)
        else:
            whole, parts = [(row, column) for column in (one.column, *one.minus)], [(row, at) for at in one.plus]
            yield from placed.adds_up(whole, [parts], Force.CLAIMED)


def _divided(placed: Placed, row: int, one: Formula) -> Iterator[Relation]:
    told = (one.column, *one.plus, *one.minus, *one.of)
    if placed.percent(row, one.column) and all(placed.value(row, column) is not None for column in told):
        over, minus, under = (
            tuple(placed.which(row, column) for column in side) for side in (one.plus, one.minus, one.of)
        )
        fraction = Fraction(over=over, minus=minus, under=under, name=placed.table.names[one.of[0]].strip())
        yield Relation(
            kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=placed.which(row, one.column)
        )


# the sentences around


def _restated(placed: Placed) -> Iterator[Relation]:
    """What the sentences around a table say of its totals: one small slip apart is a slip, more is another matter."""
    totals = placed.totals
    if placed.table.turned or len(totals) != 1:
        return
    for index in placed.lines[totals[0]].values():
        mine = placed.figures[index]
        if not mine.counts or not mine.key or mine.numeral.value < _RESTATED:
            continue
        for (scope, topic, key), which in placed.found.named.items():
            if scope >= TABLES or key != mine.key or topic is not mine.topic:
                continue
            other = placed.found.quantities[which].value
            if other == mine.numeral.value or slip(other, mine.numeral.value) in SMALL:
                sums = (weighted([which], [placed.found.of_figure[index]]),)
                yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums)
