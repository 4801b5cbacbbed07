"""Fields of this room besides those of `ui.fields`: what was typed, storable, or one sentence in Vietnamese."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.acts import Refused
from motcua.files.rules import LARGEST
from motcua.ui.fields import Choice, Day, Text

__all__ = ["Choice", "Count", "Day", "Lines", "Number", "Period", "Phone", "Scan", "Text", "Which"]


def _said(no: Refused) -> ValidationError:
    return ValidationError(no.vi, code=no.code)


class Lines(Text):
    """Several lines, each cleaned, empty ones dropped."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """The lines that say something."""
        lines = (vietnam.clean(line) for line in str(value or "").splitlines())
        return "\n".join(line for line in lines if line)


class Phone(Text):
    """A telephone number, if there is one."""

    def clean(self, value: Any) -> str:
        """Ten digits or nothing."""
        typed = self.to_python(value)
        if not typed:
            return ""
        try:
            return vietnam.parse_phone(typed)
        except Refused as no:
            raise _said(no) from None


class Number(Text):
    """An identity number of a person, if it is there."""

    def clean(self, value: Any) -> str:
        """Twelve digits, or the old nine, or nothing."""
        typed = self.to_python(value)
        if not typed:
            return ""
        try:
            return vietnam.id_number(typed, old_allowed=True)
        except Refused as no:
            raise _said(no) from None


class Count(forms.Field):
    """A small whole number."""

    default_error_messages = {"required": _("Chưa điền số.")}

    def __init__(self, *, most: int = 999, least: int = 0, **more: Any) -> None:
        """`least` to `most`, both allowed."""
        self.least, self.most = least, most
        super().__init__(**more)

    def to_python(self, value: Any) -> int | None:
        """The number, or a sentence."""
        if value in self.empty_values:
            return None
        try:
            found = vietnam.parse_number(str(value)[:20])
        except Refused as no:
            raise _said(no) from None
        if not self.least <= found <= self.most:
            raise ValidationError(
                _("Số này từ %(least)s đến %(most)s.")
                % {"least": vietnam.number(self.least), "most": vietnam.number(self.most)}
            )
        return found


class Which(forms.UUIDField):
    """A record chosen on the page."""

    default_error_messages = {
        "required": _("Chưa chọn. Chọn một mục."),
        "invalid": _("Mục đã chọn không còn. Chọn lại."),
    }

    def to_python(self, value: Any) -> Any:
        """An id; an endless or odd one is only invalid."""
        if isinstance(value, str) and len(value) > 64:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class Scan(forms.FileField):
    """A scanned paper; its type is judged by its bytes when it is stored."""

    default_error_messages = {
        "required": _("Chưa chọn tệp."),
        "invalid": _("Không nhận được tệp. Chọn lại."),
        "missing": _("Không nhận được tệp. Chọn lại."),
        "empty": _("Tệp này rỗng. Chọn lại tệp."),
        "max_length": _("Tên tệp dài quá. Đổi tên ngắn hơn."),
    }

    def to_python(self, data: Any) -> Any:
        """The file, unless it is too large to look at."""
        found = super().to_python(data)
        if found is not None and (found.size or 0) > LARGEST:
            raise ValidationError(_("Tệp này lớn hơn 25 MB. Quét lại ở 200 dpi hoặc tách thành nhiều tệp."))
        return found


class Period(forms.Form):
    """From a day to a day, both included. Odd values in an address are ignored."""

    first = Day(required=False, label=_("Từ ngày"))
    last = Day(required=False, label=_("Đến ngày"))

    def days(self, today: date) -> tuple[date, date]:
        """The period asked for; the current month when nothing readable was."""
        self.is_valid()
        first = self.cleaned_data.get("first") or today.replace(day=1)
        last = self.cleaned_data.get("last") or max(first, today)
        return first, last
