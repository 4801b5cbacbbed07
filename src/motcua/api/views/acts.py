"""What machines may do: every transition of a dossier, through the same actions as the screens."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from motcua import vietnam
from motcua.acts import Actor
from motcua.api.forms import said as forms
from motcua.api.forms import told
from motcua.api.views.road import ACTED, router
from motcua.api.views.road import told as answers
from motcua.api.views.security import by_of, once
from motcua.clock import Limit
from motcua.dossiers import actions, queries, rules
from motcua.dossiers.models import Dossier
from motcua.procedures import queries as procedures


def _moment(request: HttpRequest) -> datetime:
    return request.now  # type: ignore[attr-defined,no-any-return]  # HouseRequest


def _on(request: HttpRequest, code: str, act: Callable[..., Dossier], **said: Any) -> HttpResponse:
    """Perform an act on the dossier with this code."""
    by = by_of(request)
    dossier_id = queries.id_of(by=by, code=vietnam.clean(code))
    return once(request, lambda: act(by=by, at=_moment(request), dossier_id=dossier_id, **said))


@router.post("/dossiers", summary="Tiếp nhận / intake", response=answers(told.Dossier, status=201))
def take_in(request: HttpRequest, said: forms.Lodged) -> HttpResponse:
    """Hand in a dossier with exactly one outcome."""
    by, at = by_of(request), _moment(request)
    return once(request, lambda: _take_in(said, by, at), status=201)


def _take_in(said: forms.Lodged, by: Actor, at: datetime) -> Dossier:
    case_id = said.case_id or procedures.default_case(by=by, code=vietnam.clean(said.procedure), at=at)
    intake = forms.intake(said=said, case_id=case_id)
    if said.outcome == "lodge":
        return actions.lodge(by=by, at=at, intake=intake)
    if said.outcome == "accept":
        return actions.accept(by=by, at=at, intake=intake, complete=said.complete)
    door = said.door
    if said.outcome == "ask_completion":
        return actions.ask_completion(
            by=by, at=at, intake=intake, items=tuple(door.items), reason=door.reason, basis=door.basis
        )
    return actions.turn_away(by=by, at=at, intake=intake, reason=door.reason, basis=door.basis)


@router.post("/dossiers/{code}/accept", summary="Tiếp nhận hồ sơ đã nộp / accept", response=ACTED)
def accept(request: HttpRequest, code: str, said: forms.Resumed) -> HttpResponse:
    """Accept a dossier that was lodged or is back complete."""
    return _on(request, code, actions.accept, complete=said.complete, seen=said.seen)


@router.post(
    "/dossiers/{code}/ask_completion", summary="Yêu cầu hoàn thiện (mẫu 02) / ask for completion", response=ACTED
)
def ask_completion(request: HttpRequest, code: str, said: forms.DoorAnswer) -> HttpResponse:
    """Ask at the door for everything missing, once."""
    return _on(
        request,
        code,
        actions.ask_completion,
        items=tuple(said.items),
        reason=said.reason,
        basis=said.basis,
        seen=said.seen,
    )


@router.post("/dossiers/{code}/turn_away", summary="Từ chối tiếp nhận (mẫu 03) / turn away", response=ACTED)
def turn_away(request: HttpRequest, code: str, said: forms.DoorAnswer) -> HttpResponse:
    """Refuse to receive."""
    return _on(request, code, actions.turn_away, reason=said.reason, basis=said.basis, seen=said.seen)


@router.post("/dossiers/{code}/advance", summary="Chuyển bước / advance", response=ACTED)
def advance(request: HttpRequest, code: str, said: forms.Advance) -> HttpResponse:
    """Complete the current step and open the next."""
    result = rules.NewResult(**said.result.model_dump()) if said.result else None
    return _on(
        request,
        code,
        actions.advance,
        note_text=said.note,
        assignee_id=said.assignee_id,
        result=result,
        seen=said.seen,
    )


@router.post("/dossiers/{code}/send_back", summary="Trả lại bước trước / send back", response=ACTED)
def send_back(request: HttpRequest, code: str, said: forms.Reasoned) -> HttpResponse:
    """Return to the previous step."""
    return _on(request, code, actions.send_back, reason=said.reason, seen=said.seen)


@router.post("/dossiers/{code}/assign", summary="Giao việc / assign", response=ACTED)
def assign(request: HttpRequest, code: str, said: forms.Assign) -> HttpResponse:
    """Put the step on somebody's desk."""
    return _on(request, code, actions.assign, assignee_id=said.assignee_id, reason=said.reason, seen=said.seen)


