"""Counts that a later sentence tells again among others of before: "1.480 hội viên …, vốn đến tay 586 hộ".

The sentence shows by the other figures, which it repeats with their nouns, that it tells again what was told; the one
that it does not repeat is, with one slip, a count that a sum of the text confirms. No label need be understood.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from motcua.statements.agreeing.definite import PLAIN
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.own_words import own_words
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, judge, small_changes, weighted

__all__ = ["retold"]

_LEAST = 100  # from this value on, two counts of one noun that are a slip apart by chance are rare
_LEAST_BESIDE = 10  # the same of a figure that is repeated exactly
_AROUND = 8  # counts on either side that may explain a difference
_APART = 2  # sentences between what is told and what tells it again
_ENOUGH = 2  # figures repeated exactly that need no shared word
_STOP = re.compile(r"[.!?](?=\s)|\n")
_OTHER = re.compile(  # another time or place, by its number or name; another state of things
    r"(?<!\w)(?:tháng|quý|năm|tuần|đợt|kỳ|thôn|bản|ấp|xóm|tổ|khu phố|month|quarter|week|year|hamlet|ward) "
    r"(?:số )?(?:\d|(?-i:[IVX]+(?!\w)|[A-ZĐ])|trước|sau|tới|ngoái|nay)|"
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự kiến|phấn đấu|cùng kỳ|trước đây|sẽ|plan|target|last|next|previous|will)(?!\w)",
    re.IGNORECASE,
)


def retold(
    text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known, *, in_english: bool = False
) -> Iterator[Relation]:
    """That such a count is the one of before, for each that nothing else explains."""
    bench = _Bench(text, relations, figures, found, in_english=in_english)
    for one in bench.counts:
        before = bench.meant(one)
        if before is not None:
            sums = (weighted([found.of_figure[before.index]], [found.of_figure[one.index]]),)
            yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums)


class _Bench:
    """The counts of a statement, by noun and by sentence."""

    def __init__(
        self, text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known, *, in_english: bool
    ) -> None:
        self.text, self.found = text, found
        self.counts = [one for one in figures if one.told and one.counts]
        self.nouns = {one.index: noun_after(text, one.numeral.end, in_english=in_english) for one in self.counts}
        stops = [stop.end() for stop in _STOP.finditer(text)]
        self.sentence = {one.index: bisect_left(stops, one.numeral.end) for one in self.counts}
        self.begins = [0, *stops]
        self.of_sentence = defaultdict[int, list[Figure]](list)
        self.called = defaultdict[tuple[str, Decimal], list[Figure]](list)
        for one in self.counts:
            self.of_sentence[self.sentence[one.index]].append(one)
            self.called[self.nouns[one.index], one.numeral.value].append(one)
        values = {one.index: one.value for one in found.quantities}
        meant = [one for one in relations if one.sums and one.force > Force.LOOSE and not (one.hundred or one.at_most)]
        self.checked = frozenset[int]().union(*(one.quantities for one in meant))
        holding = (one for one in meant if judge(one, values).holds)
        self.confirmed = frozenset[int]().union(*(one.quantities for one in holding))
        self.places = {one.index: place for place, one in enumerate(self.counts)}

    def meant(self, one: Figure) -> Figure | None:
        """The count of before that it should be."""
        noun, value = self.nouns[one.index], one.numeral.value
        if not noun or value < _LEAST or self.found.of_figure[one.index] in self.checked or self._elsewhere(one):
            return None
        if len(self.called[noun, value]) > 1:
            return None  # it says itself again
        near = [each for new in small_changes(value) for each in self.called.get((noun, new), ())]
        near = [each for each in near if self._before(each, one) and self._known(each)]
        if len({each.numeral.value for each in near}) != 1 or self._explained(near[0], one):
            return None
        repeated = sum(self._repeated(each) for each in self.of_sentence[self.sentence[one.index]] if each is not one)
        alike = any(self._said(each) & self._said(one) or (one.key and each.key == one.key) for each in near)
        return near[0] if repeated >= _ENOUGH or (repeated and alike) else None

    def _before(self, one: Figure, after: Figure) -> bool:
        return self.sentence[after.index] - self.sentence[one.index] >= _APART

    def _known(self, one: Figure) -> bool:
        """Whether a sum of the text confirms a count, or the text says it twice."""
        again = self.called[self.nouns[one.index], one.numeral.value]
        return self.found.of_figure[one.index] in self.confirmed or len(again) > 1

    def _repeated(self, one: Figure) -> bool:
        """Whether the text told a count before with the same noun."""
        same = self.called[self.nouns[one.index], one.numeral.value]
        told = self.nouns[one.index] and one.numeral.value >= _LEAST_BESIDE
        return bool(told) and any(self._before(each, one) for each in same)

    def _said(self, one: Figure) -> frozenset[str]:
        """The words around a count that tell something."""
        return own_words(one.words) - PLAIN - {self.nouns[one.index]}

    def _elsewhere(self, one: Figure) -> bool:
        """Whether the sentence of a count speaks of another time or place than the text."""
        start = self.begins[self.sentence[one.index]]
        ahead = self.text[start : one.numeral.end]
        return _OTHER.search(ahead) is not None or _OTHER.search(one.words) is not None

    def _explained(self, before: Figure, one: Figure) -> bool:
        """Whether a count beside either of them is the difference."""
        apart = abs(before.numeral.value - one.numeral.value)
        places = (self.places[each.index] for each in (before, one))
        around = (each for place in places for each in self.counts[max(0, place - _AROUND) : place + _AROUND])
        return any(each.numeral.value == apart for each in around)
