"""Today's hours in words. Source: LOOK.md (the working clock)."""

from datetime import datetime

from motcua import vietnam
from motcua.clock import ZONE, Calendar, Session

__all__ = ["closes", "hours_today"]

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
