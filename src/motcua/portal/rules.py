"""How often somebody may try the look-up. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

__all__ = ["TRIES", "Window", "opens_again", "seconds_to_wait", "window_start"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """At most `most` tries of one kind within `length`, counted from whole windows."""

    kind: str
    length: timedelta
    most: int


# A four-digit tail has 10,000 values. Per code ten tries an hour: trying them all takes six weeks. Per address thirty
# in ten minutes: a whole hall may share one address. Defaults of ours, not law.
TRIES = (
    Window(kind="address", length=timedelta(minutes=10), most=30),
    Window(kind="code", length=timedelta(hours=1), most=10),
)


def window_start(at: datetime, window: Window) -> datetime:
    """The start of the whole window that holds a moment."""
    seconds = int(window.length.total_seconds())
    return datetime.fromtimestamp(int(at.timestamp()) // seconds * seconds, UTC)


def opens_again(at: datetime, window: Window) -> datetime:
    """When the next window begins."""
    return window_start(at, window) + window.length


def seconds_to_wait(at: datetime) -> int:
    """How long until every window has begun anew: for machines, whichever limit was met."""
    return max(int((opens_again(at, window) - at).total_seconds()) for window in TRIES) + 1
