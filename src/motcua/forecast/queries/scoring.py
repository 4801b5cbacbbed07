"""The chance of each open dossier now: five statements, however many are open."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from django.db.models import Q

from motcua import clock, law
from motcua.acts import Actor
from motcua.clock import ZONE, Calendar
from motcua.forecast import rules
from motcua.forecast.models import Learnt
from motcua.forecast.queries.past import queue_key
from motcua.forecast.queries.standing import Away, Queues, Standing, absences, queues, standing
from motcua.forecast.rules import Desk, Experience, Odds, Outlook, Seen

__all__ = ["Forecast", "Marked", "State", "World", "chance", "forecasts", "known", "world"]

_NOT_SEEN = Seen(usual=0, holders=1)
UNKNOWN = Odds(chance=None)


class State(StrEnum):
    """Whether a chance can be told at all."""

    RUNNING = "running"
    PAUSED = "paused"  # its clock stands: nobody knows until when
    LATE = "late"  # it is broken: no chance any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """An open dossier and what is to be expected of it."""

    standing: Standing
    state: State
    left: int = 0  # working minutes
    total: int = 0
    used: int = 0  # thousandths
    odds: Odds = UNKNOWN
    reason: str = ""
    basis: str = ""

    @property
    def percent(self) -> int | None:
        """The chance in whole percent, 1 to 99."""
        return None if self.odds.chance is None else rules.percent_of(self.odds.chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What every forecast of a ward is made from at one moment."""

    at: datetime
    calendar: Calendar
    known: Experience
    learnt_at: datetime | None
    queues: Queues
    away: Away
    least: int
    threshold: float

    @property
    def per_day(self) -> int:
        """Minutes of a working day."""
        return self.calendar.hours_per_day * 60


KnownSince = tuple[Experience, datetime | None]


def known(ward_id: UUID) -> KnownSince:
    """What was learnt of a ward and when; read again only after it was learnt anew. One statement, then two."""
    learnt_at = Learnt.objects.filter(ward_id=ward_id).values_list("learnt_at", flat=True).first()
    return (_kept(ward_id, learnt_at), learnt_at) if learnt_at else (Experience(), None)


@lru_cache(maxsize=64)
def _kept(ward_id: UUID, _learnt_at: datetime) -> Experience:
    content = Learnt.objects.filter(ward_id=ward_id).values_list("content", flat=True).first()
    return Experience.loaded(content) if content else Experience()


def world(*, by: Actor, at: datetime, calendar: Calendar, learnt: KnownSince | None = None) -> World:
    """Three statements, two with what is `known` already; one more when the ward was learnt anew."""
    day = at.astimezone(ZONE).date()
    experience, learnt_at = learnt or known(by.ward_id)
    return World(
        at=at,
        calendar=calendar,
        known=experience,
        learnt_at=learnt_at,
        queues=queues(by=by),
        away=absences(by=by, at=at),
        least=law.rule("FORECAST_MIN_CASES", on=day).whole,
        threshold=law.rule("FORECAST_MARK_PERCENT", on=day).whole / 100,
    )


def forecasts(rows: Iterable[Standing], *, world: World) -> list[Forecast]:
    """What is to be expected of each; nothing is read."""
    return [_forecast(row, world) for row in rows]


def _forecast(row: Standing, world: World) -> Forecast:
    if row.late(world.at):
        return Forecast(standing=row, state=State.LATE)
    if row.paused_at is not None:
        return Forecast(standing=row, state=State.PAUSED)
    total = rules.total_minutes(counted_from=row.counted_from, first_due=row.first_due_at, calendar=world.calendar)
    used = rules.used_of(at=world.at, due=row.due_at, total=total, calendar=world.calendar)
    return held_by(
        Forecast(
            standing=row,
            state=State.RUNNING,
            left=clock.working_minutes(start=world.at, end=row.due_at, calendar=world.calendar),
            total=total,
            used=used,
        ),
        officer_id=row.officer_id,
        name=row.officer_name or "",
        world=world,
    )


def held_by(found: Forecast, *, officer_id: UUID | None, name: str, world: World, more: int = 0) -> Forecast:
    """The same dossier on somebody's desk; `more`: how many steps that desk would gain."""
    row = found.standing
    desk, minutes = desk_of(row, officer_id=officer_id, name=name, world=world)
    outlook = Outlook(
        place=row.place,
        used=found.used,
        left=max(rules.WHOLE - found.used, 0),
        queue=rules.queue_factor(now=desk.now + more, usual=desk.usual),
        away=rules.away_share(minutes=minutes, total=found.total),
    )
    odds = rules.odds(known=world.known, outlook=outlook, least=world.least)
    said = rules.reason(
        step=row.step,
        usual=world.known.usual_minutes(row.place),
        left=found.left,
        found=odds,
        total=found.total,
        per_day=world.per_day,
        desk=desk,
    )
    return replace(found, odds=odds, reason=said, basis=rules.basis(odds, least=world.least))


def desk_of(row: Standing, *, officer_id: UUID | None, name: str, world: World) -> tuple[Desk, int]:
    """Somebody's desk, or the queue, beside what usually lies there; and the working minutes of their absence."""
    key = queue_key(row.unit_id, row.role)
    usual = world.known.queues.get(key, _NOT_SEEN)
    if officer_id is None:
        now = world.queues.together.get(key, 0)
        return Desk(holder="", now=now, usual=usual.usual or now), 0
    sharers = max(usual.holders, 1)
    now = world.queues.desks.get(officer_id, 0)
    away = next(iter(world.away.get(officer_id, ())), None)
    minutes = _away_minutes(away, at=world.at, due=row.due_at, calendar=world.calendar) if away else 0
    desk = Desk(
        holder=name, now=now, usual=usual.usual / sharers if usual.usual else now, away=away if minutes else None
    )
    return desk, minutes


def _away_minutes(away: tuple[date, date], *, at: datetime, due: datetime, calendar: Calendar) -> int:
    first = datetime.combine(away[0], time(0), ZONE)
    last = datetime.combine(away[1] + timedelta(days=1), time(0), ZONE)
    return clock.working_minutes(start=max(at, first), end=min(due, last), calendar=calendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A dossier that may be late: the words of its mark, and why."""

    words: str
    why: str


def chance(*, by: Actor, at: datetime, dossier_ids: Collection[UUID], calendar: Calendar) -> dict[UUID, Marked]:
    """Which of these dossiers may be late, from the ward's threshold on; the others are not in the answer.

    For rooms above, that show dossiers anyway: whoever asks has already decided who may see them. Four statements; one
    where nothing was learnt yet, none for no dossiers.
    """
    learnt = known(by.ward_id) if dossier_ids else (Experience(), None)
    if learnt[1] is None:
        return {}
    now = world(by=by, at=at, calendar=calendar, learnt=learnt)
    found = forecasts(standing(by=by, within=Q(), only=dossier_ids), world=now)
    return {
        f.standing.id: Marked(words=rules.mark(f.odds), why=f"{f.basis} {f.reason}")
        for f in found
        if f.odds.chance is not None and f.odds.chance >= now.threshold
    }
