"""The one next action of a row. Source: LOOK.md "Promise row"; what is allowed, `dossiers.rules.offers`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from motcua.acts import Actor, Refused
from motcua.dossiers.rules import ExtensionStatus, Money, Status
from motcua.dossiers.rules.offers import Facts, Verb, may
from motcua.procedures.rules import StepKind

__all__ = ["Next", "Station", "may_go_in_batch", "next_act", "onward"]


def _(text: str) -> str:
    """Mark words for translation; the desk translates them when it shows them."""
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What to do next: the words of its button, its verb, where the button leads. No verb only opens the page."""

    label: str
    href: str
    verb: Verb | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """The step a dossier is at, the one that follows, and what this one must leave behind."""

    kind: StepKind | None = None
    following: StepKind | None = None
    must_note: bool = False
    must_result: bool = False
    has_result: bool = False


_To = Callable[[Verb, str], Next | None]
_ONWARD = {
    (StepKind.WORK, StepKind.WORK): _("Chuyển thẩm tra"),
    (StepKind.SIGN, StepKind.WORK): _("Chuyển thẩm tra"),
    (StepKind.WORK, StepKind.SIGN): _("Chuyển trình ký"),
    (StepKind.SIGN, StepKind.SIGN): _("Duyệt, trình ký"),
    (StepKind.WORK, StepKind.RELEASE): _("Chuyển văn thư"),
    (StepKind.SIGN, StepKind.RELEASE): _("Ký, chuyển văn thư"),
    (StepKind.SIGN, StepKind.RETURN): _("Ký, chuyển trả kết quả"),
}
_HANDED_OVER = _("Bàn giao")
_TO_THE_COUNTER = _("Chuyển trả kết quả")
_FIRST = {  # what a state asks for before anything else
    Status.LODGED: (Verb.ACCEPT, _("Kiểm tra hồ sơ")),
    Status.AWAITING: (Verb.ACCEPT, _("Kiểm tra lại")),
    Status.OWING: (Verb.TAKE_PAYMENT, _("Ghi nhận nộp tiền")),
    Status.FINISHED: (Verb.RETURN_RESULT, _("Trả kết quả")),
}


def next_act(
    *, by: Actor, at: datetime, code: str, facts: Facts, station: Station, late: bool, answer_late: bool
) -> Next:
    """The next action for this actor: the apology before the work, the work before the waiting.

    `late`: the promise is broken; `answer_late`: the body that was asked is past its own due. Where the actor may do
    none of it, the page of the dossier.
    """
    page = f"/dossiers/{code}/"

    def to(verb: Verb, label: str) -> Next | None:
        return Next(label=label, href=f"{page}{verb}/", verb=verb) if _allowed(verb, by, at, facts) else None

    if facts.status is Status.WAITING:
        return Next(label=_("Xem phiếu bổ sung"), href=page)
    if facts.status in _FIRST:
        unpaid = facts.status is Status.FINISHED and facts.money is Money.DUE
        verb, label = (Verb.TAKE_PAYMENT, _("Thu phí, lệ phí")) if unpaid else _FIRST[facts.status]
        return to(verb, label) or _look(page)
    return (
        _apology(page, to, facts, late=late)
        or _matter(to, facts)
        or (Next(label=_("Nhắc phối hợp"), href=page) if facts.unanswered and answer_late else None)
        or (to(Verb.ANSWER, _("Ghi trả lời")) if facts.unanswered else None)
        or to(Verb.ADVANCE, onward(station))
        or to(Verb.ASSIGN, _("Giao việc"))
        or _look(page)
    )


def _apology(page: str, to: _To, facts: Facts, *, late: bool) -> Next | None:
    """A broken promise asks for its apology; one that has its reason or was signed asks for its next hand."""
    if facts.extension is ExtensionStatus.PROPOSED:
        label = _("Mở phiếu xin lỗi")
        return to(Verb.APPROVE_EXTENSION, label) or (Next(label=label, href=page) if late else None)
    if facts.extension is ExtensionStatus.APPROVED:
        return to(Verb.SEND_APOLOGY, _("Gửi lời xin lỗi"))
    if late and facts.extension is ExtensionStatus.DRAFTED:
        return to(Verb.GIVE_REASON, _("Ghi lý do xin lỗi"))
    if late and facts.extension is None:
        return to(Verb.PROPOSE_EXTENSION, _("Soạn phiếu xin lỗi"))
    return None


def _matter(to: _To, facts: Facts) -> Next | None:
    """What waits for the chairman's word."""
    return to(Verb.DECIDE_ESCALATION, _("Quyết định…")) if facts.escalated else None


def _look(page: str) -> Next:
    return Next(label=_("Xem hồ sơ"), href=page)


def onward(station: Station) -> str:
    """What completing a step is called, by where it leads."""
    if station.kind is StepKind.INTAKE:
        return _HANDED_OVER
    if station.kind is None or station.following is None:
        return _TO_THE_COUNTER
    return _ONWARD.get((station.kind, station.following), _TO_THE_COUNTER)


def _allowed(verb: Verb, by: Actor, at: datetime, facts: Facts) -> bool:
    try:
        may(verb=verb, by=by, at=at, facts=facts)
    except Refused:
        return False
    return True


def may_go_in_batch(*, by: Actor, at: datetime, facts: Facts, station: Station) -> bool:
    """Whether a step can be completed together with others: nothing has to be written first."""
    asks = station.must_note or (station.must_result and not station.has_result)
    return facts.status is Status.PROCESSING and not asks and _allowed(Verb.ADVANCE, by, at, facts)
