"""Percentages that make a hundred, and rates that were adjusted so that they do."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from motcua.statements.signs.figures import Bunch, Figure, before
from motcua.statements.signs.lexicon import Sort
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import tells_total
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Force, Held, Kind, Relation, exact_percent, percent_of, places, slip, weighted

__all__ = ["adjusted", "hundred", "hundreds"]

_MOST_PARTS = 8  # rates side by side that are looked at together
_ROUNDING = Decimal("0.1")  # whole percents may lack a small part
_ALL = 100
_REST = re.compile(
    r"(?<!\w)(?:còn lại|the (?:rest|remaining|remainder))(?: (?:là|có|chiếm|was|were|is|are))?\W*$", re.IGNORECASE
)
_IN_ALL = re.compile(  # what the rates before it come to: "ba tỷ lệ cộng lại đủ 100 %"
    r"(?<!\w)(?:cộng|tổng|(?:cho|vừa|tròn) đủ)(?: (?:lại|cộng|chung|dồn|các|tỷ lệ|tỉ lệ|cả|ba|bốn|năm|nhóm|mức|là|được|"
    r"thành|bằng|vẫn|vừa|tròn|đúng|đủ))*\W*$",
    re.IGNORECASE,
)
_GOOD = frozenset({"early_on_time", "on_time"})


def hundreds(figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[Relation]:
    """Rates of all the parts of one whole add up to 100, give or take their rounding."""
    printed = [
        one for one in figures if one.numeral.form is Form.PERCENT and not one.compared and one.index in found.of_figure
    ]
    said = {one.said_of: one for one in reversed(printed)}
    for bunch in bunches:
        own = [found.of_figure[said[part].index] for part in bunch.parts if part in said]
        if len(own) == len(bunch.parts) > 1:
            yield hundred(own, found)
    yield from _shared(printed, figures, found)
    yield from _rests(printed, found)
    yield from _in_all(printed, figures, found)
    late: dict[int, list[Figure]] = {}
    for one in printed:
        if one.tags.get(Sort.TIMING) == "late":
            late.setdefault(one.scope, []).append(one)
    for good in printed:
        for bad in late.get(good.scope, ()) if good.tags.get(Sort.TIMING) in _GOOD else ():
            if (good.said_of is None) == (bad.said_of is None) and abs(good.block - bad.block) <= 1:
                yield hundred([found.of_figure[good.index], found.of_figure[bad.index]], found)


def _rests(printed: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A rate and what is said to be the rest of it: "86,3 % số hộ …, còn lại 13,7 %"; one slip away it is wrong."""
    told = [one for one in printed if one.rates]
    blocks = Counter(one.block for one in told)
    for one, rest in pairwise(told):
        alone = one.block == rest.block and blocks[one.block] == len("ab")
        if alone and _REST.search(rest.words.rpartition(rest.numeral.text)[0]):
            made = hundred([found.of_figure[one.index], found.of_figure[rest.index]], found)
            right = (_ALL - one.numeral.value, _ALL - rest.numeral.value)
            slipped = any(
                slip(own.numeral.value, value) in SMALL for own, value in zip((rest, one), right, strict=True)
            )
            yield replace(made, force=Force.CLAIMED) if slipped and rest.numeral.decimals else made


