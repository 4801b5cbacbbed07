"""The verdict on every check of a statement, with what would mend it. Silence is better than a false alarm."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from motcua.statements.agreeing.hundreds import adjusted
from motcua.statements.agreeing.rates import spare
from motcua.statements.judging.choosing import best_of, sensible, told_again
from motcua.statements.judging.roundings import OTHERWISE, cuts_off, rounded_otherwise
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import SMALL, Change, Force, Held, Kind, Relation, Slip, connected, judge, solve

__all__ = ["Check", "Verdict", "verdicts"]

_TELLING = SMALL | {Slip.LABEL}
_SHORT = 100  # below it, figures are so short that a slip explains almost any difference
_ALL = 100  # percent
_ONE_DIGIT = 10
_MANY = 3  # rows that break a sum: no slips
_LONG = 10_000  # from this value on, two swapped digits hardly ever explain a difference by chance
_MOST_LOOSE = 40  # broken relations that are looked at in pairs
_MOST_SOLVED = 200  # searches for corrections in one statement; beyond them none is proposed
_MOST_DOUBLE = 4  # of them for two wrong figures at once
_MOST_WRONG = 8  # broken relations of one connected part that are tried in every combination

_MOST_RUN = 4  # figures in a row that may add up to another figure
_LEAST_RUN = 20  # a sum below it may be chance

_Shape = tuple[int, frozenset[int]]  # a table, and the columns of a sum in one of its rows, or the rows


class Verdict(StrEnum):
    """What is said of a relation."""

    CONSISTENT = "consistent"
    TRUNCATED = "truncated"
    INCONSISTENT = "inconsistent"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: the relation, how it stands, what would mend it (the likeliest first)."""

    relation: Relation
    verdict: Verdict
    held: Held
    changes: tuple[Change, ...] = ()
    told: bool = False  # whether one correction stands out


