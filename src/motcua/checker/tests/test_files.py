"""Files of every kind as they come from offices: what is read of them, and what is said of those that are not."""

import io
import unicodedata
import zipfile
import zlib
from datetime import date

import docx
import pymupdf
import pytest
import typst
import xlsxwriter

from motcua.acts import Refused
from motcua.checker import gateways
from motcua.checker.gateways import text_of
from motcua.checker.gateways.files import shown
from motcua.checker.rules import checked

FIELDS = [
    ("Lĩnh vực", "Tiếp nhận", "Đã giải quyết", "Đang giải quyết"),
    ("Hộ tịch", "120", "100", "20"),
    ("Đất đai", "80", "60", "30"),
]
SENTENCE = "Đã giải quyết 1.281 hồ sơ, trong đó trước hạn 1.226, đúng hạn 2, quá hạn 56."


def document():
    made = docx.Document()
    made.add_paragraph("Kết quả giải quyết hồ sơ")
    table = made.add_table(rows=3, cols=4)
    for row, cells in zip(table.rows, FIELDS, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def book(*sheets, formats=None, hidden=()):
    """An XLSX of these sheets, each a list of rows; `formats` by column."""
    kept = io.BytesIO()
    made = xlsxwriter.Workbook(kept, {"in_memory": True})
    shapes = {column: made.add_format({"num_format": code}) for column, code in (formats or {}).items()}
    for number, rows in enumerate(sheets):
        sheet = made.add_worksheet()
        if number in hidden:
            sheet.hide()
        for at, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell != "":
                    sheet.write(at, column, cell, shapes.get(column))
    made.close()
    return kept.getvalue()


def paper(tmp_path, body):
    """A PDF of Typst text."""
    source = tmp_path / "report.typ"
    source.write_text(f'#set text(font: "Noto Sans")\n{body}', encoding="utf-8")
    return typst.compile(str(source))


def ruled(rows):
    cells = "".join(f"[{cell}]," for row in rows for cell in row)
    return f"#table(columns: {len(rows[0])}, {cells})"


def fails(content):
    return [one.why for one in checked(text_of(content)).wrong]


def test_a_document_with_a_table():
    (why,) = fails(document())
    assert why.startswith("60 + 30 = 90, không phải 80: lệch 10.")


def test_a_sheet_and_its_csv():
    rows = [("Lĩnh vực", "Số hồ sơ", "Trực tuyến"), ("Hộ tịch", 120, 100), ("Đất đai", 80, 60), ("Tổng", 200, 150)]
    for content in (book(rows), "\n".join(";".join(map(str, row)) for row in rows).encode("utf-8-sig")):
        assert any("100 + 60 = 160, không phải 150: lệch 10." in one for one in fails(content))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_plain_text_in_the_usual_encodings(encoding):
    text = unicodedata.normalize("NFD", SENTENCE) if encoding == "cp1258" else SENTENCE
    content = text.encode(encoding, "ignore")
    assert "1.226" in text_of(content)


@pytest.mark.parametrize(
    ("value", "format_", "words"),
    [
        (0.958893871, "0.00%", "95,89%"),
        (0.958893871, "0%", "96%"),
        (0.95, "0.00%", "95,00%"),
        (1338, "#,##0", "1338"),
        (1338.0, "General", "1338"),
        (95.888, "0.0", "95,9"),
        (12, '0" hồ sơ 100%"', "12"),
        (0.1 + 0.2, "General", "0,3"),
        (-3, "#,##0;[Red]-#,##0", "-3"),
        (date(2026, 6, 30), "dd/mm/yyyy", "30/06/2026"),
        (True, "General", ""),
        (None, "0", ""),
        (float("nan"), "0", ""),
        ("Hộ  tịch\n", "@", "Hộ tịch"),
    ],
)
def test_a_cell_is_read_as_its_sheet_shows_it(value, format_, words):
    assert shown(value, format_) == words


def test_percent_formats_are_rates():
    rows = [
        ("BÁO CÁO THÁNG 6/2026",),
        ("Lĩnh vực", "Đã giải quyết", "Đúng hạn", "Tỷ lệ đúng hạn"),
        ("Hộ tịch", 300, 287, 287 / 300),
        ("Đất đai", 200, 150, 0.85),
    ]
    text = text_of(book(rows, formats={3: "0.00%"}))
    assert text.split("\n")[0] == "BÁO CÁO THÁNG 6/2026"
    assert "95,67%" in text
    wrong = checked(text).wrong
    assert [one.stated for one in wrong] == [85]


def test_hidden_sheets_are_not_read():
    told = [("Lĩnh vực", "Số hồ sơ"), ("Hộ tịch", 1), ("Tổng", 1)]
    assert "Đất đai" not in text_of(book(told, [("Lĩnh vực", "Nháp"), ("Đất đai", 2)], hidden={1}))


def test_an_empty_row_parts_two_tables_but_not_a_table_from_its_total():
    rows = [
        ("Lĩnh vực", "Tiếp nhận"),
        ("Hộ tịch", 120),
        ("Đất đai", 80),
        ("", ""),
        ("Tổng", 200),
        ("", ""),
        ("Kênh", "Số hồ sơ"),
        ("Trực tuyến", 150),
        ("Trực tiếp", 50),
        ("Tổng", 200),
    ]
    text = text_of(book(rows))
    assert text.count("\n\n") == 1
    assert fails(book(rows)) == []


def test_a_ruled_table_of_a_pdf_keeps_its_columns(tmp_path):
    content = paper(tmp_path, f"{SENTENCE}\n\n{ruled(FIELDS)}\n\nSau bảng.")
    text = text_of(content)
    assert "Hộ tịch\t120\t100\t20" in text
    assert text.rstrip().endswith("Sau bảng.")
    assert any("không phải 1.281: lệch 3." in one for one in fails(content))
    assert any("không phải 80: lệch 10." in one for one in fails(content))


def test_a_table_that_goes_on_over_pages_is_one_table(tmp_path):
    head = '#set page(height: 8cm, numbering: "1")\n#table(columns: 2, table.header([Lĩnh vực],[Số hồ sơ]),'
    body = "".join(f"[Lĩnh vực {chr(97 + n)}],[{n + 10}]," for n in range(20))
    text = text_of(paper(tmp_path, f"{head}{body}[Tổng cộng],[391])"))
    assert text.count("Lĩnh vực\tSố hồ sơ") == 1
    assert "\n\n" not in text.strip()
    (wrong,) = checked(text).wrong
    assert wrong.stated == 391
    assert wrong.expected == 390


def test_a_sheet_that_is_a_page():
    """Some systems write HTML and call it XLS."""
    rows = [("Lĩnh vực", "Số hồ sơ"), ("Hộ tịch", 120), ("Đất đai", 80), ("Tổng", 210)]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<html><head><style>td{{}}</style></head><body><p>Kỳ 6/2026</p><table>{cells}</table>Hết<br>.</body></html>"
    assert "Hộ tịch\t120\nĐất đai\t80" in text_of(page.encode())
    assert any("120 + 80 = 200, không phải 210" in one for one in fails(page.encode()))


def test_a_cell_that_spans_columns_keeps_the_others_in_place():
    page = "<table><tr><td colspan=2>Nhóm</td><td>5</td></tr><tr><td>a</td><td>1</td><td>2</td></tr></table>"
    assert "Nhóm\t\t5\na\t1\t2" in text_of(page.encode())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{\\rtf1 12}", "checker.format"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "checker.old"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "checker.locked"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "checker.format"),
        (b"PK\x03\x04broken", "checker.damaged"),
        (b"%PDF-1.7 nothing", "checker.damaged"),
        (b"\xd0\xcf\x11\xe0 nothing", "checker.damaged"),
        (b"x" * (10 * 2**20 + 1), "checker.large"),
    ],
)
def test_what_cannot_be_read_is_told(content, code):
    with pytest.raises(Refused) as no:
        text_of(content)
    assert no.value.code == code
    assert no.value.vi
    assert no.value.en


