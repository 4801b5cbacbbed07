"""A procedure and a process as an administrator types them; becomes a draft, never saved here."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.acts import Refused, Role
from motcua.clock import Limit, Unit
from motcua.offices.rules import UnitKind
from motcua.procedures.rules import (
    CaseDraft,
    ComponentDraft,
    Copy,
    Need,
    OnlineLevel,
    ProcessDraft,
    StepDraft,
    StepKind,
    VersionDraft,
)
from motcua.ui.fields import Choice, Day, Text

__all__ = [
    "KINDS",
    "LEVELS",
    "NEEDS",
    "ROLES",
    "UNIT_KINDS",
    "Cases",
    "Components",
    "Division",
    "Filters",
    "ProcessForm",
    "Publish",
    "Retire",
    "Steps",
    "Upload",
    "VersionForm",
]

LEVELS = {
    OnlineLevel.INFORMATION: _("cung cấp thông tin"),
    OnlineLevel.PARTIAL: _("một phần"),
    OnlineLevel.FULL: _("toàn trình"),
}
UNITS = {
    Unit.WORKING_DAY: _("ngày làm việc"),
    Unit.DAY: _("ngày"),
    Unit.WORKING_HOUR: _("giờ làm việc"),
    Unit.HOUR: _("giờ liên tục"),
    Unit.SAME_DAY: _("trong ngày"),
    Unit.MONTH: _("tháng"),
}
COPIES = {
    Copy.ORIGINAL: _("bản chính"),
    Copy.CERTIFIED_COPY: _("bản sao chứng thực"),
    Copy.COPY: _("bản sao"),
    Copy.ELECTRONIC: _("bản điện tử"),
    Copy.PRESENT: _("xuất trình"),
}
NEEDS = {
    Need.REQUIRED: _("bắt buộc"),
    Need.CONDITIONAL: _("nếu thuộc trường hợp"),
    Need.OPTIONAL: _("không bắt buộc"),
}
KINDS = {
    StepKind.INTAKE: _("tiếp nhận"),
    StepKind.WORK: _("thụ lý"),
    StepKind.SIGN: _("duyệt, ký"),
    StepKind.RELEASE: _("vào sổ, đóng dấu"),
    StepKind.RETURN: _("trả kết quả"),
}
UNIT_KINDS = {
    UnitKind.CENTRE: _("trung tâm, một cửa"),
    UnitKind.DIVISION: _("phòng thụ lý"),
    UnitKind.OFFICE: _("văn phòng"),
    UnitKind.LEADERSHIP: _("lãnh đạo UBND"),
}
ROLES = {
    Role.COUNTER: _("cán bộ một cửa"),
    Role.SPECIALIST: _("công chức thụ lý"),
    Role.UNIT_HEAD: _("lãnh đạo phòng"),
    Role.CLERK: _("văn thư"),
    Role.LEADER: _("phó chủ tịch"),
    Role.CHAIRMAN: _("chủ tịch"),
}
STATUSES = [
    ("", _("tất cả")),
    ("published", _("đang áp dụng")),
    ("draft", _("bản nháp")),
    ("retired", _("đã bãi bỏ")),
]
CERTAINTIES = [("", _("tất cả")), ("high", _("chắc")), ("medium", _("vừa")), ("low", _("thấp"))]


def _choices(words: dict[Any, Any]) -> list[tuple[str, Any]]:
    return [(key.value, said) for key, said in words.items()]


class Lines(Text):
    """A list, one a line."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        """The lines that say something."""
        cleaned = (vietnam.clean(line) for line in str(value or "").splitlines())
        return tuple(line for line in cleaned if line)

    def validate(self, value: Any) -> None:
        """Only a missing list is wrong here."""
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """At most two hundred lines of a thousand characters."""
        if len(value) > 200 or any(len(line) > 1000 for line in value):
            raise forms.ValidationError(_("Danh sách dài quá: tối đa 200 dòng, mỗi dòng 1.000 ký tự."))

    def prepare_value(self, value: Any) -> Any:
        """A stored list, shown one a line."""
        return "\n".join(value) if isinstance(value, (list, tuple)) else value


class Filters(forms.Form):
    """What the list shows. Odd values in an address are ignored."""

    q = Text(required=False, max_length=200, label=_("Tìm"))
    field = Choice(required=False, label=_("Lĩnh vực"))
    online = Choice(required=False, label=_("Trực tuyến"), choices=[("", _("tất cả")), *_choices(LEVELS)])
    status = Choice(required=False, label=_("Tình trạng"), choices=STATUSES)
    certainty = Choice(required=False, label=_("Độ tin cậy"), choices=CERTAINTIES)

    def __init__(self, data: Any, *, fields: Iterable[str]) -> None:
        """`fields` are the ward's own."""
        super().__init__(data)
        field = self.fields["field"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("tất cả")), *((name, name) for name in fields)]

    @property
    def selects(self) -> list[forms.BoundField]:
        """What is chosen from a list."""
        return [self[name] for name in ("field", "online", "status", "certainty")]

    def wanted(self) -> dict[str, str]:
        """The good values."""
        self.is_valid()
        given = {"q": "text"}
        return {given.get(name, name): str(self.cleaned_data.get(name) or "") for name in self.fields}


