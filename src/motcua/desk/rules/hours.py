"""Today's hours in words, and how much of the week is left. Source: LOOK.md (the working clock)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua import clock, vietnam
from motcua.clock import ZONE, Calendar, Session

__all__ = ["Week", "closes", "hours_today", "week"]

NOON = 12


def hours_today(*, at: datetime, calendar: Calendar) -> str:
    """`buổi sáng đến 11:30, chiều 13:00–17:00`; after hours and on days off, when work goes on."""
    local = at.astimezone(ZONE)
    sessions = calendar.sessions(local.date())
    ahead = [s for s in sessions if s.end > local.time()]
    if not ahead:
        return f"{'đã hết giờ làm việc' if sessions else 'hôm nay nghỉ'}, {_again(at, calendar)}"
    return ", ".join(_said(s, now=s.start <= local.time(), first=n == 0) for n, s in enumerate(ahead))


def closes(*, at: datetime, calendar: Calendar) -> str:
    """When today's work ends: `17:00`; nothing on a day off or when it has ended."""
    local = at.astimezone(ZONE)
    sessions = calendar.sessions(local.date())
    return f"{sessions[-1].end:%H:%M}" if sessions and local.time() < sessions[-1].end else ""


def _said(session: Session, *, now: bool, first: bool) -> str:
    part = "sáng" if session.start.hour < NOON else "chiều"
    name = f"buổi {part}" if first else part
    return f"{name} đến {session.end:%H:%M}" if now else f"{name} {session.start:%H:%M}–{session.end:%H:%M}"


def _again(at: datetime, calendar: Calendar) -> str:
    opening = calendar.next_opening(at)
    return f"làm lại {vietnam.moment(opening, at.astimezone(ZONE).date())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The rest of a working week: the close of its last working day and the working hours until then."""

    ends_at: datetime
    hours: int


def week(*, at: datetime, calendar: Calendar) -> Week:
    """What is left of this working week; on its last evening and at the weekend, the next one."""
    day = at.astimezone(ZONE).date()
    end = _last_close(day, calendar)
    if end is None or end <= at:
        end = _last_close(calendar.next_working(day + timedelta(days=1)), calendar)
    if end is None:
        raise RuntimeError("a working day has a close")
    return Week(ends_at=end, hours=clock.working_minutes(start=at, end=end, calendar=calendar) // 60)


def _last_close(day: date, calendar: Calendar) -> datetime | None:
    monday = day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    working = [d for d in days if calendar.is_working(d)]
    return calendar.close_of(working[-1]) if working else None
