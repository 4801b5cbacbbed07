"""An outage as it stands, what stood before each correction, its evidence, and the promises it touched."""

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.files.models import StoredFile
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.outages.rules import Stated, System
from motcua.promises.models import Promise
from motcua.promises.rules import Kind

__all__ = ["Correction", "Evidence", "Outage", "Reckoning", "Touch"]

SYSTEMS = [(s.value, s.value) for s in System]


class _Stating(Record):
    """What is said of an outage and can be corrected."""

    system = models.CharField(max_length=20, choices=SYSTEMS)
    other = models.CharField(max_length=120, blank=True)
    kinds = models.JSONField(default=list)  # promise kinds it could touch; empty means all
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    announced_on = models.DateField(null=True)  # a planned downtime: the day it was announced

    class Meta:
        abstract = True

    @property
    def stated(self) -> Stated:
        """The same as the rules take it."""
        return Stated(
            system=System(self.system),
            other=self.other,
            kinds=tuple(Kind(kind) for kind in self.kinds),
            starts=self.starts,
            ends=self.ends,
            announced_on=self.announced_on,
        )


class Outage(_Stating):
    """A time in which a system was down. Withdrawn ones stay readable."""

    KIND = "outage"
    PRINTED = (
        "number",
        "system",
        "other",
        "kinds",
        "starts",
        "ends",
        "announced_on",
        "noticed_at",
        "ticket",
        "version",
        "withdrawn_at",
    )

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)  # 12/2026, without gaps
    seen_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")  # None: no officer
    seen_by_name = models.CharField(max_length=120)
    noticed_at = models.DateTimeField()
    description = models.TextField(blank=True)
    ticket = models.CharField(max_length=80, blank=True)  # the number under which the operator took it
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reported_by_name = models.CharField(max_length=200)
    reported_at = models.DateTimeField()
    ended_by_name = models.CharField(max_length=200, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "number"], name="outage_number"),
            models.UniqueConstraint(
                fields=["ward", "system", "other"],
                condition=Q(ends__isnull=True, withdrawn_at__isnull=True),
                name="outage_one_open",
            ),
            models.CheckConstraint(condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")), name="outage_ends"),
            models.CheckConstraint(condition=Q(starts__lte=F("reported_at")), name="outage_begun"),
            models.CheckConstraint(condition=Q(system__in=[s.value for s in System]), name="outage_system"),
            models.CheckConstraint(condition=~Q(system=System.OTHER.value, other=""), name="outage_other_named"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="outage_withdrawn_why",
            ),
        ]
        indexes = [models.Index(fields=["ward", "-starts"], name="outage_newest")]

    def __str__(self) -> str:
        return f"{self.number} {self.system}"

    def label(self) -> str:
        return self.number

    @property
    def open(self) -> bool:
        """Whether it still lasts."""
        return self.ends is None and self.withdrawn_at is None


class Correction(_Stating):
    """What stood before a correction, and why it no longer does. Append-only."""

    KIND = "outage_correction"
    PRINTED = ("version", "system", "other", "kinds", "starts", "ends", "announced_on")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    outage = models.ForeignKey(Outage, on_delete=models.PROTECT, related_name="corrections")
    version = models.PositiveSmallIntegerField()  # the version that is no longer
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outage", "version"], name="outage_correction_version")]
        ordering = ["version"]

    def __str__(self) -> str:
        return f"v{self.version} {self.reason}"


class Evidence(Record):
    """A file that shows the outage: a picture of a screen, the operator's letter."""

    KIND = "outage_evidence"
    PRINTED = ("file_id",)

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    outage = models.ForeignKey(Outage, on_delete=models.PROTECT, related_name="evidence")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    said = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return self.said


class Reckoning(Record):
    """What one version of an ended outage touched, counted once. A correction or withdrawal voids it; it stays."""

    KIND = "outage_reckoning"
    PRINTED = ("version", "starts", "ends", "promises", "minutes", "void_at")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    outage = models.ForeignKey(Outage, on_delete=models.PROTECT, related_name="reckonings")
    version = models.PositiveSmallIntegerField()
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    at = models.DateTimeField()
    promises = models.PositiveIntegerField()
    minutes = models.PositiveBigIntegerField()  # of all promises together
    void_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["outage"], condition=Q(void_at__isnull=True), name="outage_reckoning_one_holds"
            ),
            models.CheckConstraint(condition=Q(void_at__isnull=True) | Q(void_at__gte=F("at")), name="reckoning_void"),
        ]

    def __str__(self) -> str:
        return f"v{self.version}: {self.promises}"


class Touch(Record):
    """A promise that was open and running while the system was down, and for how many working minutes. Frozen."""

    KIND = "outage_touch"
    PRINTED = ("promise_id", "minutes")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    reckoning = models.ForeignKey(Reckoning, on_delete=models.PROTECT, related_name="touches")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reckoning", "promise"], name="touch_once"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="touch_minutes"),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.minutes}"
