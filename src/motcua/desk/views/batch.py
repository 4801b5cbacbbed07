"""Many rows at once: each its own act, and an account of which went and why others stayed."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.desk import forms
from motcua.desk.queries import batch as chosen
from motcua.desk.queries.batch import Chosen, Went
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["batch"]


@officer
@require_POST
def batch(request: OfficerRequest) -> HttpResponse:
    """Do what was asked to the chosen rows; a row that cannot go does not hold the others."""
    found = chosen.chosen(by=request.actor, picks=forms.picks(request.POST.getlist("pick")))
    if not found:
        messages.info(request, _("Chưa chọn hồ sơ nào. Chọn ở đầu hàng rồi bấm lại."))
        return redirect("desk:desk")
    doing = {"advance": _advance, "print": _print, "assign": _assign}.get(request.POST.get("verb", ""))
    if doing is None:
        messages.info(request, _("Chưa chọn việc. Bấm một nút ở cuối trang."))
        return redirect("desk:desk")
    return doing(request, found)


def _advance(request: OfficerRequest, found: list[Chosen]) -> HttpResponse:
    """Complete the current step of each."""

    def onward(it: Chosen) -> Dossier:
        return actions.advance(by=request.actor, at=request.now, dossier_id=it.dossier.pk, seen=it.seen)

    return _told(request, found, onward, title=_("Đã chuyển bước"))


def _print(_request: OfficerRequest, found: list[Chosen]) -> HttpResponse:
    """The control slips of all in one file."""
    codes = ",".join(it.dossier.code for it in found)
    return redirect(f"/dossiers/papers/?{urlencode({'form': '06', 'codes': codes})}")


def _assign(request: OfficerRequest, found: list[Chosen]) -> HttpResponse:
    """Ask to whom; then put the current step of each on that desk."""
    assignee = request.POST.get("assignee")
    if assignee is None:
        people = chosen.receivers(by=request.actor, at=request.now, chosen=found)
        return render(request, "desk/assign.html", {"chosen": found, "people": people})
    to = forms.uuid(assignee)
    reason = forms.text(request.POST, "reason", most=1000)

    def given(it: Chosen) -> Dossier:
        return actions.assign(
            by=request.actor, at=request.now, dossier_id=it.dossier.pk, assignee_id=to, reason=reason, seen=it.seen
        )

    return _told(request, found, given, title=_("Đã bàn giao"))


def _told(request: OfficerRequest, found: list[Chosen], do: Callable[[Chosen], Dossier], *, title: str) -> HttpResponse:
    went = [chosen.went(it, do) for it in found]
    done: list[Went] = [w for w in went if not w.no]
    context = {"title": title, "went": done, "stayed": [w for w in went if w.no]}
    return render(request, "desk/batch.html", {**context, "codes": ",".join(w.dossier.code for w in done)})
