"""Counts told alike right behind a whole, or before it, in its noun and each behind a name of its own: its parts.

"Đã di dời 143 hộ. Ở nhờ nhà người thân 68 hộ, vào trường học 47 hộ, lên nhà văn hóa 28 hộ": no word says that these
are all of them, but the noun told again, the names before the numbers and the place right behind do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from motcua.statements.signs.clauses import Clause, Sentence, headed, of_one_noun, sentences, shared, sisters
from motcua.statements.signs.closing import not_all
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.phrases import AGAIN, introduced, tells_total
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stocks import Turn, turn_of
from motcua.statements.signs.traits import crossing
from motcua.sums import SMALL, Force, Kind, Relation, Weighted, slip, weighted

__all__ = ["parallel", "parts_of_sums"]

_LEAST = 20  # a whole below it may be anything
_MOST = 12  # parts that anybody tells in a row
_PAIR = 2
_DROPPED = 11  # times as much as its parts is a whole with a nought too many
_BACK = 3  # sentences between a whole and its parts
_SEVERAL = 3  # parts that their place alone shows to be such
_AND = frozenset({"và", "còn", "rồi", "cùng", "cộng", "với"})
_DASHES = frozenset({"–", "—", "-"})
_STRONG = _DASHES | {";", ":"}
_ONES = frozenset({"cái", "chiếc", "con", "người", "em", "cháu"})  # nouns that stand for any thing, or anybody
_SO = re.compile(  # what concludes from the counts before it
    r"(?<!\w)(?:(?:thành|tính|là) ra|(?:vì|do|như) (?:vậy|thế|đó)|(?:vậy|thế|tức|nghĩa) là|vị chi|làm nên|cả thảy|"
    r"hết thảy)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A whole and what may be its parts, and where the sentences begin and end that tell them.

    `closed`: words or signs show that there are no more of them.
    """

    whole: Clause
    parts: Sequence[Clause]
    start: int
    end: int
    closed: bool = False


