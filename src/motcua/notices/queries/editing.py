"""A wording as it is edited: what holds now, its versions, and how it reads with a real dossier's data."""

import hashlib

from motcua import vietnam
from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.dossiers.models import Dossier
from motcua.notices import rules
from motcua.notices.models import Wording
from motcua.notices.queries.composing import current_words, house_values, post_of
from motcua.notices.queries.events import sample
from motcua.notices.rules import LONG_DATE, Event, Language, Place, Slot, Words
from motcua.notices.rules.wordings import Value
from motcua.offices.models import Ward

__all__ = ["current", "history", "mark", "preview"]


def current(*, by: Actor, event: Event, slot: Slot, language: Language) -> Words:
    """The words in force in the ward."""
    return current_words(post_of(ward_id=by.ward_id), event=event, slot=slot, language=language)


def history(*, by: Actor, event: Event, slot: Slot, language: Language) -> list[Wording]:
    """Every version the ward wrote, the newest first; none is ever deleted."""
    rows = Wording.objects.filter(ward_id=by.ward_id, event=event.value, slot=slot.value, language=language.value)
    return list(rows.order_by("-version")[:50])


def mark(words: Words) -> str:
    """What was looked at, so that exactly that is kept."""
    return hashlib.sha256(f"{words.subject}\n{words.text}".encode()).hexdigest()[:16]


def preview(*, by: Actor, words: Words, event: Event, slot: Slot, language: Language) -> Words:
    """The words filled with the ward's newest dossier, its applicant's name masked.

    Raises Refused `wording.*` for words that could not be kept.
    """
    rules.check(event=event, slot=slot, words=words)
    ward = Ward.objects.get(pk=by.ward_id)
    dossier = (
        Dossier.objects.filter(ward_id=by.ward_id)
        .select_related("promise", "version_pinned")
        .order_by("-lodged_at", "-id")
        .first()
    )
    values = sample(dossier) if dossier else _invented(ward)
    values[Place.NAME] = vietnam.mask_name(str(values[Place.NAME]))
    return rules.fill(words, {**house_values(ward, str(values[Place.CODE])), **values}, language)


def _invented(ward: Ward) -> dict[Place, Value]:
    """Before the first dossier: a day that shows its form."""
    return {
        Place.CODE: f"{ward.code}-{LONG_DATE.astimezone(ZONE):%y%m%d}-0001",
        Place.NAME: "Trần Thị Ngâu",
        Place.PROCEDURE: "Đăng ký khai sinh",
        Place.DUE: LONG_DATE,
        Place.OLD_DUE: LONG_DATE,
        Place.NEW_DUE: LONG_DATE,
    }
