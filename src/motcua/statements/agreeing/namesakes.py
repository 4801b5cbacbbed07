"""Rates of two that the text tells apart by name, and that changed places, or are of the other one's whole.

"Khóm Trên 160 hộ, khóm Dưới 150 hộ … đã nộp 148 và 126 hộ. Khóm Trên được 84,0 %, khóm Dưới 92,5 %".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, product

from motcua.statements.signs.bases import of_untold_plan
from motcua.statements.signs.figures import Bunch, Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.own_words import NOT_SO, after_figure, ahead_of_figure
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.wording import EMPTY
from motcua.sums import Force, Fraction, Kind, Relation, is_share, judge

__all__ = ["namesakes", "partners"]

_NEAR = 12  # counts on either side of a rate
_FAR = 6  # sentences between them
_APART = 1  # sentences between two rates
_MOST_PAIRS = 8  # of counts that a rate is the share of
_WORD = re.compile(r"[^\W_]+")  # "KP3" is a name
_JOINED = re.compile(r"\s*(?:,|;|,?\s*(?:và|and))\s*")
_MONEY = re.compile(r"(?<!\w)(?:tỷ|tỉ|triệu|nghìn|ngàn) đồng(?!\w)")  # is none, though "Đồng Tháp" is

_Pair = tuple[Figure, Figure]  # a count, and its whole


def namesakes(text: str, figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[Relation]:
    """A claim for every such rate: it is the share of what bears its name."""
    bench = _Bench(text, figures, found)
    for one, other in pairwise(bench.rates):
        if other.block - one.block <= _APART:
            yield from bench.exchanged(one, other)
    for rate in bench.rates:
        yield from bench.of_the_other(rate, bunches)


def partners(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for the rate beside a wrong one that is right of its count, when that is right of another of the whole.

    "104 tờ trình và 65 báo cáo trong 169 văn bản: tờ trình chiếm 38,5 %, còn lại 61,5 %"
    """
    values = {one.index: one.value for one in found.quantities}
    counts = [one for one in figures if one.told]
    places = [one.index for one in counts]
    rates = [one for one in figures if one.rates and one.numeral.decimals]
    where = {found.of_figure[one.index]: at for at, one in enumerate(rates)}
    for wrong in relations:
        at = where.get(wrong.printed)
        if at is None or wrong.force is not Force.CLAIMED or judge(wrong, values).holds:
            continue
        over, under = wrong.fractions[0].over, wrong.fractions[0].under
        rate = rates[at]
        for other in (*rates[max(0, at - 1) : at], *rates[at + 1 : at + 2]):
            if len(over) + len(under) > len("ab") or abs(other.block - rate.block) > _APART:
                continue
            first = bisect_left(places, rate.index)
            near = {found.of_figure[one.index] for one in counts[max(0, first - _NEAR) : first + _NEAR]}
            own = found.of_figure[other.said_of] if other.said_of is not None else None
            parts = [
                which
                for which in near - {over[0]}
                if own in {None, which} and is_share(rate.numeral.value, values[which], values[under[0]])
            ]
            if parts and _in_order(
                rate, other, found.quantities[parts[0]].figures[0], found.quantities[over[0]].figures[0]
            ):
                continue
            if len(parts) == 1 and is_share(other.numeral.value, values[over[0]], values[under[0]]):
                printed = found.of_figure[other.index]
                yield _claim(printed, parts[0], under[0])


def _in_order(rate: Figure, other: Figure, first: int, second: int) -> bool:
    """Whether two rates that nothing but "and" parts stand in the order of their counts: "(85,97 % và 14,03 %)"."""
    ahead, behind = sorted((rate, other), key=lambda one: one.index)
    between = ahead.words.rpartition(behind.numeral.text)[0].rpartition(ahead.numeral.text)[2]
    return _JOINED.fullmatch(between) is not None and (rate.index < other.index) == (first < second)


def _claim(printed: int, part: int, whole: int) -> Relation:
    fraction = Fraction(over=(part,), under=(whole,), name="named")
    return Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed, said=True)


