"""An uploaded catalogue as rows for `rules.parse`, and the spreadsheet to fill in."""

import io
from typing import Any

import xlsxwriter

from motcua.acts import Refused
from motcua.files import queries as files
from motcua.procedures.rules import SHEETS, from_national, from_sheets, is_national

__all__ = ["read_upload", "template"]


def read_upload(*, name: str, content: bytes) -> dict[str, Any]:
    """Rows for `rules.parse` from a file by its name's ending. Raises Refused `upload.*` and nothing else."""
    ending = files.ending_of(name=name, content=content, takes=("xlsx", "yaml", "json"))
    if ending == "xlsx":
        return from_sheets(files.sheets(ending=ending, content=content))
    raw = files.plain(ending=ending, content=content)
    if is_national(raw):
        return from_national(raw)
    if not isinstance(raw, dict):
        raise Refused(
            "upload.shape",
            "Tệp không có danh sách “procedures” hoặc “processes” ở ngoài cùng.",
            "The file has no list “procedures” or “processes” at the top.",
        )
    return raw


def template() -> bytes:
    """The spreadsheet to fill in: a sheet per table, headings with hints, choices as lists."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        for sheet in SHEETS:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            for place, column in enumerate(sheet.columns):
                page.set_column(place, place, column.width, text)
                page.write_string(0, place, column.heading, heading)
                if column.hint:
                    page.write_comment(0, place, column.hint)
                if column.words:
                    choices = [said for said, _ in column.words]
                    page.data_validation(1, place, files.MOST_LINES, place, {"validate": "list", "source": choices})
    return out.getvalue()
