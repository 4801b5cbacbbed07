"""Tables of conduct: grave words of people that went to the leaders, and unannounced checks. Nothing is deleted."""

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.conduct.rules import Presence as Found
from motcua.files.models import StoredFile
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.surveys.models import Answer

__all__ = ["Check", "Demand", "Matter", "Photo", "Presence"]


class Matter(Record):
    """An answer that was very dissatisfied with the attitude, with words: told to the leaders, answered, closed."""

    KIND = "conduct_matter"
    PRINTED = ("raised_at", "explained_at", "closed_at")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    explanation = models.TextField(blank=True)  # of the officer
    explained_at = models.DateTimeField(null=True)
    decision = models.TextField(blank=True)  # of a leader: what follows
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | (Q(closed_at__gte=F("raised_at")) & ~Q(decision="")),
                name="matter_closed",
            )
        ]
        indexes = [models.Index(fields=["ward", "-raised_at"], name="matter_newest")]

    def __str__(self) -> str:
        return f"{self.raised_at:%d/%m/%Y}"


class Check(Record):
    """An unannounced check: when, where, by whom, what was seen. A re-check names the check before it."""

    KIND = "conduct_check"
    PRINTED = ("held_at", "unit_id", "place", "checker", "seen", "again_id")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField()
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=200)
    checker = models.CharField(max_length=300)  # who checked, with whom
    seen = models.JSONField()  # codes of Observation
    words = models.TextField(blank=True)
    again = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="rechecks")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(recorded_at__gte=F("held_at")), name="check_recorded"),
            models.CheckConstraint(condition=Q(again__isnull=True) | ~Q(again=F("id")), name="check_again"),
        ]
        indexes = [models.Index(fields=["ward", "-held_at"], name="check_newest")]

    def __str__(self) -> str:
        return self.label()

    def label(self) -> str:
        return f"{self.place}, {self.held_at:%d/%m/%Y}"


class Presence(Record):
    """Who was there and who was not, and what they say to it."""

    KIND = "conduct_presence"
    PRINTED = ("of_id", "person_id", "found", "explained_at")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    found = models.CharField(max_length=10, choices=[(p.value, p.value) for p in Found])
    explanation = models.TextField(blank=True)
    explained_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "person"], name="presence_once"),
            models.CheckConstraint(condition=Q(found__in=[p.value for p in Found]), name="presence_found"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.found}"


class Demand(Record):
    """What a check asks for, by when, and what was seen when it was met."""

    KIND = "conduct_demand"
    PRINTED = ("of_id", "words", "due_on", "met_at")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="demands")
    words = models.TextField()
    due_on = models.DateField()
    met_at = models.DateTimeField(null=True)
    met_by = models.CharField(max_length=200, blank=True)
    proof = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(met_at__isnull=True) | ~Q(proof=""), name="demand_proof"),
        ]
        indexes = [models.Index(fields=["ward", "due_on"], name="demand_open", condition=Q(met_at__isnull=True))]

    def __str__(self) -> str:
        return self.words[:60]


class Photo(Record):
    """A picture of what was seen."""

    KIND = "conduct_photo"
    PRINTED = ("of_id", "file_id")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.file_id)
