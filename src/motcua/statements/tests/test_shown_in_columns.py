"""Columns that their own numbers explain: running totals, shares of a total of a hundred, plans and results."""

import pytest

from motcua.statements.tests.test_changed_places import table, told

_WEEKS = "tuan;nhap;luy_ke_nhap;xuat;luy_ke_xuat\n1;64;64;39;39\n2;71;135;58;97\n3;{};198;46;{}\n4;57;255;70;213\n"
_PAID = ("Cách nhận | Người | Tỷ lệ người (%)", "Thẻ | 564 | 92,8", "Tiền mặt | {} | {}", "Tổng | 608 | 100")
_SURVEY = ("Ý kiến | Phiếu | Tỷ lệ", "Nên | 27 | 45%", "Không | 21 | {}", "Khác | 12 | 20%")
_PLAN = (
    "Việc | Kế hoạch năm 2026 | Thực hiện 10 tháng | So với kế hoạch (%)\n"
    "Trồng cây | 800 | 760 | 95\nTập huấn | 16 | 20 | 125\nThăm hỏi | 150 | 132 | {}\nHọp dân | 40 | 36 | 90\n"
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
        "qua mạng 79 | tại quầy 61\nqua mạng 88 | tại quầy 52",  # the words of a slide
    ],
)
def test_no_alarm(text: str) -> None:
    assert not told(text)
