"""Reads of messages."""

from motcua.notices.queries.composing import choose_link, hashes, post_of, read_token
from motcua.notices.queries.events import MAKERS, Draft
from motcua.notices.queries.messages import (
    Told,
    delivery,
    message,
    told,
    undelivered_apologies,
    visible_to,
)
from motcua.notices.queries.sending import channel, refuse_link

__all__ = [
    "MAKERS",
    "Draft",
    "Told",
    "channel",
    "choose_link",
    "delivery",
    "hashes",
    "message",
    "post_of",
    "read_token",
    "refuse_link",
    "told",
    "undelivered_apologies",
    "visible_to",
]
