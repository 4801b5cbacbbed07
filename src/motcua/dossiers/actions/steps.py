"""From station to station: advance, send back, assign."""

from datetime import datetime
from uuid import UUID

from motcua import clock
from motcua.acts import Actor, ActorKind, Role
from motcua.clock import Calendar
from motcua.dossiers import queries, rules
from motcua.dossiers.actions.marking import write_marks
from motcua.dossiers.models import Dossier, Result, Step
from motcua.dossiers.rules import NewResult, Status, StepEnd
from motcua.ledger.actions import action, add, change, note, standing
from motcua.procedures.rules import StepKind, StepPlan
from motcua.promises import actions as promises
from motcua.promises.rules import Kind

__all__ = ["advance", "assign", "close_step", "finish", "open_step", "pause", "resume", "send_back", "touch"]


def open_step(
    *,
    by: Actor,
    at: datetime,
    dossier: Dossier,
    plan: StepPlan,
    number: int,
    officer_id: UUID | None,
    calendar: Calendar,
) -> Step:
    """Open a station. Its own due never lies after the due of the whole dossier while that is still ahead."""
    promise = None
    if plan.limit is not None and plan.kind is not StepKind.RETURN:
        promise = promises.make(
            by=by,
            at=at,
            kind=Kind.STEP,
            unit_id=plan.unit_id,
            officer_id=officer_id,
            start=at,
            limit=plan.limit,
            calendar=calendar,
            whole=dossier.promise,
        )
    return add(
        Step(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            number=number,
            order=plan.order,
            process_step_id=plan.id,
            name=plan.name,
            unit_id=plan.unit_id,
            role=plan.role.value,
            officer_id=officer_id,
            promise=promise,
            opened_at=at,
        )
    )


def close_step(*, by: Actor, at: datetime, step: Step, end: StepEnd, remark: str = "") -> Step:
    """Close a station and keep its promise; a step that was sent back or cut short is released."""
    if step.promise is not None:
        if end is StepEnd.DONE:
            promises.keep(by=by, at=at, promise=step.promise)
        else:
            promises.release(by=by, at=at, promise=step.promise)
    return change(step, closed_at=at, closed_by=by.name, end=end.value, note=remark)


def current(dossier: Dossier) -> Step:
    """The open station of a dossier in process."""
    if dossier.step is None:
        raise RuntimeError(f"{dossier.code} has no current step")
    return dossier.step


@action("dossier.advance")
def advance(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    note_text: str = "",
    assignee_id: UUID | None = None,
    result: NewResult | None = None,
    seen: int | None = None,
) -> Dossier:
    """Complete the current step and open the next; before the return step the dossier is finished.

    Finishing keeps the promise to the applicant: early, on time or late, once and for ever.
    """
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    status = Status(dossier.status)
    step = dossier.step
    context = queries.pinned(by=by, dossier=dossier)
    index = next((i for i, s in enumerate(context.plan.steps) if step and s.id == step.process_step_id), 0)
    plan = context.plan.steps[index]
    rules.may_advance(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=status,
        unit_id=step.unit_id if step else plan.unit_id,
        role=Role(step.role) if step else plan.role,
        officer_id=step.officer_id if step else None,
        must_note=plan.must_note,
        note=note_text,
        must_result=plan.must_result,
        has_result=result is not None or (plan.must_result and dossier.results.exists()),
    )
    step = current(dossier)
    following = context.plan.steps[index + 1]
    queries.may_hold(by=by, at=at, unit_id=following.unit_id, role=following.role, assignee_id=assignee_id)
    if result is not None:
        record_result(by=by, at=at, dossier=dossier, result=result)
    note(note_text)
    close_step(by=by, at=at, step=step, end=StepEnd.DONE, remark=note_text)
    opened = open_step(
        by=by,
        at=at,
        dossier=dossier,
        plan=following,
        number=step.number + 1,
        officer_id=assignee_id,
        calendar=context.calendar,
    )
    changes: dict[str, object] = {"step": opened}
    if plan.kind is StepKind.WORK and by.kind is ActorKind.PERSON and dossier.officer_id is None:
        changes["officer_id"] = by.id
    if following.kind is StepKind.RETURN:
        changes |= finish(by=by, at=at, dossier=dossier, end=rules.End.RESULT)
    return touch(by=by, at=at, dossier=dossier, **changes)


def finish(*, by: Actor, at: datetime, dossier: Dossier, end: rules.End) -> dict[str, object]:
    """What becomes of a dossier whose processing ends: its promise is kept now."""
    if dossier.promise is not None:
        promises.keep(by=by, at=at, promise=dossier.promise)
        if dossier.promise.broken_at is not None:
            write_marks(by=by, at=at, dossier=dossier)
    return {
        "status": Status.FINISHED.value,
        "end": end.value,
        "finished_at": at,
        "delivery": rules.Delivery.READY.value,
    }


