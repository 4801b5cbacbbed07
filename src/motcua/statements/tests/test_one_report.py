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
