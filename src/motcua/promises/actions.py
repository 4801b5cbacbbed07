"""The only code that touches a promise. Called by the rooms that own promises, inside their acts."""

from datetime import datetime
from uuid import UUID

from motcua import clock
from motcua.acts import Actor, Refused
from motcua.clock import Calendar, Channel, Limit
from motcua.ledger.actions import action, add, note, subject
from motcua.ledger.actions import change as put
from motcua.offices import actions as offices
from motcua.offices.models import Ward
from motcua.offices.rules import Change
from motcua.promises import queries, rules
from motcua.promises.models import DueChange, Pause, Promise
from motcua.promises.rules import Change as Why
from motcua.promises.rules import Kind

__all__ = ["change_calendar", "extend", "keep", "make", "mark_broken", "pause", "reassign", "release", "resume"]


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
    whole: Promise | None = None,
) -> Promise:
    """Promise something within `limit` counted from `start`.

    A part (a step) is due with its `whole` at the latest, unless the whole is overdue already.
    """
    due = clock.due(start=start, limit=limit, calendar=calendar, channel=channel)
    term = rules.capped(due, cap=rules.cap_of(made_at=at, appointment=whole.appointment if whole else None))
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
            whole=whole,
            first_due_at=term.due_at,
            due_at=term.due_at,
            late_after=term.late_after,
            provisional=term.provisional,
        )
    )


@action("promise.pause")
def pause(*, by: Actor, at: datetime, promise: Promise, mode: clock.PauseMode, ground: str, basis: str) -> Promise:
    """Stop the clock of a promise on a legal ground. A promise already paused stays with its first pause."""
    if promise.closed or promise.paused_at is not None:
        return promise
    rules.not_before_broken(at=at, broken_at=promise.broken_at)
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
    return put(promise, paused_at=at)


@action("promise.resume")
def resume(*, by: Actor, at: datetime, promise: Promise, calendar: Calendar, ground: str) -> Promise:
    """Let the clock run again; the due is computed anew from the facts and all pauses.

    A whole is resumed before its parts: each part is then due with it, at its new appointment, at the latest. What
    was broken before it was paused stays as it was: neither a clock that starts again nor a new calendar mends it.
    """
    if promise.closed or promise.paused_at is None:
        return promise
    broken = promise.paused_at > promise.late_after
    rows = queries.pauses(promise)
    for row in rows:
        if row.ends is None:
            put(row, ends=at)
    put(promise, paused_at=None)
    if not broken:
        _resumed(by=by, at=at, promise=promise, rows=rows, calendar=calendar, ground=ground)
    return promise


@action("calendar.change")
def change_calendar(*, by: Actor, at: datetime, change: Change, reason: str, seen: str = "") -> Ward:
    """Change the ward's calendar and move every open promise it touches, all in one act.

    What `queries.preview` showed is what moves; with `seen`, its mark, anything else is refused. Paused promises get
    the new calendar when they resume; a promise already broken stays broken. Raises Refused `calendar.*`,
    `reason.missing`.
    """
    offices.may_administer(by)
    if not reason.strip():
        raise Refused("reason.missing", "Cần nêu lý do đổi lịch.", "A reason is needed.", field="reason")
    ward = offices.lock(by.ward_id)  # before reading what is stored: two changes at once come one after the other
    found = queries.preview(by=by, at=at, change=change, lock=True)
    if seen and seen != found.mark:
        raise Refused(
            "calendar.moved_on",
            "Từ lúc xem trước, lịch hoặc hồ sơ đã thay đổi. Xem lại rồi áp dụng.",
            "The calendar or the dossiers have changed since the preview. Look again, then apply.",
        )
    for day in found.change.days:
        offices.set_day(
            by=by, at=at, day=day.date, kind=day.kind, name=day.name, source=day.source, certainty=day.certainty
        )
    new = found.change.hours
    if new is not None:
        offices.set_hours(by=by, at=at, valid_from=new.valid_from, weekly=new.weekly, extra=new.extra, basis=new.basis)
    for move in found.moves:
        _write(by=by, at=at, promise=move.promise, term=move.term, why=Why.RECOMPUTED, ground=reason)
    subject(ward)
    note(reason)
    return ward