@router.post("/dossiers/{code}/consult", summary="Lấy ý kiến cơ quan khác / consult", response=ACTED)
def consult(request: HttpRequest, code: str, said: forms.Consult) -> HttpResponse:
    """Ask another body by a deadline."""
    return _on(
        request,
        code,
        actions.consult,
        body=said.body,
        question=said.question,
        limit=Limit.parse(said.limit),
        seen=said.seen,
    )


@router.post("/dossiers/{code}/answer", summary="Ghi trả lời phối hợp / record an answer", response=ACTED)
def answer_consultation(request: HttpRequest, code: str, said: forms.Answer) -> HttpResponse:
    """Write down what the other body answered."""
    return _on(request, code, actions.answer, consultation_id=said.consultation_id, text=said.text)


@router.post("/dossiers/{code}/ask_supplement", summary="Yêu cầu bổ sung / ask for a supplement", response=ACTED)
def ask_supplement(request: HttpRequest, code: str, said: forms.Supplement) -> HttpResponse:
    """Ask the applicant for papers; the promise pauses."""
    return _on(
        request,
        code,
        actions.ask_supplement,
        items=tuple(said.items),
        reason=said.reason,
        answer_by=said.answer_by,
        override_basis=said.override_basis,
        seen=said.seen,
    )


@router.post("/dossiers/{code}/complete_supplement", summary="Đã bổ sung đủ / supplement complete", response=ACTED)
def complete_supplement(request: HttpRequest, code: str, said: forms.Remark) -> HttpResponse:
    """The papers are there; the clock runs on."""
    return _on(request, code, actions.complete_supplement, remark=said.remark, seen=said.seen)


@router.post("/dossiers/{code}/require_payment", summary="Yêu cầu nghĩa vụ tài chính / require payment", response=ACTED)
def require_payment(request: HttpRequest, code: str, said: forms.Payment) -> HttpResponse:
    """Financial duty; the promise pauses."""
    return _on(
        request,
        code,
        actions.require_payment,
        amount=said.amount,
        reason=said.reason,
        kind=said.kind,
        basis=said.basis,
        seen=said.seen,
    )


@router.post("/dossiers/{code}/take_payment", summary="Đã nộp tiền / take payment", response=ACTED)
def take_payment(request: HttpRequest, code: str, said: forms.Paid) -> HttpResponse:
    """What is due is paid: the payments named (`parts` lists them), or all that are due."""
    return _on(
        request,
        code,
        actions.take_payment,
        payments=None if said.payments is None else tuple(said.payments),
        receipt=said.receipt,
        way=said.way,
        remark=said.remark,
        seen=said.seen,
    )


@router.post("/dossiers/{code}/cancel_payment", summary="Hủy khoản phải nộp / cancel a payment", response=ACTED)
def cancel_payment(request: HttpRequest, code: str, said: forms.CancelledPayment) -> HttpResponse:
    """A duty that nobody has paid falls away, with a reason."""
    return _on(request, code, actions.cancel_payment, payment_id=said.payment_id, reason=said.reason, seen=said.seen)


@router.post(
    "/dossiers/{code}/propose_extension", summary="Soạn phiếu xin lỗi, hẹn lại / propose an extension", response=ACTED
)
def propose_extension(request: HttpRequest, code: str, said: forms.Extend) -> HttpResponse:
    """Propose a new appointment; the second one is refused and goes to the chairman."""
    return _on(
        request,
        code,
        actions.request_extension,
        reason=said.reason,
        cause=said.cause,
        new_due=said.new_due,
        seen=said.seen,
    )


