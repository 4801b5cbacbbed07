"""The leader's overview: what waits for the chairman, promises by unit, lateness without apology, work by officer.

Eleven statements at most, however much is open; see `tests/test_ward.py`.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.acts import Actor
from motcua.clock import Calendar
from motcua.desk import rules
from motcua.desk.queries import ranking
from motcua.desk.queries.desk import NOBODY, on_desk, overseen
from motcua.desk.rules import BANDS, Badge, Edges, Sentence
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Dossier, Escalation, Extension, Step
from motcua.dossiers.queries.standing import late_words
from motcua.dossiers.rules import GONE, OPEN, ExtensionStatus
from motcua.forecast import rules as forecast
from motcua.forecast.queries import STEP_HOURS, absences, capacity, this_week
from motcua.forecast.rules import Week
from motcua.offices import queries as offices
from motcua.promises.models import Promise
from motcua.watch import queries as watch
from motcua.watch.queries import Who

__all__ = ["Broken", "Load", "Matter", "UnitLine", "Ward", "ward"]

SHOWN = 10  # rows of the short lists; the rest is one link away


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """The open promises in the hands of one unit, by band."""

    unit_id: UUID | None
    name: str
    late: int
    today: int
    soon: int
    later: int
    proposed: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.late + self.today + self.soon + self.later


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A dossier that would be late, or is late, a second time."""

    dossier: Dossier
    promise: Promise
    badge: Badge
    why: str
    who: str
    undecided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A dossier that is late, or ended late, and whose apology was not sent."""

    dossier: Dossier
    words: str
    apology: ExtensionStatus | None
    told: list[Who]  # who was warned of it, and when


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The work of an officer until the end of the week, in hours: their steps and their part of the queue."""

    name: str
    unit: str
    steps: int
    overdue: int
    queued: int
    hours: int
    capacity: int
    away: str  # "nghỉ thứ Năm 26/11", or nothing
    href: str
    queue_href: str

    @property
    def note(self) -> str:
        """Their unit, and when they are away this week."""
        return f"{self.unit}, {self.away}" if self.away else self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """The ward, or the units somebody heads, at a moment."""

    sentence: Sentence
    units: list[UnitLine]
    total: UnitLine
    matters: list[Matter]
    broken: list[Broken]
    unsaid: int  # all of them, shown or not
    ended: int  # of them over
    loads: list[Load]
    week: Week
    hours: str

    @property
    def still(self) -> int:
        """Late without an apology and still open."""
        return self.unsaid - self.ended

    @property
    def most(self) -> int:
        """The largest unit: the scale of the bars."""
        return max((line.total for line in self.units), default=1)

    @property
    def scale(self) -> int:
        """The longest of all hours: the scale of the work."""
        return max((max(load.hours, load.capacity) for load in self.loads), default=1)


def ward(*, by: Actor, at: datetime) -> Ward:
    """Everything the overview shows. Raises Refused `forbidden`."""
    rules.may_oversee(by)
    calendar = offices.calendar(offices.now_of(by.ward_id))
    edges = rules.edges(at=at, calendar=calendar)
    open_ones = ranking.ranked(on_desk(by).filter(overseen(by)), edges=edges)
    units = _units(open_ones, by)
    total = _sum(units)
    week = forecast.week(at=at, calendar=calendar)
    unsaid = _unsaid(by=by, at=at)
    still = Q(status__in=[s.value for s in OPEN])
    owed = unsaid.order_by().aggregate(open=Count("pk", filter=still), ended=Count("pk", filter=~still))
    broken = _broken(unsaid, by=by, at=at, calendar=calendar)
    return Ward(
        sentence=rules.ward_sentence(
            late=total.late,
            unapologised=owed["open"],
            today=total.today,
            total=total.total,
            ended=owed["ended"],
        ),
        units=units,
        total=total,
        matters=_matters(open_ones, edges=edges, calendar=calendar),
        broken=broken,
        unsaid=owed["open"] + owed["ended"],
        ended=owed["ended"],
        loads=_loads(by=by, at=at, week=week, calendar=calendar),
        week=week,
        hours=rules.hours_today(at=at, calendar=calendar),
    )


