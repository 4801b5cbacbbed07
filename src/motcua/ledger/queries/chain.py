"""The chain of a ward: its head, its acts, and whether all of them hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from motcua.acts import Actor
from motcua.ledger import rules
from motcua.ledger.models import Act, Anchor, Chain

__all__ = ["Broken", "Head", "head", "lock_head", "of_subject", "verify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last act of a ward's chain."""

    number: int
    hash: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The first act that does not hold: its number and what is wrong (missing, previous, content, head, anchor)."""

    number: int
    fault: str


def lock_head(ward_id: UUID) -> tuple[int, bytes, datetime]:
    """Number and hash of the head, locked until the transaction ends, and the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, hash, clock_timestamp() FROM ledger_chain WHERE ward_id = %s FOR UPDATE",
            [ward_id],
        )
        row = cursor.fetchone()
        if row is None:
            cursor.execute(
                "INSERT INTO ledger_chain (ward_id, number, hash) VALUES (%s, 0, %s) ON CONFLICT DO NOTHING",
                [ward_id, rules.GENESIS],
            )
            return lock_head(ward_id)
    return row[0], bytes(row[1]), row[2]


def head(*, ward_id: UUID) -> Head:
    """Where the chain of a ward stands."""
    row = Chain.objects.filter(ward_id=ward_id).first()
    return Head(number=row.number, hash=bytes(row.hash)) if row else Head(number=0, hash=rules.GENESIS)


def of_subject(*, by: Actor, subject_id: UUID) -> QuerySet[Act]:
    """The acts on one record, newest first, for an actor of the same ward."""
    return Act.objects.filter(ward_id=by.ward_id, subject_id=subject_id).order_by("-number")


def _sealed(ward_id: UUID) -> Iterator[rules.Sealed]:
    names = tuple(rules.Seal.__dataclass_fields__)
    for act in Act.objects.filter(ward_id=ward_id).order_by("number").iterator(chunk_size=2000):
        content = rules.Seal(**{name: getattr(act, name) for name in names})
        yield rules.Sealed(content=content, previous_hash=bytes(act.previous_hash), hash=bytes(act.hash))


def verify(*, ward_id: UUID) -> Broken | None:
    """Walk the whole chain of a ward; the first act that does not hold, or None.

    The chain must also end where its head says and pass through every daily anchor, so that neither a changed byte
    nor a cut-off tail goes unseen. Acts written while it walks are walked too: an act and its head are committed
    together, so the head read afterwards can only be further on.
    """
    before = head(ward_id=ward_id)
    milestones = [(a.number, bytes(a.hash), "anchor") for a in Anchor.objects.filter(ward_id=ward_id)]
    milestones.append((before.number, before.hash, "head"))
    walked = _walk(ward_id, milestones)
    if isinstance(walked, Broken):
        return walked
    after = head(ward_id=ward_id)
    if after.number < walked.number:
        return Broken(number=after.number + 1, fault="head")
    if after.number == walked.number and after.hash != walked.hash:
        return Broken(number=walked.number, fault="head")
    return None


def _walk(ward_id: UUID, milestones: list[tuple[int, bytes, str]]) -> Head | Broken:
    """The last act of an unbroken chain that passes through every milestone."""
    number, previous = 0, rules.GENESIS
    expected: dict[int, list[tuple[bytes, str]]] = {}
    for place, digest, why in milestones:
        expected.setdefault(place, []).append((digest, why))
    for act in _sealed(ward_id):
        fault = rules.first_break([act], after_number=number, after_hash=previous)
        if fault:
            return Broken(number=fault[0], fault=fault[1])
        number, previous = act.content.number, act.hash
        for digest, why in expected.pop(number, []):
            if digest != previous:
                return Broken(number=number, fault=why)
    unreached = {why for place, _, why in milestones if place > number}
    if unreached:
        return Broken(number=number + 1, fault="head" if "head" in unreached else "anchor")
    return Head(number=number, hash=previous)
