"""Figures of a table that the sentences around it say again: one small slip apart is a slip, more is another matter."""

import re
from collections.abc import Iterator, Sequence

from motcua.statements.figures import Figure
from motcua.statements.numerals import Form, Hedge
from motcua.statements.placing import Placed
from motcua.sums import SMALL, Force, Kind, Relation, slip, weighted

__all__ = ["quoted"]

_LEAST = 100  # from this value on, a figure of the text and one of the table that agree by chance are rare
_WORD = re.compile(r"[^\W\d_]+")
_BARE = frozenset(["số", "tổng", "cộng", "hồ", "sơ", "lượt", "đã", "trong", "đó", "the", "of", "total", "number"])
_LEAST_WORDS = 2  # of a heading that tell what it counts
_ELSEWHERE = re.compile(  # another time, or no figure of what was done
    r"(?<!\w)(?:năm (?:trước|ngoái)|cùng kỳ|(?:tháng|quý|kỳ) trước|kế hoạch|chỉ tiêu|dự kiến|phấn đấu|last|previous|"
    r"planned|target|expected)(?!\w)",
    re.IGNORECASE,
)


def quoted(placed: Placed) -> Iterator[Relation]:
    """Each figure of a sentence that is called as one cell is, and equals it or is one small slip apart.

    Beside a figure that is quoted rightly, all its digits may have changed places.
    """
    values = {placed.figures[index].numeral.value for row in placed.lines for index in row.values()}
    right: set[int] = set()  # paragraphs that quote the table
    unlike: list[tuple[Figure, list[Figure]]] = []
    for one in placed.figures:
        if one.trio is not None or one.numeral.form is not Form.COUNT or _ELSEWHERE.search(one.words):
            continue
        called = list(_called(placed, one))
        same = [cell for cell in called if cell.numeral.value == one.numeral.value]
        if one.numeral.value in values:
            right.add(one.paragraph)
            yield from _equal(placed, one, same)
        elif one.numeral.value >= _LEAST:
            unlike.append((one, called))
    for one, called in unlike:
        near = [cell for cell in called if _slipped(one, cell, beside=one.paragraph in right)]
        yield from _equal(placed, one, near)


def _slipped(one: Figure, cell: Figure, *, beside: bool) -> bool:
    """Whether one is the other with a small slip."""
    mine, other = one.numeral.value, abs(cell.numeral.value)
    return slip(mine, other) in SMALL or (beside and sorted(str(mine)) == sorted(str(other)))


def _equal(placed: Placed, one: Figure, cells: Sequence[Figure]) -> Iterator[Relation]:
    """The check that a figure is what this cell is, when only one is meant."""
    if len(cells) == 1 and one.numeral.value >= _LEAST and cells[0].numeral.value > 0:
        mine, cell = placed.found.of_figure[one.index], placed.found.of_figure[cells[0].index]
        slipped = slip(one.numeral.value, cells[0].numeral.value) in SMALL
        force = Force.LIKELY if slipped or one.numeral.value == cells[0].numeral.value else Force.CLAIMED
        yield Relation(kind=Kind.SUM, force=force, sums=(weighted([mine], [cell]),))


def _called(placed: Placed, one: Figure) -> Iterator[Figure]:
    """The cells that a figure of a sentence may say again: of the total, or of the row that its words name."""
    read = placed.table
    changed = one.numeral.hedge is Hedge.CHANGE
    if one.numeral.hedge is Hedge.ABOUT or (one.compared and not changed) or one.aside:
        return
    for row, here in enumerate(placed.lines):
        line = read.lines[row]
        for column, index in here.items():
            cell = placed.figures[index]
            if (column in read.growth) is not changed or cell.numeral.form is not Form.COUNT:
                continue
            name, other = (line.name, read.names[column]) if read.turned else (read.names[column], line.name)
            of_all = row in placed.totals if not read.turned else column == read.margin or len(here) == 1 or changed
            named = _alike(name, cell, one)
            if named and (of_all or _says(other, one.words)):
                yield cell


def _alike(name: str, cell: Figure, one: Figure) -> bool:
    """Whether a cell is called as a figure is: by the same labels, or by all the words of its heading."""
    if one.tags:
        return one.tags == cell.tags
    return _says(name, one.words, least=1 if cell.tags else _LEAST_WORDS)


def _says(name: str, words: str, least: int = _LEAST_WORDS) -> bool:
    """Whether words hold a name as a whole, one that tells something."""
    mine, others = _WORD.findall(name.lower()), " ".join(_WORD.findall(words.lower()))
    telling = [word for word in mine if word not in _BARE]
    return len(telling) >= least and f" {' '.join(mine)} " in f" {others} "
