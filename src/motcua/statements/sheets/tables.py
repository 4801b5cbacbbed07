"""Reads tables: what each column counts, and which rows are totals, groups and parts.

A row is a scope of its own; so is a column of a turned table.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from motcua.statements.sheets.adding import slipped_sum
from motcua.statements.sheets.formulas import Formula, formulas
from motcua.statements.sheets.grids import Cell, Grid
from motcua.statements.sheets.headings import column_tags, head_rows, headings, is_index_row, own_tags
from motcua.statements.signs.lexicon import Sort, Topic
from motcua.statements.signs.numerals import Form, Numeral, spot
from motcua.statements.signs.periods import made_of, period

__all__ = ["Line", "Made", "Table", "is_change", "is_mean", "over_periods", "table"]

_TOTAL = re.compile(
    r"(?:tổng(?: số| cộng| toàn\b.*)?|cộng|tất cả|toàn bộ|(?:tính )?chung|toàn (?:phường|xã|thị trấn)|"
    r"cả (?:năm|kỳ|quý|tháng)|cả \d+ tháng|sum|total|grand total|all(?: \w+){0,2})(?:\s*[:(/].*)?|"
    r"(?:tổng|cộng(?! dồn)) [^(]{0,30}(?:\(.*)?",
    re.IGNORECASE,
)
_YEAR_SUM = re.compile(r"(?:năm|year)", re.IGNORECASE)  # after its months or quarters
_INDEX = re.compile(r"(?:stt|tt|số tt|số thứ tự|no\.?|#|mã(?: số)?|năm|year|code)", re.IGNORECASE)
_RATE_HEAD = re.compile(r"%|t[ỷỉyi][ _]l[ệe]|rate|share|percent|pct", re.IGNORECASE)
_MONEY = re.compile(r"đồng|tiền|thu|phí|chi|vnd|amount|fee|cost", re.IGNORECASE)
_GROWTH = re.compile(
    r"(?<!\w)(?:tăng|giảm|chênh lệch|so với|change|growth|difference|increase|decrease)(?!\w)", re.IGNORECASE
)
_NO_SUM = re.compile(r"(?<!\w)(?:trung bình|bình quân|average|mean|(?:xếp |thứ )?hạng|rank)(?!\w)", re.IGNORECASE)
_POINTS = re.compile(r"(?:tổng )?(?:số )?điểm(?!\w)|.*\b(?:score|points?)\b", re.IGNORECASE)
_TASKS = re.compile(r"nhiệm vụ|task", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:tháng|quý|tuần|kỳ|năm|month|quarter|week|q[1-4]|\d{4}-\d{2}|\d{1,2}/\d{4}|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\d\d(?!\d))",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\s*(?:(?P<minus>[-–−])|\+)\s?")
_AROUND = re.compile(r"[\s.*()%]*")  # what may stand before the number of a cell
_DASH = re.compile(r"[-–—]")
_WORD = re.compile(r"[^\W\d_]{2}")
_ORDINAL = re.compile(r"\d{1,3}(?:\.\d+)*|[IVXa-z]+|[A-ZĐ]")
_ROMAN = re.compile(r"[IVX]+")
_MOST_REST = 12  # characters of a cell beside its number: a unit, a note
_MOST_COLUMNS = 40
_MOST_ROWS = 500
_HUNDRED = 100
_FRACTION = 3  # decimals of a rate that is written as a fraction of one
_LEAST_ADDED = 3  # figures of a column that come to its last one by no chance
_FEW = 3  # columns of a table whose rows may be rates


@dataclass(slots=True, kw_only=True)
class Line:
    """A row: its name and its numbers by column."""

    name: str
    group: str = ""  # what a merged cell before the name says of several rows
    total: bool = False
    level: int = 1  # 0: a group (I, A) whose figures are those of the rows under it; 2: a part of a row (-); 3 (+)
    number: str = ""  # what stands before its name: "A", "II"
    numerals: dict[int, Numeral] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A line that is the sum of others by its name."""

    top: int
    parts: tuple[int, ...]
    of_periods: bool  # a quarter of its months; else "all" of the same in every group


