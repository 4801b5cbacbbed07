"""Tables of a feedback: itself, its sender apart, what was said, photos, promises, answers; and counted tries."""

from enum import StrEnum
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.feedback import rules
from motcua.files.models import StoredFile
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.promises.models import Promise

__all__ = ["Answer", "Case", "Photo", "Sender", "Sight", "Stage", "Word"]


def _choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    return [(e.value, e.value) for e in enum]


def _one_of(field: str, enum: type[StrEnum]) -> Q:
    return Q(**{f"{field}__in": [e.value for e in enum]})


class Case(Record):
    """One feedback or proposal, from its receipt to its answer.

    The ledger knows its number; never what it says, where, by whom, nor the receipt that opens it.
    """

    KIND = "feedback"
    PRINTED: ClassVar[tuple[str, ...]] = (
        "code",
        "status",
        "kind",
        "category",
        "channel",
        "privacy",
        "unit_id",
        "officer_id",
        "ground",
        "forwarded_to",
        "merged_into_id",
        "reopened",
        "liked",
    )
    SILENT: ClassVar[tuple[str, ...]] = (
        "once",
        "receipt",
        "words",
        "suspect",
        "promise",
        "shown",
        "complete_at",
        "answered_at",
        "merged_at",
        "liked_at",
        "seen_no",
        "touched_at",
        "touched_by",
    )

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)  # "PA-26-0042": what officers say
    receipt = models.CharField(max_length=20, unique=True)  # what only the sender holds
    once = models.UUIDField()  # one for each form shown: pressing twice sends once
    channel = models.CharField(max_length=10, choices=_choices(rules.Channel))
    kind = models.CharField(max_length=10, choices=_choices(rules.Kind))
    category = models.CharField(max_length=20)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    place = models.CharField(max_length=300, blank=True)
    privacy = models.CharField(max_length=10, choices=_choices(rules.Privacy))
    language = models.CharField(max_length=2, default="vi")
    suspect = models.BooleanField(default=False)
    words = SearchVectorField(null=True)
    status = models.CharField(max_length=10, choices=_choices(rules.Status), default=rules.Status.NEW.value)
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, null=True, related_name="+")
    officer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    promise = models.OneToOneField(
        Promise, on_delete=models.PROTECT, null=True, related_name="+"
    )  # the one running now
    lodged_at = models.DateTimeField()
    complete_at = models.DateTimeField()  # from when on the office knows all it asked for
    answered_at = models.DateTimeField(null=True)
    ground = models.CharField(max_length=14, blank=True)
    told = models.TextField(blank=True)  # what the sender reads about a refusal, a forwarding, a routing
    forwarded_to = models.CharField(max_length=200, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="followers")
    merged_at = models.DateTimeField(null=True)
    shown = models.ForeignKey("Answer", on_delete=models.PROTECT, null=True, related_name="+")  # the published answer
    reopened = models.PositiveSmallIntegerField(default=0)
    liked = models.BooleanField(null=True)
    liked_at = models.DateTimeField(null=True)
    seen_no = models.PositiveIntegerField(default=1)
    touched_at = models.DateTimeField()
    touched_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "code"], name="feedback_code"),
            models.UniqueConstraint(fields=["ward", "once"], name="feedback_once"),
            models.CheckConstraint(condition=_one_of("status", rules.Status), name="feedback_status"),
            models.CheckConstraint(condition=_one_of("privacy", rules.Privacy), name="feedback_privacy"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="feedback_not_itself"
            ),
            models.CheckConstraint(
                condition=Q(liked__isnull=True, liked_at__isnull=True)
                | Q(liked__isnull=False, liked_at__isnull=False, answered_at__isnull=False),
                name="feedback_liked",
            ),
            models.CheckConstraint(
                condition=~Q(status=rules.Status.REJECTED.value) | (~Q(ground="") & ~Q(told="")),
                name="feedback_why_not",
            ),
        ]
        indexes = [
            models.Index(fields=["ward", "lodged_at"], name="feedback_lodged"),
            models.Index(fields=["ward", "status", "lodged_at"], name="feedback_by_status"),
            models.Index(
                fields=["ward", "category", "lodged_at"],
                name="feedback_shown",
                condition=Q(shown__isnull=False),
            ),
            GinIndex(fields=["words"], name="feedback_words"),
        ]

    def __str__(self) -> str:
        return self.code

    def label(self) -> str:
        return self.code


class Sender(Record):
    """Who sent a feedback, kept apart so that no list can show it by accident. An anonymous one has no such row."""

    KIND = "feedback_sender"

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="sender")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=20, blank=True)
    email = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return "•"  # a name in a log would be a leak


class Sight(Record):
    """That somebody looked at who sent a feedback, and why. Append-only by being an act."""

    KIND = "feedback_sight"
    PRINTED = ("by_name",)

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sights")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    why = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.by_name} {self.at}"


class Stage(Record):
    """A promise of a feedback: which part of its way, and which round when it was looked at again."""

    KIND = "feedback_stage"
    PRINTED = ("clock", "round")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stages")
    clock = models.CharField(max_length=10, choices=_choices(rules.Clock))
    round = models.PositiveSmallIntegerField(default=0)
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="feedback_stage")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "clock", "round"], name="feedback_stage_once")]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.clock} {self.round}"


class Word(Record):
    """Something said between sender and office besides the answer: a question, a reply, an addition."""

    KIND = "feedback_word"
    PRINTED = ("side", "asks", "answer_by")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="said")
    side = models.CharField(max_length=10, choices=_choices(rules.Side))
    asks = models.BooleanField(default=False)  # the office waits for a reply
    text = models.TextField()
    answer_by = models.DateTimeField(null=True)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.side} {self.at}"


class Photo(Record):
    """A photo, cleaned of everything but the picture. Shown to everybody only when it was chosen at publishing."""

    KIND = "feedback_photo"
    PRINTED = ("number", "side", "public")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=10, choices=_choices(rules.Side))  # the sender's: before; the office's: after
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    public = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="feedback_photo_number")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}"


class Answer(Record):
    """An answer: drafted by who handled it, approved by a leader, published in a version of its own."""

    KIND = "feedback_answer"
    PRINTED = (
        "round",
        "status",
        "drafted_by",
        "approved_by",
        "self_approved",
        "published_at",
        "published_by",
        "withheld_at",
    )
    SILENT = ("public_words",)

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="answers")
    round = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(max_length=10, choices=_choices(rules.AnswerStatus))
    text = models.TextField()
    drafted_by = models.CharField(max_length=200)
    drafted_at = models.DateTimeField()
    drafter_id = models.UUIDField(null=True)  # who acted: two people may have one name
    sent_back_why = models.TextField(blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    approved_at = models.DateTimeField(null=True)
    self_approved = models.BooleanField(default=False, db_default=False)  # a leader drafted it and approved it
    public_subject = models.CharField(max_length=200, blank=True)
    public_text = models.TextField(blank=True)
    public_answer = models.TextField(blank=True)
    public_words = SearchVectorField(null=True)  # of the public version alone: a search finds nothing that is not shown
    published_by = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True)
    withheld_why = models.TextField(blank=True)
    withheld_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="feedback_answer_round"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | (Q(approved_at__isnull=False) & ~Q(public_subject="") & ~Q(public_answer="")),
                name="feedback_answer_public",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(withheld_at__isnull=True), name="feedback_answer_one_way"
            ),
        ]
        indexes = [GinIndex(fields=["public_words"], name="feedback_public_words")]
        ordering = ["round"]

    def __str__(self) -> str:
        return f"{self.round} {self.status}"
