"""The period a book or a report is read for, asked in its address. Odd values are ignored, never an error."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.ui.fields import Day

__all__ = ["Period"]


class Period(forms.Form):
    """From a day to a day, both included."""

    first = Day(required=False, label=_("Từ ngày"))
    last = Day(required=False, label=_("Đến ngày"))

    def days(self, today: date) -> tuple[date, date]:
        """The period asked for, whichever end was named first; from `opening` to today when nothing readable was."""
        self.is_valid()
        first = self.cleaned_data.get("first") or self.opening(today)
        last = self.cleaned_data.get("last") or max(first, today)
        return min(first, last), max(first, last)

    @staticmethod
    def opening(today: date) -> date:
        """Where it begins when nobody says: with the month."""
        return today.replace(day=1)
