"""A year laid out in months and weeks, each day saying what it is."""

import calendar as weeks
from dataclasses import dataclass
from datetime import date

from motcua.clock import Calendar, DayKind

__all__ = ["Cell", "Month", "months"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of a month."""

    date: date
    working: bool
    name: str  # what makes it differ from its weekday
    worked: bool  # a day off that is worked
    receives: bool  # opens outside working time, an evening or a Saturday


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month in weeks from Monday; None where a day belongs to another month."""

    number: int
    weeks: list[list[Cell | None]]


def months(*, year: int, calendar: Calendar) -> list[Month]:
    """The twelve months of a year."""
    plan = weeks.Calendar()
    return [
        Month(
            number=month,
            weeks=[
                [_cell(date(year, month, day), calendar) if day else None for day in week]
                for week in plan.monthdayscalendar(year, month)
            ],
        )
        for month in range(1, 13)
    ]


def _cell(on: date, calendar: Calendar) -> Cell:
    named = calendar.named(on)
    return Cell(
        date=on,
        working=calendar.is_working(on),
        name=named.name if named else "",
        worked=named is not None and named.kind is DayKind.MAKEUP_WORKING,
        receives=bool(calendar.extra_sessions(on)),
    )
