"""Values of the parts that are words: badges, stations, acts, outcomes, slips."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import Protocol

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from motcua.clock import ZONE

__all__ = [
    "GLYPHS",
    "INTAKE_OUTCOMES",
    "KEYS",
    "Choice",
    "Day",
    "Fact",
    "Identity",
    "Kind",
    "Line",
    "Outcome",
    "Slip",
    "Stage",
    "Station",
    "by_day",
]

Words = str | Lazy


class Kind(StrEnum):
    """How a promise stands; each has its own shape, so that colour is never alone."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    PAUSED = "paused"
    DONE = "done"
    KEPT = "kept"  # done, told to a resident: pine and bold


_RING = '<circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="{}"/>'
_CHECK = '<path d="M1 6.5 4.6 10 11 2" fill="none" stroke="currentColor" stroke-width="2.2"/>'
GLYPHS = {
    "late": '<path fill="currentColor" fill-rule="evenodd" d="M0 0h12v12H0zM5 2.2h2v5H5zM5 8.2h2v1.9H5z"/>',
    "today": _RING.format("1.8") + '<path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor"/>',
    "soon": _RING.format("1.6") + '<path d="M6 6V1a5 5 0 0 1 5 5z" fill="currentColor"/>',
    "later": _RING.format("1.4"),
    "paused": '<path fill="currentColor" d="M2 1h3v10H2zM7 1h3v10H7z"/>',
    "done": _CHECK,
    "kept": _CHECK,
    "fails": '<path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="2.2"/>',
    "contrast": _RING.format("1") + '<path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor"/>',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A station of the step rail. `state` is done, at or next; `late` when its own due was passed."""

    name: Words
    state: str
    who: Words = ""
    due_at: datetime | None = None
    closed_at: datetime | None = None
    note: Words = ""
    difference: Words = "–"
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage of an apology, or of a resident's way. `state` is done, at or next."""

    name: Words
    state: str
    note: Words = ""


class _Told(Protocol):
    """Anything that happened at a moment."""

    @property
    def at(self) -> datetime: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One act of the timeline; `number` 0 is an event that is no act."""

    at: datetime
    who: str = ""
    what: Words
    remark: Words = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The acts of one day."""

    on: date
    lines: tuple[_Told, ...]


def by_day(lines: Iterable[_Told]) -> Iterator[Day]:
    """The lines in the order given, a day at a time."""
    for on, told in groupby(lines, lambda line: line.at.astimezone(ZONE).date()):
        yield Day(on=on, lines=tuple(told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several views: a segment of the filter line. `count` None says no number."""

    label: Words
    href: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One of the three ways a visit ends; `value` is what the form sends, `key` the key that presses it."""

    value: str
    label: Words
    key: str = ""


INTAKE_OUTCOMES = (
    Outcome(value="accept", label=_("Tiếp nhận, in phiếu hẹn"), key="F9"),
    Outcome(value="ask_completion", label=_("Yêu cầu bổ sung…"), key="F8"),
    Outcome(value="turn_away", label=_("Từ chối, nêu lý do…"), key="F2"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A sum between figures: in numbers, under it in column numbers and words; `repair` when it fails."""

    holds: bool
    text: str
    note: Words = ""
    repair: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of a paper: its name and what it says."""

    name: Words
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A paper as it looks on the screen. The paper itself is made by the room `documents`."""

    office: str
    desk: str
    title: str
    facts: tuple[Fact, ...]
    due: str = ""
    why: str = ""


# What each key does, as the `?` list says it. `static/ui/js/keys.js` holds the same keys.
KEYS: tuple[tuple[str, Words], ...] = (
    ("J", _("hàng sau")),
    ("K", _("hàng trước")),
    ("X", _("chọn hàng này")),
    ("Shift X", _("chọn đến hàng này")),
    ("Enter", _("mở hồ sơ")),
    ("C", _("làm việc tiếp theo")),
    ("/", _("tìm")),
    ("G B", _("đến Bàn việc")),
    ("G T", _("đến Tiếp nhận")),
    ("G S", _("đến Số liệu")),
    ("G P", _("đến Toàn phường")),
    ("G L", _("đến Lời hẹn")),
    ("G N", _("đến Người dân")),
    ("Esc", _("đóng, trở lại")),
    ("?", _("mọi phím tắt")),
)
