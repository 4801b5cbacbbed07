"""Changes told beside what was before, in a bracket or behind a stroke."""

import pytest

from motcua.statements.tests.failing import fails, wrong


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("Đánh bắt 8.214 tấn (2023: 7.640 tấn), tăng {}%; giá bán 42.000 đồng.", "7,51", "5,71"),
        ("Tích lũy 871 ca, cao hơn cùng kỳ (625 ca) {} ca.", "246", "264"),
        ("Tích lũy 871 ca, cao hơn cùng kỳ (625 ca) 246 ca, tương đương {}%.", "39,4", "34,9"),
        ("Xảy ra 94 vụ (năm trước 112 vụ), giảm {} vụ.", "18", "81"),
        ("So với cùng kỳ giảm 18 vụ (94/112, -{}%).", "16,07", "19,15"),
        ("Số người bị thương có khác (41/37, tăng {}%).", "10,8", "18,8"),
    ],
)
def test_a_change_is_of_what_stands_in_the_bracket(text: str, right: str, others: str) -> None:
    assert not fails(text.format(right))
    assert wrong(text.format(others))


@pytest.mark.parametrize(
    "text",
    [
        "Đánh bắt 8.214 tấn (nuôi 3.210 tấn), tăng 7,51% so với năm trước.",  # no period in the bracket
        "Thu 186 tỷ đồng (năm 2023: khoảng 150 tỷ đồng), tăng 15,1%.",  # about
        "Hoàn thành 14/16 việc, tăng 15,2%.",  # so many of all
        "Có 41/37 hộ đăng ký, chủ yếu ở ấp Bắc, tăng 18,8% so với năm 2020.",  # of something else
    ],
)
def test_of_something_else(text: str) -> None:
    assert not fails(text)