def _resumed(*, by: Actor, at: datetime, promise: Promise, rows: list[Pause], calendar: Calendar, ground: str) -> None:
    term = rules.term(
        start=promise.counted_from,
        limit=promise.limit,
        calendar=calendar,
        pauses=queries.as_clock(rows),
        cap=queries.cap(promise),
    )
    _write(by=by, at=at, promise=promise, term=term, why=Why.RESUMED, ground=ground)


def _write(*, by: Actor, at: datetime, promise: Promise, term: rules.Term, why: Why, ground: str) -> None:
    """Move a due. A new appointment goes along when the due moves beyond it: nobody is told to come before it."""
    if term.due_at == promise.due_at:
        put(promise, provisional=term.provisional)  # the same day, now settled or no longer so
        return
    add(
        DueChange(
            ward_id=by.ward_id,
            promise_id=promise.pk,
            at=at,
            why=why.value,
            old_due_at=promise.due_at,
            new_due_at=term.due_at,
            old_late_after=promise.late_after,
            new_late_after=term.late_after,
            ground=ground[:300],
            by_name=by.name,
        )
    )
    put(
        promise,
        due_at=term.due_at,
        late_after=term.late_after,
        provisional=term.provisional,
        extended_due_at=promise.extended_due_at
        and rules.appointment(due_at=term.due_at, extended_due_at=promise.extended_due_at),
        due_changes=promise.due_changes + 1,
    )


@action("promise.extend")
def extend(*, by: Actor, at: datetime, promise: Promise, new_due: datetime, ground: str) -> Promise:
    """Give a new appointment, at most REAPPOINTMENT_MAX times. Lateness stays measured against `due_at`."""
    rules.not_before_broken(at=at, broken_at=promise.broken_at)
    rules.may_extend(extended_times=promise.extended_times, at=at, new_due=new_due, due_at=promise.appointment)
    add(
        DueChange(
            ward_id=by.ward_id,
            promise_id=promise.pk,
            at=at,
            why=Why.EXTENDED.value,
            old_due_at=promise.appointment,
            new_due_at=new_due,
            old_late_after=promise.late_after,
            new_late_after=promise.late_after,
            ground=ground[:300],
            by_name=by.name,
        )
    )
    return put(promise, extended_due_at=new_due, extended_times=promise.extended_times + 1)


@action("promise.reassign")
def reassign(
    *, by: Actor, at: datetime, promise: Promise, officer_id: UUID | None, unit_id: UUID | None = None
) -> Promise:
    """Another officer, and another unit where one is named, owes it now; the due stays."""
    return put(promise, officer_id=officer_id, unit_id=unit_id or promise.unit_id)


@action("promise.mark_broken")
def mark_broken(*, by: Actor, at: datetime, promise: Promise) -> Promise:
    """Write down that a promise is broken, once. From then on its due stands still and nothing is dated before."""
    if promise.broken_at is not None:
        return promise
    rules.may_break(at=at, late=promise.late_after, paused_at=promise.paused_at, closed=promise.closed)
    return put(promise, broken_at=at)


@action("promise.keep")
def keep(*, by: Actor, at: datetime, promise: Promise) -> Promise:
    """Keep a promise, early, on time or late; what it was is written once and for ever."""
    rules.not_before_broken(at=at, broken_at=promise.broken_at)
    rules.may_keep(at=at, made_at=promise.made_at, kept_at=promise.kept_at, released_at=promise.released_at)
    outcome = rules.outcome(kept_at=at, due_at=promise.due_at, late=promise.late_after)
    broken_at = promise.broken_at or (at if outcome is rules.Outcome.LATE else None)
    return put(promise, kept_at=at, paused_at=None, outcome=outcome.value, broken_at=broken_at)


@action("promise.release")
def release(*, by: Actor, at: datetime, promise: Promise) -> Promise:
    """End a promise that nobody owes any more: withdrawn, sent back, superseded. One that is late ends broken."""
    if promise.closed:
        return promise
    rules.not_before_broken(at=at, broken_at=promise.broken_at)
    late = min(at, promise.paused_at or at) > promise.late_after
    return put(promise, released_at=at, paused_at=None, broken_at=promise.broken_at or (at if late else None))
