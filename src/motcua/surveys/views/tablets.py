"""Tablets: an officer switches one on at the counter, and off again."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.accounts import queries as accounts
from motcua.acts import Refused
from motcua.offices.models import Ward
from motcua.surveys import actions, queries, rules
from motcua.surveys.forms.asking import OpenTablet
from motcua.ui.doors import OfficerRequest, officer_who, refused

__all__ = ["close_tablet", "open_tablet"]

INVALID = 422
counter = officer_who(rules.may_open_tablet)


@counter
@require_http_methods(["GET", "POST"])
def open_tablet(request: OfficerRequest) -> HttpResponse:
    """Switch a tablet on: this device is signed out and shows nothing but the questions from then on."""
    officers = _officers(request)
    form = OpenTablet(request.POST or None, officers=officers, me=str(request.actor.id))
    status = 200
    if request.method == "POST":
        status = INVALID
        if form.is_valid():
            key = actions.new_key()
            try:
                actions.open_tablet(
                    by=request.actor,
                    at=request.now,
                    name=form.cleaned_data["name"],
                    officer_id=form.cleaned_data["officer"],
                    key=key,
                )
            except Refused as no:
                refused(form, no)
            else:
                slug = Ward.objects.values_list("slug", flat=True).get(pk=request.actor.ward_id)
                logout(request)
                return redirect(reverse("surveys:tap", kwargs={"slug": slug, "key": key}))
    context = {
        "form": form,
        "stands": list(queries.stands(by=request.actor, at=request.now)),
        "submit": _("Bật, rồi đăng xuất máy này"),
        "back": reverse("surveys:results"),
    }
    return render(request, "surveys/tablets.html", context, status=status)


def _officers(request: OfficerRequest) -> list[tuple[str, str]]:
    """Who is on duty at the one-stop today."""
    held = accounts.positions(by=request.actor, at=request.now).filter(role__in=["counter", "director"])
    return sorted({(str(p.person_id), p.person.name) for p in held}, key=lambda pair: pair[1])


@counter
@require_POST
def close_tablet(request: OfficerRequest, stand_id: UUID) -> HttpResponse:
    """Switch a tablet off."""
    stand = actions.close_tablet(by=request.actor, at=request.now, stand_id=stand_id)
    messages.success(request, _("Đã tắt máy tính bảng ở %(name)s.") % {"name": stand.name})
    return redirect("surveys:open_tablet")
