"""Tables of messages: where a ward's ledger was read to, channels, wordings, messages, deliveries, tries, refusals."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from motcua.accounts.models import Person
from motcua.dossiers.models import Dossier
from motcua.ledger.models import Record
from motcua.notices import rules
from motcua.offices.models import Ward

__all__ = ["Channel", "Cursor", "Delivery", "Message", "Preference", "Refusal", "Try", "Wording"]


def _choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    return [(e.value, e.value) for e in enum]


def _one_of(field: str, enum: type[StrEnum]) -> Q:
    return Q(**{f"{field}__in": [e.value for e in enum]})


class Cursor(Record):
    """The last act of a ward whose events were told; what happened before `told_from` never is."""

    KIND = "notice_cursor"
    PRINTED: ClassVar[tuple[str, ...]] = ("told_from",)
    SILENT: ClassVar[tuple[str, ...]] = ("number",)

    ward = models.OneToOneField(Ward, on_delete=models.PROTECT, related_name="+")
    number = models.BigIntegerField()
    told_from = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.ward_id} @ {self.number}"


class Channel(Record):
    """One way to write to people, as the ward's administrator set it. The secret is kept elsewhere, see README."""

    KIND = "notice_channel"
    PRINTED = ("way", "on", "address", "sender", "security")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10)
    on = models.BooleanField(default=False)
    address = models.CharField(max_length=300, blank=True)  # host:port, or the address of an HTTP gateway
    sender = models.CharField(max_length=200, blank=True)
    account = models.CharField(max_length=200, blank=True)  # who signs in at the mail server
    security = models.CharField(max_length=10, default="starttls")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "way"], name="notice_channel_way"),
            models.CheckConstraint(condition=Q(way__in=["email", "zalo", "sms"]), name="notice_channel_known"),
            models.CheckConstraint(
                condition=Q(security__in=["none", "starttls", "tls"]), name="notice_channel_security"
            ),
            models.CheckConstraint(condition=Q(on=False) | ~Q(address=""), name="notice_channel_reachable"),
        ]

    def __str__(self) -> str:
        return self.way

    def label(self) -> str:
        return self.way


class Wording(Record):
    """A ward's own version of a wording. The newest holds; `original` gives the product's words back."""

    KIND = "notice_wording"
    PRINTED = ("event", "slot", "language", "version", "original")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    event = models.CharField(max_length=30, choices=_choices(rules.Event))
    slot = models.CharField(max_length=10, choices=_choices(rules.Slot))
    language = models.CharField(max_length=2, choices=_choices(rules.Language))
    version = models.PositiveIntegerField()
    original = models.BooleanField(default=False)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ward", "event", "slot", "language", "version"], name="notice_wording_version"
            )
        ]
        ordering = ["-version"]

    def __str__(self) -> str:
        return self.label()

    def label(self) -> str:
        return f"{self.event} {self.slot} {self.language} {self.version}"


class Message(Record):
    """One event told to one person. `key` makes it once: the act and whom it concerns."""

    KIND = "notice"
    PRINTED = ("event", "purpose", "about", "held")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=160)
    event = models.CharField(max_length=30, choices=_choices(rules.Event))
    purpose = models.CharField(max_length=10, choices=_choices(rules.Purpose))
    act = models.BigIntegerField(default=0)  # the number in the ward's ledger; 0 when no act asked for it
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")  # an officer
    about = models.CharField(max_length=80, blank=True)  # the code people know the matter by
    topic = models.CharField(max_length=60, blank=True)  # why an officer is written to
    made_at = models.DateTimeField()
    contacts = models.JSONField(default=list)  # hashes of the addresses it could go to
    page_vi = models.TextField(blank=True)
    page_en = models.TextField(blank=True)
    held = models.CharField(max_length=12, blank=True)  # why nothing leaves: refused, unreachable

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "key"], name="notice_once"),
            models.CheckConstraint(condition=_one_of("event", rules.Event), name="notice_event"),
            models.CheckConstraint(condition=_one_of("purpose", rules.Purpose), name="notice_purpose"),
            models.CheckConstraint(
                condition=Q(event="officer", person__isnull=False) | (~Q(event="officer") & Q(person__isnull=True)),
                name="notice_person",
            ),
        ]
        indexes = [
            models.Index(fields=["ward", "-made_at"], name="notice_made"),
            models.Index(fields=["dossier", "made_at"], name="notice_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.about}"

    def label(self) -> str:
        return self.about


class Delivery(Record):
    """A message on one way: its exact words, its tries, its proof. Its id is what gateways know it by."""

    KIND = "notice_delivery"
    PRINTED = ("way", "state", "sent_at")
    SILENT = ("tries", "restarted", "sending_until", "next_try_at")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="deliveries")
    way = models.CharField(max_length=10, choices=_choices(rules.Way))
    address = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="vi")
    subject = models.CharField(max_length=400, blank=True)
    text = models.TextField()
    state = models.CharField(max_length=10, choices=_choices(rules.State))
    tries = models.PositiveSmallIntegerField(default=0)
    restarted = models.PositiveSmallIntegerField(default=0)  # tries made before a person said “again”
    next_try_at = models.DateTimeField(null=True)
    sending_until = models.DateTimeField(null=True)  # a lease: somebody may be sending it now
    sent_at = models.DateTimeField(null=True)
    proof = models.CharField(max_length=300, blank=True)
    error = models.CharField(max_length=300, blank=True)  # why the last try failed
    told_by = models.CharField(max_length=200, blank=True)  # the officer who told them in another way

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "way"], name="notice_delivery_once"),
            models.CheckConstraint(condition=_one_of("state", rules.State), name="notice_delivery_state"),
            models.CheckConstraint(condition=_one_of("way", rules.Way), name="notice_delivery_way"),
            models.CheckConstraint(
                condition=~Q(state__in=["sent", "told"]) | (Q(sent_at__isnull=False) & ~Q(proof="")),
                name="notice_delivery_proven",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["queued", "failed"]) | Q(next_try_at__isnull=False),
                name="notice_delivery_next",
            ),
        ]
        indexes = [
            models.Index(
                fields=["ward", "next_try_at"], name="notice_due", condition=Q(state__in=["queued", "failed"])
            ),
            models.Index(fields=["ward", "state"], name="notice_stuck", condition=Q(state__in=["dead", "to_call"])),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.state}"

    def label(self) -> str:
        return self.way


class Try(Record):
    """One try of a delivery, and what the gateway answered."""

    KIND = "notice_try"
    PRINTED = ("number", "outcome")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=_choices(rules.Outcome))
    answer = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["delivery", "number"], name="notice_try_number")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.outcome}"


class Refusal(Record):
    """An address that wants no messages of a purpose; the address itself is not kept."""

    KIND = "notice_refusal"
    PRINTED = ("purpose", "way", "ends_at")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    contact = models.CharField(max_length=40)  # rules.hashed
    purpose = models.CharField(max_length=10)
    way = models.CharField(max_length=10)  # link, or counter
    at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ward", "contact", "purpose"], condition=Q(ends_at__isnull=True), name="notice_refused_once"
            ),
            models.CheckConstraint(condition=Q(purpose__in=["progress", "survey"]), name="notice_refusal_purpose"),
        ]

    def __str__(self) -> str:
        return self.purpose


class Preference(Record):
    """The language an address is written to in."""

    KIND = "notice_preference"
    PRINTED = ("language",)

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    contact = models.CharField(max_length=40)
    language = models.CharField(max_length=2, choices=_choices(rules.Language))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "contact"], name="notice_preference_once")]

    def __str__(self) -> str:
        return self.language
