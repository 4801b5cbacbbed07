"""Closed reports. The figures themselves own no table: they ask the view `dossier_facts` (migration 0001)."""

from django.db import models
from django.db.models import F, Q

from motcua.figures.rules import GROUPS, Group
from motcua.ledger.models import Record
from motcua.offices import models as offices

__all__ = ["ClosedReport", "ClosedRow"]


class ClosedReport(Record):
    """A report as it was when it was closed: its numbers, its lists and the head of the ledger. Never written again."""

    KIND = "closed_report"
    PRINTED = ("first", "last", "as_of", "group", "numbers", "digest", "ledger_number", "ledger_hash")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    first = models.DateField()
    last = models.DateField()
    as_of = models.DateTimeField()
    group = models.CharField(max_length=10, choices=[(g.value, name) for g, name in GROUPS.items()])
    numbers = models.JSONField()  # the report as machines read it, see queries.report_json
    digest = models.CharField(max_length=64)  # SHA-256 over the rows and lists; printed into the ledger
    ledger_number = models.BigIntegerField()  # the last act before the closing
    ledger_hash = models.CharField(max_length=64)
    closed_at = models.DateTimeField()
    closed_by = models.CharField(max_length=200)
    closer_title = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="closed_period"),
            models.CheckConstraint(condition=Q(closed_at__gte=F("as_of")), name="closed_after"),
            models.CheckConstraint(condition=Q(group__in=[g.value for g in Group]), name="closed_group"),
        ]
        indexes = [models.Index(fields=["ward", "-closed_at"], name="closed_newest")]

    def __str__(self) -> str:
        return self.label()

    def label(self) -> str:
        return f"II.06a {self.first:%d/%m/%Y}–{self.last:%d/%m/%Y}"


class ClosedRow(Record):
    """One row of a closed report with the codes of the dossiers it counted, bucket by bucket."""

    KIND = "closed_row"
    PRINTED = ("key",)

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(ClosedReport, on_delete=models.PROTECT, related_name="rows")
    order = models.PositiveIntegerField()
    key = models.CharField(max_length=400, blank=True)
    name = models.CharField(max_length=400)
    lists = models.JSONField()  # [{"channel", "carried", "cell", "handed", "codes": […]}, …]

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="closed_row_key")]
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name
