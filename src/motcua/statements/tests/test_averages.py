"""Averages, and what they are of."""

from decimal import Decimal

import pytest

from motcua.statements.signs.numerals import Hedge, spot
from motcua.statements.tests.failing import failing_values


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("Trong 26 ngày, bến phà chở 1.482 chuyến, bình quân {} chuyến/ngày.", "57", "75"),
        ("Đội có 14 công nhân, vá 392 ổ gà, bình quân mỗi người {} ổ gà.", "28", "82"),
        ("Thu 1.365.000 đồng của 91 hộ, trung bình {} đồng một hộ.", "15.000", "51.000"),
        ("Cả trường mượn 1.036 cuốn; trường có 12 lớp, trung bình mỗi lớp mượn {} cuốn.", "86,3", "83,6"),
        ("Cả trường có 342 em; bình quân mỗi giáo viên chủ nhiệm {} em (9 giáo viên).", "38", "83"),
        ("In 26 days the ferry made 1,482 trips, an average of {} trips per day.", "57", "75"),
    ],
)
def test_all_there_is_by_how_many_share_it(text: str, right: str, others: str) -> None:
    assert failing_values(text.format(right)) == []
    read = Decimal(others.replace(".", "").replace(",", "."))
    assert [read in values for values in failing_values(text.format(others))] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Trong 26 ngày, bến phà chở 1.482 chuyến, bình quân 60 lượt khách/chuyến.",  # of something else
        "Bình quân mỗi ngày 65 chuyến, riêng thứ Hai trên 90 chuyến; 20 ngày làm việc thì 13 ngày đã chạy 598 chuyến.",
        "Đội có 14 công nhân, vá 392 ổ gà, bình quân mỗi người gần 30 ổ gà.",
        "Chi 3 triệu đồng cho 9 em, bình quân mỗi em 0,3 triệu đồng.",
    ],
)
def test_other_averages(text: str) -> None:
    assert failing_values(text) == []


def test_an_average_is_no_amount() -> None:
    assert next(one.hedge for one in spot("Bình quân mỗi tổ 12 hộ, tổ ít nhất 9 hộ")) is Hedge.ABOUT
    assert {one.hedge for one in spot("Xếp loại khá 24 em, trung bình 12 em, yếu 3 em")} == {Hedge.EXACT}
    most = "Tuần này 265 lượt, bình quân 53 lượt/ngày; đông nhất 81 lượt. Cộng cả tổ 45 buổi trực."
    assert failing_values(most) == []
