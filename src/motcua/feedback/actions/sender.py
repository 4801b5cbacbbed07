"""What a sender does with the receipt: add, rate the answer, ask for another look."""

from datetime import datetime
from uuid import UUID

from motcua import clock
from motcua.acts import Actor, Refused
from motcua.feedback import queries, rules
from motcua.feedback.actions.owing import in_order, owe, stop_owing, touch
from motcua.feedback.actions.receiving import said_by_sender
from motcua.feedback.models import Case, Word
from motcua.feedback.queries import cases
from motcua.feedback.rules import OPEN, Clock, Side, Status
from motcua.ledger.actions import action, add

__all__ = ["add_words", "rate", "reopen"]


@action("feedback.add_words")
def add_words(*, by: Actor, at: datetime, case_id: UUID, text: str, photos: tuple[bytes, ...] = ()) -> Case:
    """The sender adds something while it is open; no clock moves."""
    case = queries.locked(by=by, case_id=case_id)
    in_order(case, at=at)
    if Status(case.status) not in OPEN:
        raise Refused(
            "feedback.closed",
            "Phản ánh này đã kết thúc nên không ghi thêm được.",
            "This feedback has ended; nothing can be added.",
        )
    said_by_sender(by=by, at=at, case=case, text=text, photos=photos)
    return touch(by=by, at=at, case=case)


@action("feedback.rate")
def rate(*, by: Actor, at: datetime, case_id: UUID, liked: bool) -> Case:
    """The sender says whether the answer was good; they may change their mind. Source: QĐ 766 5.3."""
    case = queries.locked(by=by, case_id=case_id)
    in_order(case, at=at)
    rules.may_rate(Status(case.status))
    return touch(by=by, at=at, case=case, liked=liked, liked_at=at)


@action("feedback.reopen")
def reopen(*, by: Actor, at: datetime, case_id: UUID, text: str) -> Case:
    """The sender is not satisfied: another look, with a promise of its own; the first answer stays what it was.

    What followed another feedback goes its own way from here. Raises Refused `feedback.reopened`,
    `feedback.reopen_late`.
    """
    case = queries.locked(by=by, case_id=case_id)
    in_order(case, at=at)
    calendar = cases.calendar_of(case.ward_id)
    limit = rules.reopen_days(at=at)
    rules.may_reopen(
        status=Status(case.status),
        reopened=case.reopened,
        most=rules.reopen_most(at=at),
        at=at,
        until=clock.due(start=case.answered_at, limit=limit, calendar=calendar).at if case.answered_at else None,
    )
    _keep_shared_answer(case)
    said_by_sender(by=by, at=at, case=case, text=text, photos=())
    stop_owing(by=by, at=at, case=case, ground="Xem lại")
    touch(
        by=by,
        at=at,
        case=case,
        status=Status.HANDLING.value,
        reopened=case.reopened + 1,
        liked=False,
        liked_at=at,
        merged_into=None,
        merged_at=None,
    )
    promise = owe(by=by, at=at, case=case, which=Clock.HANDLE, start=at)
    return touch(by=by, at=at, case=case, promise=promise, complete_at=at)


def _keep_shared_answer(case: Case) -> None:
    """What followed another feedback takes along the answer that was given to both."""
    given = cases.given_answer(case) if case.merged_into_id else None
    if given is not None and case.answered_at is not None:
        add(
            Word(
                ward_id=case.ward_id,
                case_id=case.pk,
                side=Side.OFFICE.value,
                text=given.text,
                at=case.answered_at,
                by_name=given.approved_by,
            )
        )
