"""What the cells of a table must agree on: columns that add up, rows that add up, rates that one rule explains."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from motcua.statements.figures import Figure
from motcua.statements.headings import in_turn, own_tags
from motcua.statements.hundreds import hundred
from motcua.statements.lexicon import Sort
from motcua.statements.numerals import Form
from motcua.statements.phrases import base_in, topic_in
from motcua.statements.quantities import TABLES, Known
from motcua.statements.tables import PERIOD, Table
from motcua.sums import SMALL, Force, Fraction, Kind, Relation, judge, slip, weighted

__all__ = ["Placed", "cells", "place"]

_ANSWERS = 3  # rows that are all answers to one question are all the answers
_NUMBERED = re.compile(r"\s*[(\[]?(\d{1,2})[)\]]?(?=\s*=|\s+\D|\)|$)")
_FORMULA = re.compile(r"[(\[]?\d{1,2}[)\]]?\s*=\s*[(\[]?\d{1,2}[)\]]?(?:\s*\+\s*[(\[]?\d{1,2}[)\]]?)+")
_RESTATED = 100  # from this value on, a figure of the text and one of the table that agree by chance are rare


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A table whose numbers are figures now: for each line the figure of each column."""

    table: Table
    lines: tuple[dict[int, int], ...]
    found: Known
    figures: Sequence[Figure]

    def value(self, line: int, column: int) -> Decimal | None:
        """The value of a cell; None when it holds no number."""
        figure = self.lines[line].get(column)
        return None if figure is None else self.found.quantities[self.found.of_figure[figure]].value

    def percent(self, line: int, column: int) -> bool:
        """Whether a cell holds a rate."""
        figure = self.lines[line].get(column)
        return figure is not None and self.figures[figure].numeral.form is Form.PERCENT

    def which(self, line: int, column: int) -> int:
        """The quantity of a cell that holds a number."""
        return self.found.of_figure[self.lines[line][column]]

    @property
    def totals(self) -> list[int]:
        """Rows that say they are totals, else the first or last row when it is the sum of the others."""
        said = [line for line, read in enumerate(self.table.lines) if read.total]
        return said or self._total_by_evidence()

    def _total_by_evidence(self) -> list[int]:
        columns = sorted(self.table.summed)
        for top in (len(self.lines) - 1, 0):
            others = [line for line in range(len(self.lines)) if line != top]
            if len(others) < 2:
                continue
            fits = 0
            for column in columns:
                under = [value for line in others if (value := self.value(line, column)) is not None]
                fits += len(under) > 1 and sum(under) == self.value(top, column)
            if fits > 1 and fits * 2 >= len(columns):
                return [top]
        return []


def place(read: Table, figures: list[Figure], number: int) -> tuple[dict[int, int], ...]:
    """Put the numbers of the table of this number among the figures; gives the figure of each column for each line."""
    placed: list[dict[int, int]] = []
    own = in_turn([own_tags(line.name) for line in read.lines]) if read.turned else []
    over_time = _periods(read.names) if read.turned else read.over_time
    flows = over_time and not any(_carried(tags) for tags in (own if read.turned else read.tags.values()))
    for row, line in enumerate(read.lines):
        here: dict[int, int] = {}
        for column, numeral in line.numerals.items():
            said = own[row] if read.turned else read.tags[column]
            figure = Figure(
                index=len(figures),
                numeral=numeral,
                tags={} if flows and _stock(said) else dict(said),
                topic=(topic_in(line.name) if read.turned else None) or read.topic,
                scope=TABLES * (number + 1) + (column if read.turned else row),
                words=f"{line.name} · {read.names[column]}",
                trio=(row, column),
            )
            figure.compared = column in read.growth
            if numeral.form is Form.PERCENT and (base := base_in(line.name)) is not None:
                figure.base_words, figure.words = line.name[base.start() :], line.name[: base.start()]
            figures.append(figure)
            here[column] = figure.index
        _say_of(here, read, figures)
        placed.append(here)
    return tuple(placed)


def _say_of(here: Mapping[int, int], read: Table, figures: Sequence[Figure]) -> None:
    """A rate beside a ratio is that ratio; in a turned table it is of the count beside it, whose column it shares."""
    for column, index in here.items():
        rate = figures[index]
        if rate.numeral.form is not Form.PERCENT:
            continue
        beside = [figures[here[other]] for other in (column - 1, column + 1) if other in here]
        ratio = next((one for one in beside if one.numeral.form is Form.RATIO), None)
        count = next((one for one in beside[:1] if read.turned and one.counts), None)
        if (said := ratio or count) is not None:
            rate.said_of, rate.scope = said.index, said.scope


