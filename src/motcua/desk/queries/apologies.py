"""Apologies that wait for a leader's hand."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.acts import Actor
from motcua.desk import rules
from motcua.dossiers.models import Extension
from motcua.dossiers.rules import OPEN, ExtensionStatus
from motcua.promises import queries as promises

__all__ = ["MOST", "waiting"]

MOST = 50  # read and signed at a time


def waiting(*, by: Actor, at: datetime, only: list[UUID] | None = None) -> QuerySet[Extension]:
    """The apologies a leader can sign: those with their reason, then drafts of late dossiers that nobody has answered.

    The soonest broken first; one statement. Raises Refused `forbidden`.
    """
    rules.may_sign(by)
    late = promises.broken(at, of="dossier__promise__")
    owed = Q(dossier__status__in=[s.value for s in OPEN]) | late
    proposed = Q(status=ExtensionStatus.PROPOSED.value) & owed
    rows = Extension.objects.filter(proposed | Q(status=ExtensionStatus.DRAFTED.value) & late, ward_id=by.ward_id)
    if only is not None:
        rows = rows.filter(dossier_id__in=only)
    return rows.select_related("dossier__version_pinned", "dossier__promise").order_by("-status", "old_due_at", "pk")
