"""Lists right behind a count: in brackets, after a colon or "gồm", or line by line below it.

"1.735 hồ sơ (phát sinh 1.662; tồn tháng trước chuyển sang 73)": the signs say which figures belong together, whatever
they are called.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from motcua.statements.signs.closing import not_all
from motcua.statements.signs.figures import Figure, of_unit
from motcua.statements.signs.lexicon import topic_of
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import introduced
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stops import STOP
from motcua.statements.signs.traits import crossing
from motcua.sums import Force, Kind, Relation, Weighted, judge, weighted

__all__ = ["enclosed", "told_in_full"]

_BRACKET = re.compile(r"[()\[\]]")
_UNIT = re.compile(r"[^.;:,()\[\]\n\d]{0,40},?\s*")  # what may stand between a count and its list
_OPENS = re.compile(r"(?<!\w)(?:bao gồm|gồm(?: có)?|chia ra|namely|comprising)(?!\w):?|:", re.IGNORECASE)
_BULLET = re.compile(r"\s*?\n[ \t]*(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))(?=\s)")
_MOST_ITEMS = 40
_LONGEST_NAME = 4  # characters of a number that may be a name: "room 204", but "we closed 4,431: 3,870 early, …"
_LONGEST = 1_500  # characters of a list that anybody reads as one
_AND = re.compile(r"\s(?:và|cùng|and)\s")

_NAME = r"(?:(?:và|and) )?[^\W\d][^.;:,()\d]{0,40}? "
_FIRST = re.compile(rf"(?: [^\W\d]+){{1,6}}(?:, [^\W\d]+(?: [^\W\d]+){{0,3}})?(?:[,;]| [—–-]) {_NAME}")
_ANOTHER = re.compile(rf"[,;]? {_NAME}")
_ENDED = re.compile(r"[.;,\n)]| [—–-] |$")
_LEAST_NAMED = 3
_PAIR = 2
_SOME_OF = re.compile(r"\s*(?:trong đó|có|of (?:which|these|them)|including)(?!\w)", re.IGNORECASE)

_Span = tuple[int, int]


def enclosed(text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for every list with two or more counts side by side, each with its name, behind a count of the same."""
    values = {one.index: one.value for one in found.quantities}
    prose = [one for one in figures if one.trio is None]
    lists = (
        *((start, (start + 1, end), True) for start, end in _brackets(text)),
        *((found.start(), (found.end(), -1), False) for found in _OPENS.finditer(text)),
    )
    yield from _named(text, prose, found)
    for start, inside, bracket in lists:
        whole = _whole(text, start, prose)
        if whole is None:
            continue
        items = _items(text, *inside, strict=True) if bracket else _behind(text, inside[0])
        parts = _parts(text, items, prose, strict=bracket)
        parts = parts[: _told_out(whole, parts)]
        whole = (of_unit(whole, parts, figures) if parts else None) or whole
        short = len(parts) == _PAIR and sum(part.numeral.value for part in parts) < whole.numeral.value
        if bracket and short and _SOME_OF.match(text, inside[0]):
            continue
        apart = len(parts) > 1 and not crossing(parts)
        if not apart or not all(_of_same(text, whole, part) for part in parts):
            continue
        top, under = found.of_figure[whole.index], [found.of_figure[part.index] for part in parts]
        told = any(top in one.quantities and {*under} < one.quantities for one in relations if _adds_up(one, values))
        if not told and len({top, *under}) > len(parts):
            yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([top], under),), listed=True)


