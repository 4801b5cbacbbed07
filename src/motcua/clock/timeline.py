"""Working time as whole minutes on one line; prefix tables make counting and adding cost the same anywhere.

A minute is its number since 01/01/0001 in local time (Asia/Ho_Chi_Minh, +07:00 all year since 1975). The
grain of the whole room is the minute: a moment is read to its minute, seconds are dropped.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from motcua.acts import Refused

__all__ = ["DAY", "ZONE", "Timeline", "minute_of", "moment_of"]

ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
DAY: Final = 24 * 60
FIRST_YEAR: Final = 1976  # one offset from here on, so that local minutes are real minutes
LAST_YEAR: Final = 2199

Stretches = tuple[tuple[int, int], ...]  # opening and closing minutes of a day, in order


def minute_of(at: datetime) -> int:
    """The minute a moment falls in. Refused `clock.out_of_range` beyond 1977–2198; naive is a bug."""
    if at.tzinfo is None:
        raise ValueError("the clock takes aware moments only")
    if not FIRST_YEAR < at.year < LAST_YEAR:
        raise _out_of_range()
    local = at.astimezone(ZONE)
    return local.toordinal() * DAY + local.hour * 60 + local.minute


def moment_of(minute: int) -> datetime:
    """The moment at which a minute begins."""
    ordinal, rest = divmod(minute, DAY)
    day = date.fromordinal(ordinal)
    return datetime(day.year, day.month, day.day, rest // 60, rest % 60, tzinfo=ZONE)


def _out_of_range() -> Refused:
    return Refused(
        "clock.out_of_range",
        f"Thời điểm này nằm ngoài các năm {FIRST_YEAR + 1}–{LAST_YEAR - 1} mà lịch tính được.",
        f"This moment lies outside the years {FIRST_YEAR + 1}–{LAST_YEAR - 1} that the calendar can count.",
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """Every day from `first` up to `last` (ordinals, `last` excluded), and what was worked before each."""

    first: int
    last: int
    sessions: list[Stretches]
    days_before: list[int]  # one longer than sessions
    minutes_before: list[int]  # one longer than sessions
    working: list[int]  # ordinals of the working days


class Timeline:
    """The working minutes of one calendar. Tables are built when asked for and replaced whole, never edited.

    Two threads that grow at once do the work twice and both get right answers.
    """

    __slots__ = ("_sessions_of", "_table")

    def __init__(self, sessions_of: Callable[[date], Stretches]) -> None:
        self._sessions_of = sessions_of
        self._table = _Table(first=1, last=1, sessions=[], days_before=[0], minutes_before=[0], working=[])

    def sessions(self, day: int) -> Stretches:
        """The regular sessions of a day as minutes of that day."""
        table = self._covering(day, day)
        return table.sessions[day - table.first]

    def between(self, start: int, end: int) -> int:
        """Working minutes from minute `start` up to minute `end`, which is not before it."""
        table = self._covering(start // DAY, end // DAY)
        return _worked(table, end) - _worked(table, start)

    def add(self, start: int, minutes: int) -> int:
        """The earliest minute at which `minutes` working minutes have passed since `start`; `start` for none.

        Time that ends with a session ends there, not at the next opening.
        """
        if minutes <= 0:
            return start
        table = self._covering(start // DAY, start // DAY)
        while (goal := _worked(table, start) + minutes) > table.minutes_before[-1]:
            table = self._longer(table)
        index = bisect_left(table.minutes_before, goal) - 1
        rest = goal - table.minutes_before[index]
        for opens, closes in table.sessions[index]:
            if rest <= closes - opens:
                return (table.first + index) * DAY + opens + rest
            rest -= closes - opens
        raise AssertionError("the prefix table and the sessions disagree")

    def days_between(self, after: int, until: int) -> int:
        """Working days after the day `after` up to and with the day `until`."""
        table = self._covering(after, until)
        return table.days_before[until - table.first + 1] - table.days_before[after - table.first + 1]

    def day_after(self, day: int, count: int) -> int:
        """The `count`-th working day after `day`, before it below 0; for 0, `day` or the next working one."""
        table = self._covering(day, day)
        if count < 0:
            while (index := table.days_before[day - table.first] + count) < 0:
                table = self._covering(table.first - 1, table.last - 1)
            return table.working[index]
        inclusive = 1 if count else 0
        while (index := table.days_before[day - table.first + inclusive] + max(count - 1, 0)) >= len(table.working):
            table = self._longer(table)
        return table.working[index]

    def _longer(self, table: _Table) -> _Table:
        return self._covering(table.first, table.last)

    def _covering(self, first: int, last: int) -> _Table:
        table = self._table
        if table.first <= first and last < table.last:
            return table
        table = self._table = self._build(*self._years(table, first, last))
        return table

    def _years(self, table: _Table, first: int, last: int) -> tuple[int, int]:
        """Whole years that cover the days asked for and those known, growing by doubling."""
        if first < date(FIRST_YEAR, 1, 1).toordinal() or last > date(LAST_YEAR, 12, 31).toordinal():
            raise Refused(
                "clock.no_working_time",
                "Lịch này không có đủ giờ làm việc để tính hạn.",
                "This calendar has not enough working time to count the limit.",
            )
        from_year, to_year = date.fromordinal(first).year, date.fromordinal(last).year + 1
        if table.sessions:
            known_from, known_to = date.fromordinal(table.first).year, date.fromordinal(table.last - 1).year
            span = known_to - known_from + 1
            from_year = min(known_from, from_year if from_year >= known_from else from_year - 2)
            to_year = max(known_to, to_year if to_year - 1 <= known_to else to_year + span)
        return max(from_year, FIRST_YEAR), min(to_year, LAST_YEAR)

    def _build(self, from_year: int, to_year: int) -> _Table:
        first, last = date(from_year, 1, 1).toordinal(), date(to_year, 12, 31).toordinal() + 1
        sessions = [self._sessions_of(date.fromordinal(day)) for day in range(first, last)]
        days_before, minutes_before, working = [0], [0], []
        for day, held in enumerate(sessions, first):
            if held:
                working.append(day)
            days_before.append(len(working))
            minutes_before.append(minutes_before[-1] + sum(closes - opens for opens, closes in held))
        return _Table(
            first=first,
            last=last,
            sessions=sessions,
            days_before=days_before,
            minutes_before=minutes_before,
            working=working,
        )


def _worked(table: _Table, minute: int) -> int:
    """Working minutes of the table before a minute."""
    index = minute // DAY - table.first
    rest = minute % DAY
    worked = table.minutes_before[index]
    for opens, closes in table.sessions[index]:
        if rest <= opens:
            break
        worked += min(rest, closes) - opens
    return worked
