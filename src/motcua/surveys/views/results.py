"""What people answered, for officers: results, their words, the nine indicators, what is asked."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua import vietnam
from motcua.acts import Refused, Role
from motcua.clock import ZONE
from motcua.offices.models import Ward
from motcua.surveys import actions, queries, rules
from motcua.surveys.forms.asking import Months, Publish, Wanted, known_periods
from motcua.surveys.queries import DIMENSIONS, Results
from motcua.surveys.queries.exports import formula
from motcua.surveys.rules import FACTORS, Flag
from motcua.ui.doors import OfficerRequest, officer_who, refused
from motcua.ui.paging import asked_rows
from motcua.ui.parts import Bar, Choice

__all__ = [
    "evaluation",
    "instruments",
    "publish",
    "results",
    "results_csv",
    "results_json",
    "results_xlsx",
    "words",
]

INVALID, CONFLICT = 422, 409
MOST_BARS = 12
reader = officer_who(rules.may_read)
publisher = officer_who(rules.may_publish)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _today(request: OfficerRequest) -> date:
    return request.now.astimezone(ZONE).date()


def _form(request: OfficerRequest) -> Wanted:
    codes = {one.code: one.vi for one in queries.instruments(ward_id=request.actor.ward_id)}
    return Wanted(request.GET, today=_today(request), instruments=list(codes.items()))


def _found(request: OfficerRequest, form: Wanted) -> Results:
    return queries.results(by=request.actor, at=request.now, asking=form.asking())


def _presets(request: OfficerRequest, form: Months, more: str) -> list[Choice]:
    """The last month, quarter and year that are over, and this year so far."""
    offered = []
    for label, (first, last) in known_periods(_today(request)):
        current = form.is_valid() and form.days == (first, last)
        href = f"{request.path}?first={first:%Y-%m}&last={last:%Y-%m}{more}"
        offered.append(Choice(label=label, href=href, current=current))
    return offered


@reader
@require_GET
def results(request: OfficerRequest) -> HttpResponse:
    """The sentence, the factors, the rows of a dimension; each with how many were asked and how many answered."""
    form = _form(request)
    if not form.is_valid():
        return render(request, "surveys/results.html", {"form": form}, status=INVALID)
    asking = form.asking()
    found = _found(request, form)
    more = f"&of={asking.instrument}&by={asking.dimension}"
    context = {
        "form": form,
        "presets": _presets(request, form, more),
        "found": found,
        "dimension": DIMENSIONS[asking.dimension][0],
        "rate": found.total.tally.rate(least=found.least),
        "rows": [(row, _said(found, row), queries.behind(asking, row.key)) for row in found.rows],
        "behind": queries.behind(asking),
        "bars": _bars(found),
        "headings": (DIMENSIONS[asking.dimension][0], "n", _("Hài lòng")),
        "factors": _factors(found),
        "formula": formula(found),
        "flags": [(FLAGS[Flag(flag)], n) for flag, n in sorted(found.flagged.items())],
        "query": f"first={asking.first:%Y-%m}&last={asking.last:%Y-%m}{more}",
        "may_open": request.actor.has(*TABLETS),
        "own": not rules.seen(request.actor).all and asking.dimension in {"officer", "counter", "unit"},
    }
    return render(request, "surveys/results.html", context)


FLAGS = {
    Flag.FAST: _("trả lời quá nhanh"),
    Flag.BURST: _("dồn dập trong một giờ"),
    Flag.REPEAT: _("bấm y hệt phiếu liền trước"),
    Flag.INSIDE: _("gửi từ máy có công chức đang đăng nhập"),
}
TABLETS = (Role.COUNTER, Role.DIRECTOR)


def _said(found: Results, row: Any) -> str:
    """The rate or the points of a row in words; why there is none."""
    if found.instrument.satisfaction:
        rate = row.tally.rate(least=found.least)
        if rate is not None:
            return vietnam.percent(rate)
    else:
        mean = row.tally.mean(found.instrument.headline, least=found.least)
        if mean is not None:
            return vietnam.number(mean, 1)
    return _("chưa đủ %(n)s phiếu") % {"n": found.least} if row.answered else "–"


def _bars(found: Results) -> list[Bar]:
    """The rows that have a rate, best known first."""
    drawn = []
    for row in found.rows:
        rate = row.tally.rate(least=found.least)
        if found.instrument.satisfaction and rate is not None:
            n = vietnam.number(row.tally.people)
            drawn.append(
                Bar(
                    label=row.label,
                    value=vietnam.percent(rate),
                    share=float(rate) / 100,
                    note=_("n = %(n)s") % {"n": n},
                    cells=(n, vietnam.percent(rate)),
                )
            )
    return drawn[:MOST_BARS]


def _factors(found: Results) -> list[tuple[str, str, str, str]]:
    """Each question of the instrument: factor, words, answers, and its rate or points, for the whole ward."""
    told = []
    for question in found.instrument.questions:
        count = found.total.tally.of(question.key)
        if question.scale == "five":
            rate = rules.percent(count.satisfied, count.answers, least=found.least)
            said = vietnam.percent(rate) if rate is not None else ""
        else:
            mean = found.total.tally.mean(question.key, least=found.least)
            said = _("%(points)s điểm") % {"points": vietnam.number(mean, 1)} if mean is not None else ""
        none = _("chưa đủ %(n)s phiếu") % {"n": found.least}
        told.append((FACTORS[question.factor][0], question.vi, vietnam.number(count.answers), said or none))
    return told


def _file(request: OfficerRequest, *, ending: str, kind: str) -> tuple[Results, HttpResponse]:
    form = _form(request)
    if not form.is_valid():
        raise Refused("survey.period", str(next(iter(form.errors.values()))[0]), "The months cannot be read.")
    found = _found(request, form)
    asking = found.asking
    response = HttpResponse(content_type=kind)
    name = f"khao-sat-{asking.instrument}-{asking.first:%Y%m}-{asking.last:%Y%m}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return found, response


@reader
@require_GET
def results_csv(request: OfficerRequest) -> HttpResponse:
    """The rows for a spreadsheet."""
    found, response = _file(request, ending="csv", kind="text/csv; charset=utf-8")
    response.write(queries.results_csv(found))
    return response


@reader
@require_GET
def results_xlsx(request: OfficerRequest) -> HttpResponse:
    """The rows as a workbook."""
    found, response = _file(request, ending="xlsx", kind=XLSX)
    response.write(queries.results_xlsx(found))
    return response


@reader
@require_GET
def results_json(request: OfficerRequest) -> HttpResponse:
    """The results for machines."""
    found, _response = _file(request, ending="json", kind="application/json")
    ward = Ward.objects.values_list("code", flat=True).get(pk=request.actor.ward_id)
    return JsonResponse(queries.results_json(found, ward=ward), json_dumps_params={"ensure_ascii": False})


@reader
@require_GET
def words(request: OfficerRequest) -> HttpResponse:
    """What people wrote, without dossier and name."""
    form = Months(request.GET, today=_today(request))
    if not form.is_valid():
        return render(request, "surveys/words.html", {"form": form}, status=INVALID)
    first, last = form.days
    rows = asked_rows(request.GET)
    context = {
        "form": form,
        "presets": _presets(request, form, ""),
        "shown": queries.words(by=request.actor, at=request.now, first=first, last=last, rows=rows),
        "address": f"first={first:%Y-%m}&last={last:%Y-%m}",
    }
    return render(request, "surveys/words.html", context)


@reader
@require_GET
def evaluation(request: OfficerRequest) -> HttpResponse:
    """The nine indicators: what they come from, what they give, what their sum is called."""
    form = Months(request.GET, today=_today(request))
    if not form.is_valid():
        return render(request, "surveys/evaluation.html", {"form": form}, status=INVALID)
    first, last = form.days
    found = queries.evaluation(by=request.actor, at=request.now, first=first, last=last)
    context = {"form": form, "presets": _presets(request, form, ""), "found": found}
    return render(request, "surveys/evaluation.html", context)


@reader
@require_GET
def instruments(request: OfficerRequest) -> HttpResponse:
    """Every version of what is asked, and from which day; a version as a file, to write the next one from."""
    today = _today(request)
    versions = queries.instruments(ward_id=request.actor.ward_id)
    wanted = request.GET.get("file", "")
    for one in versions:
        if wanted == f"{one.code}-{one.version}":
            response = JsonResponse(one.body(), json_dumps_params={"ensure_ascii": False, "indent": 2})
            response["Content-Disposition"] = f'attachment; filename="{one.code}-{one.version}.json"'
            return response
    ways = (rules.Way.LINK, rules.Way.TABLET)
    current = {
        (one.code, one.version)
        for way in ways
        for one in queries.asked(ward_id=request.actor.ward_id, way=way, on=today)
    }
    context = {
        "versions": [(one, (one.code, one.version) in current) for one in versions],
        "may_publish": request.actor.has(*rules.LEADERS, Role.ADMIN),
    }
    return render(request, "surveys/instruments.html", context)


@publisher
@require_http_methods(["GET", "POST"])
def publish(request: OfficerRequest) -> HttpResponse:
    """Publish a ward's own version from a file."""
    form = Publish(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = INVALID
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                done = actions.publish(by=request.actor, at=request.now, name=file.name, content=file.read())
            except Refused as no:
                refused(form, no)
            else:
                messages.success(request, _("Đã ban hành “%(title)s”.") % {"title": done.label()})
                return redirect("surveys:instruments")
    context = {"form": form, "submit": _("Ban hành"), "back": reverse("surveys:instruments")}
    return render(request, "surveys/publish.html", context, status=status)
