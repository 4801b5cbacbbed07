"""When something is due. The only place in the house that computes a due date. Source: law.md §4."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from motcua.clock.calendars import Calendar
from motcua.clock.limits import Limit, Unit
from motcua.clock.pauses import Pause, PauseMode, Stop, stops
from motcua.clock.timeline import DAY, ZONE, minute_of, moment_of

__all__ = [
    "Channel",
    "Course",
    "Due",
    "add_working",
    "counted_from",
    "course",
    "due",
    "due_of",
    "handover_by",
    "in_time_today",
    "limit_minutes",
    "project",
    "working_days_after",
    "working_minutes",
]


class Channel(StrEnum):
    """How a dossier came. Source: ND 118/2025 art. 15."""

    DIRECT = "direct"  # trực tiếp tại quầy
    ONLINE = "online"  # trực tuyến
    POST = "post"  # bưu chính


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a limit ends.

    `counted_from` is the moment it was finally counted from: the receipt, the opening after an online
    submission out of hours, or the end of a pause that restarted it. `provisional`: a year it was counted
    through has days off that are not settled yet.
    """

    at: datetime
    date: date
    limit: Limit
    provisional: bool
    counted_from: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a due came about, in minutes: the last start, the due without pauses, what moved it.

    `restarts` are the pauses that started the count anew, in order; `suspensions` those that moved the due
    since `start`. `raw` is where the count itself ended: before a day limit runs to the end of its day or a
    day off is left behind.
    """

    counted_from: datetime
    start: int
    first: int
    unpaused: int
    base: int
    raw: int
    at: int
    restarts: tuple[Stop, ...] = ()
    suspensions: tuple[Stop, ...] = ()


def due(
    *,
    start: datetime,
    limit: Limit,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    channel: Channel = Channel.DIRECT,
) -> Due:
    """When `limit` ends that began with a receipt at `start`.

    Day limits do not count the day of receipt and end at the close of the last day; calendar days and months
    move off a day off to the next working day's close; working hours are minutes inside regular sessions;
    `same day` ends that day when received before the cut-off of a working day, else the next working day. A
    suspension moves the due by the paused working time, a day limit then to the end of that working day
    (calendar days and months: by paused calendar days; hours: by hours). It counts when it begins while the
    promise is still in time: lateness is not healed by a later pause. A restart counts the limit again from
    the end of the pause. Raises Refused `clock.open_pause` (see `project`), `clock.out_of_range`,
    `clock.no_working_time`, `pause.order`. Source: law.md §4.1, §4.2; ND 309/2026 art. 17(3).
    """
    return due_of(course(start=start, limit=limit, calendar=calendar, pauses=pauses, channel=channel), limit, calendar)


def project(
    *,
    start: datetime,
    limit: Limit,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    channel: Channel = Channel.DIRECT,
    now: datetime,
) -> Due:
    """The due if every pause still open ended at `now`; otherwise as `due`."""
    ended = [pause.closed(now) for pause in pauses]
    return due(start=start, limit=limit, calendar=calendar, pauses=ended, channel=channel)


def counted_from(*, received: datetime, channel: Channel, calendar: Calendar) -> datetime:
    """The moment from which a receipt counts.

    Online outside regular hours (evenings, lunch, days off): the next regular opening. At the counter and by
    post: the moment itself, also in an evening or Saturday opening or on a day off. Source: law.md §4.1,
    §4.6.
    """
    return calendar.next_opening(received) if channel is Channel.ONLINE else received


def handover_by(*, received: datetime, calendar: Calendar) -> datetime:
    """By when a received dossier must reach those who process it.

    Before the cut-off of a working day: that day's close. At or after it, in an evening opening or on a day
    off: "at the start of the next working day", read as the opening of its first session; a room that needs a
    tolerance adds it. Source: ND 61/2018 art. 18, ND 309/2026 art. 18(2).
    """
    minute = minute_of(received)
    if in_time_today(minute, calendar):
        return calendar.close_of(date.fromordinal(minute // DAY))
    return calendar.opening_of(date.fromordinal(calendar.timeline.day_after(minute // DAY, 1)))


def add_working(*, start: datetime, minutes: int, calendar: Calendar) -> datetime:
    """The earliest moment with `minutes` working minutes between it and `start`; `start` itself for none."""
    if minutes < 0:
        raise ValueError("working time is added, never taken away")
    return moment_of(calendar.timeline.add(minute_of(start), minutes)) if minutes else start


def working_days_after(*, day: date, n: int, calendar: Calendar) -> date:
    """The `n`-th working day after `day`, or before it when `n` < 0; for 0, `day` or the next working day."""
    return date.fromordinal(calendar.timeline.day_after(day.toordinal(), n))


def working_minutes(*, start: datetime, end: datetime, calendar: Calendar) -> int:
    """Working minutes from `start` to `end`; 0 when `end` is not later."""
    first, last = minute_of(start), minute_of(end)
    return calendar.timeline.between(first, last) if first < last else 0


def limit_minutes(*, limit: Limit, calendar: Calendar) -> int:
    """A limit in hours, or a fraction of a working day, as minutes: at least 1, halves up."""
    hours = limit.value * (calendar.hours_per_day if limit.unit is Unit.WORKING_DAY else 1)
    return max(1, int((hours * 60).quantize(Decimal(1), rounding=ROUND_HALF_UP)))


def in_time_today(minute: int, calendar: Calendar) -> bool:
    """Whether a minute lies before the cut-off of a working day."""
    cutoff = calendar.cutoff.hour * 60 + calendar.cutoff.minute
    return minute % DAY < cutoff and bool(calendar.timeline.sessions(minute // DAY))


def course(*, start: datetime, limit: Limit, calendar: Calendar, pauses: Iterable[Pause], channel: Channel) -> Course:
    """How the due comes about; `due` and `explain` both read this, so they cannot disagree."""
    begun = counted_from(received=start, channel=channel, calendar=calendar)
    ahead = stops(pauses, since=minute_of(begun))
    restarts: tuple[Stop, ...] = ()
    while True:
        found, restart = _run(begun, ahead, limit, calendar)
        if restart is None:
            return replace(found, restarts=restarts) if restarts else found
        restarts += (restart,)
        begun = counted_from(received=moment_of(restart.end), channel=channel, calendar=calendar)
        since = minute_of(begun)
        ahead = sorted((stop.clipped(since) for stop in ahead if stop.end > since), key=lambda stop: stop.order)


def due_of(found: Course, limit: Limit, calendar: Calendar) -> Due:
    """The due at the end of a course."""
    at, start = moment_of(found.at), found.counted_from.astimezone(ZONE)
    years = range(start.year, at.year + 1)
    provisional = limit.unit is not Unit.HOUR and any(calendar.is_provisional(year) for year in years)
    return Due(at=at, date=at.date(), limit=limit, provisional=provisional, counted_from=start)


def _run(begun: datetime, ahead: list[Stop], limit: Limit, calendar: Calendar) -> tuple[Course, Stop | None]:
    """One count from `begun` up to its due or to the first pause that restarts it."""
    start = minute_of(begun)
    unpaused = raw = _raw(start, limit, calendar)
    base = at = _settled(raw, limit, calendar)
    suspensions: list[Stop] = []
    restart = None
    for stop in ahead:
        if stop.start > (_end_of_day(at) if limit.by_date else at):
            break  # the promise was broken before this pause
        if stop.mode is PauseMode.RESTART:
            restart = stop
            break
        suspensions.append(stop)
        raw = _moved(raw, stop, limit, calendar)
        at = _settled(raw, limit, calendar)
    found = Course(
        counted_from=begun,
        start=start,
        first=_first(start, limit, calendar),
        unpaused=unpaused,
        base=base,
        raw=raw,
        at=at,
        suspensions=tuple(suspensions),
    )
    return found, restart


def _first(start: int, limit: Limit, calendar: Calendar) -> int:
    """From which minute time counts: the receipt, or the next day where the day of receipt is not counted."""
    skips = not in_time_today(start, calendar) if limit.unit is Unit.SAME_DAY else limit.by_date
    return (start // DAY + 1) * DAY if skips else start


def _raw(start: int, limit: Limit, calendar: Calendar) -> int:
    """Where the count ends without pauses, before a day off is left behind."""
    day = start // DAY
    timeline = calendar.timeline
    match limit.unit:
        case Unit.WORKING_DAY if limit.whole:
            return _close(timeline.day_after(day, int(limit.value)), calendar)
        case Unit.WORKING_DAY | Unit.WORKING_HOUR:
            return timeline.add(start, limit_minutes(limit=limit, calendar=calendar))
        case Unit.HOUR:
            return start + limit_minutes(limit=limit, calendar=calendar)
        case Unit.SAME_DAY:
            return _close(day if in_time_today(start, calendar) else timeline.day_after(day, 1), calendar)
        case Unit.DAY:
            return (day + int(limit.value)) * DAY
        case Unit.MONTH:
            return _months_later(date.fromordinal(day), int(limit.value)).toordinal() * DAY


def _moved(raw: int, stop: Stop, limit: Limit, calendar: Calendar) -> int:
    """Where the count ends after one more suspension."""
    match limit.unit:
        case Unit.DAY | Unit.MONTH:
            return (max(raw // DAY, stop.start // DAY) + stop.end // DAY - stop.start // DAY) * DAY
        case Unit.HOUR:
            return raw + stop.end - stop.start
        case _:
            return calendar.timeline.add(raw, calendar.timeline.between(stop.start, stop.end))


def _settled(raw: int, limit: Limit, calendar: Calendar) -> int:
    """The due of a count that ended at `raw`: a day-type limit runs to the close of a working day."""
    return _close(calendar.timeline.day_after(raw // DAY, 0), calendar) if limit.by_date else raw


def _close(day: int, calendar: Calendar) -> int:
    return day * DAY + calendar.timeline.sessions(day)[-1][1]


def _end_of_day(minute: int) -> int:
    return minute // DAY * DAY + DAY - 1


def _months_later(day: date, months: int) -> date:
    """The same day number, or the last day of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
