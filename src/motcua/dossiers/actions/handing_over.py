"""Open work of somebody who leaves or is ill goes to somebody else."""

from datetime import datetime
from uuid import UUID

from motcua.accounts import queries as accounts
from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.dossiers import queries
from motcua.dossiers.models import Step
from motcua.ledger.actions import action, change, note, subject
from motcua.promises import actions as promises

__all__ = ["hand_over_work"]


@action("dossier.hand_over_work")
def hand_over_work(*, by: Actor, at: datetime, from_person: UUID, to_person: UUID | None, reason: str) -> int:
    """Give all open steps of one officer to another, or back to their units' queues; returns how many.

    Dues stay: a hand-over excuses no lateness. Raises Refused when the receiver holds none of the positions.
    """
    allowed = (Role.ADMIN, Role.UNIT_HEAD, Role.DIRECTOR, Role.LEADER, Role.CHAIRMAN)
    if by.kind is not ActorKind.SYSTEM and not by.has(*allowed):
        raise Refused(
            "forbidden",
            "Chỉ lãnh đạo bàn giao việc của người khác được.",
            "Only a leader may hand over work.",
        )
    if not reason.strip():
        raise Refused("reason.missing", "Cần nêu lý do bàn giao.", "A reason is needed.", field="reason")
    leaver = accounts.person(by=by, person_id=from_person)
    subject(leaver)
    note(reason)
    rows = list(
        Step.objects.filter(ward_id=by.ward_id, officer_id=from_person, closed_at__isnull=True)
        .order_by("dossier_id")  # whoever locks many dossiers locks them in one order
        .values_list("dossier_id", "pk")
    )
    moved = 0
    for dossier_id, step_id in rows:
        step = queries.locked(by=by, dossier_id=dossier_id).step
        if step is None or step.pk != step_id or step.officer_id != from_person:
            continue  # somebody was quicker
        queries.may_hold(by=by, at=at, unit_id=step.unit_id, role=Role(step.role), assignee_id=to_person)
        change(step, officer_id=to_person)
        if step.promise is not None:
            promises.reassign(by=by, at=at, promise=step.promise, officer_id=to_person)
        moved += 1
    return moved
