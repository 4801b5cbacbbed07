"""Reads of feedback. `contact` is the face for whoever sends messages."""

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
from motcua.feedback.queries.indicators import Indicators, indicators

__all__ = [
    "Contact",
    "Indicators",
    "contact",
    "facts",
    "get",
    "indicators",
    "locked",
    "of_receipt",
    "sender_of",
    "visible_to",
    "ward_named",
]