class VersionForm(forms.Form):
    """The facts of a procedure."""

    code = Text(
        max_length=60, label=_("Mã thủ tục"), help_text=_("Mã quốc gia như 1.001193, hoặc mã của phường: P.01.")
    )
    name = Text(max_length=400, label=_("Tên thủ tục"))
    field = Text(max_length=120, label=_("Lĩnh vực"))
    unit = Choice(required=False, label=_("Phòng thụ lý"))
    online = Choice(label=_("Mức trực tuyến"), choices=_choices(LEVELS))
    fee_text = Text(required=False, max_length=2000, label=_("Phí, lệ phí"), widget=forms.Textarea(attrs={"rows": 2}))
    exemptions = Lines(required=False, label=_("Miễn, giảm"), help_text=_("Mỗi dòng một trường hợp."))
    sets = forms.IntegerField(min_value=1, max_value=20, initial=1, label=_("Số bộ"))
    result = Text(required=False, max_length=400, label=_("Kết quả"))
    legal_basis = Lines(required=False, label=_("Căn cứ pháp lý"), help_text=_("Mỗi dòng một văn bản."))
    keywords = Lines(required=False, label=_("Từ khóa"), help_text=_("Cách gọi quen: mỗi dòng một từ."))
    interlinked = Text(required=False, max_length=2000, label=_("Liên thông với"))
    note = Text(required=False, max_length=2000, label=_("Ghi chú"), widget=forms.Textarea(attrs={"rows": 2}))
    decision = Text(required=False, max_length=200, label=_("Quyết định công bố"))

    def __init__(self, *args: Any, divisions: Iterable[tuple[str, str]] = (), known: bool = False, **more: Any) -> None:
        """`known`: the code of a procedure that is there already stays."""
        super().__init__(*args, **more)
        field = self.fields["unit"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("theo lĩnh vực")), *divisions]
        if known:
            self.fields["code"].disabled = True
            self.fields["unit"].disabled = True

    def draft(self, cases: "Cases", components: "Components", certainty: dict[str, Any]) -> VersionDraft:
        """What was typed. All three forms are valid."""
        typed = self.cleaned_data
        return VersionDraft(
            code=typed["code"],
            name=typed["name"],
            field=typed["field"],
            online=OnlineLevel(typed["online"]),
            cases=tuple(cases.drafts()),
            components=tuple(components.drafts()),
            fee_text=typed["fee_text"],
            exemptions=typed["exemptions"],
            sets=typed["sets"],
            result=typed["result"],
            legal_basis=typed["legal_basis"],
            keywords=typed["keywords"],
            interlinked=typed["interlinked"],
            note=typed["note"],
            unit=typed["unit"],
            certainty=certainty,
        )


