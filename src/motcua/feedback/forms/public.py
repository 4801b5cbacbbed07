"""What residents type: a feedback, an addition, a receipt. Answered in one sentence in their language."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.acts import Refused
from motcua.feedback.actions import NewFeedback, NewSender
from motcua.feedback.queries import words
from motcua.feedback.rules import Channel, Privacy, photos, tidy
from motcua.ui.fields import Lines, Text

__all__ = ["Add", "Find", "Lodge", "Rate", "Reopen", "ticket"]

QUICK = timedelta(seconds=3)  # nobody fills in this form faster
STALE = timedelta(days=1)
SALT = "feedback.lodge"


def ticket(now: datetime) -> str:
    """What each shown form carries, sealed: its own key, and when it was shown."""
    return signing.dumps({"once": str(uuid4()), "at": now.isoformat()}, salt=SALT)


class Photo(forms.FileField):
    """A photo; judged by its bytes when it is kept."""

    default_error_messages = {
        "invalid": _("Không nhận được ảnh. Chọn lại."),
        "missing": _("Không nhận được ảnh. Chọn lại."),
        "empty": _("Ảnh này rỗng. Chọn lại."),
        "max_length": _("Tên tệp dài quá. Đổi tên ngắn hơn."),
    }

    def __init__(self, **more: Any) -> None:
        """JPEG or PNG, never required."""
        widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png"})
        super().__init__(required=False, widget=widget, **more)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The cleaned bytes, or nothing."""
        found = super().clean(data, initial)
        if not found:
            return None
        if (found.size or 0) > photos.LARGEST:
            raise forms.ValidationError(_("Ảnh này lớn hơn 8 MB. Chọn ảnh nhỏ hơn."))
        content = found.read()
        try:
            photos.read(content)
        except Refused as no:
            said = {
                "photo.type": _("Chỉ nhận ảnh JPEG hoặc PNG."),
                "photo.damaged": _("Ảnh này hỏng, không đọc được. Chọn ảnh khác."),
            }
            raise forms.ValidationError(said.get(no.code, _("Không nhận được ảnh. Chọn lại."))) from None
        return content


