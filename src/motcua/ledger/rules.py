"""How an act is sealed into its ward's chain."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

__all__ = ["GENESIS", "Seal", "Sealed", "day_to_anchor", "first_break", "seal"]

GENESIS = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """Everything of an act that its hash covers: every column but the two hashes."""

    id: UUID
    ward_id: UUID
    number: int
    verb: str
    at: datetime
    recorded_at: datetime
    actor_kind: str
    actor_id: UUID
    actor_name: str
    actor_title: str
    subject_kind: str
    subject_id: UUID
    subject_label: str
    changes: Sequence[Mapping[str, object]]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """An act as it stands in the table: its contents and the two hashes beside them."""

    content: Seal
    previous_hash: bytes
    hash: bytes


def day_to_anchor(moment: datetime) -> date:
    """The last day that is over: its acts, backdated ones aside, are all written."""
    return moment.date() - timedelta(days=1)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def seal(content: Seal, *, previous: bytes) -> bytes:
    """SHA-256 over the previous hash and the canonical JSON of the act."""
    body = json.dumps(
        [
            str(content.id),
            str(content.ward_id),
            content.number,
            content.verb,
            _instant(content.at),
            _instant(content.recorded_at),
            content.actor_kind,
            str(content.actor_id),
            content.actor_name,
            content.actor_title,
            content.subject_kind,
            str(content.subject_id),
            content.subject_label,
            content.changes,
            content.note,
        ],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(previous + body.encode()).digest()


def first_break(acts: Sequence[Sealed], *, after_number: int, after_hash: bytes) -> tuple[int, str] | None:
    """The first act that breaks the chain and what is wrong with it; None when all hold.

    `acts` follow one another in number order and start right after `after_number`.
    """
    number, previous = after_number, after_hash
    for act in acts:
        number += 1
        if act.content.number != number:
            return number, "missing"
        if act.previous_hash != previous:
            return number, "previous"
        if act.hash != seal(act.content, previous=previous):
            return number, "content"
        previous = act.hash
    return None
