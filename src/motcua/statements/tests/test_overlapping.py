"""Two groups that overlap, how many are in both, and all of them."""

from decimal import Decimal

import pytest

from motcua.statements.tests.failing import failing_values


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("Có 38 hộ chưa đạt: {} hộ thiếu hố rác, 17 hộ thiếu nhà tắm, 6 hộ thiếu cả hai.", "27", "72"),
        ("Trong 45 lá đơn trả lại, 28 đơn thiếu bản vẽ, {} đơn thiếu chữ ký; có 9 đơn mắc cả hai lỗi.", "26", "62"),
        (
            "Soi thấy 34 chai mờ nhãn, {} chai hở nắp và 8 chai vừa mờ nhãn vừa hở nắp, như vậy có 45 chai hỏng.",
            "19",
            "49",
        ),
    ],
)
def test_what_is_in_both_is_counted_once(text: str, right: str, others: str) -> None:
    assert failing_values(text.format(right)) == []
    assert [Decimal(others) in values for values in failing_values(text.format(others))] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Trong 45 lá đơn trả lại, 28 đơn thiếu bản vẽ, 16 đơn thiếu chữ ký; có 9 đơn mắc cả hai lỗi.",
        "Điểm chợ đón 214 lượt, điểm cầu đón 96 lượt. Đông nhất là 58 lượt ở cả hai điểm vào sáng thứ Hai.",
        "Tổ có 12 người. Đi 30 hộ có giếng, 25 hộ có máy lọc, 10 hộ có cả hai.",
        "In 60 tờ rơi; 41 người lấy bản chữ to, 38 người lấy bản tranh, 7 người lấy cả hai.",
    ],
)
def test_what_may_be_so_is_left_alone(text: str) -> None:
    assert failing_values(text) == []
