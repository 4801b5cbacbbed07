"""The days of a promise as a calendar strip draws them: what of each was used, paused, off or late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from motcua.clock.calendars import Calendar
from motcua.clock.counting import Course
from motcua.clock.limits import Limit, Unit
from motcua.clock.timeline import DAY, minute_of, moment_of

__all__ = ["Segment", "SegmentKind", "StripDay", "strip_of"]

_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


class SegmentKind(StrEnum):
    """What a stretch of a day was."""

    USED = "used"
    PAUSED = "paused"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a day; `start` and `end` are positions from 0 to 1 (see StripDay)."""

    kind: SegmentKind
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StripDay:
    """One block of the strip.

    `off`: closed. `name`: the holiday or worked Saturday. `count`: the whole days of the limit (hours for a
    limit in hours) completed when the day ends, on days where that number grows. `late_day`: which working
    day of lateness. Positions are fractions of the day's working time; of 24 hours for calendar days, months
    and continuous hours. `due`, `first_due` (where the due would have been without pauses), `received`, `now`
    are set on the day they fall on.
    """

    date: date
    weekday: str
    off: bool
    name: str
    segments: tuple[Segment, ...]
    count: int | None
    late_day: int | None
    received: datetime | None
    paused_at: datetime | None
    resumed_at: datetime | None
    due: float | None
    first_due: float | None
    now: float | None


def strip_of(
    *, course: Course, limit: Limit, calendar: Calendar, received: datetime, until: datetime | None
) -> tuple[StripDay, ...]:
    """The days from receipt to the due or `until`, whichever is later."""
    drawing = _Strip(course=course, limit=limit, calendar=calendar, until=until)
    return tuple(drawing.days(received))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strip:
    """Draws one course day by day."""

    course: Course
    limit: Limit
    calendar: Calendar
    until: datetime | None

    def days(self, received: datetime) -> Iterator[StripDay]:
        """Every day from the receipt on."""
        now = None if self.until is None else minute_of(self.until)
        stops = (*self.course.restarts, *self.course.suspensions)
        drawn = list(self._stretches(now))
        counted = Fraction(0)
        begun = minute_of(received)
        for day in range(begun // DAY, max(self.course.at, now or 0) // DAY + 1):
            segments = self._segments(day, drawn)
            before, counted = counted, counted + self._counted(day, drawn)
            named = self.calendar.named(date.fromordinal(day))
            yield StripDay(
                date=date.fromordinal(day),
                weekday=_SHORT[(day - 1) % 7],
                off=not self.calendar.timeline.sessions(day),
                name=named.name if named else "",
                segments=segments,
                count=self._count(day, before, counted),
                late_day=self._late_day(day, now),
                received=_first_on(day, [begun]),
                paused_at=_first_on(day, [stop.start for stop in stops]),
                resumed_at=_first_on(day, [stop.end for stop in stops]),
                due=self._flag(day, self.course.at),
                first_due=self._flag(day, self.course.base if self.course.suspensions else None),
                now=self._flag(day, now),
            )

    def _stretches(self, now: int | None) -> Iterator[tuple[SegmentKind, int, int]]:
        """The whole story as stretches of minutes: used, paused, late."""
        course = self.course
        for stop in course.restarts:
            yield SegmentKind.PAUSED, *self._whole_days(stop.start, stop.end)
        cursor = self.course.first
        for stop in course.suspensions:
            start, end = self._whole_days(stop.start, stop.end)
            yield SegmentKind.USED, cursor, min(start, max(cursor, self._counted_until()))
            yield SegmentKind.PAUSED, start, end
            cursor = max(cursor, end)
        yield SegmentKind.USED, cursor, self._counted_until()
        if now is not None:
            late_from = (course.at // DAY + 1) * DAY if self.limit.by_date else course.at
            yield SegmentKind.LATE, late_from, now

    @property
    def _by_calendar(self) -> bool:
        return self.limit.unit in {Unit.DAY, Unit.MONTH}

    def _counted_until(self) -> int:
        return (self.course.raw // DAY + 1) * DAY if self._by_calendar else self.course.at

    def _whole_days(self, start: int, end: int) -> tuple[int, int]:
        """A pause of a limit in calendar days stops whole days: those after its first."""
        return ((start // DAY + 1) * DAY, (end // DAY + 1) * DAY) if self._by_calendar else (start, end)

    def _segments(self, day: int, drawn: list[tuple[SegmentKind, int, int]]) -> tuple[Segment, ...]:
        found = []
        for kind, start, end in drawn:
            if self._closed(day, kind):
                continue
            first, last = self._position(day, start), self._position(day, end)
            if first < last:
                found.append(Segment(kind=kind, start=first, end=last))
        return tuple(sorted(found, key=lambda segment: segment.start))

    def _closed(self, day: int, kind: SegmentKind) -> bool:
        """Whether nothing of this kind can happen on a day: days off, unless the limit runs through them."""
        runs_through = self.limit.unit is Unit.HOUR or (self._by_calendar and kind is not SegmentKind.LATE)
        return not runs_through and not self.calendar.timeline.sessions(day)

    def _position(self, day: int, minute: int) -> float:
        """Where a minute stands on a day, 0 before it and 1 after it."""
        begins = day * DAY
        held = min(max(minute, begins), begins + DAY)
        whole = self.calendar.timeline.between(begins, begins + DAY)
        if self.limit.unit is Unit.HOUR or not whole:
            return (held - begins) / DAY
        return self.calendar.timeline.between(begins, held) / whole

    def _flag(self, day: int, minute: int | None) -> float | None:
        return None if minute is None or minute // DAY != day else self._position(day, minute)

    def _counted(self, day: int, drawn: list[tuple[SegmentKind, int, int]]) -> Fraction:
        """What a day adds: a part of a day for limits in days, hours for limits in hours."""
        timeline = self.calendar.timeline
        begins, ends = day * DAY, (day + 1) * DAY
        used = Fraction(0)
        for kind, start, end in drawn:
            first, last = max(start, begins), min(end, ends)
            if kind is not SegmentKind.USED or first >= last:
                continue
            if self.limit.unit is Unit.HOUR:
                used += Fraction(last - first, 60)
            elif self._by_calendar:
                used += Fraction(last - first, DAY)
            elif not self.limit.by_date:
                used += Fraction(timeline.between(first, last), 60)
            elif whole := timeline.between(begins, ends):
                used += Fraction(timeline.between(first, last), whole)
        return used

    def _count(self, day: int, before: Fraction, after: Fraction) -> int | None:
        """The number a day completes. The last day of a limit in days always bears its number."""
        if not self.limit.by_date or self._by_calendar:
            return int(after) if int(after) > int(before) else None
        whole = int(self.limit.value)
        if day == self.course.at // DAY:
            return whole
        return int(after) if int(after) > int(before) and after < whole else None

    def _late_day(self, day: int, now: int | None) -> int | None:
        """Which working day of lateness a day is."""
        last = self.course.at // DAY
        if not self.limit.by_date or now is None or day <= last or not self.calendar.timeline.sessions(day):
            return None
        return self.calendar.timeline.days_between(last, day)


def _first_on(day: int, minutes: list[int]) -> datetime | None:
    return next((moment_of(minute) for minute in minutes if minute // DAY == day), None)
