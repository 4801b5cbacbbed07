"""What is asked of whoever brings a report."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.acts import Refused
from motcua.checker import gateways
from motcua.checker.queries.files import checked_content, checked_files
from motcua.checker.rules import LONGEST_TITLE, PATIENCE, checked, few_enough, in_order
from motcua.ui.fields import Day, Scan, Text
from motcua.ui.residents import english

__all__ = ["Pasted", "Statement", "Statements"]


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
    name = Text(required=False, widget=forms.HiddenInput, max_length=LONGEST_TITLE)  # of the file the text came from

    first = Day(required=False, label=_("Từ ngày"))
    last = Day(required=False, label=_("Đến ngày"))

    def clean(self) -> dict[str, Any]:
        """The report that was checked, in `found`, and what it may be called; several of them in `several`."""
        data = super().clean() or {}
        if self.errors:
            return data
        try:
            self.check(data)
            data["first"], data["last"] = in_order(data.get("first"), data.get("last"))
        except Refused as no:
            field = no.field if no.field in self.fields else "text"
            self.add_error(field, ValidationError(no.en if english() else no.vi, code=no.code))
        return data

    def check(self, data: dict[str, Any]) -> None:
        """Read and check what was brought. Raises Refused."""
        file = data.get("file")
        if file is None:
            data["found"] = checked(data.get("text") or "")
        else:
            data["found"], data["name"] = checked_content(file.read()), file.name


class Several(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class Reports(Scan):
    """One file, or several: several are not judged here, so that a bad one stops no other."""

    widget = Several

    def clean(self, data: Any, initial: Any = None) -> Any:
        """None, a file, or a list of them."""
        return data if isinstance(data, list) and len(data) > 1 else super().clean(data[0] if data else None, initial)


class Statements(Statement):
    """The same for an officer, who may bring several files at once."""

    file = Reports(
        required=False, label=_("Hoặc chọn tệp, một hay nhiều: DOCX, XLSX, CSV, PDF có chữ"), largest=gateways.LARGEST
    )

    def check(self, data: dict[str, Any]) -> None:
        """Several files have no text of their own to show; each is told with its name."""
        files = data.get("file")
        if not isinstance(files, list):
            super().check(data)
            return
        few_enough(len(files))
        data["several"] = list(checked_files([(str(one.name), one.read) for one in files], seconds=PATIENCE))
