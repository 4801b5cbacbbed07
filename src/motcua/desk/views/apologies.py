"""Apologies to sign, read together, written better where needed: each its own act."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.clock import ZONE
from motcua.desk import forms
from motcua.desk.queries import apologies as slips
from motcua.desk.queries import batch as chosen
from motcua.desk.queries.batch import Chosen, Went
from motcua.dossiers import actions
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Dossier, Extension
from motcua.dossiers.queries import words
from motcua.dossiers.rules import OPEN, Cause
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["apologies"]


INVALID, CONFLICT = HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One slip on the page: what stands in it, or what was typed over it; `no` says why it was not signed."""

    letter: Extension
    said_cause: str
    open: bool
    reason: str
    cause: str
    new_due: str
    typed: bool = False
    picked: bool = False
    no: str = ""


@officer
@require_http_methods(["GET", "POST"])
def apologies(request: OfficerRequest) -> HttpResponse:
    """Read what is said to each applicant; sign those that are ticked, as they are or as they were written better."""
    return _sign(request) if request.method == "POST" else _page(request)


def _page(
    request: OfficerRequest,
    *,
    done: Sequence[Went] = (),
    stayed: Sequence[Went] = (),
    picked: Iterable[UUID] = (),
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The slips that wait; after a refusal with every word that was typed, whichever slip it was typed in."""
    no, ticked = {it.dossier.pk: it.no for it in stayed}, set(picked)
    rows = slips.waiting(by=request.actor, at=request.now)[: slips.MOST]
    letters = [_slip(row, request.POST, no=no.get(row.dossier_id, ""), picked=row.dossier_id in ticked) for row in rows]
    context = {
        "letters": letters,
        "causes": [(c.value, label) for c, label in words.CAUSES.items()],
        "done": done,
        "codes": ",".join(it.dossier.code for it in done),
        "stayed": stayed,
        "place": "/ward/",
    }
    return render(request, "desk/apologies.html", context, status=status)


def _slip(row: Extension, typed: Mapping[str, str], *, no: str, picked: bool) -> Slip:
    stands = {
        "reason": row.reason,
        "cause": row.cause,
        "new_due": f"{row.new_due_at.astimezone(ZONE):%d/%m/%Y}" if row.new_due_at else "",
    }
    shown = {name: forms.kept(typed, name, row.dossier_id, value) for name, value in stands.items()}
    return Slip(
        letter=row,
        said_cause=str(words.CAUSES[Cause(row.cause)]) if row.cause else "",
        open=row.dossier.status in OPEN,
        typed=shown != stands,
        picked=picked,
        no=no,
        **shown,
    )


def _sign(request: OfficerRequest) -> HttpResponse:
    seen = dict(forms.picks(request.POST.getlist("pick")))
    rows = list(slips.waiting(by=request.actor, at=request.now, only=list(seen)))
    if not rows:
        messages.info(request, _("Chưa chọn phiếu nào còn chờ ký. Đọc rồi chọn phiếu cần ký."))
        return _page(request, status=INVALID)

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
    stayed = [w for w in went if w.no]
    if stayed:
        return _page(request, done=done, stayed=stayed, picked=[w.dossier.pk for w in stayed], status=CONFLICT)
    context = {
        "title": _("Đã ký phiếu xin lỗi cho"),
        "went": done,
        "stayed": [],
        "codes": ",".join(w.dossier.code for w in done),
        "form": "04",
        "place": "/ward/",
    }
    return render(request, "desk/batch.html", context)
