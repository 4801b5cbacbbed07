"""The filters of the list. Odd values in an address are ignored, never an error."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.queries import words
from motcua.dossiers.queries.browsing import Choices, Wanted
from motcua.ui.fields import Choice, Day, Rows, Text, Which

__all__ = ["DRILLED", "Filters"]

DRILLED = ("outage", "returned_first", "returned_last", "procedure", "receiver")

ALL = [("", _("tất cả"))]


class Filters(forms.Form):
    """One line of filters, kept in the address."""

    q = Text(required=False, max_length=200, label=_("Tìm"))
    status = Choice(
        required=False,
        label=_("Tình trạng"),
        choices=[
            *ALL,
            ("open", _("Đang giải quyết, kể cả tạm dừng")),
            *((s.value, label) for s, label in words.STATUSES.items()),
        ],
    )
    field = Choice(required=False, label=_("Lĩnh vực"))
    unit = Which(required=False, label=_("Đơn vị"), widget=forms.Select)
    officer = Which(required=False, label=_("Người thụ lý"), widget=forms.Select)
    channel = Choice(
        required=False, label=_("Cách nộp"), choices=[*ALL, *((c.value, label) for c, label in words.CHANNELS.items())]
    )
    first = Day(required=False, label=_("Nộp từ"))
    last = Day(required=False, label=_("đến"))
    late = forms.BooleanField(required=False, label=_("Chỉ hồ sơ trễ"))
    # What a number of another page counts (DRILLED); it belongs to that number and does not stay.
    outage = Which(required=False, widget=forms.HiddenInput)
    returned_first = Day(required=False, widget=forms.HiddenInput)
    returned_last = Day(required=False, widget=forms.HiddenInput)
    procedure = Text(required=False, max_length=60, widget=forms.HiddenInput)
    receiver = Which(required=False, widget=forms.HiddenInput)
    rows = Rows()

    def __init__(self, data: Any, *, offered: Choices) -> None:
        """`offered` fills the selects."""
        super().__init__(data)
        field = self.fields["field"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*ALL, *((name, name) for name in offered.fields)]
        for name, pairs in (("unit", offered.units), ("officer", offered.officers)):
            widget = self.fields[name].widget
            if isinstance(widget, forms.Select):
                widget.choices = [*ALL, *((str(pk), label) for pk, label in pairs)]

    @property
    def drilled(self) -> list[forms.BoundField]:
        """What the opened number counts, hidden in the form while the other filters change."""
        return [self[name] for name in DRILLED if self.data.get(name)]

    @property
    def selects(self) -> list[forms.BoundField]:
        """What is chosen from a list, in the order of the line."""
        return [self[name] for name in ("status", "field", "unit", "officer", "channel")]

    def wanted(self) -> Wanted:
        """What the good values ask for."""
        self.is_valid()
        typed = self.cleaned_data
        return Wanted(
            text=typed.get("q") or "",
            status=typed.get("status") or "",
            field=typed.get("field") or "",
            unit_id=typed.get("unit"),
            officer_id=typed.get("officer"),
            channel=typed.get("channel") or "",
            first=typed.get("first"),
            last=typed.get("last"),
            late=bool(typed.get("late")),
            outage_id=typed.get("outage"),
            returned_first=typed.get("returned_first"),
            returned_last=typed.get("returned_last"),
            procedure=typed.get("procedure") or "",
            receiver_id=typed.get("receiver"),
            rows=typed.get("rows") or 0,
        )
