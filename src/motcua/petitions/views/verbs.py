"""One view for each verb: ask the rule first, show the form, perform the act, go back to the petition."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.petitions import actions, rules
from motcua.petitions.forms.verbs import FORMS, People, VerbForm
from motcua.petitions.models import Petition
from motcua.petitions.queries import holding
from motcua.petitions.rules import Matter, Stage, Verb
from motcua.petitions.views.door import kept_nowhere, people
from motcua.ui.doors import OfficerRequest, officer_who
from motcua.ui.verbs import Verbs, View

__all__ = ["DONE", "view_of"]

DONE: dict[Verb, Any] = {
    Verb.CLASSIFY: _("Đã phân loại."),
    Verb.ACCEPT: _("Đã thụ lý. Hạn giải quyết chạy từ bây giờ."),
    Verb.FORWARD: _("Đã ghi chuyển đơn."),
    Verb.GUIDE: _("Đã ghi hướng dẫn."),
    Verb.KEEP_ON_FILE: _("Đã lưu đơn."),
    Verb.GIVE_BACK: _("Đã ghi trả đơn."),
    Verb.SPLIT: _("Đã tách đơn. Mỗi phần có số riêng trong sổ."),
    Verb.JOIN: _("Đã ghép vào đơn trước."),
    Verb.ASSIGN: _("Đã đổi người xử lý."),
    Verb.EXTEND: _("Đã gia hạn theo luật. Hạn đầu giữ nguyên trong sổ."),
    Verb.SUSPEND: _("Đã ghi tạm đình chỉ."),
    Verb.RESUME: _("Lời hẹn chạy tiếp."),
    Verb.STOP: _("Đã ghi đình chỉ."),
    Verb.CONCLUDE: _("Đã ghi văn bản."),
    Verb.SEND: _("Đã ghi việc gửi."),
    Verb.PUBLISH: _("Đã ghi việc công khai."),
    Verb.ATTACH: _("Đã thêm tài liệu."),
    Verb.WITHDRAW: _("Đã ghi rút đơn."),
}


def _found(request: OfficerRequest, year: int, number: int) -> Petition:
    return holding.find(by=request.actor, at=request.now, year=year, number=number)


def _ask(verb: Verb, request: OfficerRequest, petition: Petition) -> None:
    owed = petition.stages.filter(closed_at__isnull=True).values_list("stage", flat=True)
    facts = holding.facts(by=request.actor, petition=petition, open_stages=frozenset(Stage(one) for one in owed))
    rules.may(verb=verb, by=request.actor, at=request.now, facts=facts)


def _seen(petition: Petition) -> int:
    return petition.seen_no


def _page(petition: Petition) -> str:
    return reverse("petitions:page", args=[petition.year, petition.number])


def _door(view: View) -> View:
    return kept_nowhere(officer_who(rules.may_enter)(view))


_VERBS = Verbs(room="petitions", called="petition", find=_found, ask=_ask, seen=_seen, back=_page, door=_door)


def view_of(verb: Verb) -> View:
    """The view of one verb."""
    act, kind = getattr(actions, verb.value), FORMS[verb]

    def prepare(request: OfficerRequest, petition: Petition) -> dict[str, Any]:
        return {"people": _offered(request, kind), "matter": Matter(petition.matter)}

    def starts(_request: OfficerRequest, petition: Petition) -> dict[str, Any]:
        return _first(verb, petition)

    def perform(request: OfficerRequest, petition: Petition, typed: dict[str, Any]) -> object:
        return act(by=request.actor, at=request.now, petition_id=petition.pk, **typed)

    return _VERBS.verb(verb, kind, done=DONE[verb], prepare=prepare, starts=starts)(perform)


def _offered(request: OfficerRequest, kind: type[VerbForm]) -> People:
    """Whom the form lets choose: anybody may be accused, only some may handle."""
    if "handler_id" in kind.takes_people:
        return list(holding.handlers(by=request.actor, at=request.now).values_list("id", "name"))
    return people(request.actor) if kind.takes_people else ()


def _first(verb: Verb, petition: Petition) -> dict[str, Any]:
    if verb is Verb.CLASSIFY:
        return {"matter": petition.matter, "gist": petition.gist}
    return {"year": petition.year} if verb is Verb.JOIN else {}
