"""Asking another body, with a deadline (ND 61/2018 art. 19(5)–(7))."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, Refused, Role
from motcua.clock import Limit
from motcua.dossiers import queries, rules
from motcua.dossiers.actions.steps import touch
from motcua.dossiers.models import Consultation, Dossier
from motcua.dossiers.rules import Status
from motcua.ledger.actions import action, add, change, note, standing
from motcua.promises import actions as promises
from motcua.promises.rules import Kind

__all__ = ["answer", "consult"]


@action("dossier.consult")
def consult(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    body: str,
    question: str,
    limit: Limit,
    seen: int | None = None,
) -> Dossier:
    """Ask another body for its opinion by a deadline. The clock of the dossier goes on."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_consult(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        unit_id=dossier.unit_id,
        step_unit_id=dossier.step.unit_id if dossier.step else None,
        step_role=Role(dossier.step.role) if dossier.step else None,
        body=body,
        question=question,
    )
    context = queries.pinned(by=by, dossier=dossier)
    promise = promises.make(
        by=by,
        at=at,
        kind=Kind.CONSULTATION,
        unit_id=dossier.unit_id,
        officer_id=None,
        start=at,
        limit=limit,
        calendar=context.calendar,
    )
    add(
        Consultation(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            body=body,
            question=question,
            asked_at=at,
            asked_by=by.name,
            promise=promise,
        )
    )
    note(question)
    return touch(by=by, at=at, dossier=dossier)


@action("dossier.answer")
def answer(*, by: Actor, at: datetime, dossier_id: UUID, consultation_id: UUID, text: str) -> Dossier:
    """Write down what the other body answered."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.may_answer(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        unit_id=dossier.unit_id,
        step_unit_id=dossier.step.unit_id if dossier.step else None,
        step_role=Role(dossier.step.role) if dossier.step else None,
    )
    waiting = standing(
        dossier.consultations.select_related("promise"),
        lambda row: row.pk == consultation_id and row.answered_at is None,
    )
    if not waiting:
        raise Refused("consultation.none", "Không có câu hỏi phối hợp nào đang chờ.", "No such question is waiting.")
    if not text.strip():
        raise Refused("consultation.text", "Ghi nội dung trả lời.", "Write down the answer.", field="text")
    asked = waiting[0]
    promises.keep(by=by, at=at, promise=asked.promise)
    change(asked, answered_at=at, answer=text)
    note(text)
    return touch(by=by, at=at, dossier=dossier)
