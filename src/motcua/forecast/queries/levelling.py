"""Who carries how much until the end of the week, who is away, and how the load could be levelled: six statements."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Case, DecimalField, F, Value, When

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.acts import Actor
from motcua.clock import ZONE, Calendar, Unit
from motcua.dossiers.models import Step
from motcua.dossiers.rules import OPEN
from motcua.forecast import rules
from motcua.forecast.models import Declined
from motcua.forecast.queries.standing import Away, absences, is_away, soon
from motcua.forecast.rules import Carrier, Move, Piece, PlaceOf, Week
from motcua.offices import queries as offices

__all__ = ["STEP_HOURS", "Levelling", "Person", "Suggestion", "capacity", "levelling", "this_week"]

_HOURS = Decimal(8)
STEP_HOURS = Case(
    When(promise__limit_unit=Unit.WORKING_HOUR.value, then=F("promise__limit_value")),
    When(promise__limit_unit=Unit.HOUR.value, then=F("promise__limit_value")),
    When(promise__limit_unit__in=[Unit.WORKING_DAY.value, Unit.DAY.value], then=F("promise__limit_value") * _HOURS),
    When(promise__limit_unit=Unit.SAME_DAY.value, then=Value(_HOURS)),
    default=Value(Decimal(0)),
    output_field=DecimalField(max_digits=12, decimal_places=3),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody's load before and after, in minutes, against what they can do until the end of the week."""

    id: UUID
    name: str
    unit: str
    before: int
    after: int
    capacity: int
    away: tuple[date, date] | None

    @property
    def before_hours(self) -> int:
        """Their load in whole hours."""
        return round(self.before / 60)

    @property
    def after_hours(self) -> int:
        """The same after the moves."""
        return round(self.after / 60)

    @property
    def capacity_hours(self) -> int:
        """What they can do, in whole hours."""
        return self.capacity // 60

    @property
    def away_words(self) -> str:
        """When they are away this week, or nothing."""
        return rules.away_words(self.away) if self.away else ""

    @property
    def note(self) -> str:
        """Their unit, and when they are away."""
        return f"{self.unit}, {self.away_words}" if self.away else self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A suggested move with what a person needs to judge it."""

    move: Move
    code: str
    seen_no: int
    applicant: str
    procedure: str
    step: str
    due_at: datetime
    giver: str
    receiver: str
    dossier_id: UUID
    giver_away: bool

    @property
    def hours(self) -> int:
        """The limit of the step in whole hours, at least one."""
        return max(round(self.move.minutes / 60), 1)

    @property
    def pick(self) -> str:
        """As the page sends it."""
        return f"{self.dossier_id}.{self.seen_no}.{self.move.receiver}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Levelling:
    """The load of the units somebody answers for, and the suggested moves."""

    people: list[Person]
    suggestions: list[Suggestion]
    week: Week

    @property
    def scale(self) -> int:
        """The longest of all loads and capacities, in hours: the scale of the bars."""
        return max((max(p.before_hours, p.after_hours, p.capacity_hours) for p in self.people), default=1)


@dataclass(frozen=True, slots=True)
class _Lying:
    """An open step that is due this week."""

    dossier_id: UUID
    code: str
    seen_no: int
    applicant: str
    procedure: str
    step: str
    unit_id: UUID
    role: str
    officer_id: UUID | None
    opened_at: datetime
    due_at: datetime
    promised_at: datetime
    hours: Decimal

    @property
    def place(self) -> PlaceOf:
        return self.unit_id, self.role

    @property
    def minutes(self) -> int:
        return round(self.hours * 60)


_COLUMNS = (
    "dossier_id",
    "dossier__code",
    "dossier__seen_no",
    "dossier__applicant_name",
    "dossier__version_pinned__name",
    "name",
    "unit_id",
    "role",
    "officer_id",
    "opened_at",
    "promise__due_at",
    "dossier__promise__due_at",
    "hours",
)


def levelling(*, by: Actor, at: datetime) -> Levelling:
    """The load and the suggested moves. Raises Refused `forbidden`."""
    rules.may_level(by)
    calendar = offices.calendar(offices.now_of(by.ward_id))
    week = rules.week(at=at, calendar=calendar)
    lying = _lying(by=by, until=week.ends_at)
    away = absences(by=by, at=at)
    names, carriers = _carriers(by=by, at=at, week=week, lying=lying, away=away, calendar=calendar)
    pieces = _pieces(lying, at=at, barred=_barred(by=by, at=at))
    moves = rules.levelled(carriers=carriers, pieces=pieces)
    before = rules.loads_after(carriers=carriers, pieces=pieces, moves=[])
    after = rules.loads_after(carriers=carriers, pieces=pieces, moves=moves)
    steps = {row.dossier_id: row for row in lying}
    people = [
        Person(
            id=c.id,
            name=names[c.id][0],
            unit=names[c.id][1],
            before=before[c.id],
            after=after[c.id],
            capacity=c.capacity,
            away=this_week(away, c.id, week),
        )
        for c in carriers
        if before[c.id] or after[c.id]
    ]
    gone = {c.id for c in carriers if c.away}
    return Levelling(
        people=sorted(people, key=lambda p: (p.capacity - p.before, p.name, str(p.id))),
        suggestions=[_suggestion(m, steps[m.piece], names, gone) for m in moves],
        week=week,
    )


def _suggestion(move: Move, row: _Lying, names: dict[UUID, tuple[str, str]], gone: set[UUID]) -> Suggestion:
    return Suggestion(
        move=move,
        code=row.code,
        seen_no=row.seen_no,
        applicant=row.applicant,
        procedure=row.procedure,
        step=row.step,
        due_at=row.due_at,
        giver=names[move.giver][0],
        receiver=names[move.receiver][0],
        dossier_id=row.dossier_id,
        giver_away=move.giver in gone,
    )


def _lying(*, by: Actor, until: datetime) -> list[_Lying]:
    """The open steps of the units somebody answers for that run and are due by the end of the week."""
    rows = Step.objects.filter(
        ward_id=by.ward_id,
        closed_at__isnull=True,
        dossier__status__in=[s.value for s in OPEN],
        promise__due_at__lte=until,
        promise__paused_at__isnull=True,
    )
    units = rules.levelled_units(by)
    if units is not None:
        rows = rows.filter(unit_id__in=units)
    found = rows.annotate(hours=STEP_HOURS).order_by("promise__due_at", "pk")
    return [_Lying(*row) for row in found.values_list(*_COLUMNS)]


def _barred(*, by: Actor, at: datetime) -> dict[UUID, frozenset[UUID]]:
    """Whom a dossier was not wanted to go to today."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    rows = Declined.objects.filter(ward_id=by.ward_id, day=at.astimezone(ZONE).date())
    for dossier_id, person_id in rows.values_list("dossier_id", "person_id"):
        found[dossier_id].add(person_id)
    return {dossier_id: frozenset(people) for dossier_id, people in found.items()}


