"""The events people are told of: why, whether they may refuse, and what each may say. One table."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua import law
from motcua.acts import Refused
from motcua.notices.rules.places import Place

__all__ = ["APOLOGIES", "EVENTS", "PROTECTED", "About", "Event", "Purpose", "Way", "duty_basis"]


class Event(StrEnum):
    """What happened, as a message sees it."""

    ACCEPTED = "accepted"
    COMPLETION = "completion"
    TURNED_AWAY = "turned_away"
    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    RESUMED = "resumed"
    APOLOGY = "apology"  # with the new appointment
    SORRY = "sorry"  # without one: the dossier has ended, late
    MOVED = "moved"
    READY = "ready"
    REFUSED = "refused"
    STOPPED = "stopped"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    FEEDBACK_RECEIVED = "feedback_received"
    FEEDBACK_ANSWERED = "feedback_answered"
    OFFICER = "officer"


# Whoever wrote these is protected: leaders only see that there is a message.
PROTECTED = (Event.FEEDBACK_RECEIVED.value, Event.FEEDBACK_ANSWERED.value)
APOLOGIES = (Event.APOLOGY.value, Event.SORRY.value)  # form 04


class Purpose(StrEnum):
    """Why somebody is told. A duty cannot be refused; the others can."""

    DUTY = "duty"
    PROGRESS = "progress"
    SURVEY = "survey"
    OFFICER = "officer"


class Way(StrEnum):
    """How a message travels. `phone` is a task for the counter."""

    EMAIL = "email"
    ZALO = "zalo"
    SMS = "sms"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """One event: its purpose, whether the counter calls when nothing reaches the person."""

    purpose: Purpose
    places: frozenset[Place]
    call: bool = False


def duty_basis(event: Event, on: date) -> str:
    """The law that obliges the ward to tell of an event (NOTICE_DUTY_…); empty where none does or did on that day."""
    if EVENTS[event].purpose is not Purpose.DUTY:
        return ""
    try:
        return law.rule(f"NOTICE_DUTY_{event.name}", on=on).basis
    except Refused:  # before the one-stop was law
        return ""


_HOUSE = frozenset({Place.WARD, Place.OFFICE, Place.ADDRESS, Place.PHONE, Place.LINK})
_DOSSIER = _HOUSE | {Place.CODE, Place.NAME, Place.PROCEDURE}
_LETTER = _HOUSE | {Place.CODE}  # who wrote is kept apart in their own rooms, and no letter repeats it

EVENTS: dict[Event, About] = {
    Event.ACCEPTED: About(purpose=Purpose.PROGRESS, places=_DOSSIER | {Place.DUE}),
    Event.COMPLETION: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.ITEMS, Place.REASON}),
    Event.TURNED_AWAY: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON}),
    Event.SUPPLEMENT: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.ITEMS, Place.REASON}, call=True),
    Event.PAYMENT: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.AMOUNT, Place.REASON}, call=True),
    Event.RESUMED: About(purpose=Purpose.PROGRESS, places=_DOSSIER | {Place.DUE}),
    Event.APOLOGY: About(
        purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON, Place.OLD_DUE, Place.NEW_DUE, Place.LETTER}, call=True
    ),
    Event.SORRY: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON, Place.OLD_DUE, Place.LETTER}, call=True),
    Event.MOVED: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON, Place.OLD_DUE, Place.NEW_DUE}, call=True),
    Event.READY: About(purpose=Purpose.DUTY, places=_DOSSIER, call=True),
    Event.REFUSED: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON}, call=True),
    Event.STOPPED: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON}, call=True),
    Event.RETURNED: About(purpose=Purpose.SURVEY, places=_DOSSIER | {Place.SURVEY}),
    Event.WITHDRAWN: About(purpose=Purpose.PROGRESS, places=_DOSSIER),
    Event.FEEDBACK_RECEIVED: About(purpose=Purpose.DUTY, places=_LETTER | {Place.DUE}),
    Event.FEEDBACK_ANSWERED: About(purpose=Purpose.DUTY, places=_LETTER | {Place.ANSWER}, call=True),
    Event.OFFICER: About(purpose=Purpose.OFFICER, places=frozenset()),
}
