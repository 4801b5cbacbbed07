"""Figures of decision 766, group 5, over a period: two statements; each number opens to its list."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from motcua import law
from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.feedback import rules
from motcua.feedback.models import Case, Stage
from motcua.feedback.rules import Clock, Kind, Status
from motcua.feedback.rules.indicators import FIGURES, Counted, Measured, Sums, cell, counted, points, sums

__all__ = ["Indicators", "codes_of", "indicators"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """Indicators 5.1 to 5.3 with what they are made of."""

    first: date
    last: date
    sums: Sums
    points_on_time: Decimal
    points_satisfied: Decimal
    most_on_time: int
    most_satisfied: int
    least: int  # fewer feedbacks than this make no percentage

    @property
    def n(self) -> int:
        """How many feedbacks the period counts."""
        return self.sums.figures["all"]

    @property
    def enough(self) -> bool:
        """Whether a percentage of so few may be shown."""
        return self.n >= self.least


def _rows(*, by: Actor, first: date, last: date, at: datetime) -> list[tuple[UUID, Counted]]:
    rules.may_read(by)
    received = Case.objects.filter(
        ward_id=by.ward_id,
        lodged_at__gte=datetime.combine(first, time(0), ZONE),
        lodged_at__lt=datetime.combine(last + timedelta(days=1), time(0), ZONE),
    )
    cases = received.order_by("lodged_at", "pk").values_list(
        "pk", "status", "kind", "liked", "reopened", "merged_into_id"
    )
    promises = _promises(received)
    return [
        (
            pk,
            Counted(
                cell=cell(status=Status(status), promises=promises[pk], at=at),
                kind=Kind(kind),
                liked=liked,
                repeated=reopened > 0,
                merged=merged is not None,
            ),
        )
        for pk, status, kind, liked, reopened, merged in cases
    ]


def _promises(received: "QuerySet[Case]") -> dict[UUID, dict[Clock, list[Measured]]]:
    """The promises of each feedback, every round."""
    found: dict[UUID, dict[Clock, list[Measured]]] = defaultdict(lambda: defaultdict(list))
    rows = (
        Stage.objects.filter(case__in=received)
        .order_by("round")
        .values_list(
            "case_id",
            "clock",
            "promise__outcome",
            "promise__late_after",
            "promise__paused_at",
            "promise__released_at",
        )
    )
    for case_id, name, outcome, late_after, paused_at, released_at in rows:
        found[case_id][Clock(name)].append(
            Measured(outcome=outcome, late_after=late_after, paused_at=paused_at, released_at=released_at)
        )
    return found


def indicators(*, by: Actor, first: date, last: date, at: datetime) -> Indicators:
    """The figures of the feedback received from `first` to `last`, both included, as it stands at `at`."""
    found = sums([row for _, row in _rows(by=by, first=first, last=last, at=at)])
    score = law.rule("PAKN_SCORE", on=last)
    most = {name: score.part(name) for name in ("on_time", "satisfied")}
    return Indicators(
        first=first,
        last=last,
        sums=found,
        points_on_time=points(found.share("in_time"), most=most["on_time"]),
        points_satisfied=points(found.share("satisfied"), most=most["satisfied"]),
        most_on_time=most["on_time"],
        most_satisfied=most["satisfied"],
        least=law.rule("PAKN_LEAST", on=last).whole,
    )


def codes_of(*, by: Actor, first: date, last: date, at: datetime, figure: str) -> list[UUID]:
    """The feedback a figure counts: as many as the figure says. Unknown figures count nothing."""
    if figure not in FIGURES:
        return []
    return [pk for pk, row in _rows(by=by, first=first, last=last, at=at) if counted(row, figure)]
