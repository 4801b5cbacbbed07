"""The four separate states of a dossier and the values that come in with it.

Business, money, delivery and synchronisation are never mixed (vn_peers.md §7.2); the national codes 1–10 exist only at
the edge.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from motcua.clock import Channel
from motcua.procedures.rules import Copy

__all__ = [
    "GONE",
    "OPEN",
    "Applicant",
    "Cause",
    "Channel",
    "Comer",
    "ComerKind",
    "Delivery",
    "End",
    "ExtensionStatus",
    "Intake",
    "MarkKind",
    "Matter",
    "Money",
    "NewResult",
    "NoteKind",
    "PaperIn",
    "PartyKind",
    "ReturnWay",
    "Stage",
    "Status",
    "StepEnd",
    "Sync",
    "Verdict",
]


class Status(StrEnum):
    """Business state."""

    LODGED = "lodged"  # mới nộp, chờ kiểm tra
    AWAITING = "awaiting"  # yêu cầu hoàn thiện tại cửa (mẫu 02), chưa nhận
    TURNED_AWAY = "turned_away"  # từ chối tiếp nhận (mẫu 03)
    PROCESSING = "processing"  # đang giải quyết
    WAITING = "waiting"  # chờ bổ sung, lời hẹn tạm dừng
    OWING = "owing"  # chờ thực hiện nghĩa vụ tài chính, lời hẹn tạm dừng
    FINISHED = "finished"  # đã xử lý xong, chờ trả
    RETURNED = "returned"  # đã trả kết quả
    WITHDRAWN = "withdrawn"  # công dân rút


OPEN = frozenset({Status.PROCESSING, Status.WAITING, Status.OWING})


class End(StrEnum):
    """How the processing ended."""

    RESULT = "result"
    REFUSED = "refused"  # từ chối giải quyết, có văn bản nêu lý do
    STOPPED = "stopped"  # dừng giải quyết (mẫu 05)


class Money(StrEnum):
    """Fee state."""

    NONE = "none"
    DUE = "due"
    PAID = "paid"
    EXEMPT = "exempt"


class Delivery(StrEnum):
    """Where the result is."""

    NOT_READY = "not_ready"
    READY = "ready"
    HANDED = "handed"
    POSTED = "posted"


class Sync(StrEnum):
    """What other systems know of it."""

    LOCAL = "local"
    PENDING = "pending"
    SENT = "sent"


class PartyKind(StrEnum):
    """Who the dossier belongs to."""

    PERSON = "person"
    BUSINESS = "business"
    HOUSEHOLD = "household"


class ComerKind(StrEnum):
    """Who really came."""

    OWNER = "owner"
    PROXY = "proxy"


class Stage(StrEnum):
    """When papers or money were asked for."""

    DOOR = "door"
    PROCESSING = "processing"


class StepEnd(StrEnum):
    """How a step ended."""

    DONE = "done"
    SENT_BACK = "sent_back"
    ENDED = "ended"  # the dossier ended here: refused, stopped, withdrawn


class ReturnWay(StrEnum):
    """How the result reached the applicant."""

    IN_PERSON = "in_person"
    PROXY = "proxy"
    POST = "post"
    ONLINE = "online"


class ExtensionStatus(StrEnum):
    """The life of an apology."""

    DRAFTED = "drafted"  # the house has made it, or a leader sent it back; the reason is the officer's to give
    PROPOSED = "proposed"
    APPROVED = "approved"
    SENT = "sent"
    DROPPED = "dropped"  # the promise was kept, or its due moved away: no letter
    REJECTED = "rejected"  # only in records of before 12/2026: now a leader sends the draft back


GONE = frozenset({ExtensionStatus.DROPPED, ExtensionStatus.REJECTED})  # nothing will come of these


class Matter(StrEnum):
    """Why something went to the chairman."""

    ASKED = "asked"  # a second new appointment was asked for
    SECOND = "second"  # the new appointment was not kept


class MarkKind(StrEnum):
    """Which lateness a mark of the register is about."""

    FIRST = "first"  # the appointment
    SECOND = "second"  # the one new appointment


class NoteKind(StrEnum):
    """What is said to a mark."""

    EXPLANATION = "explanation"
    ASSESSMENT = "assessment"


class Verdict(StrEnum):
    """How the chairman judges a lateness."""

    EXCUSED = "excused"  # do nguyên nhân khách quan
    REMINDED = "reminded"  # nhắc nhở
    CRITICISED = "criticised"  # phê bình
    REFERRED = "referred"  # chuyển xem xét trách nhiệm


class Cause(StrEnum):
    """Why a dossier is late; a code, so that causes become figures (S4). A reason in words always stands beside it."""

    NETWORK = "network"
    SOFTWARE = "software"
    LOGIN = "login"  # không đăng nhập được
    DIGITISING = "digitising"
    CATALOGUE = "catalogue"  # thủ tục chưa có trên hệ thống
    COORDINATION = "coordination"  # chờ cơ quan phối hợp
    APPLICANT = "applicant"
    STAFF = "staff"  # thiếu người, người phụ trách vắng
    WORKLOAD = "workload"
    COMPLEX = "complex"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Whose dossier it is. Values already cleaned by a form or the API."""

    name: str
    kind: PartyKind = PartyKind.PERSON
    id_number: str = ""
    born: date | None = None
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comer:
    """Who really came to the counter; a proxy comes with a mandate."""

    kind: ComerKind = ComerKind.OWNER
    name: str = ""
    id_number: str = ""
    phone: str = ""
    mandate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIn:
    """One paper handed in."""

    name: str
    component_id: UUID | None = None
    copy: Copy = Copy.ORIGINAL
    quantity: int = 1
    pages: int | None = None
    file_id: UUID | None = None  # stored already
    content: bytes | None = None  # or to be stored with the dossier, in the same act
    file_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Everything the counter, the portal or the API says about a new dossier."""

    case_id: UUID
    channel: Channel
    applicant: Applicant
    comer: Comer = Comer()
    papers: tuple[PaperIn, ...] = ()
    exemption: str = ""
    return_way: ReturnWay = ReturnWay.IN_PERSON
    note: str = ""
    external_code: str = ""
    online_level: str = ""  # as the scale of its day prints it: 3, 4, partial, full


@dataclass(frozen=True, slots=True, kw_only=True)
class NewResult:
    """What a dossier produced."""

    name: str
    number: str = ""
    signer: str = ""
    file_id: UUID | None = None
