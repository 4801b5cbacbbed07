"""Which verbs an actor may do on a dossier now. Hiding a button is only kindness: the actions ask as well."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.dossiers.rules.apologies import may_approve, may_decide_escalation, may_give_reason, may_send_apology
from motcua.dossiers.rules.handling import (
    LEADERS,
    in_order,
    may_advance,
    may_answer,
    may_ask_supplement,
    may_assign,
    may_consult,
    may_finish_otherwise,
    may_resume,
    may_return,
    may_send_back,
    may_withdraw,
)
from motcua.dossiers.rules.intake import may_decide
from motcua.dossiers.rules.paying import may_cancel_payment, may_require_payment, may_take_payment
from motcua.dossiers.rules.states import OPEN, Cause, ExtensionStatus, Money, ReturnWay, Status

__all__ = ["Facts", "Verb", "may", "may_work", "offers"]


class Verb(StrEnum):
    """What can be done to a dossier; the last word of its address, its template and its act."""

    ACCEPT = "accept"
    ASK_COMPLETION = "ask_completion"
    TURN_AWAY = "turn_away"
    ADVANCE = "advance"
    SEND_BACK = "send_back"
    ASSIGN = "assign"
    CONSULT = "consult"
    ANSWER = "answer"
    ASK_SUPPLEMENT = "ask_supplement"
    COMPLETE_SUPPLEMENT = "complete_supplement"
    REQUIRE_PAYMENT = "require_payment"
    TAKE_PAYMENT = "take_payment"
    CANCEL_PAYMENT = "cancel_payment"
    REFUSE = "refuse"
    STOP = "stop"
    WITHDRAW = "withdraw"
    PROPOSE_EXTENSION = "propose_extension"
    GIVE_REASON = "give_reason"
    APPROVE_EXTENSION = "approve_extension"
    REJECT_EXTENSION = "reject_extension"
    SEND_APOLOGY = "send_apology"
    DECIDE_ESCALATION = "decide_escalation"
    RETURN_RESULT = "return_result"
    ATTACH_PAPER = "attach_paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules need to know of a dossier, read once."""

    status: Status
    unit_id: UUID
    last_at: datetime
    money: Money
    asked_times: int
    step_unit_id: UUID | None = None
    step_role: Role | None = None
    step_officer_id: UUID | None = None
    first_step: bool = False
    can_send_back: bool = False
    can_pause: bool = True
    extension: ExtensionStatus | None = None
    broken: bool = False  # the promise is written down as broken, however the dossier ended
    escalated: bool = False
    unanswered: bool = False


WHY = "đủ căn cứ"  # stands for the reason somebody will write; the rules only ask that there is one
WORKING = (Role.COUNTER, Role.DIRECTOR, Role.SPECIALIST, Role.UNIT_HEAD, Role.CLERK, *LEADERS)


def may_work(by: Actor) -> None:
    """Who holds only a reading position (supervision, administration) changes no dossier."""
    if by.kind is not ActorKind.SYSTEM and not by.has(*WORKING):
        raise Refused("forbidden", "Vị trí của bạn chỉ được xem hồ sơ.", "Your position may only read dossiers.")


def offers(*, by: Actor, at: datetime, facts: Facts) -> tuple[Verb, ...]:
    """The verbs this actor may do now, in the order of the list above."""
    return tuple(verb for verb in Verb if _allowed(verb, by, at, facts))


def _allowed(verb: Verb, by: Actor, at: datetime, facts: Facts) -> bool:
    try:
        may(verb=verb, by=by, at=at, facts=facts)
    except Refused:
        return False
    return True


def may(*, verb: Verb, by: Actor, at: datetime, facts: Facts) -> None:
    """Ask the rules of a verb, as far as they depend on the actor and the dossier. Raises Refused."""
    may_work(by)
    _RULES[verb](by, at, facts)


def _decide(by: Actor, at: datetime, it: Facts) -> None:
    may_decide(by=by, at=at, last_at=it.last_at, status=it.status)


