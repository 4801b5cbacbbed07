"""Reading an uploaded catalogue: YAML, JSON or XLSX to rows, guarding against files that mean harm; the template."""

import io
import json
import lzma
import re
import zipfile
import zlib
from decimal import Decimal
from typing import Any, Final

import xlsxwriter
import yaml
from python_calamine import CalamineError, CalamineWorkbook

from motcua.acts import Refused
from motcua.procedures.rules import SHEETS, from_national, from_sheets, is_national

__all__ = ["read_upload", "template"]

_LARGEST: Final = 5 * 1024 * 1024  # bytes; the starter catalogue has 0.2 MB
_UNPACKED: Final = 60 * 1024 * 1024
_MOST_NODES: Final = 400_000
_DEEPEST: Final = 12
_MOST_LINES: Final = 20_000
_MOST_COLUMNS: Final = 60
_FORMULA: Final = re.compile(rb"<f[ >/]")
_MERGED: Final = re.compile(rb'<mergeCell ref="([A-Z0-9:]{1,20})"')


def read_upload(*, name: str, content: bytes) -> dict[str, Any]:
    """Rows for `rules.parse` from a file by its name's ending. Raises Refused `upload.*` and nothing else."""
    if not content:
        raise Refused("upload.empty", "Tệp này rỗng. Chọn lại tệp.", "The file is empty.")
    if len(content) > _LARGEST:
        raise Refused("upload.huge", "Tệp lớn hơn 5 MB. Tách thành nhiều tệp.", "The file is larger than 5 MB.")
    ending = name.lower().rpartition(".")[2]
    if ending == "xlsx":
        return from_sheets(_sheets(content))
    if ending in {"yaml", "yml"}:
        raw = _yaml(_text(content))
    elif ending == "json":
        raw = _json(_text(content))
    else:
        raise Refused(
            "upload.kind", "Chỉ nhận tệp .xlsx, .yaml hoặc .json.", "Only .xlsx, .yaml or .json files are read."
        )
    if is_national(raw):
        return from_national(raw)
    if not isinstance(raw, dict):
        raise Refused(
            "upload.shape",
            "Tệp không có danh sách “procedures” hoặc “processes” ở ngoài cùng.",
            "The file has no list “procedures” or “processes” at the top.",
        )
    return raw


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            "upload.encoding", "Tệp không phải UTF-8. Lưu lại với bảng mã UTF-8.", "The file is not UTF-8. Save it so."
        ) from None
    if "\0" in text:
        raise Refused("upload.encoding", "Tệp có ký tự không đọc được.", "The file has unreadable characters.")
    return text


# -- YAML and JSON ---------------------------------------------------------------------------------------------------


class _Loader(yaml.CSafeLoader):
    """Plain data; dates and fractions stay text, so that a code keeps its zeros."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":float", ":timestamp", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _yaml(text: str) -> Any:
    try:
        depth = 0
        for nodes, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader), start=1):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise Refused(
                    "upload.alias", "Tệp YAML không được dùng neo và bí danh (& và *).", "No YAML anchors or aliases."
                )
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if nodes > _MOST_NODES or depth > _DEEPEST:
                raise _deep()
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a CSafeLoader with fewer resolvers
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" ở dòng {mark.line + 1}" if mark else ""
        raise Refused(
            "upload.yaml",
            f"Tệp YAML viết sai{line}.",
            f"The YAML is malformed{f' in line {mark.line + 1}' if mark else ''}.",
        ) from None
    except (ValueError, RecursionError, TypeError):  # an endless number, an unhashable key
        raise Refused("upload.yaml", "Tệp YAML viết sai.", "The YAML is malformed.") from None


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Refused(
            "upload.json", f"Tệp JSON viết sai ở dòng {error.lineno}.", f"The JSON is malformed in line {error.lineno}."
        ) from None
    except RecursionError:
        raise _deep() from None
    except (ValueError, ArithmeticError):
        raise Refused("upload.json", "Tệp JSON có số không đọc được.", "The JSON has an unreadable number.") from None


def _no_constant(_name: str) -> None:
    raise ValueError("not a number")


def _deep() -> Refused:
    return Refused("upload.deep", "Tệp có quá nhiều phần hoặc lồng nhau quá sâu.", "Too many or too deep parts.")


# -- XLSX ------------------------------------------------------------------------------------------------------------


def _sheets(content: bytes) -> dict[str, list[list[object]]]:
    _inspect(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found: dict[str, list[list[object]]] = {}
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > _MOST_LINES or sheet.total_width > _MOST_COLUMNS:
                raise Refused(
                    "upload.lines",
                    f"Trang “{name[:60]}” có quá nhiều dòng hoặc cột. Xóa phần trống phía dưới và bên phải.",
                    f"The sheet “{name[:60]}” has too many rows or columns.",
                )
            found[name] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, ValueError, KeyError, OverflowError):
        raise _no_book() from None
    return found


def _inspect(content: bytes) -> None:
    """Refuse bombs, formulas and merged cells before anything is unpacked for good."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            if sum(part.file_size for part in book.infolist()) > _UNPACKED:
                raise Refused("upload.huge", "Tệp giải nén ra quá lớn.", "The file unpacks to too much.")
            for part in book.namelist():
                if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                    _plain(book.read(part))
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, RuntimeError, EOFError):
        raise _no_book() from None


def _plain(sheet: bytes) -> None:
    if _FORMULA.search(sheet):
        raise Refused(
            "upload.formula",
            "Bảng tính có công thức. Chép rồi dán giá trị (không dán công thức) và nạp lại.",
            "The workbook has formulas. Paste values instead.",
        )
    merged = _MERGED.search(sheet)
    if merged:
        where = merged[1].decode()
        raise Refused(
            "upload.merged",
            f"Ô {where} bị gộp. Bỏ gộp ô rồi nạp lại.",
            f"The cells {where} are merged. Unmerge them.",
        )


def _no_book() -> Refused:
    return Refused("upload.xlsx", "Không đọc được bảng tính này. Lưu lại thành .xlsx.", "Not a readable .xlsx file.")


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
                    page.data_validation(1, place, _MOST_LINES, place, {"validate": "list", "source": choices})
    return out.getvalue()
