"""Apologies that wait for a leader's hand."""

from uuid import UUID

from django.db.models import QuerySet

from motcua.acts import Actor
from motcua.desk import rules
from motcua.dossiers.models import Extension
from motcua.dossiers.rules import OPEN, ExtensionStatus

__all__ = ["MOST", "proposed"]

MOST = 50  # read and signed at a time


def proposed(*, by: Actor, only: list[UUID] | None = None) -> QuerySet[Extension]:
    """The drafted apologies of the ward, the soonest broken first; one statement. Raises Refused `forbidden`."""
    rules.may_sign(by)
    rows = Extension.objects.filter(
        ward_id=by.ward_id, status=ExtensionStatus.PROPOSED.value, dossier__status__in=[s.value for s in OPEN]
    )
    if only is not None:
        rows = rows.filter(dossier_id__in=only)
    return rows.select_related("dossier__version_pinned", "dossier__promise").order_by("old_due_at", "pk")
