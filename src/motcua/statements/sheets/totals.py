"""Rows that add up to others: totals by their names, groups over their rows, and sums that the numbers show."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from motcua.statements.sheets.adding import sums
from motcua.statements.sheets.headings import own_tags
from motcua.statements.sheets.placing import Placed
from motcua.statements.sheets.tables import Line
from motcua.statements.signs import phrases
from motcua.statements.signs.closing import all_told
from motcua.statements.signs.lexicon import Sort
from motcua.sums import Force, Relation, is_share

__all__ = ["totals_of"]

_ALL = 100  # percent
_ANSWERS = 3  # rows that are all answers to one question are all the answers

_Side = tuple[int, list[list[int]], Force]  # a row, and the choices of rows that it may add up


def totals_of(placed: Placed, *, without: set[int]) -> Iterator[Relation]:
    """Every column adds up: groups to the total, the rows of a group to the group. `without`: columns that do not."""
    read = placed.table
    columns = _columns(placed, without)
    shown = dict(_shown(placed, columns))
    named: list[_Side] = []
    if not read.turned:
        parts = {row for rows in (*shown.values(), *(one.parts for one in read.made_rows)) for row in rows}
        named = [
            *_of_the_total(placed, parts),
            *_subtotals(placed, columns),
            *_of_groups(placed),
            *_within(placed, columns),
        ]
    elif len(read.tags) == 1:
        named = list(_of_groups(placed))  # of an outline the numbers tell, whatever its rows count
    tops = {top for top, _, force in named if force is not Force.LOOSE}
    made = {one.top for one in read.made_rows}
    for top, choices, force in (
        *named,
        *((top, [rows], Force.CLAIMED) for top, rows in shown.items() if top not in tops),
    ):
        if top in made:
            continue
        more = [*choices, shown[top]] if top in shown and force is not Force.LOOSE else choices
        more = sorted(more, key=lambda rows: -_fits(placed, top, rows, columns))
        told = [column for column in columns if placed.value(top, column) is not None]
        if len(told) > 1 and top not in shown and not _fits(placed, top, more[0], told):
            continue  # it is the total of something else
        for column in told:
            if not (column in read.points and _is_mean(placed, top, more[0], column)):
                cells = [[(row, column) for row in rows if not placed.percent(row, column)] for rows in more]
                yield from placed.adds_up([(top, column)], cells, force)


def _columns(placed: Placed, without: set[int]) -> list[int]:
    """The columns that add up over the rows: not what is there at the end of each period."""
    read = placed.table
    if read.turned:
        return sorted({one for here in placed.lines for one in here} - read.rate)
    return [one for one in sorted(read.summed - without) if not read.over_time or placed.adds_over_time(read.tags[one])]


def _shown(placed: Placed, columns: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Rows that most columns show to be the sum of the rows beside them."""
    rows = [
        row for row in range(len(placed.lines)) if any(not placed.percent(row, column) for column in placed.lines[row])
    ]
    values = [
        [None if placed.percent(row, column) else placed.value(row, column) for column in columns] for row in rows
    ]
    called = frozenset(at for at, row in enumerate(rows) if placed.table.lines[row].total)
    for one in sums(values, called):
        if len(one.tops) == 1:
            yield rows[one.tops[0]], [rows[at] for at in one.parts]


def _fits(placed: Placed, top: int, rows: Sequence[int], columns: Sequence[int]) -> int:
    """In how many columns a row is the sum of these."""
    checks = [
        one
        for column in columns
        for one in placed.adds_up([(top, column)], [[(row, column) for row in rows]], Force.LOOSE)
    ]
    return sum(placed.holds(one) for one in checks)


def _is_mean(placed: Placed, top: int, rows: Sequence[int], column: int) -> bool:
    """Whether the figure over points is no more than one of them: then it is their mean."""
    parts = [value for row in rows if (value := placed.value(row, column)) is not None]
    return (placed.value(top, column) or 0) <= max(parts, default=0)


# totals by their names


def _of_the_total(placed: Placed, told: set[int]) -> Iterator[_Side]:
    """The only total: of the groups, of the plain rows, or of all that no other row adds up; those are `told`."""
    read, said = placed.table, placed.totals
    if len(said) != 1:
        return
    last = said[0] if said[0] > 1 else len(read.lines)  # what follows a total is of it
    rows = [row for row in range(last) if row != said[0]]
    groups, plain = (
        _of_level(read.lines, rows, min(0, *(line.level for line in read.lines))),
        _of_level(read.lines, rows, 1),
    )
    answers = all(Sort.OPINION in own_tags(read.lines[row].name) for row in rows) and len(rows) >= _ANSWERS
    if len(rows) > 1:
        outer = [row for row in rows if row not in told]
        choices = [groups, plain] if len(groups) > 1 else [plain, rows]
        told_out = phrases.names_others(read.lines[rows[-1]].name) or all_told(read.lines[said[0]].name)
        sure = len(read.summed) > 1 or answers or told_out or _added_up(placed, said[0])
        yield said[0], [*choices, outer], Force.CLAIMED if sure else Force.LIKELY
    if len(after := list(range(last + 1, len(read.lines)))) > 1:
        yield last, [after], Force.LOOSE


