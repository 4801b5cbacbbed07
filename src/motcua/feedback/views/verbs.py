"""One view for each verb: ask the rule first, show the form, perform the act, go back to the feedback."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from motcua import clock, vietnam
from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.feedback import actions, queries, rules
from motcua.feedback.forms import verbs as asked
from motcua.feedback.models import Case
from motcua.feedback.queries import cases
from motcua.feedback.queries import page as pages
from motcua.feedback.rules import Clock, Side, Verb
from motcua.ui.doors import OfficerRequest, officer, officer_who, refused
from motcua.ui.verbs import CONFLICT, INVALID, Verbs


def _found(request: OfficerRequest, code: str) -> Case:
    return queries.get(by=request.actor, code=code)


def _ask(which: Verb, request: OfficerRequest, case: Case) -> None:
    rules.may(verb=which, by=request.actor, facts=queries.facts(case, at=request.now))


def _seen(case: Case) -> int:
    return case.seen_no


def _page(case: Case) -> str:
    return reverse("feedback:page", args=[case.code])


def _list(_case: Case) -> str:
    return reverse("feedback:list")


verb = Verbs(room="feedback", called="case", find=_found, ask=_ask, seen=_seen, back=_page).verb


def _who(request: OfficerRequest, case: Case) -> dict[str, Any]:
    return {"by": request.actor, "at": request.now, "case_id": case.pk}


def _workers(request: OfficerRequest, _case: Case) -> dict[str, Any]:
    return {"workers": pages.workers(by=request.actor, at=request.now)}


def _holder(_request: OfficerRequest, case: Case) -> dict[str, Any]:
    if case.unit_id is None:
        return {}
    return {"to": f"{case.unit_id}:{case.officer_id}" if case.officer_id else str(case.unit_id)}


@verb(Verb.ACCEPT, asked.Accept, done=gettext_lazy("Đã tiếp nhận."), prepare=_workers, starts=_holder)
def accept(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Accept for a unit; the answer is promised."""
    return actions.accept(**_who(request, case), **typed)


