"""Lengths of working time and how they are said. Source: LOOK.md "Words"."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from motcua.clock.calendars import Calendar
from motcua.clock.counting import working_minutes
from motcua.clock.limits import Limit, Unit
from motcua.clock.timeline import DAY, minute_of

__all__ = ["Span", "SpanKind", "early_by", "elapsed", "late_by", "length_in_words", "remaining"]

_HOUR = 60
_MINUTES_SHOWN_BELOW = 2 * _HOUR
_HOURS_SHOWN_TO = 10  # days


class SpanKind(StrEnum):
    """What a span measures, which decides its words."""

    LEFT = "left"
    LATE = "late"
    EARLY = "early"
    SPENT = "spent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time in whole minutes, working ones unless `continuous`, and how long a day of it is.

    `days` is set when lateness counts days: the working days after the due day up to and with today. `past`
    tells a lateness of no working day yet (a holiday right after the due) from no lateness.
    """

    kind: SpanKind
    minutes: int
    minutes_per_day: int
    continuous: bool = False
    days: int | None = None
    past: bool = False

    def words(self) -> str:
        """`còn 1 ngày 5 giờ làm việc`, `trễ 1 ngày`, `trễ 2 giờ 42 phút`, `sớm 2 giờ 8 phút`.

        Under two hours with minutes, over ten days without hours; what is left is rounded down, never up.
        """
        match self.kind:
            case SpanKind.LEFT:
                return f"còn {self._rounded()}{self._working()}" if self.minutes else "hết giờ hẹn"
            case SpanKind.LATE:
                return self._late()
            case SpanKind.EARLY:
                return f"sớm {self._exact()}"
            case SpanKind.SPENT:
                return f"{self._rounded()}{self._working()}"

    def _late(self) -> str:
        if self.days:
            return f"trễ {self.days} ngày"
        if self.days is None and self.minutes:
            return f"trễ {self._exact()}"
        return "trễ, chưa hết một phút làm việc" if self.past and self.days is None else self._not_yet()

    def _not_yet(self) -> str:
        return "trễ, chưa sang ngày làm việc" if self.past else "không trễ"

    def _working(self) -> str:
        return "" if self.continuous else " làm việc"

    def _rounded(self) -> str:
        days, rest = divmod(self.minutes, self.minutes_per_day)
        hours, minutes = divmod(rest, _HOUR)
        if not days and rest < _MINUTES_SHOWN_BELOW:
            return length_in_words(hours=hours, minutes=minutes)
        return length_in_words(days=days, hours=hours if days <= _HOURS_SHOWN_TO else 0)

    def _exact(self) -> str:
        days, rest = divmod(self.minutes, self.minutes_per_day)
        return length_in_words(days=days, hours=rest // _HOUR, minutes=rest % _HOUR)


def elapsed(*, start: datetime, end: datetime, calendar: Calendar) -> Span:
    """Working time spent from `start` to `end`."""
    return _span(SpanKind.SPENT, working_minutes(start=start, end=end, calendar=calendar), calendar)


def remaining(*, at: datetime, due: datetime, calendar: Calendar, limit: Limit | None = None) -> Span:
    """Working time left at `at` (plain time for a limit in continuous hours); none at and after the due."""
    seconds = timedelta(seconds=at.second, microseconds=at.microsecond)
    begun = at if not seconds else at - seconds + timedelta(minutes=1)  # a minute begun is no longer left
    return _measured(SpanKind.LEFT, begun, due, calendar, limit)


def early_by(*, at: datetime, due: datetime, calendar: Calendar, limit: Limit | None = None) -> Span:
    """How long before its due something was finished."""
    left = remaining(at=at, due=due, calendar=calendar, limit=limit)
    return _span(SpanKind.EARLY, left.minutes, calendar, continuous=left.continuous)


def late_by(*, at: datetime, due: datetime, limit: Limit, calendar: Calendar) -> Span:
    """How late something is at `at`: working days for a day-type limit, working time for hours.

    A day-type limit is late only after the due day; days off in between are not counted. Source: law.md §4.3.
    """
    span = _measured(SpanKind.LATE, due, at, calendar, limit)
    if not limit.by_date:
        return _span(SpanKind.LATE, span.minutes, calendar, continuous=span.continuous, past=at > due)
    first, last = minute_of(due) // DAY, minute_of(at) // DAY
    days = calendar.timeline.days_between(first, last) if last > first else 0
    minutes = span.minutes if last > first else 0
    return _span(SpanKind.LATE, minutes, calendar, days=days, past=last > first)


def _measured(kind: SpanKind, start: datetime, end: datetime, calendar: Calendar, limit: Limit | None) -> Span:
    if limit is not None and limit.unit is Unit.HOUR:
        return _span(kind, max(0, minute_of(end) - minute_of(start)), calendar, continuous=True)
    return _span(kind, working_minutes(start=start, end=end, calendar=calendar), calendar)


def _span(
    kind: SpanKind,
    minutes: int,
    calendar: Calendar,
    *,
    continuous: bool = False,
    days: int | None = None,
    past: bool = False,
) -> Span:
    per_day = DAY if continuous else calendar.hours_per_day * _HOUR
    return Span(kind=kind, minutes=minutes, minutes_per_day=per_day, continuous=continuous, days=days, past=past)


def length_in_words(*, days: int = 0, hours: int = 0, minutes: int = 0) -> str:
    parts = ((days, "ngày"), (hours, "giờ"), (minutes, "phút"))
    return " ".join(f"{count} {word}" for count, word in parts if count) or "0 phút"
