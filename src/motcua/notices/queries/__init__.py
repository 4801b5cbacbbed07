"""Reads of messages."""

from motcua.notices.queries.choosing import choices
from motcua.notices.queries.composing import choose_link, choose_path, hashes, post_of, read_token
from motcua.notices.queries.events import MAKERS, Draft, contact_of
from motcua.notices.queries.messages import (
    Told,
    delivery,
    message,
    told,
    undelivered_apologies,
    unreached,
    visible_to,
)
from motcua.notices.queries.sending import channels, refuse_link

__all__ = [
    "MAKERS",
    "Draft",
    "Told",
    "channels",
    "choices",
    "choose_link",
    "choose_path",
    "contact_of",
    "delivery",
    "hashes",
    "message",
    "post_of",
    "read_token",
    "refuse_link",
    "told",
    "undelivered_apologies",
    "unreached",
    "visible_to",
]
