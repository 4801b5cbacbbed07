"""Reading one dossier, for looking and for acting."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused, Role
from motcua.dossiers.models import Dossier, Step
from motcua.ledger.actions import held, hold, remember
from motcua.offices import queries as offices
from motcua.procedures import queries as procedures
from motcua.procedures.rules import CasePlan
from motcua.promises.rules import ZONE

__all__ = ["Context", "context", "get", "locked", "may_hold", "visible_to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an action needs besides the dossier: the ward as it is now, its calendar and the pinned plan."""

    ward: offices.WardNow
    calendar: clock.Calendar
    plan: CasePlan


def visible_to(by: Actor) -> QuerySet[Dossier]:
    """The dossiers of the actor's ward."""
    return Dossier.objects.filter(ward_id=by.ward_id)


def missing() -> Refused:
    """The answer for a dossier that is not there, or not this ward's."""
    return Refused("missing", "Không có hồ sơ này.", "There is no such dossier.")


def get(*, by: Actor, dossier_id: UUID) -> Dossier:
    """One dossier with its promise, step and pinned catalogue rows. Raises Refused `missing`."""
    found = (
        visible_to(by)
        .select_related(
            "promise",
            "step__promise",
            "step__officer",
            "step__unit",
            "version_pinned",
            "case",
            "procedure",
            "unit",
            "officer",
        )
        .filter(pk=dossier_id)
        .first()
    )
    if found is None:
        raise missing()
    return found


def locked(*, by: Actor, dossier_id: UUID) -> Dossier:
    """One dossier of the actor's ward, locked for the rest of the act, with its promise and current step."""
    kept = held(Dossier, dossier_id)
    if kept is not None:
        return kept
    found = (
        visible_to(by)
        .select_for_update(of=("self",))
        .select_related("promise", "step__promise")
        .filter(pk=dossier_id)
        .first()
    )
    if found is None:
        raise missing()
    return hold(found)


def context(*, by: Actor, case_id: UUID) -> Context:
    """Ward, calendar and plan in one statement; the rest is cached by the ward's version numbers."""
    ward = remember(("ward", by.ward_id), lambda: offices.now_of(by.ward_id))
    return Context(ward=ward, calendar=offices.calendar(ward), plan=procedures.plan(ward=ward, case_id=case_id))


def may_hold(*, by: Actor, at: datetime, step: Step | None, assignee_id: UUID | None) -> None:
    """Whether somebody can be given a step: they hold its role in its unit that day. Raises `assign.position`."""
    if step is None or assignee_id is None:
        return
    day = at.astimezone(ZONE).date()
    roles = {Role(step.role)} | ({Role.UNIT_HEAD} if step.role == Role.SPECIALIST.value else set())
    for role in roles:
        if (
            accounts.holders(ward_id=by.ward_id, unit_id=step.unit_id, role=role, on=day)
            .filter(pk=assignee_id)
            .exists()
        ):
            return
    raise Refused(
        "assign.position",
        "Người này không giữ vị trí của bước hiện tại hôm nay.",
        "This person does not hold the position of the current step today.",
        field="assignee",
    )
