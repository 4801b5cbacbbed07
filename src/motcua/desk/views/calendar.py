"""The calendar: everybody reads it; the administrator changes it after seeing what that does to open promises."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.accounts.rules import may_administer
from motcua.acts import Refused, Role
from motcua.clock import ZONE, Certainty
from motcua.desk import forms
from motcua.desk.queries import calendar as queries
from motcua.offices.rules import WEEKDAYS, Change, RowError
from motcua.promises import actions as promises
from motcua.promises.queries import calendar_file
from motcua.ui import uploads
from motcua.ui.doors import OfficerRequest, officer, officer_who, refused

__all__ = ["calendar", "calendar_csv", "change_day", "change_hours", "take_in"]

administrator = officer_who(may_administer)
INVALID, CONFLICT = 422, 409


def _today(request: OfficerRequest) -> date:
    return request.now.astimezone(ZONE).date()


def _year(request: OfficerRequest) -> int:
    """The year an address asks for, this year when it asks for nothing sensible."""
    asked = request.GET.get("year", "")[:8]
    number = int(asked) if asked.isascii() and asked.isdigit() else 0
    return number if queries.FIRST <= number <= queries.LAST else _today(request).year


@officer
@require_GET
def calendar(request: OfficerRequest) -> HttpResponse:
    """One year: its months, the days that differ, the opening hours."""
    found = queries.year(by=request.actor, at=request.now, number=_year(request))
    context = {"year": found, "today": _today(request), "admin": request.actor.has(Role.ADMIN), "weekdays": WEEKDAYS}
    return render(request, "desk/calendar/year.html", context)


@officer
@require_GET
def calendar_csv(request: OfficerRequest) -> HttpResponse:
    """The days of a year that differ, to be edited in a spreadsheet and loaded back."""
    number = _year(request)
    response = HttpResponse(queries.table(by=request.actor, number=number), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="lich-lam-viec-{number}.csv"'
    return response


@administrator
@require_http_methods(["GET", "POST"])
def change_day(request: OfficerRequest) -> HttpResponse:
    """A day, or a row of days, entered, changed or taken out."""
    if request.method == "POST":
        form = forms.DayForm(request.POST)
        return _looked_at(request, form, form.change, title=_("Đổi ngày trong lịch"))
    return _page(request, forms.DayForm(initial=_first(request)), title=_("Đổi ngày trong lịch"))


def _first(request: OfficerRequest) -> dict[str, Any]:
    """What the form begins with: the day that was clicked as it stands."""
    try:
        on = date.fromisoformat(request.GET.get("day", "")[:10])
    except ValueError:
        return {"starts": _today(request), "certainty": Certainty.HIGH.value}
    row = queries.one_day(by=request.actor, on=on)
    if row is None:
        return {"starts": on, "certainty": Certainty.HIGH.value}
    return {"starts": on, "kind": row.kind, "name": row.name, "source": row.source, "certainty": row.certainty}


@administrator
@require_http_methods(["GET", "POST"])
def change_hours(request: OfficerRequest) -> HttpResponse:
    """The opening hours from a day on."""
    title, template = _("Đổi giờ làm việc"), "desk/calendar/hours.html"
    if request.method == "POST":
        form = forms.HoursForm(request.POST)
        return _looked_at(request, form, form.change, title=title, template=template)
    row = queries.hours_now(by=request.actor, at=request.now)
    first = {**forms.HoursForm.typed_as(row), "valid_from": _today(request)}
    return _page(request, forms.HoursForm(initial=first), title=title, template=template)


@administrator
@require_http_methods(["GET", "POST"])
def take_in(request: OfficerRequest) -> HttpResponse:
    """A calendar from a file: looked at first, then the whole of it or nothing."""
    title, template = _("Nạp lịch từ tệp"), "desk/calendar/import.html"
    if request.method != "POST":
        return _page(request, forms.CalendarUpload(), title=title, template=template)
    form = forms.CalendarUpload(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=INVALID, title=title, template=template)
    try:
        name, content = uploads.sent(request, form)
        parsed = calendar_file(name=name, content=content)
    except Refused as no:
        refused(form, no)
        return _page(request, form, status=INVALID, title=title, template=template)
    if parsed.change is None:
        return _page(request, form, status=INVALID, title=title, template=template, errors=parsed.errors, name=name)
    change = parsed.change
    more: dict[str, Any] = {"name": name, "kept": uploads.kept(content)}
    return _looked_at(request, form, lambda: change, title=title, template=template, **more)


def _looked_at(
    request: OfficerRequest,
    form: django_forms.Form,
    asked: Callable[[], Change],
    *,
    title: str,
    template: str = "desk/calendar/day.html",
    **more: Any,
) -> HttpResponse:
    """Show what a change does; apply it when exactly that was seen and the button was pressed."""
    if not form.is_valid():
        return _page(request, form, status=INVALID, title=title, template=template, **more)
    change, seen = asked(), request.POST.get("seen", "")[:80]
    by, at, status = request.actor, request.now, 200
    try:
        if "apply" in request.POST and seen:
            try:
                reason = form.cleaned_data["reason"]
                promises.change_calendar(by=by, at=at, change=change, reason=reason, seen=seen)
            except Refused as no:
                if no.code != "calendar.moved_on":
                    raise
                refused(form, no)
                status = CONFLICT
            else:
                messages.success(request, _("Đã đổi lịch. Mỗi hẹn trả bị dời có một dòng trong sổ."))
                return redirect(f"{reverse('desk:calendar')}?year={_touched(change)}")
        more["effect"] = queries.effect(by=by, at=at, change=change)
    except Refused as no:
        refused(form, no)
        status = CONFLICT
    return _page(request, form, status=status, title=title, template=template, **more)


def _touched(change: Change) -> int:
    return change.days[0].date.year if change.days or change.hours is None else change.hours.valid_from.year


def _page(
    request: OfficerRequest,
    form: django_forms.Form,
    *,
    title: str,
    template: str = "desk/calendar/day.html",
    status: int = 200,
    errors: tuple[RowError, ...] = (),
    **more: Any,
) -> HttpResponse:
    context = {"form": form, "title": title, "back": reverse("desk:calendar"), "errors": errors, **more}
    return render(request, template, context, status=status)
