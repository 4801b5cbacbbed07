"""What a labelled rate may count: every way in which offices take their shares."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Sort
from motcua.sums import Fraction, exact_percent, is_share, slip_of_share

__all__ = ["Top", "more_than_all", "numerators", "too_few", "turned"]

Top = tuple[tuple[int, ...], tuple[int, ...]]  # the quantities that a rate counts, and what is taken from them
_Names = tuple[tuple[str, ...], tuple[str, ...]]  # what is counted, and what is taken from it


def _one(name: str) -> _Names:
    return (name,), ()


_GOOD: tuple[_Names, ...] = (
    (("settled.early_on_time",), ()),
    (("settled.early", "settled.on_time"), ()),
    (("settled.early_on_time", "pending.in_time"), ()),
    (("settled.early", "settled.on_time", "pending.in_time"), ()),
    (("settled.on_time", "pending.in_time"), ()),
    (("settled.on_time",), ()),
    (("pending.in_time",), ()),
    (("settled",), ("settled.late",)),
    (("settled",), ("late",)),
    (("received",), ("late",)),
)
_LATE = (_one("settled.late"), (("settled.late", "pending.late"), ()), _one("late"), _one("pending.late"))
_OF_TIMING = {
    "early_on_time": _GOOD,
    "on_time": _GOOD,
    "in_time": _GOOD,
    "late": _LATE,
    "early": (_one("settled.early"),),
}
_ONLINE: tuple[_Names, ...] = (
    (("received.full", "received.partial"), ()),
    (("received.level3", "received.level4"), ()),
)
_PLEASED: _Names = (("very_satisfied", "satisfied"), ())
_OF_OPINION = {
    "satisfied": (_PLEASED, _one("satisfied")),
    "very_satisfied": (_one("very_satisfied"), _PLEASED),
}
_DONE: tuple[_Names, ...] = (
    (("settled.early", "settled.on_time", "settled.late"), ()),
    (("settled.early_on_time", "settled.late"), ()),
    (("settled.on_time", "settled.late"), ()),
)
_FEW = 9
_TIMES = 12  # a tenth of a share is a slip of its point
_ALL = 100  # percent
_PARTS = frozenset({"settled", "pending", "withdrawn", "refused", "returned", "supplement"})


def numerators(figure: Figure, at: Callable[[str], int | None]) -> list[Top]:
    """What a labelled rate may count; `at` looks a standard name up."""
    found = []
    own = (_one(figure.key),) if Sort.TIMING in figure.tags and figure.tags.keys() & {Sort.CHANNEL, Sort.LEVEL} else ()
    for names, less in (*own, *_names(figure)):
        tops = [which for name in names if (which := at(name)) is not None]
        minus = [which for name in less if (which := at(name)) is not None]
        if len(tops) == len(names) and len(minus) == len(less):
            found.append((tuple(tops), tuple(minus)))
    return found


def _names(figure: Figure) -> Sequence[_Names]:
    timing, stage = figure.tags.get(Sort.TIMING), figure.tags.get(Sort.STAGE, "")
    where, opinion = figure.tags.get(Sort.LEVEL) or figure.tags.get(Sort.CHANNEL), figure.tags.get(Sort.OPINION)
    if timing is not None:
        return _OF_TIMING[timing]
    if where is not None and stage in _PARTS:
        return _one(f"{stage}.{where}"), _one(stage)
    if where == "paid_online":
        return _one("received.paid_online"), _one("received.online")
    if where is not None:
        return (_one("received." + where), *(_ONLINE if where == "online" else ()), _one("settled." + where))
    if opinion is not None:
        return _OF_OPINION.get(opinion, (_one(opinion),))
    return (_one(stage), *(_DONE if stage == "settled" else ())) if stage in _PARTS else ()


def turned(fractions: Sequence[Fraction], rate: Decimal, values: Mapping[int, Decimal]) -> list[Fraction]:
    """The same of the count beside the rate, when all else is less, and it is right so.

    "Đã trả 1.033 hồ sơ nên có 69,7 % được đánh giá".
    """
    plain = all(len(one.over) == 1 and not one.minus for one in fractions)
    if not plain or any(sum(values[which] for which in one.under) >= values[one.over[0]] for one in fractions):
        return []
    found = [replace(one, over=one.under, under=one.over) for one in fractions]
    return [one for one in found if is_share(rate, values[one.over[0]], values[one.under[0]])]


def too_few(count: int, rate: Decimal, fractions: Sequence[Fraction], values: Mapping[int, Decimal]) -> bool:
    """Whether a count of a few is so small a share of any whole that no slip makes it the rate.

    So it counts something else: "2.400 trẻ, trong đó 97,5 % trẻ hoàn thành 1 mũi tiêm".
    """
    if values[count] > _FEW:
        return False
    wholes = (sum(values[which] for which in one.under) for one in fractions if count in one.over)
    return _ALL * values[count] * _TIMES < rate * next(wholes, 0)


def more_than_all(rate: Decimal, fractions: Sequence[Fraction], values: Mapping[int, Decimal]) -> bool:
    """Whether a rate above 100 % may be of nothing told but what is more than its count, and is no slip of a share.

    So it is of a plan: "545 lượt tuyên truyền; giao 31 thanh niên nhập ngũ, đạt 172,2 %".
    """
    exact = [one for each in fractions if (one := exact_percent(each, values)) is not None]
    return rate > _ALL and all(part < whole and not slip_of_share(rate, (part, whole)) for part, whole in exact)
