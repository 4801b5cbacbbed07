"""The rate columns of a table: the division of two cells that explains nearly every row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from motcua.statements.hundreds import hundred
from motcua.statements.numerals import Form
from motcua.statements.placing import Placed
from motcua.sums import Force, Fraction, Kind, Relation, judge

__all__ = ["rate_columns"]


def rate_columns(placed: Placed) -> Iterator[Relation]:
    """A column of rates is computed in one way: the division of two cells that explains nearly every row."""
    read = placed.table
    for rate in sorted(read.rate):
        rows = [row for row in range(len(placed.lines)) if placed.value(row, rate) is not None]
        best: list[Relation] = []
        for relations in _divisions(placed, rate, rows):
            values = {one.index: one.value for one in placed.found.quantities}
            fits = sum(judge(one, values).holds for one in relations)
            if fits >= 3 and len(relations) - fits <= min(2, fits - 1) and len(relations) > len(best):
                best = relations
        yield from best
        if read.turned:
            continue
        parts = [row for row in rows if row not in placed.totals]
        if len(parts) > 1 and len(parts) < len(rows):
            yield hundred([placed.which(row, rate) for row in parts], placed.found)


def _divisions(placed: Placed, rate: int, rows: Sequence[int]) -> Iterator[list[Relation]]:
    counts = sorted(placed.table.summed - placed.table.rate)
    totals = placed.totals
    yield from _of_the_text(placed, rate, rows)
    overs = [(one,) for one in counts] + list(pairwise(counts))
    for over in overs:
        for under in (*counts, None):
            alone = len(totals) != 1 or len(over) > 1 or placed.table.turned
            if under in over or (under is None and alone):
                continue
            made = []
            for row in rows:
                bottom = (row, under) if under is not None else (totals[0], over[0])
                if any(placed.value(row, one) is None for one in over) or not placed.value(*bottom):
                    continue
                tops, whole = tuple(placed.which(row, one) for one in over), placed.which(*bottom)
                if whole not in tops:
                    fraction = Fraction(over=tops, under=(whole,), name=placed.table.names[bottom[1]].strip())
                    printed = placed.which(row, rate)
                    made.append(Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed))
            yield made


def _of_the_text(placed: Placed, rate: int, rows: Sequence[int]) -> Iterator[list[Relation]]:
    """The division of each cell by a count that the sentences tell: "Trong 1.317 hồ sơ tiếp nhận, …"."""
    wholes = [one for one in placed.figures if one.trio is None and one.counts and one.numeral.form is Form.COUNT]
    for over in sorted(placed.table.summed - placed.table.rate):
        held = [row for row in rows if placed.value(row, over) is not None]
        most = max((placed.value(row, over) or 0 for row in held), default=0)
        for which in dict.fromkeys(placed.found.of_figure[one.index] for one in wholes if one.numeral.value >= most):
            yield [
                Relation(
                    kind=Kind.RATE,
                    force=Force.CLAIMED,
                    fractions=(Fraction(over=(placed.which(row, over),), under=(which,), name="named"),),
                    printed=placed.which(row, rate),
                )
                for row in held
                if placed.which(row, over) != which
            ]
