"""One view for each verb: ask the rule first, show the form, perform the act, go back to the petition."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from motcua.acts import Refused
from motcua.petitions import actions, rules
from motcua.petitions.forms.verbs import FORMS, People, VerbForm
from motcua.petitions.models import Petition
from motcua.petitions.queries import holding
from motcua.petitions.rules import Matter, Stage, Verb
from motcua.petitions.views.door import CONFLICT, INVALID, kept_nowhere, people
from motcua.ui.doors import OfficerRequest, officer_who, refused

__all__ = ["DONE", "view_of"]

DONE: dict[Verb, Any] = {
    Verb.CLASSIFY: _("Đã phân loại."),
    Verb.ACCEPT: _("Đã thụ lý. Hạn giải quyết chạy từ bây giờ."),
    Verb.FORWARD: _("Đã ghi chuyển đơn."),
    Verb.GUIDE: _("Đã ghi hướng dẫn."),
    Verb.KEEP_ON_FILE: _("Đã lưu đơn."),
    Verb.GIVE_BACK: _("Đã ghi trả đơn."),
    Verb.SPLIT: _("Đã tách đơn. Mỗi phần có số riêng trong sổ."),
    Verb.JOIN: _("Đã ghép vào đơn trước."),
    Verb.ASSIGN: _("Đã đổi người xử lý."),
    Verb.EXTEND: _("Đã gia hạn theo luật. Hạn đầu giữ nguyên trong sổ."),
    Verb.SUSPEND: _("Đã ghi tạm đình chỉ."),
    Verb.RESUME: _("Lời hẹn chạy tiếp."),
    Verb.STOP: _("Đã ghi đình chỉ."),
    Verb.CONCLUDE: _("Đã ghi văn bản."),
    Verb.SEND: _("Đã ghi việc gửi."),
    Verb.PUBLISH: _("Đã ghi việc công khai."),
    Verb.ATTACH: _("Đã thêm tài liệu."),
    Verb.WITHDRAW: _("Đã ghi rút đơn."),
}


def view_of(verb: Verb) -> Callable[..., HttpResponse]:
    """The view of one verb. Whoever was overtaken is told by whom; what they typed stays."""
    perform = getattr(actions, verb.value)

    @kept_nowhere
    @officer_who(rules.may_enter)
    @require_http_methods(["GET", "POST"])
    def view(request: OfficerRequest, year: int, number: int) -> HttpResponse:
        by, at = request.actor, request.now
        petition = holding.find(by=by, at=at, year=year, number=number)
        kind, matter = FORMS[verb], Matter(petition.matter)
        offered = _offered(request, kind)
        if request.method != "POST":
            _ask(verb, request, petition)
            form = kind(initial=_first(verb, petition), people=offered, matter=matter)
            return _shown(request, verb, petition, form)
        data = request.POST.copy()
        form = kind(data, request.FILES, people=offered, matter=matter)
        if not form.is_valid():
            return _shown(request, verb, petition, form, status=INVALID)
        try:
            perform(by=by, at=at, petition_id=petition.pk, **form.typed())
        except Refused as no:
            refused(form, no)
            if no.code == "petition.moved":
                data["seen"] = str(petition.seen_no)  # sending again is a decision about the new state
            return _shown(request, verb, petition, form, status=CONFLICT)
        messages.success(request, str(DONE[verb]))
        return redirect("petitions:page", year=year, number=number)

    view.__name__ = verb.value
    return view


def _offered(request: OfficerRequest, kind: type[VerbForm]) -> People:
    """Whom the form lets choose: anybody may be accused, only some may handle."""
    if "handler_id" in kind.takes_people:
        return list(holding.handlers(by=request.actor, at=request.now).values_list("id", "name"))
    return people(request.actor) if kind.takes_people else ()


def _first(verb: Verb, petition: Petition) -> dict[str, Any]:
    more: dict[str, Any] = {}
    if verb is Verb.CLASSIFY:
        more = {"matter": petition.matter, "gist": petition.gist}
    if verb is Verb.JOIN:
        more = {"year": petition.year}
    return {"seen": petition.seen_no, **more}


def _ask(verb: Verb, request: OfficerRequest, petition: Petition) -> None:
    owed = petition.stages.filter(closed_at__isnull=True).values_list("stage", flat=True)
    facts = holding.facts(by=request.actor, petition=petition, open_stages=frozenset(Stage(one) for one in owed))
    rules.may(verb=verb, by=request.actor, at=request.now, facts=facts)


def _shown(
    request: OfficerRequest, verb: Verb, petition: Petition, form: VerbForm, *, status: int = 200
) -> HttpResponse:
    context = {"petition": petition, "form": form, "conflict": status == CONFLICT}
    return render(request, f"petitions/{verb.value}.html", context, status=status)
