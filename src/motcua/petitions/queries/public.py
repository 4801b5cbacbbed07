"""What a ward posts about receiving people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.offices.models import Ward
from motcua.petitions.models import ReceptionPlan, Sitting
from motcua.petitions.queries.reception import NextDay, next_days, plan_on, plans
from motcua.petitions.rules import monday

__all__ = ["Posting", "posting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The chairman's day as residents read it. `missed`: the weeks of the last month in which nobody sat, and why."""

    ward: Ward
    plan: ReceptionPlan | None
    next_days: Sequence[NextDay]
    missed: Sequence[Sitting]


def posting(*, slug: str, at: datetime) -> Posting:
    """What a ward posts. Raises Refused `missing`."""
    ward = Ward.objects.filter(slug=slug).first()
    if ward is None:
        raise Refused("missing", "Không có phường này.", "There is no such ward.")
    week = monday(at.astimezone(ZONE))
    missed = Sitting.objects.filter(ward_id=ward.pk, held_on__isnull=True, week__gte=week - timedelta(weeks=4))
    return Posting(
        ward=ward,
        plan=plan_on(plans(ward.pk), week),
        next_days=next_days(ward_id=ward.pk, at=at, count=4),
        missed=list(missed.order_by("-week")),
    )
