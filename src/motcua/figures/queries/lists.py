"""The rows a number opens to: exactly those its predicate selects, what hurts most first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from motcua import clock
from motcua.acts import Actor, Refused
from motcua.clock import Limit, Unit
from motcua.figures.queries.facts import OFFICER_THEN, THESE, facts, parameters
from motcua.figures.queries.lateness import FURTHER, late_parameters
from motcua.figures.queries.reports import bucket_of
from motcua.figures.rules import FIGURES, LATENESS, Bucket, Cell, Figure, LateFigure, Scope, may_read
from motcua.offices import queries as offices

__all__ = ["PAGE", "Listed", "Row", "all_rows", "figure_named", "listed", "rows_of"]

PAGE = 25

_COLUMNS = f"""
    f.dossier_id, f.promise_id, f.procedure_code, f.procedure_name, f.field, f.unit_name,
    CASE WHEN {OFFICER_THEN} THEN f.officer_name END AS officer_name,
    f.limit_value, f.limit_unit, f.first_due_at, f.extended_due_at,
    CASE WHEN f.apology_sent_at <= %(at)s THEN f.apology_cause ELSE '' END AS cause,
    CASE WHEN f.apology_sent_at <= %(at)s THEN f.apology_sent_at END AS apologised_at,
    CASE WHEN f.due_changes > 0 THEN COALESCE((
        SELECT c.old_due_at FROM promises_duechange c
        WHERE c.promise_id = f.promise_id AND c.why <> 'extended' AND c.at > %(at)s ORDER BY c.at, c.id LIMIT 1
    ), f.due_at) ELSE f.due_at END AS due_then,
"""  # noqa: S608 - a constant of this room, no value

# How long past its last instant in time a dossier ended, or stands: the later, the more it hurts.
_ROWS = """
SELECT code, procedure_code, procedure_name, field, unit_name, officer_name, lodged_at, accepted_at,
    CASE WHEN finished_at <= %(at)s THEN finished_at END,
    CASE WHEN closed_at <= %(at)s THEN closed_at END,
    first_due_at, due_then, limit_value, limit_unit, paused_since, cause, apologised_at,
    row_key, row_label, channel, carried, cell, handed
FROM {source} WHERE {where}
ORDER BY COALESCE(paused_since, LEAST(%(at)s, ended_at)) - late_then DESC NULLS LAST, lodged_at, code
"""

_COUNTED = "SELECT count(*), count(apologised_at) FROM {source} WHERE {where}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One dossier of a list, as of the moment looked from. `stood_at` is when its time stopped or the moment itself."""

    code: str
    procedure_code: str
    procedure: str
    field: str
    unit: str
    officer: str
    lodged_at: datetime
    accepted_at: datetime | None
    finished_at: datetime | None
    closed_at: datetime | None
    first_due_at: datetime | None
    due_at: datetime | None
    stood_at: datetime
    late: bool
    late_words: str
    cause: str
    apologised_at: datetime | None
    key: str
    label: str
    bucket: Bucket


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The list behind one number: the figure, the row it stands in, how many there are and the ones shown."""

    figure: Figure | LateFigure
    key: str | None
    rows: tuple[Row, ...]
    total: int
    apologised: int  # how many of them had their apology by then
    offset: int = 0

    @property
    def remaining(self) -> int:
        """How many are not shown yet."""
        return self.total - self.offset - len(self.rows)


def figure_named(name: str) -> Figure:
    """A figure of the report by its name. Raises Refused `missing`."""
    found = FIGURES.get(name)
    if found is None:
        raise Refused("missing", "Không có số liệu này.", "There is no such figure.")
    return found


def listed(
    *,
    by: Actor,
    scope: Scope,
    figure: str,
    key: str | None = None,
    limit: int = PAGE,
    offset: int = 0,
) -> Listed:
    """The dossiers behind a figure of the whole ward, or of the row `key`: three statements, nine beside outages."""
    may_read(by)
    found = LATENESS.get(figure) or figure_named(figure)
    where = found.predicate if key is None else f"{found.predicate} AND row_key = %(key)s"
    base, source, asked = _source(by.ward_id, scope, found)
    asked |= {"limit": limit, "offset": offset}
    if key is not None:
        asked["key"] = key[:400]
    with connection.cursor() as cursor:
        cursor.execute(base + _COUNTED.format(source=source, where=where), asked)
        total, apologised = cursor.fetchone() or (0, 0)
    rows = _read(
        ward_id=by.ward_id,
        statement=base + _ROWS.format(source=source, where=where) + "LIMIT %(limit)s OFFSET %(offset)s",
        asked=asked,
        at=scope.as_of,
    )
    return Listed(figure=found, key=key, rows=rows, total=total, apologised=apologised, offset=offset)


def _source(ward_id: UUID, scope: Scope, figure: Figure | LateFigure) -> tuple[str, str, dict[str, Any]]:
    """The statement's beginning, the table its predicate speaks of, and what it asks with."""
    base = facts(group=scope.group, columns=_COLUMNS)
    if isinstance(figure, LateFigure):
        return base + FURTHER, "late", late_parameters(ward_id=ward_id, scope=scope)
    return base, "facts", parameters(ward_id=ward_id, scope=scope)


