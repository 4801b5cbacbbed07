"""Rates that say in the text's own words what they are, and of what: "tỷ lệ toàn trình trên số thủ tục được công khai".

The one count at which words of the one phrase stand, and the one with words of the other, are meant. A rate that is no
such share, but one slip from it, or that share of another whole, or another share of this whole, is wrong.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from motcua.statements.signs.figures import Bunch, Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.own_words import NOT_SO, after_figure, ahead_of_figure, led_by, own_words, said_at
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Force, Fraction, Kind, Relation, is_share, percent_of, slip, tells_share

__all__ = ["overruled", "phrased"]

_OF = re.compile(
    r"(?<!\w)(?:tính |chia )?(?:trên|so với|trong|của|out of|of)(?!\w)"
    r"(?: (?:tổng(?: số)?|số|toàn bộ|all|the|these|those))*(?= )",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\s*(?:tổng số|tổng|số|phần|toàn bộ)(?= )", re.IGNORECASE)  # right after a rate: what it is of
_ELSE = re.compile(  # a whole that is told right behind its words, or one of several: "3,24 % số đầu năm (5.768)"
    r"[^.;:,()\d]{0,60}(?:(?<=\w) \(\d[\d.,]*\)|(?:của|thuộc) [^\W\d]+(?: [^\W\d]+)? (?:này|ấy)(?!\w))"
)
_OR_MORE = re.compile(  # a group
    r"(?<!\w)(?:trở (?:lên|xuống)|or (?:above|below|more|less|better))(?!\w)", re.IGNORECASE
)
_THEN = re.compile(r"\s(?:thì )?(?:tỷ|tỉ) lệ\s|\sthe (?:share|rate) of\s", re.IGNORECASE)  # "trên số … thì tỷ lệ …"
_BEFORE = 6  # figures before a rate
_NEAR = 4  # sentences between a rate and what it speaks of
_FAR = 8  # between a rate and what it may have been taken of by mistake
_TIMES = 2  # as many own words as any other count
_MOST = 40  # counts near a rate in which words still tell one from the others


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A count near a rate, and its own words."""

    which: int
    value: Decimal
    aside: bool
    words: AbstractSet[str]
    led: AbstractSet[str]  # what it is said to be one of
    under: int | None  # the whole of its breakdown


def phrased(text: str, figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[Relation]:
    """A claim for every rate that is not the share that it says."""
    prose = [one for one in figures if one.trio is None]
    said = dict(said_at(text, prose))
    for one in prose:
        if one.of in said:  # "66 trong 110 hộ dự họp": the words behind both are of both
            said[one.index] |= said[one.of]
    places = {one.index: at for at, one in enumerate(prose)}
    told = [one for one in prose if one.told]
    counts = [
        _Told(
            which=found.of_figure[one.index],
            value=one.numeral.value,
            aside=one.aside,
            words=said[one.index],
            led=own_words(led_by(text, prose, places[one.index])),
            under=found.of_figure[bunches[one.bunch].whole] if one.bunch is not None else None,
        )
        for one in told
    ]
    exact = [one for one in prose if one.numeral.form is Form.COUNT and one.numeral.hedge is Hedge.EXACT]
    every = [one.block for one in exact]
    blocks = [one.block for one in told]
    for at, rate in enumerate(prose):
        near = counts[bisect_left(blocks, rate.block - _NEAR) : bisect_right(blocks, rate.block + _NEAR)]
        if not rate.rates or len(near) > _MOST or _of_its_count(rate, figures) or _ELSE.match(text, rate.numeral.end):
            continue
        part, whole, of = _share(text, prose, at, near, found)
        around = exact[bisect_left(every, rate.block - _FAR) : bisect_right(every, rate.block + _FAR)]
        close = {one.which for one in near}
        values = {
            one.numeral.value for one in around if found.of_figure[one.index] in close or not of & said[one.index]
        }
        if part is None or whole is None or _elsewhere(rate, part, whole, figures, found):
            continue
        if _wrong(rate, part.value, whole.value, values):
            fraction = Fraction(over=(part.which,), under=(whole.which,), name="named")
            which = found.of_figure[rate.index]
            yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=which, said=True)


