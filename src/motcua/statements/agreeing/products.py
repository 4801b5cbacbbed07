"""So many at so much each, as the signs of a text say it: "15 suất × 500.000 đồng = 7.500.000 đồng".

Or as its words do, when what each gets is told of the same noun: "15 suất, mỗi suất 500.000 đồng, tổng 7.500.000 đồng".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from motcua.statements.signs.amounts import is_amount
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic, topic_of
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stops import STOP
from motcua.sums import Force, Kind, Relation, places, weighted

__all__ = ["multiplied", "product"]

_PLAIN = r"[^\d\n=:;()×*]{0,24}"
_TIMES = re.compile(rf"{_PLAIN}(?:[×*]|(?<=\s)[xX](?=\s)){_PLAIN}")
_IS = re.compile(rf"{_PLAIN}\)?\s*=\s*{_PLAIN}")
_OPENS = re.compile(rf"{_PLAIN}[(:=]{_PLAIN}")
_CLOSES = re.compile(r"[^\d\n=:;()×*+.,]{0,24}(?:[).;,]|\n|$)")
_SCALE = re.compile(r"\s*(?:(nghìn|ngàn|thousand)|(triệu|tr|million)|(tỷ|tỉ|billion))(?!\w)", re.IGNORECASE)
_EACH = re.compile(  # leads to what each of the things so called gets, is or costs
    r"(?<!\w)(?:mỗi|từng|each|every) (?P<noun>[^\W\d_]+)(?P<words>(?: [^\W\d_]+){0,6}) \(?$", re.IGNORECASE
)
_EACH_AFTER = re.compile(  # "50.000 đồng mỗi hồ sơ", "2.000 đồng/trang"
    r" (?:(?:nghìn|ngàn|triệu|tr|tỷ) )?(?:đồng|đ|người|lượt|VND)"
    r"(?: (?:cho )?(?:mỗi|một|per|each) |/)(?P<noun>[^\W\d_]+)",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|khoảng|từ|đến|tối|ít nhất|hơn|gần|thêm|average|about|least|most)(?!\w)",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"[^.;:!?\n\d()]{0,40}?(?:[,(]|(?<!\w)(?:và|nên|vậy|tức))[^.;:!?\n\d()]{0,20}?(?<!\w)(?:tổng|hết|cộng|thành|tất cả|"
    r"cả thảy|thu được|thu đủ|thu về|là|được|trị giá|tương đương|total|in all|altogether|making)(?: [^\W\d_]+){0,5}:? ",
    re.IGNORECASE,
)
_UNIT = r"(?: (?!each(?!\w)|in(?!\w))[^\W\d_]+){0,3}"
_APIECE = re.compile(
    rf"(?P<unit>{_UNIT}) (?:each|apiece|a head)(?!\w)", re.IGNORECASE
)  # "35 homes at 120,000 dong each"
_EACH_OF = re.compile(r"(?<!\w)(?:each|apiece)(?!\w)", re.IGNORECASE)
_CURRENCY = re.compile(
    r"(?<!\w)(?:VND|USD|EUR|dong|đồng|thousand|million|billion|dollars?|euros?)(?!\w)", re.IGNORECASE
)
_COMES_TO = re.compile(
    r"[ ,;(–—-]*(?:(?:and|or|i\.e\.|that is|which|is|was|makes?|making|so|thus|in all|in total|total(?:l?ing)?|"
    r"altogether|for|of|a|the|comes? to|coming to|costing|worth|equal to|=|VND|USD|EUR)[ ,:(]*){1,5}",
    re.IGNORECASE,
)
_NEXT_TO = re.compile(r"(?: [^\W\d_]+){0,4}[ ,(–—-]*")
_ALL_TOLD = re.compile(rf"{_UNIT},? (?:in all|in total|altogether|all told|together)(?!\w)", re.IGNORECASE)
_SHARED_OUT = re.compile(rf"{_UNIT}(?: [^\W\d_]+){{0,4}}? (?:to|for|among|on|=)(?: [^\W\d_]+){{0,3}} ", re.IGNORECASE)
_NOUN = re.compile(r" ([^\W\d_]+)")
_FAR = 120  # characters between so many things and what each of them gets
_NEXT = 4  # characters of a currency before a number
_REACH = 30  # characters behind a figure
_MOST_BEFORE = 8  # counts of its noun before what each gets
_MOST_AFTER = 4  # figures behind a list of products that may be their totals


def product(whole: int, one: int, other: int, values: Sequence[Decimal], *, scale: int = 0) -> Relation:
    """The check that a quantity is the product of two others, read once for each; `scale`: tens by which it is less."""
    weights = (-_shorter(values[other], scale), one), (-_shorter(values[one], scale), other)
    readings = tuple(((1, whole), each) for each in weights)
    finer = places(_shorter(values[one] * values[other], scale)) > places(values[whole])
    slack = Decimal(1).scaleb(-places(values[whole])) if finer else Decimal(0)  # rounded
    return Relation(kind=Kind.PRODUCT, force=Force.CLAIMED, sums=readings, slack=slack)


def _shorter(value: Decimal, scale: int) -> Decimal:
    """A value by so many tens less, without noughts behind its comma."""
    less = value.scaleb(-scale)
    return less.quantize(Decimal(1)) if less == less.to_integral_value() else less.normalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A product of three figures."""

    whole: Figure
    one: Figure
    other: Figure

    @property
    def last(self) -> int:
        """The last of its figures."""
        return max(self.whole.index, self.other.index)


