"""Who sees whose forecast, and who levels whose load."""

from uuid import UUID

from motcua.acts import Actor, Refused, Role

__all__ = ["WORKERS", "levelled_units", "levels", "may_level", "may_see", "seen_units", "works"]

WORKERS = (Role.COUNTER, Role.DIRECTOR, Role.SPECIALIST, Role.UNIT_HEAD, Role.CLERK, Role.LEADER, Role.CHAIRMAN)
_WHOLE_WARD = (Role.LEADER, Role.CHAIRMAN, Role.DIRECTOR, Role.SUPERVISOR)
_LEADERS = (Role.LEADER, Role.CHAIRMAN)


def may_see(by: Actor) -> None:
    """Whoever works on dossiers sees their own; supervisors read. Raises Refused `forbidden`."""
    if not by.has(*WORKERS, Role.SUPERVISOR):
        raise Refused(
            "forbidden",
            "Trang này dành cho người giải quyết hồ sơ, lãnh đạo và đoàn giám sát.",
            "This page is for those who work on dossiers, leaders and supervisors.",
        )


def works(by: Actor) -> bool:
    """Whether somebody works on dossiers at all; supervisors only read."""
    return by.has(*WORKERS)


def seen_units(by: Actor) -> frozenset[UUID] | None:
    """The units whose dossiers somebody sees besides their own; None for the whole ward."""
    return None if by.has(*_WHOLE_WARD) else by.units(Role.UNIT_HEAD)


def levelled_units(by: Actor) -> frozenset[UUID] | None:
    """The units whose load somebody may level: a head's own, the director's centre; None for the whole ward."""
    return None if by.has(*_LEADERS) else by.units(Role.UNIT_HEAD, Role.DIRECTOR)


def levels(by: Actor, unit_id: UUID) -> bool:
    """Whether somebody may give the steps of a unit to other people."""
    units = levelled_units(by)
    return units is None or unit_id in units


def may_level(by: Actor) -> None:
    """Heads of units, the director and leaders. Raises Refused `forbidden`."""
    if levelled_units(by) == frozenset():
        raise Refused(
            "forbidden",
            "Chỉ trưởng đơn vị và lãnh đạo san việc được.",
            "Only heads of units and leaders may level the load.",
        )