def cells(placed: Placed) -> Iterator[Relation]:
    """Every check of a table that its names alone do not give."""
    yield from _down(placed)
    yield from _nested(placed)
    yield from _across(placed)
    yield from _formulas(placed)
    yield from _rate_columns(placed)
    yield from _restated(placed)


# down the columns


def _down(placed: Placed) -> Iterator[Relation]:
    """Every column adds up: groups to the total, the rows of a group to the group."""
    read = placed.table
    if read.turned:
        return
    totals = placed.totals
    last = totals[0] if len(totals) == 1 and totals[0] > 1 else len(read.lines)  # what follows a total is of it
    rows = [row for row in range(len(read.lines)) if row not in totals and row < last]
    groups = [row for row in rows if read.lines[row].level == 0]
    plain = [row for row in rows if read.lines[row].level == 1]
    sides: list[tuple[int, list[list[int]]]] = []
    if len(totals) == 1 and len(rows) > 1:
        sides.append((totals[0], [groups, plain] if len(groups) > 1 else [plain, rows]))
    for number, group in enumerate(groups):
        end = groups[number + 1] if number + 1 < len(groups) else len(read.lines)
        under = [row for row in plain if group < row < end]
        if len(groups) > 1 and len(under) > 1:
            sides.append((group, [under]))
    named = [own_tags(read.lines[row].name) for row in rows]
    every_answer = all(Sort.OPINION in tags for tags in named) and len(named) >= _ANSWERS
    of_total = list(range(last + 1, len(read.lines)))
    for column in sorted(read.summed) if len(of_total) > 1 else ():
        yield from _adds_up(placed, (last, column), [[(row, column) for row in of_total]], Force.LOOSE)
    force = Force.CLAIMED if len(read.summed) > 1 or every_answer else Force.LIKELY
    for column in sorted(read.summed):
        if not (read.over_time and _stock(read.tags[column])):
            for top, choices in sides:
                yield from _adds_up(placed, (top, column), [[(row, column) for row in rows] for rows in choices], force)


def _nested(placed: Placed) -> Iterator[Relation]:
    """The rows under a row, "-" under a number, "+" under "-": they may be all of it."""
    lines = placed.table.lines
    for top, line in enumerate(lines):
        under: list[int] = []
        for row in range(top + 1, len(lines)):
            if lines[row].level <= line.level:
                break
            if lines[row].level == line.level + 1:
                under.append(row)
        for column in sorted(placed.table.summed) if line.level > 0 and len(under) > 1 else ():
            cells = [(row, column) for row in under if not placed.percent(row, column)]
            yield from _adds_up(placed, (top, column), [cells], Force.LOOSE)


def _stock(tags: dict[Sort, str]) -> bool:
    """What is there at a time, and so is not added over time."""
    return tags.get(Sort.ARRIVAL) == "carried" or tags.get(Sort.STAGE) == "pending"


def _periods(names: Sequence[str]) -> bool:
    """Whether the columns are periods, one after the other, and not this one and the one before."""
    return sum(bool(PERIOD.match(name)) for name in names) > 2


def _carried(tags: dict[Sort, str]) -> bool:
    return tags.get(Sort.ARRIVAL) == "carried"


def _adds_up(
    placed: Placed, top: tuple[int, int], choices: Sequence[Sequence[tuple[int, int]]], force: Force
) -> Iterator[Relation]:
    if placed.value(*top) is None:
        return
    under = [[placed.which(*cell) for cell in cells if placed.value(*cell) is not None] for cells in choices]
    sums = [weighted([placed.which(*top)], parts) for parts in under if len(parts) > 1]
    if sums:
        yield Relation(kind=Kind.SUM, force=force, sums=tuple(dict.fromkeys(sums)))


# across the rows


def _across(placed: Placed) -> Iterator[Relation]:
    """Every row adds up to its margins: columns called so, or that are the sum in nearly every row.

    What is there at the end of each month does not add up to what is there at the end of the quarter.
    """
    periods = _periods(placed.table.names)
    for margin, others in _margins(placed):
        for row in range(len(placed.lines)):
            if placed.table.turned and periods and _stock(own_tags(placed.table.lines[row].name)):
                continue
            yield from _adds_up(placed, (row, margin), [[(row, column) for column in others]], Force.CLAIMED)


