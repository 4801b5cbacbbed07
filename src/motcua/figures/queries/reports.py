"""The report, counted in one statement."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from uuid import UUID

from django.db import connection

from motcua.acts import Actor
from motcua.clock import Channel
from motcua.figures.queries.facts import facts, parameters
from motcua.figures.rules import Bucket, Cell, Group, Report, Scope, compiled, group_named, may_read
from motcua.offices import queries as offices

__all__ = ["report", "report_of", "scope_of"]

_COUNTED = """
SELECT row_key, max(row_label), channel, carried, cell, handed, count(*)
FROM facts GROUP BY row_key, channel, carried, cell, handed
"""


def scope_of(*, from_: date, to: date, as_of: datetime, group: str) -> Scope:
    """What a report is asked about. Raises Refused `figures.period`, `figures.as_of`, `figures.group`."""
    return Scope(first=from_, last=to, as_of=as_of, group=group_named(group))


def report(*, by: Actor, from_: date, to: date, as_of: datetime, group: str = Group.FIELD.value) -> Report:
    """Biểu II.06a of the actor's ward for the days `from_` to `to` (both included), as of a moment: two statements.

    `group` is none, field, procedure, unit, channel, level, officer or month. Raises Refused `figures.period`,
    `figures.as_of`, `figures.group`, `forbidden`.
    """
    return report_of(by=by, scope=scope_of(from_=from_, to=to, as_of=as_of, group=group))


def report_of(*, by: Actor, scope: Scope) -> Report:
    """The report of a scope."""
    may_read(by)
    ward = offices.now_of(by.ward_id)
    return compiled(
        ward_id=ward.id,
        ward_code=ward.code,
        ward_name=ward.name,
        scope=scope,
        counted=_counted(ward_id=ward.id, scope=scope),
    )


def _counted(*, ward_id: UUID, scope: Scope) -> Iterator[tuple[str, str, Bucket, int]]:
    with connection.cursor() as cursor:
        cursor.execute(facts(group=scope.group) + _COUNTED, parameters(ward_id=ward_id, scope=scope))
        for key, label, channel, carried, cell, handed, n in cursor.fetchall():
            yield key, label, bucket_of(channel, carried, cell, handed), n


@cache
def bucket_of(channel: str, carried: bool, cell: str, handed: bool) -> Bucket:  # noqa: FBT001 - a row of the statement
    """The bucket a row names."""
    return Bucket(channel=Channel(channel), carried=carried, cell=Cell(cell), handed=handed)
