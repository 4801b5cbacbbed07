"""What a feedback can be: its states, channels, classes and grounds. Source: law.md §10.1, §13.3."""

from enum import StrEnum

__all__ = [
    "ANSWERED",
    "OPEN",
    "AnswerStatus",
    "Channel",
    "Clock",
    "Door",
    "Ground",
    "Kind",
    "Privacy",
    "Side",
    "Status",
]


class Status(StrEnum):
    """Where a feedback stands; the names of the national system in law.md §10.1, and two of our own."""

    NEW = "new"  # mới
    PENDING = "pending"  # chờ tiếp nhận: given to a unit, which has not accepted it yet
    HANDLING = "handling"  # đang xử lý
    WAITING = "waiting"  # chờ bổ sung
    ANSWERED = "answered"  # đã xử lý – chờ công khai
    PUBLISHED = "published"  # đã công khai
    CLOSED = "closed"  # đã trả lời người gửi, không công khai (ours: private matters)
    REJECTED = "rejected"  # từ chối
    FORWARDED = "forwarded"  # chuyển trả: to the body that is competent
    ROUTED = "routed"  # in truth a complaint or a denunciation (ours): handed to that door, hidden here


OPEN = frozenset({Status.NEW, Status.PENDING, Status.HANDLING, Status.WAITING})
ANSWERED = frozenset({Status.ANSWERED, Status.PUBLISHED, Status.CLOSED})


class Kind(StrEnum):
    """The class of a feedback; decision 766 (5.1) shows rules and staff apart."""

    RULES = "rules"  # quy định hành chính, thủ tục
    CONDUCT = "conduct"  # thái độ, hành vi của cán bộ, công chức
    FIELD = "field"  # phản ánh hiện trường: drainage, lights, rubbish
    OTHER = "other"  # kiến nghị, đề xuất khác


class Channel(StrEnum):
    """How it came."""

    ONLINE = "online"  # trang của phường
    COUNTER = "counter"  # trực tiếp tại quầy
    PHONE = "phone"  # điện thoại
    PAPER = "paper"  # văn bản, thư


class Privacy(StrEnum):
    """What of the sender is kept and who may see it."""

    NAMED = "named"  # gives a name; whoever handles it may see it
    HIDDEN = "hidden"  # kept, shown only to those who say why, each time written down
    ANONYMOUS = "anonymous"  # nothing is kept at all


class Ground(StrEnum):
    """Why a feedback is refused. Source: law.md §13.3."""

    DUPLICATE = "duplicate"  # trùng
    OUT_OF_SCOPE = "out_of_scope"  # ngoài phạm vi
    INCOMPLETE = "incomplete"  # thiếu thông tin
    NOT_FEEDBACK = "not_feedback"  # không phải phản ánh, kiến nghị


class Door(StrEnum):
    """Where what is in truth no feedback belongs. Source: law.md §10.2–10.4."""

    COMPLAINT = "complaint"  # khiếu nại
    DENUNCIATION = "denunciation"  # tố cáo


class Clock(StrEnum):
    """A promise of a feedback, one for each part of its way."""

    RECEIVE = "receive"  # accept or refuse
    REFUSE = "refuse"  # refused later than at the door
    ASK = "ask"  # the first request for more
    FORWARD = "forward"  # given to another body
    HANDLE = "handle"  # answer
    PUBLISH = "publish"  # publish the answer


class AnswerStatus(StrEnum):
    """How far an answer is."""

    DRAFT = "draft"  # dự thảo, chờ duyệt
    SENT_BACK = "sent_back"  # lãnh đạo trả lại
    APPROVED = "approved"  # đã duyệt


class Side(StrEnum):
    """Who speaks in the conversation of a case."""

    SENDER = "sender"
    OFFICE = "office"
