"""Two lists of a text that tell the same counts by the same names: "Thôn Đông 312 hộ, … – Thôn Đông: 321 hộ".

Most of their counts agree, so that they tell the same thing; one that is a slip apart is a slip, and two that each have
the other's value changed places. What the names mean does not matter.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.own_words import ahead_of_figure
from motcua.statements.signs.phrases import tells_total
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.wording import EMPTY
from motcua.sums import SMALL, Force, Kind, Relation, slip, weighted

__all__ = ["echoed"]

_NEAR = 30  # figures between two of one list
_LEAST = 10  # a count below it may stand twice by chance
_NO_CHANCE = 30  # from this value on, two that changed places are no chance
_MOST = 8  # places where a word of one name stands again
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
    """Every count with the next one of the same name, in the order of the text; a name may be told in short again."""
    named: list[tuple[frozenset[str], Figure]] = []
    prose = [one for one in figures if one.trio is None]
    for at, one in enumerate(prose):
        name = frozenset(_WORD.findall(ahead_of_figure(text, prose, at).lower())) - EMPTY
        if one.told and one.counts and name and not tells_total(one.words, one.numeral.text):
            named.append((name, one))
    holding: dict[str, list[int]] = defaultdict(list)  # where each word stands
    for place, (name, _) in enumerate(named):
        for word in name:
            holding[word].append(place)
    pairs = list[_Pair]()
    for place, (name, first) in enumerate(named):
        places = min((holding[word] for word in name), key=len)  # of its rarest word
        after = [named[later] for later in places[bisect_right(places, place) :][:_MOST]]
        alike = [each for each in after if name <= each[0] or each[0] <= name]
        again = next((each for each in alike if each[0] == name), alike[0] if alike else None)
        if again and first.block != again[1].block and _alike(text, first, again[1], in_english=in_english):
            pairs.append(_Pair(name=name, first=first, again=again[1]))
    return pairs


def _alike(text: str, first: Figure, again: Figure, *, in_english: bool) -> bool:
    """Whether no noun says that the two count different things."""
    nouns = {noun_after(text, one.numeral.end, in_english=in_english) for one in (first, again)} - {""}
    return len(nouns) < 2 and first.topic in {again.topic, None} | ({first.topic} if again.topic is None else set())
