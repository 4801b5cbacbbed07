"""Decision 766, group 5: feedback handled in time and to satisfaction. One classifier; every case in exactly one cell.

Reading of law.md §7.1 and §10.1. A refusal is measured by the two days for refusing, a forwarding by its five, an
answer by the fifteen and the two for publishing; what is still open by the clock that runs. What turned out to be a
complaint or denunciation is no feedback and stands beside.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from motcua.feedback.rules.states import Clock, Kind, Status
from motcua.promises.rules import Outcome

__all__ = ["FIGURES", "LATE", "Cell", "Counted", "Measured", "Sums", "cell", "counted", "points", "sums"]


class Cell(StrEnum):
    """Where a feedback is counted."""

    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    OPEN_IN_TIME = "open_in_time"
    OPEN_LATE = "open_late"
    ASIDE = "aside"  # no feedback in truth: routed


LATE = frozenset({Cell.DONE_LATE, Cell.OPEN_LATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A promise as far as lateness is concerned."""

    outcome: str
    late_after: datetime
    paused_at: datetime | None = None
    released_at: datetime | None = None

    def late(self, at: datetime) -> bool:
        """Late when it was kept, when it ended or stopped, or by now."""
        if self.outcome:
            return self.outcome == Outcome.LATE.value
        return min(at, self.released_at or at, self.paused_at or at) > self.late_after


# Which promises measure a feedback in a state, in every round: looking again heals no lateness.
_MEASURES = {
    Status.NEW: (Clock.RECEIVE,),
    Status.PENDING: (Clock.RECEIVE,),
    Status.HANDLING: (Clock.HANDLE,),
    Status.WAITING: (Clock.HANDLE,),
    Status.ANSWERED: (Clock.HANDLE, Clock.PUBLISH),
    Status.PUBLISHED: (Clock.HANDLE, Clock.PUBLISH),
    Status.CLOSED: (Clock.HANDLE, Clock.PUBLISH),
    Status.FORWARDED: (Clock.FORWARD,),
}
_RUNNING = frozenset({Status.NEW, Status.PENDING, Status.HANDLING, Status.WAITING})


def cell(*, status: Status, promises: Mapping[Clock, Sequence[Measured]], at: datetime) -> Cell:
    """The one cell of a feedback."""
    if status is Status.ROUTED:
        return Cell.ASIDE
    if status is Status.REJECTED:
        measures: tuple[Clock, ...] = (Clock.REFUSE,) if Clock.REFUSE in promises else (Clock.RECEIVE, Clock.HANDLE)
    else:
        measures = _MEASURES[status]
    late = any(one.late(at) for clock in measures for one in promises.get(clock, ()))
    if status in _RUNNING:
        return Cell.OPEN_LATE if late else Cell.OPEN_IN_TIME
    return Cell.DONE_LATE if late else Cell.DONE_IN_TIME


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted of one feedback."""

    cell: Cell
    kind: Kind
    liked: bool | None
    repeated: bool
    merged: bool

    @property
    def unhappy(self) -> bool:
        """Disliked, asked again, or late: not satisfied in the sense of 5.3."""
        return self.liked is False or self.repeated or self.cell in LATE


def counted(it: Counted, figure: str) -> bool:
    """Whether a feedback is in a figure. The same predicate makes the number and its list."""
    if figure == "aside":
        return it.cell is Cell.ASIDE
    return it.cell is not Cell.ASIDE and _IN[figure](it)


def _is_kind(kind: Kind) -> Callable[[Counted], bool]:
    return lambda it: it.kind is kind


def _is_cell(one: Cell) -> Callable[[Counted], bool]:
    return lambda it: it.cell is one


_IN: dict[str, Callable[[Counted], bool]] = {
    "all": lambda _it: True,
    **{kind.value: _is_kind(kind) for kind in Kind},
    **{one.value: _is_cell(one) for one in Cell if one is not Cell.ASIDE},
    "in_time": lambda it: it.cell not in LATE,
    "liked": lambda it: it.liked is True,
    "disliked": lambda it: it.liked is False,
    "unrated": lambda it: it.liked is None,
    "repeated": lambda it: it.repeated,
    "overdue": lambda it: it.cell in LATE,
    "unhappy": lambda it: it.unhappy,
    "satisfied": lambda it: not it.unhappy,
    "merged": lambda it: it.merged,
}
FIGURES = (*_IN, "aside")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The figures, and the identities between them: parts whose sum must be the whole."""

    figures: Mapping[str, int]

    IDENTITIES = (
        (("rules", "conduct", "field", "other"), "all"),
        (("done_in_time", "done_late", "open_in_time", "open_late"), "all"),
        (("done_in_time", "open_in_time"), "in_time"),
        (("in_time", "overdue"), "all"),
        (("liked", "disliked", "unrated"), "all"),
        (("satisfied", "unhappy"), "all"),
    )

    def share(self, part: str) -> Decimal | None:
        """A part of all, in percent; None without any feedback."""
        whole = self.figures["all"]
        return Decimal(100) * self.figures[part] / whole if whole else None


def sums(rows: list[Counted]) -> Sums:
    """Every figure of a set of feedback."""
    return Sums(figures={name: sum(counted(row, name) for row in rows) for name in FIGURES})


def points(share: Decimal | None, *, most: int) -> Decimal:
    """Linear points of decision 766; the most when there was no feedback."""
    return Decimal(most) if share is None else (share * most / 100).quantize(Decimal("0.01"))