def multiplied(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Three figures with a sign of multiplication between two, and one of equality or a bracket at the third.

    "6 × 400.000 đồng = 2.400.000 đồng", "2.400.000 đồng (6 × 400.000 đồng)". Of several the totals, when those of what
    is multiplied or of what it comes to hold.
    """
    values = [one.value for one in found.quantities]
    prose = [one for one in figures if one.trio is None]
    told = list(_products(text, prose))
    for readings in (*_of_each(text, prose), *([one] for one in _apiece(text, prose))):
        checks = [_checked(text, each, found, values) for each in readings]
        every = tuple(terms for one in checks for terms in one.sums)
        yield replace(checks[0], force=Force.LIKELY, sums=every, slack=max(one.slack for one in checks))
    for each in told:
        yield _checked(text, each, found, values)
    for run in _runs(told):
        after = [one for one in figures[run[-1].last + 1 :][:_MOST_AFTER] if one.told]
        counts, sums = [each.one for each in run], [each.whole for each in run]
        for some, others in ((counts, sums), (sums, counts)):
            if (total := _total(some, after)) is not None:
                yield _sum(total, some, found)
                rest = [one for one in after if one is not total]
                yield from (_sum(one, others, found) for one in rest[:1])


def _checked(text: str, each: _Told, found: Known, values: Sequence[Decimal]) -> Relation:
    whole, one, other = (found.of_figure[figure.index] for figure in (each.whole, each.one, each.other))
    scale = _scale(text, each.whole) - _scale(text, each.one) - _scale(text, each.other)
    return product(whole, one, other, values, scale=scale)


def _of_each(text: str, told: Sequence[Figure]) -> Iterator[list[_Told]]:
    """Products in words: so many of a noun, what each of them gets, and what that comes to, before a bracket or after.

    One for each count of that noun, the nearest first; of several of which only all together are told none.
    """
    last = -1  # the end of the last "each" whose total is not told
    for place, other in enumerate(told):
        start, end = other.numeral.start, other.numeral.end
        lead = _EACH.search(text, max(0, start - _FAR), start)
        said = lead or _EACH_AFTER.match(text, end)
        if said is None or not _counted(other) or (lead and _ROUGHLY.search(lead["words"])):
            continue
        many = _so_many(text, told, place, said["noun"].lower())
        if not many:
            continue
        several = last >= 0 and not STOP.search(text, last, start)
        last = end
        wholes = [
            after
            for after in told[place + 1 : place + 2]
            if _IN_ALL.fullmatch(text, end if lead else said.end(), after.numeral.start)
        ]
        ahead = told[max(0, many[0] - 1) : many[0]]
        wholes += [before for before in ahead if _bracketed(text, before, told[many[0]], other)]
        for whole in wholes[:1] if not several else ():
            if _counted(whole) and _topic(text, whole) is _topic(text, other) is not None:
                last = -1
                yield [_Told(whole=whole, one=told[at], other=other) for at in many]


def _so_many(text: str, told: Sequence[Figure], place: int, noun: str) -> list[int]:
    """Where the counts of a noun stand before what each of it gets, the nearest first; [] when none is near."""
    told_so = [at for at in range(place) if _called(text, told[at]) == noun and _counted(told[at])][-_MOST_BEFORE:]
    near = told_so and told[place].numeral.start - told[told_so[-1]].numeral.end <= _FAR
    return told_so[::-1] if near else []


def _topic(text: str, one: Figure) -> Topic | None:
    """What words right after a number say that it counts; or its own: "chín triệu tư"."""
    return Topic.MONEY if is_amount(one.numeral.text) else topic_of(text, one.numeral.end)


def _apiece(text: str, told: Sequence[Figure]) -> Iterator[_Told]:
    """Products told by an "each" behind what each of the things before it gets, with what it comes to beside them.

    "35 homes got 120,000 dong each, 4,200,000 dong in all", "2.75 billion was lent to 55 homes at 50 million each".
    """
    for before, one, other, after in zip((None, *told), told, told[1:], (*told[2:], None), strict=False):
        said = _APIECE.match(text, other.numeral.end)
        if said is None or not (_counted(one) and _counted(other)) or _of_money(text, one):
            continue
        said_before = STOP.split(text[max(0, other.numeral.start - _FAR) : other.numeral.start])[-1]
        if STOP.search(_between(text, one, other)) or _EACH_OF.search(said_before):
            continue  # one of several, of which only all together may be told
        alike = (each for each in (after, before) if each is not None and _counted(each) and each is not one)
        for whole in alike:
            if _in_one_unit(text, whole, other, said["unit"]) and _beside(text, whole, one, said.end()):
                yield _Told(whole=whole, one=one, other=other)
                break


def _beside(text: str, whole: Figure, one: Figure, end: int) -> bool:
    """Whether a count says what so many at so much, told up to `end`, come to, or what was shared out so."""
    if whole.index < one.index:
        return _SHARED_OUT.fullmatch(text, whole.numeral.end, one.numeral.start) is not None
    gap = text[end : whole.numeral.start]
    concluded = _COMES_TO.fullmatch(gap) is not None
    return concluded or (_NEXT_TO.fullmatch(gap) is not None and _ALL_TOLD.match(text, whole.numeral.end) is not None)


def _of_money(text: str, one: Figure) -> bool:
    """Whether a currency or its thousands stand beside a number."""
    ahead = text[max(0, one.numeral.start - _NEXT) : one.numeral.start]
    return bool(_CURRENCY.match(ahead.strip()[-3:]) or _CURRENCY.match(text, one.numeral.end + 1))


def _in_one_unit(text: str, whole: Figure, other: Figure, unit: str) -> bool:
    """Whether what it comes to is money, as what each gets is, or the same things."""
    if _of_money(text, other):
        return _of_money(text, whole)
    noun = unit.split()[-1:]
    return bool(noun) and noun == [_called(text, whole)]


def _called(text: str, one: Figure) -> str:
    """The noun right behind a number."""
    found = _NOUN.match(text, one.numeral.end)
    return found[1].lower() if found else ""


def _bracketed(text: str, whole: Figure, one: Figure, other: Figure) -> bool:
    """Whether a bracket right behind a count tells of how many it is, and of how much each."""
    opens = _OPENS.fullmatch(_between(text, whole, one)) and "(" in _between(text, whole, one)
    return bool(opens) and ")" not in _between(text, one, other) and text.find(")", other.numeral.end) >= 0


def _products(text: str, told: Sequence[Figure]) -> Iterator[_Told]:
    for place, (one, other) in enumerate(pairwise(told)):
        if not (_counted(one) and _counted(other) and _TIMES.fullmatch(_between(text, one, other))):
            continue
        before, after = told[place - 1] if place else None, told[place + 2] if place + 2 < len(told) else None
        if before is not None and _TIMES.fullmatch(_between(text, before, one)):
            continue  # of three
        if after is not None and _counted(after) and _IS.fullmatch(_between(text, other, after)):
            yield _Told(whole=after, one=one, other=other)
        elif (
            before is not None
            and _counted(before)
            and _OPENS.fullmatch(_between(text, before, one))
            and _CLOSES.match(text[other.numeral.end : other.numeral.end + _REACH])
        ):
            yield _Told(whole=before, one=one, other=other)


def _counted(one: Figure) -> bool:
    return one.counts and one.numeral.form is Form.COUNT


def _between(text: str, one: Figure, other: Figure) -> str:
    return text[one.numeral.end : other.numeral.start]


def _scale(text: str, one: Figure) -> int:
    """The tens that a word behind a number stands for: "1,5 triệu đồng"."""
    word = _SCALE.match(text[one.numeral.end : one.numeral.end + _REACH])
    return 3 * (word.lastindex or 0) if word is not None else 0


def _runs(told: Sequence[_Told]) -> Iterator[Sequence[_Told]]:
    """Products that follow each other with no figure between."""
    run: list[_Told] = []
    for each in told:
        if run and min(each.whole.index, each.one.index) != run[-1].last + 1:
            if len(run) > 1:
                yield run
            run = []
        run = [*run, each]
    if len(run) > 1:
        yield run


def _total(parts: Sequence[Figure], after: Sequence[Figure]) -> Figure | None:
    """The figure that these come to."""
    total = sum((one.numeral.value for one in parts), start=Decimal(0))
    return next((one for one in after if one.numeral.value == total), None)


def _sum(total: Figure, parts: Sequence[Figure], found: Known) -> Relation:
    under = [found.of_figure[one.index] for one in parts]
    return Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([found.of_figure[total.index]], under),))