def record_result(*, by: Actor, at: datetime, dossier: Dossier, result: NewResult) -> Result:
    """Write down what the processing produced."""
    return add(
        Result(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            name=result.name,
            number=result.number,
            signer=result.signer,
            made_at=at,
            made_by=by.name,
            file_id=result.file_id,
        )
    )


def touch(*, by: Actor, at: datetime, dossier: Dossier, **fields: object) -> Dossier:
    """Set fields on a dossier and say who did it last."""
    return change(dossier, **fields, seen_no=dossier.seen_no + 1, touched_at=at, touched_by=by.name)


@action("dossier.send_back")
def send_back(*, by: Actor, at: datetime, dossier_id: UUID, reason: str, seen: int | None = None) -> Dossier:
    """Return to the previous step with a reason; the clock of the dossier goes on."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    step = current(dossier) if dossier.step_id else None
    context = queries.pinned(by=by, dossier=dossier)
    index = next((i for i, s in enumerate(context.plan.steps) if step and s.id == step.process_step_id), 0)
    plan = context.plan.steps[index]
    rules.may_send_back(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        unit_id=step.unit_id if step else plan.unit_id,
        role=Role(step.role) if step else plan.role,
        officer_id=step.officer_id if step else None,
        first=index == 0,
        can_send_back=plan.can_send_back,
        reason=reason,
    )
    step = current(dossier)
    back = context.plan.steps[index - 1]
    note(reason)
    close_step(by=by, at=at, step=step, end=StepEnd.SENT_BACK, remark=reason)
    opened = open_step(
        by=by,
        at=at,
        dossier=dossier,
        plan=back,
        number=step.number + 1,
        officer_id=_last_officer(by=by, at=at, dossier=dossier, plan=back),
        calendar=context.calendar,
    )
    return touch(by=by, at=at, dossier=dossier, step=opened)


def _last_officer(*, by: Actor, at: datetime, dossier: Dossier, plan: StepPlan) -> UUID | None:
    """On whose desk a station lay last, if that person still holds its position; otherwise the unit's queue."""
    before = standing(
        Step.objects.filter(dossier_id=dossier.pk),
        lambda row: row.dossier_id == dossier.pk and row.order == plan.order,
    )
    last = before[-1].officer_id if before else None
    if last is not None and queries.holds(by=by, at=at, unit_id=plan.unit_id, role=plan.role, person_id=last):
        return last
    return None


@action("dossier.assign")
def assign(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    assignee_id: UUID | None,
    reason: str = "",
    seen: int | None = None,
) -> Dossier:
    """Put the current step on somebody's desk, or back into the unit's queue."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    held = dossier.step
    rules.may_assign(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        unit_id=held.unit_id if held else dossier.unit_id,
        role=Role(held.role) if held else Role.SPECIALIST,
        officer_id=held.officer_id if held else None,
        assignee_id=assignee_id,
    )
    step = current(dossier)
    queries.may_hold(by=by, at=at, unit_id=step.unit_id, role=Role(step.role), assignee_id=assignee_id)
    note(reason)
    change(step, officer_id=assignee_id)
    if step.promise is not None:
        promises.reassign(by=by, at=at, promise=step.promise, officer_id=assignee_id)
    return touch(by=by, at=at, dossier=dossier)


def pause(*, by: Actor, at: datetime, dossier: Dossier, mode: clock.PauseMode, ground: str, basis: str) -> None:
    """Stop the clock of a dossier, and of its step: the step only stands still, whatever the dossier's rule says."""
    if dossier.promise is not None:
        promises.pause(by=by, at=at, promise=dossier.promise, mode=mode, ground=ground, basis=basis)
    step = dossier.step
    if step is not None and step.promise is not None:
        promises.pause(by=by, at=at, promise=step.promise, mode=clock.PauseMode.SUSPEND, ground=ground, basis=basis)


def resume(*, by: Actor, at: datetime, dossier: Dossier, calendar: Calendar, ground: str) -> None:
    """Let the clocks of a dossier and of its step run again; nothing happens to those that run."""
    if dossier.promise is not None:
        promises.resume(by=by, at=at, promise=dossier.promise, calendar=calendar, ground=ground)
    if dossier.step is not None and dossier.step.promise is not None:
        promises.resume(by=by, at=at, promise=dossier.step.promise, calendar=calendar, ground=ground)
