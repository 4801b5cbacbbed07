"""How often somebody may try something. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

__all__ = ["Window", "opens_again", "seconds_to_wait", "window_start"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """At most `most` tries of one kind within `length`, counted from whole windows. A kind has one window only."""

    kind: str
    length: timedelta
    most: int


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
