"""The dossier page: one glance tells who owes what by when and why that date."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.dossiers.queries import page as pages
from motcua.dossiers.queries.papers import printables
from motcua.dossiers.views.showing import shown
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["page"]


@officer
@require_GET
def page(request: OfficerRequest, code: str) -> HttpResponse:
    """Everything about one dossier of the officer's ward."""
    found = pages.page(by=request.actor, at=request.now, code=code)
    context = {"page": shown(found, printables(found.dossier)), "dossier": found.dossier}
    return render(request, "dossiers/page.html", context)
