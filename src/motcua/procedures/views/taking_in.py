"""Taking in a catalogue: a dry run that shows every change and every wrong cell, then the whole of it or nothing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.procedures import actions, queries
from motcua.procedures.forms import Upload
from motcua.procedures.rules import Change, errors
from motcua.procedures.views.door import administrator
from motcua.ui import uploads
from motcua.ui.doors import OfficerRequest, refused

__all__ = ["take_in", "template"]

INVALID = 422
MOST_SHOWN = 200
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORDS = {Change.NEW: "mới", Change.CHANGED: "đổi", Change.UNCHANGED: "như cũ"}


@administrator
@require_http_methods(["GET", "POST"])
def take_in(request: OfficerRequest) -> HttpResponse:
    """Upload → dry run → apply. The bytes come back with the second request and are read anew."""
    today = request.now.astimezone(ZONE).date()
    if request.method != "POST":
        return _shown(request, Upload(initial={"valid_from": today}))
    form = Upload(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, form, status=INVALID)
    try:
        name, content = uploads.sent(request, form)
        found = queries.dry_run(by=request.actor, name=name, content=content)
        if "apply" in request.POST and found.batch is not None:
            actions.import_batch(
                by=request.actor,
                at=request.now,
                batch=found.batch,
                valid_from=form.cleaned_data["valid_from"],
                decision=form.cleaned_data["decision"],
                reason=name,
            )
            said = _("Đã nạp: %(new)s mới, %(changed)s đổi.")
            counted = {"new": found.count(Change.NEW), "changed": found.count(Change.CHANGED)}
            messages.success(request, said % counted)
            return redirect("procedures:list")
    except Refused as no:
        refused(form, no)
        return _shown(request, form, status=INVALID)
    return _shown(
        request,
        form,
        status=INVALID if found.errors else 200,
        run=found,
        name=name,
        kept=uploads.kept(content) if found.batch is not None else "",
        counts=[(WORDS[change], found.count(change)) for change in Change],
        changes=[(d, WORDS[d.change]) for d in found.differences if d.change is not Change.UNCHANGED][:MOST_SHOWN],
        stops=errors(found.findings)[:MOST_SHOWN],
        warns=[f for f in found.findings if f not in errors(found.findings)][:MOST_SHOWN],
    )


def _shown(request: OfficerRequest, form: Upload, *, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "procedures/import.html", {"form": form, **more}, status=status)


@administrator
@require_GET
def template(_request: OfficerRequest) -> HttpResponse:
    """The spreadsheet to fill in."""
    response = HttpResponse(queries.template(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="mau-danh-muc-thu-tuc.xlsx"'
    return response
