"""The questions of an invitation as a form, in the language of the page."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.surveys.rules import Instrument, Question, Sheet
from motcua.ui.residents import english

__all__ = ["Answering"]


class Answering(forms.Form):
    """One group of radio buttons for each question of each instrument, and a few words."""

    words = forms.CharField(
        required=False,
        max_length=1000,
        label=_("Lời góp ý của ông bà"),
        help_text=_("Không ghi tên, số căn cước, mã hồ sơ. Công chức đọc được lời này, không biết của ai."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "max_length": _("Lời góp ý dài quá 1.000 chữ cái. Viết gọn lại."),
            "null_characters_not_allowed": _("Lời góp ý có ký tự lạ. Gõ lại."),
        },
    )

    def __init__(self, data: Any = None, *, instruments: Sequence[Instrument]) -> None:
        """Ask what these instruments ask."""
        super().__init__(data)
        self.instruments = instruments
        for instrument in instruments:
            for question in instrument.questions:
                self.fields[self.name(instrument, question)] = _asked(question)
        self.order_fields([name for name in self.fields if name != "words"] + ["words"])

    @staticmethod
    def name(instrument: Instrument, question: Question) -> str:
        """The name of a question's field."""
        return f"{instrument.code}-{question.key}"

    def questions(self) -> list[forms.BoundField]:
        """The questions in order, without the words."""
        return [self[name] for name in self.fields if name != "words"]

    def clean_words(self) -> str:
        """What was written, storable."""
        return vietnam.clean(str(self.cleaned_data["words"] or ""))

    def sheets(self) -> list[Sheet]:
        """The answers by instrument."""
        return [
            Sheet(
                instrument=instrument,
                choices={
                    question.key: int(value)
                    for question in instrument.questions
                    if (value := self.cleaned_data.get(self.name(instrument, question)))
                },
            )
            for instrument in self.instruments
        ]


def _asked(question: Question) -> forms.ChoiceField:
    in_english = english()
    return forms.ChoiceField(
        label=question.en if in_english else question.vi,
        required=question.must,
        choices=[(str(o.value), o.en if in_english else o.vi) for o in question.options],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Chưa chọn câu trả lời."),
            "invalid_choice": _("Chọn một trong các câu trả lời dưới đây."),
        },
    )
