"""What machines say, cleaned: one schema per act. Nothing is saved here."""

import base64
import binascii
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from motcua import vietnam
from motcua.acts import Refused
from motcua.dossiers import rules
from motcua.dossiers.rules import ComerKind, PartyKind, PaymentKind, PayWay, ReturnWay
from motcua.procedures.rules import Copy

__all__ = [
    "Advance",
    "Answer",
    "Assign",
    "AttachPaper",
    "CancelledPayment",
    "Consult",
    "Decide",
    "DoorAnswer",
    "Extend",
    "Lodged",
    "Paid",
    "Payment",
    "Reason",
    "Reasoned",
    "Remark",
    "Resumed",
    "Returned",
    "SentApology",
    "Signed",
    "Supplement",
    "intake",
    "paper",
]

_clean = AfterValidator(vietnam.clean)  # nothing that cannot be read or stored
Word = Annotated[str, StringConstraints(max_length=80), _clean]
Name = Annotated[str, StringConstraints(max_length=200), _clean]
Line = Annotated[str, StringConstraints(max_length=300), _clean]
Title = Annotated[str, StringConstraints(max_length=400, min_length=1), _clean]
Long = Annotated[str, StringConstraints(max_length=4000), _clean]
IdNumber = Annotated[str, StringConstraints(pattern=r"^([0-9]{9}|[0-9]{12})?$")]
Phone = Annotated[str, StringConstraints(pattern=r"^(0[1-9][0-9]{8})?$")]


class PaperSaid(Schema):
    """One paper handed in; `content` is the base64 of its scan."""

    name: Line
    component_id: UUID | None = None
    copy_kind: Copy = Copy.ORIGINAL
    quantity: int = Field(default=1, ge=0, le=999)
    pages: int | None = Field(default=None, ge=0, le=9999)
    file_name: Line = ""
    content: str = Field(default="", max_length=36_000_000)


class ApplicantSaid(Schema):
    """Whose dossier it is."""

    name: Name
    kind: PartyKind = PartyKind.PERSON
    id_number: IdNumber = ""
    born: date | None = Field(default=None, ge=date(1890, 1, 1), le=date(2200, 1, 1))
    sex: Literal["", "Nam", "Nữ"] = ""
    address: Line = ""
    phone: Phone = ""
    email: str = Field(default="", max_length=200, pattern=r"^([^@\s\x00]+@[^@\s\x00]+)?$")


class ComerSaid(Schema):
    """Who really came."""

    kind: ComerKind = ComerKind.OWNER
    name: Name = ""
    id_number: IdNumber = ""
    phone: Phone = ""
    mandate: Line = ""


class DoorAnswer(Schema):
    """What the door answered besides accepting: what is missing, or why it is turned away."""

    items: list[Line] = Field(default_factory=list, max_length=50)
    reason: Long = ""
    basis: Line = ""
    seen: int | None = Field(default=None, ge=0, le=2**31 - 1)


class Lodged(Schema):
    """A new dossier and the outcome at the door: exactly one of lodge, accept, ask_completion, turn_away."""

    case_id: UUID | None = None
    procedure: str = Field(default="", max_length=60)
    channel: rules.Channel = rules.Channel.DIRECT
    applicant: ApplicantSaid
    comer: ComerSaid = ComerSaid()
    papers: list[PaperSaid] = Field(default_factory=list, max_length=200)
    outcome: Literal["lodge", "accept", "ask_completion", "turn_away"] = "accept"
    complete: bool = False
    door: DoorAnswer = DoorAnswer()
    exemption: Name = ""
    return_way: ReturnWay = ReturnWay.IN_PERSON
    external_code: Word = ""
    note: Long = ""


class Seen(Schema):
    """The state the machine last saw; an older one is refused."""

    seen: int | None = Field(default=None, ge=0, le=2**31 - 1)


class ResultSaid(Schema):
    """What the processing produced."""

    name: Title
    number: Word = ""
    signer: Name = ""


class AttachPaper(Seen):
    """One paper that comes later."""

    paper: PaperSaid


