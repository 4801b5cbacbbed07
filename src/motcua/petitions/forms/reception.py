"""Citizen reception: a visit, an answer, the chairman's day and what became of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.petitions.forms.receiving import PersonFields
from motcua.petitions.forms.verbs import People
from motcua.petitions.queries import words
from motcua.petitions.rules import Capacity, Matter, NewVisit, VisitResult, VisitWay
from motcua.ui.fields import Choice, Count, Day, Lines, Text, Which

__all__ = ["Hold", "Miss", "Plan", "Record", "Reply"]


class Record(PersonFields):
    """Somebody received: the fields of the book."""

    name = Text(max_length=200, label=_("Người đến"))
    way = Choice(
        label=_("Cách tiếp"),
        choices=[(w.value, label) for w, label in words.WAYS.items()],
        widget=forms.RadioSelect,
        initial=VisitWay.IN_PERSON.value,
    )
    matter = Choice(
        label=_("Đến về"),
        choices=[(m.value, label) for m, label in words.MATTERS.items()],
        widget=forms.RadioSelect,
        initial=Matter.UNCLEAR.value,
        help_text=_("Tố cáo hoặc chưa rõ thì tên và lời người đến được giữ kín."),
    )
    people = Count(least=1, most=9999, label=_("Số người"), initial=1)
    so_far = Lines(
        required=False, max_length=4000, label=_("Đã được giải quyết đến đâu"), widget=forms.Textarea(attrs={"rows": 2})
    )
    requests = Lines(required=False, max_length=4000, label=_("Yêu cầu"), widget=forms.Textarea(attrs={"rows": 2}))
    result = Choice(
        label=_("Kết quả"), choices=[(r.value, label) for r, label in words.RESULTS.items()], widget=forms.RadioSelect
    )
    outcome = Lines(
        required=False,
        max_length=4000,
        label=_("Đã giải thích, hẹn hoặc từ chối thế nào"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    with_chairman = forms.BooleanField(required=False, label=_("Ngày Chủ tịch tiếp công dân"))

    def new(self) -> NewVisit:
        """What was typed. The form is valid."""
        it = self.cleaned_data
        return NewVisit(
            way=VisitWay(it["way"]),
            matter=Matter(it["matter"]),
            result=VisitResult(it["result"]),
            name=it["name"],
            address=it["address"],
            phone=it["phone"],
            id_number=it["id_number"],
            people=it["people"],
            representatives=it["representatives"],
            content=it["content"],
            so_far=it["so_far"],
            requests=it["requests"],
            outcome=it["outcome"],
            gist=it["gist"],
            accused=tuple(it["accused"].splitlines()),
            accused_ids=tuple(it["accused_ids"]),
        )


class Reply(forms.Form):
    """The answer that was owed."""

    text = Lines(max_length=4000, label=_("Đã trả lời thế nào"), widget=forms.Textarea(attrs={"rows": 4}))


class Clock(forms.TimeField):
    """An hour of the day."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    default_error_messages = {"required": _("Chưa điền giờ."), "invalid": _("Viết giờ như 07:30.")}


class Plan(forms.Form):
    """The weekday and hours of the chairman's day, from a day on."""

    valid_from = Day(label=_("Áp dụng từ ngày"))
    weekday = forms.TypedChoiceField(
        coerce=int,
        label=_("Ngày trong tuần"),
        choices=list(enumerate(words.WEEKDAYS)),
        error_messages={"invalid_choice": _("Mục này không có trong danh sách. Chọn lại.")},
    )
    opens = Clock(label=_("Từ giờ"), initial="07:30")
    closes = Clock(label=_("Đến giờ"), initial="11:30")
    place = Text(max_length=200, label=_("Nơi tiếp"))


class Hold(forms.Form):
    """Who sat."""

    held_on = Day(label=_("Ngày tiếp"))
    person_id = Which(label=_("Người tiếp"), widget=forms.Select)
    capacity = Choice(
        label=_("Tư cách"),
        choices=[(c.value, label) for c, label in words.CAPACITIES.items()],
        widget=forms.RadioSelect,
        initial=Capacity.CHAIRMAN.value,
    )
    authority = Text(
        required=False, max_length=200, label=_("Văn bản ủy quyền"), help_text=_("Khi không phải Chủ tịch.")
    )
    reason = Text(required=False, max_length=300, label=_("Ghi chú"))

    def __init__(self, *args: Any, people: People = (), **more: Any) -> None:
        """`people` are the officers of the ward."""
        super().__init__(*args, **more)
        widget = self.fields["person_id"].widget
        if isinstance(widget, forms.Select):
            widget.choices = [("", _("chọn người")), *((str(pk), name) for pk, name in people)]

    def typed(self) -> dict[str, Any]:
        """The arguments of the action."""
        return {**self.cleaned_data, "capacity": Capacity(self.cleaned_data["capacity"])}


class Miss(forms.Form):
    """Why nobody sat."""

    week = Day(label=_("Một ngày của tuần ấy"))
    reason = Text(max_length=300, label=_("Vì sao không tiếp, hẹn lại khi nào"))
