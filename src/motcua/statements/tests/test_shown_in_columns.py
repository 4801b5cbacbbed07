"""Columns that their own numbers explain: running totals, shares of a total of a hundred, plans and results."""

import pytest

from motcua.statements.tests.failing import fails
from motcua.statements.tests.test_changed_places import table, told

_WEEKS = "tuan;nhap;luy_ke_nhap;xuat;luy_ke_xuat\n1;64;64;39;39\n2;71;135;58;97\n3;{};198;46;{}\n4;57;255;70;213\n"
_PAID = ("Cách nhận | Người | Tỷ lệ người (%)", "Thẻ | 564 | 92,8", "Tiền mặt | {} | {}", "Tổng | 608 | 100")
_SURVEY = ("Ý kiến | Phiếu | Tỷ lệ", "Nên | 27 | 45%", "Không | 21 | {}", "Khác | 12 | 20%")
_PLAN = (
    "Việc | Kế hoạch năm 2026 | Thực hiện 10 tháng | So với kế hoạch (%)\n"
    "Trồng cây | 800 | 760 | 95\nTập huấn | 16 | 20 | 125\nThăm hỏi | 150 | 132 | {}\nHọp dân | 40 | 36 | 90\n"
)
_FIELDS = table(
    "Thửa | Cây | ha", "Đông | 82 | 1,4", "Tây | 67 | {}", "Nam | 95 | 3,3", "Bắc | 58 | 2,6", "Hết | 302 | 9,8"
)
_OUTLINE = (
    "STT\tViệc\tSố việc\nA\tTiếp nhận\t1.307\nI\tTư pháp\t{}\n1\tChứng thực\t523\n2\tHộ tịch\t351\n"
    "II\tĐất đai\t433\n1\tTách thửa\t288\n2\tCấp đổi\t{}\nB\tĐã giải quyết\t1.120\nC\tĐang giải quyết\t187\n"
)
_MONTHS = table("Việc | Tháng 4 | Tháng 5 | Tháng 6 | Cộng", "Hòa giải | 6 | {} | 7 | 16", "Tập huấn | 1 | 2 | 4 | 7")
_FILLED = table(
    "Nhà trẻ | Chỗ | Đang gửi | Lấp đầy (%)", "Sao | 75 | 60 | 80", "Trăng | 60 | 39 | {}", "Mây | 40 | 34 | {}"
)
_REASONS = table("Lý do | Lần | Tỷ lệ", "Mưa | 60 | 50,0%", "Gió | 36 | 30,0%", "Sét | 18 | 15,0%", "{} | 120 | 100%")
_MORE_OR_LESS = table(
    "Đò | Năm trước | Năm nay | Chênh lệch",
    "Ván | 910 | 1.130 | +220",
    "Trẹm | 870 | 710 | {}",
    "Hết | 1.780 | 1.840 | +60",
)
_BY_SEX = table(
    "Nhóm | Người", "1. Ấp Trên | 214", "- Nam | 103", "- Nữ | {}", "2. Ấp Dưới | 187", "- Nam | 95", "- Nữ | 92"
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (_WEEKS.format(36, 143), {("36", "63")}),
        (_WEEKS.format(63, 134), {("134", "143")}),
        (table(*_PAID).format(44, "2,7"), {("2.7", "7.2")}),
        (table(*_PAID).format(41, "7,2"), {("41", "44")}),
        ("Lấy ý kiến 60 hộ\n" + table(*_SURVEY).format("53%"), {("53", "35")}),
        (_PLAN.format("88").replace("760", "670"), {("670", "760")}),
        (_FIELDS.format("5,2"), set()),
        (_REASONS.format("Cộng"), set[tuple[str, str]]()),
        (_MORE_OR_LESS.format("-150"), {("-150", "-160")}),
        (_OUTLINE.format(847, 145), {("847", "874")}),
        (_OUTLINE.format(874, 154), {("154", "145")}),
        (_MONTHS.format(9), set()),
        (_BY_SEX.format(117), set()),
        (_FILLED.format(67, 85), {("67", "65")}),
    ],
)
def test_fails(text: str, right: set[tuple[str, str]]) -> None:
    assert frozenset(right) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        _WEEKS.format(63, 143),
        _WEEKS.format(63, 143).replace("198", "193").replace("255", "250") + "Lũy kế đã trừ 5 bao hỏng.\n",
        table(*_PAID).format(44, "7,3"),  # one off, so that all make a hundred
        "Năm ngoái hỏi 80 hộ\n" + table(*_SURVEY).format("35%"),
        _PLAN.format("88"),
        _REASONS.format("Tổng số lần hỏng"),  # some reasons may have no line
        _FIELDS.format("2,5"),
        table("Ấp | Hộ | Mức nước", "Đông | 82 | 1,4", "Tây | 67 | 2,5", "Nam | 95 | 3,3", "Bắc | 58 | 2,6"),
        _OUTLINE.format(874, 145),
        _OUTLINE.format(874, 61),  # only some of what is told in "II"
        _MONTHS.format(3),
        _MONTHS.format(3) + "\n| Nhiệt độ | 30 | 31 | 29 | 30 |",
        _MONTHS.format(3) + "\n| Số cộng tác viên bình quân | 3 | 3 | 3 | 3 |",
        table("Đơn vị | Nhận", "P. Mai | 310", "X. Sim | 205", "Đo đạc | 120", "Tách thửa | 58"),  # "X." is a commune
        _FILLED.format(65, 85),
        _FILLED.format(72, 90),  # one rate agrees by chance
        _BY_SEX.format(111),
        _BY_SEX.format(111).replace("- Nữ", "- Trẻ em"),
        table(
            "Vùng | Tấn | Tạ/ha | Hơn vụ trước",
            "Đồng | 61 | 54,5 | -1,3",
            "Gò | 48 | 58,2 | +0,4",
            "Hết | 109 | 56,1 | +0,3",
        ),
        "qua mạng 79 | tại quầy 61\nqua mạng 88 | tại quầy 52",  # the words of a slide
    ],
)
def test_no_alarm(text: str) -> None:
    assert not told(text)


