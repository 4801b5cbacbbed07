"""What a person asks of the report, and the remark with which one is closed."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.figures.rules import GROUPS, Group, Period, Scope, default_as_of
from motcua.ui.fields import Day, Moment

__all__ = ["Asked", "Closing"]

NOW = "now"


class Asked(forms.Form):
    """Period, group and the moment to look from, kept in the address. Nothing asked means this month, by field."""

    first = Day(required=False, label=_("Từ"))
    last = Day(required=False, label=_("đến"))
    by = forms.ChoiceField(
        required=False,
        label=_("Theo"),
        choices=[(g.value, name.lower() if g is not Group.NONE else _("không chia")) for g, name in GROUPS.items()],
        error_messages={"invalid_choice": _("Không chia theo cách này được. Chọn một cách trong danh sách.")},
    )
    as_of = forms.CharField(required=False, max_length=40, label=_("Nhìn từ"), widget=forms.Select)
    moment = Moment(required=False, label=_("lúc khác"))

    def __init__(self, data: Any, *, at: datetime, period: Period) -> None:
        """`at` is now; `period` is meant when no day is given."""
        self.at = at
        given = data.copy()
        given.setdefault("first", period.first.isoformat())
        given.setdefault("last", period.last.isoformat())
        given.setdefault("by", Group.FIELD.value)
        super().__init__(given)
        self.scope: Scope | None = None
        widget = self.fields["as_of"].widget
        if isinstance(widget, forms.Select):
            widget.choices = self.moments()

    def moments(self) -> list[tuple[str, Any]]:
        """What the selector offers: the end of the period, now, and the moment in the address."""
        chosen = self.data.get("as_of", "")
        offered: list[tuple[str, Any]] = [("", _("hết kỳ")), (NOW, _("lúc này"))]
        if chosen and chosen != NOW:
            try:
                seen = _aware(datetime.fromisoformat(chosen)).astimezone(ZONE)
            except ValueError:
                return offered
            offered.append((chosen, f"{seen:%d/%m/%Y, %H:%M}"))
        return offered

    def clean(self) -> dict[str, Any]:
        """A scope, or one sentence why there is none."""
        typed = self.cleaned_data
        if self.errors:
            return typed
        first, last = _days(typed, today=self.at.astimezone(ZONE).date())
        try:
            self.scope = Scope(
                first=first, last=last, as_of=self._as_of(typed, last), group=Group(typed["by"] or Group.FIELD.value)
            )
        except Refused as no:
            self.add_error({"to": "last"}.get(no.field, no.field) or None, no.vi)
        return typed

    def _as_of(self, typed: dict[str, Any], last: date) -> datetime:
        if isinstance(typed["moment"], datetime):
            return typed["moment"]
        if not typed["as_of"]:
            return default_as_of(last=last, at=self.at)
        if typed["as_of"] == NOW:
            return self.at
        try:
            return _aware(datetime.fromisoformat(typed["as_of"]))
        except ValueError:
            raise Refused(
                "figures.moment",
                "Không đọc được thời điểm này. Chọn lại trong danh sách.",
                "This moment cannot be read.",
                field="as_of",
            ) from None


def _days(typed: dict[str, Any], *, today: date) -> tuple[date, date]:
    """Both days; an emptied one follows the other."""
    first, last = typed["first"], typed["last"]
    return first or last or today, last or first or today


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)


class Closing(forms.Form):
    """The remark that stands with a closed report."""

    remark = forms.CharField(
        required=False,
        max_length=500,
        label=_("Ghi chú"),
        help_text=_("Ví dụ: nộp theo Công văn số 12 của Văn phòng UBND thành phố."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_remark(self) -> str:
        """What was typed, storable."""
        return vietnam.clean(str(self.cleaned_data["remark"] or ""))
