"""The overview of conduct, and what people wrote when they were very dissatisfied with the attitude."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua import vietnam
from motcua.clock import ZONE
from motcua.conduct import actions, forms, queries, rules
from motcua.surveys.rules import month_of
from motcua.ui.doors import OfficerRequest, officer_who
from motcua.ui.verbs import asked

__all__ = ["close_matter", "explain_matter", "matter", "overview"]

CLOSED = 8  # rows shown even when all are concluded
reader = officer_who(rules.may_read)


def _today(request: OfficerRequest) -> date:
    return request.now.astimezone(ZONE).date()


@reader
@require_GET
def overview(request: OfficerRequest) -> HttpResponse:
    """What waits, what is asked for and not met, and the attitude people met, officer by officer."""
    by, at = request.actor, request.now
    last = month_of(at)
    found = queries.attitude(by=by, at=at, first=last.replace(year=last.year - 1), last=last)
    told = queries.matters(by=by, at=at)
    waiting = [row for row in told if row.closed_at is None]
    shown = told if "all" in request.GET else told[: max(len(waiting), CLOSED)]
    context = {
        "found": found,
        "matters": shown,
        "more": len(told) - len(shown),
        "waiting": len(waiting),
        "demands": queries.demands_open(by=by, today=_today(request)),
        "to_explain": queries.to_explain(by=by, at=at),
        "may_record": by.has(*rules.LEADERS),
        "lines": [(line, _rate(line.rate, found.least)) for line in found.lines],
        "total": _rate(found.total.rate, found.least),
    }
    return render(request, "conduct/overview.html", context)


def _rate(rate: Any, least: int) -> str:
    return vietnam.percent(rate) if rate is not None else _("chưa đủ %(n)s phiếu") % {"n": least}


@reader
@require_GET
def matter(request: OfficerRequest, matter_id: UUID) -> HttpResponse:
    """One matter: the words, what surrounded them, the officer's side, what follows."""
    told = queries.matter(by=request.actor, at=request.now, matter_id=matter_id)
    return render(request, "conduct/matter.html", _context(request, told))


def _context(request: OfficerRequest, told: queries.Told) -> dict[str, Any]:
    days = max(told.working_days, 1)
    return {
        "told": told,
        "matter": told.matter,
        "a_day": vietnam.number(Decimal(told.received) / days, 0 if told.received >= 10 * days else 1),
        "may_explain": told.officer_id == request.actor.id and told.matter.explained_at is None,
        "may_close": request.actor.has(*rules.LEADERS) and told.matter.closed_at is None,
    }


Act = Callable[..., object]


def _said(
    request: OfficerRequest, matter_id: UUID, *, act: Act, label: str, submit: str, done: str, title: str
) -> HttpResponse:
    told = queries.matter(by=request.actor, at=request.now, matter_id=matter_id)
    form = forms.Saying(request.POST or None, label=label)
    return asked(
        request,
        form,
        lambda: act(by=request.actor, at=request.now, matter_id=matter_id, words=form.cleaned_data["words"]),
        template="conduct/say.html",
        done=done,
        back=reverse("conduct:matter", kwargs={"matter_id": matter_id}),
        **_context(request, told),
        submit=submit,
        title=title,
    )


@reader
@require_http_methods(["GET", "POST"])
def explain_matter(request: OfficerRequest, matter_id: UUID) -> HttpResponse:
    """The officer's side."""
    return _said(
        request,
        matter_id,
        act=actions.explain_matter,
        title=_("Giải trình"),
        label=_("Lời của bạn"),
        submit=_("Gửi giải trình"),
        done=_("Đã ghi lời giải trình."),
    )


@officer_who(rules.may_close)
@require_http_methods(["GET", "POST"])
def close_matter(request: OfficerRequest, matter_id: UUID) -> HttpResponse:
    """What follows."""
    return _said(
        request,
        matter_id,
        act=actions.close_matter,
        title=_("Kết luận"),
        label=_("Đã xem xét và làm gì"),
        submit=_("Ghi kết luận"),
        done=_("Đã ghi kết luận."),
    )
