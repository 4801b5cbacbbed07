"""The closed lists of the room: what a petition is, where it stands, how it ends; the same of a reception."""

from enum import StrEnum

__all__ = [
    "PROPOSALS",
    "SECRET",
    "SETTLED_CLASSES",
    "Capacity",
    "Channel",
    "Complexity",
    "End",
    "Ground",
    "Matter",
    "Stage",
    "StageEnd",
    "Status",
    "Verdict",
    "VisitResult",
    "VisitWay",
]


class Matter(StrEnum):
    """What a petition is. Source: law.md §10.2 "Classes of submission"."""

    COMPLAINT = "complaint"  # khiếu nại
    DENUNCIATION = "denunciation"  # tố cáo
    PROPOSAL = "proposal"  # kiến nghị
    REPORT = "report"  # phản ánh
    MIXED = "mixed"  # nhiều nội dung: to be split
    UNCLEAR = "unclear"  # chưa rõ, chưa phân loại


# Whatever is, or may turn out to be, a denunciation is kept secret from the first minute.
SECRET = frozenset({Matter.DENUNCIATION, Matter.MIXED, Matter.UNCLEAR})
PROPOSALS = frozenset({Matter.PROPOSAL, Matter.REPORT})
SETTLED_CLASSES = PROPOSALS | {Matter.COMPLAINT, Matter.DENUNCIATION}


class Channel(StrEnum):
    """How a petition came."""

    RECEPTION = "reception"  # tại buổi tiếp công dân
    HANDED_IN = "handed_in"  # nộp trực tiếp
    POST = "post"  # bưu chính
    ONLINE = "online"  # thư điện tử, cổng
    TRANSFER = "transfer"  # cơ quan khác chuyển đến
    FEEDBACK = "feedback"  # từ phản ánh, kiến nghị (PAKN) hóa ra là đơn
    SPLIT = "split"  # một phần của đơn nhiều nội dung


class Status(StrEnum):
    """Where a petition stands."""

    RECEIVED = "received"  # mới vào sổ
    CLASSIFIED = "classified"  # đã phân loại, chờ xử lý
    RESOLVING = "resolving"  # đã thụ lý
    SUSPENDED = "suspended"  # tạm đình chỉ
    CONCLUDED = "concluded"  # đã có quyết định, kết luận; còn phải gửi, công khai
    CLOSED = "closed"


class End(StrEnum):
    """How a petition ended."""

    RESOLVED = "resolved"
    FORWARDED = "forwarded"
    GUIDED = "guided"
    FILED = "filed"
    GIVEN_BACK = "given_back"
    SPLIT = "split"
    JOINED = "joined"  # đơn trùng
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"


class Stage(StrEnum):
    """What is owed now; each stage has its own promise."""

    INITIAL = "initial"  # phân loại, xử lý ban đầu
    FORWARD = "forward"  # chuyển
    RESOLVE = "resolve"  # giải quyết
    SEND = "send"  # gửi quyết định, kết luận
    PUBLISH = "publish"  # công khai kết luận


class StageEnd(StrEnum):
    """How a stage ended; `done` alone keeps its promise, the others release it."""

    DONE = "done"
    EXTENDED = "extended"
    REPLACED = "replaced"  # a stricter limit took its place
    DROPPED = "dropped"


class Complexity(StrEnum):
    """How complex a case was declared to be."""

    PLAIN = "plain"
    COMPLEX = "complex"
    VERY_COMPLEX = "very_complex"


class Ground(StrEnum):
    """Why a petition is kept on file and nothing more is owed."""

    ANONYMOUS = "anonymous"  # không rõ người gửi, không có chứng cứ cụ thể
    COPY = "copy"  # gửi nhiều nơi, đã gửi cơ quan có thẩm quyền
    SETTLED = "settled"  # đã giải quyết đúng, không có tình tiết mới
    UNREADABLE = "unreadable"  # không đọc được, không hiểu được
    OTHER = "other"


class Verdict(StrEnum):
    """What a decision or conclusion found."""

    RIGHT = "right"  # đúng
    PARTLY = "partly"  # đúng một phần
    WRONG = "wrong"  # sai
    ANSWERED = "answered"  # trả lời kiến nghị, phản ánh


class VisitWay(StrEnum):
    """How somebody was received."""

    IN_PERSON = "in_person"
    ONLINE = "online"


class VisitResult(StrEnum):
    """How a reception ended; `taken` and `promised` leave an answer owed."""

    EXPLAINED = "explained"  # giải thích, hướng dẫn tại chỗ
    TAKEN = "taken"  # nhận đơn
    PROMISED = "promised"  # hẹn trả lời
    REFUSED = "refused"  # từ chối tiếp, có căn cứ


class Capacity(StrEnum):
    """As what somebody sat on the chairman's day."""

    CHAIRMAN = "chairman"
    DEPUTY = "deputy"
