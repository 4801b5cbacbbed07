"""Asking for a procedure that the system lacks, from the desk and from intake; the administrator answers."""

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.acts import Refused, Role
from motcua.procedures import actions, queries
from motcua.procedures.forms import ANSWERS, AnswerForm, AskForm, RequestFilters
from motcua.procedures.models import Request
from motcua.procedures.rules import Answer, may_ask
from motcua.procedures.views.door import administrator
from motcua.ui.doors import OfficerRequest, officer, officer_who, refused

__all__ = ["answer_request", "ask_for", "request_page", "requests"]

asker = officer_who(may_ask)
INVALID, CONFLICT = 422, 409


@officer
@require_GET
def requests(request: OfficerRequest) -> HttpResponse:
    """What was asked for, by due; everybody sees it, the administrator answers."""
    filters = RequestFilters(request.GET)
    state = filters.state_wanted()
    shown = queries.requests(by=request.actor, at=request.now, state=state, rows=filters.rows_wanted())
    context = {
        "filters": filters,
        "state": state,
        "shown": shown,
        "rows": [(line, _answered(line.request)) for line in shown.rows],
        "more": f"?state={state}&rows={shown.next_rows}",
        "may_ask": not request.actor.roles <= {Role.SUPERVISOR},
    }
    return render(request, "procedures/requests.html", context)


def _answered(row: Request) -> str:
    return str(ANSWERS[Answer(row.answer)]) if row.answer else ""


@asker
@require_http_methods(["GET", "POST"])
def ask_for(request: OfficerRequest) -> HttpResponse:
    """One short form; the same procedure asked again joins the open request."""
    if request.method != "POST":
        return _asked(request, AskForm(initial={"name": request.GET.get("name", "")[:400]}))
    form = AskForm(request.POST)
    if not form.is_valid():
        return _asked(request, form, status=INVALID)
    try:
        row = actions.ask_for(by=request.actor, at=request.now, **form.cleaned_data)
    except Refused as no:
        refused(form, no)
        return _asked(request, form, status=CONFLICT)
    said = _("Đã chuyển quản trị. Trả lời sẽ hiện ở đây và trên bàn việc của bạn.")
    if row.times > 1:
        said = _("Thủ tục này đã được hỏi %(n)s lần; lần này được tính thêm vào.") % {"n": row.times}
    messages.success(request, said)
    return redirect("procedures:request", request_id=row.pk)


def _asked(request: OfficerRequest, form: AskForm, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "title": _("Thủ tục chưa có trên hệ thống"),
        "intro": _("Quản trị trả lời có hạn: đã thêm, đã có sẵn, hoặc người dân cần đến đâu."),
        "submit": _("Chuyển quản trị"),
        "back": reverse("procedures:requests"),
    }
    return render(request, "procedures/ask.html", context, status=status)


@officer
@require_GET
def request_page(request: OfficerRequest, request_id: UUID) -> HttpResponse:
    """One request, who asked, by when it is answered, and the answer."""
    line, askings = queries.request_page(by=request.actor, at=request.now, request_id=request_id)
    context = {
        "line": line,
        "row": line.request,
        "askings": askings,
        "answer": _answered(line.request),
        "admin": request.actor.has(Role.ADMIN),
    }
    return render(request, "procedures/request.html", context)


@administrator
@require_http_methods(["GET", "POST"])
def answer_request(request: OfficerRequest, request_id: UUID) -> HttpResponse:
    """What became of it."""
    row = queries.request(by=request.actor, request_id=request_id)
    if request.method != "POST":
        return _answering(request, row, AnswerForm())
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _answering(request, row, form, status=INVALID)
    typed: dict[str, Any] = {**form.cleaned_data, "answer": Answer(form.cleaned_data["answer"])}
    try:
        actions.answer_request(by=request.actor, at=request.now, request_id=row.pk, **typed)
    except Refused as no:
        refused(form, no)
        return _answering(request, row, form, status=CONFLICT)
    messages.success(request, _("Đã trả lời. Người hỏi thấy ngay trên bàn việc."))
    return redirect("procedures:requests")


def _answering(request: OfficerRequest, row: Request, form: django_forms.Form, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "title": _("Trả lời yêu cầu bổ sung thủ tục"),
        "intro": row.name,
        "submit": _("Trả lời"),
        "back": reverse("procedures:request", args=[row.pk]),
    }
    return render(request, "procedures/ask.html", context, status=status)
