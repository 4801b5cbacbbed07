"""What each verb asks before it is done, and how an officer writes a feedback down."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.acts import Refused
from motcua.feedback.actions import NewFeedback, NewSender
from motcua.feedback.forms.public import Photo
from motcua.feedback.queries import words
from motcua.feedback.rules import Channel, Door, Ground, Privacy
from motcua.ui.fields import Choice, Lines, Text
from motcua.ui.verbs import Typed

__all__ = [
    "Accept",
    "Answer",
    "Approve",
    "AskSupplement",
    "Assign",
    "Forward",
    "Lodge",
    "Merge",
    "Publish",
    "Reason",
    "Reject",
    "Route",
    "SeeSender",
    "Supply",
    "VerbForm",
]


class VerbForm(Typed):
    """The base of all verbs: `seen` tells whether somebody acted in between."""

    seen = forms.IntegerField(required=False, min_value=0, max_value=10**9, widget=forms.HiddenInput)


def _text(
    label: Any, *, rows: int = 4, required: bool = True, most: int = 5000, said: Any = "", hint: Any = ""
) -> Lines:
    return Lines(
        required=required,
        max_length=most,
        label=label,
        help_text=hint,
        error_messages={"required": said or _("Chưa điền ô này.")},
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _told() -> Lines:
    return _text(
        _("Lời báo cho người gửi"),
        said=_("Chưa ghi lời báo. Viết một câu người gửi hiểu được."),
        hint=_("Người gửi đọc đúng câu này trên trang của mình."),
    )


class Give(VerbForm):
    """To whom: a unit, or somebody in it."""

    to = Choice(label=_("Giao cho"))

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **more: Any) -> None:
        """`workers` are offered as `unit` or `unit:person`."""
        super().__init__(*args, **more)
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Chọn đơn vị, người")), *workers]

    def typed(self) -> dict[str, Any]:
        """Unit and person apart."""
        typed = dict(self.cleaned_data)
        unit, _colon, person = str(typed.pop("to")).partition(":")
        return {**typed, "unit_id": UUID(unit), "officer_id": UUID(person) if person else None}


class Accept(Give):
    """Accept for a unit."""


class Assign(Give):
    """Give to another unit or person."""

    reason = _text(_("Lời nhắn"), rows=2, required=False, most=1000)


class Reject(VerbForm):
    """Refuse with a ground."""

    ground = Choice(
        label=_("Vì sao"), widget=forms.RadioSelect, choices=[(g.value, label) for g, label in words.GROUNDS.items()]
    )
    told = _told()

    def typed(self) -> dict[str, Any]:
        """The ground as a value."""
        return {**self.cleaned_data, "ground": Ground(self.cleaned_data["ground"])}


class AskSupplement(VerbForm):
    """Ask the sender."""

    question = _text(_("Cần người gửi cho biết"), said=_("Chưa ghi điều cần hỏi."))


class Supply(VerbForm):
    """What the sender said, written down by an officer."""

    text = _text(_("Người gửi bổ sung"), said=_("Chưa ghi nội dung bổ sung."))


class Forward(VerbForm):
    """To another body."""

    body = Text(max_length=200, label=_("Cơ quan có thẩm quyền"))
    told = _told()


class Route(VerbForm):
    """To complaints and denunciations."""

    door = Choice(
        label=_("Thực chất là"),
        widget=forms.RadioSelect,
        choices=[(d.value, str(label).capitalize()) for d, label in words.DOORS.items()],
    )
    told = _told()

    def typed(self) -> dict[str, Any]:
        """The door as a value."""
        return {**self.cleaned_data, "door": Door(self.cleaned_data["door"])}


class Answer(VerbForm):
    """Draft the answer."""

    text = _text(_("Câu trả lời"), rows=8, most=20_000, said=_("Chưa ghi câu trả lời."))
    photo1 = Photo(label=_("Ảnh sau khi làm"), help_text=_("JPEG hoặc PNG, tối đa 8 MB."))
    photo2 = Photo(label=_("Ảnh nữa"))

    def typed(self) -> dict[str, Any]:
        """Photos as one value."""
        typed = dict(self.cleaned_data)
        photos = [typed.pop(name) for name in ("photo1", "photo2")]
        return {**typed, "photos": tuple(photo for photo in photos if photo)}


class Approve(VerbForm):
    """Approve, edited or not."""

    text = _text(_("Câu trả lời gửi người dân"), rows=10, most=20_000, said=_("Chưa ghi câu trả lời."))


class Reason(VerbForm):
    """A reason and nothing else."""

    reason = _text(_("Lý do"), rows=3, most=1000, said=_("Cần nêu lý do."))


class Publish(VerbForm):
    """The version everybody reads."""

    public_subject = Text(max_length=200, label=_("Tiêu đề công khai"))
    public_text = _text(
        _("Người dân phản ánh, viết gọn"), rows=4, required=False, hint=_("Bỏ tên, số điện thoại, địa chỉ nhà.")
    )
    public_answer = _text(_("Câu trả lời công khai"), rows=8, most=20_000, said=_("Chưa ghi câu trả lời."))
    photos = forms.MultipleChoiceField(
        required=False,
        label=_("Ảnh mọi người xem được"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Ảnh này không có. Chọn lại.")},
    )
    sure = forms.BooleanField(required=False, label=_("Đã xem kỹ: không còn thông tin cá nhân"))

    def __init__(self, *args: Any, numbers: list[tuple[int, Any]], **more: Any) -> None:
        """`numbers` are the photos to choose from."""
        super().__init__(*args, **more)
        field = self.fields["photos"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(n), label) for n, label in numbers]
        if not numbers:
            del self.fields["photos"]

    def typed(self) -> dict[str, Any]:
        """Numbers as numbers."""
        typed = dict(self.cleaned_data)
        return {**typed, "photos": tuple(int(n) for n in typed.get("photos", ()))}


class Merge(VerbForm):
    """Which one it follows."""

    into = Text(
        max_length=20,
        label=_("Số phản ánh chính"),
        help_text=_("Như PA-26-0042. Bản đã tiếp nhận và không theo bản khác."),
        error_messages={"required": _("Chưa ghi số phản ánh chính.")},
    )


class SeeSender(forms.Form):
    """Why somebody needs to know."""

    why = Text(
        max_length=300,
        label=_("Vì sao cần biết người gửi"),
        help_text=_("Tên bạn, giờ mở và lý do được ghi vào sổ."),
        error_messages={"required": _("Cần ghi vì sao phải biết người gửi.")},
    )


class Lodge(forms.Form):
    """What somebody says at the counter, by telephone, or writes."""

    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    channel = Choice(
        label=_("Đến bằng cách nào"),
        widget=forms.RadioSelect,
        choices=[(c.value, str(label).capitalize()) for c, label in words.CHANNELS.items() if c is not Channel.ONLINE],
    )
    category = Choice(label=_("Về việc gì"))
    subject = Text(max_length=200, label=_("Tóm tắt trong một câu"))
    text = _text(_("Nội dung"), rows=6)
    place = Text(required=False, max_length=300, label=_("Ở đâu"))
    photo1 = Photo(label=_("Ảnh"), help_text=_("JPEG hoặc PNG, tối đa 8 MB."))
    privacy = Choice(
        label=_("Người gửi"),
        widget=forms.RadioSelect,
        choices=[(p.value, label) for p, label in words.PRIVACIES.items()],
    )
    name = Text(required=False, max_length=200, label=_("Họ và tên"))
    phone = Text(required=False, max_length=30, label=_("Điện thoại"))
    email = Text(required=False, max_length=200, label=_("Thư điện tử"))
    address = Text(required=False, max_length=300, label=_("Địa chỉ liên hệ"))

    def __init__(self, *args: Any, **more: Any) -> None:
        """Offer the categories."""
        super().__init__(*args, **more)
        field = self.fields["category"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Chọn một mục")), *words.subjects()]

    def clean_phone(self) -> str:
        """Ten digits, or nothing."""
        typed = str(self.cleaned_data["phone"])
        try:
            return vietnam.parse_phone(typed) if typed else ""
        except Refused as no:
            raise forms.ValidationError(no.vi) from None

    def new(self) -> NewFeedback:
        """What was said. The form is valid."""
        typed = self.cleaned_data
        return NewFeedback(
            once=typed.get("once") or uuid4(),
            category=typed["category"],
            subject=typed["subject"],
            text=typed["text"],
            place=typed["place"],
            privacy=Privacy(typed["privacy"]),
            sender=NewSender(name=typed["name"], phone=typed["phone"], email=typed["email"], address=typed["address"]),
            photos=(typed["photo1"],) if typed.get("photo1") else (),
            channel=Channel(typed["channel"]),
        )