def all_rows(*, ward_id: UUID, scope: Scope) -> tuple[Row, ...]:
    """Every dossier of a report's base: what goes on the further sheets of its workbook."""
    return _read(
        ward_id=ward_id,
        statement=facts(group=scope.group, columns=_COLUMNS) + _ROWS.format(source="facts", where="TRUE"),
        asked=parameters(ward_id=ward_id, scope=scope),
        at=scope.as_of,
    )


def rows_of(*, by: Actor, scope: Scope, codes: Sequence[str]) -> tuple[Row, ...]:
    """Named dossiers as of the moment of a scope, wherever they stand: the lists of a closed report."""
    may_read(by)
    return _read(
        ward_id=by.ward_id,
        statement=facts(group=scope.group, columns=_COLUMNS, base=THESE) + _ROWS.format(source="facts", where="TRUE"),
        asked={**parameters(ward_id=by.ward_id, scope=scope), "codes": list(codes)},
        at=scope.as_of,
    )


def _read(*, ward_id: UUID, statement: str, asked: dict[str, Any], at: datetime) -> tuple[Row, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        found = cursor.fetchall()
    if not found:
        return ()
    calendar = offices.calendar(offices.now_of(ward_id))
    return tuple(_row(values, at=at, calendar=calendar) for values in found)


_LATE = frozenset({Cell.SETTLED_LATE, Cell.PROGRESS_OVERDUE, Cell.WAITING_OVERDUE, Cell.WITHDRAWN_OVERDUE})


def _row(values: tuple[Any, ...], *, at: datetime, calendar: clock.Calendar) -> Row:
    (
        code,
        procedure_code,
        procedure,
        field,
        unit,
        officer,
        lodged_at,
        accepted_at,
        finished_at,
        closed_at,
        first_due_at,
        due_at,
        limit_value,
        limit_unit,
        paused_since,
        cause,
        apologised_at,
        key,
        label,
        *bucket,
    ) = values
    placed = bucket_of(*bucket)
    stood_at = finished_at or paused_since or closed_at or at
    late = placed.cell in _LATE
    words = ""
    if late and due_at is not None:
        limit = Limit(value=Decimal(limit_value), unit=Unit(limit_unit))
        words = clock.late_by(at=stood_at, due=due_at, limit=limit, calendar=calendar).words()
    return Row(
        code=code,
        procedure_code=procedure_code,
        procedure=procedure,
        field=field,
        unit=unit,
        officer=officer or "",
        lodged_at=lodged_at,
        accepted_at=accepted_at if accepted_at and accepted_at <= at else None,
        finished_at=finished_at,
        closed_at=closed_at,
        first_due_at=first_due_at,
        due_at=due_at,
        stood_at=stood_at,
        late=late,
        late_words=words,
        cause=cause or "",
        apologised_at=apologised_at,
        key=key,
        label=label,
        bucket=placed,
    )
