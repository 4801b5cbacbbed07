"""How a dossier ends: refused, stopped, withdrawn, and the result in the applicant's hands."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor
from motcua.dossiers import queries, rules
from motcua.dossiers.actions import steps
from motcua.dossiers.actions.marking import write_marks
from motcua.dossiers.models import Dossier, Result, Return
from motcua.dossiers.queries.holding import Context
from motcua.dossiers.rules import End, ReturnWay, Status, StepEnd
from motcua.ledger.actions import action, add, note
from motcua.procedures.rules import StepKind
from motcua.promises import actions as promises

__all__ = ["refuse", "return_result", "stop", "withdraw"]

LETTERS = {
    End.REFUSED: "Văn bản từ chối giải quyết hồ sơ",
    End.STOPPED: "Thông báo dừng giải quyết hồ sơ",
}


@action("dossier.refuse")
def refuse(
    *, by: Actor, at: datetime, dossier_id: UUID, reason: str, basis: str = "", seen: int | None = None
) -> Dossier:
    """Refuse after processing, in writing, inside the processing time (ND 61/2018 art. 19(8))."""
    return _end(by=by, at=at, dossier_id=dossier_id, reason=reason, basis=basis, seen=seen, end=End.REFUSED)


@action("dossier.stop")
def stop(
    *, by: Actor, at: datetime, dossier_id: UUID, reason: str, basis: str = "", seen: int | None = None
) -> Dossier:
    """Stop the processing, in writing; prints form 05."""
    return _end(by=by, at=at, dossier_id=dossier_id, reason=reason, basis=basis, seen=seen, end=End.STOPPED)


def _end(*, by: Actor, at: datetime, dossier_id: UUID, reason: str, basis: str, seen: int | None, end: End) -> Dossier:
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_finish_otherwise(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        reason=reason,
        unit_id=dossier.unit_id,
    )
    context = queries.pinned(by=by, dossier=dossier)
    add(
        Result(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            name=LETTERS[end],
            reason=reason,
            basis=basis,
            made_at=at,
            made_by=by.name,
        )
    )
    note(reason)
    opened = _to_return_step(by=by, at=at, dossier=dossier, context=context, reason=reason)
    return steps.touch(
        by=by, at=at, dossier=dossier, step=opened, **steps.finish(by=by, at=at, dossier=dossier, end=end)
    )


def _to_return_step(*, by: Actor, at: datetime, dossier: Dossier, context: Context, reason: str) -> object:
    """Cut the current step short and go to the counter, where the letter is handed over.

    A dossier that ends while it waits for its applicant stops waiting now: the paused time is never lateness.
    """
    steps.resume(by=by, at=at, dossier=dossier, calendar=context.calendar, ground="Kết thúc giải quyết")
    step = steps.current(dossier)
    steps.close_step(by=by, at=at, step=step, end=StepEnd.ENDED, remark=reason)
    plan = next(p for p in context.plan.steps if p.kind is StepKind.RETURN)
    return steps.open_step(
        by=by,
        at=at,
        dossier=dossier,
        plan=plan,
        number=step.number + 1,
        officer_id=None,
        calendar=context.calendar,
    )


@action("dossier.withdraw")
def withdraw(*, by: Actor, at: datetime, dossier_id: UUID, reason: str, seen: int | None = None) -> Dossier:
    """The applicant takes the dossier back: nobody owes anything any more; what was late stays written."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_withdraw(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        reason=reason,
        unit_id=dossier.unit_id,
    )
    note(reason)
    calendar = queries.pinned(by=by, dossier=dossier).calendar
    steps.resume(by=by, at=at, dossier=dossier, calendar=calendar, ground="Người nộp rút hồ sơ")
    if dossier.step is not None:
        steps.close_step(by=by, at=at, step=dossier.step, end=StepEnd.ENDED, remark=reason)
    if dossier.promise is not None:
        promises.release(by=by, at=at, promise=dossier.promise)
        if dossier.promise.broken_at is not None:
            write_marks(by=by, at=at, dossier=dossier)
    return steps.touch(by=by, at=at, dossier=dossier, status=Status.WITHDRAWN.value, step=None, closed_at=at)


@action("dossier.return_result")
def return_result(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    way: ReturnWay,
    receiver: str,
    receiver_id: str = "",
    proof: str = "",
    seen: int | None = None,
) -> Dossier:
    """Hand the result over with proof: in person, to a proxy, or by post (ND 61/2018 art. 20)."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_return(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        money=rules.Money(dossier.money),
        way=way,
        receiver=receiver,
        proof=proof,
    )
    add(
        Return(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            way=way.value,
            at=at,
            receiver=receiver,
            receiver_id=receiver_id,
            proof=proof,
            by_name=by.name,
        )
    )
    if dossier.step is not None:
        steps.close_step(by=by, at=at, step=dossier.step, end=StepEnd.DONE)
    delivery = rules.Delivery.POSTED if way is ReturnWay.POST else rules.Delivery.HANDED
    return steps.touch(
        by=by,
        at=at,
        dossier=dossier,
        status=Status.RETURNED.value,
        delivery=delivery.value,
        step=None,
        closed_at=at,
    )
