"""Making messages: from the acts of a ward, and to an officer."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.accounts import queries as accounts
from motcua.acts import Actor, ActorKind
from motcua.ledger import queries as ledger
from motcua.ledger.actions import action, add, change, standing, subject
from motcua.ledger.models import Act
from motcua.notices import rules
from motcua.notices.models import Channel, Cursor, Delivery, Message
from motcua.notices.queries.composing import composed, hashes, post_of
from motcua.notices.queries.events import MAKERS, Draft, drafts
from motcua.notices.queries.facts import facts
from motcua.notices.rules import APOLOGIES, Event, Purpose, State, Way
from motcua.offices.models import Ward

__all__ = ["follow", "write_to_officer"]

SENT_BY_HAND = "dossier.send_apology"
PAGE = 200  # acts of one transaction


@action("notice.follow")
def follow(*, by: Actor, at: datetime, most: int = PAGE) -> bool:
    """Read the ward's ledger on from the cursor: each event becomes a message as the cursor moves. One transaction.

    Returns whether more may wait. A kill leaves cursor and messages as they were before; a run that
    finds another one at work leaves. What happened before the ward was followed for the first time is not told.
    """
    subject(Ward(pk=by.ward_id))
    cursor = _cursor(by=by, at=at)
    if cursor is None:
        return False
    head = ledger.head(ward_id=by.ward_id).number
    wanted = Act.objects.filter(
        ward_id=by.ward_id, number__gt=cursor.number, number__lte=head, verb__in=[*MAKERS, SENT_BY_HAND]
    )
    acts = list(wanted.order_by("number")[:most])
    change(cursor, number=acts[-1].number if len(acts) == most else head)
    subject(cursor)
    _tell(by=by, at=at, acts=[act for act in acts if act.at >= cursor.told_from])
    return len(acts) == most


def _cursor(*, by: Actor, at: datetime) -> Cursor | None:
    """The locked cursor of the ward; None when somebody else is reading. The first time it begins a day back."""
    found = Cursor.objects.select_for_update(skip_locked=True).filter(ward_id=by.ward_id).first()
    if found is not None:
        return found
    if Cursor.objects.filter(ward_id=by.ward_id).exists():
        return None
    since = rules.before(at)
    first = Act.objects.filter(ward_id=by.ward_id, at__gte=since).order_by("number").values_list("number", flat=True)
    start = first.first()
    number = start - 1 if start is not None else ledger.head(ward_id=by.ward_id).number
    return add(Cursor(ward_id=by.ward_id, number=number, told_from=since))


def _tell(*, by: Actor, at: datetime, acts: list[Act]) -> None:
    found = facts(acts)
    made: list[tuple[Act, str, Draft]] = [
        (act, f"{draft.event}:{act.pk}/{draft.key}", draft) for act in acts for draft in drafts(act, found)
    ]
    contacts = [c for _, _, draft in made for c in hashes(ward_id=by.ward_id, contact=draft.contact)]
    post = post_of(ward_id=by.ward_id, contacts=contacts) if made else None
    stored = Message.objects.filter(ward_id=by.ward_id, key__in=[key for _, key, _ in made])
    known = set(stored.values_list("key", flat=True))
    for act, key, draft in made:
        if post is None or key in known:
            continue
        message, delivery = composed(post, draft, act=act.number, key=key, happened=act.at, at=max(at, act.at))
        add(message)
        if delivery is not None:
            add(delivery)
    for act in acts:
        if act.verb == SENT_BY_HAND and act.actor_kind == ActorKind.PERSON.value:
            _told_by_hand(act)


def _told_by_hand(act: Act) -> None:
    """An officer brought the apology themselves: what has not left stays."""
    waiting = (State.QUEUED.value, State.FAILED.value, State.DEAD.value, State.TO_CALL.value)
    rows = Delivery.objects.select_for_update(of=("self",)).filter(
        message__dossier_id=act.subject_id, message__event__in=APOLOGIES
    )
    ours = {m.pk for m in standing(_apologies(act), lambda m: m.event in APOLOGIES)}
    for row in standing(rows, lambda d: d.message_id in ours and d.state in waiting):
        change(
            row,
            state=State.TOLD.value,
            sent_at=act.at,
            proof=f"Sổ ghi việc, việc số {act.number}",
            told_by=act.actor_name,
            next_try_at=None,
        )


def _apologies(act: Act) -> QuerySet[Message]:
    return Message.objects.filter(dossier_id=act.subject_id, event__in=APOLOGIES)


@action("notice.write_to_officer")
def write_to_officer(
    *, by: Actor, at: datetime, person_id: UUID, key: str, event: str, subject: str, body: str
) -> Message:
    """One message to an officer's e-mail, exactly once per key; without an address only in the app.

    `event` says why in a word, for the list. Quiet hours hold. Raises Refused `missing`.
    """
    person = accounts.person(by=by, person_id=person_id)
    own = f"officer:{key}"[:160]
    kept = standing(Message.objects.filter(ward_id=by.ward_id, key=own), lambda m: m.key == own)
    if kept:
        return kept[0]
    address = rules.clean_email(person.email)
    on = bool(address) and Channel.objects.filter(ward_id=by.ward_id, way=Way.EMAIL.value, on=True).exists()
    message = add(
        Message(
            ward_id=by.ward_id,
            key=own,
            event=Event.OFFICER.value,
            purpose=Purpose.OFFICER.value,
            person_id=person.pk,
            topic=event[:60],
            about=subject[:80],
            made_at=at,
            page_vi=body,
            held="" if on else "unreachable",
        )
    )
    if on:
        add(
            Delivery(
                ward_id=by.ward_id,
                message_id=message.pk,
                way=Way.EMAIL.value,
                address=address,
                subject=" ".join(subject.split())[:400],
                text=body,
                state=State.QUEUED.value,
                next_try_at=rules.after_quiet(at),
            )
        )
    return message
