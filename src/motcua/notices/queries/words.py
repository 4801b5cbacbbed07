"""Events, states, ways and purposes in the words of the pages."""

from datetime import datetime

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from motcua.notices.models import Delivery, Message
from motcua.notices.rules import Event, Language, Outcome, Slot, State, Way

__all__ = ["EVENTS", "LANGUAGES", "OUTCOMES", "SLOTS", "STATES", "WAYS", "standing"]

EVENTS = {
    Event.ACCEPTED: _("Đã nhận, hẹn trả"),
    Event.COMPLETION: _("Cần nộp đủ trước khi nhận (02)"),
    Event.TURNED_AWAY: _("Từ chối tiếp nhận (03)"),
    Event.SUPPLEMENT: _("Cần bổ sung"),
    Event.PAYMENT: _("Khoản cần nộp"),
    Event.RESUMED: _("Làm tiếp, hẹn trả"),
    Event.APOLOGY: _("Xin lỗi, hẹn lại (04)"),
    Event.SORRY: _("Xin lỗi, xong sau hẹn (04)"),
    Event.MOVED: _("Hẹn trả dời vì lịch đổi"),
    Event.READY: _("Đã có kết quả"),
    Event.REFUSED: _("Từ chối giải quyết"),
    Event.STOPPED: _("Dừng giải quyết (05)"),
    Event.RETURNED: _("Đã trả, mời góp ý"),
    Event.WITHDRAWN: _("Đã rút hồ sơ"),
    Event.FEEDBACK_RECEIVED: _("Đã nhận phản ánh"),
    Event.FEEDBACK_ANSWERED: _("Trả lời phản ánh"),
    Event.OFFICER: _("Nhắc công chức"),
}
WAYS = {Way.EMAIL: _("Thư điện tử"), Way.ZALO: _("Zalo"), Way.SMS: _("Tin SMS"), Way.PHONE: _("Gọi điện")}
SLOTS = {Slot.EMAIL: _("Thư điện tử"), Slot.SHORT: _("Tin ngắn (SMS, Zalo)"), Slot.PAGE: _("Trang tra cứu")}
LANGUAGES = {Language.VIETNAMESE: _("tiếng Việt"), Language.ENGLISH: _("tiếng Anh")}
SENDING = "sending"
STATES: dict[str, str | Lazy] = {
    State.QUEUED.value: _("chờ gửi"),
    SENDING: _("đang gửi"),
    State.FAILED.value: _("chưa được, sẽ gửi lại"),
    State.SENT.value: _("đã gửi"),
    State.DEAD.value: _("chưa tới nơi"),
    State.TO_CALL.value: _("cần gọi điện"),
    State.TOLD.value: _("đã báo cách khác"),
    State.DROPPED.value: _("không gửi nữa"),
    "refused": _("người nhận không muốn nhận"),
    "unreachable": _("chỉ ở trang tra cứu"),
}
OUTCOMES = {
    Outcome.ACCEPTED.value: _("nơi gửi đã nhận"),
    Outcome.AGAIN.value: _("chưa được"),
    Outcome.NEVER.value: _("không gửi được"),
}
KINDS = {
    State.SENT.value: "done",
    State.TOLD.value: "done",
    State.DEAD.value: "late",
    State.TO_CALL.value: "today",
    State.FAILED.value: "soon",
    SENDING: "soon",
    State.DROPPED.value: "paused",
    "refused": "paused",
}


def standing(message: Message, delivery: Delivery | None, at: datetime) -> tuple[str, str | Lazy]:
    """How a message stands: the kind of its badge and its words."""
    state = delivery.state if delivery else message.held
    if delivery and state in {State.QUEUED.value, State.FAILED.value}:
        state = SENDING if delivery.sending_until and delivery.sending_until > at else state
    return KINDS.get(state, "later"), STATES.get(state, "")
