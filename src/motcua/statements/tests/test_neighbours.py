"""A count and those right behind it that no word calls its parts: said only when one slip brings them to agree."""

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import report


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Cả đợt trồng 1.240 cây, ven đê 830 cây, sân trường 401 cây.", "1.231"),
        ("Ban quản lý chợ đếm 412 sạp; khu rau 208 sạp, khu cá 214 sạp.", "422"),
        ("Xã phát 364 chiếc áo mưa. Học sinh nhận 221 chiếc, cán bộ thôn nhận 149 chiếc.", "370"),
        ("The library lent 1,150 books, adults took 702 books, children 478.", "1.180"),
    ],
)
def test_one_slip_away(text, right):
    wrong = report(check(text)).wrong
    assert wrong
    assert right in wrong[0].why


@pytest.mark.parametrize(
    "text",
    [
        "Cả đợt trồng 1.240 cây, ven đê 830 cây, sân trường 410 cây.",  # they agree
        "Cả đợt trồng 1.240 cây, ven đê 530 cây, sân trường 401 cây.",  # far from it
        "Cả đợt trồng 1.240 cây, chủ yếu ven đê 830 cây, sân trường 401 cây.",  # an open list
        "Cả đợt trồng 1.240 cây, 830 người tham gia, 401 lượt xe.",  # of different kinds
        "Đội nhặt 24 túi rác, ven đê 13 túi, sân trường 10 túi.",  # small counts are near by chance
        "Of the 1,150 books, 530 books were also on loan in May, 611 in June.",  # counted twice
        "Trong hai tháng 7 và 8, tiếp 613 lượt, tháng 7 là 305 lượt, tháng 8 là 308 lượt.",
    ],
)
def test_silent(text):
    assert not report(check(text)).wrong