def _of_its_count(rate: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it is right of the very counts that it stands beside: "36 of these 40, or 90.0 %"."""
    if rate.said_of is None or rate.of is None:
        return False
    return is_share(rate.numeral.value, figures[rate.said_of].numeral.value, figures[rate.of].numeral.value)


def _wrong(rate: Figure, part: Decimal, whole: Decimal, near: AbstractSet[Decimal]) -> bool:
    """Whether a rate is no such share, but one slip from it, or a share that has to do with one of the two.

    A slip explains one without decimals too easily.
    """
    printed = rate.numeral.value
    right = percent_of(part, whole, rate.numeral.decimals, ROUND_HALF_UP)
    slipped = rate.numeral.decimals > 0 and slip(printed, right, rate=True) in SMALL
    meant = slipped or any(
        tells_share(printed, part, one) or tells_share(printed, one, whole) or tells_share(printed, one, part)
        for one in near
    )
    return meant and not is_share(printed, part, whole)


def _elsewhere(rate: Figure, part: _Told, whole: _Told, figures: Sequence[Figure], found: Known) -> bool:
    """Whether the whole is of a later line, or the rate is right of what a count became: "tăng từ 6 lên 8 người"."""
    last = figures[max(0, rate.index - _BEFORE) : rate.index]
    pairs = ((figures[one.index - 1], one) for one in last if one.index and one.numeral.form is Form.COUNT)
    became = (one.numeral.value for then, one in pairs if then.compared and then.block == one.block)
    later = figures[found.quantities[whole.which].figures[0]].line > rate.line
    return later or any(is_share(rate.numeral.value, part.value, value) for value in became if value)


def _share(
    text: str, prose: Sequence[Figure], at: int, near: Sequence[_Told], found: Known
) -> tuple[_Told | None, _Told | None, AbstractSet[str]]:
    """What a rate counts, and of what it says that it is, and by which words."""
    said = prose[at].said_of
    counted, of = _phrases(text, prose, at)
    everywhere = frozenset[str]().union(*(one.words for one in near))
    if said is None and of and of <= everywhere and not counted and at and prose[at - 1].block == prose[at].block:
        said = prose[at - 1].index  # "324 …, which is 67.5 % of those"
    if said is None and not of:
        return (*_led(prose[at], counted, near), frozenset())
    if said is None:
        whole = _meant(of, near)
        part = _meant(counted, [one for one in near if one.value < whole.value]) if whole else _meant(counted, near)
        return part, whole or _split(of, part, near), of
    part = next((one for one in near if one.which == found.of_figure[said]), None)
    if part is None:
        return None, None, of
    of = of or part.led
    wider = [one for one in near if one.value > part.value and one.aside == part.aside]
    return part, _meant(of, wider) or _split(of, part, wider), of


def _split(of: AbstractSet[str], part: _Told | None, near: Sequence[_Told]) -> _Told | None:
    """The whole of the breakdown of a part, when all words of a phrase stand at it, and at no count beside that."""
    if part is None or part.under is None or not of - NOT_SO:
        return None
    told = [one for one in near if of <= one.words and one.value > part.value and one.under != part.under]
    return told[0] if {one.which for one in told} == {part.under} else None


def _led(rate: Figure, asked: AbstractSet[str], near: Sequence[_Told]) -> tuple[_Told | None, _Told | None]:
    """A count that a rate names, and what that is said to be one of, when the rate names this too or is a slip away.

    "Trong số hộ đăng ký, 208 hộ theo học … tỷ lệ hộ đăng ký theo học"
    """
    for part in near:
        whole = _meant(part.led, [one for one in near if one.value > part.value]) if part.led else None
        known = whole is not None and asked <= part.words | whole.words
        if whole is None or not known or _meant(asked - whole.words, near) is not part:
            continue
        slipped = slip(
            rate.numeral.value, percent_of(part.value, whole.value, rate.numeral.decimals, ROUND_HALF_UP), rate=True
        )
        plain = not any(is_share(rate.numeral.value, part.value, one.value) for one in near)
        if asked & whole.words - part.words or (slipped in SMALL and plain):
            return part, whole
    return None, None


def overruled(relations: Sequence[Relation], said: Sequence[Relation]) -> list[Relation]:
    """The same checks, with those of rates that say themselves what they are instead of any other of them.

    What a rate is of keeps the name that another check has for it.
    """
    printed = {one.printed for one in said}
    names = {(one.printed, each.over, each.under): each.name for one in relations for each in one.fractions}
    told = (
        replace(one, fractions=tuple(_called(each, names.get((one.printed, each.over, each.under))) for each in parts))
        for one in said
        for parts in [one.fractions]
    )
    return [*(one for one in relations if one.kind is not Kind.RATE or one.printed not in printed), *told]


def _called(one: Fraction, name: str | None) -> Fraction:
    return replace(one, name=name) if name else one


def _phrases(text: str, figures: Sequence[Figure], at: int) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """The words around a rate for what it counts, and those for what it is of; none when it does not say so."""
    ahead, after = ahead_of_figure(text, figures, at), after_figure(text, figures, at)
    if _WHOLE.match(ahead) and at and figures[at - 1].rates:
        ahead = ""  # of what the rate before it is: "1,96 % số đã trả và 1,77 % số đã nhận"
    if mark := _WHOLE.match(after):
        if _OR_MORE.search(after):
            return frozenset(), frozenset()
        return own_words(ahead), own_words(after[mark.end() :])
    for said, other in ((after, ahead), (ahead, after)) if figures[at].said_of is None else ((after, ahead),):
        if marks := list(_OF.finditer(said)):
            if _OR_MORE.search(said, marks[-1].end()):
                return frozenset(), frozenset()
            of, _, counted = _THEN.sub("\n", said[marks[-1].end() :], 1).partition("\n")
            return own_words(f"{other} {said[: marks[-1].start()]} {counted}"), own_words(of)
    return own_words(f"{ahead} {after}"), frozenset()


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
    most = max((many for many, _ in own), default=0)
    likely = [one for many, one in own if many and many * _TIMES > most]
    if len(likely) > 1:  # "the new registrations": the new ones of them
        likely = [one for one in likely if one.which not in {other.under for other in likely}]
    return likely[0] if len({one.value for one in likely}) == 1 else None
