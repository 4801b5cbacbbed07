"""A second lateness: it goes to the chairman once, and the chairman orders what is to be done."""

from datetime import date, datetime
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.dossiers import queries, rules
from motcua.dossiers.actions.marking import second_broken, write_marks
from motcua.dossiers.actions.steps import touch
from motcua.dossiers.models import Dossier, Escalation
from motcua.dossiers.rules import Matter, Order
from motcua.ledger.actions import action, add, change, note, standing, subject

__all__ = ["decide_escalation", "escalate", "escalate_second"]


@action("dossier.escalate")
def escalate(*, by: Actor, at: datetime, dossier_id: UUID, reason: str) -> Dossier:
    """Tell the chairman that a second new appointment was asked for; at most one open matter per dossier."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    if not _open_matters(dossier):
        _raise(by=by, at=at, dossier=dossier, kind=Matter.ASKED, reason=reason)
    note(reason)
    return dossier


@action("dossier.escalate_second")
def escalate_second(*, by: Actor, at: datetime, dossier_id: UUID) -> Dossier:
    """The one new appointment was not kept: a mark in the register, and the chairman is told once.

    A matter that waits for the chairman already is not doubled: the word on it answers both.
    """
    rules.may_draft(by=by)
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    subject(dossier)
    if dossier.promise is None or dossier.promise.extended_due_at is None or not second_broken(dossier, at=at):
        return dossier
    write_marks(by=by, at=at, dossier=dossier)
    matters = _matters(dossier)
    if not any(row.decided_at is None or row.kind == Matter.SECOND.value for row in matters):
        when = f"{dossier.promise.extended_due_at.astimezone(ZONE):%H:%M %d/%m/%Y}"
        _raise(by=by, at=at, dossier=dossier, kind=Matter.SECOND, reason=f"Đã hẹn lại {when} và không giữ được.")
    return dossier


def _raise(*, by: Actor, at: datetime, dossier: Dossier, kind: Matter, reason: str) -> None:
    add(
        Escalation(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            kind=kind.value,
            reason=reason,
            raised_at=at,
            raised_by=by.name,
        )
    )


def _matters(dossier: Dossier) -> list[Escalation]:
    return standing(dossier.escalations.all(), lambda row: row.dossier_id == dossier.pk)


def _open_matters(dossier: Dossier) -> list[Escalation]:
    return [row for row in _matters(dossier) if row.decided_at is None]


@action("dossier.decide_escalation")
def decide_escalation(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    decision: str,
    order: Order = Order.OTHER,
    assignee_id: UUID | None = None,
    finish_by: date | None = None,
) -> Dossier:
    """The chairman orders what is done about a second lateness: who, what, by when, and why."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.may_decide_escalation(by=by, at=at, last_at=dossier.touched_at)
    matters = _open_matters(dossier)
    if not matters:
        raise Refused("escalation.none", "Không có việc nào chờ quyết định.", "Nothing waits for a decision.")
    rules.fit_order(at=at, order=order, assignee_id=assignee_id, finish_by=finish_by, decision=decision)
    if assignee_id is not None and not queries.workers(by=by, at=at).filter(person_id=assignee_id).exists():
        raise Refused("order.nobody", "Người này không làm ở phường.", "Nobody here is that.", field="assignee")
    change(
        matters[0],
        decided_at=at,
        decided_by=by.name,
        decided_as=order.value,
        assignee_id=assignee_id,
        finish_by=finish_by,
        decision=decision,
    )
    note(decision)
    return touch(by=by, at=at, dossier=dossier)
