"""Money owed to the state: every duty is a record of its own; the dossier's fee and money state follow from them."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.dossiers import queries, rules
from motcua.dossiers.actions.asking import pause_by_rule, rule_basis, run_on, station
from motcua.dossiers.actions.steps import touch
from motcua.dossiers.models import Dossier, Payment
from motcua.dossiers.rules import PaymentKind, PayWay, Status
from motcua.ledger.actions import action, add, change, note

__all__ = ["cancel_payment", "require_payment", "take_payment"]


def _settled(*, by: Actor, at: datetime, dossier: Dossier, rows: Iterable[Payment], ground: str) -> Dossier:
    """Let the dossier agree with its payments; one that waited for money and waits no longer runs on."""
    duties = [row.duty for row in rows]
    plan = queries.pinned(by=by, dossier=dossier).plan
    changes: dict[str, object] = {
        "fee": rules.total_of(duties),
        "money": rules.money_of(duties, plan_fee=plan.fee, exemption=dossier.exemption).value,
    }
    status = Status(dossier.status)
    if status is Status.OWING and not rules.holds_clock(duties):
        run_on(by=by, at=at, dossier=dossier, ground=ground)
        changes["status"] = Status.PROCESSING.value
    elif status is Status.PROCESSING and rules.holds_clock(duties):
        basis = rule_basis("FINANCIAL_DUTY_CLOCK", at)
        pause_by_rule(by=by, at=at, dossier=dossier, rule="FINANCIAL_DUTY_CLOCK", ground="payment", basis=basis)
        changes["status"] = Status.OWING.value
    return touch(by=by, at=at, dossier=dossier, **changes)


def _open(rows: Iterable[Payment], wanted: Iterable[UUID] | None) -> list[Payment]:
    """The open duties that are meant: all of them, or the ones named. Raises Refused `payment.unknown`."""
    open_ones = {row.pk: row for row in rows if row.duty.open}
    if wanted is None:
        return list(open_ones.values())
    chosen = set(wanted)
    if not chosen or not chosen <= open_ones.keys():
        raise Refused(
            "payment.unknown",
            "Khoản đã chọn không còn chờ nộp. Mở lại hồ sơ rồi chọn lại.",
            "The chosen payment is no longer due. Reload the dossier and choose again.",
            field="payments",
        )
    return [row for pk, row in open_ones.items() if pk in chosen]


@action("dossier.require_payment")
def require_payment(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    amount: Decimal,
    reason: str,
    kind: PaymentKind = PaymentKind.DUTY,
    basis: str = "",
    seen: int | None = None,
) -> Dossier:
    """Financial duty arises in processing (tax, fee): the promise pauses until it is paid (FINANCIAL_DUTY_CLOCK)."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_require_payment(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        **station(by=by, dossier=dossier),
        amount=amount,
        reason=reason,
    )
    rows = queries.payments(dossier)
    asked = add(
        Payment(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            number=len(rows) + 1,
            kind=kind.value,
            stage=rules.Stage.PROCESSING.value,
            amount=amount,
            reason=reason,
            basis=basis,
            asked_at=at,
            asked_by=by.name,
        )
    )
    note(reason)
    return _settled(by=by, at=at, dossier=dossier, rows=[*rows, asked], ground="")


@action("dossier.take_payment")
def take_payment(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    payments: tuple[UUID, ...] | None = None,
    receipt: str = "",
    way: PayWay | None = None,
    remark: str = "",
    seen: int | None = None,
) -> Dossier:
    """What is due is paid: all of it, or the duties named. A dossier that waited for them runs on.

    Raises Refused `payment.none`, `payment.unknown`.
    """
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_take_payment(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        money=rules.Money(dossier.money),
        unit_id=dossier.unit_id,
    )
    rows = queries.payments(dossier)
    for row in _open(rows, payments):
        change(row, paid_at=at, receipt=receipt, way=way.value if way else "", taken_by=by.name)
    note(remark)
    change(dossier, paid_at=at)
    return _settled(by=by, at=at, dossier=dossier, rows=rows, ground="Đã thực hiện nghĩa vụ tài chính")


@action("dossier.cancel_payment")
def cancel_payment(
    *, by: Actor, at: datetime, dossier_id: UUID, payment_id: UUID, reason: str, seen: int | None = None
) -> Dossier:
    """A duty nobody has paid falls away: asked for by mistake, exempt after all. What was paid is not cancelled."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_cancel_payment(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        money=rules.Money(dossier.money),
        unit_id=dossier.unit_id,
        reason=reason,
    )
    rows = queries.payments(dossier)
    for row in _open(rows, [payment_id]):
        change(row, cancelled_at=at, cancelled_by=by.name, cancel_reason=reason)
    note(reason)
    return _settled(by=by, at=at, dossier=dossier, rows=rows, ground="Khoản phải nộp đã hủy")
