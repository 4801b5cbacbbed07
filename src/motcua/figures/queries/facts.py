"""The flat view as of a moment: one row per dossier of a report's base, with the cell it stands in then.

All of it is computed from facts with their times, so any past moment can be looked from: what was lodged, accepted,
finished, closed by then; which pause was open; and the due as it was, before the changes that came later. A new
appointment given with an apology never moves the due, so it hides no lateness.
"""

from typing import Any
from uuid import UUID

from motcua.figures.rules import Group, Scope

__all__ = ["OFFICER_THEN", "THESE", "facts", "parameters"]

# Whether the officer of record was known by then: named once, on completing a work step (dossiers: `advance`). What had
# ended by then names nobody later. A record without such a step was born with its officer.
OFFICER_THEN = """(f.officer_id IS NOT NULL AND (f.ended_at <= %(at)s OR COALESCE((
    SELECT COALESCE(min(s.closed_at) FILTER (WHERE s.closed_by = f.officer_name), min(s.closed_at))
    FROM dossiers_step s JOIN procedures_processstep w ON w.id = s.process_step_id
    WHERE s.dossier_id = f.dossier_id AND w.kind = 'work' AND s."end" = 'done'
), '-infinity') <= %(at)s))"""

# Row key and row label of each group, over the columns of dossier_facts.
_GROUPS = {
    Group.NONE: ("''", "''"),
    Group.FIELD: ("f.field", "f.field"),
    Group.PROCEDURE: ("f.procedure_code", "f.procedure_name"),
    Group.UNIT: ("f.unit_code", "f.unit_name"),
    Group.CHANNEL: ("f.channel", "f.channel"),
    Group.LEVEL: ("f.level", "f.level"),
    Group.OFFICER: (
        f"CASE WHEN {OFFICER_THEN} THEN f.officer_id::text ELSE '' END",
        f"CASE WHEN {OFFICER_THEN} THEN f.officer_name ELSE '' END",
    ),
    Group.MONTH: ("f.lodged_month", "f.lodged_month"),
}

# In the base: lodged by then and before the period's end, and not ended before the period began. `ended_at` is
# 'infinity' for an open dossier and never before `lodged_at`, so both ends are ranges of an index.
_BASE = """
    f.ward_id = %(ward)s AND f.lodged_at <= %(at)s AND f.lodged_at < %(closes)s AND f.ended_at >= %(opens)s
"""

# Named dossiers instead of a base: the lists of a closed report, wherever its dossiers stand today.
THESE = "f.ward_id = %(ward)s AND f.code = ANY(%(codes)s)"

# Only what was open at the moment needs a look at pauses and changes of due: the rest ended by then.
_FACTS = """
WITH facts AS (
    SELECT *,
        (finished_at <= %(at)s AND status = 'returned' AND closed_at <= %(at)s) IS TRUE AS handed,
        CASE
            WHEN finished_at <= %(at)s AND outcome = 'early' THEN 'settled_early'
            WHEN finished_at <= %(at)s AND outcome = 'late' THEN 'settled_late'
            WHEN finished_at <= %(at)s THEN 'settled_on_time'
            WHEN closed_at <= %(at)s AND status = 'turned_away' THEN 'turned_away'
            WHEN closed_at <= %(at)s AND accepted_at IS NULL THEN 'withdrawn_door'
            WHEN closed_at <= %(at)s AND COALESCE(paused_since, closed_at) > late_then THEN 'withdrawn_overdue'
            WHEN closed_at <= %(at)s THEN 'withdrawn_in_time'
            WHEN paused_since IS NOT NULL AND (paused_since > late_then OR asked_again) THEN 'waiting_overdue'
            WHEN paused_since IS NOT NULL THEN 'waiting_in_time'
            WHEN asked_at_door THEN 'waiting_door'
            WHEN accepted_at <= %(at)s AND %(at)s > late_then THEN 'progress_overdue'
            ELSE 'progress_in_time'
        END AS cell
    FROM (SELECT {columns}f.code, f.channel, f.status, f.outcome, f.lodged_at, f.accepted_at, f.finished_at,
                 f.closed_at,
        f.ended_at,
        {key} AS row_key, {label} AS row_label,
        f.lodged_at < %(opens)s AS carried,
        CASE WHEN f.finished_at <= %(at)s OR f.accepted_at IS NULL OR f.accepted_at > %(at)s THEN NULL ELSE (
            SELECT p.starts FROM promises_pause p
            WHERE p.promise_id = f.promise_id AND p.starts <= LEAST(%(at)s, f.closed_at)
                AND (p.ends IS NULL OR p.ends > LEAST(%(at)s, f.closed_at))
            ORDER BY p.starts DESC LIMIT 1
        ) END AS paused_since,
        CASE WHEN f.supplements > 1 AND f.ended_at > %(at)s THEN (
            SELECT count(*) > 1 AND bool_or(s.done_at IS NULL OR s.done_at > %(at)s) FROM dossiers_supplement s
            WHERE s.dossier_id = f.dossier_id AND s.stage = 'processing' AND s.asked_at <= %(at)s
        ) ELSE FALSE END AS asked_again,
        CASE WHEN f.ended_at > %(at)s AND (f.accepted_at IS NULL OR f.accepted_at > %(at)s) THEN EXISTS (
            SELECT 1 FROM dossiers_supplement s
            WHERE s.dossier_id = f.dossier_id AND s.stage = 'door' AND s.asked_at <= %(at)s
        ) ELSE FALSE END AS asked_at_door,
        CASE WHEN f.due_changes > 0 THEN COALESCE((
            SELECT c.old_late_after FROM promises_duechange c
            WHERE c.promise_id = f.promise_id AND c.why <> 'extended' AND c.at > %(at)s ORDER BY c.at, c.id LIMIT 1
        ), f.late_after) ELSE f.late_after END AS late_then
    FROM dossier_facts f
    WHERE {base}
    OFFSET 0) moments
)
"""


def facts(*, group: Group, columns: str = "", base: str = _BASE) -> str:
    """The CTE `facts`; `columns` are further ones of the view, each ending in a comma."""
    key, label = _GROUPS[group]
    return _FACTS.format(columns=columns, key=key, label=label, base=base)


def parameters(*, ward_id: UUID, scope: Scope) -> dict[str, Any]:
    """What the statements ask with."""
    return {"ward": ward_id, "opens": scope.opens, "closes": scope.closes, "at": scope.as_of}
