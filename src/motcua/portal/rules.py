"""How often somebody may try the look-up. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

__all__ = ["TRIES", "Window", "counted_value", "opens_again", "seconds_to_wait", "window_start"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """At most `most` tries of one kind within `length`, counted from whole windows."""

    kind: str
    length: timedelta
    most: int


# Defaults of ours, not law; set on 28/11/2026. In this order: a try that one limit stops is not counted by the next.
# - address: thirty in ten minutes, because a whole hall may share one.
# - address and code: ten an hour. Whoever mistypes has enough, and a stranger uses up only their own ten.
# - code, from wherever: 300 a day. A four-digit tail has 10,000 values, so trying them all takes 10,000 / 300 = 33 days
#   and a given day finds it with 3% at most, however many addresses join in (before: 10 an hour = 240 a day, 41 days).
#   One address comes to 24 x 10 = 240 a day: alone it can neither lock the resident out nor try all within 41 days.
TRIES = (
    Window(kind="address", length=timedelta(minutes=10), most=30),
    Window(kind="address+code", length=timedelta(hours=1), most=10),
    Window(kind="code", length=timedelta(days=1), most=300),
)


def counted_value(window: Window, *, address: str, code: str) -> str:
    """What a window counts by, unmistakable: neither an address nor a code holds a line break."""
    return {"address": address, "code": code}.get(window.kind, f"{address}\n{code}")


def window_start(at: datetime, window: Window) -> datetime:
    """The start of the whole window that holds a moment."""
    seconds = int(window.length.total_seconds())
    return datetime.fromtimestamp(int(at.timestamp()) // seconds * seconds, UTC)


def opens_again(at: datetime, window: Window) -> datetime:
    """When the next window begins."""
    return window_start(at, window) + window.length


def seconds_to_wait(at: datetime, window: Window) -> int:
    """How long until a window begins anew, for machines."""
    return int((opens_again(at, window) - at).total_seconds()) + 1
