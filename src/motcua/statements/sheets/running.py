"""What a table carries from one period to the next: running totals, and what is left and taken over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.statements.sheets.headings import own_tags
from motcua.statements.sheets.placing import Place, Placed, carried
from motcua.statements.sheets.tables import over_periods
from motcua.statements.signs.lexicon import Sort
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["accumulated", "running"]

_CALLED = re.compile(
    r"(?<!\w)(?:l[uũ][yỹ] kế|cộng dồn|từ đầu năm|cumulative|running|accumulated|year to date)(?!\w)", re.IGNORECASE
)
_LEFT = re.compile(
    r"(?<!\w)(?:(?:chuyển|mang)(?: sang)? kỳ sau|cuối kỳ|cuối tháng|carried forward)(?!\w)", re.IGNORECASE
)
_LEAST = 3  # steps that agree and are no chance
_LEAST_CALLED = 1  # the same of what is called a running total
_LEAST_CHAIN = 2  # periods that begin with what the last one left


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


def running(placed: Placed) -> Iterator[Relation]:
    """Each period's running total is that of the period before and what came since; what is left is taken over."""
    for axis in _axes(placed):
        for total, flow in _pairs(axis):
            yield from _steps(axis, total, flow)
        yield from _taken_over(axis)


def accumulated(placed: Placed) -> set[int]:
    """The columns that hold running totals, which do not add up."""
    growth = placed.table.growth  # of these each period's difference from the one before
    return {total for axis in _axes(placed) if axis.over_rows for total, flow in _pairs(axis) if flow not in growth}


def _axes(placed: Placed) -> Iterator[_Axis]:
    read = placed.table
    if not read.turned and read.over_time:
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
            yield from axis.placed.adds_up([axis.cell(total, later)], [parts], Force.CLAIMED)


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
    found = [
        Relation(
            kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([axis.placed.which(*new)], [axis.placed.which(*old)]),)
        )
        for earlier, later in pairwise(axis.times)
        if axis.told(old := axis.cell(closing[0], earlier), new := axis.cell(opening[0], later))
    ]
    fits = sum(axis.placed.holds(one) for one in found)
    if fits >= _LEAST_CHAIN or len(found) == 1:
        yield from found
