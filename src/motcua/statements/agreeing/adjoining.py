"""Every sum that neighbouring counts may be, with the count before or after them as its total. Most are none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["MOST_PARTS", "adjoining"]

MOST_PARTS = 8  # of a sum
_APART = 2  # sentences between neighbours in a sum
_APART_OUTER = 5  # between those that are no parts of a breakdown
_MOST_OF_LINE = 4  # counts of a line that is one of a list


def adjoining(counts: Sequence[Figure], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Every run of neighbours among the `counts` of a text.

    Other topics are passed over; and once all that is told as a part of something.
    """
    return _Runs(counts, figures, found).sums()


class _Runs:
    """Counts in the order of the text, and what parts them."""

    def __init__(self, counts: Sequence[Figure], figures: Sequence[Figure], found: Known) -> None:
        self.counts, self.figures, self.found = counts, figures, found
        self.of_line = Counter(one.line for one in counts if one.bunch is None)
        self.ratios = [one.index for one in figures if one.numeral.form is Form.RATIO]

    def sums(self) -> Iterator[Relation]:
        """Each of them; one may come more than once."""
        for topic in dict.fromkeys(one.topic for one in self.counts):
            counts = [one for one in self.counts if one.topic in {topic, None}]
            yield from self._runs(counts, _APART)
            yield from self._runs([one for one in counts if one.bunch is None], _APART_OUTER)
            if any(self._turned(one) for one in counts):
                outer = [one for one in counts if one.bunch is None or self._turned(one)]
                yield from self._runs(outer, _APART_OUTER)

    def _turned(self, one: Figure) -> bool:
        """Whether a semicolon parts it from the parts before it: "98 đúng giờ, 9 trễ; 78 kiện đang đi"."""
        before = self.figures[one.index - 1] if one.index else one
        return before.bunch == one.bunch is not None and before.block < one.block and before.line == one.line

    def _runs(self, counts: Sequence[Figure], apart: int) -> Iterator[Relation]:
        for start in range(len(counts)):
            for end in range(start + 2, min(start + MOST_PARTS, len(counts)) + 1):
                if not self._beside(counts[end - 2], counts[end - 1], apart):
                    break
                yield from self._totals(counts, start, end, apart)

    def _beside(self, one: Figure, other: Figure, apart: int) -> bool:
        """Whether they are near each other, with no ratio between: "11 việc …; khối xã xong 14/23 việc, còn 9"."""
        together = one.paragraph == other.paragraph and other.block - one.block <= apart
        if one.line != other.line and max(self.of_line[one.line], self.of_line[other.line]) > _MOST_OF_LINE:
            return False
        return together and not any(one.index < at < other.index for at in self.ratios)

    def _totals(self, counts: Sequence[Figure], start: int, end: int, apart: int) -> Iterator[Relation]:
        parts = [self.found.of_figure[one.index] for one in counts[start:end]]
        before = [counts[start - 1]] if start and self._beside(counts[start - 1], counts[start], apart) else []
        after = [counts[end]] if end < len(counts) and self._beside(counts[end - 1], counts[end], apart) else []
        begun = self._begun(counts, start, end) if not after or after[0].block != counts[end - 1].block else []
        for total in (*before, *after, *begun):
            top = self.found.of_figure[total.index]
            if len({top, *parts}) > end - start:
                yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([top], parts),))

    def _begun(self, counts: Sequence[Figure], start: int, end: int) -> list[Figure]:
        """The count that the sentence before a run begins with, when the run is all of its own sentence."""
        one = counts[start]
        last = counts[start - 1] if start else one
        apart = last.block == one.block or one.block - last.block > _APART or one.paragraph != last.paragraph
        if apart or any(each.bunch is not None for each in counts[start:end]):
            return []
        told = counts[max(0, start - MOST_PARTS) : start]
        first = next((number for number, each in enumerate(told) if each.block == last.block), 0)
        ahead = told[max(0, first - 1)]  # "381 người; đội Một 124, đội Hai 97 …": the count that a semicolon follows
        begun = [told[first], *([ahead] if 0 < first < len(told) and last.block - ahead.block <= _APART else [])]
        sums = [*accumulate(each.numeral.value for each in counts[start : end - 1])][1:]  # which it is told out by
        return [each for each in begun if each is not last and each.bunch is None and each.numeral.value not in sums]
