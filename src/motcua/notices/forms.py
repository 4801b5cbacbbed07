"""The forms of officers: filters, telling by hand, words, channels. Odd values in an address are ignored."""

from typing import Any, TypedDict

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.notices.queries import words
from motcua.notices.queries.browsing import Wanted
from motcua.notices.rules import Event, Language, Slot, Way, Words
from motcua.ui.fields import Choice, Rows, Text

__all__ = ["CARRIED", "ChannelForm", "Filters", "Names", "Told", "Which", "WordingForm"]

ALL = [("", _("tất cả"))]
CARRIED = (Way.EMAIL, Way.ZALO, Way.SMS)


class Filters(forms.Form):
    """One line of filters, kept in the address."""

    q = Text(required=False, max_length=60, label=_("Mã hồ sơ"))
    state = Choice(required=False, label=_("Tình trạng"), choices=[*ALL, *words.STATES.items()])
    way = Choice(required=False, label=_("Cách gửi"), choices=[*ALL, *((w.value, s) for w, s in words.WAYS.items())])
    event = Choice(required=False, label=_("Việc"), choices=[*ALL, *((e.value, s) for e, s in words.EVENTS.items())])
    rows = Rows()

    @property
    def selects(self) -> list[forms.BoundField]:
        """What is chosen from a list, in the order of the line."""
        return [self[name] for name in ("state", "way", "event")]

    def wanted(self) -> Wanted:
        """What the good values ask for."""
        self.is_valid()
        typed = self.cleaned_data
        return Wanted(
            code=typed.get("q") or "",
            state=typed.get("state") or "",
            way=typed.get("way") or "",
            event=typed.get("event") or "",
            rows=typed.get("rows") or 0,
        )


class Told(forms.Form):
    """Somebody was told in another way."""

    way = Text(max_length=40, label=_("Báo bằng cách nào"), help_text=_("Như: điện thoại, trao tận tay, thư bảo đảm."))
    proof = Text(
        max_length=240,
        label=_("Bằng chứng"),
        help_text=_("Ai nghe máy, lúc nào; hoặc số vận đơn, chữ ký người nhận."),
    )


class Names(TypedDict):
    """What names a wording."""

    event: Event
    slot: Slot
    language: Language


class Which(forms.Form):
    """Which wording the address names."""

    event = Choice(choices=[(e.value, s) for e, s in words.EVENTS.items() if e is not Event.OFFICER])
    slot = Choice(choices=[(s.value, said) for s, said in words.SLOTS.items()])
    language = Choice(choices=[(one.value, said) for one, said in words.LANGUAGES.items()])

    def names(self) -> Names | None:
        """Event, kind of text and language; None when the address names no wording."""
        if not self.is_valid():
            return None
        typed = self.cleaned_data
        return Names(event=Event(typed["event"]), slot=Slot(typed["slot"]), language=Language(typed["language"]))


class Long(forms.CharField):
    """Several lines, as typed."""

    widget = forms.Textarea(attrs={"rows": 12})
    default_error_messages = Text.default_error_messages

    def to_python(self, value: Any) -> str:
        """Lines end as they do everywhere in the house."""
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class WordingForm(forms.Form):
    """A wording with its blanks."""

    subject = Text(max_length=200, label=_("Tiêu đề thư"))
    text = Long(max_length=4000, label=_("Lời"))

    def __init__(self, *args: Any, slot: Slot, **more: Any) -> None:
        """Only letters have a subject; short texts take few lines."""
        super().__init__(*args, **more)
        if slot is not Slot.EMAIL:
            del self.fields["subject"]
            self.fields["text"].widget.attrs["rows"] = 4
        if slot is Slot.SHORT:
            self.fields["text"].help_text = _(
                "Tối đa 160 ký tự khi điền đủ. SMS đi không dấu, Zalo đi có dấu. Ngoài mã hồ sơ, không nói gì riêng của"
                " người nhận."
            )

    def words(self) -> Words:
        """What was typed."""
        return Words(subject=self.cleaned_data.get("subject", ""), text=self.cleaned_data["text"])


class ChannelForm(forms.Form):
    """How a way reaches people."""

    on = forms.BooleanField(required=False, label=_("Bật kênh này"))
    address = Text(required=False, max_length=300, label=_("Địa chỉ"))
    sender = Text(required=False, max_length=200, label=_("Người gửi"))
    account = Text(required=False, max_length=200, label=_("Tên đăng nhập máy chủ thư"))
    security = Choice(
        required=False,
        label=_("Mã hóa"),
        choices=[("starttls", "STARTTLS"), ("tls", "TLS"), ("none", _("không, chỉ trên chính máy này"))],
    )

    def __init__(self, *args: Any, way: Way, **more: Any) -> None:
        """A mail server signs people in and encrypts; an HTTP gateway has one address."""
        super().__init__(*args, **more)
        if way is Way.EMAIL:
            self.fields["address"].help_text = _("Như thu.phuong.gov.vn:587.")
            self.fields["sender"].help_text = _("Như Phường Hoa Gạo <motcua@phuong.gov.vn>.")
        else:
            del self.fields["account"], self.fields["security"]
            self.fields["address"].help_text = _(
                "Như https://cong-tin.vn/gui. Cổng nhận và trả lời theo mô tả trong notices/README.md của Một Cửa."
            )
            self.fields["sender"].help_text = _("Tên người nhận thấy, theo hợp đồng với nhà mạng.")
