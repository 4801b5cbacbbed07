"""Who reads which results, and who decides what is asked."""

from dataclasses import dataclass
from uuid import UUID

from motcua.acts import Actor, ActorKind, Refused, Role

__all__ = ["LEADERS", "READERS", "SEERS", "Seen", "may_publish", "may_read", "seen"]

LEADERS = (Role.DIRECTOR, Role.LEADER, Role.CHAIRMAN)
SEERS = (*LEADERS, Role.SUPERVISOR, Role.ADMIN)
READERS = (*SEERS, Role.UNIT_HEAD, Role.COUNTER, Role.SPECIALIST, Role.CLERK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Whose rows somebody sees where rows are people or units: all, or those of some units and one's own."""

    all: bool
    units: frozenset[UUID] = frozenset()
    person: UUID | None = None


def may_read(by: Actor) -> None:
    """Everybody who holds a position reads the ward's results."""
    if by.kind is not ActorKind.SYSTEM and not by.has(*READERS):
        raise Refused(
            "forbidden",
            "Bạn không giữ vị trí nào ở phường hôm nay nên chưa xem được khảo sát.",
            "You hold no position in this ward today, so its surveys are not open to you.",
        )


def seen(by: Actor) -> Seen:
    """Leaders, supervisors and the house see everybody; a head the people of the unit; others themselves."""
    if by.kind is ActorKind.SYSTEM or by.has(*SEERS):
        return Seen(all=True)
    return Seen(all=False, units=by.units(Role.UNIT_HEAD), person=by.id)


def may_publish(by: Actor) -> None:
    """Leaders and the administrator decide what people are asked."""
    if by.kind is not ActorKind.SYSTEM and not by.has(*LEADERS, Role.ADMIN):
        raise Refused(
            "forbidden",
            "Lãnh đạo hoặc quản trị của phường ban hành phiếu hỏi.",
            "A leader or the administrator of the ward publishes what people are asked.",
        )
