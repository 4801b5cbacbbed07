"""Figures of sentences that name a row of a table: they tell one column of it, as the numbers show."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from math import prod

from motcua.statements.sheets.placing import Placed
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form
from motcua.sums import Force, Kind, Relation, Slip, slip, weighted

__all__ = ["of_named_rows"]

_LEAST = 10  # a figure below it is too easily that of a row
_NO_CHANCE = 1_000  # what figures that agree multiply to
_NO_CHANCE_DIGIT = 30_000  # the same where one has another digit, as one in five of two digits would by chance
_MOST_TOLD = 60  # figures of a paragraph that are looked at
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A figure of a sentence and the row that its words name."""

    figure: Figure
    row: int

    @property
    def value(self) -> Decimal:
        """What it says."""
        return self.figure.numeral.value


def of_named_rows(placed: Placed, figures: Sequence[Figure]) -> Iterator[Relation]:
    """That figures of a paragraph are those of the rows that they name.

    Two that are each that of the other's row were exchanged, here or there; one with a slip must stand beside others
    that are right. One alone that is another row's is only a witness.
    """
    paragraphs: dict[int, list[_Told]] = {}
    rows = _Names(placed)
    for one in figures:
        if one.numeral.value >= _LEAST and (row := rows.named_by(one.words)) is not None:
            paragraphs.setdefault(one.paragraph, []).append(_Told(figure=one, row=row))
    for told in paragraphs.values():
        for column in sorted({column for here in placed.lines for column in here}):
            alike = [one for one in told[:_MOST_TOLD] if one.figure.numeral.form is _form(placed, one.row, column)]
            yield from _of_column(placed, alike, column)


def _of_column(placed: Placed, told: Sequence[_Told], column: int) -> Iterator[Relation]:
    right = [one for one in told if placed.value(one.row, column) == one.value]
    others = [one for one in told if one not in right]
    for one, other in combinations(others, 2):
        crossed = placed.value(one.row, column) == other.value and placed.value(other.row, column) == one.value
        if crossed and one.value * other.value >= _NO_CHANCE:
            yield from (_same(placed, each, column, Force.CLAIMED) for each in (one, other))
    shown = prod([one.value for one in right] or _differences(placed, told, column) or [Decimal(0)])
    cells = {placed.value(row, at) for row, here in enumerate(placed.lines) for at in here}
    for one in others:
        cell = placed.value(one.row, column) or Decimal(0)
        slipped = slip(one.value, cell) if one.value not in cells else None
        if slipped in {Slip.SWAPPED, Slip.DIGIT} and len(str(one.value)) == len(str(cell)):
            least = _NO_CHANCE if slipped is Slip.SWAPPED else _NO_CHANCE_DIGIT
            if shown * one.value >= least:
                yield _same(placed, one, column, Force.LIKELY)
        elif any(placed.value(row, column) == one.value for row in range(len(placed.lines))):
            yield _same(placed, one, column, Force.LOOSE)


def _differences(placed: Placed, told: Sequence[_Told], column: int) -> list[Decimal]:
    """Figures by which a column has more in a row than in the one that the words name: "cao hơn tháng 8 là 97"."""
    return [
        one.value
        for before, one in pairwise(told)
        if (first := placed.value(before.row, column)) is not None
        and (second := placed.value(one.row, column)) is not None
        and abs(first - second) == one.value
    ]


def _form(placed: Placed, row: int, column: int) -> Form | None:
    figure = placed.lines[row].get(column)
    return None if figure is None else placed.figures[figure].numeral.form


def _same(placed: Placed, one: _Told, column: int, force: Force) -> Relation:
    mine, other = placed.found.of_figure[one.figure.index], placed.which(one.row, column)
    return Relation(kind=Kind.SUM, force=force, sums=(weighted([mine], [other]),))


class _Names:
    """The names of the rows; a number alone is called by its heading, too: "tháng 9"."""

    def __init__(self, placed: Placed) -> None:
        head = placed.table.names[0] if placed.table.names else ""
        self.rows: dict[str, int] = {}
        for row, line in enumerate(placed.table.lines):
            name = f"{head} {line.name}" if line.name.isdecimal() else line.name
            words = " ".join(_WORDS.findall(name.lower()))
            if not line.total and not words.isdecimal() and len(words) > 1:
                self.rows[words] = -1 if words in self.rows else row
        either = "|".join(re.escape(one) for one in sorted(self.rows, key=len, reverse=True))
        self.pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None

    def named_by(self, words: str) -> int | None:
        """The one row that these words name."""
        text = " ".join(_WORDS.findall(words.lower()))
        found = {*self.pattern.findall(text)} if self.pattern is not None else set()
        row = self.rows[found.pop()] if len(found) == 1 else -1
        return row if row >= 0 else None
