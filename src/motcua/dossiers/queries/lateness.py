"""Which dossiers are late, near it, or late without a word: for the sweeps, the pages and the audit. Set-based."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from django.db.models import (
    Count,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.lookups import LessThanOrEqual

from motcua.acts import Actor, Role
from motcua.clock import Calendar
from motcua.dossiers.models import Dossier, Escalation, Extension, Mark
from motcua.dossiers.queries.holding import visible_to
from motcua.dossiers.queries.standing import late_words
from motcua.dossiers.rules import (
    OPEN,
    Debt,
    ExtensionStatus,
    Lead,
    MarkKind,
    Matter,
    Money,
    Status,
    debt_of,
    leads,
    second_late_after,
)
from motcua.dossiers.rules.offers import Facts, Verb, offers
from motcua.offices import queries as offices
from motcua.promises import queries as promises
from motcua.promises.models import Promise
from motcua.promises.rules import Kind
from motcua.ui.paging import Paged, size

__all__ = [
    "Unsaid",
    "UnsaidPage",
    "apologised",
    "past_second",
    "slip_is",
    "slip_status",
    "to_draft",
    "to_drop",
    "to_mark",
    "unapologised",
    "undecided",
    "unsaid",
]

OPEN_VALUES = [s.value for s in OPEN]
OF_ROW = {"dossier_id": OuterRef("pk")}
LIVE = Extension.objects.filter(**OF_ROW).exclude(
    status__in=[ExtensionStatus.REJECTED.value, ExtensionStatus.DROPPED.value]
)


def apologised(*, ward_id: UUID) -> Q:
    """The apology of a dossier of this ward was sent. The one place that says so."""
    return slip_is(ExtensionStatus.SENT, ward_id=ward_id)


def slip_is(status: ExtensionStatus, *, ward_id: UUID) -> Q:
    """The apology of a dossier of this ward stands there."""
    return Q(pk__in=Extension.objects.filter(ward_id=ward_id, status=status.value).values("dossier_id"))


def slip_status() -> Subquery:
    """Where the apology of a dossier stands; nothing where there is none."""
    return Subquery(LIVE.values("status")[:1])


def _promised(*, ward_id: UUID) -> QuerySet[Promise]:
    return Promise.objects.filter(ward_id=ward_id, kind=Kind.DOSSIER.value)


def _broken(*, ward_id: UUID, at: datetime) -> QuerySet[Dossier]:
    """Every dossier of a ward whose promise is broken, open or ended. Two partial indexes find them."""
    late = _promised(ward_id=ward_id).filter(promises.broken(at))
    return Dossier.objects.filter(ward_id=ward_id, promise__in=late)


# -- what the sweeps look for ----------------------------------------------------------------------------------


def to_mark(*, ward_id: UUID, at: datetime) -> list[UUID]:
    """Broken, and not in the register; who has waited longest comes first."""
    marked = Mark.objects.filter(**OF_ROW, kind=MarkKind.FIRST.value)
    rows = _broken(ward_id=ward_id, at=at).filter(~Exists(marked))
    return list(rows.order_by("promise__late_after", "pk").values_list("pk", flat=True))


def to_draft(*, ward_id: UUID, at: datetime, calendar: Calendar) -> list[UUID]:
    """Broken, or open and in the lead, without an apology, or with a draft whose day has come; the first due first."""
    soon = Q()
    for lead in leads(at=at, calendar=calendar):
        soon |= Q(_gone(lead), due_at__gte=lead.first, due_at__lt=lead.last, made_at__lt=lead.begins)
    near = _promised(ward_id=ward_id).filter(
        soon, kept_at__isnull=True, released_at__isnull=True, paused_at__isnull=True, late_after__gte=at
    )
    open_ones = Dossier.objects.filter(ward_id=ward_id, status__in=OPEN_VALUES, promise__in=near)
    found: list[UUID] = []
    for rows in (_broken(ward_id=ward_id, at=at), open_ones):
        found += rows.filter(~Exists(LIVE)).order_by("promise__due_at", "pk").values_list("pk", flat=True)
    stale = Extension.objects.filter(ward_id=ward_id, status=ExtensionStatus.DRAFTED.value, new_due_at__lte=at)
    found += stale.filter(dossier__status__in=OPEN_VALUES).order_by("pk").values_list("dossier_id", flat=True)
    return found


def _gone(lead: Lead) -> Q:
    """That enough of a promise's own time has passed; of most leads nothing is asked."""
    if not lead.share:
        return Q()
    whole = ExpressionWrapper(F("due_at") - F("made_at"), DurationField())
    moment = ExpressionWrapper(F("made_at") + whole * (lead.share / 100), DateTimeField())
    return Q(LessThanOrEqual(moment, Value(lead.at)))


