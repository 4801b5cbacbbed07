"""The list of messages: filters in one line, newest first, a constant number of statements."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise as Lazy

from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.notices import rules
from motcua.notices.models import Channel, Delivery, Message, Wording
from motcua.notices.queries import words
from motcua.notices.queries.messages import STUCK, visible_to
from motcua.notices.rules import APOLOGIES, EVENTS, Event, Language, Purpose, Slot
from motcua.ui.paging import COUNTED, PAGE, Paged, paged

__all__ = ["Kept", "Row", "Wanted", "browse", "kept_words", "one", "stuck", "ways"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to show. Empty values ask for everything."""

    code: str = ""
    state: str = ""
    way: str = ""
    event: str = ""
    rows: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A message of a list with its delivery, in words."""

    message: Message
    delivery: Delivery | None
    event: str | Lazy
    way: str | Lazy
    address: str
    kind: str
    state: str | Lazy


def row_of(message: Message, at: datetime) -> Row:
    """A message as a list shows it; its deliveries are read already."""
    delivery = next(iter(message.deliveries.all()), None)
    kind, state = words.standing(message, delivery, at)
    return Row(
        message=message,
        delivery=delivery,
        event=words.EVENTS[Event(message.event)],
        way=words.WAYS[rules.Way(delivery.way)] if delivery else "",
        address=rules.masked(delivery.address) if delivery else "",
        kind=kind,
        state=state,
    )


def browse(*, by: Actor, at: datetime, wanted: Wanted) -> Paged[Row]:
    """The messages that the filters select: at most three statements."""
    found = _selected(by=by, at=at, wanted=wanted)
    dressed = found.select_related("person").prefetch_related("deliveries")
    page = paged(dressed.order_by("-made_at", "-id"), of=found, asked=wanted.rows, counted=COUNTED)
    return page.telling([row_of(message, at) for message in page.rows])


def _selected(*, by: Actor, at: datetime, wanted: Wanted) -> QuerySet[Message]:
    found = visible_to(by)
    if wanted.code:
        found = found.filter(about__icontains=wanted.code)
    if wanted.event:
        found = found.filter(event=wanted.event)
    ours = Delivery.objects.filter(message=OuterRef("pk"))
    if wanted.way:
        found = found.filter(Exists(ours.filter(way=wanted.way)))
    if wanted.state == words.SENDING:
        found = found.filter(Exists(ours.filter(sending_until__gt=at)))
    elif wanted.state in {"refused", "unreachable"}:
        found = found.filter(~Exists(ours), held=wanted.state)
    elif wanted.state:
        found = found.filter(Exists(ours.filter(state=wanted.state)))
    return found


def one(*, message: Message, at: datetime) -> Row:
    """One message as its page shows it."""
    return row_of(message, at)


def stuck(*, by: Actor, at: datetime, size: int = PAGE) -> Paged[Row]:
    """What did not arrive or must be called: apologies first, then the oldest. At most three statements."""
    rules.may_read(by)
    found = Delivery.objects.filter(ward_id=by.ward_id, state__in=STUCK, message__in=visible_to(by))
    dressed = found.select_related("message__person", "message__dossier").annotate(
        apology=Q(message__event__in=APOLOGIES)
    )
    page = paged(dressed.order_by("-apology", "message__made_at", "id"), of=found, asked=size, counted=COUNTED)
    return page.telling([_stuck_row(row, at) for row in page.rows])


def _stuck_row(delivery: Delivery, at: datetime) -> Row:
    kind, state = words.standing(delivery.message, delivery, at)
    return Row(
        message=delivery.message,
        delivery=delivery,
        event=words.EVENTS[Event(delivery.message.event)],
        way=words.WAYS[rules.Way(delivery.way)],
        address=rules.masked(delivery.address),
        kind=kind,
        state=state,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The wordings of one event: what it is, and for each kind of text and language whether the ward wrote its own."""

    event: Event
    name: str | Lazy
    duty: bool
    law: str
    own: tuple[tuple[Slot, Language, bool], ...]


def kept_words(*, by: Actor, at: datetime) -> list[Kept]:
    """Every event residents are told of, with its wordings. One statement."""
    newest = Wording.objects.filter(ward_id=by.ward_id).order_by("event", "slot", "language", "-version")
    own = {(w.event, w.slot, w.language): not w.original for w in newest.distinct("event", "slot", "language")}
    return [
        Kept(
            event=event,
            name=words.EVENTS[event],
            duty=about.purpose is Purpose.DUTY,
            law=rules.duty_basis(event, at.astimezone(ZONE).date()),
            own=tuple(
                (slot, language, own.get((event.value, slot.value, language.value), False))
                for slot in Slot
                for language in Language
            ),
        )
        for event, about in EVENTS.items()
        if event is not Event.OFFICER
    ]


def ways(*, by: Actor) -> dict[str, Channel]:
    """The channels that were ever set, by way."""
    return {row.way: row for row in Channel.objects.filter(ward_id=by.ward_id)}
