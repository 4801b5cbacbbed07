"""The one sentence that says how a promise stands. Source: LOOK.md "Promise sentence", "Words".

It names the ward as the one who owes and the applicant as the one who is owed, never an officer. Times left
and lateness come in as the clock's own words; this file only chooses what is said.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from motcua import vietnam
from motcua.clock import ZONE
from motcua.dossiers.rules.states import End, ReturnWay, Status
from motcua.promises.rules import Outcome

__all__ = ["Sentence", "Situation", "Tone", "called", "given_name", "sentence"]


class Tone(StrEnum):
    """The bar beside the sentence: kept or running, look here now, broken."""

    CALM = "calm"
    NOW = "now"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`broken` is the half that a broken promise turns red; `rest` follows it. Either may be empty."""

    tone: Tone
    broken: str = ""
    rest: str = ""

    def __str__(self) -> str:
        return f"{self.broken} {self.rest}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A dossier as it stands at a moment. `left`, `late`, `early` are the clock's words, or empty."""

    status: Status
    who: str  # "bà Mận"
    now: datetime
    lodged_at: datetime
    end: End | None = None
    step: str = ""  # where it is: "Thẩm tra hồ sơ"
    first_due_at: datetime | None = None
    due_at: datetime | None = None  # as of today if it is paused
    new_due_at: datetime | None = None  # the one new appointment
    paused_at: datetime | None = None
    outcome: Outcome | None = None
    finished_at: datetime | None = None
    closed_at: datetime | None = None
    asked_at: datetime | None = None  # completion asked for at the door
    way: ReturnWay | None = None
    left: str = ""  # "còn 1 ngày 5 giờ làm việc"
    late: str = ""  # "trễ 1 ngày"
    early: str = ""  # "sớm 2 giờ 8 phút"


WAYS = {
    ReturnWay.IN_PERSON: "tận tay",
    ReturnWay.PROXY: "cho người được ủy quyền",
    ReturnWay.POST: "qua bưu chính",
    ReturnWay.ONLINE: "trực tuyến",
}


def given_name(name: str) -> str:
    """The name a Vietnamese person is called by: the last word of it."""
    return name.rsplit(maxsplit=1)[-1] if name.strip() else name


def called(*, name: str, sex: str, person: bool) -> str:
    """How the page calls an applicant: "bà Mận", else "ông bà Mận"; an organisation by its name."""
    if not person:
        return name
    title = {"Nữ": "bà", "Nam": "ông"}.get(sex, "ông bà")
    return f"{title} {given_name(name)}"


def sentence(it: Situation) -> Sentence:
    """Say all of it in one breath: who owes whom, by when, and whether it is broken."""
    match it.status:
        case Status.LODGED | Status.AWAITING | Status.TURNED_AWAY:
            return _at_the_door(it)
        case Status.WITHDRAWN:
            return _withdrawn(it)
        case Status.FINISHED | Status.RETURNED:
            return _ended(it)
        case Status.WAITING | Status.OWING:
            return _paused(it)
        case Status.PROCESSING:
            return _running(it)


def _at_the_door(it: Situation) -> Sentence:
    if it.status is Status.TURNED_AWAY:
        turned = _when(it.closed_at or it.now, it)
        return Sentence(tone=Tone.CALM, rest=f"Phường không tiếp nhận hồ sơ của {it.who} {turned}, đã nêu lý do.")
    if it.status is Status.AWAITING:
        asked = _when(it.asked_at or it.lodged_at, it)
        waits = f"Phường chờ {it.who} hoàn thiện hồ sơ, đã hướng dẫn {asked}."
        return Sentence(tone=Tone.NOW, rest=f"{waits} Chưa tiếp nhận nên chưa hẹn trả.")
    lodged = _when(it.lodged_at, it)
    return Sentence(tone=Tone.NOW, rest=f"{_begin(it.who)} nộp hồ sơ {lodged}; phường chưa kiểm tra nên chưa hẹn trả.")


