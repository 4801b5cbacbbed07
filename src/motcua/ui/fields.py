"""Fields of forms: what a person types, storable, or one sentence in Vietnamese."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.acts import Refused
from motcua.clock import ZONE

__all__ = ["Choice", "Count", "Day", "Lines", "Moment", "Money", "Number", "Phone", "Rows", "Scan", "Text", "Which"]

NO_PHONE = vietnam.fold("không có")
DONG_MOST = 999_999_999_999


def _said(no: Refused) -> ValidationError:
    return ValidationError(no.vi, code=no.code)


class Text(forms.CharField):
    """One line, storable: control characters and doubled spaces gone, letters composed."""

    default_error_messages = {
        "required": _("Chưa điền ô này."),
        "max_length": _("Dài quá: %(show_value)d ký tự, tối đa %(limit_value)d. Viết gọn lại."),
        "null_characters_not_allowed": _("Ô này có ký tự lạ. Gõ lại."),
    }

    def to_python(self, value: Any) -> str:
        """What was typed."""
        return vietnam.clean(str(value)) if value not in self.empty_values else ""


class Lines(Text):
    """Several lines, each cleaned, empty ones dropped."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """The lines that say something."""
        lines = (vietnam.clean(line) for line in str(value or "").splitlines())
        return "\n".join(line for line in lines if line)


class Day(forms.Field):
    """A day as typed, 07/03/1990, in whatever language the browser speaks; or as an address carries it, 1990-03-07."""

    default_error_messages = {"required": _("Chưa điền ngày. Viết như 07/03/1990.")}

    def to_python(self, value: Any) -> date | None:
        """The day, or a sentence why it is none."""
        if not str(value or "").strip():
            return None
        text = vietnam.clean(str(value))
        try:
            return _carried(text) or vietnam.parse_date(text)
        except Refused as no:
            raise _said(no) from None

    def prepare_value(self, value: Any) -> Any:
        """How a day is shown in its field."""
        day = _carried(value) if isinstance(value, str) else value
        return f"{day:%d/%m/%Y}" if isinstance(day, date) else value


def _carried(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text[4:5] == "-" else None
    except ValueError:
        return None


class Moment(forms.DateTimeField):
    """A moment on the office's wall, typed like 28/11/2026 09:10 for the reason that a day is: no seconds."""

    widget = forms.DateTimeInput(format="%d/%m/%Y %H:%M")
    default_error_messages = {
        "required": _("Chưa điền giờ."),
        "invalid": _("Không đọc được giờ này. Viết như 28/11/2026 09:10."),
    }

    def __init__(self, **more: Any) -> None:
        """Both ways of writing it."""
        super().__init__(input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M"], **more)

    def clean(self, value: Any) -> datetime | None:
        """The moment with the office's zone."""
        found = super().clean(value)
        return found.replace(tzinfo=ZONE) if isinstance(found, datetime) and found.tzinfo is None else found


class Phone(Text):
    """A telephone number; "không có" says that there is none."""

    def clean(self, value: Any) -> str:
        """Ten digits, or nothing where there is none."""
        typed = self.to_python(value)
        if vietnam.fold(typed) == NO_PHONE or (not typed and not self.required):
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


class Money(Count):
    """An amount in đồng."""

    def __init__(self, **more: Any) -> None:
        """Whole đồng, above zero."""
        super().__init__(least=1, most=DONG_MOST, **more)


class Rows(Count):
    """How many rows of a list to show, carried in the address."""

    def __init__(self) -> None:
        """Never asked for."""
        super().__init__(required=False, most=10**6)


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
        "required": _("Chưa chọn tệp."),
        "invalid": _("Không nhận được tệp. Chọn lại."),
        "missing": _("Không nhận được tệp. Chọn lại."),
        "empty": _("Tệp này rỗng. Chọn lại tệp."),
        "max_length": _("Tên tệp dài quá. Đổi tên ngắn hơn."),
    }

    def __init__(self, *, largest: int, **more: Any) -> None:
        """`largest` in bytes."""
        self.largest = largest
        super().__init__(**more)

    def to_python(self, data: Any) -> Any:
        """The file, unless it is too large to look at."""
        found = super().to_python(data)
        if found is not None and (found.size or 0) > self.largest:
            raise ValidationError(
                _("Tệp này lớn hơn %(most)d MB. Quét lại ở 200 dpi hoặc tách thành nhiều tệp.")
                % {"most": self.largest // 2**20}
            )
        return found
