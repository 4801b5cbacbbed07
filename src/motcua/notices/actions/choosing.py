"""What a resident chooses: the language, and which messages that are not required they do without."""

from collections.abc import Sequence
from datetime import datetime

from motcua.acts import Actor, Refused
from motcua.ledger.actions import action, add, change, standing, subject
from motcua.notices.models import Preference, Refusal
from motcua.notices.rules import Language, Purpose
from motcua.offices.models import Ward

__all__ = ["choose_language", "refuse_purpose", "take_back_refusal"]

OPTIONAL = (Purpose.PROGRESS, Purpose.SURVEY)


@action("notice.refuse_purpose")
def refuse_purpose(*, by: Actor, at: datetime, contacts: Sequence[str], purpose: Purpose, way: str) -> int:
    """An address wants no messages of a purpose any more; asking twice changes nothing. Returns how many are new.

    What the law demands still goes: raises Refused `notice.duty` for it.
    """
    if purpose not in OPTIONAL:
        raise Refused(
            "notice.duty",
            "Pháp luật buộc phường báo những tin này, nên không tắt được.",
            "The law obliges the ward to send these, so they cannot be stopped.",
        )
    subject(Ward(pk=by.ward_id))
    kept = {row.contact for row in _open(by=by, contacts=contacts, purpose=purpose)}
    fresh = [c for c in dict.fromkeys(contacts) if c not in kept]
    for contact in fresh:
        subject(add(Refusal(ward_id=by.ward_id, contact=contact, purpose=purpose.value, way=way, at=at)))
    return len(fresh)


def _open(*, by: Actor, contacts: Sequence[str], purpose: Purpose) -> list[Refusal]:
    rows = Refusal.objects.select_for_update().filter(
        ward_id=by.ward_id, contact__in=contacts, purpose=purpose.value, ends_at__isnull=True
    )
    return standing(rows, lambda r: r.contact in contacts and r.purpose == purpose.value and r.ends_at is None)


@action("notice.take_back_refusal")
def take_back_refusal(*, by: Actor, at: datetime, contacts: Sequence[str], purpose: Purpose) -> int:
    """An address wants the messages of a purpose again. Returns how many refusals ended."""
    subject(Ward(pk=by.ward_id))
    rows = _open(by=by, contacts=contacts, purpose=purpose)
    for row in rows:
        subject(change(row, ends_at=at))
    return len(rows)


@action("notice.choose_language")
def choose_language(*, by: Actor, at: datetime, contacts: Sequence[str], language: Language) -> int:
    """The language the next messages to these addresses are written in. Returns how many changed."""
    subject(Ward(pk=by.ward_id))
    rows = standing(
        Preference.objects.select_for_update().filter(ward_id=by.ward_id, contact__in=contacts),
        lambda p: p.contact in contacts,
    )
    kept = {row.contact: row for row in rows}
    changed = 0
    for contact in dict.fromkeys(contacts):
        row = kept.get(contact)
        if row is None:
            subject(add(Preference(ward_id=by.ward_id, contact=contact, language=language.value)))
            changed += 1
        elif row.language != language.value:
            subject(change(row, language=language.value))
            changed += 1
    return changed
