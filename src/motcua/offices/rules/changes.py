"""What may be changed in a ward's calendar. Source: law.md §4.5, §4.6."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from motcua.acts import Refused
from motcua.clock import Certainty, DayKind, Hours, Session

__all__ = [
    "MOST_DAYS",
    "YEARS",
    "Change",
    "DayChange",
    "HoursChange",
    "Stored",
    "fit",
    "sessions",
    "since",
]

Stored = dict[str, list[list[str]]]  # {"0": [["07:30", "11:30"], …], …} as the database keeps a week, Monday is 0

MOST_DAYS = 400  # one change; two full years have fewer days that differ
YEARS = range(2000, 2101)  # what an office can mean; anything else is a slip of the keyboard


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """A day of the calendar entered or changed; with kind None it is an ordinary day again."""

    date: date
    kind: DayKind | None
    name: str = ""
    source: str = ""
    certainty: str = Certainty.HIGH.value


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


def fit(change: Change) -> None:
    """A change says something, each day once, with name and source; a week has working time. Refused `calendar.*`."""
    if not change.days and change.hours is None:
        raise Refused("calendar.nothing", "Lịch đã đúng như vậy, không có gì để đổi.", "There is nothing to change.")
    if len(change.days) > MOST_DAYS:
        raise Refused(
            "calendar.many",
            f"Mỗi lần đổi nhiều nhất {MOST_DAYS} ngày; tách thành nhiều lần.",
            f"At most {MOST_DAYS} days at a time.",
        )
    seen: set[date] = set()
    for day in change.days:
        _fit_day(day, seen)
        seen.add(day.date)
    if change.hours is not None:
        _fit_hours(change.hours)


def _fit_day(day: DayChange, seen: set[date]) -> None:
    _fit_year(day.date)
    if day.date in seen:
        raise Refused(
            "calendar.twice",
            f"Ngày {day.date:%d/%m/%Y} có hai dòng; giữ một dòng.",
            f"{day.date:%d/%m/%Y} is given twice.",
            field="day",
        )
    if day.kind is not None and not (day.name.strip() and day.source.strip()):
        raise Refused(
            "calendar.source",
            "Ghi tên ngày và văn bản quy định.",
            "Give the day's name and its source.",
            field="source",
        )


def _fit_hours(hours: HoursChange) -> None:
    _fit_year(hours.valid_from)
    week = sessions(hours.weekly)
    Hours(valid_from=hours.valid_from, weekly=week, extra=sessions(hours.extra))
    if not any(week.values()):
        raise Refused(
            "calendar.no_hours",
            "Tuần phải có ít nhất một buổi làm việc; nếu không, không tính được giờ hẹn.",
            "A week needs at least one session.",
        )


def _fit_year(day: date) -> None:
    if day.year not in YEARS:
        raise Refused(
            "calendar.year",
            f"Năm {day.year} ngoài khoảng {YEARS[0]}–{YEARS[-1]}; xem lại ngày.",
            f"The year {day.year} is outside {YEARS[0]}–{YEARS[-1]}.",
            field="day",
        )


def since(change: Change) -> date:
    """The first day a change touches; what is due before it cannot move."""
    return min([*(day.date for day in change.days), *([change.hours.valid_from] if change.hours else [])])
