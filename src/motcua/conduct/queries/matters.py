"""Grave words and what surrounded them. The officer's name is said only where at least five answers are open.

An answer keeps its month and no day, on purpose; so the context is that of the month.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.conduct import rules
from motcua.conduct.models import Matter
from motcua.conduct.queries.attitude import Attitude, Line, attitude
from motcua.dossiers.models import Dossier
from motcua.ledger.actions import hold
from motcua.offices import queries as offices
from motcua.outages.models import Outage
from motcua.outages.queries import called
from motcua.surveys.models import Answer
from motcua.surveys.rules import least, month_of

__all__ = ["Told", "grave", "matter", "matter_locked", "matters", "officer_of"]

MOST = 200  # matters on the page
MOST_OUTAGES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A matter as somebody may read it. `officer` is "" where the name is not said."""

    matter: Matter
    unit: str
    officer: str
    officer_id: UUID | None
    answers: int  # open answers about the attitude of this officer; 0 where the name is not said
    content: int
    holding: int
    received: int  # dossiers the unit received in the month
    late: int  # of them kept late
    working_days: int
    outages: list[tuple[str, str]]  # of the month: number in the register, what was down
    least: int  # open answers, and people of two months, from which a name is said
    corrected: bool  # who answered has corrected the answer since


def grave(*, by: Actor) -> QuerySet[Answer]:
    """Answers very dissatisfied with the attitude that say why, that nobody has been told of."""
    return Answer.objects.filter(
        ~Q(words=""),
        ward_id=by.ward_id,
        way="link",
        choices__attitude=1,
        instrument="sipas",
        replaced_by__isnull=True,
    ).exclude(pk__in=Matter.objects.filter(ward_id=by.ward_id).values("answer_id"))


def _all(by: Actor) -> QuerySet[Matter]:
    return Matter.objects.filter(ward_id=by.ward_id).select_related("answer__unit", "answer__officer")


def _missing() -> Refused:
    return Refused("missing", "Không có việc này.", "There is no such matter.")


def _lines(by: Actor, at: datetime) -> Attitude:
    """The open answers of the last months."""
    last = month_of(at)
    first = last.replace(year=last.year - 1)
    return attitude(by=by, at=at, first=first, last=last)


def _named(by: Actor, at: datetime) -> dict[UUID, Line]:
    """The officers of whom enough is open for a name to be said, with what is open."""
    return {line.officer_id: line for line in _lines(by, at).lines if line.officer_id and line.rate is not None}


def _line(matter: Matter, named: Mapping[UUID, Line], least: int) -> Line | None:
    """The officer's line, where the name may be said: enough open answers, enough people who may have written it."""
    officer_id = matter.answer.officer_id
    if officer_id is None or officer_id not in named:
        return None
    month = matter.answer.month
    before = (month - timedelta(days=1)).replace(day=1)
    crowd = Dossier.objects.filter(
        ward_id=matter.ward_id,
        officer_id=officer_id,
        status="returned",
        closed_at__gte=_midnight(before),
        closed_at__lt=_midnight(_next(month)),
    )
    return named[officer_id] if crowd.count() >= least else None


def officer_of(*, by: Actor, at: datetime, matter: Matter) -> UUID | None:
    """Whose matter it is, where the name may be said."""
    found = _line(matter, _named(by, at), least(at.astimezone(ZONE).date()))
    return found.officer_id if found else None


def matters(*, by: Actor, at: datetime) -> list[Matter]:
    """The matters somebody may read, open ones first: leaders and supervisors all, an officer the own ones, named."""
    rows = _all(by).order_by(F("closed_at").desc(nulls_first=True), "-raised_at", "-id")
    if rules.may_see(by=by, people=frozenset(), unit_id=None):
        return list(rows[:MOST])
    mine = list(rows.filter(answer__officer_id=by.id)[:MOST])
    named = _named(by, at) if mine else {}
    return [row for row in mine if _line(row, named, least(at.astimezone(ZONE).date()))]


def matter(*, by: Actor, at: datetime, matter_id: UUID) -> Told:
    """One matter with its context. Raises Refused `missing`, also for one that is not for the actor's eyes."""
    found = _all(by).filter(pk=matter_id).first()
    if found is None:
        raise _missing()
    enough = least(at.astimezone(ZONE).date())
    line = _line(found, _named(by, at), enough)
    if not rules.may_see(by=by, people=frozenset({line.officer_id} if line and line.officer_id else ()), unit_id=None):
        raise _missing()
    month = found.answer.month
    calendar = offices.calendar(offices.now_of(by.ward_id))
    within = Dossier.objects.filter(
        ward_id=by.ward_id,
        unit_id=found.answer.unit_id,
        lodged_at__gte=_midnight(month),
        lodged_at__lt=_midnight(_next(month)),
    )
    return Told(
        matter=found,
        unit=found.answer.unit.name,
        officer=line.name if line else "",
        officer_id=line.officer_id if line else None,
        answers=line.answers if line else 0,
        content=line.content if line else 0,
        holding=line.holding if line else 0,
        received=within.count(),
        late=within.filter(promise__outcome="late").count(),
        working_days=sum(calendar.is_working(month + timedelta(days=n)) for n in range((_next(month) - month).days)),
        outages=[
            (outage.number, called(outage))
            for outage in Outage.objects.filter(ward_id=by.ward_id, withdrawn_at__isnull=True)
            .filter(Q(ends__isnull=True) | Q(ends__gt=_midnight(month)), starts__lt=_midnight(_next(month)))
            .order_by("starts")[:MOST_OUTAGES]
        ],
        least=enough,
        corrected=Answer.objects.filter(replaces_id=found.answer_id).exists(),
    )


def _next(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), ZONE)


def matter_locked(*, by: Actor, matter_id: UUID) -> Matter:
    """A matter of the ward, locked for an act. Raises Refused `missing`."""
    found = Matter.objects.select_for_update().filter(ward_id=by.ward_id, pk=matter_id).first()
    if found is None:
        raise _missing()
    return hold(found)
