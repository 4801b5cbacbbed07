"""The text of a file as whoever opens it sees it; tables as lines with tabs.

Run as a program (`python -m motcua.checker.gateways.files`, the file on standard input, its text on standard output):
a stranger's file is read in a process of its own, with bounds on memory and time, and an exit code instead of a crash.
"""

import io
import re
import resource
import sys
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from motcua import vietnam
from motcua.checker.gateways.exits import Exit
from motcua.statements.signs.wrapping import unwrapped

if TYPE_CHECKING:
    from docx.table import Table
    from lxml.html import HtmlElement as Element
    from pdfplumber.page import Page

__all__ = ["UnreadableError", "read"]

MUCH = 200_000  # characters: what comes after is not read, the checker refuses less
UNPACKED = 60 * 2**20  # bytes: what a small archive may become
PAGES = 100
MEMORY = 2**30  # bytes of this process
SECONDS = 12  # of the processor, should nobody wait for this process any more
WIDE = 40  # columns that a cell may span
PLACES = 6  # decimals of a number that its sheet does not round


class UnreadableError(Exception):
    """Why there is no text."""

    def __init__(self, code: Exit) -> None:
        super().__init__(code.name)
        self.code = code


def read(content: bytes) -> str:
    """The text of a PDF, DOCX, XLSX, XLS, ODS or HTML, told by its bytes. Raises UnreadableError."""
    if content[:5] == b"%PDF-":
        return _pdf(content)
    if content[:4] == b"\xd0\xcf\x11\xe0":
        return _compound(content)
    if content[:4] != b"PK\x03\x04":
        return _marked_up(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if sum(one.file_size for one in archive.infolist()) > UNPACKED:
                raise UnreadableError(Exit.HEAVY)
    except zipfile.BadZipFile:
        raise UnreadableError(Exit.DAMAGED) from None
    if "word/document.xml" in names:
        return _document(content)
    if "xl/workbook.xml" in names:
        return _sheets(content)
    if "content.xml" in names or any(name.startswith("xl/") for name in names):
        return _old_sheets(content)
    raise UnreadableError(Exit.FORMAT)


# DOCX


def _document(content: bytes) -> str:
    import docx  # noqa: PLC0415 - one kind of file needs one library
    from docx.table import Table  # noqa: PLC0415

    lines: list[str] = []
    room = MUCH
    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        for line in _rows(block) if isinstance(block, Table) else (block.text,):
            lines.append(line)
            room -= len(line) + 1
        if room < 0:
            break
    return "\n".join(lines)


def _rows(table: "Table") -> Iterator[str]:
    for row in table.rows:
        seen: set[int] = set()
        cells = []
        for cell in row.cells:
            merged = id(cell._tc) in seen  # noqa: SLF001 - a merged cell comes once for each column it spans
            seen.add(id(cell._tc))  # noqa: SLF001
            cells.append("" if merged else vietnam.clean(cell.text))
        yield "\t".join(cells)


# HTML


def _marked_up(content: bytes) -> str:
    """A page, or a spreadsheet as some systems write one: tables between text."""
    from lxml import html  # noqa: PLC0415

    try:
        content.decode()
        told = html.HTMLParser(encoding="utf-8")
    except UnicodeDecodeError:
        told = html.HTMLParser()
    page = html.document_fromstring(content, parser=told)
    for one in page.xpath("//script | //style | //head"):
        one.drop_tree()
    for one in page.iter("br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
        one.tail = "\n" + (one.tail or "")
    for table in page.xpath("//table[not(.//table)]"):
        rows = (_spread(row) for row in table.iter("tr"))
        table.tail = "\n" + "\n".join("\t".join(row) for row in rows) + "\n\n" + (table.tail or "")
        table.drop_tree()
    lines = ("\t".join(vietnam.clean(cell) for cell in line.split("\t")) for line in page.text_content().split("\n"))
    return "\n".join(lines)


def _spread(row: "Element") -> Iterator[str]:
    """The cells of a row; one that spans columns is followed by empty ones."""
    for cell in row.iterchildren("td", "th"):
        yield vietnam.clean(cell.text_content())
        span = cell.get("colspan", "1")
        yield from [""] * (min(int(span), WIDE) - 1 if span.isdecimal() else 0)


# spreadsheets


_STREAMS = {name: name.encode("utf-16-le") for name in ("WordDocument", "EncryptedPackage")}


def _compound(content: bytes) -> str:
    """What Office wrote before 2007, or with a password: sheets can be read, documents cannot."""
    if _STREAMS["EncryptedPackage"] in content:
        raise UnreadableError(Exit.LOCKED)
    if _STREAMS["WordDocument"] in content:
        raise UnreadableError(Exit.OLD)
    return _old_sheets(content)


def _sheets(content: bytes) -> str:
    """An XLSX, each number as its format shows it: 0.9589 under "0.00%" is 95,89%."""
    import openpyxl  # noqa: PLC0415

    workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    lines: list[str] = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # what a sheet says of its own size may be wrong
        rows: list[list[str]] = []
        room = MUCH - sum(map(len, lines))
        for row in sheet.iter_rows():
            rows.append([shown(cell.value, cell.number_format or "") for cell in row])
            room -= sum(map(len, rows[-1])) + 1
            if room < 0:
                break
        lines += [*_laid_out(rows), ""]
    return "\n".join(lines)


def _old_sheets(content: bytes) -> str:
    """XLS and ODS, whose formats are not told."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    lines: list[str] = []
    for name in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=True)
        lines += [*_laid_out([[shown(value) for value in row] for row in rows]), ""]
        if sum(map(len, lines)) > MUCH:
            break
    return "\n".join(lines)


_ASIDE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')  # text, colours, spaces and fillings of a number format
_DIGITS = re.compile(r"[0#?]+(?:,[0#?]+)*(?:\.(?P<places>[0#?]+))?")


def shown(value: object, format_: str = "") -> str:
    """A cell as a Vietnamese sheet shows it: 1338, 95,89%, 01/07/2025."""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if value is None or isinstance(value, bool | time):
        return ""
    if not isinstance(value, int | float):
        return vietnam.clean(str(value))
    plain = _ASIDE.sub("", format_.split(";", maxsplit=1)[0])
    digits = _DIGITS.search(plain)
    number = Decimal(str(value))
    if not number.is_finite():
        return ""
    percent = "%" in plain
    if digits is None:
        text = f"{round(number, PLACES):f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        step = Decimal(1).scaleb(-len(digits["places"] or ""))
        text = f"{(number.scaleb(2) if percent else number).quantize(step, ROUND_HALF_UP):f}"
    return text.replace(".", ",") + "%" * percent


def _laid_out(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows of a sheet: titles and signatures as text, each table as lines of equally many cells.

    An empty row parts two tables when what follows begins with a heading, without a number.
    """
    filled = [[cell for cell in row if cell] for row in rows]
    width = max((last for row in rows if (last := _last(row)) > 0), default=0)
    first = min((_first(row) for row, cells in zip(rows, filled, strict=True) if cells), default=0)
    broad = [at for at, cells in enumerate(filled) if len(cells) > 1]
    waiting = False
    for at, (row, cells) in enumerate(zip(rows, filled, strict=True)):
        if not cells:
            waiting = True
            continue
        if waiting and not any(re.search(r"\d", cell) for cell in cells[1:]):
            yield ""
        waiting = False
        if broad and broad[0] <= at <= broad[-1]:
            yield "\t".join((*row[first:width], *("" for _ in range(width - len(row)))))
        else:
            yield " ".join(cells)


def _first(row: Sequence[str]) -> int:
    return next((at for at, cell in enumerate(row) if cell), 0)


def _last(row: Sequence[str]) -> int:
    return next((at + 1 for at in reversed(range(len(row))) if row[at]), 0)


# PDF


def _pdf(content: bytes) -> str:
    import pdfplumber  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    lines: list[str] = []
    try:
        opened = pdfplumber.open(io.BytesIO(content))
    except PdfminerException as no:
        locked = no.args and isinstance(no.args[0], PDFPasswordIncorrect)
        raise UnreadableError(Exit.LOCKED if locked else Exit.DAMAGED) from None
    with opened as document:
        for page in document.pages[:PAGES]:
            _append(lines, list(_page(page)))
            page.close()
            if sum(map(len, lines)) > MUCH:
                break
    if not any(line.strip() for line in lines):
        raise UnreadableError(Exit.SCAN)
    return unwrapped("\n".join(lines))


def _page(page: "Page") -> Iterator[str]:
    """The text of a page from top to bottom, ruled tables as tables."""
    left, top, right, bottom = page.bbox
    for table in sorted(page.find_tables(), key=lambda one: one.bbox[1]):
        rows = [[vietnam.clean(cell or "") for cell in row] for row in table.extract()]
        if table.bbox[1] < top or max(map(len, rows), default=0) < 2:
            continue  # within one that was read, or a frame around text
        if table.bbox[1] > top:
            yield from page.crop((left, top, right, table.bbox[1])).extract_text().split("\n")
        yield from ("\t".join(row) for row in rows)
        top = min(table.bbox[3], bottom)
    if bottom > top:
        yield from page.crop((left, top, right, bottom)).extract_text().split("\n")


_FOOT = re.compile(r"\s*(?:(?:trang|page)\s*)?\d{0,3}(?:\s*/\s*\d{1,3})?\s*", re.IGNORECASE)


def _append(lines: list[str], page: list[str]) -> None:
    """Add a page. A number of a page goes; a table that goes on is one table, its heading once."""
    while page and _FOOT.fullmatch(page[0]):
        page.pop(0)
    while page and _FOOT.fullmatch(page[-1]):
        page.pop()
    if lines and page and "\t" in lines[-1] and lines[-1].count("\t") == page[0].count("\t"):
        start = len(lines)
        while start and "\t" in lines[start - 1]:
            start -= 1
        head = 0
        while head < len(page) and start + head < len(lines) and page[head] == lines[start + head]:
            head += 1
        del page[:head]
    lines.extend(page)


def main() -> int:
    """Read standard input, write its text or say by the exit code why not."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        text = read(sys.stdin.buffer.read())
    except UnreadableError as no:
        return no.code
    except (MemoryError, RecursionError):
        return Exit.HEAVY
    except Exception:  # noqa: BLE001 - whatever a library finds wrong with a stranger's file, the answer is the same
        return Exit.DAMAGED
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return Exit.READ


if __name__ == "__main__":
    sys.exit(main())
