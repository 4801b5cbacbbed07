"""Rates that may be of this or that, and are of none of it: what one slip explains of one of them only.

Where words leave open what a rate is of, digits may tell: "…, đạt 32,41 %" is no rate of any count around it, but one
digit away from 542 of 2.316; and "phát 214 phiếu, thu 189 phiếu, đạt 92,52 %" is right of 198. How many of all rates
with as many digits a slip would explain is reckoned; what may well be chance is not said.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from motcua.statements.signs.figures import Figure, noun_of
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.sums import (
    Force,
    Fraction,
    Kind,
    Relation,
    Slip,
    exact_percent,
    is_share,
    judge,
    percent_of,
    places,
    slip,
    slip_of_share,
    small_changes,
)

__all__ = ["beside", "slipped"]

_ALL = 100  # percent
_BY_CHANCE = 0.1  # of all rates those that one slip may explain
_AROUND = 8  # counts before a rate, of one of which it may be
_NEAR = 24  # figures before a rate, of any two of which it may be right
_CLOSE = 40  # characters between a count and its rate
_OF_COUNTS = frozenset({Slip.SWAPPED, Slip.DIGIT})  # a digit more or less makes ten times as many

_Shared = tuple[Decimal, Decimal]  # a part and its whole


def slipped(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same checks; of a rate that no reading explains, the one reading that a slip explains, in place of others.

    Not of growth, which may be that of something that is not told; nor of what is right of any counts around.
    """
    values = {one.index: one.value for one in found.quantities}
    raised = {one.printed: one for each in relations if (one := _raised(each, figures, found, values))}
    yield from (
        one for one in relations if one.kind is not Kind.RATE or one.printed not in raised or not _open(one, values)
    )
    yield from raised.values()


