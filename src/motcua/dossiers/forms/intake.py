"""The intake page as typed: who came, for what, with which papers."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from motcua import vietnam
from motcua.dossiers.queries import words
from motcua.dossiers.rules import (
    Applicant,
    Channel,
    Comer,
    ComerKind,
    Intake,
    PaperIn,
    PartyKind,
    ReturnWay,
)
from motcua.files.rules import LARGEST
from motcua.procedures.rules import ComponentPlan, Copy, Need
from motcua.ui.fields import Choice, Count, Day, Lines, Number, Phone, Scan, Text, Which

__all__ = ["SEXES", "IntakeForm", "PaperForm", "carded", "paper_forms"]

SEXES = [("", ""), ("Nữ", _("Nữ")), ("Nam", _("Nam"))]
SEX_OF_CARD = {vietnam.Sex.FEMALE: "Nữ", vietnam.Sex.MALE: "Nam"}
AT_THE_DOOR = (Channel.DIRECT, Channel.POST)


def _options(table: Mapping[Any, Any], only: Iterable[Any] | None = None) -> list[tuple[str, Any]]:
    return [(key.value, label) for key, label in table.items() if only is None or key in only]


class IntakeForm(forms.Form):
    """Parts 1 and 2 of the page; the papers are `PaperForm`s."""

    scan = Text(required=False, max_length=2000, label=_("Quét mã trên thẻ căn cước"))
    name = Text(max_length=200, label=_("Họ và tên"))
    id_number = Number(required=False, label=_("Số căn cước"))
    born = Day(required=False, label=_("Ngày sinh"))
    sex = Choice(required=False, choices=SEXES, label=_("Giới tính"))
    address = Text(required=False, max_length=400, label=_("Nơi thường trú"))
    phone = Phone(label=_("Điện thoại nhận tin"))
    kind = Choice(choices=_options(words.PARTIES), initial=PartyKind.PERSON.value, label=_("Nộp cho"))
    email = Text(required=False, max_length=200, label=_("Thư điện tử"))
    comer_kind = Choice(
        choices=_options(words.COMERS),
        initial=ComerKind.OWNER.value,
        label=_("Tư cách"),
        widget=forms.RadioSelect,
    )
    comer_name = Text(required=False, max_length=200, label=_("Họ tên người được ủy quyền"))
    comer_id = Number(required=False, label=_("Số căn cước người được ủy quyền"))
    comer_phone = Phone(required=False, label=_("Điện thoại người được ủy quyền"))
    mandate = Text(required=False, max_length=300, label=_("Giấy ủy quyền"))
    channel = Choice(choices=_options(words.CHANNELS, AT_THE_DOOR), initial=Channel.DIRECT.value, label=_("Cách nộp"))
    return_way = Choice(choices=_options(words.WAYS), initial=ReturnWay.IN_PERSON.value, label=_("Cách nhận kết quả"))
    note = Lines(required=False, max_length=2000, label=_("Ghi chú"))
    q = Text(required=False, max_length=200, label=_("Tìm thủ tục"))
    case = Which(label=_("Thủ tục"), error_messages={"required": _("Chưa chọn thủ tục. Tìm rồi chọn một dòng.")})
    exemption = Text(required=False, max_length=200, label=_("Miễn, giảm vì"))

    def __init__(self, *args: Any, **more: Any) -> None:
        """An organisation is named by something other than twelve digits."""
        super().__init__(*args, **more)
        if self.data.get("kind") in {PartyKind.BUSINESS.value, PartyKind.HOUSEHOLD.value}:
            self.fields["id_number"] = Text(required=False, max_length=20, label=_("Mã số thuế, mã số"))

    def clean(self) -> dict[str, Any]:
        """A proxy comes with a name and a mandate."""
        typed = super().clean() or {}
        if typed.get("comer_kind") == ComerKind.PROXY.value:
            if not typed.get("comer_name") and "comer_name" not in self.errors:
                self.add_error("comer_name", _("Người được ủy quyền cần ghi họ tên. Xem trên giấy ủy quyền."))
            if not typed.get("mandate") and "mandate" not in self.errors:
                self.add_error("mandate", _("Ghi số, ngày của giấy ủy quyền."))
        return typed

    def intake(self, papers: Iterable[PaperIn]) -> Intake:
        """What the counter says about the new dossier. The form is valid."""
        typed = self.cleaned_data
        return Intake(
            case_id=typed["case"],
            channel=Channel(typed["channel"]),
            applicant=Applicant(
                name=typed["name"],
                kind=PartyKind(typed["kind"]),
                id_number=typed["id_number"],
                born=typed["born"],
                sex=typed["sex"],
                address=typed["address"],
                phone=typed["phone"],
                email=typed["email"],
            ),
            comer=self._comer(),
            papers=tuple(papers),
            exemption=typed["exemption"],
            return_way=ReturnWay(typed["return_way"]),
            note=typed["note"],
        )

    @property
    def more_open(self) -> bool:
        """Whether the rarely wanted fields stand open: one is wrong, or says something else than it begins with."""
        begins = {"kind": PartyKind.PERSON, "channel": Channel.DIRECT, "return_way": ReturnWay.IN_PERSON}
        return any(
            self.errors.get(name) or (self[name].value() or "") not in {"", str(begins.get(name, ""))}
            for name in ("kind", "channel", "return_way", "email", "note")
        )

    def _comer(self) -> Comer:
        typed = self.cleaned_data
        if typed["comer_kind"] != ComerKind.PROXY.value:
            return Comer()
        return Comer(
            kind=ComerKind.PROXY,
            name=typed["comer_name"],
            id_number=typed["comer_id"],
            phone=typed["comer_phone"],
            mandate=typed["mandate"],
        )


def carded(card: vietnam.Card, *, proxy: bool) -> dict[str, str]:
    """The fields a card fills: the applicant's, or the proxy's once one is named as having come."""
    if proxy:
        return {"comer_name": card.name, "comer_id": card.id_number}
    return {
        "name": card.name,
        "id_number": card.id_number,
        "born": f"{card.born:%d/%m/%Y}",
        "sex": SEX_OF_CARD[card.sex],
        "address": card.address,
    }


class PaperForm(forms.Form):
    """One line of part 3: is it there, in what form, how many, and its scan."""

    have = forms.BooleanField(required=False)
    name = Text(required=False, max_length=600, widget=forms.TextInput(attrs={"placeholder": _("Giấy tờ khác")}))
    copy = Choice(choices=_options(words.COPIES), required=False)
    quantity = Count(required=False, most=999)
    pages = Count(required=False, most=9999)
    file = Scan(largest=LARGEST, required=False)
    file_id = Which(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, component: ComponentPlan | None = None, **more: Any) -> None:
        """`component` None is the extra line for a paper outside the list."""
        super().__init__(*args, **more)
        self.component = component

    @property
    def required(self) -> bool:
        """Whether the procedure asks for this paper without conditions."""
        return self.component is not None and self.component.need is Need.REQUIRED

    def paper(self) -> PaperIn | None:
        """The paper handed in, None when it was not. The form is valid; files were stored before."""
        typed = self.cleaned_data
        name = self.component.name if self.component else typed["name"]
        if not (typed["have"] or (self.component is None and name)):
            return None
        quantity = typed["quantity"]
        return PaperIn(
            name=name,
            component_id=self.component.id if self.component else None,
            copy=Copy(typed["copy"] or Copy.ORIGINAL),
            quantity=1 if quantity is None else quantity,
            pages=typed["pages"],
            file_id=typed["file_id"],
        )


def paper_forms(
    components: Iterable[ComponentPlan],
    *,
    data: Mapping[str, Any] | None = None,
    files: "MultiValueDict[str, UploadedFile[Any]] | None" = None,
    kept: Mapping[str, str] | None = None,
) -> list[PaperForm]:
    """The lines of part 3, one per component and one more. `kept` is what to show again without judging it."""
    lines: list[tuple[str, ComponentPlan | None]] = [(f"p-{c.id}", c) for c in components]
    lines.append(("p-other", None))
    return [
        PaperForm(
            data=data, files=files, prefix=prefix, component=c, initial={**_first(c), **_again(prefix, kept or {})}
        )
        for prefix, c in lines
    ]


def _first(component: ComponentPlan | None) -> dict[str, Any]:
    if component is None:
        return {"copy": Copy.ORIGINAL.value, "quantity": 1}
    return {"copy": component.copy.value, "quantity": component.quantity}


def _again(prefix: str, kept: Mapping[str, str]) -> dict[str, str]:
    start = f"{prefix}-"
    return {key.removeprefix(start): value for key, value in kept.items() if key.startswith(start)}
