"""What an officer does about a message that did not arrive: try again, or tell the person in another way."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.dossiers import actions as dossiers
from motcua.dossiers.rules import ExtensionStatus
from motcua.ledger.actions import action, change, hold, note
from motcua.notices import queries, rules
from motcua.notices.models import Channel, Delivery
from motcua.notices.rules import APOLOGIES, State

__all__ = ["tell_by_hand", "try_again"]


def _stuck(*, by: Actor, delivery_id: UUID) -> Delivery:
    """A delivery that waits for a person, locked. Raises Refused `missing`, `notice.not_stuck`."""
    rules.may_handle(by)
    queries.delivery(by=by, delivery_id=delivery_id)  # whether these eyes may see it at all
    row = hold(Delivery.objects.select_for_update(of=("self",)).select_related("message").get(pk=delivery_id))
    if row.state not in {State.DEAD.value, State.TO_CALL.value}:
        raise Refused(
            "notice.not_stuck",
            "Tin này không còn chờ ai: đã có người làm, hoặc máy vừa gửi được.",
            "Nobody needs to do anything about this message any more.",
        )
    return row


@action("notice.try_again")
def try_again(*, by: Actor, at: datetime, delivery_id: UUID) -> Delivery:
    """Put a dead delivery back into the queue, with the same id and a fresh table of tries; quiet hours hold.

    Raises Refused `missing`, `notice.not_stuck`, `notice.no_channel`.
    """
    row = _stuck(by=by, delivery_id=delivery_id)
    if not Channel.objects.filter(ward_id=by.ward_id, way=row.way, on=True).exists():
        raise Refused(
            "notice.no_channel",
            "Kênh này đang tắt. Gọi điện, hoặc nhờ quản trị bật kênh.",
            "This channel is off. Call, or ask the administrator to switch it on.",
        )
    # Tries stay numbered in a row; the table of waiting times begins anew because a person has looked at it.
    return change(row, state=State.QUEUED.value, restarted=row.tries, next_try_at=rules.after_quiet(at))


@action("notice.tell_by_hand")
def tell_by_hand(*, by: Actor, at: datetime, delivery_id: UUID, way: str, proof: str) -> Delivery:
    """Somebody was told by telephone or on paper: which way, with what proof. An apology is noted on its dossier too.

    Raises Refused `missing`, `notice.not_stuck`, `notice.proof`.
    """
    row = _stuck(by=by, delivery_id=delivery_id)
    if not (way.strip() and proof.strip()):
        raise Refused(
            "notice.proof",
            "Ghi báo bằng cách nào, ai nghe, lúc nào.",
            "Say how they were told, who answered and when.",
            field="proof" if way.strip() else "way",
        )
    note(f"{way}: {proof}")
    change(
        row,
        state=State.TOLD.value,
        sent_at=at,
        proof=f"{way}: {proof}"[:300],
        told_by=by.name,
        sending_until=None,
        next_try_at=None,
    )
    dossier = row.message.dossier
    if (
        row.message.event in APOLOGIES
        and dossier is not None
        and dossier.extensions.filter(status=ExtensionStatus.APPROVED.value).exists()
    ):
        dossiers.send_apology(by=by, at=at, dossier_id=dossier.pk, way=way, proof=proof)
    return row