def to_drop(*, ward_id: UUID, at: datetime) -> list[UUID]:
    """Drafted or proposed, and the promise was kept, released in time, or its due has moved since the draft."""
    drafted = Q(status=ExtensionStatus.DRAFTED.value)
    ended = Q(dossier__promise__kept_at__isnull=False) | Q(dossier__promise__released_at__isnull=False)
    moved = drafted & Q(dossier__promise__late_after__gte=at) & ~Q(dossier__promise__due_at=F("old_due_at"))
    rows = Extension.objects.filter(
        drafted | Q(status=ExtensionStatus.PROPOSED.value),
        ended | moved,
        ward_id=ward_id,
        dossier__promise__broken_at__isnull=True,
    )
    return list(rows.order_by("pk").values_list("dossier_id", flat=True))


def past_second(*, ward_id: UUID, at: datetime) -> list[UUID]:
    """Past the one new appointment, and not yet both in the register and before the chairman."""
    marked = Mark.objects.filter(**OF_ROW, kind=MarkKind.SECOND.value)
    told = Escalation.objects.filter(**OF_ROW).filter(Q(kind=Matter.SECOND.value) | Q(decided_at__isnull=True))
    ended = Q(kept_at__gt=F("extended_due_at")) | Q(released_at__gt=F("extended_due_at"))
    running = Q(kept_at__isnull=True, released_at__isnull=True, extended_due_at__lt=at)
    late = _promised(ward_id=ward_id).filter(running | ended, extended_due_at__isnull=False)
    rows = Dossier.objects.filter(ward_id=ward_id, promise__in=late).filter(~Exists(marked) | ~Exists(told))
    found = []
    for row in rows.select_related("promise").order_by("promise__extended_due_at", "pk"):
        promise = cast("Promise", row.promise)
        moment = promise.kept_at or promise.released_at or min(at, promise.paused_at or at)
        if moment > second_late_after(extended_due_at=cast("datetime", promise.extended_due_at), limit=promise.limit):
            found.append(row.pk)
    return found


# -- late, and nobody has said sorry ---------------------------------------------------------------------------


