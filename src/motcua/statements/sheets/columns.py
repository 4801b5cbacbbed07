"""What the cells of a table must agree on: columns that add up, rows that add up, rates that one rule explains."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from motcua.statements.sheets.adding import sums
from motcua.statements.sheets.divisions import rate_columns
from motcua.statements.sheets.formulas import Formula
from motcua.statements.sheets.headings import own_tags
from motcua.statements.sheets.placing import Placed
from motcua.statements.sheets.quoting import quoted
from motcua.statements.sheets.running import accumulated, handed_on, running
from motcua.statements.sheets.tables import is_mean, over_periods
from motcua.statements.sheets.totals import totals_of
from motcua.sums import Force, Fraction, Kind, Relation

__all__ = ["cells", "without_fewer"]

_LEAST_PARTS = 3  # columns that one row alone may show to be those of the total


def cells(placed: Placed) -> Iterator[Relation]:
    """Every check of a table that its names alone do not give."""
    columns = {one for opening, closing, _ in handed_on(placed, over_rows=True) for one in (opening, closing)}
    yield from totals_of(placed, without=accumulated(placed) | columns)
    across = _across(placed)
    for tops, parts in across:
        yield from _row_by_row(placed, tops, parts)
    if not any(placed.table.margin in (*tops, *parts) for tops, parts in across):
        yield from _by_the_margin(placed)
    yield from _made(placed)
    yield from running(placed)
    for one in placed.table.formulas:
        yield from _written_out(placed, one)
    yield from rate_columns(placed)
    yield from quoted(placed)


def without_fewer(relations: Iterable[Relation], placed: Sequence[Placed]) -> Iterator[Relation]:
    """The same checks; of a table none of a sum over fewer columns than the rows show it to be of.

    "Giao = xong + đang làm" where nearly every row says "giao = xong + đang làm + trễ".
    """
    shown = [(each, frozenset(_terms(tops, parts))) for each in placed for tops, parts in _across(each)]
    for one in relations:
        fewer = (
            terms < every
            for each, every in shown
            for reading in one.sums[:1]
            if (terms := each.columns_of(reading)) is not None
        )
        if not any(fewer):
            yield one


def _terms(tops: Sequence[int], parts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The columns of a sum with their signs."""
    yield from ((1, column) for column in tops)
    yield from ((-1, column) for column in parts)


def _made(placed: Placed) -> Iterator[Relation]:
    """Rows and columns that are sums of others by their names."""
    read = placed.table
    for one in read.made_rows:
        checks = [
            check
            for column in sorted(read.summed)
            if not one.of_periods or placed.adds_over_time(read.tags[column])
            for check in placed.adds_up([(one.top, column)], [[(row, column) for row in one.parts]], Force.CLAIMED)
        ]
        yield from _as_sure(placed, checks)
    for one in read.made_columns:
        checks = [
            check
            for row, line in enumerate(read.lines)
            if not is_mean(line.name)
            and not placed.percent(row, one.top)
            and not (one.of_periods and _at_a_time(placed, row, one.top))
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


def _by_the_margin(placed: Placed) -> Iterator[Relation]:
    """The last column, called a total, of all before it, when one row fails and the others hold: too few to show it.

    "Tháng 7 | Tháng 8 | Tháng 9 | Cộng" is a sum; of other columns a slip must explain what fails.
    """
    read = placed.table
    *parts, last = sorted(read.summed) or [0]
    if last != read.margin or len(parts) < _LEAST_PARTS:
        return
    checks = [one for one in _row_by_row(placed, [last], parts) if len(one.sums[0]) > len(parts)]
    failing = [one for one in checks if not placed.holds(one)]
    if len(failing) == 1 < len(checks):
        force = Force.CLAIMED if over_periods([read.names[column] for column in parts]) else Force.LIKELY
        yield from (replace(one, force=force) for one in checks)


def _is_row_mean(placed: Placed, one: Relation) -> bool:
    """Whether what should be a sum is the mean of its parts: a temperature has no total."""
    whole, *parts = (placed.found.quantities[which].value for _, which in one.sums[0])
    return abs(whole * len(parts) - sum(parts)) * 2 <= len(parts)


def _row_by_row(placed: Placed, tops: Sequence[int], parts: Sequence[int]) -> Iterator[Relation]:
    """The check of these columns in every row; what is there at the end of a period is not added over periods."""
    read = placed.table
    over_time = over_periods([read.names[column] for column in parts])
    stocks = {one for opening, closing, _ in handed_on(placed, over_rows=False) for one in (opening, closing)}
    for row in range(len(read.lines)):
        if row in stocks or (over_time and _at_a_time(placed, row, tops[0])):
            continue  # "Tồn cuối tháng"
        if is_mean(read.lines[row].name) or any(placed.percent(row, column) for column in (*tops, *parts)):
            continue
        whole = [(row, column) for column in tops]
        for one in placed.adds_up(whole, [[(row, column) for column in parts]], Force.CLAIMED):
            if placed.holds(one) or len(tops) > 1 or not _is_row_mean(placed, one):
                yield one


def _at_a_time(placed: Placed, row: int, column: int) -> bool:
    """Whether a cell holds what is there at a time: it does not add up over columns of periods."""
    tags = own_tags(placed.table.lines[row].name) if placed.table.turned else placed.table.tags[column]
    return not placed.adds_over_time(tags)


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
