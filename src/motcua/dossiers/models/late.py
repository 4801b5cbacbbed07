"""Tables of lateness: the apology, what goes to the chairman, and the register of accountability."""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.dossiers import rules
from motcua.dossiers.models.dossier import Dossier
from motcua.ledger.models import Record
from motcua.offices import models as offices

__all__ = ["Escalation", "Extension", "Mark", "MarkNote"]


def _one_of(field: str, enum: type[StrEnum]) -> Q:
    return Q(**{f"{field}__in": [e.value for e in enum]})


class Extension(Record):
    """An apology (mẫu 04), with a new appointment while the dossier is open: drafted, given its reason, signed, sent.

    At most one for a dossier. One that fell away (`dropped`) is taken up again when the danger comes back.
    """

    KIND = "extension"
    PRINTED = ("status", "cause", "reason", "old_due_at", "new_due_at", "number", "sent_way")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="extensions")
    status = models.CharField(max_length=10)
    cause = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)
    old_due_at = models.DateTimeField()
    new_due_at = models.DateTimeField(null=True)  # empty when the dossier has ended: only sorry is left to say
    drafted_at = models.DateTimeField(null=True)  # by the house; empty when an officer began it
    proposed_at = models.DateTimeField(null=True)  # when it had its reason
    proposed_by = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=40, blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=200, blank=True)
    approver_title = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True)
    sent_way = models.CharField(max_length=40, blank=True)
    proof = models.CharField(max_length=300, blank=True)
    answer = models.TextField(blank=True)  # why a leader sent it back

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_one_of("status", rules.ExtensionStatus), name="extension_status"),
            models.CheckConstraint(
                condition=Q(new_due_at__isnull=True) | Q(new_due_at__gt=F("old_due_at")), name="extension_later"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["drafted", "dropped", "rejected"]) | ~Q(reason="") & ~Q(cause=""),
                name="extension_reasoned",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(sent_at__gte=F("approved_at")), name="extension_sent"
            ),
            models.UniqueConstraint(fields=["dossier"], condition=~Q(status="rejected"), name="extension_once"),
        ]
        indexes = [
            models.Index(
                fields=["ward", "status"],
                name="extension_waiting",
                condition=Q(status__in=["drafted", "proposed", "approved"]),
            ),
        ]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.new_due_at}"


class Escalation(Record):
    """A matter that went to the chairman: a second new appointment was asked for, or the only one was not kept."""

    KIND = "escalation"
    PRINTED = ("kind", "reason", "raised_at", "decided_at", "decision", "decided_as", "assignee_id", "finish_by")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="escalations")
    kind = models.CharField(max_length=10, default=rules.Matter.ASKED.value)
    reason = models.TextField()
    raised_at = models.DateTimeField()
    raised_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_as = models.CharField(max_length=10, blank=True)  # a rules.Order
    assignee = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    finish_by = models.DateField(null=True)  # an order inside the office; the people's appointment stays
    decision = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_one_of("kind", rules.Matter), name="escalation_kind"),
            models.CheckConstraint(
                condition=Q(decided_as="") | _one_of("decided_as", rules.Order), name="escalation_order"
            ),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(decided_at__isnull=True), name="escalation_one_open"
            ),
            models.UniqueConstraint(fields=["dossier"], condition=Q(kind="second"), name="escalation_second_once"),
        ]
        ordering = ["raised_at"]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.raised_at}"


class Mark(Record):
    """A lateness in the register of accountability: whose it was when the promise broke. Never changed, never deleted.

    `officer` had the dossier on record, `holder` its step at that moment; either may be nobody.
    """

    KIND = "mark"
    PRINTED = ("kind", "unit_id", "officer_id", "holder_id", "step", "at")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="marks")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in rules.MarkKind])
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    holder = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    step = models.CharField(max_length=300, blank=True)  # the station at which it was
    at = models.DateTimeField()  # the appointment that was not kept
    marked_at = models.DateTimeField()
    ground = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_one_of("kind", rules.MarkKind), name="mark_kind"),
            models.UniqueConstraint(fields=["dossier", "kind"], name="mark_once"),
        ]
        indexes = [models.Index(fields=["ward", "-at"], name="mark_at")]
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind}"


class MarkNote(Record):
    """What was said to a mark: the officer's explanation, the chairman's assessment. Added, never changed."""

    KIND = "mark_note"
    PRINTED = ("kind", "verdict")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    mark = models.ForeignKey(Mark, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=12)
    verdict = models.CharField(max_length=12, blank=True)
    text = models.TextField()
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    by_title = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_one_of("kind", rules.NoteKind), name="mark_note_kind"),
            models.CheckConstraint(
                condition=Q(kind="explanation", verdict="") | Q(kind="assessment") & _one_of("verdict", rules.Verdict),
                name="mark_note_verdict",
            ),
        ]
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.mark_id} {self.kind}"