def test_a_pdf_of_pictures_is_told(tmp_path):
    with pytest.raises(Refused) as no:
        text_of(paper(tmp_path, "#rect(width: 10cm, height: 10cm)"))
    assert no.value.code == "checker.scan"


def test_a_pdf_with_a_password_is_told(tmp_path):
    with pymupdf.open(stream=paper(tmp_path, SENTENCE)) as made:
        content = made.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="mot-cua", owner_pw="mot-cua")
    with pytest.raises(Refused) as no:
        text_of(content)
    assert no.value.code == "checker.locked"


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [
        ("word/document.xml", 70, "checker.heavy"),  # MB: more than is unpacked
        ("xl/workbook.xml", 50, "checker.damaged"),  # less, and no sense in it
    ],
)
def test_an_archive_that_swells_is_refused(name, size, code):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b" " * size * 2**20)
    with pytest.raises(Refused) as no:
        text_of(kept.getvalue())
    assert no.value.code == code


def test_a_pdf_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr(gateways, "LONGEST", 2)  # seconds: the test need not wait as long as a person
    stream = zlib.compress(b"(a) Tj " * (30 * 2**20))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, one) for n, one in enumerate(objects, start=1))
    with pytest.raises(Refused) as no:
        text_of(body + b"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n")
    assert no.value.code == "checker.heavy"
