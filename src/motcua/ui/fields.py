"""Fields of the administrator's forms: what was typed, storable, or one sentence in Vietnamese."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua import vietnam

__all__ = ["Choice", "Day", "Text"]


class Text(forms.CharField):
    """One line, storable: control characters and doubled spaces gone."""

    default_error_messages = {
        "required": _("Chưa điền ô này."),
        "max_length": _("Dài quá: tối đa %(limit_value)d ký tự."),
        "null_characters_not_allowed": _("Ô này có ký tự lạ. Gõ lại."),
    }

    def to_python(self, value: Any) -> str:
        """What was typed."""
        return vietnam.clean(str(value)) if value not in self.empty_values else ""


class Day(forms.DateField):
    """A day, picked or typed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {
        "required": _("Chưa điền ngày."),
        "invalid": _("Không đọc được ngày. Viết như 01/12/2026."),
    }

    def __init__(self, **more: Any) -> None:
        """Both ways of writing it."""
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y"], **more)


class Choice(forms.ChoiceField):
    """One of a list."""

    default_error_messages = {
        "required": _("Chưa chọn."),
        "invalid_choice": _("Mục này không có trong danh sách. Chọn lại."),
    }
