"""Delivering: taking what is due, writing down what the gateway said, and telling `dossiers` that an apology arrived.

Between `take` and `record` nothing is locked: the network is asked outside every transaction.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from motcua.acts import Actor, Refused
from motcua.dossiers import actions as dossiers
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import ExtensionStatus
from motcua.ledger.actions import action, add, change, hold, subject
from motcua.notices import rules
from motcua.notices.models import Channel, Delivery, Try
from motcua.notices.queries.messages import missing
from motcua.notices.rules import APOLOGIES, EVENTS, Event, Outcome, State
from motcua.offices.models import Ward

__all__ = ["give_back", "note_apologies", "record", "take"]

BATCH = 20  # times the seconds a gateway may be silent must stay below the lease
DUE = (State.QUEUED.value, State.FAILED.value)


@action("notice.take")
def take(*, by: Actor, at: datetime, but: Collection[str] = (), most: int = BATCH) -> list[Delivery]:
    """Lease the deliveries of the ward that are due, oldest first; nobody else gets them until the lease ends.

    `but` names ways that are left alone.

    No act of its own for what is leased: the answer will be one. What waits for a channel that was switched off since
    is given up here: the counter calls where the event is worth a call.
    """
    subject(Ward(pk=by.ward_id))
    free = Q(sending_until__isnull=True) | Q(sending_until__lte=at)
    rows = list(
        Delivery.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("message", "ward")
        .filter(free, ward_id=by.ward_id, state__in=DUE, next_try_at__lte=at)
        .exclude(way__in=but)
        .order_by("next_try_at", "id")[:most]
    )
    on = set(Channel.objects.filter(ward_id=by.ward_id, on=True).values_list("way", flat=True)) if rows else set()
    for row in rows:
        if row.way in on:
            change(row, tries=row.tries + 1, sending_until=rules.lease_end(at))
        else:
            call = EVENTS[Event(row.message.event)].call
            change(
                row,
                state=(State.TO_CALL if call else State.DROPPED).value,
                next_try_at=None,
                error="Kênh này đã tắt trước khi tin đi.",
            )
    return [row for row in rows if row.way in on]


@action("notice.give_back")
def give_back(*, by: Actor, at: datetime, delivery_ids: Collection[UUID]) -> int:
    """End the lease of deliveries that were taken and not tried: their gateway says nothing now. No try is counted."""
    subject(Ward(pk=by.ward_id))
    rows = list(
        Delivery.objects.select_for_update().filter(
            ward_id=by.ward_id, pk__in=delivery_ids, state__in=DUE, sending_until=rules.lease_end(at)
        )
    )
    for row in rows:
        change(row, tries=row.tries - 1, sending_until=None)
    return len(rows)


@action("notice.record")
def record(*, by: Actor, at: datetime, delivery_id: UUID, number: int, outcome: Outcome, words: str) -> Delivery:
    """Write down what the gateway said to try `number`: sent with proof, again later, or dead.

    An acceptance counts whenever it comes; the failure of a try that is no longer the last is only noted.
    Raises Refused `missing`.
    """
    row = _locked(by=by, delivery_id=delivery_id)
    if not row.attempts.filter(number=number).exists():
        add(
            Try(
                ward_id=by.ward_id,
                delivery_id=row.pk,
                number=number,
                at=at,
                outcome=outcome.value,
                answer=words[:300],
            )
        )
    if row.state not in DUE:
        return row
    if outcome is Outcome.ACCEPTED:
        return change(
            row,
            state=State.SENT.value,
            sent_at=at,
            proof=words[:300] or str(row.pk),
            error="",
            sending_until=None,
            next_try_at=None,
        )
    if number != row.tries:
        return row
    again = rules.again_at(tries=number - row.restarted, at=at) if outcome is Outcome.AGAIN else None
    return change(
        row,
        state=(State.FAILED if again else State.DEAD).value,
        next_try_at=again,
        sending_until=None,
        error=words[:300],
    )


def _locked(*, by: Actor, delivery_id: UUID) -> Delivery:
    row = Delivery.objects.select_for_update().filter(ward_id=by.ward_id, pk=delivery_id).first()
    if row is None:
        raise missing()
    return hold(row)


def note_apologies(*, by: Actor, at: datetime) -> int:
    """Tell `dossiers` of every signed apology whose letter a gateway has accepted; each its own act.

    A sweep and not a step of `record`: a worker killed between the two loses nothing. Returns how many.
    """
    rows = (
        Delivery.objects.filter(
            ward_id=by.ward_id,
            state=State.SENT.value,
            message__event__in=APOLOGIES,
            message__dossier__in=Dossier.objects.filter(
                ward_id=by.ward_id, extensions__status=ExtensionStatus.APPROVED.value
            ),
        )
        .select_related("message")
        .order_by("sent_at", "id")
    )
    noted = 0
    for row in rows:
        if row.message.dossier_id is None or row.sent_at is None:
            continue
        try:
            dossiers.send_apology(
                by=by,
                at=max(at, row.sent_at),
                dossier_id=row.message.dossier_id,
                way=WAYS[row.way],
                proof=f"{row.proof} ({rules.masked(row.address)})",
            )
        except Refused:  # somebody noted it meanwhile
            continue
        noted += 1
    return noted


WAYS = {"email": "Thư điện tử", "zalo": "Zalo", "sms": "Tin nhắn SMS"}
