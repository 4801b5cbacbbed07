"""Do the relations hold, and which smallest change of one figure makes all of them hold? Exact arithmetic only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import islice

from motcua.sums.relations import Force, Fraction, Kind, Quantity, Relation, Weighted
from motcua.sums.rules import percent_of, places

__all__ = ["SMALL", "Change", "Held", "Slip", "connected", "exact_percent", "judge", "slip", "small_changes", "solve"]

MOST_QUANTITIES = 60  # figures that are looked at in pairs
MOST_TRIES = 20_000  # of two changes at once


class Slip(StrEnum):
    """How a figure may have gone wrong, the likeliest first."""

    SWAPPED = "swapped"  # two digits changed places
    DIGIT = "digit"  # one digit is another
    DROPPED = "dropped"  # a digit is missing
    ADDED = "added"  # a digit too many
    COMMA = "comma"  # the decimal comma stands elsewhere, or is missing
    LABEL = "label"  # two figures changed places
    COMPUTED = "computed"  # a rate computed anew
    OTHER = "other"


SMALL = frozenset({Slip.SWAPPED, Slip.DIGIT, Slip.DROPPED, Slip.ADDED, Slip.COMMA})
_ORDER = {
    Slip.SWAPPED: 0,
    Slip.DIGIT: 0,
    Slip.DROPPED: 1,
    Slip.ADDED: 1,
    Slip.COMMA: 1,
    Slip.LABEL: 2,
    Slip.COMPUTED: 3,
    Slip.OTHER: 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How a relation stands; `reading` is the one that holds, `rounding` how a rate came about."""

    holds: bool
    reading: int = 0
    rounding: str = ""  # "", half_up, truncated, up, padded, adjusted
    expected: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Quantities with other values, with which everything connected agrees."""

    values: tuple[tuple[int, Decimal], ...]
    slip: Slip
    far: int = 0  # how unusual the readings are that it needs: 0 when the text suggests them


Values = Mapping[int, Decimal]


def judge(relation: Relation, values: Values) -> Held:
    """Whether a relation holds with these values, by whichever reading; the best rounding counts.

    A rate is as exact as it is printed: Decimal("97.50") has two decimals.
    """
    if relation.sums:
        return _judge_sum(relation, values)
    return _judge_rate(relation, values)


def _judge_sum(relation: Relation, values: Values) -> Held:
    if relation.hundred:
        total = sum((values[which] for _, which in relation.sums[0]), start=Decimal(0))
        return Held(holds=abs(total - 100) <= relation.slack, expected=Decimal(100))
    for number, reading in enumerate(relation.sums):
        left = sum((weight * values[which] for weight, which in reading), start=Decimal(0))
        if abs(left) <= relation.slack or (relation.at_most and left >= 0):
            return Held(holds=True, reading=number)
    first = relation.sums[0]
    whole = next(which for weight, which in first if weight > 0)
    left = sum((weight * values[which] for weight, which in first), start=Decimal(0))
    return Held(holds=False, expected=values[whole] - left)


def _judge_rate(relation: Relation, values: Values) -> Held:
    printed = values[relation.printed]
    decimals = places(printed)
    best: Held | None = None
    expected: Decimal | None = None
    for number, fraction in enumerate(relation.fractions):
        exact = exact_percent(fraction, values)
        if exact is None:
            continue
        half_up = _rounded(exact, decimals, ROUND_HALF_UP)
        expected = half_up if expected is None else expected
        if printed == half_up:
            return Held(holds=True, reading=number, rounding="half_up", expected=half_up)
        if best is None and printed == _rounded(exact, decimals, ROUND_DOWN):
            best = Held(holds=True, reading=number, rounding="truncated", expected=half_up)
    return best or Held(holds=False, expected=expected)


def exact_percent(fraction: Fraction, values: Values) -> tuple[Decimal, Decimal] | None:
    """Numerator and denominator; None when nothing can be divided, or less than nothing that is no change."""
    over = sum((values[which] for which in fraction.over), start=Decimal(0))
    over -= sum((values[which] for which in fraction.minus), start=Decimal(0))
    under = sum((values[which] for which in fraction.under), start=Decimal(0))
    under -= sum((values[which] for which in fraction.without), start=Decimal(0))
    change = fraction.minus == fraction.under or any(values[which] < 0 for which in fraction.over)
    return (over, under) if under > 0 and (over >= 0 or change) else None


def _rounded(exact: tuple[Decimal, Decimal], decimals: int, way: str) -> Decimal:
    return percent_of(*exact, decimals, way)


# corrections


def slip(old: Decimal, new: Decimal, *, rate: bool = False) -> Slip:
    """What kind of mistake turns `new` into `old`."""
    a, b = _digits(old, new)
    if a == b != "0" and old != new:
        return Slip.COMMA
    if len(a) == len(b):
        differ = [place for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(differ) == 1:
            return Slip.DIGIT
        if (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and a[differ[0]] == b[differ[1]]
            and a[differ[1]] == b[differ[0]]
        ):
            return Slip.SWAPPED
    if len(b) == len(a) + 1 and any(b[:place] + b[place + 1 :] == a for place in range(len(b))):
        return Slip.DROPPED
    if len(a) == len(b) + 1 and any(a[:place] + a[place + 1 :] == b for place in range(len(a))):
        return Slip.ADDED
    return Slip.COMPUTED if rate else Slip.OTHER


def slip_of_share(printed: Decimal, exact: tuple[Decimal, Decimal]) -> bool:
    """Whether one slip turned the share of a part in its whole into what is printed."""
    return slip(printed, _rounded(exact, places(printed), ROUND_HALF_UP), rate=True) in SMALL


def _digits(old: Decimal, new: Decimal) -> tuple[str, str]:
    """Both as their digits."""
    if not places(old) and not places(new):
        return str(int(old)), str(int(new))
    return str(old).replace(".", ""), str(new).replace(".", "")


def solve(
    broken: Sequence[Relation], near: Sequence[Relation], quantities: Sequence[Quantity], *, two: bool = False
) -> list[Change]:
    """The smallest changes after which `broken` and all of `near`, which hold now, hold together; the likeliest first.

    One figure; else two figures exchanged; else two figures, each with one small slip. A rate that must be another
    altogether may as well be right of counts that were exchanged.
    """
    desk = _Desk(broken, near, quantities)
    changes = desk.single()
    several = len(broken) > 1 or all(one.fractions for one in broken)
    if not changes or (several and not any(one.slip in SMALL for one in changes)):
        changes += desk.exchanged()
    elif not several and not any(one.slip in SMALL for one in changes):
        changes += [one for one in desk.exchanged() if desk.of_sisters(one)]
    return sorted(changes or (desk.double() if two else []), key=desk.rank)


class _Desk:
    """The search over one connected part."""

    def __init__(self, broken: Sequence[Relation], near: Sequence[Relation], quantities: Sequence[Quantity]) -> None:
        self.broken, self.near = list(broken), list(near)
        self.values = {one.index: one.value for one in quantities}
        self.rates = {one.index for one in quantities if one.rate}
        self.usual = {one.index: one.usual for one in quantities if one.rate}
        self.ways = {one.index: ROUND_DOWN if one.cut else ROUND_HALF_UP for one in quantities}
        self.at: dict[int, list[Relation]] = {}
        for relation in (*self.broken, *self.near):
            for which in relation.quantities:
                self.at.setdefault(which, []).append(relation)
        self.before = {id(one): judge(one, self.values) for one in self.near}

    def holds(self, values: Values, relations: Iterable[Relation]) -> bool:
        for relation in relations:
            now = judge(relation, values)
            if not now.holds:
                return False
            before = self.before.get(id(relation))
            if before is not None and before.rounding == "half_up" and now.rounding == "truncated":
                return False  # a fix must not make a good rate worse
        return True

    def rank(self, change: Change) -> tuple[int, int, bool, Decimal, tuple[tuple[int, Decimal], ...]]:
        """The likeliest slip first; of exchanges that of counts before that of rates."""
        rough = sum(judge(one, {**self.values, **dict(change.values)}).rounding == "truncated" for one in self.broken)
        gap = sum((abs(value - self.values[which]) for which, value in change.values), start=Decimal(0))
        rates = change.slip is Slip.LABEL and change.values[0][0] in self.rates
        return _ORDER[change.slip], change.far + rough, rates, gap, change.values

    def single(self) -> list[Change]:
        shared = frozenset.intersection(*(one.quantities for one in self.broken))
        found = []
        for which in sorted(shared):
            for value in self._candidates(which):
                if self.holds({**self.values, which: value}, (*self.broken, *self.at[which])):
                    made = slip(self.values[which], value, rate=which in self.rates)
                    after = {**self.values, which: value}
                    far = sum(judge(one, after).reading for one in self.broken if not one.sums)
                    found.append(Change(values=((which, value),), slip=made, far=far))
        return found

    def _candidates(self, which: int) -> list[Decimal]:
        values: set[Decimal] = set()
        rated = False
        for relation in self.broken:
            if relation.printed == which:
                values |= set(self._computed(which, relation.fractions))
                rated = True
            elif relation.fractions:
                rated = True
            for reading in relation.sums if not relation.hundred else ():
                values |= set(
                    _solved(which, reading, self.values, rounded=relation.kind is Kind.PRODUCT and relation.slack > 0)
                )
        if rated and which not in self.rates:
            values |= set(small_changes(self.values[which]))
        old = self.values[which]
        return sorted(value for value in values if value != old and _same_side(value, old))

    def _computed(self, which: int, fractions: Sequence[Fraction]) -> Iterator[Decimal]:
        """What a rate should be; with a decimal more when that is only a digit that was dropped."""
        old = self.values[which]
        exacts = [exact for one in fractions if (exact := exact_percent(one, self.values)) is not None]
        plain = [_rounded(exact, places(old), self.ways[which]) for exact in exacts]
        longer = [_rounded(exact, places(old) + 1, self.ways[which]) for exact in exacts]
        dropped = [one for one in longer if slip(old, one) is Slip.DROPPED]
        if dropped and self.usual.get(which, 0) > places(old):
            yield from dropped
            return
        if any(slip(old, one) in SMALL for one in plain):
            yield from plain
            return
        for exact, one, finer in zip(exacts, plain, longer, strict=True):
            whole = finer * exact[1] == exact[0] * 100  # 37.5 in place of 60: nothing to round
            yield finer if whole and not places(old) else one
        yield from dropped

    def _touched(self) -> list[int]:
        """The quantities of what is broken."""
        return sorted({which for one in self.broken for which in one.quantities})[:MOST_QUANTITIES]

    def exchanged(self) -> list[Change]:
        """Two figures whose labels changed places."""
        found = []
        touched = self._touched()
        beside = sorted(self.at.keys() - touched)[:MOST_QUANTITIES]
        for number, a in enumerate(touched):
            for b in (*touched[number + 1 :], *beside):
                if self.values[a] == self.values[b] or (a in self.rates) != (b in self.rates):
                    continue
                swapped = {**self.values, a: self.values[b], b: self.values[a]}
                if self.holds(swapped, (*self.broken, *self._telling(a, b))):
                    pair = ((a, self.values[b]), (b, self.values[a]))
                    found.append(Change(values=pair, slip=Slip.LABEL))
        return found

    def _telling(self, a: int, b: int) -> list[Relation]:
        """What speaks of two figures; of which of two parts of one list a loose sum speaks, nobody said."""
        told = [*self.at[a], *self.at[b]]
        if not any(one.listed and {a, b} <= {which for _, which in one.sums[0][1:]} for one in self.near):
            return told
        return [one for one in told if not (one.sums and one.force is Force.LOOSE) or {a, b} <= one.quantities]

    def of_sisters(self, change: Change) -> bool:
        """Whether the parts of the one are just those of the other, and both are parts of a whole that holds."""
        pair = {which for which, _ in change.values}
        whole = {which for weight, which in self.broken[0].sums[0] if weight > 0}
        return len(pair & whole) == 1 and any(
            one.sums and not one.at_most and pair <= {which for weight, which in one.sums[0] if weight < 0}
            for one in self.near
        )

    def double(self) -> list[Change]:
        """Two figures with a small slip each; only when that is the one way."""
        found: dict[tuple[tuple[int, Decimal], ...], Change] = {}
        for a, first, b, second in islice(self._pairs(), MOST_TRIES):
            both = {**self.values, a: first, b: second}
            if slip(self.values[b], second) in SMALL and self.holds(both, (*self.broken, *self.at[a], *self.at[b])):
                pair = tuple(sorted(((a, first), (b, second))))
                found[pair] = Change(values=pair, slip=Slip.DIGIT)
        return list(found.values())

    def _pairs(self) -> Iterator[tuple[int, Decimal, int, Decimal]]:
        """A slip of one figure that mends something, and what another figure must be then."""
        for a in self._touched():
            for first in small_changes(self.values[a]) if a not in self.rates else ():
                values = {**self.values, a: first}
                left = [one for one in self.broken if not judge(one, values).holds]
                spoiled = [one for one in self.at[a] if one not in self.broken and not judge(one, values).holds]
                wrong = [*left, *spoiled]
                if len(left) < len(self.broken) and wrong:
                    shared = frozenset.intersection(*(one.quantities for one in wrong)) - {a}
                    for b in sorted(shared):
                        yield from ((a, first, b, second) for second in self._second(b, wrong, values))

    def _second(self, which: int, wrong: Sequence[Relation], values: Values) -> Iterator[Decimal]:
        seen: set[Decimal] = set()
        for relation in wrong:
            for reading in relation.sums:
                seen |= set(_solved(which, reading, values))
            if relation.printed == which:
                for one in relation.fractions:
                    exact = exact_percent(one, values)
                    if exact is not None:
                        seen.add(_rounded(exact, places(self.values[which]), ROUND_HALF_UP))
        old = self.values[which]
        yield from sorted(one for one in seen if one != old and _same_side(one, old))


def _same_side(value: Decimal, printed: Decimal) -> bool:
    """Whether a value is not less than nothing, or what is printed is less as well: -260 in place of -280."""
    return value >= 0 or printed < 0


def _solved(which: int, reading: Weighted, values: Values, *, rounded: bool = False) -> Iterator[Decimal]:
    weight = sum(one for one, other in reading if other == which)
    if weight:
        rest = sum((one * values[other] for one, other in reading if other != which), start=Decimal(0))
        exact = -rest / weight
        if rounded and abs(weight) != 1:
            exact = exact.quantize(Decimal(1).scaleb(-places(values[which])), rounding=ROUND_HALF_UP)
        value = _as_printed(exact, values[which])
        finer = 1 if places(values[which]) else 0  # so many things stay whole
        if abs(weight) == 1 or places(value) <= places(values[which]) + finer:  # or none prints it
            yield value


def _as_printed(value: Decimal, printed: Decimal) -> Decimal:
    """A value with the decimals of the printed one, or with more when it needs them: 63.0 in place of 633 is 63."""
    digits = max(places(value.normalize()), places(printed))
    return value.quantize(Decimal(1).scaleb(-digits)) + 0  # no "-0"


def small_changes(value: Decimal) -> list[Decimal]:
    """Every figure one small slip away, with as many decimals."""
    digits, text = places(value), str(value).replace(".", "")
    if not text.isdecimal():
        return []  # a difference below nothing
    found: set[str] = set()
    for place in range(len(text)):
        found |= {text[:place] + digit + text[place + 1 :] for digit in "0123456789"}
        found.add(text[:place] + text[place + 1 :])
        if place + 1 < len(text):
            found.add(text[:place] + text[place + 1] + text[place] + text[place + 2 :])
    for place in range(len(text) + 1):
        found |= {text[:place] + digit + text[place:] for digit in "0123456789"}
    proper = {one for one in found if len(one) > digits and (len(one) == digits + 1 or one[0] != "0")}
    return sorted({Decimal(one).scaleb(-digits) for one in proper} - {value})


def connected(relations: Sequence[Relation]) -> Iterator[list[Relation]]:
    """Relations that share quantities, directly or through others, together."""
    at: dict[int, list[int]] = {}
    for place, relation in enumerate(relations):
        for which in relation.quantities:
            at.setdefault(which, []).append(place)
    seen: set[int] = set()
    for first in range(len(relations)):
        part = [] if first in seen else [first]
        seen.add(first)
        for place in part:  # grows as it is walked
            for which in relations[place].quantities:
                new = [one for one in at.pop(which, ()) if one not in seen]
                seen.update(new)
                part.extend(new)
        if part:
            yield [relations[place] for place in sorted(part)]
