"""What is asked of whoever keeps a checked statement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.checker.forms.public import Pasted
from motcua.checker.rules import LONGEST_TITLE
from motcua.ui.fields import Day, Text
from motcua.ui.verbs import Typed

__all__ = ["Discard", "Keep"]


class Keep(Typed):
    """A statement to keep: its text and days come back as they were checked."""

    title = Text(
        label=_("Tiêu đề"),
        max_length=LONGEST_TITLE,
        help_text=_("Tiêu đề còn lại cả khi bỏ bài: đừng ghi tên người dân."),
    )
    source = Text(required=False, label=_("Nơi viết báo cáo"), max_length=200)
    text = Pasted(widget=forms.HiddenInput, strip=False)
    first = Day(required=False, widget=forms.HiddenInput)
    last = Day(required=False, widget=forms.HiddenInput)


class Discard(Typed):
    """Nothing is asked but that it is meant."""
