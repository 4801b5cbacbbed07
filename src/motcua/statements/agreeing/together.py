"""Totals that words call so, after their parts: "Cộng hai quý là 2.814", "Gộp ba mảng 2.938 việc", "thành ra 400".

Which counts are meant the numbers show: as many in a row as it says, or all of the sentence, that come to it or that
come to it but for one slip.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.statements.signs.figures import Figure, before, noun_of
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import tells_total
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.spoken import number
from motcua.statements.signs.wording import HOW_MANY
from motcua.sums import SMALL, Force, Kind, Relation, slip, weighted

__all__ = ["together"]

_AND_SO = r"\W*(?:(?:và|hay|như vậy|vậy|tức|and|so),? )?"
_MAKES = r"(?: (?:là|được|có|thành|make|makes|come to|comes to|came to|is))?\W*"
_SO_MANY = re.compile(
    rf"{_AND_SO}(?:tổng cộng|tổng|cộng|gộp|tính|cả|all|together,? the|the)(?: (?:lại|chung|cả|gộp))*"
    rf" (?P<many>{HOW_MANY})(?: [^\W\d]+){{1,3}}?(?: (?:cộng|gộp)(?: lại)?| together)?{_MAKES}",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"{_AND_SO}(?:tổng cộng|cộng|tất cả|cả thảy|thành ra|cộng lại|gộp lại|in all|altogether|i\.e\.,?|that is,?)"
    rf"{_MAKES}",
    re.IGNORECASE,
)
_NEAR = 3  # sentences between the parts and their total
_LEAST = 20  # what comes to less does so by chance


def together(figures: Sequence[Figure], found: Known, *, in_english: bool = False) -> Iterator[Relation]:
    """The sums of such totals; of ratios those of both their numbers."""
    for total in figures:
        form = total.numeral.form
        if form is Form.PERCENT or total.trio is not None or not total.counts or total.numeral.value < _LEAST:
            continue
        lead = total.words.partition(total.numeral.text)[0]
        said = _SO_MANY.fullmatch(lead)
        many = number(said["many"]) if said else 0
        near = [one for one in before(figures, total.index) if total.block - one.block <= _NEAR]
        ended = (
            bool(near) and near[-1].block == total.block and tells_total(total.words, total.numeral.text, place=False)
        )
        every = _ALL.fullmatch(lead)
        if not said and not every and not ended:
            continue
        near = [
            one for one in near if one.numeral.form is form and one.trio is None and one.topic in {total.topic, None}
        ]
        own = [one for one in near if one.bunch is not None and one.bunch == total.bunch]
        for counts in (near, [one for one in near if one.bunch is None], own):
            if made := list(_meant(list(_runs(counts, total, many)), total, found, in_english=in_english)):
                yield from (replace(one, listed=one.listed and (ended or not many)) for one in made)
                break


def _runs(counts: Sequence[Figure], total: Figure, many: int) -> Iterator[list[Figure]]:
    """As many counts in a row; when it does not say how many, all those of the sentences right before it."""
    if many:
        runs = (list(counts[start : start + many]) for start in range(len(counts) - many + 1))
    else:
        firsts = dict.fromkeys(one.block for one in counts)
        runs = ([one for one in counts if one.block >= block] for block in firsts)
    for run in runs:
        alike = all(one.counts and not one.overlaps for one in run) and len({one.bunch for one in run}) == 1
        if len(run) > 1 and alike and (many or total.block - run[-1].block <= 1):
            yield run


def _meant(runs: Sequence[Sequence[Figure]], total: Figure, found: Known, *, in_english: bool) -> Iterator[Relation]:
    """The sum of the run that comes to the total, else of the only one that does but for a slip."""
    sums = [(sum((one.numeral.value for one in run), start=Decimal(0)), run) for run in runs]
    exact = [run for value, run in sums if value == total.numeral.value]
    close = [
        run
        for value, run in sums
        if slip(total.numeral.value, value) in SMALL or _a_part(run, value - total.numeral.value)
    ]
    meant = exact[:1] or (close if len(close) == 1 else [])
    for run in meant:
        noun, *nouns = (noun_of(one, in_english=in_english) for one in (total, *run))
        alike = not noun or {*nouns} <= {noun, ""}
        for of in (found.of_figure, found.whole_of) if total.numeral.form is Form.RATIO else (found.of_figure,):
            top, under = of[total.index], [of[one.index] for one in run]
            if len({top, *under}) > len(under):
                yield Relation(
                    kind=Kind.SUM,
                    force=Force.CLAIMED if exact else Force.LIKELY,
                    sums=(weighted([top], under),),
                    listed=not exact and alike,  # called their total, it has no part that is not told
                )


def _a_part(run: Sequence[Figure], more: Decimal) -> bool:
    """Whether a slip of one of the parts explains by how much they are more."""
    values = [one.numeral.value for one in run]
    return any(value > more and slip(value, value - more) in SMALL for value in values)
