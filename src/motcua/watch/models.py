"""Who was warned of which promise at which band, and the digest of each person and morning."""

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.ledger.models import Record
from motcua.offices.models import Ward
from motcua.promises.models import Promise
from motcua.watch.rules import BANDS

__all__ = ["Digest", "Warned"]


class Digest(Record):
    """What somebody was told one morning. Also written when there was nothing to say: then nothing was sent."""

    KIND = "digest"
    PRINTED = ("person_id", "day", "broken", "today", "tomorrow", "two_days", "others")
    SILENT = ("at", "lines")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()
    broken = models.PositiveIntegerField(default=0)
    today = models.PositiveIntegerField(default=0)
    tomorrow = models.PositiveIntegerField(default=0)
    two_days = models.PositiveIntegerField(default=0)
    others = models.PositiveIntegerField(default=0)
    lines = models.JSONField(default=list)  # of rules.Line, as they were said

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="digest_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day}"


class Warned(Record):
    """Somebody was told once that a promise has come into a band.

    `due_at` is the moment it counted to: a due that moves away and comes near again is warned about anew. `ended_at`
    says since when it no longer holds (kept, paused, moved, further on, in other hands); it may hold again.
    """

    KIND = "warning"
    PRINTED = ("promise_id", "band", "person_id", "seen_at")
    SILENT = ("due_at", "at", "ended_at", "told_in")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="+")
    band = models.CharField(max_length=10, choices=[(b.value, b.value) for b in BANDS])
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    told_in = models.ForeignKey(Digest, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "band", "person", "due_at"], name="warned_once"),
            models.CheckConstraint(condition=Q(band__in=[b.value for b in BANDS]), name="warned_band"),
            models.CheckConstraint(condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("at")), name="warned_ended"),
            models.CheckConstraint(condition=Q(seen_at__isnull=True) | Q(seen_at__gte=F("at")), name="warned_seen"),
        ]
        indexes = [
            models.Index(fields=["ward", "person"], name="warned_now", condition=Q(ended_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.band} {self.person_id}"