def _in_all(printed: Sequence[Figure], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Rates that make a hundred, and what is said to be their sum.

    "Trước hạn 72,3 %, đúng hạn 22,1 %, trễ 5,6 %, cộng đủ 800 %".
    """
    told = [one for one in printed if one.rates]
    for place, total in enumerate(told):
        before = figures[total.said_of] if total.said_of is not None else None
        whole = before is not None and tells_total(before.words, before.numeral.text)
        if not whole and not _IN_ALL.search(total.words.rpartition(total.numeral.text)[0]):
            continue
        near = [one for one in told[max(0, place - _MOST_PARTS) : place] if total.block - one.block <= 1]
        runs = (near[-size:] for size in range(2, len(near) + 1))
        made = next((run for run in runs if _makes_hundred(run)), None)
        if made is not None:
            under = [found.of_figure[one.index] for one in made]
            slack = hundred(under, found).slack
            sums = (weighted([found.of_figure[total.index]], under),)
            yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=sums, slack=slack, listed=True)


def _makes_hundred(run: Sequence[Figure]) -> bool:
    return abs(sum((one.numeral.value for one in run), start=Decimal(0)) - _ALL) <= _ROUNDING


def _shared(printed: Sequence[Figure], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Counts whose rates of one whole make a hundred are all its parts, though nothing says so.

    "87 học viên. Lớp công chức 31 người, chiếm 35,6 %; lớp cán bộ thôn 29 người, chiếm 33,3 %; …"
    """
    said = [one for one in printed if one.said_of is not None and one.trio is None]
    for start in range(len(said)):
        for size in range(2, min(_MOST_PARTS, len(said) - start) + 1):
            run = said[start : start + size]
            if any(b.block - a.block > 1 for a, b in pairwise(run)):
                break
            total = sum((rate.numeral.value for rate in run), start=Decimal(0))
            slack = hundred([found.of_figure[rate.index] for rate in run], found).slack
            if abs(total - 100) <= min(slack, _ROUNDING):
                yield from _whole_of(run, figures, found)


def _whole_of(run: Sequence[Figure], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The sum of the counts of these rates, when all but one of the rates are of one figure before them."""
    parts = [figures[rate.said_of] for rate in run if rate.said_of is not None]
    under = [found.of_figure[part.index] for part in parts]
    if len(set(under)) != len(run) or not all(part.counts and part.bunch is None for part in parts):
        return
    ratios = [part for part in parts if part.numeral.form is Form.RATIO]
    told = [one for one in reversed(before(figures, parts[0].index)) if one.counts and one.numeral.form is Form.COUNT]
    wholes = [(one.numeral.value, found.of_figure[one.index]) for one in told if one.topic is parts[0].topic]
    if ratios:  # "đúng hạn 412/430 (95,8 %); trễ hạn 18 hồ sơ (4,2 %)": of what the one ratio is of
        values = [one.numeral.whole for one in ratios if one.numeral.whole is not None]
        wholes = [(value, found.whole_of[parts[0].index]) for value in values if ratios == parts[:1]]
    for value, top in wholes:
        fits = sum(
            bool(value)
            and rate.numeral.value == percent_of(part.numeral.value, value, rate.numeral.decimals, ROUND_HALF_UP)
            for rate, part in zip(run, parts, strict=True)
        )
        if fits >= max(1, len(run) - 1) and top not in under:
            yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([top], under),))
            return


def hundred(rates: Sequence[int], found: Known) -> Relation:
    """These rates add up to 100, give or take their rounding."""
    digits = max(found.quantities[one].decimals for one in rates)
    return Relation(
        kind=Kind.SUM,
        force=Force.LOOSE,
        sums=(tuple((1, one) for one in rates),),
        slack=Decimal(len(rates) // 2).scaleb(-digits),
        hundred=True,
    )


def adjusted(
    relations: Sequence[Relation], held: Sequence[Held], values: Mapping[int, Decimal]
) -> Iterator[tuple[int, Held]]:
    """Rates one unit of the last place off that make exactly 100 with their sisters: where they are, how they hold."""
    rates = {one.printed: place for place, one in enumerate(relations) if one.kind in {Kind.RATE, Kind.RATIO}}
    for one in relations:
        parts = [which for _, which in one.sums[0]] if one.hundred else []
        if not parts or sum(values[part] for part in parts) != 100:
            continue
        for place in (rates[part] for part in parts if part in rates):
            if held[place].holds and held[place].rounding == "half_up":
                continue
            fits = _one_unit_off(relations[place], values)
            if fits is not None:
                yield place, Held(holds=True, reading=fits, rounding="adjusted", expected=held[place].expected)


def _one_unit_off(one: Relation, values: Mapping[int, Decimal]) -> int | None:
    """The reading by which a rate is right but for one unit of its last place."""
    unit = Decimal(1).scaleb(-places(values[one.printed]))
    for number, fraction in enumerate(one.fractions):
        exact = exact_percent(fraction, values)
        if exact is not None and abs(values[one.printed] - exact[0] * 100 / exact[1]) < unit * Decimal("1.5"):
            return number
    return None
