"""The apology (mẫu 04): drafted in time, given its reason by a person, signed by a leader, sent with proof. Once.

While the dossier is open the apology carries its one new appointment. When the dossier has ended late it only says
sorry: a breach ends with exactly one apology, and a promise that was kept with none.
"""

from datetime import datetime
from uuid import UUID

from motcua import law
from motcua.acts import Actor, Refused, Role
from motcua.clock import Calendar
from motcua.dossiers import queries, rules
from motcua.dossiers.actions.escalating import escalate
from motcua.dossiers.actions.steps import touch
from motcua.dossiers.models import Dossier, Extension
from motcua.dossiers.rules import OPEN, Cause, ExtensionStatus, Status
from motcua.ledger.actions import action, add, alongside, change, note, number, standing, subject
from motcua.ledger.models import Record
from motcua.promises import actions as promises
from motcua.promises import queries as promised
from motcua.promises import rules as promise_rules
from motcua.promises.models import Promise
from motcua.promises.rules import ZONE

__all__ = [
    "approve_extension",
    "draft_apology",
    "drop_apology",
    "give_reason",
    "propose_extension",
    "reject_extension",
    "request_extension",
    "send_apology",
]

DRAFTED, PROPOSED = ExtensionStatus.DRAFTED, ExtensionStatus.PROPOSED


# -- by the house ----------------------------------------------------------------------------------------------


@action("dossier.draft_apology")
def draft_apology(*, by: Actor, at: datetime, dossier_id: UUID) -> Dossier:
    """Draft form 04 with the new appointment the clock proposes; the reason is left for the officer.

    A draft nobody answered until its own day gets another. Nothing happens when there is one already, or when there
    is nothing to fear any more: sweeps repeat themselves.
    """
    rules.may_draft(by=by)
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    subject(dossier)
    slip = _slip(dossier)
    calendar = queries.pinned(by=by, dossier=dossier).calendar
    if slip is not None and slip.status != ExtensionStatus.DROPPED.value:
        stale = slip.status == DRAFTED.value and slip.new_due_at is not None and slip.new_due_at <= at
        if stale and _open(dossier):
            change(slip, **_proposal(dossier, at=at, calendar=calendar))
        return dossier
    if not (_broken(dossier, at) or _in_lead(dossier, at=at, calendar=calendar)):
        return dossier
    _put(
        by=by,
        dossier=dossier,
        slip=slip,
        status=DRAFTED.value,
        cause="",
        reason="",
        answer="",
        drafted_at=at,
        proposed_at=None,
        proposed_by="",
        **_proposal(dossier, at=at, calendar=calendar),
    )
    return dossier


def _proposal(dossier: Dossier, *, at: datetime, calendar: Calendar) -> dict[str, datetime | None]:
    """The old appointment and the one the clock proposes; none for a dossier that has ended."""
    promise = _promise(dossier)
    proposed = rules.new_appointment(
        counted_from=promise.counted_from,
        due_at=promise.due_at,
        appointment=promise.appointment,
        at=at,
        calendar=calendar,
    )
    return {"old_due_at": promise.appointment, "new_due_at": proposed if _open(dossier) else None}


@action("dossier.drop_apology")
def drop_apology(*, by: Actor, at: datetime, dossier_id: UUID) -> Dossier:
    """No letter for a promise that was kept, nor a draft of ours for one whose due has moved away."""
    rules.may_draft(by=by)
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    promise, slip = _promise(dossier), _slip(dossier)
    if slip is None or slip.status not in {DRAFTED.value, PROPOSED.value} or _broken(dossier, at):
        return dossier
    ours = slip.status == DRAFTED.value and slip.old_due_at != promise.appointment
    if _open(dossier) and not ours:
        return dossier
    change(slip, status=ExtensionStatus.DROPPED.value)
    subject(dossier)
    return dossier


def _in_lead(dossier: Dossier, *, at: datetime, calendar: Calendar) -> bool:
    promise = _promise(dossier)
    if promise.closed or promise.paused_at is not None or at > promise.late_after:
        return False
    return rules.in_lead(due_at=promise.due_at, made_at=promise.made_at, leads=rules.leads(at=at, calendar=calendar))


