"""What would mend the relations that fail, found together with all that holds around them."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import combinations

from motcua.statements.agreeing.marks import keeps_side
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Change, Kind, Relation, Slip, connected, judge, solve

__all__ = ["Mending"]

_TELLING = SMALL | {Slip.LABEL}
_MOST_LOOSE = 40  # broken relations that are looked at in pairs
_MOST_SOLVED = 200  # searches for corrections in one statement; beyond them none is proposed
_MOST_DOUBLE = 4  # of them for two wrong figures at once
_MOST_WRONG = 8  # broken relations of one connected part that are tried in every combination
_TWICE = 2  # figures of a sum that says that they are the same
_MOST_RUN = 4  # figures in a row that may add up to another figure
_LEAST_RUN = 20  # a sum below it may be chance


class Mending:
    """The relations of one statement and how each stands; they are spoken of by their place in the list."""

    def __init__(self, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> None:
        """Judge every relation by the values as printed."""
        self.figures, self.found = figures, found
        self.values = {one.index: one.value for one in found.quantities}
        self.relations = list(relations)
        self.solved = self.doubles = 0
        self.held = [judge(one, self.values) for one in relations]
        self.pairs = [  # counts and what they are said to be of
            (found.of_figure[one.index], found.of_figure[one.of])
            for one in figures
            if one.of is not None and one.numeral.form is Form.COUNT
        ]

    def _first(self, which: int) -> Figure:
        """The first figure of a quantity."""
        return self.figures[self.found.quantities[which].figures[0]]

    def _explains(self, change: Change, *, mends: int = 1) -> bool:
        """One small slip; or two figures exchanged that both have labels; counts of sentences not the same one.

        Any two of them when that mends more than one relation.
        """
        told = [self._first(which) for which, _ in change.values]
        alike = len({one.key for one in told}) == 1 and all(one.trio is None and one.counts for one in told)
        sisters = len({one.bunch for one in told}) == 1 and told[0].bunch is not None  # parts of one list
        labelled = (all(one.key for one in told) and not alike) or mends > 1 or sisters
        return change.slip in SMALL or (change.slip is Slip.LABEL and labelled)

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
            twice = all(
                each.kind is Kind.SUM and len(each.sums[0]) == _TWICE for each in (one, other)
            )  # figures told again
            changes = tuple(change for change in self._solve((a, b), near) if twice or self._explains(change, mends=2))
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
        touched = frozenset[int]().union(*(self.relations[place].quantities for place in wrong))
        changes = tuple(change for change in changes if self._possible(change, touched)) or changes
        return self._witnessed(changes, wrong) if len(changes) > 1 else changes

    def _possible(self, change: Change, touched: AbstractSet[int]) -> bool:
        """Whether with it no count is more than what it is said to be of, and no rate passes the mark beside it."""
        new = {**{which: self.values[which] for which in touched}, **dict(change.values)}
        for part, whole in self.pairs:
            if {part, whole} & new.keys() and new.get(part, self.values[part]) > new.get(whole, self.values[whole]):
                return False
        rates = ((self._first(which), value) for which, value in change.values if self.found.quantities[which].rate)
        return all(keeps_side(rate, value, self.figures) for rate, value in rates)
