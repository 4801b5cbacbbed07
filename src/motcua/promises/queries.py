"""Reads of promises."""

from uuid import UUID

from django.db.models import QuerySet

from motcua import clock
from motcua.acts import Actor
from motcua.ledger.actions import held, hold, standing
from motcua.promises.models import Pause, Promise

__all__ = ["locked", "open_in_ward", "pauses", "visible_to"]


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
