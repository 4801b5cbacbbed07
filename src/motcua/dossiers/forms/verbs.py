"""What each verb asks before it is done. Every form carries the version of the dossier that was seen."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.clock import Limit, Unit
from motcua.dossiers.queries import words
from motcua.dossiers.rules import PaymentKind, PayWay, ReturnWay
from motcua.files.rules import LARGEST
from motcua.procedures.rules import Copy, StepKind, StepPlan
from motcua.ui.fields import Choice, Count, Day, Lines, Money, Number, Scan, Text, Which
from motcua.ui.verbs import Typed

__all__ = [
    "Accept",
    "Advance",
    "Answer",
    "AskCompletion",
    "AskSupplement",
    "Assign",
    "AttachPaper",
    "CancelPayment",
    "CompleteSupplement",
    "Consult",
    "Refuse",
    "RequirePayment",
    "ReturnResult",
    "SendBack",
    "Stop",
    "TakePayment",
    "TurnAway",
    "VerbForm",
    "Withdraw",
    "offer",
    "reason_field",
]

People = Iterable[tuple[UUID, str]]


class Seen(Count):
    """The version the page was opened with; nobody types it."""

    def to_python(self, value: Any) -> int | None:
        """The version; anything but a number says that the page is broken, whatever else it is."""
        try:
            return super().to_python(value)
        except forms.ValidationError:
            raise forms.ValidationError(_("Trang này hỏng nên chưa ghi gì. Mở lại hồ sơ rồi làm lại.")) from None


class VerbForm(Typed):
    """The base of all verbs: `seen` tells whether somebody acted in between."""

    seen = Seen(required=False, most=10**9, widget=forms.HiddenInput)


def reason_field(label: Any = None) -> Lines:
    return Lines(
        max_length=4000,
        label=label or _("Lý do"),
        error_messages={"required": _("Cần nêu lý do. Viết một câu người nộp hiểu được.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _basis(*, required: bool = False) -> Text:
    return Text(required=required, max_length=300, label=_("Căn cứ pháp lý"))


def _items() -> Lines:
    return Lines(
        max_length=6000,
        label=_("Giấy tờ cần có, mỗi dòng một thứ"),
        error_messages={"required": _("Chưa ghi giấy tờ nào. Ghi đủ trong một lần, mỗi dòng một thứ.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(line[:600] for line in text.splitlines())[:60]


class Accept(VerbForm):
    """A dossier that came online or is back from completion: all papers were seen."""

    complete = forms.BooleanField(
        label=_("Đã xem đủ giấy tờ bắt buộc"),
        error_messages={"required": _("Xem đủ giấy tờ rồi đánh dấu, hoặc chọn Yêu cầu bổ sung.")},
    )


class AskCompletion(VerbForm):
    """Form 02 at the door, once and complete."""

    items = _items()
    reason = reason_field()
    basis = _basis()
    answer_by = Day(required=False, label=_("Nên nộp lại trước ngày"))

    def typed(self) -> dict[str, Any]:
        """Items as a list."""
        return {**self.cleaned_data, "items": _list(self.cleaned_data["items"])}


class TurnAway(VerbForm):
    """Form 03."""

    reason = reason_field(_("Lý do từ chối, viết cho người nộp đọc"))
    basis = _basis()


class Advance(VerbForm):
    """Complete the step: a note, a result and the next officer where the step wants them."""

    note = Lines(required=False, max_length=4000, label=_("Ý kiến"), widget=forms.Textarea(attrs={"rows": 2}))
    result = Text(required=False, max_length=400, label=_("Giấy tờ kết quả"))
    number = Text(required=False, max_length=80, label=_("Số, ký hiệu"))
    signer = Text(required=False, max_length=200, label=_("Người ký"))
    file = Scan(largest=LARGEST, required=False, label=_("Bản quét kết quả"))
    assignee = Which(required=False, label=_("Giao bước sau cho"), widget=forms.Select)

    def __init__(
        self,
        *args: Any,
        people: People = (),
        plan: StepPlan | None = None,
        following: StepPlan | None = None,
        **more: Any,
    ) -> None:
        """`plan` is the current step, `following` the one after it, `people` hold the latter's position."""
        super().__init__(*args, **more)
        self.plan, self.following = plan, following
        offer(self, "assignee", people, _("Hàng chờ của đơn vị"))
        if not (self.finishes or (plan is not None and plan.must_result)):
            for name in ("result", "number", "signer", "file"):
                del self.fields[name]
        if self.finishes:
            del self.fields["assignee"]

    @property
    def finishes(self) -> bool:
        """Whether this step is the last before the result goes to the counter."""
        return self.following is not None and self.following.kind is StepKind.RETURN


