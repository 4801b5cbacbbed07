"""What officers ask of the results, and the forms of their verbs."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.surveys.queries import DIMENSIONS, Asking
from motcua.ui.fields import Choice, Text

__all__ = ["Months", "OpenTablet", "Publish", "Wanted", "known_periods"]

CENTURY = 2000
OFFERED = 60  # months to choose from; an address may name any other


class Months(forms.Form):
    """From a month to a month; nothing asked means the last three months that are over."""

    first = Choice(label=_("Từ tháng"))
    last = Choice(label=_("đến"))

    def __init__(self, data: Any, *, today: date) -> None:
        """`today` decides what an address asks for that says nothing."""
        names = ("first", "last")
        default = dict(zip(names, last_months(today, 3), strict=True))
        filled = {name: data.get(name) or f"{day:%Y-%m}" for name, day in default.items()}
        super().__init__({**{key: data.get(key) for key in data}, **filled})
        newest, oldest = today.replace(day=1), last_months(today, OFFERED)[0]
        asked = {month for name in names if (month := _month(filled[name]))}
        offered = sorted({*_months(oldest, newest), *asked}, reverse=True)
        for name in names:
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(f"{month:%Y-%m}", f"{month:%m/%Y}") for month in offered]

    def clean(self) -> dict[str, Any]:
        """First before last."""
        found: dict[str, Any] = super().clean() or {}
        days = {name: _month(found[name]) for name in ("first", "last") if found.get(name)}
        first, last = days.get("first"), days.get("last")
        if first and last and first > last:
            self.add_error("last", _("Tháng cuối phải sau tháng đầu."))
        return {**found, **days}

    @property
    def days(self) -> tuple[date, date]:
        """The first days of the months asked for."""
        return self.cleaned_data["first"], self.cleaned_data["last"]


def _month(text: str) -> date | None:
    """The first day of a month written 2026-11, of this century; None for anything else."""
    try:
        found = date.fromisoformat(f"{text[:7]}-01") if len(text) <= len("2026-11-25") else None
    except ValueError:
        return None
    return found if found and CENTURY <= found.year < CENTURY + 100 else None


def _months(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = (first + timedelta(days=32)).replace(day=1)


def known_periods(today: date) -> list[tuple[str, tuple[date, date]]]:
    """The last month, quarter and year that are over, and this year as far as it is over; each with its name."""
    month = last_months(today, 1)[0]
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)  # this one; the last is before it
    end = last_months(quarter, 1)[0]
    roman = ("I", "II", "III", "IV")[(end.month - 1) // 3]
    found = [
        (gettext("tháng %(month)s") % {"month": f"{month:%m/%Y}"}, (month, month)),
        (gettext("quý %(quarter)s") % {"quarter": f"{roman}/{end.year}"}, last_months(quarter, 3)),
        (gettext("năm %(year)s") % {"year": month.year}, (date(month.year, 1, 1), month)),
    ]
    if month.year == today.year:
        found.append(
            (
                gettext("năm %(year)s") % {"year": today.year - 1},
                (date(today.year - 1, 1, 1), date(today.year - 1, 12, 1)),
            )
        )
    return found


def last_months(today: date, count: int) -> tuple[date, date]:
    """The first days of the first and last of `count` months that are over."""
    last = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    first = last
    for _n in range(count - 1):
        first = (first - timedelta(days=1)).replace(day=1)
    return first, last


class Wanted(Months):
    """Months, an instrument and a dimension."""

    of = Choice(label=_("Phiếu"), required=False)
    by = Choice(
        label=_("Chia theo"), required=False, choices=[(key, name) for key, (name, _columns) in DIMENSIONS.items()]
    )

    def __init__(self, data: Any, *, today: date, instruments: list[tuple[str, str]]) -> None:
        """The instruments there are, the first one when none is named."""
        plain = {k: data.get(k) for k in data}
        super().__init__({"of": instruments[0][0], "by": "field", **{k: v for k, v in plain.items() if v}}, today=today)
        field = self.fields["of"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = instruments

    def asking(self) -> Asking:
        """What was asked."""
        first, last = self.days
        data = self.cleaned_data
        return Asking(instrument=data["of"], first=first, last=last, dimension=data["by"])


class OpenTablet(forms.Form):
    """Which counter, and who is on duty there."""

    name = Text(
        label=_("Quầy"), max_length=60, help_text=_("Ví dụ: Quầy số 2. Tên này hiện trên máy."), initial=_("Quầy số 1")
    )
    officer = Choice(label=_("Công chức đang trực"))

    def __init__(self, data: Any = None, *, officers: list[tuple[str, str]], me: str) -> None:
        """Officers of the counter today."""
        super().__init__(data, initial={"officer": me})
        field = self.fields["officer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = officers


class Publish(forms.Form):
    """A new version of an instrument."""

    file = forms.FileField(
        label=_("Tệp phiếu hỏi (YAML, JSON)"),
        help_text=_("Tải bản đang dùng về, sửa câu hỏi, tăng số bản, ghi ngày bắt đầu rồi nạp lại."),
        error_messages={"required": _("Chưa chọn tệp."), "empty": _("Tệp này rỗng.")},
    )
