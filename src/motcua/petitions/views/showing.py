"""A petition's page as its template reads it: words for codes, buttons for verbs."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua import vietnam
from motcua.clock import Reason
from motcua.petitions.queries import words
from motcua.petitions.queries.page import Page, StageShown
from motcua.petitions.rules import Channel, End, Matter, Sight, Stage, StageEnd, Status, Verb, Verdict
from motcua.ui.parts import Station

__all__ = ["BUTTONS", "shown"]

BUTTONS: dict[Verb, Any] = {
    Verb.CLASSIFY: gettext_lazy("Phân loại"),
    Verb.ACCEPT: gettext_lazy("Thụ lý…"),
    Verb.FORWARD: gettext_lazy("Chuyển cơ quan khác…"),
    Verb.SPLIT: gettext_lazy("Tách đơn…"),
    Verb.CONCLUDE: gettext_lazy("Ghi quyết định, kết luận"),
    Verb.SEND: gettext_lazy("Ghi đã gửi"),
    Verb.PUBLISH: gettext_lazy("Ghi đã công khai"),
    Verb.RESUME: gettext_lazy("Giải quyết tiếp"),
    Verb.GUIDE: gettext_lazy("Hướng dẫn…"),
    Verb.KEEP_ON_FILE: gettext_lazy("Lưu đơn…"),
    Verb.GIVE_BACK: gettext_lazy("Trả đơn…"),
    Verb.JOIN: gettext_lazy("Ghép đơn trùng…"),
    Verb.ASSIGN: gettext_lazy("Đổi người xử lý"),
    Verb.EXTEND: gettext_lazy("Gia hạn theo luật…"),
    Verb.SUSPEND: gettext_lazy("Tạm đình chỉ…"),
    Verb.STOP: gettext_lazy("Đình chỉ…"),
    Verb.ATTACH: gettext_lazy("Thêm tài liệu"),
    Verb.WITHDRAW: gettext_lazy("Ghi rút đơn…"),
}
MAIN = 4


def shown(page: Page, at: datetime) -> dict[str, Any]:
    """The context of the page."""
    it = page.petition
    offered = [(verb.value, BUTTONS[verb]) for verb in BUTTONS if verb in page.offers]
    aside = {Verb.WITHDRAW.value, Verb.ATTACH.value}
    if it.status != Status.RECEIVED.value:
        aside.add(Verb.CLASSIFY.value)  # done once; a second time is a correction, not the next step
    moving = [pair for pair in offered if pair[0] not in aside]
    return {
        "page": page,
        "petition": it,
        "visit": page.visit,
        "masked": page.sight is Sight.MASKED,
        "reads": page.sight is Sight.READ,
        "sentence": _sentence(page, at),
        "late": page.now is not None and page.now.left.kind == "late",
        "matter": words.MATTERS[Matter(it.matter)],
        "channel": words.CHANNELS[Channel(it.channel)],
        "rail": [_station(stage) for stage in page.stages],
        "owed": page.now,
        "reasons": _reasons(page),
        "days": page.why.explanation.strip() if page.why else (),
        "buttons": moving[:MAIN],
        "further": [pair for pair in offered if pair not in moving[:MAIN]],
        "verdict": words.VERDICTS[Verdict(page.inside.decision.verdict)]
        if page.inside and page.inside.decision
        else "",
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The promise sentence; `broken` is the half that a broken promise turns red."""

    rest: str
    broken: str = ""


def _reasons(page: Page) -> list[Reason]:
    """The clock's reasons. It speaks of dossiers; what a stage counts from is said by the stage."""
    found = page.why.explanation.reasons if page.why else ()
    return [replace(reason, text=reason.text.replace("Nhận hồ sơ", "Bắt đầu tính")) for reason in found]


def _sentence(page: Page, at: datetime) -> Said:
    """What is owed, by whom, until when; or how it ended."""
    it, owed = page.petition, page.now
    today = at.date()
    if it.end:
        when = vietnam.moment(it.closed_at, today) if it.closed_at else ""
        return Said(rest=_("%(end)s, %(when)s.") % {"end": words.ENDS[End(it.end)], "when": when})
    if owed is None:
        return Said(rest=f"{words.STATUSES[Status(it.status)]}.")
    what = words.STAGES[Stage(owed.row.stage)]
    due = vietnam.moment(owed.row.promise.due_at, today)
    if owed.left.kind == "paused":
        return Said(
            rest=_("Phường đang tạm đình chỉ việc %(what)s, %(left)s.") % {"what": what, "left": owed.left.words}
        )
    said = {"what": what, "due": due, "left": owed.left.words}
    if owed.left.kind == "late":
        return Said(
            broken=_("Phường đã %(left)s so với lời hẹn.") % said,
            rest=_("Việc %(what)s phải xong trước %(due)s.") % said,
        )
    return Said(rest=_("Phường hẹn %(what)s trước %(due)s, %(left)s.") % said)


def _station(stage: StageShown) -> Station:
    row = stage.row
    name = str(words.STAGES[Stage(row.stage)])
    note = row.basis if not row.end or row.end == StageEnd.DONE.value else f"{words.STAGE_ENDS[StageEnd(row.end)]}"
    late = stage.left.kind == "late"
    return Station(
        name=name[:1].upper() + name[1:],
        state="at" if stage.open else "done",
        due_at=row.promise.due_at,
        closed_at=row.closed_at,
        note=note,
        difference=stage.left.words,
        late=late,
    )
