"""Reads of promises."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import models
from django.db.models import QuerySet

from motcua import clock
from motcua.acts import Actor
from motcua.ledger.actions import held, hold, standing
from motcua.promises import rules
from motcua.promises.models import Pause, Promise

__all__ = ["Move", "cap", "locked", "moves", "open_in_ward", "pauses", "visible_to"]


def visible_to(by: Actor) -> QuerySet[Promise]:
    """The promises of the actor's ward."""
    return Promise.objects.filter(ward_id=by.ward_id)


def locked(*, ward_id: UUID, promise_id: UUID) -> Promise:
    """A promise, locked for the rest of the act."""
    return held(Promise, promise_id) or hold(
        Promise.objects.select_for_update(of=("self",)).get(ward_id=ward_id, pk=promise_id)
    )


def pauses(promise: Promise) -> list[Pause]:
    """The pauses of a promise in order, as this book knows them."""
    return standing(promise.pauses.all(), lambda pause: pause.promise_id == promise.pk)


def as_clock(rows: list[Pause]) -> tuple[clock.Pause, ...]:
    """Pauses as the clock takes them."""
    return tuple(clock.Pause(start=p.starts, end=p.ends, mode=clock.PauseMode(p.mode), ground=p.ground) for p in rows)


def open_in_ward(ward_id: UUID) -> QuerySet[Promise]:
    """Promises neither kept nor released."""
    return Promise.objects.filter(ward_id=ward_id, kept_at__isnull=True, released_at__isnull=True)


def cap(promise: Promise) -> datetime | None:
    """The moment a part may not go beyond, as this book knows its whole."""
    if promise.whole_id is None:
        return None
    whole = held(Promise, promise.whole_id) or promise.whole
    return rules.cap_of(made_at=promise.made_at, appointment=whole.appointment if whole else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An open promise and the term a new calendar gives it."""

    promise: Promise
    term: rules.Term

    def breaks(self, at: datetime) -> bool:
        """Whether the move itself puts the due behind us: a day off that is taken back late."""
        return at > self.term.late_after


def moves(*, ward_id: UUID, at: datetime, calendar: clock.Calendar, since: date, lock: bool = False) -> list[Move]:
    """What a calendar changed from `since` on does to the open promises of a ward; nothing is written.

    Wholes come before their parts, because a part is capped at the new appointment of its whole. Three statements.
    """
    rows = open_in_ward(ward_id).filter(
        due_at__gte=datetime.combine(since, time(0), rules.ZONE), late_after__gte=at, paused_at__isnull=True
    )
    rows = rows.order_by(models.F("whole_id").asc(nulls_first=True), "pk")
    found = list(rows.select_for_update(of=("self",)) if lock else rows)
    pauses = defaultdict(list)
    for pause in Pause.objects.filter(promise__in=rows.order_by().values("pk")):
        pauses[pause.promise_id].append(pause)
    wholes = {row.pk: row for row in found}
    wholes |= Promise.objects.in_bulk({row.whole_id for row in found if row.whole_id} - wholes.keys())
    due = {pk: row.due_at for pk, row in wholes.items()}
    moved = []
    for row in found:
        whole = wholes[row.whole_id] if row.whole_id else None
        appointment = (whole.extended_due_at or due[whole.pk]) if whole else None
        term = rules.term(
            start=row.counted_from,
            limit=row.limit,
            calendar=calendar,
            pauses=as_clock(pauses[row.pk]),
            cap=rules.cap_of(made_at=row.made_at, appointment=appointment),
        )
        due[row.pk] = term.due_at
        if term.due_at != row.due_at:
            moved.append(Move(promise=row, term=term))
    return moved
