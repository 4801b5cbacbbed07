"""The report for machines and for the terminal: JSON, CSV and plain text."""

import csv as tables
import io
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from motcua import vietnam
from motcua.clock import ZONE
from motcua.figures.rules import COLUMNS, FIGURES, GROUPS, Lateness, Line, Rate, Report
from motcua.figures.rules.lateness import said
from motcua.files.queries import safe

__all__ = ["csv", "late_text", "lateness_json", "report_json", "text"]

# The order others rely on (issue 2, Interfaces); what the rates tell apart follows.
_NAMES = (
    "received",
    "carried_over",
    "in_period",
    "online",
    "direct_post",
    "settled",
    "early",
    "on_time",
    "late",
    "in_progress",
    "in_time",
    "overdue",
    "waiting",
    "returned",
    "withdrawn",
    "refused",
)
NAMES = (*_NAMES, *(name for name in FIGURES if name not in _NAMES))


def report_json(report: Report) -> dict[str, Any]:
    """The report as machines read it: counts are whole numbers, rates are in percent or null over nothing.

    `identities` are the sums of the total, and any sum of a row that fails.
    """
    broken = [(line, proof) for line, proof in report.broken if line is not report.total]
    return {
        "ward": report.ward_code,
        "from": report.scope.first.isoformat(),
        "to": report.scope.last.isoformat(),
        "as_of": _moment(report.scope.as_of),
        "definition": report.definition,
        "by": report.scope.group.value,
        "rows": [{"key": line.key, "label": line.label, **_columns(line.figures)} for line in report.lines],
        "total": _columns(report.total.figures),
        "rates": {found.kind.name: _rate(found) for found in report.rates},
        "identities": [
            *({"text": proof.text, "holds": proof.holds} for proof in report.proofs),
            *({"text": f"{line.label}: {proof.text}", "holds": proof.holds} for line, proof in broken),
        ],
    }


# How machines are told what the words mean; the page says the same to people.
DEFINITIONS = {
    "late_all": "settled late or in progress and overdue: columns (10) + (13)",
    "late_touched": "late, and an ended outage ran for at least one working minute while the promise was running",
    "late_enough": "late, and outages touched it for at least as many working minutes as it is late",
    "late_despite": "late, and outages touched it for fewer working minutes than it is late, or not at all",
    "rates": "percent of `worked`: settled and in progress, columns (7) + (11)",
}


def lateness_json(found: Lateness) -> dict[str, Any]:
    """Lateness with and without outages as machines read it; each rate with its fraction."""
    broken = [(line, proof) for line, proof in found.broken if line is not found.total]
    return {
        "definitions": DEFINITIONS,
        "rows": [{"key": line.key, "label": line.label, **_late(line, found)} for line in found.lines],
        "total": _late(found.total, found),
        "identities": [
            *({"text": proof.text, "holds": proof.holds} for proof in found.proofs),
            *({"text": f"{line.label}: {proof.text}", "holds": proof.holds} for line, proof in broken),
        ],
    }


def _late(line: Line, found: Lateness) -> dict[str, Any]:
    rates = {rate.name: _fraction(rate.value, rate.over, rate.under) for rate in found.rates(line)}
    return {**line.figures, "rates": rates}


def _moment(at: datetime) -> str:
    return at.astimezone(ZONE).isoformat()


def _columns(figures: Mapping[str, int]) -> dict[str, int]:
    return {name: figures[name] for name in NAMES}


def _rate(found: Rate) -> dict[str, Any]:
    return _fraction(found.value, found.numerator, found.denominator)


def _fraction(value: Decimal | None, over: int, under: int) -> dict[str, Any]:
    return {"value": None if value is None else float(value), "numerator": over, "denominator": under}


def csv(report: Report) -> str:
    """The rows and the total, one column for each figure, RFC 4180; a byte-order mark lets spreadsheets see UTF-8."""
    out = io.StringIO()
    writer = tables.writer(out)
    writer.writerow(["key", "label", *NAMES])
    for line in (*report.lines, report.total):
        key = "total" if line is report.total else line.key
        writer.writerow([safe(key), safe(line.label), *(line.figures[name] for name in NAMES)])
    return "\ufeff" + out.getvalue()


def text(report: Report) -> str:
    """The report for a terminal: columns 3 to 13, sums and rates."""
    scope = report.scope
    named = {line.label for line in report.lines} | {report.total.label, GROUPS[scope.group]}
    width = min(max(len(label) for label in named), 48)
    lines = [
        f"{report.ward_name} ({report.ward_code}): Biểu II.06a",
        (
            f"Từ {scope.first:%d/%m/%Y} đến {scope.last:%d/%m/%Y}, "
            f"nhìn lúc {vietnam.moment(scope.as_of, scope.last, year=True)}"
        ),
        "",
        _row(GROUPS[scope.group], [f"({figure.column})" for figure in COLUMNS], width),
        *(_line(line, width) for line in (report.total, *report.lines)),
        "",
        "(3) tiếp nhận  (4) trực tuyến  (5) trực tiếp, bưu chính  (6) kỳ trước",
        "(7) đã giải quyết  (8) trước hạn  (9) đúng hạn  (10) quá hạn",
        "(11) đang giải quyết  (12) trong hạn  (13) quá hạn",
        "",
        *(f"{'✓' if proof.holds else '✗'} {proof.text}   {proof.note}" for proof in report.proofs),
        "",
        *(_said(found) for found in report.rates),
    ]
    return "\n".join(lines)


def late_text(found: Lateness) -> str:
    """Lateness beside outages for a terminal: the sentence, the three rates with their fractions, the sums."""
    rates = [
        f"{rate.title}: {'–' if rate.value is None else vietnam.percent(rate.value)} = "
        f"{vietnam.number(rate.over)} / {vietnam.number(rate.under)}"
        for rate in found.rates(found.total)
    ]
    proofs = [f"{'✓' if proof.holds else '✗'} {proof.text}   {proof.note}" for proof in found.proofs]
    return "\n".join(["", "Trễ hạn và sự cố", said(found.total), *rates, *proofs])


def _line(line: Line, width: int) -> str:
    return _row(line.label, [vietnam.number(line.figures[figure.name]) for figure in COLUMNS], width)


def _row(label: str, cells: list[str], width: int) -> str:
    cut = label if len(label) <= width else f"{label[: width - 1]}…"
    return f"{cut:<{width}}" + "".join(f"{cell:>8}" for cell in cells)


def _said(found: Rate) -> str:
    value = "không có hồ sơ" if found.value is None else vietnam.percent(found.value)
    return f"{found.kind.title}: {value} = {found.over} / {found.under}"
