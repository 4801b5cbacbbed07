"""Citizen reception: the chairman's weekly day, who sat, and the book of visits."""

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.petitions import rules
from motcua.petitions.models.cases import Petition, choices, one_of
from motcua.promises.models import Promise

__all__ = ["ReceptionPlan", "Sitting", "Visit", "Visitor"]


class ReceptionPlan(Record):
    """The weekday and hours of the chairman's day from a day on; the next plan ends it."""

    KIND = "reception_plan"
    PRINTED = ("valid_from", "weekday", "opens", "closes", "place")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    weekday = models.PositiveSmallIntegerField()  # Monday is 0
    opens = models.TimeField()
    closes = models.TimeField()
    place = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "valid_from"], name="reception_plan_from"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="reception_plan_hours"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="reception_plan_weekday"),
        ]
        ordering = ["-valid_from"]

    def __str__(self) -> str:
        return f"{self.weekday} {self.valid_from}"


class Sitting(Record):
    """What became of the chairman's day of one week: who sat and as what, or why nobody did."""

    KIND = "reception_sitting"
    PRINTED = ("week", "held_on", "person_id", "capacity", "authority", "reason")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    week = models.DateField()  # its Monday
    held_on = models.DateField(null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    capacity = models.CharField(max_length=10, blank=True, choices=choices(rules.Capacity))
    authority = models.CharField(max_length=200, blank=True)  # giấy ủy quyền
    reason = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "week"], name="sitting_week"),
            models.CheckConstraint(
                condition=(Q(held_on__isnull=False, person__isnull=False) & ~Q(capacity=""))
                | (Q(held_on__isnull=True, person__isnull=True, capacity="") & ~Q(reason="")),
                name="sitting_held_or_why",
            ),
            models.CheckConstraint(condition=~Q(capacity="deputy") | ~Q(authority=""), name="sitting_authorised"),
        ]

    def __str__(self) -> str:
        return f"{self.week}"


class Visit(Record):
    """One line of the book of receptions. Who came and what they said stand in `Visitor`."""

    KIND = "visit"
    PRINTED = ("year", "number", "way", "matter", "secret", "people", "result", "came_at", "replied_at")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(default=0)
    came_at = models.DateTimeField()
    way = models.CharField(max_length=10, choices=choices(rules.VisitWay))
    matter = models.CharField(max_length=14, choices=choices(rules.Matter))
    secret = models.BooleanField()
    people = models.PositiveSmallIntegerField(default=1)
    grouped = models.BooleanField(default=False)  # enough people to need representatives, by the law of that day
    result = models.CharField(max_length=10, choices=choices(rules.VisitResult))
    with_chairman = models.BooleanField(default=False)
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    petition = models.OneToOneField(Petition, on_delete=models.PROTECT, null=True, related_name="visit")
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, null=True, related_name="+")
    replied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "year", "number"], name="visit_number"),
            models.CheckConstraint(condition=one_of("result", rules.VisitResult), name="visit_result"),
            models.CheckConstraint(condition=Q(people__gte=1), name="visit_people"),
            models.CheckConstraint(condition=~Q(result="taken") | Q(petition__isnull=False), name="visit_taken"),
            models.CheckConstraint(
                condition=Q(replied_at__isnull=True) | Q(promise__isnull=False), name="visit_replied"
            ),
        ]
        indexes = [models.Index(fields=["ward", "-came_at"], name="visit_came")]

    def __str__(self) -> str:
        return self.label()

    def label(self) -> str:
        return f"Lượt tiếp {self.number}/{self.year}"


class Visitor(Record):
    """Who came, what they said and what they were told. Nothing of it enters the ledger."""

    KIND = "visitor"
    PRINTED = ()

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    visit = models.OneToOneField(Visit, on_delete=models.PROTECT, related_name="visitor")
    name = models.CharField(max_length=200)
    id_number = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=400, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    representatives = models.TextField(blank=True)
    content = models.TextField()
    so_far = models.TextField(blank=True)
    requests = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    reply = models.TextField(blank=True)

    def __str__(self) -> str:
        return "•"
