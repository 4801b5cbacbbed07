"""Passages told as published reports tell them: consistent ones at which the checker once spoke, and their slips."""

import pytest

from motcua.statements.tests.failing import fails, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Có 11/16 khoản thu vượt tiến độ bình quân 75%; 5 khoản chậm hơn.",  # what they are held against
        "Huyện đứng chót 10/10 với 76,08%.",
        "Xếp hạng: 51 xã từ 60 đến 90%, 12 xã chưa đến 60%.",
        "Xã có 9/13 tổ bầu cử đạt 100%, tổ số 4 xong trước 11 giờ.",
        "Cao nhất là nội dung thể chế, 8,61/10 điểm (86,1%); thấp nhất là tác động, 4,92/6,5 điểm (75,69%).",
    ],
)
def test_a_rate_of_a_mark_or_of_all_of_something_is_none_of_the_ratio_before_it(text: str) -> None:
    assert not fails(text)


def test_a_ratio_may_have_decimals() -> None:
    text = "Cứng hóa đường thôn 31,4/33,0 km, đạt {}%."
    assert not fails(text.format("95,2"))
    assert wrong(text.format("92,5"))


@pytest.mark.parametrize(
    "text",
    [
        "Thu 7.842 tỷ đồng, đạt 91,4% dự toán 8.580 tỷ đồng. Chưa kể tiền đất thì được 5.916 tỷ đồng, đạt 97,2%.",
        "Có 1.182 người đi làm xa: Bắc 648 người (54,8%), Nam 534 người (45,2%). Đạt 107,5% kế hoạch 1.100 người.",
    ],
)
def test_a_plan_is_no_part_and_a_plan_that_has_its_rate_is_not_that_of_the_next(text: str) -> None:
    assert not fails(text)


@pytest.mark.parametrize(
    "text",
    [
        "2,964 residents applied. First choice: 2,519, or 85.0% (83.6%); second choice: 267, or 9.0% (9.7%).",
        "We posted 1,800 forms and 612 came back, a response of 34.0% (second round, 2021: 31.2%).",
    ],
)
def test_a_second_rate_in_a_bracket_is_of_another_year(text: str) -> None:
    assert not fails(text)
    assert fails(text.replace("85.0%", "58.0%").replace("34.0%", "43.0%"))


def test_rates_of_all_that_their_list_counts() -> None:
    text = "Twelve indicators were green (63%), four amber ({}%) and three red (16%)."
    assert not fails(text.format("21"))


@pytest.mark.parametrize(
    "text",
    [
        "Kỷ luật 17 đảng viên (khiển trách 11, cảnh cáo 4...), giảm 5 trường hợp so với năm trước.",
        "Thanh tra 14 cuộc (kỳ trước chuyển sang 3, theo kế hoạch 10, đột xuất 1) tại 26 đơn vị.",
        "Xã có 44 người ứng cử: nữ 9, dân tộc thiểu số 20, ngoài Đảng 5, tái cử 10, còn lại 16 người tham gia lần đầu.",
        "Nhận 327 người. Xã Phú Lâm dẫn đầu với 188 người, kế tiếp là Cồn Nổi 131 người.",
        "Cuối năm có 2.412 hộ. Hộ nghèo 118 hộ (4,89%), cận nghèo 164 hộ (6,80%). Về nhà ở, 2.190 hộ có nhà kiên cố.",
        "Hai khoản vượt dự toán là thuế đất (nhờ truy thu 3 năm của 2 chung cư) và thu khác.",
    ],
)
def test_parts_that_are_not_all_or_no_parts(text: str) -> None:
    assert not fails(text)


def test_one_is_lacking_only_where_it_is_named_without_a_number() -> None:
    named = "Trong {} xã có 5 xã giảm cả ba mặt; xã Ba Trạc tăng cả ba mặt, hai xã còn lại tăng giảm khác nhau."
    assert not fails(named.format(8))
    assert wrong("Xã có 34 hộ nghèo, gồm thôn Đông 12 hộ, thôn Đoài 11 hộ và thôn Nam 10 hộ.")


def test_the_number_read_as_a_name_must_be_just_what_the_sum_lacks() -> None:
    text = "Thanh tra {} cuộc (kỳ trước chuyển sang 3, theo kế hoạch 10, đột xuất 1)."
    assert not fails(text.format("14"))


@pytest.mark.parametrize(
    "text",
    [
        "Nhận 731 đơn: khiếu nại 94, tố cáo 37, kiến nghị 600. Khiếu nại đúng 12,2%, sai 75,6%, còn lại là cả hai.",
        "Có 58/71 xã (81,7%) đạt chuẩn, đầu năm là 55 xã; 23 xã (39,7%) đạt chuẩn nâng cao.",
        "The forms went to 1,200 households and to 400 students; 619 were returned, a rate of 38.7%.",
        "Án tín dụng 611 việc ứng với 892,4 tỷ đồng, tức 55,6% về giá trị (trong 1.604,3 tỷ) nhưng chỉ 6,2% về việc.",
    ],
)
def test_a_rate_of_other_counts_around(text: str) -> None:
    assert not fails(text)


def test_a_year_is_no_five() -> None:
    assert not fails("Phải giải quyết 4.836 hồ sơ: nhận mới 4.655, năm trước chuyển sang 181.")
    assert wrong("Phải giải quyết 4.836 hồ sơ: nhận mới 4.655, năm trước chuyển sang 118.")


def test_what_remains_of_a_list_remains_of_no_other_sentence() -> None:
    voters = "Cử tri 6.384 người, đi bầu 6.371 người (99,80%)."
    assert not fails(f"{voters} Trúng cử: nữ 9, trẻ tuổi 8, còn lại 16 người tham gia lần đầu.")
    assert wrong(f"{voters} Còn lại 16 người vắng mặt.")


def test_amounts_with_decimals_may_be_rounded_each_by_itself() -> None:
    text = "Sản lượng: xã Bắc 2.361,6 tấn, xã Nam 1.621,9 tấn, xã Đông 1.785,7 tấn. Cộng {} tấn."
    assert not fails(text.format("5.769,2"))
    assert not fails(text.format("5.769,3"))
    assert wrong(text.format("5.796,2"))