def _running(it: Situation) -> Sentence:
    where = f" Hồ sơ đang ở bước “{it.step}”." if it.step else ""
    if it.late:
        return Sentence(tone=Tone.LATE, broken=_late_with(it), rest=f"{_appointments(it)}{where}")
    if it.new_due_at is not None:
        promised = f"Phường đã xin lỗi và hẹn lại {it.who} {_on_paper(it.new_due_at)}"
        return Sentence(tone=Tone.NOW, rest=f"{promised}; hẹn đầu {_short(it.first_due_at)}.{where}")
    left = f", {it.left}" if it.left else ""
    if it.due_at is not None and _day(it.due_at) == _day(it.now):
        return Sentence(
            tone=Tone.NOW,
            rest=f"Hôm nay, trước {_hour(it.due_at)}, phường phải trả kết quả cho {it.who}{left}.{where}",
        )
    return Sentence(tone=Tone.CALM, rest=f"Phường hẹn trả {it.who} {_on_paper(it.due_at)}{left}.{where}")


def _paused(it: Situation) -> Sentence:
    what = "nộp bổ sung giấy tờ" if it.status is Status.WAITING else "thực hiện nghĩa vụ tài chính"
    stopped = f"Lời hẹn tạm dừng từ {_when(it.paused_at or it.now, it)}, chờ {it.who} {what}."
    if it.late:
        return Sentence(tone=Tone.LATE, broken=_late_with(it), rest=f"{_appointments(it)} {stopped}")
    then = f" Nếu xong hôm nay, phường hẹn trả {_on_paper(it.due_at)}." if it.due_at is not None else ""
    return Sentence(tone=Tone.NOW, rest=stopped + then)


def _ended(it: Situation) -> Sentence:
    done = {
        End.REFUSED: f"từ chối giải quyết hồ sơ của {it.who}, có văn bản nêu lý do",
        End.STOPPED: f"dừng giải quyết hồ sơ của {it.who}, có thông báo",
    }.get(it.end or End.RESULT, f"có kết quả cho {it.who}")
    finished = _when(it.finished_at or it.now, it)
    after = _handed(it)
    if it.outcome is Outcome.LATE:
        return Sentence(
            tone=Tone.LATE,
            broken=f"Phường đã {done}, {it.late}.",
            rest=f"{_appointments(it)} Xong {finished}. {after}",
        )
    how = it.early if it.outcome is Outcome.EARLY and it.early else "đúng hẹn"
    return Sentence(tone=Tone.CALM, rest=f"Phường đã {done} {finished}, {how}. {after}")


def _handed(it: Situation) -> str:
    if it.status is Status.FINISHED:
        return "Chờ trả tại quầy."
    way = f" {WAYS[it.way]}" if it.way else ""
    return f"Đã trả{way} {_when(it.closed_at or it.now, it)}."


def _withdrawn(it: Situation) -> Sentence:
    took = f"{_begin(it.who)} đã rút hồ sơ {_when(it.closed_at or it.now, it)}; phường không còn nợ lời hẹn này."
    if it.late:
        return Sentence(tone=Tone.LATE, broken=f"Khi đó phường đã {it.late}.", rest=took)
    return Sentence(tone=Tone.CALM, rest=took)


def _late_with(it: Situation) -> str:
    return f"Phường đã {it.late.replace('trễ', f'trễ hẹn với {it.who}', 1)}."


def _appointments(it: Situation) -> str:
    """What was promised first and, after an apology, what holds now."""
    if it.new_due_at is not None:
        return f"Hẹn lại {_on_paper(it.new_due_at)}, hẹn đầu {_short(it.first_due_at)}."
    return f"Hẹn trả {_on_paper(it.due_at)}."


def _begin(text: str) -> str:
    return text[:1].upper() + text[1:]


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()


def _when(moment: datetime, it: Situation) -> str:
    """A moment of the past as seen today: "hôm nay, 10:12", "thứ Hai 16/11, 14:00"."""
    return vietnam.moment(moment, _day(it.now))


def _on_paper(moment: datetime | None) -> str:
    return vietnam.moment(moment, _day(moment), year=True) if moment else "chưa rõ ngày"


def _short(moment: datetime | None) -> str:
    return f"{_day(moment):%d/%m}" if moment else "chưa rõ"


def _hour(moment: datetime) -> str:
    return f"{moment.astimezone(ZONE):%H:%M}"
