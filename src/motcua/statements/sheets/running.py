"""What a table carries from one period to the next: running totals, and what is left and taken over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, permutations
from math import prod

from motcua.statements.sheets.headings import own_tags
from motcua.statements.sheets.placing import Place, Placed, carried
from motcua.statements.sheets.tables import over_periods
from motcua.statements.signs.lexicon import Sort
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["accumulated", "handed_on", "running"]

_CALLED = re.compile(
    r"(?<![^\W_])(?:l[uũ][yỹ][ _]k[ếe]|cộng dồn|cong_don|từ đầu năm|cumulative|running|accumulated|year to date)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?<!\w)(?:(?:chuyển|mang)(?: sang)? kỳ sau|cuối kỳ|cuối tháng|carried forward)(?!\w)", re.IGNORECASE
)
_LEAST = 3  # steps that agree and are no chance
_LEAST_CALLED = 1  # the same of what is called a running total
_LEAST_CHAIN = 2  # periods that begin with what the last one left
_NO_CHANCE = 1000  # the product of figures that agree and are called nothing
_MOST_LINES = 14  # that are looked at by their numbers alone
_MOST_FLOWS = 8  # columns of which three may be a stock and what moves it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """Periods after each other, and the lines across them: rows of periods, or columns."""

    placed: Placed
    over_rows: bool
    lines: Sequence[int]
    times: Sequence[int]

    def cell(self, line: int, time: int) -> Place:
        return (time, line) if self.over_rows else (line, time)

    def name(self, line: int) -> str:
        return self.placed.table.names[line] if self.over_rows else self.placed.table.lines[line].name

    def tags(self, line: int) -> Mapping[Sort, str]:
        return self.placed.table.tags[line] if self.over_rows else own_tags(self.name(line))

    def told(self, *cells: Place) -> bool:
        """Whether all of these cells hold counts."""
        return all(self.placed.value(*one) is not None and not self.placed.percent(*one) for one in cells)

    def moved(self, old: Place, new: Place, *, came: Place, went: Place) -> Iterator[Relation]:
        """The check that what came and went, of lines and times, makes what is there now of what was."""
        cells = [self.cell(*one) for one in (new, went, old, came)]
        if self.told(*cells):
            now, out, before, into = (self.placed.which(*one) for one in cells)
            yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([now, out], [before, into]),))


def running(placed: Placed) -> Iterator[Relation]:
    """Each period's running total is that of the period before and what came since; what is left is taken over."""
    for axis in _axes(placed):
        for total, flow in _pairs(axis):
            yield from _steps(axis, total, flow)
        yield from _taken_over(axis)
    yield from _whole_chain(placed, over_rows=True)
    yield from _whole_chain(placed, over_rows=False)
    yield from _stocks(placed)


def _stocks(placed: Placed) -> Iterator[Relation]:
    """What is left after each row is what was left before it, what came and what did not go, as the numbers show."""
    read = placed.table
    longer = {one.top for one in read.made_rows}
    rows = [row for row, line in enumerate(read.lines) if not line.total and row not in {*placed.totals, *longer}]
    columns = sorted(read.summed)
    axis = _Axis(placed=placed, over_rows=True, lines=columns, times=rows)
    for left, came, went in permutations(columns, 3) if len(columns) <= _MOST_FLOWS and not read.turned else ():
        steps = [
            (one, placed.value(earlier, left) != 0)  # from nothing any row's own sum does as well
            for earlier, later in pairwise(rows)
            for one in axis.moved((left, earlier), (left, later), came=(came, later), went=(went, later))
        ]
        failing = sum(not placed.holds(one) for one, _ in steps)
        fits = sum(carries and placed.holds(one) for one, carries in steps)
        if fits >= _LEAST and failing < min(_LEAST, fits):
            yield from (one for one, _ in steps)


def accumulated(placed: Placed) -> set[int]:
    """The columns that hold running totals, which do not add up."""
    growth = placed.table.growth  # of these each period's difference from the one before
    return {total for axis in _axes(placed) if axis.over_rows for total, flow in _pairs(axis) if flow not in growth}


def handed_on(placed: Placed, *, over_rows: bool) -> Iterator[tuple[int, int, Sequence[int]]]:
    """Columns, or rows, of which each line begins with what the other had in the line before, as the numbers show.

    Gives the opening one, the closing one and the lines in order. What is there at a time does not add up.
    """
    read = placed.table
    made = {one.top for one in (read.made_rows if over_rows else read.made_columns)}
    columns, rows = sorted(read.tags.keys() - read.rate), range(len(read.lines))
    times = [one for one in (rows if over_rows else columns) if one not in made]
    times = [one for one in times if (one not in placed.totals if over_rows else one != read.margin)]
    lines = columns if over_rows else rows
    axis = _Axis(placed=placed, over_rows=over_rows, lines=lines, times=times)
    for opening, closing in permutations(lines, 2) if len(lines) <= _MOST_LINES else ():
        found = list(_chain(axis, opening, closing))
        same = [placed.value(*new) or 0 for new, old in found if placed.value(*new) == placed.value(*old)]
        if len({*same}) >= _LEAST_CHAIN and prod(same) >= _NO_CHANCE and len(found) - len(same) < min(2, len(same)):
            yield opening, closing, times


