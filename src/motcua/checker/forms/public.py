"""What is asked of whoever brings a report."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.acts import Refused
from motcua.checker import gateways
from motcua.checker.rules import checked, in_order
from motcua.ui.fields import Day, Scan
from motcua.ui.residents import english

__all__ = ["Statement"]


class Pasted(forms.CharField):
    """Whatever was pasted: lines and tabs stay, what cannot be stored goes when it is read."""

    def to_python(self, value: Any) -> str:
        """Without null bytes, which the field would refuse in words of its own."""
        return str(super().to_python(value)).replace("\x00", "")


class Statement(forms.Form):
    """A report: pasted, or a file. The file goes first when both are there."""

    text = Pasted(
        required=False,
        label=_("Dán báo cáo vào đây"),
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        strip=False,
    )
    file = Scan(required=False, label=_("Hoặc chọn tệp: DOCX, XLSX, CSV, PDF có chữ"), largest=gateways.LARGEST)

    first = Day(required=False, label=_("Từ ngày"))
    last = Day(required=False, label=_("Đến ngày"))

    def clean(self) -> dict[str, Any]:
        """The report that was checked, in `found`."""
        data = super().clean() or {}
        if self.errors:
            return data
        try:
            file = data.get("file")
            text = gateways.text_of(file.read()) if file else data.get("text") or ""
            data["found"] = checked(text)
            data["first"], data["last"] = in_order(data.get("first"), data.get("last"))
        except Refused as no:
            field = no.field if no.field in self.fields else "text"
            self.add_error(field, ValidationError(no.en if english() else no.vi, code=no.code))
        return data
