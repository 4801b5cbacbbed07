"""What the portal says, in the language of the page: the sentence first, then how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.acts import Role
from motcua.clock import ZONE, Limit, ReasonKind, StripDay, Unit
from motcua.dossiers.models import Step
from motcua.dossiers.queries.standing import left
from motcua.dossiers.rules import End, ReturnWay, Status
from motcua.notices import queries as notices
from motcua.portal.queries import Answer
from motcua.promises.models import Promise
from motcua.promises.rules import Outcome
from motcua.ui.parts import Stage
from motcua.ui.residents import english
from motcua.ui.templatetags import motcua as say

__all__ = ["Said", "Told", "limit_words", "reason_words", "said", "strip_words", "told_words", "way"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The sentence: `tone` is its bar, `broken` the half a broken promise turns red; `badge` kind and words."""

    tone: str
    rest: str
    broken: str = ""
    badge: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line of what the ward told somebody: when, what, and how it reached them."""

    when: str
    what: str
    how: str


def told_words(it: notices.Told, at: datetime) -> Told:
    """What was told, in the language of the page; an address shows only enough to know it by."""
    names = {"email": _("thư điện tử"), "zalo": "Zalo", "sms": _("tin SMS"), "phone": _("điện thoại")}
    way = names.get(it.way, "")
    how = {
        "sent": _("đã gửi qua %(way)s %(address)s"),
        "told": _("phường đã báo bằng cách khác"),
        "queued": _("đang gửi qua %(way)s %(address)s"),
        "failed": _("đang gửi qua %(way)s %(address)s"),
        "dead": _("chưa gửi được qua %(way)s %(address)s; phường sẽ gọi"),
        "to_call": _("phường sẽ gọi, hoặc nói khi ông bà đến"),
        "refused": _("không gửi, theo ý ông bà"),
    }.get(it.state, _("xem tại đây"))
    return Told(
        when=say.moment(it.sent_at or it.at, at),
        what=it.text_en if english() else it.text_vi,
        how=how % {"way": way, "address": it.address},
    )


def limit_words(limit: Limit) -> str:
    """“5 ngày làm việc”, “trong ngày”."""
    n, value = int(limit.value), say.number(limit.value)
    match limit.unit:
        case Unit.SAME_DAY:
            return _("trong ngày")
        case Unit.WORKING_DAY:
            return ngettext("%(n)s ngày làm việc", "%(n)s ngày làm việc", n) % {"n": value}
        case Unit.DAY:
            return ngettext("%(n)s ngày", "%(n)s ngày", n) % {"n": value}
        case Unit.WORKING_HOUR:
            return ngettext("%(n)s giờ làm việc", "%(n)s giờ làm việc", n) % {"n": value}
        case Unit.HOUR:
            return ngettext("%(n)s giờ", "%(n)s giờ", n) % {"n": value}
        case Unit.MONTH:
            return ngettext("%(n)s tháng", "%(n)s tháng", n) % {"n": value}


def reason_words(kind: ReasonKind, text: str) -> str:
    """A reason of the clock in the language of the page; in Vietnamese its own, fuller text."""
    if not english():
        return text
    return {
        ReasonKind.RECEIVED: _("Nhận hồ sơ"),
        ReasonKind.OPENING: _("Giờ mở cửa đầu tiên sau khi nộp"),
        ReasonKind.COUNTED: _("Ngày làm việc được tính"),
        ReasonKind.MAKEUP_WORKING: _("Ngày làm bù"),
        ReasonKind.WEEKEND: _("Cuối tuần, không tính"),
        ReasonKind.PUBLIC_HOLIDAY: _("Ngày lễ, không tính"),
        ReasonKind.COMPENSATORY: _("Nghỉ bù, không tính"),
        ReasonKind.SWAPPED_OFF: _("Nghỉ hoán đổi, không tính"),
        ReasonKind.LOCAL_OFF: _("Ngày nghỉ của địa phương, không tính"),
        ReasonKind.PAUSED: _("Tạm dừng, chờ người nộp"),
        ReasonKind.RESUMED: _("Tính tiếp"),
        ReasonKind.RESTARTED: _("Tính lại từ đầu"),
        ReasonKind.OFFSET: _("Bù thời gian tạm dừng"),
        ReasonKind.ROUNDED: _("Đến hết ngày cuối"),
        ReasonKind.DUE: _("Giờ hẹn trả"),
        ReasonKind.PROVISIONAL: _("Lịch năm này chưa chính thức"),
        ReasonKind.LATE: _("Trễ"),
    }[kind]


def strip_words(days: Sequence[StripDay]) -> Sequence[StripDay]:
    """The days of the strip in the language of the page: in English a day off needs no Vietnamese name."""
    if not english():
        return days
    return [replace(day, weekday=f"{day.date:%a}", name="") for day in days]


def step_words(step: Step) -> str:
    """A step as the ward's own process names it; in English by who has it."""
    if not english():
        return step.name
    return {
        Role.COUNTER.value: _("Tại quầy của phường"),
        Role.SPECIALIST.value: _("Công chức chuyên môn giải quyết"),
        Role.UNIT_HEAD.value: _("Lãnh đạo phòng xem xét"),
        Role.CLERK.value: _("Văn thư vào số, đóng dấu"),
        Role.DIRECTOR.value: _("Lãnh đạo trung tâm xem xét"),
        Role.LEADER.value: _("Lãnh đạo phường ký"),
        Role.CHAIRMAN.value: _("Lãnh đạo phường ký"),
    }.get(step.role, _("Phường đang giải quyết"))


