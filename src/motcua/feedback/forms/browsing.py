"""The filters of the queue and the period of the figures. Odd values in an address are ignored, never an error."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.feedback.queries import words
from motcua.feedback.queries.browsing import Wanted
from motcua.ui import periods
from motcua.ui.fields import Choice, Rows, Text

__all__ = ["Filters", "Period"]

ALL = [("", _("tất cả"))]


class Filters(forms.Form):
    """One line of filters, kept in the address."""

    q = Text(required=False, max_length=200, label=_("Tìm"))
    status = Choice(
        required=False,
        label=_("Tình trạng"),
        choices=[*ALL, ("open", _("Chưa xong")), *((s.value, label) for s, label in words.STATUSES.items())],
    )
    kind = Choice(
        required=False, label=_("Loại"), choices=[*ALL, *((k.value, label) for k, label in words.KINDS.items())]
    )
    category = Choice(required=False, label=_("Nội dung"))
    unit = Choice(required=False, label=_("Đơn vị"))
    mine = forms.BooleanField(required=False, label=_("Giao cho tôi"))
    late = forms.BooleanField(required=False, label=_("Chỉ việc trễ"))
    rows = Rows()

    def __init__(self, data: Any, *, units: list[tuple[UUID, str]]) -> None:
        """`units` fill their select."""
        super().__init__(data)
        offered = {"category": words.subjects(), "unit": [(str(pk), name) for pk, name in units]}
        for name, pairs in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [*ALL, *pairs]

    @property
    def selects(self) -> list[forms.BoundField]:
        """What is chosen from a list, in the order of the line."""
        return [self[name] for name in ("status", "kind", "category", "unit")]

    def wanted(self) -> Wanted:
        """What the good values ask for."""
        self.is_valid()
        typed = self.cleaned_data
        return Wanted(
            text=typed.get("q") or "",
            status=typed.get("status") or "",
            kind=typed.get("kind") or "",
            category=typed.get("category") or "",
            unit_id=UUID(typed["unit"]) if typed.get("unit") else None,
            mine=bool(typed.get("mine")),
            late=bool(typed.get("late")),
            rows=typed.get("rows") or 0,
        )


class Period(periods.Period):
    """This year so far when nothing readable is asked."""

    @staticmethod
    def opening(today: date) -> date:
        """With the year."""
        return today.replace(month=1, day=1)
