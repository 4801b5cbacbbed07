"""One view for each verb: ask the rule first, show the form, perform the act, go back to the dossier."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.accounts import queries as accounts
from motcua.acts import Actor, Role
from motcua.dossiers import actions
from motcua.dossiers.actions import papers
from motcua.dossiers.forms import verbs as asked
from motcua.dossiers.models import Dossier, Payment
from motcua.dossiers.queries import holding, words
from motcua.dossiers.queries import page as pages
from motcua.dossiers.rules import NewResult, PaperIn, PaymentKind, ReturnWay, due_of, not_moved
from motcua.dossiers.rules.offers import Verb, may
from motcua.files import actions as files
from motcua.procedures.rules import Copy, StepPlan
from motcua.ui.doors import OfficerRequest
from motcua.ui.verbs import Perform, Typed, Verbs, View


def _opened(request: OfficerRequest, code: str) -> Dossier:
    return pages.opened(by=request.actor, code=code)


def _ask(which: Verb, request: OfficerRequest, dossier: Dossier) -> None:
    may(verb=which, by=request.actor, at=request.now, facts=pages.facts(by=request.actor, dossier=dossier))


def _seen(dossier: Dossier) -> int:
    return dossier.seen_no


def _page(dossier: Dossier) -> str:
    return reverse("dossiers:page", args=[dossier.code])


def _received(dossier: Dossier) -> str:
    return reverse("dossiers:received", args=[dossier.code])


_VERBS = Verbs(room="dossiers", called="dossier", find=_opened, ask=_ask, seen=_seen, back=_page)


def verb(which: Verb, form: type[Typed], **page: Any) -> Callable[[Perform[Dossier]], View]:
    """Make a view of a function that performs one verb (`ui.verbs.Verbs.verb`).

    The rules are asked before anything is done, who moved it first: `perform` may store files before its act begins.
    """

    def decorate(perform: Perform[Dossier]) -> View:
        def checked(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
            not_moved(
                seen=typed.get("seen"), version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at
            )
            _ask(which, request, dossier)
            return perform(request, dossier, typed)

        return _VERBS.verb(which, form, **page)(checked)

    return decorate


def who(request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    return {"by": request.actor, "at": request.now, "dossier_id": dossier.pk}


# -- at the door -----------------------------------------------------------------------------------------------


@verb(Verb.ACCEPT, asked.Accept, done=_("Đã tiếp nhận hồ sơ."), then=_received)
def accept(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Accept a dossier that was lodged online or is back from completion."""
    return actions.accept(**who(request, dossier), **typed)