@dataclass(slots=True, kw_only=True)
class Table:
    """A table read: what each column counts, and the rows. Columns are spoken of by their place in the grid."""

    tags: dict[int, dict[Sort, str]]
    names: list[str]
    rate: set[int]  # columns of rates
    summed: set[int]  # columns that add up
    points: set[int]  # columns of points that were reached, or could be
    growth: set[int]  # columns that say how much more or less than before
    margin: int | None  # the column that says what the others come to
    lines: list[Line]
    turned: bool  # the rows say what is counted
    topic: Topic
    made_rows: list[Made]
    made_columns: list[Made]
    formulas: list[Formula]

    @property
    def over_time(self) -> bool:
        """Whether the rows are periods: what is there at the end of one is there at the start of the next."""
        return over_periods([line.name for line in self.lines])


def over_periods(names: Sequence[str]) -> bool:
    """Whether most of these name periods: "Tháng 1", "Quý II"."""
    return sum(bool(_PERIOD.match(name)) for name in names) * 2 > len(names)


def table(grid: Grid, *, in_english: bool) -> Table | None:
    """What a grid says; None when it holds no numbers, or is too large to be of a report."""
    if not grid.rows or len(grid.rows[0]) > _MOST_COLUMNS or len(grid.rows) > _MOST_ROWS:
        return None
    numbers = [[_number(cell, in_english=in_english) for cell in row] for row in grid.rows]
    heads = head_rows(grid.rows, numbers)
    body = [row for row in range(heads, len(grid.rows)) if not is_index_row(grid.rows[row])]
    over = headings(grid.rows[:heads], len(grid.rows[0]))
    names = [" ".join(each) for each in over]
    called = _name_column(grid, body, numbers, names)
    columns = list(_columns(grid, body, numbers, names, called))
    if not columns:
        return None
    lines = [_line(grid.rows[row], numbers[row], called, columns) for row in body]
    lines = [line for line in lines if line.numerals or line.name]
    _spread_groups(lines)
    _set_groups(lines)
    made_rows = _made({row: (line.group, line.name) for row, line in enumerate(lines)})
    _mark_whole_period(lines, made_rows)
    points = {column for column in columns if _POINTS.match(names[column]) and not _RATE_HEAD.search(names[column])}
    plain = [{} for _ in columns] if points else column_tags([names[column] for column in columns])
    tags = dict(zip(columns, plain, strict=True))
    rate = {column for column in columns if column not in points and _is_rate(column, names[column], lines)}
    turned = not points and _is_turned(lines, list(tags.values()))
    for column in rate:
        if not turned or _RATE_HEAD.search(names[column]):
            _to_percent([(line, column) for line in lines])
    for line in lines:
        if _RATE_HEAD.search(line.name) and not line.total and (turned or len(columns) - len(rate) <= _FEW):
            _to_percent([(line, column) for column in columns])
    ratios = {column for line in lines for column, one in line.numerals.items() if one.form is Form.RATIO}
    return Table(
        tags=tags,
        names=names,
        rate=rate,
        summed={column for column in columns if column not in rate | ratios and not is_mean(names[column])},
        points=points,
        growth={column for column in columns if is_change(names[column])},
        margin=next((one for one in (columns[0], columns[-1]) if _is_margin(names[one])), None),
        lines=lines,
        turned=turned,
        topic=Topic.TASKS if _TASKS.search(" ".join((*names, grid.rows[0][0].text))) else Topic.DOSSIERS,
        made_rows=made_rows,
        made_columns=_made(
            {column: (" ".join(over[column][:-1]), over[column][-1]) for column in columns if over[column]}
        ),
        formulas=list(formulas(grid.rows[: heads + 1])),
    )


def is_mean(name: str) -> bool:
    """Whether what is called so is a mean or a rank, which no others add up to."""
    return _NO_SUM.search(name) is not None


def is_change(name: str) -> bool:
    """Whether a heading says how much more or less something is than before."""
    return _GROWTH.search(name) is not None


