"""The report as a workbook: the form as the circular prints it, then the lists its numbers open to."""

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import xlsxwriter

from motcua import vietnam
from motcua.clock import ZONE
from motcua.figures.queries.lateness import lateness_in
from motcua.figures.queries.lists import Row, all_rows
from motcua.figures.queries.words import CAUSES, CELLS, period_words
from motcua.figures.rules import COLUMNS, FIGURES, GROUPS, LATENESS, Lateness, Line, Report
from motcua.figures.rules.groups import CHANNELS
from motcua.figures.rules.lateness import CAUSES as CODES
from motcua.figures.rules.lateness import COMPARED

__all__ = ["sheet_of_rows", "workbook"]

_HEADS = (("Tiếp nhận", 2, 5), ("Đã giải quyết", 6, 9), ("Đang giải quyết", 10, 12))
_BESIDE = ("waiting", "withdrawn", "refused", "returned", "ready", "direct", "post")
_LATE = "late", "overdue"

_LIST: tuple[tuple[str, int, Callable[[Row], Any]], ...] = (
    ("Mã hồ sơ", 24, lambda row: row.code),
    ("Mã thủ tục", 14, lambda row: row.procedure_code),
    ("Thủ tục", 42, lambda row: row.procedure),
    ("Lĩnh vực", 20, lambda row: row.field),
    ("Đơn vị", 30, lambda row: row.unit),
    ("Công chức", 22, lambda row: row.officer or "Chưa giao"),
    ("Kênh nộp", 12, lambda row: CHANNELS[row.bucket.channel.value]),
    ("Kỳ trước", 9, lambda row: "có" if row.bucket.carried else ""),
    ("Nộp", 16, lambda row: row.lodged_at),
    ("Tiếp nhận", 16, lambda row: row.accepted_at),
    ("Hẹn đầu", 16, lambda row: row.first_due_at),
    ("Hẹn tính đến lúc nhìn", 16, lambda row: row.due_at),
    ("Giải quyết xong", 16, lambda row: row.finished_at),
    ("Trả, rút, từ chối", 16, lambda row: row.closed_at),
    ("Thuộc ô", 34, lambda row: CELLS[row.bucket.cell]),
    ("Trễ", 18, lambda row: row.late_words),
    ("Vì sao", 24, lambda row: str(CAUSES.get(row.cause, ""))),
    ("Xin lỗi lúc", 16, lambda row: row.apologised_at),
)


class _Book:
    """A workbook being written, with the few formats it uses."""

    def __init__(self, *, at: datetime) -> None:
        """`at` is what the file says it was made at, so that the same records give the same bytes."""
        self.bytes = io.BytesIO()
        # text stays text: nothing a person typed may become a formula or a link
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self.bytes, options)
        self.book.set_properties({"created": at.astimezone(ZONE).replace(tzinfo=None)})
        face = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
        line = {**face, "border": 1}
        self.title = self.book.add_format({**face, "bold": True, "font_size": 14, "align": "center"})
        self.under = self.book.add_format({**face, "align": "center"})
        self.head = self.book.add_format({**line, "bold": True, "align": "center", "text_wrap": True})
        self.index = self.book.add_format({**line, "italic": True, "align": "center", "font_size": 9})
        self.label = self.book.add_format({**line, "text_wrap": True})
        self.number = self.book.add_format({**line, "num_format": "#,##0"})
        self.total_label = self.book.add_format({**line, "bold": True})
        self.total = self.book.add_format({**line, "bold": True, "num_format": "#,##0"})
        self.plain = self.book.add_format(face)
        self.bold = self.book.add_format({**face, "bold": True})
        self.wrong = self.book.add_format({**face, "bold": True, "bg_color": "#fff2cf"})
        self.percent = self.book.add_format({**face, "bold": True, "num_format": "0.00%"})
        self.moment = self.book.add_format({**face, "num_format": "dd/mm/yyyy hh:mm", "align": "left"})

    def done(self) -> bytes:
        """The bytes of the file."""
        self.book.close()
        return self.bytes.getvalue()


def workbook(report: Report) -> bytes:
    """Four sheets: the form, its sums and rates; late dossiers; all dossiers with their cells; lateness and outages.

    Numbers are numbers, moments are moments of the office, and nobody's personal data is in it.
    """
    book = _Book(at=report.scope.as_of)
    _form(book, report)
    rows = all_rows(ward_id=report.ward_id, scope=report.scope)
    late = [row for row in rows if any(FIGURES[name].counts(row.bucket) for name in _LATE)]
    _list(book, "Quá hạn", late)
    _list(book, "Toàn bộ hồ sơ", rows)
    _lateness(book, lateness_in(ward_id=report.ward_id, scope=report.scope))
    return book.done()


def sheet_of_rows(*, title: str, rows: Iterable[Row], at: datetime) -> bytes:
    """One list as a workbook of its own."""
    book = _Book(at=at)
    _list(book, title, rows)
    return book.done()


def _form(book: _Book, report: Report) -> None:
    sheet = book.book.add_worksheet("Biểu II.06a")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 12, 11)
    sheet.merge_range(0, 0, 0, 12, "Biểu II.06a: Tình hình, kết quả giải quyết thủ tục hành chính", book.title)
    sheet.merge_range(1, 0, 1, 12, f"{report.ward_name} ({report.ward_code})", book.under)
    sheet.merge_range(2, 0, 2, 12, period_words(report.scope), book.under)
    sheet.merge_range(3, 0, 3, 12, "Đơn vị tính: hồ sơ", book.under)
    row = _heading(book, sheet, GROUPS[report.scope.group])
    for number, line in enumerate(report.lines, start=1):
        _numbers(sheet, row, str(number), line, book.label, book.number)
        row += 1
    _numbers(sheet, row, "", report.total, book.total_label, book.total)
    sheet.freeze_panes(7, 2)
    sheet.repeat_rows(4, 6)
    _proven(book, sheet, row + 2, report)