def _margins(placed: Placed) -> Iterator[tuple[int, Sequence[int]]]:
    """The columns that are the sum of others in nearly every row, and those others; none is a part of two sums."""
    read = placed.table
    columns = sorted(read.summed if not read.turned else {one for here in placed.lines for one in here} - read.rate)
    found: list[tuple[int, int, Sequence[int]]] = []
    for at, margin in enumerate(columns):
        sides = [columns[at - 1], columns[at + 1]] if 0 < at < len(columns) - 1 else []
        for near in (columns[at + 1 :], columns[:at][::-1], sides):
            some = [near[:size] for size in range(2, len(near) + 1)]
            found.extend((_fits(placed, margin, others), margin, others) for others in some)
    taken: set[int] = set()
    for fits, margin, others in sorted(found, key=lambda one: -one[0]):
        if fits and not taken & {margin, *others}:
            taken |= {*others}
            yield margin, others


def _fits(placed: Placed, margin: int, others: Sequence[int]) -> int:
    """In how many rows the others come to the margin; 0 when that may be chance."""
    fits = telling = full = 0
    for row in range(len(placed.lines)):
        parts = [value for column in others if (value := placed.value(row, column)) is not None]
        whole = placed.value(row, margin)
        if whole is None or len(parts) < 2:
            continue
        full += 1
        if sum(parts) == whole:
            fits += 1
            telling += sum(part != 0 for part in parts) > 1
    least = 2 if margin == placed.table.margin else 3
    return fits if fits >= least and telling > 1 and full - fits <= min(2, fits - (least > 2)) else 0


def _formulas(placed: Placed) -> Iterator[Relation]:
    """Headings that say what a column adds up: "(3)=(4)+(5)+(6)", whose columns are numbered in theirs."""
    names = placed.table.names
    numbered = {int(found[1]): column for column, name in enumerate(names) if (found := _NUMBERED.match(name))}
    for found in (one for name in names for one in _FORMULA.finditer(name)):
        whole, *parts = (numbered.get(int(number)) for number in re.findall(r"\d+", found.group()))
        columns = [column for column in parts if column is not None]
        if whole is not None and len(columns) == len(parts):
            for row in range(len(placed.lines)):
                yield from _adds_up(placed, (row, whole), [[(row, column) for column in columns]], Force.CLAIMED)


# rates


def _rate_columns(placed: Placed) -> Iterator[Relation]:
    """A column of rates is computed in one way: the division of two cells that explains nearly every row."""
    read = placed.table
    for rate in sorted(read.rate):
        rows = [row for row in range(len(placed.lines)) if placed.value(row, rate) is not None]
        best: list[Relation] = []
        for relations in _divisions(placed, rate, rows):
            values = {one.index: one.value for one in placed.found.quantities}
            fits = sum(judge(one, values).holds for one in relations)
            if fits >= 3 and len(relations) - fits <= min(2, fits - 1) and len(relations) > len(best):
                best = relations
        yield from best
        if read.turned:
            continue
        parts = [row for row in rows if row not in placed.totals]
        if len(parts) > 1 and len(parts) < len(rows):
            yield hundred([placed.which(row, rate) for row in parts], placed.found)


def _divisions(placed: Placed, rate: int, rows: Sequence[int]) -> Iterator[list[Relation]]:
    counts = sorted(placed.table.summed - placed.table.rate)
    totals = placed.totals
    yield from _of_the_text(placed, rate, rows)
    overs = [(one,) for one in counts] + list(pairwise(counts))
    for over in overs:
        for under in (*counts, None):
            alone = len(totals) != 1 or len(over) > 1 or placed.table.turned
            if under in over or (under is None and alone):
                continue
            made = []
            for row in rows:
                bottom = (row, under) if under is not None else (totals[0], over[0])
                if any(placed.value(row, one) is None for one in over) or not placed.value(*bottom):
                    continue
                tops, whole = tuple(placed.which(row, one) for one in over), placed.which(*bottom)
                if whole not in tops:
                    fraction = Fraction(over=tops, under=(whole,), name=placed.table.names[bottom[1]].strip())
                    printed = placed.which(row, rate)
                    made.append(Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed))
            yield made


def _of_the_text(placed: Placed, rate: int, rows: Sequence[int]) -> Iterator[list[Relation]]:
    """The division of each cell by a count that the sentences tell: "Trong 1.317 hồ sơ tiếp nhận, …"."""
    wholes = [one for one in placed.figures if one.trio is None and one.counts and one.numeral.form is Form.COUNT]
    for over in sorted(placed.table.summed - placed.table.rate):
        held = [row for row in rows if placed.value(row, over) is not None]
        most = max((placed.value(row, over) or 0 for row in held), default=0)
        for which in dict.fromkeys(placed.found.of_figure[one.index] for one in wholes if one.numeral.value >= most):
            yield [
                Relation(
                    kind=Kind.RATE,
                    force=Force.CLAIMED,
                    fractions=(Fraction(over=(placed.which(row, over),), under=(which,), name="named"),),
                    printed=placed.which(row, rate),
                )
                for row in held
                if placed.which(row, over) != which
            ]


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
