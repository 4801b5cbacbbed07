"""Biểu II.06a on paper."""

from datetime import datetime

from motcua import law
from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.documents import queries as documents
from motcua.documents import rules as papers
from motcua.dossiers.queries.papers import issuer
from motcua.figures.rules import FIGURES, GROUPS, Line, Report

__all__ = ["pdf"]

_BESIDE = ("waiting", "withdrawn", "refused")


def pdf(*, by: Actor, at: datetime, report: Report, closed_at: datetime | None = None, ledger_head: str = "") -> bytes:
    """The report as the circular prints it, with its sums, both rates and what stands beside the form.

    `closed_at` and `ledger_head` are those of a closed report.
    """
    scope = report.scope
    value = papers.ReportII06a(
        head=issuer(by=by, site="").head,
        issued_at=at.replace(microsecond=0),  # typst stamps whole seconds
        first_day=scope.first,
        last_day=scope.last,
        by=GROUPS[scope.group],
        rows=tuple(_row(line) for line in report.lines),
        total=_row(report.total),
        proofs=tuple(papers.Proof(label=p.note, text=p.text, holds=p.holds) for p in report.proofs),
        rates=tuple(
            papers.RateLine(label=r.kind.title, numerator=r.numerator, denominator=r.denominator) for r in report.rates
        ),
        compiled_by=papers.Signature(position="Người lập biểu", name=by.name),
        signature=papers.Signature(position="Thủ trưởng đơn vị", hint="Ký, đóng dấu, ghi rõ họ tên"),
        as_of=scope.as_of,
        definition=report.definition,
        notes=_notes(report),
        closed_at=closed_at,
        ledger_head=ledger_head,
    )
    form_set = law.rule("FORM_SET", on=at.astimezone(ZONE).date()).value
    return documents.render(value, form_set=papers.FormSet(str(form_set)))


def _row(line: Line) -> papers.ReportRow:
    names = (
        "received",
        "online",
        "direct_post",
        "carried_over",
        "settled",
        "early",
        "on_time",
        "late",
        "in_progress",
        "in_time",
        "overdue",
    )
    return papers.ReportRow(label=line.label, **{name: line.figures[name] for name in names})


def _notes(report: Report) -> tuple[str, ...]:
    return tuple(
        f"{report.total.figures[name]} hồ sơ {FIGURES[name].words}, không thuộc cột (7) và (11)"
        for name in _BESIDE
        if report.total.figures[name]
    )
