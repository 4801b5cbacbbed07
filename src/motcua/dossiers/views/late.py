"""The verbs of lateness: the apology, its signature, its sending, and the chairman's order."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.clock import ZONE
from motcua.dossiers import actions
from motcua.dossiers.forms import late as asked
from motcua.dossiers.models import Dossier, Extension
from motcua.dossiers.queries import holding
from motcua.dossiers.rules import GONE, OPEN, new_appointment
from motcua.dossiers.rules.offers import Verb
from motcua.dossiers.views.verbs import verb, who
from motcua.ui.doors import OfficerRequest

__all__ = [
    "approve_extension",
    "decide_escalation",
    "give_reason",
    "propose_extension",
    "reject_extension",
    "send_apology",
]


def _letter(dossier: Dossier) -> Extension | None:
    """The slip as it stands; nothing where none will come of it."""
    return dossier.extensions.exclude(status__in=[s.value for s in GONE]).first()


def _shown(_request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    return {"letter": _letter(dossier), "ended": dossier.status not in OPEN}


def _begun(request: OfficerRequest, dossier: Dossier) -> dict[str, Any]:
    """Begin with what the draft says; without one with the day that the clock proposes."""
    letter, promise = _letter(dossier), dossier.promise
    if promise is None:
        return {}
    found = {"reason": letter.reason, "cause": letter.cause} if letter else {}
    if dossier.status not in OPEN:
        return found
    drafted = letter.new_due_at if letter else None
    if drafted is None or drafted <= max(promise.appointment, request.now):
        drafted = new_appointment(
            counted_from=promise.counted_from,
            due_at=promise.due_at,
            appointment=promise.appointment,
            at=request.now,
            calendar=holding.pinned(by=request.actor, dossier=dossier).calendar,
        )
    return {**found, "new_due": drafted.astimezone(ZONE).date()}


def _said(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> dict[str, Any]:
    return {
        **who(request, dossier),
        **typed,
        "new_due": holding.close_of(by=request.actor, dossier=dossier, day=typed.get("new_due")),
    }


@verb(
    Verb.PROPOSE_EXTENSION,
    asked.ProposeExtension,
    done=_("Đã soạn phiếu xin lỗi, chờ lãnh đạo duyệt."),
    prepare=_shown,
    starts=_begun,
)
def propose_extension(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Begin the apology; a second one is refused and told to the chairman."""
    return actions.request_extension(**_said(request, dossier, typed))


@verb(
    Verb.GIVE_REASON,
    asked.GiveReason,
    done=_("Đã ghi lý do, chờ lãnh đạo duyệt."),
    prepare=_shown,
    starts=_begun,
)
def give_reason(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """Give the draft its reason."""
    return actions.give_reason(**_said(request, dossier, typed))


@verb(
    Verb.APPROVE_EXTENSION,
    asked.ApproveExtension,
    done=_("Đã ký phiếu xin lỗi. Chờ gửi tới người nộp."),
    prepare=_shown,
    starts=_begun,
)
def approve_extension(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """A leader signs the apology, as it is or as they wrote it better."""
    return actions.approve_extension(**_said(request, dossier, typed))


@verb(
    Verb.REJECT_EXTENSION,
    asked.RejectExtension,
    done=_("Đã trả phiếu xin lỗi cho công chức sửa. Giờ hẹn giữ nguyên."),
)
def reject_extension(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """A leader sends the apology back."""
    return actions.reject_extension(**who(request, dossier), **typed)


@verb(Verb.SEND_APOLOGY, asked.SendApology, done=_("Đã ghi lời xin lỗi tới người nộp."))
def send_apology(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """The apology reached the applicant."""
    return actions.send_apology(**who(request, dossier), **typed)


def _office(request: OfficerRequest, _dossier: Dossier) -> dict[str, Any]:
    held = holding.workers(by=request.actor, at=request.now)
    return {"people": [(p.person_id, f"{p.person.name}, {p.title}") for p in held]}


@verb(Verb.DECIDE_ESCALATION, asked.DecideEscalation, done=_("Đã ghi quyết định của Chủ tịch."), prepare=_office)
def decide_escalation(request: OfficerRequest, dossier: Dossier, typed: dict[str, Any]) -> object:
    """The chairman's order."""
    return actions.decide_escalation(**who(request, dossier), **typed)
