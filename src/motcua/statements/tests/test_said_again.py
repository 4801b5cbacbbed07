"""What a text tells twice: in two lists of the same names, or in a sentence that sums it up."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.telling.report import report
from motcua.statements.tests.failing import wrong

PLACES = "Toàn trường có 1.204 học sinh: khối Sáu 318 em, khối Bảy 294 em, khối Tám 301 em, khối Chín 291 em.\n\n"
CONCLUDED = (
    "Hội có 736 người, gồm 412 người nữ và 324 người nam; quỹ giúp được 158 lượt vay.\n\n"
    "Trong năm mở 14 lớp nghề.\n\n"
    "Tóm lại, 736 người đoàn kết, 158 lượt vay đúng mục đích; {} người nam góp công làm đường.\n"
)


def test_two_names_that_changed_places_in_the_second_list_are_found() -> None:
    """The other names, which agree, show that both lists tell the same."""
    text = PLACES + "Số em dự lễ:\n- Khối Sáu: 294 em\n- Khối Bảy: 318 em\n- Khối Tám: 301 em\n- Khối Chín: 291 em\n"
    assert wrong(text)


def test_one_slip_in_a_second_list_of_the_same_names_is_found() -> None:
    """Two that agree beside it are enough."""
    text = PLACES + "Phát áo:\n- Khối Sáu: 318 em\n- Khối Bảy: 249 em\n- Khối Tám: 301 em\n- Khối Chín: 291 em\n"
    assert wrong(text)


@pytest.mark.parametrize(
    "second",
    [
        "Bán trú:\n- Khối Sáu: 118 em\n- Khối Bảy: 94 em\n- Khối Tám: 101 em\n- Khối Chín: 91 em\n",
        "Đi tham quan:\n- Khối Sáu: 318 em\n- Khối Bảy: 249 em\n- Khối Tám: 260 em\n- Khối Chín: 291 em\n",
        "Phát áo:\n- Khối Sáu: 318 áo\n- Khối Bảy: 249 áo\n- Khối Tám: 301 áo\n- Khối Chín: 291 áo\n",
        "Năm ngoái khối Sáu 318 em, khối Bảy 249 em, khối Tám 301 em.\n",
    ],
)
def test_lists_of_the_same_names_that_count_something_else_are_let_be(second: str) -> None:
    """Most differ, another noun is counted, or it was another year."""
    assert not wrong(PLACES + second)


def test_a_conclusion_that_repeats_other_figures_shows_the_slip_in_one() -> None:
    """Two figures are repeated with their nouns, the third has two digits exchanged."""
    assert wrong(CONCLUDED.format(342))
    assert not wrong(CONCLUDED.format(324))


@pytest.mark.parametrize(
    "last",
    [
        "Tóm lại, 736 người đoàn kết; thôn Hạ góp 342 người làm đường.",
        "Năm tới phấn đấu từ 736 người lên 763 người.",
        "Tóm lại, 736 người đoàn kết; dịp hè có thêm 18 người, thành 342 người biết bơi.",
    ],
)
def test_figures_of_other_places_plans_and_changes_tell_nothing_again(last: str) -> None:
    """They say of what else they are, or a count beside them is the difference."""
    text = "Hội có 736 người, gồm 412 người nữ và 324 người nam.\n\nTrong năm mở 14 lớp nghề.\n\n"
    assert not wrong(text + last)


def test_a_list_that_goes_on_with_the_number_of_a_name_is_no_mistake() -> None:
    """Read as a count the number completes the list; with any other number it does not."""
    text = "Tham gia có 53 người: công an 24, dân quân 20, trưởng khu phố 9."
    assert all(one.verdict is not Verdict.INCONSISTENT for one in check(text).checks)


def test_what_each_gets_is_no_part_of_the_total() -> None:
    """Only the products are added up."""
    text = (
        "Sửa 15 giếng, mỗi giếng 4 triệu đồng, hết 60 triệu đồng; đào mới 8 giếng, mỗi giếng 20 triệu đồng, hết 160 "
        "triệu đồng. Tổng kinh phí 220 triệu đồng."
    )
    assert not wrong(text)


def test_the_exchange_is_undone_where_the_rates_are_wrong() -> None:
    """Of two lists that differ the one is wrong whose rates are not of the counts beside them."""
    text = (
        "Xã có 953 hộ: xóm Lau 214 hộ, xóm Sậy 341 hộ, xóm Cói 398 hộ.\n\n"
        "- Xóm Lau: 341 hộ, trong đó 30 hộ dùng nước máy, chiếm 14,0%;\n"
        "- Xóm Sậy: 214 hộ, trong đó 66 hộ dùng nước máy, chiếm 19,4%;\n"
        "- Xóm Cói: 398 hộ, trong đó 80 hộ dùng nước máy, chiếm 20,1%.\n"
    )
    said = report(check(text)).wrong
    assert said
    assert all(one.told for one in said)
    assert {entry for one in said for entry, _, _ in one.mends[0].changes} == {4, 7}


def test_a_share_of_the_number_handed_in_is_of_that() -> None:
    """The bracket says of what the rate is, whatever else it would be right of."""
    text = (
        "Tổng hồ sơ 800; nộp trực tuyến 640 hồ sơ, bằng 80,0%, trong đó toàn trình 480 hồ sơ "
        "(60,0% số nộp trực tuyến) và một phần 160 hồ sơ (25,0% số nộp trực tuyến)."
    )
    assert wrong(text)
