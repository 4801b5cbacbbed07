"""What a ward sets itself: its channels and its own words."""

from datetime import datetime

from motcua.acts import Actor, Refused
from motcua.ledger.actions import action, add, change
from motcua.notices import rules
from motcua.notices.models import Channel, Wording
from motcua.notices.queries.composing import house_values
from motcua.notices.rules import SHORT_MOST, Event, Language, Place, Slot, Way, Words
from motcua.offices.models import Ward

__all__ = ["restore_wording", "set_channel", "write_wording"]


@action("notice.set_channel")
def set_channel(
    *,
    by: Actor,
    at: datetime,
    way: Way,
    on: bool,
    address: str,
    sender: str,
    account: str = "",
    security: str = "starttls",
) -> Channel:
    """Set how a way reaches people, or switch it off. The secret is never part of it.

    Raises Refused `forbidden`, `channel.*`.
    """
    rules.may_change_channels(by)
    rules.check_channel(way=way, on=on, address=address, sender=sender, security=security)
    row = Channel.objects.select_for_update().filter(ward_id=by.ward_id, way=way.value).first()
    fields = {"on": on, "address": address, "sender": sender, "account": account, "security": security}
    if row is None:
        return add(Channel(ward_id=by.ward_id, way=way.value, **fields))
    return change(row, **fields)


@action("notice.write_wording")
def write_wording(
    *, by: Actor, at: datetime, event: Event, slot: Slot, language: Language, subject: str, text: str
) -> Wording:
    """The ward's own words from now on, as a new version; older ones stay.

    Raises Refused `forbidden`, `wording.empty`, `wording.braces`, `wording.unknown`, `wording.personal`,
    `wording.long`.
    """
    rules.may_change_words(by)
    words = Words(subject=subject if slot is Slot.EMAIL else "", text=text)
    rules.check(event=event, slot=slot, words=words)
    if slot is Slot.SHORT:
        _short_enough(by=by, words=words, language=language)
    return _version(by=by, at=at, event=event, slot=slot, language=language, words=words)


def _short_enough(*, by: Actor, words: Words, language: Language) -> None:
    """One SMS must hold it with this ward's name and the longest dates."""
    ward = Ward.objects.get(pk=by.ward_id)
    code = f"{ward.code}-261125-0001"
    dates = dict.fromkeys((Place.DUE, Place.OLD_DUE, Place.NEW_DUE), rules.LONG_DATE)
    filled = rules.fill(
        words, {**house_values(ward, code), Place.CODE: code, Place.LETTER: "07/XL-UBND", **dates}, language
    )
    length = len(rules.unaccented(filled.text))
    if length > SHORT_MOST:
        raise Refused(
            "wording.long",
            f"Tin ngắn này dài {length} ký tự khi điền đủ; tối đa {SHORT_MOST}. Bớt chữ hoặc bớt chỗ trống.",
            f"This short message has {length} characters when filled; at most {SHORT_MOST}.",
            field="text",
        )


@action("notice.restore_wording")
def restore_wording(*, by: Actor, at: datetime, event: Event, slot: Slot, language: Language) -> Wording:
    """The product's own words again, as a new version; the ward's stay in the history. Raises Refused `forbidden`."""
    rules.may_change_words(by)
    return _version(by=by, at=at, event=event, slot=slot, language=language, words=None)


def _version(*, by: Actor, at: datetime, event: Event, slot: Slot, language: Language, words: Words | None) -> Wording:
    last = (
        Wording.objects.select_for_update()
        .filter(ward_id=by.ward_id, event=event.value, slot=slot.value, language=language.value)
        .order_by("-version")
        .first()
    )
    return add(
        Wording(
            ward_id=by.ward_id,
            event=event.value,
            slot=slot.value,
            language=language.value,
            version=last.version + 1 if last else 1,
            original=words is None,
            subject=words.subject if words else "",
            text=words.text if words else "",
            at=at,
            by_name=by.name,
        )
    )