def said(it: Answer, *, at: datetime) -> Said:
    """The one sentence for the applicant."""
    dossier, promise = it.dossier, it.dossier.promise
    status = Status(dossier.status)
    if promise is None or status in {Status.LODGED, Status.AWAITING, Status.TURNED_AWAY}:
        return _door(status, dossier.closed_at, at)
    if status is Status.WITHDRAWN:
        return Said(tone="calm", rest=_("Ông bà đã rút hồ sơ này. Phường không còn nợ lời hẹn."))
    if status in {Status.FINISHED, Status.RETURNED}:
        return _ended(it, promise, status)
    return _open(it, promise, status, at)


def _door(status: Status, closed_at: datetime | None, at: datetime) -> Said:
    if status is Status.TURNED_AWAY:
        when = say.moment(closed_at, at)
        return Said(
            tone="calm",
            rest=_("Phường không tiếp nhận hồ sơ này (%(when)s), lý do ghi trên phiếu đã giao.") % {"when": when},
        )
    if status is Status.AWAITING:
        return Said(tone="now", rest=_("Hồ sơ còn thiếu giấy tờ nên chưa được nhận. Mời ông bà nộp đủ tại quầy."))
    return Said(tone="now", rest=_("Phường đã nhận được hồ sơ và chưa kiểm tra, nên chưa hẹn ngày trả."))


def _ended(it: Answer, promise: Promise, status: Status) -> Said:
    handed = status is Status.RETURNED
    late = promise.outcome == Outcome.LATE.value
    sorry = _("Phường đã trễ hẹn với ông bà. Chúng tôi xin lỗi.") if late else ""
    badge = ("late", _("xong sau ngày hẹn")) if late else ("done", _("xong đúng hẹn"))
    if promise.outcome == Outcome.EARLY.value:
        badge = ("done", _("xong trước hẹn"))
    what = {
        End.REFUSED.value: _("Phường từ chối giải quyết, có văn bản nêu lý do."),
        End.STOPPED.value: _("Phường dừng giải quyết, có thông báo."),
    }.get(it.dossier.end, _("Kết quả đã có."))
    if handed:
        posted = it.handed is not None and it.handed.way == ReturnWay.POST.value
        after = _("Đã gửi qua bưu chính.") if posted else _("Đã trả cho ông bà.")
    else:
        after = _("Mời ông bà đến nhận tại quầy.")
    return Said(tone="late" if late else "calm", broken=sorry, rest=f"{what} {after}", badge=badge)


