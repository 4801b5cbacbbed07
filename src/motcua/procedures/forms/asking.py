"""Asking for a procedure that the system lacks, and answering it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.procedures.rules import Answer
from motcua.ui.fields import Choice, Lines, Phone, Rows, Text

__all__ = ["ANSWERS", "AnswerForm", "AskForm", "RequestFilters"]

ANSWERS = {
    Answer.ADDED: _("Đã thêm vào hệ thống"),
    Answer.EXISTS: _("Đã có sẵn trên hệ thống"),
    Answer.NOT_OURS: _("Không thuộc phường"),
}
FEW = forms.Textarea(attrs={"rows": 3})


class AskForm(forms.Form):
    """What was asked for at the counter."""

    name = Text(max_length=400, label=_("Thủ tục người dân hỏi"))
    field = Text(required=False, max_length=120, label=_("Lĩnh vực"))
    basis = Text(required=False, max_length=300, label=_("Căn cứ"))
    note = Lines(required=False, max_length=1000, label=_("Ghi chú"), widget=FEW)
    phone = Phone(
        required=False,
        max_length=20,
        label=_("Điện thoại người dân"),
        help_text=_("Để báo lại khi có trả lời. Không ghi vào sổ ghi việc."),
    )


class AnswerForm(forms.Form):
    """What became of it: which procedure it is, or where to go."""

    answer = Choice(
        label=_("Trả lời"), choices=[(one.value, said) for one, said in ANSWERS.items()], widget=forms.RadioSelect
    )
    code = Text(
        required=False,
        max_length=60,
        label=_("Mã thủ tục"),
        help_text=_("Thủ tục đã thêm hoặc đã có sẵn; đang áp dụng."),
    )
    where = Text(required=False, max_length=300, label=_("Người dân đến đâu"))
    note = Lines(required=False, max_length=1000, label=_("Nói thêm với người hỏi"), widget=FEW)


class RequestFilters(forms.Form):
    """One line, kept in the address."""

    state = Choice(
        required=False,
        label=_("Tình trạng"),
        choices=[("", _("chưa trả lời")), ("answered", _("đã trả lời")), ("all", _("tất cả"))],
    )
    rows = Rows()

    def state_wanted(self) -> str:
        """The state asked for; odd values are ignored."""
        self.is_valid()
        return str(self.cleaned_data.get("state") or "")

    def rows_wanted(self) -> int:
        """How many rows; odd values are ignored."""
        self.is_valid()
        return int(self.cleaned_data.get("rows") or 0)
