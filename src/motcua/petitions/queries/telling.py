"""The acts of a petition in words. Codes and days come from the ledger; what was written beside them from remarks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.clock import ZONE
from motcua.ledger.models import Act
from motcua.petitions.models import Remark
from motcua.petitions.queries import words
from motcua.petitions.rules import Complexity, Ground, Matter, Verdict

__all__ = ["Told", "tell"]

Words = Any  # lazily translated

PHRASES: Mapping[str, Words] = {
    "petition.forward": gettext_lazy("chuyển đơn cho cơ quan có thẩm quyền"),
    "petition.guide": gettext_lazy("hướng dẫn người gửi"),
    "petition.keep_on_file": gettext_lazy("lưu đơn"),
    "petition.give_back": gettext_lazy("trả đơn, nêu lý do"),
    "petition.split": gettext_lazy("tách đơn theo từng nội dung"),
    "petition.join": gettext_lazy("ghép vào đơn trước có cùng nội dung"),
    "petition.assign": gettext_lazy("đổi người xử lý"),
    "petition.suspend": gettext_lazy("tạm đình chỉ; lời hẹn đứng lại"),
    "petition.stop": gettext_lazy("đình chỉ giải quyết"),
    "petition.send": gettext_lazy("ghi đã gửi văn bản"),
    "petition.publish": gettext_lazy("ghi đã công khai kết luận"),
    "petition.attach": gettext_lazy("thêm tài liệu"),
    "petition.withdraw": gettext_lazy("ghi người gửi rút đơn"),
    "petition.see_identity": gettext_lazy("xem người gửi và nội dung"),
    "petition.see_file": gettext_lazy("mở một tài liệu"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the timeline."""

    at: datetime
    who: str
    what: str
    remark: str = ""
    number: int = 0


def tell(acts: Iterable[Act], remarks: Iterable[Remark]) -> list[Told]:
    """Each act as a line, in the order given, with what was written beside it; looks are told apart."""
    beside = {(f"petition.{row.verb}", row.at): row.text for row in remarks}
    return [
        Told(
            at=act.at,
            who=act.actor_name,
            what=_what(act),
            remark=_remark(act.verb, beside.get((act.verb, act.at), "")),
            number=act.number,
        )
        for act in acts
        if act.verb != "petition.receive"
    ]


def _remark(verb: str, text: str) -> str:
    ground, _sep, rest = text.partition("\n")
    if verb == "petition.keep_on_file" and ground in {g.value for g in Ground}:
        return f"{words.GROUNDS[Ground(ground)]}. {rest}"
    return text.replace("\n", " · ")


def _new(act: Act, kind: str, name: str) -> Any:
    return next((r["set"][name][1] for r in act.changes if r["kind"] == kind and name in r["set"]), None)


def _due(act: Act) -> str:
    """The due that an act promised last, or moved."""
    found = [r["set"]["due_at"][1] for r in act.changes if r["kind"] == "promise" and "due_at" in r["set"]]
    return f"{datetime.fromisoformat(str(found[-1])).astimezone(ZONE):%d/%m/%Y}" if found else ""


def _what(act: Act) -> str:
    if act.verb == "petition.classify":
        return _("phân loại: %(matter)s") % {"matter": _matter(act)}
    if act.verb == "petition.accept":
        return _("thụ lý, hẹn giải quyết đến %(due)s") % {"due": _due(act)}
    if act.verb == "petition.extend":
        return _("gia hạn theo luật đến %(due)s, vụ việc %(how)s") % {"due": _due(act), "how": _complexity(act)}
    if act.verb == "petition.resume":
        return _("giải quyết tiếp; lời hẹn chạy đến %(due)s") % {"due": _due(act)}
    if act.verb == "petition.conclude":
        number, verdict = _new(act, "petition_decision", "number"), _new(act, "petition_decision", "verdict")
        said = str(words.VERDICTS[Verdict(verdict)]).lower() if verdict else ""
        return _("ban hành văn bản số %(number)s: %(said)s") % {"number": number or "", "said": said}
    return str(PHRASES.get(act.verb, _("ghi một việc")))


def _matter(act: Act) -> str:
    value = _new(act, "petition", "matter")
    return str(words.MATTERS[Matter(value)]).lower() if value else _("giữ loại đã ghi")


def _complexity(act: Act) -> str:
    value = _new(act, "petition", "complexity")
    return str(words.COMPLEXITIES[Complexity(value)]).lower() if value else _("vẫn phức tạp")
