"""Rates that say in the text's own words what they are, and of what: "tỷ lệ toàn trình trên số thủ tục được công khai".

The one count at which words of the one phrase stand, and the one with words of the other, are meant. A rate that is no
such share, but one slip from it, or that share of another whole, or another share of this whole, is wrong.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from operator import itemgetter

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.own_words import NOT_SO, after_figure, ahead_of_figure, led_by, own_words, said_at
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Force, Fraction, Kind, Relation, is_share, percent_of, slip

__all__ = ["overruled", "phrased"]

_OF = re.compile(
    r"(?<!\w)(?:tính |chia )?(?:trên|so với|trong|của|out of|of)(?!\w)"
    r"(?: (?:tổng(?: số)?|số|toàn bộ|all|the|these|those))*(?= )",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\s*(?:tổng số|tổng|số|phần|toàn bộ)(?= )", re.IGNORECASE)  # right after a rate: what it is of
_THEN = re.compile(r"\s(?:thì )?(?:tỷ|tỉ) lệ\s|\sthe (?:share|rate) of\s", re.IGNORECASE)  # "trên số … thì tỷ lệ …"
_JOINS = re.compile(r"(?: [^\W\d]+){0,3} (?:của|cho|với|trong|thuộc|from|of|for|with|in) ", re.IGNORECASE)
_NEAR = 4  # sentences between a rate and what it speaks of
_TIMES = 2  # as many own words as any other count
_MOST = 40  # counts near a rate in which words still tell one from the others


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A count near a rate, and its own words."""

    which: int
    value: Decimal
    aside: bool
    words: AbstractSet[str]


def phrased(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for every rate that is not the share that it says."""
    prose = [one for one in figures if one.trio is None]
    said = dict(said_at(text, prose))
    places = {one.index: at for at, one in enumerate(prose)}
    told = [one for one in prose if one.told]
    counts = [
        _Told(which=which, value=found.quantities[which].value, aside=one.aside, words=said[one.index])
        for one in told
        for which in [found.of_figure[one.index]]
    ]
    blocks = [one.block for one in told]
    for at, rate in enumerate(prose):
        near = counts[bisect_left(blocks, rate.block - _NEAR) : bisect_right(blocks, rate.block + _NEAR)]
        if not rate.rates or not rate.numeral.decimals or len(near) > _MOST or _of_its_count(rate, figures):
            continue
        part, whole = _share(text, prose, at, places, near, found)
        twin = _joined(text, prose, places[rate.said_of]) if rate.said_of is not None else None
        if twin is not None and whole is not None and is_share(rate.numeral.value, twin.numeral.value, whole.value):
            continue
        if part is not None and whole is not None and _wrong(rate, part, whole, near):
            fraction = Fraction(over=(part.which,), under=(whole.which,), name="named")
            which = found.of_figure[rate.index]
            yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=which, said=True)


def _of_its_count(rate: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it is right of the very counts that it stands beside: "36 of these 40, or 90.0 %"."""
    if rate.said_of is None or rate.of is None:
        return False
    return is_share(rate.numeral.value, figures[rate.said_of].numeral.value, figures[rate.of].numeral.value)


def _joined(text: str, prose: Sequence[Figure], at: int) -> Figure | None:
    """The count that only a few words join to this one: "đã thu 405 triệu đồng của 45 quyết định (81,5 % số tiền)"."""
    before = prose[at - 1] if at else prose[at]
    joined = _JOINS.fullmatch(text, before.numeral.end, prose[at].numeral.start) is not None
    return before if joined and before.told else None


def _wrong(rate: Figure, part: _Told, whole: _Told, near: Sequence[_Told]) -> bool:
    """Whether a rate is no such share, but one slip from it, or that share of another count, or another's of this."""
    printed = rate.numeral.value
    right = percent_of(part.value, whole.value, rate.numeral.decimals, ROUND_HALF_UP)
    meant = slip(printed, right, rate=True) in SMALL or any(
        is_share(printed, part.value, one.value) or is_share(printed, one.value, whole.value) for one in near
    )
    return meant and not is_share(printed, part.value, whole.value)


def _share(
    text: str, prose: Sequence[Figure], at: int, places: Mapping[int, int], near: Sequence[_Told], found: Known
) -> tuple[_Told | None, _Told | None]:
    """What a rate counts, and of what it says that it is."""
    said = prose[at].said_of
    counted, of = _phrases(text, prose, at)
    everywhere = frozenset[str]().union(*(one.words for one in near))
    if said is None and of and of <= everywhere and not counted and at and prose[at - 1].block == prose[at].block:
        said = prose[at - 1].index  # "324 …, which is 67.5 % of those"
    if said is None:
        whole = _meant(of, near)
        return (_meant(counted, [one for one in near if one.value < whole.value]), whole) if whole else (None, None)
    part = next((one for one in near if one.which == found.of_figure[said]), None)
    if part is None:
        return None, None
    of = of or own_words(led_by(text, prose, places[said]))
    return part, _meant(of, [one for one in near if one.value > part.value and one.aside == part.aside])


def overruled(relations: Sequence[Relation], said: Sequence[Relation]) -> list[Relation]:
    """The same checks, with those of rates that say themselves what they are instead of any other of them."""
    printed = {one.printed for one in said}
    return [*(one for one in relations if one.kind is not Kind.RATE or one.printed not in printed), *said]


def _phrases(text: str, figures: Sequence[Figure], at: int) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """The words around a rate for what it counts, and those for what it is of; none when it does not say so."""
    ahead, after = ahead_of_figure(text, figures, at), after_figure(text, figures, at)
    if _WHOLE.match(ahead) and at and figures[at - 1].rates:
        ahead = ""  # of what the rate before it is: "1,96 % số đã trả và 1,77 % số đã nhận"
    if mark := _WHOLE.match(after):
        return own_words(ahead), own_words(after[mark.end() :])
    for said, other in ((after, ahead), (ahead, after)) if figures[at].said_of is None else ((after, ahead),):
        if marks := list(_OF.finditer(said)):
            of, _, counted = _THEN.sub("\n", said[marks[-1].end() :], 1).partition("\n")
            return own_words(f"{other} {said[: marks[-1].start()]} {counted}"), own_words(of)
    return frozenset(), frozenset()


def _meant(asked: AbstractSet[str], told: Sequence[_Told]) -> _Told | None:
    """The count at which words of a phrase stand that stand at no other; "not" must stand at both or at none.

    Counts of one value are one; the last is given.
    """
    alike = [one for one in told if bool(asked & NOT_SO) == bool(one.words & NOT_SO)]
    where: dict[str, set[Decimal]] = {}
    for one in alike:
        for word in one.words:
            where.setdefault(word, set()).add(one.value)
    own = [(sum(len(where[word]) == 1 for word in (asked & one.words) - NOT_SO), one) for one in reversed(alike)]
    most, meant = max(own, key=itemgetter(0), default=(0, None))
    if meant is None or any(many * _TIMES > most for many, one in own if one.value != meant.value):
        return None
    return meant if most else None
