"""From acts to what people are told: one table, ledger verb → maker.

A room above `dossiers` whose acts concern residents adds its verbs to `MAKERS`; see README, "Another room".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Status
from motcua.feedback.models import Case
from motcua.feedback.rules import Status as FeedbackStatus
from motcua.ledger.models import Act
from motcua.notices.queries.facts import Facts
from motcua.notices.rules import Contact, Event, Place
from motcua.notices.rules.wordings import Value
from motcua.surveys.queries import link as survey_of

__all__ = ["MAKERS", "Draft", "contact_of", "drafts", "sample", "site"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Somebody to be told of something: who, what, and the values of the blanks.

    `key` tells apart the messages of one act; `about` is the code people know the matter by.
    """

    event: Event
    key: str
    about: str
    contact: Contact
    values: Mapping[Place, Value] = field(default_factory=dict)
    dossier_id: UUID | None = None
    language: str = ""  # the one they wrote in, when they have chosen none


def site() -> str:
    """Scheme and host of the public pages, as residents type it."""
    return str(settings.PUBLIC_ADDRESS).rstrip("/")


Maker = Callable[[Act, Facts], list[Draft]]


def drafts(act: Act, found: Facts) -> list[Draft]:
    """Whom an act is told to, and what."""
    maker = MAKERS.get(act.verb)
    return maker(act, found) if maker else []


def contact_of(dossier: Dossier) -> Contact:
    """How the applicant of a dossier is reached: their own telephone, else that of whoever came for them."""
    return Contact(email=dossier.applicant_email, phone=dossier.applicant_phone or dossier.comer_phone)


def _draft(event: Event, dossier: Dossier | None, values: Mapping[Place, Value] | None = None) -> list[Draft]:
    if dossier is None:
        return []
    return [
        Draft(
            event=event,
            key=str(dossier.pk),
            about=dossier.code,
            contact=contact_of(dossier),
            values={**_common(dossier), **(values or {})},
            dossier_id=dossier.pk,
        )
    ]


def _common(dossier: Dossier) -> dict[Place, Value]:
    return {
        Place.CODE: dossier.code,
        Place.NAME: dossier.applicant_name,
        Place.PROCEDURE: dossier.version_pinned.name,
    }


def _set(act: Act, kind: str, name: str) -> Any:
    """The new value of a printed field in an act; None when the act did not set it."""
    return next((row["set"][name][1] for row in act.changes if row["kind"] == kind and name in row["set"]), None)


def _moment(value: Any) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _accepted(act: Act, found: Facts) -> list[Draft]:
    dossier = found.dossiers.get(act.subject_id)
    due = _moment(_set(act, "promise", "first_due_at"))
    if due is None and dossier is not None and dossier.promise is not None:
        due = dossier.promise.first_due_at
    return _draft(Event.ACCEPTED, dossier, {Place.DUE: due or ""})


def _asked(event: Event) -> Maker:
    def made(act: Act, found: Facts) -> list[Draft]:
        asked = next(iter(found.named(act, "supplement")), None)
        items = tuple(str(item) for item in asked.items) if asked else ()
        values: dict[Place, Value] = {Place.ITEMS: items, Place.REASON: asked.reason if asked else act.note}
        return _draft(event, found.dossiers.get(act.subject_id), values)

    return made


def _because(event: Event) -> Maker:
    def made(act: Act, found: Facts) -> list[Draft]:
        letter = next(iter(found.named(act, "result")), None)
        reason = letter.reason if letter else act.note
        return _draft(event, found.dossiers.get(act.subject_id), {Place.REASON: reason})

    return made


def _plain(event: Event) -> Maker:
    return lambda act, found: _draft(event, found.dossiers.get(act.subject_id))


def _owes(act: Act, found: Facts) -> list[Draft]:
    asked = next(iter(found.named(act, "payment")), None)
    if asked is None:
        return []
    values: dict[Place, Value] = {Place.AMOUNT: asked.amount, Place.REASON: asked.reason}
    return _draft(Event.PAYMENT, found.dossiers.get(act.subject_id), values)


def _goes_on(act: Act, found: Facts) -> list[Draft]:
    """Papers or money came and the clock runs again: with the due it has now."""
    dossier = found.dossiers.get(act.subject_id)
    if dossier is None or _set(act, Dossier.KIND, "status") != Status.PROCESSING.value:
        return []
    moved = [row for row in found.named(act, "due_change") if row.promise_id == dossier.promise_id]
    due = moved[0].new_due_at if moved else (dossier.promise.appointment if dossier.promise else "")
    return _draft(Event.RESUMED, dossier, {Place.DUE: due})


