"""The people of a ward as its administrator sees them: positions, absences, open work."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from motcua.accounts import queries as accounts
from motcua.accounts.models import Absence, Person, PositionHeld, Token
from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.dossiers.models import Step
from motcua.dossiers.queries import words
from motcua.offices import queries as offices

__all__ = ["Member", "member", "members", "people_choices", "tokens", "unit_choices"]

ROLE_WORDS = {role.value: said for role, said in words.ROLES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person: what they hold, whether they are away, how many open steps are theirs."""

    person: Person
    positions: list[tuple[PositionHeld, object]]  # with the role in words
    away: Absence | None
    open_steps: int


def members(*, by: Actor, at: datetime) -> list[Member]:
    """Everybody of the ward, those who left last. Four statements."""
    today = at.astimezone(ZONE).date()
    held: dict[UUID, list[tuple[PositionHeld, object]]] = {}
    for row in PositionHeld.objects.filter(ward_id=by.ward_id).select_related("unit").order_by("starts", "id"):
        held.setdefault(row.person_id, []).append((row, ROLE_WORDS.get(row.role, row.role)))
    away = {
        row.person_id: row
        for row in Absence.objects.filter(ward_id=by.ward_id, starts__lte=today, ends__gte=today).select_related(
            "substitute"
        )
    }
    work = dict(
        Step.objects.filter(ward_id=by.ward_id, closed_at__isnull=True, officer__isnull=False)
        .values_list("officer_id")
        .annotate(n=Count("id"))
        .values_list("officer_id", "n")
    )
    people = accounts.people(by=by).order_by("-is_active", "name_folded", "id")
    return [
        Member(person=p, positions=held.get(p.pk, []), away=away.get(p.pk), open_steps=work.get(p.pk, 0))
        for p in people
    ]


def member(*, by: Actor, at: datetime, person_id: UUID) -> Member:
    """One person of the ward. Raises Refused `missing`."""
    accounts.person(by=by, person_id=person_id)
    return next(m for m in members(by=by, at=at) if m.person.pk == person_id)


def unit_choices(by: Actor) -> list[tuple[str, str]]:
    """The ward's units for a list."""
    return [(str(u.pk), u.name) for u in offices.units(by=by).filter(valid_to__isnull=True)]


def people_choices(by: Actor, *, but: UUID | None = None) -> list[tuple[str, str]]:
    """The ward's active people for a list."""
    rows = accounts.people(by=by).filter(is_active=True).order_by("name_folded")
    return [(str(p.pk), p.name) for p in rows if p.pk != but]


def tokens(by: Actor) -> list[tuple[Token, str]]:
    """The keys of the ward's machines, newest first, with what each may do in words."""
    units = dict(offices.units(by=by).values_list("pk", "name"))
    return [
        (
            row,
            "; ".join(
                f"{ROLE_WORDS.get(p['role'], p['role'])}, {units.get(UUID(p['unit_id']), '')}" for p in row.positions
            ),
        )
        for row in Token.objects.filter(ward_id=by.ward_id).order_by("-created_at")[:200]
    ]
