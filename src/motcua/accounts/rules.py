"""Who may hold what. Pure."""

from datetime import date, datetime, time, timedelta

from motcua import law
from motcua.acts import Actor, ActorKind, Refused, Role

__all__ = ["digest_hour", "digest_hours", "may_administer", "period"]


def may_administer(by: Actor) -> None:
    """Only the ward's administrator, or the house itself, changes people, positions and tokens."""
    if by.kind is not ActorKind.SYSTEM and not by.has(Role.ADMIN):
        raise Refused(
            "forbidden",
            "Chỉ quản trị của phường làm được việc này.",
            "Only the ward's administrator may do this.",
        )


def period(*, starts: date, ends: date | None) -> None:
    """A period ends on or after the day it starts."""
    if ends is not None and ends < starts:
        raise Refused(
            "period.order",
            "Ngày kết thúc phải sau ngày bắt đầu.",
            "The end must not be before the start.",
            field="ends",
        )


def _hour(rule: str, on: date) -> time:
    return time.fromisoformat(str(law.rule(rule, on=on).value))


def digest_hours(on: date) -> tuple[str, ...]:
    """The hours offered for the digest of the morning, by the quarter. Source: DIGEST_FROM, DIGEST_UNTIL."""
    first, last = (datetime.combine(on, _hour(rule, on)) for rule in ("DIGEST_FROM", "DIGEST_UNTIL"))
    quarters = (last - first) // timedelta(minutes=15)
    return tuple(f"{first + timedelta(minutes=15 * n):%H:%M}" for n in range(quarters + 1))


def digest_hour(*, chosen: str, on: date) -> time:
    """When somebody's digest goes out: as chosen if that is offered, else as the ward has it. Source: DIGEST_HOUR."""
    return time.fromisoformat(chosen) if chosen in digest_hours(on) else _hour("DIGEST_HOUR", on)
