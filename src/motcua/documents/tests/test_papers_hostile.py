from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from motcua.documents.queries import render
from motcua.documents.rules import Component, Copy, FormSet, Head, Party, Receipt, Register

Read = Callable[..., list[str]]
Opened = Callable[[bytes], Any]
NEW = FormSet.TT03_2025


@pytest.mark.parametrize(
    "typed",
    [
        '#import "frame.typ": *',
        '#read("/etc/passwd")',
        "#panic()",
        "$ x^2 $",
        "*đậm* _nghiêng_ `mã`",
        "<b>đậm</b> <script>alert(1)</script>",
        "= Tiêu đề",
        "// chú thích /* dài */",
        "https://khac.example @nhan <nhan>",
        r"\ \u{41} ~ -- --- ... \"nháy\" 'đơn'",
        '"}],"kind":"stop',
        "{{ mẫu }} {% if %}",
        "ﬁ ffi fl",
    ],
)
def test_what_is_typed_is_printed_as_typed(typed: str, receipt: Receipt, read: Read) -> None:
    (page,) = read(replace(receipt, content=typed, components=(Component(name=typed, note=typed),), receiver=typed))

    assert page.replace(" ", "").count(typed.replace(" ", "")) == 4


def test_no_text_leaves_its_paper(opened: Opened, receipt: Receipt, register: Register) -> None:
    long = "M" * 300
    words = "giấy phép xây dựng nhà ở riêng lẻ " * 60
    who = Party(name=long, address=long, phone="0" * 90, email="a" * 120 + "@b.example", id_number="1" * 80)
    slip = replace(
        receipt,
        head=Head(superior=long, office=long, place=long),
        submitter=who,
        content=words,
        components=tuple(Component(name=f"{n} {long}", note=words) for n in range(40)),
        why=words,
        receiver=long,
        fee_note=long,
    )
    row = replace(register.rows[0], code="000.00.16.H29-220915-000123", applicant=long, address=long, unit=long)
    book = replace(register, rows=(replace(row, procedure=words, note="Z" * 4000), *register.rows))

    for page in opened(render([slip, book], form_set=NEW)):
        for left, top, right, bottom, *_ in page.get_text("words"):
            assert left >= 20
            assert top >= 10
            assert right <= page.rect.width - 10
            assert bottom <= page.rect.height - 10


def test_an_ordinary_receipt_is_one_page(receipt: Receipt, read: Read) -> None:
    five = (*receipt.components, Component(name="Văn bản ủy quyền"), Component(name="Sổ hộ khẩu bản giấy"))

    assert len(read(replace(receipt, components=five, copy=Copy.KEPT))) == 1


def test_forty_components_keep_the_promise_and_the_signatures(receipt: Receipt, read: Read) -> None:
    many = tuple(Component(name=f"Giấy tờ thứ {n}", originals=n) for n in range(1, 41))
    pages = read(replace(receipt, components=many))

    assert 1 < len(pages) <= 3
    assert "Tên giấy tờ" in pages[1]  # the head of the table again
    assert "Giấy tờ thứ 40" in " ".join(pages)
    assert "Hẹn trả: 17 giờ 00, thứ Hai 30/11/2026" in " ".join(pages)
    assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in pages[-1]


def test_empty_fields_print_no_label(receipt: Receipt, read: Read) -> None:
    (page,) = read(
        replace(
            receipt,
            submitter=Party(name="Trần Thị Ngâu"),
            owner=None,
            channel="",
            components=(),
            why="",
            return_to="",
            fee=None,
            lookup_url="",
            lookup_phone="",
            book_no="",
            serial="",
        )
    )

    absent = (
        "Địa chỉ",
        "Điện thoại",
        "Thư điện tử",
        "Số định danh",
        "Chủ hồ sơ",
        "Hình thức nộp",
        "Thành phần",
    )
    for label in (
        *absent,
        "Phí, lệ phí",
        "Tra cứu",
        "Quét để tra cứu",
        "Quyển số",
        "Số thứ tự",
        "Nhận kết quả",
    ):
        assert label not in page


@pytest.mark.parametrize("name", ["漢字", "ខ្មែរ", "Ŵ 😀"])
def test_a_letter_without_a_font_still_prints(name: str, receipt: Receipt, read: Read) -> None:
    (page,) = read(replace(receipt, receiver=name))

    assert "Hẹn trả: 17 giờ 00" in page


def test_what_cannot_be_read_is_left_out(receipt: Receipt, read: Read) -> None:
    (page,) = read(replace(receipt, content="Đăng\x00 ký\u202e\ud800 khai\tsinh\u200b"))

    assert "Đăng ký khai sinh" in page


def test_letters_typed_in_pieces_are_joined(receipt: Receipt, read: Read) -> None:
    (page,) = read(replace(receipt, content="Đăng ky\u0301 kha\u0301m chu\u031b\u0303a be\u0323\u0302nh"))

    assert "Đăng ký khám chữa bệnh" in page
