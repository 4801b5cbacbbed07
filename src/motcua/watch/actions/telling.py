"""Where a digest leaves the house: one function, so that the room of messages is asked in one place."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor
from motcua.notices import actions as notices

__all__ = ["tell"]


def tell(*, by: Actor, at: datetime, person_id: UUID, key: str, event: str, subject: str, body: str) -> None:
    """Hand a message for an officer to the room `notices`, inside the act that made it; the same `key` is sent once."""
    notices.write_to_officer(by=by, at=at, person_id=person_id, key=key, event=event, subject=subject, body=body)
