"""Biểu II.06a on the screen and as files."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.clock import ZONE
from motcua.figures import queries
from motcua.figures.forms import Asked
from motcua.figures.queries.closed import closed_reports
from motcua.figures.queries.lists import PAGE, Listed, listed
from motcua.figures.queries.paper import pdf as paper
from motcua.figures.queries.words import seen_words
from motcua.figures.queries.workbook import sheet_of_rows
from motcua.figures.rules import (
    CLOSERS,
    GROUPS,
    Figure,
    LateFigure,
    Lateness,
    Period,
    Report,
    Scope,
    month_of,
    report_quarter,
    year_of,
)
from motcua.figures.views.door import OfficerRequest, address, asked, download, reader, wanted
from motcua.figures.views.lateness import beside
from motcua.figures.views.showing import LISTED, Panel, chart, headings, panel, table
from motcua.ui.parts import Choice

__all__ = ["csv", "list_xlsx", "pdf", "report", "rows", "xlsx"]

WHOLE = 2000  # rows of "Xem cả" on one page
NEWEST = 5  # closed reports shown under the report

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@reader
@require_GET
def report(request: OfficerRequest) -> HttpResponse:
    """The form of a period, each number a link to its list."""
    form = asked(request)
    if not form.is_valid() or form.scope is None:
        return render(request, "figures/report.html", _frame(request, form), status=422)
    found = queries.report_of(by=request.actor, scope=form.scope)
    return render(request, "figures/report.html", _frame(request, form) | _page(request, found))


@reader
@require_GET
def rows(request: OfficerRequest) -> HttpResponse:
    """The list behind one number: beside it, or as a page where scripts do not run; all of it when asked."""
    scope = wanted(request)
    name, key = request.GET.get("figure", ""), request.GET.get("key")
    whole = "all" in request.GET
    offset = _offset(request.GET.get("from_row", "")) if whole else 0
    found = listed(
        by=request.actor,
        scope=scope,
        figure=name,
        key=key,
        limit=WHOLE if whole else PAGE,
        offset=offset,
    )
    shown = _behind(request, found.figure, scope)
    context = {"panel": _panel(shown, found), "scope": scope, "today": request.now, "columns": LISTED}
    if request.headers.get("HX-Request"):
        return render(request, "figures/panel.html", context)
    if whole:
        return render(request, "figures/list.html", context)
    form = asked(request)
    form.is_valid()
    if isinstance(shown, Lateness):
        return render(request, "figures/lateness.html", beside(form, shown, opened=found) | context)
    return render(request, "figures/report.html", _frame(request, form) | _page(request, shown, opened=found) | context)


def _behind(request: OfficerRequest, figure: Figure | LateFigure, scope: Scope) -> Report | Lateness:
    """The page a number stands on."""
    if isinstance(figure, LateFigure):
        return queries.lateness_of(by=request.actor, scope=scope)
    return queries.report_of(by=request.actor, scope=scope)


def _offset(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def _panel(shown: Report | Lateness, found: Listed) -> Panel:
    scope, name, key = shown.scope, found.figure.name, found.key
    page = "figures:lateness" if isinstance(shown, Lateness) else "figures:report"
    where = reverse("figures:rows")
    following = found.offset + len(found.rows)
    return panel(
        shown,
        found,
        all_href=f"{where}?{address(scope, figure=name, key=key, all='1')}",
        file_href=f"{reverse('figures:list_xlsx')}?{address(scope, figure=name, key=key)}",
        close_href=f"{reverse(page)}?{address(scope)}",
        more_href=f"{where}?{address(scope, figure=name, key=key, all='1', from_row=str(following))}",
    )


def _frame(request: OfficerRequest, form: Asked) -> dict[str, Any]:
    """What stands around a report, also around one that could not be made."""
    return {
        "form": form,
        "presets": _presets(request, form.scope),
        "closed": list(closed_reports(by=request.actor)[:NEWEST]),
        "today": request.now,
        "htmx_page": False,
    }


def _page(request: OfficerRequest, found: Report, *, opened: Listed | None = None) -> dict[str, Any]:
    scope = found.scope
    where = reverse("figures:rows")
    bars, scale = chart(found)
    return {
        "report": found,
        "scope": scope,
        "seen": seen_words(scope),
        "table": table(found, where=lambda name, key: f"{where}?{address(scope, figure=name, key=key)}", opened=opened),
        "group": GROUPS[scope.group],
        "bars": bars,
        "scale": scale,
        "headings": headings(found),
        "query": address(scope),
        "may_close": request.actor.has(*CLOSERS) and scope.as_of <= request.now,
        "whole_period": _named(scope),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Preset:
    label: str
    period: Period


def _known(request: OfficerRequest) -> tuple[Period, ...]:
    """This month, the last one, this reporting quarter, the last one, this year."""
    today = request.now.astimezone(ZONE).date()
    month, quarter = month_of(today), report_quarter(today)
    return (
        month,
        month_of(_before(month)),
        quarter,
        report_quarter(_before(quarter)),
        year_of(today),
    )


def _before(period: Period) -> date:
    return period.first - timedelta(days=1)


def _named(scope: Scope) -> str:
    """The name of the period when it is one of those people speak of."""
    for period in (month_of(scope.first), report_quarter(scope.first), year_of(scope.first)):
        if (period.first, period.last) == (scope.first, scope.last):
            return period.name
    return ""


def _presets(request: OfficerRequest, scope: Scope | None) -> list[Choice]:
    where, by = reverse("figures:report"), scope.group.value if scope else "field"
    return [
        Choice(
            label=period.name,
            href=f"{where}?first={period.first}&last={period.last}&by={by}",
            current=scope is not None and (period.first, period.last) == (scope.first, scope.last),
        )
        for period in _known(request)
    ]


@reader
@require_GET
def xlsx(request: OfficerRequest) -> HttpResponse:
    """The workbook: the form, the late ones, all of the base."""
    scope = wanted(request)
    content = queries.workbook(queries.report_of(by=request.actor, scope=scope))
    return download(content, name=f"II.06a-{scope.first:%Y%m%d}-{scope.last:%Y%m%d}.xlsx", kind=XLSX)


@reader
@require_GET
def csv(request: OfficerRequest) -> HttpResponse:
    """The rows for a machine."""
    scope = wanted(request)
    content = queries.csv(queries.report_of(by=request.actor, scope=scope)).encode()
    return download(
        content, name=f"II.06a-{scope.first:%Y%m%d}-{scope.last:%Y%m%d}.csv", kind="text/csv; charset=utf-8"
    )


@reader
@require_GET
def pdf(request: OfficerRequest) -> HttpResponse:
    """The form on paper."""
    scope = wanted(request)
    content = paper(by=request.actor, at=request.now, report=queries.report_of(by=request.actor, scope=scope))
    name = f"II.06a-{scope.first:%Y%m%d}-{scope.last:%Y%m%d}.pdf"
    return download(content, name=name, kind="application/pdf", inline=True)


LONGEST_LIST = 100_000


@reader
@require_GET
def list_xlsx(request: OfficerRequest) -> HttpResponse:
    """The list behind one number as a workbook."""
    scope = wanted(request)
    found = listed(
        by=request.actor,
        scope=scope,
        figure=request.GET.get("figure", ""),
        key=request.GET.get("key"),
        limit=LONGEST_LIST,
    )
    content = sheet_of_rows(title=found.figure.label, rows=found.rows, at=scope.as_of)
    return download(content, name=f"danh-sach-{found.figure.name}.xlsx", kind=XLSX)
