"""Rates that stand side by side: of the parts of one whole, or of several units by their names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.statements.signs.bases import of_plan
from motcua.statements.signs.figures import Figure, before
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import Force, Fraction, Kind, Relation, judge, small_changes

__all__ = ["of_one_whole", "of_units", "understood"]

_UNIT = re.compile(r"(?<!\w)(?:[Pp]hường|[Xx]ã|[Tt]hị trấn|[Đđ]ặc khu|[Tt]hôn|[Pp]hòng)((?: [A-ZĐ]\w+){1,3})")
_LEAST = 2  # sisters of one whole that show that a third is of it too
_NEAR = 3  # sentences, lines and what semicolons part between two sisters
_SEVERAL = 2  # units of which something is told
_REACH = 6  # the same between the first of them and their whole, when not most of several rates show it


def of_units(figures: Sequence[Figure]) -> None:
    """Give each rate that names a unit the scope in which the counts of that unit are told.

    "Tỷ lệ trực tuyến của phường Hòn Sỏi đạt 85,0%, xã Bãi Dừa 70,2%": the second counts what the first does. A rate in
    the line of a unit of which, among several, no such counts are told is of nothing in the text.
    """
    scopes: dict[str, set[int]] = {}
    of_line: dict[int, list[str]] = {}
    for one in figures:
        if one.trio is None and one.numeral.form is not Form.PERCENT and (names := _units(one)):
            of_line[one.line] = names
        if one.trio is None and one.key and one.counts:
            for name in _units(one):
                scopes.setdefault(name, set()).add(one.scope)
    others = {name for names in of_line.values() for name in names}
    lead: Figure | None = None
    for one in figures:
        if one.trio is not None or one.numeral.form is not Form.PERCENT or one.said_of is not None:
            continue
        if lead is None or lead.block != one.block or one.tags:
            lead = one
        named = _units(one)
        unit = named or of_line.get(one.line, [])
        own = scopes.get(named[-1], set()) if named else set()
        if unit and unit[-1] not in scopes and len(others - {unit[-1]}) >= _SEVERAL:
            one.scope = -1 - one.index  # of a unit of which nothing is told
        if len(own) == 1 and one.of is None and not one.base:
            one.scope = next(iter(own))
            one.tags, one.topic = dict(lead.tags), one.topic or lead.topic


def _units(figure: Figure) -> list[str]:
    return [str(name).strip() for name in _UNIT.findall(figure.words)]


def of_one_whole(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same checks; a rate that fits nothing, while its sisters are of one whole before them, is of that too.

    So are all of them, of a whole that one slip away is right for each.
    """
    values = {one.index: one.value for one in found.quantities}
    made = {one.printed: one for run in _runs(figures) for one in _claims(run, figures, found, values)}
    for one in relations:
        sister = made.pop(one.printed, None) if one.kind is Kind.RATE else None
        needed = sister and (not judge(one, values).holds or _of_the_same(one, figures, found))
        yield sister if sister and needed and _plain(one, sister) else one
    yield from made.values()


def _of_the_same(one: Relation, figures: Sequence[Figure], found: Known) -> bool:
    """Whether the text says of it in so many words that it is of what its sisters are of: "(40 % số đã chi)"."""
    rate = figures[found.quantities[one.printed].figures[0]]
    words = rate.base_words.strip()
    alike = (other for other in figures if other.paragraph == rate.paragraph and other.base_words.strip() == words)
    return bool(words) and sum(1 for _ in alike) > _LEAST


def _plain(one: Relation, sister: Relation) -> bool:
    """Whether it is first of all of the same count, not of early and on time together."""
    return one.fractions[0].over == sister.fractions[0].over


