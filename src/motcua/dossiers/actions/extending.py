"""A new appointment with an apology (mẫu 04), at most once; the second goes to the chairman."""

from datetime import datetime
from uuid import UUID

from motcua import law
from motcua.acts import Actor, Refused, Role
from motcua.dossiers import queries, rules
from motcua.dossiers.actions.steps import touch
from motcua.dossiers.models import Dossier, Escalation, Extension
from motcua.dossiers.rules import Cause, ExtensionStatus, Status
from motcua.ledger.actions import action, add, alongside, change, note, number, standing, subject
from motcua.ledger.models import Record
from motcua.promises import actions as promises
from motcua.promises import rules as promise_rules
from motcua.promises.rules import ZONE

__all__ = [
    "approve_extension",
    "decide_escalation",
    "escalate",
    "propose_extension",
    "reject_extension",
    "request_extension",
    "send_apology",
]


def request_extension(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    reason: str,
    cause: Cause,
    new_due: datetime,
    seen: int | None = None,
) -> Dossier:
    """Propose a new appointment; a second one is refused and told to the chairman.

    Two acts on purpose: the refusal undoes the proposal, and the telling must stay.
    """
    try:
        return propose_extension(
            by=by, at=at, dossier_id=dossier_id, reason=reason, cause=cause, new_due=new_due, seen=seen
        )
    except Refused as no:
        if no.code == "extension.second":
            with alongside(_nothing):  # an idempotency key is not answered by the telling, but by the refusal
                escalate(by=by, at=at, dossier_id=dossier_id, reason=reason)
        raise


def _nothing(_: Record) -> None:
    """Keep nothing beside an act."""


@action("dossier.propose_extension")
def propose_extension(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    reason: str,
    cause: Cause,
    new_due: datetime,
    seen: int | None = None,
) -> Dossier:
    """Draft the apology with its reason and new date, for a leader to approve. Source: ND 61/2018 art. 19(9)."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    _may(by=by, at=at, dossier=dossier, reason=reason, approving=False)
    promise = dossier.promise
    if promise is None:
        raise RuntimeError(f"{dossier.code} is open without a promise")
    if _extensions(dossier, ExtensionStatus.PROPOSED):
        raise Refused(
            "extension.waiting",
            "Đã có phiếu xin lỗi chờ lãnh đạo duyệt.",
            "An apology already waits for a leader's approval.",
        )
    promise_rules.may_extend(extended_times=promise.extended_times, at=at, new_due=new_due, due_at=promise.appointment)
    add(
        Extension(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            status=ExtensionStatus.PROPOSED.value,
            cause=cause.value,
            reason=reason,
            old_due_at=promise.appointment,
            new_due_at=new_due,
            proposed_at=at,
            proposed_by=by.name,
        )
    )
    note(reason)
    return touch(by=by, at=at, dossier=dossier)


def _may(*, by: Actor, at: datetime, dossier: Dossier, reason: str, approving: bool) -> None:
    rules.may_extend(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        reason=reason,
        approving=approving,
        unit_id=dossier.unit_id,
        step_unit_id=dossier.step.unit_id if dossier.step else None,
        step_role=Role(dossier.step.role) if dossier.step else None,
    )


@action("dossier.escalate")
def escalate(*, by: Actor, at: datetime, dossier_id: UUID, reason: str) -> Dossier:
    """Tell the chairman that a second new appointment was asked for; at most one open matter per dossier."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    if not _open_matters(dossier):
        add(Escalation(ward_id=by.ward_id, dossier_id=dossier.pk, reason=reason, raised_at=at, raised_by=by.name))
    note(reason)
    return dossier


def _open_matters(dossier: Dossier) -> list[Escalation]:
    return standing(dossier.escalations.all(), lambda row: row.dossier_id == dossier.pk and row.decided_at is None)


@action("dossier.decide_escalation")
def decide_escalation(*, by: Actor, at: datetime, dossier_id: UUID, decision: str) -> Dossier:
    """The chairman says what is to be done about a dossier that would be late a second time."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.may_decide_escalation(by=by, at=at, last_at=dossier.touched_at)
    matters = _open_matters(dossier)
    if not matters:
        raise Refused("escalation.none", "Không có việc nào chờ quyết định.", "Nothing waits for a decision.")
    if not decision.strip():
        raise Refused("reason.missing", "Ghi quyết định.", "Write down the decision.", field="decision")
    change(matters[0], decided_at=at, decided_by=by.name, decision=decision)
    note(decision)
    return touch(by=by, at=at, dossier=dossier)


def _proposed(dossier: Dossier, *, status: ExtensionStatus) -> Extension:
    found = _extensions(dossier, status)
    if not found:
        raise Refused("extension.none", "Không có phiếu xin lỗi nào chờ việc này.", "No apology waits for this.")
    return found[0]


def _extensions(dossier: Dossier, *statuses: ExtensionStatus) -> list[Extension]:
    wanted = {status.value for status in statuses}
    return standing(dossier.extensions.all(), lambda row: row.dossier_id == dossier.pk and row.status in wanted)


@action("dossier.approve_extension")
def approve_extension(*, by: Actor, at: datetime, dossier_id: UUID, seen: int | None = None) -> Dossier:
    """A leader signs the apology: the new appointment holds, the first due stays, the letter has its number."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    extension = _proposed(dossier, status=ExtensionStatus.PROPOSED)
    _may(by=by, at=at, dossier=dossier, reason=extension.reason, approving=True)
    if dossier.promise is None:
        raise RuntimeError(f"{dossier.code} is open without a promise")
    promises.extend(by=by, at=at, promise=dossier.promise, new_due=extension.new_due_at, ground=extension.reason)
    change(
        extension,
        status=ExtensionStatus.APPROVED.value,
        approved_at=at,
        approved_by=by.name,
        approver_title=by.title,
    )
    local = at.astimezone(ZONE)
    title = str(law.rule("FORM_SET", on=local.date()).value)
    number(
        ward_id=by.ward_id,
        series=f"apology:{local.year}",
        row=extension,
        field="number",
        form=lambda n: f"{n:02d}/{'PXL' if title == 'TT01-2018' else 'XL'}-UBND",
    )
    return touch(by=by, at=at, dossier=dossier)


@action("dossier.reject_extension")
def reject_extension(*, by: Actor, at: datetime, dossier_id: UUID, reason: str, seen: int | None = None) -> Dossier:
    """A leader sends the apology back; the appointment stays as it was."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    _may(by=by, at=at, dossier=dossier, reason=reason, approving=True)
    extension = _proposed(dossier, status=ExtensionStatus.PROPOSED)
    change(extension, status=ExtensionStatus.REJECTED.value, answer=reason)
    note(reason)
    return touch(by=by, at=at, dossier=dossier)


@action("dossier.send_apology")
def send_apology(*, by: Actor, at: datetime, dossier_id: UUID, way: str, proof: str) -> Dossier:
    """The apology reached the applicant: by which way, with what proof."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    extension = _proposed(dossier, status=ExtensionStatus.APPROVED)
    rules.may_send_apology(
        by=by,
        at=at,
        approved_at=extension.approved_at or at,
        unit_id=dossier.unit_id,
        way=way,
        proof=proof,
    )
    change(extension, status=ExtensionStatus.SENT.value, sent_at=at, sent_way=way[:40], proof=proof[:300])
    subject(dossier)
    return dossier
