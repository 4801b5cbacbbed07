"""Reading one petition, for looking and for acting; who is tied to it."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet, Value

from motcua import vietnam
from motcua.accounts.models import Person, PositionHeld
from motcua.acts import Actor, Refused, Role
from motcua.clock import ZONE, Calendar
from motcua.ledger.actions import held, hold, standing
from motcua.offices import queries as offices
from motcua.petitions import rules
from motcua.petitions.models import Accused, Petition, StageOwed, Visit
from motcua.petitions.rules import Facts, Matter, Named, Sight, Stage, Status
from motcua.promises import queries as promises

__all__ = [
    "against",
    "calendar",
    "facts",
    "find",
    "handlers",
    "is_against",
    "locked",
    "missing",
    "named",
    "past_the_head",
    "pointing_at",
    "sight_of",
    "stages",
    "unit_of",
    "visible_to",
]


def missing() -> Refused:
    """The answer for a petition that is not there, not this ward's, or not for this actor to know of."""
    return Refused("missing", "Không có đơn này.", "There is no such petition.")


def calendar(ward_id: UUID) -> Calendar:
    """The working calendar of the ward."""
    return offices.calendar(offices.now_of(ward_id))


def pointing_at(people: list[tuple[UUID, str]]) -> Q:
    """Which rows of `Accused` speak against any of these people: the officer chosen, or the name typed."""
    found = Q(person_id__in=[pk for pk, _ in people])
    for _, name in people:
        found |= Q(name_folded__contains=vietnam.fold(name))
    return found


def _heads(ward_id: UUID, on: date) -> list[tuple[UUID, str]]:
    held_now = PositionHeld.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=on), ward_id=ward_id, role=Role.CHAIRMAN.value, starts__lte=on
    )
    return list(Person.objects.filter(pk__in=held_now.values("person_id")).values_list("id", "name"))


def against(by: Actor, at: datetime, *, of: str) -> dict[str, Exists | Value]:
    """What to annotate on petitions (`of="petition"`) or visits: whether they speak against `by`, or the chairman."""
    mine = (
        Q(petition=OuterRef("pk"))
        if of == "petition"
        else Q(visit=OuterRef("pk")) | Q(petition=OuterRef("petition_id"))
    )
    rows = Accused.objects.filter(mine)
    heads = _heads(by.ward_id, at.astimezone(ZONE).date())
    never = Value(value=False, output_field=BooleanField())
    return {
        "accused_here": Exists(rows.filter(pointing_at([(by.id, by.name)]))),
        "head_accused": Exists(rows.filter(pointing_at(heads))) if heads else never,
    }


def visible_to(by: Actor, at: datetime) -> QuerySet[Petition]:
    """The petitions of the ward that the actor may know of, each with what ties the actor to it."""
    rows = Petition.objects.filter(ward_id=by.ward_id).annotate(**against(by, at, of="petition"))
    rows = rows.exclude(Q(accused_here=True) & (Q() if not by.has(Role.CHAIRMAN) else Q(secret=True)))
    if by.has(*rules.RECEIVERS):
        return rows
    mine = Q(handler_id=by.id)
    return rows.filter(mine | Q(secret=False)) if by.has(Role.SUPERVISOR) else rows.filter(mine)


def named(by: Actor, petition: Petition) -> Named:
    """What ties the actor to a petition read by `visible_to`."""
    return Named(
        secret=petition.secret,
        accused=bool(getattr(petition, "accused_here")),  # noqa: B009 - an annotation, unknown to the model's type
        handles=petition.handler_id == by.id,
        head_accused=bool(getattr(petition, "head_accused")),  # noqa: B009 - the same
    )


def sight_of(by: Actor, petition: Petition) -> Sight:
    """How much of a petition read by `visible_to` the actor sees."""
    return rules.sight(by=by, named=named(by, petition))


def find(*, by: Actor, at: datetime, year: int, number: int) -> Petition:
    """One petition by its number. Raises Refused `missing`, also when the actor may not know of it."""
    found = visible_to(by, at).select_related("handler", "received_by").filter(year=year, number=number).first()
    if found is None:
        raise missing()
    return found


