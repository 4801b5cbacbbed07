"""How somebody can be reached: which way is chosen, how an address is shown and how a refusal remembers it."""

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from motcua import vietnam
from motcua.acts import Refused
from motcua.notices.rules.events import Way

__all__ = ["Contact", "chosen", "clean_email", "hashed", "masked"]

_EMAIL = re.compile(r"[^\s@<>,;\"]{1,64}@[^\s@<>,;\"]+\.[^\s@<>,;\".]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What somebody gave: an e-mail address, a telephone number, or neither."""

    email: str = ""
    phone: str = ""

    def address(self, way: Way) -> str:
        """Where a message by this way goes; empty when nowhere."""
        return clean_email(self.email) if way is Way.EMAIL else _phone(self.phone)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that can be written to."""
        return tuple(a for a in (self.address(Way.EMAIL), self.address(Way.SMS)) if a)


def clean_email(text: str) -> str:
    """An address as it may stand in a header; empty for anything that is none."""
    typed = vietnam.clean(text).lower()
    return typed if typed.isascii() and _EMAIL.fullmatch(typed) else ""


def _phone(text: str) -> str:
    try:
        return vietnam.parse_phone(text)
    except Refused:
        return ""


def chosen(*, contact: Contact, order: Sequence[str], on: Collection[str]) -> tuple[Way, str] | None:
    """The first way of the order that is switched on and has an address, or None."""
    for name in order:
        way = Way(name)
        address = contact.address(way)
        if address and name in on:
            return way, address
    return None


def masked(address: str) -> str:
    """An address for a page: "ng•••@hopthu.vn", "09•• ••• •41"."""
    name, at, host = address.partition("@")
    return f"{name[:2]}•••@{host}" if at else vietnam.mask_phone(address)


def hashed(*, ward_id: UUID, address: str) -> str:
    """How a refusal remembers an address: 40 hex digits, different in every ward."""
    return hashlib.sha256(f"{ward_id} {address}".encode()).hexdigest()[:40]
