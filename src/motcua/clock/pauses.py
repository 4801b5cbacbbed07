"""Intervals in which a limit does not run, put in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.acts import Refused
from motcua.clock.timeline import minute_of

__all__ = ["Pause", "PauseMode", "Stop", "stops"]


class PauseMode(StrEnum):
    """What a pause does to the limit; which one holds is a dated rule of `law` (SUPPLEMENT_CLOCK)."""

    SUSPEND = "suspend"  # the due moves by the paused time
    RESTART = "restart"  # the limit is counted again from the end of the pause, as if received then


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """From when to when the limit stood still, and on what ground. `end` None: it still does.

    Refused `pause.order` when it ends before it starts.
    """

    start: datetime
    end: datetime | None
    mode: PauseMode
    ground: str = ""

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise Refused(
                "pause.order",
                "Lần tạm dừng phải kết thúc sau khi bắt đầu.",
                "A pause must end after it starts.",
            )

    def closed(self, now: datetime) -> "Pause":
        """The same pause, ended at `now` if it is still open (a pause yet to come ends where it starts)."""
        if self.end is not None:
            return self
        return Pause(start=self.start, end=max(self.start, now), mode=self.mode, ground=self.ground)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A pause in whole minutes; overlapping suspensions are one stop with both grounds."""

    start: int
    end: int
    mode: PauseMode
    ground: str

    @property
    def order(self) -> tuple[int, int]:
        """What stops are put in order by."""
        return self.start, self.end

    def clipped(self, start: int) -> "Stop":
        """What is left of the stop from a minute on."""
        return Stop(start=max(self.start, start), end=self.end, mode=self.mode, ground=self.ground)


def stops(pauses: Iterable[Pause], *, since: int) -> list[Stop]:
    """The pauses from minute `since` on in order; empty ones dropped, overlapping suspensions merged.

    Raises Refused `clock.open_pause` when one has no end.
    """
    found = [stop.clipped(since) for stop in map(_stop, pauses) if stop.end > max(since, stop.start)]
    ordered: list[Stop] = []
    running: Stop | None = None  # the suspension that a later one may overlap
    for stop in sorted(found, key=lambda stop: stop.order):
        if stop.mode is PauseMode.SUSPEND and running is not None and stop.start <= running.end:
            ordered.remove(running)
            stop = _joined(running, stop)  # noqa: PLW2901 - the two are one from here on
        ordered.append(stop)
        running = stop if stop.mode is PauseMode.SUSPEND else running
    return sorted(ordered, key=lambda stop: stop.order)


def _stop(pause: Pause) -> Stop:
    if pause.end is None:
        raise Refused(
            "clock.open_pause",
            "Hồ sơ đang tạm dừng nên chưa có giờ hẹn.",
            "The limit is paused, so there is no due date yet.",
        )
    return Stop(start=minute_of(pause.start), end=minute_of(pause.end), mode=pause.mode, ground=pause.ground)


def _joined(one: Stop, two: Stop) -> Stop:
    grounds = dict.fromkeys(ground for ground in (one.ground, two.ground) if ground)
    return Stop(start=one.start, end=max(one.end, two.end), mode=one.mode, ground="; ".join(grounds))
