"""What something was, what it became, and by how much."""

from decimal import Decimal

import pytest

from motcua.statements.tests.failing import failing_values


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("Số vụ tai nạn trên tuyến giảm từ 64 vụ năm ngoái xuống còn 48 vụ, tức là giảm {}%.", "25", "33"),
        ("Đàn bò tăng từ 240 con lên 300 con, bằng mức tăng {}%.", "25", "20"),
        ("Giá vé hạ từ 80 xuống 60 nghìn đồng (giảm {}%).", "25", "52"),
        ("Vắng không phép giảm từ 96 xuống 72 lượt. Như vậy giảm {} lượt.", "24", "42"),
        ("Tỷ lệ chuyên cần nâng từ 91,4% lên 96,2%, tăng {} điểm phần trăm.", "4,8", "5,2"),
        ("Cả năm xay xát 2.691 tấn, tăng {}% so với cùng kỳ năm trước (2.300 tấn).", "17", "27"),
        ("Hợp tác xã bán 1.150 con giống, tăng {} con so với 1.080 con của vụ trước.", "70", "170"),
        ("Tỷ lệ che phủ đạt 71,5%, vượt {} điểm phần trăm so với chỉ tiêu 60%.", "11,5", "6,5"),
        ("The number of accidents fell from 64 to 48, a drop of {}%.", "25", "33"),
    ],
)
def test_the_change_is_told_by_both(text: str, right: str, others: str) -> None:
    assert failing_values(text.format(right)) == []
    said = Decimal(others.replace(",", "."))
    assert [said in values for values in failing_values(text.format(others))] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Số vụ tai nạn giảm từ 64 xuống 48 vụ, số người bị thương giảm 30%.",  # of something else
        "Tỷ lệ đọc sách tăng từ 60% lên 75%, tăng 25%.",  # of what it was
        "Tỷ lệ đọc sách tăng từ 60% lên 75%, tăng 15%.",  # in points
        "Mỗi lớp nhận từ 20 đến 25 em, tăng 10% so với năm trước.",  # from to, but no change
        "Nhận 348 cây, tăng 9,8% so với tháng 9 (317 cây) nhưng giảm 5 cây so với tháng 10 năm trước (353 cây).",
        "Che phủ đạt 69,47%, vượt 9,47 điểm phần trăm so với chỉ tiêu giao và đạt 115,8% kế hoạch.",
        "Hạng của xã tăng từ 48 lên 12, tăng 2 lần so với lần trước.",
        "Tỷ lệ đọc sách tăng từ 60,26% lên 75,51%, tăng 15,3 điểm phần trăm.",  # rounded
    ],
)
def test_changes_of_something_else(text: str) -> None:
    assert failing_values(text) == []


def test_a_rate_that_was_is_no_rate_of_today() -> None:
    text = "Tỷ lệ hồ sơ quá hạn giảm từ 3,2% xuống còn 1,2%. Đã giải quyết 2.000 hồ sơ, trong đó quá hạn 24 hồ sơ."
    assert failing_values(text) == []


def test_what_is_beyond_a_plan_behind_the_rate_of_both() -> None:
    text = "Kế hoạch trồng 12.500 cây, đã trồng 13.750 cây, đạt 110% kế hoạch, vượt {} cây."
    assert failing_values(text.format("1.250")) == []
    assert [Decimal(1520) in values for values in failing_values(text.format("1.520"))] == [True]
    assert failing_values(text.replace("110%", "84%").format("1.520")) == []  # of something else
    assert failing_values(text.format("1.520").replace(" cây.", " cây so với vụ trước.")) == []


def test_a_rate_behind_words_that_say_nothing() -> None:
    text = "Có 1.340 lượt mượn, trong đó 871 lượt mượn truyện, tính ra 65,0%; 469 lượt mượn báo, ghi là {}%."
    assert failing_values(text.format("35,0")) == []
    assert [Decimal("53.0") in values for values in failing_values(text.format("53,0"))] == [True]
    assert failing_values("Xã có 2.500 người, 348 hộ, nghèo 5,2%.") == []


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("Số đơn trễ hẹn năm ngoái là 71, năm nay còn 32, giảm {} đơn.", "39", "93"),
        ("Trạm khám 3.512 lượt, cùng kỳ 2.960 lượt, tăng {} lượt.", "552", "522"),
        ("Đầu năm có 128 hộ nghèo, nay còn 94 hộ, bớt {} hộ.", "34", "44"),
        ("Nửa năm xã nhận 2.360 đơn, tăng {} đơn (12,4%) so với cùng kỳ năm trước (2.100 đơn).", "260", "620"),
    ],
)
def test_the_change_follows_both_periods(text: str, right: str, others: str) -> None:
    assert failing_values(text.format(right)) == []
    assert [Decimal(others) in values for values in failing_values(text.format(others))] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Xe máy đi qua chợ hôm trước 512 xe, hôm nay 530 xe, tăng 28 xe so với ngày đầu tuần.",
        "Năm ngoái sân có 41 cây, năm nay trồng hàng rào, tăng 30 cây.",
        "Năm ngoái cả tổ 64 người, nay 41 người đi làm xa, 30 người ở lại, tăng 12 người.",
        "Quầy 1 nhận 64 đơn, quầy 2 nhận 41 đơn, giảm 22 đơn.",
    ],
)
def test_a_change_of_something_else_is_left_alone(text: str) -> None:
    assert failing_values(text) == []


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("So với tháng 8 (2.310 lượt), số lượt khám tháng 9 của trạm tăng 245 lượt, lên {} lượt.", "2.555", "2.565"),
        ("So với quý I/2026 là 640 đơn, số đơn quý II giảm 85 đơn, xuống còn {} đơn.", "555", "565"),
    ],
)
def test_a_change_of_what_the_sentence_begins_with(text: str, right: str, others: str) -> None:
    assert failing_values(text.format(right)) == []
    said = Decimal(others.replace(".", ""))
    assert [said in values for values in failing_values(text.format(others))] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "So với tháng 8 (2.310 lượt), lượt khám tăng 245 lượt, số trẻ tiêm lên 665 cháu.",
        "So với chỉ tiêu 640 đơn, còn thiếu 85 đơn, nâng tổng số lên 575 đơn.",
        "So với tháng 8 (2.310 lượt), lượt khám tăng 245 lượt. Lũy kế lên 19.870 lượt.",
    ],
)
def test_what_it_led_to_is_something_else(text: str) -> None:
    assert failing_values(text) == []
