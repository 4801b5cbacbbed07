"""Short spellings the tests of this room share."""

from collections.abc import Mapping
from datetime import date, datetime, time

from motcua.clock import (
    ZONE,
    Calendar,
    Day,
    DayKind,
    Hours,
    Limit,
    Pause,
    PauseMode,
    Session,
    standard_calendar,
)

STANDARD = standard_calendar()


def at(text: str) -> datetime:
    """A moment in Việt Nam from `2026-02-12 09:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def limit(text: str) -> Limit:
    return Limit.parse(text)


def suspended(start: str, end: str, ground: str = "chờ bổ sung") -> Pause:
    return Pause(start=at(start), end=at(end), mode=PauseMode.SUSPEND, ground=ground)


def restarted(start: str, end: str, ground: str = "chờ bổ sung") -> Pause:
    return Pause(start=at(start), end=at(end), mode=PauseMode.RESTART, ground=ground)


def session(text: str) -> Session:
    start, end = text.split("-")
    return Session(start=time.fromisoformat(start), end=time.fromisoformat(end))


def calendar(
    *days: Day,
    weekly: Mapping[int, tuple[Session, ...]] | None = None,
    extra: Mapping[int, tuple[Session, ...]] | None = None,
    hours_per_day: int = 8,
) -> Calendar:
    """A ward open Monday to Friday 07:30–11:30 and 13:00–17:00 unless told otherwise."""
    regular = dict.fromkeys(range(5), (session("07:30-11:30"), session("13:00-17:00")))
    return Calendar(
        name="Phường Hoa Gạo",
        hours=(Hours(valid_from=date(2020, 1, 1), weekly=weekly or regular, extra=extra or {}),),
        days=days,
        cutoff=time(15),
        hours_per_day=hours_per_day,
    )


def off(iso: str, kind: DayKind = DayKind.LOCAL_OFF, name: str = "Nghỉ bão") -> Day:
    return Day(date=date.fromisoformat(iso), kind=kind, name=name, source="Thông báo của phường")


EVENINGS = {1: (session("18:00-19:30"),), 3: (session("18:00-19:30"),), 5: (session("07:30-11:30"),)}
WITH_EVENINGS = calendar(extra=EVENINGS)
