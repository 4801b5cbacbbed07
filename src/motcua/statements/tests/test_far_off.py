"""What only the place of its words suggests and what is missed by far is more likely misread than wrong."""

import pytest

from motcua.statements.tests.failing import fails, wrong

_CLANS = "Toàn xã có 16.400 hộ, trong đó có 762 dòng họ (tỷ lệ {}%) hiếu học."


def test_a_rate_near_its_whole_is_wrong_and_one_far_from_it_of_something_else() -> None:
    assert not fails(_CLANS.format("4,65"))
    assert wrong(_CLANS.format("4,9"))
    assert not fails(_CLANS.format("89"))


def test_a_rate_far_off_is_wrong_where_the_text_says_of_what_it_is() -> None:
    text = "Xã có 3.412 hộ. Trong 128 hộ nghèo có 48 hộ không còn sức lao động, chiếm {}% tổng số hộ nghèo."
    assert not fails(text.format("37,5"))
    assert wrong(text.format("1,4"))


def test_a_rate_far_off_is_wrong_where_others_of_its_whole_are_right() -> None:
    text = (
        "Toàn xã có 820 hộ: 123 hộ cần sửa nhà, chiếm {}%; 82 hộ thiếu nước, chiếm 10,0%; 41 hộ thiếu đất, chiếm 5,0%."
    )
    assert not fails(text.format("15,0"))
    assert wrong(text.format("64,3"))


def test_a_rate_of_all_others_is_wrong() -> None:
    text = "Tổ nhận 26 đơn, 4 đơn phải trả lại, tức {}%."
    assert not fails(text.format("15,4"))
    assert wrong(text.format("84,6"))


@pytest.mark.parametrize(
    "text",
    [
        "Nhận 20.096 hồ sơ, trong đó có 981 hồ sơ qua bưu chính (đạt 57,71%).",
        "Huyện có 12 hợp tác xã loại khá (16,2%), 5 hợp tác xã loại trung bình (6,8%), 8 hợp tác xã mới lập (10,8%).",
        "The council received 45 large applications; 95.6% were decided within the 13 week timescale (97.6% before).",
        "Đã cấp chữ ký số cho 100% cơ quan (cấp tỉnh 38, cấp huyện 112, cấp xã 164).",
        "Thụ lý 529 vụ, tăng 59 vụ so với năm trước, đã giải quyết 515 vụ.",
        "Phân bổ điểm: Ba Khe: 02 điểm; Tân Lập: 02 điểm; Hòa Sơn: 03 điểm.",
    ],
)
def test_what_is_told_of_nothing_in_the_text(text: str) -> None:
    assert not fails(text)


def test_in_a_table_the_lines_say_what_belongs_together() -> None:
    head = "Xã | Nhận | Trực tuyến | Tỷ lệ trực tuyến (%)"
    text = f"{head}\nĐông | 640 | 560 | 87,5\nTây | 480 | 360 | 75,0\nNam | 300 | 240 | {{}}"
    assert not fails(text.format("80,0"))
    assert wrong(text.format("30,0"))