class SendBack(VerbForm):
    """Return to the previous step."""

    reason = reason_field()


class Assign(VerbForm):
    """Put the step on somebody's desk."""

    assignee = Which(required=False, label=_("Giao cho"), widget=forms.Select)
    reason = Lines(required=False, max_length=1000, label=_("Lời nhắn"), widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, people: People = (), **more: Any) -> None:
        """`people` hold the position of the current step."""
        super().__init__(*args, **more)
        offer(self, "assignee", people, _("Hàng chờ của đơn vị"))


def offer(form: forms.Form, name: str, people: People, nobody: Any) -> None:
    widget = form.fields[name].widget
    if isinstance(widget, forms.Select):
        widget.choices = [("", nobody), *((str(pk), label) for pk, label in people)]


class Consult(VerbForm):
    """Ask another body, with a deadline."""

    body = Text(max_length=200, label=_("Cơ quan được hỏi"))
    question = Lines(
        max_length=4000,
        label=_("Nội dung cần hỏi"),
        error_messages={"required": _("Chưa ghi nội dung cần hỏi.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    days = Count(least=1, most=60, initial=3, label=_("Trả lời trong, ngày làm việc"))

    def typed(self) -> dict[str, Any]:
        """The deadline as a limit."""
        typed = dict(self.cleaned_data)
        limit = Limit(value=Decimal(typed.pop("days")), unit=Unit.WORKING_DAY)
        return {**typed, "limit": limit}


class Answer(Typed):
    """What the other body answered."""

    consultation = Which(label=_("Câu hỏi"), widget=forms.Select)
    text = Lines(
        max_length=4000,
        label=_("Nội dung trả lời"),
        error_messages={"required": _("Ghi nội dung trả lời.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, asked: People = (), **more: Any) -> None:
        """`asked` are the questions still open."""
        super().__init__(*args, **more)
        widget = self.fields["consultation"].widget
        if isinstance(widget, forms.Select):
            widget.choices = [(str(pk), label) for pk, label in asked]


class AskSupplement(VerbForm):
    """Form 02 in processing: the clock stops."""

    items = _items()
    reason = reason_field()
    answer_by = Day(required=False, label=_("Nên nộp trước ngày"))
    override_basis = Text(required=False, max_length=300, label=_("Căn cứ để yêu cầu lần nữa (lãnh đạo quyết định)"))

    def typed(self) -> dict[str, Any]:
        """Items as a list."""
        return {**self.cleaned_data, "items": _list(self.cleaned_data["items"])}


class CompleteSupplement(VerbForm):
    """Everything was brought."""

    remark = Lines(
        required=False, max_length=2000, label=_("Đã nhận những gì"), widget=forms.Textarea(attrs={"rows": 2})
    )


class RequirePayment(VerbForm):
    """A financial duty arises."""

    amount = Money(label=_("Số tiền, đồng"), error_messages={"required": _("Chưa ghi số tiền.")})
    kind = Choice(choices=list(words.PAYMENTS.items()), initial=PaymentKind.DUTY, required=False, label=_("Loại khoản"))
    reason = reason_field(_("Khoản gì, theo thông báo nào"))
    basis = _basis()

    def typed(self) -> dict[str, Any]:
        """The amount and the kind as the action takes them."""
        typed = dict(self.cleaned_data)
        return {**typed, "amount": Decimal(typed["amount"]), "kind": PaymentKind(typed["kind"] or PaymentKind.DUTY)}


class Several(forms.TypedMultipleChoiceField):
    """Records chosen on the page, by their ids."""

    default_error_messages = {
        "required": _("Chưa chọn. Chọn ít nhất một mục."),
        "invalid_choice": _("Mục đã chọn không còn. Chọn lại."),
        "invalid_list": _("Mục đã chọn không còn. Chọn lại."),
    }


class TakePayment(VerbForm):
    """What is due is paid; where several duties are open, those that are ticked."""

    payments = Several(coerce=UUID, label=_("Đã nộp khoản nào"), widget=forms.CheckboxSelectMultiple)
    receipt = Text(required=False, max_length=120, label=_("Số biên lai"))
    way = Choice(choices=[("", _("Không ghi")), *words.PAY_WAYS.items()], required=False, label=_("Cách nộp"))
    remark = Text(required=False, max_length=300, label=_("Ghi chú"))

    def __init__(self, *args: Any, owed: People = (), due: Decimal = Decimal(0), **more: Any) -> None:
        """`owed` are the duties still open, `due` their sum; a single one needs no choice."""
        super().__init__(*args, **more)
        self.due = due
        choices = [(str(pk), label) for pk, label in owed]
        if len(choices) < 2:
            del self.fields["payments"]
        else:
            field = cast("Several", self.fields["payments"])
            field.choices = choices
            field.initial = [pk for pk, _label in choices]

    def typed(self) -> dict[str, Any]:
        """The duties by their ids, all of them where there was no choice; the way as the action takes it."""
        typed = dict(self.cleaned_data)
        chosen = typed.pop("payments", None)
        return {
            **typed,
            "payments": tuple(chosen) if chosen else None,
            "way": PayWay(typed["way"]) if typed["way"] else None,
        }


class CancelPayment(VerbForm):
    """A duty falls away."""

    payment = Which(label=_("Khoản nào"), widget=forms.Select)
    reason = reason_field(_("Lý do hủy khoản này"))

    def __init__(self, *args: Any, owed: People = (), **more: Any) -> None:
        """`owed` are the duties still open."""
        super().__init__(*args, **more)
        widget = self.fields["payment"].widget
        if isinstance(widget, forms.Select):
            widget.choices = [(str(pk), label) for pk, label in owed]

    def typed(self) -> dict[str, Any]:
        """The duty by its id."""
        typed = dict(self.cleaned_data)
        payment_id = typed.pop("payment")
        return {**typed, "payment_id": payment_id}


class Refuse(VerbForm):
    """Refuse after processing."""

    reason = reason_field(_("Lý do từ chối giải quyết, viết cho người nộp đọc"))
    basis = _basis()


class Stop(VerbForm):
    """Form 05."""

    reason = reason_field(_("Lý do dừng, viết cho người nộp đọc"))
    basis = _basis()


class Withdraw(VerbForm):
    """The applicant takes the dossier back."""

    reason = reason_field(_("Lý do người nộp nêu"))


class ReturnResult(VerbForm):
    """The result in somebody's hands, with proof."""

    way = Choice(
        choices=[(w.value, label) for w, label in words.WAYS.items()],
        initial=ReturnWay.IN_PERSON.value,
        label=_("Trả bằng cách nào"),
        widget=forms.RadioSelect,
    )
    receiver = Text(max_length=200, label=_("Người nhận"), error_messages={"required": _("Ghi tên người nhận.")})
    receiver_id = Number(required=False, label=_("Số căn cước người nhận"))
    proof = Text(required=False, max_length=300, label=_("Giấy ủy quyền hoặc mã bưu gửi"))

    def typed(self) -> dict[str, Any]:
        """The way as the rule knows it."""
        return {**self.cleaned_data, "way": ReturnWay(self.cleaned_data["way"])}


class AttachPaper(VerbForm):
    """A paper that comes later."""

    name = Text(max_length=600, label=_("Tên giấy tờ"), error_messages={"required": _("Ghi tên giấy tờ.")})
    copy = Choice(
        choices=[(c.value, label) for c, label in words.COPIES.items()],
        initial=Copy.ORIGINAL.value,
        label=_("Loại bản"),
    )
    quantity = Count(most=999, initial=1, label=_("Số bản"))
    pages = Count(required=False, most=9999, label=_("Số trang"))
    file = Scan(largest=LARGEST, required=False, label=_("Bản quét"))