class Advance(Seen):
    """Complete the current step."""

    note: Long = ""
    assignee_id: UUID | None = None
    result: ResultSaid | None = None


class Assign(Seen):
    """Put the current step on somebody's desk; null puts it back into the queue."""

    assignee_id: UUID | None
    reason: Long = ""


class Reasoned(Seen):
    """An act with its reason and legal basis."""

    reason: Long
    basis: Line = ""


class Remark(Seen):
    """An act with a remark."""

    remark: Long = ""


class Resumed(Seen):
    """The papers came back complete."""

    complete: bool = True


class Supplement(Seen):
    """Ask the applicant for papers."""

    items: list[Line] = Field(max_length=50)
    reason: Long
    answer_by: date | None = None
    override_basis: Line = ""


class Payment(Seen):
    """Financial duty that arose in processing, in đồng."""

    amount: Decimal = Field(gt=0, le=Decimal(10**11), decimal_places=0)
    reason: Long
    kind: PaymentKind = PaymentKind.DUTY
    basis: Line = ""


class Paid(Seen):
    """What was paid: the payments named, without any every one that is due."""

    payments: list[UUID] | None = Field(default=None, min_length=1, max_length=50)
    receipt: Annotated[str, StringConstraints(max_length=120), _clean] = ""
    way: PayWay | None = None
    remark: Long = ""


class CancelledPayment(Seen):
    """A duty that nobody has paid falls away."""

    payment_id: UUID
    reason: Long


class Consult(Seen):
    """Ask another body."""

    body: Name
    question: Long
    limit: str = Field(max_length=40, examples=["3 working days"])


class Answer(Schema):
    """What the other body answered."""

    consultation_id: UUID
    text: Long


NewDue = Annotated[AwareDatetime, Field(le=datetime.fromisoformat("2200-01-01T00:00:00+07:00"))]


class Reason(Seen):
    """Give an apology its reason; the day the house proposed stays where none is given."""

    reason: Long
    cause: rules.Cause = rules.Cause.OTHER
    new_due: NewDue | None = None


class Extend(Reason):
    """Propose a new appointment with its apology; a dossier that ended late gets an apology without one."""


class Signed(Seen):
    """Sign an apology; what is given replaces what the officer wrote."""

    reason: Long | None = None
    cause: rules.Cause | None = None
    new_due: NewDue | None = None


class SentApology(Schema):
    """How the apology reached the applicant, and the proof."""

    way: Annotated[str, StringConstraints(max_length=40), _clean]
    proof: Line


class Decide(Schema):
    """What the chairman decided: what, who, by when."""

    decision: Long
    order: rules.Order = rules.Order.OTHER
    assignee_id: UUID | None = None
    finish_by: date | None = None


class Returned(Seen):
    """The result in the applicant's hands."""

    way: ReturnWay = ReturnWay.IN_PERSON
    receiver: Name
    receiver_id: IdNumber = ""
    proof: Line = ""


def intake(*, said: Lodged, case_id: UUID) -> rules.Intake:
    """The intake that a machine described. Raises Refused `paper.base64`."""
    return rules.Intake(
        case_id=case_id,
        channel=said.channel,
        applicant=rules.Applicant(**said.applicant.model_dump()),
        comer=rules.Comer(**said.comer.model_dump()),
        papers=tuple(paper(one) for one in said.papers),
        exemption=said.exemption,
        return_way=said.return_way,
        note=said.note,
        external_code=said.external_code,
    )


def paper(said: PaperSaid) -> rules.PaperIn:
    """A paper that a machine described. Raises Refused `paper.base64`."""
    return rules.PaperIn(
        name=said.name,
        component_id=said.component_id,
        copy=said.copy_kind,
        quantity=said.quantity,
        pages=said.pages,
        file_name=said.file_name or said.name,
        content=_bytes(said.content) if said.content else None,
    )


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(
            "paper.base64",
            "Nội dung giấy tờ không phải base64.",
            "The paper's content is not base64.",
            field="content",
        ) from None
