"""What an audit asks of the dossiers beside their promises: apologies, new appointments, the register."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from motcua.promises.queries.audit import Fault, ask

__all__ = ["SWEEP", "Apologies", "apologies", "codes", "faults", "flags"]

SWEEP = timedelta(minutes=10)  # between two sweeps (dossiers.jobs): what broke a moment ago may not be written in yet

# One row a dossier that was promised something. Late at `at`: by what is written down, or by the clock. The new
# appointment is broken after its day when days count, after its minute when hours do.
_FLAT = """
WITH x AS (
    SELECT p.id AS promise_id, p.kept_at, p.broken_at, p.late_after, p.extended_times, d.finished_at,
        p.broken_at IS NOT NULL OR (p.kept_at IS NULL AND p.released_at IS NULL
            AND p.late_after < LEAST(p.paused_at, %(at)s)) AS late,
        p.extended_due_at IS NOT NULL AND COALESCE(p.kept_at, p.released_at, LEAST(p.paused_at, %(at)s)) > CASE
            WHEN p.limit_unit IN ('hour', 'working_hour') THEN p.extended_due_at
            ELSE (date_trunc('day', p.extended_due_at AT TIME ZONE 'Asia/Ho_Chi_Minh')
                + interval '1 day - 1 microsecond') AT TIME ZONE 'Asia/Ho_Chi_Minh' END AS second,
        e.slips, e.sent_at, e.signed, e.signed_with_day,
        EXISTS (SELECT 1 FROM dossiers_mark m WHERE m.dossier_id = d.id AND m.kind = 'first') AS marked,
        EXISTS (SELECT 1 FROM dossiers_mark m WHERE m.dossier_id = d.id AND m.kind = 'second') AS marked_twice,
        EXISTS (SELECT 1 FROM dossiers_escalation m WHERE m.dossier_id = d.id) AS told
    FROM dossiers_dossier d JOIN promises_promise p ON p.id = d.promise_id
    LEFT JOIN (
        SELECT dossier_id, count(*) FILTER (WHERE status <> 'rejected') AS slips, max(sent_at) AS sent_at,
            bool_or(status IN ('approved', 'sent')) AS signed,
            bool_or(status IN ('approved', 'sent') AND new_due_at IS NOT NULL) AS signed_with_day
        FROM dossiers_extension WHERE ward_id = %(ward)s GROUP BY dossier_id
    ) e ON e.dossier_id = d.id
    WHERE d.ward_id = %(ward)s
)
"""
_FOUND = _FLAT + "SELECT promise_id FROM x WHERE "  # noqa: S608 - the conditions are the constants below
_COUNTED = (
    _FLAT
    + """
SELECT count(*) FILTER (WHERE sent_at IS NOT NULL), count(*) FILTER (WHERE late AND sent_at IS NULL),
    count(*) FILTER (WHERE sent_at <= late_after), count(*) FILTER (WHERE second), count(*) FILTER (WHERE told)
FROM x
"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apologies:
    """How the dossiers of a ward were apologised for. `blocked`: late a second time, no appointment any more."""

    apologised: int
    unapologised: int  # late, and no apology was sent
    before_breach: int  # apologies sent before the promise broke
    blocked: int
    escalated: int


# rule: (what is broken, where it is)
_FAULTS = {
    "apology.twice": ("một hồ sơ có hai phiếu xin lỗi", "slips > 1"),
    "apology.appointment": (
        "phiếu đã ký và lần hẹn lại không đi cùng nhau",
        "(extended_times > 0) <> COALESCE(signed_with_day, false)",
    ),
    "apology.for_a_kept_promise": (
        "thư xin lỗi không ngày hẹn cho một lời hẹn đã giữ",
        "kept_at IS NOT NULL AND broken_at IS NULL AND signed AND NOT signed_with_day",
    ),
    "mark.first": ("trễ hẹn mà không có trong sổ theo dõi trách nhiệm", "late AND NOT marked"),
    "mark.second": (
        "trễ cả ngày hẹn lại mà không có trong sổ hoặc không chuyển Chủ tịch",
        "second AND NOT (marked_twice AND told)",
    ),
    "mark.without_lateness": (
        "có trong sổ trách nhiệm mà lời hẹn không trễ",
        "broken_at IS NULL AND (marked OR marked_twice)",
    ),
    "dossier.finished": ("giờ xong của hồ sơ khác giờ giữ lời hẹn", "finished_at IS DISTINCT FROM kept_at"),
}
# Not a contradiction, but what must not be: named, and counted.
_FLAGS = {
    "apology.missing": ("trễ hẹn, chưa gửi thư xin lỗi", "late AND sent_at IS NULL"),
    "apology.late": ("thư xin lỗi gửi sau khi đã trễ", "sent_at > late_after + %(sweep)s"),
}


def apologies(*, ward_id: UUID, at: datetime) -> Apologies:
    """One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, {"ward": ward_id, "at": at})
        row = cursor.fetchone() or (0, 0, 0, 0, 0)
    return Apologies(**dict(zip(Apologies.__slots__, row, strict=True)))


def faults(*, ward_id: UUID, at: datetime) -> list[Fault]:
    """What contradicts itself. What broke since the last sweep is not looked for yet."""
    return _named(_FAULTS, ward_id=ward_id, at=at - SWEEP)


def flags(*, ward_id: UUID, at: datetime) -> list[Fault]:
    """What must not be: late without an apology, or with one that went out after the breach and its sweep."""
    return _named(_FLAGS, ward_id=ward_id, at=at)


def _named(asked: dict[str, tuple[str, str]], *, ward_id: UUID, at: datetime) -> list[Fault]:
    return [
        Fault(rule=rule, said=said, promise_id=pk)
        for rule, (said, where) in asked.items()
        for pk in ask(_FOUND + where, ward=ward_id, at=at, sweep=SWEEP)
    ]


def codes(*, ward_id: UUID, promise_ids: list[UUID]) -> dict[UUID, str]:
    """The codes of the dossiers that promises belong to, as wholes, steps or questions; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.promise_id, d.code FROM dossiers_dossier d WHERE d.ward_id = %(ward)s"
            " AND d.promise_id = ANY(%(ids)s) UNION ALL SELECT s.promise_id, d.code FROM dossiers_step s"
            " JOIN dossiers_dossier d ON d.id = s.dossier_id WHERE s.ward_id = %(ward)s AND s.promise_id = ANY(%(ids)s)"
            " UNION ALL SELECT c.promise_id, d.code FROM dossiers_consultation c"
            " JOIN dossiers_dossier d ON d.id = c.dossier_id"
            " WHERE c.ward_id = %(ward)s AND c.promise_id = ANY(%(ids)s)",
            {"ward": ward_id, "ids": promise_ids},
        )
        return dict(cursor.fetchall())
