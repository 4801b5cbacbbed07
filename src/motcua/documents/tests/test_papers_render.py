from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from motcua.acts import Refused
from motcua.documents import queries
from motcua.documents.queries import render
from motcua.documents.rules import Control, Form, FormSet, HandOver, Passing, Receipt, Register, ReportII06a

Read = Callable[..., list[str]]
Opened = Callable[[bytes], Any]
NEW = FormSet.TT03_2025
A5, A4, WIDE = (148, 210), (210, 297), (297, 210)


def test_a_receipt_says_who_what_and_when(receipt: Receipt, read: Read) -> None:
    (page,) = read(receipt)

    for said in (
        "UBND PHƯỜNG HOA GẠO",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "Hoa Gạo, ngày 25 tháng 11 năm 2026",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H99.16-261125-0019",
        "Tiếp nhận hồ sơ của: bà Trần Thị Ngâu",
        "Số định danh: 000190000123",
        "Chủ hồ sơ: ông Trần Văn Mẫu",
        "Giấy chứng nhận kết hôn của cha mẹ (đối chiếu bản chính rồi trả lại)",
        "Nhận lúc: 10 giờ 12 phút, ngày 25/11/2026",
        "Hẹn trả: 17 giờ 00, thứ Hai 30/11/2026",
        "Thời hạn 3 ngày làm việc, không tính ngày nhận, thứ Bảy và Chủ nhật.",
        "Phí, lệ phí: không thu",
        "Tra cứu: https://hoagao.example/tra-cuu?ma=H99.16-261125-0019",
        "Quyển số: 03/2026 · Số thứ tự: 0019",
        "Mẫu số 01 – Thông tư 03/2025/TT-VPCP",
    ):
        assert said in page


def test_both_copies_are_marked(receipt: Receipt, read: Read) -> None:
    theirs, ours = read(*receipt.both_copies())

    assert "Liên giao khách" in theirs
    assert "Liên lưu" not in theirs
    assert "Liên lưu" in ours


def test_a_promise_of_a_whole_day_prints_no_hour(receipt: Receipt, read: Read) -> None:
    (page,) = read(replace(receipt, due_at=date(2026, 11, 30)))

    assert "Hẹn trả: thứ Hai 30/11/2026" in page


def test_each_form_has_its_size_its_title_and_its_author(opened: Opened, each: tuple[Form, ...]) -> None:
    sizes = {}
    for form in each:
        pdf = opened(render(form, form_set=NEW))
        sizes[form.KIND] = tuple(round(side / 72 * 25.4) for side in pdf[0].rect[2:])
        assert pdf.metadata["title"]
        assert pdf.metadata["author"] == "UBND phường Hoa Gạo – Trung tâm Phục vụ hành chính công"

    assert sizes == {
        "receipt": A5,
        "completion": A5,
        "refusal": A5,
        "apology": A5,
        "stop": A5,
        "fee_receipt": A5,
        "control": A4,
        "register": WIDE,
        "hand_over": A4,
        "report_ii06a": WIDE,
    }


def test_each_form_is_tagged_in_vietnamese_and_declared_for_the_archive(opened: Opened, each: tuple[Form, ...]) -> None:
    for form in each:
        pdf = opened(render(form, form_set=NEW))
        catalog = pdf.xref_object(pdf.pdf_catalog())
        marks = pdf.get_xml_metadata()
        assert "/Marked true" in catalog
        assert "/Lang (vi-VN)" in catalog
        assert "<pdfaid:part>2</pdfaid:part>" in marks
        assert "<pdfaid:conformance>B</pdfaid:conformance>" in marks


def test_nothing_but_black_is_printed(opened: Opened, each: tuple[Form, ...]) -> None:
    pdf = opened(render(each, form_set=NEW))

    for page in pdf:
        colours = {
            span["color"]
            for block in page.get_text("dict")["blocks"]
            for line in block["lines"]
            for span in line["spans"]
        }
        assert colours == {0}


def test_two_hundred_receipts_are_one_file_in_their_order(receipt: Receipt, read: Read) -> None:
    pages = read(*(replace(receipt, code=f"H99.16-261125-{n:04}") for n in range(1, 201)))

    assert len(pages) == 200
    assert all(f"Mã hồ sơ: H99.16-261125-{n:04} " in page for n, page in enumerate(pages, start=1))


def test_papers_of_all_sizes_print_together(opened: Opened, each: tuple[Form, ...]) -> None:
    pdf = opened(render(each, form_set=NEW))

    assert pdf.metadata["title"] == "10 giấy để in"
    assert len(pdf.get_toc()) == len(each)  # one bookmark each


def test_the_same_values_give_the_same_bytes(receipt: Receipt) -> None:
    assert render([receipt], form_set=NEW) == render([receipt], form_set=NEW)


