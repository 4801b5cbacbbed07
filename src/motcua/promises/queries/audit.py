"""What an audit asks of the promises of a ward: how many stand where, and which of them contradict themselves. In SQL.

Each invariant is one statement that returns what breaks it. What belongs to one room only (marks, apologies) is asked
by that room (`dossiers.queries.audit`); `motcua promises audit` puts the answers together.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from motcua import law
from motcua.clock import ZONE

__all__ = ["Fault", "Tally", "ask", "faults", "tallies"]

MOST = 100  # faults named of one kind; more of the same say nothing new


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The promises of one kind at a moment. `overdue` are open, `broken` are all that were ever late."""

    kind: str
    made: int
    open: int
    overdue: int
    paused: int
    early: int
    on_time: int
    late: int
    released: int
    broken: int
    extended: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One promise that breaks an invariant: which invariant, in words, and the record it belongs to."""

    rule: str
    said: str
    promise_id: UUID


_COUNTED = """
SELECT kind, count(*),
    count(*) FILTER (WHERE kept_at IS NULL AND released_at IS NULL),
    count(*) FILTER (WHERE kept_at IS NULL AND released_at IS NULL AND late_after < LEAST(paused_at, %(at)s)),
    count(*) FILTER (WHERE kept_at IS NULL AND released_at IS NULL AND paused_at IS NOT NULL),
    count(*) FILTER (WHERE outcome = 'early'),
    count(*) FILTER (WHERE outcome = 'on_time'),
    count(*) FILTER (WHERE outcome = 'late'),
    count(*) FILTER (WHERE released_at IS NOT NULL),
    count(*) FILTER (WHERE broken_at IS NOT NULL OR (
        kept_at IS NULL AND released_at IS NULL AND late_after < LEAST(paused_at, %(at)s))),
    count(*) FILTER (WHERE extended_times > 0)
FROM promises_promise WHERE ward_id = %(ward)s GROUP BY kind ORDER BY kind
"""

# rule: (what is broken, the statement that finds it)
_FAULTS = {
    "promise.first_due": (
        "hạn đầu không còn như lúc hẹn đã ghi trong sổ",
        """
SELECT p.id FROM promises_promise p LEFT JOIN (
    SELECT (c.value ->> 'id')::uuid AS id, (c.value -> 'set' -> 'first_due_at' ->> 1)::timestamptz AS first
    FROM ledger_act a CROSS JOIN LATERAL jsonb_array_elements(a.changes) c
    WHERE a.ward_id = %(ward)s AND a.changes @> '[{"kind": "promise", "new": true}]'
    AND c.value ->> 'kind' = 'promise' AND c.value ? 'new'
) made ON made.id = p.id
WHERE p.ward_id = %(ward)s AND made.first IS DISTINCT FROM p.first_due_at
""",
    ),
    "promise.outcome": (
        "kết quả ghi không khớp với giờ xong và hạn",
        """
