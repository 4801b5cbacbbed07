"""The catalogue: procedures with versions and cases, and internal processes with versions and steps."""

from decimal import Decimal

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from motcua.accounts.models import Person
from motcua.acts import Role
from motcua.clock import Limit, Unit
from motcua.ledger.models import Record
from motcua.offices import models as offices
from motcua.offices.rules import UnitKind
from motcua.procedures.rules import Answer, Copy, Need, OnlineLevel, StepKind, VersionStatus

__all__ = ["Asking", "Case", "Component", "Procedure", "Process", "ProcessStep", "Request", "Version"]
from motcua.promises.models import Promise

STATUSES = [(s.value, s.value) for s in VersionStatus]
UNITS = [(u.value, u.value) for u in Unit]


class Procedure(Record):
    """A procedure of the ward, over all its versions."""

    KIND = "procedure"
    PRINTED = ("code", "unit_id", "active")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)  # 1.001193; a local number when the national code is not known
    unit = models.ForeignKey(offices.Unit, on_delete=models.PROTECT, related_name="+")  # the division that processes
    active = models.BooleanField(default=True)
    uses = models.PositiveIntegerField(default=0)  # how often it is received; orders search results

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "code"], name="procedure_code")]

    def __str__(self) -> str:
        return self.code

    def label(self) -> str:
        return self.code


class Process(Record):
    """One version of an internal process (quy trình nội bộ)."""

    KIND = "process"
    PRINTED = ("code", "number", "status", "valid_from", "valid_to", "decision")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=400)
    status = models.CharField(max_length=10, choices=STATUSES, default=VersionStatus.DRAFT.value)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    decision = models.CharField(max_length=200, blank=True)
    certainty = models.JSONField(default=dict)  # published or typical, flags of the source, by field
    generated = models.BooleanField(default=False)  # a sane default, not a published process

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ward", "code", "number"], name="process_version")]

    def __str__(self) -> str:
        return f"{self.code} v{self.number}"

    def label(self) -> str:
        return f"{self.code} v{self.number}"


class ProcessStep(Record):
    """One step: who, how long, what is done, what comes out, what it can and must do."""

    KIND = "process_step"
    PRINTED = ("order", "kind", "name", "role")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="steps")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in StepKind])
    name = models.CharField(max_length=300)
    actor_text = models.CharField(max_length=300, blank=True)  # as the source names the actor
    unit_kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in UnitKind])
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    limit_value = models.DecimalField(max_digits=8, decimal_places=3, null=True)
    limit_unit = models.CharField(max_length=20, choices=UNITS, blank=True)
    product = models.CharField(max_length=300, blank=True)
    can_send_back = models.BooleanField(default=True)
    can_pause = models.BooleanField(default=True)
    must_note = models.BooleanField(default=False)
    must_result = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["process", "order"], name="process_step_order"),
            models.CheckConstraint(condition=Q(limit_value__isnull=True) | Q(limit_value__gt=0), name="step_limit"),
        ]
        ordering = ["order"]

    def __str__(self) -> str:
        return f"{self.order}. {self.name}"

    @property
    def limit(self) -> Limit | None:
        """How long the step may take; None when the source does not count it."""
        if self.limit_value is None:
            return None
        return Limit(value=Decimal(self.limit_value), unit=Unit(self.limit_unit))


class Version(Record):
    """A procedure as it stands from a day to a day."""

    KIND = "procedure_version"
    PRINTED = ("number", "name", "status", "valid_from", "valid_to", "decision")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=10, choices=STATUSES, default=VersionStatus.DRAFT.value)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    name = models.CharField(max_length=400)
    field = models.CharField(max_length=120)
    online = models.CharField(max_length=20, choices=[(o.value, o.value) for o in OnlineLevel])
    fee_text = models.TextField(blank=True)
    exemptions = models.JSONField(default=list)
    sets = models.PositiveSmallIntegerField(default=1)
    result = models.CharField(max_length=400, blank=True)
    legal_basis = models.JSONField(default=list)
    keywords = models.JSONField(default=list)
    interlinked = models.TextField(blank=True)
    note = models.TextField(blank=True)
    decision = models.CharField(max_length=200, blank=True)
    certainty = models.JSONField(default=dict)  # {"overall": "high", "time": "medium", …} with sources
    search_text = models.TextField()  # folded name, initials, code, keywords

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="procedure_version"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="version_valid"
            ),
        ]
        indexes = [GinIndex(SearchVector("search_text", config="simple"), name="version_search")]

    def __str__(self) -> str:
        return self.name

    def label(self) -> str:
        return self.name


class Case(Record):
    """A case (trường hợp) of a version: its own limit, fee and process."""

    KIND = "case"
    PRINTED = ("name", "limit_value", "limit_unit", "fee", "process_id")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="cases")
    order = models.PositiveSmallIntegerField(default=1)  # the first is offered first
    name = models.CharField(max_length=400, blank=True)
    limit_value = models.DecimalField(max_digits=8, decimal_places=3)
    limit_unit = models.CharField(max_length=20, choices=UNITS)
    fee = models.DecimalField(max_digits=12, decimal_places=0, null=True)
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "order"], name="case_order"),
            models.CheckConstraint(condition=Q(limit_value__gt=0), name="case_limit"),
            models.CheckConstraint(condition=Q(fee__isnull=True) | Q(fee__gte=0), name="case_fee"),
        ]
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name

    @property
    def limit(self) -> Limit:
        """How long the case may take."""
        return Limit(value=Decimal(self.limit_value), unit=Unit(self.limit_unit))


class Component(Record):
    """One paper of a version's list."""

    KIND = "component"
    PRINTED = ("order", "name", "copy", "quantity", "need")

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="components")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=600)
    copy = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Copy])
    quantity = models.PositiveSmallIntegerField(default=1)
    need = models.CharField(max_length=20, choices=[(n.value, n.value) for n in Need])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "order"], name="component_order")]
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class Request(Record):
    """A procedure that people asked for and the system lacks. Owed to whoever asked, by the administrator."""

    KIND = "procedure_request"
    PRINTED = ("name", "field", "basis", "times", "answer", "procedure_id", "where", "answered_at")
    SILENT = ("name_folded",)

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=400)
    name_folded = models.CharField(max_length=400)
    field = models.CharField(max_length=120, blank=True)
    basis = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    times = models.PositiveSmallIntegerField(default=1)
    answer = models.CharField(max_length=10, choices=[(a.value, a.value) for a in Answer], blank=True)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, null=True, related_name="+")
    where = models.CharField(max_length=300, blank=True)
    answer_note = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ward", "name_folded"], condition=Q(answered_at__isnull=True), name="request_one_open"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="request_answered",
            ),
            models.CheckConstraint(
                condition=~Q(answer__in=[Answer.ADDED.value, Answer.EXISTS.value]) | Q(procedure__isnull=False),
                name="request_names_procedure",
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.NOT_OURS.value) | ~Q(where=""), name="request_says_where"
            ),
        ]
        indexes = [models.Index(fields=["ward", "-asked_at"], name="request_newest")]

    def __str__(self) -> str:
        return self.name

    def label(self) -> str:
        return self.name[:200]


class Asking(Record):
    """One time a request was asked: by whom, and how to reach the resident, which never enters the ledger."""

    KIND = "procedure_asking"
    PRINTED = ("person_id",)

    ward = models.ForeignKey(offices.Ward, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="askings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")  # None: a machine
    name = models.CharField(max_length=200)
    at = models.DateTimeField()
    note = models.TextField(blank=True)
    phone = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-at"], name="asking_newest")]
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.name} {self.at}"
