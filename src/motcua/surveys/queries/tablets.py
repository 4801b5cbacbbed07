"""Tablets at the counters."""

import hashlib
from datetime import datetime

from django.db.models import QuerySet

from motcua.acts import Actor, Refused
from motcua.ledger.actions import hold
from motcua.surveys.models import Stand

__all__ = ["key_digest", "stand_by_key", "stand_locked", "stands"]


def key_digest(key: str) -> str:
    """How the key of a tablet's address is kept."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


def _missing() -> Refused:
    return Refused("missing", "Không có máy tính bảng này.", "There is no such tablet.")


def stand_by_key(*, slug: str, key: str) -> Stand:
    """The tablet at an address. Raises Refused `missing`."""
    found = Stand.objects.select_related("ward").filter(digest=key_digest(key), ward__slug=slug[:60]).first()
    if found is None:
        raise _missing()
    return found


def stand_locked(*, by: Actor, digest: str = "", stand_id: object = None) -> Stand:
    """A tablet of the ward, locked for an act. Raises Refused `missing`."""
    where = {"digest": digest} if digest else {"pk": stand_id}
    found = Stand.objects.select_for_update().filter(ward_id=by.ward_id, **where).first()
    if found is None:
        raise _missing()
    return hold(found)


def stands(*, by: Actor, at: datetime) -> QuerySet[Stand]:
    """The tablets that are switched on at a moment."""
    return (
        Stand.objects.filter(ward_id=by.ward_id, closed_at__isnull=True, closes_at__gt=at)
        .select_related("officer")
        .order_by("name", "id")
    )
