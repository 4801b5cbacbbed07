"""Which of several corrections of one mistake stands out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import SMALL, Change, Kind, Relation, Slip, judge

__all__ = ["best_of", "completing", "in_order", "read_plainly", "sensible", "told_again"]

_BY_CHANCE = 0.25  # how often one of the values that would mend may stand elsewhere in the text
_IN_TIME = {  # what is more than what is late, nearly everywhere
    "settled.late": ("settled.early", "settled.on_time", "settled.early_on_time"),
    "pending.late": ("pending.in_time",),
}
_LEAST_ORDERED = 3  # rows of a table that all have more in the one column than in the other
_TIMES = 2  # as much, at least, so that they are no chance
_BESIDE = 12  # figures on either side of a rate
_LEAST_RATES = 2  # that may make a hundred
_ALL = 100  # percent
_TEN = 10
_MOSTLY = 3  # times as much at the counter as online: no ward of today


def best_of(changes: Sequence[Change], values: Mapping[int, Decimal], *, alone: bool, sums: bool) -> Change | None:
    """The correction that stands out: the only one, or the only small slip under the readings the text suggests.

    One wrong digit among exact solutions of the same sum is chance; two digits that changed places are not, unless
    nothing else speaks of any of its figures (`alone`). One wrong digit of a count by its rate alone may be chance too.
    In a sum (`sums`) that lacks tens or hundreds to the unit the one wrong digit is no chance, whatever else would do.
    """
    if len(changes) == 1:
        return changes[0]
    small = [change for change in changes if change.slip in SMALL]
    pool = small or [change for change in changes if change.slip is Slip.LABEL] or list(changes)
    others = [one for one in changes if one.slip is not Slip.OTHER]
    if len(others) > 1 and pool[0].slip is Slip.LABEL:
        return None  # two rates exchanged, or the two counts that they are of; or a rate computed of the other count
    nearest = min((change.far for change in pool), default=0)
    best = [change for change in pool if change.far == nearest]
    swapped = [change for change in best if change.slip is Slip.SWAPPED]
    best = swapped if len(swapped) == 1 else best
    if len(best) != 1:
        return None
    rivals = {one.slip for one in changes if one.far <= nearest}
    plain = sums and len(small) == 1 and _one_place(best[0], values)
    return None if not plain and _by_chance(best[0].slip, rivals, alone=alone) else best[0]


def _one_place(change: Change, values: Mapping[int, Decimal]) -> bool:
    """Whether it changes one digit that is not the last."""
    (which, right), *more = change.values
    apart = abs(right - values[which])
    return not more and change.slip is Slip.DIGIT and apart >= _TEN and len(f"{apart:f}".rstrip("0.")) == 1


def _by_chance(slip: Slip, rivals: set[Slip], *, alone: bool) -> bool:
    if Slip.OTHER in rivals and (slip is Slip.DIGIT or (alone and slip is Slip.SWAPPED)):
        return True
    return alone and slip is Slip.DIGIT and Slip.COMPUTED in rivals


def sensible(changes: tuple[Change, ...], values: Mapping[int, Decimal], found: Known) -> tuple[Change, ...]:
    """Of several exchanges of two figures those by which not most is late or comes to the counter; all that is else."""
    exchanges = [change for change in changes if change.slip is Slip.LABEL]
    senseless = [
        change
        for change in exchanges
        if _mostly_late(new := {**values, **dict(change.values)}, found) or _mostly_direct(new, found)
    ]
    if not 0 < len(senseless) < len(exchanges):
        return changes
    return tuple(change for change in changes if change not in senseless)


def _mostly_late(values: Mapping[int, Decimal], found: Known) -> bool:
    """Whether more is late than was settled in time, or than is not yet due, somewhere in the text."""
    for (scope, topic, key), late in found.named.items():
        own = [(scope, topic, good) for good in _IN_TIME.get(key, ()) if (scope, topic, good) in found.named]
        if own and values[late] > sum(values[found.named[good]] for good in own):
            return True
    return False


def _mostly_direct(values: Mapping[int, Decimal], found: Known) -> bool:
    """Whether far more came to the counter than online, somewhere in the text."""
    for (scope, topic, key), direct in found.named.items():
        online = found.named.get((scope, topic, "received.online"))
        counter = key in {"received.direct", "received.direct_post"}
        if counter and online is not None and values[direct] > values[online] * _MOSTLY:
            return True
    return False


def in_order(changes: tuple[Change, ...], figures: Sequence[Figure], found: Known) -> tuple[Change, ...]:
    """Of a rate and two cells of its row the exchange of the cells, when every other row has far more in that column.

    "đạt 118, không đạt 7 (94,4 %); 109, 16 (87,2 %); 121, 4 (96,8 %); 12, 113 (90,4 %)".
    """
    exchanges = [change for change in changes if change.slip is Slip.LABEL]
    if len(exchanges) != 1 or any(change.slip in SMALL for change in changes):
        return changes
    less, more = sorted(exchanges[0].values, key=lambda change: -change[1])  # as printed; each has the other's value
    one, other = (figures[found.quantities[which].figures[0]] for which, _ in (less, more))
    if one.trio is None or other.trio is None or one.scope != other.scope or not (one.counts and other.counts):
        return changes
    across = 0 if one.trio[0] != other.trio[0] else 1  # of a turned table the rows say what is counted
    lines = dict[int, dict[int, Decimal]]()
    for cell in figures:
        if cell.trio is not None and cell.scope // TABLES == one.scope // TABLES:
            lines.setdefault(cell.trio[across], {})[cell.scope] = cell.numeral.value
    high, low = lines[one.trio[across]], lines[other.trio[across]]
    rows = (high.keys() & low.keys()) - {one.scope}
    ordered = all(high[row] >= low[row] * _TIMES for row in rows)
    return (exchanges[0],) if ordered and len(rows) >= _LEAST_ORDERED else changes


def read_plainly(
    changes: tuple[Change, ...], relations: Sequence[Relation], values: Mapping[int, Decimal]
) -> tuple[Change, ...]:
    """Of several exchanges the one by which most rates beside their counts are right of what the text suggests.

    "Thôn Đông 312 hộ, thôn Đoài 287 hộ … Thôn Đông 287 hộ, 21 hộ nghèo (6,7 %); thôn Đoài 312 hộ, 12 hộ nghèo (4,2 %)".
    """
    exchanges = [change for change in changes if change.slip is Slip.LABEL]
    if len(exchanges) < len(changes) or len(changes) < 2:
        return changes
    touched = {which for change in changes for which, _ in change.values}
    rates = [one for one in relations if one.kind is Kind.RATE and one.quantities & touched]
    plain = [replace(one, fractions=one.fractions[:1]) for one in rates]
    right = [sum(judge(one, {**values, **dict(change.values)}).holds for one in plain) for change in changes]
    best = [change for change, number in zip(changes, right, strict=True) if number == max(right)]
    return (best[0],) if len(best) == 1 else changes


def told_again(
    changes: tuple[Change, ...], touched: frozenset[int], figures: Sequence[Figure], found: Known
) -> tuple[Change, ...]:
    """Of several corrections the one whose value the text tells elsewhere, outside of what fails (`touched`).

    All of them when none or several are.

    "Đã trả 640 hồ sơ: sớm 417, đúng hẹn 193, trễ 20 … Riêng 10 hồ sơ trễ …"
    """
    others = [one for one in figures if one.counts and found.of_figure[one.index] not in touched]
    again = [change for change in changes if _again(change, len(changes), others, figures, found)]
    return (again[0],) if len(again) == 1 and again[0].slip in SMALL | {Slip.LABEL} else changes


def _again(change: Change, choices: int, others: Sequence[Figure], figures: Sequence[Figure], found: Known) -> bool:
    if change.slip is Slip.LABEL:
        meant = {(figures[found.quantities[which].figures[0]].key, value) for which, value in change.values}
        return any(one.key and (one.key, one.numeral.value) in meant for one in others)
    (which, value), *more = change.values
    told = {one.numeral.value for one in others}
    if more or found.quantities[which].rate or value not in told:
        return False
    return choices * len(told) < _BY_CHANCE * 10.0 ** len(str(int(value)))


def completing(changes: tuple[Change, ...], figures: Sequence[Figure], found: Known) -> tuple[Change, ...]:
    """Of several corrections those with which the rates of one sentence make a hundred; all when none, or all, do.

    "Trước hạn chiếm 62,5 %, đúng hạn chiếm 33,1 %, quá hạn chiếm 5,4 % trên tổng số 1.000 hồ sơ … quá hạn 44 hồ sơ"
    """
    rates = {which for change in changes for which, _ in change.values if found.quantities[which].rate}
    first = figures[found.quantities[min(rates)].figures[0]] if len(rates) == 1 else None
    beside = figures[max(0, first.index - _BESIDE) : first.index + _BESIDE] if first else ()
    told = [one for one in beside if first and one.rates and one.block == first.block]
    if len(told) < _LEAST_RATES or any(not one.numeral.decimals for one in told):
        return changes
    left = tuple(change for change in changes if _makes_hundred(told, dict(change.values), found))
    return left or changes


def _makes_hundred(rates: Sequence[Figure], changed: Mapping[int, Decimal], found: Known) -> bool:
    """Whether rates make a hundred, give or take their rounding, once some of them are changed."""
    values = [changed.get(found.of_figure[one.index], one.numeral.value) for one in rates]
    slack = Decimal(len(rates) // 2).scaleb(-max(one.numeral.decimals for one in rates))
    return abs(sum(values, start=Decimal(0)) - _ALL) <= slack
