"""Who may see a petition, and how much of it. Pure; the one place that decides it."""

from dataclasses import dataclass
from enum import StrEnum

from motcua.acts import Actor, ActorKind, Refused, Role

__all__ = [
    "COUNTERS",
    "HANDLERS",
    "READERS",
    "RECEIVERS",
    "Named",
    "Sight",
    "forbidden",
    "may_count",
    "may_enter",
    "sight",
]

RECEIVERS = (Role.COUNTER, Role.CLERK, Role.DIRECTOR, Role.LEADER, Role.CHAIRMAN)
READERS = (*RECEIVERS, Role.SUPERVISOR)
HANDLERS = (*RECEIVERS, Role.SPECIALIST, Role.UNIT_HEAD)
COUNTERS = (Role.CHAIRMAN, Role.LEADER, Role.DIRECTOR, Role.CLERK, Role.SUPERVISOR)


class Sight(StrEnum):
    """How much of a petition somebody sees."""

    NONE = "none"  # as if it were not there
    MASKED = "masked"  # its number, its days and what is owed; nothing of who and what
    READ = "read"  # all of a petition that is not secret
    FULL = "full"  # named to the case


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What ties somebody to a petition. `head_accused`: the chairman of the day is among the accused."""

    secret: bool
    accused: bool
    handles: bool
    head_accused: bool = False


def sight(*, by: Actor, named: Named) -> Sight:
    """How much `by` sees.

    Whoever is accused sees nothing, whatever they hold; only a complaint about the chairman's own decision is his to
    settle. A secret case is seen by the chairman and its handler; when the chairman is accused, by the vice-chairmen,
    who must send it upward. Machines and the house itself see no secret.
    """
    if named.accused and (named.secret or not by.has(Role.CHAIRMAN)):
        return Sight.NONE
    if named.handles:
        return Sight.FULL
    return _secret(by, named) if named.secret else _open(by)


def _open(by: Actor) -> Sight:
    if by.has(*RECEIVERS):
        return Sight.FULL
    return Sight.READ if by.has(Role.SUPERVISOR) else Sight.NONE


def _secret(by: Actor, named: Named) -> Sight:
    if by.kind is not ActorKind.PERSON:
        return Sight.NONE
    if by.has(Role.CHAIRMAN) or (named.head_accused and by.has(Role.LEADER)):
        return Sight.FULL
    return Sight.MASKED if by.has(*RECEIVERS) else Sight.NONE


def forbidden() -> Refused:
    """The answer to whoever has no business here."""
    return Refused(
        "forbidden",
        "Việc này không thuộc vị trí của ông bà.",
        "This is not the business of your position.",
    )


def may_enter(by: Actor) -> None:
    """Who may open the book of petitions or of receptions at all: not the administrator."""
    if not by.has(*HANDLERS, Role.SUPERVISOR):
        raise forbidden()


def may_count(by: Actor) -> None:
    """Who may read the counts."""
    if not by.has(*COUNTERS):
        raise forbidden()
