"""What the public may read: one dossier to whoever holds its receipt, the office, its procedures."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.acts import Refused
from motcua.clock import ZONE, Calendar
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Dossier, Extension, Payment, Return, Step, Supplement
from motcua.dossiers.queries.looking_up import find
from motcua.dossiers.queries.page import Why, why
from motcua.dossiers.rules import ExtensionStatus
from motcua.notices import queries as notices
from motcua.notices.queries import Told
from motcua.offices import queries as offices
from motcua.offices.models import OpeningHours, Ward
from motcua.petitions.queries.reception import NextDay, next_days
from motcua.procedures import queries as procedures
from motcua.procedures.queries import Hit, Page
from motcua.promises import queries as promises
from motcua.surveys import queries as surveys

__all__ = ["Answer", "Office", "answer", "listed", "office", "procedure", "wards"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One dossier as its applicant may see it: no officer, no number, no code of a state."""

    dossier: Dossier
    calendar: Calendar
    why: Why | None
    steps: list[Step]
    asked: Supplement | None  # papers the applicant still owes
    owed: list[Payment]  # money the applicant still owes
    apology: Extension | None  # once it was signed
    broken: bool  # the appointment was not kept, whatever came of it
    handed: Return | None
    told: list[Told]  # what the ward told them, the newest first
    choose: str  # where they choose what they are told
    survey: str  # the address that asks what the applicant thinks, after the return until it was answered


def answer(*, code: str, tail: str, at: datetime) -> Answer:
    """The answer to a look-up. Raises Refused `lookup.none`, `lookup.tail`.

    Ten statements when it is found, eleven after the return.
    """
    dossier = find(code=code, tail=tail)
    by = accounts.system_actor(ward_id=dossier.ward_id)
    plan = dossiers.pinned(by=by, dossier=dossier)
    signed = (ExtensionStatus.APPROVED.value, ExtensionStatus.SENT.value)
    return Answer(
        dossier=dossier,
        calendar=plan.calendar,
        why=why(dossier=dossier, plan=plan, at=at),
        steps=list(dossier.steps.order_by("number")),
        asked=dossier.supplement_requests.filter(done_at__isnull=True).order_by("-number").first(),
        owed=list(dossier.payments.filter(paid_at__isnull=True, cancelled_at__isnull=True)),
        apology=dossier.extensions.filter(status__in=signed).first(),
        broken=dossier.promise is not None and promises.is_broken(dossier.promise, at=at),
        handed=Return.objects.filter(dossier_id=dossier.pk).first(),
        told=notices.told(dossier),
        choose=_choose(dossier),
        survey=surveys.link(dossier=dossier, at=at),
    )


def _choose(dossier: Dossier) -> str:
    """The page where an applicant chooses; empty for somebody whom no message reaches."""
    contacts = notices.hashes(ward_id=dossier.ward_id, contact=notices.contact_of(dossier))
    return notices.choose_path(ward=dossier.ward, contacts=contacts) if contacts else ""


def wards() -> list[Ward]:
    """The offices that live here, by name."""
    return list(Ward.objects.order_by("name")[:500])


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A ward as its visitors see it: the sessions of each weekday, regular and evening, and the next days off."""

    ward: Ward
    hours: list[tuple[int, str, str]]  # weekday from Monday 0, regular sessions, openings that only receive
    days_off: list[tuple[date, str]]
    receives: NextDay | None  # when the chairman next receives people


def office(*, slug: str, at: datetime) -> Office:
    """The office of a ward. Raises Refused `missing`."""
    ward = ward_named(slug)
    row = (
        OpeningHours.objects.filter(ward_id=ward.pk, valid_from__lte=at.astimezone(ZONE).date())
        .order_by("-valid_from")
        .first()
    )
    calendar = offices.calendar(offices.now_of(ward.pk))
    today = at.astimezone(ZONE).date()
    return Office(
        ward=ward,
        hours=[(n, _sessions(row.weekly, n), _sessions(row.extra, n)) for n in range(7)] if row else [],
        days_off=[
            (d.date, d.name)
            for d in calendar.days
            if d.date >= today and d.kind is not clock.DayKind.MAKEUP_WORKING and d.date.year <= today.year + 1
        ][:8],
        receives=next(iter(next_days(ward_id=ward.pk, at=at, count=1)), None),
    )


def ward_named(slug: str) -> Ward:
    """A ward by the name in its address. Raises Refused `missing`."""
    found = Ward.objects.filter(slug=slug[:60]).first()
    if found is None:
        raise Refused("missing", "Không có phường này.", "There is no such ward.")
    return found


def _sessions(stored: dict[str, list[list[str]]], weekday: int) -> str:
    return ", ".join(f"{start}–{end}" for start, end in stored.get(str(weekday), []))


def listed(*, ward_id: UUID, text: str, at: datetime) -> list[Hit]:
    """The procedures a ward receives today, as typed; all of them, by field, when nothing was."""
    found = procedures.search(by=accounts.system_actor(ward_id=ward_id), text=text, at=at, limit=500)
    return found if text.strip() else sorted(found, key=lambda hit: (hit.field, hit.name))


def procedure(*, ward_id: UUID, code: str, at: datetime) -> Page:
    """One procedure as it is received today. Raises Refused `missing`, also for one not in force."""
    found = procedures.page(by=accounts.system_actor(ward_id=ward_id), code=code, at=at)
    if not found.in_force:
        raise Refused("missing", "Thủ tục này hiện không tiếp nhận.", "This procedure is not received now.")
    return found
