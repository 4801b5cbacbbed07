"""The leader's overview."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.acts import Role
from motcua.desk import rules
from motcua.desk.queries import ward as wards
from motcua.desk.views.desk import down
from motcua.forecast import rules as forecast
from motcua.notices import queries as notices
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["ward"]


@officer
@require_GET
def ward(request: OfficerRequest) -> HttpResponse:
    """How the promises of the ward stand now; heads of units see their own."""
    found = wards.ward(by=request.actor, at=request.now)
    context = {
        "overview": found,
        "whole": rules.overseen_units(request.actor) is None,
        "hours": found.hours,
        "may_sign": request.actor.has(*rules.SIGNERS),
        "may_level": forecast.levelled_units(request.actor) != frozenset(),
        "may_decide": request.actor.has(Role.CHAIRMAN),
        "down": down(request),
        "place": "/ward/",
        "unreached": notices.unreached(by=request.actor),
    }
    return render(request, "desk/ward.html", context)
