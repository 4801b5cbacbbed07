"""When a ballot box is opened, so that nobody's answer can be worked out from two published numbers.

Every value of a dimension (this procedure, that officer, the whole ward) has a ballot box. At the end of a month a box
is opened when at least `least` answers lie in it; else they stay and wait for the next month. What comes out of a box
at once is all that is ever published of those answers, so any two periods differ by whole boxes: by nobody, or by
`least` people or more. Boxes stand in boxes (a procedure in its field, a field in the ward): a small box opens only
with the large one around it, and never so that what stays closed beside it is fewer than `least` people, who could be
had by subtracting.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = ["Path", "opened"]

Path = tuple[str, ...]  # () is the whole; ("Hộ tịch",) a field; ("Hộ tịch", "1.001193") a procedure in it


def opened(counts: Mapping[tuple[Path, date], int], *, least: int, before: date) -> dict[tuple[Path, date], date]:
    """For every box and month of answering, the month at whose end those answers are published.

    `counts`: people by innermost box and month (its first day). Months from `before` on are not over: nothing of them
    is opened. What is missing in the result still lies in its box.
    """
    boxes = _Boxes(least=least)
    months: dict[date, list[tuple[Path, int]]] = defaultdict(list)
    for (path, month), people in counts.items():
        boxes.stand(path)
        if month < before:
            months[month].append((path, people))
    for month in sorted(months):
        for path, people in months[month]:
            boxes.drop(path, month, people)
        if boxes.lying(()) >= least:
            boxes.open((), month)
    return boxes.found


@dataclass(slots=True, kw_only=True)
class _Boxes:
    """The boxes, what lies in each by month, and what was opened when."""

    least: int
    inside: dict[Path, set[Path]] = field(default_factory=lambda: defaultdict(set))
    waiting: dict[Path, dict[date, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    found: dict[tuple[Path, date], date] = field(default_factory=dict)

    def stand(self, path: Path) -> None:
        """Put a box into the ones around it."""
        for depth in range(len(path)):
            self.inside[path[:depth]].add(path[: depth + 1])

    def drop(self, path: Path, month: date, people: int) -> None:
        """Answers fall into a box and all around it."""
        for depth in range(len(path) + 1):
            self.waiting[path[:depth]][month] += people

    def lying(self, path: Path) -> int:
        """How many answers wait in a box."""
        return sum(self.waiting[path].values())

    def open(self, path: Path, now: date) -> None:
        """Open a box, and of those inside whichever may be."""
        for month in self.waiting.pop(path, {}):
            self.found[path, month] = now
        inside = sorted(self.inside[path])
        ready = sorted((p for p in inside if self.lying(p) >= self.least), key=lambda p: (-self.lying(p), p))
        rest = sum(self.lying(p) for p in inside if p not in ready)
        while ready and 0 < rest < self.least:
            rest += self.lying(ready.pop())  # the smallest waits too, so that the few beside it cannot be subtracted
        for one in ready:
            self.open(one, now)
