"""Papers out: forms 01–07 as PDF, one or many, and the scans that were handed in."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.acts import Refused
from motcua.dossiers.queries import page as pages
from motcua.dossiers.queries import papers
from motcua.dossiers.queries.papers import Printable
from motcua.dossiers.views.door import site
from motcua.files import queries as files
from motcua.ui.doors import OfficerRequest, officer
from motcua.ui.handing import handed
from motcua.ui.periods import Period

__all__ = ["bulk", "form", "hand_over", "paper", "register", "register_pdf", "result"]

SHOWN = 25


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _printable(form: str) -> Printable:
    try:
        return Printable(form)
    except ValueError:
        raise Refused("missing", "Không có mẫu này.", "There is no such form.") from None


def _codes(request: OfficerRequest) -> list[str]:
    return [code for text in request.GET.getlist("codes") for code in text.split(",")]


@officer
@require_GET
def form(request: OfficerRequest, code: str, form: str) -> HttpResponse:
    """One official paper of one dossier."""
    wanted = _printable(form)
    found = papers.chosen(by=request.actor, codes=[code])
    content = papers.pdf(by=request.actor, at=request.now, dossiers=found, paper=wanted, site=site(request))
    return _pdf(content, f"{form}-{found[0].code}")


@officer
@require_GET
def bulk(request: OfficerRequest) -> HttpResponse:
    """The same paper of many dossiers in one file."""
    wanted = _printable(request.GET.get("form", Printable.RECEIPT.value))
    found = papers.chosen(by=request.actor, codes=_codes(request))
    content = papers.pdf(by=request.actor, at=request.now, dossiers=found, paper=wanted, site=site(request))
    return _pdf(content, f"{wanted.value}-{len(found)}-ho-so")


@officer
@require_GET
def hand_over(request: OfficerRequest) -> HttpResponse:
    """The list by which many dossiers change hands."""
    found = papers.chosen(by=request.actor, codes=_codes(request))
    content = papers.hand_over(by=request.actor, at=request.now, dossiers=found, site=site(request))
    return _pdf(content, f"ban-giao-{request.now:%Y%m%d-%H%M}")


@officer
@require_GET
def register(request: OfficerRequest) -> HttpResponse:
    """Form 07 on the screen."""
    period = Period(request.GET)
    first, last = period.days(request.now.date())
    rows = papers.register_rows(by=request.actor, first=first, last=last)
    total = rows.count()
    size = total if "all" in request.GET else SHOWN
    shown = list(rows[: min(size, papers.REGISTER_MOST)])
    start = papers.before(by=request.actor, first=first)
    context = {
        "form": Period(initial={"first": first, "last": last}) if period.is_valid() else period,
        "first": first,
        "last": last,
        "rows": list(enumerate(shown, start=start + 1)),
        "total": total,
        "remaining": total - len(shown),
    }
    return render(request, "dossiers/register.html", context)


@officer
@require_GET
def register_pdf(request: OfficerRequest) -> HttpResponse:
    """Form 07 on paper."""
    first, last = Period(request.GET).days(request.now.date())
    content = papers.register(by=request.actor, at=request.now, first=first, last=last, site=site(request))
    return _pdf(content, f"so-theo-doi-{first:%Y%m%d}-{last:%Y%m%d}")


@officer
@require_GET
def paper(request: OfficerRequest, code: str, paper_id: UUID) -> HttpResponse:
    """The scan of a paper that was handed in."""
    dossier = pages.opened(by=request.actor, code=code)
    found = dossier.papers.filter(pk=paper_id, file__isnull=False).first()
    return _download(request, found.file_id if found else None)


@officer
@require_GET
def result(request: OfficerRequest, code: str, result_id: UUID) -> HttpResponse:
    """The scan of a result."""
    dossier = pages.opened(by=request.actor, code=code)
    found = dossier.results.filter(pk=result_id, file__isnull=False).first()
    return _download(request, found.file_id if found else None)


def _download(request: OfficerRequest, file_id: UUID | None) -> HttpResponse:
    """The bytes, always as a download and never as a page of ours."""
    if file_id is None:
        raise Refused("missing", "Giấy tờ này chưa có bản quét.", "This paper has no scan.")
    stored = files.get(by=request.actor, file_id=file_id)
    return handed(files.content(stored), media_type=stored.media_type, name=stored.name)
