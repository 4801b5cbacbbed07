"""Reading messages and deliveries: one, what a resident was told, what did not arrive."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.dossiers.models import Dossier
from motcua.notices import rules
from motcua.notices.models import Delivery, Message
from motcua.notices.rules import APOLOGIES, State, Way

__all__ = ["STUCK", "Told", "delivery", "message", "told", "undelivered_apologies", "unreached", "visible_to"]

STUCK = (State.DEAD.value, State.TO_CALL.value)


def visible_to(by: Actor) -> QuerySet[Message]:
    """The messages of the ward that an actor may see.

    Those to officers are seen by whom they were written to and by the chairman; those to whoever wrote a
    feedback by leaders only.
    """
    rules.may_read(by)
    found = Message.objects.filter(ward_id=by.ward_id)
    if not (by.kind is ActorKind.SYSTEM or by.has(Role.CHAIRMAN)):
        found = found.filter(Q(person__isnull=True) | Q(person_id=by.id))
    return found if rules.sees_protected(by) else found.exclude(event__in=rules.PROTECTED)


def message(*, by: Actor, message_id: UUID) -> Message:
    """One message. Raises Refused `missing`."""
    found = visible_to(by).select_related("dossier", "person").filter(pk=message_id).first()
    if found is None:
        raise missing()
    return found


def delivery(*, by: Actor, delivery_id: UUID) -> Delivery:
    """One delivery with its message. Raises Refused `missing`."""
    found = (
        Delivery.objects.select_related("message__dossier", "message__person")
        .filter(pk=delivery_id, message__in=visible_to(by))
        .first()
    )
    if found is None:
        raise missing()
    return found


def missing() -> Refused:
    """The answer for a message that is not there, not this ward's, or not for these eyes."""
    return Refused("missing", "Không có tin này.", "There is no such message.")


def unreached(*, by: Actor) -> int:
    """How many letters of apology wait for somebody like the actor to tell their people; 0 for whoever may not."""
    try:
        rules.may_handle(by)
    except Refused:
        return 0
    return undelivered_apologies(by).count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a resident was told: when, in which words, which way, to which masked address, how it stands."""

    at: datetime
    text_vi: str
    text_en: str
    way: str
    address: str
    state: str
    sent_at: datetime | None


def told(dossier: Dossier) -> list[Told]:
    """What the applicant of a dossier was told, the newest first. Two statements."""
    rows = Message.objects.filter(dossier_id=dossier.pk).prefetch_related("deliveries").order_by("-made_at", "-id")
    return [_told(row) for row in rows[:50]]


def _told(row: Message) -> Told:
    gone = next(iter(row.deliveries.all()), None)
    return Told(
        at=row.made_at,
        text_vi=row.page_vi,
        text_en=row.page_en,
        way=gone.way if gone else "",
        address=rules.masked(gone.address) if gone and gone.way != Way.PHONE.value else "",
        state=gone.state if gone else row.held,
        sent_at=gone.sent_at if gone else None,
    )


def undelivered_apologies(by: Actor) -> QuerySet[Delivery]:
    """Letters of apology that no channel could bring: somebody must tell these people. Nobody else's ward.

    For the desk of the chairman and of the counter: “thư xin lỗi chưa tới nơi”.
    """
    return (
        Delivery.objects.filter(ward_id=by.ward_id, message__event__in=APOLOGIES, state__in=STUCK)
        .select_related("message__dossier")
        .order_by("message__made_at", "id")
    )