class _Limited(forms.Form):
    """A line with a length of time."""

    value = forms.DecimalField(
        required=False,
        min_value=0,
        max_digits=8,
        decimal_places=3,
        localize=True,
        label=_("Thời hạn"),
        error_messages={"invalid": _("Thời hạn là một con số, như 3 hoặc 0,5.")},
    )
    unit = Choice(required=False, label=_("Đơn vị"), choices=_choices(UNITS), initial=Unit.WORKING_DAY.value)

    def limit(self) -> Limit | None:
        """The limit as the clock knows it; None when none was typed."""
        unit = Unit(self.cleaned_data.get("unit") or Unit.WORKING_DAY.value)
        value = self.cleaned_data.get("value")
        if unit is Unit.SAME_DAY:
            return Limit(value=Decimal(1), unit=unit)
        return None if value is None else Limit(value=value, unit=unit)

    def clean(self) -> dict[str, Any]:
        """A limit that no procedure could have is said beside its field."""
        typed = super().clean() or {}
        if "value" not in self.errors and "unit" not in self.errors:
            try:
                self.limit()
            except Refused as no:
                self.add_error("value", no.vi)
        return typed


class CaseForm(_Limited):
    """One case: its limit, its fee, its process."""

    field_order = ("name", "value", "unit", "fee", "process")

    name = Text(required=False, max_length=400, label=_("Trường hợp"))
    fee = forms.DecimalField(required=False, min_value=0, max_digits=12, decimal_places=0, label=_("Lệ phí (đồng)"))
    process = Choice(required=False, label=_("Quy trình"))

    def __init__(self, *args: Any, processes: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        """`processes` of the ward; the empty one is the default of the limit."""
        super().__init__(*args, **more)
        field = self.fields["process"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("mặc định theo thời hạn")), *processes]

    def clean(self) -> dict[str, Any]:
        """A case needs its limit; a line emptied of everything is no case."""
        typed = super().clean()
        said = typed.get("name") or typed.get("process") or typed.get("fee") is not None
        if said and not self.errors and self.limit() is None:
            self.add_error("value", _("Chưa ghi thời hạn."))
        return typed


class ComponentForm(forms.Form):
    """One paper."""

    name = Text(required=False, max_length=600, label=_("Giấy tờ"))
    copy = Choice(label=_("Hình thức"), choices=_choices(COPIES), initial=Copy.ORIGINAL.value)
    quantity = forms.IntegerField(min_value=1, max_value=99, initial=1, label=_("Số lượng"))
    need = Choice(label=_("Cần"), choices=_choices(NEEDS), initial=Need.REQUIRED.value)


class StepForm(_Limited):
    """One step: who, how long, what is done, what comes out, what it can and must do."""

    field_order = ("name", "kind", "unit_kind", "role", "product", "actor_text", "value", "unit")
    name = Text(required=False, max_length=300, label=_("Việc làm"))
    kind = Choice(label=_("Loại bước"), choices=_choices(KINDS), initial=StepKind.WORK.value)
    unit_kind = Choice(label=_("Nơi làm"), choices=_choices(UNIT_KINDS), initial=UnitKind.DIVISION.value)
    role = Choice(label=_("Ai làm"), choices=_choices(ROLES), initial=Role.SPECIALIST.value)
    product = Text(required=False, max_length=300, label=_("Sản phẩm"))
    actor_text = Text(required=False, max_length=300, label=_("Người làm, như quyết định ghi"))
    can_send_back = forms.BooleanField(required=False, label=_("được trả lại"), initial=True)
    can_pause = forms.BooleanField(required=False, label=_("được tạm dừng"), initial=True)
    must_note = forms.BooleanField(required=False, label=_("phải ghi ý kiến"))
    must_result = forms.BooleanField(required=False, label=_("phải có kết quả"))


class _Cases(forms.BaseFormSet):  # type: ignore[type-arg]  # the stubs want the form's type, Django's class takes none
    def drafts(self) -> Iterable[CaseDraft]:
        """The lines that say something."""
        for line in self.forms:
            limit = line.limit() if line.has_changed() or line.initial else None
            if limit is not None:
                typed = line.cleaned_data
                yield CaseDraft(limit=limit, name=typed["name"], fee=typed["fee"], process=typed["process"])


