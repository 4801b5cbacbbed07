"""Who acts: actors from sign-ins and tokens; people of a ward."""

import hashlib
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.accounts.models import Absence, Person, PositionHeld, Token
from motcua.acts import Actor, ActorKind, Position, Refused, Role
from motcua.ledger.queries import Prepared, Slot

__all__ = [
    "absences_of",
    "actor_for_person",
    "actor_for_token",
    "digest",
    "holders",
    "people",
    "person",
    "positions",
    "positions_of",
    "stand_ins",
    "system_actor",
    "tokens",
]

SYSTEM = UUID(int=0)

_TOKEN = Prepared(lambda: Token.objects.filter(digest=Slot("digest"), revoked_at__isnull=True))


def held_on(day: date) -> Q:
    """The condition that a position is held on `day`."""
    return Q(starts__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))


def actor_for_person(*, person: Person, on: date) -> Actor:
    """The actor a person is on a day: the positions held then, and those of absent people they stand in for."""
    held = list(
        PositionHeld.objects.filter(
            Q(person_id=person.pk)
            | Q(
                person_id__in=Absence.objects.filter(substitute_id=person.pk, starts__lte=on, ends__gte=on).values(
                    "person_id"
                )
            ),
            held_on(on),
        ).order_by("starts", "id")
    )
    own = [p for p in held if p.person_id == person.pk]
    return Actor(
        kind=ActorKind.PERSON,
        id=person.pk,
        name=person.name,
        ward_id=person.ward_id,
        title=own[0].title if own else "",
        positions=tuple(Position(role=Role(p.role), unit_id=p.unit_id) for p in held),
    )


def digest(key: str) -> str:
    """How a machine's key is kept."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


def actor_for_token(key: str) -> Actor | None:
    """The actor a machine's key stands for; None when the key is unknown or revoked."""
    token = _TOKEN.first(digest=digest(key))
    if token is None:
        return None
    return Actor(
        kind=ActorKind.MACHINE,
        id=token.pk,
        name=token.name,
        ward_id=token.ward_id,
        title="máy",
        positions=tuple(Position(role=Role(p["role"]), unit_id=UUID(p["unit_id"])) for p in token.positions),
    )


def system_actor(*, ward_id: UUID) -> Actor:
    """The house itself, acting by schedule."""
    return Actor(kind=ActorKind.SYSTEM, id=SYSTEM, name="Một Cửa", ward_id=ward_id, title="máy")


def people(*, by: Actor) -> QuerySet[Person]:
    """The people of the actor's ward."""
    return Person.objects.filter(ward_id=by.ward_id)


def person(*, by: Actor, person_id: UUID) -> Person:
    """One person of the actor's ward. Raises Refused `missing`."""
    found = people(by=by).filter(pk=person_id).first()
    if found is None:
        raise Refused("missing", "Không có người này trong phường.", "There is no such person in this ward.")
    return found


def holders(*, ward_id: UUID, unit_id: UUID, role: Role, on: date) -> QuerySet[Person]:
    """Who holds a role in a unit on a day, active people only, in a stable order."""
    return Person.objects.filter(
        pk__in=PositionHeld.objects.filter(held_on(on), ward_id=ward_id, unit_id=unit_id, role=role.value).values(
            "person_id"
        ),
        is_active=True,
    ).order_by("name_folded", "id")


def stand_ins(*, ward_id: UUID, on: date) -> dict[UUID, UUID]:
    """Who stands in for whom on a day: absent person → substitute."""
    rows = Absence.objects.filter(ward_id=ward_id, starts__lte=on, ends__gte=on, substitute__is_active=True)
    return {row.person_id: row.substitute_id for row in rows}


def positions(*, by: Actor, at: datetime) -> QuerySet[PositionHeld]:
    """All positions of the ward that are held at a moment, with people and units."""
    return (
        PositionHeld.objects.filter(held_on(at.date()), ward_id=by.ward_id)
        .select_related("person", "unit")
        .order_by("unit__order", "title")
    )


def positions_of(*, by: Actor, person_id: UUID, on: date | None = None) -> QuerySet[PositionHeld]:
    """The positions of one person, newest first; with `on` only those held that day."""
    rows = PositionHeld.objects.filter(ward_id=by.ward_id, person_id=person_id).select_related("unit")
    return (rows.filter(held_on(on)) if on else rows).order_by("-starts", "-id")


def absences_of(*, by: Actor, person_id: UUID) -> QuerySet[Absence]:
    """When somebody is or was away, newest first, with who stands in."""
    rows = Absence.objects.filter(ward_id=by.ward_id, person_id=person_id)
    return rows.select_related("substitute").order_by("-starts", "-id")


def tokens(*, by: Actor) -> QuerySet[Token]:
    """The machine keys of the ward, newest first."""
    return Token.objects.filter(ward_id=by.ward_id).order_by("-created_at", "-id")
