"""The ward's calendar as officers read it, and what a change of it would do to the people who wait."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.acts import Actor
from motcua.clock import UNSETTLED, ZONE, Calendar
from motcua.desk.rules import calendar as rules
from motcua.dossiers.models import Dossier
from motcua.files import queries as files
from motcua.offices import queries as offices
from motcua.offices.models import CalendarDay, OpeningHours
from motcua.offices.rules import CERTAINTIES, COLUMNS, KINDS, WEEKDAYS, YEARS, Change, sessions_text
from motcua.promises import queries as promises
from motcua.promises.queries import Move, Preview
from motcua.promises.rules import Kind

__all__ = ["FIRST", "LAST", "Effect", "NamedDay", "Year", "effect", "hours_now", "one_day", "table", "year"]

FIRST, LAST = YEARS[0], YEARS[-1]
SHOWN = 50  # dossiers of a preview; the count is of all
KIND_WORDS = {str(kind or ""): said for kind, said in KINDS.items()}
CERTAINTY_WORDS = {one.value: said for one, said in CERTAINTIES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day that differs from its weekday, in words."""

    date: date
    kind: str
    name: str
    source: str
    certainty: str
    unsettled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursLine:
    """The hours from a day on: for each weekday what counts and what only receives."""

    valid_from: date
    week: list[tuple[str, str, str]]
    basis: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One year of the calendar."""

    year: int
    months: list[rules.Month]
    days: list[NamedDay]
    hours: list[HoursLine]
    years: list[int]
    provisional: bool
    unsettled: int
    working_days: int
    opened: date | None  # the ward's first day, when it falls into this year


def year(*, by: Actor, at: datetime, number: int) -> Year:
    """A year of the actor's ward, and the years one can go to. Four statements."""
    today = at.astimezone(ZONE).date()
    ward = offices.now_of(by.ward_id)
    calendar = offices.calendar(ward)
    days = [_named(row) for row in offices.days_of(by=by, year=number)]
    months = rules.months(year=number, calendar=calendar)
    known = set(CalendarDay.objects.filter(ward_id=by.ward_id).values_list("date__year", flat=True).distinct())
    return Year(
        year=number,
        months=months,
        days=days,
        hours=_hours(list(offices.hours_of(by=by)), today),
        years=sorted(known | {number, today.year, today.year + 1}),
        provisional=calendar.is_provisional(number),
        unsettled=sum(day.unsettled for day in days),
        working_days=_working(calendar, number),
        opened=next((h.valid_from for h in calendar.hours[:1] if h.valid_from.year == number), None),
    )


def _working(calendar: Calendar, number: int) -> int:
    first = date(number, 1, 1)
    return sum(calendar.is_working(first + timedelta(days=n)) for n in range((date(number, 12, 31) - first).days + 1))


def _named(row: CalendarDay) -> NamedDay:
    return NamedDay(
        date=row.date,
        kind=KIND_WORDS[row.kind],
        name=row.name,
        source=row.source,
        certainty=CERTAINTY_WORDS.get(row.certainty, row.certainty),
        unsettled=row.certainty in UNSETTLED,
    )


def _hours(rows: Sequence[OpeningHours], today: date) -> list[HoursLine]:
    """Newest first; the current ones are the first that have begun."""
    now = next((row.pk for row in rows if row.valid_from <= today), None)
    return [
        HoursLine(
            valid_from=row.valid_from,
            week=[
                (day, sessions_text(row.weekly.get(str(n), [])), sessions_text(row.extra.get(str(n), [])))
                for n, day in enumerate(WEEKDAYS)
            ],
            basis=row.basis,
            current=row.pk == now,
        )
        for row in rows
    ]


def hours_now(*, by: Actor, at: datetime) -> OpeningHours | None:
    """The opening hours in force."""
    return offices.hours_of(by=by).filter(valid_from__lte=at.astimezone(ZONE).date()).first()


def one_day(*, by: Actor, on: date) -> CalendarDay | None:
    """A day of the calendar, if it differs from its weekday."""
    return CalendarDay.objects.filter(ward_id=by.ward_id, date=on, removed=False).first()


