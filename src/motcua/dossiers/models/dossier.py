"""Tables of a dossier: itself, papers, steps, supplements, payments, consultations, results, hand-overs."""

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.acts import Role
from motcua.dossiers import rules
from motcua.files.models import StoredFile
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.procedures import models as procedures
from motcua.promises.models import Promise

__all__ = [
    "Consultation",
    "Dossier",
    "Paper",
    "Payment",
    "Result",
    "Return",
    "Step",
    "Supplement",
]


def _choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    return [(e.value, e.value) for e in enum]


def _one_of(field: str, enum: type[StrEnum]) -> Q:
    return Q(**{f"{field}__in": [e.value for e in enum]})


class Dossier(Record):
    """One request of one applicant, from the door to the result."""

    KIND = "dossier"
    PRINTED: ClassVar[tuple[str, ...]] = (
        "code",
        "status",
        "end",
        "money",
        "delivery",
        "step",
        "officer_id",
        "channel",
        "accepted_at",
        "finished_at",
        "closed_at",
        "fee",
        "supplements",
    )
    SILENT: ClassVar[tuple[str, ...]] = ("promise", "seen_no", "touched_at", "touched_by")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)
    serial = models.BigIntegerField(default=0)
    # what it is: pinned at receipt
    procedure = models.ForeignKey(procedures.Procedure, on_delete=models.PROTECT, related_name="+")
    version_pinned = models.ForeignKey(procedures.Version, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(procedures.Case, on_delete=models.PROTECT, related_name="+")
    process = models.ForeignKey(procedures.Process, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=[(c.value, c.value) for c in rules.Channel])
    online_level = models.CharField(max_length=10, blank=True)
    external_code = models.CharField(max_length=80, blank=True)
    # who
    applicant_kind = models.CharField(max_length=10, default=rules.PartyKind.PERSON.value)
    applicant_name = models.CharField(max_length=200)
    applicant_id = models.CharField(max_length=20, blank=True)
    applicant_born = models.DateField(null=True)
    applicant_sex = models.CharField(max_length=10, blank=True)
    applicant_address = models.CharField(max_length=400, blank=True)
    applicant_phone = models.CharField(max_length=20, blank=True)
    applicant_email = models.CharField(max_length=200, blank=True)
    comer_kind = models.CharField(max_length=10, default=rules.ComerKind.OWNER.value)
    comer_name = models.CharField(max_length=200, blank=True)
    comer_id = models.CharField(max_length=20, blank=True)
    comer_phone = models.CharField(max_length=20, blank=True)
    mandate = models.CharField(max_length=300, blank=True)
    words = SearchVectorField()  # folded, each with the ward's mark, see queries.search
    # the four states
    status = models.CharField(max_length=12, choices=_choices(rules.Status))
    end = models.CharField(max_length=10, blank=True)
    money = models.CharField(max_length=10, default=rules.Money.NONE.value)
    delivery = models.CharField(max_length=10, default=rules.Delivery.NOT_READY.value)
    sync = models.CharField(max_length=10, default=rules.Sync.LOCAL.value)
    # when
    lodged_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)  # returned, withdrawn or turned away
    # who owes it
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, related_name="+")  # the division that processes
    officer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")  # of record
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, null=True, related_name="+")
    step = models.ForeignKey("dossiers.Step", on_delete=models.PROTECT, null=True, related_name="+")
    # money and the rest; `fee` and `money` follow from the payments (rules.paying)
    fee = models.DecimalField(max_digits=12, decimal_places=0, default=Decimal(0))
    exemption = models.CharField(max_length=200, blank=True)
    paid_at = models.DateTimeField(null=True)  # when money was last taken
    return_way = models.CharField(max_length=10, default=rules.ReturnWay.IN_PERSON.value)
    supplements = models.PositiveSmallIntegerField(default=0)
    note = models.TextField(blank=True)
    seen_no = models.PositiveIntegerField(default=1)  # raised by every act; a form carries the one it saw
    touched_at = models.DateTimeField()
    touched_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ward", "code"], name="dossier_code"),
            models.UniqueConstraint(
                fields=["ward", "external_code"], condition=~Q(external_code=""), name="dossier_external_code"
            ),
            models.CheckConstraint(condition=_one_of("status", rules.Status), name="dossier_status"),
            models.CheckConstraint(condition=Q(end="") | _one_of("end", rules.End), name="dossier_end"),
            models.CheckConstraint(condition=_one_of("money", rules.Money), name="dossier_money"),
            models.CheckConstraint(condition=_one_of("delivery", rules.Delivery), name="dossier_delivery"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(accepted_at__gte=F("lodged_at")),
                name="dossier_accepted",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("accepted_at")),
                name="dossier_finished",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(promise__isnull=False), name="dossier_promised"
            ),
            models.CheckConstraint(condition=Q(fee__gte=0), name="dossier_fee"),
        ]
        indexes = [
            models.Index(fields=["ward", "-lodged_at"], name="dossier_lodged"),
            models.Index(
                fields=["ward", "status"],
                name="dossier_open",
                condition=~Q(status__in=["returned", "withdrawn", "turned_away"]),
            ),
            GinIndex(fields=["words"], name="dossier_words"),
        ]

    def __str__(self) -> str:
        return self.code

    def label(self) -> str:
        return self.code


