"""Many dossiers at once: each its own act, and an account of which went and which stayed."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from motcua.acts import Refused
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import papers
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["advance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """One dossier of a batch: where it is now, or why it stayed."""

    dossier: Dossier
    step: str = ""
    no: str = ""


@officer
@require_POST
def advance(request: OfficerRequest) -> HttpResponse:
    """Hand over the chosen dossiers to their next step; a dossier that cannot go does not hold the others."""
    codes = [code for text in request.POST.getlist("codes") for code in text.split(",")]
    found = papers.chosen(by=request.actor, codes=codes)
    note = request.POST.get("note", "")[:1000]
    went = [_advanced(request, dossier, note) for dossier in found]
    context = {"went": [w for w in went if not w.no], "stayed": [w for w in went if w.no]}
    return render(request, "dossiers/batch.html", context)


def _advanced(request: OfficerRequest, dossier: Dossier, note: str) -> Went:
    seen = request.POST.get(f"seen-{dossier.code}", "")
    try:
        moved = actions.advance(
            by=request.actor,
            at=request.now,
            dossier_id=dossier.pk,
            note_text=note,
            seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else None,
        )
    except Refused as no:
        return Went(dossier=dossier, no=no.vi)
    return Went(dossier=moved, step=moved.step.name if moved.step else "")