def unapologised(*, by: Actor, at: datetime) -> QuerySet[Dossier]:
    """Every dossier of the ward that is late or ended late and whose apology was not sent."""
    late = _promised(ward_id=by.ward_id).filter(promises.broken(at))
    return visible_to(by).filter(promise__in=late).exclude(apologised(ward_id=by.ward_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """One of them: what its apology waits for, with whom, since when, and what this actor may do about it."""

    dossier: Dossier
    debt: Debt
    who: str  # a person or a unit; empty where the office's leaders owe it
    since: datetime
    late: str
    verb: Verb | None
    new_due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsaidPage(Paged[Unsaid]):
    """The rows shown and how many wait for each hand."""

    counts: dict[Debt, int]


# What an apology that stands there waits for; SQL's side of `rules.debt_of`.
_WAITS = {
    Debt.REASON: Q(slip__isnull=True) | Q(slip=ExtensionStatus.DRAFTED.value),
    Debt.SIGNATURE: Q(slip=ExtensionStatus.PROPOSED.value),
    Debt.SENDING: Q(slip=ExtensionStatus.APPROVED.value),
}


def unsaid(
    *, by: Actor, at: datetime, debt: Debt | None = None, unit_id: UUID | None = None, rows: int = 0
) -> UnsaidPage:
    """The page "late without apology": three statements, however many there are."""
    found = unapologised(by=by, at=at).annotate(slip=slip_status())
    if unit_id is not None:
        found = found.filter(unit_id=unit_id)
    counts = found.aggregate(**{d.value: Count("pk", filter=q) for d, q in _WAITS.items()})
    shown = found.filter(_WAITS[debt]) if debt else found
    total = counts[debt.value] if debt else sum(counts.values())
    calendar = offices.calendar(offices.now_of(by.ward_id))
    listed = (
        shown.annotate(
            drafted_at=Subquery(LIVE.values("drafted_at")[:1]),
            proposed_at=Subquery(LIVE.values("proposed_at")[:1]),
            approved_at=Subquery(LIVE.values("approved_at")[:1]),
            new_due_at=Subquery(LIVE.values("new_due_at")[:1]),
        )
        .select_related("promise", "step__officer", "step__unit", "officer", "unit", "version_pinned")
        .order_by("promise__late_after", "pk")[: size(rows)]
    )
    return UnsaidPage(
        rows=[_unsaid(row, by=by, at=at, calendar=calendar) for row in listed],
        counts={d: counts[d.value] for d in Debt},
        total=total,
    )


def _unsaid(row: Dossier, *, by: Actor, at: datetime, calendar: Calendar) -> Unsaid:
    promise, slip = cast("Promise", row.promise), getattr(row, "slip", None)
    status = ExtensionStatus(slip) if slip else None
    debt = debt_of(status) or Debt.SENDING
    since = {
        Debt.REASON: getattr(row, "drafted_at", None) or promise.late_after,
        Debt.SIGNATURE: getattr(row, "proposed_at", None),
        Debt.SENDING: getattr(row, "approved_at", None),
    }[debt]
    moment = promise.kept_at or promise.released_at or promise.paused_at or at
    allowed = offers(by=by, at=max(at, row.touched_at), facts=_facts(row, status))
    return Unsaid(
        dossier=row,
        debt=debt,
        who=_who(row, debt),
        since=since or promise.late_after,
        late=late_words(promise=promise, at=moment, calendar=calendar),
        verb=next((v for v in _HANDS if v in allowed), None),
        new_due_at=getattr(row, "new_due_at", None),
    )


# In the order in which an apology passes through hands; the first one allowed is the button.
_HANDS = (Verb.SEND_APOLOGY, Verb.APPROVE_EXTENSION, Verb.GIVE_REASON, Verb.PROPOSE_EXTENSION)


def _who(row: Dossier, debt: Debt) -> str:
    """The officer for the reason; nobody by name for the signature; for the sending whoever stands at the counter."""
    if debt is not Debt.REASON:
        return ""
    step = row.step
    holder = step.officer if step and step.unit_id == row.unit_id else None
    officer = row.officer or holder
    return officer.name if officer else row.unit.name


def _facts(row: Dossier, slip: ExtensionStatus | None) -> Facts:
    """As far as the apology's verbs need it."""
    step = row.step
    return Facts(
        status=Status(row.status),
        unit_id=row.unit_id,
        last_at=row.touched_at,
        money=Money(row.money),
        asked_times=row.supplements,
        step_unit_id=step.unit_id if step else None,
        step_role=Role(step.role) if step else None,
        step_officer_id=step.officer_id if step else None,
        extension=slip,
        broken=True,
    )


def undecided(*, by: Actor) -> int:
    """Open dossiers late a second time about which the chairman has not decided. One statement."""
    waiting = Escalation.objects.filter(**OF_ROW, decided_at__isnull=True)
    return visible_to(by).filter(Exists(waiting), status__in=OPEN_VALUES).count()
