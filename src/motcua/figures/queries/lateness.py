"""Lateness and outages, counted: who was touched by then, and for whom the outages outlasted the lateness."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection

from motcua import clock
from motcua.acts import Actor
from motcua.figures.queries.facts import facts, parameters
from motcua.figures.rules import Cell, Lateness, Mark, Scope, compared, may_read
from motcua.figures.rules.lateness import LATE, WORKED
from motcua.offices import queries as offices
from motcua.outages import queries as outages

__all__ = ["COLUMNS", "FURTHER", "late_parameters", "lateness_in", "lateness_of"]

# Whether an outage that was known by then touched the promise. A correction or withdrawal after that moment does not
# change what was seen at it.
_TOUCHED = """EXISTS (
    SELECT 1 FROM outages_touch t JOIN outages_reckoning r ON r.id = t.reckoning_id
    WHERE t.promise_id = facts.promise_id AND r.at <= %(at)s AND (r.void_at IS NULL OR r.void_at > %(at)s)
)"""


def _among(cells: frozenset[Cell]) -> str:
    return "cell IN (" + ", ".join(f"'{cell}'" for cell in sorted(cells)) + ")"


# The CTE `late` over the CTE `facts`: one row a dossier worked on, with its marks.
FURTHER = f"""
, late AS (
    SELECT *, COALESCE({_among(LATE)} AND {_TOUCHED}, FALSE) AS touched,
        COALESCE({_among(LATE)} AND promise_id = ANY(%(enough)s::uuid[]), FALSE) AS enough
    FROM facts WHERE {_among(WORKED)}
)
"""  # noqa: S608 - constants of this room, no value

COLUMNS = """
    f.promise_id, CASE WHEN f.apology_sent_at <= %(at)s THEN f.apology_cause ELSE '' END AS cause,
"""

_COUNTED = """
SELECT row_key, max(row_label), cell, touched, enough, cause, count(*)
FROM late GROUP BY row_key, cell, touched, enough, cause
"""

# How late each touched dossier is: from the last instant in time to its finish, or to the moment looked from.
_HOW_LATE = """
SELECT promise_id, late_then, LEAST(%(at)s, ended_at) FROM late WHERE touched
"""


def lateness_of(*, by: Actor, scope: Scope) -> Lateness:
    """Lateness with and without outages for a scope: eight statements, however many dossiers. Raises `forbidden`."""
    may_read(by)
    return lateness_in(ward_id=by.ward_id, scope=scope)


def lateness_in(*, ward_id: UUID, scope: Scope) -> Lateness:
    """The same for a report that was made already."""
    return compared(scope=scope, counted=_counted(ward_id, scope))


def _counted(ward_id: UUID, scope: Scope) -> Iterator[tuple[str, str, Mark, int]]:
    asked = late_parameters(ward_id=ward_id, scope=scope)
    with connection.cursor() as cursor:
        cursor.execute(facts(group=scope.group, columns=COLUMNS) + FURTHER + _COUNTED, asked)
        for key, label, cell, touched, enough, cause, n in cursor.fetchall():
            yield key, label, Mark(cell=Cell(cell), touched=touched, enough=enough, cause=cause or ""), n


def late_parameters(*, ward_id: UUID, scope: Scope) -> dict[str, Any]:
    """What statements over `late` ask with. `enough` are the promises that outages touched as long as they are late.

    Working minutes are the clock's: one rule, here and on every page.
    """
    asked = {**parameters(ward_id=ward_id, scope=scope), "enough": []}
    with connection.cursor() as cursor:
        cursor.execute(facts(group=scope.group, columns=COLUMNS) + FURTHER + _HOW_LATE, asked)
        late = {promise_id: (due, stood) for promise_id, due, stood in cursor.fetchall()}
    if late:
        minutes = outages.minutes_of(ward_id=ward_id, promise_ids=list(late), at=scope.as_of)
        calendar = offices.calendar(offices.now_of(ward_id))
        asked["enough"] = [
            promise_id
            for promise_id, (due, stood) in late.items()
            if minutes.get(promise_id, 0) >= clock.working_minutes(start=due, end=stood, calendar=calendar)
        ]
    return asked