@verb(Verb.ASK_COMPLETION, asked.AskCompletion, done=_("Đã ghi yêu cầu bổ sung."), then=_received)
def ask_completion(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Ask at the door for everything that is missing."""
    return actions.ask_completion(**who(request, dossier), **typed)


@verb(Verb.TURN_AWAY, asked.TurnAway, done=_("Đã ghi từ chối tiếp nhận."), then=_received)
def turn_away(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Refuse to receive."""
    return actions.turn_away(**who(request, dossier), **typed)


# -- from station to station -----------------------------------------------------------------------------------


def _steps(by: Actor, dossier: Dossier) -> tuple[StepPlan | None, StepPlan | None]:
    """The plans of the current step and of the one after it."""
    steps = holding.pinned(by=by, dossier=dossier).plan.steps
    at = next((i for i, s in enumerate(steps) if dossier.step and s.id == dossier.step.process_step_id), None)
    if at is None:
        return None, None
    return steps[at], steps[at + 1] if at + 1 < len(steps) else None


def _holders(request: OfficerRequest, *, unit_id: UUID, role: Role) -> list[tuple[UUID, str]]:
    people = accounts.holders(ward_id=request.actor.ward_id, unit_id=unit_id, role=role, on=request.now.date())
    return [(person.pk, person.name) for person in people]


def _advancing(request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    plan, following = _steps(request.actor, dossier)
    people = _holders(request, unit_id=following.unit_id, role=following.role) if following else []
    return {"people": people, "plan": plan, "following": following}


@verb(Verb.ADVANCE, asked.Advance, done=_("Đã chuyển bước."), prepare=_advancing)
def advance(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Complete the current step; only what its page asks for is typed."""
    file = typed.get("file")
    stored = files.store(by=request.actor, at=request.now, name=file.name, content=file.read()).pk if file else None
    result = (
        NewResult(name=typed["result"], number=typed["number"], signer=typed["signer"], file_id=stored)
        if typed.get("result")
        else None
    )
    return actions.advance(
        **who(request, dossier),
        note_text=typed["note"],
        assignee_id=typed.get("assignee"),
        result=result,
        seen=typed["seen"],
    )


@verb(Verb.SEND_BACK, asked.SendBack, done=_("Đã trả lại bước trước. Giờ hẹn giữ nguyên."))
def send_back(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Return to the previous step."""
    return actions.send_back(**who(request, dossier), **typed)


def _assigning(request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    step = dossier.step
    return {"people": _holders(request, unit_id=step.unit_id, role=Role(step.role)) if step else []}


@verb(Verb.ASSIGN, asked.Assign, done=_("Đã giao việc."), prepare=_assigning)
def assign(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Put the current step on somebody's desk."""
    return actions.assign(
        **who(request, dossier), assignee_id=typed["assignee"], reason=typed["reason"], seen=typed["seen"]
    )


# -- others ----------------------------------------------------------------------------------------------------


@verb(Verb.CONSULT, asked.Consult, done=_("Đã ghi câu hỏi. Giờ hẹn với người nộp vẫn chạy."))
def consult(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Ask another body."""
    return actions.consult(**who(request, dossier), **typed)


def _open_questions(_request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    waiting = dossier.consultations.filter(answered_at__isnull=True)
    return {"asked": [(row.pk, f"{row.body}: {row.question[:80]}") for row in waiting]}


@verb(Verb.ANSWER, asked.Answer, done=_("Đã ghi câu trả lời."), prepare=_open_questions)
def answer(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Write down an answer."""
    return actions.answer(**who(request, dossier), consultation_id=typed["consultation"], text=typed["text"])


@verb(Verb.ASK_SUPPLEMENT, asked.AskSupplement, done=_("Đã yêu cầu bổ sung. Lời hẹn tạm dừng."))
def ask_supplement(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Ask for papers; the clock stops."""
    return actions.ask_supplement(**who(request, dossier), **typed)


@verb(Verb.COMPLETE_SUPPLEMENT, asked.CompleteSupplement, done=_("Đã nhận đủ giấy tờ. Lời hẹn chạy tiếp."))
def complete_supplement(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Everything was brought; the clock runs."""
    return actions.complete_supplement(**who(request, dossier), **typed)


@verb(Verb.REQUIRE_PAYMENT, asked.RequirePayment, done=_("Đã ghi khoản phải nộp. Lời hẹn tạm dừng."))
def require_payment(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """A financial duty; the clock stops."""
    return actions.require_payment(**who(request, dossier), **typed)


def _owed(_request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    return {"owed": [(row.pk, _called(row)) for row in dossier.payments.all() if row.duty.open]}


def _owed_and_sum(_request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    rows = [row for row in dossier.payments.all() if row.duty.open]
    return {"owed": [(row.pk, _called(row)) for row in rows], "due": due_of(row.duty for row in rows)}


def _called(row: Payment) -> str:
    kind = words.PAYMENTS[PaymentKind(row.kind)]
    return f"{kind}, {vietnam.money(int(row.amount))}" + (f": {row.reason[:80]}" if row.reason else "")


@verb(Verb.TAKE_PAYMENT, asked.TakePayment, done=_("Đã ghi nhận nộp tiền."), prepare=_owed_and_sum)
def take_payment(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """What is due is paid."""
    return actions.take_payment(**who(request, dossier), **typed)


@verb(Verb.CANCEL_PAYMENT, asked.CancelPayment, done=_("Đã hủy khoản phải nộp."), prepare=_owed)
def cancel_payment(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """A duty nobody has paid falls away."""
    return actions.cancel_payment(**who(request, dossier), **typed)


# -- how it ends -----------------------------------------------------------------------------------------------


@verb(Verb.REFUSE, asked.Refuse, done=_("Đã ghi từ chối giải quyết. Văn bản chờ trả tại quầy."))
def refuse(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Refuse after processing."""
    return actions.refuse(**who(request, dossier), **typed)


@verb(Verb.STOP, asked.Stop, done=_("Đã ghi dừng giải quyết. Thông báo chờ trả tại quầy."))
def stop(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Stop the processing."""
    return actions.stop(**who(request, dossier), **typed)


@verb(Verb.WITHDRAW, asked.Withdraw, done=_("Đã ghi người nộp rút hồ sơ."))
def withdraw(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """The applicant takes it back."""
    return actions.withdraw(**who(request, dossier), **typed)


def _returning(_request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    proxy = dossier.return_way == ReturnWay.PROXY.value
    return {
        "way": dossier.return_way,
        "receiver": "" if proxy else dossier.applicant_name,
        "receiver_id": "" if proxy else dossier.applicant_id,
    }


@verb(Verb.RETURN_RESULT, asked.ReturnResult, done=_("Đã trả kết quả."), starts=_returning)
def return_result(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Hand the result over with proof."""
    return actions.return_result(**who(request, dossier), **typed)


# -- papers ----------------------------------------------------------------------------------------------------


@verb(Verb.ATTACH_PAPER, asked.AttachPaper, done=_("Đã thêm giấy tờ."))
def attach_paper(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """A paper that comes later."""
    file = typed["file"]
    stored = files.store(by=request.actor, at=request.now, name=file.name, content=file.read()).pk if file else None
    paper = PaperIn(
        name=typed["name"],
        copy=Copy(typed["copy"]),
        quantity=1 if typed["quantity"] is None else typed["quantity"],
        pages=typed["pages"],
        file_id=stored,
    )
    return papers.attach_paper(**who(request, dossier), paper=paper, seen=typed["seen"])
