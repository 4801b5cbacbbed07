"""Apologies to sign, read together, written better where needed: each its own act."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.desk import forms
from motcua.desk.queries import apologies as slips
from motcua.desk.queries import batch as chosen
from motcua.desk.queries.batch import Chosen
from motcua.dossiers import actions
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import words
from motcua.dossiers.rules import OPEN, Cause
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["apologies"]


@officer
@require_http_methods(["GET", "POST"])
def apologies(request: OfficerRequest) -> HttpResponse:
    """Read what is said to each applicant; sign those that are ticked, as they are or as they were written better."""
    if request.method == "POST":
        return _sign(request)
    rows = list(slips.waiting(by=request.actor, at=request.now)[: slips.MOST])
    letters = [(row, words.CAUSES[Cause(row.cause)] if row.cause else "", row.dossier.status in OPEN) for row in rows]
    causes = [(c.value, label) for c, label in words.CAUSES.items()]
    return render(request, "desk/apologies.html", {"letters": letters, "causes": causes})


def _sign(request: OfficerRequest) -> HttpResponse:
    seen = dict(forms.picks(request.POST.getlist("pick")))
    rows = list(slips.waiting(by=request.actor, at=request.now, only=list(seen)))
    if not rows:
        messages.info(request, _("Chưa chọn phiếu nào còn chờ ký. Đọc rồi chọn phiếu cần ký."))
        return redirect("desk:apologies")

    def signed(it: Chosen) -> Dossier:
        better = forms.edited(request.POST, it.dossier.pk)
        day = better.new_due if it.dossier.status in OPEN else None
        return actions.approve_extension(
            by=request.actor,
            at=request.now,
            dossier_id=it.dossier.pk,
            reason=better.reason,
            cause=better.cause,
            new_due=dossiers.close_of(by=request.actor, dossier=it.dossier, day=day),
            seen=it.seen,
        )

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