# -- by people -------------------------------------------------------------------------------------------------


def request_extension(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    reason: str,
    cause: Cause,
    new_due: datetime | None = None,
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
    new_due: datetime | None = None,
    seen: int | None = None,
) -> Dossier:
    """Begin the apology oneself, or take over the draft, for a leader to approve. Source: ND 61/2018 art. 19(9)."""
    dossier = _opened(by=by, at=at, dossier_id=dossier_id, reason=reason, seen=seen)
    slip = _slip(dossier)
    _unsettled(dossier, slip, at=at, new_due=new_due)
    return _put_forward(by=by, at=at, dossier=dossier, slip=slip, reason=reason, cause=cause, new_due=new_due)


@action("dossier.give_reason")
def give_reason(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    reason: str,
    cause: Cause,
    new_due: datetime | None = None,
    seen: int | None = None,
) -> Dossier:
    """Give the draft its reason, and another day where the clock's proposal does not fit; it goes to a leader."""
    dossier = _opened(by=by, at=at, dossier_id=dossier_id, reason=reason, seen=seen)
    slip = _waiting(dossier, DRAFTED)
    return _put_forward(by=by, at=at, dossier=dossier, slip=slip, reason=reason, cause=cause, new_due=new_due)


def _opened(*, by: Actor, at: datetime, dossier_id: UUID, reason: str, seen: int | None) -> Dossier:
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_give_reason(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        broken=_broken(dossier, at),
        reason=reason,
        unit_id=dossier.unit_id,
        step_unit_id=dossier.step.unit_id if dossier.step else None,
        step_role=Role(dossier.step.role) if dossier.step else None,
    )
    return dossier


def _unsettled(dossier: Dossier, slip: Extension | None, *, at: datetime, new_due: datetime | None) -> None:
    """One that waits for a leader is not proposed again; one that was signed makes the next a second appointment."""
    if slip is None or slip.status in {DRAFTED.value, ExtensionStatus.DROPPED.value}:
        return
    if slip.status != PROPOSED.value and _open(dossier):
        _fit(dossier, at=at, new_due=new_due)
    raise Refused(
        "extension.waiting",
        "Đã có phiếu xin lỗi chờ lãnh đạo duyệt.",
        "An apology already waits for a leader's approval.",
    )


def _put_forward(
    *,
    by: Actor,
    at: datetime,
    dossier: Dossier,
    slip: Extension | None,
    reason: str,
    cause: Cause,
    new_due: datetime | None,
) -> Dossier:
    promise = _promise(dossier)
    chosen = None
    if _open(dossier):
        chosen = new_due or (slip.new_due_at if slip else None)
        _fit(dossier, at=at, new_due=chosen)
    _put(
        by=by,
        dossier=dossier,
        slip=slip,
        status=PROPOSED.value,
        cause=cause.value,
        reason=reason,
        old_due_at=promise.appointment,
        new_due_at=chosen,
        proposed_at=at,
        proposed_by=by.name,
    )
    note(reason)
    return touch(by=by, at=at, dossier=dossier)


def _fit(dossier: Dossier, *, at: datetime, new_due: datetime | None) -> None:
    """An open dossier gets one new appointment, later than the old one and ahead."""
    promise = _promise(dossier)
    if new_due is None:
        raise Refused("extension.day", "Chưa ghi ngày hẹn lại.", "The new day is missing.", field="new_due")
    promise_rules.may_extend(extended_times=promise.extended_times, at=at, new_due=new_due, due_at=promise.appointment)


def _put(*, by: Actor, dossier: Dossier, slip: Extension | None, **fields: object) -> Extension:
    """Write the one slip of a dossier: a new row, or the one that was drafted or dropped."""
    if slip is not None:
        return change(slip, **fields)
    return add(Extension(ward_id=by.ward_id, dossier_id=dossier.pk, **fields))


