"""A whole that is split again, sentences behind it: all counts of a later sentence come nearly to it, in its noun.

"Đã nhập 12.480 trang: … Chất lượng: 11.870 trang đạt ngay, phải quét lại 510 trang": no word names the whole again, but
what the two come to is a slip away from it, and from no other count.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from motcua.statements.agreeing.parallel import parts_of_sums
from motcua.statements.signs.clauses import Clause, Sentence, sentences, sisters
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.phrases import AMONG, EACH, OPEN, OVERLAP, SOME, introduced
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.traits import crossing
from motcua.statements.signs.wording import EMPTY
from motcua.sums import SMALL, Force, Kind, Relation, judge, slip, weighted

__all__ = ["again"]

_BACK = 4  # sentences between a whole and those that split it again
_MOST = 12  # parts
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
    split, parted = _split(relations, found), parts_of_sums(relations)
    for place, one in enumerate(told):
        under = [found.of_figure[each.figure.index] for each in one.clauses]
        if parted & {*under} or not _splits(text[one.start : one.end], one):
            continue
        before = [each for each in told[max(0, place - _BACK) : place] if each.paragraph == one.paragraph]
        ahead = [each for sentence in before for each in sentence.clauses]
        wholes = {one.figure.index for one in ahead if found.of_figure[one.figure.index] in split}
        whole = _whole(ahead, one.clauses, wholes)
        if whole is not None and len({found.of_figure[whole.index], *under}) > len(under):
            sums = (weighted([found.of_figure[whole.index]], under),)
            yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums, listed=True)


def _split(relations: Sequence[Relation], found: Known) -> set[int]:
    """The wholes of sums that hold."""
    values = {one.index: one.value for one in found.quantities}
    sums = (one for one in relations if one.sums and one.force > Force.LOOSE and not (one.hundred or one.at_most))
    return {one.sums[0][0][1] for one in sums if judge(one, values).holds}


def _splits(said: str, one: Sentence) -> bool:
    """Whether it may tell all parts of something: plain counts of one noun, and nothing says that there are more."""
    figures = [each.figure for each in one.clauses]
    if not one.plain or not 2 <= len(figures) <= _MOST or len({each.noun for each in one.clauses}) > 1:
        return False
    if not one.clauses[0].noun or crossing(figures) or any(each.more for each in figures):
        return False
    lead = one.clauses[0].lead
    return not (
        any(mark.search(said) for mark in (OPEN, SOME, OVERLAP, EACH))
        or introduced(lead)
        or AMONG.fullmatch(lead)
        or figures[0].numeral.value == _sum(figures[1:])
    )


def _whole(before: Sequence[Clause], parts: Sequence[Clause], split: AbstractSet[int]) -> Figure | None:
    """The one count of their noun that they come nearly to; none when they come just to another one."""
    total = _sum([one.figure for one in parts])
    if any(one.figure.numeral.value == total for one in before):
        return None
    near = {
        one.figure.numeral.value: one.figure
        for one in before
        if one.noun == parts[0].noun
        and one.figure.told
        and one.figure.counts
        and one.figure.numeral.value >= (_LEAST_SPLIT if one.figure.index in split else _LEAST)
        and not sisters(one, parts)
        and _may_name(parts[0].lead, one.figure.words)
        and _slightly(one.figure.numeral.value, parts, total)
    }
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
