"""The queue, one feedback, its photos, the figures."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.feedback import queries, rules
from motcua.feedback.forms.browsing import Filters, Period
from motcua.feedback.queries import browsing, words
from motcua.feedback.queries import page as pages
from motcua.feedback.queries.indicators import codes_of
from motcua.feedback.rules.indicators import FIGURES
from motcua.feedback.views import showing
from motcua.ui.doors import OfficerRequest, officer, officer_who
from motcua.ui.handing import handed
from motcua.ui.paging import asked_rows

__all__ = ["browse", "counted", "indicators", "page", "photo"]

KEPT = ("q", "status", "kind", "category", "unit", "mine", "late")
reader = officer_who(rules.may_read)


def _may_lodge(request: OfficerRequest) -> bool:
    try:
        rules.may_lodge(request.actor)
    except Refused:
        return False
    return True


@reader
@require_GET
def browse(request: OfficerRequest) -> HttpResponse:
    """Filters in one line, what is due first at the top; what is not done yet when nothing was asked."""
    typed = request.GET if any(name in request.GET for name in (*KEPT, "rows", "all")) else {"status": "open"}
    filters = Filters(typed, units=browsing.units(by=request.actor))
    kept = {name: typed[name] for name in KEPT if typed.get(name)}
    context = {
        "filters": filters,
        "filtered": kept not in ({}, {"status": "open"}),
        "shown": browsing.browse(by=request.actor, at=request.now, wanted=filters.wanted()),
        "address": urlencode(kept or {"all": "1"}),
        "may_lodge": _may_lodge(request),
    }
    return render(request, "feedback/list.html", context)


@officer
@require_GET
def page(request: OfficerRequest, code: str) -> HttpResponse:
    """Everything about one feedback that this officer may read."""
    found = pages.page(by=request.actor, at=request.now, code=code)
    context = {
        "page": found,
        "case": found.case,
        "said": showing.said(found, at=request.now),
        "verbs": showing.buttons(found),
    }
    return render(request, "feedback/page.html", context)


@officer
@require_GET
def photo(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """A photo, as the picture it is and nothing else."""
    stored, content = pages.photo(by=request.actor, code=code, number=number)
    return handed(content, media_type=stored.media_type)


@reader
@require_GET
def indicators(request: OfficerRequest) -> HttpResponse:
    """Decision 766, 5.1 to 5.3, each number with its list."""
    period = Period(request.GET)
    first, last = period.days(request.now.astimezone(ZONE).date())
    found = queries.indicators(by=request.actor, first=first, last=last, at=request.now)
    context = {
        "form": Period(initial={"first": first, "last": last}) if period.is_valid() else period,
        "found": found,
        "period": showing.period(found),
    }
    return render(request, "feedback/indicators.html", context)


@reader
@require_GET
def counted(request: OfficerRequest) -> HttpResponse:
    """The feedback one figure counts."""
    first, last = Period(request.GET).days(request.now.astimezone(ZONE).date())
    figure = request.GET.get("figure", "")
    if figure not in FIGURES:
        raise Refused("missing", "Không có số này.", "There is no such figure.")
    ids = codes_of(by=request.actor, first=first, last=last, at=request.now, figure=figure)
    shown = browsing.chosen(by=request.actor, at=request.now, ids=ids, rows=asked_rows(request.GET))
    context = {
        "shown": shown,
        "title": words.FIGURES[figure],
        "count": len(ids),
        "hidden": len(ids) - shown.total,
        "first": first,
        "last": last,
        "address": urlencode({"figure": figure, "first": first, "last": last}),
    }
    return render(request, "feedback/counted.html", context)
