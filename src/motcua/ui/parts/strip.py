"""The calendar strip: the days from receipt to the due or today, what of each was used, paused or late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.clock import ZONE, SegmentKind, StripDay

__all__ = ["Mark", "StripCell", "strip"]

WEEK = 7
LONG = 14  # columns of a long strip
MOST_IN_ONE_ROW = 21
MOST_DAYS = 70  # above it the strip leaves days out and says how many
_KEPT_FIRST, _KEPT_AROUND, _KEPT_LAST = 20, 6, 7
_ROOM = 2  # days that a label needs to the left of its pole


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A pole: `due`, `first` (where the due would have been) or `now`; `x` in percent of its day."""

    kind: str
    x: str
    label: str
    row: int = 1
    turn: str = ""  # classes: on which side of the pole the label stands


@dataclass(frozen=True, slots=True, kw_only=True)
class StripCell:
    """One day as it is drawn; `left_out` days instead when it is a gap."""

    weekday: str = ""
    label: str = ""
    off: bool = False
    bars: tuple[tuple[str, str, str], ...] = ()  # kind, x and width in percent
    count: int | None = None
    lines: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    turn: str = ""
    left_out: int = 0


def strip(days: Sequence[StripDay], *, due_at: datetime | None, now_said: str = "") -> tuple[StripCell, ...]:
    """The cells of a strip. `due_at` is said on the flag, `now_said` at the last moment instead of "bây giờ"."""
    shown = _shown(days)
    due = next((n for n, day in enumerate(days) if day.due is not None), None)
    now = next((n for n, day in enumerate(days) if day.now is not None), None)
    late = due is not None and now is not None and _after(days, now, due)
    cells = []
    left_out = 0
    for n, day in enumerate(days):
        if n not in shown:
            left_out += 1
            continue
        if left_out:
            cells.append(StripCell(left_out=left_out))
            left_out = 0
        marks = _marks(
            day,
            place=len(cells),
            last=n == len(days) - 1,
            due_at=due_at,
            late=late,
            near=(n, now),
            now_said=now_said or _("bây giờ"),
        )
        cells.append(_cell(day, place=len(cells), marks=tuple(marks), used=_used(n, now, day)))
    return tuple(cells)


def _after(days: Sequence[StripDay], now: int, due: int) -> bool:
    """Whether this moment is past the due."""
    return (now, days[now].now or 0) > (due, days[due].due or 0)


def _shown(days: Sequence[StripDay]) -> set[int]:
    """Which days are drawn: all, or the first, those around the due, and the last."""
    if len(days) <= MOST_DAYS:
        return set(range(len(days)))
    kept = {*range(_KEPT_FIRST), *range(len(days) - _KEPT_LAST, len(days))}
    for n, day in enumerate(days):
        if day.due is not None or day.first_due is not None:
            kept |= set(range(max(0, n - _KEPT_AROUND), min(len(days), n + _KEPT_AROUND)))
    return kept


def _used(n: int, now: int | None, day: StripDay) -> float:
    """How much of a day has passed: what is still to come stays empty."""
    if now is None or n < now:
        return 1
    return 0 if n > now else day.now or 0


def _cell(day: StripDay, *, place: int, marks: tuple[Mark, ...], used: float) -> StripCell:
    return StripCell(
        weekday=day.weekday,
        label=f"{day.date:%d/%m}" if place == 0 or day.date.day == 1 else f"{day.date.day}",
        off=day.off,
        bars=tuple(_bars(day, used)),
        count=day.count,
        lines=tuple(_lines(day)),
        marks=marks,
        turn=_turn(day),
    )


def _bars(day: StripDay, used: float) -> Iterable[tuple[str, str, str]]:
    for it in day.segments:
        end = min(it.end, used) if it.kind is SegmentKind.USED else it.end
        if it.start < end:
            yield it.kind.value, _pc(it.start), _pc(end - it.start)


def _turn(day: StripDay) -> str:
    """To which side the day's number steps out of the way of a pole."""
    inside = [x for x in (day.now, day.due, day.first_due) if x is not None and 0.15 < x < 0.85]
    if not inside:
        return ""
    return "go-right" if inside[0] <= 0.5 else "go-left"


def _lines(day: StripDay) -> Iterable[str]:
    """What is said under a day, at most two short lines."""
    if day.received:
        yield _("nhận")
        yield _hour(day.received)
    elif day.late_day:
        yield _("trễ")
        yield _("ngày %(n)s") % {"n": day.late_day}
    elif day.paused_at:
        yield _("dừng")
        yield _hour(day.paused_at)
    elif day.resumed_at:
        yield _("tính tiếp")
    elif day.name:
        yield day.name
    elif day.off and not day.segments:
        yield _("nghỉ")
    elif day.segments and all(s.kind is SegmentKind.PAUSED for s in day.segments):
        yield _("dừng")


def _marks(
    day: StripDay,
    *,
    place: int,
    last: bool,
    due_at: datetime | None,
    late: bool,
    near: tuple[int, int | None],
    now_said: str,
) -> Iterable[Mark]:
    turns = (["w0"] if place % WEEK == 0 else ["w6"] if place % WEEK == WEEK - 1 else []) + (
        ["l0"] if place % LONG == 0 else []
    )
    if day.first_due is not None:
        here, now = near
        crowded = now is not None and abs(now - here) <= _ROOM
        label = "" if crowded else _("nếu không dừng")
        yield Mark(kind="first", x=_pc(day.first_due), label=label, row=2, turn=" ".join(turns))
    if day.due is not None and due_at is not None:
        said = _("hẹn %(when)s") % {"when": f"{due_at.astimezone(ZONE):%d/%m, %H:%M}"}
        yield Mark(kind="due", x=_pc(day.due), label=said, turn=" ".join(turns))
    if day.now is not None:
        turn = [*turns, "left" if last or day.now > 0.5 else "right"]
        kind = "now late" if late else "now"
        yield Mark(kind=kind, x=_pc(day.now), label=now_said, row=2, turn=" ".join(turn))


def _hour(at: datetime) -> str:
    return f"{at.astimezone(ZONE):%H:%M}"


def _pc(share: float) -> str:
    return f"{round(share * 100, 2):g}%"
