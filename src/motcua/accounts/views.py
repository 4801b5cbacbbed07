"""Signing in with password and TOTP, by django-allauth; one's own page."""

from datetime import datetime
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts import actions, forms, queries, rules
from motcua.accounts.models import Person
from motcua.acts import Actor

__all__ = ["Adapter", "TotpAdapter", "me", "password", "preferences"]

SAID = {
    "mfa/messages/totp_activated.txt": gettext_lazy("Đã bật mã xác thực. Từ nay đăng nhập cần thêm mã."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("Đã tắt mã xác thực."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy("Đã có mã dự phòng mới; mã cũ không dùng được nữa."),
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """People are made by the ward's administrator; nobody signs up. Every sentence is ours."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": gettext_lazy(
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Gõ lại; quên thì hỏi quản trị của phường."
        ),
        "too_many_login_attempts": gettext_lazy("Gõ sai nhiều lần quá. Chờ 5 phút rồi thử lại."),
        "incorrect_password": gettext_lazy("Mật khẩu chưa đúng; gõ lại."),
        "rate_limited": gettext_lazy("Thử nhiều lần quá. Chờ một phút rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_args: Any, **_kwargs: Any
    ) -> None:
        """Say what was done in our words; signing in and out need no telling."""
        if message_template in SAID:
            messages.add_message(request, level, SAID[message_template])


class TotpAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth carries no types
    """The sentences of the second step."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("Mã chưa đúng hoặc đã hết giờ. Gõ mã đang hiện trên điện thoại."),
        "cannot_delete_authenticator": gettext_lazy("Chưa tắt mã xác thực được."),
        "cannot_generate_recovery_codes": gettext_lazy("Bật mã xác thực trước, rồi mới lấy mã dự phòng."),
    }


class SignedIn(HttpRequest):
    """A request of somebody signed in."""

    actor: Actor
    now: datetime
    user: Person


@login_required
@require_GET
def me(request: SignedIn) -> HttpResponse:
    """Who I am here: positions, password, authenticator, habits."""
    return _page(request)


def _page(request: SignedIn, **given: Any) -> HttpResponse:
    kept = request.user.preferences
    today = request.now.date()
    initial = {
        "density": kept.get("density") or "dense",
        "keys": kept.get("keys") or "on",
        "digest": kept.get("digest") or "on",
        "digest_at": f"{rules.digest_hour(chosen=kept.get('digest_at', ''), on=today):%H:%M}",
    }
    context = {
        "person": request.user,
        "positions": queries.positions_of(by=request.actor, person_id=request.user.pk, on=today),
        "totp": is_mfa_enabled(request.user),
        "password_form": forms.Password(person=request.user),
        "preferences_form": forms.Preferences(initial=initial, on=today),
    }
    return render(request, "accounts/me.html", {**context, **given}, status=422 if given else 200)


@login_required
@require_POST
def password(request: SignedIn) -> HttpResponse:
    """A new password; other sessions of mine end."""
    form = forms.Password(request.POST, person=request.user)
    if not form.is_valid():
        return _page(request, password_form=form)
    actions.set_password(by=request.actor, at=request.now, person_id=request.user.pk, password=form.cleaned_data["new"])
    request.user.refresh_from_db()
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Đã đổi mật khẩu. Máy khác đang đăng nhập tên này phải đăng nhập lại."))
    return redirect("me")


@login_required
@require_POST
def preferences(request: SignedIn) -> HttpResponse:
    """Density, keys, and the digest of the morning."""
    form = forms.Preferences(request.POST, on=request.now.date())
    if not form.is_valid():
        return _page(request, preferences_form=form)
    actions.set_preferences(
        by=request.actor, at=request.now, person_id=request.user.pk, preferences=dict(form.cleaned_data)
    )
    messages.success(request, _("Đã ghi cách hiển thị và nhắc việc."))
    return redirect("me")
