"""The departure board: in which band a dossier stands, what its badge says, how its ruler is filled.

Source: LOOK.md "Promise row", "Time-left badge", "Ruler". `queries/ranking.py` says the same in SQL for thousands of
rows at once; a test holds the two together.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import IntEnum, StrEnum

from motcua import clock, law
from motcua.clock import ZONE, Calendar, Limit, Unit
from motcua.dossiers.rules import Status
from motcua.promises.rules import Outcome

__all__ = [
    "BANDS",
    "Badge",
    "Band",
    "Edges",
    "Measure",
    "Owed",
    "Rank",
    "badge",
    "edges",
    "measure",
    "rank",
]

_DAY = 24 * 60


class Band(StrEnum):
    """The four bands, in the order in which they stand."""

    LATE = "late"  # Quá hạn
    TODAY = "today"  # Hôm nay
    SOON = "soon"  # Sắp đến hạn
    LATER = "later"  # Còn thời gian


BANDS = tuple(Band)


class Rank(IntEnum):
    """Where a row stands: the bands, and in the last of them first what runs, then what waits for others."""

    LATE = 0
    TODAY = 1
    SOON = 2
    LATER = 3
    PAUSED = 4  # the clock stands: a supplement, a payment, a completion at the door
    COLLECT = 5  # the result lies ready and nobody came on the day

    @property
    def band(self) -> Band:
        """The band that shows it."""
        return BANDS[min(self, Rank.LATER)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """The moments between the bands, as seen at `at`: the start of today, of tomorrow, and the end of "soon"."""

    at: datetime
    today: datetime
    tomorrow: datetime
    soon: datetime
    soon_days: int  # working days after today that are still "sắp đến hạn"


def edges(*, at: datetime, calendar: Calendar) -> Edges:
    """The edges on the day of `at`: soon ends with the second working day after it. Source: WARN_DAYS."""
    day = at.astimezone(ZONE).date()
    days = law.rule("WARN_DAYS", on=day).part("warn")
    last = clock.working_days_after(day=day, n=days, calendar=calendar)
    today, soon = (datetime.combine(d, time(0), ZONE) for d in (day, last + timedelta(days=1)))
    return Edges(at=at, today=today, tomorrow=today + timedelta(days=1), soon=soon, soon_days=days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """The promise of a dossier, as far as a row of the desk needs it."""

    limit: Limit
    counted_from: datetime
    first_due_at: datetime
    due_at: datetime
    late_after: datetime
    extended_due_at: datetime | None = None
    paused_at: datetime | None = None
    kept_at: datetime | None = None
    outcome: Outcome | None = None

    @property
    def appointment(self) -> datetime:
        """The moment the people were last told."""
        return self.extended_due_at or self.due_at

    def moment(self, at: datetime) -> datetime:
        """Up to when it is judged: now, or the moment at which its clock was stopped."""
        return min(at, self.paused_at or at)

    def late(self, at: datetime) -> bool:
        """Whether it is broken at `at`. A new appointment heals nothing: lateness is measured against the first."""
        return self.moment(at) > self.late_after


def rank(*, status: Status, owed: Owed | None, edges: Edges) -> Rank:
    """Where a dossier on a desk stands. A dossier that was only lodged is looked at today."""
    if owed is None:
        return Rank.PAUSED if status is Status.AWAITING else Rank.TODAY
    if status is Status.FINISHED:
        return Rank.COLLECT if owed.appointment < edges.today else _by_day(owed.appointment, edges)
    if owed.late(edges.at):
        return Rank.LATE
    return Rank.PAUSED if owed.paused_at else _by_day(owed.due_at, edges)


def _by_day(due: datetime, edges: Edges) -> Rank:
    if due < edges.tomorrow:
        return Rank.TODAY
    return Rank.SOON if due < edges.soon else Rank.LATER


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """The kind of a time-left badge and the clock's words; no words where only the state is to be said."""

    kind: str
    words: str = ""


def badge(*, status: Status, owed: Owed | None, edges: Edges, calendar: Calendar) -> Badge:
    """The badge of a row: late first, then what is left until the appointment."""
    found = rank(status=status, owed=owed, edges=edges)
    if owed is None or found is Rank.PAUSED:
        return Badge(kind="paused" if found is Rank.PAUSED else found.band.value)
    if found is Rank.LATE:
        late = clock.late_by(at=owed.moment(edges.at), due=owed.due_at, limit=owed.limit, calendar=calendar)
        return Badge(kind="late", words=late.words())
    if found is Rank.COLLECT:
        return _collect(owed, calendar)
    due = owed.appointment if status is Status.FINISHED else owed.due_at
    left = clock.remaining(at=edges.at, due=due, calendar=calendar, limit=owed.limit)
    return Badge(kind=found.band.value, words=left.words())


def _collect(owed: Owed, calendar: Calendar) -> Badge:
    """A result that waits: what was late stays said."""
    if owed.outcome is not Outcome.LATE or owed.kept_at is None:
        return Badge(kind="done")
    late = clock.late_by(at=owed.kept_at, due=owed.due_at, limit=owed.limit, calendar=calendar)
    return Badge(kind="late", words=late.words())


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A ruler: `used` of `units` (days, or hours for a limit in hours or of one day), `late` units past the due."""

    units: float
    used: float
    late: float = 0
    paused: bool = False


def measure(*, owed: Owed, at: datetime, calendar: Calendar) -> Measure:
    """How far a promise has been used up at `at`, or when it was kept or paused."""
    moment = owed.kept_at or owed.moment(at)
    units = _units(owed, calendar)
    late = 0.0
    if moment > owed.late_after:
        span = clock.late_by(at=moment, due=owed.due_at, limit=owed.limit, calendar=calendar)
        late = max(span.days if span.days is not None else span.minutes / 60, 0.5)  # a lateness is always seen
    left = _left(owed, moment, calendar)
    paused = owed.paused_at is not None and owed.kept_at is None
    return Measure(units=units, used=units if late else min(max(units - left, 0), units), late=late, paused=paused)


def _units(owed: Owed, calendar: Calendar) -> float:
    unit = owed.limit.unit
    if (unit is Unit.WORKING_DAY and owed.limit.whole) or unit is Unit.DAY:
        return float(owed.limit.value)
    if unit is Unit.MONTH:
        return max((owed.due_at.astimezone(ZONE).date() - owed.counted_from.astimezone(ZONE).date()).days, 1)
    if unit is Unit.HOUR:
        return max((owed.due_at - owed.counted_from).total_seconds() / 3600, 1)
    return max(clock.working_minutes(start=owed.counted_from, end=owed.due_at, calendar=calendar) / 60, 1)


def _left(owed: Owed, moment: datetime, calendar: Calendar) -> float:
    """What is left, in the ruler's units."""
    unit = owed.limit.unit
    if unit in {Unit.DAY, Unit.MONTH}:
        return (owed.due_at - moment).total_seconds() / 60 / _DAY
    span = clock.remaining(at=moment, due=owed.due_at, calendar=calendar, limit=owed.limit)
    whole_days = unit is Unit.WORKING_DAY and owed.limit.whole
    return span.minutes / (span.minutes_per_day if whole_days else 60)
