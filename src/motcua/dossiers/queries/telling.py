"""Acts of the ledger told in words: who did what, old → new. Never a code, never an id."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from motcua import vietnam
from motcua.clock import ZONE
from motcua.dossiers.queries import words
from motcua.dossiers.rules import Channel, ReturnWay
from motcua.ledger.models import Act
from motcua.procedures.rules import Copy

__all__ = ["Names", "Told", "tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What ids stand for: steps, people, consulted bodies."""

    steps: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the timeline; `number` 0 is an event that is no act of this dossier."""

    at: datetime
    who: str
    what: str
    remark: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Changes:
    """The changes of one act, looked up by kind of record and field."""

    rows: list[dict[str, Any]]
    names: Names

    def new(self, kind: str, name: str) -> Any:
        """The value a field got, None when it was not touched."""
        return next((r["set"][name][1] for r in self.rows if r["kind"] == kind and name in r["set"]), None)

    def old(self, kind: str, name: str) -> Any:
        """The value a field had."""
        return next((r["set"][name][0] for r in self.rows if r["kind"] == kind and name in r["set"]), None)

    def promise(self, name: str) -> tuple[str, str]:
        """How a moment of the promise moved, as days: ("19/11", "23/11"); empty when it did not."""
        for row in self.rows:
            if row["kind"] == "promise" and name in row["set"] and not row.get("new"):
                old, new = row["set"][name]
                if new and (old != new):
                    return _day(old), _day(new)
        return "", ""

    def step_before(self) -> str:
        """The station that was closed."""
        for row in self.rows:
            if row["kind"] == "step" and not row.get("new") and "closed_at" in row["set"]:
                return self.names.steps.get(row["id"], "")
        return ""

    def step_after(self) -> str:
        """The station that was opened."""
        return next((str(r["set"]["name"][1]) for r in self.rows if r["kind"] == "step" and r.get("new")), "")

    def body(self) -> str:
        """The body that was asked."""
        asked = self.new("consultation", "body")
        if asked:
            return str(asked)
        return next((self.names.bodies.get(r["id"], "") for r in self.rows if r["kind"] == "consultation"), "")

    def items(self) -> str:
        """What the applicant was asked to bring."""
        return "; ".join(str(item) for item in self.new("supplement", "items") or [])

    def person(self, kind: str, name: str) -> str:
        """The name of the person an id stands for."""
        return self.names.people.get(str(self.new(kind, name)), "")


def tell(acts: Iterable[Act], names: Names) -> list[Told]:
    """Each act as a line, in the order given."""
    return [_told(act, names) for act in acts]


def _told(act: Act, names: Names) -> Told:
    changes = _Changes(rows=act.changes, names=names)
    phrase = _PHRASES.get(act.verb)
    what = phrase(changes) if phrase else _("ghi một việc vào hồ sơ")
    return Told(at=act.at, who=act.actor_name, what=what, remark=act.note, number=act.number)


def _day(value: Any) -> str:
    return f"{datetime.fromisoformat(str(value)).astimezone(ZONE):%d/%m}" if value else ""


def _moment(value: Any) -> str:
    return f"{datetime.fromisoformat(str(value)).astimezone(ZONE):%d/%m, %H:%M}" if value else ""


def _money(value: Any) -> str:
    return vietnam.money(int(Decimal(str(value)))) if value else ""


def _lodge(it: _Changes) -> str:
    channel = it.new("dossier", "channel")
    return _("ghi nhận hồ sơ %(channel)s") % {"channel": words.CHANNELS[Channel(channel)] if channel else ""}


def _accept(it: _Changes) -> str:
    due = it.new("promise", "first_due_at")
    return _("tiếp nhận hồ sơ, hẹn trả %(due)s") % {"due": _moment(due)}


def _advance(it: _Changes) -> str:
    return _("xong bước %(old)s → %(new)s") % {"old": it.step_before(), "new": it.step_after()}


def _send_back(it: _Changes) -> str:
    return _("trả lại: %(old)s → %(new)s") % {"old": it.step_before(), "new": it.step_after()}


def _assign(it: _Changes) -> str:
    who = it.person("step", "officer_id")
    return _("giao bước này cho %(who)s") % {"who": who} if who else _("đưa bước này về hàng chờ của đơn vị")


def _asked(it: _Changes) -> str:
    return _("yêu cầu bổ sung: %(items)s. Lời hẹn tạm dừng") % {"items": it.items()}


def _resumed(said: str, it: _Changes) -> str:
    old, new = it.promise("due_at")
    if not new:
        return _("%(said)s. Lời hẹn chạy tiếp, giờ hẹn giữ nguyên") % {"said": said}
    return _("%(said)s. Lời hẹn chạy tiếp: %(old)s → %(new)s") % {"said": said, "old": old, "new": new}


def _supplied(it: _Changes) -> str:
    return _resumed(_("ghi nhận người nộp đã bổ sung đủ"), it)


def _paid(it: _Changes) -> str:
    said = _("thu phí, lệ phí")
    return _resumed(said, it) if it.new("dossier", "status") else said


def _owes(it: _Changes) -> str:
    fee = _money(it.new("payment", "amount") or it.new("dossier", "fee"))  # acts before payments had rows say the fee
    if it.new("dossier", "status"):
        return _("yêu cầu nộp %(fee)s. Lời hẹn tạm dừng") % {"fee": fee}
    return _("yêu cầu nộp thêm %(fee)s") % {"fee": fee}


def _dropped(it: _Changes) -> str:
    said = _("hủy một khoản phải nộp")
    return _resumed(said, it) if it.new("dossier", "status") else said


def _proposed(it: _Changes) -> str:
    days = {"old": _day(it.new("extension", "old_due_at")), "new": _day(it.new("extension", "new_due_at"))}
    if not days["new"]:
        return _("soạn phiếu xin lỗi, trình lãnh đạo duyệt")
    return _("soạn phiếu xin lỗi, đề nghị hẹn lại: %(old)s → %(new)s") % days


def _drafted(it: _Changes) -> str:
    day = _day(it.new("extension", "new_due_at"))
    if not day:
        return _("soạn sẵn phiếu xin lỗi, chờ ghi lý do")
    return _("soạn sẵn phiếu xin lỗi, đề nghị hẹn lại %(day)s, chờ ghi lý do") % {"day": day}


def _marked(it: _Changes) -> str:
    if it.new("escalation", "kind"):
        return _("ghi sổ trách nhiệm: trễ cả ngày hẹn lại; chuyển Chủ tịch quyết định")
    return _("ghi sổ trách nhiệm: trễ hẹn")


def _approved(it: _Changes) -> str:
    number, day = it.new("extension", "number"), _day(it.new("promise", "extended_due_at"))
    said = {"number": number, "day": day}
    if it.old("extension", "reason"):  # the leader wrote it anew
        if not day:
            return _("sửa lý do rồi ký phiếu xin lỗi số %(number)s") % said
        return _("sửa lý do rồi ký phiếu xin lỗi số %(number)s, hẹn lại %(day)s") % said
    if not day:
        return _("ký phiếu xin lỗi số %(number)s") % said
    return _("ký phiếu xin lỗi số %(number)s, hẹn lại %(day)s") % said


def _returned(it: _Changes) -> str:
    way = it.new("return", "way")
    return _("trả kết quả: %(way)s") % {"way": str(words.WAYS[ReturnWay(way)]).lower() if way else ""}


def _attached(it: _Changes) -> str:
    copy = it.new("paper", "copy")
    kind = str(words.COPIES[Copy(copy)]).lower() if copy else ""
    return _("thêm giấy tờ: %(name)s (%(copy)s)") % {"name": it.new("paper", "name"), "copy": kind}


def _sent(it: _Changes) -> str:
    return _("gửi lời xin lỗi: %(way)s") % {"way": it.new("extension", "sent_way") or ""}


def _consulted(it: _Changes) -> str:
    return _("hỏi ý kiến %(body)s") % {"body": it.body()}


def _answered(it: _Changes) -> str:
    return _("ghi trả lời của %(body)s") % {"body": it.body()}


def _completion(it: _Changes) -> str:
    return _("hướng dẫn hoàn thiện trước khi nhận: %(items)s") % {"items": it.items()}


_PHRASES: dict[str, Callable[[_Changes], str]] = {
    "dossier.lodge": _lodge,
    "dossier.accept": _accept,
    "dossier.ask_completion": _completion,
    "dossier.turn_away": lambda _it: _("từ chối tiếp nhận, nêu lý do"),
    "dossier.advance": _advance,
    "dossier.send_back": _send_back,
    "dossier.assign": _assign,
    "dossier.consult": _consulted,
    "dossier.answer": _answered,
    "dossier.ask_supplement": _asked,
    "dossier.complete_supplement": _supplied,
    "dossier.require_payment": _owes,
    "dossier.take_payment": _paid,
    "dossier.cancel_payment": _dropped,
    "dossier.refuse": lambda _it: _("từ chối giải quyết, có văn bản nêu lý do"),
    "dossier.stop": lambda _it: _("dừng giải quyết, có thông báo"),
    "dossier.withdraw": lambda _it: _("ghi nhận người nộp rút hồ sơ"),
    "dossier.propose_extension": _proposed,
    "dossier.approve_extension": _approved,
    "dossier.draft_apology": _drafted,
    "dossier.drop_apology": lambda _it: _("thôi phiếu xin lỗi: lời hẹn đã giữ được"),
    "dossier.give_reason": lambda _it: _("ghi lý do xin lỗi, trình lãnh đạo duyệt"),
    "dossier.mark_lateness": _marked,
    "dossier.escalate_second": _marked,
    "dossier.reject_extension": lambda _it: _("trả lại phiếu xin lỗi, giờ hẹn giữ nguyên"),
    "dossier.send_apology": _sent,
    "dossier.escalate": lambda _it: _("xin hẹn lại lần thứ hai: chuyển Chủ tịch quyết định"),
    "dossier.decide_escalation": lambda _it: _("quyết định việc xin hẹn lại lần thứ hai"),
    "dossier.return_result": _returned,
    "dossier.attach_paper": _attached,
}
