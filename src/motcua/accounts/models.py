"""People, the positions they hold from–to, absences, and the tokens of machines."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from motcua.acts import Role
from motcua.ledger.models import Record
from motcua.offices.models import Unit, Ward

__all__ = ["Absence", "Person", "PositionHeld", "Token"]

ROLES = [(r.value, r.value) for r in Role]


class People(BaseUserManager["Person"]):
    """Look-ups by sign-in name; people are made by `accounts.actions`, never here."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(username=username)


class Person(AbstractBaseUser, Record):
    """An officer who signs in."""

    KIND = "person"
    PRINTED = ("username", "name", "is_active")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    name_folded = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    preferences = models.JSONField(default=dict, blank=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[People] = People()  # the manager sign-in needs

    class Meta:
        indexes = [models.Index(fields=["ward", "name_folded"], name="person_name")]

    def __str__(self) -> str:
        return self.name

    def label(self) -> str:
        return self.name

    def has_perm(self, _perm: str, _obj: Any = None) -> bool:
        """No permission hangs on a sign-in: positions decide, in the actions."""
        return False

    def has_module_perms(self, _label: str) -> bool:
        """See `has_perm`."""
        return False


class PositionHeld(Record):
    """A role that a person holds in a unit, from a day to a day (inclusive)."""

    KIND = "position"
    PRINTED = ("person_id", "unit_id", "role", "title", "starts", "ends")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="positions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=ROLES)
    title = models.CharField(max_length=160)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="position_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(role__in=[r.value for r in Role]), name="position_role"),
        ]
        indexes = [models.Index(fields=["ward", "unit", "role"], name="position_unit")]

    def __str__(self) -> str:
        return f"{self.title} ({self.starts}–{self.ends or ''})"


class Absence(Record):
    """Somebody is away; `substitute` does their steps meanwhile."""

    KIND = "absence"
    PRINTED = ("person_id", "substitute_id", "starts", "ends", "reason")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    substitute = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField()
    reason = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="absence_ends_after_start"),
            models.CheckConstraint(condition=~Q(person=F("substitute")), name="absence_other_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.starts}–{self.ends}"


class Token(Record):
    """A machine's key: only its digest is kept. The machine acts with the listed positions."""

    KIND = "token"
    PRINTED = ("name", "revoked_at")

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64, unique=True)  # SHA-256 of the key; it belongs to one ward by its row
    positions = models.JSONField()  # [{"role": …, "unit_id": …}, …]
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name

    def label(self) -> str:
        return self.name
