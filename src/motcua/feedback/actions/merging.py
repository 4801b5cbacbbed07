"""The same matter sent twice: one follows the other. Both receipts live on, both senders are answered."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.feedback import queries
from motcua.feedback.actions.owing import keep, opened, owe, owe_answer, touch, wanted
from motcua.feedback.models import Case
from motcua.feedback.rules import Clock, Status, Verb
from motcua.ledger.actions import action, note, subject

__all__ = ["merge", "unmerge"]

MAIN = frozenset({s.value for s in (Status.HANDLING, Status.WAITING, Status.ANSWERED, Status.PUBLISHED, Status.CLOSED)})


@action("feedback.merge")
def merge(*, by: Actor, at: datetime, case_id: UUID, into: UUID, seen: int | None = None) -> Case:
    """Let a feedback follow another one that was accepted or answered; what that one is told, this one is told too.

    Its own promise runs on and is kept with the answer; where there is one already, it is answered now.
    """
    main = queries.locked(by=by, case_id=into)
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.MERGE, seen=seen)
    subject(case)
    if main.pk == case.pk or main.merged_into_id is not None or main.status not in MAIN:
        raise Refused(
            "feedback.main",
            "Chỉ gộp vào phản ánh đã tiếp nhận và không theo phản ánh khác.",
            "It can only follow feedback that was accepted and follows no other.",
            field="into",
        )
    unit = main.unit_id or case.unit_id
    promise = case.promise
    if case.status != Status.HANDLING.value and unit is not None:
        keep(by=by, at=at, case=case)
        promise = owe_answer(by=by, at=at, case=case, unit_id=unit)
    touch(
        by=by,
        at=at,
        case=case,
        status=Status.HANDLING.value,
        merged_into=main,
        merged_at=at,
        unit_id=unit,
        officer_id=main.officer_id,
        promise=promise,
    )
    touch(by=by, at=at, case=main)
    return _catch_up(by=by, at=at, case=case, main=main)


def _catch_up(*, by: Actor, at: datetime, case: Case, main: Case) -> Case:
    """Stand where the main one stands already."""
    if main.status in {Status.HANDLING.value, Status.WAITING.value}:
        return case
    keep(by=by, at=at, case=case)
    running = None
    if main.status == Status.ANSWERED.value:
        running = owe(by=by, at=at, case=case, which=Clock.PUBLISH, start=at)
    return touch(by=by, at=at, case=case, status=main.status, promise=running, answered_at=at)


@action("feedback.unmerge")
def unmerge(*, by: Actor, at: datetime, case_id: UUID, reason: str, seen: int | None = None) -> Case:
    """It was another matter after all: it goes its own way again, with its own promise as it always was."""
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.UNMERGE, seen=seen)
    note(wanted(reason, field="reason", vi="Cần nêu lý do tách.", en="A reason is needed."))
    return touch(by=by, at=at, case=case, merged_into=None, merged_at=None)
