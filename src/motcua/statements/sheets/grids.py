"""Finds the tables of a text: pasted from a spreadsheet (tabs), Markdown, drawn with boxes, or CSV."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Cell", "Grid", "grids"]

_RULE = re.compile(r"[\s|:+=_-]+")
_WORDY = re.compile(r"[^\W\d_]\s+\d[^|]*\|[^|]*[^\W\d_]\s+\d")  # "qua mạng 799 | tại quầy 261"
_FILLED = re.compile(r"[+-]?\d[\d.,]*\s?%?")
_QUOTED = re.compile(r'\s*"[^"]*"(?:"[^"]*")*\s*')
_LEAST_MARKS = {"|": 2, "\t": 1, ";": 2, ",": 2}  # in a line
_LEAST_ROWS = {"|": 2, "\t": 2, ";": 3, ",": 3}
_LEAST_CELLS = 3  # in a line of CSV

_STROKES = str.maketrans(  # of tables drawn with boxes
    {**dict.fromkeys("│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛╭╮╰╯", "|"), **dict.fromkeys("─━═┄┈", "-")}
)

_Text = tuple[int, int, str]  # a line: where it begins and ends, and what it says


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell and where its text stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of a table, as many in every row, and the span of the text it takes."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]


def grids(text: str) -> Iterator[Grid]:
    """The tables of a text."""
    found: list[_Text] = []
    at = 0
    for line in text.translate(_STROKES).split("\n"):
        found.append((at, at + len(line), line))
        at += len(line) + 1
    kept: list[Grid] = []
    ways = (("|", None), ("\t", None), (";", _even), (",", _even))
    for mark, fits in ways:  # the surer first
        left = [(*line[:2], "") if any(one.start <= line[0] < one.end for one in kept) else line for line in found]
        kept += [grid for grid in _runs(left, mark) if fits is None or fits(grid)]
    for mark in (";", ",") if not kept else ():
        kept = kept or [grid for grid in _runs(found, mark, least=1) if _narrow(grid)]
    yield from sorted(kept, key=lambda grid: grid.start)


def _runs(lines: Sequence[_Text], mark: str, *, least: int = 0) -> Iterator[Grid]:
    rows: list[_Text] = []
    for line in (*lines, (0, 0, "")):
        if line[2].count(mark) >= (least or _LEAST_MARKS[mark]):
            rows.append(line)
            continue
        if len(rows) >= _LEAST_ROWS[mark] and (mark != "|" or _drawn(rows)):
            yield _grid(rows, mark)
        rows = []


def _grid(rows: Sequence[_Text], mark: str) -> Grid:
    kept = [_cells(one, mark) for one in rows if not (_RULE.fullmatch(one[2]) and "-" in one[2])]
    width = max((len(row) for row in kept), default=0)
    end = rows[-1][1]
    nothing = Cell(start=end, end=end, text="")
    return Grid(
        start=rows[0][0], end=end, rows=tuple((*row, *(nothing for _ in range(width - len(row)))) for row in kept)
    )


def _drawn(rows: Sequence[_Text]) -> bool:
    """Whether strokes draw a table and do not only part the words of a slide.

    The headings of a table, of as many cells as its rows, may be wordy: "Kế hoạch năm 2025 | Thực hiện 9 tháng".
    """
    if any(line.lstrip().startswith("|") or _RULE.fullmatch(line) for _, _, line in rows):
        return True
    wordy = [number for number, (_, _, line) in enumerate(rows) if _WORDY.search(line)]
    return not wordy or (wordy == [0] and len({line.count("|") for _, _, line in rows}) == 1)


def _even(grid: Grid) -> bool:
    """Whether the cells are filled with numbers: those of prose with commas are not."""
    if len(grid.rows[0]) < _LEAST_CELLS or any(cell.start == grid.end for row in grid.rows[:-1] for cell in row):
        return False  # short rows were padded
    cells = [cell.text for row in grid.rows[1:] for cell in row[1:] if cell.text]
    return sum(bool(_FILLED.fullmatch(text)) for text in cells) * 2 >= len(cells) > 0


def _narrow(grid: Grid) -> bool:
    """Whether every line has a name and a number and nothing else, under a head: "Nguyên nhân;Số hồ sơ"."""
    head, *rows = grid.rows
    if len(head) != _LEAST_CELLS - 1 or len(rows) < _LEAST_CELLS or any(cell.text[:1].isdigit() for cell in head):
        return False
    return all(bool(_FILLED.fullmatch(row[1].text)) and not row[0].text[:1].isdigit() for row in rows)


def _cells(line: _Text, mark: str) -> list[Cell]:
    start, _, body = line
    found: list[Cell] = []
    at = 0
    if mark == "|":
        at = len(body) - len(body.lstrip()) + 1 if body.lstrip().startswith("|") else 0
        body = body.rstrip().removesuffix("|")
    while at <= len(body):
        quoted = _QUOTED.match(body, at) if mark in ";," else None
        end = body.find(mark, quoted.end() if quoted else at)
        end = len(body) if end < 0 else end
        raw = body[at:end]
        bare = raw.strip().strip('"').strip("*").strip()
        lead = raw.find(bare) if bare else 0
        found.append(Cell(start=start + at + lead, end=start + at + lead + len(bare), text=bare))
        at = end + 1
    return found
