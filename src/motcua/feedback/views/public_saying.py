"""What a sender is told, in the language of the page: one sentence, then how far it has come."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.clock import ZONE
from motcua.feedback.queries.public import Receipt
from motcua.feedback.rules import Door, Status
from motcua.ui.parts import Stage
from motcua.ui.templatetags import motcua as say

__all__ = ["Said", "said", "way"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The sentence: `tone` is its bar, `broken` the half a broken promise turns red."""

    tone: str
    rest: str
    broken: str = ""


def said(it: Receipt, *, at: datetime) -> Said:
    """Where the feedback stands, in one sentence."""
    status = Status(it.case.status)
    if status in {Status.ANSWERED, Status.PUBLISHED, Status.CLOSED}:
        return _answered(it, status)
    if status in {Status.REJECTED, Status.FORWARDED, Status.ROUTED}:
        return Said(tone="calm", rest=_left(it, status))
    return _running(it, status, at)


def _answered(it: Receipt, status: Status) -> Said:
    rest = {
        Status.PUBLISHED: _("Phường đã trả lời và công khai câu trả lời, không có thông tin cá nhân."),
        Status.CLOSED: _("Phường đã trả lời. Việc này là việc riêng nên không công khai."),
    }.get(status, "")
    if not rest:
        due = say.moment(it.promise.due_at) if it.promise else ""
        rest = _("Phường đã trả lời, và sẽ công khai câu trả lời chậm nhất %(due)s.") % {"due": due}
    if it.answered_late:
        return Said(tone="late", broken=_("Phường đã trả lời trễ hẹn. Chúng tôi xin lỗi."), rest=rest)
    return Said(tone="calm", rest=rest)


def _left(it: Receipt, status: Status) -> str:
    if status is Status.FORWARDED:
        body = it.case.forwarded_to
        return _("Việc này thuộc thẩm quyền cơ quan khác. Phường đã chuyển đến: %(body)s.") % {"body": body}
    if status is Status.ROUTED:
        if it.case.ground == Door.DENUNCIATION.value:
            return _("Nội dung này là tố cáo. Phường đã chuyển sang nơi tiếp nhận tố cáo và giữ kín.")
        return _("Nội dung này là khiếu nại. Phường đã chuyển sang nơi tiếp nhận khiếu nại.")
    return _("Phường không tiếp nhận phản ánh này, lý do ghi ở dưới.")


def _running(it: Receipt, status: Status, at: datetime) -> Said:
    promise = it.promise
    sorry = _("Phường đã trễ hẹn với ông bà. Chúng tôi xin lỗi.")
    due = say.moment(promise.due_at) if promise else ""
    stopped = promise.paused_at if promise else None
    late = promise is not None and (stopped or at) > promise.late_after
    if status is Status.WAITING:
        until = say.moment(it.asked.answer_by) if it.asked else ""
        rest = _("Phường chờ ông bà bổ sung, chậm nhất %(until)s. Thời gian này không tính.") % {"until": until}
        return Said(tone="late" if late else "now", broken=sorry if late else "", rest=rest)
    if status in {Status.NEW, Status.PENDING}:
        rest = (
            _("Lẽ ra phải xem xong %(due)s.")
            if late
            else _("Phường đã nhận phản ánh của ông bà, sẽ xem và báo lại chậm nhất %(due)s.")
        )
    else:
        rest = _("Lẽ ra phải trả lời %(due)s.") if late else _("Phường hẹn trả lời ông bà chậm nhất %(due)s.")
    return Said(tone="late" if late else "calm", broken=sorry if late else "", rest=rest % {"due": due})


def way(it: Receipt) -> list[Stage]:
    """How far it has come."""
    case, status = it.case, Status(it.case.status)
    stages = [Stage(name=_("Ông bà gửi"), state="done", note=_short(case.lodged_at))]
    if status in {Status.NEW, Status.PENDING}:
        return [
            *stages,
            Stage(name=_("Phường xem và tiếp nhận"), state="at"),
            Stage(name=_("Phường trả lời"), state="next", note=_by(it.answer_by)),
        ]
    if status in {Status.REJECTED, Status.FORWARDED, Status.ROUTED}:
        name = {
            Status.REJECTED: _("Phường không tiếp nhận"),
            Status.FORWARDED: _("Phường chuyển cơ quan khác"),
        }.get(status, _("Phường chuyển sang khiếu nại, tố cáo"))
        return [*stages, Stage(name=name, state="at", note=_short(case.touched_at))]
    stages.append(Stage(name=_("Phường tiếp nhận"), state="done"))
    if status is Status.WAITING:
        stages.append(Stage(name=_("Chờ ông bà bổ sung"), state="at"))
    if status in {Status.HANDLING, Status.WAITING}:
        here = "at" if status is Status.HANDLING else "next"
        note = _by(it.answer_by) if status is Status.HANDLING else ""  # while it waits nobody knows that day yet
        return [*stages, Stage(name=_("Phường giải quyết và trả lời"), state=here, note=note)]
    stages.append(Stage(name=_("Phường trả lời"), state="done", note=_short(case.answered_at)))
    if status is Status.CLOSED:
        return stages
    public = case.shown.published_at if case.shown else None
    done = status is Status.PUBLISHED
    stages.append(Stage(name=_("Công khai"), state="done" if done else "at", note=_short(public) if done else ""))
    return stages


def _by(due: datetime | None) -> str:
    return _("chậm nhất %(due)s") % {"due": say.moment(due)} if due else ""


def _short(at: datetime | None) -> str:
    return f"{at.astimezone(ZONE):%d/%m, %H:%M}" if at else ""
