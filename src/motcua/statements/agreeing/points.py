"""How far two rates are apart: "91,7 % … 96,2 %, tăng 4,5 điểm phần trăm", "rose from 91.7 to 96.2 %, by 4.5 points".

Whatever the two are called: there are no other rates beside the difference, and it is told in points. So is how far
others are behind one: "tổ Một 46 điểm; tổ Hai 41 điểm, kém 5 điểm; …", which most of them show to be the first.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stops import STOP
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["behind", "points"]

_POINTS = re.compile(
    r"[ \u00a0-]?(?:điểm (?:phần trăm|%)|(?:percentage|per ?cent|%)[- ]points?|points?|pp)(?!\w)(?! of)", re.IGNORECASE
)
_BESIDE = 1  # sentences between the two rates and the difference
_MOST = 6  # figures before it, or after it
_PAIR = 2
_ROUND = 5
_TO = re.compile(  # between two rates of one thing
    r"(?<!\w)(?:lên|xuống|còn|so với|to|up from|down from|against|compared (?:with|to))(?: [^\W\d]+){0,3} ?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(  # between a count and how far it is behind, or ahead
    r"(?: [^\W\d]+){1,3},? \(?(?:đứng sau |xếp sau )?(?:kém|hơn|(?:thấp|cao|ít|nhiều) hơn|cách)(?: [^\W\d]+){0,5} "
)
_SHOW = 2  # of them that show which one all are held against
_AHEAD = 8  # counts before the first of them


def behind(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """How far each is from the one that at least two of them are so far from, when that is told of all in one noun."""
    counts = [one for one in figures if one.told]
    for _, told in groupby(counts, key=lambda one: one.paragraph):
        near = list(told)
        pairs = [
            (at, one, gap)
            for at, (one, gap) in enumerate(pairwise(near))
            if _BEHIND.fullmatch(text, one.numeral.end, gap.numeral.start) and len(_nouns(text, one, gap)) == 1
        ]
        tops = near[max(0, pairs[0][0] - _AHEAD) : pairs[0][0]] if len(pairs) > _SHOW else ()
        for top in tops:
            apart = [(one, gap, abs(top.numeral.value - one.numeral.value)) for _, one, gap in pairs]
            right = [one.numeral.value for one, gap, by in apart if by == gap.numeral.value]
            if len({*right}) < max(_SHOW, len(pairs) - 1) or len(_nouns(text, top, *(one for one, *_ in apart))) != 1:
                continue
            for one, gap, _ in apart:
                more, less = sorted((top, one), key=lambda each: each.numeral.value, reverse=True)
                first, second, by = (found.of_figure[each.index] for each in (more, less, gap))
                if len({first, second, by}) > _PAIR:
                    sums = (weighted([first], [second, by]),)
                    yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums, listed=True)


def _nouns(text: str, *counts: Figure) -> set[str]:
    """What they count; "" when the text does not say it."""
    return {noun_after(text, one.numeral.end, in_english=False) for one in counts}


def points(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The difference of the only two rates beside each number of points."""
    for change in figures:
        if _of_points(text, change):
            pair = _two_rates(text, change, figures)
            if pair is not None:
                yield from _difference(text, change, pair, found)


def _of_points(text: str, one: Figure) -> bool:
    """Whether it is an exact number of points, with the decimals of a difference of rates."""
    plain = one.trio is None and one.numeral.form is Form.COUNT and one.numeral.hedge is not Hedge.ABOUT
    return plain and _POINTS.match(text, one.numeral.end) is not None


def _two_rates(text: str, change: Figure, figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The two rates of its sentence, else the one of it and the one of the sentence before."""
    at = change.index
    around = [*figures[max(0, at - _MOST) : at], *figures[at + 1 : at + 1 + _MOST]]
    near = [one for one in around if one.trio is None and one.paragraph == change.paragraph]
    here = [one for one in near if one.block == change.block and _rate(one)]
    last = [one for one in near if one.block == change.block - _BESIDE and _rate(one)]
    ahead = [one for one in near if one.block == change.block - _BESIDE - 1 and _rate(one)]
    if not last and len(ahead) == 1 and len(STOP.findall(text, ahead[0].numeral.end, change.numeral.start)) == 1:
        last = ahead  # behind a semicolon of the sentence before another count may stand
    several = any(_of_points(text, one) for one in near if change.block - one.block in {0, _BESIDE})
    told = here if len(here) == _PAIR else [*last, *here] if len(last) == len(here) == 1 else last if not here else []
    if last and last is not ahead and last[0] in told and ahead and _parted(text, ahead[-1], last[0]):
        return None  # "trực tuyến 94,93 %; trực tiếp 5,07 %. So với chỉ tiêu 90 % vượt 4,93 điểm": of either
    if len(told) != _PAIR or several or any(one.numeral.hedge is not Hedge.EXACT for one in told):
        return None
    return told[0], told[1]


def _parted(text: str, one: Figure, other: Figure) -> bool:
    """Whether only a semicolon parts two rates."""
    return STOP.search(text, one.numeral.end, other.numeral.start) is None


def _rate(one: Figure) -> bool:
    return one.numeral.form is Form.PERCENT


def _difference(text: str, change: Figure, pair: tuple[Figure, Figure], found: Known) -> Iterator[Relation]:
    """The check of it, give or take what both were rounded by; it does not tell which is the later.

    Where it holds that is good news of both rates, and no more.
    """
    more, less = sorted(pair, key=lambda one: one.numeral.value, reverse=True)
    decimals = {one.numeral.decimals for one in pair if one.numeral.value % _ROUND}  # a target is not rounded
    exact = more.numeral.value - less.numeral.value == change.numeral.value
    if decimals != {change.numeral.decimals} and not exact:
        return  # reckoned from what was not rounded, or told roughly
    slack = Decimal(1).scaleb(-change.numeral.decimals)
    first, second, apart = (found.of_figure[one.index] for one in (more, less, change))
    if len({first, second, apart}) < _PAIR + 1:
        return
    terms, turned = weighted([first], [second, apart]), weighted([second], [first, apart])
    if abs(more.numeral.value - less.numeral.value - change.numeral.value) <= slack:
        yield Relation(kind=Kind.SUM, force=Force.LOOSE, sums=(terms, turned), slack=slack, listed=True)
        return
    one, other = sorted(pair, key=lambda each: each.numeral.start)
    said = _TO.search(text[one.numeral.end : other.numeral.start])
    force = Force.CLAIMED if said else Force.LIKELY
    yield Relation(kind=Kind.SUM, force=force, sums=(terms,), slack=slack, listed=True)