SELECT id FROM promises_promise WHERE ward_id = %(ward)s AND kept_at IS NOT NULL AND outcome <> CASE
    WHEN kept_at > late_after THEN 'late'
    WHEN (kept_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < (due_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date THEN 'early'
    ELSE 'on_time' END
""",
    ),
    "promise.late_after": (
        "giờ cuối còn tính là trong hạn không khớp với hạn",
        """
SELECT id FROM promises_promise WHERE ward_id = %(ward)s AND (late_after < due_at OR late_after <> CASE
    WHEN late_after = due_at THEN due_at
    ELSE (date_trunc('day', due_at AT TIME ZONE 'Asia/Ho_Chi_Minh') + interval '1 day - 1 microsecond')
        AT TIME ZONE 'Asia/Ho_Chi_Minh' END)
""",
    ),
    "promise.broken": (
        "kết thúc trễ mà không ghi là trễ, hoặc ghi trễ mà không trễ",
        """
SELECT id FROM promises_promise WHERE ward_id = %(ward)s AND (
    (outcome = 'late') <> (kept_at IS NOT NULL AND broken_at IS NOT NULL)
    OR broken_at <= late_after OR broken_at > COALESCE(kept_at, released_at, 'infinity'))
""",
    ),
    "promise.extended_twice": (
        "hẹn lại quá số lần cho phép",
        "SELECT id FROM promises_promise WHERE ward_id = %(ward)s AND extended_times > %(most)s",
    ),
    "promise.changes": (
        "các lần dời hạn không nối liền từ hạn đầu đến hạn nay",
        """
SELECT p.id FROM promises_promise p LEFT JOIN (
    SELECT promise_id, count(*) AS n, (array_agg(new_due_at ORDER BY at DESC, id DESC))[1] AS last,
        bool_or(old_due_at IS DISTINCT FROM before) AS torn
    FROM (
        SELECT c.*, lag(c.new_due_at, 1, q.first_due_at) OVER (PARTITION BY c.promise_id ORDER BY c.at, c.id) AS before
        FROM promises_duechange c JOIN promises_promise q ON q.id = c.promise_id
        WHERE c.ward_id = %(ward)s AND c.why <> 'extended'
    ) one GROUP BY promise_id
) moved ON moved.promise_id = p.id
WHERE p.ward_id = %(ward)s AND (
    COALESCE(moved.torn, false) OR COALESCE(moved.last, p.first_due_at) <> p.due_at
    OR COALESCE(moved.n, 0) <> p.due_changes)
""",
    ),
    "promise.appointment": (
        "ngày hẹn lại không khớp với lần hẹn lại đã ghi",
        """
SELECT p.id FROM promises_promise p LEFT JOIN (
    SELECT promise_id, count(*) AS n, max(new_due_at) AS last FROM promises_duechange
    WHERE ward_id = %(ward)s AND why = 'extended' GROUP BY promise_id
) given ON given.promise_id = p.id
WHERE p.ward_id = %(ward)s AND (COALESCE(given.n, 0) <> p.extended_times
    OR p.extended_due_at IS DISTINCT FROM CASE WHEN given.last IS NOT NULL THEN GREATEST(given.last, p.due_at) END
    AND NOT p.extended_due_at >= given.last)
""",
    ),
    "promise.pauses": (
        "lần tạm dừng nằm ngoài đời của lời hẹn, hoặc không khớp với tình trạng dừng",
        """
SELECT DISTINCT p.id FROM promises_promise p LEFT JOIN promises_pause s ON s.promise_id = p.id
WHERE p.ward_id = %(ward)s AND (
    s.starts < p.made_at OR s.ends > COALESCE(p.kept_at, p.released_at, 'infinity')
    OR (s.id IS NOT NULL AND s.ends IS NULL AND p.paused_at IS DISTINCT FROM s.starts)
    OR (p.paused_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM promises_pause o WHERE o.promise_id = p.id AND o.ends IS NULL)))
""",
    ),
    "promise.part_after_whole": (
        "phần việc đến hạn sau cả hồ sơ",
        """
SELECT p.id FROM promises_promise p JOIN promises_promise w ON w.id = p.whole_id
WHERE p.ward_id = %(ward)s AND p.kept_at IS NULL AND p.released_at IS NULL AND p.paused_at IS NULL
    AND w.kept_at IS NULL AND w.released_at IS NULL AND w.paused_at IS NULL
    AND GREATEST(w.due_at, w.extended_due_at) > p.made_at AND p.due_at > GREATEST(w.due_at, w.extended_due_at)
""",
    ),
}


def tallies(*, ward_id: UUID, at: datetime) -> list[Tally]:
    """How many promises of each kind stand where at `at`; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, {"ward": ward_id, "at": at})
        names = ("kind", *(f for f in Tally.__slots__ if f != "kind"))
        return [Tally(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def faults(*, ward_id: UUID, at: datetime) -> list[Fault]:
    """Every promise that contradicts itself, its pauses, its moves or the ledger; a statement an invariant."""
    most = law.rule("REAPPOINTMENT_MAX", on=at.astimezone(ZONE).date()).whole
    found = []
    for rule, (said, sql) in _FAULTS.items():
        ids = ask(sql, ward=ward_id, at=at, most=most)
        found += [Fault(rule=rule, said=said, promise_id=pk) for pk in ids]
    return found


def ask(sql: str, **values: Any) -> list[UUID]:
    """The promises a statement finds, MOST of them at the most."""
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT {MOST}", values)
        return [pk for (pk,) in cursor.fetchall()]
