"""Counts of a year, its halves, quarters and months in sentences: each period is the sum of those that fill it.

"Quý I 71 cặp, quý II 48 cặp; sáu tháng đầu năm 119 cặp": that nothing is missing the calendar says, whatever stands
between. What was counted by the end of one month is what was by the end of the last, and what that month had.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.statements.signs.figures import Figure, key_of, noun_of
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.own_words import after_figure
from motcua.statements.signs.periods import Period, made_of, period, so_far
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stocks import Turn, turn_of
from motcua.statements.signs.stops import STOP
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["of_periods"]

_FAR = 160  # characters before a count that may name its period
_CLAUSE = re.compile(r"[.!?;,:()](?=\s|$)|\n")
_YEAR = re.compile(r"(?<![\d.,])20\d\d(?![\d.,]*\d)")
_ALL_OF_IT = re.compile(r"\W*(?:(?:trong|tính|riêng|cả|in) )*(?:năm |the year )?20\d\d(?!\w)", re.IGNORECASE)
_LIKE_A_MONTH = re.compile(r"(?<!\w)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*")  # "may", "separate"
_AT_A_TIME = re.compile(  # what there is at a time, or on average, adds up over no periods; nor does what is planned
    r"(?<!\w)(?:tồn|còn(?! lại)|dư|hiện có|hiện đang|bình quân|trung bình|mỗi|cao nhất|thấp nhất|kế hoạch|chỉ tiêu|"
    r"dự kiến|phấn đấu|average|pending|left|outstanding|backlog|remain\w*|each|per|target|plan\w*)(?!\w)",
    re.IGNORECASE,
)

_Slot = tuple[int, int]  # the paragraph, and which count of its period it is


def of_periods(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for every period of a paragraph that others of the same count fill."""
    for told in _by_slot(text, figures).values():
        for top, parts in made_of(_told_once(_until_now(told), figures)).items():
            nouns, keys = ({name(figures[one]) for one in (top, *parts)} - {""} for name in (noun_of, _key))
            whole, under = found.of_figure[top], [found.of_figure[one] for one in parts]
            turns = {turn_of(figures[one].words)[0] for one in (top, *parts)}  # what came in, and what went out
            if (
                len({whole, *under}) > len(under)
                and len(nouns) <= 1
                and len(keys) <= 1
                and not turns >= {Turn.ADDED, Turn.TAKEN}
            ):
                yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([whole], under),), listed=True)


def _key(one: Figure) -> str:
    """What it counts; of a period that is named "the nine months before" are its own cases, not those carried over."""
    return key_of({sort: value for sort, value in one.tags.items() if value != "carried"})


def _by_slot(text: str, figures: Sequence[Figure]) -> Mapping[_Slot, dict[int, Period]]:
    """The counts that have a period: the first that each period has, the second that it has, and so on."""
    slots = defaultdict[_Slot, dict[int, Period]](dict)
    last, place, end, year, paragraph = None, 0, 0, "", -1
    for one in figures:
        if one.trio is not None:
            continue
        ahead = text[max(end, one.numeral.start - _FAR) : one.numeral.start]
        end = one.numeral.end
        *before, lead = STOP.split(ahead)
        years = _YEAR.findall(ahead)
        year = years[-1] if years else year if one.paragraph == paragraph else ""
        paragraph = one.paragraph
        if named := _named(lead) or _named(_CLAUSE.split(after_figure(text, figures, one.index))[0]):
            last, place = replace(named, year=named.year or year), 0
        elif before:
            last = None
        if last is None or not one.told or one.numeral.form is not Form.COUNT:
            continue
        if _AT_A_TIME.search(lead) is None:
            slots[one.paragraph, place][one.index] = last
        place += 1
    return slots


def _named(words: str) -> Period | None:
    """The period that words name, whatever else they say."""
    plain = _LIKE_A_MONTH.sub(" ", words)
    named = so_far(plain) or period(plain)
    if named is None and (year := _ALL_OF_IT.match(words)):
        return Period(months=frozenset(range(1, 13)), year=year.group()[-4:], of="")
    return replace(named, of="") if named is not None else None


def _until_now(told: Mapping[int, Period]) -> dict[int, Period]:
    """The same; "từ đầu năm đến nay" goes up to the last month of all of them."""
    last = max((month for one in told.values() for month in one.months), default=0)
    until = frozenset(range(1, last + 1))
    return {one: named if named.months else replace(named, months=until) for one, named in told.items()}


def _told_once(told: Mapping[int, Period], figures: Sequence[Figure]) -> dict[int, Period]:
    """These without periods that have two counts."""
    values = defaultdict[Period, dict[Decimal, int]](dict)
    for one, named in told.items():
        values[named].setdefault(figures[one].numeral.value, one)
    return {one: named for named, own in values.items() if len(own) == 1 for one in own.values()}
