"""What somebody chose to keep of a check. Of everything else nothing is stored."""

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.ledger.models import Record
from motcua.offices.models import Ward

__all__ = ["Statement"]


class Statement(Record):
    """A statement that its keeper checked and kept; `text` is erased when it is discarded, the row stays.

    Text, title and source are whatever somebody else wrote and may name people: the ledger knows only the SHA-256 of
    the text. The counts are those of the day it was kept.
    """

    KIND = "statement"
    PRINTED = (
        *("sha256", "first", "last", "failing", "truncated", "consistent", "undetermined"),
        *("kept_by_id", "kept_at", "discarded_at", "discarded_by"),
    )
    SILENT = ("text",)

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=200, blank=True)  # the office that wrote it
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)
    first = models.DateField(null=True)  # the period that was compared with the ward's records
    last = models.DateField(null=True)
    failing = models.PositiveIntegerField()
    truncated = models.PositiveIntegerField()
    consistent = models.PositiveIntegerField()
    undetermined = models.PositiveIntegerField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()
    discarded_at = models.DateTimeField(null=True)
    discarded_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kept_by", "sha256"], name="statement_once", condition=Q(discarded_at__isnull=True)
            ),
            models.CheckConstraint(condition=~Q(title=""), name="statement_title"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="statement_sha256"),
            models.CheckConstraint(
                condition=Q(first__isnull=True, last__isnull=True)
                | Q(first__isnull=False, last__isnull=False, first__lte=F("last")),
                name="statement_days",
            ),
            models.CheckConstraint(
                condition=(Q(discarded_at__isnull=True, discarded_by="") & ~Q(text=""))
                | (Q(discarded_at__gte=F("kept_at"), text="") & ~Q(discarded_by="")),
                name="statement_discarded",
            ),
        ]
        indexes = [
            models.Index(
                fields=["kept_by", "-kept_at"], name="statement_newest", condition=Q(discarded_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.title
