"""The verdict on every check of a statement, with what would mend it. Silence is better than a false alarm."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from motcua.statements.figures import Figure
from motcua.statements.hundreds import adjusted
from motcua.statements.quantities import TABLES, Known
from motcua.statements.rates import spare
from motcua.sums import SMALL, Change, Force, Held, Kind, Relation, Slip, connected, judge, solve

__all__ = ["Check", "Verdict", "verdicts"]

_TELLING = SMALL | {Slip.LABEL}
_SHORT = 100  # below it, figures are so short that a slip explains almost any difference
_MANY = 3  # rows that fall short of a sum: no two slips
_LONG = 10_000  # from this value on, two swapped digits hardly ever explain a difference by chance
_MOST_LOOSE = 40  # broken relations that are looked at in pairs
_MOST_SOLVED = 200  # searches for corrections in one statement; beyond them none is proposed
_MOST_DOUBLE = 4  # of them for two wrong figures at once
_MOST_WRONG = 8  # broken relations of one connected part that are tried in every combination

_Shape = tuple[int, frozenset[int]]  # a table, and the columns of a sum in one of its rows


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
        return [self._check(place, mended.get(place)) for place in range(len(self.relations))]

    def _check(self, place: int, changes: tuple[Change, ...] | None) -> Check:
        one, held = self.relations[place], self.held[place]
        if held.holds:
            verdict = Verdict.TRUNCATED if held.rounding == "truncated" else Verdict.CONSISTENT
            return Check(relation=one, verdict=verdict, held=held)
        if changes is None:
            return Check(relation=one, verdict=Verdict.UNDETERMINED, held=held)
        best = _best(changes, alone=self._alone(place))
        if best is not None:
            changes = (best, *(change for change in changes if change is not best))
            if one.fractions:  # the reading by which the corrected rate is right
                held = replace(held, reading=judge(one, {**self.values, **dict(best.values)}).reading)
        return Check(relation=one, verdict=Verdict.INCONSISTENT, held=held, changes=changes, told=best is not None)

    def _alone(self, place: int) -> bool:
        """Whether no other relation speaks of any of its figures, and they are so short that a swap may be chance."""
        mine = self.relations[place].quantities
        short = all(self.values[which] < _LONG for which in mine)
        return short and not any(other != place and one.quantities & mine for other, one in enumerate(self.relations))

    def _first(self, which: int) -> Figure:
        """The first figure of a quantity."""
        return self.figures[self.found.quantities[which].figures[0]]

    # what excuses a broken relation

    def _widen(self, place: int, one: Relation) -> None:
        """A rate is right of another whole of the text, when nothing says that it is not of that one."""
        if one.kind is not Kind.RATE or self.held[place].holds:
            return
        figure = self._first(one.printed)
        if figure.base or figure.base_words or figure.of is not None or figure.trio is not None:
            return
        if others := spare(one, self.figures, self.found):
            self.relations[place] = replace(one, fractions=(*one.fractions, *others))
            self.held[place] = judge(self.relations[place], self.values)

    def _no_column(self) -> set[int]:
        """Sums that a table does not keep: no row does, or most rows fall short of them, for a group has no column."""
        columns_hold: dict[int, bool] = {}
        kept: Counter[_Shape] = Counter()
        failing: dict[_Shape, list[int]] = {}
        for place, one in enumerate(self.relations):
            read = [self._first(which) for which in one.quantities] if one.sums else []
            cells = [(figure.scope, figure.trio[1]) for figure in read if figure.trio is not None]
            if not read or len(cells) < len(read):
                continue
            table = cells[0][0] // TABLES
            shape = table, frozenset(column for _, column in cells)
            if len({scope for scope, _ in cells}) > 1:
                columns_hold[table] = columns_hold.get(table, True) and self.held[place].holds
            elif self.held[place].holds:
                kept[shape] += 1
            else:
                failing.setdefault(shape, []).append(place)
        excused: set[int] = set()
        for shape, places in failing.items():
            fall_short = sum(self._balance_short(place) for place in places)
            short = columns_hold.get(shape[0], True) and fall_short == len(places)
            if len(places) > 1 and (not kept[shape] or short or fall_short >= max(_MANY, kept[shape])):
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
        if self.relations[place].force is Force.CLAIMED:
            return any(change.slip in _TELLING for change in changes) or not self._misread(place)
        claimed = (other for other in mended if self.relations[other].force is Force.CLAIMED)
        if len(changes) == 1 and changes[0].slip is not Slip.LABEL and any(mended[one] == changes for one in claimed):
            return True
        telling = [change for change in changes if self._explains(change) and not self._far(place, change)]
        return bool(telling) and not self._thin(place, telling, mended)

    def _misread(self, place: int) -> bool:
        """Whether a part is more than its whole: then it is more likely not a part of it."""
        one = self.relations[place]
        if not one.sums or one.at_most or one.hundred:
            return False
        whole = sum((self.values[which] for weight, which in one.sums[0] if weight > 0), start=Decimal(0))
        return any(weight < 0 and self.values[which] > whole for weight, which in one.sums[0])

    def _explains(self, change: Change) -> bool:
        """One small slip; or two figures exchanged that both have labels."""
        labelled = all(self._first(which).key for which, _ in change.values)
        return change.slip in SMALL or (change.slip is Slip.LABEL and labelled)

    def _far(self, place: int, change: Change) -> bool:
        """Whether a rate is near one of the many that it may be, but not the one that the text suggests."""
        one = self.relations[place]
        return change.far > 0 and one.kind is Kind.RATE and any(which == one.printed for which, _ in change.values)

    def _thin(self, place: int, telling: Sequence[Change], wrong: Iterable[int]) -> bool:
        """Whether an unnamed group explains it as well: nothing else fails, and the figures are short."""
        one = self.relations[place]
        if one.kind is not Kind.SUM or one.bunch is not None or self._missing(place) <= 0:
            return False
        if any(self._first(which).rest for which in one.quantities):
            return False  # "còn lại": says that it is all of the rest
        if any(self._first(which).more for which in one.quantities):
            return True
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
        return mended

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
        beside = [self.relations[place] for place in self._unclaimed(set(wrong))]
        mends = {
            change: sum(judge(one, {**self.values, **dict(change.values)}).holds for one in beside)
            for change in changes
            if change.slip in _TELLING
        }
        most = max(mends.values(), default=0)
        return tuple(change for change in changes if mends.get(change) == most) if most else changes

    def _solve(self, wrong: Sequence[int], near: Sequence[Relation], *, two: bool = False) -> tuple[Change, ...]:
        self.solved += 1
        self.doubles += two
        if self.solved > _MOST_SOLVED or self.doubles > _MOST_DOUBLE:
            return ()
        changes = tuple(solve([self.relations[place] for place in wrong], near, self.found.quantities, two=two))
        return self._witnessed(changes, wrong) if len(changes) > 1 else changes


def _best(changes: Sequence[Change], *, alone: bool) -> Change | None:
    """The correction that stands out: the only one, or the only small slip under the readings the text suggests.

    One wrong digit among exact solutions of the same sum is chance; two digits that changed places are not, unless
    nothing else speaks of any of its figures.
    """
    if len(changes) == 1:
        return changes[0]
    small = [change for change in changes if change.slip in SMALL]
    pool = small or [change for change in changes if change.slip is Slip.LABEL] or list(changes)
    nearest = min((change.far for change in pool), default=0)
    best = [change for change in pool if change.far == nearest]
    swapped = [change for change in best if change.slip is Slip.SWAPPED]
    best = swapped if len(swapped) == 1 else best
    rivals = any(change.slip is Slip.OTHER and change.far <= nearest for change in changes)
    chance = {Slip.DIGIT, Slip.SWAPPED} if alone else {Slip.DIGIT}
    return best[0] if len(best) == 1 and not (best[0].slip in chance and rivals) else None
