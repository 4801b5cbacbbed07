"""Files in: the text of a DOCX, XLSX, CSV, PDF or plain text; tables as lines with tabs. Nothing is kept."""

import io
import zipfile
from collections.abc import Iterator

from motcua.acts import Refused

__all__ = ["LARGEST", "text_of"]

LARGEST = 10 * 2**20  # bytes of a file: a report of a ward has rarely one
MUCH = 200_000  # characters of a workbook: what comes after is not read
UNPACKED = 60 * 2**20  # bytes: what a small archive may become
PAGES = 100


def text_of(content: bytes) -> str:
    """The text of a file, told by its bytes, not by its name.

    Raises Refused `checker.large`, `checker.format`, `checker.scan` (a PDF of pictures), `checker.damaged`.
    """
    if len(content) > LARGEST:
        raise Refused(
            "checker.large",
            f"Tệp lớn hơn {LARGEST // 2**20} MB. Chỉ gửi phần có số liệu.",
            f"The file is larger than {LARGEST // 2**20} MB. Send the part with figures only.",
            field="file",
        )
    if content[:5] == b"%PDF-":
        return _pdf(content)
    if content[:4] == b"PK\x03\x04":
        return _archive(content)
    if content[:4] == b"\xd0\xcf\x11\xe0":
        return _sheets(content)
    return _plain(content)


def _damaged() -> Refused:
    return Refused(
        "checker.damaged",
        "Không đọc được tệp này: tệp hỏng hoặc có mật khẩu. Mở ra, chép chữ rồi dán vào ô.",
        "This file cannot be read: it is damaged or has a password. Open it, copy the text and paste it.",
        field="file",
    )


def _unknown() -> Refused:
    return Refused(
        "checker.format",
        "Không đọc được loại tệp này. Dùng DOCX, XLSX, CSV, PDF có chữ, hoặc dán chữ vào ô.",
        "This kind of file cannot be read. Use DOCX, XLSX, CSV, a PDF with text, or paste the text.",
        field="file",
    )


def _plain(content: bytes) -> str:
    marked = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1258"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise _unknown()


def _archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if sum(one.file_size for one in archive.infolist()) > UNPACKED:
                raise _damaged()
    except zipfile.BadZipFile:
        raise _damaged() from None
    if "word/document.xml" in names:
        return _document(content)
    if any(name.startswith("xl/") for name in names) or "content.xml" in names:
        return _sheets(content)
    raise _unknown()


def _document(content: bytes) -> str:
    import docx  # noqa: PLC0415 - only who sends a DOCX waits for it
    from docx.table import Table  # noqa: PLC0415

    try:
        document = docx.Document(io.BytesIO(content))
        return "\n".join(
            line
            for block in document.iter_inner_content()
            for line in (_rows(block) if isinstance(block, Table) else (block.text,))
        )
    except Exception:  # noqa: BLE001 - whatever the library finds wrong with a stranger's file, the answer is the same
        raise _damaged() from None


def _rows(table: object) -> Iterator[str]:
    for row in table.rows:  # type: ignore[attr-defined]
        seen: set[int] = set()
        cells = []
        for cell in row.cells:
            merged = id(cell._tc) in seen  # noqa: SLF001 - a merged cell comes once for each column it spans
            seen.add(id(cell._tc))  # noqa: SLF001
            cells.append("" if merged else " ".join(cell.text.split()))
        yield "\t".join(cells)


def _sheets(content: bytes) -> str:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    lines: list[str] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=True)
            lines += ["\t".join(_cell(value) for value in row) for row in rows]
            lines.append("")
            if sum(map(len, lines)) > MUCH:
                break
    except Exception:  # noqa: BLE001 - as above
        raise _damaged() from None
    return "\n".join(lines)


def _cell(value: object) -> str:
    """A cell as a Vietnamese sheet shows it."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else str(round(value, 6)).replace(".", ",")
    return " ".join(str(value).split())


def _pdf(content: bytes) -> str:
    import pypdf  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        pages = [page.extract_text() for page in reader.pages[:PAGES]]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, NotImplementedError):
        raise _damaged() from None
    text = "\n".join(pages)
    if not text.strip():
        raise Refused(
            "checker.scan",
            "Tệp PDF này chỉ có hình, không có chữ. Gửi bản có chữ, hoặc gõ các số vào ô.",
            "This PDF has pictures only and no text. Send one with text, or type the figures.",
            field="file",
        )
    return text
