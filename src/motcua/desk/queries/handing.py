"""A feedback that turned out to be a complaint or a denunciation, as a new petition. Both rooms lie below this door."""

from dataclasses import dataclass
from uuid import UUID

from motcua.acts import Actor
from motcua.feedback.queries import handed_over
from motcua.feedback.queries.handing import HandedOver
from motcua.files import queries as files
from motcua.petitions.models import Petition
from motcua.petitions.rules import Channel, Matter, NewPetition

__all__ = ["Handed", "handed", "written"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What goes into the book, and the photos that go with it: names and bytes."""

    new: NewPetition
    photos: tuple[tuple[str, bytes], ...]


def written(*, by: Actor, code: str) -> tuple[int, int] | None:
    """Year and number under which a feedback stands in the book already."""
    return Petition.objects.filter(ward_id=by.ward_id, origin=code).values_list("year", "number").first()


def handed(*, by: Actor, code: str) -> Handed:
    """A routed feedback as a petition of its class. Raises Refused `missing`."""
    found = handed_over(by=by, code=code)
    return Handed(
        new=NewPetition(
            channel=Channel.FEEDBACK,
            matter=Matter(found.door.value),
            name=found.name,
            phone=found.phone,
            address=found.address,
            content=_said(found),
            origin=found.code,
        ),
        photos=tuple((f"Ảnh {n}", _photo(by=by, file_id=pk)) for n, pk in enumerate(found.file_ids, start=1)),
    )


def _said(found: HandedOver) -> str:
    return "\n".join(part for part in (found.subject, found.text, found.place) if part)


def _photo(*, by: Actor, file_id: UUID) -> bytes:
    return files.content(files.get(by=by, file_id=file_id))
