"""What a job needs to hand a delivery over: the channels of the ward, and the address that stops such letters."""

from motcua.acts import Actor
from motcua.notices.models import Channel, Delivery
from motcua.notices.queries.composing import stop_link
from motcua.notices.rules import Purpose, Way

__all__ = ["channels", "refuse_link"]


def channels(*, by: Actor) -> dict[str, Channel]:
    """The channels of the ward that are on, by way, each with its ward."""
    return {row.way: row for row in Channel.objects.select_related("ward").filter(ward_id=by.ward_id, on=True)}


def refuse_link(row: Delivery) -> str:
    """Where a mail program stops letters like this one; empty for what the law demands and for short messages."""
    purpose = Purpose(row.message.purpose)
    if row.way != Way.EMAIL.value or purpose not in {Purpose.PROGRESS, Purpose.SURVEY}:
        return ""
    return stop_link(ward=row.ward, contacts=row.message.contacts, purpose=purpose)
