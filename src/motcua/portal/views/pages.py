"""Pages of the portal: one question, one answer; the office; its procedures."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from motcua import vietnam
from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.portal import queries, rules
from motcua.portal.forms import LookUp, tidy
from motcua.portal.queries import Answer
from motcua.portal.views import saying
from motcua.tries.actions import count_try
from motcua.tries.rules import Window, opens_again, seconds_to_wait
from motcua.ui.residents import PublicRequest, scriptless, unlisted

__all__ = ["look_up", "office", "procedure", "procedures"]

OFTEN = 429
NOT_FOUND = 404
INVALID = 422


@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def look_up(request: PublicRequest) -> HttpResponse:
    """Ask for a code and four digits; answer with the promise sentence. Wrong ones all get the same answer."""
    if request.method != "POST":
        code = tidy(request.GET.get("code", ""))
        form = LookUp(initial={"code": code})
        if code:  # from the QR code of a receipt: only the digits are left to ask
            form.fields["tail"].widget.attrs["autofocus"] = True
        return _page(request, {"form": form, "wards": queries.wards()[:30]})
    form = LookUp(request.POST)
    if not form.is_valid():
        return _page(request, {"form": form}, status=INVALID)
    code, tail = form.cleaned_data["code"], form.cleaned_data["tail"]
    spent = count_try(counted=rules.counted(address=request.META.get("REMOTE_ADDR", ""), code=code), at=request.now)
    if spent is not None:
        return _too_often(request, form, spent)
    try:
        found = queries.answer(code=code, tail=tail, at=request.now)
    except Refused as no:
        form.add_error(None, no.en if get_language() == "en" else no.vi)
        return _page(request, {"form": form}, status=NOT_FOUND)
    return _page(request, {"form": form, **_answered(found, request.now)})


def _too_often(request: PublicRequest, form: LookUp, spent: Window) -> HttpResponse:
    again = opens_again(request.now, spent).astimezone(ZONE)
    when = f"{again:%H:%M}" if spent.length <= timedelta(hours=1) else f"{again:%H:%M, %d/%m}"
    form.add_error(None, _("Đã tra cứu quá nhiều lần. Thử lại sau %(when)s, hoặc gọi phường.") % {"when": when})
    response = _page(request, {"form": form}, status=OFTEN)
    response["Retry-After"] = str(seconds_to_wait(request.now, spent))
    return response


def _page(request: HttpRequest, context: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    return render(request, "portal/look_up.html", dict(context), status=status)


def _answered(found: Answer, at: datetime) -> dict[str, Any]:
    dossier = found.dossier
    reasons = found.why.explanation.reasons if found.why else ()
    return {
        "answer": found,
        "dossier": dossier,
        "ward": dossier.ward,
        "said": saying.said(found, at=at),
        "who": vietnam.mask_name(dossier.applicant_name),
        "stages": saying.way(found),
        "limit": saying.limit_words(dossier.promise.limit) if dossier.promise else "",
        "due_at": found.why.due_at if found.why else None,
        "days": saying.strip_words(found.why.explanation.strip()) if found.why else (),
        "told": [saying.told_words(one, at) for one in found.told],
        "reasons": [(r.when, saying.reason_words(r.kind, r.text)) for r in reasons],
    }


@scriptless
@require_safe
def office(request: PublicRequest, slug: str) -> HttpResponse:
    """Where the office is, when it is open, how to reach it."""
    found = queries.office(slug=slug, at=request.now)
    days = (_("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ nhật"))
    return render(
        request,
        "portal/office.html",
        {
            "office": found,
            "ward": found.ward,
            "receives": found.receives,
            "hours": [(days[n], regular, extra) for n, regular, extra in found.hours if regular or extra],
        },
    )


@scriptless
@require_safe
def procedures(request: PublicRequest, slug: str) -> HttpResponse:
    """Procedures and fees, as the boards of the ward show them; searched as people type."""
    ward = queries.ward_named(slug)
    typed = vietnam.clean(request.GET.get("q", "")[:800])[:200]
    found = queries.listed(ward_id=ward.pk, text=typed, at=request.now)
    groups: dict[str, list[tuple[Any, str]]] = {}
    for hit in found:
        groups.setdefault("" if typed else hit.field, []).append((hit, saying.limit_words(hit.limit)))
    return render(
        request, "portal/procedures.html", {"ward": ward, "typed": typed, "groups": groups, "count": len(found)}
    )


@scriptless
@require_safe
def procedure(request: PublicRequest, slug: str, code: str) -> HttpResponse:
    """What to bring, how long it takes, what it costs, on what basis."""
    ward = queries.ward_named(slug)
    found = queries.procedure(ward_id=ward.pk, code=code, at=request.now)
    cases = [(case, saying.limit_words(case.limit)) for case in found.cases]
    return render(
        request,
        "portal/procedure.html",
        {"ward": ward, "page": found, "version": found.version, "cases": cases},
    )
