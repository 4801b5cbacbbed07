"""The open dossiers as a forecast needs them, the queues they lie in, and who is away: three statements."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from motcua import clock
from motcua.accounts.models import Absence
from motcua.acts import Actor
from motcua.clock import ZONE, Calendar
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Extension, Step
from motcua.dossiers.rules import OPEN, ExtensionStatus
from motcua.forecast import rules
from motcua.forecast.queries.past import queue_key
from motcua.forecast.rules import Place

__all__ = ["AHEAD", "Away", "Days", "Queues", "Standing", "absences", "is_away", "queues", "sight", "soon", "standing"]

AHEAD = timedelta(days=60)  # absences that begin later are looked at later
_OPEN = [status.value for status in OPEN]

Away = dict[UUID, list[tuple[date, date]]]  # person → first and last days of their absences to come, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An open dossier: its promise, its step, and whose desk the step lies on."""

    id: UUID
    code: str
    seen_no: int
    applicant_name: str
    procedure_id: UUID
    process_id: UUID
    name: str
    field: str
    counted_from: datetime
    first_due_at: datetime
    due_at: datetime
    late_after: datetime
    paused_at: datetime | None
    order: int
    kind: str
    step: str
    unit_id: UUID
    unit_name: str
    role: str
    officer_id: UUID | None
    officer_name: str | None
    apologised: bool

    @property
    def place(self) -> Place:
        """Its step as a place in the experience."""
        return Place(
            procedure=str(self.procedure_id),
            process=str(self.process_id),
            order=self.order,
            field=self.field,
            kind=self.kind,
        )

    def late(self, at: datetime) -> bool:
        """Whether the promise is broken, by now or by the moment at which its clock was stopped."""
        return min(at, self.paused_at or at) > self.late_after


_COLUMNS = {
    "id": "id",
    "code": "code",
    "seen_no": "seen_no",
    "applicant_name": "applicant_name",
    "procedure_id": "procedure_id",
    "process_id": "process_id",
    "name": "version_pinned__name",
    "field": "version_pinned__field",
    "counted_from": "promise__counted_from",
    "first_due_at": "promise__first_due_at",
    "due_at": "promise__due_at",
    "late_after": "promise__late_after",
    "paused_at": "promise__paused_at",
    "order": "step__order",
    "kind": "step__process_step__kind",
    "step": "step__name",
    "unit_id": "step__unit_id",
    "unit_name": "step__unit__name",
    "role": "step__role",
    "officer_id": "step__officer_id",
    "officer_name": "step__officer__name",
    "apologised": "apologised",
}


def sight(by: Actor) -> Q:
    """What somebody sees: the ward, their units, or their own desk and the queues of their positions."""
    units = rules.seen_units(by)
    if units is None:
        return Q()
    own = Q(step__officer_id=by.id) | Q(step__unit_id__in=units)
    for position in by.positions:
        own |= Q(step__officer_id__isnull=True, step__unit_id=position.unit_id, step__role=position.role.value)
    return own


def standing(*, by: Actor, within: Q, only: Collection[UUID] | None = None) -> list[Standing]:
    """The open dossiers of the actor's ward, all or `only` some; one statement."""
    rows = dossiers.visible_to(by).filter(within, status__in=_OPEN, step__isnull=False, promise__isnull=False)
    if only is not None:
        rows = rows.filter(pk__in=only)
    apology = Extension.objects.filter(dossier_id=OuterRef("pk")).exclude(status=ExtensionStatus.REJECTED.value)
    found = rows.annotate(apologised=Exists(apology)).order_by("promise__due_at", "pk")
    return [Standing(**dict(zip(_COLUMNS, row, strict=True))) for row in found.values_list(*_COLUMNS.values())]


Days = tuple[date, date]


def soon(*, at: datetime, calendar: Calendar) -> Days:
    """Today and the next working day: who is away in between is given nothing, and what lies there is looked at now."""
    day = at.astimezone(ZONE).date()
    return day, clock.working_days_after(day=day, n=1, calendar=calendar)


def is_away(away: Away, person_id: UUID, days: Days) -> bool:
    """Whether somebody is away on one of the days from the first to the last."""
    return any(first <= days[1] and last >= days[0] for first, last in away.get(person_id, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Queues:
    """How much lies where: on each desk, in each queue nobody was given, and in both together."""

    desks: dict[UUID, int]
    unassigned: dict[str, int]
    together: dict[str, int]


def queues(*, by: Actor) -> Queues:
    """The open steps of the ward by desk and queue; one statement."""
    rows = Step.objects.filter(ward_id=by.ward_id, closed_at__isnull=True, dossier__status__in=_OPEN).order_by()
    desks: dict[UUID, int] = defaultdict(int)
    unassigned: dict[str, int] = defaultdict(int)
    together: dict[str, int] = defaultdict(int)
    for officer_id, unit_id, role, n in rows.values_list("officer_id", "unit_id", "role").annotate(n=Count("pk")):
        key = queue_key(unit_id, role)
        together[key] += n
        if officer_id is None:
            unassigned[key] += n
        else:
            desks[officer_id] += n
    return Queues(desks=desks, unassigned=unassigned, together=together)


def absences(*, by: Actor, at: datetime) -> Away:
    """Who of the ward is away or will be; one statement."""
    today = at.astimezone(ZONE).date()
    found: Away = defaultdict(list)
    rows = Absence.objects.filter(ward_id=by.ward_id, ends__gte=today, starts__lte=today + AHEAD)
    for person_id, starts, ends in rows.order_by("starts").values_list("person_id", "starts", "ends"):
        found[person_id].append((starts, ends))
    return found
