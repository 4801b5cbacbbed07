"""What something was, what it became, and by how much: "giảm từ 80 xuống 50 đơn, tức giảm 30 đơn hay 37,5 %".

The two stand side by side, or on both sides of the change: "1.380 lượt, tăng 15 % so với cùng kỳ (1.200 lượt)"; or the
second is told of another period: "năm ngoái 61 đơn, năm nay còn 24, giảm 37 đơn". Between them and the change is
nothing but their noun and words that lead from the one to the other; of anything else the change may be of something
else.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from motcua.statements.signs.changing import CHANGED, only_leads
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import topic_of
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, judge, percent_of, weighted

__all__ = ["became"]

_FROM = re.compile(r"(?<!\w)(?:từ|from)(?: mức)?\s+$", re.IGNORECASE)
_GREW_FROM = re.compile(CHANGED.pattern + r"(?: [^\W\d]+){0,4} (?:từ|from)(?: mức)?\s+$", re.IGNORECASE)
_ASIDE = re.compile(r"\s?\([^()\n]*\)")  # "từ 48 (năm 2024) xuống 24"
_YEAR = re.compile(r"(?<!\w)(?:năm|quý|tháng|in) [\dIVX]+(?:/\d{4})?(?!\w)")
_WORDS = r"(?: (?!(?:lên|xuống|còn|to)(?!\w))[^\W\d]+){0,8},?"
_TO = re.compile(rf"{_WORDS} (?:lên|xuống|còn|thành)(?: (?:còn|tới|đến|thành|chỉ|mức|only|just))*\s+", re.IGNORECASE)
_TO_ANY = re.compile(rf"{_WORDS} (?:đến|tới|to)(?: only| just)?\s+", re.IGNORECASE)
_LEVEL = re.compile(r"(?<!\w)(?:lên|xuống|còn|tới|đến|mức|to)\W*$", re.IGNORECASE)  # what it is, and no change
_THAT_IS = re.compile(r"(?<!\w)(?:tức|hay|tương (?:đương|ứng)|nghĩa là|or|that is|i\.e)(?!\w)|\($", re.IGNORECASE)
_THAN = re.compile(
    r"(?: [^\W\d]+){0,5}?,? (?:so với|hơn|than(?: in)?|compared (?:with|to)|from)(?!\w)"
    r"(?:(?! (?:và|nhưng|mà|đạt|thì|trong khi|and|but|while)(?!\w))[^\d.,;:\n]){0,40}"
    r"(?:,? (?:là|có|with|was))?\s*\(?\s*",
    re.IGNORECASE,
)
_THAN_LAST = re.compile(r"(?: [^\W\d]+){0,5} (?:so với|than|compared|over|on) ", re.IGNORECASE)
_OTHER_PERIOD = re.compile(
    r"(?<!\w)(?:cùng kỳ|(?:năm|kỳ|quý|tháng|tuần|hôm|vụ|mùa|đợt)(?: rồi)? (?:ngoái|trước|qua|này|nay)|nay|"
    r"(?:đầu|cuối) (?:năm|kỳ|quý|tháng)|(?:the )?(?:same period|(?:last|this|previous) (?:year|quarter|month|week)))"
    r"(?!\w)",
    re.IGNORECASE,
)
_LACKS = re.compile(r"(?<!\w)(?:thiếu|hụt|kém)\s*$", re.IGNORECASE)
_AGAINST = re.compile(  # a sentence or clause begins with what it is held against: "So với tháng 8 (2.310 lượt), …"
    r"(?:^|[.;:\n])\s*(?:so với|compared (?:with|to)|from)(?: [^\W\d_]+){1,6}(?:,? (?:là|có|đạt|with|at))?\s*\(?\s*$",
    re.IGNORECASE,
)
_LONGEST = 110  # characters between a change and what it is of
_SENTENCE = re.compile(r"[.!?](?=\s)")
_LEAD = 40  # characters before a figure
_PAIR = 2
_ASIDES = 2  # figures right after a change: its rate, and what it is compared with
_AROUND = 4  # figures before a change, and after "from … to …"
_ALIKE = 3  # two periods that differ more than so many times are not compared


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A change and what it is between."""

    then: Figure
    now: Figure
    by: Figure
    force: Force = Force.CLAIMED