@action("dossier.approve_extension")
def approve_extension(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    reason: str | None = None,
    cause: Cause | None = None,
    new_due: datetime | None = None,
    seen: int | None = None,
) -> Dossier:
    """A leader signs the apology: the new appointment holds, the first due stays, the letter has its number.

    What the leader gives replaces what the officer wrote, old → new in the act; a draft without a reason is signed
    only with the leader's own.
    """
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    slip = _waiting(dossier, PROPOSED, DRAFTED)
    said = slip.reason if reason is None else reason
    why = slip.cause if cause is None else cause.value
    _may_sign(by=by, at=at, dossier=dossier, reason=said, cause=why)
    promise, chosen = _promise(dossier), None
    if _open(dossier):
        chosen = new_due or slip.new_due_at
        _fit(dossier, at=at, new_due=chosen)
    change(
        slip,
        status=ExtensionStatus.APPROVED.value,
        reason=said,
        cause=why,
        old_due_at=promise.appointment,
        new_due_at=chosen,
        proposed_at=slip.proposed_at or at,
        proposed_by=slip.proposed_by or by.name,
        approved_at=at,
        approved_by=by.name,
        approver_title=by.title,
    )
    if chosen is not None:
        promises.extend(by=by, at=at, promise=promise, new_due=chosen, ground=said)
    _number(by=by, at=at, slip=slip)
    return touch(by=by, at=at, dossier=dossier)


def _number(*, by: Actor, at: datetime, slip: Extension) -> None:
    """Owe the letter its number: one series a year, its mark by the set of forms of the day."""
    local = at.astimezone(ZONE)
    title = str(law.rule("FORM_SET", on=local.date()).value)
    number(
        ward_id=by.ward_id,
        series=f"apology:{local.year}",
        row=slip,
        field="number",
        form=lambda n: f"{n:02d}/{'PXL' if title == 'TT01-2018' else 'XL'}-UBND",
    )


@action("dossier.reject_extension")
def reject_extension(*, by: Actor, at: datetime, dossier_id: UUID, reason: str, seen: int | None = None) -> Dossier:
    """A leader sends the apology back with a word; it is the officer's draft again, the appointment stays."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    slip = _waiting(dossier, PROPOSED)
    _may_sign(by=by, at=at, dossier=dossier, reason=reason, cause=slip.cause)
    change(slip, status=DRAFTED.value, answer=reason)
    note(reason)
    return touch(by=by, at=at, dossier=dossier)


def _may_sign(*, by: Actor, at: datetime, dossier: Dossier, reason: str, cause: str) -> None:
    rules.may_approve(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        broken=_broken(dossier, at),
        reason=reason,
        cause=cause,
    )


@action("dossier.send_apology")
def send_apology(*, by: Actor, at: datetime, dossier_id: UUID, way: str, proof: str) -> Dossier:
    """The apology reached the applicant: by which way, with what proof; also by the house, when a gateway proves it."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    slip = _waiting(dossier, ExtensionStatus.APPROVED)
    rules.may_send_apology(
        by=by,
        at=at,
        approved_at=slip.approved_at or at,
        unit_id=dossier.unit_id,
        way=way,
        proof=proof,
    )
    change(slip, status=ExtensionStatus.SENT.value, sent_at=at, sent_way=way[:40], proof=proof[:300])
    subject(dossier)
    return dossier


# -- what there is ---------------------------------------------------------------------------------------------


def _slip(dossier: Dossier) -> Extension | None:
    """The one apology of a dossier, however it stands; those rejected long ago do not count."""
    gone = ExtensionStatus.REJECTED.value
    found = standing(dossier.extensions.all(), lambda row: row.dossier_id == dossier.pk and row.status != gone)
    return found[0] if found else None


def _waiting(dossier: Dossier, *statuses: ExtensionStatus) -> Extension:
    slip = _slip(dossier)
    if slip is None or slip.status not in {status.value for status in statuses}:
        raise Refused("extension.none", "Không có phiếu xin lỗi nào chờ việc này.", "No apology waits for this.")
    return slip


def _promise(dossier: Dossier) -> Promise:
    if dossier.promise is None:
        raise Refused("apology.no_promise", "Hồ sơ này chưa hẹn ngày trả.", "This dossier has no appointment yet.")
    return dossier.promise


def _open(dossier: Dossier) -> bool:
    return Status(dossier.status) in OPEN


def _broken(dossier: Dossier, at: datetime) -> bool:
    return promised.is_broken(_promise(dossier), at=at)
