"""The open promises that come near, and in whose hands each is: one statement a kind, whatever is open."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import F, QuerySet

from motcua.accounts import queries as accounts
from motcua.acts import Actor, Role
from motcua.clock import Limit, Unit
from motcua.dossiers.models import Consultation, Dossier, Step
from motcua.offices import queries as offices
from motcua.offices.models import Ward
from motcua.petitions.queries import holding as petitions
from motcua.promises import queries as promises
from motcua.promises.models import Promise
from motcua.promises.rules import Kind
from motcua.watch.rules import Holder, Owed, Posts

__all__ = ["Watched", "locked", "posts", "watched"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """An open promise, in whose hands it is, and the promise it is a part of."""

    promise_id: UUID
    owed: Owed
    holder: Holder
    whole_id: UUID | None = None


def locked(ward_id: UUID) -> Ward:
    """The ward, so that one sweep of it comes after the other; who only refers to the ward is not kept waiting."""
    return Ward.objects.select_for_update(no_key=True).get(pk=ward_id)


def posts(*, by: Actor, at: datetime) -> Posts:
    """Who holds what today, and who stands in for whom. Two statements."""
    holders: dict[tuple[UUID, str], tuple[UUID, ...]] = {}
    chairmen: list[UUID] = []
    active: set[UUID] = set()
    rows = accounts.positions(by=by, at=at).filter(person__is_active=True).order_by("person__name_folded", "person_id")
    for person_id, unit_id, role in rows.values_list("person_id", "unit_id", "role"):
        holders[unit_id, role] = (*holders.get((unit_id, role), ()), person_id)
        active.add(person_id)
        if role == "chairman":
            chairmen.append(person_id)
    away = accounts.stand_ins(ward_id=by.ward_id, on=at.date())
    return Posts(holders=holders, chairmen=tuple(chairmen), active=frozenset(active), stand_ins=away)


# -- in whose hands ----------------------------------------------------------------------------------------------------
#
# A kind of promise without a line here is in the hands of its own officer and unit. A room that gives a promise to a
# queue of a role, or to somebody else than `Promise.officer`, adds a line.

Holders = dict[UUID, tuple[Holder, UUID | None]]


def _dossiers(near: QuerySet[Promise]) -> Holders:
    """Whoever has the dossier's step can keep its promise now."""
    rows = Dossier.objects.filter(promise__in=near, step__isnull=False).order_by()
    found = rows.values_list("promise_id", "step__unit_id", "step__officer_id", "step__role")
    return {pk: (Holder(unit_id=unit, officer_id=officer, role=role), None) for pk, unit, officer, role in found}


def _steps(near: QuerySet[Promise]) -> Holders:
    rows = Step.objects.filter(promise__in=near, closed_at__isnull=True).order_by()
    found = rows.values_list("promise_id", "unit_id", "officer_id", "role", "promise__whole_id")
    return {
        pk: (Holder(unit_id=unit, officer_id=officer, role=role), whole) for pk, unit, officer, role, whole in found
    }


def _consultations(near: QuerySet[Promise]) -> Holders:
    """Another body owes the answer; whoever has the dossier reminds it."""
    rows = Consultation.objects.filter(promise__in=near, dossier__step__isnull=False).order_by()
    step = ("dossier__step__unit_id", "dossier__step__officer_id", "dossier__step__role")
    found = rows.values_list("promise_id", *step, "dossier__promise_id")
    return {
        pk: (Holder(unit_id=unit, officer_id=officer, role=role), whole) for pk, unit, officer, role, whole in found
    }


HOLDERS: dict[str, Callable[[QuerySet[Promise]], Holders]] = {
    Kind.DOSSIER.value: _dossiers,
    Kind.STEP.value: _steps,
    Kind.CONSULTATION.value: _consultations,
}


def watched(*, by: Actor, at: datetime, until: datetime) -> list[Watched]:
    """Open promises that are not paused and due by `until`; their holders.

    One statement and one a kind of HOLDERS; two more when a petition is among them.
    """
    near = promises.open_in_ward(by.ward_id).filter(paused_at__isnull=True, due_at__lte=until)
    found: Holders = {}
    for kind, held in HOLDERS.items():
        found |= held(near.filter(kind=kind).order_by().values("pk"))  # type: ignore[arg-type]  # rows of one column
    rows = near.order_by(F("due_at"), "pk").values_list(
        "pk",
        "kind",
        "unit_id",
        "officer_id",
        "counted_from",
        "limit_value",
        "limit_unit",
        "due_at",
        "late_after",
        "extended_due_at",
    )
    limits: dict[tuple[Decimal, str], Limit] = {}
    near_ones = []
    for pk, kind, unit_id, officer_id, start, value, unit, due_at, late_after, extended in rows.iterator(10_000):
        if (value, unit) not in limits:
            limits[value, unit] = Limit(value=value, unit=Unit(unit))
        holder, whole_id = found.get(pk, (Holder(unit_id=unit_id, officer_id=officer_id), None))
        owed = Owed(
            kind=kind,
            limit=limits[value, unit],
            counted_from=start,
            due_at=due_at,
            late_after=late_after,
            extended_due_at=extended,
        )
        near_ones.append(Watched(promise_id=pk, owed=owed, holder=holder, whole_id=whole_id))
    return _past_the_head(near_ones, by=by, at=at)


def _past_the_head(near: list[Watched], *, by: Actor, at: datetime) -> list[Watched]:
    """Of what is secret and speaks against the chairman the vice-chairmen hear in his place."""
    ids = [one.promise_id for one in near if one.owed.kind == Kind.PETITION.value]
    passed = petitions.past_the_head(by=by, at=at, promise_ids=ids) if ids else frozenset()
    if not passed:
        return near
    leaders = offices.unit_map(by.ward_id).leadership

    def past(holder: Holder) -> Holder:
        return replace(holder, unit_id=leaders, role=Role.LEADER.value)

    return [replace(one, holder=past(one.holder)) if one.promise_id in passed else one for one in near]
