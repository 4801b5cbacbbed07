"""People, positions, absences and tokens: the only code that writes them."""

import secrets
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password

from motcua import vietnam
from motcua.accounts import queries, rules
from motcua.accounts.models import Absence, Person, PositionHeld, Token
from motcua.acts import Actor, Position, Refused, Role
from motcua.ledger.actions import action, add, change, note, subject
from motcua.offices import queries as offices

__all__ = [
    "add_person",
    "deactivate",
    "end_position",
    "give_position",
    "issue_token",
    "record_absence",
    "revoke_token",
    "set_password",
    "set_preferences",
]


@action("person.add")
def add_person(
    *, by: Actor, at: datetime, username: str, name: str, password: str, phone: str = "", email: str = ""
) -> Person:
    """A new officer who may sign in; positions come separately. Raises Refused `person.username`."""
    rules.may_administer(by)
    if Person.objects.filter(username=username).exists():
        raise Refused("person.username", "Tên đăng nhập này đã có.", "This sign-in name is taken.", field="username")
    return add(
        Person(
            ward_id=by.ward_id,
            username=username,
            name=name,
            name_folded=vietnam.fold(name),
            password=make_password(password),
            phone=phone,
            email=email,
        )
    )


@action("person.set_password")
def set_password(*, by: Actor, at: datetime, person_id: UUID, password: str) -> Person:
    """Set a password: an officer their own, the administrator anybody's."""
    if by.id != person_id:
        rules.may_administer(by)
    person = queries.person(by=by, person_id=person_id)
    return change(person, password=make_password(password))


@action("person.set_preferences")
def set_preferences(*, by: Actor, at: datetime, person_id: UUID, preferences: dict[str, str]) -> Person:
    """Density, kept filters, single-letter keys: one's own only."""
    if by.id != person_id:
        raise Refused("forbidden", "Chỉ đổi được cài đặt của mình.", "Only your own settings.")
    person = queries.person(by=by, person_id=person_id)
    return change(person, preferences={**person.preferences, **preferences})


@action("person.deactivate")
def deactivate(*, by: Actor, at: datetime, person_id: UUID, reason: str) -> Person:
    """Somebody leaves: no more sign-in, positions end today. Open work is handed over in the dossiers room."""
    rules.may_administer(by)
    person = queries.person(by=by, person_id=person_id)
    for held in PositionHeld.objects.filter(person_id=person_id, ends__isnull=True):
        change(held, ends=max(held.starts, at.date()))
    note(reason)
    return change(person, is_active=False)


@action("person.give_position")
def give_position(
    *,
    by: Actor,
    at: datetime,
    person_id: UUID,
    unit_id: UUID,
    role: Role,
    title: str,
    starts: date,
    ends: date | None = None,
) -> PositionHeld:
    """Somebody holds a role in a unit from a day on."""
    rules.may_administer(by)
    rules.period(starts=starts, ends=ends)
    if not offices.units(by=by).filter(pk=unit_id).exists():
        raise Refused("missing", "Không có đơn vị này trong phường.", "There is no such unit.", field="unit")
    subject(queries.person(by=by, person_id=person_id))
    return add(
        PositionHeld(
            ward_id=by.ward_id,
            person_id=person_id,
            unit_id=unit_id,
            role=role.value,
            title=title,
            starts=starts,
            ends=ends,
        )
    )


@action("person.end_position")
def end_position(*, by: Actor, at: datetime, position_id: UUID, ends: date, reason: str) -> PositionHeld:
    """A position ends on a day."""
    rules.may_administer(by)
    held = PositionHeld.objects.select_for_update().filter(ward_id=by.ward_id, pk=position_id).first()
    if held is None:
        raise Refused("missing", "Không có vị trí này.", "There is no such position.")
    rules.period(starts=held.starts, ends=ends)
    note(reason)
    return change(held, ends=ends)


@action("person.record_absence")
def record_absence(
    *, by: Actor, at: datetime, person_id: UUID, substitute_id: UUID, starts: date, ends: date, reason: str
) -> Absence:
    """Somebody is away; the substitute holds their positions meanwhile."""
    if not by.has(Role.UNIT_HEAD, Role.DIRECTOR, Role.LEADER, Role.CHAIRMAN):
        rules.may_administer(by)
    rules.period(starts=starts, ends=ends)
    if person_id == substitute_id:
        raise Refused(
            "absence.self",
            "Người thay phải là người khác.",
            "Somebody else must stand in.",
            field="substitute",
        )
    queries.person(by=by, person_id=person_id)
    queries.person(by=by, person_id=substitute_id)
    return add(
        Absence(
            ward_id=by.ward_id,
            person_id=person_id,
            substitute_id=substitute_id,
            starts=starts,
            ends=ends,
            reason=reason,
        )
    )


def issue_token(*, by: Actor, at: datetime, name: str, positions: tuple[Position, ...]) -> tuple[Token, str]:
    """A key for a machine, shown once: only its digest is kept. Returns the row and the key."""
    key = "mc_" + secrets.token_urlsafe(32)
    return _issue(by=by, at=at, name=name, positions=positions, key=key), key


@action("token.issue")
def _issue(*, by: Actor, at: datetime, name: str, positions: tuple[Position, ...], key: str) -> Token:
    rules.may_administer(by)
    return add(
        Token(
            ward_id=by.ward_id,
            name=name,
            digest=queries.digest(key),
            positions=[{"role": p.role.value, "unit_id": str(p.unit_id)} for p in positions],
            created_at=at,
        )
    )


@action("token.revoke")
def revoke_token(*, by: Actor, at: datetime, token_id: UUID) -> Token:
    """A key no longer opens anything."""
    rules.may_administer(by)
    token = Token.objects.select_for_update().filter(ward_id=by.ward_id, pk=token_id).first()
    if token is None:
        raise Refused("missing", "Không có khóa này.", "There is no such token.")
    return change(token, revoked_at=token.revoked_at or at)
