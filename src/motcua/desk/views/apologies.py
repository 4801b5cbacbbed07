"""Proposed apologies, to be read and signed together: each its own act."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.desk import forms
from motcua.desk.queries import apologies as waiting
from motcua.desk.queries import batch as chosen
from motcua.desk.queries.batch import Chosen
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import words
from motcua.dossiers.rules import Cause
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["apologies"]


@officer
@require_http_methods(["GET", "POST"])
def apologies(request: OfficerRequest) -> HttpResponse:
    """Read what is proposed to each applicant; sign those that are ticked."""
    if request.method == "POST":
        return _sign(request)
    rows = list(waiting.proposed(by=request.actor)[: waiting.MOST])
    letters = [(row, words.CAUSES[Cause(row.cause)]) for row in rows]
    return render(request, "desk/apologies.html", {"letters": letters})


def _sign(request: OfficerRequest) -> HttpResponse:
    seen = dict(forms.picks(request.POST.getlist("pick")))
    rows = list(waiting.proposed(by=request.actor, only=list(seen)))
    if not rows:
        messages.info(request, _("Chưa chọn phiếu nào còn chờ ký. Đọc rồi chọn phiếu cần ký."))
        return redirect("desk:apologies")

    def signed(it: Chosen) -> Dossier:
        return actions.approve_extension(by=request.actor, at=request.now, dossier_id=it.dossier.pk, seen=it.seen)

    went = [chosen.went(Chosen(dossier=row.dossier, seen=seen[row.dossier_id]), signed) for row in rows]
    done = [w for w in went if not w.no]
    context = {
        "title": _("Đã ký phiếu xin lỗi cho"),
        "went": done,
        "stayed": [w for w in went if w.no],
        "codes": ",".join(w.dossier.code for w in done),
        "form": "04",
    }
    return render(request, "desk/batch.html", context)
