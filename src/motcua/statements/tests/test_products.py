"""So many at so much each: said by signs in a sentence, shown by the numbers of a table."""

from decimal import Decimal

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import report
from motcua.statements.tests.test_changed_places import table, told
from motcua.sums import Kind

_PRICES = table(
    "Vật tư | Số lượng | Đơn giá (đồng) | Tiền (nghìn đồng)",
    "Xi măng | 120 | 95.000 | 11.400",
    "Cát | 45 | 320.000 | 14.400",
    "Gạch | 8.000 | 1.200 | 9.600",
    "Cộng | | | 35.400",
)
_FEES = "loai;luot;muc;tien\nmai;145;10.000;1.450.000\ntroi;212;5.000;1.060.000\nrong;68;3.000;204.000"
_EACH = table("Tuần | Người | Triệu", "Một | 7 | 84", "Hai | 12 | 144", "Ba | 5 | 60", "Tư | 9 | 108", "Gộp | 33 | 396")
_GIFTS = (
    "- Hộ nghèo: 15 suất × 500.000 đồng = 7.500.000 đồng\n- Cận nghèo: 22 suất × 300.000 đồng = 6.600.000 đồng\n"
    "- Già yếu: 6 suất × 400.000 đồng = 2.400.000 đồng\nTổng: 43 suất, 16.500.000 đồng."
)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (_PRICES, "45", "54"),
        (_PRICES, "9.600", "6.900"),
        (_FEES, "204.000", "264.000"),
        (_FEES, "212", "221"),
        (_EACH, "60", "80"),
        (_GIFTS, "2.400.000", "2.800.000"),
        ("Thay lọc 720.000 đồng (12 bình x 60.000 đồng); bánh 640.000 đồng (32 phần x 20.000 đồng).", "640", "460"),
        ("Trao 24 suất quà, mỗi suất trị giá 450.000 đồng, tổng trị giá 10.800.000 đồng.", "10.800", "18.000"),
        ("Sửa 7 căn nhà, mỗi căn 60 triệu đồng, hết 420 triệu đồng; mua 9 bình lọc.", "420", "240"),
        ("Mở 8 lớp, mỗi lớp 35 học viên, tổng 280 học viên.", "280", "208"),
        ("Thu 5.840.000 đồng (2.920 trang, mỗi trang 2.000 đồng).", "5.840", "5.480"),
        ("Có 44 lượt nộp 50.000 đồng mỗi lượt, tổng thu 2.200.000 đồng.", "2.200", "2.220"),
        ("Hỗ trợ 120 hộ x 1,5 triệu đồng/hộ = 180 triệu đồng.", "180", "108"),
    ],
)
def test_products(text: str, right: str, wrong: str) -> None:
    assert not told(text)
    assert any(one.relation.kind is Kind.PRODUCT for one in check(text).checks) or text is _EACH
    assert told(text.replace(right, wrong, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Khám cho 18 người x 2 lượt x 35.000 đồng = 1.260.000 đồng.",
        "Phòng họp 6 x 9 m, chứa 50 người. Khổ giấy 21 x 29,7 cm. Mở đường 4 x 250 m, 3 cống.",
        "Mỗi đoàn 7 người × 33,3 nghìn đồng = 233 nghìn đồng.",
        "Có 20 hộ được vay, mỗi hộ tối đa 50 triệu đồng, tổng dư nợ 730 triệu đồng.",
        "Thưởng 5 giải nhất, mỗi giải 2 triệu đồng, 8 giải nhì, mỗi giải 1 triệu đồng, tổng cộng 18 triệu đồng.",
        "Có 6 đoàn kiểm tra, mỗi đoàn 4 người, đã kiểm tra 120 cơ sở; xử phạt 14 cơ sở.",
        "Tổ chức 12 buổi, mỗi buổi bình quân 40 người, tổng 495 lượt người.",
        "Phát 300 tờ rơi, mỗi hộ 2 tờ, được 150 hộ. Tổng kinh phí là 600.000 đồng.",
        "Cấp phát 7 kg × 333.000 đồng = 2,3 triệu đồng.",
        "Lệ phí 8.000 đồng (2 x 3.000 đồng và 1 x 2.000 đồng).",
        table("Tổ | Hộ | Khẩu | Rác", "1 | 12 | 48 | 96", "2 | 15 | 61 | 110", "3 | 10 | 40 | 80"),
        table("Diện | Người | Nghìn", "Già | 20 | 10.000", "Trẻ | 8 | 6.000", "Ốm | 5 | 2.500", "Nặng | 4 | 2.000"),
        table("Kho | Bao | Giá | Tiền", "A | 3 | 50 | 150", "B | 4 | 60 | 200", "C | 2 | 75 | 140"),
    ],
)
def test_no_alarm(text: str) -> None:
    assert not told(text)


def test_a_product_is_said() -> None:
    (found,) = report(check("Tặng 6 suất × 400.000 đồng = 2.800.000 đồng.")).wrong
    assert found.why.startswith("6 × 400.000 = 2.400.000, không phải 2.800.000: lệch 400.000.")


def test_so_many_things_stay_whole():
    """35 nhà are no 33,5, whatever the money says."""
    [one] = report(check("35 nhà, mỗi nhà 120.000 đồng, tổng 4.020.000 đồng.")).wrong
    assert [value for mend in one.mends for _, _, value in mend.changes] == [Decimal(4_200_000)]