def _added_up(placed: Placed, top: int) -> bool:
    """Whether the last line says that all are added up, and their rates are shares of it: "Cộng | 40 | 100 %"."""
    lines = placed.table.lines
    if top != len(lines) - 1 or "cộng" not in lines[top].name.lower():
        return False
    rates = [column for column in placed.table.rate if placed.value(top, column) == _ALL]
    return any(
        all(
            (rate := placed.value(row, told)) is not None
            and is_share(rate, placed.value(row, column) or Decimal(0), placed.value(top, column) or Decimal(0))
            for row in range(top)
        )
        for told in rates
        for column in placed.table.summed
    )


def _of_level(lines: Sequence[Line], rows: Sequence[int], level: int) -> list[int]:
    return [row for row in rows if lines[row].level == level]


def _subtotals(placed: Placed, columns: Sequence[int]) -> Iterator[_Side]:
    """Several totals: each of the rows since the one before it, or of the totals before it ("Cộng A", "Tổng").

    Claimed when most of them hold.
    """
    said = placed.totals
    if len(said) < 2:
        return
    sides = list(_stacked(placed, said, columns))
    holding = [
        any(_fits(placed, top, rows, [column]) for rows in choices)
        for top, choices in sides
        for column in columns
        if placed.value(top, column) is not None
    ]
    force = Force.CLAIMED if sum(holding) * 2 > len(holding) else Force.LIKELY
    yield from ((top, choices, force) for top, choices in sides)


def _stacked(placed: Placed, said: Sequence[int], columns: Sequence[int]) -> Iterator[tuple[int, list[list[int]]]]:
    since, closed, waiting, every = list[int](), list[int](), list[int](), list[int]()
    for row, line in enumerate(placed.table.lines):
        if row not in said:
            if line.numerals and line.level < 2:
                since.append(row)
                every.append(row)
            continue
        if since:
            both = [*closed, *since]
            yield row, [since, both, closed] if len(since) > 1 else [both]
            wider = _fits(placed, row, both, columns) > _fits(placed, row, since, columns)
            closed = [row] if wider else [*closed, row]
        elif len(closed) > 1:
            yield row, [closed, list(every)]
            closed = [row]
        else:
            waiting.append(row)
        since = []
    for row in waiting[:1] if len(closed) > 1 else ():
        yield row, [closed, every]


# groups


def _of_groups(placed: Placed) -> Iterator[_Side]:
    """Groups (I, A) over their rows, or over the groups in them; a group of all groups row by row."""
    read, said = placed.table, placed.totals
    last = said[0] if len(said) == 1 and said[0] > 1 else len(read.lines)
    groups = [row for row in range(last) if row not in said and read.lines[row].level <= 0]
    for number, group in enumerate(groups):
        level = read.lines[group].level
        end = next((row for row in groups[number + 1 :] if read.lines[row].level <= level), len(read.lines))
        under = _of_level(read.lines, [row for row in range(group + 1, end) if row not in said], level + 1)
        if len(groups) > 1 and len(under) > 1:
            yield group, [under], Force.CLAIMED if len(read.summed) > 1 else Force.LIKELY


def _within(placed: Placed, columns: Sequence[int]) -> Iterator[_Side]:
    """The rows under a row, "-" under a number, "+" under "-": they may be all of it.

    They likely are when another row has rows of the same names under it that are all of it: "Thôn Hạ: - Nam, - Nữ".
    """
    lines = placed.table.lines
    sides = list(_under(lines))
    whole = {_names(lines, rows) for top, rows in sides if _fits(placed, top, rows, columns)}
    for top, rows in sides:
        yield top, [rows], Force.LIKELY if _names(lines, rows) in whole else Force.LOOSE


def _names(lines: Sequence[Line], rows: Sequence[int]) -> tuple[str, ...]:
    return tuple(lines[row].name.lower() for row in rows)


def _under(lines: Sequence[Line]) -> Iterator[tuple[int, list[int]]]:
    """Each row of some level and the rows of the next level under it."""
    for top, line in enumerate(lines):
        under: list[int] = []
        for row in range(top + 1, len(lines)):
            if lines[row].level <= line.level:
                break
            if lines[row].level == line.level + 1:
                under.append(row)
        if line.level > 0 and len(under) > 1:
            yield top, under
