"""The two names of a feedback: a number officers say aloud, and a receipt only its sender holds."""

import re
from datetime import datetime

from motcua import vietnam
from motcua.promises.rules import ZONE

__all__ = ["LETTERS", "LONG", "number_code", "receipt", "series", "tidy"]

# No I, L, O, U, 0, 1: read over a telephone without doubt. 30 letters to the power of 12 is 5 · 10¹⁷.
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
LONG = 12
_ODD = re.compile(r"[^A-Z0-9]")


def receipt(letters: str) -> str:
    """Twelve letters in three groups: “K7M2-QX4T-9RWD”."""
    return "-".join(letters[n : n + 4] for n in range(0, len(letters), 4))


def tidy(typed: str) -> str:
    """A receipt as people type it: small letters, spaces and missing dashes are forgiven. Never raises."""
    letters = _ODD.sub("", vietnam.clean(typed[:200]).upper())
    return receipt(letters) if len(letters) == LONG else letters[: 2 * LONG]


def series(at: datetime) -> str:
    """The counter that numbers the feedback of a year."""
    return f"feedback-{at.astimezone(ZONE).year}"


def number_code(at: datetime, value: int) -> str:
    """“PA-26-0042”."""
    return f"PA-{at.astimezone(ZONE).year % 100:02}-{value:04}"
