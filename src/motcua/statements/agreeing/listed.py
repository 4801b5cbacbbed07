"""Totals under a list: what each line says of its unit, and what all of them come to."""

import re
from collections.abc import Iterator, Sequence

from motcua.statements.signs.figures import Figure, before
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import TOTAL
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["of_lists"]

_IN_ALL = re.compile(r"\W*(?:tính chung|như vậy)(?!\w)", re.IGNORECASE)  # under a list they sum up as well
_LEAST = 2  # lines of a list


def of_lists(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Sums over the lines of a list: "a) Đất đai: xử lý xong 284 … b) Xây dựng: … Cộng chung xử lý xong 491"."""
    for first in figures:
        if first.trio is not None or not first.counts or not (TOTAL.match(first.words) or _IN_ALL.match(first.words)):
            continue
        lines = _lines_above(first, figures)
        totals = (one for one in figures[first.index :] if one.line == first.line) if len(lines) >= _LEAST else ()
        for total in totals:
            parts = [part for line in lines if (part := _said(total, line)) is not None]
            top, under = found.of_figure[total.index], [found.of_figure[part.index] for part in parts]
            if total.counts and total.key and len(under) >= _LEAST and len({top, *under}) > len(under):
                force = Force.CLAIMED if len(under) == len(lines) else Force.LIKELY
                yield Relation(kind=Kind.SUM, force=force, sums=(weighted([top], under),))


def _lines_above(total: Figure, figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures of each line of the list right above, the last line first."""
    lines: list[list[Figure]] = []
    for one in reversed(before(figures, total.index)):
        if one.line == total.line or one.trio is not None:
            continue
        last = lines[-1][-1] if lines else total
        if one.line == last.line:
            lines[-1].append(one)
        elif one.line == last.line - 1 and one.bullet and one.bullet == (last.bullet if lines else one.bullet):
            lines.append([one])
        else:
            break
    return lines if not lines or lines[0][0].bullet != total.bullet else []


def _said(total: Figure, line: Sequence[Figure]) -> Figure | None:
    """What a line says of the same thing, when it says it once."""
    same = [one for one in line if one.key == total.key and one.topic is total.topic]
    return same[0] if len(same) == 1 and same[0].counts and same[0].numeral.form is Form.COUNT else None
