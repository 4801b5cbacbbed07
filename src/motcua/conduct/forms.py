"""What a leader writes down after a check, and what people say to it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.conduct.rules import OBSERVATIONS, Presence
from motcua.ui.fields import Choice, Day, Moment, Text

__all__ = ["Recording", "Saying"]

FOUND = (
    ("", _("không xét")),
    (Presence.PRESENT.value, _("có mặt")),
    (Presence.EXCUSED.value, _("vắng có phép")),
    (Presence.ABSENT.value, _("vắng không phép")),
)
MOST_PHOTOS = 10


class Many(forms.ClearableFileInput):
    """Several pictures at once."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """Pictures, none or some."""

    widget = Many(attrs={"accept": "image/*,application/pdf"})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each of them, at most MOST_PHOTOS."""
        given = [one for one in (data or []) if one] if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST_PHOTOS:
            raise forms.ValidationError(_("Tối đa 10 ảnh một lần ghi."))
        return [super(Files, self).clean(one, initial) for one in given]


class Recording(forms.Form):
    """A check as it was."""

    held_at = Moment(label=_("Kiểm tra lúc"), error_messages={"required": _("Chưa điền giờ kiểm tra.")})
    unit = Choice(label=_("Đơn vị"))
    place = Text(label=_("Nơi"), max_length=200, help_text=_("Ví dụ: quầy số 2, sảnh một cửa."))
    checker = Text(label=_("Ai kiểm tra"), max_length=300)
    seen = forms.MultipleChoiceField(
        label=_("Đã thấy gì"),
        choices=[(o.value, words) for o, words in OBSERVATIONS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một điều đã thấy."), "invalid_choice": _("Chọn trong danh sách.")},
    )
    words = Text(
        label=_("Ghi bằng lời"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    photos = Files(label=_("Ảnh"), required=False)
    demand = Text(
        label=_("Yêu cầu khắc phục"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_on = Day(label=_("Xong trước hết ngày"), required=False)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        units: list[tuple[str, str]],
        people: Mapping[UUID, str],
        **more: Any,
    ) -> None:
        """Units of the ward, and everybody who may have been there."""
        super().__init__(data, files, **more)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = units
        self.people = people
        for person_id, name in people.items():
            self.fields[f"p-{person_id}"] = Choice(label=name, required=False, choices=FOUND)

    def persons(self) -> list[forms.BoundField]:
        """Who was found how."""
        return [self[f"p-{person_id}"] for person_id in self.people]

    def found(self) -> dict[UUID, Presence]:
        """Those of whom something was noted."""
        given = {person_id: self.cleaned_data.get(f"p-{person_id}") for person_id in self.people}
        return {person_id: Presence(value) for person_id, value in given.items() if value}


class Saying(forms.Form):
    """Some sentences: an explanation, what follows, how a demand was met."""

    words = Text(label=_("Nội dung"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, data: Any = None, *, label: Any = "") -> None:
        """`label` says what is asked."""
        super().__init__(data)
        self.fields["words"].label = label or self.fields["words"].label
