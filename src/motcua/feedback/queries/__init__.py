"""Reads of feedback. Faces: `contact` for whoever sends messages, `handed_over` for complaints and denunciations."""

from motcua.feedback.queries.cases import (
    Contact,
    contact,
    facts,
    get,
    locked,
    of_receipt,
    sender_of,
    visible_to,
    ward_named,
)
from motcua.feedback.queries.handing import HandedOver, handed_over
from motcua.feedback.queries.indicators import Indicators, indicators

__all__ = [
    "Contact",
    "HandedOver",
    "Indicators",
    "contact",
    "facts",
    "get",
    "handed_over",
    "indicators",
    "locked",
    "of_receipt",
    "sender_of",
    "visible_to",
    "ward_named",
]
