"""A table that somebody uploads: XLSX, CSV, YAML or JSON to plain values, guarding against files that mean harm."""

import csv
import io
import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

import yaml
from python_calamine import CalamineError, CalamineWorkbook

from motcua.acts import Refused

__all__ = ["MOST_LINES", "Cells", "ending_of", "plain", "safe", "sheets"]

Cells = list[list[object]]  # the rows of one sheet

MOST_LINES: Final = 20_000
_LARGEST: Final = 5 * 1024 * 1024  # bytes; the starter catalogue has 0.2 MB
_UNPACKED: Final = 60 * 1024 * 1024
_MOST_NODES: Final = 400_000
_DEEPEST: Final = 12
_MOST_COLUMNS: Final = 60
_FORMULA: Final = re.compile(rb"<f[ >/]")
_MERGED: Final = re.compile(rb'<mergeCell ref="([A-Z0-9:]{1,20})"')


def ending_of(*, name: str, content: bytes, takes: Sequence[str]) -> str:
    """The ending of a file that is neither empty nor huge and ends as one of `takes`. Raises Refused `upload.*`."""
    if not content:
        raise Refused("upload.empty", "Tệp này rỗng. Chọn lại tệp.", "The file is empty.")
    if len(content) > _LARGEST:
        raise Refused("upload.huge", "Tệp lớn hơn 5 MB. Tách thành nhiều tệp.", "The file is larger than 5 MB.")
    ending = name.lower().rpartition(".")[2].replace("yml", "yaml")
    if ending not in takes:
        known = [f".{one}" for one in takes]
        vi, en = (f"{', '.join(known[:-1])} {word} {known[-1]}" for word in ("hoặc", "or"))
        raise Refused("upload.kind", f"Chỉ nhận tệp {vi}.", f"Only {en} files are read.")
    return ending


def plain(*, ending: str, content: bytes) -> Any:
    """What a YAML or JSON file says. Raises Refused `upload.*` and nothing else."""
    return _yaml(_text(content)) if ending == "yaml" else _json(_text(content))


def sheets(*, ending: str, content: bytes) -> dict[str, Cells]:
    """The sheets of an XLSX file by name; a CSV file is one sheet without a name. Raises Refused `upload.*`."""
    return {"": _csv(_text(content))} if ending == "csv" else _sheets(content)


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


# -- CSV -------------------------------------------------------------------------------------------------------------


def _csv(text: str) -> Cells:
    """Rows of cells; the first line tells what parts them: commas, tabs, or a Vietnamese Excel's semicolons."""
    first = text.partition("\n")[0]
    parted = max(",;\t", key=first.count)
    try:
        rows: Cells = [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=parted, strict=True)]
    except csv.Error:
        raise Refused("upload.csv", "Tệp CSV viết sai dấu nháy hoặc dấu cách cột.", "The CSV is malformed.") from None
    if len(rows) > MOST_LINES or any(len(row) > _MOST_COLUMNS for row in rows):
        raise Refused("upload.lines", "Tệp có quá nhiều dòng hoặc cột.", "Too many rows or columns.")
    return rows


def safe(text: str) -> str:
    """Text for a CSV cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


# -- XLSX ------------------------------------------------------------------------------------------------------------


def _sheets(content: bytes) -> dict[str, Cells]:
    _inspect(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found: dict[str, Cells] = {}
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > MOST_LINES or sheet.total_width > _MOST_COLUMNS:
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
