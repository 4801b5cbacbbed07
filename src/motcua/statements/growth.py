"""How much more or less than in another period: differences and their rates."""

from collections.abc import Iterator, Sequence

from motcua.statements.figures import Figure
from motcua.statements.numerals import Form, Hedge
from motcua.statements.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, weighted

__all__ = ["growth"]

_NEAR = 40  # figures
_ALIKE = 3  # two periods that differ more than so many times are not compared


def growth(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """How much more or less than in the period it is compared with.

    "2.916, cùng kỳ 2.488, tăng 428 hồ sơ, tức 17,20 %"
    """
    for change in figures:
        if change.numeral.hedge is not Hedge.CHANGE:
            continue
        near = [
            one
            for one in figures[max(0, change.index - _NEAR) : change.index + _NEAR]
            if abs(one.block - change.block) <= 1 and one.trio is None and one.index != change.index
        ]
        for now, then, force in _two_periods(change, near):
            yield from _difference(change, now, then, found, force)


def _difference(change: Figure, now: Figure, then: Figure, found: Known, force: Force) -> Iterator[Relation]:
    more, fewer = (then, now) if now.numeral.value < then.numeral.value else (now, then)
    top, bottom, base = found.of_figure[more.index], found.of_figure[fewer.index], found.of_figure[then.index]
    mine = found.of_figure[change.index]
    if change.numeral.form is Form.COUNT and change.topic is now.topic:
        yield Relation(kind=Kind.SUM, force=force, sums=(weighted([top], [bottom, mine]),))
    elif change.numeral.form is Form.PERCENT and change.of is None:
        fraction = Fraction(over=(top,), minus=(bottom,), under=(base,), name="compared")
        yield Relation(kind=Kind.RATE, force=force, fractions=(fraction,), printed=mine)


def _two_periods(change: Figure, near: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Force]]:
    """The figure of this period and the one it is compared with; several may be meant, then only good news counts."""
    exact = [one for one in near if one.numeral.form is Form.COUNT and one.numeral.hedge is Hedge.EXACT]
    then = [one for one in exact if one.compared and one.topic is change.topic]
    now = [one for one in exact if one.counts and one.topic is change.topic and one.index < change.index]
    if len(then) == 1:
        mine = [one for one in now if one.key == then[0].key]
        others = mine or ([one for one in now if one.key] if not then[0].key else [])
        sure = Force.CLAIMED if then[0].key or change.numeral.value * 2 < then[0].numeral.value else Force.LIKELY
        for one in others:
            yield one, then[0], sure if len(others) == 1 and _alike(one, then[0]) else Force.LOOSE
    elif not then and len(now) == 2 and now[0].key == now[1].key:
        now.sort(key=lambda one: one.numeral.value)
        grown = "giảm" not in change.words.lower()
        yield (now[1], now[0], Force.LIKELY) if grown else (now[0], now[1], Force.LIKELY)


def _alike(now: Figure, then: Figure) -> bool:
    """Whether two figures may be of two periods."""
    small, large = sorted((now.numeral.value, then.numeral.value))
    return large < small * _ALIKE
