"""What is one report: what fails across blank lines is more likely of two reports, each right by itself.

A rate is of counts of its own section, or of those before of which its sisters are right. The parts of a sum stand in
one section, or each at a point of its own of one list. Their whole stands there too, or in the last paragraph before,
as a report tells first what came in.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Relation, Weighted, is_share, judge

__all__ = ["of_one_report"]

_SISTERS = 2  # rates that are right of the counts of another section


def of_one_report(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same checks; of those that fail only those whose suggested reading is of figures of one report.

    Cells of tables are read from afar.
    """
    bench = _Bench(relations, figures, found)
    for one in relations:
        if one.force is Force.LOOSE or judge(one, bench.values).holds:
            yield one
        elif one.hundred or (bench.adds(one.sums[0]) if one.sums else bench.divides(one.fractions[0], one.printed)):
            sums = tuple(terms for terms in one.sums if one.hundred or bench.adds(terms))
            fractions = tuple(each for each in one.fractions if bench.divides(each, one.printed))
            yield replace(one, sums=sums, fractions=fractions)


class _Bench:
    """Where each quantity of a statement is told."""

    def __init__(self, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> None:
        self.values = {one.index: one.value for one in found.quantities}
        self.figures, self.found = figures, found
        self.counts: dict[int, set[Decimal]] = {}  # of each section
        for one in figures:
            if one.told:
                self.counts.setdefault(one.section, set()).add(one.numeral.value)
        told = sorted({one.paragraph for one in figures if one.trio is None})
        self.place = {paragraph: place for place, paragraph in enumerate(told)}  # those without figures are passed over
        self.summed_up = Counter(self._sums_up(relations))  # pairs of sections: of rates, and of what they are right of

    # rates

    def _sums_up(self, relations: Sequence[Relation]) -> Iterator[tuple[int, int]]:
        """The sections of rates without a count beside them, with those of the counts of which they are right."""
        for one in relations:
            if one.fractions and one.force > Force.LOOSE and (held := judge(one, self.values)).holds:
                yield from self._pairs(one.fractions[held.reading], one.printed)

    def _pairs(self, fraction: Fraction, printed: int) -> list[tuple[int, int]]:
        """The section of a rate that stands beside no count, with each in which all that it is of are told."""
        told = [self._told(one) for one in (*fraction.over, *fraction.minus, *fraction.under, *fraction.without)]
        sections = set.intersection(*({one.section for one in each} for each in told))
        rates = [one for one in self._told(printed) if one.said_of is None]
        return [(rate.section, section) for rate in rates for section in sections if section < rate.section]

    def divides(self, fraction: Fraction, printed: int) -> bool:
        """Whether a rate and what it is of stand in one section; its whole may stand right before."""
        mine = (printed, *fraction.over, *fraction.minus)
        wholes = (*fraction.under, *fraction.without)
        if self._together((*mine, *wholes)):
            return True
        if any(self.summed_up[pair] >= _SISTERS for pair in self._pairs(fraction, printed)):
            return not self._of_own(fraction, printed)
        before = self._together(mine) and all(self._right_before(one, mine) for one in wholes)
        return before and not self._of_own(fraction, printed)

    def _of_own(self, fraction: Fraction, printed: int) -> bool:
        """Whether the rate is right of another count of its own section."""
        over = sum((self.values[which] for which in fraction.over), start=Decimal(0))
        own = (one.section for one in self._told(printed))
        wholes = (value for section in own for value in self.counts.get(section, ()))
        return any(is_share(self.values[printed], over, whole) for whole in wholes if whole)

    # sums

    def adds(self, terms: Weighted) -> bool:
        """Whether a whole and its parts may be of one report."""
        parts = [which for weight, which in terms if weight < 0]
        if self._together([which for _, which in terms]):
            return True
        if not self._together(parts):
            return self._points(parts)
        return all(self._right_before(which, parts) for weight, which in terms if weight > 0)

    def _points(self, parts: Sequence[int]) -> bool:
        """Whether each of these is at a point of its own of a list."""
        firsts = [told[0] for which in parts if (told := self._told(which)) and told[0].bullet]
        return len(firsts) == len(parts) == len({one.line for one in firsts})

    # places

    def _right_before(self, whole: int, others: Sequence[int]) -> bool:
        """Whether a whole stands with these, or in the last paragraph with figures before them."""
        if self._together((whole, *others)):
            return True
        mine = {self.place[one.paragraph] for one in self._told(whole)}
        firsts = [min(self.place[one.paragraph] for one in told) for which in others if (told := self._told(which))]
        return bool(firsts) and min(firsts) - 1 in mine

    def _together(self, quantities: Sequence[int]) -> bool:
        """Whether all of these that sentences tell are told in one section."""
        sections = [{one.section for one in told} for which in quantities if (told := self._told(which))]
        return not sections or bool(set.intersection(*sections))

    def _told(self, which: int) -> list[Figure]:
        """The figures of a quantity, if none is in a table."""
        own = [self.figures[one] for one in self.found.quantities[which].figures]
        return own if all(one.trio is None for one in own) else []
