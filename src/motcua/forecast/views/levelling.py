"""Levelling the load: what is suggested, and what a leader makes of it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from motcua.acts import Refused
from motcua.dossiers import queries as dossiers
from motcua.forecast import actions, forms, queries, rules
from motcua.forecast.forms import Picked
from motcua.ui.doors import OfficerRequest, officer_who

__all__ = ["levelling"]

leveller = officer_who(rules.may_level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """What became of one ticked move: its code, and why it stayed (empty: it went)."""

    code: str
    no: str = ""


@leveller
@require_http_methods(["GET", "POST"])
def levelling(request: OfficerRequest) -> HttpResponse:
    """Everybody's load before and after; the ticked moves are made, each its own act, or declined for today."""
    went: list[Went] = []
    verb = request.POST.get("verb", "")
    if request.method == "POST" and verb in {"level", "decline"}:
        went = [_went(request, move, verb) for move in forms.moves(request.POST.getlist("pick"))]
    found = queries.levelling(by=request.actor, at=request.now)
    context = {
        "found": found,
        "sentence": rules.levelling_sentence(
            moves=len(found.suggestions), over=sum(p.before > p.capacity for p in found.people)
        ),
        "done": [w for w in went if not w.no],
        "stayed": [w for w in went if w.no],
        "verb": verb,
        "asked": request.method == "POST",
    }
    return render(request, "forecast/levelling.html", context)


def _went(request: OfficerRequest, move: Picked, verb: str) -> Went:
    """One move; an anticipated no is told and harms no other."""
    dossier_id, seen, person_id = move
    dossier = dossiers.get(by=request.actor, dossier_id=dossier_id)
    try:
        if verb == "level":
            actions.level(by=request.actor, at=request.now, dossier_id=dossier_id, assignee_id=person_id, seen=seen)
        else:
            actions.decline(by=request.actor, at=request.now, dossier_id=dossier_id, assignee_id=person_id)
    except Refused as no:
        return Went(code=dossier.code, no=no.vi)
    return Went(code=dossier.code)
