"""The working calendar of an office as one value: hours with their dates, days off, worked Saturdays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType

from motcua.acts import Refused
from motcua.clock.timeline import DAY, Stretches, Timeline, minute_of, moment_of

__all__ = ["UNSETTLED", "Calendar", "Certainty", "Day", "DayKind", "Hours", "Session"]


class DayKind(StrEnum):
    """Why a day differs from its weekday. Source: Labour Code 45/2019 art. 111, 112; yearly notices."""

    PUBLIC_HOLIDAY = "public_holiday"  # nghỉ lễ, tết
    COMPENSATORY = "compensatory"  # nghỉ bù vì lễ trùng ngày nghỉ hằng tuần
    SWAPPED_OFF = "swapped_off"  # nghỉ do hoán đổi với một thứ Bảy làm bù
    MAKEUP_WORKING = "makeup_working"  # thứ Bảy làm bù
    LOCAL_OFF = "local_off"  # nghỉ riêng của địa phương: bão, mất điện, sự kiện


class Certainty(StrEnum):
    """How sure a day of the calendar is."""

    HIGH = "high"  # the notice is out
    MEDIUM = "medium"  # known from elsewhere, the notice itself not read
    LOW = "low"  # one proposal among several
    PROVISIONAL = "provisional"  # in every proposal, not decided


UNSETTLED = frozenset({Certainty.LOW.value, Certainty.PROVISIONAL.value})  # the whole year of such a day is provisional


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Opening time inside one day, `start` included and `end` not. Raises Refused `calendar.session`."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if _minutes(self.start) >= _minutes(self.end):
            raise Refused(
                "calendar.session",
                f"Buổi làm việc {self.start:%H:%M}–{self.end:%H:%M} phải kết thúc sau khi bắt đầu.",
                f"The session {self.start:%H:%M}–{self.end:%H:%M} must end after it starts.",
            )

    @property
    def stretch(self) -> tuple[int, int]:
        """Opening and closing as minutes of the day."""
        return _minutes(self.start), _minutes(self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Weekly office hours from a day on, `valid_to` included; weekdays count from Monday = 0.

    `weekly` is working time. `extra` are evening or Saturday openings: they receive, but never lengthen the
    working day. A worked Saturday has the sessions of weekday `makeup_as`. Refused `calendar.*` on impossible
    hours.
    """

    valid_from: date
    valid_to: date | None = None
    weekly: Mapping[int, tuple[Session, ...]]
    extra: Mapping[int, tuple[Session, ...]] = field(default_factory=dict)
    makeup_as: int = 0

    def __post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise Refused(
                "calendar.validity",
                "Giờ làm việc phải hết hiệu lực sau ngày bắt đầu.",
                "Office hours must end after they begin.",
            )
        object.__setattr__(self, "weekly", _orderly(self.weekly))
        object.__setattr__(self, "extra", _orderly(self.extra))

    def covers(self, day: date) -> bool:
        """Whether these hours hold on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day that differs from its weekday. `source` names the notice, `certainty` how sure we are of it."""

    date: date
    kind: DayKind
    name: str
    source: str = ""
    certainty: str = Certainty.HIGH.value


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calendar:
    """Hours and days of an office, and the two numbers of the law that counting needs.

    Compared and hashed by identity, because its tables are kept with it: hold one value per ward and version.
    Where hours overlap the later `valid_from` holds; where a date is named twice the later entry holds.
    A day that no hours cover is closed. `cutoff` is the 15:00 of same-day limits and of the hand-over.
    """

    name: str
    hours: tuple[Hours, ...]
    days: tuple[Day, ...] = ()
    cutoff: time
    hours_per_day: int
    timeline: Timeline = field(init=False, repr=False)
    _named: Mapping[date, Day] = field(init=False, repr=False)
    _settled_years: frozenset[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if not self.hours:
            raise Refused("calendar.no_hours", "Lịch chưa có giờ làm việc.", "The calendar has no office hours yet.")
        if not 1 <= self.hours_per_day <= 24:
            raise Refused(
                "calendar.hours_per_day",
                "Số giờ của một ngày làm việc phải từ 1 đến 24.",
                "The hours of a working day must be 1 to 24.",
            )
        object.__setattr__(self, "hours", tuple(sorted(self.hours, key=lambda held: held.valid_from)))
        object.__setattr__(self, "_named", MappingProxyType({day.date: day for day in self.days}))
        known = frozenset(day.date.year for day in self.days if day.kind is DayKind.PUBLIC_HOLIDAY)
        unsettled = frozenset(day.date.year for day in self.days if day.certainty in UNSETTLED)
        object.__setattr__(self, "_settled_years", known - unsettled)
        object.__setattr__(self, "timeline", Timeline(self._stretches))

    def named(self, day: date) -> Day | None:
        """What makes a day differ from its weekday, if anything does."""
        return self._named.get(day)

    def hours_on(self, day: date) -> Hours | None:
        """The office hours that hold on a day."""
        return next((held for held in reversed(self.hours) if held.covers(day)), None)

    def sessions(self, day: date) -> tuple[Session, ...]:
        """The sessions that count as working time on a day; none on a day off."""
        held, named = self.hours_on(day), self._named.get(day)
        if held is None:
            return ()
        if named is None:
            return held.weekly.get(day.weekday(), ())
        return held.weekly.get(held.makeup_as, ()) if named.kind is DayKind.MAKEUP_WORKING else ()

    def extra_sessions(self, day: date) -> tuple[Session, ...]:
        """The sessions that only receive: evenings, Saturdays. None on a named day off."""
        held, named = self.hours_on(day), self._named.get(day)
        if held is None or (named is not None and named.kind is not DayKind.MAKEUP_WORKING):
            return ()
        return held.extra.get(day.weekday(), ())

    def is_working(self, day: date) -> bool:
        """Whether a day has working time."""
        return bool(self.timeline.sessions(day.toordinal()))

    def is_provisional(self, year: int) -> bool:
        """Whether the days off of a year are unsettled: one waits for its notice, or there is no public holiday."""
        return year not in self._settled_years

    def is_open(self, at: datetime, *, extra: bool = True) -> bool:
        """Whether people are received at a moment; with `extra=False`, whether it is working time."""
        day, minute = divmod(minute_of(at), DAY)
        held = self.timeline.sessions(day)
        if extra:
            held += tuple(session.stretch for session in self.extra_sessions(date.fromordinal(day)))
        return any(opens <= minute < closes for opens, closes in held)

    def next_opening(self, at: datetime) -> datetime:
        """The moment itself when it is working time, else the next opening of a regular session."""
        minute = minute_of(at)
        opening = self.timeline.add(minute, 1) - 1
        return at if opening == minute else moment_of(opening)

    def next_working(self, day: date) -> date:
        """The day itself when it is a working day, else the next one."""
        return date.fromordinal(self.timeline.day_after(day.toordinal(), 0))

    def opening_of(self, day: date) -> datetime:
        """When the first regular session of a working day opens. Refused `clock.closed_day` on a day off."""
        return moment_of(day.toordinal() * DAY + self._held(day)[0][0])

    def close_of(self, day: date) -> datetime:
        """When the last regular session of a working day ends. Refused `clock.closed_day` on a day off."""
        return moment_of(day.toordinal() * DAY + self._held(day)[-1][1])

    def _held(self, day: date) -> Stretches:
        held = self.timeline.sessions(day.toordinal())
        if not held:
            raise Refused(
                "clock.closed_day",
                f"Ngày {day:%d/%m/%Y} không làm việc.",
                f"{day:%d/%m/%Y} is not a working day.",
            )
        return held

    def _stretches(self, day: date) -> Stretches:
        return tuple(session.stretch for session in self.sessions(day))


def _minutes(of: time) -> int:
    return of.hour * 60 + of.minute


def _orderly(sessions: Mapping[int, tuple[Session, ...]]) -> Mapping[int, tuple[Session, ...]]:
    """The sessions of each weekday in order, none overlapping."""
    ordered = {}
    for weekday, held in sessions.items():
        if not 0 <= weekday <= 6:
            raise Refused(
                "calendar.weekday",
                "Thứ trong tuần phải từ 0 (thứ Hai) đến 6 (Chủ nhật).",
                "A weekday must be 0 (Monday) to 6 (Sunday).",
            )
        ordered[weekday] = tuple(sorted(held, key=lambda session: session.start))
        for one, two in zip(ordered[weekday], ordered[weekday][1:], strict=False):
            if two.start < one.end:
                raise Refused(
                    "calendar.overlap",
                    f"Hai buổi làm việc chồng nhau lúc {two.start:%H:%M}.",
                    f"Two sessions overlap at {two.start:%H:%M}.",
                )
    return MappingProxyType(ordered)
