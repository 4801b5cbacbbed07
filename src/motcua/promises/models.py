"""One table for every due date, its pauses and its history."""

from datetime import datetime
from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.clock import Limit, Unit
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.promises import rules
from motcua.promises.rules import Change, Kind, Outcome

__all__ = ["DueChange", "Pause", "Promise"]


class Promise(Record):
    """Who owes what to whom by when.

    `first_due_at` never changes. `due_at` moves only by pauses and calendar changes: lateness is measured against it.
    `extended_due_at` is a new appointment given with an apology; it hides no lateness.
    """

    KIND = "promise"
    PRINTED = (
        "kind",
        "unit_id",
        "officer_id",
        "limit",
        "counted_from",
        "first_due_at",
        "due_at",
        "extended_due_at",
        "paused_at",
        "kept_at",
        "outcome",
        "released_at",
        "broken_at",
    )
    SILENT = ("late_after", "due_changes", "extended_times", "provisional")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in Kind])
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    # The promise this one is a part of: a step never falls due after its dossier.
    whole = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    counted_from = models.DateTimeField()
    limit_value = models.DecimalField(max_digits=8, decimal_places=3)
    limit_unit = models.CharField(max_length=20, choices=[(u.value, u.value) for u in Unit])
    first_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    late_after = models.DateTimeField()
    provisional = models.BooleanField(default=False)
    extended_due_at = models.DateTimeField(null=True)
    extended_times = models.PositiveSmallIntegerField(default=0)
    due_changes = models.PositiveSmallIntegerField(default=0)
    paused_at = models.DateTimeField(null=True)
    kept_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, blank=True, choices=[(o.value, o.value) for o in Outcome])
    released_at = models.DateTimeField(null=True)
    # When it was first written down as broken; from then on nothing about its due moves, and no act comes before it.
    broken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kept_at__isnull=True) | Q(kept_at__gte=F("made_at")), name="promise_kept"
            ),
            models.CheckConstraint(
                condition=Q(kept_at__isnull=True, outcome="") | (Q(kept_at__isnull=False) & ~Q(outcome="")),
                name="promise_outcome",
            ),
            models.CheckConstraint(
                condition=Q(kept_at__isnull=True) | Q(released_at__isnull=True), name="promise_one_end"
            ),
            models.CheckConstraint(
                condition=Q(broken_at__isnull=True) & ~Q(outcome="late")
                | Q(broken_at__gt=F("late_after"), outcome__in=["", "late"]),
                name="promise_broken",
            ),
            models.CheckConstraint(condition=Q(limit_value__gt=0) | Q(limit_unit="same_day"), name="promise_limit"),
        ]
        indexes = [
            models.Index(
                fields=["ward", "kind", "due_at"],
                name="promise_open",
                condition=Q(kept_at__isnull=True, released_at__isnull=True),
            ),
            models.Index(
                fields=["ward", "kind", "broken_at"],
                name="promise_late",
                condition=Q(broken_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_at}"

    @property
    def limit(self) -> Limit:
        """The limit as the clock knows it."""
        return Limit(value=Decimal(self.limit_value), unit=Unit(self.limit_unit))

    @property
    def closed(self) -> bool:
        """Kept or released."""
        return self.kept_at is not None or self.released_at is not None

    @property
    def appointment(self) -> datetime:
        """The moment the people were last told: the new appointment if there is one."""
        return rules.appointment(due_at=self.due_at, extended_due_at=self.extended_due_at)


class Pause(Record):
    """An interval in which the clock of a promise stands still or after which it starts again, with its ground."""

    KIND = "pause"
    PRINTED = ("starts", "ends", "mode", "ground", "basis")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="pauses")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    mode = models.CharField(max_length=10)
    ground = models.CharField(max_length=60)
    basis = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="pause_ends"),
            models.UniqueConstraint(fields=["promise"], condition=Q(ends__isnull=True), name="pause_one_open"),
        ]
        ordering = ["starts"]

    def __str__(self) -> str:
        return f"{self.starts}–{self.ends or ''} {self.ground}"


class DueChange(Record):
    """A due that moved: old, new, why and on whose word. Append-only."""

    KIND = "due_change"
    PRINTED = ("why", "old_due_at", "new_due_at", "ground")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="changes")
    at = models.DateTimeField()
    why = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Change])
    old_due_at = models.DateTimeField()
    new_due_at = models.DateTimeField()
    old_late_after = models.DateTimeField()
    new_late_after = models.DateTimeField()
    ground = models.CharField(max_length=300)
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["promise", "at"], name="due_change_at")]

    def __str__(self) -> str:
        return f"{self.why} {self.new_due_at}"
