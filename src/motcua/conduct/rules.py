"""How people are treated: what a check may note, who records it, who hears what, whose name is said. Pure."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.clock import ZONE

__all__ = [
    "LEADERS",
    "OBSERVATIONS",
    "READERS",
    "Observation",
    "Presence",
    "may_close",
    "may_explain",
    "may_meet",
    "may_read",
    "may_record",
    "may_see",
    "observed",
    "of_demand",
    "said",
]

LEADERS: Final = (Role.CHAIRMAN, Role.LEADER, Role.DIRECTOR)
READERS: Final = (*LEADERS, Role.SUPERVISOR)
LONGEST: Final = 2000


class Observation(StrEnum):
    """What a check of the public service notes: a closed list, good things too; anything else is written in words."""

    AT_POST = "at_post"
    KIND = "kind"
    ABSENT = "absent"
    LATE = "late"
    BADGE = "badge"
    RUDE = "rude"
    TROUBLE = "trouble"
    PAPERS = "papers"
    RECEIPT = "receipt"
    BOARD = "board"
    QUEUE = "queue"
    PRIVATE = "private"
    DRINK = "drink"
    OTHER = "other"


OBSERVATIONS: Final[Mapping[Observation, str]] = {
    Observation.AT_POST: "Có mặt đủ, đúng vị trí",
    Observation.KIND: "Tiếp dân lễ độ, hướng dẫn rõ",
    Observation.ABSENT: "Vắng mặt không phép trong giờ làm việc",
    Observation.LATE: "Đi muộn, về sớm",
    Observation.BADGE: "Không đeo thẻ, không đúng trang phục",
    Observation.RUDE: "Nói năng cộc cằn, thiếu tôn trọng",
    Observation.TROUBLE: "Gây phiền hà, bắt đi lại nhiều lần",
    Observation.PAPERS: "Đòi giấy tờ ngoài thành phần hồ sơ",
    Observation.RECEIPT: "Nhận hồ sơ không ghi giấy tiếp nhận",
    Observation.BOARD: "Bảng niêm yết thiếu hoặc cũ",
    Observation.QUEUE: "Để dân chờ mà quầy không có người",
    Observation.PRIVATE: "Làm việc riêng trong giờ",
    Observation.DRINK: "Uống rượu, bia trong giờ làm việc",
    Observation.OTHER: "Điều khác, ghi bằng lời",
}


class Presence(StrEnum):
    """How somebody was found."""

    PRESENT = "present"
    EXCUSED = "excused"  # away with leave
    ABSENT = "absent"


def _forbidden(vi: str, en: str) -> Refused:
    return Refused("forbidden", vi, en)


def may_record(by: Actor) -> None:
    """The chairman, a vice-chairman or the director of the centre checks unannounced and says what follows."""
    if not by.has(*LEADERS):
        raise _forbidden(
            "Chủ tịch, phó chủ tịch hoặc giám đốc trung tâm ghi kiểm tra công vụ.",
            "The chairman, a vice-chairman or the director records a check.",
        )


may_meet = may_record
may_close = may_record


def may_read(by: Actor) -> None:
    """Whoever holds a position opens the page and finds what concerns them."""
    if by.kind is not ActorKind.SYSTEM and not by.roles:
        raise _forbidden(
            "Bạn không giữ vị trí nào ở phường hôm nay nên chưa xem được.",
            "You hold no position in this ward today.",
        )


def may_see(*, by: Actor, people: frozenset[UUID], unit_id: UUID | None) -> bool:
    """Leaders and supervisors see every check; a head those of the unit; others those in which they were noted."""
    if by.kind is ActorKind.SYSTEM or by.has(*READERS):
        return True
    return by.id in people or (unit_id is not None and unit_id in by.units(Role.UNIT_HEAD))


def may_explain(*, by: Actor, person_id: UUID | None, explained_at: datetime | None) -> None:
    """Who was noted says their side, once; it stays as it was said. Raises Refused `forbidden`, `conduct.explained`."""
    if person_id != by.id:
        raise _forbidden("Chỉ người được nêu giải trình.", "Only the person concerned explains.")
    if explained_at is not None:
        raise Refused(
            "conduct.explained",
            "Đã có lời giải trình; lời ấy giữ nguyên.",
            "There is an explanation already; it stays as it was said.",
        )


def said(text: str, *, field: str) -> str:
    """Words that say something. Raises Refused `conduct.words`."""
    if not 5 <= len(text.strip()) <= LONGEST:
        raise Refused(
            "conduct.words",
            "Viết rõ bằng một câu trở lên, không quá 2.000 chữ cái.",
            "Write at least one sentence, at most 2,000 letters.",
            field=field,
        )
    return text.strip()


def observed(*, codes: list[str], words: str) -> list[str]:
    """What was seen, from the list; "other" needs words. Raises Refused `check.observation`."""
    known = {o.value for o in Observation}
    if not codes or any(code not in known for code in codes):
        raise Refused("check.observation", "Chọn ít nhất một điều đã thấy.", "Choose what was seen.", field="seen")
    if Observation.OTHER.value in codes:
        said(words, field="words")
    return [o.value for o in Observation if o.value in codes]


def of_demand(*, demand: str, due_on: date | None, held_at: datetime) -> None:
    """A demand names its day, not before the check. Raises Refused `check.demand`."""
    if demand.strip() and (due_on is None or due_on < held_at.astimezone(ZONE).date()):
        raise Refused(
            "check.demand",
            "Yêu cầu khắc phục cần ngày xong, từ ngày kiểm tra trở đi.",
            "A demand needs the day by which it is met, from the day of the check on.",
            field="due_on",
        )
