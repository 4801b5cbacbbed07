"""What an officer types about an outage; becomes a `Stated`, never saved here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.outages.models import Outage
from motcua.outages.queries import Wanted
from motcua.outages.queries.words import KINDS, SYSTEMS
from motcua.outages.rules import Stated, System
from motcua.promises.rules import Kind
from motcua.ui.fields import Choice, Day, Lines, Moment, Rows, Text

__all__ = ["CorrectForm", "EndForm", "EvidenceForm", "Filters", "ReportForm", "WithdrawForm"]

STATES = (("open", _("đang lỗi")), ("ended", _("đã hết")), ("withdrawn", _("đã rút")))


class StatedForm(forms.Form):
    """What can be corrected later."""

    system = Choice(label=_("Hệ thống nào lỗi"), choices=[("", "–"), *((s.value, said) for s, said in SYSTEMS.items())])
    other = Text(required=False, max_length=120, label=_("Tên hệ thống khác"))
    starts = Moment(label=_("Lỗi từ lúc"))
    ends = Moment(required=False, label=_("Hết lúc"))
    announced_on = Day(
        required=False, label=_("Ngày được báo trước"), help_text=_("Chỉ khi ngừng có kế hoạch và có thông báo trước.")
    )
    kinds = forms.MultipleChoiceField(
        required=False,
        label=_("Chỉ chạm tới"),
        help_text=_("Không chọn thì tính mọi lời hẹn của phường."),
        choices=[(kind.value, said) for kind, said in KINDS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Mục này không có trong danh sách. Chọn lại.")},
    )

    @staticmethod
    def typed_as(row: Outage) -> dict[str, Any]:
        """An outage there is, as it would be typed."""
        names = ("system", "other", "starts", "ends", "announced_on", "kinds")
        return {name: getattr(row, name) for name in names}

    def stated(self) -> Stated:
        """What was typed. The form is valid."""
        typed = self.cleaned_data
        return Stated(
            system=System(typed["system"]),
            other=typed["other"],
            starts=typed["starts"],
            ends=typed["ends"],
            announced_on=typed["announced_on"],
            kinds=tuple(Kind(kind) for kind in typed["kinds"]),
        )


class ReportForm(StatedForm):
    """A system that is down, or was: five fields to fill, the rest when there is time."""

    description = Lines(required=False, max_length=2000, label=_("Thấy gì"), widget=forms.Textarea(attrs={"rows": 3}))
    seen_by = Text(required=False, max_length=120, label=_("Ai thấy"))
    noticed_at = Moment(required=False, label=_("Thấy lúc"))
    ticket = Text(required=False, max_length=80, label=_("Số phiếu của đơn vị vận hành"))
    file = forms.FileField(
        required=False,
        label=_("Ảnh, công văn làm chứng"),
        help_text=_("PDF hoặc ảnh, tối đa 25 MB."),
        allow_empty_file=True,
    )

    field_order = ("system", "other", "starts", "description", "seen_by", "ends")

    @property
    def quick(self) -> list[forms.BoundField]:
        """What is asked at once."""
        return [self[name] for name in ("system", "other", "starts", "description", "file")]

    @property
    def further(self) -> list[forms.BoundField]:
        """What may be said besides."""
        names = ("ends", "seen_by", "noticed_at", "ticket", "announced_on", "kinds")
        return [self[name] for name in names]

    @property
    def opened(self) -> bool:
        """Whether the further fields must be seen: something is wrong among them or was filled in."""
        named = ("ends", "ticket", "announced_on", "kinds")
        return any(bound.errors for bound in self.further) or any(self[name].value() for name in named)


class EndForm(forms.Form):
    """When it was over."""

    ends = Moment(label=_("Hết lúc"))


class CorrectForm(StatedForm):
    """The same again, right this time, and why."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = Text(max_length=500, label=_("Vì sao sửa"), help_text=_("Bản trước vẫn đọc được, kèm lý do này."))

    def __init__(self, *args: Any, outage: Outage, **more: Any) -> None:
        """An outage that lasts has no end to correct; one that is over has."""
        super().__init__(*args, **more)
        if outage.ends is None:
            del self.fields["ends"]
        else:
            self.fields["ends"].required = True

    def stated(self) -> Stated:
        """What was typed. The form is valid."""
        self.cleaned_data.setdefault("ends", None)
        return super().stated()


class EvidenceForm(forms.Form):
    """A file that shows it."""

    file = forms.FileField(
        label=_("Tệp"),
        help_text=_("PDF, ảnh hoặc văn bản, tối đa 25 MB."),
        allow_empty_file=True,
        error_messages={"required": _("Chưa chọn tệp.")},
    )
    said = Text(required=False, max_length=200, label=_("Tệp này là gì"))


class WithdrawForm(forms.Form):
    """Why it is taken back."""

    reason = Text(max_length=500, label=_("Vì sao rút"), help_text=_("Sự cố vẫn đọc được trong sổ, ở mục đã rút."))


class Filters(forms.Form):
    """One line of filters, kept in the address. Odd values are ignored, never an error."""

    state = Choice(required=False, label=_("Tình trạng"), choices=[("", _("tất cả")), *STATES])
    system = Choice(
        required=False,
        label=_("Hệ thống"),
        choices=[("", _("tất cả")), *((s.value, said) for s, said in SYSTEMS.items())],
    )
    first = Day(required=False, label=_("Từ"))
    last = Day(required=False, label=_("đến"))
    rows = Rows()

    def wanted(self) -> Wanted:
        """What the good values ask for."""
        self.is_valid()
        typed = self.cleaned_data
        return Wanted(
            state=typed.get("state") or "",
            system=typed.get("system") or "",
            first=typed.get("first"),
            last=typed.get("last"),
            rows=typed.get("rows") or 0,
        )
