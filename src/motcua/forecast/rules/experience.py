"""What a ward has lived through: how far each finished dossier was when it left each of its steps.

Time is told in thousandths of a promise (`used`): 0 at the receipt, 1000 at the due, more after it. So a procedure of
three days and one of thirty can be compared, and a pause or a holiday is already left out.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua import clock
from motcua.clock import Calendar

__all__ = [
    "KEPT",
    "WHOLE",
    "Experience",
    "Passed",
    "Path",
    "Place",
    "Seen",
    "Station",
    "middle",
    "total_minutes",
    "used_of",
]

WHOLE = 1000  # a promise, in thousandths
KEPT = 200  # of the most recent dossiers of one place; older ones say little about how the office works now
_LEAST = 30  # minutes; a promise shorter than that has no parts worth telling


def middle(values: Iterable[float]) -> int:
    """The median as a whole number; the lower of the two middle ones where there are two."""
    ordered = sorted(values)
    return round(ordered[(len(ordered) - 1) // 2])


def total_minutes(*, counted_from: datetime, first_due: datetime, calendar: Calendar) -> int:
    """The working minutes a promise was given at first; pauses and new calendars do not change it."""
    return max(clock.working_minutes(start=counted_from, end=first_due, calendar=calendar), _LEAST)


def used_of(*, at: datetime, due: datetime, total: int, calendar: Calendar) -> int:
    """How much of a promise of `total` minutes is used at `at`, when it is due then: its pauses have moved the due."""
    if at <= due:
        left = clock.working_minutes(start=at, end=due, calendar=calendar)
        return max(WHOLE - left * WHOLE // total, 0)
    over = clock.working_minutes(start=due, end=at, calendar=calendar)
    return WHOLE + -(-over * WHOLE // total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A step of the process of a procedure, and what it is like elsewhere in its field and in the ward."""

    procedure: str
    process: str
    order: int
    field: str
    kind: str

    @property
    def keys(self) -> tuple[str, str, str]:
        """From the widest experience to the narrowest: the ward, the field, the procedure itself."""
        return f"w:{self.kind}", f"f:{self.field}:{self.kind}", f"p:{self.procedure}:{self.process}:{self.order}"


@dataclass(frozen=True, slots=True)
class Passed:
    """A finished dossier at one step: `used` when it left the step for good, `used` when it was finished.

    `spent`: working minutes since it had left the step before.
    """

    left: int
    ended: int
    spent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One step of a finished dossier."""

    place: Place
    passed: Passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A finished dossier: when, and what it was like at each of its steps."""

    finished_at: datetime
    stations: tuple[Station, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How long the queue of a step's position usually was when a step came into it, and how many shared it."""

    usual: float
    holders: int


@dataclass(slots=True, kw_only=True)
class Experience:
    """All of it, by place; the oldest of a place is forgotten when KEPT newer ones are known."""

    passed: dict[str, deque[Passed]] = field(default_factory=dict)
    queues: dict[str, Seen] = field(default_factory=dict)
    paths: int = 0
    _ordered: dict[str, tuple[list[int], list[Passed]]] = field(default_factory=dict, repr=False, compare=False)

    def add(self, path: Path) -> None:
        """Remember one more finished dossier; give them in the order of their finish."""
        self.paths += 1
        for station in path.stations:
            for key in station.place.keys:
                self._ordered.pop(key, None)
                self.passed.setdefault(key, deque(maxlen=KEPT)).append(station.passed)

    def at(self, key: str) -> Iterable[Passed]:
        """What is known of a place; nothing where nobody has been."""
        return self.passed.get(key, ())

    def fellows(self, key: str, *, used: int) -> list[Passed]:
        """Who had not left a place when as much was used, the slowest last."""
        lefts, ordered = self._in_order(key)
        return ordered[bisect_right(lefts, used) :]

    def slowest(self, key: str, *, n: int) -> list[Passed]:
        """The `n` that left a place the latest; fewer where fewer are known."""
        return self._in_order(key)[1][-n:]

    def _in_order(self, key: str) -> tuple[list[int], list[Passed]]:
        """A place by how much was used when it was left: ordered once, asked for every open dossier."""
        if key not in self._ordered:
            ordered = sorted(self.at(key), key=lambda passed: (passed.left, passed.ended))
            self._ordered[key] = [passed.left for passed in ordered], ordered
        return self._ordered[key]

    def usual_minutes(self, place: Place) -> int | None:
        """How long this step of this procedure usually takes in working minutes: the median."""
        spent = [passed.spent for passed in self.at(place.keys[-1])]
        return middle(spent) if spent else None

    def dumped(self) -> dict[str, object]:
        """As plain data, to be kept."""
        return {
            "paths": self.paths,
            "passed": {key: [[p.left, p.ended, p.spent] for p in of] for key, of in self.passed.items()},
            "queues": {key: [seen.usual, seen.holders] for key, seen in self.queues.items()},
        }

    @classmethod
    def loaded(cls, kept: Mapping[str, Any]) -> "Experience":
        """From what `dumped` gave."""
        return cls(
            paths=kept["paths"],
            passed={key: deque((Passed(*p) for p in of), maxlen=KEPT) for key, of in kept["passed"].items()},
            queues={key: Seen(usual=usual, holders=n) for key, (usual, n) in kept["queues"].items()},
        )
