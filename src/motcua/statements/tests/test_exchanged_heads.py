"""Heads of two lines that changed places, months told before their quarter, and what is split twice."""

import pytest

from motcua.statements.tests.failing import wrong

LINES = (
    "Hội mua sắm trong năm.\n"
    "a) Phòng đọc {} cuốn. Gồm: truyện 210 cuốn, sách nghề 94 cuốn, từ điển 33 cuốn.\n"
    "b) Phòng mượn {} cuốn. Gồm: truyện 305 cuốn, sách nghề 122 cuốn, từ điển 48 cuốn.\n"
)


def test_two_heads_with_each_others_count_changed_places() -> None:
    """Each is what the parts of the other come to."""
    assert len(wrong(LINES.format(475, 337))) > 1
    assert not wrong(LINES.format(337, 475))


@pytest.mark.parametrize(
    "text",
    [
        "Tổ Một 41 người. Gồm: thợ xây 25, thợ nề 20.\nTổ Hai 45 người. Có mặt: sáng 25, chiều 15.\n",
        "Bàn 12 cái. Ghế mây 8, ghế nhựa 7.\nTủ 15 cái. Kệ sắt 7, kệ gỗ 5.\nHết.\n",
    ],
)
def test_heads_that_only_one_line_speaks_for_or_small_ones_are_let_be(text: str) -> None:
    """Small numbers meet by chance."""
    assert not any("12" in why and "15" in why for why in wrong(text))
    assert len(wrong(text)) < 2


def test_a_quarter_after_its_months_by_the_verb_that_leads_them() -> None:
    """The verb of the text itself joins them; a part may be longer than the whole by a digit."""
    text = "Trạm y tế báo: tháng 1 khám 64 cụ, tháng 2 khám 51 cụ, tháng 3 khám {} cụ. Cả quý khám 190 cụ."
    assert wrong(text.format(755))
    assert not wrong(text.format(75))


def test_what_was_spent_in_the_quarter_is_no_sum_of_what_came_in() -> None:
    """Another verb leads it."""
    assert not wrong("Tháng 1 thu 64 triệu, tháng 2 thu 51 triệu, tháng 3 thu 75 triệu. Cả quý chi 191 triệu.")


def test_a_second_split_of_what_the_sentence_before_splits() -> None:
    """The whole stands in another paragraph; the first split comes to it."""
    text = (
        "Thư viện có 1.260 bạn đọc.\n\nTheo tuổi: thiếu nhi 640 người, người lớn 415 người, người già 205 người. "
        "Theo nơi ở: khu Đông 530 người, khu Tây 418 người, khu Nam {} người.\n"
    )
    text = text.replace("1.260 bạn đọc", "1.260 người")
    assert wrong(text.format(322))
    assert not wrong(text.format(312))


def test_each_gets_so_much_of_all_and_not_of_those_told_last() -> None:
    """A product is right of an earlier count of the same noun."""
    text = (
        "Xóm được 120 phần. Đã phát 108 phần, 12 phần để lại cho người vắng.\n\n"
        "Mỗi phần 250.000 đồng, tổng 30.000.000 đồng."
    )
    assert not wrong(text)


def test_a_second_list_may_tell_its_names_in_short() -> None:
    """The verbs of the first and the kind of place are left out."""
    text = (
        "Chi hội Làng Chài nộp 41,5 triệu đồng, chi hội Bến Đò nộp 38,2 triệu đồng, chi hội Gò Muối nộp 26,7 triệu "
        "đồng.\n\nDanh sách kèm theo\nLàng Chài: 41,5\nBến Đò: {}\nGò Muối: 26,7\n"
    )
    assert wrong(text.format("32,8"))
    assert not wrong(text.format("38,2"))