def _chain(axis: _Axis, opening: int, closing: int) -> Iterator[tuple[Place, Place]]:
    """What each period begins with, and what the one before left."""
    for earlier, later in pairwise(axis.times):
        if axis.told(old := axis.cell(closing, earlier), new := axis.cell(opening, later)):
            first = axis.placed.value(*axis.cell(opening, axis.times[0]))
            if later != axis.times[-1] or axis.placed.value(*new) != first:  # else that of all periods
                yield new, old


def _whole_chain(placed: Placed, *, over_rows: bool) -> Iterator[Relation]:
    """The same steps as checks, and that a total has the opening stock of the first line and the last closing one."""
    top = next(iter(placed.totals), None) if over_rows else placed.table.margin
    for opening, closing, times in handed_on(placed, over_rows=over_rows):
        axis = _Axis(placed=placed, over_rows=over_rows, lines=(), times=times)
        for new, old in _chain(axis, opening, closing):
            yield _same(placed, new, old)
        ends = [] if top is None else [(opening, times[0]), (closing, times[-1])]
        pairs = [(axis.cell(line, top), axis.cell(line, end)) for line, end in ends if top is not None]
        pairs = [pair for pair in pairs if axis.told(*pair)]
        if any(placed.value(*whole) == placed.value(*end) for whole, end in pairs):
            yield from (_same(placed, *pair) for pair in pairs)


def _same(placed: Placed, one: Place, other: Place) -> Relation:
    """The check that two cells say the same."""
    sums = (weighted([placed.which(*one)], [placed.which(*other)]),)
    return Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums)


def _axes(placed: Placed) -> Iterator[_Axis]:
    read = placed.table
    accumulates = any(_CALLED.search(read.names[column]) for column in read.summed)  # over rows "1", "2", "3"
    if not read.turned and (read.over_time or accumulates):
        longer = {one.top for one in read.made_rows}
        times = [row for row, line in enumerate(read.lines) if not line.total and row not in longer]
        yield _Axis(placed=placed, over_rows=True, lines=sorted(read.summed), times=times)
    columns = sorted(read.tags.keys() - read.rate)
    if over_periods([read.names[column] for column in columns]):
        longer = {one.top for one in read.made_columns}
        times = [column for column in columns if column not in longer and column != read.margin]
        yield _Axis(placed=placed, over_rows=False, lines=range(len(read.lines)), times=times)


def _pairs(axis: _Axis) -> Iterator[tuple[int, int]]:
    """Lines that say how much came since the year began, with the line that says how much came in each period.

    Or lines that say how much each period had, with the line that says how much more that is than before.
    """
    growth = axis.placed.table.growth if axis.over_rows else set[int]()
    for total in axis.lines:
        accumulates = _CALLED.search(axis.name(total)) is not None
        best: tuple[int, int] | None = None
        for flow in axis.lines if axis.over_rows or accumulates else ():
            called = accumulates or (flow in growth and total not in growth)
            steps = list(_steps(axis, total, flow)) if flow != total else []
            fits = sum(axis.placed.holds(one) for one in steps)
            enough = fits >= (_LEAST_CALLED if called else _LEAST) and len(steps) - fits <= min(2, fits + called)
            if enough and (best is None or fits > best[0]):
                best = fits, flow
        if best is not None:
            yield total, best[1]


def _steps(axis: _Axis, total: int, flow: int) -> Iterator[Relation]:
    for earlier, later in pairwise(axis.times):
        if axis.told(axis.cell(total, earlier), axis.cell(total, later), axis.cell(flow, later)):
            parts = [axis.cell(total, earlier), axis.cell(flow, later)]
            for one in axis.placed.adds_up([axis.cell(total, later)], [parts], Force.CLAIMED):
                if not _told_beside(axis.placed, one):
                    yield one


def _told_beside(placed: Placed, one: Relation) -> bool:
    """Whether what a check is off by is a count of a sentence: "lũy kế đã trừ 7 học viên chuyển đi"."""
    off = abs(sum((weight * placed.found.quantities[which].value for weight, which in one.sums[0]), start=Decimal(0)))
    return any(figure.trio is None and figure.counts and figure.numeral.value == off for figure in placed.figures)


def _taken_over(axis: _Axis) -> Iterator[Relation]:
    """What a period begins with is what the one before left."""
    opening = [line for line in axis.lines if carried(axis.tags(line)) and not _LEFT.search(axis.name(line))]
    closing = [
        line
        for line in axis.lines
        if line not in opening and (_LEFT.search(axis.name(line)) or axis.tags(line) == {Sort.STAGE: "pending"})
    ]
    if len(opening) != 1 or len(closing) != 1:
        return
    found = [_same(axis.placed, *step) for step in _chain(axis, opening[0], closing[0])]
    fits = sum(axis.placed.holds(one) for one in found)
    if fits >= _LEAST_CHAIN or len(found) == 1:
        yield from found