class Lodge(forms.Form):
    """A feedback or proposal."""

    category = forms.ChoiceField(
        label=_("Về việc gì"),
        error_messages={"required": _("Chưa chọn. Chọn một mục."), "invalid_choice": _("Chọn lại một mục.")},
    )
    subject = Text(
        max_length=200,
        label=_("Tóm tắt trong một câu"),
        error_messages={"required": _("Chưa ghi tóm tắt. Một câu là đủ.")},
    )
    text = Lines(
        max_length=5000,
        label=_("Nội dung"),
        help_text=_("Việc gì, từ khi nào, ông bà mong phường làm gì."),
        error_messages={"required": _("Chưa ghi nội dung.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    place = Text(required=False, max_length=300, label=_("Ở đâu"), help_text=_("Số nhà, ngõ, hoặc gần chỗ nào."))
    photo1 = Photo(label=_("Ảnh thứ nhất"), help_text=_("JPEG hoặc PNG, tối đa 8 MB. Nơi chụp, máy chụp được xóa."))
    photo2 = Photo(label=_("Ảnh thứ hai"))
    photo3 = Photo(label=_("Ảnh thứ ba"))
    privacy = forms.ChoiceField(
        label=_("Ông bà có muốn để lại tên không?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn. Chọn một mục."), "invalid_choice": _("Chọn lại một mục.")},
    )
    name = Text(required=False, max_length=200, label=_("Họ và tên"), widget=forms.TextInput({"autocomplete": "name"}))
    phone = Text(
        required=False,
        max_length=30,
        label=_("Điện thoại"),
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"}),
    )
    email = Text(
        required=False,
        max_length=200,
        label=_("Thư điện tử"),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    website = forms.CharField(
        required=False,
        max_length=200,
        label=_("Để trống ô này"),
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )
    ticket = forms.CharField(widget=forms.HiddenInput, max_length=400, required=False)

    def __init__(self, *args: Any, now: datetime, **more: Any) -> None:
        """`now` is the moment of the request."""
        super().__init__(*args, **more)
        self.now = now
        self.once: UUID | None = None
        for name, first in (("category", _("Chọn một mục")), ("privacy", None)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                offered = words.subjects() if name == "category" else _privacies()
                field.choices = [("", first), *offered] if first else offered

    def clean_phone(self) -> str:
        """Ten digits, or nothing."""
        typed = str(self.cleaned_data["phone"])
        try:
            return vietnam.parse_phone(typed) if typed else ""
        except Refused:
            raise forms.ValidationError(_("Số điện thoại có 10 chữ số, bắt đầu bằng 0.")) from None

    def clean_email(self) -> str:
        """Something that can be an address."""
        typed = str(self.cleaned_data["email"])
        try:
            return str(forms.EmailField(required=False, max_length=200).clean(typed) or "")
        except forms.ValidationError:
            raise forms.ValidationError(_("Thư điện tử viết như ten@noi.vn.")) from None

    def clean(self) -> dict[str, Any]:
        """A name unless anonymous; and that a person filled it in."""
        typed = super().clean() or self.cleaned_data
        if typed.get("privacy") not in {Privacy.ANONYMOUS.value, None} and not typed.get("name"):
            self.add_error("name", _("Chưa ghi họ tên. Ghi tên, hoặc chọn gửi ẩn danh."))
        self._sealed(str(typed.get("ticket", "")))
        if typed.get("website"):
            self.add_error(None, _("Chưa gửi được. Để trống ô cuối cùng rồi gửi lại."))
        return typed

    def _sealed(self, text: str) -> None:
        try:
            held = signing.loads(text, salt=SALT)
            self.once, shown = UUID(held["once"]), datetime.fromisoformat(held["at"])
        except (signing.BadSignature, KeyError, TypeError, ValueError):
            self.once, shown = None, self.now - 2 * STALE
        if self.now - shown < QUICK:
            self.add_error(None, _("Chờ vài giây rồi bấm gửi lại. Những gì đã ghi còn nguyên."))
        elif self.now - shown > STALE:
            self.add_error(None, _("Trang này mở đã lâu. Bấm gửi lại; những gì đã ghi còn nguyên."))

    def new(self, *, language: str) -> NewFeedback:
        """What is sent. The form is valid."""
        typed = self.cleaned_data
        return NewFeedback(
            once=self.once or uuid4(),
            category=typed["category"],
            subject=typed["subject"],
            text=typed["text"],
            place=typed["place"],
            privacy=Privacy(typed["privacy"]),
            sender=NewSender(name=typed["name"], phone=typed["phone"], email=typed["email"]),
            photos=tuple(typed[name] for name in ("photo1", "photo2", "photo3") if typed.get(name)),
            channel=Channel.ONLINE,
            language=language,
        )


def _privacies() -> list[tuple[str, Any]]:
    return [
        (Privacy.NAMED.value, _("Có: người giải quyết biết tên tôi")),
        (Privacy.HIDDEN.value, _("Có, nhưng giữ kín: chỉ mở khi thật cần, mỗi lần mở đều ghi lại")),
        (Privacy.ANONYMOUS.value, _("Không: gửi ẩn danh, phường không giữ gì về tôi")),
    ]


class Add(forms.Form):
    """An addition, or the reply to what the office asked."""

    text = Lines(
        max_length=5000,
        label=_("Ông bà muốn thêm gì"),
        error_messages={"required": _("Chưa ghi nội dung.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    photo1 = Photo(label=_("Ảnh"), help_text=_("JPEG hoặc PNG, tối đa 8 MB. Nơi chụp, máy chụp được xóa."))


class Reopen(forms.Form):
    """Why the answer does not do."""

    why = Lines(
        max_length=5000,
        label=_("Điều gì chưa được"),
        error_messages={"required": _("Chưa ghi điều gì chưa được.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Rate(forms.Form):
    """Whether the answer was good."""

    liked = forms.ChoiceField(
        choices=[("yes", _("Hài lòng")), ("no", _("Không hài lòng"))],
        error_messages={"required": _("Chưa chọn. Chọn một mục."), "invalid_choice": _("Chọn lại một mục.")},
    )


class Find(forms.Form):
    """A receipt as people type it."""

    code = Text(
        max_length=60,
        label=_("Mã biên nhận"),
        help_text=_("Mười hai chữ và số, như K7M2-QX4T-9RWD."),
        error_messages={"required": _("Chưa ghi mã biên nhận.")},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        """The code as it was given."""
        return tidy(str(self.cleaned_data["code"]))
