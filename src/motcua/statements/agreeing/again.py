"""A whole that is split again, sentences behind it: all counts of a later sentence come nearly to it, in its noun.

"Đã nhập 12.480 trang: … Chất lượng: 11.870 trang đạt ngay, phải quét lại 510 trang": no word names the whole again, but
what the two come to is a slip away from it, and from no other count.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from motcua.statements.agreeing.parallel import parts_of_sums
from motcua.statements.signs.clauses import Clause, Sentence, of_one_noun, sentences, sisters
from motcua.statements.signs.closing import not_all
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.phrases import AMONG, introduced
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.traits import crossing
from motcua.statements.signs.wording import EMPTY
from motcua.sums import SMALL, Force, Kind, Relation, judge, slip, weighted

__all__ = ["again"]

_BACK = 4  # sentences between a whole and those that split it again
_MOST = 12  # parts
_PAIR = 2
_NEAR = 8  # the parts come to the whole but for less than this share of it
_LEAST = 100  # what is less comes near by chance, unless it was split in full before
_LEAST_SPLIT = 20
_NAMED = re.compile(  # what a sentence begins to speak of: "Trong số sách học sinh góp, …"
    r"\W*(?:(?:còn|và|riêng|trong|đối với|về)(?!\w)\s*)+(?P<name>[^,:]*?)(?:[,:]|\s(?:thì|có|gồm)(?!\w))", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def again(text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for every sentence whose counts are all of one noun, and come nearly to one count of it before."""
    told = sentences(text, figures)
    clauses = {clause.figure.index: clause for one in told for clause in one.clauses}
    split, parted = _split(relations, found), parts_of_sums(relations, found)
    for place, one in enumerate(told):
        parts = of_one_noun(one.clauses)
        under = [found.of_figure[part.figure.index] for part in parts]
        if parted & {*under} or not _splits(text[one.start : one.end], one, parts):
            continue
        before = [other for other in told[max(0, place - _BACK) : place] if other.paragraph == one.paragraph]
        ahead = [clause for other in before for clause in other.clauses]
        last = next((other.clauses for other in reversed(told[:place][-_BACK:]) if other.clauses), [])
        above = [split.get(found.of_figure[clause.figure.index]) for clause in last]
        wholes = {index for which in above if which is not None for index in found.quantities[which].figures}
        ahead += [clauses[index] for index in sorted(wholes) if index in clauses and clauses[index] not in ahead]
        whole = _whole(ahead, parts, {*split.values()}, found)
        if whole is not None and len({found.of_figure[whole.index], *under}) > len(under):
            sums = (weighted([found.of_figure[whole.index]], under),)
            yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums, listed=True)


def _split(relations: Sequence[Relation], found: Known) -> dict[int, int]:
    """The whole of each part of a sum that holds."""
    values = {one.index: one.value for one in found.quantities}
    sums = (one for one in relations if one.sums and one.force > Force.LOOSE and not (one.hundred or one.at_most))
    held = [one.sums[stands.reading] for one in sums if (stands := judge(one, values)).holds]
    return {which: terms[0][1] for terms in held if len(terms) > _PAIR for weight, which in terms if weight < 0}


def _splits(said: str, one: Sentence, parts: Sequence[Clause]) -> bool:
    """Whether it may tell all parts of something: plain counts of one noun, and nothing says that there are more."""
    figures = [part.figure for part in parts]
    if not one.plain or not _PAIR <= len(figures) <= _MOST or parts[-1] is not one.clauses[-1]:
        return False
    if crossing(figures) or any(figure.more for figure in figures):
        return False
    lead = parts[0].lead
    return not (
        not_all(said) or introduced(lead) or AMONG.fullmatch(lead) or figures[0].numeral.value == _sum(figures[1:])
    )


def _whole(before: Sequence[Clause], parts: Sequence[Clause], split: AbstractSet[int], found: Known) -> Figure | None:
    """The one count of their noun that they come nearly to; none when they come just to another one.

    Parts without a noun may be of what was split in full before them.
    """
    total = _sum([one.figure for one in parts])
    if any(one.figure.numeral.value == total for one in before):
        return None
    near = dict[Decimal, Figure]()
    for one in before:
        known = found.of_figure[one.figure.index] in split
        alike = one.noun == parts[0].noun if parts[0].noun else known
        large = one.figure.numeral.value >= (_LEAST_SPLIT if known else _LEAST)
        may = alike and large and one.figure.told and one.figure.counts and not sisters(one, parts)
        if may and _may_name(parts[0].lead, one.figure.words) and _slightly(one.figure.numeral.value, parts, total):
            near[one.figure.numeral.value] = one.figure
    return next(iter(near.values())) if len(near) == 1 else None


def _may_name(lead: str, words: str) -> bool:
    """Whether a sentence that begins with the name of a whole calls it by words that are said of that one."""
    named = _NAMED.match(lead)
    name = {*_WORD.findall(named["name"].lower())} - EMPTY if named else set[str]()
    return len(name & {*_WORD.findall(words.lower())}) * 2 >= len(name)


def _slightly(whole: Decimal, parts: Sequence[Clause], total: Decimal) -> bool:
    """Whether one slip of it, or of one of its parts, explains the little that is between them."""
    apart = whole - total
    if abs(apart) * _NEAR >= whole:
        return False
    values = [one.figure.numeral.value for one in parts]
    return slip(whole, total) in SMALL or any(one + apart > 0 and slip(one, one + apart) in SMALL for one in values)


def _sum(figures: Sequence[Figure]) -> Decimal:
    return sum((one.numeral.value for one in figures), start=Decimal(0))
