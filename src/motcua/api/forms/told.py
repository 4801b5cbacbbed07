"""What machines are told, for the description. Answers are written as JSON at once; tests hold them to these."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from motcua.dossiers.rules import (
    Cause,
    Channel,
    Delivery,
    End,
    ExtensionStatus,
    MarkKind,
    Matter,
    Money,
    Order,
    PaymentKind,
    PayWay,
    Stage,
    Status,
)

__all__ = ["Act", "Closed", "ClosedFigures", "Dossier", "Figures", "LookedUp", "No", "Parts", "Procedure"]


class No(Schema):
    """Every no: what it is, in both languages, and the field and the source of law where there is one."""

    code: str
    vi: str
    en: str
    field: str = ""
    source: str = ""


class Case(Schema):
    """One case of a procedure with its limit and fee."""

    id: UUID
    name: str
    limit: str
    limit_vi: str
    fee: int | None


class Procedure(Schema):
    """A procedure in force; `case_id` is the case offered first."""

    id: UUID
    version_id: UUID
    unit_id: UUID
    code: str
    name: str
    field: str
    online: str
    case_id: UUID
    cases: list[Case]


class Dossier(Schema):
    """One dossier: where it stands and what was promised. `seen` is its state, to be sent back with the next act."""

    id: UUID
    code: str
    status: Status
    end: End | Literal[""]
    money: Money
    delivery: Delivery
    channel: Channel
    applicant: str
    lodged_at: datetime
    accepted_at: datetime | None
    finished_at: datetime | None
    closed_at: datetime | None
    seen: int
    procedure: str
    procedure_name: str
    field: str
    unit: str | None
    officer: str | None
    step: str | None
    step_id: UUID | None
    first_due_at: datetime | None
    due_at: datetime | None
    new_due_at: datetime | None
    paused_at: datetime | None
    outcome: str | None
    provisional: bool | None


class Act(Schema):
    """One act as the ledger has it."""

    number: int
    verb: str
    at: datetime
    by: str
    changes: list[dict[str, Any]]
    note: str
    hash: str


class Step(Schema):
    """One step of the road."""

    number: int
    order: int
    name: str
    unit_name: str
    officer_name: str | None
    opened_at: datetime
    closed_at: datetime | None
    end: str
    note: str


class Paper(Schema):
    """One paper; its scan is under `papers/{id}` when it has a file."""

    id: UUID
    name: str
    copy_kind: str = Field(alias="copy")
    quantity: int
    pages: int | None
    file_id: UUID | None
    added_at: datetime


class Supplement(Schema):
    """What the applicant was asked for."""

    number: int
    stage: Stage
    items: list[str]
    reason: str
    asked_at: datetime
    answer_by: date | None
    done_at: datetime | None


class Payment(Schema):
    """One financial duty in đồng: open while it is neither paid nor cancelled."""

    id: UUID
    number: int
    kind: PaymentKind
    stage: Stage
    amount: int
    reason: str
    basis: str
    asked_at: datetime
    asked_by: str
    paid_at: datetime | None
    receipt: str
    way: PayWay | Literal[""]
    cancelled_at: datetime | None
    cancel_reason: str


class Consultation(Schema):
    """What another body was asked."""

    id: UUID
    body: str
    question: str
    asked_at: datetime
    promise_due_at: datetime | None
    answered_at: datetime | None
    answer: str


class Extension(Schema):
    """An apology; with a new appointment unless the dossier had ended. A draft has no cause yet."""

    status: ExtensionStatus
    cause: Cause | Literal[""]
    reason: str
    old_due_at: datetime
    new_due_at: datetime | None
    number: str
    drafted_at: datetime | None
    proposed_at: datetime | None
    approved_at: datetime | None
    sent_at: datetime | None


class Escalation(Schema):
    """A second lateness before the chairman, and the order given."""

    kind: Matter
    reason: str
    raised_at: datetime
    decided_at: datetime | None
    decided_as: Order | Literal[""]
    finish_by: date | None
    decision: str


class Mark(Schema):
    """A lateness in the register of accountability."""

    kind: MarkKind
    unit_name: str
    officer_name: str | None
    step: str
    at: datetime
    marked_at: datetime


class Result(Schema):
    """What the processing produced."""

    name: str
    number: str
    signer: str
    reason: str
    made_at: datetime
    file_id: UUID | None


class Parts(Schema):
    """The parts of one dossier, each in its order."""

    code: str
    steps: list[Step]
    papers: list[Paper]
    supplement: list[Supplement]
    payments: list[Payment]
    consultations: list[Consultation]
    extensions: list[Extension]
    escalations: list[Escalation]
    marks: list[Mark]
    results: list[Result]


class LookedUp(Schema):
    """What residents may know of one dossier."""

    code: str
    office: str
    procedure: str
    applicant: str
    status: Status
    finished: bool
    lodged_at: datetime
    accepted_at: datetime | None
    first_due_at: datetime | None
    due_at: datetime | None
    new_due_at: datetime | None
    finished_at: datetime | None
    returned_at: datetime | None


class Rate(Schema):
    """A rate in percent, null over nothing."""

    value: float | None
    numerator: int
    denominator: int


class Identity(Schema):
    """One sum of the form and whether it holds."""

    text: str
    holds: bool


class Figures(Schema):
    """Biểu II.06a, as `motcua figures --json` prints it."""

    ward: str
    first: date = Field(alias="from")
    to: date
    as_of: datetime
    definition: str
    by: str
    rows: list[dict[str, int | str]]
    total: dict[str, int]
    rates: dict[str, Rate]
    identities: list[Identity]


class Closed(Schema):
    """A closed report: its period, its moment and where the ledger stood."""

    id: UUID
    first: date = Field(alias="from")
    to: date
    as_of: datetime
    by: str
    closed_at: datetime
    closed_by: str
    digest: str
    ledger_number: int
    ledger_hash: str


class ClosedFigures(Closed):
    """A closed report with its numbers, and whether they still hold."""

    holds: bool
    moved: int
    figures: Figures
