"""The chairman's day week by week, and the book of visits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from motcua.acts import Actor, Refused, Role
from motcua.clock import ZONE, Calendar
from motcua.dossiers.queries.standing import Left, left
from motcua.petitions.models import ReceptionPlan, Sitting, Visit, Visitor
from motcua.petitions.queries import holding, words
from motcua.petitions.rules import Capacity, Matter, VisitResult, VisitWay, day_of_week, monday
from motcua.ui.paging import Paged, paged

__all__ = ["NextDay", "VisitRow", "Week", "next_days", "plan_on", "plans", "visit", "visits", "weeks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of the chairman's day: planned, and what became of it. `state`: held, missed, unwritten, ahead, none."""

    starts: date
    planned: date | None
    plan: ReceptionPlan | None
    sitting: Sitting | None
    state: str

    @property
    def capacity(self) -> str:
        """As what whoever sat did so."""
        sat = self.sitting
        return str(words.CAPACITIES[Capacity(sat.capacity)]) if sat and sat.capacity else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """A day on which the chairman will receive people; `moved` when the planned weekday is a day off."""

    on: date
    plan: ReceptionPlan
    moved: bool


def plans(ward_id: UUID) -> list[ReceptionPlan]:
    """The plans of a ward, newest first."""
    return list(ReceptionPlan.objects.filter(ward_id=ward_id))


def plan_on(known: Sequence[ReceptionPlan], week: date) -> ReceptionPlan | None:
    """The plan that holds in a week: the newest that began before the week was over."""
    return next((plan for plan in known if plan.valid_from <= week + timedelta(days=6)), None)


def _planned(
    known: Sequence[ReceptionPlan], week: date, calendar: Calendar
) -> tuple[ReceptionPlan | None, date | None]:
    """The plan of a week and its day. In a week in which a plan begins the older one holds up to that day."""
    until = week + timedelta(days=7)
    for plan in known:
        if plan.valid_from >= until:
            continue
        on = day_of_week(week=week, weekday=plan.weekday, calendar=calendar)
        if on is not None and plan.valid_from <= on < until:
            return plan, on
        until = min(until, plan.valid_from)
    return plan_on(known, week), None


def weeks(*, by: Actor, at: datetime, count: int) -> list[Week]:
    """The last `count` weeks, this one first. A week without a sitting and without a reason says so."""
    today = at.astimezone(ZONE).date()
    known, calendar = plans(by.ward_id), holding.calendar(by.ward_id)
    starts = [monday(today) - timedelta(weeks=n) for n in range(count)]
    sat = {
        row.week: row
        for row in Sitting.objects.filter(ward_id=by.ward_id, week__gte=starts[-1]).select_related("person")
    }
    found = []
    for week in starts:
        plan, planned = _planned(known, week, calendar)
        sitting = sat.get(week)
        if plan is None and sitting is None:
            continue
        state = _state(planned, sitting, today)
        found.append(Week(starts=week, planned=planned, plan=plan, sitting=sitting, state=state))
    return found


def _state(planned: date | None, sitting: Sitting | None, today: date) -> str:
    if sitting is not None:
        return "held" if sitting.held_on else "missed"
    if planned is None:
        return "none"
    return "ahead" if planned >= today else "unwritten"


def next_days(*, ward_id: UUID, at: datetime, count: int) -> list[NextDay]:
    """The next days of the chairman, moved off days off by the working calendar; empty where there is no plan."""
    today = at.astimezone(ZONE).date()
    known, calendar = plans(ward_id), holding.calendar(ward_id)
    missed = set(Sitting.objects.filter(ward_id=ward_id, held_on__isnull=True).values_list("week", flat=True))
    found: list[NextDay] = []
    for n in range(count * 3):
        week = monday(today) + timedelta(weeks=n)
        plan, on = _planned(known, week, calendar)
        if plan is not None and on is not None and on >= today and week not in missed:
            found.append(NextDay(on=on, plan=plan, moved=on.weekday() != plan.weekday))
        if len(found) == count:
            break
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """A line of the book of visits. `visitor` is None where somebody is protected."""

    visit: Visit
    visitor: Visitor | None = field(repr=False)
    matter: str
    way: str
    result: str
    left: Left | None
    may_look: bool
    may_reply: bool
    petition: tuple[int, int] | None


def visits(*, by: Actor, at: datetime, first: date, last: date, rows: int = 0, owed: bool = False) -> Paged[VisitRow]:
    """The visits of a period, newest first."""
    found = _between(holding.visits_visible_to(by, at), first, last)
    if owed:
        found = found.filter(promise__kept_at__isnull=True, promise__isnull=False)
    dressed = found.select_related("visitor", "promise", "petition", "received_by")
    page = paged(dressed.order_by("-came_at", "-id"), of=found, asked=rows)
    calendar = holding.calendar(by.ward_id)
    return page.telling([row_of(by=by, at=at, visit=visit, calendar=calendar) for visit in page.rows])


def _between(found: QuerySet[Visit], first: date, last: date) -> QuerySet[Visit]:
    return found.filter(came_at__date__gte=first, came_at__date__lte=last)


def row_of(*, by: Actor, at: datetime, visit: Visit, calendar: Calendar) -> VisitRow:
    """A visit read by `visits_visible_to` as a line."""
    named = by.has(Role.CHAIRMAN) or by.id == visit.received_by_id
    owed = visit.promise is not None and visit.replied_at is None
    plain = not visit.secret
    return VisitRow(
        visit=visit,
        visitor=visit.visitor if plain else None,
        matter=str(words.MATTERS[Matter(visit.matter)]) if plain or named else "",
        way=str(words.WAYS[VisitWay(visit.way)]),
        result=str(words.RESULTS[VisitResult(visit.result)]),
        left=left(promise=visit.promise, at=at, calendar=calendar) if visit.promise else None,
        may_look=visit.secret and named,
        may_reply=owed and not by.has(Role.SUPERVISOR) and (plain or named),
        petition=(visit.petition.year, visit.petition.number) if visit.petition and (plain or named) else None,
    )


def visit(*, by: Actor, at: datetime, year: int, number: int) -> VisitRow:
    """One visit. Raises Refused `missing`."""
    found = (
        holding.visits_visible_to(by, at)
        .select_related("visitor", "promise", "petition", "received_by")
        .filter(year=year, number=number)
        .first()
    )
    if found is None:
        raise Refused("missing", "Không có lượt tiếp này.", "There is no such visit.")
    return row_of(by=by, at=at, visit=found, calendar=holding.calendar(by.ward_id))
