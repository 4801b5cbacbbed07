"""The past replayed: each working morning the forecast says what it would have said, knowing what was known then.

What is known at a morning: the steps closed before it, the due as it had moved by then, the pauses begun before it;
learnt from dossiers finished before it. Not replayed: on whose desk a step lay (the step keeps only its last holder)
and absences (nobody kept when they were announced), so every step counts with the queue of its unit.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from uuid import UUID

from django.db.models import Max

from motcua import clock, law
from motcua.clock import ZONE, Calendar
from motcua.dossiers.models import Dossier
from motcua.forecast import rules
from motcua.forecast.queries.past import Dues, Walked, due_then, dues_of, path_of, queue_key, walked
from motcua.forecast.rules import Backtest, Experience, Outlook, Said
from motcua.ledger.models import Act
from motcua.offices import queries as offices
from motcua.promises.models import Pause

__all__ = ["MORNING", "backtest", "replayed"]

MORNING = time(8)


@dataclass(slots=True)
class _Queue:
    """The comings and goings of one queue, to be asked how long it was and how long it usually had been."""

    opened: list[datetime] = field(default_factory=list)
    closed: list[datetime] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def settle(self) -> None:
        """Sort, and add up how long the queue was at each coming."""
        self.opened.sort()
        self.closed.sort()
        seen = [n + 1 - bisect_right(self.closed, moment) for n, moment in enumerate(self.opened)]
        self.lengths = [0, *accumulate(max(n, 1) for n in seen)]

    def now(self, at: datetime) -> int:
        return bisect_right(self.opened, at) - bisect_right(self.closed, at)

    def usual(self, at: datetime) -> float:
        n = bisect_left(self.opened, at)
        return self.lengths[n] / n if n else 0.0


@dataclass(slots=True, kw_only=True)
class _World:
    """Everything that ever happened in a ward; what is asked of it names its moment."""

    calendar: Calendar
    until: datetime
    rows: list[Walked]
    dues: Dues
    pauses: dict[UUID, list[tuple[datetime, datetime | None]]]
    queues: dict[str, _Queue]
    totals: dict[UUID, int]


def backtest(*, ward_id: UUID, on: date) -> Backtest:
    """How good the forecast would have been in a ward, by the numbers in force `on`."""
    said = replayed(ward_id=ward_id, least=law.rule("FORECAST_MIN_CASES", on=on).whole)
    return rules.measured(said, threshold=law.rule("FORECAST_MARK_PERCENT", on=on).whole / 100)


def replayed(*, ward_id: UUID, least: int) -> list[Said]:
    """What the forecast would have said each working morning of the ward's life, beside what came. Six statements.

    Left out: what was late already, what stood still, what was withdrawn later, and what nobody knows yet.
    """
    world = _world(ward_id)
    if not world.rows:
        return []
    known, said, nxt = Experience(), [], 0
    finished = [row for row in world.rows if row.kept_at is not None]
    first = min(row.counted_from for row in world.rows).astimezone(ZONE).date()
    for morning in _mornings(first, world):
        while nxt < len(finished) and (kept := finished[nxt].kept_at) is not None and kept < morning:
            path = path_of(finished[nxt], dues=world.dues, calendar=world.calendar)
            if path is not None:
                known.add(path)
            nxt += 1
        for row in world.rows:
            found = _said(row, at=morning, known=known, world=world, least=least)
            if found is not None:
                said.append(found)
    return said


def _mornings(first: date, world: _World) -> list[datetime]:
    last = world.until.astimezone(ZONE).date()
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [datetime.combine(day, MORNING, ZONE) for day in days if world.calendar.is_working(day)]


def _world(ward_id: UUID) -> _World:
    calendar = offices.calendar(offices.now_of(ward_id))
    rows = Dossier.objects.filter(ward_id=ward_id, promise__isnull=False)
    # the ledger's last act is as far as anything is known of this ward
    until = Act.objects.filter(ward_id=ward_id).aggregate(last=Max("at"))["last"]
    pauses = defaultdict(list)
    for promise_id, starts, ends in Pause.objects.filter(promise__in=rows.values("promise")).values_list(
        "promise_id", "starts", "ends"
    ):
        pauses[promise_id].append((starts, ends))
    found = list(walked(rows))
    queues: dict[str, _Queue] = defaultdict(_Queue)
    for row in found:
        for _order, _kind, unit_id, role, opened, closed in row.steps:
            queue = queues[queue_key(unit_id, role)]
            queue.opened.append(opened)
            if closed is not None:
                queue.closed.append(closed)
    for queue in queues.values():
        queue.settle()
    totals = {
        row.id: rules.total_minutes(counted_from=row.counted_from, first_due=row.first_due_at, calendar=calendar)
        for row in found
    }
    return _World(
        calendar=calendar, until=until, rows=found, dues=dues_of(rows), pauses=pauses, queues=queues, totals=totals
    )


def _said(row: Walked, *, at: datetime, known: Experience, world: _World, least: int) -> Said | None:
    if row.counted_from > at or (row.kept_at is not None and row.kept_at <= at) or row.released_at is not None:
        return None
    truth = row.outcome == "late" if row.kept_at else row.late_after < world.until
    if row.kept_at is None and not truth:
        return None  # still open and in time: nobody knows
    if any(starts <= at and (ends is None or ends > at) for starts, ends in world.pauses.get(row.promise_id, ())):
        return None
    step = next((s for s in row.steps if s[4] <= at and (s[5] is None or s[5] > at)), None)
    due, total = due_then(row, at=at, dues=world.dues), world.totals[row.id]
    used = rules.used_of(at=at, due=due, total=total, calendar=world.calendar)
    if step is None or at >= due:
        return None
    order, kind, unit_id, role = step[:4]
    queue = world.queues[queue_key(unit_id, role)]
    outlook = Outlook(
        place=row.place(order, kind),
        used=used,
        left=rules.WHOLE - used,
        queue=rules.queue_factor(now=queue.now(at), usual=queue.usual(at)),
    )
    return Said(
        dossier=str(row.id),
        chance=rules.odds(known=known, outlook=outlook, least=least).chance,
        left=clock.working_minutes(start=at, end=due, calendar=world.calendar),
        late=truth,
    )
