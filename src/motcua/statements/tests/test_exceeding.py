"""A part that is more than its whole, and counts that only look so."""

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import report


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn xem 48 bếp ăn, trong đó đạt yêu cầu 93 bếp, phải nhắc 9 bếp.",
        "Kho có 1.250 bao gạo, đã phát 1.830 bao, chưa phát 220 bao.",
        "Trong 37 quầy có 61 quầy mở cả ngày, 21 quầy mở buổi sáng.",
        "Huyện có 366 bếp ở 27 trường, trong đó 155 bếp ga, 90 bếp điện và 821 bếp than; mỗi bếp một bình chữa cháy.",
        "Trong 58 nhiệm vụ hoàn thành có 84 đúng tiến độ, 10 chậm tiến độ.",
        "Xóm có 17 nhà, 52 nhà lợp ngói, 19 nhà lợp tôn.",
        "Xe chở 64 em. Xuống ở trường Đông 73 em, ở trường Tây 27 em.",
    ],
)
def test_a_part_is_never_more_than_its_whole(text: str) -> None:
    assert report(check(text)).wrong


@pytest.mark.parametrize(
    "text",
    [
        "Tuần trước 48 bếp, tuần này 93 bếp, nghỉ 9 bếp.",
        "Tháng này nhập thêm 48 bao gạo, đã phát 93 bao, còn 9 bao.",
        "Đội Đông có 48 em, đội Tây 93 em, đội Nam 9 em.",
        "Lớp vẽ có 48 em, đến đủ 39; lớp võ có 93 em, đến đủ 9.",
        "Trong 38 hộ có 154 nhân khẩu, 24 trẻ em.",
        "Buổi 1 có 48 em dự, buổi 2 có 93 em dự.",
        "Chợ có 48 sạp, chủ yếu là 93 sạp rau, 9 sạp cá.",
        "Tổ giao 48 việc mới, lũy kế từ đầu năm 93 việc, đã xong 9 việc.",
        "Hội thu 30 bó hoa, 87 bông hồng, 43 bông huệ.",
    ],
)
def test_counts_that_are_no_parts(text: str) -> None:
    assert not report(check(text)).wrong
