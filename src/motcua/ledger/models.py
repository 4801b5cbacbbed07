"""Tables of the ledger: acts, the head of each ward's chain, anchors and gapless counters.

The ledger refers to nothing: plain ids and printed names, no foreign keys, so that it outlives every row it names.
"""

from typing import ClassVar

from django.db import models
from uuid_utils.compat import uuid7

from motcua.acts import Ref

__all__ = ["Act", "Anchor", "Chain", "Counter", "Record", "uuid7"]


class Record(models.Model):
    """A row that the ledger can name. Every ward-owned table of the house begins here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    KIND: ClassVar[str] = ""
    # Fields whose values may be printed into the ledger; of any other field only the fact of change is kept.
    PRINTED: ClassVar[tuple[str, ...]] = ()
    # Bookkeeping fields that change with every act and say nothing by themselves: written, not recorded.
    SILENT: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def label(self) -> str:
        """The name people know this record by."""
        return ""

    def ref(self) -> Ref:
        """How the ledger points at this record."""
        return Ref(kind=self.KIND, id=self.pk, label=self.label())


class Act(models.Model):
    """One act: who did what to which record, when it happened and when it was written down."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ward_id = models.UUIDField()
    number = models.BigIntegerField()
    verb = models.CharField(max_length=60)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10)
    actor_id = models.UUIDField()
    actor_name = models.CharField(max_length=200)
    actor_title = models.CharField(max_length=200, blank=True)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    subject_label = models.CharField(max_length=200, blank=True)
    changes = models.JSONField()
    note = models.TextField(blank=True)
    previous_hash = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward_id", "number"], name="act_number")]
        indexes = [models.Index(fields=["ward_id", "subject_id", "number"], name="act_subject")]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject_label}"


class Chain(models.Model):
    """The head of a ward's chain. Its row lock is what puts the acts of a ward in order."""

    ward_id = models.UUIDField(primary_key=True)
    number = models.BigIntegerField(default=0)
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.ward_id} @ {self.number}"


class Anchor(models.Model):
    """The head of a chain at the end of a day; a cut-off tail no longer reaches its last anchor."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ward_id = models.UUIDField()
    day = models.DateField()
    number = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward_id", "day"], name="anchor_day")]

    def __str__(self) -> str:
        return f"{self.ward_id} {self.day} @ {self.number}"


class Counter(models.Model):
    """The last number given out in a series of a ward. Rolls back with its act, so no number is skipped."""

    id = models.BigAutoField(primary_key=True)
    ward_id = models.UUIDField()
    series = models.CharField(max_length=80)
    value = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward_id", "series"], name="counter_series")]

    def __str__(self) -> str:
        return f"{self.series}: {self.value}"
