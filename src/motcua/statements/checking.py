"""The checker: a statement in, every check of its sums and rates out, with the smallest correction of what fails."""

from dataclasses import dataclass

from motcua.statements.agreeing.accounted import accounted_for
from motcua.statements.agreeing.again import again
from motcua.statements.agreeing.aligned import aligned
from motcua.statements.agreeing.announced import announced
from motcua.statements.agreeing.averages import averaged
from motcua.statements.agreeing.became import became
from motcua.statements.agreeing.broken_off import without_broken_off
from motcua.statements.agreeing.crossed import crossed, exchanged
from motcua.statements.agreeing.echoed import echoed
from motcua.statements.agreeing.enclosed import enclosed, told_in_full
from motcua.statements.agreeing.exceeding import exceeding
from motcua.statements.agreeing.grouped import grouped
from motcua.statements.agreeing.grown import grown
from motcua.statements.agreeing.heads import exchanged_heads
from motcua.statements.agreeing.hundreds import hundreds
from motcua.statements.agreeing.in_words import in_words
from motcua.statements.agreeing.measured import of_one_measure
from motcua.statements.agreeing.namesakes import namesakes, partners
from motcua.statements.agreeing.neighbours import neighbours
from motcua.statements.agreeing.one_report import of_one_report
from motcua.statements.agreeing.overlapping import overlapping
from motcua.statements.agreeing.parallel import parallel
from motcua.statements.agreeing.phrased import overruled, phrased
from motcua.statements.agreeing.plans import of_plans
from motcua.statements.agreeing.points import behind, points
from motcua.statements.agreeing.products import multiplied
from motcua.statements.agreeing.relations import merged, relations
from motcua.statements.agreeing.remaining import remaining
from motcua.statements.agreeing.retold import retold
from motcua.statements.agreeing.runs import runs
from motcua.statements.agreeing.same_groups import of_same_groups
from motcua.statements.agreeing.scales import in_one_unit
from motcua.statements.agreeing.since_then import since_then
from motcua.statements.agreeing.sisters import understood
from motcua.statements.agreeing.slipped import beside, slipped
from motcua.statements.agreeing.twins import of_either
from motcua.statements.agreeing.witnesses import by_numbers, witnessed
from motcua.statements.judging.verdicts import Check, Verdict, verdicts
from motcua.statements.passages.prose import Prose
from motcua.statements.sheets.columns import cells, without_fewer
from motcua.statements.sheets.grids import grids
from motcua.statements.sheets.placing import Placed, place
from motcua.statements.sheets.products import products
from motcua.statements.sheets.tables import Table, table
from motcua.statements.signs.figures import Bunch, Figure
from motcua.statements.signs.numerals import english, spot
from motcua.statements.signs.quantities import Known, known
from motcua.statements.signs.wrapping import unwrapped

__all__ = ["MOST_CHARACTERS", "MOST_FIGURES", "Check", "Reading", "Verdict", "check"]

MOST_CHARACTERS = 200_000
MOST_FIGURES = 2_000  # of one statement; a report of a ward has about a hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A whole statement, read and checked. `start` and `end` of its numerals count characters of `text`.

    A text longer than any report is read only up to `read_to`.
    """

    text: str
    in_english: bool
    figures: tuple[Figure, ...]
    bunches: tuple[Bunch, ...]
    known: Known
    checks: tuple[Check, ...]
    read_to: int


def check(text: str) -> Reading:
    """Read a statement and check it. Never refuses: what is not understood is not checked."""
    whole, text = text, unwrapped(text)
    foreign = english(text)
    figures: list[Figure] = []
    bunches: list[Bunch] = []
    prose = Prose(figures, bunches)
    tables: list[tuple[Table, tuple[dict[int, int], ...]]] = []
    at, end = 0, len(text[:MOST_CHARACTERS])
    for grid in grids(text[:end]):
        end = _read_prose(prose, text, at, grid.start, foreign=foreign)
        if end < grid.start:
            break
        read = table(grid, in_english=foreign)
        if read is not None:
            tables.append((read, place(read, figures, len(tables))))
        at = grid.end
        end = len(text[:MOST_CHARACTERS])
    else:
        end = _read_prose(prose, text, at, end, foreign=foreign)
    found = known(figures, bunches)
    placed = [Placed(table=read, lines=lines, found=found, figures=figures) for read, lines in tables]
    every = relations(text, figures, bunches, found, in_english=foreign)
    every = merged([*every, *(one for each in placed for one in cells(each)), *hundreds(figures, bunches, found)])
    every = merged(
        [
            *without_fewer(every, placed),
            *enclosed(text, every, figures, found),
            *aligned(text, figures, found),
            *runs(text, figures, found, in_english=foreign),
            *echoed(text, figures, found, in_english=foreign),
            *exchanged_heads(text, figures, found),
        ]
    )
    if not foreign:
        every = merged([*every, *parallel(text, every, figures, found)])
        every = merged([*every, *again(text, every, figures, found)])
    every = list(announced(text, list(told_in_full(every, figures, found)), figures, found))
    every = list(of_same_groups(text, every, figures, found))
    every = list(without_broken_off(text, every, figures, found))
    every = merged(grouped(text, every, figures, bunches, found))
    every = merged(witnessed(every, figures, found))
    sums, claims = by_numbers(every, figures, found)
    every = merged([*every, *remaining(text, [*every, *sums], figures, found)])
    every = list(of_one_report(every, figures, found))
    every = merged([*every, *retold(text, [*every, *sums], figures, found, in_english=foreign)])
    every = merged([*every, *neighbours(text, every, sums, found, figures, in_english=foreign)])
    if not foreign:
        every = merged([*every, *exceeding(text, every, sums, figures, found)])
    said = [
        *phrased(text, figures, bunches, found),
        *grown(text, figures, found),
        *of_plans(text, figures, bunches, found),
        *namesakes(text, figures, bunches, found),
        *claims,
    ]
    named = list(crossed(text, every, sums, figures, found))
    named = merged([*of_one_report(named, figures, found), *exchanged(named, found)])
    every = merged(overruled([*every, *named], [*said, *(one for one in named if one.said)]))
    every = merged(overruled(every, list(partners(every, figures, found))))
    every = list(in_one_unit(text, every, figures, found))
    every = list(of_one_measure(text, every, figures, found))
    every = list(slipped([*every, *beside(every, figures, found)], figures, found))
    every = list(of_either(text, every, figures, found))
    every = merged(
        [
            *every,
            *became(text, figures, found),
            *since_then(text, figures, found),
            *in_words(text, figures, found),
            *overlapping(text, figures, found),
            *averaged(text, figures, found),
            *multiplied(text, figures, found),
            *points(text, figures, found),
            *behind(text, figures, found),
            *(one for each in placed for one in products(each)),
        ]
    )
    return Reading(
        text=whole,
        in_english=foreign,
        figures=tuple(figures),
        bunches=tuple(bunches),
        known=found,
        checks=tuple(
            verdicts(list(accounted_for(text, list(understood(every, figures, found)), figures, found)), figures, found)
        ),
        read_to=end,
    )


def _read_prose(prose: Prose, text: str, start: int, end: int, *, foreign: bool) -> int:
    """Read the sentences from here to there; gives where the reading stopped."""
    numerals = spot(text[start:end], in_english=foreign)
    room = max(0, MOST_FIGURES - len(prose.figures))
    if len(numerals) > room:
        end, numerals = start + numerals[room].start, numerals[:room]
    part = text[start:end]
    if part.strip():
        prose.read(part, numerals, shift=start)
    return end
