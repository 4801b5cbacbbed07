"""Rates that say in the text's own words what they are, and of what: "tỷ lệ toàn trình trên số thủ tục được công khai".

The one count at which words of the one phrase stand, and the one with words of the other, are meant. A rate that is no
such share, but one slip from it, or that share of another whole, or another share of this whole, is wrong.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import ROUND_HALF_UP

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.own_words import NOT_SO, after_figure, ahead_of_figure, own_words, said_at
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Force, Fraction, Kind, Relation, is_share, percent_of, slip

__all__ = ["overruled", "phrased"]

_OF = re.compile(
    r"(?<!\w)(?:tính |chia )?(?:trên|so với|trong|của|out of|of)(?!\w)"
    r"(?: (?:tổng(?: số)?|số|toàn bộ|all|the|these|those))*(?= )",
    re.IGNORECASE,
)
_NEAR = 4  # sentences between a rate and what it speaks of
_MOST = 40  # counts near a rate in which words still tell one from the others

_Words = Mapping[int, AbstractSet[str]]


def phrased(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for every rate that is not the share that it says."""
    prose = [one for one in figures if one.trio is None]
    words = dict(said_at(text, prose))
    values = {one.index: one.value for one in found.quantities}
    counts = [one for one in prose if one.told]
    blocks = [one.block for one in counts]
    for at, rate in enumerate(prose):
        phrases = _phrases(text, prose, at) if rate.rates and rate.numeral.decimals else None
        near = counts[bisect_left(blocks, rate.block - _NEAR) : bisect_right(blocks, rate.block + _NEAR)]
        if phrases is None or len(near) > _MOST:
            continue
        whole = _meant(phrases[1], near, words, found)
        others = [one for one in near if found.of_figure[one.index] != whole]
        part = found.of_figure[rate.said_of] if rate.said_of is not None else _meant(phrases[0], others, words, found)
        if part is None or whole is None or not values[part] < values[whole]:
            continue
        told = [values[found.of_figure[one.index]] for one in near]
        printed = rate.numeral.value
        right = percent_of(values[part], values[whole], rate.numeral.decimals, ROUND_HALF_UP)
        meant = slip(printed, right, rate=True) in SMALL or any(
            is_share(printed, values[part], one) or is_share(printed, one, values[whole]) for one in told
        )
        if meant and not is_share(printed, values[part], values[whole]):
            fraction = Fraction(over=(part,), under=(whole,), name="named")
            which = found.of_figure[rate.index]
            yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=which)


def overruled(relations: Sequence[Relation], said: Sequence[Relation]) -> list[Relation]:
    """The same checks, with those of rates that say themselves what they are instead of any other of them."""
    printed = {one.printed for one in said}
    return [*(one for one in relations if one.kind is not Kind.RATE or one.printed not in printed), *said]


def _phrases(text: str, figures: Sequence[Figure], at: int) -> tuple[AbstractSet[str], AbstractSet[str]] | None:
    """The words around a rate for what it counts, and those for what it is of; None when it does not say the latter."""
    ahead, after = ahead_of_figure(text, figures, at), after_figure(text, figures, at)
    for said, other in ((after, ahead), (ahead, after)):
        if marks := list(_OF.finditer(said)):
            return own_words(f"{other} {said[: marks[-1].start()]}"), own_words(said[marks[-1].end() :])
    return None


def _meant(asked: AbstractSet[str], near: Sequence[Figure], words: _Words, found: Known) -> int | None:
    """The only quantity that words of a phrase stand at; "not" must stand at both or at none."""
    where: dict[str, set[int]] = {}
    for one in near:
        for word in words[one.index]:
            where.setdefault(word, set()).add(found.of_figure[one.index])
    meant = {
        found.of_figure[one.index]
        for one in near
        if bool(asked & NOT_SO) == bool(words[one.index] & NOT_SO)
        and any(len(where[word]) == 1 for word in (asked & words[one.index]) - NOT_SO)
    }
    return meant.pop() if len(meant) == 1 else None
