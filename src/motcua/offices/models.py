"""Wards (tenants), their units and their working calendars."""

from uuid import UUID

from django.db import models

from motcua.clock import DayKind
from motcua.ledger.models import Record
from motcua.offices.rules import UnitKind

__all__ = ["CalendarDay", "OpeningHours", "Unit", "Ward"]


class Ward(Record):
    """One office: a ward, commune or special zone. The tenant of every other row."""

    KIND = "ward"
    PRINTED = (
        "code",
        "name",
        "superior",
        "office_name",
        "address",
        "phone",
        "email",
        "feedback_line",
        "accepts_online",
        "calendar_version",
        "catalogue_version",
    )

    code = models.CharField(max_length=35, unique=True)  # mã định danh, QĐ 20/2020/QĐ-TTg
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)  # "Phường Hoa Gạo"
    superior = models.CharField(max_length=200)  # cơ quan chủ quản in trên phiếu
    office_name = models.CharField(max_length=200, default="Trung tâm Phục vụ hành chính công")
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=120, blank=True)
    feedback_line = models.CharField(max_length=200, blank=True)
    calendar_version = models.PositiveIntegerField(default=1)
    catalogue_version = models.PositiveIntegerField(default=1)
    accepts_online = models.BooleanField(default=False)  # own online lodging is a switch per ward

    def __str__(self) -> str:
        return self.name

    @property
    def ward_id(self) -> UUID:
        return self.id

    def label(self) -> str:
        return self.name


class Unit(Record):
    """A part of the ward that can owe a promise: the centre, a division, the leadership."""

    KIND = "unit"
    PRINTED = ("code", "name", "kind", "valid_to")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in UnitKind])
    order = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "code"], name="unit_code")]
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    def label(self) -> str:
        return self.name


class OpeningHours(Record):
    """The sessions of a week from a date on: regular ones count for limits, extra ones only receive."""

    KIND = "opening_hours"
    PRINTED = ("valid_from", "weekly", "extra")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    weekly = models.JSONField()  # {"0": [["07:30", "11:30"], ["13:00", "17:00"]], …}, Monday is 0
    extra = models.JSONField(default=dict)
    basis = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "valid_from"], name="hours_from")]

    def __str__(self) -> str:
        return f"{self.ward_id} {self.valid_from}"


class CalendarDay(Record):
    """A day that breaks the week's pattern: a holiday, a day swapped off, a Saturday worked."""

    KIND = "calendar_day"
    PRINTED = ("date", "kind", "name", "source", "certainty", "removed")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    date = models.DateField()
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in DayKind])
    name = models.CharField(max_length=160)
    source = models.CharField(max_length=200, blank=True)
    certainty = models.CharField(max_length=20, default="high")
    announced_at = models.DateTimeField(null=True, blank=True)
    removed = models.BooleanField(default=False)  # taken out again; the row stays, as its acts do

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "date"], name="calendar_day")]
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"