def _sorry(act: Act, found: Facts) -> list[Draft]:
    letter = next(iter(found.named(act, "extension")), None)
    if letter is None:
        return []
    values: dict[Place, Value] = {
        Place.REASON: letter.reason,
        Place.OLD_DUE: letter.old_due_at,
        Place.LETTER: letter.number,
    }
    if letter.new_due_at is None:  # the dossier has ended: there is nothing to appoint any more
        return _draft(Event.SORRY, found.dossiers.get(act.subject_id), values)
    return _draft(Event.APOLOGY, found.dossiers.get(act.subject_id), {**values, Place.NEW_DUE: letter.new_due_at})


def _advanced(act: Act, found: Facts) -> list[Draft]:
    """Only the step that finishes is told."""
    if _set(act, Dossier.KIND, "status") != Status.FINISHED.value:
        return []
    return _draft(Event.READY, found.dossiers.get(act.subject_id))


def _returned(act: Act, found: Facts) -> list[Draft]:
    """With the invitation of the room `surveys`, while it may be answered."""
    dossier = found.dossiers.get(act.subject_id)
    path = survey_of(dossier=dossier, at=act.at) if dossier else ""
    return _draft(Event.RETURNED, dossier, {Place.SURVEY: site() + path} if path else {})


def _written(event: Event, status: FeedbackStatus) -> Maker:
    """Whoever wrote a feedback that came to a status in this act, when they said how to reach them.

    A routed one is silent: it may be a denunciation, and its own room speaks.
    """

    def made(act: Act, found: Facts) -> list[Draft]:
        moved = {
            UUID(row["id"])
            for row in act.changes
            if row["kind"] == Case.KIND and row["set"].get("status", [None, None])[1] == status.value
        }
        answer = next((row.text for row in found.named(act, "feedback_answer")), "")
        return [
            Draft(
                event=event,
                key=str(case.pk),
                about=case.code,
                contact=Contact(email=case.sender.email, phone=case.sender.phone),
                values={
                    Place.CODE: case.code,
                    Place.DUE: case.promise.due_at if case.promise else "",
                    Place.ANSWER: answer,
                    Place.LINK: f"{site()}/p/{case.ward.slug}/feedback/find/",
                },
                language=case.language,
            )
            for case in found.named(act, Case.KIND)
            if case.pk in moved and case.status != FeedbackStatus.ROUTED.value and hasattr(case, "sender")
        ]

    return made


def _calendar(act: Act, found: Facts) -> list[Draft]:
    """Every open dossier whose appointment a change of the calendar moved."""
    told = []
    for row in found.named(act, "due_change"):
        dossier = found.promised.get(row.promise_id)
        if dossier is None or dossier.promise is None:
            continue
        again = dossier.promise.extended_due_at
        if again is not None and again > row.new_due_at:
            continue  # the people were told another day, and it stands
        values: dict[Place, Value] = {
            Place.OLD_DUE: row.old_due_at,
            Place.NEW_DUE: row.new_due_at,
            Place.REASON: act.note or row.ground,
        }
        told += _draft(Event.MOVED, dossier, values)
    return told


MAKERS: dict[str, Maker] = {
    "dossier.accept": _accepted,
    "dossier.ask_completion": _asked(Event.COMPLETION),
    "dossier.turn_away": _because(Event.TURNED_AWAY),
    "dossier.ask_supplement": _asked(Event.SUPPLEMENT),
    "dossier.complete_supplement": _goes_on,
    "dossier.require_payment": _owes,
    "dossier.take_payment": _goes_on,
    "dossier.approve_extension": _sorry,
    "dossier.advance": _advanced,
    "dossier.refuse": _because(Event.REFUSED),
    "dossier.stop": _because(Event.STOPPED),
    "dossier.return_result": _returned,
    "dossier.withdraw": _plain(Event.WITHDRAWN),
    "calendar.change": _calendar,
    "feedback.lodge": _written(Event.FEEDBACK_RECEIVED, FeedbackStatus.NEW),
    "feedback.approve": _written(Event.FEEDBACK_ANSWERED, FeedbackStatus.ANSWERED),
}


def sample(dossier: Dossier) -> dict[Place, Value]:
    """Values of a real dossier for a preview; what it does not have is invented here."""
    due = dossier.promise.appointment if dossier.promise else dossier.lodged_at
    return {
        **_common(dossier),
        Place.DUE: due,
        Place.OLD_DUE: dossier.promise.first_due_at if dossier.promise else due,
        Place.NEW_DUE: due,
        Place.REASON: "Cơ quan phối hợp trả lời chậm.",
        Place.ITEMS: ("Bản chính giấy chứng sinh", "Tờ khai có chữ ký"),
        Place.AMOUNT: 50000,
        Place.LETTER: "07/XL-UBND",
        Place.ANSWER: "Phường đã sửa đèn đường ngày 24/11.",
    }
