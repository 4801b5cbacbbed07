"""Rates told one after another in the order of their counts: "40 (30; 9; 1) … lần lượt 75,0 %, 22,5 %, 2,5 %".

When all of them but one are the shares of as many counts in a row, of one whole, the last is meant to be one too. So
are two that changed places, when nothing but commas stands between the rates. And so it is when the counts and their
wholes stand under the same names: "Ấp A 15, ấp B 39 … Ấp A 93,8 %, ấp B 83,0 %".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.own_words import said_at
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, tells_share

__all__ = ["aligned"]

_LEAST = 3  # rates in a row
_LEAST_ALL = 2  # the same of all that there is
_TWO = 2  # that changed places
_MOST = 12  # of them that are looked at together
_NEAR = 14  # counts on either side of them
_APART = 1  # sentences between two rates of a row
_ALL = 100  # percent
_OPENS = re.compile(r"\s*\(\s*")
_NAME = re.compile(r"([^\W\d_]+)\W*$")  # the last word before a numeral
_NEXT = re.compile(r"\s*(?:[,;]|[,;]?\s*(?:và|and))\s*")  # between rates that are told by their order alone

_Shared = tuple[Figure, Figure, Figure]  # a rate, its count, its whole


def aligned(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for each rate of such a row; one of only two must be a slip away."""
    prose = [one for one in figures if one.trio is None and one.numeral.hedge is Hedge.EXACT and not one.compared]
    counts = [one for one in prose if one.numeral.form is Form.COUNT]
    for rates in _rows(prose):
        first = sum(one.index < rates[0].index for one in counts)
        near = counts[max(0, first - _NEAR) : first + _NEAR]
        row = list(_shares(rates, near)) if len(rates) >= _LEAST else list(_all_told(text, rates, near))
        row = row or list(_turned(text, rates, near))
        for rate, part, whole in row or _of_names(rates, near) or _of_lists(rates, near):
            over, under = found.of_figure[part.index], found.of_figure[whole.index]
            if over != under:
                yield Relation(
                    kind=Kind.RATE,
                    force=Force.CLAIMED if len(rates) >= _LEAST else Force.LIKELY,
                    fractions=(Fraction(over=(over,), under=(under,), name="named"),),
                    printed=found.of_figure[rate.index],
                )
    yield from _bracketed(text, prose, found)