@verb(Verb.ASSIGN, asked.Assign, done=gettext_lazy("Đã giao việc."), prepare=_workers, starts=_holder)
def assign(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Give to a unit or a person."""
    return actions.assign(**_who(request, case), **typed)


@verb(Verb.REJECT, asked.Reject, done=gettext_lazy("Đã ghi từ chối. Người gửi đọc được lý do."))
def reject(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Refuse with a ground."""
    return actions.reject(**_who(request, case), **typed)


@verb(Verb.ASK_SUPPLEMENT, asked.AskSupplement, done=gettext_lazy("Đã hỏi người gửi. Lời hẹn tạm dừng."))
def ask_supplement(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Ask the sender; the clock stops."""
    return actions.ask_supplement(**_who(request, case), **typed)


@verb(Verb.SUPPLY, asked.Supply, done=gettext_lazy("Đã ghi bổ sung. Lời hẹn chạy tiếp."))
def supply(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Write down what the sender said; the clock runs."""
    return actions.supply(**_who(request, case), **typed)


def _five_days(_request: OfficerRequest, case: Case) -> dict[str, Any]:
    limit = rules.limit(Clock.FORWARD, at=case.complete_at)
    due = clock.due(start=case.complete_at, limit=limit, calendar=cases.calendar_of(case.ward_id)).at
    return {"due": due}


@verb(Verb.FORWARD, asked.Forward, done=gettext_lazy("Đã ghi chuyển cơ quan có thẩm quyền."), beside=_five_days)
def forward(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Give it to the body that is competent."""
    return actions.forward(**_who(request, case), **typed)


@verb(
    Verb.ROUTE,
    asked.Route,
    done=gettext_lazy("Đã chuyển sang nơi nhận khiếu nại, tố cáo. Từ nay chỉ lãnh đạo xem được ở đây."),
    then=_list,
)
def route(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Hand it to complaints and denunciations."""
    return actions.route(**_who(request, case), **typed)


def _draft(_request: OfficerRequest, case: Case) -> dict[str, Any]:
    found = cases.answer_now(case)
    return {"text": found.text if found else ""}


def _answer(_request: OfficerRequest, case: Case) -> dict[str, Any]:
    return {"answer": cases.answer_now(case)}


@verb(
    Verb.ANSWER,
    asked.Answer,
    done=gettext_lazy("Đã soạn câu trả lời, chờ lãnh đạo duyệt."),
    starts=_draft,
    beside=_answer,
)
def answer(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Draft the answer."""
    return actions.answer(**_who(request, case), **typed)


def _approving(request: OfficerRequest, case: Case) -> dict[str, Any]:
    found = cases.answer_now(case)
    return {"answer": found, "own": found is not None and found.drafter_id == request.actor.id}


@verb(
    Verb.APPROVE,
    asked.Approve,
    done=gettext_lazy("Đã trả lời người gửi. Còn việc công khai."),
    starts=_draft,
    beside=_approving,
)
def approve(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """A leader answers with the draft."""
    return actions.approve(**_who(request, case), **typed)


@verb(Verb.SEND_BACK, asked.Reason, done=gettext_lazy("Đã trả lại dự thảo."), beside=_answer)
def send_back(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """A leader returns the draft."""
    return actions.send_back(**_who(request, case), **typed)


def _photos(_request: OfficerRequest, case: Case) -> dict[str, Any]:
    by_office = {True: _("ảnh của phường"), False: _("ảnh của người gửi")}
    rows = case.photos.all()
    return {"numbers": [(p.number, f"{_('Ảnh')} {p.number}, {by_office[p.side == Side.OFFICE.value]}") for p in rows]}


def _public(_request: OfficerRequest, case: Case) -> dict[str, Any]:
    found = cases.given_answer(case)
    return {
        "public_subject": case.subject,
        "public_text": case.text,
        "public_answer": found.text if found else "",
    }


def _leaks(_request: OfficerRequest, case: Case) -> dict[str, Any]:
    found = cases.given_answer(case)
    sender = cases.sender_of(case)
    text = f"{case.subject}\n{case.text}\n{found.text if found else ''}"
    name, phone = (sender.name, sender.phone) if sender else ("", "")
    told = [one.found for one in rules.leaks(text, name=name, phone=phone) if one.kind is not rules.LeakKind.NAME]
    return {"leaks": list(dict.fromkeys(told)), "photos": list(case.photos.all())}


@verb(
    Verb.PUBLISH,
    asked.Publish,
    done=gettext_lazy("Đã công khai."),
    prepare=_photos,
    starts=_public,
    beside=_leaks,
)
def publish(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Publish in a version without personal data."""
    return actions.publish(**_who(request, case), **typed)


@verb(Verb.WITHHOLD, asked.Reason, done=gettext_lazy("Đã ghi: trả lời riêng, không công khai."))
def withhold(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Answer without publishing."""
    return actions.withhold(**_who(request, case), **typed)


def _like(request: OfficerRequest, case: Case) -> dict[str, Any]:
    return {"similar": pages.similar(by=request.actor, case=case)}


def _first_like(request: OfficerRequest, _case: Case) -> dict[str, Any]:
    return {"into": request.GET.get("into", "")[:20]}


@verb(
    Verb.MERGE,
    asked.Merge,
    done=gettext_lazy("Đã gộp. Cả hai người gửi đều được trả lời."),
    starts=_first_like,
    beside=_like,
)
def merge(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Let it follow another one."""
    try:
        into = pages.id_of(by=request.actor, code=vietnam.clean(typed.pop("into")).upper())
    except Refused:
        raise Refused(
            "feedback.no_main", "Không có phản ánh mang số này.", "There is no feedback with this number.", field="into"
        ) from None
    return actions.merge(**_who(request, case), **typed, into=into)


@verb(Verb.UNMERGE, asked.Reason, done=gettext_lazy("Đã tách ra. Lời hẹn của bản này giữ nguyên."))
def unmerge(request: OfficerRequest, case: Case, typed: dict[str, Any]) -> object:
    """Let it go its own way again."""
    return actions.unmerge(**_who(request, case), **typed)


@officer
@require_http_methods(["GET", "POST"])
def see_sender(request: OfficerRequest, code: str) -> HttpResponse:
    """First why, then who; shown once and kept nowhere on this machine."""
    case = queries.get(by=request.actor, code=code)
    rules.may(verb=Verb.SEE_SENDER, by=request.actor, facts=queries.facts(case, at=request.now))
    form = asked.SeeSender(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"case": case, "form": form}
    status = 200
    if form.is_bound and not form.is_valid():
        status = INVALID
    elif form.is_bound:
        actions.see_sender(by=request.actor, at=request.now, case_id=case.pk, why=form.cleaned_data["why"])
        context["sender"] = queries.sender_of(case)
    response = render(request, "feedback/see_sender.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@officer_who(rules.may_lodge)
@require_http_methods(["GET", "POST"])
def lodge(request: OfficerRequest) -> HttpResponse:
    """Write down what somebody says; the receipt is shown once, to be given to them."""
    form = asked.Lodge(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial={"once": uuid4(), "channel": "counter", "privacy": "named"},
    )
    status = 200
    if form.is_bound and form.is_valid():
        try:
            case = actions.lodge(by=request.actor, at=request.now, new=form.new())
        except Refused as no:
            refused(form, no)
            status = CONFLICT
        else:
            readable = queries.visible_to(request.actor).filter(pk=case.pk).exists()
            due = case.promise.due_at.astimezone(ZONE) if case.promise else None
            context = {"case": case, "readable": readable, "due": due}
            response = render(request, "feedback/received.html", context)
            response["Cache-Control"] = "private, no-store"
            return response
    elif form.is_bound:
        status = INVALID
    return render(request, "feedback/lodge.html", {"form": form}, status=status)
