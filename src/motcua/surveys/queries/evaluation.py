"""The nine indicators of the one-stop over some months: six from our own records, three from what people answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import connection

from motcua import law
from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.surveys import rules
from motcua.surveys.queries.results import Asking, Results, _midnight, after, period, results
from motcua.surveys.rules import INDICATORS, Band, Grade, Scored
from motcua.vietnam import number

__all__ = ["Evaluation", "Officer", "evaluation"]

OUTCOMES = {"early": 2, "on_time": 1, "late": 0}
ASKED = {3: "contacts", 4: "agencies", 7: "attitude"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """The five per-dossier indicators of one officer; the sum and its band only when all five are known."""

    name: str
    points: tuple[Decimal | None, ...]
    total: Decimal | None
    band: Band | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The indicators of the ward, their sum of at most 18 and its grade, and the officers somebody may see."""

    first: date
    last: date
    scored: list[Scored]
    known: int
    total: Decimal | None
    grade: Grade | None
    officers: list[Officer]
    least: int


def evaluation(*, by: Actor, at: datetime, first: date, last: date) -> Evaluation:
    """Compute it. Raises Refused `survey.period`. Eleven statements."""
    first, last = period(first=first, last=last)
    end = after(last)
    asked = results(by=by, at=at, asking=Asking(instrument="evaluation", first=first, last=last, dimension="officer"))
    outcomes = _outcomes(by, first, end)
    on = end - timedelta(days=1)
    scored = [
        _scored(which, by=by, first=first, end=end, outcomes=outcomes, asked=asked, on=on) for which in _numbers()
    ]
    total = rules.total(scored)
    return Evaluation(
        first=first,
        last=last,
        scored=scored,
        known=sum(one.points is not None for one in scored),
        total=total,
        grade=rules.grade(total, on=on) if total is not None else None,
        officers=_officers(outcomes, asked, on=on),
        least=rules.least(at.astimezone(ZONE).date()),
    )


def _numbers() -> range:
    return range(1, len(INDICATORS) + 1)


Outcomes = dict[tuple[str, str], dict[str, int]]  # kind and officer ("" for everybody) → outcome → how many


