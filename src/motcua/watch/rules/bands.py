"""In which band of warning an open promise stands. Pure; due dates come from the promise, working time from `clock`.

A band of n working days begins when n working days are left, or, for a promise too short for that, when a share of its
own time is left: else a step of four hours would be warned about the moment it is given.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from motcua import clock, law
from motcua.clock import ZONE, Calendar, Limit, Unit
from motcua.promises import rules as promises
from motcua.promises.rules import Kind

__all__ = ["BANDS", "PARTS", "TASK", "Band", "Owed", "band", "ends_at", "horizon", "thresholds", "until"]

TASK = "task"  # the kind that the room of assigned tasks will bring
PARTS = frozenset({Kind.STEP.value, Kind.CONSULTATION.value})  # of a promise to people, none by themselves
_DAY = 24 * 60
_FULL = 100


class Band(StrEnum):
    """How near the break is."""

    FAR = "far"  # tasks only
    WARN = "warn"  # sắp đến hạn
    ACT = "act"  # phải làm ngay
    LATE = "late"  # đã trễ
    SECOND = "second"  # trễ cả ngày hẹn lại

    @property
    def rank(self) -> int:
        """The further on, the higher."""
        return BANDS.index(self)


BANDS = tuple(Band)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """An open promise, as far as its band depends on it. `kind` is one of `Kind`, or `TASK`."""

    kind: str
    limit: Limit
    counted_from: datetime
    due_at: datetime
    late_after: datetime
    extended_due_at: datetime | None = None
    paused_at: datetime | None = None


@lru_cache(maxsize=64)
def _days(kind: str, on: date) -> tuple[tuple[Band, int], ...]:
    rule = law.rule("TASK_BANDS" if kind == TASK else "WARN_DAYS", on=on)
    return tuple((band, rule.part(band)) for band in BANDS if band in _names(rule))


def _names(rule: law.Rule) -> set[str]:
    return {entry[0] for entry in rule.value if isinstance(entry, tuple)} if isinstance(rule.value, tuple) else set()


@lru_cache(maxsize=16)
def _shares(on: date) -> dict[str, int]:
    rule = law.rule("WARN_SHARES", on=on)
    return {name: rule.part(name) for name in _names(rule)}


def until(owed: Owed) -> datetime:
    """The moment the warning counts to: the due, or the new appointment once there is one."""
    return promises.appointment(due_at=owed.due_at, extended_due_at=owed.extended_due_at)


def ends_at(owed: Owed) -> datetime:
    """The last instant at which it is not broken: of the due, or of the new appointment once there is one."""
    if owed.extended_due_at is None:
        return owed.late_after
    return max(owed.late_after, promises.late_after(due_at=until(owed), limit=owed.limit))


def _length(owed: Owed, calendar: Calendar) -> int:
    """The minutes a promise had when it was made, in the minutes that `clock.remaining` counts for it."""
    if owed.limit.unit is Unit.HOUR:
        return int((until(owed) - owed.counted_from).total_seconds()) // 60
    whole = clock.working_minutes(start=owed.counted_from, end=until(owed), calendar=calendar)
    hours = {Unit.WORKING_DAY: calendar.hours_per_day, Unit.WORKING_HOUR: 1}.get(owed.limit.unit)
    return whole if hours is None else min(whole, int(owed.limit.value * hours * 60))  # pauses are no part of it


def thresholds(owed: Owed, *, calendar: Calendar, on: date) -> list[tuple[Band, int]]:
    """From how many minutes left each band holds, the furthest first. Source: WARN_DAYS, WARN_SHARES, TASK_BANDS."""
    day = _DAY if owed.limit.unit is Unit.HOUR else calendar.hours_per_day * 60
    shares = _shares(on)
    length = _length(owed, calendar)
    return [
        (band, min(days * day, length * shares[band] // _FULL) if band in shares and owed.kind != TASK else days * day)
        for band, days in _days(owed.kind, on)
    ]


def band(owed: Owed, *, at: datetime, calendar: Calendar) -> Band | None:
    """The band at `at`; None while there is time, and while its clock stands still.

    A new appointment is what is warned about once it was given; past it the promise is late a second time.
    """
    if owed.paused_at is not None:
        return None
    if at > ends_at(owed):
        return Band.LATE if owed.extended_due_at is None else Band.SECOND
    left = clock.remaining(at=at, due=until(owed), calendar=calendar, limit=owed.limit).minutes
    found = None
    for name, minutes in thresholds(owed, calendar=calendar, on=at.astimezone(ZONE).date()):
        if left <= minutes:
            found = name
    return found


def horizon(*, at: datetime, calendar: Calendar, kinds: frozenset[str]) -> datetime:
    """No promise of these kinds that is due after this moment is in any band: what need not be read."""
    on = at.astimezone(ZONE).date()
    days = max((n for kind in kinds for _, n in _days(kind, on)), default=0)
    working = clock.add_working(start=at, minutes=days * calendar.hours_per_day * 60 + 1, calendar=calendar)
    return max(working, at + timedelta(days=days, minutes=1))
