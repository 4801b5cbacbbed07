"""Tables of the surveys: instruments of a ward, tablets at the counter, tokens that were used, answers.

Nothing here ties an answer to a dossier or to a minute: see README.md, "Who answered what".
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.procedures.models import Procedure
from motcua.surveys.rules import Way

__all__ = ["Answer", "Instrument", "Slip", "Stand"]


class Instrument(Record):
    """A version of an instrument that a ward published over those of the house. Never changed."""

    KIND = "survey_instrument"
    PRINTED = ("code", "version", "title", "starts", "digest")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    starts = models.DateField()
    body = models.JSONField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "code", "version"], name="instrument_version")]

    def __str__(self) -> str:
        return self.label()

    def label(self) -> str:
        return f"{self.title} ({self.version})"


class Stand(Record):
    """A tablet at a counter for some hours: who is on duty there. Its address is known to the tablet alone."""

    KIND = "survey_tablet"
    PRINTED = ("name", "officer_id", "opened_at", "closes_at", "closed_at")
    SILENT = ("answered_at", "hour", "in_hour", "last")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)  # SHA-256 of the key in the tablet's address
    name = models.CharField(max_length=60)  # "Quầy số 2"
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    # against stuffing: only of the last answer and of the running hour
    answered_at = models.DateTimeField(null=True)
    hour = models.DateTimeField(null=True)
    in_hour = models.PositiveIntegerField(default=0)
    last = models.CharField(max_length=64, blank=True)  # digest of the last taps

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opened_at")), name="stand_closes"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")), name="stand_closed"
            ),
        ]
        indexes = [models.Index(fields=["ward", "-opened_at"], name="stand_newest")]

    def __str__(self) -> str:
        return self.name

    def label(self) -> str:
        return self.name


class Slip(Record):
    """A token that was used: only its digest, no time, no answer."""

    KIND = "survey_slip"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)  # uuid7 would tell the minute
    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.digest[:8]


class Answer(Record):
    """What somebody answered to one instrument: month, what it was about, who served; not who answered, not when.

    Append-only: a correction is a new row that replaces the old one.
    """

    KIND = "survey_answer"
    PRINTED: ClassVar[tuple[str, ...]] = ("instrument", "version", "way")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)  # uuid7 would tell the minute
    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)  # of what was asked
    way = models.CharField(max_length=10, choices=[(w.value, w.value) for w in Way])
    month = models.DateField()
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, null=True, related_name="+")
    field = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=10, blank=True)  # how the dossier was handed in
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")  # of record, on duty
    counter = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")  # who received
    choices = models.JSONField()  # question key → value
    words = models.TextField(blank=True)
    flags = models.JSONField(default=list)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(way__in=[w.value for w in Way]), name="answer_way"),
            models.CheckConstraint(condition=Q(month__day=1), name="answer_month"),
        ]
        indexes = [models.Index(fields=["ward", "instrument", "month"], name="answer_counted")]

    def __str__(self) -> str:
        return f"{self.instrument} {self.month:%m/%Y}"
