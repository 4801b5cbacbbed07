"""The acts on a feedback told in words. Never a code, never an id, never who sent it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.clock import ZONE
from motcua.feedback.queries import words
from motcua.feedback.rules import Channel, Door, Ground
from motcua.ledger.models import Act

__all__ = ["Told", "tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the timeline."""

    at: datetime
    who: str
    what: str
    remark: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _It:
    """One act with the names its ids stand for."""

    act: Act
    names: Mapping[str, str]
    case_id: str

    def new(self, kind: str, name: str) -> Any:
        """The value a field got; of the feedback itself, not of one that follows it."""
        for row in self.act.changes:
            if row["kind"] == kind and name in row["set"] and (kind != "feedback" or row["id"] == self.case_id):
                return row["set"][name][1]
        return None

    def named(self, name: str) -> str:
        """The name an id of the feedback stands for."""
        return self.names.get(str(self.new("feedback", name)), "")

    def due(self) -> str:
        """Until when something was promised in this act."""
        for row in self.act.changes:
            if row["kind"] == "promise" and row.get("new"):
                at = datetime.fromisoformat(str(row["set"]["first_due_at"][1])).astimezone(ZONE)
                return f"{at:%d/%m, %H:%M}"
        return ""


def tell(acts: Iterable[Act], *, names: Mapping[str, str], case_id: str) -> list[Told]:
    """Each act as a line, in the order given; `names` are of units, people and the feedback it follows."""
    return [
        Told(
            at=act.at,
            who=act.actor_name,
            what=_PHRASES.get(act.verb, _something)(_It(act=act, names=names, case_id=case_id)),
            remark=act.note,
            number=act.number,
        )
        for act in acts
    ]


def _something(_it: _It) -> str:
    return _("ghi một việc")


def _lodged(it: _It) -> str:
    channel = it.new("feedback", "channel")
    said = words.CHANNELS[Channel(channel)] if channel else ""
    return _("gửi phản ánh qua %(channel)s; phường hẹn xem xong %(due)s") % {"channel": said, "due": it.due()}


def _accepted(it: _It) -> str:
    return _("tiếp nhận, giao %(unit)s; hẹn trả lời %(due)s") % {"unit": _to(it), "due": it.due()}


def _to(it: _It) -> str:
    unit, person = it.named("unit_id"), it.named("officer_id")
    return ", ".join(part for part in (unit, person) if part) or _("đơn vị đang giữ")


def _refused(it: _It) -> str:
    ground = it.new("feedback", "ground")
    return _("từ chối: %(ground)s") % {"ground": words.GROUNDS[Ground(ground)] if ground else ""}


def _routed(it: _It) -> str:
    door = it.new("feedback", "ground")
    return _("chuyển sang nơi nhận %(door)s") % {"door": words.DOORS[Door(door)] if door else ""}


def _rated(it: _It) -> str:
    liked = it.new("feedback", "liked")
    return _("đánh giá: hài lòng") if liked else _("đánh giá: không hài lòng")


_PHRASES: dict[str, Callable[[_It], str]] = {
    "feedback.lodge": _lodged,
    "feedback.accept": _accepted,
    "feedback.assign": lambda it: _("giao %(to)s") % {"to": _to(it)},
    "feedback.ask_supplement": lambda _it: _("hỏi người gửi; thời hạn trả lời tạm dừng"),
    "feedback.supply": lambda _it: _("bổ sung; thời hạn trả lời chạy tiếp"),
    "feedback.add_words": lambda _it: _("viết thêm"),
    "feedback.reject": _refused,
    "feedback.forward": lambda it: _("chuyển %(body)s") % {"body": it.new("feedback", "forwarded_to") or ""},
    "feedback.route": _routed,
    "feedback.answer": lambda _it: _("soạn câu trả lời, chờ lãnh đạo duyệt"),
    "feedback.send_back": lambda _it: _("trả lại dự thảo trả lời"),
    "feedback.approve": lambda it: _("duyệt và trả lời người gửi; hẹn công khai %(due)s") % {"due": it.due()},
    "feedback.publish": lambda _it: _("công khai câu trả lời"),
    "feedback.withhold": lambda _it: _("không công khai câu trả lời"),
    "feedback.merge": lambda it: _("gộp vào %(main)s") % {"main": it.named("merged_into_id")},
    "feedback.unmerge": lambda _it: _("tách ra khỏi phản ánh đã gộp"),
    "feedback.rate": _rated,
    "feedback.reopen": lambda it: _("đề nghị xem lại; phường hẹn trả lời %(due)s") % {"due": it.due()},
    "feedback.see_sender": lambda _it: _("mở xem người gửi"),
}
