"""What an applicant owes in đồng: one record a duty, from which the money state of the dossier follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from motcua.acts import Actor, Refused, Role
from motcua.dossiers.rules.handling import door_or_unit, in_order, may_ask_supplement, reason_given, works_on
from motcua.dossiers.rules.states import OPEN, Money, Stage, Status

__all__ = [
    "Duty",
    "PayWay",
    "PaymentKind",
    "due_of",
    "fee_at_door",
    "holds_clock",
    "may_cancel_payment",
    "may_require_payment",
    "may_take_payment",
    "money_of",
    "total_of",
]


class PaymentKind(StrEnum):
    """What kind of money is asked for. The catalogue does not tell phí from lệ phí, so neither do we."""

    FEE = "fee"  # phí, lệ phí
    DUTY = "duty"  # nghĩa vụ tài chính: thuế, tiền sử dụng đất
    OTHER = "other"


class PayWay(StrEnum):
    """How it was paid."""

    CASH = "cash"
    TRANSFER = "transfer"
    ONLINE = "online"
    TREASURY = "treasury"  # nộp thẳng vào ngân sách: kho bạc, ngân hàng, cơ quan thuế


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One payment as far as the money state depends on it."""

    amount: Decimal
    stage: Stage
    paid: bool = False
    cancelled: bool = False

    @property
    def open(self) -> bool:
        """Still to be paid."""
        return not self.paid and not self.cancelled


def fee_at_door(*, plan_fee: Decimal | None, exemption: str) -> Decimal:
    """What is owed at intake: the fee of the catalogue, nothing for whoever is exempt."""
    return plan_fee if plan_fee and not exemption else Decimal(0)


def total_of(duties: Iterable[Duty]) -> Decimal:
    """Everything asked for and not cancelled, paid or not."""
    return sum((duty.amount for duty in duties if not duty.cancelled), Decimal(0))


def due_of(duties: Iterable[Duty]) -> Decimal:
    """What is still to be paid."""
    return sum((duty.amount for duty in duties if duty.open), Decimal(0))


def money_of(duties: Iterable[Duty], *, plan_fee: Decimal | None, exemption: str) -> Money:
    """The money state: due while anything is open; without any duty, exempt from the catalogue's fee or nothing."""
    standing = [duty for duty in duties if not duty.cancelled]
    if any(duty.open for duty in standing):
        return Money.DUE
    if standing:
        return Money.PAID
    return Money.EXEMPT if plan_fee and exemption else Money.NONE


def holds_clock(duties: Iterable[Duty]) -> bool:
    """Whether a duty that arose in processing is open: the dossier waits for it. A fee of the door stops no clock."""
    return any(duty.open and duty.stage is Stage.PROCESSING for duty in duties)


def may_require_payment(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    unit_id: UUID,
    step_unit_id: UUID | None,
    step_role: Role | None,
    can_pause: bool,
    amount: Decimal,
    reason: str,
) -> None:
    """Ask for money in processing, as a supplement is asked for; also while another duty is already waited for."""
    if amount <= 0:
        raise Refused(
            "payment.amount", "Số tiền phải lớn hơn 0 đồng.", "The amount must be above zero.", field="amount"
        )
    may_ask_supplement(
        by=by,
        at=at,
        last_at=last_at,
        status=Status.PROCESSING if status is Status.OWING else status,
        unit_id=unit_id,
        step_unit_id=step_unit_id,
        step_role=step_role,
        can_pause=can_pause,
        asked_times=0,
        items=("payment",),
        reason=reason,
        override_basis="",
    )


def _due(*, at: datetime, last_at: datetime, status: Status, money: Money) -> None:
    if money is not Money.DUE or status not in OPEN | {Status.FINISHED}:
        raise Refused("payment.none", "Hồ sơ này không còn khoản phải nộp.", "Nothing is due on this dossier.")
    in_order(at=at, last_at=last_at)


def may_take_payment(
    *, by: Actor, at: datetime, last_at: datetime, status: Status, money: Money, unit_id: UUID
) -> None:
    """Take what is due on a dossier that is in process or ready to be handed over."""
    _due(at=at, last_at=last_at, status=status, money=money)
    door_or_unit(by=by, unit_id=unit_id)


def may_cancel_payment(
    *, by: Actor, at: datetime, last_at: datetime, status: Status, money: Money, unit_id: UUID, reason: str
) -> None:
    """Drop a duty nobody has paid: the unit that processes, or a leader; the counter only takes money."""
    _due(at=at, last_at=last_at, status=status, money=money)
    works_on(by=by, unit_id=unit_id, step_unit_id=None, step_role=None)
    reason_given(reason)