class Paper(Record):
    """One paper of a dossier: which component, in what form, how many, and its scan."""

    KIND = "paper"
    PRINTED = ("name", "copy", "quantity", "file_id")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="papers")
    component = models.ForeignKey(procedures.Component, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=600)
    copy = models.CharField(max_length=20)
    quantity = models.PositiveSmallIntegerField(default=1)
    pages = models.PositiveSmallIntegerField(null=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Step(Record):
    """One station of the pinned process, with its own due; a step that is sent back is opened again as a new row."""

    KIND = "step"
    PRINTED = ("name", "unit_id", "officer_id", "opened_at", "closed_at", "end")
    SILENT = ("closed_by", "note")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()  # in the order walked
    order = models.PositiveSmallIntegerField()  # in the process
    process_step = models.ForeignKey(procedures.ProcessStep, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    officer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)
    end = models.CharField(max_length=10, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="step_number"),
            models.UniqueConstraint(fields=["dossier"], condition=Q(closed_at__isnull=True), name="step_one_open"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")), name="step_closed"
            ),
        ]
        indexes = [
            models.Index(fields=["ward", "unit", "role"], name="step_open", condition=Q(closed_at__isnull=True)),
            models.Index(fields=["ward", "officer"], name="step_officer", condition=Q(closed_at__isnull=True)),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.order}. {self.name}"


class Supplement(Record):
    """A request to complete or supply papers (mẫu 02), at the door or in processing, and what came of it."""

    KIND = "supplement"
    PRINTED = ("number", "stage", "items", "reason", "asked_at", "done_at", "override_basis")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="supplement_requests")
    number = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=12)
    items = models.JSONField()
    reason = models.TextField()
    basis = models.CharField(max_length=300, blank=True)
    override_basis = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    answer_by = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    done_note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "number"], name="supplement_number")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.number}"


class Payment(Record):
    """One financial duty: what was asked and why; how it was paid, or why it was cancelled."""

    KIND = "payment"
    PRINTED = ("number", "kind", "amount", "reason", "basis", "paid_at", "receipt", "way", "cancelled_at")
    SILENT = ("stage", "asked_at", "asked_by", "taken_by", "cancelled_by", "cancel_reason")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="payments")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=_choices(rules.PaymentKind))
    stage = models.CharField(max_length=12, choices=_choices(rules.Stage))
    amount = models.DecimalField(max_digits=12, decimal_places=0)  # đồng
    reason = models.TextField(blank=True)
    basis = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    paid_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=120, blank=True)
    way = models.CharField(max_length=10, blank=True, choices=_choices(rules.PayWay))
    taken_by = models.CharField(max_length=200, blank=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.CharField(max_length=200, blank=True)
    cancel_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="payment_number"),
            models.CheckConstraint(condition=_one_of("kind", rules.PaymentKind), name="payment_kind"),
            models.CheckConstraint(condition=_one_of("stage", rules.Stage), name="payment_stage"),
            models.CheckConstraint(condition=Q(way="") | _one_of("way", rules.PayWay), name="payment_way"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_amount"),
            models.CheckConstraint(
                condition=Q(paid_at__isnull=True) | Q(paid_at__gte=F("asked_at"), cancelled_at__isnull=True),
                name="payment_paid",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | (Q(cancelled_at__gte=F("asked_at")) & ~Q(cancel_reason="")),
                name="payment_cancelled",
            ),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.number}"

    @property
    def duty(self) -> rules.Duty:
        """As the rules see it."""
        return rules.Duty(
            amount=self.amount,
            stage=rules.Stage(self.stage),
            paid=self.paid_at is not None,
            cancelled=self.cancelled_at is not None,
        )


class Consultation(Record):
    """A question to another body, with its own promise."""

    KIND = "consultation"
    PRINTED = ("body", "question", "asked_at", "answered_at")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="consultations")
    body = models.CharField(max_length=200)
    question = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return self.body


class Result(Record):
    """What the processing produced: the paper, or the written refusal or stop (mẫu 05)."""

    KIND = "result"
    PRINTED = ("name", "number", "signer", "file_id")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="results")
    name = models.CharField(max_length=400)
    number = models.CharField(max_length=80, blank=True)
    signer = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    basis = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name


class Return(Record):
    """The result in the applicant's hands, with proof."""

    KIND = "return"
    PRINTED = ("way", "at", "proof")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="handed")
    way = models.CharField(max_length=10)
    at = models.DateTimeField()
    receiver = models.CharField(max_length=200)
    receiver_id = models.CharField(max_length=20, blank=True)
    proof = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.way}"
