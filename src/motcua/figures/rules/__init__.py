"""What Biểu II.06a counts, how it proves itself and what closing it means. Pure."""

from motcua.figures.rules.cells import COLUMNS, FIGURES, Bucket, Cell, Figure, count
from motcua.figures.rules.closing import CLOSERS, Frozen, Moved, Placed, digest, may_close, may_read, moved
from motcua.figures.rules.groups import GROUPS, Group, group_named
from motcua.figures.rules.lateness import LATENESS, LateFigure, Lateness, LateRate, Mark, compared
from motcua.figures.rules.periods import Period, Scope, default_as_of, month_of, report_quarter, year_of
from motcua.figures.rules.reports import RATES, TOTAL, Line, Proof, Rate, Report, compiled, proofs

__all__ = [
    "CLOSERS",
    "COLUMNS",
    "FIGURES",
    "GROUPS",
    "LATENESS",
    "RATES",
    "TOTAL",
    "Bucket",
    "Cell",
    "Figure",
    "Frozen",
    "Group",
    "LateFigure",
    "LateRate",
    "Lateness",
    "Line",
    "Mark",
    "Moved",
    "Period",
    "Placed",
    "Proof",
    "Rate",
    "Report",
    "Scope",
    "compared",
    "compiled",
    "count",
    "default_as_of",
    "digest",
    "group_named",
    "may_close",
    "may_read",
    "month_of",
    "moved",
    "proofs",
    "report_quarter",
    "year_of",
]
