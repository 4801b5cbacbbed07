"""The results for machines, spreadsheets and the terminal. A rate under the least number is empty everywhere."""

import csv
import io
from decimal import Decimal
from typing import Any

import xlsxwriter

from motcua import vietnam
from motcua.files.queries import safe
from motcua.surveys.queries.results import DIMENSIONS, Results, Row
from motcua.surveys.rules import FACTORS

__all__ = ["formula", "results_csv", "results_json", "results_text", "results_xlsx"]

_COLUMNS = ("Mời", "Phiếu nhận", "Phiếu đã mở (n)", "Hài lòng", "Tỷ lệ hài lòng (%)")


def formula(found: Results) -> str:
    """How the rate, or the points, are computed, in words."""
    if found.instrument.satisfaction:
        return (
            "Tỷ lệ hài lòng = số người chọn “hài lòng” hoặc “rất hài lòng” ở câu chính"
            " / số người trả lời câu chính đã mở × 100, làm tròn nửa lên hai chữ số."
        )
    return "Điểm = tổng điểm các phiếu đã mở / số phiếu trả lời câu ấy, làm tròn nửa lên một chữ số."


def _rate(row: Row, least: int) -> Decimal | None:
    return row.tally.rate(least=least)


def _satisfied(found: Results, row: Row) -> int | None:
    return row.tally.satisfied if found.instrument.satisfaction and row.tally.people else None


def _line(found: Results, row: Row) -> dict[str, Any]:
    rate = _rate(row, found.least) if found.instrument.satisfaction else None
    return {
        "key": "/".join(row.key),
        "label": row.label,
        "invited": row.invited,
        "answered": row.answered,
        "n": row.tally.people,
        "satisfied": _satisfied(found, row),
        "rate": None if rate is None else float(rate),
        "points": {
            q.key: None if (mean := row.tally.mean(q.key, least=found.least)) is None else float(mean)
            for q in found.instrument.questions
        },
    }


def results_json(found: Results, *, ward: str) -> dict[str, Any]:
    """The results as machines read them; a rate is in percent, null when fewer than `least` people are in it."""
    factors = {}
    for factor in dict.fromkeys(q.factor for q in found.instrument.questions):
        count = found.total.tally.of(*(q.key for q in found.instrument.questions if q.factor == factor))
        factors[factor] = {
            "label": FACTORS[factor][0],
            "answers": count.answers,
            "satisfied": count.satisfied if found.instrument.satisfaction and count.answers >= found.least else None,
        }
    return {
        "ward": ward,
        "instrument": found.instrument.code,
        "version": found.instrument.version,
        "from": f"{found.asking.first:%Y-%m}",
        "to": f"{found.asking.last:%Y-%m}",
        "by": found.asking.dimension,
        "least": found.least,
        "formula": formula(found),
        "total": _line(found, found.total),
        "rows": [_line(found, row) for row in found.rows],
        "factors": factors,
        "flagged": dict(found.flagged),
        "corrected": found.corrected,
    }


def _cells(found: Results, row: Row) -> list[Any]:
    rate = _rate(row, found.least) if found.instrument.satisfaction else None
    satisfied = _satisfied(found, row)
    return [row.label, row.invited, row.answered, row.tally.people, satisfied, rate]


def results_csv(found: Results) -> str:
    """One line a row and the total last, RFC 4180, with a byte-order mark for spreadsheets."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([DIMENSIONS[found.asking.dimension][0], *_COLUMNS])
    for row in (*found.rows, found.total):
        label, *numbers = _cells(found, row)
        writer.writerow([safe(label), *("" if n is None else n for n in numbers)])
    return "\ufeff" + out.getvalue()


def results_xlsx(found: Results) -> bytes:
    """The same as a workbook, with the formula and n under the table."""
    out = io.BytesIO()
    # text stays text: nothing a person typed may become a formula or a link
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Khảo sát")
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 5, 16)
    sheet.write_row(0, 0, [DIMENSIONS[found.asking.dimension][0], *_COLUMNS], bold)
    n = 0
    for n, row in enumerate((*found.rows, found.total), start=1):
        for column, value in enumerate(_cells(found, row)):
            if value is None:
                sheet.write_string(n, column, f"chưa đủ {found.least} phiếu" if column == 5 else "")
            elif isinstance(value, str):
                sheet.write_string(n, column, value)
            else:
                sheet.write_number(n, column, float(value))
    sheet.write_string(n + 2, 0, formula(found))
    sheet.freeze_panes(1, 1)
    book.close()
    return out.getvalue()


def results_text(found: Results, *, ward: str) -> str:
    """For a terminal."""
    asking = found.asking
    width = min(max([len(row.label) for row in found.rows] + [12]), 48)
    return "\n".join(
        [
            f"{ward}: {found.instrument.vi} (bản {found.instrument.version})",
            f"Tháng {asking.first:%m/%Y} đến {asking.last:%m/%Y}",
            "",
            f"{'':<{width}}{'mời':>8}{'nhận':>8}{'n':>8}{'hài lòng':>10}",
            *(_text(found, row, width) for row in (found.total, *found.rows)),
            "",
            formula(found),
        ]
    )


def _text(found: Results, row: Row, width: int) -> str:
    rate = _rate(row, found.least) if found.instrument.satisfaction else None
    said = vietnam.percent(rate) if rate is not None else f"dưới {found.least}" if row.answered else "–"
    cells = "".join(f"{vietnam.number(n):>8}" for n in (row.invited, row.answered, row.tally.people))
    return f"{row.label[:width]:<{width}}{cells}{said:>10}"
