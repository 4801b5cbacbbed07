"""Scans of a petition. Stored sealed: only this room hands them out, after judging who asks."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor
from motcua.files import actions as storing
from motcua.ledger.actions import action, add
from motcua.petitions.actions.stages import begin, touch
from motcua.petitions.models import Attachment, Petition
from motcua.petitions.rules import Verb

__all__ = ["attach", "keep_file"]

NAME = "don"  # a file's own name may tell who wrote it; it is not kept


def keep_file(*, by: Actor, at: datetime, petition: Petition, title: str, content: bytes) -> Attachment:
    """Store one scan of a petition."""
    stored = storing.store(by=by, at=at, name=NAME, content=content, sealed=True)
    return add(
        Attachment(
            ward_id=by.ward_id,
            petition=petition,
            title=title.strip()[:200] or NAME,
            file=stored,
            added_at=at,
            added_by=by.name,
        )
    )


@action("petition.attach")
def attach(
    *, by: Actor, at: datetime, petition_id: UUID, title: str, content: bytes, seen: int | None = None
) -> Petition:
    """Add a scan to a petition that is not closed."""
    petition, _ = begin(verb=Verb.ATTACH, by=by, at=at, petition_id=petition_id, seen=seen)
    keep_file(by=by, at=at, petition=petition, title=title, content=content)
    return touch(by=by, at=at, petition=petition)
