"""All dossiers of the ward."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.dossiers.forms.browsing import DRILLED, Filters
from motcua.dossiers.queries import browsing
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["browse"]

KEPT = ("q", "status", "field", "unit", "officer", "channel", "first", "last", "late")


@officer
@require_GET
def browse(request: OfficerRequest) -> HttpResponse:
    """Filters in one line that stay, a search box, rows newest first."""
    typed = request.GET
    opened = any(typed.get(name) for name in DRILLED)  # the list behind a number of another page: it does not stay
    if not opened and not any(name in typed for name in (*KEPT, "rows", "clear")):
        typed = request.session.get("dossier_filters", {})
    filters = Filters(typed, offered=browsing.choices(by=request.actor))
    wanted = filters.wanted()
    kept = {name: typed[name] for name in KEPT if typed.get(name)}
    if not opened and request.session.get("dossier_filters", {}) != kept:
        request.session["dossier_filters"] = kept
    address = kept | {name: typed[name] for name in DRILLED if typed.get(name)}
    context = {
        "filters": filters,
        "filtered": bool(address),
        "shown": browsing.browse(by=request.actor, at=request.now, wanted=wanted),
        "address": urlencode(address),
        "outage": wanted.outage_id,
        "returned": (wanted.returned_first, wanted.returned_last) if wanted.returned_first else None,
    }
    return render(request, "dossiers/list.html", context)
