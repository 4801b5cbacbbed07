"""What kinds of units a ward has, what may be changed in its calendar, and how a calendar is read from a file."""

from motcua.offices.rules.changes import (
    YEARS,
    Change,
    DayChange,
    HoursChange,
    Stored,
    fit,
    sessions,
    since,
)
from motcua.offices.rules.importing import CERTAINTIES, COLUMNS, KINDS, Parsed, difference, from_sheet, read
from motcua.offices.rules.rows import RowError, Wrong
from motcua.offices.rules.units import UnitKind
from motcua.offices.rules.week import WEEKDAYS, sessions_from, sessions_text, week_from

__all__ = [
    "CERTAINTIES",
    "COLUMNS",
    "KINDS",
    "WEEKDAYS",
    "YEARS",
    "Change",
    "DayChange",
    "HoursChange",
    "Parsed",
    "RowError",
    "Stored",
    "UnitKind",
    "Wrong",
    "difference",
    "fit",
    "from_sheet",
    "read",
    "sessions",
    "sessions_from",
    "sessions_text",
    "since",
    "week_from",
]
