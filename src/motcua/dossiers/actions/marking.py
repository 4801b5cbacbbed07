"""The register of accountability: every lateness is written to those who had it, once and for ever, and answered."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.dossiers import queries, rules
from motcua.dossiers.models import Dossier, Mark, MarkNote
from motcua.dossiers.rules import MarkKind, NoteKind, Verdict
from motcua.ledger.actions import action, add, change, standing, subject
from motcua.promises import actions as promises
from motcua.promises import queries as promised

__all__ = ["assess", "explain", "mark_lateness", "second_broken", "write_marks"]


@action("dossier.mark_lateness")
def mark_lateness(*, by: Actor, at: datetime, dossier_id: UUID) -> Dossier:
    """Write a lateness into the register at the moment it is first seen; a lateness written already stays as it is."""
    rules.may_draft(by=by)
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    write_marks(by=by, at=at, dossier=dossier)
    subject(dossier)
    return dossier


def write_marks(*, by: Actor, at: datetime, dossier: Dossier) -> None:
    """Write the marks that a dossier has earned by `at` and does not have: inside the act that saw it."""
    promise = dossier.promise
    if promise is None:
        return
    if not promised.is_broken(promise, at=at):
        return
    promises.mark_broken(by=by, at=at, promise=promise)
    earned = {MarkKind.FIRST: promise.due_at}
    if promise.extended_due_at is not None and second_broken(dossier, at=at):
        earned[MarkKind.SECOND] = promise.extended_due_at
    has = {row.kind for row in standing(dossier.marks.all(), lambda row: row.dossier_id == dossier.pk)}
    for kind, appointment in earned.items():
        if kind.value not in has:
            _write(by=by, at=at, dossier=dossier, kind=kind, appointment=appointment)
            change(dossier, touched_at=max(dossier.touched_at, at))  # nothing is dated before it any more


def _write(*, by: Actor, at: datetime, dossier: Dossier, kind: MarkKind, appointment: datetime) -> None:
    step = dossier.step
    called = "Hẹn trả" if kind is MarkKind.FIRST else "Hẹn lại"
    add(
        Mark(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            kind=kind.value,
            unit_id=dossier.unit_id,
            officer_id=dossier.officer_id,
            holder_id=step.officer_id if step else None,
            step=step.name if step else "",
            at=appointment,
            marked_at=at,
            ground=f"{called} {appointment.astimezone(ZONE):%H:%M %d/%m/%Y}, không giữ được",
        )
    )


def second_broken(dossier: Dossier, *, at: datetime) -> bool:
    """Whether the one new appointment of a dossier is broken: open past it, or ended after it."""
    promise = dossier.promise
    if promise is None or promise.extended_due_at is None:
        return False
    moment = promise.kept_at or promise.released_at or min(at, promise.paused_at or at)
    return moment > rules.second_late_after(extended_due_at=promise.extended_due_at, limit=promise.limit)


# -- what is said to a mark ------------------------------------------------------------------------------------


@action("mark.explain")
def explain(*, by: Actor, at: datetime, mark_id: UUID, text: str) -> Mark:
    """Those a lateness is written to, or the head of their unit, say how it came about. Added, never changed."""
    mark = queries.mark(by=by, mark_id=mark_id)
    people = frozenset(pk for pk in (mark.officer_id, mark.holder_id) if pk is not None)
    rules.may_explain(by=by, at=at, marked_at=mark.marked_at, people=people, unit_id=mark.unit_id, text=text)
    return _say(by=by, at=at, mark=mark, kind=NoteKind.EXPLANATION, verdict="", text=text)


@action("mark.assess")
def assess(*, by: Actor, at: datetime, mark_id: UUID, verdict: Verdict, text: str) -> Mark:
    """The chairman judges a lateness; a later judgment is added beside the earlier one."""
    mark = queries.mark(by=by, mark_id=mark_id)
    rules.may_assess(by=by, at=at, marked_at=mark.marked_at, text=text)
    return _say(by=by, at=at, mark=mark, kind=NoteKind.ASSESSMENT, verdict=verdict.value, text=text)


def _say(*, by: Actor, at: datetime, mark: Mark, kind: NoteKind, verdict: str, text: str) -> Mark:
    if len(text) > 4000:
        raise Refused("mark.long", "Nội dung quá dài, tối đa 4.000 chữ.", "At most 4,000 characters.", field="text")
    add(
        MarkNote(
            ward_id=by.ward_id,
            mark_id=mark.pk,
            kind=kind.value,
            verdict=verdict,
            text=text,
            at=at,
            by_name=by.name,
            by_title=by.title,
        )
    )
    subject(mark)
    return mark
