"""Two relations that nothing claims, and that ask for the same other figure: hardly by chance."""

from collections.abc import Sequence

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.quantities import Known
from motcua.sums import Change, Kind, Relation

__all__ = ["asked_twice"]


def asked_twice(
    one: Relation, others: Sequence[Relation], changes: Sequence[Change], figures: Sequence[Figure], found: Known
) -> bool:
    """Whether two sums, one of them a breakdown, with no other figure in common, ask for the same one.

    Or a sum and the rate right behind it: "nhận 75 đơn, trả lời 69 đơn, đạt 96,0 %; 3 đơn đang xác minh".
    """
    if len(changes) != 1 or len(changes[0].values) != 1:
        return False
    ((changed, _),) = changes[0].values
    if not one.sums:
        return _right_behind(changed, one, figures, found) and any(other.sums for other in others)
    return any(
        other.quantities & one.quantities == {changed} and (one.listed or other.listed)
        if other.sums
        else _right_behind(changed, other, figures, found)
        for other in others
    )


def _right_behind(count: int, one: Relation, figures: Sequence[Figure], found: Known) -> bool:
    """Whether it is a rate with decimals, which is seldom right by chance, right behind that count."""
    if one.kind is not Kind.RATE or not found.quantities[one.printed].decimals:
        return False
    rate = figures[found.quantities[one.printed].figures[0]]
    return rate.said_of in found.quantities[count].figures
