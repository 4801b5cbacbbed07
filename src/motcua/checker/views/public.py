"""The page: a report in, the same report back with its figures marked and what fails said. Nothing is kept here."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.checker.forms.kept import Keep
from motcua.checker.forms.public import Statement, Statements
from motcua.checker.queries import kept
from motcua.checker.queries.files import Checked
from motcua.checker.rules import ASKING, MOST_FILES, OFFICERS, fingerprint, title_of, total
from motcua.checker.views.telling import compared, file_context, on_paper, result, wrong
from motcua.clock import ZONE
from motcua.statements.telling.report import Report, summary
from motcua.tries.actions import count_try
from motcua.tries.rules import Window, opens_again
from motcua.ui.residents import PublicRequest, english, unlisted

__all__ = ["check_statement"]

DONE, INVALID, OFTEN = 200, 422, 429


@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_statement(request: PublicRequest) -> HttpResponse:
    """Ask for a report and answer with what was found; the button "note" gives the sheet for who wrote it.

    An officer may bring several files: a line for each.
    """
    asked = Statements if _officer(request) else Statement
    if request.method != "POST":
        return _page(request, asked())
    form = asked(request.POST, request.FILES)
    spent = _spent(request)
    if spent is not None:
        again = opens_again(request.now, spent).astimezone(ZONE)
        form.add_error(None, _("Kiểm nhiều lần quá. Thử lại sau %(when)s.") % {"when": f"{again:%H:%M}"})
        return _page(request, form, status=OFTEN)
    if not form.is_valid():
        return _page(request, form, status=INVALID)
    if "several" in form.cleaned_data:
        return _page(request, asked(), **_several(form.cleaned_data["several"]))
    found, first, last = (form.cleaned_data[name] for name in ("found", "first", "last"))
    context = {
        **result(found, english=english()),
        "compared": compared(request, found, first, last),
        "now": request.now,
    }
    if "note" in request.POST:
        both = [("vi", "Ghi chú về số liệu", False), ("en", "Note on figures", True)]
        context["languages"] = [
            (code, title, summary(found, english=other), wrong(found, english=other)) for code, title, other in both
        ]
        return render(request, "checker/public/note.html", context | on_paper(found))
    context |= _keeping(request, found, form.cleaned_data)
    return _page(request, asked(initial={"text": found.text, "first": first, "last": last}), **context)


def _officer(request: PublicRequest) -> bool:
    return request.actor is not None and bool(request.actor.roles)


def _spent(request: PublicRequest) -> Window | None:
    """Count a try for each file; the window that is spent, or None."""
    if request.actor is not None and _officer(request):
        files = min(len(request.FILES.getlist("file")), MOST_FILES)
        counted = [(window, str(request.actor.id)) for window in OFFICERS for _file in range(max(files, 1))]
    else:
        counted = [(window, request.META.get("REMOTE_ADDR", "")) for window in ASKING]
    return count_try(counted=counted, at=request.now)


def _several(done: list[Checked]) -> dict[str, Any]:
    in_english = english()
    first = sorted(done, key=lambda one: (not one.fails, not one.unread))  # what asks for something; else as chosen
    return {
        "files": [file_context(n, one, english=in_english) for n, one in enumerate(first, start=1)],
        "total": total(
            files=len(done),
            wrong=sum(one.fails for one in done),
            unread=sum(one.unread for one in done),
            english=in_english,
        ),
        "clean": not any(one.fails or one.unread for one in done),
    }


def _keeping(request: PublicRequest, found: Report, data: dict[str, Any]) -> dict[str, Any]:
    """The form that keeps this check, for an officer; or when they kept the same text before."""
    if request.actor is None or not _officer(request):
        return {}
    before = kept.same(by=request.actor, sha256=fingerprint(found.text))
    if before is not None:
        return {"kept": before}
    first = {
        "text": found.text,
        "title": title_of(found.text, file=data["name"]),
        "first": data["first"],
        "last": data["last"],
    }
    return {"keeping": Keep(initial=first, auto_id="keep_%s")}


def _page(request: PublicRequest, form: Statement, *, status: int = DONE, **context: Any) -> HttpResponse:
    page = {"form": form, "officer": _officer(request), **context}
    return render(request, "checker/public/check.html", page, status=status)