def _named(text: str, prose: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Sums of bare names with their counts behind a count with its unit: "346 người, NCT 158, NKT 93, nghèo 95"."""
    at = 0
    while at + 1 < len(prose):
        whole, parts = prose[at], list[Figure]()
        between = _FIRST
        for last, one in pairwise(prose[at:]):
            if not one.counts or not between.fullmatch(text, last.numeral.end, one.numeral.start):
                break
            parts.append(one)
            between = _ANOTHER
        at += max(1, len(parts))
        if len(parts) < _LEAST_NAMED or not whole.counts or whole.numeral.form is not Form.COUNT:
            continue
        first, *others = (part.numeral.value for part in parts)
        if first == sum(others) or crossing(parts):
            continue  # a whole of its own: "32 đơn kiến nghị; không thuộc thẩm quyền 14, hướng dẫn 11, chuyển 3"
        said = text[whole.numeral.end : parts[-1].numeral.end]
        if not _ENDED.match(text, parts[-1].numeral.end) or not_all(said) or introduced(said):
            continue
        parts = parts[: _told_out(whole, parts)]
        top, under = found.of_figure[whole.index], [found.of_figure[part.index] for part in parts]
        if len({top, *under}) > len(parts) and all(_of_same(text, whole, part) for part in parts):
            yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([top], under),), listed=True)


def told_in_full(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same checks without sums of fewer parts than a list of the same whole that is nearer to it, or has the rest.

    "45 việc: đúng hạn 36, chậm 5, chưa đến hạn 4" is not also "đúng hạn + chậm". Nor is what comes to its whole without
    some of a list also with them: "124 việc: xong 109, còn lại 15; trong số xong có 8 xong muộn".
    """
    values = {one.index: one.value for one in found.quantities}
    rests = {(-1, found.of_figure[one.index]) for one in figures if one.rest}
    lists: dict[int, list[tuple[Decimal, set[tuple[int | Decimal, int]]]]] = {}
    for one in relations:
        if one.listed and one.kind is Kind.SUM and not one.hundred:
            terms = one.sums[judge(one, values).reading]
            lists.setdefault(terms[0][1], []).append((_apart(terms, values), {*terms}))
    full = [
        {*one.sums[0]}
        for one in relations
        if one.sums and one.force > Force.LOOSE and not (one.at_most or one.hundred) and not _apart(one.sums[0], values)
    ]
    for one in relations:
        sure = one.force is Force.CLAIMED  # "đã trả 1: sớm 0, đúng hạn 1, trễ 1": by their names these are all
        if one.listed and not sure and _apart(one.sums[0], values) and any(terms < {*one.sums[0]} for terms in full):
            continue
        fuller = lists.get(one.sums[0][0][1], ()) if one.sums and not (one.at_most or one.hundred) else ()
        mine = {*one.sums[0]} if one.sums else set()
        wider = [(apart, terms - mine) for apart, terms in fuller if mine < terms]
        if not any(apart < _apart(one.sums[0], values) or more & rests for apart, more in wider):
            yield one


def _apart(terms: Weighted, values: Mapping[int, Decimal]) -> Decimal:
    return abs(sum((weight * values[which] for weight, which in terms), start=Decimal(0)))


def _told_out(whole: Figure, parts: Sequence[Figure]) -> int:
    """How many parts are told before the list turns to something else: those that come to the whole, else all."""
    sums = accumulate(part.numeral.value for part in parts)
    return next((number for number, total in enumerate(sums, 1) if total == whole.numeral.value), len(parts))


def _adds_up(one: Relation, values: Mapping[int, Decimal]) -> bool:
    return bool(one.sums) and not one.at_most and not one.hundred and judge(one, values).holds


def _brackets(text: str) -> Iterator[_Span]:
    """Where each pair of brackets opens and closes."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found.group() in "([":
            opened.append(found.start())
        elif opened and found.start() - (start := opened.pop()) <= _LONGEST:
            yield start, found.start()


def _behind(text: str, at: int) -> list[_Span]:
    """What follows a colon or "gồm" that ends at `at`: the lines of a list, else the rest of the sentence."""
    end = at
    lines: list[_Span] = []
    while bullet := _BULLET.match(text, end):
        found = text.find("\n", bullet.end())
        end = found if found >= 0 else len(text)
        lines.append((bullet.end(), end))
    stop = STOP.search(text, at, at + _LONGEST)
    return lines or _items(text, at, stop.start() if stop else at + _LONGEST)


def _items(text: str, start: int, end: int, *, strict: bool = False) -> list[_Span]:
    """What semicolons part, or commas when there are none, or when three are before the first semicolon.

    Brackets within are passed over, numerals kept whole.
    """
    depth, marks = 0, list[int]()
    end = min(end, len(text))
    for place in range(start, end):
        letter = text[place]
        depth += (letter in "([") - (letter in ")]")
        within = text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
        if not depth and letter in ";," and not within:
            marks.append(place)
    if strong := [mark for mark in marks if text[mark] == ";"]:
        counted = [bool(re.search(r"\d", text[a:b])) for a, b in pairwise([start, *marks]) if b <= strong[0]]
        if len(counted) > 2 and all(counted) and not strict:  # "1.861: sớm 1.702, đúng 134, trễ 25; tỷ lệ …"
            marks, end = [mark for mark in marks if mark < strong[0]], strong[0]
        else:
            marks = strong
    return list(zip([start, *(mark + 1 for mark in marks)], [*marks, end], strict=True))


def _whole(text: str, start: int, figures: Sequence[Figure]) -> Figure | None:
    """The count right before a list."""
    place = bisect_right(figures, start, key=_end)
    last = figures[place - 1] if place else None
    if last is None or not last.counts or last.numeral.form is not Form.COUNT:
        return None
    between = text[last.numeral.end : start]
    counted = len(last.numeral.text) > _LONGEST_NAME or any(letter.isalpha() for letter in between)
    named = text[start] != ":" or counted  # not "Tuần 3: …", "Năm 2025: …"
    return last if named and _UNIT.fullmatch(between) else None


def _parts(text: str, items: Sequence[_Span], figures: Sequence[Figure], *, strict: bool) -> list[Figure]:
    """The one count of every item, up to the first item without one (`strict`: then none); [] for an open list."""
    parts = list[Figure]()
    for start, end in items if len(items) <= _MOST_ITEMS else ():
        own = list(_counts(text, (start, end), figures))
        words = text[start:end]
        if not_all(words):
            return []
        if not own and not strict:
            break
        joined = len(own) == 2 and _AND.search(text, own[0].numeral.end, own[1].numeral.start)
        if not (len(own) == 1 or joined) or not all(one.counts for one in own):
            return []
        parts.extend(own)
    return parts


def _counts(text: str, item: _Span, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The counts of an item outside of its own brackets, each with a word beside it."""
    for one in figures[bisect_right(figures, item[0], key=_end) :]:
        if one.numeral.start >= item[1]:
            return
        if one.numeral.start >= item[0] and one.numeral.form is not Form.PERCENT:
            before = text[item[0] : one.numeral.start]
            if before.count("(") + before.count("[") == before.count(")") + before.count("]"):
                yield one


def _end(figure: Figure) -> int:
    return figure.numeral.end


def _of_same(text: str, whole: Figure, part: Figure) -> bool:
    """Whether no noun says that a part counts something else."""
    named = topic_of(text, part.numeral.end)
    return part.numeral.form is Form.COUNT and (named is None or named is whole.topic)
