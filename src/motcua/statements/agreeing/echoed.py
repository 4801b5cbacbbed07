"""Two lists of a text that tell the same counts by the same names: "Thôn Đông 312 hộ, … – Thôn Đông: 321 hộ".

Most of their counts agree, so that they tell the same thing; one that is a slip apart is a slip, and two that each have
the other's value changed places. What the names mean does not matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.statements.agreeing.definite import PLAIN
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.own_words import ahead_of_figure
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Force, Kind, Relation, slip, weighted

__all__ = ["echoed"]

_NEAR = 30  # figures between two of one list
_LEAST = 10  # a count below it may stand twice by chance
_NO_CHANCE = 30  # from this value on, two that changed places are no chance
_MOST = 8  # places where one name stands
_FEWEST = 2  # counts that agree, beside one that does not
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """One name, and its counts in an earlier and in a later list."""

    name: frozenset[str]
    first: Figure
    again: Figure

    @property
    def same(self) -> bool:
        """Whether both lists tell the same of it."""
        return self.first.numeral.value == self.again.numeral.value


def echoed(text: str, figures: Sequence[Figure], found: Known, *, in_english: bool = False) -> Iterator[Relation]:
    """That counts of one name in two such lists are the same, for those that a slip or an exchange explains."""
    pairs = _pairs(text, figures, in_english=in_english)
    for at, one in enumerate(pairs):
        if one.same:
            continue
        beside = [other for other in pairs[max(0, at - _NEAR) : at + _NEAR] if _of_both_lists(one, other)]
        odd = [other for other in beside if not other.same]
        agreeing = sum(other.same and other.first.numeral.value >= _LEAST for other in beside)
        slipped = not odd and agreeing >= _FEWEST and slip(one.first.numeral.value, one.again.numeral.value) in SMALL
        if slipped or (len(odd) == 1 and _changed_places(one, odd[0])):
            yield _same(one, found)


def _same(one: _Pair, found: Known) -> Relation:
    of = found.of_figure
    return Relation(
        kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([of[one.first.index]], [of[one.again.index]]),), listed=True
    )


def _changed_places(one: _Pair, other: _Pair) -> bool:
    """Whether each has in the one list what the other has in the other list."""
    values = one.first.numeral.value, one.again.numeral.value
    return min(values) >= _NO_CHANCE and values == (other.again.numeral.value, other.first.numeral.value)


def _of_both_lists(one: _Pair, other: _Pair) -> bool:
    """Whether two names stand near each other in both lists."""
    apart = max(one.first.index, other.first.index) < min(one.again.index, other.again.index)
    near = max(abs(one.first.index - other.first.index), abs(one.again.index - other.again.index)) <= _NEAR
    return one is not other and one.name != other.name and apart and near


def _pairs(text: str, figures: Sequence[Figure], *, in_english: bool) -> list[_Pair]:
    """Every name with two of its counts, one after the other, in the order of the text."""
    told: dict[frozenset[str], list[Figure]] = defaultdict(list)
    prose = [one for one in figures if one.trio is None]
    for at, one in enumerate(prose):
        name = frozenset(_WORD.findall(ahead_of_figure(text, prose, at).lower())) - PLAIN
        if one.told and one.counts and name:
            told[name].append(one)
    pairs = [
        _Pair(name=name, first=first, again=again)
        for name, every in told.items()
        if 1 < len(every) <= _MOST
        for first, again in pairwise(every)
        if first.block != again.block and _alike(text, first, again, in_english=in_english)
    ]
    return sorted(pairs, key=lambda pair: pair.first.index)


def _alike(text: str, first: Figure, again: Figure, *, in_english: bool) -> bool:
    """Whether no noun says that the two count different things."""
    nouns = {noun_after(text, one.numeral.end, in_english=in_english) for one in (first, again)} - {""}
    return len(nouns) < 2 and first.topic in {again.topic, None} | ({first.topic} if again.topic is None else set())
