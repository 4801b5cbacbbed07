"""When a message leaves and when a gateway is asked again: quiet hours, backoff, lease; all from dated records."""

from datetime import datetime, timedelta
from enum import StrEnum

from motcua import law
from motcua.clock import ZONE

__all__ = [
    "BACKOFF",
    "Outcome",
    "State",
    "after_quiet",
    "again_at",
    "before",
    "lease_end",
    "order",
    "quiet_hours",
]

BACKOFF = "NOTICE_BACKOFF_MINUTES"


class State(StrEnum):
    """How a delivery stands. `sending` is not kept as a state: it is a lease that has not run out."""

    QUEUED = "queued"
    FAILED = "failed"  # tried, will be tried again
    SENT = "sent"
    DEAD = "dead"  # somebody must do something
    TO_CALL = "to_call"  # no way reaches them: the counter calls
    TOLD = "told"  # told by a person, with proof
    DROPPED = "dropped"  # no longer needed before it left


class Outcome(StrEnum):
    """What a gateway made of a message."""

    ACCEPTED = "accepted"
    AGAIN = "again"  # not now: busy, silent, broken off
    NEVER = "never"  # this address or this message, never


def order(at: datetime) -> tuple[str, ...]:
    """The ways to reach somebody, the first choice first (NOTICE_CHANNEL_ORDER)."""
    value = law.rule("NOTICE_CHANNEL_ORDER", on=at.astimezone(ZONE).date()).value
    return tuple(str(name) for name in value) if isinstance(value, tuple) else (str(value),)


def quiet_hours(at: datetime) -> tuple[int, int]:
    """From which hour until which nobody is written to, local time (NOTICE_QUIET_HOURS)."""
    rule = law.rule("NOTICE_QUIET_HOURS", on=at.astimezone(ZONE).date())
    return rule.part("from"), rule.part("until")


def after_quiet(at: datetime) -> datetime:
    """`at`, or the end of the quiet hours when it falls into them."""
    local = at.astimezone(ZONE)
    first, last = quiet_hours(at)
    morning = local.replace(hour=last, minute=0, second=0, microsecond=0)
    if first == last:
        return at
    if first > last:  # over midnight
        if local.hour >= first:
            return morning + timedelta(days=1)
        return morning if local.hour < last else at
    return morning if first <= local.hour < last else at


def again_at(*, tries: int, at: datetime) -> datetime | None:
    """When to try again after `tries` tries have failed, or None when there is nothing left to try."""
    table = law.rule(BACKOFF, on=at.astimezone(ZONE).date())
    try:
        minutes = table.part(str(tries))
    except KeyError:
        return None
    return after_quiet(at + timedelta(minutes=minutes))


def lease_end(at: datetime) -> datetime:
    """Until when whoever took a delivery at `at` may still be sending it (NOTICE_LEASE_MINUTES)."""
    return at + timedelta(minutes=law.rule("NOTICE_LEASE_MINUTES", on=at.astimezone(ZONE).date()).whole)


def before(at: datetime) -> datetime:
    """What happened before this is not told when a ward is followed for the first time (NOTICE_FIRST_DAYS)."""
    return at - timedelta(days=law.rule("NOTICE_FIRST_DAYS", on=at.astimezone(ZONE).date()).whole)
