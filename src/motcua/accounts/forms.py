"""What people type to sign in and on their own page. Labels are ours: allauth speaks no Vietnamese."""

from datetime import date
from typing import Any, cast

from allauth.account.forms import LoginForm
from allauth.account.forms import ReauthenticateForm as AgainForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.accounts import rules
from motcua.accounts.models import Person

__all__ = ["ActivateCode", "Again", "AgainCode", "Code", "Password", "Preferences", "SignIn", "said_of_password"]

EMPTY = {"required": _("Ô này còn trống.")}
CODE = _("Mã xác thực")


def _plain(field: forms.Field, label: Any) -> None:
    """Our words instead of allauth's; no placeholder stands in for a label."""
    field.label = label
    field.help_text = ""
    field.widget.attrs.pop("placeholder", None)
    field.error_messages.update(EMPTY)


class SignIn(LoginForm):  # type: ignore[misc]  # allauth carries no types
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say the labels in Vietnamese."""
        super().__init__(*args, **kwargs)
        _plain(self.fields["login"], _("Tên đăng nhập"))
        _plain(self.fields["password"], _("Mật khẩu"))
        self.fields["login"].widget.attrs["autocapitalize"] = "none"


class Again(AgainForm):  # type: ignore[misc]  # allauth carries no types
    """The password once more, before something grave."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say the label in Vietnamese."""
        super().__init__(*args, **kwargs)
        _plain(self.fields["password"], _("Mật khẩu"))


class _CodeForm(forms.Form):
    """A code of six digits, or a spare one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["code"], CODE)
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "maxlength": "20"})


class Code(_CodeForm, AuthenticateForm):  # type: ignore[misc]  # allauth carries no types
    """The second step of signing in."""


class AgainCode(_CodeForm, ReauthenticateForm):  # type: ignore[misc]  # allauth carries no types
    """A code once more, before something grave."""


class ActivateCode(_CodeForm, ActivateTOTPForm):  # type: ignore[misc]  # allauth carries no types
    """The first code of a new authenticator."""


REFUSALS = {
    "password_too_short": _("Mật khẩu cần ít nhất 10 ký tự."),
    "password_too_common": _("Mật khẩu này nhiều người dùng, dễ đoán; chọn mật khẩu khác."),
}


def said_of_password(password: str, person: Person | None = None) -> None:
    """Check a new password; the reasons in our words."""
    try:
        password_validation.validate_password(password, person)
    except ValidationError as no:
        raise ValidationError([REFUSALS.get(e.code or "", e.message) for e in no.error_list]) from None


class Password(forms.Form):
    """A new password of one's own."""

    old = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        strip=False,
        max_length=200,
        error_messages=EMPTY,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("Mật khẩu mới"),
        help_text=_("Ít nhất 10 ký tự. Một câu ngắn dễ nhớ hơn một chuỗi lạ."),
        strip=False,
        max_length=200,
        error_messages=EMPTY,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        """Whose password."""
        self.person = person
        super().__init__(*args, **kwargs)

    def clean_old(self) -> str:
        """The password in use must be known."""
        old = str(self.cleaned_data["old"])
        if not self.person.check_password(old):
            raise ValidationError(_("Mật khẩu đang dùng chưa đúng; gõ lại."))
        return old

    def clean_new(self) -> str:
        """Long enough, and not a common one."""
        new = str(self.cleaned_data["new"])
        said_of_password(new, self.person)
        return new


class Preferences(forms.Form):
    """How the pages look and listen."""

    density = forms.ChoiceField(
        label=_("Độ dày của hàng"),
        choices=[("dense", _("Dày, xem được nhiều hồ sơ")), ("roomy", _("Thoáng, chữ cách xa hơn"))],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Chọn một trong các mục."), **EMPTY},
    )
    keys = forms.ChoiceField(
        label=_("Phím tắt một chữ (J, K, X, C)"),
        help_text=_("Tắt khi gõ nhầm hay khi dùng trình đọc màn hình. F9, F8, F2 vẫn dùng được."),
        choices=[("on", _("Bật")), ("off", _("Tắt"))],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Chọn một trong các mục."), **EMPTY},
    )
    digest = forms.ChoiceField(
        label=_("Bảng nhắc buổi sáng"),
        help_text=_("Một tin mỗi ngày làm việc, chỉ khi có việc sắp đến hạn hoặc đã trễ."),
        choices=[("on", _("Gửi")), ("off", _("Không gửi; tự mở trang Cảnh báo"))],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Chọn một trong các mục."), **EMPTY},
    )
    digest_at = forms.ChoiceField(
        label=_("Giờ gửi bảng nhắc"),
        error_messages={"invalid_choice": _("Chọn một trong các giờ."), **EMPTY},
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """The hours offered are those in force on a day."""
        super().__init__(*args, **kwargs)
        hours = [(hour, hour) for hour in rules.digest_hours(on)]
        cast("forms.ChoiceField", self.fields["digest_at"]).choices = hours
