"""The events people are told of: why, whether they may refuse, and what each may say. One table."""

from dataclasses import dataclass
from enum import StrEnum

from motcua.notices.rules.places import Place

__all__ = ["EVENTS", "About", "Event", "Purpose", "Way"]


class Event(StrEnum):
    """What happened, as a message sees it."""

    ACCEPTED = "accepted"
    COMPLETION = "completion"
    TURNED_AWAY = "turned_away"
    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    RESUMED = "resumed"
    APOLOGY = "apology"
    MOVED = "moved"
    READY = "ready"
    REFUSED = "refused"
    STOPPED = "stopped"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    FEEDBACK_RECEIVED = "feedback_received"
    FEEDBACK_ANSWERED = "feedback_answered"
    PETITION_RECEIVED = "petition_received"
    PETITION_FORWARDED = "petition_forwarded"
    OFFICER = "officer"


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
    """One event: its purpose, whether the counter calls when nothing reaches the person, the law that asks for it."""

    purpose: Purpose
    places: frozenset[Place]
    call: bool = False
    law: str = ""


_HOUSE = frozenset({Place.WARD, Place.OFFICE, Place.ADDRESS, Place.PHONE, Place.LINK})
_DOSSIER = _HOUSE | {Place.CODE, Place.NAME, Place.PROCEDURE}
_LETTER = _HOUSE | {Place.CODE, Place.NAME}

EVENTS: dict[Event, About] = {
    Event.ACCEPTED: About(purpose=Purpose.PROGRESS, places=_DOSSIER | {Place.DUE}),
    Event.COMPLETION: About(
        purpose=Purpose.DUTY,
        places=_DOSSIER | {Place.ITEMS, Place.REASON},
        law="NĐ 61/2018 Điều 17 (mẫu 02)",
    ),
    Event.TURNED_AWAY: About(purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON}, law="NĐ 61/2018 Điều 17 (mẫu 03)"),
    Event.SUPPLEMENT: About(
        purpose=Purpose.DUTY,
        places=_DOSSIER | {Place.ITEMS, Place.REASON},
        call=True,
        law="NĐ 61/2018 Điều 19 khoản 4 (mẫu 02)",
    ),
    Event.PAYMENT: About(
        purpose=Purpose.DUTY, places=_DOSSIER | {Place.AMOUNT, Place.REASON}, call=True, law="NĐ 61/2018 Điều 19"
    ),
    Event.RESUMED: About(purpose=Purpose.PROGRESS, places=_DOSSIER | {Place.DUE}),
    Event.APOLOGY: About(
        purpose=Purpose.DUTY,
        places=_DOSSIER | {Place.REASON, Place.OLD_DUE, Place.NEW_DUE, Place.LETTER},
        call=True,
        law="NĐ 61/2018 Điều 19 khoản 9 (mẫu 04)",
    ),
    Event.MOVED: About(
        purpose=Purpose.DUTY,
        places=_DOSSIER | {Place.REASON, Place.OLD_DUE, Place.NEW_DUE},
        call=True,
        law="NĐ 61/2018 Điều 19",
    ),
    Event.READY: About(purpose=Purpose.DUTY, places=_DOSSIER, call=True, law="NĐ 61/2018 Điều 20"),
    Event.REFUSED: About(
        purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON}, call=True, law="NĐ 61/2018 Điều 19 khoản 8"
    ),
    Event.STOPPED: About(
        purpose=Purpose.DUTY, places=_DOSSIER | {Place.REASON}, call=True, law="TT 03/2025/TT-VPCP (mẫu 05)"
    ),
    Event.RETURNED: About(purpose=Purpose.SURVEY, places=_DOSSIER | {Place.SURVEY}),
    Event.WITHDRAWN: About(purpose=Purpose.PROGRESS, places=_DOSSIER),
    Event.FEEDBACK_RECEIVED: About(purpose=Purpose.DUTY, places=_LETTER | {Place.DUE}, law="NĐ 61/2018, quy chế PAKN"),
    Event.FEEDBACK_ANSWERED: About(
        purpose=Purpose.DUTY, places=_LETTER | {Place.ANSWER}, call=True, law="NĐ 61/2018, quy chế PAKN"
    ),
    # Nothing here may say what kind of letter it was: whoever reads it over a shoulder learns only that one came.
    Event.PETITION_RECEIVED: About(purpose=Purpose.DUTY, places=_LETTER, law="Luật Tiếp công dân 2013"),
    Event.PETITION_FORWARDED: About(purpose=Purpose.DUTY, places=_LETTER | {Place.BODY}, law="Luật Tiếp công dân 2013"),
    Event.OFFICER: About(purpose=Purpose.OFFICER, places=frozenset()),
}
