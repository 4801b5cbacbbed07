"""The warnings that hold now: one's own, those of one's people, and what the desk and the board say of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.acts import Actor
from motcua.clock import ZONE, Calendar
from motcua.offices import queries as offices
from motcua.promises.models import Promise
from motcua.watch import rules
from motcua.watch.models import Warned
from motcua.watch.queries.naming import Named, named
from motcua.watch.rules import BANDS, PARTS, Band

__all__ = ["PAGE", "Mine", "Part", "Row", "Shown", "Who", "mine", "shown", "unseen", "warned_of"]

PAGE, STEP, MOST = 50, 100, 1050


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody who was told, when, and when they said they had seen it."""

    name: str
    at: datetime
    seen_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A promise in its band and who was told of it."""

    named: Named
    kind: str  # of the time-left badge
    words: str
    until: datetime
    extended: bool
    told: list[Who]

    @property
    def new(self) -> bool:
        """Whether somebody has not seen it."""
        return any(who.seen_at is None for who in self.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A band and its rows."""

    band: Band
    rows: list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The warnings of a page. `total` and `unseen` count all of them, one for each person told."""

    parts: list[Part]
    total: int
    unseen: int
    rows: int
    next_rows: int

    @property
    def more(self) -> int:
        """Warnings not shown."""
        return self.total - self.rows


def holding(by: Actor) -> QuerySet[Warned]:
    """The warnings of the ward that still hold: also what was kept or paused since the last sweep is gone."""
    running = Q(promise__kept_at__isnull=True, promise__released_at__isnull=True, promise__paused_at__isnull=True)
    return Warned.objects.filter(running, ward_id=by.ward_id, ended_at__isnull=True)


def unseen(*, by: Actor, until: datetime) -> QuerySet[Warned]:
    """One's own warnings that were told by `until` and not seen."""
    return Warned.objects.filter(
        ward_id=by.ward_id, person_id=by.id, ended_at__isnull=True, seen_at__isnull=True, at__lte=until
    )


def _of_people(by: Actor, at: datetime) -> QuerySet[Warned]:
    """What the people of the units somebody oversees were told, never of a petition; their own is on the other tab."""
    rules.may_oversee(by)
    rows = holding(by).exclude(person_id=by.id).exclude(promise__kind__in=rules.SILENT)
    units = rules.overseen_units(by)
    if units is None:
        return rows
    return rows.filter(person__in=accounts.positions(by=by, at=at).filter(unit_id__in=units).values("person_id"))


def shown(*, by: Actor, at: datetime, people: bool, size: int = PAGE) -> Shown:
    """One's own warnings, or with `people` those of one's people, the furthest band first. Five statements or so.

    Raises Refused `forbidden` for whoever oversees nobody.
    """
    rows = _of_people(by, at) if people else holding(by).filter(person_id=by.id)
    counts = rows.aggregate(all=Count("pk"), new=Count("pk", filter=Q(seen_at__isnull=True)))
    size = min(max(size, PAGE), MOST)
    rank = Case(*(When(band=b.value, then=Value(-b.rank)) for b in BANDS), output_field=IntegerField())
    part = Case(When(promise__kind__in=PARTS, then=Value(1)), default=Value(0), output_field=IntegerField())
    page = list(
        rows.annotate(rank=rank, part=part)  # what was promised to people stands before its parts
        .select_related("promise", "person")
        .order_by("rank", "part", "due_at", "promise_id", "at", "pk")[:size]
    )
    calendar = offices.calendar(offices.now_of(by.ward_id))
    names = named({(row.promise_id, row.promise.kind) for row in page})
    parts = [
        Part(
            band=Band(band),
            rows=[
                _row(list(told), named=names[promise_id].to(by.id), at=at, calendar=calendar)
                for promise_id, told in groupby(of_band, lambda row: row.promise_id)
            ],
        )
        for band, of_band in groupby(page, lambda row: row.band)
    ]
    return Shown(
        parts=parts, total=counts["all"], unseen=counts["new"], rows=len(page), next_rows=min(len(page) + STEP, MOST)
    )


def _row(told: list[Warned], *, named: Named, at: datetime, calendar: Calendar) -> Row:
    first = told[0]
    kind, words = _left(first, at=at, calendar=calendar)
    return Row(
        named=named,
        kind=kind,
        words=words,
        until=first.due_at,
        extended=first.promise.extended_due_at is not None,
        told=[Who(name=row.person.name, at=row.at, seen_at=row.seen_at) for row in told],
    )


def _left(row: Warned, *, at: datetime, calendar: Calendar) -> tuple[str, str]:
    """The badge: late by the first due, whatever was promised since; else what is left."""
    promise: Promise = row.promise
    if at > promise.late_after:
        return "late", clock.late_by(at=at, due=promise.due_at, limit=promise.limit, calendar=calendar).words()
    today = row.due_at.astimezone(ZONE).date() <= at.astimezone(ZONE).date()
    kind = "today" if today else "later" if row.band == Band.FAR else "soon"
    return kind, clock.remaining(at=at, due=row.due_at, calendar=calendar, limit=promise.limit).words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """One's own warnings for the desk: how many hold, how many are unseen, which promise stands in which band."""

    total: int = 0
    unseen: int = 0
    bands: dict[UUID, Band] = field(default_factory=dict)


def mine(*, by: Actor) -> Mine:
    """One's own warnings in one statement."""
    rows = list(holding(by).filter(person_id=by.id).order_by().values_list("promise_id", "band", "seen_at"))
    return Mine(
        total=len(rows),
        unseen=sum(seen is None for _, _, seen in rows),
        bands={promise_id: Band(band) for promise_id, band, _ in rows},
    )


def warned_of(*, by: Actor, promise_ids: Iterable[UUID]) -> dict[UUID, list[Who]]:
    """Who was told that each promise is broken, and when; also where it was kept since. One statement."""
    found: dict[UUID, list[Who]] = {}
    broken = [Band.LATE.value, Band.SECOND.value]
    rows = Warned.objects.filter(ward_id=by.ward_id, promise__in=list(promise_ids), band__in=broken)
    for row in rows.select_related("person").order_by("at", "pk"):
        found.setdefault(row.promise_id, []).append(Who(name=row.person.name, at=row.at, seen_at=row.seen_at))
    return found
