"""Rates that say in the text's own words whose share of what they are."""

from decimal import Decimal

import pytest

from motcua.statements.tests.test_crossed import wrong


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        (
            (
                "Niêm yết 342 thủ tục, gồm 214 thủ tục trực tuyến (toàn trình 96, một phần 118), 128 thủ tục chỉ cho "
                "xem. Tỷ lệ toàn trình trên tổng số thủ tục niêm yết đạt {}%."
            ),
            "28,07",
            "44,86",
        ),
        (
            "Trại nhận 88 con giống, gồm 77 vịt và 11 ngan; đã bán 80 con. Tỷ lệ vịt trên tổng số con nhận là {}%.",
            "87,5",
            "96,3",
        ),
        (
            "Of 160 boats inspected, 120 were licensed. The share of licensed boats out of those inspected was {} %.",
            "75.0",
            "57.0",
        ),
    ],
)
def test_the_share_that_it_says(text, right, others):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(others)) == [Decimal(others.replace(",", "."))]


@pytest.mark.parametrize(
    "text",
    [
        "Trại nhận 88 con giống, gồm 77 vịt và 11 ngan; đã bán 80 con. Tỷ lệ vịt khỏe trên tổng số con bán là 61,2%.",
        "Trại nhận 88 con giống, gồm 77 vịt và 11 ngan; đã bán 80 con. Tỷ lệ bán trong số nuôi từ năm ngoái là 87,5%.",
    ],
)
def test_a_share_of_what_is_not_told(text):
    assert wrong(text) == []
