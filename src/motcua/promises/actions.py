"""The only code that touches a promise. Called by the rooms that own promises, inside their acts."""

from datetime import datetime
from uuid import UUID

from motcua import clock
from motcua.acts import Actor
from motcua.clock import Calendar, Channel, Limit
from motcua.ledger.actions import action, add, change
from motcua.promises import queries, rules
from motcua.promises.models import DueChange, Pause, Promise
from motcua.promises.rules import Change, Kind

__all__ = ["extend", "keep", "make", "pause", "reassign", "recompute", "release", "resume"]


@action("promise.make")
def make(
    *,
    by: Actor,
    at: datetime,
    kind: Kind,
    unit_id: UUID,
    officer_id: UUID | None,
    start: datetime,
    limit: Limit,
    calendar: Calendar,
    channel: Channel = Channel.DIRECT,
    not_after: datetime | None = None,
) -> Promise:
    """Promise something within `limit` counted from `start`.

    `not_after` caps the due of a part (a step) at the due of the whole.
    """
    due = clock.due(start=start, limit=limit, calendar=calendar, channel=channel)
    late = rules.late_after(due_at=due.at, limit=limit)
    due_at = due.at
    if not_after is not None and due_at > not_after:
        due_at = late = not_after
    return add(
        Promise(
            ward_id=by.ward_id,
            kind=kind.value,
            unit_id=unit_id,
            officer_id=officer_id,
            made_at=at,
            counted_from=due.counted_from,
            limit_value=limit.value,
            limit_unit=limit.unit.value,
            first_due_at=due_at,
            due_at=due_at,
            late_after=late,
            provisional=due.provisional,
        )
    )


@action("promise.pause")
def pause(*, by: Actor, at: datetime, promise: Promise, mode: clock.PauseMode, ground: str, basis: str) -> Promise:
    """Stop the clock of a promise on a legal ground. A promise already paused stays with its first pause."""
    if promise.closed or promise.paused_at is not None:
        return promise
    add(
        Pause(
            ward_id=by.ward_id,
            promise_id=promise.pk,
            starts=at,
            mode=mode.value,
            ground=ground[:60],
            basis=basis[:200],
        )
    )
    return change(promise, paused_at=at)


@action("promise.resume")
def resume(*, by: Actor, at: datetime, promise: Promise, calendar: Calendar, ground: str) -> Promise:
    """Let the clock run again; the due is computed anew from the facts and all pauses."""
    if promise.closed or promise.paused_at is None:
        return promise
    rows = queries.pauses(promise)
    for row in rows:
        if row.ends is None:
            change(row, ends=at)
    change(promise, paused_at=None)
    return _move(by=by, at=at, promise=promise, rows=rows, calendar=calendar, why=Change.RESUMED, ground=ground)


@action("promise.recompute")
def recompute(*, by: Actor, at: datetime, promise: Promise, calendar: Calendar, ground: str) -> Promise:
    """Compute the due of an open promise anew after its calendar changed."""
    if promise.closed:
        return promise
    rows = [row for row in queries.pauses(promise) if row.ends is not None]
    return _move(by=by, at=at, promise=promise, rows=rows, calendar=calendar, why=Change.RECOMPUTED, ground=ground)


def _move(
    *,
    by: Actor,
    at: datetime,
    promise: Promise,
    rows: list[Pause],
    calendar: Calendar,
    why: Change,
    ground: str,
) -> Promise:
    due = clock.due(start=promise.counted_from, limit=promise.limit, calendar=calendar, pauses=queries.as_clock(rows))
    if due.at == promise.due_at:
        return promise
    late = rules.late_after(due_at=due.at, limit=promise.limit)
    add(
        DueChange(
            ward_id=by.ward_id,
            promise_id=promise.pk,
            at=at,
            why=why.value,
            old_due_at=promise.due_at,
            new_due_at=due.at,
            old_late_after=promise.late_after,
            new_late_after=late,
            ground=ground[:300],
            by_name=by.name,
        )
    )
    return change(
        promise,
        due_at=due.at,
        late_after=late,
        provisional=due.provisional,
        due_changes=promise.due_changes + 1,
    )


@action("promise.extend")
def extend(*, by: Actor, at: datetime, promise: Promise, new_due: datetime, ground: str) -> Promise:
    """Give a new appointment, at most REAPPOINTMENT_MAX times. Lateness stays measured against `due_at`."""
    rules.may_extend(extended_times=promise.extended_times, at=at, new_due=new_due, due_at=promise.appointment)
    add(
        DueChange(
            ward_id=by.ward_id,
            promise_id=promise.pk,
            at=at,
            why=Change.EXTENDED.value,
            old_due_at=promise.appointment,
            new_due_at=new_due,
            old_late_after=promise.late_after,
            new_late_after=promise.late_after,
            ground=ground[:300],
            by_name=by.name,
        )
    )
    return change(promise, extended_due_at=new_due, extended_times=promise.extended_times + 1)


@action("promise.reassign")
def reassign(*, by: Actor, at: datetime, promise: Promise, officer_id: UUID | None) -> Promise:
    """Another officer owes it now; the due stays."""
    return change(promise, officer_id=officer_id)


@action("promise.keep")
def keep(*, by: Actor, at: datetime, promise: Promise) -> Promise:
    """Keep a promise, early, on time or late; what it was is written once and for ever."""
    rules.may_keep(at=at, made_at=promise.made_at, kept_at=promise.kept_at, released_at=promise.released_at)
    return change(
        promise,
        kept_at=at,
        paused_at=None,
        outcome=rules.outcome(kept_at=at, due_at=promise.due_at, late=promise.late_after).value,
    )


@action("promise.release")
def release(*, by: Actor, at: datetime, promise: Promise) -> Promise:
    """End a promise that nobody owes any more: withdrawn, sent back, superseded."""
    if promise.closed:
        return promise
    return change(promise, released_at=at, paused_at=None)
