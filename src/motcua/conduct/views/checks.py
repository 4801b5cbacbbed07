"""Unannounced checks: recorded as they were, explained by those noted, followed until what was asked for is met."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from motcua.accounts import queries as accounts
from motcua.acts import Refused, Role
from motcua.clock import ZONE
from motcua.conduct import actions, forms, queries, rules
from motcua.conduct.models import Check, Demand
from motcua.conduct.rules import OBSERVATIONS, Observation
from motcua.files import queries as files
from motcua.offices import queries as offices
from motcua.ui.doors import OfficerRequest, officer_who
from motcua.ui.handing import handed
from motcua.ui.paging import asked_rows
from motcua.ui.verbs import asked

__all__ = ["check", "checks", "explain_check", "meet_demand", "photo", "record_check"]

reader = officer_who(rules.may_read)
leader = officer_who(rules.may_record)
CHECKED = [r.value for r in Role if r not in {Role.SUPERVISOR, Role.CHAIRMAN}]
FOUND = {
    rules.Presence.PRESENT.value: gettext_lazy("có mặt"),
    rules.Presence.EXCUSED.value: gettext_lazy("vắng có phép"),
    rules.Presence.ABSENT.value: gettext_lazy("vắng không phép"),
}


def _seen(check: Check) -> list[str]:
    return [OBSERVATIONS[Observation(code)] for code in check.seen]


@reader
@require_GET
def checks(request: OfficerRequest) -> HttpResponse:
    """The checks somebody may see, newest first."""
    found = queries.checks(by=request.actor, rows=asked_rows(request.GET))
    lines = [(row, _seen(row), sum(d.met_at is None for d in row.demands.all())) for row in found.rows]
    context = {
        "shown": found.telling(lines),
        "may_record": request.actor.has(*rules.LEADERS),
    }
    return render(request, "conduct/checks.html", context)


@leader
@require_http_methods(["GET", "POST"])
def record_check(request: OfficerRequest) -> HttpResponse:
    """Write a check down; `?again=` a re-check of an earlier one."""
    by, at = request.actor, request.now
    again = request.GET.get("again", "")
    before = queries.check(by=by, check_id=_uuid(again)) if again else None
    units = [(str(unit.pk), unit.name) for unit in offices.units(by=by).filter(valid_to__isnull=True)]
    held = accounts.positions(by=by, at=at).filter(role__in=CHECKED)
    people = {p.person_id: f"{p.person.name}, {p.title}" for p in held}
    first = {"held_at": at.astimezone(ZONE), "checker": f"{by.title} {by.name}".strip()}
    if before is not None:
        first |= {"unit": str(before.unit_id), "place": before.place}
    form = forms.Recording(request.POST or None, request.FILES or None, units=units, people=people, initial=first)

    def act() -> Check:
        data = form.cleaned_data
        return actions.record_check(
            by=by,
            at=at,
            held_at=data["held_at"],
            unit_id=UUID(data["unit"]),
            place=data["place"],
            checker=data["checker"],
            seen=data["seen"],
            words=data["words"],
            found=form.found(),
            demand=data["demand"],
            due_on=data["due_on"],
            photos=[(file.name, file.read()) for file in data["photos"]],
            again_id=before.pk if before else None,
        )

    return asked(
        request,
        form,
        act,
        template="conduct/record.html",
        done=_("Đã ghi lần kiểm tra. Nội dung này giữ nguyên, không sửa được."),
        back=reverse("conduct:checks"),
        then=lambda made: reverse("conduct:check", kwargs={"check_id": made.pk}),
        before=before,
        submit=_("Ghi kiểm tra"),
    )


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused("missing", "Không có lần kiểm tra này.", "There is no such check.") from None


@reader
@require_GET
def check(request: OfficerRequest, check_id: UUID) -> HttpResponse:
    """One check with everything that followed."""
    return render(request, "conduct/check.html", _context(request, queries.check(by=request.actor, check_id=check_id)))


def _context(request: OfficerRequest, found: Check) -> dict[str, Any]:
    by = request.actor
    presences = list(found.presences.select_related("person").order_by("person__name_folded"))
    whole = rules.may_see(by=by, people=frozenset(), unit_id=found.unit_id)
    mine = next((p for p in presences if p.person_id == by.id), None)
    rechecks = list(found.rechecks.order_by("held_at"))
    opens = queries.opens(by=by, checks=[found.again, *rechecks])
    return {
        "check": found,
        "seen": _seen(found),
        # who was noted sees the own line, not the colleagues'
        "presences": [(p, FOUND[p.found]) for p in presences if whole or p.person_id == by.id],
        "demands": list(found.demands.order_by("due_on")),
        "photos": list(found.photos.select_related("file")),
        "before": (found.again, found.again_id in opens),
        "rechecks": [(row, row.pk in opens) for row in rechecks],
        "today": request.now.astimezone(ZONE).date(),
        "may_explain": mine is not None and mine.explained_at is None,
        "may_meet": by.has(*rules.LEADERS),
    }


@reader
@require_http_methods(["GET", "POST"])
def explain_check(request: OfficerRequest, check_id: UUID) -> HttpResponse:
    """Somebody who was noted says their side."""
    found = queries.check(by=request.actor, check_id=check_id)
    form = forms.Saying(request.POST or None, label=_("Lời của bạn"))
    return asked(
        request,
        form,
        lambda: actions.explain_check(
            by=request.actor, at=request.now, check_id=check_id, words=form.cleaned_data["words"]
        ),
        template="conduct/say.html",
        done=_("Đã ghi lời giải trình."),
        back=reverse("conduct:check", kwargs={"check_id": check_id}),
        submit=_("Gửi giải trình"),
        title=_("Giải trình"),
        check=found,
    )


@leader
@require_http_methods(["GET", "POST"])
def meet_demand(request: OfficerRequest, demand_id: UUID) -> HttpResponse:
    """A leader writes how a demand was met."""
    found = Demand.objects.filter(ward_id=request.actor.ward_id, pk=demand_id).select_related("of").first()
    if found is None:
        raise Refused("missing", "Không có yêu cầu này.", "There is no such demand.")
    form = forms.Saying(request.POST or None, label=_("Đã thấy khắc phục thế nào"))
    return asked(
        request,
        form,
        lambda: actions.meet_demand(
            by=request.actor, at=request.now, demand_id=demand_id, words=form.cleaned_data["words"]
        ),
        template="conduct/say.html",
        done=_("Đã ghi là xong."),
        back=reverse("conduct:check", kwargs={"check_id": found.of_id}),
        submit=_("Ghi là xong"),
        title=_("Đã khắc phục"),
        demand=found,
    )


@reader
@require_GET
def photo(request: OfficerRequest, check_id: UUID, photo_id: UUID) -> HttpResponse:
    """A picture, always as a download and never as a page of ours."""
    stored = queries.photo(by=request.actor, check_id=check_id, photo_id=photo_id).file
    return handed(files.content(stored), media_type=stored.media_type, name=stored.name)
