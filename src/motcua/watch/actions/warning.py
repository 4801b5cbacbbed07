"""Telling each person once about each band of each promise, and their word that they saw it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.accounts import queries as accounts
from motcua.accounts.models import Person
from motcua.acts import Actor, ActorKind, Refused
from motcua.ledger.actions import action, add, change, subject
from motcua.offices import queries as offices
from motcua.watch import queries
from motcua.watch.models import Warned

__all__ = ["Swept", "see", "the_house", "warn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What a sweep did: warnings told, told before and true again, and no longer true."""

    told: int
    again: int
    ended: int


@action("watch.warn")
def warn(*, by: Actor, at: datetime) -> Swept:
    """Tell whoever ought to know by `at` and was not told; one act for the whole ward, none when nothing is new.

    The same sweep twice, or one that was killed and begun again, tells nobody twice: what ought to have been told is
    compared with what was, under the ward's lock. A sweep that comes after a later one has told
    something does nothing: what it would say is no longer so.

    Raises Refused `forbidden` for anybody but the house itself.
    """
    the_house(by)
    ward = queries.locked(by.ward_id)
    subject(ward)
    wanted = queries.expected(by=by, at=at, calendar=offices.calendar(offices.now_of(by.ward_id)))
    known = queries.known(ward_id=by.ward_id, wanted=wanted)
    if any(kept.holds and kept.at > at for kept in known.values()):
        return Swept(told=0, again=0, ended=0)
    new = sorted(wanted - known.keys())
    for told in new:
        add(Warned(ward_id=by.ward_id, at=at, **told._asdict()))
    over = [kept.id for told, kept in known.items() if kept.holds and told not in wanted]
    again = [kept.id for told, kept in known.items() if not kept.holds and told in wanted]
    for row in _rows(over):
        change(row, ended_at=at)
    for row in _rows(again):
        change(row, ended_at=None)
    return Swept(told=len(new), again=len(again), ended=len(over))


def _rows(ids: Iterable[UUID]) -> Iterable[Warned]:
    wanted = list(ids)
    return Warned.objects.filter(pk__in=wanted).order_by("pk") if wanted else ()


def the_house(by: Actor) -> None:
    if by.kind is not ActorKind.SYSTEM:
        raise Refused(
            "forbidden",
            "Cảnh báo do chính Một Cửa gửi theo giờ.",
            "Warnings are sent by the house itself, by schedule.",
        )


@action("watch.see")
def see(*, by: Actor, at: datetime, until: datetime) -> Person:
    """Somebody says they have seen their warnings told by `until`; later ones stay new."""
    person = accounts.person(by=by, person_id=by.id)
    for row in queries.unseen(by=by, until=min(until, at)).select_for_update().order_by("pk"):
        change(row, seen_at=at)
    return person
