"""People, machines and the ward's own facts as the administrator types them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.queries import words
from motcua.ui.fields import Choice, Day, Text

__all__ = [
    "AbsenceForm",
    "EndPosition",
    "FactsForm",
    "HandOver",
    "Leave",
    "NewPerson",
    "NewToken",
    "PositionForm",
    "ResetPassword",
]


class Asking(forms.Form):
    """A form whose lists are the ward's own: `units` and `people` as (id, name)."""

    def __init__(
        self,
        *args: Any,
        units: Iterable[tuple[str, str]] = (),
        people: Iterable[tuple[str, str]] = (),
        positions: Iterable[tuple[str, str]] = (),
        **more: Any,
    ) -> None:
        """Fill the lists."""
        super().__init__(*args, **more)
        lists = {"unit": units, "to": people, "substitute": people, "position": positions}
        for name, offered in lists.items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", "–"), *offered]


def _passed(value: str) -> str:
    """A password that Django's validators let pass; their sentence otherwise."""
    try:
        password_validation.validate_password(value)
    except ValidationError:
        raise ValidationError(_("Mật khẩu cần ít nhất 10 ký tự và không phải mật khẩu ai cũng đoán được.")) from None
    return value


class NewPerson(Asking):
    """Somebody who will sign in."""

    name = Text(max_length=120, label=_("Họ và tên"))
    username = Text(max_length=60, label=_("Tên đăng nhập"), help_text=_("Chữ thường không dấu, như sen.le."))
    password = forms.CharField(
        max_length=200,
        label=_("Mật khẩu đầu tiên"),
        help_text=_("Ít nhất 10 ký tự. Người đó đổi lại ở trang của mình."),
        error_messages={"required": _("Chưa điền ô này.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    phone = Text(required=False, max_length=20, label=_("Điện thoại"))
    email = Text(required=False, max_length=200, label=_("Thư điện tử"))

    def clean_username(self) -> str:
        """Letters, digits, dots and dashes."""
        typed = str(self.cleaned_data["username"]).lower()
        if not typed.isascii() or not typed.replace(".", "").replace("-", "").replace("_", "").isalnum():
            raise ValidationError(_("Tên đăng nhập chỉ gồm chữ không dấu, số, dấu chấm và gạch."))
        return typed

    def clean_password(self) -> str:
        """Not too easy."""
        return _passed(str(self.cleaned_data["password"]))


class ResetPassword(Asking):
    """A new password for somebody who forgot theirs."""

    password = forms.CharField(
        max_length=200,
        label=_("Mật khẩu mới"),
        help_text=_("Ít nhất 10 ký tự. Mọi nơi người đó đang đăng nhập sẽ phải đăng nhập lại."),
        error_messages={"required": _("Chưa điền ô này.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Not too easy."""
        return _passed(str(self.cleaned_data["password"]))


class PositionForm(Asking):
    """A role in a unit, from a day to a day."""

    unit = Choice(label=_("Đơn vị"))
    role = Choice(label=_("Vị trí"), choices=[(role.value, said) for role, said in words.ROLES.items()])
    title = Text(max_length=160, label=_("Chức danh in trên giấy"))
    starts = Day(label=_("Từ ngày"))
    ends = Day(required=False, label=_("Đến ngày"))


class EndPosition(Asking):
    """The last day of a position."""

    position = Choice(label=_("Vị trí"))
    ends = Day(label=_("Ngày cuối"))
    reason = Text(required=False, max_length=300, label=_("Lý do"))


class AbsenceForm(Asking):
    """Somebody is away; the substitute holds their positions meanwhile."""

    substitute = Choice(label=_("Người thay"))
    starts = Day(label=_("Từ ngày"))
    ends = Day(label=_("Đến hết ngày"))
    reason = Text(max_length=300, label=_("Lý do"))


class HandOver(Asking):
    """All open work to somebody else, or back to the queues."""

    to = Choice(
        required=False,
        label=_("Giao cho"),
        help_text=_("Bỏ trống: việc trở lại hàng chờ của đơn vị. Hẹn trả giữ nguyên."),
    )
    reason = Text(max_length=300, label=_("Lý do"))


class Leave(HandOver):
    """Somebody leaves: their open work goes first, then their sign-in."""


class NewToken(Asking):
    """A machine that will act for a unit."""

    name = Text(max_length=120, label=_("Máy nào"), help_text=_("Như: máy quét ở quầy 2, cổng thông tin của tỉnh."))
    unit = Choice(label=_("Đơn vị"))
    role = Choice(label=_("Vị trí"), choices=[(role.value, said) for role, said in words.ROLES.items()])


class FactsForm(Asking):
    """What papers and public pages print of the ward."""

    name = Text(max_length=120, label=_("Tên phường, xã"))
    superior = Text(max_length=200, label=_("Cơ quan chủ quản in trên phiếu"))
    office_name = Text(max_length=200, label=_("Tên bộ phận một cửa"))
    address = Text(required=False, max_length=300, label=_("Địa chỉ"))
    phone = Text(required=False, max_length=40, label=_("Điện thoại"))
    email = Text(required=False, max_length=120, label=_("Thư điện tử"))
    feedback_line = Text(required=False, max_length=200, label=_("Nơi nhận phản ánh, kiến nghị"))
    accepts_online = forms.BooleanField(required=False, label=_("Nhận hồ sơ trực tuyến riêng của phường"))
