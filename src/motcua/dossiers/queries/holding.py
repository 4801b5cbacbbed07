"""Reading one dossier, for looking and for acting."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.accounts.models import PositionHeld
from motcua.acts import Actor, Refused, Role
from motcua.dossiers.models import Dossier, Payment, Step
from motcua.ledger.actions import held, hold, remember, standing, unwritten
from motcua.ledger.queries import Prepared, Slot
from motcua.offices import queries as offices
from motcua.procedures import queries as procedures
from motcua.procedures.rules import CasePlan
from motcua.promises.models import Promise
from motcua.promises.rules import ZONE

__all__ = [
    "Context",
    "context",
    "external_known",
    "get",
    "holds",
    "locked",
    "may_hold",
    "missing",
    "payments",
    "pinned",
    "visible_to",
    "workers",
]


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


_DOSSIER = Prepared(lambda: Dossier.objects.select_for_update().filter(ward_id=Slot("ward_id"), pk=Slot("dossier_id")))
_STEP = Prepared(lambda: Step.objects.filter(pk=Slot("step_id")).order_by())
_PROMISES = Prepared(
    lambda: Promise.objects.select_for_update().filter(pk__in=[Slot("whole"), Slot("part")]).order_by("pk")
)


def locked(*, by: Actor, dossier_id: UUID) -> Dossier:
    """One dossier of the actor's ward, locked for the rest of the act, with its current step and its promises.

    Whoever had to wait for the lock must not read what hangs on the dossier in the same statement: PostgreSQL shows
    the locked row as it is now, but the joined ones as they were before the wait. So the step and the promises are
    read afterwards; the promises locked, because a change of the calendar moves them without asking the dossier.
    """
    kept = held(Dossier, dossier_id)
    if kept is not None:
        return kept
    found = _DOSSIER.first(ward_id=by.ward_id, dossier_id=dossier_id)
    if found is None:
        raise missing()
    step = _STEP.first(step_id=found.step_id) if found.step_id else None
    part = step.promise_id if step else None
    if found.promise_id or part:
        promises = {p.pk: p for p in _PROMISES.all(whole=found.promise_id, part=part)}
        if found.promise_id is not None:
            found.promise = promises[found.promise_id]
        if step is not None and step.promise_id is not None:
            step.promise = promises[step.promise_id]
    if step is not None:
        found.step = step
    return hold(found)


def payments(dossier: Dossier) -> list[Payment]:
    """The payments of a dossier in the order they were asked for, as this book knows them."""
    rows = standing(dossier.payments.all(), lambda row: row.dossier_id == dossier.pk)
    return sorted(rows, key=lambda row: row.number)


def external_known(*, by: Actor, external_code: str) -> bool:
    """Whether the ward has a dossier with this code of another system; two writers of one code wait for each other."""
    if any(row.external_code == external_code for row in unwritten(Dossier)):
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{by.ward_id} {external_code}"])
    return visible_to(by).filter(external_code=external_code).exists()


def context(*, by: Actor, case_id: UUID) -> Context:
    """Ward, calendar and plan in one statement; the rest is cached by the ward's version numbers."""
    ward = remember(("ward", by.ward_id), lambda: offices.now_of(by.ward_id))
    return Context(ward=ward, calendar=offices.calendar(ward), plan=procedures.plan(ward=ward, case_id=case_id))


def pinned(*, by: Actor, dossier: Dossier) -> Context:
    """The same for a dossier that was received: its division is the one it had at receipt, wherever new ones go."""
    found = context(by=by, case_id=dossier.case_id)
    return replace(found, plan=found.plan.processed_by(dossier.unit_id))


def close_of(*, by: Actor, dossier: Dossier, day: date | None) -> datetime | None:
    """The office's close on a day chosen for a new appointment. Raises Refused `extension.day_off`."""
    if day is None:
        return None
    calendar = pinned(by=by, dossier=dossier).calendar
    if not calendar.is_working(day):
        raise Refused(
            "extension.day_off",
            f"{day:%d/%m/%Y} là ngày nghỉ. Hẹn vào ngày làm việc.",
            f"{day} is a day off. Choose a working day.",
            field="new_due",
        )
    return calendar.close_of(day)


def holds(*, by: Actor, at: datetime, unit_id: UUID, role: Role, person_id: UUID) -> bool:
    """Whether somebody of the ward holds a step's role in its unit that day; a head may do a specialist's work."""
    day = at.astimezone(ZONE).date()
    roles = (role, Role.UNIT_HEAD) if role is Role.SPECIALIST else (role,)
    return any(
        accounts.holders(ward_id=by.ward_id, unit_id=unit_id, role=one, on=day).filter(pk=person_id).exists()
        for one in roles
    )


def workers(*, by: Actor, at: datetime) -> QuerySet[PositionHeld]:
    """Who can be ordered to do something today: everybody with a position in the ward, but not who only supervises."""
    held = accounts.positions(by=by, at=at).filter(person__is_active=True)
    return held.exclude(role=Role.SUPERVISOR.value)


def may_hold(*, by: Actor, at: datetime, unit_id: UUID, role: Role, assignee_id: UUID | None) -> None:
    """Whether somebody can be given a step. Raises Refused `assign.position`."""
    if assignee_id is None or holds(by=by, at=at, unit_id=unit_id, role=role, person_id=assignee_id):
        return
    raise Refused(
        "assign.position",
        "Người này không giữ vị trí của bước này hôm nay.",
        "This person does not hold the position of this step today.",
        field="assignee",
    )
