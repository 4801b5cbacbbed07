"""What machines are told of a dossier."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.acts import Actor, Refused
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Dossier, Paper
from motcua.figures.models import ClosedReport
from motcua.files.models import StoredFile
from motcua.ledger.queries import Prepared, Slot

__all__ = ["LARGEST_PAGE", "as_dict", "closed_row", "listed", "page", "parts", "row", "scan"]

LARGEST_PAGE = 200

COLUMNS = (
    "id",
    "code",
    "status",
    "end",
    "money",
    "delivery",
    "channel",
    "applicant_name",
    "lodged_at",
    "accepted_at",
    "finished_at",
    "closed_at",
    "seen_no",
    "procedure__code",
    "version_pinned__name",
    "version_pinned__field",
    "unit__name",
    "officer__name",
    "step__name",
    "step__id",
    "promise__first_due_at",
    "promise__due_at",
    "promise__extended_due_at",
    "promise__paused_at",
    "promise__outcome",
    "promise__provisional",
)
NAMES = (
    "id",
    "code",
    "status",
    "end",
    "money",
    "delivery",
    "channel",
    "applicant",
    "lodged_at",
    "accepted_at",
    "finished_at",
    "closed_at",
    "seen",
    "procedure",
    "procedure_name",
    "field",
    "unit",
    "officer",
    "step",
    "step_id",
    "first_due_at",
    "due_at",
    "new_due_at",
    "paused_at",
    "outcome",
    "provisional",
)


def row(values: tuple[Any, ...]) -> dict[str, Any]:
    """One dossier as machines read it: names as in NAMES, moments in ISO 8601 with offset."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else str(value) if isinstance(value, UUID) else value
        for name, value in zip(NAMES, values, strict=True)
    }


_ONE = Prepared(lambda: Dossier.objects.filter(ward_id=Slot("ward_id"), code=Slot("code")).values_list(*COLUMNS))


def as_dict(*, by: Actor, code: str) -> dict[str, Any]:
    """One dossier by its code. Raises Refused `missing`."""
    values = _ONE.first(ward_id=by.ward_id, code=code[:60])
    if values is None:
        raise dossiers.missing()
    return row(values)


def listed(
    *,
    by: Actor,
    status: str = "",
    field: str = "",
    unit_id: UUID | None = None,
    officer_id: UUID | None = None,
    channel: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    late_at: datetime | None = None,
    after: str = "",
) -> QuerySet[Dossier]:
    """The ward's dossiers with the usual filters, newest first; `late_at` keeps those overdue at that moment.

    `after` keeps those that follow the dossier with this code, however deep the page. Raises Refused `missing`.
    """
    found = dossiers.visible_to(by)
    if status:
        found = found.filter(status=status)
    if field:
        found = found.filter(version_pinned__field=field)
    if unit_id:
        found = found.filter(unit_id=unit_id)
    if officer_id:
        found = found.filter(officer_id=officer_id)
    if channel:
        found = found.filter(channel=channel)
    if since:
        found = found.filter(lodged_at__gte=since)
    if until:
        found = found.filter(lodged_at__lt=until)
    if late_at:
        found = found.filter(finished_at__isnull=True, closed_at__isnull=True, promise__late_after__lt=late_at)
    if after:
        found = found.filter(_following(by=by, code=after))
    return found.order_by("-lodged_at", "-id")


def _following(*, by: Actor, code: str) -> Q:
    last = dossiers.visible_to(by).filter(code=code).values_list("lodged_at", "id").first()
    if last is None:
        raise dossiers.missing()
    at, pk = last
    return Q(lodged_at__lte=at) & (Q(lodged_at__lt=at) | Q(id__lt=pk))


def page(found: QuerySet[Dossier], *, limit: int, offset: int) -> list[dict[str, Any]]:
    """A page of dossiers."""
    return [row(values) for values in found.values_list(*COLUMNS)[offset : offset + min(limit, LARGEST_PAGE)]]


PARTS = {
    "steps": ("number", "order", "name", "unit__name", "officer__name", "opened_at", "closed_at", "end", "note"),
    "papers": ("id", "name", "copy", "quantity", "pages", "file_id", "added_at"),
    "supplement_requests": ("number", "stage", "items", "reason", "asked_at", "answer_by", "done_at"),
    "payments": (
        "id",
        "number",
        "kind",
        "stage",
        "amount",
        "reason",
        "basis",
        "asked_at",
        "asked_by",
        "paid_at",
        "receipt",
        "way",
        "cancelled_at",
        "cancel_reason",
    ),
    "consultations": ("id", "body", "question", "asked_at", "promise__due_at", "answered_at", "answer"),
    "extensions": (
        "status",
        "cause",
        "reason",
        "old_due_at",
        "new_due_at",
        "number",
        "drafted_at",
        "proposed_at",
        "approved_at",
        "sent_at",
    ),
    "escalations": ("kind", "reason", "raised_at", "decided_at", "decided_as", "finish_by", "decision"),
    "marks": ("kind", "unit__name", "officer__name", "step", "at", "marked_at"),
    "results": ("name", "number", "signer", "reason", "made_at", "file_id"),
}


def parts(*, by: Actor, code: str) -> dict[str, Any]:
    """The parts of one dossier, each a list in its order. Raises Refused `missing`. A statement a part."""
    dossier = dossiers.by_code(by=by, code=code)
    found: dict[str, Any] = {"code": dossier.code}
    for name, columns in PARTS.items():
        rows = getattr(dossier, name).values_list(*columns)
        found[name.removesuffix("_requests")] = [
            {key.replace("__", "_"): _plain(value) for key, value in zip(columns, values, strict=True)}
            for values in rows
        ]
    return found


def _plain(value: object) -> object:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):  # đồng
        return int(value)
    return str(value) if isinstance(value, UUID) else value


def scan(*, by: Actor, code: str, paper_id: UUID) -> StoredFile:
    """The stored scan of one paper of one dossier of the ward. Raises Refused `missing`."""
    dossier = dossiers.by_code(by=by, code=code)
    kept = Paper.objects.select_related("file").filter(dossier_id=dossier.pk, pk=paper_id).first()
    if kept is None or kept.file is None:
        raise Refused("missing", "Giấy tờ này không có bản quét.", "This paper has no scan.")
    return kept.file


def closed_row(report: ClosedReport) -> dict[str, Any]:
    """A closed report without its numbers."""
    return {
        "id": str(report.pk),
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "as_of": report.as_of.isoformat(),
        "by": report.group,
        "closed_at": report.closed_at.isoformat(),
        "closed_by": report.closed_by,
        "digest": report.digest,
        "ledger_number": report.ledger_number,
        "ledger_hash": report.ledger_hash,
    }
