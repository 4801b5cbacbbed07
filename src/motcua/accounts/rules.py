"""Who may hold what. Pure."""

from datetime import date

from motcua.acts import Actor, ActorKind, Refused, Role

__all__ = ["may_administer", "period"]


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