def table(*, by: Actor, number: int) -> bytes:
    """The days of a year as CSV with a byte order mark and semicolons, as a Vietnamese Excel opens it; loads back."""
    out = io.StringIO(newline="")
    lines = csv.writer(out, delimiter=";")
    lines.writerow(COLUMNS.values())
    for row in offices.days_of(by=by, year=number):
        certainty = CERTAINTY_WORDS.get(row.certainty, "")
        lines.writerow(
            [f"{row.date:%d/%m/%Y}", KIND_WORDS[row.kind], files.safe(row.name), files.safe(row.source), certainty]
        )
    return out.getvalue().encode("utf-8-sig")


# -- what a change does ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A day before and after."""

    date: date
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLine:
    """A dossier whose due moves."""

    dossier: Dossier
    old: datetime
    new: datetime
    breaks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What applying a change does, counted and shown."""

    days: list[DayLine]
    hours: HoursLine | None
    later: int  # dossiers whose people wait longer
    earlier: int
    parts: int  # steps and questions that move with them
    settled: int  # promises whose due stays and becomes final
    unsettled: int
    breaks: int  # promises that the move itself makes late
    lines: list[MoveLine]
    hidden: int
    mark: str


def effect(*, by: Actor, at: datetime, change: Change) -> Effect:
    """What a change would do; nothing is written. Raises Refused `calendar.*`."""
    found = promises.preview(by=by, at=at, change=change)
    wholes = [move for move in found.moves if move.dated and move.promise.kind == Kind.DOSSIER]
    stay = [move for move in found.moves if not move.dated]
    lines = _lines(by, at, wholes)
    return Effect(
        days=_days(by, found),
        hours=_new_hours(found),
        later=sum(move.later for move in wholes),
        earlier=sum(not move.later for move in wholes),
        parts=len(found.moves) - len(wholes) - len(stay),
        settled=sum(not move.term.provisional for move in stay),
        unsettled=sum(move.term.provisional for move in stay),
        breaks=sum(move.breaks(at) for move in found.moves),
        lines=lines,
        hidden=len(wholes) - len(lines),
        mark=found.mark,
    )


def _lines(by: Actor, at: datetime, moves: list[Move]) -> list[MoveLine]:
    """The dossiers that move, those that break first, then by their new due. One statement."""
    first = sorted(moves, key=lambda move: (not move.breaks(at), move.term.due_at))[:SHOWN]
    rows = Dossier.objects.filter(ward_id=by.ward_id, promise__in=[move.promise.pk for move in first])
    of: dict[object, Dossier] = {row.promise_id: row for row in rows.select_related("version_pinned")}
    return [
        MoveLine(dossier=of[move.promise.pk], old=move.promise.due_at, new=move.term.due_at, breaks=move.breaks(at))
        for move in first
        if move.promise.pk in of
    ]


def _days(by: Actor, found: Preview) -> list[DayLine]:
    dates = [day.date for day in found.change.days]
    before = {row.date: row for row in CalendarDay.objects.filter(ward_id=by.ward_id, removed=False, date__in=dates)}
    return [
        DayLine(
            date=day.date,
            before=_said(before[day.date].kind, before[day.date].name, before[day.date].certainty)
            if day.date in before
            else KINDS[None],
            after=_said(str(day.kind or ""), day.name, day.certainty),
        )
        for day in sorted(found.change.days, key=lambda day: day.date)
    ]


def _said(kind: str, name: str, certainty: str) -> str:
    sure = f" ({CERTAINTY_WORDS.get(certainty, certainty)})" if kind and certainty in UNSETTLED else ""
    return f"{KIND_WORDS[kind]}{': ' if name else ''}{name}{sure}"


def _new_hours(found: Preview) -> HoursLine | None:
    new = found.change.hours
    if new is None:
        return None
    row = OpeningHours(valid_from=new.valid_from, weekly=new.weekly, extra=new.extra, basis=new.basis)
    return _hours([row], new.valid_from)[0]