def _ask_completion(by: Actor, at: datetime, it: Facts) -> None:
    may_decide(by=by, at=at, last_at=it.last_at, status=it.status)
    if it.status is Status.AWAITING:
        raise Refused(
            "completion.second",
            "Hồ sơ này đã được yêu cầu hoàn thiện một lần; chỉ được yêu cầu một lần, đầy đủ.",
            "Completion was already asked for; it is asked for once and completely.",
            source="NĐ 61/2018 Điều 15 khoản 3",
        )


def _stepless() -> Refused:
    return Refused("dossier.closed", "Hồ sơ này không còn bước nào đang làm.", "This dossier has no open step.")


def _advance(by: Actor, at: datetime, it: Facts) -> None:
    if it.step_unit_id is None or it.step_role is None:
        raise _stepless()
    may_advance(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        unit_id=it.step_unit_id,
        role=it.step_role,
        officer_id=it.step_officer_id,
        must_note=False,
        note="",
        must_result=False,
        has_result=True,
    )


def _send_back(by: Actor, at: datetime, it: Facts) -> None:
    if it.step_unit_id is None or it.step_role is None:
        raise _stepless()
    may_send_back(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        unit_id=it.step_unit_id,
        role=it.step_role,
        officer_id=it.step_officer_id,
        first=it.first_step,
        can_send_back=it.can_send_back,
        reason=WHY,
    )


def _assign(by: Actor, at: datetime, it: Facts) -> None:
    if it.step_unit_id is None or it.step_role is None:
        raise _stepless()
    may_assign(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        unit_id=it.step_unit_id,
        role=it.step_role,
        officer_id=it.step_officer_id,
        assignee_id=by.id,
    )


def _consult(by: Actor, at: datetime, it: Facts) -> None:
    may_consult(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        unit_id=it.unit_id,
        step_unit_id=it.step_unit_id,
        step_role=it.step_role,
        body=WHY,
        question=WHY,
    )


def _answer(by: Actor, at: datetime, it: Facts) -> None:
    may_answer(
        by=by,
        at=at,
        last_at=it.last_at,
        unit_id=it.unit_id,
        step_unit_id=it.step_unit_id,
        step_role=it.step_role,
    )
    if not it.unanswered:
        raise Refused("consultation.none", "Không có câu hỏi phối hợp nào đang chờ.", "No such question is waiting.")


def _ask_supplement(by: Actor, at: datetime, it: Facts) -> None:
    may_ask_supplement(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        unit_id=it.unit_id,
        step_unit_id=it.step_unit_id,
        step_role=it.step_role,
        can_pause=it.can_pause,
        asked_times=it.asked_times,
        items=(WHY,),
        reason=WHY,
        override_basis=WHY,
    )


def _complete_supplement(by: Actor, at: datetime, it: Facts) -> None:
    may_resume(by=by, at=at, last_at=it.last_at, status=it.status, wanted=Status.WAITING, unit_id=it.unit_id)


def _require_payment(by: Actor, at: datetime, it: Facts) -> None:
    may_require_payment(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        unit_id=it.unit_id,
        step_unit_id=it.step_unit_id,
        step_role=it.step_role,
        can_pause=it.can_pause,
        amount=Decimal(1),
        reason=WHY,
    )


def _take_payment(by: Actor, at: datetime, it: Facts) -> None:
    may_take_payment(by=by, at=at, last_at=it.last_at, status=it.status, money=it.money, unit_id=it.unit_id)


def _cancel_payment(by: Actor, at: datetime, it: Facts) -> None:
    may_cancel_payment(
        by=by, at=at, last_at=it.last_at, status=it.status, money=it.money, unit_id=it.unit_id, reason=WHY
    )


def _finish_otherwise(by: Actor, at: datetime, it: Facts) -> None:
    may_finish_otherwise(by=by, at=at, last_at=it.last_at, status=it.status, reason=WHY, unit_id=it.unit_id)


def _withdraw(by: Actor, at: datetime, it: Facts) -> None:
    may_withdraw(by=by, at=at, last_at=it.last_at, status=it.status, reason=WHY, unit_id=it.unit_id)


def _give_reason(by: Actor, at: datetime, it: Facts) -> None:
    may_give_reason(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        broken=it.broken,
        reason=WHY,
        unit_id=it.unit_id,
        step_unit_id=it.step_unit_id,
        step_role=it.step_role,
    )