def locked(*, by: Actor, at: datetime, petition_id: UUID) -> Petition:
    """One petition, locked for the rest of the act. What hangs on it is read afterwards."""
    kept = held(Petition, petition_id)
    if kept is not None:
        return kept
    found = Petition.objects.select_for_update().filter(ward_id=by.ward_id, pk=petition_id).first()
    if found is None:
        raise missing()
    tied = Petition.objects.annotate(**against(by, at, of="petition")).get(pk=found.pk)
    for name in ("accused_here", "head_accused"):
        setattr(found, name, getattr(tied, name))
    return hold(found)


def stages(petition: Petition) -> list[StageOwed]:
    """The stages of a petition that are still owed, their promises locked."""
    rows = standing(petition.stages.all(), lambda row: row.petition_id == petition.pk and row.closed_at is None)
    for row in rows:
        row.promise = promises.locked(ward_id=petition.ward_id, promise_id=row.promise_id)
    return rows


def facts(*, by: Actor, petition: Petition, open_stages: frozenset[Stage]) -> Facts:
    """What the rules look at."""
    return Facts(
        status=Status(petition.status),
        matter=Matter(petition.matter),
        secret=petition.secret,
        sight=sight_of(by, petition),
        handles=petition.handler_id == by.id,
        head_accused=bool(getattr(petition, "head_accused")),  # noqa: B009 - an annotation
        open=open_stages,
        last_at=petition.touched_at,
    )


def handlers(*, by: Actor, at: datetime) -> QuerySet[Person]:
    """Who a petition can be given to: whoever works in the ward that day; not the administrator, not the supervisor."""
    on = at.astimezone(ZONE).date()
    held_now = PositionHeld.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=on),
        ward_id=by.ward_id,
        role__in=[role.value for role in rules.HANDLERS],
        starts__lte=on,
    )
    found = Person.objects.filter(ward_id=by.ward_id, is_active=True, pk__in=held_now.values("person_id"))
    return found.order_by("name_folded", "id")


def is_against(*, petition: Petition, person: Person) -> bool:
    """Whether a petition speaks against somebody."""
    return petition.accused.filter(pointing_at([(person.pk, person.name)])).exists()


def past_the_head(*, by: Actor, at: datetime, promise_ids: list[UUID]) -> frozenset[UUID]:
    """Which of these promises belong to a secret petition against the chairman. Two statements."""
    heads = _heads(by.ward_id, at.astimezone(ZONE).date())
    if not heads:
        return frozenset()
    rows = StageOwed.objects.filter(
        Exists(Accused.objects.filter(pointing_at(heads), petition=OuterRef("petition_id"))),
        ward_id=by.ward_id,
        promise__in=promise_ids,
        petition__secret=True,
    )
    return frozenset(rows.order_by().values_list("promise_id", flat=True))


def unit_of(*, ward_id: UUID, person_id: UUID | None, on: date) -> UUID:
    """The unit that owes what somebody handles: theirs that day; the leadership where nobody handles it."""
    if person_id is not None:
        held_now = PositionHeld.objects.filter(
            Q(ends__isnull=True) | Q(ends__gte=on), ward_id=ward_id, person_id=person_id, starts__lte=on
        ).order_by("starts", "id")
        first = held_now.values_list("unit_id", flat=True).first()
        if first is not None:
            return first
    return offices.unit_map(ward_id).leadership


def visits_visible_to(by: Actor, at: datetime) -> QuerySet[Visit]:
    """The visits of the ward that the actor may know of: those who receive, and the supervisor without secret ones."""
    rows = Visit.objects.filter(ward_id=by.ward_id).annotate(**against(by, at, of="visit"))
    rows = rows.exclude(Q(accused_here=True) & (Q() if not by.has(Role.CHAIRMAN) else Q(secret=True)))
    if by.has(*rules.RECEIVERS):
        return rows
    return rows.filter(secret=False) if by.has(Role.SUPERVISOR) else rows.none()
