"""Rates of a list that are each of a whole of its own, which is not told: no figure of the text is what they are of.

"Cả huyện 1.905 hộ. Một số xã còn cao: An Phú 320 hộ (41,2 %), Bình Sơn 274 hộ (36,9 %), Chu Lai 198 hộ (22,5 %)".
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.quantities import Known
from motcua.sums import Kind, Relation, judge

__all__ = ["without_own_wholes"]

_LEAST = 3  # rates of a list: two may both be wrong


def without_own_wholes(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The checks without those of such lists, in which no rate is right and the rates fit no whole together.

    Where the whole itself is wrong, all fail alike: each tells the same other whole.
    """
    values = {one.index: one.value for one in found.quantities}
    lists: dict[int, list[Relation]] = {}
    for one in relations:
        said = _counted(one, figures, found)
        if said is not None and said.bunch is not None:
            lists.setdefault(said.bunch, []).append(one)
    left_out = {
        id(one)
        for rates in lists.values()
        if len({each.printed for each in rates}) >= _LEAST
        and not any(judge(each, values).holds for each in rates)
        and _apart([(_counted(each, figures, found), each) for each in rates], values)
        for one in rates
    }
    yield from (one for one in relations if id(one) not in left_out)


def _counted(one: Relation, figures: Sequence[Figure], found: Known) -> Figure | None:
    """The count beside a rate in a sentence, when the text does not say of what the rate is."""
    if one.kind is not Kind.RATE or one.said or not one.fractions:
        return None
    rate = figures[found.quantities[one.printed].figures[0]]
    told = rate.trio is not None or rate.said_of is None or rate.of is not None or rate.base or rate.base_words
    return None if told or rate.said_of is None else figures[rate.said_of]


def _apart(rates: Sequence[tuple[Figure | None, Relation]], values: dict[int, Decimal]) -> bool:
    """Whether no number is the whole of all of them."""
    least, most = Decimal(0), Decimal("Infinity")
    for said, one in rates:
        rate = values[one.printed]
        unit = Decimal(1).scaleb(int(rate.as_tuple().exponent))
        if said is None or rate <= unit:
            continue
        part = said.numeral.value * 100
        least, most = max(least, part / (rate + unit)), min(most, part / (rate - unit / 2))
    return least > most
