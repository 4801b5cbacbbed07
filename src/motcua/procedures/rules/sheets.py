"""The spreadsheet people fill in: its sheets and columns, and its rows as rows of our import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from motcua import vietnam
from motcua.acts import Refused

__all__ = ["SHEETS", "SPOKEN", "Column", "Sheet", "from_sheets"]

Cells = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, the cell it becomes, how it is filled in, the words it takes (said → stored)."""

    name: str
    heading: str
    hint: str = ""
    words: tuple[tuple[str, str], ...] = ()
    width: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet and its columns."""

    name: str
    columns: tuple[Column, ...]


ONLINE: Final = (("toàn trình", "full"), ("một phần", "partial"), ("cung cấp thông tin", "information"))
COPY: Final = (
    ("bản chính", "original"),
    ("bản sao chứng thực", "certified_copy"),
    ("bản sao", "copy"),
    ("điện tử", "electronic"),
    ("xuất trình", "present"),
)
NEED: Final = (("bắt buộc", "required"), ("có điều kiện", "conditional"), ("không bắt buộc", "optional"))
KIND: Final = (
    ("tiếp nhận", "intake"),
    ("thụ lý", "work"),
    ("ký duyệt", "sign"),
    ("phát hành", "release"),
    ("trả kết quả", "return"),
)
UNIT: Final = (("trung tâm", "centre"), ("phòng", "division"), ("văn phòng", "office"), ("lãnh đạo", "leadership"))
ROLE: Final = (
    ("tiếp nhận", "counter"),
    ("chuyên viên", "specialist"),
    ("lãnh đạo phòng", "unit_head"),
    ("văn thư", "clerk"),
    ("giám đốc trung tâm", "director"),
    ("phó chủ tịch", "leader"),
    ("chủ tịch", "chairman"),
)
STATUS: Final = (("công bố", "active"), ("bản thảo", "draft"), ("bãi bỏ", "repealed"))

SPOKEN: Final = {stored: said for words in (ONLINE, COPY, NEED, KIND, UNIT, ROLE) for said, stored in words}

PROCEDURES: Final = Sheet(
    name="Thủ tục",
    columns=(
        Column(
            name="code",
            heading="Mã thủ tục",
            hint="Như 1.001193. Thêm dòng cùng mã, bỏ trống tên: một trường hợp nữa.",
            width=14,
        ),
        Column(name="name", heading="Tên thủ tục", width=50),
        Column(name="field", heading="Lĩnh vực", width=18),
        Column(name="online", heading="Mức trực tuyến", words=ONLINE, width=16),
        Column(name="condition", heading="Trường hợp", hint="Bỏ trống nếu chỉ có một."),
        Column(name="limit", heading="Thời hạn", hint="3 ngày làm việc, 15 ngày, 4 giờ làm việc, trong ngày", width=18),
        Column(name="fee", heading="Lệ phí (đồng)", hint="0 nếu không thu; bỏ trống nếu theo HĐND tỉnh", width=14),
        Column(name="process", heading="Mã quy trình", hint="Bỏ trống: quy trình mặc định", width=16),
        Column(name="fee_text", heading="Diễn giải phí", width=30),
        Column(name="exemptions", heading="Miễn, giảm", hint="Cách nhau bằng dấu chấm phẩy", width=30),
        Column(name="sets", heading="Số bộ", width=8),
        Column(name="result", heading="Kết quả", width=30),
        Column(name="legal_basis", heading="Căn cứ pháp lý", hint="Cách nhau bằng dấu chấm phẩy", width=40),
        Column(name="keywords", heading="Từ khóa", hint="Cách nhau bằng dấu chấm phẩy"),
        Column(name="unit", heading="Mã đơn vị thụ lý", hint="Bỏ trống: chọn theo lĩnh vực", width=14),
        Column(name="note", heading="Ghi chú", width=30),
        Column(name="status", heading="Tình trạng", words=STATUS, width=12),
    ),
)
COMPONENTS: Final = Sheet(
    name="Thành phần",
    columns=(
        Column(name="code", heading="Mã thủ tục", width=14),
        Column(name="name", heading="Giấy tờ", width=60),
        Column(name="copy", heading="Hình thức", words=COPY, width=20),
        Column(name="quantity", heading="Số lượng", width=10),
        Column(name="need", heading="Bắt buộc", words=NEED, width=16),
    ),
)
PROCESSES: Final = Sheet(
    name="Quy trình",
    columns=(
        Column(name="code", heading="Mã quy trình", hint="Mỗi dòng một bước, theo thứ tự", width=16),
        Column(name="title", heading="Tên quy trình", hint="Chỉ cần ở bước đầu", width=40),
        Column(name="procedure", heading="Mã thủ tục", width=14),
        Column(name="name", heading="Nội dung công việc", width=50),
        Column(name="kind", heading="Loại bước", words=KIND, width=14),
        Column(name="actor", heading="Người thực hiện", hint="Như trong quyết định công bố", width=30),
        Column(name="unit_kind", heading="Nơi thực hiện", words=UNIT, width=16),
        Column(name="role", heading="Vị trí", words=ROLE, width=18),
        Column(name="limit", heading="Thời hạn", hint="Bỏ trống: không tính thời gian", width=18),
        Column(name="product", heading="Sản phẩm", width=30),
    ),
)
SHEETS: Final = (PROCEDURES, COMPONENTS, PROCESSES)


def from_sheets(book: Mapping[str, Cells]) -> dict[str, Any]:
    """Rows for `parse`, from the sheets by name. Raises Refused `upload.sheet`, `upload.column`."""
    sheets = {vietnam.fold(name): cells for name, cells in book.items()}
    if vietnam.fold(PROCEDURES.name) not in sheets and vietnam.fold(PROCESSES.name) not in sheets:
        raise Refused(
            "upload.sheet",
            "Tệp không có trang “Thủ tục” hoặc “Quy trình”. Tải mẫu về và điền vào đó.",
            "The file has no sheet “Thủ tục” or “Quy trình”. Download the template and fill it in.",
        )
    procedures, processes = _procedures(_rows(sheets, PROCEDURES)), _processes(_rows(sheets, PROCESSES))
    by_code = {row["code"]: row for row in reversed(procedures)}
    for row in _rows(sheets, COMPONENTS):
        owner = by_code.get(row.get("code"))
        if owner is None:
            raise Refused(
                "upload.owner",
                f"{row['_where']}: mã {str(row.get('code', ''))[:40] or 'trống'} không có ở trang “Thủ tục”.",
                f"{row['_where']}: this code is not on the sheet “Thủ tục”.",
            )
        owner.setdefault("components", []).append(row)
    return {"procedures": procedures or None, "processes": processes or None}


def _rows(sheets: Mapping[str, Cells], sheet: Sheet) -> list[dict[str, Any]]:
    """The filled rows of a sheet as cells by column name, each knowing its line."""
    cells = sheets.get(vietnam.fold(sheet.name), ())
    if not cells:
        return []
    headings = [vietnam.fold(str(cell)[:80]) for cell in cells[0]]
    places: dict[str, int] = {}
    for column in sheet.columns:
        if vietnam.fold(column.heading) in headings:
            places[column.name] = headings.index(vietnam.fold(column.heading))
    missing = [c.heading for c in sheet.columns if c.name in {"code", "name"} and c.name not in places]
    if missing:
        raise Refused(
            "upload.column",
            f"Trang “{sheet.name}” thiếu cột “{missing[0]}” ở dòng đầu.",
            f"The sheet “{sheet.name}” lacks the column “{missing[0]}” in its first row.",
        )
    words = {c.name: {vietnam.fold(said): stored for said, stored in c.words} for c in sheet.columns if c.words}
    found = []
    for line, row in enumerate(cells[1:], start=2):
        values = {name: _cell(row[place]) if place < len(row) else "" for name, place in places.items()}
        if not any(values.values()):
            continue
        stored = {name: words.get(name, {}).get(vietnam.fold(value), value) for name, value in values.items()}
        found.append({**stored, "_where": f"trang {sheet.name}, dòng {line}"})
    return found


def _cell(value: object) -> str:
    """A cell as text; a whole number without ".0"."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    return vietnam.clean(str(value)[:8000]) if value is not None else ""


def _procedures(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One procedure a code; a further row of the same code without a name is a further case."""
    found: list[dict[str, Any]] = []
    for row in rows:
        case = {name: row.get(name, "") for name in ("condition", "limit", "fee", "process")}
        case["_where"] = row["_where"]
        if found and not row.get("name") and row.get("code") in {"", found[-1]["code"]}:
            found[-1]["time_limits"].append(case)
        else:
            found.append({**row, "time_limits": [case]})
    return found


def _processes(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for row in rows:
        same = found and row.get("code") in {"", found[-1]["code"]} and not row.get("title")
        if found and (same or (row.get("code") == found[-1]["code"] and row.get("title") == found[-1]["title"])):
            found[-1]["steps"].append(row)
        else:
            found.append({**row, "title": row.get("title", ""), "steps": [row]})
    return found
