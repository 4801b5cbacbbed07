"""Closing a report, and the closed ones."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from motcua.acts import Refused
from motcua.figures import actions, queries
from motcua.figures.forms import Closing
from motcua.figures.queries.closed import closed as one_closed
from motcua.figures.queries.closed import closed_listed, closed_reports, reopened, since
from motcua.figures.queries.lists import PAGE
from motcua.figures.queries.paper import pdf as paper
from motcua.figures.queries.words import CELLS, seen_words
from motcua.figures.rules import GROUPS, Placed, may_close
from motcua.figures.views.door import OfficerRequest, address, download, reader, wanted
from motcua.figures.views.report import WHOLE
from motcua.figures.views.showing import LISTED, chart, headings, panel, table

__all__ = ["close", "closed", "closed_csv", "closed_list", "closed_pdf", "closed_rows"]

NAMED = 25  # moved dossiers named on the page


@reader
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: OfficerRequest) -> HttpResponse:
    """Ask once more, then freeze the report that the address names."""
    scope = wanted(request)
    may_close(by=request.actor, at=request.now, scope=scope)
    form = Closing(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            report = actions.close_report(
                by=request.actor,
                at=request.now,
                from_=scope.first,
                to=scope.last,
                as_of=scope.as_of,
                group=scope.group.value,
                remark=form.cleaned_data["remark"],
            )
        except Refused as no:
            form.add_error(None, no.vi)
        else:
            return redirect("figures:closed", report_id=report.pk)
    context = {
        "form": form,
        "scope": scope,
        "seen": seen_words(scope),
        "report": queries.report_of(by=request.actor, scope=scope),
        "back": f"{reverse('figures:report')}?{address(scope)}",
    }
    return render(request, "figures/close.html", context)


@reader
@require_GET
def closed_list(request: OfficerRequest) -> HttpResponse:
    """Every closed report of the ward."""
    return render(request, "figures/closed_list.html", {"closed": closed_reports(by=request.actor)[:500]})


@reader
@require_GET
def closed(request: OfficerRequest, report_id: UUID) -> HttpResponse:
    """A closed report: its own numbers, and whether the records moved since."""
    return _show(request, report_id, figure=None)


@reader
@require_GET
def closed_rows(request: OfficerRequest, report_id: UUID) -> HttpResponse:
    """The frozen list behind one number of a closed report."""
    return _show(request, report_id, figure=request.GET.get("figure", ""))


def _show(request: OfficerRequest, report_id: UUID, *, figure: str | None) -> HttpResponse:
    kept = one_closed(by=request.actor, report_id=report_id)
    report = reopened(kept)
    page, lists = reverse("figures:closed", args=[kept.pk]), reverse("figures:closed_rows", args=[kept.pk])
    key, whole = request.GET.get("key"), "all" in request.GET
    opened = None
    context: dict[str, object] = {"kept": kept, "scope": report.scope, "today": request.now, "report": report}
    context["columns"] = LISTED
    if figure is not None:
        opened = closed_listed(by=request.actor, report=kept, figure=figure, key=key, limit=WHOLE if whole else PAGE)
        query = f"figure={figure}" if key is None else f"{address(report.scope, figure=figure, key=key)}"
        context["panel"] = panel(report, opened, all_href=f"{lists}?{query}&all=1", close_href=page)
        if request.headers.get("HX-Request"):
            return render(request, "figures/panel.html", context)
        if whole:
            return render(request, "figures/list.html", context)
    standing = since(kept)
    bars, scale = chart(report)
    context |= {
        "standing": standing,
        "moved": [(m, _place(m.before), _place(m.now)) for m in standing.moved[:NAMED]],
        "moved_more": max(0, len(standing.moved) - NAMED),
        "seen": seen_words(report.scope),
        "group": GROUPS[report.scope.group],
        "table": table(
            report,
            where=lambda name, row: f"{lists}?{address(report.scope, figure=name, key=row)}",
            opened=opened,
        ),
        "bars": bars,
        "scale": scale,
        "headings": headings(report),
    }
    return render(request, "figures/closed.html", context)


def _place(placed: object) -> str:
    return CELLS[placed.bucket.cell] if isinstance(placed, Placed) else "không thuộc kỳ này"


@reader
@require_GET
def closed_pdf(request: OfficerRequest, report_id: UUID) -> HttpResponse:
    """A closed report on paper, with the moment it was closed and the head of the ledger."""
    kept = one_closed(by=request.actor, report_id=report_id)
    content = paper(
        by=request.actor,
        at=request.now,
        report=reopened(kept),
        closed_at=kept.closed_at,
        ledger_head=f"{kept.ledger_number}:{kept.ledger_hash[:16]}",
    )
    return download(content, name=f"II.06a-khoa-so-{kept.closed_at:%Y%m%d}.pdf", kind="application/pdf", inline=True)


@reader
@require_GET
def closed_csv(request: OfficerRequest, report_id: UUID) -> HttpResponse:
    """A closed report for a machine."""
    kept = one_closed(by=request.actor, report_id=report_id)
    content = queries.csv(reopened(kept)).encode()
    return download(content, name=f"II.06a-khoa-so-{kept.closed_at:%Y%m%d}.csv", kind="text/csv; charset=utf-8")
