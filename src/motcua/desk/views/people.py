"""People, machines and the ward's own facts: the administrator's pages."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.accounts import actions as accounts
from motcua.accounts.models import Token
from motcua.accounts.rules import may_administer
from motcua.acts import Position, Refused, Role
from motcua.clock import ZONE
from motcua.desk import forms
from motcua.desk.queries import people as queries
from motcua.dossiers import actions as dossiers
from motcua.offices import actions as offices
from motcua.offices.models import Ward
from motcua.ui.doors import OfficerRequest, officer_who, refused

__all__ = [
    "absence",
    "deactivate",
    "end_position",
    "facts",
    "give_position",
    "hand_over",
    "new_person",
    "people",
    "person",
    "reset_password",
    "revoke_token",
    "tokens",
]

administrator = officer_who(may_administer)
INVALID, CONFLICT = 422, 409


def _asked(
    request: OfficerRequest,
    form: django_forms.Form,
    perform: Callable[[dict[str, Any]], object],
    *,
    done: str,
    then: str,
    **words: str,
) -> HttpResponse:
    """Show a form; perform what was typed; say it was done. A refusal stands beside what was typed."""
    status = 200
    if request.method == "POST":
        status = INVALID
        if form.is_valid():
            try:
                perform(form.cleaned_data)
            except Refused as no:
                refused(form, no)
                status = CONFLICT
            else:
                messages.success(request, done)
                return redirect(then)
    return render(request, "desk/people/ask.html", {"form": form, "back": then, **words}, status=status)


def _sent(request: OfficerRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _home(person_id: UUID) -> str:
    return f"/ward/people/{person_id}/"


@administrator
@require_GET
def people(request: OfficerRequest) -> HttpResponse:
    """Everybody of the ward: positions, absence, open work."""
    found = queries.members(by=request.actor, at=request.now)
    return render(request, "desk/people/list.html", {"members": found, "today": request.now.astimezone(ZONE).date()})


@administrator
@require_GET
def person(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """One person and what may be done about them."""
    found = queries.member(by=request.actor, at=request.now, person_id=person_id)
    return render(request, "desk/people/person.html", {"member": found, "today": request.now.astimezone(ZONE).date()})


@administrator
@require_http_methods(["GET", "POST"])
def new_person(request: OfficerRequest) -> HttpResponse:
    """Somebody new; their positions come next."""
    return _asked(
        request,
        forms.NewPerson(_sent(request)),
        lambda typed: accounts.add_person(by=request.actor, at=request.now, **typed),
        done=_("Đã thêm. Mở tên người đó để giao vị trí."),
        then="/ward/people/",
        title=_("Thêm người"),
        submit=_("Thêm"),
    )


@administrator
@require_http_methods(["GET", "POST"])
def give_position(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """A role in a unit from a day on."""
    member = queries.member(by=request.actor, at=request.now, person_id=person_id)
    first = {"starts": request.now.astimezone(ZONE).date()}

    def perform(typed: dict[str, Any]) -> object:
        unit_id, role = UUID(typed.pop("unit")), Role(typed.pop("role"))
        return accounts.give_position(
            by=request.actor, at=request.now, person_id=person_id, unit_id=unit_id, role=role, **typed
        )

    return _asked(
        request,
        forms.PositionForm(_sent(request), initial=first, units=queries.unit_choices(request.actor)),
        perform,
        done=_("Đã giao vị trí."),
        then=_home(person_id),
        title=_("Giao vị trí cho %(name)s") % {"name": member.person.name},
        submit=_("Giao vị trí"),
    )


@administrator
@require_http_methods(["GET", "POST"])
def end_position(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """The last day of one position."""
    member = queries.member(by=request.actor, at=request.now, person_id=person_id)
    today = request.now.astimezone(ZONE).date()
    held = [(str(p.pk), f"{p.title}, {p.unit.name}") for p, _role in member.positions if not p.ends or p.ends > today]

    def perform(typed: dict[str, Any]) -> object:
        return accounts.end_position(by=request.actor, at=request.now, position_id=UUID(typed.pop("position")), **typed)

    return _asked(
        request,
        forms.EndPosition(_sent(request), initial={"ends": today}, positions=held),
        perform,
        done=_("Đã ghi ngày thôi giữ vị trí."),
        then=_home(person_id),
        title=_("Thôi giữ vị trí: %(name)s") % {"name": member.person.name},
        submit=_("Ghi ngày cuối"),
    )


@administrator
@require_http_methods(["GET", "POST"])
def absence(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """Somebody is ill or away, and who stands in."""
    member = queries.member(by=request.actor, at=request.now, person_id=person_id)

    def perform(typed: dict[str, Any]) -> object:
        return accounts.record_absence(
            by=request.actor,
            at=request.now,
            person_id=person_id,
            substitute_id=UUID(typed.pop("substitute")),
            **typed,
        )

    return _asked(
        request,
        forms.AbsenceForm(_sent(request), people=queries.people_choices(request.actor, but=person_id)),
        perform,
        done=_("Đã ghi. Người thay làm được việc của người vắng trong những ngày đó."),
        then=_home(person_id),
        title=_("Ghi vắng: %(name)s") % {"name": member.person.name},
        submit=_("Ghi vắng"),
    )


@administrator
@require_http_methods(["GET", "POST"])
def hand_over(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """All open work of somebody to somebody else."""
    member = queries.member(by=request.actor, at=request.now, person_id=person_id)
    return _asked(
        request,
        forms.HandOver(_sent(request), people=queries.people_choices(request.actor, but=person_id)),
        lambda typed: _hand_over(request, person_id, typed),
        done=_("Đã bàn giao việc."),
        then=_home(person_id),
        title=_("Bàn giao %(n)s việc của %(name)s") % {"n": member.open_steps, "name": member.person.name},
        submit=_("Bàn giao"),
    )


def _hand_over(request: OfficerRequest, person_id: UUID, typed: dict[str, Any]) -> object:
    return dossiers.hand_over_work(
        by=request.actor,
        at=request.now,
        from_person=person_id,
        to_person=UUID(typed["to"]) if typed["to"] else None,
        reason=typed["reason"],
    )


@administrator
@require_http_methods(["GET", "POST"])
def deactivate(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """Somebody leaves: work first, then the sign-in and the positions."""
    member = queries.member(by=request.actor, at=request.now, person_id=person_id)

    def perform(typed: dict[str, Any]) -> object:
        if person_id == request.actor.id:
            raise Refused(
                "person.self", "Nhờ quản trị khác khóa tài khoản của bạn.", "Ask another administrator to lock you out."
            )
        if member.open_steps:
            _hand_over(request, person_id, typed)
        return accounts.deactivate(by=request.actor, at=request.now, person_id=person_id, reason=typed["reason"])

    intro = _("Còn %(n)s việc đang mở: chọn người nhận, hoặc để trống cho việc trở lại hàng chờ.") % {
        "n": member.open_steps
    }
    return _asked(
        request,
        forms.Leave(_sent(request), people=queries.people_choices(request.actor, but=person_id)),
        perform,
        done=_("Đã khóa tài khoản và kết thúc các vị trí."),
        then=_home(person_id),
        title=_("%(name)s thôi làm việc") % {"name": member.person.name},
        submit=_("Khóa tài khoản"),
        intro=intro if member.open_steps else _("Người này không còn việc đang mở."),
    )


@administrator
@require_http_methods(["GET", "POST"])
def reset_password(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """A new password for somebody who forgot theirs."""
    member = queries.member(by=request.actor, at=request.now, person_id=person_id)
    return _asked(
        request,
        forms.ResetPassword(_sent(request)),
        lambda typed: accounts.set_password(by=request.actor, at=request.now, person_id=person_id, **typed),
        done=_("Đã đặt mật khẩu mới."),
        then=_home(person_id),
        title=_("Mật khẩu mới cho %(name)s") % {"name": member.person.name},
        submit=_("Đặt mật khẩu"),
    )


@administrator
@require_http_methods(["GET", "POST"])
def tokens(request: OfficerRequest) -> HttpResponse:
    """The keys of machines; a new key is shown once, on this page, and never again."""
    form = forms.NewToken(_sent(request), units=queries.unit_choices(request.actor))
    key, status = "", 200
    if request.method == "POST":
        status = INVALID
        if form.is_valid():
            typed = form.cleaned_data
            position = Position(role=Role(typed["role"]), unit_id=UUID(typed["unit"]))
            try:
                _row, key = accounts.issue_token(
                    by=request.actor, at=request.now, name=typed["name"], positions=(position,)
                )
            except Refused as no:
                refused(form, no)
                status = CONFLICT
            else:
                form, status = forms.NewToken(units=queries.unit_choices(request.actor)), 200
    context = {"form": form, "key": key, "tokens": queries.tokens(request.actor), "submit": _("Cấp khóa")}
    response = render(request, "desk/people/tokens.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


@administrator
@require_http_methods(["POST"])
def revoke_token(request: OfficerRequest, token_id: UUID) -> HttpResponse:
    """A key opens nothing any more."""
    row: Token = accounts.revoke_token(by=request.actor, at=request.now, token_id=token_id)
    messages.success(request, _("Khóa “%(name)s” không còn dùng được.") % {"name": row.name})
    return redirect("desk:tokens")


@administrator
@require_http_methods(["GET", "POST"])
def facts(request: OfficerRequest) -> HttpResponse:
    """What papers and public pages print of the ward."""
    ward = Ward.objects.get(pk=request.actor.ward_id)
    first = {name: getattr(ward, name) for name in forms.FactsForm.base_fields}
    return _asked(
        request,
        forms.FactsForm(_sent(request), initial=first),
        lambda typed: offices.set_facts(by=request.actor, at=request.now, **typed),
        done=_("Đã ghi. Giấy in từ nay và trang cho người dân dùng thông tin này."),
        then="/ward/facts/",
        title=_("Thông tin của phường"),
        submit=_("Ghi"),
    )