def parallel(text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for every such whole of which nothing else is said."""
    told = sentences(text, figures)
    parted = parts_of_sums(relations, found)
    for one in (*_next(told), *_within(text, told), *_one_by_one(told), *_ended(told)):
        if _alike(one) and _all_told(text[one.start : one.end], one) and _free(one, parted, found):
            yield _sum(one, found)


def parts_of_sums(relations: Sequence[Relation], found: Known) -> set[int]:
    """The quantities that the text suggests to be parts of something, to which they come but for a slip."""
    values = {one.index: one.value for one in found.quantities}
    sums = (one for one in relations if one.sums and one.force > Force.LOOSE and not (one.hundred or one.at_most))
    meant = (
        terms for one in sums for terms in one.sums if one.force is Force.CLAIMED or _but_for_a_slip(terms, values)
    )
    return {which for terms in meant for weight, which in terms if weight < 0}


def _but_for_a_slip(terms: Weighted, values: Mapping[int, Decimal]) -> bool:
    """Whether a sum holds, or does when one of its figures is a slip away."""
    left = sum((weight * values[which] for weight, which in terms), start=Decimal(0))
    mended = ((values[which], values[which] - left / weight) for weight, which in terms)
    return not left or any(right >= 0 and slip(value, right) in SMALL for value, right in mended)


# where parts stand


def _next(told: Sequence[Sentence]) -> Iterator[_Told]:
    """All counts of a sentence that are of one noun, and the only count of that noun shortly before it.

    When there is none, the last count of all right before it: its parts may have another noun.
    """
    for place, one in enumerate(told):
        parts = of_one_noun(one.clauses)
        before = [other for other in told[max(0, place - _BACK) : place] if other.paragraph == one.paragraph]
        counted = [other for other in before if other.clauses]
        if not one.plain or len(parts) < _PAIR or not counted:
            continue
        alike = [other for other in counted if any(clause.noun == parts[0].noun for clause in other.clauses)]
        last = (alike or counted)[-1]
        wholes = [clause for clause in last.clauses if clause.noun == parts[0].noun] or last.clauses[-1:]
        if len(wholes) == 1:
            yield _Told(wholes[0], parts, last.start, one.end)


def _after(told: Sequence[Sentence], place: int) -> Sentence | None:
    """The next sentence of the paragraph with counts, when all of them are plain; one without may stand between."""
    after = next((one for one in told[place + 1 : place + 3] if one.clauses), None)
    return after if after is not None and after.plain and after.paragraph == told[place].paragraph else None


def _within(text: str, told: Sequence[Sentence]) -> Iterator[_Told]:
    """The first count of a sentence, and the others of it, when something sets it apart from them."""
    for one in told:
        if not one.plain or len(one.clauses) <= _PAIR:
            continue
        whole, *parts = one.clauses
        if headed(text, whole.figure.numeral.start):
            continue
        parts = of_one_noun(parts)
        marks = {other.mark for other in parts[1:]} - _AND
        apart = parts[0].mark in _STRONG and parts[0].mark not in marks
        after = one.clauses[len(parts) + 1 :]
        enclosed = bool(after) and after[0].mark == parts[0].mark in _DASHES
        if apart or _set_apart(whole, parts):
            yield _Told(whole, parts, one.start, one.end, closed=enclosed)


def _one_by_one(told: Sequence[Sentence]) -> Iterator[_Told]:
    """The last count of a sentence, and the only ones of those behind it, one each."""
    for place, one in enumerate(told):
        after = _after(told, place) if one.clauses else None
        if after is None:
            continue
        whole, end, parts = one.clauses[-1], one.end, list[Clause]()
        for other in told[told.index(after, place) :][:_MOST]:
            alone = len(other.clauses) == 1 and other.plain and other.paragraph == one.paragraph
            if not alone or other.clauses[0].noun != after.clauses[0].noun:
                break
            parts.append(other.clauses[0])
            end = other.end
        if len(parts) >= _SEVERAL:
            yield _Told(whole, parts, one.start, end)


def _ended(told: Sequence[Sentence]) -> Iterator[_Told]:
    """The last count of a sentence, or the first of the next one, and all counts right before it."""
    for place, one in enumerate(told):
        if not one.plain or len(one.clauses) < _PAIR:
            continue
        *parts, last = one.clauses
        after = _after(told, place)
        ends = [(last, parts, one.end)]
        ends += [(after.clauses[0], one.clauses, after.end)] if after is not None else []
        for whole, before, end in ends:
            concluded = _SO.search(whole.lead) is not None
            apart = _set_apart(whole, before) and not shared([whole, *before], at=-1)
            if concluded or (len(before) >= _SEVERAL and apart):
                yield _Told(whole, before, one.start, end, closed=concluded)


# what shows that they are parts


def _set_apart(whole: Clause, parts: Sequence[Clause]) -> bool:
    """Whether the words before the parts begin or end alike, and those before the whole do not."""
    return any(shared(parts, at=at) and not shared([whole, *parts], at=at) for at in (0, -1))


def _alike(one: _Told) -> bool:
    """Whether all are counted in one noun, each behind its own name, and may come to the whole.

    What is said to follow from counts needs no names for them: "cộng 64 bóng ở ngõ với 58 bóng ở chợ là ra 122 bóng".
    """
    whole, parts = one.whole, one.parts
    if not _PAIR <= len(parts) <= _MOST or not (whole.figure.told and whole.figure.counts):
        return False
    names, nouns = [part.name for part in parts], {part.noun for part in parts}
    apart = (all(names) and len({*names}) == len(names)) or bool(_SO.search(whole.lead))
    if len(nouns) > 1 or sisters(whole, parts) or not apart:
        return False
    noun = parts[0].noun
    several = len(parts) >= _SEVERAL
    stands = several and (
        noun in _ONES or (not noun and (_set_apart(whole, parts) or all(part.label for part in parts)))
    )
    if not (noun and noun == whole.noun) and not stands:
        return False
    values = [part.figure.numeral.value for part in parts]
    every = [whole.figure.numeral.value, *values]
    return (
        not any(value * 2 == sum(every) for value in values)  # the total is one of them
        and _comes_to(whole.figure.numeral.value, values)
        and not crossing([part.figure for part in parts])
    )


def _comes_to(whole: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether each is less than the whole; one that is not, or the whole, may have a slip that made it so."""
    total, most = sum(values, start=Decimal(0)), max(values)
    if most < whole:
        near = whole <= total * 2 and total * 2 <= whole * 3
        return whole >= _LEAST and (near or (slip(whole, total) in SMALL and total * _DROPPED >= whole))
    rest = whole - total + most
    return total >= _LEAST and (slip(whole, total) in SMALL or (rest > 0 and slip(most, rest) in SMALL))


def _all_told(said: str, one: _Told) -> bool:
    """Whether nothing says that there are more parts, that some are in two, or that they are of something else."""
    figures = [part.figure for part in one.parts]
    if not_all(said):
        return False
    if any(introduced(part.lead) or AGAIN.match(part.lead) for part in one.parts):
        return False
    turns = {turn_of(part.lead)[0] for part in (one.whole, *one.parts)}
    if {Turn.ADDED, Turn.TAKEN} <= turns:
        return False
    if any(figure.more for figure in (one.whole.figure, *figures)) or any(figure.rest for figure in figures[:-1]):
        return False
    first = int(one.closed)  # "cộng 64 bóng với 58 bóng là ra 122 bóng"
    return not any(tells_total(figure.words, figure.numeral.text, place=False) for figure in figures[first:])


def _free(one: _Told, parted: AbstractSet[int], found: Known) -> bool:
    """Whether none of the parts is a part of another sum, or of the list that the whole is in."""
    listed = one.whole.figure.bunch
    beside = listed is not None and any(part.figure.bunch == listed for part in one.parts)
    return not beside and not any(found.of_figure[part.figure.index] in parted for part in one.parts)


def _sum(one: _Told, found: Known) -> Relation:
    """Their sum; listed when none is left out: they are too many, or the last of them is told as such."""
    top, under = found.of_figure[one.whole.figure.index], [found.of_figure[part.figure.index] for part in one.parts]
    over = sum((part.figure.numeral.value for part in one.parts), start=Decimal(0)) > one.whole.figure.numeral.value
    last = one.parts[-1]
    ends = len(one.parts) >= _SEVERAL and bool({last.mark, *last.words[:1]} & _AND)
    listed = one.closed or over or ends
    return Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([top], under),), listed=listed)