def _bracketed(text: str, prose: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Claims for rates between their wholes and their counts: "2.450 hồ sơ, đúng hạn 98,41 % (2.411)"."""
    told: list[_Shared] = [
        (rate, part, whole)
        for whole, rate, part in zip(prose, prose[1:], prose[2:], strict=False)
        if rate.numeral.form is Form.PERCENT
        and part.numeral.form is whole.numeral.form is Form.COUNT
        and _OPENS.fullmatch(text, rate.numeral.end, part.numeral.start)
        and rate.block - whole.block <= _APART
    ]
    fits = sum(_is(*one) for one in told)
    for rate, part, whole in told if fits >= max(_LEAST_ALL, len(told) - _APART) else ():
        over, under = found.of_figure[part.index], found.of_figure[whole.index]
        if over != under:
            fraction = Fraction(over=(over,), under=(under,), name="named")
            printed = found.of_figure[rate.index]
            yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed)


def _rows(prose: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Rates with no count between them."""
    row = list[Figure]()
    for one in prose:
        rate = one.numeral.form is Form.PERCENT
        if row and (not rate or len(row) == _MOST or one.block - row[-1].block > _APART):
            if len(row) >= _LEAST_ALL:
                yield row
            row = []
        if rate:
            row.append(one)
    if len(row) >= _LEAST_ALL:
        yield row


def _shares(rates: Sequence[Figure], counts: Sequence[Figure]) -> Iterator[_Shared]:
    """As many counts in a row, and a whole of which all or all but one of the rates are their shares."""
    for start in range(len(counts) - len(rates) + 1):
        parts = counts[start : start + len(rates)]
        for whole in counts:
            fits = sum(_is(rate, part, whole) for rate, part in zip(rates, parts, strict=True))
            if whole not in parts and fits >= len(rates) - 1:
                yield from ((rate, part, whole) for rate, part in zip(rates, parts, strict=True))
                return


def _turned(text: str, rates: Sequence[Figure], counts: Sequence[Figure]) -> Iterator[_Shared]:
    """The same when two of the rates are each the share of the other's count, though only their order tells them apart.

    "592 rất hài lòng, 168 hài lòng, 40 chưa hài lòng; tương ứng 74 %, 5 % và 21 %"
    """
    if not all(_NEXT.fullmatch(text, one.numeral.end, other.numeral.start) for one, other in pairwise(rates)):
        return
    told = [one for one in counts if one.index < rates[0].index]
    for start in range(len(told) - len(rates) + 1):
        parts = told[start : start + len(rates)]
        for whole in told[max(0, start - 1) : start]:
            row = list(zip(rates, parts, [whole] * len(rates), strict=True))
            wrong = [one for one in row if not _is(*one)]
            if len(wrong) == _TWO and all(_is(one[0], other[1], whole) for one, other in permutations(wrong, _TWO)):
                yield from row
                return


def _all_told(text: str, rates: Sequence[Figure], counts: Sequence[Figure]) -> Iterator[_Shared]:
    """The same of two counts that come to the whole right before or after them, told before their rates."""
    for start in range(len(counts) - len(rates) + 1):
        parts = counts[start : start + len(rates)]
        for whole in (*counts[max(0, start - 1) : start], *counts[start + len(rates) :][:1]):
            told = sum(part.numeral.value for part in parts) == whole.numeral.value
            fits = sum(_is(rate, part, whole) for rate, part in zip(rates, parts, strict=True))
            named = any(rate.tags and rate.key != part.key for rate, part in zip(rates, parts, strict=True))
            named = named or _crosswise(text, rates, parts)
            if told and fits and not named and whole.index < rates[0].index > parts[-1].index:
                yield from ((rate, part, whole) for rate, part in zip(rates, parts, strict=True))
                return


def _crosswise(text: str, rates: Sequence[Figure], parts: Sequence[Figure]) -> bool:
    """Whether a rate bears the name of the other's count: "162 nữ, 288 nam; nam chiếm 64 %, nữ 36 %"."""
    said, called = (dict(said_at(text, ones)) for ones in (rates, parts))
    first, last = (called[part.index] for part in (parts[0], parts[-1]))
    return bool(said[rates[0].index] & (last - first) or said[rates[-1].index] & (first - last))


def _of_names(rates: Sequence[Figure], counts: Sequence[Figure]) -> list[_Shared]:
    """Rates whose counts and wholes stand in two lists under their names, in their order, when all but one fit."""
    for size in range(len(rates), _LEAST_ALL - 1, -1):
        for start in range(len(rates) - size + 1):
            row = rates[start : start + size]
            names = [_name(one) for one in row]
            if len({*names} - {""}) < size:
                continue
            runs = (counts[at : at + size] for at in range(len(counts) - size + 1))
            lists = [run for run in runs if [_name(one) for one in run] == names]
            for parts, wholes in permutations(lists, 2):
                told = list(zip(row, parts, wholes, strict=True))
                fits = [one for one in told if _is(*one) or _is_all(*one)]
                if len(fits) >= size - 1 and any(_is(*one) for one in fits):
                    return told
    return []


def _of_lists(rates: Sequence[Figure], counts: Sequence[Figure]) -> list[_Shared]:
    """The same without names, of a list of counts and one of their wholes before all rates: one of three may fail."""
    told, size = [one for one in counts if one.index < rates[0].index], len(rates)
    runs = [told[at : at + size] for at in range(len(told) - size + 1)]
    for parts, wholes in permutations(runs, 2):
        if abs(parts[0].index - wholes[0].index) >= size:
            row = list(zip(rates, parts, wholes, strict=True))
            fails = sum(not (_is(*one) or _is_all(*one)) for one in row)
            if fails <= (size >= _LEAST) and any(_is(*one) for one in row):
                return row
    return []


def _name(figure: Figure) -> str:
    found = _NAME.search(figure.words.partition(figure.numeral.text)[0])
    return found[1].lower() if found else ""


def _is(rate: Figure, part: Figure, whole: Figure) -> bool:
    return tells_share(rate.numeral.value, part.numeral.value, whole.numeral.value)


def _is_all(rate: Figure, part: Figure, whole: Figure) -> bool:
    return rate.numeral.value == _ALL and part.numeral.value == whole.numeral.value