def _heading(book: _Book, sheet: Any, by: str) -> int:
    sheet.merge_range(4, 0, 5, 0, "TT", book.head)
    sheet.merge_range(4, 1, 5, 1, by, book.head)
    for words, first, last in _HEADS:
        sheet.merge_range(4, first, 4, last, words, book.head)
    for column, figure in enumerate(COLUMNS, start=2):
        sheet.write_string(5, column, figure.label, book.head)
    for column in range(13):
        sheet.write_string(6, column, f"({column + 1})", book.index)
    sheet.set_row(5, 44)
    return 7


def _numbers(sheet: Any, row: int, number: str, line: Line, label: Any, figure: Any) -> None:
    sheet.write_string(row, 0, number, label)
    sheet.write_string(row, 1, line.label, label)
    for column, wanted in enumerate(COLUMNS, start=2):
        sheet.write_number(row, column, line.figures[wanted.name], figure)


def _proven(book: _Book, sheet: Any, row: int, report: Report) -> None:
    """Under the form: what stands beside it, the sums, the rates with their fractions, and how it was counted."""
    sheet.write_string(row, 1, "Bên cạnh biểu", book.bold)
    for name in _BESIDE:
        row += 1
        sheet.write_string(row, 1, FIGURES[name].label, book.plain)
        sheet.write_number(row, 2, report.total.figures[name], book.plain)
    row += 2
    sheet.write_string(row, 1, f"Các phép cộng đã kiểm: {vietnam.number(report.checked)} phép", book.bold)
    for proof in report.proofs:
        row += 1
        sheet.write_string(row, 1, proof.note, book.plain)
        words = proof.text if proof.holds else f"KHÔNG KHỚP: {proof.text}. {proof.repair}"
        sheet.write_string(row, 5, words, book.plain if proof.holds else book.wrong)
    for line, proof in report.broken:
        row += 1
        sheet.write_string(row, 1, f"{line.label}: {proof.text}", book.wrong)
    row += 2
    sheet.write_string(row, 1, "Tỷ lệ", book.bold)
    for rate in report.rates:
        row += 1
        sheet.write_string(row, 1, rate.kind.title, book.plain)
        if rate.denominator:
            sheet.write_formula(
                row, 2, f"={rate.numerator}/{rate.denominator}", book.percent, rate.numerator / rate.denominator
            )
        else:
            sheet.write_string(row, 2, "không có hồ sơ", book.plain)
        sheet.write_string(row, 3, f"= ({rate.over}) / ({rate.under})", book.plain)
    row += 2
    sheet.write_string(row, 1, f"Cách tính: {report.definition}", book.plain)


def _lateness(book: _Book, found: Lateness) -> None:
    """Lateness with and without outages, side by side; under it causes and sums."""
    sheet = book.book.add_worksheet("Trễ hạn và sự cố")
    sheet.set_landscape()
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 9, 16)
    sheet.merge_range(0, 0, 0, 9, "Trễ hạn và sự cố", book.title)
    sheet.merge_range(1, 0, 1, 9, period_words(found.scope), book.under)
    titles = [rate.title for rate in found.rates(found.total)]
    heads = [GROUPS[found.scope.group], *(LATENESS[name].label for name in COMPARED), *titles]
    for column, words in enumerate(heads):
        sheet.write_string(2, column, words, book.head)
    sheet.set_row(2, 44)
    for row, line in enumerate((*found.lines, found.total), start=3):
        label, number = (book.total_label, book.total) if line is found.total else (book.label, book.number)
        sheet.write_string(row, 0, line.label, label)
        for column, name in enumerate(COMPARED, start=1):
            sheet.write_number(row, column, line.figures[name], number)
        for column, rate in enumerate(found.rates(line), start=len(COMPARED) + 1):
            if rate.under:
                sheet.write_formula(row, column, f"={rate.over}/{rate.under}", book.percent, rate.over / rate.under)
    _causes(book, sheet, len(found.lines) + 5, found)


def _causes(book: _Book, sheet: Any, row: int, found: Lateness) -> None:
    for column, words in enumerate(("Vì sao trễ (phiếu xin lỗi đã gửi)", "Trễ", "Sự cố có chạm")):
        sheet.write_string(row, column, words, book.head)
    for cause in CODES:
        name = f"cause_{cause or 'none'}"
        if found.total.figures[name]:
            row += 1
            sheet.write_string(row, 0, str(CAUSES.get(cause, cause)) or "Chưa nói với người nộp", book.label)
            sheet.write_number(row, 1, found.total.figures[name], book.number)
            sheet.write_number(row, 2, found.total.figures[f"{name}_touched"], book.number)
    for below, proof in enumerate(found.proofs, start=row + 2):
        sheet.write_string(below, 0, proof.note, book.plain)
        sheet.write_string(below, 4, proof.text, book.plain if proof.holds else book.wrong)


def _list(book: _Book, name: str, rows: Iterable[Row]) -> None:
    sheet = book.book.add_worksheet(name[:31])
    for column, (words, width, _) in enumerate(_LIST):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words, book.head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, (_, _, read) in enumerate(_LIST):
            value = read(row)
            if isinstance(value, datetime):
                sheet.write_datetime(last, column, value.astimezone(ZONE).replace(tzinfo=None), book.moment)
            else:
                sheet.write_string(last, column, value or "", book.plain)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(last, 1), len(_LIST) - 1)
