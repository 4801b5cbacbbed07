"""The promises of a feedback, and the frame of every act on one. The only place here that calls `promises.actions`."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.clock import Channel
from motcua.feedback import queries, rules
from motcua.feedback.models import Case, Stage
from motcua.feedback.queries import cases
from motcua.feedback.rules import Clock, Status, Verb
from motcua.ledger.actions import add, change
from motcua.offices import queries as offices
from motcua.promises import actions as promises
from motcua.promises.models import Promise
from motcua.promises.rules import Kind

__all__ = ["decided", "keep", "measure", "opened", "owe", "owe_answer", "stop_owing", "touch", "wanted"]


def opened(*, by: Actor, at: datetime, case_id: UUID, verb: Verb, seen: int | None) -> Case:
    """The feedback, locked, if the actor may do this to it now and saw its newest state."""
    case = queries.locked(by=by, case_id=case_id)
    in_order(case, at=at)
    rules.not_moved(seen=seen, version=case.seen_no, by_name=case.touched_by, at=case.touched_at)
    rules.may(verb=verb, by=by, facts=queries.facts(case, at=at))
    return case


def in_order(case: Case, *, at: datetime) -> None:
    """Acts on a feedback follow one another."""
    if at < case.touched_at:
        raise Refused(
            "feedback.before_last",
            "Giờ của việc này sớm hơn việc đã ghi trước đó.",
            "This act would come before the one already recorded.",
        )


def wanted(text: str, *, field: str, vi: str, en: str) -> str:
    """A text that must say something. Raises Refused `feedback.<field>`."""
    if not text.strip():
        raise Refused(f"feedback.{field}", vi, en, field=field)
    return text.strip()


def touch(*, by: Actor, at: datetime, case: Case, **fields: object) -> Case:
    """Change a feedback and say who did so last."""
    return change(case, **fields, seen_no=case.seen_no + 1, touched_at=at, touched_by=by.name)


def owe(*, by: Actor, at: datetime, case: Case, which: Clock, start: datetime, unit_id: UUID | None = None) -> Promise:
    """Promise a part of the way, counted from `start`; the current round of it."""
    promise = promises.make(
        by=by,
        at=at,
        kind=Kind.FEEDBACK,
        unit_id=unit_id or case.unit_id or centre(case.ward_id),
        officer_id=case.officer_id,
        start=start,
        limit=rules.limit(which, at=at),
        calendar=cases.calendar_of(case.ward_id),
        channel=cases.counted_as(case) if start == case.lodged_at else Channel.DIRECT,
    )
    add(Stage(ward_id=case.ward_id, case_id=case.pk, clock=which.value, round=case.reopened, promise=promise))
    return promise


def centre(ward_id: UUID) -> UUID:
    """The unit that owes the first look. Raises Refused `feedback.no_centre` in a ward that is not set up."""
    try:
        return offices.unit_map(ward_id).centre
    except KeyError:
        raise Refused(
            "feedback.no_centre",
            "Phường chưa mở nơi nhận phản ánh. Mời ông bà gọi hoặc đến phường.",
            "The ward does not receive feedback here yet. Please call or come.",
        ) from None


def measure(*, by: Actor, at: datetime, case: Case, which: Clock) -> None:
    """Write down whether something that is done now was done in its time."""
    promise = owe(by=by, at=at, case=case, which=which, start=case.complete_at)
    promises.keep(by=by, at=at, promise=promise)


def keep(*, by: Actor, at: datetime, case: Case) -> None:
    """Keep the promise that runs."""
    if case.promise is not None and not case.promise.closed:
        promises.keep(by=by, at=at, promise=case.promise)


def stop_owing(*, by: Actor, at: datetime, case: Case, ground: str) -> None:
    """End the promise that runs: nobody owes it any more. What was late stays late, time waited for is not lateness."""
    promise = case.promise
    if promise is not None and not promise.closed:
        promises.resume(by=by, at=at, promise=promise, calendar=cases.calendar_of(case.ward_id), ground=ground)
        promises.release(by=by, at=at, promise=promise)


def decided(*, by: Actor, at: datetime, case: Case, ground: str) -> bool:
    """The way at the door is chosen: true when that was only now, so that its own promise is kept."""
    if case.status in {Status.NEW.value, Status.PENDING.value}:
        keep(by=by, at=at, case=case)
        return True
    stop_owing(by=by, at=at, case=case, ground=ground)
    return False


def owe_answer(*, by: Actor, at: datetime, case: Case, unit_id: UUID) -> Promise:
    """Promise the answer, counted from the receipt (QĐ 766 5.2), owed by the unit that handles it."""
    return owe(by=by, at=at, case=case, which=Clock.HANDLE, start=case.lodged_at, unit_id=unit_id)