def test_nothing_chosen_is_refused() -> None:
    with pytest.raises(Refused) as no:
        render([], form_set=NEW)

    assert no.value.code == "documents.none"


def test_a_moment_without_its_zone_is_a_bug(receipt: Receipt) -> None:
    naive = receipt.received_at.replace(tzinfo=None)

    with pytest.raises(ValueError, match="time zone"):
        render(replace(receipt, received_at=naive), form_set=NEW)


def test_the_book_repeats_its_head_and_counts_its_pages(register: Register, read: Read) -> None:
    pages = read(register)

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert "Mã hồ sơ" in page
        assert f"Trang {number}/{len(pages)}" in page
    assert "Sổ theo dõi hồ sơ. Quyển số 01/2026" in pages[1]
    assert "Cộng: 60 dòng." in pages[-1]
    assert all(f"H99.16-261125-{n:04}" in " ".join(pages) for n in range(1, 61))


def test_pages_are_counted_for_each_paper_alone(receipt: Receipt, register: Register, read: Read) -> None:
    pages = read(receipt, register, receipt)

    assert f"Trang 1/{len(pages) - 2}" in pages[1]
    assert "Trang" not in pages[-1]  # one page needs no count


def test_an_empty_book_says_so(register: Register, read: Read) -> None:
    (page,) = read(replace(register, rows=()))

    assert "Không có hồ sơ nào trong thời gian này." in page


def test_the_control_slip_has_a_block_for_each_passing(read: Read, control: Control) -> None:
    (page,) = read(control)

    assert "Hẹn trả: 17 giờ 00, thứ Hai 30/11/2026" in page
    for said in ("Vũ Văn Cau", "Phạm Văn Trầu", "Đúng hạn", "Trước hạn", "10:12 25/11/2026", "đủ điều kiện"):
        assert said in page


def test_a_new_appointment_never_hides_the_first(control: Control, apology: Form, read: Read) -> None:
    moved = replace(control, new_due_at=date(2026, 12, 2))

    for page in read(moved, apology):
        assert "thứ Tư 02/12/2026" in page
        assert "Hẹn đầu: 17 giờ 00, thứ Hai 30/11/2026" in page


def test_dossiers_and_results_change_hands(hand_over: HandOver, read: Read) -> None:
    dossiers = " ".join(read(hand_over))
    results = " ".join(read(replace(hand_over, results=True)))

    assert "DANH SÁCH BÀN GIAO HỒ SƠ" in dossiers
    assert "Cộng: 30 hồ sơ." in dossiers
    assert "PHIẾU BÀN GIAO KẾT QUẢ" in results
    assert "phí 36.000 đồng" in results
    assert "gửi bưu chính; phí 36.000 đồng" in results


def test_the_report_prints_both_rates_with_what_they_divide(report: ReportII06a, read: Read) -> None:
    (page,) = read(report)

    assert "Đúng hạn theo Quyết định 766: 95,89 % (1.283/1.338 hồ sơ)" in page
    assert "Đúng hạn trên số đã giải quyết: 95,86 % (1.228/1.281 hồ sơ)" in page
    assert "1.281 = 1.226 + 2 + 53" in page
    assert "Tổng số 1.338 1.262 76 0 1.281 1.226 2 53 57 55 2" in page
    assert "KHÔNG KHỚP" not in page
    assert "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13)" in page


def test_a_sum_that_fails_is_printed_as_failing(report: ReportII06a, read: Read) -> None:
    wrong = replace(report.proofs[1], text="1.226 + 2 + 56 = 1.284, không phải 1.281: lệch 3", holds=False)
    (page,) = read(replace(report, proofs=(wrong,)))

    assert "lệch 3 – KHÔNG KHỚP" in page


def test_a_rate_over_nothing_is_words(report: ReportII06a) -> None:
    assert replace(report.rates[0], numerator=0, denominator=0).printed == "không có hồ sơ"


def test_the_fee_is_added_and_written_out(each: tuple[Form, ...], read: Read) -> None:
    (page,) = read(next(form for form in each if form.KIND == "fee_receipt"))

    assert "Đã thu: 44.000 đồng" in page
    assert "Bằng chữ: bốn mươi bốn nghìn đồng" in page


def test_blocks_grow_with_the_passings(control: Control, read: Read) -> None:
    many = tuple(Passing(giver=f"Người giao {n}", receiver=f"Người nhận {n}") for n in range(1, 41))
    pages = read(replace(control, passings=many))

    assert len(pages) > 1
    assert "Phiếu kiểm soát H99.16-261125-0019" in pages[1]
    assert "Người nhận 40" in pages[-1]


def test_the_compiler_is_made_once() -> None:
    assert queries._compiler() is queries._compiler()
