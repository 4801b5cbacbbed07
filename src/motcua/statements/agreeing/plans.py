"""How much of a plan is reached: "vận động 312 triệu đồng, đạt 104 % chỉ tiêu (300 triệu đồng)".

What is reached stands right before the rate. The plan is told right after it by that name, or it is the count before
what is reached: "Dự toán 640 triệu đồng, đã chi 512 triệu đồng, đạt 80 %". The rate may be more than a hundred.
"""

import re
from collections.abc import Iterator, Sequence

from motcua.statements.signs.figures import Bunch, Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, is_share

__all__ = ["of_plans"]

_NAME = r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|định mức|plan|target|estimate|budget|quota)"
_TOLD_AFTER = re.compile(
    rf"\s*(?:so với |of (?:(?:the|its|our|an?) )?(?:[a-z]+ )?)?{_NAME}"
    r"(?: [^.;:,()\d\n]{0,40}?)?(?: là| of|:)?\s?\(?\s?",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(rf"(?:^|[.;:,\n(]|\s){_NAME}(?: [^\W\d]+){{0,4}}:? $", re.IGNORECASE)
_REACHED = re.compile(  # between what is reached and its rate
    r"(?: [^\W\d]+){0,4},? ?(?:đạt|bằng|tức|hay|tương đương|reaching|reached|or|i\.e\.|that is|equal to|=|\()"
    r"(?: (?:đạt|bằng|là|tỷ lệ))?:? ?",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"(?: [^\W\d]+){0,4},? (?:đạt )?(?:vượt|exceeding|above)(?: (?:mức|by))? ", re.IGNORECASE)
_NEXT = re.compile(r"[^.\n\d()]{0,60}?[,;.:] [^.\n\d()]{0,60}")  # from the plan to what is reached
_ALONE = re.compile(
    rf"\s*\)?(?:\s*(?:so với )?{_NAME}(?: (?:năm|giao|đề ra|được giao))*)?\s*(?:[.,;)]|$)", re.IGNORECASE
)
_LEAD = 60  # characters before a plan that may call it so
_NEAR = 6  # figures before a rate
_ROUND = 10  # of what is told about, more digits are exact


def of_plans(text: str, figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[Relation]:
    """A claim for every such rate."""
    prose = sorted((one for one in figures if one.trio is None), key=lambda one: one.numeral.start)
    for at, rate in enumerate(prose):
        if rate.numeral.form is not Form.PERCENT or rate.numeral.hedge is Hedge.ABOUT or not at:
            continue
        done, gap = prose[at - 1], text[prose[at - 1].numeral.end : rate.numeral.start]
        above = _ABOVE.fullmatch(gap) is not None
        if not _exact(done) or not (above or _REACHED.fullmatch(gap)):
            continue
        plan = _after(text, rate, prose[at + 1 : at + 2]) or _before(
            text, rate, done, prose[max(0, at - _NEAR) : at - 1]
        )
        if plan is None or not _exact(plan) or not plan.numeral.value:
            continue
        reached = [found.of_figure[one.index] for one in (done, *_split(done, figures, bunches))]
        under = found.of_figure[plan.index]
        minus = (under,) if above else ()
        fractions = [
            Fraction(over=(over,), under=(under,), minus=minus, name="named") for over in reached if over != under
        ]
        if reached[0] != under:
            printed = found.of_figure[rate.index]
            yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=tuple(fractions), printed=printed, said=True)


def _split(last: Figure, figures: Sequence[Figure], bunches: Sequence[Bunch]) -> Iterator[Figure]:
    """The whole of a list that ends right before the rate: "thu 312 triệu, trong đó phí 287, lệ phí 25, đạt 104 %"."""
    bunch = bunches[last.bunch] if last.bunch is not None else None
    if bunch is not None and len(bunch.parts) > 1 and bunch.parts[-1] == last.index:
        yield figures[bunch.whole]


def _exact(one: Figure) -> bool:
    """Whether it is a count, and no round one that is only told about."""
    told = one.numeral.hedge is Hedge.EXACT or (one.numeral.hedge is Hedge.ABOUT and one.numeral.value % _ROUND != 0)
    return one.numeral.form is Form.COUNT and told


def _after(text: str, rate: Figure, following: Sequence[Figure]) -> Figure | None:
    """The plan right behind a rate."""
    told = (one for one in following if _TOLD_AFTER.fullmatch(text, rate.numeral.end, one.numeral.start))
    return next(told, None)


def _before(text: str, rate: Figure, done: Figure, last: Sequence[Figure]) -> Figure | None:
    """The plan right before what is reached, when the rate names nothing else and is of no other count near it."""
    others = (one.numeral.value for one in last[:-1] if one.numeral.form is Form.COUNT)
    if any(is_share(rate.numeral.value, done.numeral.value, other) for other in others):
        return None
    for plan in last[-1:]:
        lead = text[max(0, plan.numeral.start - _LEAD) : plan.numeral.start]
        beside = _NEXT.fullmatch(text, plan.numeral.end, done.numeral.start)
        if _TOLD_BEFORE.search(lead) and beside and _ALONE.match(text, rate.numeral.end):
            of_another = len(last) > 1 and _TOLD_AFTER.fullmatch(text, last[-2].numeral.end, plan.numeral.start)
            return None if of_another else plan  # "7.842 tỷ, đạt 91,4 % dự toán 8.580 tỷ. Chưa kể đất thì được 5.916"
    return None
