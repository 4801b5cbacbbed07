"""What a person types, cleaned and answered in one sentence."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.acts import Refused
from motcua.files.rules import LARGEST

__all__ = ["NO_PHONE", "Choice", "Count", "Day", "Lines", "Money", "Number", "Phone", "Scan", "Text", "Which"]

NO_PHONE = "không có"
DONG_MOST = 999_999_999_999


def _said(no: Refused) -> ValidationError:
    return ValidationError(no.vi, code=no.code)


class Text(forms.CharField):
    """One line: control characters and doubled spaces gone, letters composed."""

    default_error_messages = {"required": _("Chưa điền ô này. Ghi vào rồi làm tiếp.")}

    def to_python(self, value: Any) -> str:
        """What was typed, storable."""
        return vietnam.clean(str(value)) if value not in self.empty_values else ""

    def run_validators(self, value: Any) -> None:
        """Only the length can still be wrong."""
        if self.max_length and len(value) > self.max_length:
            raise ValidationError(
                _("Dài quá: %(have)s ký tự, tối đa %(most)s. Viết gọn lại.")
                % {"have": vietnam.number(len(value)), "most": vietnam.number(self.max_length)}
            )


class Lines(Text):
    """Several lines, each cleaned, empty ones dropped."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """The lines that say something."""
        lines = (vietnam.clean(line) for line in str(value or "").splitlines())
        return "\n".join(line for line in lines if line)


class Day(forms.Field):
    """A day as typed: 07/03/1990, or what a date picker sends."""

    default_error_messages = {"required": _("Chưa điền ngày. Viết như 07/03/1990.")}

    def to_python(self, value: Any) -> date | None:
        """The day, or a sentence why it is none."""
        text = vietnam.clean(str(value)) if value not in self.empty_values else ""
        if not text:
            return None
        try:
            return date.fromisoformat(text) if text[:4].isdigit() and text[4:5] == "-" else vietnam.parse_date(text)
        except Refused as no:
            raise _said(no) from None
        except ValueError:
            raise ValidationError(_("Không đọc được ngày này. Viết như 07/03/1990.")) from None

    def prepare_value(self, value: Any) -> Any:
        """How a day is shown in its field."""
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


class Phone(Text):
    """A telephone number; "không có" says that there is none."""

    def clean(self, value: Any) -> str:
        """Ten digits, or nothing when the applicant has none."""
        typed = self.to_python(value)
        if vietnam.fold(typed) == vietnam.fold(NO_PHONE) or (not typed and not self.required):
            return ""
        try:
            return vietnam.parse_phone(typed)
        except Refused as no:
            raise _said(no) from None


class Number(Text):
    """An identity number of a person; empty is allowed where the card is not there."""

    def clean(self, value: Any) -> str:
        """Twelve digits, or the old nine."""
        typed = self.to_python(value)
        if not typed and not self.required:
            return ""
        try:
            return vietnam.id_number(typed, old_allowed=True)
        except Refused as no:
            raise _said(no) from None


class Count(forms.Field):
    """A small whole number."""

    def __init__(self, *, most: int = 999, least: int = 0, **more: Any) -> None:
        """`least` to `most`, both allowed."""
        self.least, self.most = least, most
        super().__init__(**more)

    def to_python(self, value: Any) -> int | None:
        """The number, or a sentence."""
        if value in self.empty_values:
            return None
        try:
            found = vietnam.parse_number(str(value))
        except Refused as no:
            raise _said(no) from None
        if not self.least <= found <= self.most:
            raise ValidationError(
                _("Số này từ %(least)s đến %(most)s.")
                % {"least": vietnam.number(self.least), "most": vietnam.number(self.most)}
            )
        return found


class Money(Count):
    """An amount in đồng."""

    def __init__(self, **more: Any) -> None:
        """Whole đồng, above zero."""
        super().__init__(least=1, most=DONG_MOST, **more)


class Choice(forms.ChoiceField):
    """One of a list; anything else is answered without repeating what was sent."""

    default_error_messages = {
        "required": _("Chưa chọn. Chọn một mục."),
        "invalid_choice": _("Mục này không có trong danh sách. Chọn lại."),
    }


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