def _open(it: Answer, promise: Promise, status: Status, at: datetime) -> Said:
    standing = left(promise=promise, at=at, calendar=it.calendar)
    late = at > promise.late_after if promise.paused_at is None else promise.paused_at > promise.late_after
    new = promise.extended_due_at
    paused = status in {Status.WAITING, Status.OWING}
    waits = (
        _("Phường chờ ông bà nộp bổ sung giấy tờ; thời gian này không tính.")
        if status is Status.WAITING
        else _("Phường chờ ông bà nộp tiền theo thông báo; thời gian này không tính.")
    )
    if late:
        told = (
            _("Hẹn mới: %(when)s.") % {"when": say.moment(new)}
            if new
            else _("Hẹn trả %(when)s.") % {"when": say.moment(promise.due_at)}
        )
        return Said(
            tone="late",
            broken=_("Phường đã trễ hẹn với ông bà. Chúng tôi xin lỗi."),
            rest=f"{told} {waits}" if paused else told,
            badge=None if paused else ("late", _late(standing.words)),
        )
    if paused:
        return Said(tone="now", rest=waits, badge=("paused", _("tạm dừng")))
    if new:
        return Said(
            tone="now",
            rest=_("Phường xin lỗi ông bà và hẹn lại %(new)s.") % {"new": say.moment(new)},
            badge=None,
        )
    return Said(tone="calm", rest=_("Phường hẹn trả kết quả %(when)s.") % {"when": say.moment(promise.due_at)})


def _late(words: str) -> str:
    return _("đã trễ") if english() else words


def way(it: Answer) -> list[Stage]:
    """How far the dossier has come, station by station, and where it is now."""
    dossier = it.dossier
    stages = [Stage(name=_("Nộp hồ sơ"), state="done", note=_short(dossier.lodged_at))]
    if dossier.accepted_at is None:
        here = {
            Status.LODGED.value: _("Chờ phường kiểm tra"),
            Status.AWAITING.value: _("Chờ ông bà nộp đủ giấy tờ"),
            Status.TURNED_AWAY.value: _("Phường không tiếp nhận"),
        }.get(dossier.status, _("Đã kết thúc"))
        return [*stages, Stage(name=here, state="at")]
    stages.append(Stage(name=_("Phường nhận hồ sơ, hẹn ngày trả"), state="done", note=_short(dossier.accepted_at)))
    done = [s for s in it.steps if s.closed_at is not None and s.order > 1]
    if (
        dossier.status == Status.RETURNED.value
    ):  # said by the last line; the step that this very act ended says it again
        done = [s for s in done if s.closed_at != dossier.closed_at]
    last: dict[int, Stage] = {}
    for step in done:
        last[step.order] = Stage(name=step_words(step), state="done", note=_short(step.closed_at))
    open_step = next((s for s in it.steps if s.closed_at is None), None)
    if open_step is not None:
        last.pop(open_step.order, None)
    stages += [last[order] for order in sorted(last)]
    if dossier.status == Status.FINISHED.value:
        return [*stages, Stage(name=_("Chờ ông bà đến nhận"), state="at", note=_("giữ tại quầy, không mất phí"))]
    if dossier.status == Status.RETURNED.value:
        return [*stages, Stage(name=_("Đã trả kết quả"), state="done", note=_short(dossier.closed_at))]
    if dossier.status == Status.WITHDRAWN.value:
        return [*stages, Stage(name=_("Ông bà đã rút hồ sơ"), state="done", note=_short(dossier.closed_at))]
    if open_step is not None:
        stages.append(Stage(name=step_words(open_step), state="at"))
    return [*stages, Stage(name=_("Ông bà nhận kết quả"), state="next")]


def _short(at: datetime | None) -> str:
    return f"{at.astimezone(ZONE):%d/%m, %H:%M}" if at else ""
