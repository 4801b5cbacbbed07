"""The counts of a period, and the rows behind each."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.clock import ZONE
from motcua.petitions import rules
from motcua.petitions.queries import report as queries
from motcua.petitions.views.door import kept_nowhere
from motcua.ui.doors import OfficerRequest, officer_who
from motcua.ui.parts import Choice, Identity
from motcua.ui.periods import Period

__all__ = ["listed", "report"]


def _presets(first: date, last: date, today: date) -> list[Choice]:
    """This month, the last one, this quarter, this year."""
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    quarter = date(today.year, today.month - (today.month - 1) % 3, 1)
    wanted = (
        (_("Tháng này"), month, today),
        (_("Tháng trước"), before, month - timedelta(days=1)),
        (_("Quý này"), quarter, today),
        (_("Năm nay"), date(today.year, 1, 1), today),
    )
    return [
        Choice(
            label=label,
            href="?" + urlencode({"first": a.isoformat(), "last": b.isoformat()}),
            current=(a, b) == (first, last),
        )
        for label, a, b in wanted
    ]


@kept_nowhere
@officer_who(rules.may_count)
@require_GET
def report(request: OfficerRequest) -> HttpResponse:
    """Turns, people, groups; petitions by class, in time and late."""
    today = request.now.astimezone(ZONE).date()
    period = Period(request.GET)
    first, last = period.days(today)
    found = queries.report(by=request.actor, at=request.now, first=first, last=last)
    context = {
        "form": Period(initial={"first": first, "last": last}) if period.is_valid() else period,
        "presets": _presets(first, last, today),
        "report": found,
        "columns": list(queries.COLUMNS.items()),
        "lines": [
            (line, [(name, label, line.numbers[name]) for name, label in queries.COLUMNS.items()])
            for line in (*found.lines, found.total)
        ],
        "visits": [(name, label, found.visits[name]) for name, label in queries.VISIT_FIGURES.items()],
        "identities": [Identity(holds=ok, text=text, note=said) for ok, text, said in found.identities],
        "address": urlencode({"first": first.isoformat(), "last": last.isoformat()}),
    }
    return render(request, "petitions/report.html", context)


@kept_nowhere
@officer_who(rules.may_count)
@require_GET
def listed(request: OfficerRequest) -> HttpResponse:
    """The rows behind one number."""
    first, last = Period(request.GET).days(request.now.astimezone(ZONE).date())
    figure = request.GET.get("figure", "")[:60]
    found = queries.listed(by=request.actor, at=request.now, first=first, last=last, figure=figure)
    address = urlencode({"first": first.isoformat(), "last": last.isoformat()})
    context = {"found": found, "first": first, "last": last, "address": address}
    return render(request, "petitions/report_list.html", context)
