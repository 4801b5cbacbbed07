"""`rules.bands` in SQL: where every open dossier stands, for counting and ordering thousands of rows at once."""

from datetime import datetime

from django.db.models import Case, DateTimeField, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from motcua.desk.rules import Edges, Rank
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Status
from motcua.promises import queries as promises

__all__ = ["is_late", "is_paused", "ranked", "ranks_in"]

FINISHED = Q(status=Status.FINISHED.value)
LODGED = Q(status=Status.LODGED.value)
AWAITING = Q(status=Status.AWAITING.value)
APPOINTMENT = Coalesce("promise__extended_due_at", "promise__due_at")


def is_late(at: datetime) -> Q:
    """The promise is not kept and broken: by now, or by the moment at which its clock was stopped."""
    return promises.overdue(at, of="promise__")


def is_paused() -> Q:
    """The clock stands."""
    return Q(promise__paused_at__isnull=False) | AWAITING


def ranked(rows: QuerySet[Dossier], *, edges: Edges) -> QuerySet[Dossier]:
    """Rows in the order of the desk, with their `rank` and the `moment` that orders them within it."""
    found = rows.annotate(due=Case(When(FINISHED, then=APPOINTMENT), default=F("promise__due_at")))
    return found.annotate(
        rank=Case(
            When(LODGED, then=Value(Rank.TODAY.value)),
            When(AWAITING, then=Value(Rank.PAUSED.value)),
            When(FINISHED & Q(due__lt=edges.today), then=Value(Rank.COLLECT.value)),
            When(is_late(edges.at), then=Value(Rank.LATE.value)),
            When(~FINISHED & is_paused(), then=Value(Rank.PAUSED.value)),
            When(due__lt=edges.tomorrow, then=Value(Rank.TODAY.value)),
            When(due__lt=edges.soon, then=Value(Rank.SOON.value)),
            default=Value(Rank.LATER.value),
            output_field=IntegerField(),
        ),
        moment=Case(
            When(rank=Rank.LATE.value, then=APPOINTMENT),
            When(LODGED | AWAITING, then=F("lodged_at")),
            When(rank=Rank.PAUSED.value, then=F("promise__paused_at")),
            When(rank=Rank.COLLECT.value, then=F("finished_at")),
            default=F("due"),
            output_field=DateTimeField(),
        ),
    ).order_by(
        "rank", "moment", "due", F("finished_at").asc(nulls_first=True), "pk"
    )  # what is owed before what is ready


def ranks_in(band: str) -> list[int]:
    """The ranks that a band shows."""
    return [r.value for r in Rank if r.band.value == band]
