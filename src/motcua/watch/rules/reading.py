"""Who may read the warnings of others. Pure."""

from uuid import UUID

from motcua.acts import Actor, Refused, Role

__all__ = ["may_oversee", "only_reads", "overseen_units", "oversees"]

_WHOLE_WARD = (Role.CHAIRMAN, Role.LEADER, Role.SUPERVISOR)
_OWN_UNITS = (Role.UNIT_HEAD, Role.DIRECTOR)


def oversees(by: Actor) -> bool:
    """Whether somebody reads what their people were warned about."""
    return by.has(*_WHOLE_WARD, *_OWN_UNITS)


def only_reads(by: Actor) -> bool:
    """Whether nobody ever warns somebody: a supervisor, who holds no work."""
    return by.roles == {Role.SUPERVISOR}


def may_oversee(by: Actor) -> None:
    """Leaders and supervisors read the ward's warnings, heads those of their units. Raises Refused."""
    if not oversees(by):
        raise Refused(
            "forbidden",
            "Cảnh báo của người khác dành cho lãnh đạo và người đứng đầu đơn vị.",
            "The warnings of others are for leaders and heads of units.",
        )


def overseen_units(by: Actor) -> frozenset[UUID] | None:
    """The units whose warnings somebody reads; None for the whole ward."""
    return None if by.has(*_WHOLE_WARD) else by.units(*_OWN_UNITS)
