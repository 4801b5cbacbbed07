"""Which promises an outage touched, and for how long: derived from facts while it lasts, frozen when it ends."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.acts import Actor
from motcua.offices import queries as offices
from motcua.outages.models import Outage, Reckoning, Touch
from motcua.outages.queries.words import called
from motcua.outages.rules import Course, Stated, touched_minutes, worked
from motcua.promises.models import Pause, Promise
from motcua.promises.rules import Kind

__all__ = ["OfPromise", "Touched", "derived", "minutes_of", "of_promise", "touched", "touched_promises"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What an outage touched: promises by kind and their minutes together; `frozen` once it has ended."""

    kinds: Mapping[Kind, int]
    minutes: int
    frozen: bool

    @property
    def promises(self) -> int:
        """All of them."""
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPromise:
    """An outage that touched one promise, and for how many working minutes so far."""

    outage: Outage
    minutes: int
    lasted: str  # the minutes in words
    called: str


def derived(*, ward_id: UUID, stated: Stated, until: datetime) -> list[tuple[UUID, str, int]]:
    """The promises an outage touched up to a moment: id, kind, working minutes (at least 1). Three statements.

    Open and running during [start, end), in the ward's working time, pauses out. Nothing is written, no due moves.
    """
    until = min(stated.ends, until) if stated.ends else until
    open_then = Q(kept_at__isnull=True) | Q(kept_at__gt=stated.starts)
    owed_then = Q(released_at__isnull=True) | Q(released_at__gt=stated.starts)
    rows = Promise.objects.filter(open_then, owed_then, ward_id=ward_id, made_at__lt=until)
    if stated.kinds:
        rows = rows.filter(kind__in=[kind.value for kind in stated.kinds])
    calendar = offices.calendar(offices.now_of(ward_id))
    stops = _stops(rows, since=stated.starts, until=until)
    found = []
    for pk, kind, course in _courses(rows, stops):
        minutes = touched_minutes(course, ((stated.starts, until),), calendar=calendar)
        if minutes:
            found.append((pk, kind, minutes))
    return found


def _courses(
    rows: "QuerySet[Promise]", stops: Mapping[UUID, list[tuple[datetime, datetime | None]]]
) -> Iterator[tuple[UUID, str, Course]]:
    facts = rows.order_by("pk").values_list("pk", "kind", "made_at", "counted_from", "kept_at", "released_at")
    for pk, kind, made_at, counted_from, kept_at, released_at in facts.iterator():
        yield (
            pk,
            kind,
            Course(opened=max(made_at, counted_from), closed=kept_at or released_at, stops=tuple(stops.get(pk, ()))),
        )


def _stops(
    rows: "QuerySet[Promise]", *, since: datetime, until: datetime
) -> dict[UUID, list[tuple[datetime, datetime | None]]]:
    found: dict[UUID, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    running_on = Q(ends__isnull=True) | Q(ends__gt=since)
    pauses = Pause.objects.filter(running_on, promise__in=rows.order_by().values("pk"), starts__lt=until)
    for promise_id, starts, ends in pauses.values_list("promise_id", "starts", "ends"):
        found[promise_id].append((starts, ends))
    return found


def touched(*, outage: Outage, at: datetime) -> Touched:
    """What an outage touched: as frozen when it ended, as derived at `at` while it lasts, nothing once withdrawn."""
    if outage.withdrawn_at is not None:
        return Touched(kinds={}, minutes=0, frozen=True)
    if outage.ends is not None:
        counted = _holding(outage).values_list("promise__kind").annotate(n=Count("pk")).order_by()
        held = outage.reckonings.filter(void_at__isnull=True).first()
        return Touched(kinds={Kind(kind): n for kind, n in counted}, minutes=held.minutes if held else 0, frozen=True)
    kinds: dict[Kind, int] = defaultdict(int)
    minutes = 0
    for _, kind, lasted in derived(ward_id=outage.ward_id, stated=outage.stated, until=at):
        kinds[Kind(kind)] += 1
        minutes += lasted
    return Touched(kinds=dict(kinds), minutes=minutes, frozen=False)


def touched_promises(*, by: Actor, outage_id: UUID, at: datetime) -> "QuerySet[Promise]":
    """The promises an outage of the actor's ward touched, to filter by; none for an outage that is not there."""
    outage = Outage.objects.filter(ward_id=by.ward_id, pk=outage_id, withdrawn_at__isnull=True).first()
    if outage is None:
        return Promise.objects.none()
    if outage.ends is not None:
        return Promise.objects.filter(pk__in=_holding(outage).values("promise_id"))
    found = derived(ward_id=outage.ward_id, stated=outage.stated, until=at)
    return Promise.objects.filter(pk__in=[pk for pk, _, _ in found])


def _holding(outage: Outage) -> "QuerySet[Touch]":
    return Touch.objects.filter(reckoning__outage_id=outage.pk, reckoning__void_at__isnull=True)


def of_promise(*, promise: Promise, at: datetime) -> list[OfPromise]:
    """The outages that touched a promise, frozen ones and those that still last, newest first. Four statements."""
    frozen = Touch.objects.filter(promise_id=promise.pk, reckoning__void_at__isnull=True)
    rows = [_of_promise(touch.reckoning.outage, touch.minutes) for touch in frozen.select_related("reckoning__outage")]
    lasting = Outage.objects.filter(ward_id=promise.ward_id, ends__isnull=True, withdrawn_at__isnull=True)
    still = list(lasting)
    if still:
        calendar = offices.calendar(offices.now_of(promise.ward_id))
        course = Course(
            opened=max(promise.made_at, promise.counted_from),
            closed=promise.kept_at or promise.released_at,
            stops=tuple(promise.pauses.values_list("starts", "ends")),
        )
        for outage in still:
            minutes = touched_minutes(course, ((outage.starts, at),), calendar=calendar)
            if minutes and (not outage.kinds or promise.kind in outage.kinds):
                rows.append(_of_promise(outage, minutes))
    return sorted(rows, key=lambda row: row.outage.starts, reverse=True)


def _of_promise(outage: Outage, minutes: int) -> OfPromise:
    return OfPromise(outage=outage, minutes=minutes, lasted=worked(minutes), called=called(outage))


def minutes_of(*, ward_id: UUID, promise_ids: Collection[UUID], at: datetime) -> dict[UUID, int]:
    """For how many working minutes outages touched each promise, as known at `at`; at the same time counts once.

    Only ended outages count; promises that none touched are left out. Four statements.
    """
    known = Reckoning.objects.filter(Q(void_at__isnull=True) | Q(void_at__gt=at), ward_id=ward_id, at__lte=at)
    touches = Touch.objects.filter(promise__in=promise_ids, reckoning__in=known)
    down: dict[UUID, list[tuple[datetime, datetime]]] = defaultdict(list)
    for promise_id, starts, ends in touches.values_list("promise_id", "reckoning__starts", "reckoning__ends"):
        down[promise_id].append((starts, ends))
    if not down:
        return {}
    rows = Promise.objects.filter(ward_id=ward_id, pk__in=list(down))
    calendar = offices.calendar(offices.now_of(ward_id))
    stops = _stops(rows, since=_first(down.values()), until=at)
    return {pk: touched_minutes(course, down[pk], calendar=calendar) for pk, _, course in _courses(rows, stops)}


def _first(stretches: Iterable[list[tuple[datetime, datetime]]]) -> datetime:
    return min(start for many in stretches for start, _ in many)
