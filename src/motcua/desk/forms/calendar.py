"""A change of the ward's calendar as the administrator types it; becomes a `Change`, never saved here."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.acts import Refused
from motcua.clock import DayKind
from motcua.offices.models import OpeningHours
from motcua.offices.rules import (
    CERTAINTIES,
    KINDS,
    WEEKDAYS,
    Change,
    DayChange,
    HoursChange,
    sessions_from,
    sessions_text,
)
from motcua.ui.fields import Choice, Day, Text

__all__ = ["CalendarUpload", "DayForm", "HoursForm"]

ORDINARY = "ordinary"
LONGEST = 31  # days of one range; Tết has at most nine


def _reason() -> Text:
    return Text(max_length=300, label=_("Lý do"), help_text=_("Ghi vào sổ, bên cạnh mỗi hẹn trả bị dời."))


class DayForm(forms.Form):
    """One day or a row of days that differ from their weekday, or are ordinary again."""

    starts = Day(label=_("Ngày"))
    ends = Day(required=False, label=_("Đến hết ngày"))
    kind = Choice(label=_("Loại ngày"), choices=[(kind or ORDINARY, said) for kind, said in KINDS.items()])
    name = Text(max_length=160, label=_("Tên ngày"), help_text=_("Như: nghỉ tránh bão số 9."))
    source = Text(max_length=200, label=_("Văn bản quy định"))
    certainty = Choice(label=_("Độ chắc"), choices=[(one.value, said) for one, said in CERTAINTIES.items()])
    reason = _reason()

    def __init__(self, *args: Any, **more: Any) -> None:
        """A day that is ordinary again needs neither name nor source."""
        super().__init__(*args, **more)
        if self.data.get("kind") == ORDINARY:
            self.fields["name"].required = self.fields["source"].required = False

    def clean(self) -> dict[str, Any]:
        """The range in order and not too long."""
        typed = super().clean() or {}
        starts, ends = typed.get("starts"), typed.get("ends")
        if starts and ends and not 0 <= (ends - starts).days < LONGEST:
            raise ValidationError(_("Ngày cuối phải sau ngày đầu, nhiều nhất 31 ngày một lần."))
        return typed

    def change(self) -> Change:
        """What was typed. The form is valid."""
        typed = self.cleaned_data
        kind = None if typed["kind"] == ORDINARY else DayKind(typed["kind"])
        said = {} if kind is None else {name: typed[name] for name in ("name", "source", "certainty")}
        length = ((typed["ends"] or typed["starts"]) - typed["starts"]).days + 1
        days = (typed["starts"] + timedelta(days=n) for n in range(length))
        return Change(days=tuple(DayChange(date=on, kind=kind, **said) for on in days))


class HoursForm(forms.Form):
    """The opening hours from a day on: for each weekday what counts, and what only receives."""

    valid_from = Day(label=_("Áp dụng từ ngày"))
    basis = Text(required=False, max_length=200, label=_("Văn bản quy định"))
    reason = _reason()

    def __init__(self, *args: Any, **more: Any) -> None:
        """Two texts for each weekday."""
        super().__init__(*args, **more)
        for week in ("weekly", "extra"):
            for day in WEEKDAYS:
                self.fields[f"{week}_{day}"] = Text(required=False, max_length=80, label=day)

    @property
    def week(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of each weekday: what counts, what only receives."""
        return [(self[f"weekly_{day}"], self[f"extra_{day}"]) for day in WEEKDAYS]

    @staticmethod
    def typed_as(row: OpeningHours | None) -> Mapping[str, Any]:
        """Hours there are, as they would be typed."""
        held = {"weekly": row.weekly, "extra": row.extra} if row else {}
        return {
            f"{week}_{day}": sessions_text(days.get(str(n), []))
            for week, days in held.items()
            for n, day in enumerate(WEEKDAYS)
        }

    def clean(self) -> dict[str, Any]:
        """Each text read; its sentence stands beside its field."""
        typed = super().clean() or {}
        for name in [name for name in typed if name.startswith(("weekly_", "extra_"))]:
            try:
                typed[name] = sessions_from(typed[name])
            except Refused as no:
                self.add_error(name, no.vi)
        return typed

    def change(self) -> Change:
        """What was typed. The form is valid."""
        typed = self.cleaned_data
        weeks = (
            {str(n): typed[f"{week}_{day}"] for n, day in enumerate(WEEKDAYS) if typed[f"{week}_{day}"]}
            for week in ("weekly", "extra")
        )
        weekly, extra = weeks
        return Change(
            hours=HoursChange(valid_from=typed["valid_from"], weekly=weekly, extra=extra, basis=typed["basis"])
        )


class CalendarUpload(forms.Form):
    """A calendar to take in: a file, or the same bytes coming back from the preview."""

    file = forms.FileField(
        required=False,
        label=_("Tệp lịch"),
        help_text=_("CSV, XLSX, YAML hoặc JSON: mỗi dòng một ngày khác thường."),
        allow_empty_file=True,
    )
    reason = _reason()
