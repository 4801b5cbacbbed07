"""Whose work somebody sees: their own desk, their unit, what waits for other bodies, the ward."""

from enum import StrEnum
from uuid import UUID

from motcua.acts import Actor, Refused, Role
from motcua.forecast.rules import WORKERS, seen_units

__all__ = [
    "COUNTERS",
    "OVERSEERS",
    "SIGNERS",
    "WORKERS",
    "Scope",
    "has_desk",
    "home_scope",
    "may_oversee",
    "may_sign",
    "overseen_units",
    "oversees",
    "scopes",
]

COUNTERS = (Role.COUNTER, Role.DIRECTOR)
SIGNERS = (Role.LEADER, Role.CHAIRMAN)
OVERSEERS = (Role.LEADER, Role.CHAIRMAN, Role.DIRECTOR, Role.UNIT_HEAD, Role.SUPERVISOR)
_AT_THE_STEPS = (Role.COUNTER, Role.SPECIALIST, Role.CLERK, Role.LEADER)  # roles that steps are written for


class Scope(StrEnum):
    """What a desk shows."""

    MINE = "mine"  # given to me, or waiting for somebody with my role in my unit
    UNIT = "unit"  # everything in my units
    CONSULTED = "consulted"  # waits for another body's answer
    WARD = "ward"  # the open promises that I oversee


def has_desk(by: Actor) -> bool:
    """Whether somebody has dossiers to work on at all."""
    return by.has(*WORKERS)


def oversees(by: Actor) -> bool:
    """Whether somebody reads the overview."""
    return by.has(*OVERSEERS)


def may_oversee(by: Actor) -> None:
    """Leaders, heads of units (their own), the director and the supervisors read the overview. Raises Refused."""
    if not oversees(by):
        raise Refused(
            "forbidden",
            "Trang toàn phường dành cho lãnh đạo và đoàn giám sát.",
            "The overview is for leaders and supervisors.",
        )


def overseen_units(by: Actor) -> frozenset[UUID] | None:
    """The units whose work somebody oversees; None for the whole ward."""
    return seen_units(by)


def may_sign(by: Actor) -> None:
    """Only a leader signs apologies. Raises Refused. Source: ND 61/2018 art. 19(9)."""
    if not by.has(*SIGNERS):
        raise Refused(
            "forbidden",
            "Chỉ lãnh đạo duyệt phiếu xin lỗi.",
            "Only a leader approves an apology.",
            source="NĐ 61/2018 Điều 19 khoản 9",
        )


def home_scope(by: Actor) -> Scope:
    """Where somebody's work is: their own steps, or the unit they answer for."""
    if by.has(*_AT_THE_STEPS):
        return Scope.MINE
    if has_desk(by):
        return Scope.UNIT
    return Scope.WARD if oversees(by) else Scope.MINE


def scopes(by: Actor) -> tuple[Scope, ...]:
    """The scopes somebody may look at, in the order of the tabs."""
    own = (Scope.MINE, Scope.UNIT, Scope.CONSULTED) if has_desk(by) else ()
    return own + ((Scope.WARD,) if oversees(by) else ())
