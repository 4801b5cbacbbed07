"""How much of the working week is left."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua import clock
from motcua.clock import ZONE, Calendar

__all__ = ["Week", "week"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The rest of a working week: the close of its last working day and the working hours until then."""

    ends_at: datetime
    hours: int


def week(*, at: datetime, calendar: Calendar) -> Week:
    """What is left of this working week; on its last evening and at the weekend, the next one."""
    day = at.astimezone(ZONE).date()
    end = _last_close(day, calendar)
    if end is None or end <= at:
        end = _last_close(calendar.next_working(day + timedelta(days=1)), calendar)
    if end is None:
        raise RuntimeError("a working day has a close")
    return Week(ends_at=end, hours=clock.working_minutes(start=at, end=end, calendar=calendar) // 60)


def _last_close(day: date, calendar: Calendar) -> datetime | None:
    monday = day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    working = [d for d in days if calendar.is_working(d)]
    return calendar.close_of(working[-1]) if working else None
