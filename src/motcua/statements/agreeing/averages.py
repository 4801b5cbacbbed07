"""Averages: "trong 22 ngày nhận 1.166 hồ sơ, bình quân 53 hồ sơ/ngày".

What each gets is said of a noun; how many there are of these is counted under the same noun shortly before, or in a
bracket right after; and what they got in all under the noun of the average.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.statements.signs.averaging import average_of
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic, topic_of
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Force, Kind, Relation, places, slip

__all__ = ["averaged"]

_NEAR = 2  # sentences, and what semicolons part, between an average and what it is of
_BEFORE = 8  # figures before it
_LIKE = 2  # times as much, at most, that a wrong average is
_BRACKET = re.compile(r"[^.;:()\n\d]{0,30}\(\s*$")
_ROUGHLY = re.compile(r"(?<!\w)(?:khoảng|gần|hơn|trên|dưới|chừng|tới|about|nearly|over|almost)\s*$", re.IGNORECASE)
_LEAD = 12  # characters before a number


@dataclass(frozen=True, slots=True, kw_only=True)
class _Of:
    """All there is, how many share it, and whether both stand in the sentence of the average."""

    total: Figure
    sharers: Figure
    beside: bool


def averaged(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A check for every average of what is told: a claim when all stands beside it, else a slip must explain it."""
    prose = [one for one in figures if one.trio is None]
    for at, one in enumerate(prose):
        noun = average_of(text, one.numeral.start, one.numeral.end) if one.numeral.form is Form.COUNT else None
        if not noun or _ROUGHLY.search(text, max(0, one.numeral.start - _LEAD), one.numeral.start):
            continue
        pairs = list(_pairs(text, prose, at, noun))
        told = next((pair for pair in pairs if _is(one, pair)), pairs[0] if pairs else None)
        if told is not None and (_is(one, told) or _likely(one, told, only=len(pairs) == 1)):
            yield _relation(one, told, found, claimed=told.beside and len(pairs) == 1)


def _pairs(text: str, prose: Sequence[Figure], at: int, noun: str) -> Iterator[_Of]:
    """The nearest first."""
    one = prose[at]
    near = [each for each in prose[max(0, at - _BEFORE) : at] if one.block - each.block <= _NEAR]
    told = [each for each in reversed(near) if each.numeral.form is Form.COUNT and each.numeral.hedge is Hedge.EXACT]
    after = prose[at + 1 : at + 2]
    inside = [each for each in after if _BRACKET.fullmatch(text, one.numeral.end, each.numeral.start)]
    sharers = [each for each in (*inside, *told) if _called(text, each, noun)]
    totals = [each for each in told if _alike(text, each, one) and each.numeral.value >= one.numeral.value]
    for total in totals:
        for each in sharers:
            if each is not total and each.numeral.value > 1:
                yield _Of(total=total, sharers=each, beside=total.block == each.block == one.block)


def _called(text: str, one: Figure, noun: str) -> bool:
    """Whether a count is of what shares; people are called many names."""
    own, kind = noun_after(text, one.numeral.end, in_english=False), topic_of(text, one.numeral.end)
    people = topic_of(f" {noun}", 0) is Topic.PEOPLE and kind in {Topic.PEOPLE, None}
    return own in {noun, f"{noun}s"} or (people and own not in {"lượt", ""})


def _alike(text: str, total: Figure, one: Figure) -> bool:
    """Whether a count is of what an average is of, by the word after it or by its kind."""
    words = [noun_after(text, each.numeral.end, in_english=False) for each in (total, one)]
    kinds = [topic_of(text, each.numeral.end) for each in (total, one)]
    return words[0] == words[1] != "" or kinds[0] is kinds[1] is not None


def _exact(told: _Of) -> Decimal:
    return told.total.numeral.value / told.sharers.numeral.value


def _is(one: Figure, told: _Of) -> bool:
    """Whether it is that average, rounded or cut."""
    return abs(_exact(told) - one.numeral.value) < Decimal(1).scaleb(-one.numeral.decimals)


def _likely(one: Figure, told: _Of, *, only: bool) -> bool:
    """Whether an average that is not so was meant to be: one slip away, or not far off and of nothing else."""
    printed = one.numeral.value
    right = round(_exact(told), places(printed))
    near = right <= printed * _LIKE <= right * _LIKE * _LIKE
    return slip(printed, right) in SMALL or (only and told.beside and near)


def _relation(one: Figure, told: _Of, found: Known, *, claimed: bool) -> Relation:
    """The total is the average times those who share it, give or take its rounding."""
    whole, many, each = (found.of_figure[figure.index] for figure in (told.total, told.sharers, one))
    sums = (
        ((1, whole), (-told.sharers.numeral.value, each)),
        ((1, whole), (-one.numeral.value, many)),
    )
    unit = told.sharers.numeral.value.scaleb(-one.numeral.decimals)
    far = abs(told.total.numeral.value - told.sharers.numeral.value * one.numeral.value)
    cut = unit / 2 < far < unit
    exact = not far
    return Relation(
        kind=Kind.PRODUCT,
        force=Force.CLAIMED if claimed else Force.LIKELY,
        sums=sums,
        slack=Decimal(0) if exact else unit if cut else unit / 2,
        printed=each,
        said=True,
    )
