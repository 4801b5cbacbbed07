"""Wrong figures that two things tell independently: undoing one slip of a figure mends a sum and a rate, or two sums.

No word need be understood for that. How easily it happens by chance is reckoned; what may well be chance is not said.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from motcua.statements.agreeing.adjoining import MOST_PARTS, adjoining
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.traits import crossing
from motcua.sums import (
    SMALL,
    Force,
    Fraction,
    Kind,
    Relation,
    Slip,
    is_share,
    judge,
    places,
    slip,
    small_changes,
)

__all__ = ["by_numbers", "witnessed"]

_LEAST_PARTS = 3  # that rates vouch for, but one
_APART = 2  # sentences between figures and a rate of one of them
_REACH = 40  # figures between a count and a rate that may speak of it
_LAST = 4  # figures before a rate
_SIDE_BY_SIDE = 8  # rates of one list
_AROUND = 12  # counts on either side of a rate that it may be of
_BY_CHANCE = 0.003  # how often a sound text may look like this
_RARE = Decimal("0.05")  # sums that hold by chance
_FEWEST = 2  # a whole and a part
_CLEARLY = 5  # times as likely

_Sides = tuple[Decimal, Decimal]  # a value as printed, and as it should be


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Two relations that speak for another value of a quantity, and how often that happens by chance."""

    change: tuple[int, Decimal]
    relations: tuple[Relation, Relation]
    by_chance: float


