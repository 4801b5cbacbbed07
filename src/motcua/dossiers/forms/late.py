"""What the verbs of lateness ask: the apology's reason, a leader's hand, the chairman's order, the register."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.forms.verbs import VerbForm, offer, reason_field
from motcua.dossiers.models import Extension
from motcua.dossiers.queries import words
from motcua.dossiers.queries.register import MarksWanted
from motcua.dossiers.rules import Cause, Debt, Order, Verdict
from motcua.ui.fields import Choice, Day, Lines, Rows, Text, Which
from motcua.ui.verbs import Typed

__all__ = [
    "ApproveExtension",
    "Assess",
    "DecideEscalation",
    "Explain",
    "GiveReason",
    "Marks",
    "ProposeExtension",
    "RejectExtension",
    "SendApology",
    "UnsaidFilters",
]

ALL = [("", _("tất cả"))]
People = Iterable[tuple[UUID, str]]


class ProposeExtension(VerbForm):
    """Form 04: reason, cause, new day; the hour is the office's close. A dossier that has ended gets no new day."""

    cause = Choice(
        choices=[("", _("Chọn nguyên nhân")), *((c.value, label) for c, label in words.CAUSES.items())],
        label=_("Nguyên nhân"),
        error_messages={"required": _("Chọn nguyên nhân trễ.")},
    )
    new_due = Day(label=_("Hẹn lại ngày"), error_messages={"required": _("Chưa ghi ngày hẹn lại.")})
    reason = reason_field(_("Lý do, in trên phiếu xin lỗi"))

    def __init__(self, *args: Any, ended: bool = False, letter: Extension | None = None, **more: Any) -> None:
        """`ended`: only sorry is left to say. `letter` is the slip as it stands, shown above the fields."""
        super().__init__(*args, **more)
        self.ended, self.letter = ended, letter
        if ended:
            del self.fields["new_due"]

    def typed(self) -> dict[str, Any]:
        """The cause as the rule knows it; the day becomes a moment in the view, which knows the calendar."""
        return {**self.cleaned_data, "cause": Cause(self.cleaned_data["cause"])}


class GiveReason(ProposeExtension):
    """The draft gets its reason; the proposed day can be another."""


class ApproveExtension(ProposeExtension):
    """A leader signs the apology, and may write it better first."""


class RejectExtension(VerbForm):
    """A leader sends the apology back."""

    reason = reason_field(_("Cần sửa gì"))


class SendApology(Typed):
    """How the apology reached the applicant."""

    way = Text(max_length=40, label=_("Gửi bằng cách nào"), initial=_("Điện thoại"))
    proof = Text(
        max_length=300,
        label=_("Bằng chứng"),
        error_messages={"required": _("Ghi bằng chứng đã gửi: ai nghe máy, lúc nào, mã tin nhắn.")},
    )


class DecideEscalation(Typed):
    """The chairman's order: what, who, by when, why."""

    order = Choice(choices=[(o.value, label) for o, label in words.ORDERS.items()], label=_("Quyết định"))
    assignee = Which(required=False, label=_("Ai phải làm"), widget=forms.Select)
    finish_by = Day(required=False, label=_("Xong trong ngày"))
    decision = Lines(
        max_length=4000,
        label=_("Nội dung và lý do"),
        error_messages={"required": _("Ghi quyết định: ai làm gì, xong ngày nào.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, people: People = (), **more: Any) -> None:
        """`people` work in this office today."""
        super().__init__(*args, **more)
        offer(self, "assignee", people, _("Chọn người"))

    def typed(self) -> dict[str, Any]:
        """The order as the rule knows it."""
        typed = dict(self.cleaned_data)
        who = typed.pop("assignee")
        return {**typed, "order": Order(typed["order"]), "assignee_id": who}


class Explain(forms.Form):
    """The officer's word to a mark."""

    text = Lines(
        max_length=4000,
        label=_("Giải trình"),
        error_messages={"required": _("Ghi vì sao trễ và đã làm gì để giữ hẹn.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Assess(forms.Form):
    """The chairman's judgment of a mark."""

    verdict = Choice(choices=[(v.value, label) for v, label in words.VERDICTS.items()], label=_("Đánh giá"))
    text = Lines(
        max_length=4000,
        label=_("Nhận xét"),
        error_messages={"required": _("Ghi nhận xét.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def typed(self) -> dict[str, Any]:
        """The verdict as the rule knows it. The form is valid."""
        return {"verdict": Verdict(self.cleaned_data["verdict"]), "text": self.cleaned_data["text"]}


class UnsaidFilters(forms.Form):
    """Whose hand is waited for, and in which unit. Odd values in an address are ignored."""

    debt = Choice(required=False, choices=[*ALL, *((d.value, label) for d, label in words.DEBTS.items())])
    unit = Which(required=False, label=_("Đơn vị"), widget=forms.Select)
    rows = Rows()

    def __init__(self, data: Any, *, units: People) -> None:
        """`units` fill the select."""
        super().__init__(data)
        offer(self, "unit", units, _("tất cả"))

    def wanted(self) -> dict[str, Any]:
        """What the good values ask for."""
        self.is_valid()
        typed = self.cleaned_data
        debt = typed.get("debt")
        return {"debt": Debt(debt) if debt else None, "unit_id": typed.get("unit"), "rows": typed.get("rows") or 0}


class Marks(forms.Form):
    """The filters of the register. Odd values in an address are ignored."""

    first = Day(required=False, label=_("Từ ngày"))
    last = Day(required=False, label=_("Đến ngày"))
    kind = Choice(
        required=False, label=_("Lần"), choices=[*ALL, *((k.value, label) for k, label in words.MARKS.items())]
    )
    unit = Which(required=False, label=_("Đơn vị"), widget=forms.Select)
    officer = Which(required=False, label=_("Người"), widget=forms.Select)
    unanswered = forms.BooleanField(required=False, label=_("Chưa giải trình"))
    rows = Rows()

    def __init__(self, data: Any, *, units: People, people: People) -> None:
        """`units` and `people` fill the selects."""
        super().__init__(data)
        offer(self, "unit", units, _("tất cả"))
        offer(self, "officer", people, _("tất cả"))

    @property
    def selects(self) -> list[forms.BoundField]:
        """What is chosen from a list, in the order of the line."""
        return [self[name] for name in ("kind", "unit", "officer")]

    def wanted(self, today: date) -> MarksWanted:
        """What the good values ask for; the last ninety days when no period was."""
        self.is_valid()
        typed = self.cleaned_data
        last = typed.get("last") or today
        return MarksWanted(
            first=typed.get("first") or min(last, today) - timedelta(days=90),
            last=last,
            kind=typed.get("kind") or "",
            unit_id=typed.get("unit"),
            officer_id=typed.get("officer"),
            unanswered=bool(typed.get("unanswered")),
        )

    @property
    def asked(self) -> int:
        """How many rows the page shows at least."""
        return self.cleaned_data.get("rows") or 0
