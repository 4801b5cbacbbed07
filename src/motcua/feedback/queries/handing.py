"""What was routed, as plain values, for a door that hands it to complaints and denunciations."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.acts import Actor
from motcua.feedback import rules
from motcua.feedback.models import Case
from motcua.feedback.queries import cases
from motcua.feedback.rules import Door, Status

__all__ = ["HandedOver", "handed_over"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """One routed feedback: which door, what it says, who sent it if they said so."""

    code: str
    door: Door
    subject: str
    text: str
    place: str
    lodged_at: datetime
    routed_at: datetime
    name: str = ""
    phone: str = ""
    address: str = ""
    file_ids: tuple[UUID, ...] = ()


def handed_over(*, by: Actor, code: str) -> HandedOver:
    """A routed feedback with its sender; for the house and the leaders alone. Raises Refused `missing`.

    Whoever shows the sender to a person does so by an act of its own, as `feedback.see_sender` is one here.
    """
    found = Case.objects.filter(ward_id=by.ward_id, code=code[:20], status=Status.ROUTED.value).first()
    if found is None or not rules.sees_routed(by):
        raise cases.missing()
    sender = cases.sender_of(found)
    return HandedOver(
        code=found.code,
        door=Door(found.ground),
        subject=found.subject,
        text=found.text,
        place=found.place,
        lodged_at=found.lodged_at,
        routed_at=found.touched_at,
        name=sender.name if sender else "",
        phone=sender.phone if sender else "",
        address=sender.address if sender else "",
        file_ids=tuple(found.photos.values_list("file_id", flat=True)),
    )
