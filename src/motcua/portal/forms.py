"""The one question of the look-up."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua import vietnam

__all__ = ["LookUp", "tidy"]

# agency, six figures of the day, number: two figures end an agency, so that the day is found without dashes
_RUN_TOGETHER = re.compile(r"([A-Z0-9.]*\.[A-Z0-9]{2})-?([0-9]{6})-?([0-9]{4,6})")


class LookUp(forms.Form):
    """Code and last four digits, as people type them: small letters, spaces and missing dashes are forgiven."""

    code = forms.CharField(
        max_length=80,
        label=_("Mã hồ sơ"),
        help_text=_("In ở góc trên phiếu hẹn. Có thể quét mã QR trên phiếu."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={
            "required": _("Chưa ghi mã hồ sơ. Xem ở góc trên phiếu hẹn."),
            "max_length": _("Mã này dài quá. Xem lại ở góc trên phiếu hẹn."),
            "null_characters_not_allowed": _("Mã này có ký tự lạ. Gõ lại theo phiếu hẹn."),
        },
    )
    tail = forms.CharField(
        max_length=20,
        label=_("4 số cuối điện thoại hoặc căn cước"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "short"}),
        error_messages={
            "required": _("Chưa ghi 4 số cuối."),
            "max_length": _("Chỉ ghi 4 số cuối của điện thoại hoặc căn cước."),
            "null_characters_not_allowed": _("Chỉ ghi 4 chữ số."),
        },
    )

    def clean_code(self) -> str:
        """The code as the receipt prints it."""
        return tidy(str(self.cleaned_data["code"]))

    def clean_tail(self) -> str:
        """Exactly four digits."""
        digits = "".join(c for c in str(self.cleaned_data["tail"]) if c in "0123456789")
        if len(digits) != 4:
            raise forms.ValidationError(_("Cần đúng 4 chữ số cuối của điện thoại hoặc căn cước."))
        return digits


def tidy(typed: Any) -> str:
    """“h99.16 261125 0019”, “h99.162611250019” → “H99.16-261125-0019”."""
    parts = vietnam.clean(str(typed)).upper().replace("–", "-").replace(" ", "-").split("-")
    code = "-".join(part for part in parts if part)[:60]
    found = _RUN_TOGETHER.fullmatch(code)
    return "-".join(found.groups()) if found else code
