"""Search."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.desk import forms
from motcua.desk.queries import finding
from motcua.desk.queries.finding import Group
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["search"]


@officer
@require_GET
def search(request: OfficerRequest) -> HttpResponse:
    """What answers the words, in groups; a whole code goes straight to its dossier."""
    typed = forms.text(request.GET, "q")
    code = finding.exact(by=request.actor, text=typed)
    if code:
        return redirect("dossiers:page", code=code)
    found = finding.find(by=request.actor, at=request.now, text=typed)
    labels = {
        Group.CODE: _("Mã hồ sơ"),
        Group.NAME: _("Người nộp"),
        Group.NUMBER: _("Điện thoại, số căn cước"),
        Group.PROCEDURE: _("Thủ tục của hồ sơ"),
        Group.MIXED: _("Nhiều ô cùng khớp"),
    }
    groups = [(labels[group], hits) for group, hits in found.groups.items()]
    return render(request, "desk/search.html", {"typed": typed, "found": found, "groups": groups})
