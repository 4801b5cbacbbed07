"""Rates that stand side by side: of the parts of one whole, or of several units by their names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.statements.figures import Bunch, Figure
from motcua.statements.numerals import Form
from motcua.statements.quantities import TABLES, Known
from motcua.sums import Force, Fraction, Kind, Relation, judge

__all__ = ["of_one_whole", "of_units"]

_UNIT = re.compile(r"(?<!\w)(?:[Pp]hường|[Xx]ã|[Tt]hị trấn|[Đđ]ặc khu|[Tt]hôn|[Pp]hòng)((?: [A-ZĐ]\w+){1,3})")
_LEAST = 2  # sisters of one whole that show that a third is of it too


def of_units(figures: Sequence[Figure]) -> None:
    """Give each rate that names a unit the scope in which the counts of that unit are told.

    "Tỷ lệ trực tuyến của phường Hòn Sỏi đạt 85,0%, xã Bãi Dừa 70,2%": the second counts what the first does.
    """
    scopes: dict[str, set[int]] = {}
    for one in figures:
        if one.trio is None and one.key and one.counts:
            for name in _units(one):
                scopes.setdefault(name, set()).add(one.scope)
    lead: Figure | None = None
    for one in figures:
        if one.trio is not None or one.numeral.form is not Form.PERCENT or one.said_of is not None:
            continue
        if lead is None or lead.block != one.block or one.tags:
            lead = one
        named = _units(one)
        own = scopes.get(named[-1], set()) if named else set()
        if len(own) == 1 and one.of is None and not one.base:
            one.scope = next(iter(own))
            one.tags, one.topic = dict(lead.tags), one.topic or lead.topic


def _units(figure: Figure) -> list[str]:
    return [str(name).strip() for name in _UNIT.findall(figure.words)]


def of_one_whole(
    relations: Sequence[Relation], figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known
) -> Iterator[Relation]:
    """The same checks; a rate that fits nothing, while its sisters are of the whole of their breakdown, is of it."""
    values = {one.index: one.value for one in found.quantities}
    whole_of = {
        found.of_figure[part]: found.of_figure[bunch.whole]
        for bunch in bunches
        if len(bunch.parts) > _LEAST and figures[bunch.whole].scope < TABLES
        for part in bunch.parts
    }
    rates = [(place, one) for place, one in enumerate(relations) if one.kind is Kind.RATE]
    own = {place: made for place, one in rates if (made := _of_its_whole(one, whole_of))}
    fitting: dict[int, int] = {}
    for place, fraction in own.items():
        if judge(replace(relations[place], fractions=(fraction,)), values).holds:
            fitting[fraction.under[0]] = fitting.get(fraction.under[0], 0) + 1
    for place, one in enumerate(relations):
        made = own.get(place)
        meant = made is not None and one.fractions[0].over == made.over  # not early and on time together
        if made and meant and fitting.get(made.under[0], 0) >= _LEAST and not judge(one, values).holds:
            yield replace(one, force=Force.CLAIMED, fractions=(made,))
        else:
            yield one


def _of_its_whole(one: Relation, whole_of: dict[int, int]) -> Fraction | None:
    """The reading by which a rate is what its part is of the whole."""
    alone = (fraction for fraction in one.fractions if len(fraction.over) == 1 and not fraction.minus)
    return next((made for made in alone if (whole_of.get(made.over[0]),) == made.under), None)