_LATE = """| Phường | Phải trả | Trước hạn | Đúng hạn | Quá hạn | Đang làm | Tỷ lệ đúng, trước hạn/đã trả (%) |
|---|---|---|---|---|---|---|
| Hoa Sim | 2.604 | 1.870 | 652 | 14 | 68 | 99,45 |
| Cỏ May | 3.118 | 2.245 | 790 | 9 | 74 | {} |
| Lau Trắng | 4.022 | 3.106 | 811 | 21 | 84 | 99,47 |
| Sen Hồ | 1.745 | 1.204 | 498 | 6 | 37 | 99,65 |
| Bèo Dâu | 2.390 | 1.688 | 640 | 11 | 51 | 99,53 |
"""


def test_a_rate_of_what_three_columns_come_to() -> None:
    assert not fails(_LATE.format("99,70"))
    assert fails(_LATE.format("97,90"))


def test_what_begins_with_nothing_is_not_left_over_from_row_to_row() -> None:
    rows = ((402, 402, 398, 398, 0, 4), (1150, 1150, 1150, 1150, 0, 0), (133, 133, 109, 101, 8, 24))
    rows += ((47, 47, 42, 41, 1, 5), (88, 88, 83, 83, 0, 5), (65, 65, 63, 62, 1, 2))
    head = "| Field | Due | Received | Settled | On time | Late | Pending |\n|---|---|---|---|---|---|---|\n"
    names = ("Civil status", "Certification", "Land", "Construction", "Protection", "Business")
    lines = (f"| {name} | {' | '.join(map(str, row))} |" for name, row in zip(names, rows, strict=True))
    assert not fails(head + "\n".join(lines))