@router.post("/dossiers/{code}/give_reason", summary="Ghi lý do xin lỗi / give the draft its reason", response=ACTED)
def give_reason(request: HttpRequest, code: str, said: forms.Reason) -> HttpResponse:
    """The draft of the house gets its reason; without `new_due` the proposed day stays."""
    return _on(
        request,
        code,
        actions.give_reason,
        reason=said.reason,
        cause=said.cause,
        new_due=said.new_due,
        seen=said.seen,
    )


@router.post("/dossiers/{code}/approve_extension", summary="Duyệt phiếu xin lỗi / approve the apology", response=ACTED)
def approve_extension(request: HttpRequest, code: str, said: forms.Signed) -> HttpResponse:
    """A leader signs the apology; what is given replaces what the officer wrote."""
    return _on(
        request,
        code,
        actions.approve_extension,
        reason=said.reason,
        cause=said.cause,
        new_due=said.new_due,
        seen=said.seen,
    )


@router.post(
    "/dossiers/{code}/reject_extension", summary="Không duyệt phiếu xin lỗi / reject the apology", response=ACTED
)
def reject_extension(request: HttpRequest, code: str, said: forms.Reasoned) -> HttpResponse:
    """A leader sends the apology back."""
    return _on(request, code, actions.reject_extension, reason=said.reason, seen=said.seen)


@router.post("/dossiers/{code}/send_apology", summary="Đã gửi lời xin lỗi / the apology was sent", response=ACTED)
def send_apology(request: HttpRequest, code: str, said: forms.SentApology) -> HttpResponse:
    """The apology reached the applicant."""
    return _on(request, code, actions.send_apology, way=said.way, proof=said.proof)


@router.post("/dossiers/{code}/decide_escalation", summary="Chủ tịch quyết định / the chairman decides", response=ACTED)
def decide_escalation(request: HttpRequest, code: str, said: forms.Decide) -> HttpResponse:
    """What is to be done about a second lateness."""
    return _on(
        request,
        code,
        actions.decide_escalation,
        decision=said.decision,
        order=said.order,
        assignee_id=said.assignee_id,
        finish_by=said.finish_by,
    )


@router.post("/dossiers/{code}/refuse", summary="Từ chối giải quyết / refuse", response=ACTED)
def refuse(request: HttpRequest, code: str, said: forms.Reasoned) -> HttpResponse:
    """Refuse after processing, in writing."""
    return _on(request, code, actions.refuse, reason=said.reason, basis=said.basis, seen=said.seen)


@router.post("/dossiers/{code}/stop", summary="Dừng giải quyết (mẫu 05) / stop", response=ACTED)
def stop(request: HttpRequest, code: str, said: forms.Reasoned) -> HttpResponse:
    """Stop the processing, in writing."""
    return _on(request, code, actions.stop, reason=said.reason, basis=said.basis, seen=said.seen)


@router.post("/dossiers/{code}/withdraw", summary="Rút hồ sơ / withdraw", response=ACTED)
def withdraw(request: HttpRequest, code: str, said: forms.Reasoned) -> HttpResponse:
    """The applicant takes the dossier back."""
    return _on(request, code, actions.withdraw, reason=said.reason, seen=said.seen)


@router.post("/dossiers/{code}/attach_paper", summary="Thêm giấy tờ / attach a paper", response=ACTED)
def attach_paper(request: HttpRequest, code: str, said: forms.AttachPaper) -> HttpResponse:
    """Add one paper, with its scan if there is one."""
    return _on(request, code, actions.attach_paper, paper=forms.paper(said.paper), seen=said.seen)


@router.post("/dossiers/{code}/return_result", summary="Trả kết quả / hand the result over", response=ACTED)
def return_result(request: HttpRequest, code: str, said: forms.Returned) -> HttpResponse:
    """The result is in the applicant's hands."""
    return _on(
        request,
        code,
        actions.return_result,
        way=said.way,
        receiver=said.receiver,
        receiver_id=said.receiver_id,
        proof=said.proof,
        seen=said.seen,
    )