def _units(open_ones: QuerySet[Dossier], by: Actor) -> list[UnitLine]:
    """One statement: every unit that holds open promises, and how they stand."""
    counted = {b.value: Count("pk", filter=Q(rank__in=ranking.ranks_in(b.value))) for b in BANDS}
    drafted = dossiers.slip_is(ExtensionStatus.PROPOSED, ward_id=by.ward_id)
    rows: Any = (
        open_ones.order_by("step__unit__order", "step__unit__name")
        .values("step__unit_id", "step__unit__name")
        .annotate(**counted, drafted=Count("pk", filter=drafted))
    )
    return [
        UnitLine(
            unit_id=row["step__unit_id"],
            name=row["step__unit__name"],
            proposed=row["drafted"],
            **{b.value: row[b.value] for b in BANDS},
        )
        for row in rows
    ]


def _sum(lines: list[UnitLine]) -> UnitLine:
    names = ("late", "today", "soon", "later", "proposed")
    return UnitLine(unit_id=None, name="", **{name: sum(getattr(line, name) for line in lines) for name in names})


def _matters(open_ones: QuerySet[Dossier], *, edges: Edges, calendar: Calendar) -> list[Matter]:
    """What was told to the chairman, and what is past its new appointment; the most broken first."""
    told = Escalation.objects.filter(dossier_id=OuterRef("pk"), decided_at__isnull=True)
    gone = [s.value for s in GONE]
    apology = Extension.objects.filter(dossier_id=OuterRef("pk")).exclude(status__in=gone)
    rows = (
        open_ones.annotate(
            told_why=Subquery(told.values("reason")[:1]),
            told_by=Subquery(told.values("raised_by")[:1]),
            reason=Subquery(apology.values("reason")[:1]),
            asked_by=Subquery(apology.values("proposed_by")[:1]),
        )
        .filter(Q(told_why__isnull=False) | Q(promise__extended_due_at__lt=edges.at, promise__paused_at__isnull=True))
        .select_related("promise", "version_pinned")
        .order_by("promise__extended_due_at", "pk")[:SHOWN]
    )
    return [_matter(row, edges=edges, calendar=calendar) for row in rows]


def _matter(row: Dossier, *, edges: Edges, calendar: Calendar) -> Matter:
    """The badge counts to the new appointment: the first lateness is already written beside it."""
    promise = row.promise
    if promise is None:
        raise RuntimeError(f"{row.code} is open without a promise")
    told = getattr(row, "told_why", None)
    return Matter(
        dossier=row,
        promise=promise,
        badge=_to_appointment(promise, edges=edges, calendar=calendar),
        why=told or getattr(row, "reason", None) or "",
        who=getattr(row, "told_by" if told else "asked_by", None) or "",
        undecided=told is not None,
    )


def _to_appointment(promise: Promise, *, edges: Edges, calendar: Calendar) -> Badge:
    due = promise.appointment
    late = clock.late_by(at=edges.at, due=due, limit=promise.limit, calendar=calendar)
    if late.past:
        return Badge(kind="late", words=late.words())
    kind = "today" if due < edges.tomorrow else "soon" if due < edges.soon else "later"
    left = clock.remaining(at=edges.at, due=due, calendar=calendar, limit=promise.limit)
    return Badge(kind=kind, words=left.words())


def _unsaid(*, by: Actor, at: datetime) -> QuerySet[Dossier]:
    """Late, open or ended, and nobody has said sorry, in the units that somebody oversees."""
    units, rows = rules.overseen_units(by), dossiers.unapologised(by=by, at=at)
    return rows if units is None else rows.filter(Q(unit_id__in=units) | Q(step__unit_id__in=units))


