"""The report for machines, spreadsheets, the terminal and paper."""

import argparse
import csv
import io
import json
import zipfile
from datetime import date

import pytest

from motcua.config.cli import office
from motcua.figures import queries
from motcua.figures.queries.paper import pdf
from motcua.figures.tests.lives import at
from motcua.files.queries import safe

NOVEMBER = {"from_": date(2026, 11, 1), "to": date(2026, 11, 30)}
COUNTED = [
    *("received", "carried_over", "in_period", "online", "direct_post", "settled", "early", "on_time", "late"),
    *("in_progress", "in_time", "overdue", "waiting", "returned", "withdrawn", "refused"),
]


@pytest.fixture
def report(lives):
    return queries.report(by=lives.cast["counter"], as_of=at("2026-11-20 12:00"), **NOVEMBER)


def test_json_has_the_names_and_values_machines_rely_on(report):
    found = queries.report_json(report)
    assert list(found) == ["ward", "from", "to", "as_of", "definition", "by", "rows", "total", "rates", "identities"]
    assert (found["ward"], found["from"], found["to"]) == ("H99.16", "2026-11-01", "2026-11-30")
    assert found["as_of"] == "2026-11-20T12:00:00+07:00"
    assert list(found["total"])[: len(COUNTED)] == COUNTED
    assert [found["total"][name] for name in COUNTED] == [18, 1, 17, 4, 13, 6, 3, 2, 1, 3, 2, 1, 5, 2, 3, 1]
    assert [(row["key"], row["label"], row["received"]) for row in found["rows"]] == [
        ("Đất đai", "Đất đai", 2),
        ("Hộ tịch", "Hộ tịch", 16),
    ]
    assert found["rates"] == {
        "qd766_on_time": {"value": 66.67, "numerator": 10, "denominator": 15},
        "settled_on_time": {"value": 83.33, "numerator": 5, "denominator": 6},
        "online": {"value": 23.53, "numerator": 4, "denominator": 17},
    }
    assert found["identities"] == [
        {"text": "18 = 4 + 13 + 1", "holds": True},
        {"text": "6 = 3 + 2 + 1", "holds": True},
        {"text": "3 = 2 + 1", "holds": True},
        {"text": "18 = 6 + 3 + 5 + 3 + 1", "holds": True},
        {"text": "6 = 2 + 4", "holds": True},
    ]


def run(*words):
    parser = argparse.ArgumentParser()
    office.register(parser.add_subparsers())
    options = parser.parse_args(["figures", "--ward", "H99.16", "--from", "2026-11-01", "--to", "2026-11-30", *words])
    return options.run(options)


def test_the_command_prints_the_same_json_and_the_same_numbers_as_text(report, capsys):
    assert run("--as-of", "2026-11-20T12:00", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert {name: told[name] for name in told if name != "lateness"} == queries.report_json(report)
    assert run("--as-of", "2026-11-20T12:00") == 0
    said = capsys.readouterr().out
    assert "✓ 18 = 6 + 3 + 5 + 3 + 1" in said
    assert "66,67 %" in said


def test_the_command_writes_a_workbook(report, capsys, tmp_path):
    assert run("--as-of", "2026-11-20T12:00", "--xlsx", str(tmp_path / "b.xlsx")) == 0
    assert (tmp_path / "b.xlsx").read_bytes() == queries.workbook(report)
    assert str(tmp_path) in capsys.readouterr().out


def test_csv_reads_back_with_its_total(report):
    text = queries.csv(report)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert [row["label"] for row in rows] == ["Đất đai", "Hộ tịch", "Toàn phường"]
    assert int(rows[-1]["received"]) == 18


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_csv_is_a_formula(start):
    assert safe(f"{start}1+1") == f"'{start}1+1"


def test_a_workbook_keeps_numbers_as_numbers_and_typed_text_as_text(report):
    book = zipfile.ZipFile(io.BytesIO(queries.workbook(report)))
    form = book.read("xl/worksheets/sheet1.xml").decode()
    whole = book.read("xl/worksheets/sheet3.xml").decode()
    texts = book.read("xl/sharedStrings.xml").decode()
    assert "<v>18</v>" in form
    assert form.count("<f>") == 3  # the three rates and nothing else
    assert "<f>" not in whole
    assert "Đăng ký kết hôn" in texts
    assert whole.count("<row ") == 19
    assert "Trần Thị Ngâu" not in texts


def test_the_paper_is_a_pdf(lives, report):
    assert pdf(by=lives.cast["director"], at=at("2026-11-20 12:00"), report=report).startswith(b"%PDF-")


def test_files_come_through_the_door_with_their_kinds_and_names(lives, client_for):
    client = client_for(lives.cast.people["supervisor"])
    asked = "?first=2026-11-01&last=2026-11-30&as_of=2026-11-20T12:00:00%2B07:00"
    kinds = {}
    for name in ("report.xlsx", "report.csv", "report.pdf", "list.xlsx"):
        answer = client.get(f"/figures/{name}{asked}&figure=late")
        kinds[name] = (answer.status_code, answer["Content-Type"].split(";")[0], answer["Content-Disposition"])
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert kinds == {
        "report.xlsx": (200, sheet, 'attachment; filename="II.06a-20261101-20261130.xlsx"'),
        "report.csv": (200, "text/csv", 'attachment; filename="II.06a-20261101-20261130.csv"'),
        "report.pdf": (200, "application/pdf", 'inline; filename="II.06a-20261101-20261130.pdf"'),
        "list.xlsx": (200, sheet, 'attachment; filename="danh-sach-late.xlsx"'),
    }
