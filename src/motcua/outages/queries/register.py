"""The register: open outages first, then the newest; one outage with all that belongs to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from motcua.accounts.models import Person
from motcua.acts import Actor, Refused
from motcua.clock import ZONE, Calendar
from motcua.ledger.actions import held, hold
from motcua.offices import queries as offices
from motcua.outages import rules
from motcua.outages.models import Correction, Evidence, Outage, Reckoning
from motcua.outages.queries.touching import Touched, touched
from motcua.outages.queries.words import called
from motcua.outages.rules import Notice, System, lasted, may_read
from motcua.ui.paging import PAGE, Paged, paged

__all__ = [
    "Line",
    "Page",
    "Wanted",
    "evidence",
    "locked",
    "open_now",
    "outage",
    "page",
    "register",
    "seen_by",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to show. Empty values ask for everything that was not withdrawn."""

    system: str = ""
    state: str = ""  # open, ended, withdrawn
    first: date | None = None
    last: date | None = None
    rows: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An outage in words."""

    outage: Outage
    called: str
    plain: str  # how long by the clock
    working: str  # how long in working time
    promises: int | None  # None while it lasts


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What stood before a correction."""

    correction: Correction
    called: str
    reckoned: Reckoning | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One outage and all that belongs to it."""

    line: Line
    touched: Touched
    evidence: list[Evidence]
    before: list[Before]
    notice: Notice | None
    may_amend: bool
    may_attach: bool


def visible_to(by: Actor) -> "QuerySet[Outage]":
    """The outages of the actor's ward. Raises Refused `forbidden`."""
    may_read(by)
    return Outage.objects.filter(ward_id=by.ward_id)


def missing() -> Refused:
    """No such outage here."""
    return Refused("missing", "Không có sự cố này trong sổ của phường.", "There is no such outage in this ward.")


def outage(*, by: Actor, outage_id: UUID) -> Outage:
    """One outage of the actor's ward. Raises Refused `missing`."""
    found = visible_to(by).filter(pk=outage_id).first()
    if found is None:
        raise missing()
    return found


def locked(*, by: Actor, outage_id: UUID) -> Outage:
    """An outage of the actor's ward, locked for the rest of the act. Raises Refused `missing`."""
    found = held(Outage, outage_id)
    if found is None:
        found = Outage.objects.select_for_update(of=("self",)).filter(ward_id=by.ward_id, pk=outage_id).first()
    if found is None or found.ward_id != by.ward_id:
        raise missing()
    return hold(found)


def open_now(*, ward_id: UUID) -> list[Outage]:
    """What is down now, the longest first. One statement."""
    rows = Outage.objects.filter(ward_id=ward_id, ends__isnull=True, withdrawn_at__isnull=True)
    return list(rows.order_by("starts", "pk"))


def register(*, by: Actor, at: datetime, wanted: Wanted) -> Paged[Line]:
    """The register, open ones on top, then by start, newest first: four statements however many there are."""
    rows = visible_to(by)
    states = {
        "open": Q(ends__isnull=True, withdrawn_at__isnull=True),
        "ended": Q(ends__isnull=False, withdrawn_at__isnull=True),
        "withdrawn": Q(withdrawn_at__isnull=False),
    }
    rows = rows.filter(states.get(wanted.state, Q(withdrawn_at__isnull=True)))
    if wanted.system in set(System):
        rows = rows.filter(system=wanted.system)
    if wanted.first:
        since = datetime.combine(wanted.first, time(0), ZONE)
        rows = rows.filter(Q(ends__isnull=True) | Q(ends__gt=since))
    if wanted.last:
        rows = rows.filter(starts__lt=datetime.combine(wanted.last + timedelta(days=1), time(0), ZONE))
    found = paged(rows.order_by(F("ends").desc(nulls_first=True), "-starts", "-pk"), of=rows, asked=wanted.rows)
    counted = dict(
        Reckoning.objects.filter(outage__in=[row.pk for row in found.rows], void_at__isnull=True).values_list(
            "outage_id", "promises"
        )
    )
    calendar = offices.calendar(offices.now_of(by.ward_id))
    return found.telling([_line(row, at, counted.get(row.pk), calendar) for row in found.rows])


def _line(row: Outage, at: datetime, promises: int | None, calendar: Calendar) -> Line:
    until = row.ends or row.withdrawn_at or max(at, row.starts)
    plain, working = lasted(starts=row.starts, until=until, calendar=calendar)
    return Line(outage=row, called=called(row), plain=plain, working=working, promises=promises)


def page(*, by: Actor, at: datetime, outage_id: UUID) -> Page:
    """One outage for its page. Raises Refused `missing`, `forbidden`."""
    row = outage(by=by, outage_id=outage_id)
    found = touched(outage=row, at=at)
    reckoned = {one.version: one for one in row.reckonings.all()}
    calendar = offices.calendar(offices.now_of(row.ward_id))
    return Page(
        line=_line(row, at, found.promises if found.frozen else None, calendar),
        touched=found,
        evidence=list(row.evidence.select_related("file")),
        before=[
            Before(correction=one, called=called(one.stated), reckoned=reckoned.get(one.version))
            for one in row.corrections.all()
        ],
        notice=rules.notice(announced_on=row.announced_on, starts=row.starts, calendar=calendar)
        if row.announced_on
        else None,
        may_amend=_may(lambda: rules.may_amend(by, reported_by=row.reported_by_id)) and row.withdrawn_at is None,
        may_attach=_may(lambda: rules.may_report(by)) and row.withdrawn_at is None,
    )


def _may(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except Refused:
        return False
    return True


def evidence(*, by: Actor, outage_id: UUID, evidence_id: UUID) -> Evidence:
    """A file of an outage of the actor's ward. Raises Refused `missing`."""
    found = outage(by=by, outage_id=outage_id).evidence.select_related("file").filter(pk=evidence_id).first()
    if found is None:
        raise Refused("missing", "Không có tệp chứng cứ này.", "There is no such evidence.")
    return found


def seen_by(*, by: Actor, name: str) -> Person | None:
    """The officer who is called so in this ward, if exactly one is; anybody else is kept by name alone."""
    found = list(Person.objects.filter(ward_id=by.ward_id, name=name, is_active=True)[:2])
    return found[0] if len(found) == 1 else None
