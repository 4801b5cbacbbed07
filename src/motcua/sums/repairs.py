"""Which single figure, changed, makes declared sums and rates agree again? The likeliest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.sums.relations import Force, Fraction, Kind, Quantity, Relation, weighted
from motcua.sums.rules import Identity, Rate, check, check_rates
from motcua.sums.solving import Slip, judge, solve

__all__ = ["Repair", "repair"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One figure, what is printed, what it should be, and what kind of slip that would have been.

    A repair is a proposal: the printed value stays on record beside it and a person decides.
    """

    key: str
    printed: int
    proposed: int
    slip: Slip
    fixes_rates: bool


def repair(
    figures: Mapping[str, int], identities: Sequence[Identity], rates: Sequence[Rate] = ()
) -> tuple[Repair, ...]:
    """Every change of one figure with which all identities hold: first those that mend the rates too.

    Nothing wrong gives (); so does what no single figure mends. Raises Refused `sums.missing`.
    """
    wrong = any(not one.holds for one in check(figures, identities))
    wrong = any(not one.holds for one in check_rates(figures, rates)) or wrong
    if not wrong:
        return ()
    keys = [one.keys for one in identities] + [one.keys for one in rates]
    names = list(dict.fromkeys(key for some in keys for key in some))
    quantities = [Quantity(index=n, value=Decimal(figures[name]), figures=[]) for n, name in enumerate(names)]
    where = {name: n for n, name in enumerate(names)}
    sums = [_sum(one, where) for one in identities]
    printed = []
    for rate in rates:
        which = len(quantities)
        quantities.append(Quantity(index=which, value=rate.printed, figures=[], decimals=rate.decimals, rate=True))
        printed.append(_rate(rate, where, which))
    whole = _mending([*sums, *printed], quantities)
    partial = [one for one in _mending(sums, quantities) if one not in whole] if rates else []
    return tuple(
        Repair(
            key=names[which],
            printed=figures[names[which]],
            proposed=int(value),
            slip=slip,
            fixes_rates=mends_rates,
        )
        for found, mends_rates in ((whole, True), (partial, False))
        for which, value, slip in found
        if which < len(names)
    )


def _mending(relations: Sequence[Relation], quantities: Sequence[Quantity]) -> list[tuple[int, Decimal, Slip]]:
    values = {one.index: one.value for one in quantities}
    broken = [one for one in relations if not judge(one, values).holds]
    near = [one for one in relations if one not in broken]
    if not broken:
        return []
    changes = [change for change in solve(broken, near, quantities) if len(change.values) == 1]
    return [(*change.values[0], change.slip) for change in changes]


def _sum(identity: Identity, where: Mapping[str, int]) -> Relation:
    reading = weighted([where[key] for key in identity.left], [where[key] for key in identity.right])
    return Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(reading,))


def _rate(rate: Rate, where: Mapping[str, int], printed: int) -> Relation:
    fraction = Fraction(
        over=tuple(where[key] for key in rate.numerator),
        under=tuple(where[key] for key in rate.denominator),
        name=rate.name,
    )
    return Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed)
