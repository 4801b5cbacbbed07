"""Citizen reception: today's desk, the book of visits, the chairman's day."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua import law
from motcua.acts import Actor, Role
from motcua.clock import ZONE
from motcua.petitions import actions, rules
from motcua.petitions.forms import reception as forms
from motcua.petitions.models import Visit
from motcua.petitions.queries import reception, secrets
from motcua.petitions.views.door import kept_nowhere, people
from motcua.ui.doors import OfficerRequest, officer_who
from motcua.ui.paging import asked_rows
from motcua.ui.periods import Period
from motcua.ui.verbs import asked

__all__ = ["desk", "hold", "miss", "plan", "printed", "record", "reply", "visit", "visitor"]

WEEKS, NEXT = 8, 3
MOST_PRINTED = 1000


def may_read(by: Actor) -> None:
    """Who reads the book of visits."""
    if not by.has(*rules.READERS):
        raise rules.forbidden()


def may_plan(by: Actor) -> None:
    """Who plans the chairman's day and writes down what became of it."""
    if not by.has(Role.CHAIRMAN, Role.LEADER, Role.CLERK):
        raise rules.forbidden()


@kept_nowhere
@officer_who(may_read)
@require_GET
def desk(request: OfficerRequest) -> HttpResponse:
    """The visits of a period, this month when none is asked for; the next days of the chairman and the last weeks."""
    by, at = request.actor, request.now
    period = Period(request.GET)
    first, last = period.days(at.astimezone(ZONE).date())
    rows = asked_rows(request.GET)
    owed = "owed" in request.GET
    context = {
        "form": Period(initial={"first": first, "last": last}) if period.is_valid() else period,
        "first": first,
        "last": last,
        "owed": owed,
        "visits": reception.visits(by=by, at=at, first=first, last=last, rows=rows, owed=owed),
        "next_days": reception.next_days(ward_id=by.ward_id, at=at, count=NEXT),
        "weeks": reception.weeks(by=by, at=at, count=WEEKS),
        "may_receive": by.has(*rules.RECEIVERS),
        "may_count": by.has(*rules.COUNTERS),
        "may_plan": by.has(Role.CHAIRMAN, Role.LEADER, Role.CLERK),
        "days_a_week": law.rule("RECEPTION_CHAIRMAN_DAYS", on=at.astimezone(ZONE).date()).whole,
        "today": at.astimezone(ZONE).date(),
    }
    return render(request, "petitions/reception.html", context)


@kept_nowhere
@officer_who(may_read)
@require_GET
def printed(request: OfficerRequest) -> HttpResponse:
    """The book of a period on paper; whoever is protected is so on paper too."""
    first, last = Period(request.GET).days(request.now.astimezone(ZONE).date())
    found = reception.visits(by=request.actor, at=request.now, first=first, last=last, rows=MOST_PRINTED)
    context = {"first": first, "last": last, "visits": found, "landscape": True}
    return render(request, "petitions/reception_print.html", context)


@kept_nowhere
@officer_who(rules.may_receive)
@require_http_methods(["GET", "POST"])
def record(request: OfficerRequest) -> HttpResponse:
    """Write a visit into the book."""
    offered = people(request.actor)
    if request.method == "POST":
        form = forms.Record(request.POST, people=offered)
    else:
        form = forms.Record(initial={"with_chairman": _chairmans_day(request)}, people=offered)
    return asked(
        request,
        form,
        lambda: actions.record(
            by=request.actor, at=request.now, new=form.new(), with_chairman=form.cleaned_data["with_chairman"]
        ),
        template="petitions/record.html",
        done=_recorded,
        back=reverse("petitions:reception"),
    )


def _recorded(kept: Visit) -> str:
    said = _("Đã ghi lượt tiếp số %(n)s/%(year)s.") % {"n": kept.number, "year": kept.year}
    if kept.petition is not None:
        said += " " + _("Đơn vào sổ, số %(n)s/%(year)s.") % {"n": kept.petition.number, "year": kept.petition.year}
    return said


def _chairmans_day(request: OfficerRequest) -> bool:
    today = request.now.astimezone(ZONE).date()
    ahead = reception.next_days(ward_id=request.actor.ward_id, at=request.now, count=1)
    return any(day.on == today for day in ahead)


