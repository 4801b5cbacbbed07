"""The list of all dossiers of a ward: filters in one line, newest first, a constant number of statements."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet

from motcua.accounts.models import Person
from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import words
from motcua.dossiers.queries.finding import search
from motcua.dossiers.queries.holding import visible_to
from motcua.dossiers.queries.standing import Left, left
from motcua.dossiers.rules import OPEN, Status
from motcua.offices import queries as offices
from motcua.offices.models import Unit
from motcua.outages import queries as outages
from motcua.procedures.models import Version
from motcua.promises import queries as promises
from motcua.ui.paging import COUNTED, PAGE, Paged, paged

__all__ = ["Choices", "Row", "Wanted", "browse", "choices"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to show. Empty values ask for everything."""

    text: str = ""
    status: str = ""  # a Status, or "open" for everything in process
    field: str = ""
    unit_id: UUID | None = None
    officer_id: UUID | None = None
    channel: str = ""
    first: date | None = None
    last: date | None = None
    late: bool = False
    outage_id: UUID | None = None  # only what this outage touched
    # what a number of another page counts: handed over from a day to a day, of a procedure, received by somebody
    returned_first: date | None = None
    returned_last: date | None = None
    procedure: str = ""
    receiver_id: UUID | None = None
    rows: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A dossier of the list with its badge and its state in words."""

    dossier: Dossier
    left: Left | None
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters offer."""

    fields: list[str]
    units: list[tuple[UUID, str]]
    officers: list[tuple[UUID, str]]


def choices(*, by: Actor) -> Choices:
    """Fields, units and officers of the ward: three statements."""
    return Choices(
        fields=sorted(set(Version.objects.filter(ward_id=by.ward_id).values_list("field", flat=True))),
        units=list(Unit.objects.filter(ward_id=by.ward_id).values_list("id", "name")),
        officers=list(Person.objects.filter(ward_id=by.ward_id).order_by("name_folded").values_list("id", "name")),
    )


def browse(*, by: Actor, at: datetime, wanted: Wanted) -> Paged[Row]:
    """The dossiers that the filters select: three statements, however many there are."""
    found = _selected(by=by, at=at, wanted=wanted)
    dressed = found.select_related("promise", "version_pinned", "unit", "officer", "step__officer")
    page = paged(dressed.order_by("-lodged_at", "-id"), of=found, asked=wanted.rows, counted=COUNTED)
    calendar = offices.calendar(offices.now_of(by.ward_id))
    return page.telling(
        [
            Row(
                dossier=d,
                left=left(promise=d.promise, at=at, calendar=calendar) if d.promise else None,
                state=_state(d),
            )
            for d in page.rows
        ]
    )


def _state(dossier: Dossier) -> str:
    status = Status(dossier.status)
    if status is Status.PROCESSING and dossier.step:
        return dossier.step.name
    return str(words.STATUSES[status])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), ZONE)


def _selected(*, by: Actor, at: datetime, wanted: Wanted) -> QuerySet[Dossier]:
    found = search(by=by, text=wanted.text) if wanted.text.strip() else visible_to(by)
    if wanted.status == "open":
        found = found.filter(status__in=[s.value for s in OPEN])
    elif wanted.status:
        found = found.filter(status=wanted.status)
    exact = {
        "version_pinned__field": wanted.field,
        "unit_id": wanted.unit_id,
        "officer_id": wanted.officer_id,
        "channel": wanted.channel,
        "procedure__code": wanted.procedure,
        "received_by_id": wanted.receiver_id,
        "lodged_at__gte": wanted.first and _midnight(wanted.first),
        "lodged_at__lt": wanted.last and _midnight(wanted.last + timedelta(days=1)),
        "closed_at__gte": wanted.returned_first and _midnight(wanted.returned_first),
        "closed_at__lt": wanted.returned_last and _midnight(wanted.returned_last + timedelta(days=1)),
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.returned_first or wanted.returned_last:
        found = found.filter(status=Status.RETURNED.value)
    if wanted.outage_id:
        found = found.filter(promise__in=outages.touched_promises(by=by, outage_id=wanted.outage_id, at=at))
    return found.filter(promises.broken(at, of="promise__")) if wanted.late else found
