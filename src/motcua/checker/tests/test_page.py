"""The page: paste, file, what comes back, the note, limits. Nothing is stored."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.checker.rules import ASKING, LONGEST

pytestmark = pytest.mark.django_db
AN_THANG = (
    "Phường đã tiếp nhận 1.338 hồ sơ, trong đó trực tuyến 1.262 hồ sơ, trực tiếp và qua bưu chính 76 hồ sơ. "
    "Đã giải quyết 1.281 hồ sơ, trong đó trước hạn 1.226, đúng hạn 2, quá hạn 56. "
    "Đang giải quyết 57 hồ sơ, trong đó trong hạn 55, quá hạn 2. Tỷ lệ đúng hạn đạt 95,89 %, quá hạn 4,11 %."
)


def read(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_report_comes_back_marked(client):
    page = read(client.post("/check/", {"text": AN_THANG}))
    assert "2 trong 7 phép kiểm không khớp." in page
    assert "1.226 + 2 + 56 = 1.284, không phải 1.281: lệch 3." in page
    assert "56 (đã giải quyết quá hạn) → 53: sai một chữ số" in page
    assert re.search(r'<a class="fig-mark likely" id="figure-\d+" href="#check-1">56</a>', page)
    for anchor in re.findall(r'href="#(figure-\d+|check-\d+)"', page):
        assert f'id="{anchor}"' in page


def test_checks_that_all_hold_are_no_others(client):
    page = read(client.post("/check/", {"text": "Nhận 412 hồ sơ: trực tuyến 300, trực tiếp 112."}))
    assert "<summary>Từng phép kiểm</summary>" in page
    assert "phép kiểm khác</summary>" in read(client.post("/check/", {"text": AN_THANG}))


def test_in_english(client):
    client.cookies["lang"] = "en"
    page = read(client.post("/check/", {"text": AN_THANG}))
    assert "2 of 7 checks fail." in page
    assert "1,226 + 2 + 56 = 1,284, not 1,281: off by 3." in page
    assert "The report, each figure as it was read" in page
    assert "Paste the report or choose a file." in read(client.post("/check/", {"text": ""}))


def test_the_note_is_in_both_languages(client):
    page = read(client.post("/check/", {"text": AN_THANG, "note": "1"}))
    assert "Ghi chú về số liệu" in page
    assert "Note on figures" in page
    assert "off by 3" in page
    assert "lệch 3" in page


def test_the_note_marks_what_fails_and_links_nothing(client):
    page = read(client.post("/check/", {"text": AN_THANG, "note": "1"}))
    assert re.search(r'<span class="fig-mark likely" id="figure-\d+">56</span>', page)
    assert re.search(r'<span class="fig-mark inconsistent" id="figure-\d+">1.281</span>', page)
    assert "Gạch đôi: số dễ sai nhất." in page
    assert "trực tuyến 1.262 hồ sơ" in page
    assert 'href="#check' not in page
    assert "Gạch đôi" not in read(client.post("/check/", {"text": "Nhận 5 hồ sơ.", "note": "1"}))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"text": ""}, "Chưa có chữ nào để kiểm."),
        ({"text": " \x00\n\t"}, "Chưa có chữ nào để kiểm."),
        ({"text": "a" * (LONGEST + 1)}, "Báo cáo dài quá"),
        ({"text": "Tên\tSố\n" + "A\t1\n" * 600}, "Bảng dài quá 500 hàng."),
        ({"text": "12 hồ sơ; " * 2500}, "Bài có hơn 2.000 con số."),
        ({"file": SimpleUploadedFile("a.docx", b"PK\x03\x04broken")}, "tệp hỏng"),
    ],
)
def test_bad_input_gets_a_sentence(client, sent, words):
    answer = client.post("/check/", sent)
    assert answer.status_code == 422
    assert words in read(answer)


def test_a_machine_that_asks_too_often_waits(db):
    client = Client()
    for _ in range(ASKING[0].most):
        assert client.post("/check/", {"text": "12 hồ sơ"}).status_code == 200
    answer = client.post("/check/", {"text": "12 hồ sơ"})
    assert answer.status_code == 429
    assert "Thử lại sau" in read(answer)


def test_no_script_may_run(client):
    answer = client.post("/check/", {"text": "<script>alert(1)</script> tiếp nhận 12 hồ sơ"})
    assert "<script>alert" not in answer.content.decode()
    assert "script-src" not in answer["Content-Security-Policy"]
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
