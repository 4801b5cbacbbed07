"""Closed reports: what was frozen, what is there now, and what moved since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from motcua.acts import Actor, Refused
from motcua.figures.models import ClosedReport, ClosedRow
from motcua.figures.queries.facts import facts, parameters
from motcua.figures.queries.lists import PAGE, Listed, figure_named, rows_of
from motcua.figures.queries.reports import bucket_of
from motcua.figures.rules import Bucket, Frozen, Group, Moved, Placed, Report, Scope, compiled, digest, may_read, moved
from motcua.figures.rules.groups import row_label, row_order
from motcua.ledger.models import Act

__all__ = [
    "Standing",
    "closed",
    "closed_listed",
    "closed_reports",
    "counted_of",
    "frozen_now",
    "reopened",
    "scope_of_closed",
    "since",
    "stored_rows",
]

_PLACES = """
SELECT row_key, row_label, channel, carried, cell, handed, code FROM facts
ORDER BY row_key, channel, carried, cell, handed, code
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a closed report stands today.

    `moved` names the dossiers counted differently now; `chain` says that the act it was closed on is still in the
    ledger unchanged; `sealed` that its own lists are those whose digest the ledger keeps.
    """

    moved: tuple[Moved, ...]
    chain: bool
    sealed: bool

    @property
    def holds(self) -> bool:
        """Nothing moved and nothing was rewritten."""
        return not self.moved and self.chain and self.sealed


def closed_reports(*, by: Actor) -> QuerySet[ClosedReport]:
    """The closed reports of the actor's ward, newest first."""
    may_read(by)
    return ClosedReport.objects.filter(ward_id=by.ward_id).order_by("-closed_at", "-id")


def closed(*, by: Actor, report_id: UUID) -> ClosedReport:
    """One closed report. Raises Refused `missing`."""
    found = closed_reports(by=by).filter(pk=report_id).first()
    if found is None:
        raise Refused("missing", "Không có báo cáo đã khóa này.", "There is no such closed report.")
    return found


def scope_of_closed(report: ClosedReport) -> Scope:
    """What the report was about."""
    return Scope(first=report.first, last=report.last, as_of=report.as_of, group=Group(report.group))


def frozen_now(*, ward_id: UUID, scope: Scope) -> tuple[Frozen, ...]:
    """Every row of a scope with the codes of its dossiers, as the records say now."""
    with connection.cursor() as cursor:
        cursor.execute(facts(group=scope.group) + _PLACES, parameters(ward_id=ward_id, scope=scope))
        found = cursor.fetchall()
    rows = [_frozen(scope.group, key, list(lines)) for key, lines in groupby(found, lambda line: line[0])]
    return tuple(sorted(rows, key=lambda row: row_order(group=scope.group, key=row.key, label=row.label)))


def _frozen(group: Group, key: str, lines: Sequence[tuple[str, str, str, bool, str, bool, str]]) -> Frozen:
    label = row_label(group=group, key=key, found=max(line[1] for line in lines))
    return Frozen(
        key=key,
        label=label,
        lists=tuple(
            (bucket, tuple(line[6] for line in alike))
            for bucket, alike in groupby(lines, lambda line: bucket_of(*line[2:6]))
        ),
    )


def _rows(report: ClosedReport) -> tuple[Frozen, ...]:
    return tuple(Frozen.read(key=row.key, label=row.name, lists=row.lists) for row in report.rows.all())


def _places(rows: Iterable[Frozen]) -> list[Placed]:
    return [place for row in rows for place in row.places()]


def reopened(report: ClosedReport) -> Report:
    """The report as it was closed, from its frozen lists: one statement."""
    return compiled(
        ward_id=report.ward_id,
        ward_code=str(report.numbers["ward"]),
        ward_name=report.ward.name,
        scope=scope_of_closed(report),
        counted=counted_of(_rows(report)),
    )


def since(report: ClosedReport) -> Standing:
    """What became of a closed report: four statements.

    The same question is asked of today's records and compared dossier by dossier, so that a back-dated act shows as
    well as a row that was changed behind the ledger's back.
    """
    then = _rows(report)
    now = frozen_now(ward_id=report.ward_id, scope=scope_of_closed(report))
    act = Act.objects.filter(ward_id=report.ward_id, number=report.ledger_number).first()
    return Standing(
        moved=moved(before=_places(then), now=_places(now)),
        chain=report.ledger_number == 0 or (act is not None and bytes(act.hash).hex() == report.ledger_hash),
        sealed=digest(then) == report.digest == _printed_digest(report),
    )


def _printed_digest(report: ClosedReport) -> str:
    """The digest as the act of closing printed it into the ledger."""
    act = Act.objects.filter(ward_id=report.ward_id, subject_id=report.pk).order_by("number").first()
    entries = act.changes if act is not None else []
    for entry in entries:
        if entry.get("id") == str(report.pk):
            return str(entry["set"]["digest"][1])
    return ""


def closed_listed(
    *, by: Actor, report: ClosedReport, figure: str, key: str | None = None, limit: int = PAGE, offset: int = 0
) -> Listed:
    """The frozen list behind a number of a closed report. Dossiers are shown as of its moment, by today's records."""
    found = figure_named(figure)
    codes = [
        code
        for row in _rows(report)
        if key is None or row.key == key
        for bucket, listed in row.lists
        if found.counts(bucket)
        for code in listed
    ]
    rows = rows_of(by=by, scope=scope_of_closed(report), codes=codes)
    return Listed(
        figure=found,
        key=key,
        rows=rows[offset : offset + limit],
        total=len(codes),
        apologised=sum(row.apologised_at is not None for row in rows),
        offset=offset,
    )


def stored_rows(*, report: ClosedReport, rows: Sequence[Frozen]) -> list[ClosedRow]:
    """Rows to be written with a report that is being closed."""
    return [
        ClosedRow(
            ward_id=report.ward_id,
            report_id=report.pk,
            order=order,
            key=row.key,
            name=row.label,
            lists=row.stored(),
        )
        for order, row in enumerate(rows)
    ]


def counted_of(rows: Sequence[Frozen]) -> list[tuple[str, str, Bucket, int]]:
    """Frozen rows as `compiled` takes them."""
    return [(row.key, row.label, bucket, len(codes)) for row in rows for bucket, codes in row.lists]