def _pieces(lying: list[_Lying], *, at: datetime, barred: dict[UUID, frozenset[UUID]]) -> list[Piece]:
    today = at.astimezone(ZONE).date()
    return [
        Piece(
            id=row.dossier_id,  # a dossier has one open step
            place=row.place,
            holder=row.officer_id,
            minutes=row.minutes,
            pinned=row.promised_at.astimezone(ZONE).date() == today
            and rules.half_done(at=at, opened_at=row.opened_at, due_at=row.due_at),
            barred=barred.get(row.dossier_id, frozenset()),
        )
        for row in lying
        if row.officer_id is not None
    ]


def _carriers(
    *, by: Actor, at: datetime, week: Week, lying: list[_Lying], away: Away, calendar: Calendar
) -> tuple[dict[UUID, tuple[str, str]], list[Carrier]]:
    """Everybody who holds a position there, with an equal part of the queues they share; names with units."""
    places: dict[UUID, set[PlaceOf]] = defaultdict(set)
    sharers: dict[PlaceOf, set[UUID]] = defaultdict(set)
    names: dict[UUID, tuple[str, str]] = {}
    for held in accounts.positions(by=by, at=at):
        if held.person.is_active and rules.levels(by, held.unit_id):
            places[held.person_id].add((held.unit_id, held.role))
            sharers[held.unit_id, held.role].add(held.person_id)
            names.setdefault(held.person_id, (held.person.name, held.unit.name))
    queued: dict[PlaceOf, int] = defaultdict(int)
    for row in lying:
        if row.officer_id is None:
            queued[row.place] += row.minutes
    days = soon(at=at, calendar=calendar)
    present = {place: {p for p in of if not is_away(away, p, days)} or of for place, of in sharers.items()}
    carriers = [
        Carrier(
            id=person,
            places=frozenset(of),
            # what lies with somebody who is away soon is looked at now, whenever they come back
            capacity=0
            if is_away(away, person, days)
            else capacity(person, at=at, week=week, away=away, calendar=calendar),
            base=sum(queued[place] // len(present[place]) for place in of if person in present[place]),
            away=is_away(away, person, days),
        )
        for person, of in places.items()
    ]
    return names, carriers


def capacity(person: UUID, *, at: datetime, week: Week, away: Away, calendar: Calendar) -> int:
    """The working minutes somebody has until the end of the week, without their absences."""
    minutes = clock.working_minutes(start=at, end=week.ends_at, calendar=calendar)
    for first, last in away.get(person, ()):
        start = max(at, datetime.combine(first, time(0), ZONE))
        end = min(week.ends_at, datetime.combine(last + timedelta(days=1), time(0), ZONE))
        minutes -= clock.working_minutes(start=start, end=end, calendar=calendar)
    return max(minutes, 0)


def this_week(away: Away, person: UUID, week: Week) -> tuple[date, date] | None:
    """When somebody is away this week: first and last day; None when they are not."""
    last = week.ends_at.astimezone(ZONE).date()
    return next((days for days in away.get(person, ()) if days[0] <= last), None)
