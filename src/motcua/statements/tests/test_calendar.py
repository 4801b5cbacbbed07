"""Counts of periods that fill a longer one in sentences, and those that are no such counts."""

import pytest

from motcua.statements.checking import Verdict, check

TRUE = (
    "Tồn quý I 40 đơn, tồn quý II 51 đơn, tồn sáu tháng đầu năm 51 đơn.",
    "Quý I mượn 410 cuốn, trả 380 cuốn; quý II mượn 395 cuốn, trả 402 cuốn; sáu tháng đầu năm mượn 805, trả 782 cuốn.",
    "Tháng 1 bình quân mỗi ngày 12 lượt, tháng 2 14 lượt, tháng 3 13 lượt; quý I 1.105 lượt.",
    "Quý I khám 310 người, quý II khám 298 người. Cả năm dự kiến khám 1.500 người.",
    "Quý III tiêm 77 con chó, 41 con mèo; tháng 7 tiêm 30 con chó, tháng 8 tiêm 19 con chó.",
    "Quý I/2024 cấp 118 giấy, quý II/2025 cấp 121 giấy, sáu tháng đầu năm 2025 cấp 260 giấy.",
    "Lũy kế đến hết tháng 4 trồng 1.250 cây; riêng tháng 5 trồng 310 cây, đến hết tháng 5 trồng 1.560 cây.",
    "Bến xe đón 8.120 lượt trong quý I, 7.450 lượt trong quý II. Năm ngoái, sáu tháng đầu năm đón 14.900 lượt.",
    "In the first quarter 312 readers joined, in the second quarter 287; the first half of the year brought 599.",
    "Tháng 9 trồng 214 cây, 8 tháng trước 2.071 cây, nâng tổng số từ đầu năm đến nay lên 2.285 cây.",
    "Tháng 9 nhận 214 đơn, 8 tháng trước 2.071 đơn; từ đầu năm đến nay còn nợ 2.385 đơn.",
    "Từ đầu năm đến ngày 25/9 thu 14.312 lượt phí, riêng tháng 9 thu 986 lượt, tháng 8 thu 1.326 lượt.",
    "They may bring 40 books, and separate 30 more; in the first quarter there were 95 books.",
)
WRONG = (
    ("Tháng 9 trồng 214 cây, 8 tháng trước 2.071 cây, nâng tổng số từ đầu năm đến nay lên 2.385 cây.", "2.385"),
    (
        "Từ đầu năm đến ngày 25/9 thu 14.312 lượt, riêng tháng 9 thu 986 lượt, 8 tháng trước thu 1.326 lượt.",
        "1.326",
    ),
    ("Quý I khám 314 người, quý II khám 298 người, sáu tháng đầu năm khám 621 người.", "621"),
    ("Tháng 7 bán 1.240 vé. Sang tháng 8 bán 985 vé. Tháng 9 mưa nhiều, bán 761 vé. Cả quý III bán 2.896 vé.", "2.896"),
    ("Lũy kế đến hết tháng 4 trồng 1.250 cây; riêng tháng 5 trồng 301 cây, đến hết tháng 5 trồng 1.560 cây.", "301"),
    ("Đến hết tháng 8 tiếp 3.214 lượt khách; riêng tháng 8 tiếp 365 lượt, 7 tháng trước đó tiếp 2.859 lượt.", "3.214"),
    ("Đến hết tháng 8 tiếp 3.214 lượt khách; riêng tháng 8 tiếp 365 lượt, 7 tháng trước đó tiếp 2.849 lượt.", ""),
    ("Bảy tháng khai thác 2.415 tấn; riêng tháng 8 được 388 tấn; tám tháng khai thác 2.803 tấn.", ""),
    ("Bảy tháng khai thác 2.415 tấn; riêng tháng 8 được 338 tấn; tám tháng khai thác 2.803 tấn.", "338"),
    (
        "In the first quarter 312 readers joined, in the second quarter 287; the first half of the year brought 959.",
        "959",
    ),
)


@pytest.mark.parametrize("text", TRUE)
def test_what_holds_or_does_not_add_up_raises_no_alarm(text: str) -> None:
    assert not [one for one in check(text).checks if one.verdict is Verdict.INCONSISTENT]


@pytest.mark.parametrize(("text", "wrong"), WRONG)
def test_a_slip_in_a_period_is_found(text: str, wrong: str) -> None:
    read = check(text)
    spoken = {
        read.figures[figure].numeral.text
        for one in read.checks
        if one.verdict is Verdict.INCONSISTENT
        for which in one.relation.quantities
        for figure in read.known.quantities[which].figures
    }
    assert (wrong in spoken) if wrong else not spoken


def test_two_months_that_changed_places_are_told() -> None:
    read = check(
        "Đến hết tháng 5 thu 812 suất; đến hết tháng 6 thu 954 suất; đến hết tháng 7 thu 1.083 suất. "
        "Riêng tháng 6 thu 129 suất, tháng 7 thu 142 suất."
    )
    told = [one for one in read.checks if one.verdict is Verdict.INCONSISTENT and one.told]
    assert {min(str(value) for _, value in one.changes[0].values) for one in told} == {"129"}
