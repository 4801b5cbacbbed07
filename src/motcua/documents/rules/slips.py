"""The A5 slips: forms 01 to 05 and the fee receipt.

Fields are the union of the official texts and of what offices print: TT 01/2018/TT-VPCP art. 9-10 and
TT 03/2025/TT-VPCP, appendix I (forms); ND 61/2018 art. 17, 19 and ND 309/2026 art. 17 (what they must say).
Every moment is aware or a plain day; amounts are whole đồng; an empty field prints nothing.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar

from motcua.documents.rules.parts import Component, Contact, Copy, Head, Moment, Party, Signature
from motcua.vietnam import money_words

__all__ = [
    "Apology",
    "Completion",
    "FeeLine",
    "FeeReceipt",
    "Missing",
    "Receipt",
    "Refusal",
    "StageTime",
    "Stop",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTime:
    """When another stage (another body) is promised to be ready: "Cơ quan thuế", 26/11/2026."""

    label: str
    due_at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Form 01: what was received, and when the result is promised (giấy tiếp nhận và hẹn trả)."""

    KIND: ClassVar[str] = "receipt"

    head: Head
    code: str
    issued_at: datetime
    submitter: Party
    content: str  # the procedure asked for
    components: tuple[Component, ...]
    limit: str  # "3 ngày làm việc"
    received_at: datetime
    due_at: Moment
    why: str  # the appointment explained in one line
    return_to: str  # "Nhận tại quầy", "Qua bưu chính", "Trực tuyến"
    receiver: str
    owner: Party | None = None  # when another person came for them
    channel: str = ""  # "Trực tiếp", "Trực tuyến", "Bưu chính"
    unit: str = ""  # the receiving unit where it is not the office of the head
    copy: Copy | None = None
    sets: int = 1
    stages: tuple[StageTime, ...] = ()
    fee: int | None = None  # None says nothing, 0 says "không thu"
    fee_note: str = ""
    lookup_url: str = ""
    lookup_phone: str = ""
    book_no: str = ""
    serial: str = ""

    def both_copies(self) -> tuple["Receipt", "Receipt"]:
        """The applicant's copy and the one to keep, in the order they leave the printer."""
        return replace(self, copy=Copy.APPLICANT), replace(self, copy=Copy.KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing to complete, and why."""

    what: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Form 02: everything to complete, asked once (ND 309/2026 art. 17(2)(a): content, reason, guidance)."""

    KIND: ClassVar[str] = "completion"

    head: Head
    issued_at: datetime
    applicant: Party
    content: str
    missing: tuple[Missing, ...]
    reason: str
    signature: Signature
    number: str = ""  # "07/PYC-TTPVHCC"
    code: str = ""  # empty where nothing was received yet
    stage: str = ""  # "Tiếp nhận", "Thẩm định"
    legal_basis: str = ""
    until: Moment | None = None
    contact: Contact = field(default_factory=Contact)
    lookup_url: str = ""
    book_no: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Form 03: why a dossier is not received, in words for people (phiếu từ chối)."""

    KIND: ClassVar[str] = "refusal"

    head: Head
    issued_at: datetime
    applicant: Party
    content: str
    reason: str
    signature: Signature
    number: str = ""
    code: str = ""
    submitted_at: datetime | None = None
    legal_basis: str = ""
    guidance: str = ""  # where to turn instead
    contact: Contact = field(default_factory=Contact)
    lookup_url: str = ""
    book_no: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology:
    """Form 04: an apology, the reason and the one new appointment (ND 61/2018 art. 19(9)).

    The first appointment is printed beside the new one: it never disappears. Without a new one the result is there
    already, late, and the letter says when it came.
    """

    KIND: ClassVar[str] = "apology"

    head: Head
    issued_at: datetime
    applicant: Party
    content: str
    code: str
    received_at: datetime
    first_due_at: Moment
    new_due_at: Moment | None
    reason: str
    signature: Signature
    number: str = ""
    agency: str = ""  # who was late
    domain: str = ""  # lĩnh vực
    ended_at: datetime | None = None  # when it came, where no new appointment is given
    proposed_by: str = ""  # TT 03/2025: who asks for the longer time
    contact: Contact = field(default_factory=Contact)
    lookup_url: str = ""
    book_no: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Form 05 of TT 03/2025: the office stops handling a dossier, on request or by decision."""

    KIND: ClassVar[str] = "stop"

    head: Head
    issued_at: datetime
    applicant: Party
    content: str
    code: str
    received_at: datetime
    stopped_at: datetime
    reason: str
    signature: Signature
    on_request: bool  # the applicant asked; otherwise by decision of the office
    number: str = ""
    stage: str = ""
    legal_basis: str = ""
    settlement: str = ""  # what becomes of fees already paid
    papers_back: str = ""  # what is given back
    contact: Contact = field(default_factory=Contact)
    lookup_url: str = ""
    book_no: str = ""
    serial: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One charge: "Lệ phí đăng ký khai sinh", đồng."""

    label: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeReceipt:
    """What was paid for a dossier; not part of the official set (biên lai thu phí, lệ phí)."""

    KIND: ClassVar[str] = "fee_receipt"

    head: Head
    issued_at: datetime
    payer: Party
    code: str
    content: str
    lines: tuple[FeeLine, ...]
    method: str  # "Tiền mặt", "Chuyển khoản"
    collector: str
    copy: str = ""  # "Liên 1: lưu"; three copies are usual
    form_no: str = ""
    symbol: str = ""
    serial: str = ""
    lookup_url: str = ""

    @property
    def total(self) -> int:
        """The sum of the lines, đồng."""
        return sum(line.amount for line in self.lines)

    @property
    def total_words(self) -> str:
        """The sum in words, as receipts want it."""
        return money_words(self.total)
