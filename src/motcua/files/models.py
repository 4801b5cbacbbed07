"""A stored file: named by the digest of its bytes, kept once per ward."""

from django.db import models
from django.db.models import Q

from motcua.ledger.models import Record
from motcua.offices.models import Ward

__all__ = ["StoredFile"]


class StoredFile(Record):
    """Bytes on disk under their SHA-256. Upper rooms own the link rows; this room never learns who uses it."""

    KIND = "file"
    PRINTED = ("digest", "size", "media_type")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    stored_at = models.DateTimeField()
    scan = models.CharField(max_length=20, default="unscanned")
    keep_until = models.DateField(null=True, blank=True)
    sealed = models.BooleanField(default=False, db_default=False)  # only the room that stored it may hand it out

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(size__gte=0), name="file_size")]
        indexes = [models.Index(fields=["ward", "digest"], name="file_digest")]

    def __str__(self) -> str:
        return self.name

    def label(self) -> str:
        return self.name