def verdicts(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> list[Check]:
    """A check for every relation, in order."""
    return _Bench(relations, figures, found).checks()


def _side_by_side(rate: Figure, other: Figure) -> bool:
    """Whether two rates stand in one sentence, or are called alike without a count beside them."""
    alike = bool(rate.tags) and other.tags == rate.tags and other.said_of is None and other.trio is None
    return other.block == rate.block or (alike and not other.compared and other.numeral.value != rate.numeral.value)


class _Bench:
    """The relations of one statement and how each stands; they are spoken of by their place in the list."""

    def __init__(self, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> None:
        self.figures, self.found = figures, found
        self.values = {one.index: one.value for one in found.quantities}
        self.relations = list(relations)
        self.solved = self.doubles = 0
        self.held = [judge(one, self.values) for one in relations]
        for place, held in adjusted(self.relations, self.held, self.values):
            self.held[place] = held
        for place, one in enumerate(relations):
            self._widen(place, one)
        if cuts_off(self.relations, self.held, self.values):
            for known in found.quantities:
                known.cut = known.rate

    def checks(self) -> list[Check]:
        """Every relation with its verdict."""
        excused = self._no_column()
        wrong = [
            place
            for place, one in enumerate(self.relations)
            if not self.held[place].holds and one.force >= Force.LIKELY and place not in excused
        ]
        mended = self._mended(wrong)
        while doubtful := [place for place in wrong if not self._sure(place, mended)]:
            wrong = [place for place in wrong if place not in doubtful]
            mended = self._mended(wrong)
        mended.update(self._agreeing({*wrong, *excused}))
        for place, held in rounded_otherwise(self.relations, self.held, mended, self.values):
            self.held[place] = held
        return [self._check(place, mended.get(place)) for place in range(len(self.relations))]

    def _check(self, place: int, changes: tuple[Change, ...] | None) -> Check:
        one, held = self.relations[place], self.held[place]
        if held.holds:
            verdict = Verdict.TRUNCATED if held.rounding in OTHERWISE else Verdict.CONSISTENT
            return Check(relation=one, verdict=verdict, held=held)
        if changes is None:
            return Check(relation=one, verdict=Verdict.UNDETERMINED, held=held)
        changes = sensible(changes, self.values, self.found)
        changes = told_again(changes, one.quantities, self.figures, self.found)
        best = best_of(changes, alone=self._alone(place, changes))
        if best is not None:
            changes = (best, *(change for change in changes if change is not best))
            if one.fractions:  # the reading by which the corrected rate is right
                held = replace(held, reading=judge(one, {**self.values, **dict(best.values)}).reading)
        return Check(relation=one, verdict=Verdict.INCONSISTENT, held=held, changes=changes, told=best is not None)

    def _alone(self, place: int, changes: Sequence[Change]) -> bool:
        """Whether a swap of two digits may be chance: the figures are short, and no other relation speaks of them."""
        suspects = frozenset(which for change in changes for which, _ in change.values)
        every = self.relations[place].quantities
        return any(
            all(self.values[which] < least for which in some)
            and not any(other != place and one.quantities & some for other, one in enumerate(self.relations))
            for some, least in ((every, _LONG), (suspects, _SHORT))
        )

    def _first(self, which: int) -> Figure:
        """The first figure of a quantity."""
        return self.figures[self.found.quantities[which].figures[0]]

    # what excuses a broken relation

    def _widen(self, place: int, one: Relation) -> None:
        """A rate is right of another whole of the text, when nothing says that it is not of that one."""
        if one.kind is not Kind.RATE or self.held[place].holds:
            return
        figure = self._first(one.printed)
        in_table = figure.trio is not None and one.force is Force.CLAIMED
        if figure.base or figure.base_words or figure.of is not None or figure.among or in_table:
            return
        if others := spare(one, self.figures, self.found):
            self.relations[place] = replace(one, fractions=(*one.fractions, *others))
            self.held[place] = judge(self.relations[place], self.values)

    def _no_column(self) -> set[int]:
        """Sums that a table does not keep: most rows do not, or several fall short, for a group has no column."""
        columns_hold: dict[int, bool] = {}
        kept: Counter[_Shape] = Counter()
        failing: dict[_Shape, list[int]] = {}
        for place, one in enumerate(self.relations):
            read = [self._first(which) for which in one.quantities] if one.sums else []
            cells = [figure.trio for figure in read if figure.trio is not None]
            if not read or len(cells) < len(read):
                continue
            table = read[0].scope // TABLES
            rows, columns = (frozenset(places) for places in zip(*cells, strict=True))
            shape = table, rows if len(columns) == 1 else columns  # of a turned table the rows
            if len({figure.scope for figure in read}) > 1:
                columns_hold[table] = columns_hold.get(table, True) and self.held[place].holds
            elif self.held[place].holds:
                kept[shape] += 1
            else:
                failing.setdefault(shape, []).append(place)
        excused: set[int] = set()
        for shape, places in failing.items():
            fall_short = sum(self._balance_short(place) for place in places)
            short = columns_hold.get(shape[0], True) and fall_short == len(places)
            many = len(places) >= _MANY and fall_short > 1  # one slip breaks one row
            if len(places) > 1 and (len(places) > kept[shape] or short or many):
                excused.update(places)
        return excused

    def _balance_short(self, place: int) -> bool:
        """Whether what was received is more than what became of it."""
        keys = {self._first(which).key for which in self.relations[place].quantities}
        return {"received", "settled"} <= keys and self._missing(place) > 0

    def _missing(self, place: int) -> Decimal:
        """What the parts of a sum fall short of their whole."""
        reading = self.relations[place].sums[0]
        return sum((weight * self.values[which] for weight, which in reading), start=Decimal(0))

    def _sure(self, place: int, mended: Mapping[int, tuple[Change, ...]]) -> bool:
        """Whether a broken relation is a mistake of the text.

        It is when the text claims the relation, when one slip of a figure explains it, or when a broken
        relation that it does claim asks for the same other figure.
        """
        changes = mended[place]
        explaining = [change for change in changes if self._explains(change) and not self._other_things(place, change)]
        if self.relations[place].force is Force.CLAIMED:
            return not self._absurd(place) or (bool(explaining) and not self._says_all(self.relations[place]))
        if self._coarse(self.relations[place]) or self._elsewhere(place, mended):
            return False
        claimed = (other for other in mended if self.relations[other].force is Force.CLAIMED)
        if len(changes) == 1 and changes[0].slip is not Slip.LABEL and any(mended[one] == changes for one in claimed):
            return True
        if self._twice(place, changes, mended):
            return True
        telling = [change for change in explaining if not self._far(place, change)]
        return bool(telling) and not self._thin(place, telling, mended)

    def _twice(self, place: int, changes: tuple[Change, ...], mended: Mapping[int, tuple[Change, ...]]) -> bool:
        """Whether a breakdown of the text and another sum, with no other figure in common, ask for the same one."""
        one = self.relations[place]
        if len(changes) != 1 or len(changes[0].values) != 1 or not one.sums:
            return False
        changed = {which for which, _ in changes[0].values}
        others = (self.relations[other] for other, same in mended.items() if other != place and same == changes)
        return any(
            other.quantities & one.quantities == changed and (one.listed or other.listed)
            for other in others
            if other.sums
        )

    def _absurd(self, place: int) -> bool:
        """Whether a part is larger than its whole, so that the text is more likely misread than wrong."""
        one = self.relations[place]
        if one.kind in {Kind.SUM, Kind.PART} and not one.hundred:
            weights = {sign: [self.values[which] for at, which in one.sums[0] if at == sign] for sign in (1, -1)}
            fewer = min(weights[-1], default=Decimal(0)) < 0  # what became less
            return not fewer and max(weights[-1], default=Decimal(0)) > sum(weights[1])
        expected = self.held[place].expected
        return one.kind is Kind.RATE and self.values[one.printed] <= _ALL and (expected is None or expected > _ALL)

    def _other_things(self, place: int, change: Change) -> bool:
        """Whether a part without a label is longer than a whole of one digit, which a slip turns into anything.

        "2 đoàn (9 người, 14 người)": the parts are no parts of it.
        """
        under = [which for weight, which in (self.relations[place].sums or ((),))[0] if weight < 0]
        unnamed = bool(under) and not any(self._first(which).key for which in under)
        longer = unnamed and max(self.values[which] for which in under) >= _ONE_DIGIT
        return longer and self._absurd(place) and all(self.values[which] < _ONE_DIGIT for which, _ in change.values)

    def _says_all(self, one: Relation) -> bool:
        """Whether it is a rate of 100 %, which is a manner of speaking."""
        return one.kind is Kind.RATE and self.values[one.printed] == _ALL

    def _coarse(self, one: Relation) -> bool:
        """Whether it is 100 %, or a whole percentage that stands beside no count: a slip explains it too easily."""
        if one.kind is not Kind.RATE or self.found.quantities[one.printed].decimals:
            return False
        figure = self._first(one.printed)
        if self._says_all(one):
            return True
        return figure.said_of is None and figure.of is None and not figure.base and not figure.base_words

    def _elsewhere(self, place: int, mended: Mapping[int, tuple[Change, ...]]) -> bool:
        """Whether it is a rate that no count stands beside, and none of its sentence or of its labels fits.

        They may be of other counts, of several fields; two of them that were exchanged are no such rates.
        """
        one = self.relations[place]
        figure = self._first(one.printed) if one.kind is Kind.RATE else None
        if figure is None or figure.said_of is not None or figure.trio is not None:
            return False
        sisters = [
            other
            for other, rate in enumerate(self.relations)
            if other != place and rate.kind is Kind.RATE and _side_by_side(figure, self._first(rate.printed))
        ]
        fitting = (self.held[other].holds or mended.get(other) == mended[place] for other in sisters)
        return bool(sisters) and not any(fitting)

    def _explains(self, change: Change) -> bool:
        """One small slip; or two figures exchanged that both have labels; counts of sentences not the same one."""
        told = [self._first(which) for which, _ in change.values]
        alike = len({one.key for one in told}) == 1 and all(one.trio is None and one.counts for one in told)
        labelled = all(one.key for one in told) and not alike
        return change.slip in SMALL or (change.slip is Slip.LABEL and labelled)

    def _far(self, place: int, change: Change) -> bool:
        """Whether a rate is near one of the many that it may be, but not the one that the text suggests."""
        one = self.relations[place]
        return change.far > 0 and one.kind is Kind.RATE and any(which == one.printed for which, _ in change.values)

    def _thin(self, place: int, telling: Sequence[Change], wrong: Iterable[int]) -> bool:
        """Whether an unnamed group explains it as well: nothing else fails, and the figures are short."""
        one = self.relations[place]
        if one.kind is not Kind.SUM or self._missing(place) <= 0:
            return False
        if any(self._first(which).more for which in one.quantities):
            return True
        if one.listed or any(self._first(which).rest for which in one.quantities):
            return False  # "còn lại": says that it is all of the rest
        alone = not any(other != place and self.relations[other].quantities & one.quantities for other in wrong)
        return alone and all(self.values[which] < _SHORT for change in telling for which, _ in change.values)

    # corrections

    def _mended(self, wrong: Sequence[int]) -> dict[int, tuple[Change, ...]]:
        """Corrections of each of these, found together with what holds around them."""
        standing = [one for place, one in enumerate(self.relations) if self.held[place].holds]
        places = {id(self.relations[place]): place for place in wrong}
        mended: dict[int, tuple[Change, ...]] = {}
        for part in connected([*(self.relations[place] for place in wrong), *standing]):
            broken = [places[id(one)] for one in part if id(one) in places]
            if broken:
                mended.update(self._mend(broken, [one for one in part if id(one) not in places]))
        return {**mended, **self._exchanged(mended, standing)}

    def _exchanged(
        self, mended: Mapping[int, tuple[Change, ...]], standing: Sequence[Relation]
    ) -> dict[int, tuple[Change, ...]]:
        """Two broken relations that share no figure, and that two figures exchanged between them mend both."""
        alone = [place for place, changes in mended.items() if not any(change.slip in _TELLING for change in changes)]
        found: dict[int, tuple[Change, ...]] = {}
        for a, b in combinations(alone if len(alone) <= _MOST_WRONG else (), 2):
            one, other = self.relations[a], self.relations[b]
            if one.quantities & other.quantities:
                continue
            touched = one.quantities | other.quantities
            near = [relation for relation in standing if relation.quantities & touched]
            changes = tuple(change for change in self._solve((a, b), near) if self._explains(change))
            if len(changes) == 1:
                found.update({a: changes, b: changes})
        return found

    def _mend(self, wrong: Sequence[int], near: Sequence[Relation]) -> dict[int, tuple[Change, ...]]:
        """Corrections of all of these at once when that is possible, else of as many as possible."""
        changes = self._solve(wrong, near)
        if changes or len(wrong) == 1:
            return dict.fromkeys(wrong, changes)
        for size in range(len(wrong) - 1, 0, -1) if len(wrong) <= _MOST_WRONG else ():
            for some in combinations(wrong, size):
                if changes := self._solve(some, near):
                    rest = [place for place in wrong if place not in some]
                    return {**dict.fromkeys(some, changes), **self._mend(rest, near)}
        return dict.fromkeys(wrong, self._solve(wrong, near, two=True) if len(wrong) <= _MOST_WRONG else ())

    def _agreeing(self, left_out: set[int]) -> dict[int, tuple[Change, ...]]:
        """Two relations that nothing claims, and that one small slip of one count explains both: no chance."""
        broken = self._unclaimed(left_out)
        standing = [one for place, one in enumerate(self.relations) if self.held[place].holds]
        found: dict[int, tuple[Change, ...]] = {}
        for a, b in combinations(broken if len(broken) <= _MOST_LOOSE else (), 2):
            one, other = self.relations[a], self.relations[b]
            shared = one.quantities & other.quantities
            alike = one.sums and other.sums and len(shared) > 1
            if not shared or alike or {a, b} <= found.keys() or self.solved >= _MOST_SOLVED:
                continue
            self.solved += 1
            near = [relation for relation in standing if relation.quantities & shared]
            changes = [
                change
                for change in solve([one, other], near, self.found.quantities)
                if change.slip in SMALL and not change.far and change.values[0][0] not in {one.printed, other.printed}
            ]
            if len(changes) == 1:
                found.update({a: tuple(changes), b: tuple(changes)})
        return found

    def _unclaimed(self, left_out: set[int]) -> list[int]:
        """Broken relations that count only together with others; a rate in whole percents is too easily right."""
        return [
            place
            for place, one in enumerate(self.relations)
            if not self.held[place].holds
            and place not in left_out
            and not (one.hundred or one.at_most)
            and (one.sums or self.found.quantities[one.printed].decimals)
        ]

    def _witnessed(self, changes: tuple[Change, ...], wrong: Sequence[int]) -> tuple[Change, ...]:
        """Of several corrections those that mend most of the broken relations beside, which nothing claims."""
        touched = {which for change in changes for which, _ in change.values}
        unclaimed = (self.relations[place] for place in self._unclaimed(set(wrong)))
        beside = [one for one in unclaimed if one.quantities & touched]
        mends = {
            change: sum(judge(one, {**self.values, **dict(change.values)}).holds for one in beside)
            for change in changes
            if change.slip in _TELLING
        }
        most = max(mends.values(), default=0)
        left = tuple(change for change in changes if mends.get(change) == most) if most else changes
        return self._backed(left, wrong) if len(left) > 1 else left

    def _backed(self, changes: tuple[Change, ...], wrong: Sequence[int]) -> tuple[Change, ...]:
        """Of several corrections the one that other figures of the text add up to; none of what they add up to now."""
        touched = frozenset[int]().union(*(self.relations[place].quantities for place in wrong))
        sums = self._sums_beside(touched)
        single = [change for change in changes if len(change.values) == 1]
        new = [change for change in single if (self._topic(change), change.values[0][1]) in sums]
        if len(new) == 1 and new[0].slip in _TELLING:
            return (new[0],)
        held = [change for change in single if (self._topic(change), self.values[change.values[0][0]]) in sums]
        return tuple(change for change in changes if change not in held) or changes

    def _topic(self, change: Change) -> Topic | None:
        return self._first(change.values[0][0]).topic

    def _sums_beside(self, touched: frozenset[int]) -> set[tuple[Topic | None, Decimal]]:
        """What two to four counts in a row come to, of those that no broken relation speaks of."""
        counts = [one for one in self.figures if one.counts and one.numeral.form is Form.COUNT]
        found: set[tuple[Topic | None, Decimal]] = set()
        for start, first in enumerate(counts):
            total = Decimal(0)
            for number, one in enumerate(counts[start : start + _MOST_RUN]):
                apart = one.block - counts[start + max(0, number - 1)].block > 1
                if apart or one.topic is not first.topic or self.found.of_figure[one.index] in touched:
                    break
                total += one.numeral.value
                if number and one.numeral.value and total >= _LEAST_RUN:
                    found.add((one.topic, total))
        return found

    def _solve(self, wrong: Sequence[int], near: Sequence[Relation], *, two: bool = False) -> tuple[Change, ...]:
        self.solved += 1
        self.doubles += two
        if self.solved > _MOST_SOLVED or self.doubles > _MOST_DOUBLE:
            return ()
        changes = tuple(solve([self.relations[place] for place in wrong], near, self.found.quantities, two=two))
        return self._witnessed(changes, wrong) if len(changes) > 1 else changes
