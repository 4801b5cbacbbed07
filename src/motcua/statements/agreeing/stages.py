"""Counts over both stages: what is late among what is settled and what is in progress together."""

import re
from collections.abc import Iterator, Sequence

from motcua.statements.signs.figures import Figure, before
from motcua.statements.signs.lexicon import Sort, labels
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["of_both_stages"]

_BOTH = re.compile(
    r"(?<!\w)(?:giải quyết|trả|trả kết quả|xử lý|hoàn thành)(?: xong)? (?:và|lẫn|cùng|cộng)(?: cả)?(?: (?:hồ sơ|số))? "
    r"(?:đang|chưa|còn) (?:giải quyết|trả|xử lý|thực hiện|hoàn thành)(?!\w)|"
    r"(?<!\w)(?:settled|resolved|completed) (?:and|as well as|plus) (?:pending|in progress|unsettled|open)(?!\w)",
    re.IGNORECASE,
)
_LATE = (("settled.late", "pending.late"),)
_GOOD = (("settled.early_on_time", "pending.in_time"), ("settled.early", "settled.on_time", "pending.in_time"))
_PARTS = {"late": _LATE, "in_time": _GOOD, "on_time": _GOOD, "early_on_time": _GOOD}


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
