"""What kinds of units a ward has, and what may be changed in its calendar. Source: law.md §4.5, §16."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from motcua.acts import Refused
from motcua.clock import DayKind, Hours, Session

__all__ = ["Change", "DayChange", "HoursChange", "Stored", "UnitKind", "fit", "sessions", "since", "stored"]

Stored = dict[str, list[list[str]]]  # {"0": [["07:30", "11:30"], …], …} as the database keeps a week, Monday is 0

MOST_DAYS = 400


class UnitKind(StrEnum):
    """The kinds of units; an internal process names the kind that does a step."""

    CENTRE = "centre"  # Trung tâm Phục vụ hành chính công (bộ phận một cửa)
    DIVISION = "division"  # phòng chuyên môn
    OFFICE = "office"  # Văn phòng HĐND và UBND (văn thư)
    LEADERSHIP = "leadership"  # lãnh đạo UBND


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """A day of the calendar entered or changed; with kind None it is an ordinary day again."""

    date: date
    kind: DayKind | None
    name: str = ""
    source: str = ""
    certainty: str = "sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursChange:
    """The opening hours from a day on: `weekly` counts for limits, `extra` only receives."""

    valid_from: date
    weekly: Stored
    extra: Stored = field(default_factory=dict)
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a ward's calendar: some days, or the hours from a day on, or both."""

    days: tuple[DayChange, ...] = ()
    hours: HoursChange | None = None


def sessions(week: Mapping[str, list[list[str]]]) -> dict[int, tuple[Session, ...]]:
    """A stored week as the clock takes it. Raises Refused `calendar.session`."""
    return {
        int(day): tuple(Session(start=time.fromisoformat(a), end=time.fromisoformat(b)) for a, b in pairs)
        for day, pairs in week.items()
    }


def stored(week: Mapping[int, tuple[Session, ...]]) -> Stored:
    """A week as the database keeps it."""
    return {
        str(day): [[f"{s.start:%H:%M}", f"{s.end:%H:%M}"] for s in held] for day, held in sorted(week.items()) if held
    }


def fit(change: Change) -> None:
    """A change says something, each day once, with name and source; a week has working time. Refused `calendar.*`."""
    dates = [day.date for day in change.days]
    if not dates and change.hours is None:
        raise Refused("calendar.nothing", "Chưa có thay đổi nào.", "There is nothing to change.")
    if len(dates) > MOST_DAYS:
        raise Refused(
            "calendar.many",
            f"Mỗi lần đổi nhiều nhất {MOST_DAYS} ngày; tách thành nhiều lần.",
            f"At most {MOST_DAYS} days at a time.",
        )
    twice = next((day for day in dates if dates.count(day) > 1), None)
    if twice is not None:
        raise Refused(
            "calendar.twice",
            f"Ngày {twice:%d/%m/%Y} có hai dòng; giữ một dòng.",
            f"{twice:%d/%m/%Y} is given twice.",
            field="day",
        )
    if any(day.kind is not None and not (day.name.strip() and day.source.strip()) for day in change.days):
        raise Refused(
            "calendar.source",
            "Ghi tên ngày và văn bản quy định.",
            "Give the day's name and its source.",
            field="source",
        )
    if change.hours is not None:
        week = sessions(change.hours.weekly)
        Hours(valid_from=change.hours.valid_from, weekly=week, extra=sessions(change.hours.extra))
        if not any(week.values()):
            raise Refused(
                "calendar.no_hours",
                "Tuần phải có ít nhất một buổi làm việc; nếu không, không tính được giờ hẹn.",
                "A week needs at least one session.",
            )


def since(change: Change) -> date:
    """The first day a change touches; what is due before it cannot move."""
    return min([*(day.date for day in change.days), *([change.hours.valid_from] if change.hours else [])])
