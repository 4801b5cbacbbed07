"""How a promise of each kind is called and opened: a small table, one line a kind.

No name of a resident stands in it: what is named here also goes out by mail.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from motcua.dossiers.models import Consultation, Dossier, Step
from motcua.feedback import models as feedback
from motcua.feedback.queries.words import CLOCKS
from motcua.feedback.rules import Clock
from motcua.petitions import models as petitions
from motcua.petitions.queries.words import STAGES
from motcua.petitions.rules import Stage
from motcua.procedures.models import Request
from motcua.promises.rules import Kind

__all__ = ["NAMES", "Named", "named"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The label people know a promise by, what it is about, where it is opened; `code` when the label is one.

    `handler_id`: only they read it so.
    """

    label: str
    what: str = ""
    href: str = ""
    code: bool = False
    handler_id: UUID | None = None

    def to(self, person_id: UUID) -> "Named":
        """As this person may read it: of a petition that somebody handles, others only that its handler is away."""
        if self.handler_id in {None, person_id}:
            return self
        return Named(label=_("Đơn của công dân"), what=_("người xử lý đang vắng"), href="/petitions/")


Names = dict[UUID, Named]


def _dossier(code: str, what: str) -> Named:
    return Named(label=code, what=what, href=f"/dossiers/{code}/", code=True)


def _dossiers(ids: list[UUID]) -> Names:
    rows = Dossier.objects.filter(promise__in=ids).order_by()
    return {
        pk: _dossier(code, name) for pk, code, name in rows.values_list("promise_id", "code", "version_pinned__name")
    }


def _steps(ids: list[UUID]) -> Names:
    rows = Step.objects.filter(promise__in=ids).order_by().values_list("promise_id", "dossier__code", "name")
    return {pk: _dossier(code, _("bước %(step)s") % {"step": name}) for pk, code, name in rows}


def _consultations(ids: list[UUID]) -> Names:
    rows = Consultation.objects.filter(promise__in=ids).values_list("promise_id", "dossier__code", "body")
    return {pk: _dossier(code, _("chờ %(body)s trả lời") % {"body": body}) for pk, code, body in rows}


def _requests(ids: list[UUID]) -> Names:
    rows = Request.objects.filter(promise__in=ids).order_by().values_list("promise_id", "pk", "name")
    return {
        pk: Named(label=_("Thủ tục chưa có trên hệ thống"), what=name, href=f"/procedures/requests/{request}/")
        for pk, request, name in rows
    }


def _feedback(ids: list[UUID]) -> Names:
    """What it says is the sender's and stays in its own room."""
    rows = feedback.Stage.objects.filter(promise__in=ids).order_by().values_list("promise_id", "case__code", "clock")
    return {
        pk: Named(label=code, what=str(CLOCKS[Clock(step)]).lower(), href=f"/feedback/{code}/", code=True)
        for pk, code, step in rows
    }


def _petitions(ids: list[UUID]) -> Names:
    """A number only to its handler and only where nothing is secret; who looks for the rest opens the book."""
    plain = Named(label=_("Đơn của công dân"), href="/petitions/")
    names = dict.fromkeys(ids, plain)
    stages = petitions.StageOwed.objects.filter(promise__in=ids, petition__handler__isnull=False).order_by()
    for pk, secret, handler_id, year, number, stage in stages.values_list(
        "promise_id", "petition__secret", "petition__handler_id", "petition__year", "petition__number", "stage"
    ):
        label = _("Đơn %(number)s/%(year)s") % {"number": number, "year": year}
        what, href = str(STAGES[Stage(stage)]).lower(), f"/petitions/{year}/{number}/"
        told = plain if secret else Named(label=label, what=what, href=href)
        names[pk] = replace(told, handler_id=handler_id)
    visits = petitions.Visit.objects.filter(promise__in=ids).order_by()
    for pk, secret, handler_id, year, number in visits.values_list(
        "promise_id", "secret", "promise__officer_id", "year", "number"
    ):
        label = _("Lượt tiếp %(number)s/%(year)s") % {"number": number, "year": year}
        href = f"/petitions/reception/{year}/{number}/"
        told = plain if secret else Named(label=label, what=_("trả lời người đến"), href=href)
        names[pk] = replace(told, handler_id=handler_id)
    return names


NAMES: dict[str, Callable[[list[UUID]], Names]] = {
    Kind.DOSSIER.value: _dossiers,
    Kind.STEP.value: _steps,
    Kind.CONSULTATION.value: _consultations,
    Kind.CATALOGUE.value: _requests,
    Kind.FEEDBACK.value: _feedback,
    Kind.PETITION.value: _petitions,
}
OTHER = Named(label="Lời hẹn")


def named(promises: Iterable[tuple[UUID, str]]) -> Names:
    """The names of promises given with their kinds; one statement a kind that occurs."""
    by_kind: dict[str, list[UUID]] = {}
    for pk, kind in promises:
        by_kind.setdefault(kind, []).append(pk)
    found: Names = {}
    for kind, ids in by_kind.items():
        found |= dict.fromkeys(ids, OTHER)
        if kind in NAMES:
            found |= NAMES[kind](ids)
    return found
