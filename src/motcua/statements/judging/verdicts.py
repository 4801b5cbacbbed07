"""The verdict on every check of a statement, with what would mend it. Silence is better than a false alarm."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from motcua.statements.agreeing.hundreds import adjusted
from motcua.statements.agreeing.spare import spare
from motcua.statements.judging.asking import asked_twice
from motcua.statements.judging.choosing import best_of, completing, in_order, read_plainly, sensible, told_again
from motcua.statements.judging.mending import Mending
from motcua.statements.judging.roundings import OTHERWISE, cuts_off, rounded_otherwise
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Sort
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import SMALL, Change, Force, Held, Kind, Relation, Slip, judge

__all__ = ["Check", "Verdict", "verdicts"]

_SHORT = 100  # below it, figures are so short that a slip explains almost any difference
_ALL = 100  # percent
_ONE_DIGIT = 10
_PAIR = 2  # rows that one exchange breaks
_FAR_MORE = 20  # times what all parts come to
_NEAR = 5  # a fifth of what is right: more is far
_CLOSE = Decimal(1)  # percent: never far
_MANY = 3  # rows that break a sum: no slips
_FOUR_DIGITS = 1_000  # of which a dropped one seldom explains a difference by chance
_LONG = 10_000  # from this value on, two swapped digits hardly ever explain a difference by chance
_LONG_CLAIMED = 2_000  # the same in what the text says to be a sum

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


def _names_its_whole(rate: Figure) -> bool:
    """Whether the text says of what a rate is."""
    return bool(rate.base or rate.base_words or rate.of is not None or rate.among)


def _side_by_side(rate: Figure, other: Figure) -> bool:
    """Whether two rates stand in one sentence, or are called alike without a count beside them."""
    alike = bool(rate.tags) and other.tags == rate.tags and other.said_of is None and other.trio is None
    return other.block == rate.block or (alike and not other.compared and other.numeral.value != rate.numeral.value)


class _Bench(Mending):
    """Says of each relation how it stands, and what of that the text itself is to blame for."""

    def __init__(self, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> None:
        super().__init__(relations, figures, found)
        for place, held in adjusted(self.relations, self.held, self.values):
            self.held[place] = held
        for place, one in enumerate(relations):
            self._widen(place, one)
        self.speaking = [one.quantities for one in self.relations]
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
        misread = self._of_something_else(mended)
        wrong = [place for place in wrong if place not in misread]
        mended = self._mended(wrong) if misread else mended
        while doubtful := [place for place in wrong if not self._sure(place, mended)]:
            wrong = [place for place in wrong if place not in doubtful]
            mended = self._mended(wrong)
        agreeing = self._agreeing({*wrong, *excused, *misread})
        mended.update((place, of) for place, of in agreeing.items() if not self._other_things(place, of[0]))
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
        changes = in_order(changes, self.figures, self.found)
        changes = read_plainly(changes, self.relations, self.values)
        changes = completing(changes, self.figures, self.found)
        changes = told_again(changes, one.quantities, self.figures, self.found)
        best = self._best(place, changes)
        if best is not None:
            changes = (best, *(change for change in changes if change is not best))
            if one.fractions:  # the reading by which the corrected rate is right
                held = replace(held, reading=judge(one, {**self.values, **dict(best.values)}).reading)
        return Check(relation=one, verdict=Verdict.INCONSISTENT, held=held, changes=changes, told=best is not None)

    def _best(self, place: int, changes: Sequence[Change]) -> Change | None:
        """The correction that stands out: of a rate, or an average, that says of what it is."""
        one = self.relations[place]
        if one.one_short:
            return None  # what is wrong may be that a part is not told
        own = [change for change in changes if [which for which, _ in change.values] == [one.printed]]
        exchanged = any(change.slip is Slip.LABEL for change in changes)
        average = one.kind is Kind.PRODUCT  # reckoned of the others, whatever slip of them would do as well
        if one.said and len(own) == 1 and (average or own[0].slip not in SMALL) and not exchanged:
            return own[0]
        return best_of(changes, self.values, alone=self._alone(place, changes), sums=one.kind is Kind.SUM)

    def _alone(self, place: int, changes: Sequence[Change]) -> bool:
        """Whether a swap of two digits may be chance: the figures are short, and no other relation speaks of them."""
        suspects = frozenset(which for change in changes for which, _ in change.values)
        every = self.speaking[place]
        long = _LONG_CLAIMED if self.relations[place].force is Force.CLAIMED else _LONG
        return any(
            all(self.values[which] < least for which in some)
            and not any(other != place and which & some for other, which in enumerate(self.speaking))
            for some, least in ((every, long), (suspects, _SHORT))
        )

    # what excuses a broken relation

    def _widen(self, place: int, one: Relation) -> None:
        """A rate is right of another whole of the text, when nothing says that it is not of that one."""
        if one.kind is not Kind.RATE or one.said or self.held[place].holds:
            return
        figure = self._first(one.printed)
        in_table = figure.trio is not None and one.force is Force.CLAIMED
        if in_table or _names_its_whole(figure):
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
            read = [self._first(which) for which in one.quantities] if one.sums and not one.hundred else []
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
            missing = [self._missing(place) for place in places]
            fall_short = sum(self._balance_short(place) for place in places)
            added_up = min(missing) > 0 and max(missing) * 2 == sum(missing)  # the total lacks what its rows lack
            short = columns_hold.get(shape[0], True) and (fall_short == len(places) or added_up)
            many = len(places) >= _MANY and fall_short > 1  # one slip breaks one row
            if len(places) > 1 and (len(places) > kept[shape] or short or many) and not self._one_exchange(places):
                excused.update(places)
        return excused

    def _of_something_else(self, mended: Mapping[int, tuple[Change, ...]]) -> set[int]:
        """Rates of one whole that nearly all fail, and which no one correction mends: they are of what is not told."""
        of: dict[tuple[int, ...], list[int]] = {}
        for place, one in enumerate(self.relations):
            if one.kind is Kind.RATE and one.force >= Force.LIKELY:
                of.setdefault(one.fractions[0].under, []).append(place)
        found: set[int] = set()
        for places in of.values():
            failing = [place for place in places if place in mended and not self._a_slip(mended[place])]
            holding = sum(self.held[place].holds for place in places)
            if len(failing) >= _PAIR and len(failing) > holding:
                mending = [{change.values for change in mended[place]} for place in failing]
                if not mending[0].intersection(*mending[1:]):
                    found.update(failing)
            absurd = sum(not self.held[place].holds and self._absurd(place) for place in places)
            if absurd >= _PAIR:
                found.update(place for place in places if place in mended)
        return found

    def _a_slip(self, changes: Sequence[Change]) -> bool:
        """Whether one slip of one figure, or two figures that changed places, mend it."""
        return any(change.slip in SMALL or change.slip is Slip.LABEL for change in changes)

    def _one_exchange(self, places: Sequence[int]) -> bool:
        """Whether two cells that changed places break both of these: one has too much what the other lacks."""
        if len(places) != _PAIR or sum((self._missing(place) for place in places), start=Decimal(0)):
            return False
        standing = [one for place, one in enumerate(self.relations) if self.held[place].holds]
        return any(
            change.slip is Slip.LABEL and self._explains(change, mends=2) for change in self._solve(places, standing)
        )

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
        mends = sum(same == changes for same in mended.values())
        explaining = [
            change
            for change in changes
            if self._explains(change, mends=mends) and not self._other_things(place, change)
        ]
        if self.relations[place].force is Force.CLAIMED:
            if self._far_off(place):
                return any(not change.far for change in explaining) and not self._says_all(self.relations[place])
            return not self._absurd(place) or (bool(explaining) and not self._says_all(self.relations[place]))
        if self._coarse(self.relations[place]) or self._elsewhere(place, mended):
            return False
        claimed = (other for other in mended if self.relations[other].force is Force.CLAIMED)
        if len(changes) == 1 and changes[0].slip is not Slip.LABEL and any(mended[one] == changes for one in claimed):
            return True
        alike = [self.relations[other] for other, same in mended.items() if other != place and same == changes]
        if asked_twice(self.relations[place], alike, changes, self.figures, self.found):
            return True
        telling = [change for change in explaining if not self._far(place, change)]
        return bool(telling) and not self._thin(place, telling, mended)

    def _absurd(self, place: int) -> bool:
        """Whether a part is larger than its whole, or all are far less: the text is more likely misread than wrong."""
        one = self.relations[place]
        if one.kind in {Kind.SUM, Kind.PART} and not one.hundred:
            weights = {
                sign: [abs(Decimal(at)) * self.values[which] for at, which in one.sums[0] if at * sign > 0]
                for sign in (1, -1)
            }
            fewer = min(weights[-1], default=Decimal(0)) < 0  # what became less
            same = one.kind is Kind.SUM and len(one.sums[0]) == _PAIR  # one figure told twice
            wide = sum(weights[1]) > sum(weights[-1]) * _FAR_MORE and len(one.sums[0]) > _PAIR
            return not (fewer or same) and (wide or max(weights[-1], default=Decimal(0)) > sum(weights[1]))
        expected = self.held[place].expected
        return one.kind is Kind.RATE and self.values[one.printed] <= _ALL and (expected is None or expected > _ALL)

    def _far_off(self, place: int) -> bool:
        """Whether what only the place of its words suggests is missed by far: in real texts most such is misread.

        Not in a table, whose lines say what belongs together; not among rates of the same whole that are right; not
        where the rate is that of all others.
        """
        one, expected = self.relations[place], self.held[place].expected
        if one.sums:
            if one.kind is Kind.PRODUCT or one.listed or one.hundred:
                return False
            return abs(self._missing(place)) * _NEAR > max(self.values[which] for _, which in one.sums[0])
        figure, printed = self._first(one.printed), self.values[one.printed]
        if one.kind is not Kind.RATE or one.said or figure.trio is not None or _names_its_whole(figure):
            return False
        if expected is None or abs(expected - printed) <= max(expected / _NEAR, _CLOSE):
            return False
        of_others = abs(_ALL - expected - printed) <= 1
        right = [
            other
            for other, rate in enumerate(self.relations)
            if self.held[other].holds and rate.fractions and rate.fractions[0].under == one.fractions[0].under
        ]
        return not of_others and (len(right) < _PAIR or printed > _ALL)

    def _other_things(self, place: int, change: Change) -> bool:
        """Whether a part without a label is longer than a whole of one digit, which a slip turns into anything.

        "2 đoàn (9 người, 14 người)": the parts are no parts of it.
        """
        one = self.relations[place]
        under = [which for weight, which in (one.sums or ((),))[0] if weight < 0]
        if one.kind is Kind.RATE and not one.said and self._absurd(place):
            small = {which for which in one.fractions[0].under if self.values[which] < _ONE_DIGIT}
            return any(which in small for which, _ in change.values)
        unnamed = bool(under) and not all(self._first(which).key for which in under)
        return unnamed and self._absurd(place) and all(self.values[which] < _ONE_DIGIT for which, _ in change.values)

    def _says_all(self, one: Relation) -> bool:
        """Whether it is a rate of 100 %, which is a manner of speaking."""
        return one.kind is Kind.RATE and self.values[one.printed] == _ALL

    def _coarse(self, one: Relation) -> bool:
        """Whether it is 100 %, or a whole percentage that stands beside no count: a slip explains it too easily.

        One of answers is not, for they are of the forms that came back.
        """
        if one.kind is not Kind.RATE or self.found.quantities[one.printed].decimals:
            return False
        figure = self._first(one.printed)
        if self._says_all(one):
            return True
        named = figure.tags.keys() - {Sort.STAGE} and one.fractions[0].name in {"collected", "answers"}
        return figure.said_of is None and figure.of is None and not (figure.base or figure.base_words or named)

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

    def _far(self, place: int, change: Change) -> bool:
        """Whether a rate is near one of the many that it may be, but not the one that the text suggests."""
        one = self.relations[place]
        return change.far > 0 and one.kind is Kind.RATE and any(which == one.printed for which, _ in change.values)

    def _hardly_half(self, place: int) -> bool:
        """Whether the parts of a sum, of which none has a label, come to less than half of its whole."""
        terms = self.relations[place].sums[0]
        unnamed = not any(self._first(which).key for weight, which in terms if weight < 0)
        return unnamed and self._missing(place) * 2 > sum(self.values[which] for weight, which in terms if weight > 0)

    def _too_much(self, one: Relation, telling: Sequence[Change]) -> bool:
        """Whether more groups are named than the first reading adds up, and are too much: none is left out then.

        "Nhận 640 đơn, xong 590, đang làm 31; rút 39": of 19 that are no group of their own.
        """
        after = [judge(one, {**self.values, **dict(change.values)}).reading for change in telling]
        readings = [one.sums[reading] for reading in after]
        return all(
            {*terms} > {*one.sums[0]}
            and all(self._first(which).key for _, which in terms)
            and sum(weight * self.values[which] for weight, which in terms) < 0
            for terms in readings
        )

    def _some_untold(self, one: Relation) -> bool:
        """Whether a group beside these has no number in the text; of one list only its parts tell it."""
        parts = [self._first(which) for weight, which in one.sums[0] if weight < 0]
        listed = len(parts) > 1 and len({part.bunch for part in parts}) == 1 and parts[0].bunch is not None
        return any(each.more for each in (parts if listed else map(self._first, one.quantities)))

    def _thin(self, place: int, telling: Sequence[Change], wrong: Iterable[int]) -> bool:
        """Whether an unnamed group explains it as well: nothing else fails, and the figures are short."""
        one = self.relations[place]
        if one.kind is not Kind.SUM or self._missing(place) <= 0 or self._too_much(one, telling):
            return False
        if self._some_untold(one):
            return True
        alone = not any(other != place and self.relations[other].quantities & one.quantities for other in wrong)
        short = all(self.values[which] < _FOUR_DIGITS for change in telling for which, _ in change.values)
        if alone and short and self._hardly_half(place) and all(change.slip is Slip.DROPPED for change in telling):
            return True  # "197 đảng viên (78 nữ, 11 được miễn sinh hoạt)"
        if one.listed or any(self._first(which).rest for which in one.quantities):
            return False  # "còn lại": says that it is all of the rest
        return alone and all(self.values[which] < _SHORT for change in telling for which, _ in change.values)
