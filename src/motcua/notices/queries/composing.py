"""From a draft to a message with its delivery: language, wording, channel, refusal, quiet hours."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from motcua.clock import ZONE
from motcua.notices import rules
from motcua.notices.models import Channel, Delivery, Message, Preference, Refusal, Wording
from motcua.notices.queries.events import Draft, site
from motcua.notices.rules import EVENTS, Event, Language, Place, Purpose, Slot, State, Way, Words
from motcua.notices.rules.wordings import Value
from motcua.offices.models import Ward

__all__ = [
    "Post",
    "choose_link",
    "choose_path",
    "composed",
    "current_words",
    "hashes",
    "link",
    "post_of",
    "read_token",
    "stop_link",
]

SALT = "motcua.notices.choose"
HASH = 20  # bytes of rules.hashed
LOOKUP = "/lookup/?code="  # the portal's public look-up


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """How a ward writes: its channels that are on, its own wordings, who refused what, who reads which language."""

    ward: Ward
    on: frozenset[str]
    own: Mapping[tuple[str, str, str], Wording]
    refused: frozenset[tuple[str, str]]
    languages: Mapping[str, str]


def post_of(*, ward_id: UUID, contacts: Sequence[str] = ()) -> Post:
    """Five statements; refusals and languages of the contacts (hashes) only."""
    newest = Wording.objects.filter(ward_id=ward_id).order_by("event", "slot", "language", "-version")
    own = {(w.event, w.slot, w.language): w for w in newest.distinct("event", "slot", "language")}
    return Post(
        ward=Ward.objects.get(pk=ward_id),
        on=frozenset(Channel.objects.filter(ward_id=ward_id, on=True).values_list("way", flat=True)),
        own=own,
        refused=frozenset(
            Refusal.objects.filter(ward_id=ward_id, contact__in=contacts, ends_at__isnull=True).values_list(
                "contact", "purpose"
            )
        ),
        languages=dict(
            Preference.objects.filter(ward_id=ward_id, contact__in=contacts).values_list("contact", "language")
        ),
    )


def hashes(*, ward_id: UUID, contact: rules.Contact) -> list[str]:
    """How refusals and preferences know somebody."""
    return [rules.hashed(ward_id=ward_id, address=a) for a in contact.addresses]


def current_words(post: Post, *, event: Event, slot: Slot, language: Language) -> Words:
    """The words in force: the ward's own, else the product's."""
    own = post.own.get((event.value, slot.value, language.value))
    if own is None or own.original:
        return rules.default(event, slot, language)
    return Words(subject=own.subject, text=own.text)


def link(code: str) -> str:
    """The look-up of a dossier."""
    return f"{site()}{LOOKUP}{code}"


def _token(*, ward_id: UUID, contacts: Sequence[str]) -> str:
    """What lets somebody choose without a sign-in: signed for one ward, naming hashes only."""
    body = urlsafe_b64encode(b"".join(bytes.fromhex(c) for c in contacts)).decode().rstrip("=")
    return f"{body}.{_signature(ward_id, body)}"


def _signature(ward_id: UUID, body: str) -> str:
    return salted_hmac(SALT, f"{ward_id} {body}", algorithm="sha256").hexdigest()[:24]


def read_token(text: str, *, ward_id: UUID) -> list[str] | None:
    """The hashes of a token; None for anything that we did not sign for this ward."""
    body, _, signature = text.partition(".")
    if not (text.isascii() and constant_time_compare(signature, _signature(ward_id, body))):
        return None
    raw = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    return [raw[n : n + HASH].hex() for n in range(0, len(raw), HASH)]


def choose_path(*, ward: Ward, contacts: Sequence[str]) -> str:
    """The page where somebody chooses, on this house."""
    return f"/p/{ward.slug}/messages/{_token(ward_id=ward.pk, contacts=contacts)}/"


def choose_link(*, ward: Ward, contacts: Sequence[str]) -> str:
    """The same as a letter gives it."""
    return site() + choose_path(ward=ward, contacts=contacts)


def stop_link(*, ward: Ward, contacts: Sequence[str], purpose: Purpose) -> str:
    """The address that a mail program posts to when its reader stops the messages of a purpose."""
    return f"{choose_link(ward=ward, contacts=contacts)}stop/{purpose}/"


def house_values(ward: Ward, about: str) -> dict[Place, Value]:
    """The blanks that are true of the office."""
    return {
        Place.WARD: ward.name,
        Place.OFFICE: ward.office_name,
        Place.ADDRESS: ward.address or ward.name,
        Place.PHONE: ward.phone or ward.office_name,
        Place.LINK: link(about),
        Place.SURVEY: link(about),  # until a survey gives its own
    }


def composed(
    post: Post, draft: Draft, *, act: int, key: str, happened: datetime, at: datetime
) -> tuple[Message, Delivery | None]:
    """The message and what leaves of it; None when nothing does."""
    ward, about = post.ward, EVENTS[draft.event]
    contacts = hashes(ward_id=ward.pk, contact=draft.contact)
    wrote = draft.language or Language.VIETNAMESE.value
    chosen = next((post.languages[c] for c in contacts if c in post.languages), wrote)
    values = {**house_values(ward, draft.about), **draft.values}
    page = {
        one: rules.fill(current_words(post, event=draft.event, slot=Slot.PAGE, language=one), values, one).text
        for one in Language
    }
    message = Message(
        ward_id=ward.pk,
        key=key,
        event=draft.event.value,
        purpose=about.purpose.value,
        act=act,
        dossier_id=draft.dossier_id,
        about=draft.about,
        made_at=happened,
        contacts=contacts,
        page_vi=page[Language.VIETNAMESE],
        page_en=page[Language.ENGLISH],
    )
    if about.purpose is not Purpose.DUTY and any((c, about.purpose.value) in post.refused for c in contacts):
        message.held = "refused"
        return message, None
    way = rules.chosen(contact=draft.contact, order=rules.order(at), on=post.on)
    if way is None:
        message.held = "unreachable"
        return message, _call(message, draft, page[Language.VIETNAMESE]) if about.call else None
    return message, _delivery(post, draft, message, way=way, language=Language(chosen), values=values, at=at)


def _call(message: Message, draft: Draft, text: str) -> Delivery:
    """Nothing reaches them: the counter has somebody to call, or to tell when they come."""
    return Delivery(
        ward_id=message.ward_id,
        message_id=message.pk,
        way=Way.PHONE.value,
        address=draft.contact.address(Way.SMS),
        text=text,
        state=State.TO_CALL.value,
    )


def _delivery(
    post: Post,
    draft: Draft,
    message: Message,
    *,
    way: tuple[Way, str],
    language: Language,
    values: Mapping[Place, Value],
    at: datetime,
) -> Delivery:
    name, address = way
    slot = Slot.EMAIL if name is Way.EMAIL else Slot.SHORT
    words = rules.fill(current_words(post, event=draft.event, slot=slot, language=language), values, language)
    text = words.text
    if name is Way.EMAIL:
        text += "\n\n" + rules.foot(
            event=draft.event,
            on=at.astimezone(ZONE).date(),
            language=language,
            office=post.ward.office_name,
            ward=post.ward.name,
            reach=" · ".join(part for part in (post.ward.address, post.ward.phone, post.ward.email) if part),
            choose=choose_link(ward=post.ward, contacts=message.contacts),
        )
    elif name is Way.SMS:
        text = rules.unaccented(text)
    return Delivery(
        ward_id=message.ward_id,
        message_id=message.pk,
        way=name.value,
        address=address,
        language=language.value,
        subject=words.subject[:400],
        text=text,
        state=State.QUEUED.value,
        next_try_at=rules.after_quiet(at),
    )
