"""What stands on either side of a blank line: a whole and what it is told out by, or two reports pasted together."""

import pytest

from motcua.statements.tests.failing import fails


@pytest.mark.parametrize(
    "text",
    [
        "Trong tháng nhận 292 hồ sơ của bà con.\n\nCác phòng đã trả 264 hồ sơ; đang giải quyết 82 hồ sơ.",
        "Phường tiếp nhận 600 hồ sơ.\n\nĐã giải quyết 540 hồ sơ, đạt 80,0% số hồ sơ tiếp nhận.",
        "Xã làm xong 80 việc, gồm:\n\n1. Cầu: 31 việc.\n\n2. Đường: 29 việc.\n\n3. Cống: 21 việc.",
    ],
)
def test_a_whole_is_told_out_in_the_next_paragraph(text: str) -> None:
    assert fails(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Đoàn đã xem 60 hồ sơ được kiểm tra, 52 hồ sơ đủ giấy tờ.\n\n"
            "Ban đã kiểm tra 150 hồ sơ lưu kho; có 18 hồ sơ sai sót, bằng 12% số hồ sơ được kiểm tra."
        ),
        (
            "Tổ đã giải quyết 32 hồ sơ cải chính, đang giải quyết 100 hồ sơ.\n\n"
            "Tháng 8 phường tiếp nhận 152 hồ sơ, có 40 hồ sơ nộp tại quầy."
        ),
    ],
)
def test_two_reports_are_not_held_against_each_other(text: str) -> None:
    assert not fails(text)


def test_a_paragraph_of_rates_sums_up_the_counts_before_it() -> None:
    text = (
        "Từ đầu năm nhận 4.180 đơn (qua mạng 3.762, tại quầy 418). Đã giải quyết 3.950 đơn, trong đó trước hạn 2.844, "
        "đúng hạn 1.027, trễ hạn 79.\n\nTỷ lệ đơn qua mạng đạt 90,00%; tỷ lệ giải quyết trước hạn chiếm {}% tổng số "
        "đơn đã giải quyết, tỷ lệ đúng hạn chiếm 26,00%, trễ hạn chiếm {}%."
    )
    assert not fails(text.format("72,00", "2,00"))
    assert fails(text.format("68,04", "2,00"))
    assert not fails(text.format("72,99", "2,70").replace("26,00", "24,31").replace("90,00", "91,35"))  # last year
