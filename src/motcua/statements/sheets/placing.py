"""A table among the figures: every number of it a figure with a row and a column, and sums of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.statements.sheets.adding import slipped_sum
from motcua.statements.sheets.headings import column_tags, own_tags
from motcua.statements.sheets.tables import Table, is_mean, over_periods
from motcua.statements.signs.figures import Figure, key_of
from motcua.statements.signs.lexicon import Sort
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import topic_in
from motcua.statements.signs.quantities import TABLES, Known
from motcua.statements.signs.wholes import base_in
from motcua.sums import Force, Held, Kind, Relation, Weighted, judge, weighted

__all__ = ["Place", "Placed", "carried", "place"]

_TWO = 3  # columns of a table that only sets one period against another: the name and both of them
_LEAST = 50  # a total of that many is none by chance

Place = tuple[int, int]  # row and column


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
            slipped = True
            for column in columns:
                under = [value for line in others if (value := self.value(line, column)) is not None]
                total = self.value(top, column)
                fit = len(under) > 1 and sum(under) == total
                fits += fit
                slipped = slipped and total is not None and (_long(total) if fit else slipped_sum(total, under))
            if fits * 2 >= len(columns) and (fits > 1 or (fits and slipped and len(columns) > 1 < len(others) - 1)):
                return [top]
        return []

    def adds_over_time(self, tags: Mapping[Sort, str]) -> bool:
        """Whether what is tagged so adds up over periods: not what is there at a time, alone or with what came in."""
        told = [own_tags(line.name) for line in self.table.lines] if self.table.turned else self.table.tags.values()
        with_old = any(carried(one) for one in told) and any(key_of(one) == "received.in_period" for one in told)
        return not _stock(tags) and not (with_old and key_of(tags) == "received")

    def adds_up(self, tops: Sequence[Place], choices: Sequence[Sequence[Place]], force: Force) -> Iterator[Relation]:
        """The check that these cells come to one of these choices of cells; empty cells are nothing."""
        over = [self.which(*cell) for cell in tops if self.value(*cell) is not None]
        under = [[self.which(*cell) for cell in cells if self.value(*cell) is not None] for cells in choices]
        readings = [weighted(over, parts) for parts in under if len(parts) > 1]
        if readings and len(over) == len(tops):
            yield Relation(kind=Kind.SUM, force=force, sums=tuple(dict.fromkeys(readings)))

    def columns_of(self, one: Weighted) -> frozenset[tuple[int | Decimal, int]] | None:
        """The columns of a sum with their signs, when all of its figures stand in one row of this table."""
        told = [(weight, self.figures[self.found.quantities[which].figures[0]]) for weight, which in one]
        rows = {figure.trio[0] if figure.trio is not None else -1 for _, figure in told}
        if len(rows) > 1 or not 0 <= max(rows) < len(self.lines):
            return None
        row = rows.pop()
        column_of = {figure: column for column, figure in self.lines[row].items()}
        if not all(figure.index in column_of for _, figure in told):
            return None  # of another table
        return frozenset((weight, column_of[figure.index]) for weight, figure in told)

    def holds(self, one: Relation) -> bool:
        """Whether a check holds as printed."""
        return self.held(one).holds

    def held(self, one: Relation) -> Held:
        """How a check stands as printed."""
        return judge(one, {which: self.found.quantities[which].value for which in one.quantities})


def _long(total: Decimal) -> bool:
    """Whether a total has so many digits that it is none by chance: 120, 43,5."""
    return total >= _LEAST or len(total.as_tuple().digits) > len(str(_LEAST))


def place(read: Table, figures: list[Figure], number: int) -> tuple[dict[int, int], ...]:
    """Put the numbers of the table of this number among the figures; gives the figure of each column for each line."""
    placed: list[dict[int, int]] = []
    own = column_tags([line.name for line in read.lines]) if read.turned else []
    kinds = own if read.turned else list(read.tags.values())
    over_time = over_periods(read.names) and len(read.names) > _TWO if read.turned else read.over_time
    flows = over_time and not any(carried(tags) for tags in kinds)
    for row, line in enumerate(read.lines):
        here: dict[int, int] = {}
        for column, numeral in line.numerals.items():
            tags = own[row] if read.turned else read.tags[column]
            figure = Figure(
                index=len(figures),
                numeral=numeral,
                tags={} if flows and _stock(tags) else dict(tags),
                topic=(topic_in(line.name) if read.turned else None) or read.topic,
                scope=TABLES * (number + 1) + (column if read.turned else row),
                words=f"{line.name} · {read.names[column]}",
                trio=(row, column),
            )
            figure.compared = column in read.growth
            if numeral.form is Form.PERCENT and (base := base_in(line.name)) is not None:
                figure.base_words, figure.words = line.name[base[0] :], line.name[: base[0]]
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
        ratio = next((one for one in beside if one.numeral.form is Form.RATIO and not is_mean(one.words)), None)
        count = next((one for one in beside[:1] if read.turned and one.counts), None)
        if (said := ratio or count) is not None:
            rate.said_of, rate.scope = said.index, said.scope


def _stock(tags: Mapping[Sort, str]) -> bool:
    """What is there at a time, and so is not added over time."""
    return carried(tags) or tags.get(Sort.STAGE) == "pending"


def carried(tags: Mapping[Sort, str]) -> bool:
    """What was there when the period began."""
    return tags.get(Sort.ARRIVAL) == "carried"