def _propose(by: Actor, at: datetime, it: Facts) -> None:
    _give_reason(by, at, it)
    if it.extension in {ExtensionStatus.DRAFTED, ExtensionStatus.PROPOSED} or (it.extension and it.status not in OPEN):
        raise _slip_waits()


def _reason(by: Actor, at: datetime, it: Facts) -> None:
    _give_reason(by, at, it)
    if it.extension is not ExtensionStatus.DRAFTED:
        raise _no_slip()


def _approving(by: Actor, at: datetime, it: Facts, *, waits: frozenset[ExtensionStatus]) -> None:
    may_approve(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        broken=it.broken,
        reason=WHY,
        cause=Cause.OTHER,
    )
    if it.extension not in waits:
        raise _no_slip()


def _approve(by: Actor, at: datetime, it: Facts) -> None:
    _approving(by, at, it, waits=frozenset({ExtensionStatus.DRAFTED, ExtensionStatus.PROPOSED}))


def _reject(by: Actor, at: datetime, it: Facts) -> None:
    _approving(by, at, it, waits=frozenset({ExtensionStatus.PROPOSED}))


def _slip_waits() -> Refused:
    return Refused(
        "extension.waiting",
        "Đã có phiếu xin lỗi chờ lãnh đạo duyệt.",
        "An apology already waits for a leader's approval.",
    )


def _no_slip() -> Refused:
    return Refused("extension.none", "Không có phiếu xin lỗi nào chờ việc này.", "No apology waits for this.")


def _send_apology(by: Actor, at: datetime, it: Facts) -> None:
    may_send_apology(by=by, at=at, approved_at=at, unit_id=it.unit_id, way=WHY, proof=WHY)
    if it.extension is not ExtensionStatus.APPROVED:
        raise _no_slip()


def _decide_escalation(by: Actor, at: datetime, it: Facts) -> None:
    may_decide_escalation(by=by, at=at, last_at=it.last_at)
    if not it.escalated:
        raise Refused("escalation.none", "Không có việc nào chờ quyết định.", "Nothing waits for a decision.")


def _return(by: Actor, at: datetime, it: Facts) -> None:
    may_return(
        by=by,
        at=at,
        last_at=it.last_at,
        status=it.status,
        money=Money.NONE,  # the page takes what is due first
        way=ReturnWay.IN_PERSON,
        receiver=WHY,
        proof=WHY,
    )


def _attach(_by: Actor, at: datetime, it: Facts) -> None:
    in_order(at=at, last_at=it.last_at)
    if it.status not in OPEN | {Status.LODGED, Status.AWAITING, Status.FINISHED}:
        raise Refused("dossier.closed", "Hồ sơ này đã kết thúc.", "This dossier has ended.")


_RULES: dict[Verb, Callable[[Actor, datetime, Facts], None]] = {
    Verb.ACCEPT: _decide,
    Verb.ASK_COMPLETION: _ask_completion,
    Verb.TURN_AWAY: _decide,
    Verb.ADVANCE: _advance,
    Verb.SEND_BACK: _send_back,
    Verb.ASSIGN: _assign,
    Verb.CONSULT: _consult,
    Verb.ANSWER: _answer,
    Verb.ASK_SUPPLEMENT: _ask_supplement,
    Verb.COMPLETE_SUPPLEMENT: _complete_supplement,
    Verb.REQUIRE_PAYMENT: _require_payment,
    Verb.TAKE_PAYMENT: _take_payment,
    Verb.CANCEL_PAYMENT: _cancel_payment,
    Verb.REFUSE: _finish_otherwise,
    Verb.STOP: _finish_otherwise,
    Verb.WITHDRAW: _withdraw,
    Verb.PROPOSE_EXTENSION: _propose,
    Verb.GIVE_REASON: _reason,
    Verb.APPROVE_EXTENSION: _approve,
    Verb.REJECT_EXTENSION: _reject,
    Verb.SEND_APOLOGY: _send_apology,
    Verb.DECIDE_ESCALATION: _decide_escalation,
    Verb.RETURN_RESULT: _return,
    Verb.ATTACH_PAPER: _attach,
}
