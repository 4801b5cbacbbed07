"""The register of accountability: who had which dossier when its promise broke, and what was said to it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from motcua.accounts.models import Person
from motcua.acts import Actor, Refused, Role
from motcua.clock import ZONE
from motcua.dossiers.models import Dossier, Extension, Mark, MarkNote
from motcua.dossiers.rules import ExtensionStatus, MarkKind, NoteKind
from motcua.offices.models import Unit

__all__ = ["MarksWanted", "choices_of_marks", "mark", "marks", "marks_of", "may_read", "visible_marks"]

READERS = (Role.LEADER, Role.CHAIRMAN, Role.DIRECTOR, Role.SUPERVISOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksWanted:
    """Which marks to show; empty values ask for everything. Both days are included."""

    first: date
    last: date
    kind: str = ""
    unit_id: UUID | None = None
    officer_id: UUID | None = None
    unanswered: bool = False


def visible_marks(by: Actor) -> QuerySet[Mark]:
    """Leaders and supervisors read the ward's register, a head the unit's, everybody what is written to themselves."""
    rows = Mark.objects.filter(ward_id=by.ward_id)
    if by.has(*READERS):
        return rows
    return rows.filter(Q(officer_id=by.id) | Q(holder_id=by.id) | Q(unit_id__in=by.units(Role.UNIT_HEAD)))


def may_read(*, by: Actor, mark: Mark) -> bool:
    """The same of one mark that was read already."""
    return by.has(*READERS) or by.id in {mark.officer_id, mark.holder_id} or mark.unit_id in by.units(Role.UNIT_HEAD)


def mark(*, by: Actor, mark_id: UUID) -> Mark:
    """One mark that the actor may read, with all that was said to it. Raises Refused `missing`."""
    found = _detailed(visible_marks(by)).filter(pk=mark_id).first()
    if found is None:
        raise Refused("missing", "Không có mục này trong sổ.", "There is no such entry.")
    return found


def marks(*, by: Actor, wanted: MarksWanted) -> QuerySet[Mark]:
    """The marks that the filters select, the newest first; two statements when read."""
    rows = visible_marks(by).filter(
        at__gte=datetime.combine(wanted.first, time(0), ZONE),
        at__lt=datetime.combine(wanted.last + timedelta(days=1), time(0), ZONE),
    )
    if wanted.kind in set(MarkKind):
        rows = rows.filter(kind=wanted.kind)
    if wanted.unit_id is not None:
        rows = rows.filter(unit_id=wanted.unit_id)
    if wanted.officer_id is not None:
        rows = rows.filter(Q(officer_id=wanted.officer_id) | Q(holder_id=wanted.officer_id))
    if wanted.unanswered:
        explained = MarkNote.objects.filter(mark_id=OuterRef("pk"), kind=NoteKind.EXPLANATION.value)
        rows = rows.filter(~Exists(explained))
    return _detailed(rows).order_by("-at", "-pk")


def _detailed(rows: QuerySet[Mark]) -> QuerySet[Mark]:
    sent = Extension.objects.filter(dossier_id=OuterRef("dossier_id"), status=ExtensionStatus.SENT.value)
    return (
        rows.select_related("dossier__version_pinned", "dossier__promise", "unit", "officer", "holder")
        .prefetch_related(Prefetch("notes", queryset=MarkNote.objects.order_by("at", "id")))
        .annotate(apologised=Exists(sent))
    )


def marks_of(dossier: Dossier) -> list[Mark]:
    """The marks of one dossier, the first lateness first."""
    return list(dossier.marks.select_related("officer", "holder").order_by("at", "pk"))


def choices_of_marks(*, by: Actor) -> tuple[list[tuple[UUID, str]], list[tuple[UUID, str]]]:
    """The units and the people whose marks the actor may choose among: two statements."""
    rows = visible_marks(by)
    units = Unit.objects.filter(pk__in=rows.order_by().values("unit_id"))
    ids = rows.order_by()
    officers = ids.exclude(officer=None).values("officer_id")
    holders = ids.exclude(holder=None).values("holder_id")
    people = Person.objects.filter(Q(pk__in=officers) | Q(pk__in=holders))
    return (
        list(units.order_by("order", "name").values_list("pk", "name")),
        list(people.order_by("name_folded", "pk").values_list("pk", "name")),
    )
