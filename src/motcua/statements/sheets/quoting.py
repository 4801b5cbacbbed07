"""Figures of a table that the sentences around it say again: one small slip apart is a slip, more is another matter."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod

from motcua.statements.sheets.headings import own_tags
from motcua.statements.sheets.named_rows import of_named_rows
from motcua.statements.sheets.placing import Placed
from motcua.statements.sheets.total_rates import total_rates
from motcua.statements.signs.bases import further_words
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.periods import period
from motcua.sums import SMALL, Force, Kind, Relation, slip, weighted

__all__ = ["quoted"]

_LEAST = 100  # from this value on, a count of the text and one of the table that agree by chance are rare
_NO_CHANCE = 1_000  # what smaller figures of one sentence multiply to that quote the table
_LEAST_BESIDE = 10  # the same of a figure that shows that its sentence quotes the table
_NEARLY = 10  # a sum is called nearly so much when it is less than this part of it away
_WORD = re.compile(r"[^\W\d_]+")
_BARE = frozenset(["số", "tổng", "cộng", "hồ", "sơ", "lượt", "đã", "trong", "đó", "the", "of", "total", "number"])
_COMPARING = frozenset([  # words that set one row against the others, or lead to a figure
    "lĩnh", "vực", "riêng", "nhiều", "ít", "cao", "thấp", "nhất", "đứng", "đầu", "có", "tỷ", "tỉ", "lệ", "đạt", "chỉ",
    "còn", "tới", "lên", "như", "vậy", "bảng", "biểu", "cho", "thấy", "theo", "tăng", "giảm", "field", "only", "most",
    "least", "highest", "lowest", "best", "worst", "rate", "share", "with", "has", "had", "table", "shows",
])  # fmt: skip
_TWO = 2  # rows that a sentence names, so that either may be meant
_LEAST_WORDS = 2  # of a heading that tell what it counts
_ELSEWHERE = re.compile(  # another time, or no figure of what was done
    r"(?<!\w)(?:năm (?:trước|ngoái)|cùng kỳ|(?:tháng|quý|kỳ) trước|kế hoạch|chỉ tiêu|dự kiến|phấn đấu|last|previous|"
    r"planned|target|expected)(?!\w)",
    re.IGNORECASE,
)

_Called = tuple[str, bool, Form, str, Topic | None]  # heading, whether of a change, form, standard name, topic
_Sentence = tuple[int, int]  # paragraph and block
_Cell = tuple[Figure, str, bool]  # a cell, the name across its heading, and whether it is of all


def quoted(placed: Placed) -> Iterator[Relation]:
    """Each figure of a sentence that is called as one cell is, and equals it or is one small slip apart."""
    quoting = _Quoting(placed)
    for one in quoting.told:
        yield from quoting.checks(one)
    yield from of_named_rows(placed, quoting.told)
    yield from total_rates(placed, quoting.told)
    if not placed.totals and not placed.table.turned and len(placed.lines) > 1:
        yield from quoting.sums()


class _Quoting:
    """The sentences around one table."""

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        cells = [placed.figures[index].numeral for row in placed.lines for index in row.values()]
        self.values = {(cell.form, abs(cell.value)) for cell in cells}
        self.alike = self._cells()
        self.told = self._told()
        self.right: dict[_Sentence, set[Decimal]] = {}
        for one in self.told:
            if self._is_right(one):
                self.right.setdefault((one.paragraph, one.block), set()).add(one.numeral.value)

    def _told(self) -> list[Figure]:
        """The figures of sentences that may be quotations."""
        return [
            one
            for one in self.placed.figures
            if one.trio is None
            and one.numeral.form in {Form.COUNT, Form.PERCENT}
            and one.numeral.hedge is not Hedge.ABOUT
            and not (one.aside or one.base or one.base_words or one.of is not None)
            and not (one.compared and one.numeral.hedge is not Hedge.CHANGE)
            and not _ELSEWHERE.search(one.words)
        ]

    def checks(self, one: Figure) -> Iterator[Relation]:
        """That a figure is what its cell is, when only one is meant."""
        called = [cell for cell in self.called(one) if cell.numeral.value > 0]
        same = [cell for cell in called if cell.numeral.value == one.numeral.value]
        if not same and not self._in_table(one):
            same = [cell for cell in called if self._slipped(one, cell)]
        if len(same) != 1:
            return
        equal = one.numeral.value == same[0].numeral.value
        if one.numeral.form is Form.PERCENT or one.numeral.value >= _LEAST or (equal and self._no_chance(one)):
            mine, other = (self.placed.found.of_figure[each.index] for each in (one, same[0]))
            force = Force.LIKELY if equal or _near(one, same[0]) else Force.CLAIMED
            yield Relation(kind=Kind.SUM, force=force, sums=(weighted([mine], [other]),))

    def sums(self) -> Iterator[Relation]:
        """That a sentence tells what a column without a total comes to, when another column or no chance shows it."""
        found = [(one, column) for one in self.told for column in self._columns_of(one)]
        right = {(one.paragraph, column) for one, column in found if one.numeral.value == self._sum(column)}
        for one, column in found:
            shown = any(paragraph == one.paragraph and other != column for paragraph, other in right)
            near = abs(one.numeral.value - self._sum(column)) * _NEARLY < one.numeral.value
            slipped = slip(one.numeral.value, self._sum(column)) in SMALL
            meant = slipped and (self._introduces(one) or self._says_nothing_else(one))
            if (one.paragraph, column) in right or (shown and near) or meant:
                mine = self.placed.found.of_figure[one.index]
                parts = [self.placed.which(row, column) for row in self._rows(column)]
                yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([mine], parts),))

    def _columns_of(self, one: Figure) -> list[int]:
        """The columns that a count of the text may be the sum of."""
        read = self.placed.table
        if one.numeral.form is not Form.COUNT or not one.counts or one.numeral.value < _LEAST:
            return []
        columns = [
            column
            for column in sorted(read.summed - read.growth)
            if len(rows := self._rows(column)) > 1
            and _alike(read.names[column], self.placed.figures[self.placed.lines[rows[0]][column]], one)
        ]
        return columns or (sorted(read.summed) if len(read.summed) == 1 and not read.over_time else [])

    def _rows(self, column: int) -> list[int]:
        """The rows that have a count in a column, but no parts of others."""
        lines = self.placed.table.lines
        return [row for row, here in enumerate(self.placed.lines) if column in here and lines[row].level < 2]

    def _sum(self, column: int) -> Decimal:
        return sum((self.placed.value(row, column) or Decimal(0) for row in self._rows(column)), start=Decimal(0))

    def called(self, one: Figure) -> Iterator[Figure]:
        """The cells that a figure may say again: of the row that its words name, else of the total."""
        changed = one.numeral.hedge is Hedge.CHANGE
        for (name, is_change, form, _, _), cells in self.alike.items():
            if is_change is changed and form is one.numeral.form and _alike(name, cells[0][0], one):
                own = [cell for cell, other, of_all in cells if not of_all and _says(other, one.words)]
                yield from own or (cell for cell, _, of_all in cells if of_all)

    def _cells(self) -> dict[_Called, list[_Cell]]:
        """The cells by what they are called."""
        read, totals = self.placed.table, self.placed.totals
        found: dict[_Called, list[_Cell]] = {}
        for row, here in enumerate(self.placed.lines):
            line = read.lines[row]
            for column, index in here.items():
                cell = self.placed.figures[index]
                name, other = (line.name, read.names[column]) if read.turned else (read.names[column], line.name)
                alone = column == read.margin or len(here) == 1 or column in read.growth
                of_all = alone if read.turned else row in totals
                called = (name, column in read.growth, cell.numeral.form, cell.key, cell.topic)
                found.setdefault(called, []).append((cell, other, of_all))
        return found

    def _in_table(self, one: Figure) -> bool:
        """Whether the table holds such a figure anywhere."""
        return (one.numeral.form, one.numeral.value) in self.values

    def _is_right(self, one: Figure) -> bool:
        """Whether it is quoted rightly, and no chance."""
        return (
            one.numeral.value >= _LEAST_BESIDE
            and self._in_table(one)
            and any(cell.numeral.value == one.numeral.value for cell in self.called(one))
        )

    def _no_chance(self, one: Figure) -> bool:
        """Whether other figures of its sentence are quoted rightly, too, so that all of them together are no chance."""
        right = self.right.get((one.paragraph, one.block), set())
        named = sum(_says(line.name, one.words) for line in self.placed.table.lines)  # "đất nhiều hơn nhà: nhà 84"
        return len(right) > 1 and named < _TWO and one.numeral.value in right and prod(right) >= _NO_CHANCE

    def _slipped(self, one: Figure, cell: Figure) -> bool:
        """Whether it is that cell with a slip; all digits may change places beside figures that are quoted rightly."""
        if self._beside_others(one):
            return _near(one, cell) or sorted(str(one.numeral.value)) == sorted(str(abs(cell.numeral.value)))
        introduces = not one.tags and self._introduces(one)
        return _near(one, cell) and (introduces or self._says_nothing_else(one))

    def _beside_others(self, one: Figure) -> bool:
        """Whether a figure of its sentence, or of the next one on either side, is quoted rightly."""
        return any((one.paragraph, one.block + step) in self.right for step in (-1, 0, 1))

    def _introduces(self, one: Figure) -> bool:
        """Whether it is the last figure of the sentences before the table."""
        first = min((index for row in self.placed.lines for index in row.values()), default=0)
        return one.index == first - 1

    def _says_nothing_else(self, one: Figure) -> bool:
        """Whether the words of its sentence tell of no other time, place or group than the table."""
        read = self.placed.table
        names = " ".join([*read.names, *(line.name for line in read.lines)]).lower()
        known = {*_WORD.findall(names)} | _COMPARING
        sentence = [other for other in self.told if other.block == one.block and other.index <= one.index]
        return all(
            period(other.words) is None
            and other.tags.items() >= own_tags(other.words).items()
            and {*further_words(other.words.partition(other.numeral.text)[0])} <= known
            for other in sentence
        )


def _near(one: Figure, cell: Figure) -> bool:
    return slip(one.numeral.value, abs(cell.numeral.value)) in SMALL and one.numeral.decimals == cell.numeral.decimals


def _alike(name: str, cell: Figure, one: Figure) -> bool:
    """Whether a cell is called as a figure is: by the same labels, or by all the words of its heading."""
    if one.tags:
        return one.key == cell.key and (one.topic is cell.topic or one.topic is None or not one.counts)
    return _says(name, one.words, least=1 if cell.tags else _LEAST_WORDS)


def _says(name: str, words: str, least: int = _LEAST_WORDS) -> bool:
    """Whether words hold a name as a whole, one that tells something."""
    mine, others = _WORD.findall(name.lower()), " ".join(_WORD.findall(words.lower()))
    telling = [word for word in mine if word not in _BARE]
    return len(telling) >= least and f" {' '.join(mine)} " in f" {others} "
