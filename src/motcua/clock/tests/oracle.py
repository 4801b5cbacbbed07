"""A second opinion on due dates: minute by minute, slow on purpose, sharing only value types with the room.

Every question is answered by looking at single minutes. A moment is a naive local datetime at a whole minute.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP

from motcua.clock import Calendar, Channel, DayKind, Hours, Limit, Pause, PauseMode, Session, Unit

MINUTE = timedelta(minutes=1)
ONE_DAY = timedelta(days=1)
CLOCK = [time(hour, minute).isoformat() for hour in range(24) for minute in range(60)]


class Oracle:
    """Answers for one calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.known: dict[date, list[bool]] = {}

    def due(self, *, start: datetime, limit: Limit, pauses: Iterable[Pause], channel: Channel) -> datetime:
        """When the limit ends."""
        stops = [(local(p.start), local(p.end), p.mode) for p in pauses if p.end is not None]
        begun = self.begins(local(start), channel)
        while True:
            live = [(max(a, begun), b, mode) for a, b, mode in stops if b > begun and b > a]
            suspended = merged([(a, b) for a, b, mode in live if mode is PauseMode.SUSPEND])
            restarts = [(a, b) for a, b, mode in live if mode is PauseMode.RESTART]
            # the first restart that finds the promise still in time, given the suspensions begun before it
            for begins, ends in sorted(restarts):
                earlier = [(a, b) for a, b in suspended if a <= begins]
                if begins <= self.in_time_until(self.suspended(begun, limit, earlier), limit):
                    begun = self.begins(ends, channel)
                    break
            else:
                return self.suspended(begun, limit, suspended)

    def begins(self, at: datetime, channel: Channel) -> datetime:
        """The moment from which a receipt counts."""
        while channel is Channel.ONLINE and not self.works(at):
            at += MINUTE
        return at

    def suspended(self, begun: datetime, limit: Limit, stops: list[tuple[datetime, datetime]]) -> datetime:
        """The due under disjoint suspensions."""
        if limit.unit in {Unit.HOUR, Unit.WORKING_HOUR} or limit.value % 1:
            return self.lived(begun, limit, stops)
        if limit.unit in {Unit.DAY, Unit.MONTH}:
            return self.calendar_due(begun, limit, stops)
        base = self.end_of_day(self.last_day(begun, limit))
        count, due = base, base
        for begins, ends in stops:
            if begins > self.in_time_until(due, limit):
                break
            at = begins
            while at < ends:
                if self.works(at):
                    count = self.one_more(count)
                at += MINUTE
            due = self.end_of_day(count.date())
        return due

    def lived(self, begun: datetime, limit: Limit, stops: list[tuple[datetime, datetime]]) -> datetime:
        """Live through every minute until the limit is used up."""
        left = minutes_of(limit, self.calendar)
        at = begun
        while True:
            stop = next(((a, b) for a, b in stops if a <= at < b), None)
            if stop is None:
                if left == 0:
                    return at
                left -= self.runs(at, limit)
                at += MINUTE
                continue
            if left == 0:  # stopped at the very end: the due is where the last running minute of the stop ends
                last = at
                while at < stop[1]:
                    last = at + MINUTE if self.runs(at, limit) else last
                    at += MINUTE
                return last
            at = stop[1]

    def calendar_due(self, begun: datetime, limit: Limit, stops: list[tuple[datetime, datetime]]) -> datetime:
        """Count days of the calendar, wait out suspended ones, leave days off."""
        day = begun.date()
        if limit.unit is Unit.DAY:
            for _ in range(int(limit.value)):
                day += ONE_DAY
        else:
            day = months_later(day, int(limit.value))
        due = self.end_of_day(self.open_day(day))
        for begins, ends in stops:
            if begins > self.in_time_until(due, limit):
                break
            day = max(day, begins.date())
            passed = begins.date()
            while passed < ends.date():
                passed += ONE_DAY
                day += ONE_DAY
            due = self.end_of_day(self.open_day(day))
        return due

    def last_day(self, begun: datetime, limit: Limit) -> date:
        """The last day of a limit in working days, or of a same-day limit."""
        day = begun.date()
        if limit.unit is Unit.SAME_DAY and self.is_open_day(day) and begun.time() < self.calendar.cutoff:
            return day
        left = int(limit.value)
        while left:
            day += ONE_DAY
            left -= self.is_open_day(day)
        return day

    def open_day(self, day: date) -> date:
        """The day or the next one with working time."""
        while not self.is_open_day(day):
            day += ONE_DAY
        return day

    def end_of_day(self, day: date) -> datetime:
        """One minute after the last working minute of a day."""
        minutes = self.minutes(day)
        last = max(index for index, works in enumerate(minutes) if works)
        return datetime.combine(day, time(0)) + (last + 1) * MINUTE

    def one_more(self, at: datetime) -> datetime:
        """Where one more working minute has passed."""
        while not self.works(at):
            at += MINUTE
        return at + MINUTE

    def in_time_until(self, due: datetime, limit: Limit) -> datetime:
        """The last minute in which a promise is still in time: of its day, or its own."""
        by_moment = limit.unit in {Unit.HOUR, Unit.WORKING_HOUR} or bool(limit.value % 1)
        return due if by_moment else datetime.combine(due.date(), time(23, 59))

    def runs(self, at: datetime, limit: Limit) -> bool:
        """Whether a minute uses up a limit in hours."""
        return limit.unit is Unit.HOUR or self.works(at)

    def works(self, at: datetime) -> bool:
        """Whether a minute is working time."""
        return self.minutes(at.date())[at.hour * 60 + at.minute]

    def is_open_day(self, day: date) -> bool:
        """Whether a day has a working minute."""
        return any(self.minutes(day))

    def minutes(self, day: date) -> list[bool]:
        """The 1,440 minutes of a day."""
        if day not in self.known:
            held = [(s.start.isoformat(), s.end.isoformat()) for s in self.sessions(day)]
            self.known[day] = [any(opens <= at < closes for opens, closes in held) for at in CLOCK]
        return self.known[day]

    def sessions(self, day: date) -> tuple[Session, ...]:
        """The regular sessions of a day, from the calendar as written."""
        hours = self.hours(day)
        if hours is None:
            return ()
        weekday = day.weekday()
        for named in self.calendar.days:
            if named.date == day:
                if named.kind is not DayKind.MAKEUP_WORKING:
                    return ()
                weekday = hours.makeup_as
        return hours.weekly.get(weekday, ())

    def hours(self, day: date) -> Hours | None:
        """The hours that hold on a day: those that began last."""
        held = [h for h in self.calendar.hours if h.valid_from <= day]
        held = [h for h in held if h.valid_to is None or day <= h.valid_to]
        return max(held, key=lambda h: h.valid_from, default=None)


def local(at: datetime) -> datetime:
    """The wall clock in Việt Nam, to the minute."""
    universal = at.replace(tzinfo=None) - (at.utcoffset() or timedelta(0))
    return (universal + timedelta(hours=7)).replace(second=0, microsecond=0)


def minutes_of(limit: Limit, calendar: Calendar) -> int:
    """A limit in hours, or a fraction of a working day, in minutes."""
    per_unit = 60 * calendar.hours_per_day if limit.unit is Unit.WORKING_DAY else 60
    return max(1, int((limit.value * per_unit).to_integral_value(rounding=ROUND_HALF_UP)))


def months_later(day: date, months: int) -> date:
    """The same day number that many months on, or the last day of the month."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    number = day.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def merged(stops: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Stops that overlap or touch as one."""
    found: list[tuple[datetime, datetime]] = []
    for begins, ends in sorted(stops):
        if found and begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(ends, found[-1][1]))
        else:
            found.append((begins, ends))
    return found