def _broken(rows: QuerySet[Dossier], *, by: Actor, at: datetime, calendar: Calendar) -> list[Broken]:
    """The latest first: who was promised longest ago waits longest for an apology."""
    listed = list(
        rows.annotate(apology=dossiers.slip_status())
        .select_related("promise")
        .order_by("promise__due_at", "pk")[:SHOWN]
    )
    told = watch.warned_of(by=by, promise_ids=[row.promise_id for row in listed if row.promise_id])
    found = []
    for row in listed:
        promise, status = row.promise, getattr(row, "apology", None)
        if promise is None:
            raise RuntimeError(f"{row.code} is late without a promise")
        moment = promise.kept_at or promise.released_at or promise.paused_at or at
        found.append(
            Broken(
                dossier=row,
                words=late_words(promise=promise, at=moment, calendar=calendar),
                apology=ExtensionStatus(status) if status else None,
                told=told.get(promise.pk, []),
            )
        )
    return found


# -- work ------------------------------------------------------------------------------------------------------

Place = tuple[UUID, str]  # a unit and a role


@dataclass(slots=True, kw_only=True)
class _Heap:
    """Steps that lie together: on one desk, or in one queue."""

    steps: int = 0
    overdue: int = 0
    hours: Decimal = Decimal(0)

    def take(self, row: dict[str, Any]) -> None:
        self.steps += row["steps"]
        self.overdue += row["overdue"]
        self.hours += row["hours"]


def _loads(*, by: Actor, at: datetime, week: Week, calendar: Calendar) -> list[Load]:
    """Each officer's steps due by the end of the week and an equal part of the queue they share: three statements."""
    desks: dict[UUID, _Heap] = {}
    queues: dict[Place, _Heap] = {}
    for row in _open_steps(by=by, at=at, until=week.ends_at):
        heaps: dict[Any, _Heap] = desks if row["officer_id"] else queues
        key = row["officer_id"] or (row["unit_id"], row["role"])
        heaps.setdefault(key, _Heap()).take(row)
    held = [p for p in accounts.positions(by=by, at=at) if p.person.is_active and _oversees(by, p.unit_id)]
    sharers: dict[Place, int] = {}
    for position in held:
        place = (position.unit_id, position.role)
        sharers[place] = sharers.get(place, 0) + 1
    loads, away = [], absences(by=by, at=at) if held else {}
    for position in held:
        place = (position.unit_id, position.role)
        own, queue = desks.get(position.person_id, _Heap()), queues.get(place, _Heap())
        if own.steps or queue.steps:
            hours = own.hours + queue.hours / sharers[place]
            person = position.person_id
            able = capacity(person, at=at, week=week, away=away, calendar=calendar) // 60
            days = this_week(away, person, week)
            gone = forecast.away_words(days) if days else ""
            loads.append(_load(position, own=own, queue=queue, hours=hours, able=able, away=gone))
    return sorted(loads, key=lambda load: load.capacity - load.hours)


def _load(position: Any, *, own: _Heap, queue: _Heap, hours: Decimal, able: int, away: str) -> Load:
    return Load(
        name=position.person.name,
        unit=position.unit.name,
        steps=own.steps,
        overdue=own.overdue,
        queued=queue.steps,
        hours=round(hours),
        capacity=able,
        away=away,
        href=f"/desk/?scope=ward&officer={position.person_id}",
        queue_href=f"/desk/?scope=ward&officer={NOBODY}&unit={position.unit_id}",
    )


def _oversees(by: Actor, unit_id: UUID) -> bool:
    units = rules.overseen_units(by)
    return units is None or unit_id in units


def _open_steps(*, by: Actor, at: datetime, until: datetime) -> list[Any]:
    """The open steps by desk and queue: how many, how many past their own due, their hours due by `until`."""
    late = Q(promise__late_after__lt=Coalesce("promise__paused_at", Value(at)))
    counted = Q(promise__due_at__lte=until, promise__paused_at__isnull=True)
    rows = Step.objects.filter(ward_id=by.ward_id, closed_at__isnull=True, dossier__status__in=[s.value for s in OPEN])
    found = (
        rows.order_by()
        .values("officer_id", "unit_id", "role")
        .annotate(
            steps=Count("pk"),
            overdue=Count("pk", filter=late),
            hours=Coalesce(Sum(STEP_HOURS, filter=counted), Value(Decimal(0))),
        )
    )
    return list(found)
