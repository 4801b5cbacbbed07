"""Growth that is reckoned from the later count."""

from decimal import Decimal

import pytest

from motcua.statements.tests.failing import failing_rates


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("Năm ngoái đàn trâu 640 con thì năm nay đã 800 con, nhiều hơn 160 con, nghĩa là tăng {}%.", "25,0", "20,0"),
        ("Xe đạp năm 2025: 1.480; năm 2024: 1.850; giảm 370 chiếc, tức giảm {}% so với năm 2024.", "20,0", "25,0"),
        ("The library lent 920 books, against 736 a year ago; that is 184 more, up {}%.", "25.0", "20.0"),
    ],
)
def test_it_is_of_the_earlier_count(text, right, others):
    assert failing_rates(text.format(right)) == []
    assert failing_rates(text.format(others)) == [Decimal(others.replace(",", "."))]


@pytest.mark.parametrize(
    "text",
    [
        "Trồng 800 cây: keo 640 cây, lim 160 cây; lim chiếm 20,0%.",
        "Tổ 1 có 800 hộ, tổ 2 có 640 hộ, hơn tổ 2 là 160 hộ; hộ nghèo chiếm 20,0%.",
    ],
)
def test_a_share_is_no_growth(text):
    assert failing_rates(text) == []
