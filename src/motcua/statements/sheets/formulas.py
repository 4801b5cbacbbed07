"""What headings write out of a column: "(3)=(4)+(5)", "(6)=(3)-(5)", "7 = 4/3", with the columns numbered in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from motcua.statements.sheets.grids import Cell

__all__ = ["Formula", "formulas"]

_NUMBERED = re.compile(r"\s*[(\[]?(\d{1,2})[)\]]?(?=\s*=|\s+\D|\)|$)")
_TERM = r"[(\[]?\s*\d{1,2}\s*[)\]]?"
_RIGHT = re.compile(rf"=\s*(?P<sum>[(\[]*{_TERM}(?:\s*[-–+/:]\s*[(\[]*{_TERM}[)\]]*)+)")
_PER_HUNDRED = re.compile(r"\s*[x×*.]\s*100\s*%?|100\s*[x×*]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A column that is `plus` less `minus`, or what `plus` less `minus` is of `of`. All are places of columns."""

    column: int
    plus: tuple[int, ...]
    minus: tuple[int, ...]
    of: tuple[int, ...] = ()


def formulas(heads: Sequence[Sequence[Cell]]) -> Iterator[Formula]:
    """The formulas of the rows of headings, in which every number is that of a column."""
    numbered: dict[int, int] = {}
    told: list[tuple[int, str]] = []
    for row in heads:
        for column, cell in enumerate(row):
            text = _PER_HUNDRED.sub("", cell.text)
            if number := _NUMBERED.match(text):
                numbered.setdefault(int(number[1]), column)
            if right := _RIGHT.search(text):
                told.append((column, right["sum"]))
    for column, right_side in told:
        over, _, under = re.sub(r":", "/", right_side).partition("/")
        plus, minus = _terms(over)
        of, less = _terms(under)
        if {*plus, *minus, *of} <= numbered.keys() and not less:
            yield Formula(
                column=column,
                plus=tuple(numbered[one] for one in plus),
                minus=tuple(numbered[one] for one in minus),
                of=tuple(numbered[one] for one in of),
            )


def _terms(side: str) -> tuple[list[int], list[int]]:
    """The numbers that are added, and those that are taken away."""
    signed = re.findall(r"([-–]?)\s*[(\[]*\s*(\d{1,2})", side)
    return [int(one) for sign, one in signed if not sign], [int(one) for sign, one in signed if sign]