def _made(names: Mapping[int, tuple[str, str]]) -> list[Made]:
    """The lines with these groups and names that are sums of others by what they are called."""
    periods = {line: one for line, told in names.items() if (one := period(" ".join(told).strip()))}
    found = [Made(top=top, parts=tuple(parts), of_periods=True) for top, parts in made_of(periods).items()]
    own = {line: "" if _is_margin(name) else name.lower() for line, (_, name) in names.items()}
    for top, (group, _) in names.items():
        if group and _is_margin(group):
            alike = [
                one for one, (other, _) in names.items() if other and not _is_margin(other) and own[one] == own[top]
            ]
            if len(alike) > 1:
                found.append(Made(top=top, parts=tuple(alike), of_periods=False))
    return found


# cells


def _number(cell: Cell, *, in_english: bool) -> Numeral | None:
    """The numeral that fills a cell; a dash is nothing."""
    if _DASH.fullmatch(cell.text):
        return Numeral(start=cell.start, end=cell.end, text=cell.text, form=Form.COUNT, value=Decimal(0))
    found = spot(cell.text, in_english=in_english) if cell.text else ()
    if len(found) != 1:
        return None
    one = found[0]
    before, after = cell.text[: one.start], cell.text[one.end :]
    sign = _SIGN.fullmatch(before)
    if len((before + after).strip()) > _MOST_REST or not (sign or _AROUND.fullmatch(before)):
        return None
    return replace(
        one,
        start=cell.start + one.start,
        end=cell.start + one.end,
        value=-one.value if sign and sign["minus"] else one.value,
    )


# columns


def _columns(
    grid: Grid,
    body: Sequence[int],
    numbers: Sequence[Sequence[Numeral | None]],
    names: Sequence[str],
    called: int,
) -> Iterator[int]:
    """The columns that hold figures: not the names, nor the numbers of the rows."""
    for column, name in enumerate(names):
        last = column == len(names) - 1 and _YEAR_SUM.fullmatch(name.strip())
        if column == called or (_INDEX.fullmatch(name.strip()) and not last):
            continue
        texts = [text for row in body if (text := grid.rows[row][column].text.strip("."))]
        ordinal = column < called and all(_ORDINAL.fullmatch(text) for text in texts)
        if not ordinal and any(numbers[row][column] is not None for row in body):
            yield column


def _name_column(
    grid: Grid, body: Sequence[int], numbers: Sequence[Sequence[Numeral | None]], names: Sequence[str]
) -> int:
    """The first column of words; else the first one, or -1 when that says what it counts."""
    for column, name in enumerate(names):
        words = sum(
            _WORD.search(grid.rows[row][column].text) is not None and numbers[row][column] is None for row in body
        )
        if words * 2 > len(body) and not _INDEX.fullmatch(name):
            return column
    return -1 if own_tags(names[0]) or _is_margin(names[0]) else 0


def _is_rate(column: int, name: str, lines: Sequence[Line]) -> bool:
    """Whether a column holds percentages: its heading or its signs say so, or all are decimals up to 100, not money.

    So is, above a total, by how much such a figure rose or fell: "+0,4 | -1,2"; without one it may be a difference.
    """
    cells = [line.numerals[column] for line in lines if column in line.numerals]
    if _RATE_HEAD.search(name) or all(cell.form is Form.PERCENT for cell in cells):
        return True
    least = -_HUNDRED if any(_adds_up(other, lines) for other in lines[-1].numerals if other != column) else 0
    if _MONEY.search(name) or any(not least <= cell.value <= _HUNDRED for cell in cells) or _adds_up(column, lines):
        return False
    signed = any(cell.form is Form.PERCENT for line in lines for cell in line.numerals.values())  # of other columns
    return not signed and sum(cell.decimals > 0 for cell in cells) * 2 > len(cells)


def _adds_up(column: int, lines: Sequence[Line]) -> bool:
    """Whether the last figure of a column comes to the others, or nearly; that of rates is between them, or a hundred.

    "3,2 | 2,9 | 4,1 | 10,2" are hectares.
    """
    *parts, total = [line.numerals[column].value for line in lines if column in line.numerals] or [Decimal(0)]
    told = sum(parts, start=Decimal(0))
    same = total == told or (total > max(parts, default=total) and slipped_sum(total, parts))
    return len(parts) >= _LEAST_ADDED and total != _HUNDRED != told and same


