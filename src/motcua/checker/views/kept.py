"""What an officer kept of their checks: the list, each one checked anew, keeping and discarding."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from motcua.acts import Refused
from motcua.checker import actions
from motcua.checker.forms.kept import Discard, Keep
from motcua.checker.models import Statement
from motcua.checker.queries import kept
from motcua.checker.rules import Counts, checked, counted
from motcua.checker.views.telling import compared, result
from motcua.ui.doors import OfficerRequest, officer
from motcua.ui.paging import asked_rows
from motcua.ui.verbs import asked

__all__ = ["discard", "keep", "statement", "statements"]


@officer
@require_http_methods(["GET", "POST"])
def keep(request: OfficerRequest) -> HttpResponse:
    """Keep what the page of a check shows; whoever comes without a check goes to make one."""
    if request.method != "POST":
        return redirect("checker:check")
    form = Keep(request.POST)
    return asked(
        request,
        form,
        lambda: actions.keep(by=request.actor, at=request.now, **form.typed()),
        template="checker/keep.html",
        done=_("Đã giữ lại lần kiểm này."),
        back=reverse("checker:check"),
        then=lambda made: reverse("checker:statement", kwargs={"statement_id": made.pk}),
        submit=_("Giữ lại"),
    )


@officer
@require_GET
def statements(request: OfficerRequest) -> HttpResponse:
    """What the actor keeps, newest first."""
    return render(request, "checker/kept.html", {"shown": kept.kept(by=request.actor, rows=asked_rows(request.GET))})


@officer
@never_cache
@require_GET
def statement(request: OfficerRequest, statement_id: UUID) -> HttpResponse:
    """One of them, read and checked as the checker does now; it says so when that differs from the day it was kept."""
    one = kept.statement(by=request.actor, statement_id=statement_id)
    context = {"kept": one, "before": _before(one)}
    try:
        found = checked(one.text)
    except Refused as no:  # what was short enough once may be too long now
        return render(request, "checker/statement.html", {**context, "no": no})
    context |= {**result(found, english=False), "after": counted(found)}
    try:
        context["compared"] = compared(request, found, one.first, one.last)
    except Refused:  # whoever kept it may have lost the right to read the ward's figures
        context["compared"] = None
    return render(request, "checker/statement.html", context)


@officer
@require_http_methods(["GET", "POST"])
def discard(request: OfficerRequest, statement_id: UUID) -> HttpResponse:
    """Ask once, then erase the text."""
    one = kept.statement(by=request.actor, statement_id=statement_id)
    return asked(
        request,
        Discard(request.POST),
        lambda: actions.discard(by=request.actor, at=request.now, statement_id=one.pk),
        template="checker/discard.html",
        done=_("Đã bỏ. Chữ của bài đã xóa."),
        back=reverse("checker:statement", kwargs={"statement_id": one.pk}),
        then=lambda _made: reverse("checker:kept"),
        kept=one,
        submit=_("Bỏ, xóa chữ của bài"),
    )


def _before(one: Statement) -> Counts:
    return Counts(
        failing=one.failing, truncated=one.truncated, consistent=one.consistent, undetermined=one.undetermined
    )
