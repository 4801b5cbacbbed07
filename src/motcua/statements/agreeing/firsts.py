"""The first counts of lines that each tell several things, under a count that is said to be of just so many.

"128 việc giao cho bốn phòng: / Phòng Một nhận 41 việc, xong 35, đang làm 6. / …": all that the rooms received.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.phrases import OPEN, OVERLAP, SOME
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.spoken import number
from motcua.statements.signs.wording import HOW_MANY
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["firsts_of_lines"]

_FEWEST, _MOST = 3, 20  # lines of one list
_FAR = 200  # characters before a list that may say of how many it is
_TENTH = 10  # parts are off by less than this part of their whole
_SO_MANY = re.compile(rf"(?<!\w)({HOW_MANY}) ([^\W\d_]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")

_Line = Sequence[Figure]


def firsts_of_lines(text: str, figures: Sequence[Figure], found: Known, *, in_english: bool) -> Iterator[Relation]:
    """The sum of the first count of each such line, when they come nearly to the count before them."""
    lines = _lines(text, [one for one in figures if one.trio is None and one.told])
    for place, line in enumerate(lines):
        for whole in line[-2:]:
            noun = noun_after(text, whole.numeral.end, in_english=in_english)
            below = lines[place + 1 : place + 1 + _MOST]
            many = _how_many(text, whole, below)
            parts = [each[0] for each in below[:many]]
            if not noun or not whole.counts or len(parts) < max(many, _FEWEST) or whole.section != line[-1].section:
                continue
            if any(noun_after(text, one.numeral.end, in_english=in_english) != noun for one in parts):
                continue
            left = whole.numeral.value - sum((one.numeral.value for one in parts), start=Decimal(0))
            top, under = found.of_figure[whole.index], [found.of_figure[one.index] for one in parts]
            if abs(left) * _TENTH < whole.numeral.value and len({top, *under}) > len(under):
                yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([top], under),), listed=True)
                break


def _lines(text: str, told: Sequence[Figure]) -> list[_Line]:
    """The counts of each line of the text that has any."""
    starts = [0, *(place for place in range(1, len(told)) if _apart(text, told[place - 1], told[place]))]
    return [told[start:end] for start, end in pairwise([*starts, len(told)])] if told else []


def _apart(text: str, one: Figure, after: Figure) -> bool:
    """Whether a line ends between two figures."""
    return "\n" in text[one.numeral.end : after.numeral.start]


def _how_many(text: str, whole: Figure, below: Sequence[_Line]) -> int:
    """How many lines the words around a whole say that there are; 0 when they say nothing, or leave the list open."""
    if not below:
        return 0
    start = text.rfind("\n", 0, whole.numeral.start) + 1
    end = text.find("\n", whole.numeral.end)
    said = text[max(start, whole.numeral.start - _FAR) : min(end, whole.numeral.end + _FAR)]
    if any(mark.search(said) for mark in (OPEN, SOME, OVERLAP)):
        return 0
    begins = [_first_word(text, line[0]) for line in below]
    for told in _SO_MANY.finditer(said):
        many, noun = number(told[1]), told[2].lower()
        alike = many and sum(word == noun for word in begins[:many]) * 2 >= many
        if alike and _FEWEST <= many <= len(below):
            return many
    return 0


def _first_word(text: str, one: Figure) -> str:
    """The first word of the line that a count stands in."""
    start = text.rfind("\n", 0, one.numeral.start) + 1
    found = _WORD.search(text, start, one.numeral.start)
    return found.group().lower() if found else ""
