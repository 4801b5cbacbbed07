"""Handing a routed feedback to the book of petitions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.desk.queries import handing
from motcua.petitions import actions as petitions
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["hand_over"]


@officer
@require_POST
def hand_over(request: OfficerRequest, code: str) -> HttpResponse:
    """Write it into the book, once; whoever asks again is led to its line."""
    by = request.actor
    handed = handing.handed(by=by, code=code)  # first: who may not read it learns nothing of the book either
    line = handing.written(by=by, code=code)
    if line is None:
        petition = petitions.receive(by=by, at=request.now, new=handed.new, files=handed.photos)
        line = petition.year, petition.number
        messages.success(request, _("Đã vào sổ đơn thư. Người gửi thấy trên trang của mình là đã chuyển."))
    return redirect("petitions:page", year=line[0], number=line[1])
