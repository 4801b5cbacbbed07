"""The finished dossiers of a ward as paths, and how long its queues were: few statements, however many there are."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, QuerySet

from motcua.accounts.models import PositionHeld
from motcua.accounts.queries import held_on
from motcua.clock import ZONE, Calendar
from motcua.dossiers.models import Dossier, Step
from motcua.forecast import rules
from motcua.forecast.rules import Experience, Passed, Path, Place, Seen, Station
from motcua.procedures.rules import StepKind
from motcua.promises.models import DueChange
from motcua.promises.rules import Change

__all__ = ["MEMORY", "Dues", "Walked", "dues_of", "experience", "path_of", "queue_key", "walked"]

MEMORY = timedelta(days=400)  # what is older than a year and a month teaches nothing any more

Dues = dict[UUID, list[tuple[datetime, datetime]]]  # of a promise: when its due moved, and where to


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A dossier with its promise and the steps it went through, as far as a forecast needs them."""

    id: UUID
    procedure_id: UUID
    process_id: UUID
    field: str
    promise_id: UUID
    counted_from: datetime
    first_due_at: datetime
    late_after: datetime
    kept_at: datetime | None
    outcome: str
    released_at: datetime | None
    steps: tuple[tuple[int, str, UUID, str, datetime, datetime | None], ...]  # order, kind, unit, role, opened, closed

    def place(self, order: int, kind: str) -> Place:
        """A step of this dossier as a place in the experience."""
        return Place(
            procedure=str(self.procedure_id), process=str(self.process_id), order=order, field=self.field, kind=kind
        )


def queue_key(unit_id: UUID, role: str) -> str:
    """The queue of a role in a unit."""
    return f"{unit_id}:{role}"


_DOSSIER = (
    "id",
    "procedure_id",
    "process_id",
    "version_pinned__field",
    "promise_id",
    "promise__counted_from",
    "promise__first_due_at",
    "promise__late_after",
    "promise__kept_at",
    "promise__outcome",
    "promise__released_at",
)
_STEP = ("dossier_id", "order", "process_step__kind", "unit_id", "role", "opened_at", "closed_at")


def walked(rows: QuerySet[Dossier]) -> Iterator[Walked]:
    """Dossiers with their steps in the order of their finish; two statements, read side by side."""
    chosen = rows.filter(promise__isnull=False).order_by("promise__kept_at", "pk")
    steps: dict[UUID, list[Any]] = defaultdict(list)
    found = (
        Step.objects.filter(dossier__in=chosen.order_by().values("pk"))
        .exclude(process_step__kind=StepKind.RETURN.value)
        .order_by("dossier_id", "number")
    )
    for dossier_id, *step in found.values_list(*_STEP).iterator():
        steps[dossier_id].append(tuple(step))
    for row in chosen.values_list(*_DOSSIER).iterator():
        names = (name.rpartition("__")[2] for name in _DOSSIER)
        yield Walked(**dict(zip(names, row, strict=True)), steps=tuple(steps.get(row[0], ())))


def dues_of(rows: QuerySet[Dossier]) -> Dues:
    """How the dues of dossiers moved, oldest first; a new appointment moves none. One statement."""
    found: Dues = defaultdict(list)
    moves = DueChange.objects.filter(promise__in=rows.filter(promise__due_changes__gt=0).order_by().values("promise"))
    for promise_id, at, new in (
        moves.exclude(why=Change.EXTENDED.value).order_by("at", "id").values_list("promise_id", "at", "new_due_at")
    ):
        found[promise_id].append((at, new))
    return found


def due_then(row: Walked, *, at: datetime, dues: Dues) -> datetime:
    """When the promise was due as it was known at `at`."""
    known = [new for moved_at, new in dues.get(row.promise_id, ()) if moved_at <= at]
    return known[-1] if known else row.first_due_at


def path_of(row: Walked, *, dues: Dues, calendar: Calendar) -> Path | None:
    """The path of a dossier whose promise was kept; None of any other."""
    if row.kept_at is None:
        return None
    total = rules.total_minutes(counted_from=row.counted_from, first_due=row.first_due_at, calendar=calendar)

    def used(at: datetime) -> int:
        return rules.used_of(at=at, due=due_then(row, at=at, dues=dues), total=total, calendar=calendar)

    late = row.outcome == "late"
    ended = max(used(row.kept_at), rules.WHOLE + 1) if late else min(used(row.kept_at), rules.WHOLE)
    left: dict[tuple[int, str], int] = {}
    for order, kind, _unit, _role, _opened, closed in row.steps:  # a step walked twice is left the second time
        if closed is not None:
            left[order, kind] = min(used(closed), ended)
    stations, before = [], 0
    for (order, kind), moment in sorted(left.items()):
        spent = max(moment - before, 0) * total // rules.WHOLE
        stations.append(Station(place=row.place(order, kind), passed=Passed(moment, ended, spent)))
        before = max(before, moment)
    return Path(finished_at=row.kept_at, stations=tuple(stations))


def experience(*, ward_id: UUID, at: datetime, calendar: Calendar) -> Experience:
    """What a ward knows at `at`: the paths of the dossiers finished before it. Five statements."""
    rows = Dossier.objects.filter(
        ward_id=ward_id, promise__kept_at__lt=at, promise__kept_at__gte=at - MEMORY, promise__isnull=False
    )
    known = Experience(queues=_queues(ward_id=ward_id, at=at))
    dues = dues_of(rows)
    for row in walked(rows):
        path = path_of(row, dues=dues, calendar=calendar)
        if path is not None:
            known.add(path)
    return known


# How many steps lay in each queue when one more came into it; the return step waits for people, not for work.
_QUEUES = """
WITH event AS (
    SELECT s.unit_id, s.role, s.opened_at AS moment, 1 AS step
    FROM dossiers_step s JOIN procedures_processstep p ON p.id = s.process_step_id
    WHERE s.ward_id = %(ward)s AND p.kind <> 'return' AND s.opened_at < %(at)s AND s.opened_at >= %(since)s
    UNION ALL
    SELECT s.unit_id, s.role, s.closed_at, -1
    FROM dossiers_step s JOIN procedures_processstep p ON p.id = s.process_step_id
    WHERE s.ward_id = %(ward)s AND p.kind <> 'return' AND s.closed_at < %(at)s AND s.opened_at >= %(since)s
), running AS (
    SELECT unit_id, role, step,
        sum(step) OVER (PARTITION BY unit_id, role ORDER BY moment, step ROWS UNBOUNDED PRECEDING) AS long
    FROM event
)
SELECT unit_id, role, avg(greatest(long, 1))::float FROM running WHERE step = 1 GROUP BY unit_id, role
"""


def _queues(*, ward_id: UUID, at: datetime) -> dict[str, Seen]:
    """The usual length of each queue, counted where it grows, and who shares it today. Two statements."""
    with connection.cursor() as cursor:
        cursor.execute(_QUEUES, {"ward": ward_id, "at": at, "since": at - MEMORY})
        usual = {queue_key(unit, role): long for unit, role, long in cursor.fetchall()}
    day = at.astimezone(ZONE).date()
    held = PositionHeld.objects.filter(held_on(day), ward_id=ward_id, person__is_active=True)
    counted = held.values_list("unit_id", "role").annotate(n=Count("person_id", distinct=True))
    holders = {queue_key(unit, role): n for unit, role, n in counted}
    return {key: Seen(usual=round(long, 2), holders=holders.get(key, 1)) for key, long in usual.items()}
