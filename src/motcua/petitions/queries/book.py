"""The book of petitions as a list: what is owed first, or newest first; a constant number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery

from motcua.acts import Actor, Role
from motcua.clock import Calendar
from motcua.dossiers.queries.standing import Left, left
from motcua.petitions.models import Petition, StageOwed
from motcua.petitions.queries import holding, words
from motcua.petitions.rules import End, Matter, Sight, Stage, Status
from motcua.ui.paging import PAGE, Paged, paged

__all__ = ["Row", "Wanted", "browse", "rows_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to show; empty values ask for everything."""

    matter: str = ""
    status: str = "open"  # a Status, "open" or "" for all
    late: bool = False
    mine: bool = False
    text: str = ""
    rows: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the book. Of a masked one only the number, the days and what is owed are set."""

    year: int
    number: int
    masked: bool
    matter: str
    gist: str
    state: str
    handler: str
    received_at: datetime
    owed: str
    due_at: datetime | None
    left: Left | None


def browse(*, by: Actor, at: datetime, wanted: Wanted) -> Paged[Row]:
    """The petitions the filters select, the nearest due first, closed ones newest first."""
    found = _selected(by, at, wanted)
    nearest = StageOwed.objects.filter(petition=OuterRef("pk"), closed_at__isnull=True).order_by()
    nearest_due = Subquery(nearest.values("petition").annotate(first=Min("promise__due_at")).values("first"))
    ordered = found.annotate(due=nearest_due).order_by(F("due").asc(nulls_last=True), "-received_at", "-id")
    page = paged(ordered.select_related("handler"), of=found, asked=wanted.rows)
    return page.telling(rows_of(by=by, at=at, petitions=page.rows))


def rows_of(*, by: Actor, at: datetime, petitions: Sequence[Petition]) -> list[Row]:
    """Petitions read by `visible_to` as lines, with what is owed; two statements more."""
    calendar = holding.calendar(by.ward_id)
    owed: dict[UUID, StageOwed] = {}
    stages = StageOwed.objects.filter(petition__in=[p.pk for p in petitions], closed_at__isnull=True)
    for row in stages.select_related("promise").order_by("-promise__due_at"):
        owed[row.petition_id] = row
    return [_row(by, at, calendar, petition, owed.get(petition.pk)) for petition in petitions]


def _row(by: Actor, at: datetime, calendar: Calendar, petition: Petition, owed: StageOwed | None) -> Row:
    masked = holding.sight_of(by, petition) is Sight.MASKED
    status = Status(petition.status)
    return Row(
        year=petition.year,
        number=petition.number,
        masked=masked,
        matter="" if masked else str(words.MATTERS[Matter(petition.matter)]),
        gist=petition.gist,
        state="" if masked else str(words.ENDS[End(petition.end)] if petition.end else words.STATUSES[status]),
        handler="" if masked or petition.handler is None else petition.handler.name,
        received_at=petition.received_at,
        owed=str(words.STAGES[Stage(owed.stage)]) if owed and not masked else "",
        due_at=owed.promise.due_at if owed else None,
        left=left(promise=owed.promise, at=at, calendar=calendar) if owed else None,
    )


def _selected(by: Actor, at: datetime, wanted: Wanted) -> QuerySet[Petition]:
    found = holding.visible_to(by, at)
    if wanted.status == "open":
        found = found.exclude(status=Status.CLOSED.value)
    elif wanted.status:
        found = found.filter(_plainly(by), status=wanted.status)
    if wanted.matter:
        found = found.filter(_plainly(by), matter=wanted.matter)
    if wanted.mine:
        found = found.filter(handler_id=by.id)
    if wanted.text.strip():
        found = found.filter(_said(wanted.text.strip()))
    if wanted.late:
        late = StageOwed.objects.filter(closed_at__isnull=True, promise__late_after__lt=at, promise__paused_at=None)
        found = found.filter(pk__in=late.values("petition_id"))
    return found


def _plainly(by: Actor) -> Q:
    """Those whose class and state the actor may know: a filter must not tell what a masked line does not."""
    if by.has(Role.CHAIRMAN):
        return Q()
    plain = Q(secret=False) | Q(handler_id=by.id)
    return plain | Q(head_accused=True) if by.has(Role.LEADER) else plain


def _said(text: str) -> Q:
    """A number as "12/2026" or "12", else words of the gist; who wrote it is never searched."""
    number, _, year = text.partition("/")
    if number.strip().isascii() and number.strip().isdigit() and len(number) < 8:
        found = Q(number=int(number))
        return found & Q(year=int(year)) if year.strip().isdigit() and len(year) == 4 else found
    return Q(gist__icontains=text)
