"""What ought to have been told by now, and what has been."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from motcua.acts import Actor
from motcua.clock import ZONE, Calendar
from motcua.promises.rules import Kind
from motcua.watch import rules
from motcua.watch.models import Warned
from motcua.watch.queries.holding import Watched, posts, watched
from motcua.watch.rules import PARTS, Posts

__all__ = ["Known", "Told", "expected", "known"]

AT_ONCE = 5000
KINDS = frozenset(kind.value for kind in Kind)


class Told(NamedTuple):
    """What is told only once."""

    promise_id: UUID
    band: str
    person_id: UUID
    due_at: datetime


class Known(NamedTuple):
    """A warning that stands in the table."""

    id: UUID
    holds: bool
    at: datetime  # it was told


def expected(*, by: Actor, at: datetime, calendar: Calendar) -> set[Told]:
    """Every warning that holds at `at`: promise, band, person, and the moment it counts to."""
    until = rules.horizon(at=at, calendar=calendar, kinds=KINDS)
    near = watched(by=by, at=at, until=until)
    return told_of(near, at=at, calendar=calendar, posts=posts(by=by, at=at))


def told_of(near: Iterable[Watched], *, at: datetime, calendar: Calendar, posts: Posts) -> set[Told]:
    """Who hears what. Who hears about a whole hears nothing about its parts: one dossier, one warning."""
    on = at.astimezone(ZONE).date()
    found: set[Told] = set()
    of_whole: dict[UUID | None, frozenset[UUID]] = {}
    for one in sorted(near, key=lambda it: it.owed.kind in PARTS):  # wholes first
        band = rules.band(one.owed, at=at, calendar=calendar)
        if band is None:
            continue
        people = frozenset(rules.hearers(band=band, kind=one.owed.kind, holder=one.holder, posts=posts, on=on))
        of_whole[one.promise_id] = people
        due_at, others = rules.until(one.owed), of_whole.get(one.whole_id, frozenset())
        found |= {Told(one.promise_id, band.value, person, due_at) for person in people - others}
    return found


def known(*, ward_id: UUID, wanted: set[Told]) -> dict[Told, Known]:
    """The warnings of a ward that hold, and those of `wanted` that held once before. Two statements or so."""
    rows = Warned.objects.filter(ward_id=ward_id)
    found = _as_told(rows.filter(ended_at__isnull=True))
    anew = sorted({told.promise_id for told in wanted - found.keys()})
    for some in batched(anew, AT_ONCE):
        before = _as_told(rows.filter(promise__in=some, ended_at__isnull=False))
        found |= {told: kept for told, kept in before.items() if told in wanted}
    return found


def _as_told(rows: QuerySet[Warned]) -> dict[Told, Known]:
    values = rows.order_by().values_list("pk", "promise_id", "band", "person_id", "due_at", "at", "ended_at")
    return {
        Told(promise_id, band, person_id, due_at): Known(pk, ended_at is None, at)
        for pk, promise_id, band, person_id, due_at, at, ended_at in values.iterator(10_000)
    }


def batched(ids: list[UUID], size: int) -> Iterable[list[UUID]]:
    """The ids, so many at a time."""
    return (ids[n : n + size] for n in range(0, len(ids), size))
