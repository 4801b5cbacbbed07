"""The A4 papers: forms 06 and 07, hand-over lists and the report Biểu II.06a."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua import sums
from motcua.documents.rules.parts import Head, Moment, Party, Signature
from motcua.vietnam import percent

__all__ = [
    "Control",
    "HandOver",
    "HandOverRow",
    "Passing",
    "Proof",
    "RateLine",
    "Register",
    "RegisterRow",
    "ReportII06a",
    "ReportRow",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """One hand-over of a dossier from hand to hand; without `passed_at` the time is filled in by pen."""

    giver: str
    receiver: str
    giver_unit: str = ""
    receiver_unit: str = ""
    passed_at: datetime | None = None
    step: str = ""
    due_at: Moment | None = None  # of the giver's own step
    result: str = ""  # "Trước hạn", "Đúng hạn", "Quá hạn"
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """The control slip: one block for each hand-over, in order, never rewritten (phiếu kiểm soát)."""

    KIND: ClassVar[str] = "control"

    head: Head
    issued_at: datetime
    code: str
    content: str
    applicant: Party
    received_at: datetime
    due_at: Moment
    lead: str  # cơ quan, bộ phận chủ trì
    passings: tuple[Passing, ...]
    coordinating: tuple[str, ...] = ()
    new_due_at: Moment | None = None
    blanks: int = 0  # empty blocks after the last one, for a slip that travels on paper
    lookup_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One dossier in the book."""

    number: int
    code: str
    procedure: str
    applicant: str
    received_at: datetime
    due_at: Moment | None
    count: int = 1
    address: str = ""
    phone: str = ""
    unit: str = ""
    returned_at: datetime | None = None
    return_way: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The book of dossiers of one year, or the part of it asked for (sổ theo dõi hồ sơ)."""

    KIND: ClassVar[str] = "register"

    head: Head
    issued_at: datetime
    first_day: date
    last_day: date
    rows: tuple[RegisterRow, ...]
    book_no: str = ""
    signature: Signature | None = None  # who closes the book

    @property
    def row_count(self) -> int:
        """How many lines the book closes with."""
        return len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverRow:
    """One dossier, or one result, of a hand-over."""

    code: str
    content: str
    applicant: str
    address: str = ""
    due_at: Moment | None = None
    result: str = ""  # number of the result document
    fee: int | None = None
    by_post: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Many dossiers (or, with `results`, many results) from one unit to another; signed by both."""

    KIND: ClassVar[str] = "hand_over"

    head: Head
    issued_at: datetime
    giver: Signature
    receiver: Signature
    giver_unit: str
    receiver_unit: str
    rows: tuple[HandOverRow, ...]
    results: bool = False
    number: str = ""

    @property
    def row_count(self) -> int:
        """How many dossiers, or results, change hands."""
        return len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One line of Biểu II.06a: columns 3 to 13 in the circular's order."""

    label: str
    received: int
    online: int
    direct_post: int
    carried_over: int
    settled: int
    early: int
    on_time: int
    late: int
    in_progress: int
    in_time: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLine:
    """A rate with what it divides by what; never printed without its denominator."""

    label: str
    numerator: int
    denominator: int

    @property
    def printed(self) -> str:
        """As papers say it: "95,89 %", or "không có hồ sơ" over nothing."""
        value = sums.share(self.numerator, self.denominator)
        return "không có hồ sơ" if value is None else percent(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """An identity as checked: "1.281 = 1.226 + 2 + 53"."""

    label: str
    text: str
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportII06a:
    """Biểu II.06a: how an office that handles dossiers itself fared in a period (TT 01/2020/TT-VPCP)."""

    KIND: ClassVar[str] = "report_ii06a"

    head: Head
    issued_at: datetime
    first_day: date
    last_day: date
    by: str  # heading of column 2: "Lĩnh vực", "Đơn vị"
    rows: tuple[ReportRow, ...]
    total: ReportRow
    proofs: tuple[Proof, ...]
    rates: tuple[RateLine, ...]
    signature: Signature
    compiled_by: Signature
    as_of: datetime | None = None
    sent_to: str = ""  # đơn vị nhận báo cáo
    definition: str = ""  # the counting rule the rates follow
    notes: tuple[str, ...] = ()  # dossiers neither settled nor in progress, corrections
    closed_at: datetime | None = None
    ledger_head: str = ""  # fingerprint of the ledger when the figures were frozen
