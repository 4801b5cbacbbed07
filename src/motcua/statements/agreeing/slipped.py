"""Rates that may be of this or that, and are of none of it: what one slip explains of one of them only.

Where words leave open what a rate is of, its own digits may tell: "…, đạt 32,41 %" is no rate of any count around it,
but one digit away from 542 of 2.316. How easily it happens by chance is reckoned; what may well be chance is not said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from motcua.statements.signs.figures import Figure, noun_of
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import (
    Force,
    Fraction,
    Kind,
    Quantity,
    Relation,
    exact_percent,
    is_share,
    judge,
    slip_of_share,
)

__all__ = ["beside", "slipped"]

_BY_CHANCE = 0.03  # how often a rate may be a slip away from one of its readings
_AROUND = 8  # counts before a rate, of one of which it may be
_NEAR = 24  # figures before a rate, of any two of which it may be right
_CLOSE = 40  # characters between a count and its rate


def slipped(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same checks; of a rate that no reading explains, the one reading that a slip of it explains.

    Not of growth, which may be that of something that is not told; nor of what is right of any counts around.
    """
    values = {one.index: one.value for one in found.quantities}
    for one in relations:
        open_ = one.kind is Kind.RATE and one.force is Force.LOOSE and not one.said
        if not open_ or any(each.minus for each in one.fractions) or judge(one, values).holds:
            yield one
            continue
        rate = found.quantities[one.printed]
        clear = len(one.fractions) * _chance(rate) <= _BY_CHANCE
        near = [each for each in one.fractions if _slip_away(rate, each, values)] if clear else []
        alone = len({exact_percent(each, values) for each in near}) == 1
        if alone and not _explained(figures[rate.figures[0]], _counts_around(rate.figures[0], figures)):
            yield replace(one, force=Force.LIKELY, fractions=tuple(near))
        else:
            yield one


def beside(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A check of every rate that nothing explains: the share of the count right before it in one of its kind before it.

    "Thôn có 214 hộ phải nộp; đến nay 198 hộ nộp, đạt 94,5%".
    """
    values = {one.index: one.value for one in found.quantities}
    spoken = {one.printed for one in relations if one.kind is Kind.RATE and (one.force or judge(one, values).holds)}
    for rate in figures:
        if not rate.rates or found.of_figure[rate.index] in spoken or rate.base or rate.of is not None:
            continue
        ahead = (one for one in _counts_around(rate.index, figures) if one.index < rate.index)
        *before, part = [one for one in ahead if one.paragraph == rate.paragraph][-_AROUND:] or [rate]
        close = part.block == rate.block and rate.numeral.start - part.numeral.end <= _CLOSE
        if not close or not part.told or _explained(rate, [*before, part]):
            continue
        top, printed = found.of_figure[part.index], found.of_figure[rate.index]
        wider = [one for one in before if one.numeral.value > part.numeral.value and one.told]
        wholes = {one.numeral.value: found.of_figure[one.index] for one in wider if noun_of(one) == noun_of(part) != ""}
        if wholes and len(wider) * _chance(found.quantities[printed]) <= _BY_CHANCE:
            of = tuple(Fraction(over=(top,), under=(whole,), name="named") for whole in wholes.values())
            yield Relation(kind=Kind.RATE, force=Force.LOOSE, fractions=of, printed=printed)


def _counts_around(index: int, figures: Sequence[Figure]) -> list[Figure]:
    """The counts of sentences not far from a figure, in order."""
    near = figures[max(0, index - _NEAR) : index + _AROUND]
    return [one for one in near if one.trio is None and one.numeral.form is Form.COUNT]


def _explained(rate: Figure, counts: Sequence[Figure]) -> bool:
    """Whether it is the share of any of these counts in any other."""
    pairs = permutations((one.numeral.value for one in counts), 2)
    return any(is_share(rate.numeral.value, part, whole) for part, whole in pairs)


def _slip_away(rate: Quantity, fraction: Fraction, values: Mapping[int, Decimal]) -> bool:
    """Whether one slip of a rate turns it into what this would make it."""
    exact = exact_percent(fraction, values)
    return exact is not None and slip_of_share(rate.value, exact)


def _chance(rate: Quantity) -> float:
    """How often any number of as many digits is a slip away from another: of each digit nine, and two exchanged."""
    digits = len(str(rate.value).replace(".", ""))
    return (10 * digits - 1) / 10.0**digits
