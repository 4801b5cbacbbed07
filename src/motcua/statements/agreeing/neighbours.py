"""A count and those right behind it, in its sentence or the next, when no word says that they are its parts.

"Trồng 1.240 cây, ven đê 830, sân trường 401": all are of one kind, nothing else explains any of them, and the parts
come so near to the count before them that one slip of a figure makes them agree. Figures that are no sum seldom do.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from motcua.statements.signs.clauses import headed, sentences, sisters
from motcua.statements.signs.figures import Figure, how_many
from motcua.statements.signs.lexicon import Sort
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import EACH, OPEN, OVERLAP, SOME, introduced
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.traits import crossing
from motcua.sums import Force, Kind, Relation, judge, weighted

__all__ = ["explained", "neighbours"]

_TENTH = 10  # of their whole is the most by which they miss it
_LEAST = 30  # a smaller whole is a slip away from too much
_LEAST_OF_PAIR = 100  # the same of two parts, which come near by chance more often
_PAIR = 2
_AFTER = 60  # characters after the parts that may say that some are counted twice
_IN_BRACKETS = re.compile(r"[^()]*\)")  # the first count is an item itself: "chứng thực (412 hồ sơ), hộ tịch (208), …"
_BESIDES = re.compile(r"(?<!\w)(?:cũng|also)(?!\w)", re.IGNORECASE)  # what some have as well


def neighbours(
    text: str,
    relations: Sequence[Relation],
    holding: Sequence[Relation],
    found: Known,
    figures: Sequence[Figure],
    *,
    in_english: bool,
) -> Iterator[Relation]:
    """The sums that fail; `relations` are those meant, `holding` those that hold, whatever is meant."""
    known = explained(relations, holding, found)
    counts = [one for one in figures if one.trio is None and one.numeral.form is Form.COUNT]
    told = {one.figure.index: one for each in sentences(text, figures) for one in each.clauses}
    for whole, parts in _windows([one for one in counts if found.of_figure[one.index] not in known]):
        every = [told[one.index] for one in (whole, *parts) if one.index in told]
        alike = len(every) > len(parts) and sisters(every[0], every[1:])
        if alike or not _near(whole, parts) or not _of_one_noun(text, whole, parts, in_english=in_english):
            continue
        if _said_otherwise(text, whole, parts) or _open(whole, parts) or _rated(whole, parts, figures):
            continue
        top, under = found.of_figure[whole.index], [found.of_figure[one.index] for one in parts]
        if len({top, *under}) > len(under):
            yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([top], under),), listed=True)


def explained(relations: Sequence[Relation], holding: Sequence[Relation], found: Known) -> frozenset[int]:
    """The quantities that add up with others, as is meant or whatever is meant."""
    values = {one.index: one.value for one in found.quantities}
    meant = (one for one in relations if one.sums and one.force > Force.LOOSE and not one.at_most)
    return frozenset[int]().union(
        *(one.quantities for one in holding), *(one.quantities for one in meant if judge(one, values).holds)
    )


def _of_one_noun(text: str, whole: Figure, parts: Sequence[Figure], *, in_english: bool) -> bool:
    """Whether the parts are counted in the noun of their whole, or in none."""
    noun = noun_after(text, whole.numeral.end, in_english=in_english)
    nouns = {noun_after(text, one.numeral.end, in_english=in_english) for one in parts} - {""}
    return bool(noun) and nouns <= {noun}


def _said_otherwise(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether words say that there are more parts, or that some are counted twice, or a bracket parts them."""
    start, end = whole.numeral.start, parts[-1].numeral.end
    after = end + _AFTER
    gaps = [text[one.numeral.end : other.numeral.start] for one, other in pairwise([whole, *parts])]
    return (
        crossing(parts)
        or headed(text, start)
        or OPEN.search(text, start, end) is not None
        or any(mark.search(text, start, after) for mark in (SOME, OVERLAP, EACH, _BESIDES))
        or any(introduced(gap) for gap in gaps)
        or any(gap.count("(") != gap.count(")") for gap in gaps[1:])
        or _IN_BRACKETS.match(gaps[0]) is not None
    )


def _windows(counts: Sequence[Figure]) -> Iterator[tuple[Figure, list[Figure]]]:
    """The first count of a clause and all others of it; the only count of a clause and all of the clause after it."""
    for _, line in groupby(counts, key=lambda one: one.line):
        before = list[Figure]()
        for _, each in groupby(line, key=lambda one: one.block):
            clause = list(each)
            if not all(one.told and one.counts for one in clause):
                before = []
                continue
            if len(clause) > _PAIR:
                yield clause[0], clause[1:]
            if len(before) == 1 < len(clause) and clause[0].block - before[0].block == 1:
                yield before[0], clause
            before = clause


def _open(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether something else may have become of what is missing: some are done, or being done."""
    short = sum(one.numeral.value for one in parts) < whole.numeral.value
    return short and {"settled", "pending"} <= {one.tags.get(Sort.STAGE) for one in parts}


def _rated(whole: Figure, parts: Sequence[Figure], figures: Sequence[Figure]) -> bool:
    """Whether a rate tells of one of two parts alone: "214 đèn; 187 cái mới (87,4 %), 37 cái không ở đường lớn"."""
    between = figures[whole.index : parts[-1].index]
    return len(parts) == _PAIR and 0 < sum(one.numeral.form is Form.PERCENT for one in between) < len(parts)


def _near(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts, each less than their whole, miss it by little; the first is not how many the others are."""
    amounts, amount = [one.numeral.value for one in parts], whole.numeral.value
    if how_many(amounts[0], amounts[1:]):
        return False
    least = _LEAST_OF_PAIR if len(parts) == _PAIR else _LEAST
    return amount >= least and max(amounts) < amount and 0 < abs(amount - sum(amounts)) * _TENTH <= amount
