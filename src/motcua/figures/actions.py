"""Closing a report: its numbers, its lists and the head of the ledger are frozen in one act."""

from datetime import date, datetime

from motcua.acts import Actor
from motcua.figures import rules
from motcua.figures.models import ClosedReport
from motcua.figures.queries import report_json, scope_of
from motcua.figures.queries.closed import counted_of, frozen_now, stored_rows
from motcua.ledger import queries as ledger
from motcua.ledger.actions import action, add, note, subject
from motcua.offices import queries as offices

__all__ = ["close_report"]


@action("figures.close_report")
def close_report(
    *, by: Actor, at: datetime, from_: date, to: date, as_of: datetime, group: str, remark: str = ""
) -> ClosedReport:
    """Freeze Biểu II.06a of a period as of a moment that has come: numbers, lists by code, and the ledger's head.

    The head is locked first, so that no act of the ward comes between it and the counting. Raises Refused `forbidden`,
    `figures.future`, and what `Scope` raises.
    """
    scope = scope_of(from_=from_, to=to, as_of=as_of, group=group)
    rules.may_close(by=by, at=at, scope=scope)
    number, hash_, _ = ledger.lock_head(by.ward_id)
    rows = frozen_now(ward_id=by.ward_id, scope=scope)
    ward = offices.now_of(by.ward_id)
    report = rules.compiled(
        ward_id=ward.id,
        ward_code=ward.code,
        ward_name=ward.name,
        scope=scope,
        counted=counted_of(rows),
    )
    closed = add(
        ClosedReport(
            ward_id=by.ward_id,
            first=scope.first,
            last=scope.last,
            as_of=scope.as_of,
            group=scope.group.value,
            numbers=report_json(report),
            digest=rules.digest(rows),
            ledger_number=number,
            ledger_hash=hash_.hex(),
            closed_at=at,
            closed_by=by.name,
            closer_title=by.title,
            note=remark,
        )
    )
    subject(closed)
    for row in stored_rows(report=closed, rows=rows):
        add(row)
    note(remark)
    return closed
