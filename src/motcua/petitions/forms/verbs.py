"""What each verb asks before it is done. Every form carries the version of the petition that was seen."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.files.rules import LARGEST
from motcua.petitions.queries import words
from motcua.petitions.rules import SETTLED_CLASSES, Complexity, Ground, Matter, Part, Verb, Verdict, verdicts_of
from motcua.ui.fields import Choice, Count, Day, Lines, Scan, Text, Which
from motcua.ui.verbs import Typed

__all__ = ["FORMS", "People", "VerbForm", "officers"]

People = Iterable[tuple[UUID, str]]


def _lines(label: Any, *, required: bool = True, rows: int = 3, hint: Any = "") -> Lines:
    return Lines(
        required=required, max_length=8000, label=label, help_text=hint, widget=forms.Textarea(attrs={"rows": rows})
    )


def officers(label: Any, hint: Any) -> forms.TypedMultipleChoiceField:
    """Officers of the ward, several of them."""
    return forms.TypedMultipleChoiceField(
        required=False,
        coerce=UUID,
        label=label,
        help_text=hint,
        widget=forms.SelectMultiple(attrs={"size": 5}),
        error_messages={"invalid_choice": _("Có người không còn trong danh sách. Chọn lại.")},
    )


class VerbForm(Typed):
    """The base: `seen` tells whether somebody acted in between; `people` may be offered."""

    takes_people: ClassVar[tuple[str, ...]] = ()
    seen = Count(required=False, most=10**9, widget=forms.HiddenInput)

    # Fields that only petitions of some classes are asked for.
    only_for: ClassVar[dict[str, frozenset[Matter]]] = {}

    def __init__(self, *args: Any, people: People = (), matter: Matter | None = None, **more: Any) -> None:
        """`people` are the officers of the ward; `matter` is what the petition is."""
        super().__init__(*args, **more)
        self.of_matter = matter
        for name, classes in self.only_for.items():
            if matter not in classes:
                del self.fields[name]
        offered = [(str(pk), name) for pk, name in people]
        for name in self.takes_people:
            field = self.fields[name]
            if isinstance(field, forms.TypedMultipleChoiceField):
                field.choices = offered
            elif isinstance(field.widget, forms.Select):
                field.widget.choices = [("", _("chọn người")), *offered]


class Classify(VerbForm):
    """What the petition is."""

    takes_people = ("accused_ids",)
    matter = Choice(
        label=_("Loại đơn"),
        choices=[(m.value, label) for m, label in words.MATTERS.items() if m is not Matter.UNCLEAR],
        widget=forms.RadioSelect,
    )
    gist = Text(
        required=False,
        max_length=300,
        label=_("Trích yếu"),
        help_text=_("Một dòng hiện trong sổ. Để trống nếu là tố cáo hoặc nhiều nội dung."),
    )
    accused_ids = officers(
        _("Công chức của phường bị nêu trong đơn"),
        _("Người được chọn không thấy đơn này nữa, giữ chức vụ gì cũng vậy."),
    )
    accused = _lines(_("Người khác bị nêu trong đơn, mỗi dòng một tên"), required=False, rows=2)
    text = _lines(_("Ghi chú"), required=False, rows=2)

    def typed(self) -> dict[str, Any]:
        """Names as a list."""
        it = self.cleaned_data
        return {**it, "matter": Matter(it["matter"]), "accused": it["accused"].splitlines()}


class Accept(VerbForm):
    """Who handles it; for a complaint, since when they knew."""

    takes_people = ("handler_id",)
    only_for = dict.fromkeys(("aware_on", "obstacle"), frozenset({Matter.COMPLAINT}))
    handler_id = Which(label=_("Người xử lý"), widget=forms.Select)
    aware_on = Day(label=_("Ngày biết quyết định, hành vi"), help_text=_("Thời hiệu khiếu nại tính từ ngày này."))
    obstacle = Text(
        required=False, max_length=300, label=_("Trở ngại khách quan"), help_text=_("Khi đã hết thời hiệu khiếu nại.")
    )
    remote = forms.BooleanField(required=False, label=_("Vùng sâu, vùng xa, đi lại khó khăn"))
    text = _lines(_("Ghi chú"), required=False, rows=2)


class Assign(VerbForm):
    """Another handler."""

    takes_people = ("handler_id",)
    handler_id = Which(label=_("Người xử lý"), widget=forms.Select)
    text = _lines(_("Lý do"), required=False, rows=2)


class Forward(VerbForm):
    """Where it goes."""

    body = Text(max_length=200, label=_("Cơ quan có thẩm quyền"))
    letter = Text(max_length=120, label=_("Số văn bản chuyển"))
    text = _lines(_("Lý do"), required=False, rows=2)


class Because(VerbForm):
    """A reason."""

    text = _lines(_("Lý do, viết cho người gửi đọc được"))


class KeepOnFile(VerbForm):
    """The ground of keeping it on file."""

    ground = Choice(
        label=_("Căn cứ lưu đơn"),
        choices=[(g.value, label) for g, label in words.GROUNDS.items()],
        widget=forms.RadioSelect,
    )
    text = _lines(_("Lý do"))

    def typed(self) -> dict[str, Any]:
        """The ground as a code."""
        return {**self.cleaned_data, "ground": Ground(self.cleaned_data["ground"])}


CLASSES = [("", _("không có")), *((m.value, words.MATTERS[m]) for m in Matter if m in SETTLED_CLASSES)]


class Split(VerbForm):
    """Up to four parts."""

    parts = 4

    def __init__(self, *args: Any, **more: Any) -> None:
        """A class and a line for each part."""
        super().__init__(*args, **more)
        for n in range(1, self.parts + 1):
            self.fields[f"matter_{n}"] = Choice(
                required=n <= 2, label=_("Phần %(n)s: loại") % {"n": n}, choices=CLASSES
            )
            self.fields[f"gist_{n}"] = Text(
                required=False, max_length=300, label=_("Phần %(n)s: trích yếu, trừ tố cáo") % {"n": n}
            )

    def typed(self) -> dict[str, Any]:
        """The parts that were filled."""
        it = self.cleaned_data
        parts = [
            Part(matter=Matter(it[f"matter_{n}"]), gist=it[f"gist_{n}"])
            for n in range(1, self.parts + 1)
            if it[f"matter_{n}"]
        ]
        return {"seen": it["seen"], "parts": parts}


class Join(VerbForm):
    """The earlier petition."""

    number = Count(least=1, most=10**6, label=_("Số của đơn trước"))
    year = Count(least=2000, most=2100, label=_("Năm"))
    text = _lines(_("Ghi chú"), required=False, rows=2)


class Extend(VerbForm):
    """How complex it is."""

    complexity = Choice(
        label=_("Vụ việc"),
        choices=[(c.value, label) for c, label in words.COMPLEXITIES.items() if c is not Complexity.PLAIN],
        widget=forms.RadioSelect,
    )
    text = _lines(_("Vì sao phức tạp"))

    def typed(self) -> dict[str, Any]:
        """The complexity as a code."""
        return {**self.cleaned_data, "complexity": Complexity(self.cleaned_data["complexity"])}


class ByLetter(VerbForm):
    """A decision and its ground."""

    letter = Text(max_length=120, label=_("Số, ngày quyết định"))
    text = _lines(_("Căn cứ"))


class Remarked(VerbForm):
    """A remark, if there is one."""

    text = _lines(_("Ghi chú"), required=False)


class Withdraw(VerbForm):
    """How it was withdrawn."""

    only_for = {"goes_on": frozenset({Matter.DENUNCIATION})}
    text = _lines(_("Người gửi rút đơn thế nào, bằng giấy gì"))
    goes_on = forms.BooleanField(required=False, label=_("Vẫn xem xét tiếp nội dung tố cáo"))


class Conclude(VerbForm):
    """The decision, conclusion or answer."""

    number = Text(max_length=80, label=_("Số, ký hiệu văn bản"))
    decided_on = Day(label=_("Ngày ký"))
    signer = Text(max_length=200, label=_("Người ký"))
    verdict = Choice(
        label=_("Kết quả"), choices=[(v.value, label) for v, label in words.VERDICTS.items()], widget=forms.RadioSelect
    )
    summary = _lines(_("Tóm tắt nội dung"), rows=4)

    def __init__(self, *args: Any, **more: Any) -> None:
        """Only what can be found of this class."""
        super().__init__(*args, **more)
        field = self.fields["verdict"]
        if isinstance(field, forms.ChoiceField) and self.of_matter is not None:
            field.choices = [(v.value, words.VERDICTS[v]) for v in verdicts_of(self.of_matter)]

    def typed(self) -> dict[str, Any]:
        """The verdict as a code."""
        return {**self.cleaned_data, "verdict": Verdict(self.cleaned_data["verdict"])}


class Done(VerbForm):
    """How it was done."""

    text = _lines(
        _("Đã làm thế nào, có gì chứng minh"), hint=_("Như: bưu gửi bảo đảm số …; niêm yết tại trụ sở 15 ngày.")
    )


class Attach(VerbForm):
    """A scan."""

    title = Text(max_length=200, label=_("Tên tài liệu"))
    file = Scan(largest=LARGEST, label=_("Bản quét"))

    def typed(self) -> dict[str, Any]:
        """The bytes; the file's own name is not kept."""
        it = self.cleaned_data
        return {"seen": it["seen"], "title": it["title"], "content": it["file"].read()}


FORMS: dict[Verb, type[VerbForm]] = {
    Verb.CLASSIFY: Classify,
    Verb.ACCEPT: Accept,
    Verb.FORWARD: Forward,
    Verb.GUIDE: Because,
    Verb.KEEP_ON_FILE: KeepOnFile,
    Verb.GIVE_BACK: Because,
    Verb.SPLIT: Split,
    Verb.JOIN: Join,
    Verb.ASSIGN: Assign,
    Verb.EXTEND: Extend,
    Verb.SUSPEND: ByLetter,
    Verb.RESUME: Remarked,
    Verb.STOP: ByLetter,
    Verb.CONCLUDE: Conclude,
    Verb.SEND: Done,
    Verb.PUBLISH: Done,
    Verb.ATTACH: Attach,
    Verb.WITHDRAW: Withdraw,
}
