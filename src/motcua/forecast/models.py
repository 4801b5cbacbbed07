"""What was learnt of each ward, and the suggestions somebody did not want."""

from django.db import models

from motcua.accounts.models import Person
from motcua.dossiers.models import Dossier
from motcua.ledger.models import Record
from motcua.offices.models import Ward

__all__ = ["Declined", "Learnt"]


class Learnt(models.Model):
    """The experience of one ward as of a night. No record of the office: it can be thrown away and learnt again."""

    ward = models.OneToOneField(Ward, on_delete=models.CASCADE, primary_key=True, related_name="+")
    learnt_at = models.DateTimeField()
    paths = models.PositiveIntegerField()  # how many finished dossiers it was learnt from
    content = models.JSONField()  # rules.Experience.dumped

    def __str__(self) -> str:
        return f"{self.ward_id} {self.learnt_at}"


class Declined(Record):
    """A suggested move that was not wanted; it is not suggested again that day."""

    KIND = "declined_move"
    PRINTED = ("dossier_id", "person_id", "day")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")  # who would have been given it
    day = models.DateField()
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "person", "day"], name="declined_once_a_day")]
        indexes = [models.Index(fields=["ward", "day"], name="declined_day")]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.person_id} {self.day}"