class _Components(forms.BaseFormSet):  # type: ignore[type-arg]  # as above
    def drafts(self) -> Iterable[ComponentDraft]:
        """The lines that name a paper."""
        for line in self.forms:
            typed = line.cleaned_data
            if typed.get("name"):
                yield ComponentDraft(
                    name=typed["name"],
                    copy=Copy(typed["copy"]),
                    quantity=typed["quantity"],
                    need=Need(typed["need"]),
                )


class _Steps(forms.BaseFormSet):  # type: ignore[type-arg]  # as above
    def drafts(self) -> Iterable[StepDraft]:
        """The lines that name a task, in their order."""
        for line in self.forms:
            typed = line.cleaned_data
            if typed.get("name"):
                yield StepDraft(
                    kind=StepKind(typed["kind"]),
                    name=typed["name"],
                    unit_kind=UnitKind(typed["unit_kind"]),
                    role=Role(typed["role"]),
                    limit=line.limit(),
                    product=typed["product"],
                    actor_text=typed["actor_text"],
                    can_send_back=typed["can_send_back"],
                    can_pause=typed["can_pause"],
                    must_note=typed["must_note"],
                    must_result=typed["must_result"],
                )


Cases: Any = forms.formset_factory(CaseForm, formset=_Cases, extra=2, max_num=60, absolute_max=100)
Components: Any = forms.formset_factory(ComponentForm, formset=_Components, extra=4, max_num=200, absolute_max=300)
Steps: Any = forms.formset_factory(StepForm, formset=_Steps, extra=3, max_num=60, absolute_max=100)


class ProcessForm(forms.Form):
    """The head of an internal process; its steps are `Steps`."""

    code = Text(max_length=60, label=_("Mã quy trình"))
    title = Text(max_length=400, label=_("Tên quy trình"))
    decision = Text(required=False, max_length=200, label=_("Quyết định ban hành"))

    def __init__(self, *args: Any, known: bool = False, **more: Any) -> None:
        """`known`: the code of a process that is there already stays."""
        super().__init__(*args, **more)
        if known:
            self.fields["code"].disabled = True

    def draft(self, steps: Any, certainty: dict[str, Any]) -> ProcessDraft:
        """What was typed. Both forms are valid."""
        typed = self.cleaned_data
        return ProcessDraft(
            code=typed["code"],
            title=typed["title"],
            steps=tuple(steps.drafts()),
            procedure=str(certainty.get("procedure", "")),
            decision=typed["decision"],
            certainty=certainty,
        )


class Publish(forms.Form):
    """From when, on whose word."""

    valid_from = Day(label=_("Áp dụng từ ngày"))
    decision = Text(required=False, max_length=200, label=_("Quyết định công bố"))
    reason = Text(required=False, max_length=500, label=_("Ghi chú"))


class Division(forms.Form):
    """Which division, and why."""

    unit = forms.UUIDField(
        label=_("Phòng thụ lý từ nay"),
        widget=forms.Select,
        error_messages={"required": _("Chưa chọn phòng."), "invalid": _("Phòng đã chọn không còn. Chọn lại.")},
    )
    reason = Text(max_length=500, label=_("Quyết định, lý do"))

    def __init__(self, *args: Any, divisions: Iterable[tuple[object, str]] = (), **more: Any) -> None:
        """`divisions` are the divisions of the ward, by id."""
        super().__init__(*args, **more)
        widget = self.fields["unit"].widget
        if isinstance(widget, forms.Select):
            widget.choices = [("", _("Chọn phòng")), *((str(pk), name) for pk, name in divisions)]


class Retire(forms.Form):
    """Until when, and why."""

    last_day = Day(label=_("Ngày cuối còn tiếp nhận"))
    reason = Text(max_length=500, label=_("Văn bản bãi bỏ, lý do"))


class Upload(forms.Form):
    """A catalogue to take in: a file, or the same bytes coming back from the dry run."""

    file = forms.FileField(
        required=False,
        label=_("Tệp danh mục"),
        help_text=_("XLSX theo mẫu, YAML hoặc JSON; tối đa 5 MB."),
        allow_empty_file=True,
    )
    valid_from = Day(label=_("Áp dụng từ ngày"))
    decision = Text(required=False, max_length=200, label=_("Quyết định công bố"))