def _is_margin(name: str) -> bool:
    return _TOTAL.fullmatch(re.sub(r"\([^()]*\)", "", name).strip()) is not None


def _to_percent(cells: Sequence[tuple[Line, int]]) -> None:
    """Make counts of these cells percentages; a spreadsheet may hold all of them as fractions, 0,9589."""
    held = [(line, column) for line, column in cells if column in line.numerals]
    plain = [line.numerals[column] for line, column in held if line.numerals[column].form is Form.COUNT]
    fractions = all(one.value <= 1 for one in plain) and any(one.decimals >= _FRACTION for one in plain)
    for line, column in held:
        one = line.numerals[column]
        if one.form is Form.COUNT and 0 <= one.value <= _HUNDRED:
            value = one.value.scaleb(2) if fractions else one.value
            line.numerals[column] = replace(one, form=Form.PERCENT, value=value)


# rows


def _line(row: Sequence[Cell], numbers: Sequence[Numeral | None], called: int, columns: Sequence[int]) -> Line:
    told = [cell.text for cell in row[: called + 1]]
    first, name = (told[0], told[-1]) if told else ("", "")
    return Line(
        name=name or first,
        group=next((text for text in told[:-1] if _WORD.search(text)), ""),
        total=any(_TOTAL.fullmatch(text.strip(" .:*")) for text in told if text),
        level=_level(first, name),
        number=first.split(".")[0].strip(),
        numerals={column: found for column in columns if (found := numbers[column]) is not None},
    )


def _level(first: str, name: str) -> int:
    if re.match(r"\+\s", name) or first == "+" or re.match(r"\d+\.\d+\.\d+", first):
        return 3
    if re.match(r"[-–+•*]\s|trong đó|of which", name, re.IGNORECASE) or first in {"-", "–", "+", "*"}:
        return 2
    if re.match(r"\d+\.\d+", first):
        return 2
    group = re.fullmatch(r"[IVX]+\.?|[A-ZĐ]\.?", first) if first != name else None
    return 0 if group or re.match(r"(?:[IVX]+|[A-ZĐ])\.\s", name) else 1


def _spread_groups(lines: Sequence[Line]) -> None:
    """A merged cell before the names is of all the rows that it spans."""
    group = ""
    for line in lines:
        group = line.group = line.group or group


def _set_groups(lines: Sequence[Line]) -> None:
    """Of an outline "A, I, 1, 2, II, B" the letters are groups of groups; "X. Sim, P. Mai" is no outline."""
    groups = [line for line in lines if line.level == 0]
    begins = bool(groups) and groups[0].number in {"A", "I"}
    nested = begins and groups[0].number == "A" and {"I", "II"} <= {line.number for line in groups}
    for line in groups if nested or not begins else ():
        line.level = 1 if not begins else 0 if _ROMAN.fullmatch(line.number) else -1


def _mark_whole_period(lines: Sequence[Line], made: Sequence[Made]) -> None:
    """The year under its months is their total, when the table has no other."""
    parts = {part for one in made for part in one.parts}
    tops = [one.top for one in made if one.of_periods and one.top not in parts]
    told = parts | {*tops}
    if len(tops) == 1 and not any(line.total for line in lines) and len(told) == len(lines):
        lines[tops[0]].total = True


def _is_turned(lines: Sequence[Line], columns: Sequence[dict[Sort, str]]) -> bool:
    """Whether the rows say what is counted, and not the columns; rows that answer one question and a total do not."""
    if any(line.group for line in lines) and len({line.name for line in lines}) < len(lines):
        return False  # the same in every group
    rows = [own_tags(line.name) for line in lines]
    told = sum(bool(one) for one in rows)
    if told < 2 or sum(bool(one) for one in columns) > 1 or (lines[-1].total and told * 2 < len(lines)):
        return False
    one_question = any(
        all(one.keys() <= sorts for one in rows) for sorts in ({Sort.OPINION}, {Sort.CHANNEL, Sort.LEVEL})
    )
    return not (one_question and any(line.total for line in lines))