class _Bench:
    """The rates and the counts of sentences, of any period, and the names beside them."""

    def __init__(self, text: str, figures: Sequence[Figure], found: Known) -> None:
        self.text, self.found = text, found
        self.prose = [one for one in figures if one.trio is None]
        exact = [one for one in self.prose if one.numeral.hedge is Hedge.EXACT]
        self.figures = figures
        self.rates = [one for one in exact if one.numeral.form is Form.PERCENT and one.numeral.decimals]
        self.counts = [one for one in exact if one.numeral.form is Form.COUNT]
        self.at = {one.index: at for at, one in enumerate(self.prose)}
        self.places = [one.index for one in self.counts]

    def words(self, one: Figure) -> AbstractSet[str]:
        """The words right before and right after a figure; "not" among them."""
        at = self.at[one.index]
        said = f"{ahead_of_figure(self.text, self.prose, at)} {after_figure(self.text, self.prose, at)}"
        return {*_WORD.findall(_MONEY.sub(" ", said.lower()))} - EMPTY

    def near(self, rate: Figure) -> Sequence[Figure]:
        """The counts around a rate."""
        first = bisect_left(self.places, rate.index)
        return self.counts[max(0, first - _NEAR) : first + _NEAR]

    def exchanged(self, one: Figure, other: Figure) -> Iterator[Relation]:
        """Two rates side by side, each the share of what is told under the other's name."""
        near = [count for count in self.near(one) if abs(count.block - one.block) <= _FAR]
        beside = [(each, self.figures[each.said_of]) for each in (one, other) if each.said_of is not None]
        if any(self._right_of(rate, count, near) for rate, count in beside):
            return
        first = [pair for pair in self._shares(one, near) if not self._right_of(other, pair[0], near)]
        second = [pair for pair in self._shares(other, near) if not self._right_of(one, pair[0], near)]
        if max(len(first), len(second)) > _MOST_PAIRS:
            return  # a share of so many tells nothing
        for theirs, own in product(first, second):
            if self._apart(own, theirs) and self._named(one, other, own, theirs):
                for rate, (part, whole) in ((one, own), (other, theirs)):
                    of = self.found.of_figure
                    yield _claim(of[rate.index], of[part.index], of[whole.index])
                return

    def _right_of(self, rate: Figure, part: Figure, near: Sequence[Figure]) -> bool:
        """Whether a rate is the share of a count in anything near it."""
        return any(is_share(rate.numeral.value, part.numeral.value, whole.numeral.value) for whole in near)

    def _shares(self, rate: Figure, near: Sequence[Figure]) -> list[_Pair]:
        """The pairs of counts of which a rate is the share."""
        value = rate.numeral.value
        return [
            (part, whole)
            for whole in near
            for part in near
            if part is not whole and is_share(value, part.numeral.value, whole.numeral.value)
        ]

    def _apart(self, own: _Pair, theirs: _Pair) -> bool:
        """Whether these are two parts of two wholes, in one order."""
        values = {one.numeral.value for one in (*own, *theirs)}
        alike = (own[0].index < theirs[0].index) == (own[1].index < theirs[1].index)
        return len(values) == len(own) + len(theirs) and alike

    def _named(self, one: Figure, other: Figure, own: _Pair, theirs: _Pair) -> bool:
        """Whether the names at two rates say that the first is of the first pair, and none that it is of the second."""
        said, said_too = self.words(one), self.words(other)
        here, there = (self.words(pair[0]) | self.words(pair[1]) for pair in (own, theirs))
        right = (said - said_too) & (here - there) | (said_too - said) & (there - here)
        wrong = (said - said_too) & (there - here) | (said_too - said) & (here - there)
        beside = {one.said_of: own[0].index, other.said_of: theirs[0].index}
        return bool(right - NOT_SO) and not wrong and all(at in {None, count} for at, count in beside.items())

    def of_the_other(self, rate: Figure, bunches: Sequence[Bunch]) -> Iterator[Relation]:
        """A rate beside a count that is of another sister than the one whose name the count bears."""
        said = self.figures[rate.said_of] if rate.said_of is not None else None
        if said is None or said.numeral.form is not Form.COUNT or rate.of is not None:
            return
        if of_untold_plan(rate, self.figures):
            return
        near = self.near(rate)
        wholes = [one for one in near if self._right_of(rate, said, [one])]
        if len({one.numeral.value for one in wholes}) != 1:
            return
        if said.bunch is not None and self.figures[bunches[said.bunch].whole] in wholes:
            return  # "trong đó" says of what it is: "phát 90 phiếu xin ý kiến, thu 80; trong đó 60 có ý kiến (75,0 %)"
        name, other = self.words(said), wholes[0]
        sisters = self._beside(rate, other, near)
        if other.bunch is not None:
            sisters += [self.figures[one] for one in bunches[other.bunch].parts]
        own = {one.index: one for one in sisters if self._bears(name, one, other)}
        if len(own) == 1 and (whole := own.popitem()[1]).numeral.value > said.numeral.value:
            of = self.found.of_figure
            yield _claim(of[rate.index], of[said.index], of[whole.index])

    def _bears(self, name: AbstractSet[str], own: Figure, other: Figure) -> bool:
        """Whether words stand at one count and not at the other, and none at the other alone."""
        mine, theirs = self.words(own), self.words(other)
        return bool(name & (mine - theirs) - NOT_SO) and not name & (theirs - mine)

    def _beside(self, rate: Figure, whole: Figure, near: Sequence[Figure]) -> list[Figure]:
        """The counts right beside a whole, when a rate beside this one shows whose whole it is by its name."""
        told = [self.figures[one.said_of] for one in self._sisters(rate) if one.said_of is not None]
        at = bisect_left(self.places, whole.index)
        counts = [*self.counts[max(0, at - 1) : at], *self.counts[at + 1 : at + 2]]
        shared = {one.said_of for one in self.rates}
        counts = [one for one in counts if one in near and one.index not in shared]
        alike = (one for one in counts if one.topic is whole.topic and one.block == whole.block)
        return [one for one in alike if any(self._bears(self.words(part), whole, one) for part in told)]

    def _sisters(self, rate: Figure) -> list[Figure]:
        """The rates right beside it."""
        at = bisect_left(self.rates, rate.index, key=lambda one: one.index)
        around = (*self.rates[max(0, at - 1) : at], *self.rates[at + 1 : at + 2])
        return [one for one in around if abs(one.block - rate.block) <= _APART]
