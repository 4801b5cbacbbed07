"""Two groups that overlap, and how many are in both: "14 hộ chưa đạt, 9 hộ vì rác, 6 hộ vì tiếng ồn, 1 hộ vì cả hai".

All are those of the one and of the other less those of both. Some may be in neither, so that it fails only when the two
come to more than there are, when more are in both than in one of them, or when the text concludes what all are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.wording import GROUP
from motcua.sums import SMALL, Force, Kind, Relation, slip

__all__ = ["overlapping"]

_FIGURES = 4  # the whole, both groups, and what is in both
_APART = 2  # sentences, and what semicolons part, between neighbours
_PLACES = rf"(?:{GROUP}|bên|xã|phường|thôn|điểm|quý|tháng|năm|đợt|quầy)"  # of which counts are added
_BOTH = re.compile(  # right behind a count: what it counts is in both
    rf"[^.;:,()\d\n]{{0,50}}?(?<!\w)(?:cả (?:hai|2)(?! {_PLACES}(?!\w))|"
    r"vừa [^.;:()\d\n]{2,60} vừa|both(?! (?:wards|communes|sites|months|years)))(?!\w)",
    re.IGNORECASE,
)
_SO = re.compile(
    r"(?<!\w)(?:nên|như (?:vậy|thế)|vậy|do đó|tức(?: là)?|tính ra|so|thus|hence|therefore)(?!\w)", re.IGNORECASE
)


def overlapping(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The sum of every whole, two groups and those in both that cannot be so, and is but for a slip."""
    told = [one for one in figures if one.told]
    for at in range(len(told) - _FIGURES + 1):
        row = told[at : at + _FIGURES]
        if not all(after.block - one.block <= _APART for one, after in pairwise(row)):
            continue
        *groups, both, whole = row
        if _in_both(text, both) and _SO.search(text, both.numeral.end, whole.numeral.start):
            yield from _sum(text, whole, groups, both, found, concluded=True)
        whole, *groups, both = row
        if _in_both(text, both) and not _goes_on(text, both, told[at + _FIGURES : at + _FIGURES + 1]):
            yield from _sum(text, whole, groups, both, found, concluded=False)


def _in_both(text: str, one: Figure) -> bool:
    return _BOTH.match(text, one.numeral.end) is not None


def _goes_on(text: str, both: Figure, after: Sequence[Figure]) -> bool:
    """Whether the whole is concluded behind those in both, so that the count before the groups is of something else."""
    return any(
        one.block - both.block <= _APART and _SO.search(text, both.numeral.end, one.numeral.start) for one in after
    )


def _sum(
    text: str, whole: Figure, groups: Sequence[Figure], both: Figure, found: Known, *, concluded: bool
) -> Iterator[Relation]:
    """Nothing when these may be so, are of several nouns, or no slip explains them."""
    values, common = [one.numeral.value for one in groups], both.numeral.value
    twice = sum(values) - whole.numeral.value  # as many as must be in both
    senseless = twice > common or common > min(values)
    rights = [(whole.numeral.value, whole.numeral.value + twice - common), (common, twice)]
    rights += [(value, value + common - twice) for value in values]
    explained = any(right > 0 and slip(value, right) in SMALL for value, right in rights)
    signs = ((1, whole), (1, both), *((-1, one) for one in groups))
    terms = tuple((weight, found.of_figure[one.index]) for weight, one in signs)
    apart = len({which for _, which in terms}) == len(terms)
    if twice != common and (senseless or concluded) and explained and apart and _alike(text, (whole, *groups, both)):
        yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(terms,), listed=True)


def _alike(text: str, every: Sequence[Figure]) -> bool:
    """Whether they are counted in one noun, or in several that mean the same: people."""
    nouns = {noun_after(text, one.numeral.end, in_english=False) for one in every} - {""}
    return len(nouns) <= 1 or len({one.topic for one in every} - {None}) == 1