def became(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for every such change."""
    prose = [one for one in figures if one.trio is None]
    for at in range(len(prose)):
        ways = (_after, _held_against, _between, _beyond, _of_periods)
        for change in (one for way in ways for one in way(text, prose, at)):
            yield from _claim(text, change, found)


def _after(text: str, prose: Sequence[Figure], at: int) -> Iterator[_Change]:
    """The changes right after "from … to …"."""
    then, *rest = prose[at : at + 1 + _AROUND]
    if not rest or not _from_to(text, then, rest[0]):
        return
    now, *changes = rest
    last = now
    for by in changes:
        if not _leads(text, last, by):
            return
        yield _Change(then=then, now=now, by=by)
        last = by


def _held_against(text: str, prose: Sequence[Figure], at: int) -> Iterator[_Change]:
    """A change and what it led to, of what the sentence begins with: "So với quý I (640 đơn), đơn tăng 85, lên 725"."""
    then, by, now = prose[at : at + _PAIR + 1] if at + _PAIR < len(prose) else [prose[at]] * (_PAIR + 1)
    if by.numeral.hedge is not Hedge.CHANGE or not then.block == by.block == now.block:
        return
    between, gap = text[then.numeral.end : by.numeral.start], _plain(text, by, now)
    whole = len(between) <= _LONGEST and not re.search(r"[.;:!?\n]", between)
    ahead = _YEAR.sub(lambda found: found[0].split()[0], text[max(0, then.numeral.start - _LEAD) : then.numeral.start])
    comparable = _comparable(text, now, then) and now.numeral.hedge is not Hedge.ABOUT
    leads = gap is not None and (_TO.fullmatch(gap) or _TO_ANY.fullmatch(gap))
    if whole and comparable and leads and _AGAINST.search(ahead):
        yield _Change(then=then, now=now, by=by)


def _from_to(text: str, then: Figure, now: Figure) -> bool:
    ahead = text[max(0, then.numeral.start - _LEAD) : then.numeral.start]
    gap = _plain(text, then, now)
    if not _FROM.search(ahead) or gap is None:
        return False
    return bool(_TO.fullmatch(gap) or (_TO_ANY.fullmatch(gap) and _GREW_FROM.search(ahead)))


def _plain(text: str, one: Figure, other: Figure) -> str | None:
    """The words between two figures, without asides and years.

    None when there is another figure, or too much, or the first stands in a bracket.
    """
    start, end = one.numeral.end, other.numeral.start
    if end - start > _LONGEST:
        return None
    gap = _YEAR.sub("", _ASIDE.sub("", text[start:end]))
    return None if re.search(r"[\d\n:)]", gap) else gap


def _leads(text: str, one: Figure, by: Figure) -> bool:
    """Whether nothing stands between a figure and a change but its noun and words that lead on."""
    gap = _plain(text, one, by)
    if gap is None or not only_leads(gap) or _LEVEL.search(gap):
        return False
    return by.numeral.hedge is Hedge.CHANGE or _THAT_IS.search(gap) is not None


def _between(text: str, prose: Sequence[Figure], at: int) -> Iterator[_Change]:
    """A change, after what is now, and before what it is compared with."""
    by, *after = prose[at : at + 1 + _ASIDES]
    if len(after) > 1 and by.numeral.form is Form.COUNT and after[0].numeral.form is Form.PERCENT:
        after = after[1:]  # "tăng 214 hồ sơ (11,1 %) so với …"
    then = after[0] if after else by
    if by.numeral.hedge is not Hedge.CHANGE or then.numeral.hedge is not Hedge.EXACT or then.block != by.block:
        return
    gap = _ASIDE.sub("", text[by.numeral.end : then.numeral.start])
    if not _THAN.fullmatch(_YEAR.sub("", gap)):
        return
    for now in reversed(prose[max(0, at - _AROUND) : at]):
        if now.numeral.hedge is Hedge.EXACT and _leads(text, now, by) and _comparable(text, now, then):
            yield _Change(then=then, now=now, by=by)
            return


def _beyond(text: str, prose: Sequence[Figure], at: int) -> Iterator[_Change]:
    """What is more or less than planned, after the rate of the two: "12.500, đã thu 13.750, đạt 110 %, vượt 1.250"."""
    by, rate = prose[at], prose[at - 1] if at else prose[at]
    gap = _plain(text, rate, by) if rate.numeral.form is Form.PERCENT else None
    changed = by.numeral.hedge is Hedge.CHANGE or (gap is not None and _LACKS.search(gap))
    if by.numeral.form is not Form.COUNT or gap is None or not changed or not only_leads(gap):
        return
    if _THAN_LAST.match(text, by.numeral.end):
        return  # of another period
    told = [one for one in prose[max(0, at - _AROUND) : at - 1] if one.numeral.form is Form.COUNT]
    for now, then in permutations(told, 2):
        exact = now.numeral.value and then.numeral.value
        if exact and rate.numeral.value == percent_of(
            now.numeral.value, then.numeral.value, rate.numeral.decimals, ROUND_HALF_UP
        ):
            yield _Change(then=then, now=now, by=by)
            return


def _of_periods(text: str, prose: Sequence[Figure], at: int) -> Iterator[_Change]:
    """A change right after two counts, the second of a period of its own; not when it is of a third period."""
    then, now, by = prose[max(0, at - _PAIR) : at + 1] if at >= _PAIR else [prose[at]] * (_PAIR + 1)
    gap, before = _plain(text, then, now), prose[max(0, at - _AROUND) : at - _PAIR]
    if gap is None or _SENTENCE.search(gap) or not _OTHER_PERIOD.search(gap):
        return
    alone = not any(one.block == then.block and _nouns(text, one) & _nouns(text, by) for one in before)
    exact = all(one.numeral.hedge is Hedge.EXACT and one.numeral.form is Form.COUNT for one in (then, now))
    third = _THAN_LAST.match(text, by.numeral.end) is not None
    changed = by.numeral.hedge is Hedge.CHANGE and by.numeral.form is Form.COUNT
    if alone and exact and changed and not third and _leads(text, now, by) and _comparable(text, now, then):
        yield _Change(then=then, now=now, by=by, force=Force.LIKELY)


def _comparable(text: str, now: Figure, then: Figure) -> bool:
    """Whether two figures may be of one thing in two periods."""
    small, large = sorted((now.numeral.value, then.numeral.value))
    nouns = {topic_of(text, one.numeral.end) for one in (now, then)} - {None}
    return now.numeral.form is then.numeral.form and len(nouns) < len("ab") and large < small * _ALIKE


def _claim(text: str, change: _Change, found: Known) -> Iterator[Relation]:
    then, now, by = change.then, change.now, change.by
    if now.numeral.form is not then.numeral.form or now.numeral.value == then.numeral.value:
        return
    if now.numeral.form is Form.COUNT and by.numeral.form is Form.PERCENT:
        yield _growth(change, found)
    elif by.numeral.form is Form.PERCENT and now.numeral.form is Form.PERCENT:
        either = (_growth(change, found), _difference(change, found))  # in points, or of what it was
        values = {one.index: one.value for one in found.quantities}
        if not any(judge(one, values).holds for one in either):
            yield either[1]
    elif now.numeral.form is Form.COUNT and _same_unit(text, change):
        yield _difference(change, found)


def _same_unit(text: str, change: _Change) -> bool:
    """Whether a change is counted as what changed is: "tăng 2 lần" and "tăng 2 bậc" are not."""
    own, *others = (_nouns(text, one) for one in (change.by, change.now, change.then))
    if any(others):
        return any(own & other for other in others)
    start = change.then.numeral.start  # "số đơn trễ năm ngoái là 61, năm nay còn 24, giảm 37 đơn"
    return any(
        re.search(rf"(?<!\w){noun}(?!\w)", text[max(0, start - _LONGEST) : start], re.IGNORECASE) for noun in own
    )


def _nouns(text: str, one: Figure) -> AbstractSet[str]:
    """What is counted, in the text's own word and in ours."""
    topic = topic_of(text, one.numeral.end)
    return {noun_after(text, one.numeral.end, in_english=False), *([topic.value] if topic else [])} - {""}


def _more_and_less(change: _Change, found: Known) -> tuple[int, int]:
    more, less = sorted((change.now, change.then), key=lambda one: -one.numeral.value)
    return found.of_figure[more.index], found.of_figure[less.index]


def _difference(change: _Change, found: Known) -> Relation:
    more, less = _more_and_less(change, found)
    by = change.by.numeral
    finer = max(change.now.numeral.decimals, change.then.numeral.decimals) > by.decimals
    slack = Decimal(1).scaleb(-by.decimals) if finer else Decimal(0)  # rounded
    sums = (weighted([more], [less, found.of_figure[change.by.index]]),)
    return Relation(kind=Kind.SUM, force=change.force, sums=sums, slack=slack)


def _growth(change: _Change, found: Known) -> Relation:
    more, less = _more_and_less(change, found)
    of, now = found.of_figure[change.then.index], found.of_figure[change.now.index]
    fractions = [Fraction(over=(more,), minus=(less,), under=(of,), name="compared")]
    if change.by.numeral.hedge is not Hedge.CHANGE:  # "từ 480 xuống 360, tức bằng 75 %"
        fractions.append(Fraction(over=(now,), under=(of,), name="compared"))
    printed = found.of_figure[change.by.index]
    return Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=tuple(fractions), printed=printed, said=True)
