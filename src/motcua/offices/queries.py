"""Reads of wards, units and calendars."""

from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from motcua import clock, law
from motcua.acts import Actor, Refused
from motcua.ledger.queries import Prepared, Slot
from motcua.offices.models import CalendarDay, OpeningHours, Unit, Ward
from motcua.offices.rules import Change, UnitKind, difference, sessions

__all__ = [
    "UnitMap",
    "WardNow",
    "calendar",
    "calendar_with",
    "days_of",
    "hours_of",
    "new_of",
    "now_of",
    "unit_map",
    "units",
    "ward_by_code",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class WardNow:
    """What an action needs of its ward, read once in one statement."""

    id: UUID
    code: str
    name: str
    calendar_version: int
    catalogue_version: int


_WARD = Prepared(
    lambda: Ward.objects.filter(pk=Slot("ward_id")).values_list("code", "name", "calendar_version", "catalogue_version")
)


def now_of(ward_id: UUID) -> WardNow:
    """The ward as it is now; its two version numbers say which cached values still hold."""
    row = _WARD.first(ward_id=ward_id)
    if row is None:
        raise Ward.DoesNotExist(ward_id)
    code, name, calendar_version, catalogue_version = row
    return WardNow(
        id=ward_id, code=code, name=name, calendar_version=calendar_version, catalogue_version=catalogue_version
    )


def ward_by_code(code: str) -> Ward:
    """A ward by its agency code or its slug. Raises Refused `ward.unknown`."""
    found = Ward.objects.filter(code=code).first() or Ward.objects.filter(slug=code).first()
    if found is None:
        raise Refused("ward.unknown", f"Không có phường mang mã {code[:60]}.", f"There is no ward {code[:60]}.")
    return found


def calendar(ward: WardNow) -> clock.Calendar:
    """The working calendar of a ward as a value. Cached by version: an edit raises `calendar_version`."""
    return _calendar(ward.id, ward.calendar_version, ward.name)


@lru_cache(maxsize=512)
def _calendar(ward_id: UUID, _version: int, name: str) -> clock.Calendar:
    hours, days = _kept(ward_id)
    return assemble(name=name, hours=tuple(hours.values()), days=tuple(days.values()))


def calendar_with(ward: WardNow, change: Change) -> clock.Calendar:
    """The calendar as it would be after a change: the same value before it is applied, while and afterwards."""
    hours, days = _kept(ward.id)
    if change.hours is not None:
        new = change.hours
        hours[new.valid_from] = clock.Hours(
            valid_from=new.valid_from, valid_to=None, weekly=sessions(new.weekly), extra=sessions(new.extra)
        )
    for day in change.days:
        days.pop(day.date, None)
        if day.kind is not None:
            days[day.date] = clock.Day(
                date=day.date, kind=day.kind, name=day.name, source=day.source, certainty=day.certainty
            )
    ordered = tuple(days[on] for on in sorted(days))
    return assemble(name=ward.name, hours=tuple(hours.values()), days=ordered)


def new_of(ward_id: UUID, change: Change) -> Change:
    """What of a change the ward does not have already; empty when there is nothing new."""
    hours, days = _kept(ward_id)
    return difference(change, days=days, hours=hours)


def _kept(ward_id: UUID) -> tuple[dict[date, clock.Hours], dict[date, clock.Day]]:
    """The hours and days of a ward as the database has them."""
    hours = {
        row.valid_from: clock.Hours(
            valid_from=row.valid_from, valid_to=None, weekly=sessions(row.weekly), extra=sessions(row.extra)
        )
        for row in OpeningHours.objects.filter(ward_id=ward_id).order_by("valid_from")
    }
    days = {
        d.date: clock.Day(date=d.date, kind=clock.DayKind(d.kind), name=d.name, source=d.source, certainty=d.certainty)
        for d in CalendarDay.objects.filter(ward_id=ward_id, removed=False).order_by("date")
    }
    return hours, days


def days_of(*, by: Actor, year: int) -> QuerySet[CalendarDay]:
    """The days of a year that differ from their weekday."""
    return CalendarDay.objects.filter(ward_id=by.ward_id, date__year=year, removed=False).order_by("date")


def hours_of(*, by: Actor) -> QuerySet[OpeningHours]:
    """The opening hours of the ward, newest first."""
    return OpeningHours.objects.filter(ward_id=by.ward_id).order_by("-valid_from")


def assemble(*, name: str, hours: tuple[clock.Hours, ...], days: tuple[clock.Day, ...]) -> clock.Calendar:
    """A calendar value from hours and days, with the legal cut-off and day length in force."""
    newest = law.history("HANDOVER_CUTOFF")[-1]
    return clock.Calendar(
        name=name,
        hours=hours,
        days=days,
        cutoff=time.fromisoformat(str(newest.value)),
        hours_per_day=law.history("HOURS_PER_DAY")[-1].whole,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMap:
    """The units of a ward by kind, to resolve the steps of an internal process."""

    centre: UUID
    office: UUID
    leadership: UUID

    def of(self, kind: UnitKind, *, division: UUID) -> UUID:
        """The unit that does a step of this kind, given the division that processes the procedure."""
        return {
            UnitKind.CENTRE: self.centre,
            UnitKind.OFFICE: self.office,
            UnitKind.LEADERSHIP: self.leadership,
            UnitKind.DIVISION: division,
        }[kind]


def unit_map(ward_id: UUID) -> UnitMap:
    """The one centre, office and leadership of a ward."""
    found = dict(
        Unit.objects.filter(ward_id=ward_id, valid_to__isnull=True)
        .exclude(kind=UnitKind.DIVISION.value)
        .order_by("-order")
        .values_list("kind", "id")
    )
    return UnitMap(
        centre=found[UnitKind.CENTRE.value],
        office=found[UnitKind.OFFICE.value],
        leadership=found[UnitKind.LEADERSHIP.value],
    )


def units(*, by: Actor) -> QuerySet[Unit]:
    """The units of the actor's ward."""
    return Unit.objects.filter(ward_id=by.ward_id)
