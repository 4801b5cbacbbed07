"""Rates of two that the text tells apart by name."""

from decimal import Decimal

import pytest

from motcua.statements.tests.failing import failing_rates

_TIMES = "Đợt 1 mời 250 hộ học nghề, 200 hộ đến. Đợt 2 mời 240 hộ, 210 hộ đến. "
_HERDS = "Thôn Hạ có 320 con trâu, đã tiêm 288 con; thôn Thượng có 180 con, đã tiêm 153 con. "
_YEARS = "Last year 640 people answered and 544 were content; this year 720 answered and 648 were content. "
_MARKETS = (
    "Phát 900 phiếu (chợ Bến 500 phiếu, chợ Cầu 400 phiếu). Thu về 760 phiếu, gồm 420 phiếu ở chợ Bến, đạt 84,0%, "
)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (_TIMES + "Vậy tỷ lệ đến của đợt 1 là {}%, của đợt 2 là {}%.", "80,0", "87,5"),
        (_HERDS + "Thôn Hạ đạt {}%, thôn Thượng đạt {}%.", "90,0", "85,0"),
        (_YEARS + "The share of content people was {}% last year and {}% this year.", "85.0", "90.0"),
        ("Trả 740 bản, gồm 481 bản giấy, 259 bản điện tử. Bản giấy chiếm {}%, bản điện tử {}%.", "65,0", "35,0"),
        ("Có 860 cây: 516 cây keo, chiếm, tính trên tổng số, {}%; 344 cây thông, chiếm {}%.", "60,0", "40,0"),
    ],
)
def test_two_that_changed_places(text, one, other):
    assert failing_rates(text.format(one, other)) == []
    assert {*failing_rates(text.format(other, one))} == {Decimal(rate.replace(",", ".")) for rate in (one, other)}


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        (_MARKETS + "và 340 phiếu ở chợ Cầu, đạt {}%.", "85,0", "68,0"),
        (
            (
                "Lớp đêm có 40 người, lớp ngày có 50 người. Thi đỗ: lớp đêm 34 người, đạt {}%; lớp ngày 43 người, đạt "
                "86,0%."
            ),
            "85,0",
            "68,0",
        ),
        ("Mời 60 hộ ven sông, 80 hộ ven chợ. Đến họp 51 hộ sông ({}%) và 68 hộ chợ (85,0%).", "85,0", "63,8"),
    ],
)
def test_of_the_whole_of_the_other(text, right, others):
    assert failing_rates(text.format(right)) == []
    assert failing_rates(text.format(others)) == [Decimal(others.replace(",", "."))]


@pytest.mark.parametrize(
    "text",
    [
        _TIMES + "Tỷ lệ đến của đợt 2 là 87,5%, của đợt 1 là 80,0%.",
        _HERDS + "Thôn Hạ thiếu 1,5% vắc xin, thôn Thượng thiếu 2,1%.",
        "Xã nhận 500 đơn, qua mạng 400 đơn. Đúng hạn qua mạng 380 đơn (76,0%), đơn giấy 90 (18,0%).",
        # "trong đó" says of what it is, though what was sent bears the same name
        (
            "Phát 160 phiếu hỏi về mức độ hài lòng, thu về 125 phiếu (78,1%); trong đó 110 phiếu rất hài lòng và hài "
            "lòng (88,0%), 15 phiếu bình thường (12,0%)."
        ),
        "Phát 900 phiếu (chợ Bến 500, chợ Cầu 400). Thu về 760 phiếu: chợ Bến 420, chiếm 55,3%, chợ Cầu 340, 44,7%.",
    ],
)
def test_rates_that_are_right_or_of_nothing_told(text):
    assert failing_rates(text) == []
