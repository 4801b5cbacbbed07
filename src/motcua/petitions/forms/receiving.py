"""A petition as it is written into the book; the filters of the book; the period of a report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.files.rules import LARGEST
from motcua.petitions.forms.verbs import People, officers
from motcua.petitions.queries import words
from motcua.petitions.queries.book import Wanted
from motcua.petitions.rules import Channel, Matter, NewPetition, Status
from motcua.ui.fields import Choice, Count, Lines, Number, Phone, Rows, Scan, Text

__all__ = ["Filters", "PersonFields", "Receive"]


class PersonFields(forms.Form):
    """Who it comes from, and against whom it is."""

    name = Text(required=False, max_length=200, label=_("Người gửi"), help_text=_("Để trống nếu đơn không ghi tên."))
    id_number = Number(required=False, max_length=20, label=_("Số định danh"))
    phone = Phone(required=False, max_length=20, label=_("Điện thoại"))
    address = Text(required=False, max_length=400, label=_("Địa chỉ"))
    content = Lines(max_length=8000, label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 4}))
    accused_ids = officers(
        _("Công chức của phường bị nêu"), _("Người được chọn sẽ không thấy đơn này, giữ chức vụ gì cũng vậy.")
    )
    accused = Lines(
        required=False,
        max_length=2000,
        label=_("Người khác bị nêu, mỗi dòng một tên"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    representatives = Lines(
        required=False,
        max_length=2000,
        label=_("Người đại diện, mỗi dòng một tên"),
        help_text=_("Khi có từ 5 người trở lên."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    gist = Text(
        required=False,
        max_length=300,
        label=_("Trích yếu"),
        help_text=_("Một dòng hiện trong sổ. Để trống nếu là tố cáo hoặc chưa rõ."),
    )

    def __init__(self, *args: Any, people: People = (), **more: Any) -> None:
        """`people` are the officers of the ward."""
        super().__init__(*args, **more)
        field = self.fields["accused_ids"]
        if isinstance(field, forms.TypedMultipleChoiceField):
            field.choices = [(str(pk), name) for pk, name in people]


class Receive(PersonFields):
    """A petition that came."""

    channel = Choice(
        label=_("Đến bằng"),
        choices=[(c.value, words.CHANNELS[c]) for c in Channel if c not in {Channel.SPLIT, Channel.RECEPTION}],
        widget=forms.RadioSelect,
        initial=Channel.HANDED_IN.value,
    )
    matter = Choice(
        label=_("Có vẻ là"),
        choices=[(m.value, label) for m, label in words.MATTERS.items()],
        widget=forms.RadioSelect,
        initial=Matter.UNCLEAR.value,
        help_text=_("Chủ tịch phân loại sau. Chưa rõ thì giữ bí mật như tố cáo."),
    )
    signers = Count(least=1, most=9999, label=_("Số người ký"), initial=1)
    previous = Text(
        required=False,
        max_length=20,
        label=_("Đơn trước"),
        help_text=_("Số/năm, khi khiếu nại lần hai hoặc tố cáo tiếp."),
    )
    origin = Text(required=False, max_length=200, label=_("Mã phản ánh hoặc công văn chuyển đến"))
    file = Scan(largest=LARGEST, required=False, label=_("Bản quét đơn"))

    def new(self, *, previous_id: Any) -> NewPetition:
        """What was typed. The form is valid."""
        it = self.cleaned_data
        return NewPetition(
            channel=Channel(it["channel"]),
            matter=Matter(it["matter"]),
            name=it["name"],
            address=it["address"],
            phone=it["phone"],
            id_number=it["id_number"],
            content=it["content"],
            gist=it["gist"],
            accused=tuple(it["accused"].splitlines()),
            accused_ids=tuple(it["accused_ids"]),
            signers=it["signers"],
            representatives=it["representatives"],
            previous_id=previous_id,
            origin=it["origin"],
        )


ALL = [("", _("tất cả"))]


class Filters(forms.Form):
    """One line of filters, kept in the address. Odd values are ignored."""

    q = Text(required=False, max_length=100, label=_("Số hoặc trích yếu"))
    status = Choice(
        required=False,
        label=_("Tình trạng"),
        choices=[("open", _("chưa xong")), ("all", _("tất cả")), *((s.value, words.STATUSES[s]) for s in Status)],
    )
    matter = Choice(
        required=False, label=_("Loại"), choices=[*ALL, *((m.value, label) for m, label in words.MATTERS.items())]
    )
    mine = forms.BooleanField(required=False, label=_("Giao cho tôi"))
    late = forms.BooleanField(required=False, label=_("Chỉ đơn quá hạn"))
    rows = Rows()

    def wanted(self) -> Wanted:
        """What the good values ask for."""
        self.is_valid()
        it = self.cleaned_data
        status = it.get("status") or "open"
        return Wanted(
            text=it.get("q") or "",
            status="" if status == "all" else status,
            matter=it.get("matter") or "",
            mine=bool(it.get("mine")),
            late=bool(it.get("late")),
            rows=it.get("rows") or 0,
        )
