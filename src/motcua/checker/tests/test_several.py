"""Many files at once: on the page and by the command."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.checker.queries.files import checked_files
from motcua.checker.rules import ASKING, MOST_FILES, OFFICERS, total
from motcua.checker.tests.test_files import document
from motcua.checker.tests.test_page import AN_THANG, read
from motcua.config.cli import main

GOOD = "Tiếp nhận 10 hồ sơ, trong đó trực tuyến 6 hồ sơ, trực tiếp 4 hồ sơ."
BROKEN = b"PK\x03\x04broken"


def sent(*contents):
    return {"file": [SimpleUploadedFile(f"bao-cao-{n}.txt", one) for n, one in enumerate(contents, start=1)]}


@pytest.fixture
def officer(cast, client_for):
    return client_for(cast.people["chairman"])


def test_files_are_told_in_their_order_and_a_bad_one_stops_no_other():
    contents = [document(), BROKEN, GOOD.encode(), b"", AN_THANG.encode()] * 4
    done = list(checked_files([(str(n), lambda one=one: one) for n, one in enumerate(contents)]))
    assert [one.name for one in done] == [str(n) for n in range(20)]
    assert [one.fails for one in done] == [True, False, False, False, True] * 4
    assert [one.unread for one in done] == [False, True, False, True, False] * 4


def test_after_a_while_no_file_is_begun():
    (late,) = checked_files([("a", lambda: b"12")], seconds=-1)
    assert late.unread
    assert late.found.code == "checker.late"


def test_the_total_in_both_languages():
    assert total(files=40, wrong=3, unread=1, english=False) == "40 tệp: 3 có số không khớp, 1 không đọc được."
    assert total(files=2, wrong=0, unread=0, english=False) == "2 tệp: không thấy số nào không khớp."
    assert total(files=2, wrong=1, unread=1, english=True).startswith("2 files: 1 with figures that do not agree, 1")


@pytest.mark.django_db
def test_an_officer_reads_a_line_for_each_file(officer):
    answer = officer.post(
        "/check/", sent(AN_THANG.encode(), GOOD.encode(), BROKEN, AN_THANG.encode(), "Xin chào".encode())
    )
    page = read(answer)
    assert answer.status_code == 200
    assert "5 tệp: 2 có số không khớp, 1 không đọc được." in page
    assert [(f.name, f.verdict, f.failing) for f in answer.context["files"]] == [
        ("bao-cao-1.txt", "inconsistent", 2),
        ("bao-cao-4.txt", "inconsistent", 2),
        ("bao-cao-3.txt", "unread", None),
        ("bao-cao-2.txt", "consistent", 0),
        ("bao-cao-5.txt", "none", 0),
    ]
    assert "tệp hỏng" in page
    assert page.count("<details") == 2
    found = re.findall(r' id="([^"]+)"', page)
    assert len(found) == len(set(found))
    for anchor in re.findall(r'href="#([^"]+)"', page):
        assert anchor in found


@pytest.mark.django_db
def test_a_file_of_several_opens_alone_with_its_name(officer):
    page = read(officer.post("/check/", sent(AN_THANG.encode(), GOOD.encode())))
    name, text = (re.search(rf'name="{field}" value="([^"]+)"', page)[1] for field in ("name", "text"))
    alone = officer.post("/check/", {"name": name, "text": text})
    assert "2 trong 7 phép kiểm không khớp." in read(alone)
    assert alone.context["keeping"].initial["title"] == "bao-cao-1.txt"


@pytest.mark.django_db
def test_english_is_complete_for_several(officer):
    officer.cookies["lang"] = "en"
    page = read(officer.post("/check/", sent(AN_THANG.encode(), BROKEN)))
    assert "2 files: 1 with figures that do not agree, 1 that could not be read." in page
    assert "See the whole text" in page
    assert "Cannot be read." in page


@pytest.mark.django_db
@pytest.mark.parametrize("files", [MOST_FILES + 1, 170])
def test_too_many_files_get_a_sentence(officer, files):
    answer = officer.post("/check/", sent(*[b"x"] * files))
    assert answer.status_code == 422
    assert f"{files} tệp là nhiều quá: mỗi lần tối đa 40 tệp." in read(answer)


@pytest.mark.django_db
def test_a_stranger_sends_one(client):
    assert " multiple" not in read(client.get("/check/"))
    answer = client.post("/check/", sent(GOOD.encode(), AN_THANG.encode()))
    assert "files" not in answer.context
    assert "2 trong 7" in read(answer)


@pytest.mark.django_db
def test_each_file_is_a_try(officer, client):
    for _ in range(OFFICERS[0].most // MOST_FILES):
        assert officer.post("/check/", sent(*[b"12"] * MOST_FILES)).status_code == 200
    answer = officer.post("/check/", sent(b"12", b"12"))
    assert answer.status_code == 429
    assert "Thử lại sau" in read(answer)
    assert client.post("/check/", {"text": "12 hồ sơ"}).status_code == 200  # who is not signed in is counted apart
    assert ASKING[0].kind != OFFICERS[0].kind


@pytest.mark.django_db
def test_no_field_says_that_it_may_be_left_open(client):
    page = read(client.get("/check/"))
    assert "nếu có" not in page
    assert "Chọn tệp…" in page


# -- the command


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(AN_THANG)
    (tmp_path / "b.txt").write_text(GOOD)
    (tmp_path / "c.docx").write_bytes(BROKEN)
    return tmp_path


def command(capsys, *words):
    status = main(["check-statement", *map(str, words)])
    return status, capsys.readouterr()


def test_the_command_tells_what_fails_of_each_and_a_total(folder, capsys):
    status, said = command(capsys, folder / "a.txt", folder / "b.txt")
    assert status == 1
    lines = said.out.split("\n")
    assert lines[0] == f"{folder}/a.txt: 2 trong 7 phép kiểm không khớp."
    assert lines[1].startswith(" ≠ 1.226 + 2 + 56 = 1.284")
    assert " = " not in {line[:3] for line in lines}
    assert lines[-3].startswith(f"{folder}/b.txt: ")
    assert lines[-2] == "2 tệp: 1 có số không khớp."
    assert command(capsys, folder / "b.txt", folder / "b.txt")[0] == 0


def test_the_command_says_what_it_cannot_read_and_goes_on(folder, capsys):
    status, said = command(capsys, folder / "c.docx", folder / "none.txt", folder / "a.txt", "--english")
    assert status == 2
    assert f"{folder}/c.docx: This file cannot be read" in said.out
    assert f"{folder}/none.txt: The file" in said.out
    assert said.out.endswith("3 files: 1 with figures that do not agree, 2 that could not be read.\n")
    status, said = command(capsys, folder / "c.docx")
    assert status == 2
    assert said.out == ""
    assert "[checker.damaged]" in said.err


def test_json_of_one_stays_and_of_several_is_a_list(folder, capsys):
    one = json.loads(command(capsys, folder / "a.txt", "--json")[1].out)
    status, said = command(capsys, folder / "a.txt", folder / "c.docx", folder / "b.txt", "--json")
    several = json.loads(said.out)
    assert status == 2
    assert several[0] == {"file": f"{folder}/a.txt", **one}
    assert several[1]["error"]["code"] == "checker.damaged"
    assert several[2]["summary"]["inconsistent"] == 0
    assert "c.docx" in said.err


def test_the_records_are_for_one_report(folder, capsys):
    status, said = command(capsys, folder / "a.txt", folder / "b.txt", "--ward", "H99.16")
    assert status == 1
    assert "[checker.one]" in said.err
