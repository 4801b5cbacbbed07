"""Rates of sentences that name a column of a table: shares of its total in the one that all of them are of.

"Hộ | Đã nộp; … Cộng | 250 | 230. Tỷ lệ nộp 29,0%." Only a slip is said: the rate may be of something else.
"""

import re
from collections.abc import Iterator

from motcua.statements.sheets.placing import Placed
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.periods import period
from motcua.sums import Force, Fraction, Kind, Relation

__all__ = ["total_rates"]

_NEAR = 12  # figures before or after a table of which a rate may be of it
_WORD = re.compile(r"\w+")
_BARE = frozenset(["số", "đã", "tổng", "được", "of", "the", "number", "total"])


def total_rates(placed: Placed, told: list[Figure]) -> Iterator[Relation]:
    """A check, good news only, of each of these figures that is a rate and names one column and no row."""
    if len(placed.totals) != 1 or placed.table.turned:
        return
    (total,) = placed.totals
    names = {column: _telling(placed.table.names[column]) for column in sorted(placed.table.summed)}
    rows = [_telling(line.name) for row, line in enumerate(placed.table.lines) if row != total]
    cells = [index for here in placed.lines for index in here.values()]
    near = range(min(cells, default=0) - _NEAR, max(cells, default=0) + _NEAR)
    for one in (each for each in told if each.numeral.form is Form.PERCENT and each.index in near):
        words = f" {_telling(one.words)} "
        named = [column for column, name in names.items() if name and f" {name} " in words]
        of_a_row = any(name and f" {name} " in words for name in rows)
        if one.numeral.hedge is Hedge.CHANGE or len(named) != 1 or of_a_row:
            continue
        whole = _whole(placed, total, named[0])
        if whole is not None and period(one.words) is None:
            over, under = placed.which(total, named[0]), placed.which(total, whole)
            fraction = Fraction(over=(over,), under=(under,), name=placed.table.names[whole].strip())
            yield Relation(
                kind=Kind.RATE, force=Force.LOOSE, fractions=(fraction,), printed=placed.found.of_figure[one.index]
            )


def _telling(words: str) -> str:
    """The words that tell something, with one space between them."""
    return " ".join(word for word in _WORD.findall(words.lower()) if word not in _BARE)


def _whole(placed: Placed, total: int, part: int) -> int | None:
    """The one column that has no less than any other in any row, and more in the total."""

    def covers(whole: int, other: int) -> bool:
        rows = range(len(placed.lines))
        return all((placed.value(row, whole) or 0) >= (placed.value(row, other) or 0) for row in rows)

    columns = sorted(placed.table.summed)
    found = [one for one in columns if all(covers(one, other) for other in columns)]
    more = [one for one in found if (placed.value(total, one) or 0) > (placed.value(total, part) or 0)]
    return more[0] if len(more) == 1 and placed.value(total, part) is not None else None
