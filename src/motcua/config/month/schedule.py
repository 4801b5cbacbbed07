"""What time starts, at which moments: the house's own schedule, asked about a time that is not now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

import croniter
from procrastinate.contrib.django import app

from motcua.clock import ZONE, Calendar

__all__ = ["Start", "moments", "starts"]


@dataclass(frozen=True, slots=True)
class Start:
    """A job and the moment it is started for, in seconds since 1970."""

    name: str
    timestamp: int


def starts(*, after: datetime, until: datetime) -> list[Start]:
    """The jobs whose hour came in (after, until]; of a job that is asked for every minute only the last time."""
    found = []
    for known in app.periodic_registry.periodic_tasks.values():
        last = int(croniter.croniter(known.cron, until.timestamp() + 1).get_prev(float))
        if last > after.timestamp():
            found.append(Start(name=known.task.name, timestamp=last))
    return found


def moments(*, first: datetime, days: int, calendar: Calendar, minutes: int = 30) -> Iterator[datetime]:
    """Every half hour (`minutes`) from seven to seven on working days; every three hours at night and on days off."""
    end = first + timedelta(days=days)
    at = first
    while at < end:
        day = calendar.is_working(at.astimezone(ZONE).date()) and time(7) <= at.astimezone(ZONE).time() < time(19)
        at += timedelta(minutes=minutes if day else 180)
        yield min(at, end)
