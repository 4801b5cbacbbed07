"""Lines that each tell several things, under a count that is said to be of just so many."""

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import report

ROOMS = (
    "Cả {} ca mổ do ba khoa làm. Chi tiết:\n"
    "Khoa Ngoại mổ 145 ca, khỏi 131, chuyển 14.\n"
    "Khoa Sản mổ 92 ca, khỏi 90, chuyển 2.\n"
    "Khoa Mắt mổ 68 ca, khỏi 68.\n"
)


def _wrong(text: str) -> list[str]:
    return [one.why for one in report(check(text)).wrong]


def test_as_many_lines_as_the_text_says_are_all_of_the_count_before_them() -> None:
    """Only the first count of each line is a part."""
    assert _wrong(ROOMS.format(325))
    assert not _wrong(ROOMS.format(305))


@pytest.mark.parametrize(
    "text",
    [
        ROOMS.format(325).replace("ba khoa", "sáu khoa"),
        ROOMS.format(325).replace("Chi tiết", "Chủ yếu"),
        ROOMS.format(325).replace("92 ca", "92 mẹ con"),
        ROOMS.format(925),
    ],
)
def test_other_lists_of_lines_are_let_be(text: str) -> None:
    """More of them are there, the list is open, another noun is counted, or they come nowhere near."""
    assert not _wrong(text)


def test_what_a_sentence_leaves_of_its_own_count_is_no_rest_of_the_line_before() -> None:
    """Each line has its own whole."""
    text = (
        "Đội A nhận 37 xe, sửa xong 33, đang làm 4.\nĐội B nhận 29 xe, sửa xong 28, đang làm 1.\n"
        "Đội C nhận 23 xe, sửa xong 19, đang làm 4."
    )
    assert not _wrong(text)