@kept_nowhere
@officer_who(may_read)
@require_GET
def visit(request: OfficerRequest, year: int, number: int) -> HttpResponse:
    """One visit; of a protected visitor only what does not tell who and what."""
    row = reception.visit(by=request.actor, at=request.now, year=year, number=number)
    return render(request, "petitions/visit.html", {"row": row, "visit": row.visit, "visitor": row.visitor})


@kept_nowhere
@officer_who(rules.may_receive)
@require_POST
def visitor(request: OfficerRequest, year: int, number: int) -> HttpResponse:
    """The same with who came and what they said; the look is written down first."""
    row = reception.visit(by=request.actor, at=request.now, year=year, number=number)
    look = actions.see_visitor(by=request.actor, at=request.now, visit_id=row.visit.pk)
    seen = secrets.visitor_revealed(by=request.actor, look=look, visit=row.visit)
    return render(request, "petitions/visit.html", {"row": row, "visit": row.visit, "visitor": seen})


@kept_nowhere
@officer_who(rules.may_receive)
@require_http_methods(["GET", "POST"])
def reply(request: OfficerRequest, year: int, number: int) -> HttpResponse:
    """Write down the answer that was owed."""
    row = reception.visit(by=request.actor, at=request.now, year=year, number=number)
    form = forms.Reply(request.POST or None)
    return asked(
        request,
        form,
        lambda: actions.reply(by=request.actor, at=request.now, visit_id=row.visit.pk, **form.cleaned_data),
        template="petitions/reply.html",
        done=_("Đã ghi trả lời."),
        back=reverse("petitions:visit", kwargs={"year": year, "number": number}),
        row=row,
    )


def _asked_day(request: OfficerRequest, default: date) -> date:
    try:
        return date.fromisoformat(request.GET.get("day", "")[:10])
    except ValueError:
        return default


@kept_nowhere
@officer_who(may_plan)
@require_http_methods(["GET", "POST"])
def plan(request: OfficerRequest) -> HttpResponse:
    """The weekday and hours of the chairman's day."""
    known = reception.plans(request.actor.ward_id)
    first: dict[str, Any] = {"valid_from": request.now.astimezone(ZONE).date() + timedelta(days=1)}
    if known:
        first |= {name: getattr(known[0], name) for name in ("weekday", "opens", "closes", "place")}
    form = forms.Plan(request.POST) if request.method == "POST" else forms.Plan(initial=first)
    return asked(
        request,
        form,
        lambda: actions.plan(by=request.actor, at=request.now, **form.cleaned_data),
        template="petitions/plan.html",
        done=_("Đã đặt lịch tiếp công dân. Trang công khai đổi theo."),
        back=reverse("petitions:reception"),
        plans=known,
    )


@kept_nowhere
@officer_who(may_plan)
@require_http_methods(["GET", "POST"])
def hold(request: OfficerRequest) -> HttpResponse:
    """Who sat on the chairman's day of a week."""
    offered = people(request.actor)
    first = {"held_on": _asked_day(request, request.now.astimezone(ZONE).date())}
    form = (
        forms.Hold(request.POST, people=offered)
        if request.method == "POST"
        else forms.Hold(initial=first, people=offered)
    )
    return asked(
        request,
        form,
        lambda: actions.hold(by=request.actor, at=request.now, **form.typed()),
        template="petitions/hold.html",
        done=_("Đã ghi buổi tiếp của Chủ tịch."),
        back=reverse("petitions:reception"),
    )


@kept_nowhere
@officer_who(may_plan)
@require_http_methods(["GET", "POST"])
def miss(request: OfficerRequest) -> HttpResponse:
    """Why nobody sat in a week."""
    first = {"week": _asked_day(request, request.now.astimezone(ZONE).date())}
    form = forms.Miss(request.POST) if request.method == "POST" else forms.Miss(initial=first)
    return asked(
        request,
        form,
        lambda: actions.miss(by=request.actor, at=request.now, **form.cleaned_data),
        template="petitions/miss.html",
        done=_("Đã ghi lý do. Tuần này vẫn hiện trong danh sách."),
        back=reverse("petitions:reception"),
    )
