"""How a promise of each kind is called and opened: a small table, one line a kind.

No name of a resident stands in it: what is named here also goes out by mail.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from motcua.dossiers.models import Consultation, Dossier, Step
from motcua.promises.rules import Kind

__all__ = ["NAMES", "Named", "named"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The label people know a promise by, what it is about, where it is opened; `code` when the label is one."""

    label: str
    what: str = ""
    href: str = ""
    code: bool = False


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


def _plain(label: str, href: str) -> Callable[[list[UUID]], Names]:
    """A kind whose room does not name its promises yet: what it is, and the list it stands in."""
    return lambda ids: {pk: Named(label=_(label), href=href) for pk in ids}


NAMES: dict[str, Callable[[list[UUID]], Names]] = {
    Kind.DOSSIER.value: _dossiers,
    Kind.STEP.value: _steps,
    Kind.CONSULTATION.value: _consultations,
    Kind.CATALOGUE.value: _plain("Thủ tục chưa có trên hệ thống", "/procedures/"),
    Kind.FEEDBACK.value: _plain("Phản ánh, kiến nghị", "/feedback/"),
    Kind.PETITION.value: _plain("Đơn của công dân", "/petitions/"),
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
