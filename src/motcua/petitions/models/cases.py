"""A petition: what everybody named may list, and beside it, apart, who sent it, against whom and what it says."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.files.models import StoredFile
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.petitions import rules
from motcua.promises.models import Promise

__all__ = ["Accused", "Attachment", "Decision", "Identity", "Look", "Petition", "Remark", "StageOwed"]


def choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """The codes of a closed list."""
    return [(e.value, e.value) for e in enum]


def one_of(field: str, enum: type[StrEnum]) -> Q:
    """That a field holds one of a closed list."""
    return Q(**{f"{field}__in": [e.value for e in enum]})


class Petition(Record):
    """One petition in the book of its year. Nothing here says who wrote it or whom it names.

    `gist` is one line for the list and stays empty while the petition is, or may be, a denunciation.
    """

    KIND = "petition"
    PRINTED: ClassVar[tuple[str, ...]] = (
        "year",
        "number",
        "matter",
        "status",
        "end",
        "channel",
        "secret",
        "second",
        "remote",
        "complexity",
        "extensions",
        "handler_id",
        "received_at",
        "accepted_at",
        "concluded_at",
        "closed_at",
    )
    SILENT: ClassVar[tuple[str, ...]] = ("seen_no", "touched_at", "touched_by")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(default=0)
    channel = models.CharField(max_length=12, choices=choices(rules.Channel))
    origin = models.CharField(max_length=200, blank=True)
    matter = models.CharField(max_length=14, choices=choices(rules.Matter))
    secret = models.BooleanField()
    gist = models.CharField(max_length=300, blank=True)
    named = models.BooleanField()  # whether somebody signed it
    signers = models.PositiveSmallIntegerField(default=1)
    second = models.BooleanField(default=False)  # lần hai; tố cáo tiếp
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="later")
    whole = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    joined_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="joined")
    status = models.CharField(max_length=12, choices=choices(rules.Status))
    end = models.CharField(max_length=12, blank=True, choices=choices(rules.End))
    complexity = models.CharField(max_length=14, default=rules.Complexity.PLAIN.value)
    remote = models.BooleanField(default=False)
    extensions = models.PositiveSmallIntegerField(default=0)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    concluded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    handler = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    seen_no = models.PositiveIntegerField(default=1)
    touched_at = models.DateTimeField()
    touched_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "year", "number"], name="petition_number"),
            models.UniqueConstraint(
                fields=["ward", "origin"],
                condition=Q(channel=rules.Channel.FEEDBACK.value) & ~Q(origin=""),
                name="petition_of_feedback",
            ),
            models.CheckConstraint(condition=one_of("matter", rules.Matter), name="petition_matter"),
            models.CheckConstraint(condition=one_of("status", rules.Status), name="petition_status"),
            models.CheckConstraint(condition=Q(end="") | one_of("end", rules.End), name="petition_end"),
            models.CheckConstraint(condition=Q(secret=False) | Q(gist=""), name="petition_secret_gist"),
            models.CheckConstraint(
                condition=Q(secret=True) | ~Q(matter__in=sorted(m.value for m in rules.SECRET)), name="petition_secret"
            ),
            models.CheckConstraint(
                condition=(Q(status="closed", closed_at__isnull=False) & ~Q(end=""))
                | (~Q(status="closed") & Q(closed_at__isnull=True, end="")),
                name="petition_closed",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(accepted_at__gte=F("received_at"), handler__isnull=False),
                name="petition_accepted",
            ),
        ]
        indexes = [
            models.Index(fields=["ward", "-received_at"], name="petition_received"),
            models.Index(fields=["ward", "status"], name="petition_open", condition=~Q(status="closed")),
        ]

    def __str__(self) -> str:
        return self.label()

    def label(self) -> str:
        return f"Đơn {self.number}/{self.year}"


class Identity(Record):
    """Who sent a petition and what it says. Read only through `queries.secrets`; nothing of it enters the ledger."""

    KIND = "petition_identity"
    PRINTED = ()

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    petition = models.OneToOneField(Petition, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    id_number = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=400, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    representatives = models.TextField(blank=True)
    content = models.TextField(blank=True)

    def __str__(self) -> str:
        return "•"


class Accused(Record):
    """Somebody a petition, or a visitor, speaks against; this officer, and whoever has this name, cannot see it."""

    KIND = "petition_accused"
    PRINTED = ()

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, null=True, related_name="accused")
    visit = models.ForeignKey("petitions.Visit", on_delete=models.PROTECT, null=True, related_name="accused")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(petition__isnull=False, visit__isnull=True) | Q(petition__isnull=True, visit__isnull=False),
                name="petition_accused_one",
            )
        ]

    def __str__(self) -> str:
        return "•"


class StageOwed(Record):
    """One thing owed on the way of a petition, with its own promise. A longer term by law is a new row, not a move."""

    KIND = "petition_stage"
    PRINTED = ("stage", "basis", "opened_at", "closed_at", "end")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="stages")
    stage = models.CharField(max_length=10, choices=choices(rules.Stage))
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=200)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=10, blank=True, choices=choices(rules.StageEnd))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "stage"], condition=Q(closed_at__isnull=True), name="petition_stage_one_open"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, end="") | (Q(closed_at__isnull=False) & ~Q(end="")),
                name="petition_stage_end",
            ),
        ]
        ordering = ["opened_at", "id"]

    def __str__(self) -> str:
        return self.stage


class Remark(Record):
    """What somebody wrote beside an act: a reason, a body, a letter. Kept out of the ledger, which others read."""

    KIND = "petition_remark"
    PRINTED = ()

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="remarks")
    verb = models.CharField(max_length=20)
    text = models.TextField()
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return "•"


class Look(Record):
    """Somebody looked at who sent a secret petition and what it says, or at one of its files. Append-only."""

    KIND = "petition_look"
    PRINTED = ("what",)

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, null=True, related_name="looks")
    visit = models.ForeignKey("petitions.Visit", on_delete=models.PROTECT, null=True, related_name="looks")
    what = models.CharField(max_length=10)  # identity, file, visitor
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(petition__isnull=False, visit__isnull=True) | Q(petition__isnull=True, visit__isnull=False),
                name="petition_look_one",
            )
        ]

    def __str__(self) -> str:
        return self.what


class Attachment(Record):
    """A scan of a petition or of what answered it. The stored file is sealed: no other room can hand it out."""

    KIND = "petition_file"
    PRINTED = ()

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="files")
    title = models.CharField(max_length=200)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return "•"


class Decision(Record):
    """The decision, conclusion or answer: its number and day for the list, its words for who may read the case."""

    KIND = "petition_decision"
    PRINTED = ("number", "decided_on", "verdict", "sent_at", "published_at")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    petition = models.OneToOneField(Petition, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=80)
    decided_on = models.DateField()
    signer = models.CharField(max_length=200)
    verdict = models.CharField(max_length=10, choices=choices(rules.Verdict))
    summary = models.TextField()
    sent_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.number