def _outcomes(by: Actor, first: date, end: date) -> Outcomes:
    """Promises to applicants and of steps that ended in the period, by the dossier's officer of record."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.kind, COALESCE(d.officer_id, e.officer_id)::text, p.outcome, count(*) FROM promises_promise p"
            " LEFT JOIN dossiers_dossier d ON d.promise_id = p.id LEFT JOIN dossiers_step s ON s.promise_id = p.id"
            " LEFT JOIN dossiers_dossier e ON e.id = s.dossier_id"
            " WHERE p.ward_id = %s AND p.kind IN ('dossier', 'step', 'feedback') AND p.kept_at >= %s AND p.kept_at < %s"
            " GROUP BY 1, 2, 3",
            [by.ward_id, _midnight(first), _midnight(end)],
        )
        found: Outcomes = {}
        for kind, officer, outcome, n in cursor.fetchall():
            for who in ("", officer or "-"):
                of = found.setdefault((kind, who), {})
                of[outcome] = of.get(outcome, 0) + n
        return found


def _time(of: dict[str, int]) -> tuple[Decimal | None, int]:
    return rules.points({score: of.get(outcome, 0) for outcome, score in OUTCOMES.items()}), sum(of.values())


def _scored(which: int, *, by: Actor, first: date, end: date, outcomes: Outcomes, asked: Results, on: date) -> Scored:
    indicator = INDICATORS[which - 1]
    if which in ASKED:
        key = ASKED[which]
        answers = asked.total.tally.of(key).answers
        return Scored(
            indicator=indicator,
            points=asked.total.tally.mean(key, least=asked.least),
            over=f"{number(answers)} phiếu đã mở" if answers else "chưa đủ phiếu",
            answers=answers,
        )
    if which in {1, 2}:
        found, n = _time(outcomes.get(("dossier" if which == 1 else "step", ""), {}))
        return Scored(
            indicator=indicator, points=found, over=f"{number(n)} {'hồ sơ' if which == 1 else 'bước'}", answers=n
        )
    given, over = COMPUTED[which](by=by, first=first, end=end, outcomes=outcomes, on=on)
    return Scored(indicator=indicator, points=given, over=over)


def _one(statement: str, values: list[Any]) -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return tuple(int(n) for n in cursor.fetchone() or ())


_IN_FORCE = "v.status = 'published' AND v.valid_from <= %s AND (v.valid_to IS NULL OR v.valid_to >= %s)"


def _received(*, by: Actor, on: date, **_: Any) -> tuple[Decimal | None, str]:
    """Indicator 5: of the procedures in force, those that a process brings to the counter and back."""
    whole, here = _one(
        "SELECT count(DISTINCT v.procedure_id), count(DISTINCT v.procedure_id) FILTER (WHERE EXISTS ("  # noqa: S608 - ours
        " SELECT 1 FROM procedures_case c JOIN procedures_processstep s ON s.process_id = c.process_id"
        " WHERE c.version_id = v.id AND s.kind = 'return' AND s.unit_kind = 'centre'))"
        f" FROM procedures_version v WHERE v.ward_id = %s AND {_IN_FORCE}",
        [by.ward_id, on, on],
    )
    return (None if not whole else Decimal(2 if here == whole else 0)), f"{number(here)} / {number(whole)} thủ tục"


def _published(*, by: Actor, on: date, **_: Any) -> tuple[Decimal | None, str]:
    """Indicator 6: complete on the public page; the boards on the wall cannot be seen from here."""
    whole, full = _one(
        "SELECT count(*), count(*) FILTER (WHERE v.result <> '' AND v.legal_basis <> '[]'"  # noqa: S608 - ours
        " AND EXISTS (SELECT 1 FROM procedures_component c WHERE c.version_id = v.id)"
        " AND EXISTS (SELECT 1 FROM procedures_case k WHERE k.version_id = v.id))"
        f" FROM procedures_version v WHERE v.ward_id = %s AND {_IN_FORCE}",
        [by.ward_id, on, on],
    )
    return (
        None if not whole else Decimal(1 if full == whole else 0)
    ), f"{number(full)} / {number(whole)} thủ tục đủ nội dung"


def _feedback(*, outcomes: Outcomes, on: date, **_: Any) -> tuple[Decimal | None, str]:
    """Indicator 8: answers to feedback, on time."""
    of = outcomes.get(("feedback", ""), {})
    whole = sum(of.values())
    kept = whole - of.get("late", 0)
    if not whole:
        return Decimal(2), "không có phản ánh nào hết hạn trong kỳ"
    limits = law.rule("ONE_STOP_THRESHOLDS", on=on)
    share = Decimal(100 * kept) / whole
    score = 2 if share >= limits.part("feedback_full") else 1 if share >= limits.part("feedback_part") else 0
    return Decimal(score), f"{number(kept)} / {number(whole)} phản ánh đúng hạn"


def _online(*, by: Actor, first: date, end: date, on: date, **_: Any) -> tuple[Decimal | None, str]:
    """Indicator 9: the share handed in online, none of them late."""
    whole, online, late = _one(
        "SELECT count(*), count(*) FILTER (WHERE d.channel = 'online'),"
        " count(*) FILTER (WHERE d.channel = 'online' AND p.outcome = 'late') FROM dossiers_dossier d"
        " LEFT JOIN promises_promise p ON p.id = d.promise_id"
        " WHERE d.ward_id = %s AND d.lodged_at >= %s AND d.lodged_at < %s",
        [by.ward_id, _midnight(first), _midnight(end)],
    )
    if not whole:
        return None, "không có hồ sơ"
    limits = law.rule("ONE_STOP_THRESHOLDS", on=on)
    share = (Decimal(100 * online) / whole).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    score = 2 if share >= limits.part("online_full") else 1 if share >= limits.part("online_part") else 0
    told = f"{number(online)} / {number(whole)} hồ sơ trực tuyến" + (f", {number(late)} quá hạn" if late else "")
    return Decimal(0 if late else score), told


COMPUTED: dict[int, Callable[..., tuple[Decimal | None, str]]] = {5: _received, 6: _published, 8: _feedback, 9: _online}


def _officers(outcomes: Outcomes, asked: Results, *, on: date) -> list[Officer]:
    found = []
    for row in asked.rows:
        who = row.key[-1]
        if not who:
            continue
        asked_points = [row.tally.mean(ASKED[n], least=asked.least) for n in (3, 4, 7)]
        given = (
            _time(outcomes.get(("dossier", who), {}))[0],
            _time(outcomes.get(("step", who), {}))[0],
            *asked_points,
        )
        known = [p for p in given if p is not None]
        total = sum(known, Decimal(0)) if len(known) == len(given) else None
        band = rules.band(total, on=on) if total is not None else None
        found.append(Officer(name=row.label, points=given, total=total, band=band))
    return sorted(found, key=lambda officer: officer.name)
