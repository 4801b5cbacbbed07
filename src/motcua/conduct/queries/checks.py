"""Checks, and what they asked for that is not met yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.acts import Actor, Refused, Role
from motcua.conduct import rules
from motcua.conduct.models import Check, Demand, Photo, Presence
from motcua.ui.paging import Paged, paged

__all__ = ["Open", "check", "checks", "demands_open", "opens", "photo", "to_explain"]


RECENT = timedelta(days=30)  # after that a check is only in the list; it can still be explained


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A demand that is not met; `days_over` working through the calendar past its day, 0 in time."""

    demand: Demand
    days_over: int


def visible_to(by: Actor) -> QuerySet[Check]:
    """The checks somebody may see: rules.may_see as a condition."""
    rows = Check.objects.filter(ward_id=by.ward_id)
    if rules.may_see(by=by, people=frozenset(), unit_id=None):
        return rows
    return rows.filter(Q(presences__person_id=by.id) | Q(unit_id__in=by.units(Role.UNIT_HEAD))).distinct()


def checks(*, by: Actor, rows: int = 0) -> Paged[Check]:
    """The checks somebody may see, newest first."""
    seen = visible_to(by)
    dressed = seen.select_related("unit").prefetch_related("demands").order_by("-held_at", "-id")
    return paged(dressed, of=seen, asked=rows)


def opens(*, by: Actor, checks: Iterable[Check | None]) -> frozenset[UUID]:
    """Which of some checks somebody may open: who was noted in one was perhaps not in the next."""
    wanted = [row.pk for row in checks if row is not None]
    return frozenset(visible_to(by).filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else frozenset()


def to_explain(*, by: Actor, at: datetime) -> list[Presence]:
    """The checks of the last weeks in which the actor was noted and to which they have not said anything."""
    rows = Presence.objects.filter(ward_id=by.ward_id, person_id=by.id, explained_at__isnull=True)
    return list(rows.filter(of__held_at__gt=at - RECENT).select_related("of").order_by("-of__held_at", "pk"))


def check(*, by: Actor, check_id: UUID) -> Check:
    """One check. Raises Refused `missing`, also for one that is not for the actor's eyes."""
    found = visible_to(by).select_related("unit", "again").filter(pk=check_id).first()
    if found is None:
        raise Refused("missing", "Không có lần kiểm tra này.", "There is no such check.")
    return found


def demands_open(*, by: Actor, today: date) -> list[Open]:
    """What is asked for and not met, the longest due first."""
    rows = (
        Demand.objects.filter(ward_id=by.ward_id, met_at__isnull=True, of__in=visible_to(by).values("pk"))
        .select_related("of__unit")
        .order_by("due_on", "id")
    )
    return [Open(demand=row, days_over=max((today - row.due_on).days, 0)) for row in rows]


def photo(*, by: Actor, check_id: UUID, photo_id: UUID) -> Photo:
    """One picture of a check. Raises Refused `missing`."""
    found = Photo.objects.filter(of=check(by=by, check_id=check_id), pk=photo_id).select_related("file").first()
    if found is None:
        raise Refused("missing", "Không có ảnh này.", "There is no such picture.")
    return found