def beside(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A check of every rate that nothing explains: the share of the count right before it in one of its kind before it.

    "Thôn có 214 hộ phải nộp; đến nay 198 hộ nộp, đạt 94,5%".
    """
    values = {one.index: one.value for one in found.quantities}
    spoken = {one.printed for one in relations if one.kind is Kind.RATE and not _open(one, values)}
    for rate in figures:
        if (
            not _may_slip(rate)
            or found.of_figure[rate.index] in spoken
            or rate.base
            or rate.base_words
            or rate.of is not None
        ):
            continue
        ahead = (one for one in _counts_around(rate.index, figures) if one.index < rate.index)
        *before, part = [one for one in ahead if one.paragraph == rate.paragraph][-_AROUND:] or [rate]
        close = part.block == rate.block and rate.numeral.start - part.numeral.end <= _CLOSE
        if not close or not _alike(part, rate):
            continue
        top, printed = found.of_figure[part.index], found.of_figure[rate.index]
        told = [one for one in before if one.numeral.value != part.numeral.value and _alike(one, rate)]
        wholes = {one.numeral.value: found.of_figure[one.index] for one in told if _of_one_kind(one, part)}
        shown = _left_over(part, rate, wholes, figures)
        if of := tuple(
            Fraction(over=(top,), under=(whole,), name="named")
            for value, whole in wholes.items()
            if shown in {None, value}
        ):
            force = Force.LOOSE if shown is None else Force.CLAIMED
            yield Relation(kind=Kind.RATE, force=force, fractions=of, printed=printed)


def _left_over(part: Figure, rate: Figure, wholes: Mapping[Decimal, int], figures: Sequence[Figure]) -> Decimal | None:
    """The whole that what is left and its own rate, right behind, show: "thu 48, đạt 57 %; còn 16 (25 %)" is of 64.

    None when no slip makes the first rate its share: then it may be of another whole, a plan.
    """
    for left, its_rate in pairwise(figures[rate.index + 1 : rate.index + 3]):
        whole = part.numeral.value + left.numeral.value
        own = left.told and its_rate.rates and its_rate.said_of == left.index and left.paragraph == rate.paragraph
        shown = own and whole in wholes and is_share(its_rate.numeral.value, left.numeral.value, whole)
        if shown and slip_of_share(rate.numeral.value, (part.numeral.value, whole)):
            return whole
    return None


def _open(one: Relation, values: Mapping[int, Decimal]) -> bool:
    """Whether a check of a rate leaves open what it is of: it is right of nothing that it may be of."""
    if one.force is Force.CLAIMED or one.said or judge(one, values).holds:
        return False
    exact = (exact_percent(each, values) for each in one.fractions)
    near = any(each and slip_of_share(values[one.printed], each) for each in exact)
    return one.force is Force.LOOSE or not near


def _raised(one: Relation, figures: Sequence[Figure], found: Known, values: Mapping[int, Decimal]) -> Relation | None:
    """A check of the one reading that a slip explains."""
    if one.kind is not Kind.RATE or not _open(one, values) or any(each.minus for each in one.fractions):
        return None
    printed = values[one.printed]
    shares = {each: exact for each in one.fractions if (exact := exact_percent(each, values))}
    near = [each for each, exact in shares.items() if printed in _explainable(exact, printed, each)]
    if len({shares[each] for each in near}) != 1:
        return None
    reach = frozenset[Decimal]().union(*(_explainable(exact, printed, each) for each, exact in shares.items()))
    rate = figures[found.quantities[one.printed].figures[0]]
    chance = len(reach) / (_ALL * 10 ** places(printed))
    wholes = {which for each in near for which in each.under}
    if chance > _BY_CHANCE or _untold(wholes, figures, found) or _explained(rate, _counts_around(rate.index, figures)):
        return None
    if rate.said_of is None and _beside_another(rate, figures):
        return None
    return replace(one, force=Force.LIKELY, fractions=tuple(near))


def _untold(wholes: AbstractSet[int], figures: Sequence[Figure], found: Known) -> bool:
    """Whether a whole is followed by a rate of its own that nothing explains: such rates are of what is not told.

    "Mũi hai 1.157 người, đạt 98,4%; mũi ba 960 người, đạt 84,5%".
    """
    for whole in wholes:
        for one in (figures[each] for each in found.quantities[whole].figures if each + 1 < len(figures)):
            after = figures[one.index + 1]
            near = after.numeral.start - one.numeral.end <= _CLOSE and after.block == one.block
            if near and _may_slip(after) and not _explained(after, _counts_around(after.index, figures)):
                return True
    return False


def _beside_another(rate: Figure, figures: Sequence[Figure]) -> bool:
    """Whether another rate that nothing explains stands right beside one: "khiếu nại đúng 12,2 %, sai 75,6 %"."""
    near = [figures[at] for at in (rate.index - 1, rate.index + 1) if 0 <= at < len(figures)]
    others = [one for one in near if one.block == rate.block and one.said_of is None and _may_slip(one)]
    return any(not _explained(one, _counts_around(one.index, figures)) for one in others)


def _explainable(share: _Shared, printed: Decimal, fraction: Fraction) -> AbstractSet[Decimal]:
    """Every rate with as many decimals that is this share, but for one slip of it, of the part or of the whole."""
    (part, whole), decimals = share, places(printed)
    right = percent_of(part, whole, decimals, ROUND_HALF_UP)
    found = {*small_changes(right)} if part < whole else set()
    if len(fraction.over) == len(fraction.under) == 1:
        shares = [(one, whole) for one in small_changes(part) if slip(part, one) in _OF_COUNTS]
        shares += [(part, one) for one in small_changes(whole) if slip(whole, one) in _OF_COUNTS]
        found |= {percent_of(one, of, decimals, ROUND_HALF_UP) for one, of in shares if 0 < one < of}
    return {one for one in found if 0 < one < _ALL}


def _may_slip(rate: Figure) -> bool:
    """Whether it is a share of sentences, printed exactly; growth is none."""
    told = rate.numeral.form is Form.PERCENT and rate.numeral.hedge is Hedge.EXACT and rate.trio is None
    return told and rate.numeral.value < _ALL


def _alike(count: Figure, rate: Figure) -> bool:
    """Whether a count is of the period of a rate; of another period, or planned, only in the same sentence."""
    if count.compared or rate.compared:
        same = count.block == rate.block and count.compared and rate.compared
        return same and count.numeral.hedge is Hedge.EXACT and count.numeral.form is Form.COUNT
    return count.told


def _of_one_kind(one: Figure, other: Figure) -> bool:
    """Whether two counts are of the same noun, or one of them has none: "giao 600, mới cấp 405 chữ ký"."""
    nouns = noun_of(one), noun_of(other)
    return nouns[0] == nouns[1] or "" in nouns


def _counts_around(index: int, figures: Sequence[Figure]) -> list[Figure]:
    """The counts of sentences not far from a figure, in order."""
    near = figures[max(0, index - _NEAR) : index + _AROUND]
    return [one for one in near if one.trio is None and one.numeral.form in {Form.COUNT, Form.RATIO}]


def _explained(rate: Figure, counts: Sequence[Figure]) -> bool:
    """Whether it is the share of any of these counts, of two in a row, or of what they leave of it, in any other."""
    told = [(one.numeral.value, one.numeral.whole) for one in counts]
    values = [value for sides in told for value in sides if value is not None]
    sums = [*values, *(one + other for one, other in pairwise(values))]
    printed = rate.numeral.value
    return any(
        is_share(printed, part, whole) or is_share(printed, whole - part, whole) for whole in sums for part in sums
    )
