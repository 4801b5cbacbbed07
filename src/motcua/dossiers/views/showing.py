"""A dossier's page as its template reads it: words for codes, buttons for verbs, masks for numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua import vietnam
from motcua.clock import StripDay
from motcua.dossiers.models import Mark, Paper, Payment
from motcua.dossiers.queries import words
from motcua.dossiers.queries.page import Page
from motcua.dossiers.queries.papers import Printable
from motcua.dossiers.queries.standing import LeftKind
from motcua.dossiers.queries.telling import Told
from motcua.dossiers.rules import (
    OPEN,
    Channel,
    ComerKind,
    ExtensionStatus,
    MarkKind,
    Money,
    PartyKind,
    PaymentKind,
    PayWay,
    ReturnWay,
    Status,
    debt_of,
    due_of,
)
from motcua.dossiers.rules.offers import Verb
from motcua.procedures.rules import Copy
from motcua.ui.parts import Stage

__all__ = ["Shown", "shown"]

Words = object  # a lazily translated string
NEWEST = 8  # acts shown before "Xem đủ"

# The order of the buttons: what moves the dossier on comes first.
_MAIN: dict[Verb, Words] = {
    Verb.ACCEPT: gettext_lazy("Tiếp nhận"),
    Verb.ASK_COMPLETION: gettext_lazy("Yêu cầu bổ sung…"),
    Verb.TURN_AWAY: gettext_lazy("Từ chối, nêu lý do…"),
    Verb.RETURN_RESULT: gettext_lazy("Trả kết quả"),
    Verb.TAKE_PAYMENT: gettext_lazy("Ghi nhận nộp tiền"),
    Verb.COMPLETE_SUPPLEMENT: gettext_lazy("Đã nộp bổ sung"),
    Verb.ADVANCE: gettext_lazy("Chuyển bước"),
    Verb.ANSWER: gettext_lazy("Ghi trả lời phối hợp"),
}
_FURTHER: dict[Verb, Words] = {
    Verb.ASSIGN: gettext_lazy("Giao việc"),
    Verb.SEND_BACK: gettext_lazy("Trả lại bước trước"),
    Verb.CONSULT: gettext_lazy("Hỏi cơ quan khác"),
    Verb.ASK_SUPPLEMENT: gettext_lazy("Yêu cầu bổ sung"),
    Verb.REQUIRE_PAYMENT: gettext_lazy("Yêu cầu nghĩa vụ tài chính"),
    Verb.CANCEL_PAYMENT: gettext_lazy("Hủy khoản phải nộp"),
    Verb.REFUSE: gettext_lazy("Từ chối giải quyết"),
    Verb.STOP: gettext_lazy("Dừng giải quyết"),
    Verb.WITHDRAW: gettext_lazy("Ghi người nộp rút"),
}
_SLIP: dict[Verb, Words] = {
    Verb.GIVE_REASON: gettext_lazy("Ghi lý do"),
    Verb.APPROVE_EXTENSION: gettext_lazy("Duyệt và ký"),
    Verb.REJECT_EXTENSION: gettext_lazy("Trả lại phiếu"),
    Verb.SEND_APOLOGY: gettext_lazy("Gửi lời xin lỗi"),
}
_NEAR = {LeftKind.LATE, LeftKind.TODAY, LeftKind.SOON}  # when an apology is worth offering before anything else
_PRINTS: dict[Printable, Words] = {
    Printable.RECEIPT: gettext_lazy("Giấy tiếp nhận và hẹn trả (mẫu 01)"),
    Printable.COMPLETION: gettext_lazy("Phiếu yêu cầu bổ sung (mẫu 02)"),
    Printable.REFUSAL: gettext_lazy("Phiếu từ chối tiếp nhận (mẫu 03)"),
    Printable.APOLOGY: gettext_lazy("Phiếu xin lỗi và hẹn lại (mẫu 04)"),
    Printable.STOP: gettext_lazy("Thông báo dừng giải quyết (mẫu 05)"),
    Printable.CONTROL: gettext_lazy("Phiếu kiểm soát quá trình (mẫu 06)"),
    Printable.FEE: gettext_lazy("Biên lai thu phí, lệ phí"),
}
_DOING = {  # what the holder of the dossier is doing
    Status.WAITING: gettext_lazy("chờ người nộp bổ sung"),
    Status.OWING: gettext_lazy("chờ người nộp thực hiện nghĩa vụ tài chính"),
    Status.FINISHED: gettext_lazy("chờ người nộp đến nhận"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperShown:
    """One paper of the list; `later` when it came after the dossier was lodged."""

    paper: Paper
    copy_words: Words
    later: bool

    @property
    def pk(self) -> object:
        return self.paper.pk

    @property
    def name(self) -> str:
        return self.paper.name

    @property
    def file_id(self) -> object:
        return self.paper.file_id

    @property
    def pages(self) -> int | None:
        return self.paper.pages

    @property
    def quantity(self) -> int:
        return self.paper.quantity

    @property
    def added_at(self) -> datetime:
        return self.paper.added_at


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentShown:
    """One financial duty and what became of it."""

    payment: Payment

    @property
    def kind(self) -> Words:
        """Phí, lệ phí, or a duty of another kind."""
        return words.PAYMENTS[PaymentKind(self.payment.kind)]

    @property
    def way(self) -> Words:
        """How it was paid, where that was written down."""
        return words.PAY_WAYS[PayWay(self.payment.way)] if self.payment.way else ""


@dataclass(frozen=True, kw_only=True)
class Shown(Page):
    """The page of a dossier with everything said in words."""

    printable: tuple[Printable, ...]

    @property
    def channel(self) -> Words:
        """How it was handed in."""
        return words.CHANNELS[Channel(self.dossier.channel)]

    @property
    def who_in_full(self) -> str:
        """“bà Trần Thị Ngâu”; an organisation by its name alone."""
        if self.dossier.applicant_kind != PartyKind.PERSON.value:
            return self.dossier.applicant_name
        title = {"Nữ": _("bà"), "Nam": _("ông")}.get(self.dossier.applicant_sex, "")
        return f"{title} {self.dossier.applicant_name}".strip()

    @property
    def step_doing(self) -> str:
        """What whoever holds the dossier is doing: "đang ở bước …"."""
        status = Status(self.dossier.status)
        if status in _DOING:
            return str(_DOING[status])
        return _("bước “%(step)s”") % {"step": self.dossier.step.name} if self.dossier.step else ""

    @property
    def days(self) -> Sequence[StripDay]:
        """The calendar strip of the promise."""
        return self.why.explanation.strip() if self.why else ()

    @property
    def last_said(self) -> Words:
        """What the last moment of the strip is called: now, or the moment the promise was settled."""
        promise = self.dossier.promise
        if promise is None or not promise.closed:
            return ""
        return _("xong") if promise.kept_at else _("thôi")

    @property
    def newest(self) -> list[Told]:
        """The acts shown at once."""
        return self.told[:NEWEST]

    @property
    def older(self) -> list[Told]:
        """The acts behind "Xem đủ"."""
        return self.told[NEWEST:]

    @property
    def buttons(self) -> list[tuple[str, Words]]:
        """What moves the dossier on, the first of them the next act."""
        return self._offered(_MAIN)

    @property
    def further(self) -> list[tuple[str, Words]]:
        """Everything else that may be done to it."""
        found = self._offered(_FURTHER)
        if Verb.PROPOSE_EXTENSION in self.offers and not self.may_propose:
            label = _("Đề nghị hẹn lại lần nữa") if self.extension else _("Soạn phiếu xin lỗi")
            found.append((Verb.PROPOSE_EXTENSION.value, label))
        return found

    @property
    def slip_buttons(self) -> list[tuple[str, Words]]:
        """What may be done about the apology."""
        first = [(Verb.PROPOSE_EXTENSION.value, _("Soạn phiếu xin lỗi"))] if self.may_propose else []
        return [*first, *self._offered(_SLIP)]

    @property
    def drafted(self) -> bool:
        """Whether the apology still lacks its reason."""
        return self.extension is not None and self.extension.status == ExtensionStatus.DRAFTED.value

    @property
    def only_sorry(self) -> bool:
        """Whether the dossier has ended late: no new appointment any more."""
        return self.dossier.status not in OPEN and bool(self.late)

    @property
    def slip_waits(self) -> Words:
        """What the apology waits for, in words; nothing when there is none or it was sent."""
        if self.extension is None:
            return ""
        debt = debt_of(ExtensionStatus(self.extension.status))
        return words.DEBTS[debt] if debt else ""

    @property
    def mark_list(self) -> list[tuple[Mark, Words]]:
        """What of this dossier stands in the register of accountability."""
        return [(mark, words.MARKS[MarkKind(mark.kind)]) for mark in self.marks]

    @property
    def may_propose(self) -> bool:
        """Whether an apology can be drafted now and is worth offering: it is due soon, or late."""
        near = bool(self.late) or (self.left is not None and self.left.kind in _NEAR)
        return near and self.extension is None and Verb.PROPOSE_EXTENSION in self.offers

    def _offered(self, labels: dict[Verb, Words]) -> list[tuple[str, Words]]:
        return [(verb.value, label) for verb, label in labels.items() if verb in self.offers]

    @property
    def stages(self) -> list[Stage]:
        """The four stages of an apology: drafted, given its reason, signed, sent with proof."""
        it = self.extension
        reached = 1
        if it is not None:
            reached = {
                ExtensionStatus.DRAFTED.value: 1,
                ExtensionStatus.APPROVED.value: 3,
                ExtensionStatus.SENT.value: 4,
            }.get(it.status, 2)
        said = (
            (_("Soạn phiếu"), _("hệ thống") if it and it.drafted_at else ""),
            (_("Có lý do"), it.proposed_by if it else ""),
            (_("Duyệt và ký"), it.approved_by if it else ""),
            (_("Gửi, có xác nhận"), it.sent_way if it else ""),
        )
        return [
            Stage(name=name, note=note, state=_state(n, reached, it is not None)) for n, (name, note) in _counted(said)
        ]

    @property
    def print_list(self) -> list[tuple[str, Words]]:
        """The papers that can be printed now."""
        return [(paper.value, _PRINTS[paper]) for paper in self.printable]

    @property
    def paper_list(self) -> list[PaperShown]:
        """What was handed in."""
        lodged = self.dossier.lodged_at
        return [
            PaperShown(
                paper=p, copy_words=words.COPIES.get(Copy(p.copy), p.copy), later=p.added_at.date() > lodged.date()
            )
            for p in self.papers
        ]

    @property
    def masked(self) -> str:
        """The applicant's numbers as anybody at the screen may see them."""
        it = self.dossier
        parts = (
            vietnam.mask_id(it.applicant_id) if it.applicant_id else "",
            vietnam.mask_phone(it.applicant_phone) if it.applicant_phone else "",
        )
        return ", ".join(part for part in parts if part)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The same numbers in full, shown when they are asked for."""
        it = self.dossier
        named = (
            (_("Số căn cước"), it.applicant_id),
            (_("Điện thoại"), it.applicant_phone),
            (_("Thư điện tử"), it.applicant_email),
            (_("Nơi thường trú"), it.applicant_address),
        )
        return [(label, value) for label, value in named if value]

    @property
    def money(self) -> Words:
        """Whether it is paid."""
        return words.MONEYS[Money(self.dossier.money)]

    @property
    def rest(self) -> Decimal:
        """What is still to be paid where a part is paid already; nothing otherwise."""
        due = due_of(payment.duty for payment in self.payments)
        return due if due != self.dossier.fee else Decimal(0)

    @property
    def payment_list(self) -> list[PaymentShown]:
        """What was asked for in đồng, in its order."""
        return [PaymentShown(payment=payment) for payment in self.payments]

    @property
    def proxy(self) -> bool:
        """Whether somebody else came."""
        return self.dossier.comer_kind == ComerKind.PROXY.value

    @property
    def return_words(self) -> Words:
        """How the result is to be handed over."""
        return words.WAYS[ReturnWay(self.dossier.return_way)]


def _counted(said: Iterable[tuple[str, str]]) -> list[tuple[int, tuple[str, str]]]:
    return list(enumerate(said, start=1))


def _state(n: int, reached: int, begun: bool) -> str:  # noqa: FBT001 - one of three words out of a fact
    if not begun:
        return "at" if n == 1 else "next"
    return "done" if n <= reached else "at" if n == reached + 1 else "next"


def shown(page: Page, printable: tuple[Printable, ...]) -> Shown:
    """A page with its words."""
    return Shown(**{f.name: getattr(page, f.name) for f in fields(Page)}, printable=printable)
