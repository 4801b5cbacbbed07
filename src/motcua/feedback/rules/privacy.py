"""What must not stand in a text that everybody will read. Source: law.md §15 (personal data)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from motcua import vietnam

__all__ = ["Leak", "LeakKind", "leaks"]


class LeakKind(StrEnum):
    """What was found."""

    PHONE = "phone"
    NUMBER = "number"  # twelve or nine digits: an identity number
    EMAIL = "email"
    NAME = "name"  # the sender's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """A piece of text that may name somebody."""

    kind: LeakKind
    found: str


_RUN = re.compile(r"\+?\d(?:[ .\-()]{0,2}\d){7,}")
_EMAIL = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>]{2,}")
_DATE = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{4}")


def leaks(text: str, *, name: str = "", phone: str = "") -> tuple[Leak, ...]:
    """Telephone numbers, identity numbers, e-mails and the sender's name in a text, in the order found.

    A warning for whoever publishes. Digits may be parted by spaces, dots or dashes; the name is found without
    accents and in any case, whole or by its last two words.
    """
    found = [Leak(kind=LeakKind.EMAIL, found=hit.group()) for hit in _EMAIL.finditer(text)]
    for hit in _RUN.finditer(_DATE.sub(lambda day: "x" * len(day.group()), text)):
        digits = re.sub(r"\D", "", hit.group())
        if (phone and phone in digits) or (len(digits) in {10, 11} and digits.startswith(("0", "84"))):
            found.append(Leak(kind=LeakKind.PHONE, found=hit.group()))
        elif len(digits) in {9, 12}:
            found.append(Leak(kind=LeakKind.NUMBER, found=hit.group()))
    if _named(text, name):
        found.append(Leak(kind=LeakKind.NAME, found=name))
    return tuple(found)


def _named(text: str, name: str) -> bool:
    words, spoken = vietnam.words(text), vietnam.words(name)
    if len(spoken) < 2:
        return False
    last = spoken[-2:]  # “Thị Ngâu” is enough to be recognised by
    return any(words[n : n + 2] == last for n in range(len(words) - 1))