def _runs(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Rates behind their counts that stand side by side: in a sentence, a list, or sentences after each other."""
    run: list[Figure] = []
    for one in figures:
        if one.numeral.form is not Form.PERCENT or one.compared or one.said_of is None or one.trio is not None:
            continue
        said = figures[one.said_of]
        if not said.counts or said.numeral.form is not Form.COUNT or one.numeral.hedge is not Hedge.EXACT:
            continue
        if said.numeral.start > one.numeral.start and of_plan(one):
            continue
        if run and not _beside(run[-1], one, figures):
            yield run
            run = []
        run.append(one)
    yield run


def _beside(rate: Figure, after: Figure, figures: Sequence[Figure]) -> bool:
    """Whether two rates may be of one whole: near each other, of one scope, no other whole between them."""
    between = [one for one in figures[rate.index + 1 : after.index] if one.counts and one.index != after.said_of]
    near = after.paragraph == rate.paragraph and after.block - rate.block <= _NEAR
    return near and after.scope == rate.scope and not between


def _claims(
    run: Sequence[Figure], figures: Sequence[Figure], found: Known, values: Mapping[int, Decimal]
) -> Iterator[Relation]:
    """The rates of a run, of the whole that most of them are of."""
    named = {rate.base_words.strip() for rate in run[1:]}  # the first may name it for all: "(28.6 % of those examined)"
    alike = bool(run) and named in ({""}, {run[0].base_words.strip()})
    every = [(rate, made) for rate in run if (made := _counted(rate, found, alike=alike))]
    if len(every) < _LEAST:
        return
    said = {made.over[0] for _, made in every}
    precise = len(every) > _LEAST and all(rate.numeral.decimals for rate, _ in every)
    seen: set[int] = set()
    for whole in reversed(before(figures, run[0].index)):
        which = found.of_figure[whole.index]
        if which in seen or which in said or not _may_be_whole(whole):
            continue
        seen.add(which)
        own = [_claimed(found.of_figure[rate.index], made, which) for rate, made in every]
        failing = [one for one in own if not judge(one, values).holds]
        if run[0].block - whole.block > _REACH and not (len(own) - len(failing) > len(failing) and precise):
            continue
        if len(own) - len(failing) >= _LEAST:
            yield from (one for one in own if values[one.fractions[0].over[0]] <= values[which])
            return
        exact = whole.numeral.hedge is Hedge.EXACT
        if (
            exact
            and len(failing) >= _LEAST
            and any(
                all(judge(one, {**values, which: other}).holds for one in own) for other in small_changes(values[which])
            )
        ):
            yield from failing
            return


def _counted(rate: Figure, found: Known, *, alike: bool) -> Fraction | None:
    """What a rate counts, of a whole to be found; None when the text names another whole, if not `alike` for all."""
    if rate.said_of is None or rate.of is not None or ((rate.base or rate.base_words) and not alike):
        return None
    return Fraction(over=(found.of_figure[rate.said_of],), under=(), name="whole")


def _claimed(printed: int, counted: Fraction, whole: int) -> Relation:
    fraction = replace(counted, under=(whole,))
    return Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed)


def _may_be_whole(whole: Figure) -> bool:
    """Whether it is a count that rates after it may be of; "trên 760 hồ sơ" too, which may mean of or more than."""
    amount = whole.numeral.form is Form.COUNT and whole.numeral.hedge is not Hedge.CHANGE and not whole.compared
    return amount and whole.trio is None and whole.numeral.value > 0


def understood(relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same checks without claims on a column or a row of rates of which none fits: they divide something else.

    Two cells that fit nothing are no two mistakes.
    """
    values = {one.index: one.value for one in found.quantities}
    fits: dict[tuple[str, int, int] | None, list[bool]] = {}
    for one in relations:
        for line in _lines(one, figures, found):
            fits.setdefault(line, []).append(judge(one, values).holds)
    for one in relations:
        lines = _lines(one, figures, found)
        strange = lines and any(len(fits[line]) > 1 for line in lines) and not any(any(fits[line]) for line in lines)
        yield replace(one, force=Force.LOOSE) if strange else one


def _lines(one: Relation, figures: Sequence[Figure], found: Known) -> list[tuple[str, int, int]]:
    """The column and the row that the rate of a table stands in; none for what is no rate of a table."""
    rate = figures[found.quantities[one.printed].figures[0]] if one.kind is Kind.RATE else None
    if rate is None or rate.trio is None:
        return []
    row, column = rate.trio
    return [("column", rate.scope // TABLES, column), ("row", rate.scope // TABLES, row)]
