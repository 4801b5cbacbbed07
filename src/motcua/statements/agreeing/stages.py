"""Counts over several stages: what is late in both of them; what is done, in progress and not begun of a ratio."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from motcua.statements.signs.figures import Figure, before
from motcua.statements.signs.lexicon import Sort, labels
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["of_both_stages", "of_stages_of_ratio"]

_BOTH = re.compile(
    r"(?<!\w)(?:giải quyết|trả|trả kết quả|xử lý|hoàn thành)(?: xong)? (?:và|lẫn|cùng|cộng)(?: cả)?(?: (?:hồ sơ|số))? "
    r"(?:đang|chưa|còn) (?:giải quyết|trả|xử lý|thực hiện|hoàn thành)(?!\w)|"
    r"(?<!\w)(?:settled|resolved|completed) (?:and|as well as|plus) (?:pending|in progress|unsettled|open)(?!\w)",
    re.IGNORECASE,
)
_LATE = (("settled.late", "pending.late"),)
_GOOD = (("settled.early_on_time", "pending.in_time"), ("settled.early", "settled.on_time", "pending.in_time"))
_PARTS = {"late": _LATE, "in_time": _GOOD, "on_time": _GOOD, "early_on_time": _GOOD}

_NOT_DONE = frozenset({"pending", "other"})  # in progress, and not begun
_PAIR = 2
_BEHIND = 7  # figures behind a ratio


def of_both_stages(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Sums of both stages: "Hồ sơ quá hạn (cả đã giải quyết và đang giải quyết) là 54 hồ sơ", after both were told."""
    for total in figures:
        both = total.counts and not total.compared and total.scope < TABLES and total.numeral.form is Form.COUNT
        if not both or not _BOTH.search(total.words):
            continue
        timing = {one.value for one in labels(total.words) if one.sort is Sort.TIMING}
        told = _told(total, figures, found)
        for parts in _PARTS[timing.pop()] if len(timing) == 1 and timing <= _PARTS.keys() else ():
            under = [told[part] for part in parts if part in told]
            top = found.of_figure[total.index]
            if len(under) == len(parts) and len({top, *under}) > len(under):
                yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([top], under),))
                break


def _told(total: Figure, figures: Sequence[Figure], found: Known) -> dict[str, int]:
    """The quantities of one stage that were told before, by their names, the latest of each."""
    return {
        one.key: found.of_figure[one.index]
        for one in before(figures, total.index)
        if one.counts and one.topic is total.topic and one.scope < TABLES and not _BOTH.search(one.words)
    }


def of_stages_of_ratio(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Sums that are too much of what is done and what is not: "xong 14/27 việc, đang làm 11 việc, chưa làm 3 việc".

    When they are less, some may have been left out.
    """
    for ratio in figures:
        if ratio.key != "settled" or ratio.numeral.whole is None or ratio.trio is not None or not ratio.counts:
            continue
        parts = _not_done(ratio, figures)
        sums = [*accumulate((one.numeral.value for one in parts), initial=ratio.numeral.value)]
        too_much = ratio.numeral.whole not in sums and sums[-1] > ratio.numeral.whole
        if too_much and len({one.key for one in parts}) == len(parts) == _PAIR:
            under = [found.of_figure[one.index] for one in (ratio, *parts)]
            terms = weighted([found.whole_of[ratio.index]], under)
            if len({which for _, which in terms}) == len(terms):
                yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(terms,), listed=True)


def _not_done(ratio: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The counts right behind a ratio, in its line, of what of that is not done."""
    parts = list[Figure]()
    for one in figures[ratio.index + 1 : ratio.index + _BEHIND]:
        if one.numeral.form is Form.PERCENT:
            continue
        alike = one.counts and one.numeral.form is Form.COUNT and one.bunch is None and one.topic is ratio.topic
        if not alike or one.key not in _NOT_DONE or one.line != ratio.line or one.trio is not None:
            break
        parts.append(one)
    return parts