def witnessed(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same checks, and the sums and rates that tell of a slip of a figure, which nothing that holds contradicts."""
    bench = _Bench(relations, figures, found)
    yield from (replace(one, force=Force.LOOSE) if bench.doubts(one) else one for one in relations)
    rivals: dict[int, list[_Told]] = defaultdict(list)
    for one in bench.told():
        for relation in one.relations:
            rivals[id(relation)].append(one)
    for one in {id(told): told for same in rivals.values() for told in same}.values():
        against = (other for relation in one.relations for other in rivals[id(relation)])
        if one.by_chance <= _BY_CHANCE and not any(_against(one, other) for other in against):
            yield from one.relations if not bench.asked_otherwise(*one.change) else ()
    yield from bench.exchanged()
    yield from bench.shares()
    yield from bench.vouched()


def by_numbers(
    relations: Sequence[Relation], figures: Sequence[Figure], found: Known
) -> tuple[list[Relation], list[Relation]]:
    """The sums that hold, hardly by chance; claims for rates beside parts of such that alone are not of the whole."""
    bench = _Bench(relations, figures, found)
    return bench.holding, list(bench.listed())


def _against(one: _Told, other: _Told) -> bool:
    """Whether what a relation of the one asks for besides is about as likely."""
    return one.change != other.change and other.by_chance < one.by_chance * _CLEARLY


class _Bench:
    """The sums that neighbouring counts may be, and the rates that nothing explains."""

    def __init__(self, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> None:
        self.found, self.figures = found, figures
        self.values = {one.index: one.value for one in found.quantities}
        self.counts = [one for one in figures if one.told]
        self.places = [one.index for one in self.counts]
        self.sums = {frozenset(one.sums[0]): one for one in adjoining(self.counts, figures, found)}.values()
        self.of_total = defaultdict[int, list[Relation]](list)
        for sums in self.sums:
            self.of_total[_total(sums)].append(sums)
        self.standing = [
            one for one in relations if one.force > Force.LOOSE and not one.at_most and judge(one, self.values).holds
        ]
        claimed = [one for one in relations if one.breakdown and one.force is Force.CLAIMED]
        self.failing = [one for one in claimed if not judge(one, self.values).holds]
        self.meant = {frozenset(one.sums[0]) for one in relations if one.sums and one.force > Force.LOOSE}
        self.holding = self._adding_up()
        self.safe = frozenset[int]().union(*(self._agreeing(one) for one in (*self.standing, *self.holding)))
        explained = {one.printed for one in relations if one.fractions and judge(one, self.values).holds}
        self.rates = [
            one
            for one in figures
            if _exact_rate(one) and found.of_figure[one.index] not in explained and not self._right_beside(one)
        ]
        self.rate_places = [one.index for one in self.rates]

    def _right_beside(self, rate: Figure) -> bool:
        """Whether it is the share of one of two neighbours in the other, whatever each is: "28; kết nạp 21, 75 %"."""
        last = self.figures[max(0, rate.index - _LAST) : rate.index]
        told = [one for one in last if one.numeral.form is Form.COUNT and one.trio is None]
        near = [one.numeral.value for one in told if rate.block - one.block <= 1]
        pairs = [sorted(pair) for pair in pairwise(near)]
        return any(is_share(rate.numeral.value, part, whole) for part, whole in pairs if whole)

    def _adding_up(self) -> list[Relation]:
        """The sums that hold, and hardly by chance."""
        speaking = Counter(which for one in self.sums for which in one.quantities)
        return [
            one
            for one in self.sums
            if judge(one, self.values).holds
            and max(speaking[which] for which in one.quantities) < self.values[_total(one)] * _RARE
        ]

    def _agreeing(self, one: Relation) -> frozenset[int]:
        """The quantities by whose values it holds."""
        reading = judge(one, self.values).reading
        if one.sums:
            return frozenset(which for _, which in one.sums[reading])
        fraction = one.fractions[reading]
        return frozenset((one.printed, *fraction.over, *fraction.minus, *fraction.under, *fraction.without))

    def asked_otherwise(self, which: int, value: Decimal) -> bool:
        """Whether a breakdown that fails asks for another slip of a figure: what else it may be is chance then."""
        for one in self.failing:
            weight = sum(weight for weight, part in one.sums[0] if part == which)
            left = sum((each * self.values[part] for each, part in one.sums[0]), start=Decimal(0))
            right = self.values[which] - left / weight if weight else value
            if right != value and slip(self.values[which], right) in SMALL:
                return True
        return False

    def doubts(self, one: Relation) -> bool:
        """Whether no slip explains a sum that fails, and its whole is the sum of neighbours, some of them its parts.

        "4,431: 3,870 before the date, 529 on it, 32 after it. There were 126, 121 of them still in time": 121 is none.
        """
        if not one.sums or one.at_most or one.hundred or judge(one, self.values).holds:
            return False
        if self._sister(one):
            return True
        others = [sums for sums in self.holding if _total(sums) == _total(one)]
        wider = (sums for sums in self.of_total[_total(one)] if one.quantities < sums.quantities)
        if any(judge(sums, self.values).holds for sums in wider):
            return True
        if not any(len(sums.quantities & one.quantities) > 1 for sums in others):
            return False
        left = sum((weight * self.values[which] for weight, which in one.sums[0]), start=Decimal(0))
        values = ((self.values[which], self.values[which] - weight * left) for weight, which in one.sums[0])
        return not any(slip(old, new) in SMALL for old, new in values)

    def _sister(self, one: Relation) -> bool:
        """Whether its last part makes with its whole the count right before that: "501 việc; xong 450 (…), 51 chưa"."""
        top, last = _total(one), one.sums[0][-1][1]
        place = bisect_left(self.places, self.found.quantities[top].figures[0])
        before = self.counts[place - 1] if place else None
        both = self.values[top] + self.values[last]
        return len(one.sums[0]) > _FEWEST and before is not None and before.numeral.value == both

    # what they tell

    def told(self) -> Iterator[_Told]:
        """Every change that two relations ask for."""
        asked: dict[int, list[tuple[Decimal, Relation]]] = defaultdict(list)
        for one in self.sums:
            left = sum((weight * self.values[which] for weight, which in one.sums[0]), start=Decimal(0))
            for weight, which in one.sums[0] if left else ():
                asked[which].append((self.values[which] - weight * left, one))
        for which, wanted in asked.items():
            if which not in self.safe:
                yield from self._of_quantity(which, wanted)

    def _of_quantity(self, which: int, asked: Sequence[tuple[Decimal, Relation]]) -> Iterator[_Told]:
        old = self.values[which]
        slips = set(small_changes(old))
        for new in {value for value, _ in asked if value > 0}:
            own = [one for value, one in asked if value == new]
            width = float(max(old, new, Decimal(1)))
            ways = _ways(old, new) if new in slips else width
            easily = min(1.0, ways / width)  # that a sum asks for such a value by chance
            for rate, rarity in self._rates(which, (old, new), own, slip=new in slips):
                yield _Told(change=(which, new), relations=(own[0], rate), by_chance=easily * rarity)
            again = easily * len(asked) / width
            for number, one in enumerate(own if new in slips else ()):
                for other in own[number + 1 :]:
                    if one.quantities & other.quantities == {which}:
                        meant = self.meant & {frozenset(one.sums[0]), frozenset(other.sums[0])}
                        tries = 1 if meant else len(asked)  # what the text itself says to be a sum is no chance
                        yield _Told(change=(which, new), relations=(one, other), by_chance=again * tries)

    def _rates(
        self, which: int, sides: _Sides, own: Sequence[Relation], *, slip: bool
    ) -> Iterator[tuple[Relation, float]]:
        """The printed rates that are right once the figure is, each with how often that happens by chance.

        A figure that is more than a `slip` off needs a rate right beside it.
        """
        mine = set(self.found.quantities[which].figures)
        tops = {_total(one) for one in own} - {which}
        parts = {part for one in own if _total(one) == which for _, part in one.sums[0][1:]}
        rates = self._near(mine)
        for rate in rates:
            rarity = 10.0 ** -(rate.numeral.decimals + 2)
            beside = rate.said_of in mine or any(_called(rate, self.figures[one]) for one in mine)
            if not beside and not slip:
                continue
            wholes = self._around(rate) - {which} if beside and slip else tops
            for whole in wholes:
                value = self.values[whole]
                if _mended(rate, (sides[0], value), (sides[1], value)):
                    tries = (1 if whole in tops else len(wholes)) * (1 if beside else len(rates))
                    yield self._rate(rate, which, whole), max(rarity, 1 / _steps(value)) * tries
            for part, whole in self._pairs(which, own) if rate.said_of is None and slip else ():
                value, other = self.values[whole], self.values[part]
                if _mended(rate, (sides[0] + other, value), (sides[1] + other, value)):
                    yield self._rate(rate, which, whole, part), rarity * len(rates) * MOST_PARTS
            top = self.found.of_figure[rate.said_of] if rate.said_of is not None else -1
            if top in parts and _mended(rate, (self.values[top], sides[0]), (self.values[top], sides[1])):
                yield self._rate(rate, top, which), rarity * len(rates)

    def _pairs(self, which: int, own: Sequence[Relation]) -> Iterator[tuple[int, int]]:
        """The sisters of a part that a rate may count with it, and their whole: "rất hài lòng và hài lòng"."""
        sums = [one for one in own if _total(one) != which and len(one.sums[0]) > _LEAST_PARTS]
        yield from ((part, _total(one)) for one in sums for _, part in one.sums[0][1:] if part != which)

    def exchanged(self) -> Iterator[Relation]:
        """Two rates beside their counts, each right of the other's count and of the same whole."""
        beside = [(rate, self.found.of_figure[rate.said_of]) for rate in self.rates if rate.said_of is not None]
        pairs = ((beside[at], later) for at in range(len(beside)) for later in beside[at + 1 : at + _SIDE_BY_SIDE])
        for (one, a), (other, b) in pairs:
            for whole in (self._around(one) & self._around(other)) - {a, b}:
                first, second, value = self.values[a], self.values[b], self.values[whole]
                if (
                    first != second
                    and is_share(one.numeral.value, second, value)
                    and is_share(other.numeral.value, first, value)
                ):
                    yield self._rate(one, a, whole)
                    yield self._rate(other, b, whole)

    def shares(self) -> Iterator[Relation]:
        """Rates beside parts of sums that hold: they are of the total; one slip away they are wrong."""
        for one in self.holding:
            if any(_total(other) == _total(one) and other.sums != one.sums for other in self.standing if other.sums):
                continue  # the text itself splits it otherwise
            top, parts = _total(one), {which for _, which in one.sums[0][1:]}
            for rate in self._near({figure for part in parts for figure in self.found.quantities[part].figures}):
                said = self.found.of_figure[rate.said_of] if rate.said_of is not None else -1
                if said in parts and not any(
                    is_share(rate.numeral.value, self.values[said], self.values[w]) for w in self._around(rate)
                ):
                    yield one
                    yield replace(self._rate(rate, said, top), force=Force.LIKELY)

    def vouched(self) -> Iterator[Relation]:
        """Sums that fail though rates make all parts but one shares of the whole, when a slip explains it."""
        rates = [one for one in self.figures if _exact_rate(one)]
        split = {_total(one) for one in (*self.holding, *(one for one in self.standing if one.sums))}
        for one in self.sums:
            top, parts = _total(one), [which for _, which in one.sums[0][1:]]
            left = self.values[top] - sum(self.values[which] for which in parts)
            if not left or len(parts) < _LEAST_PARTS or top in split or split & {*parts}:
                continue
            if crossing([self.figures[self.found.quantities[which].figures[0]] for which in parts]):
                continue  # "95 đại biểu: nữ 23 (24,21 %), dưới 35 tuổi 3 (3,16 %), …": one may be both
            slips = [which for which in parts if slip(self.values[which], self.values[which] + left) in SMALL]
            near = self._between(rates, (top, *parts)) if slips else ()
            shares = [rate.numeral.value for rate in near]
            strange = list[int]()
            for which in parts:  # each by a rate of its own
                fit = next((one for one in shares if is_share(one, self.values[which], self.values[top])), None)
                if fit is None:
                    strange.append(which)
                else:
                    shares.remove(fit)
            if slips and len(strange) == 1 and strange[0] in slips and self._among(strange[0], parts):
                yield one

    def _among(self, part: int, parts: Sequence[int]) -> bool:
        """Whether another of the parts stands in its sentence."""
        own = {self.figures[one].block for one in self.found.quantities[part].figures}
        sisters = (one for which in parts if which != part for one in self.found.quantities[which].figures)
        return any(self.figures[one].block in own for one in sisters)

    def listed(self) -> Iterator[Relation]:
        """The one rate beside a part of a sum that holds, or is told, whose sisters are all right of the whole.

        Of two such rates the one is no proof, unless nothing else explains the other.
        """
        beside = {one.said_of: one for one in reversed(self.figures) if _exact_rate(one) and one.said_of is not None}
        unexplained = {one.index for one in self.rates}
        for one in (*self.holding, *(each for each in self.standing if each.sums and not each.hundred)):
            top, parts = _total(one), [which for weight, which in one.sums[0] if weight < 0]
            told = [(beside.get(self.found.quantities[part].figures[0]), part) for part in parts]
            rates = [(rate, part) for rate, part in told if rate is not None and not rate.compared]
            if len(rates) < len(parts) or len(rates) < _FEWEST or not self.values[top]:
                continue
            wrong = [
                (rate, part)
                for rate, part in rates
                if not is_share(rate.numeral.value, self.values[part], self.values[top])
            ]
            if len(wrong) != 1:
                continue
            rate, part = wrong[0]
            named = bool(rate.base or rate.base_words) or rate.of is not None
            if rate.index in unexplained or (len(rates) > _FEWEST and not named):
                yield replace(self._rate(rate, part, top), said=True)

    def _between(self, rates: Sequence[Figure], told: Sequence[int]) -> Sequence[Figure]:
        """The rates that stand between these quantities, or shortly after them."""
        firsts = [self.figures[self.found.quantities[which].figures[0]] for which in told]
        start = bisect_left(rates, min(one.block for one in firsts), key=lambda one: one.block)
        last = max(one.index for one in firsts) + _REACH
        end = bisect_left(rates, last, key=lambda one: one.index)
        return [one for one in rates[start:end] if one.block <= max(first.block for first in firsts) + _APART]

    def _near(self, figures: set[int]) -> Sequence[Figure]:
        """The rates that stand near these figures."""
        first, last = min(figures) - _REACH, max(figures) + _REACH
        return self.rates[bisect_left(self.rate_places, first) : bisect_left(self.rate_places, last)]

    def _around(self, rate: Figure) -> set[int]:
        """The quantities of the counts near a rate."""
        place = bisect_left(self.places, rate.index)
        near = self.counts[max(0, place - _AROUND) : place + _AROUND]
        return {self.found.of_figure[one.index] for one in near}

    def _rate(self, rate: Figure, over: int, under: int, *more: int) -> Relation:
        fraction = Fraction(over=(over, *more), under=(under,), name="named")
        printed = self.found.of_figure[rate.index]
        return Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed)


def _steps(value: Decimal) -> float:
    """How many shares of a whole there are: of 100 people a hundred."""
    return float(value.scaleb(places(value)))


def _ways(old: Decimal, new: Decimal) -> int:
    """How many values are such a slip away."""
    digits = len(str(old).replace(".", ""))
    return {Slip.SWAPPED: digits - 1, Slip.DIGIT: 9 * digits, Slip.ADDED: digits}.get(slip(old, new), 10 * (digits + 1))


def _total(one: Relation) -> int:
    return one.sums[0][0][1]


def _called(rate: Figure, count: Figure) -> bool:
    """Whether a rate right after a count names it by its labels: "qua mạng 1.276 …; tỷ lệ qua mạng 83,99 %"."""
    alike = rate.said_of is None and rate.key and rate.key == count.key
    return bool(alike) and 0 <= rate.block - count.block <= 1


def _mended(rate: Figure, old: _Sides, new: _Sides) -> bool:
    """Whether a printed rate is wrong of the old count and whole, and right of the new ones."""
    return not is_share(rate.numeral.value, *old) and is_share(rate.numeral.value, *new)


def _exact_rate(one: Figure) -> bool:
    """A rate that is hardly right by chance: with decimals."""
    return one.rates and one.numeral.decimals > 0
