"""Rates that say in the text's own words whose share of what they are."""

from decimal import Decimal

import pytest

from motcua.statements.tests.failing import failing_rates


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
        (
            "Mời 320 hộ học nghề, 256 hộ đăng ký, đạt 80,0%. Trong số hộ đăng ký có 208 hộ theo hết lớp, chiếm {}%.",
            "81,3",
            "65,0",
        ),
        (
            (
                "In May 1,640 dossiers were received, 1,520 were settled and 120 are in progress. Of those settled, "
                "1,394 were on time and 126 late. The share of late replies among settled dossiers was {}%."
            ),
            "8.3",
            "7.7",
        ),
        (
            (
                "Quý II, xã có 640 hồ sơ có yêu cầu đo đạc trên tổng số 2.150 hồ sơ tiếp nhận. Số hồ sơ đã đo xong là "
                "512 hồ sơ, đạt {}% số hồ sơ có yêu cầu đo đạc."
            ),
            "80,00",
            "23,81",
        ),
        ("Phát 320 bản, thu về 256 bản (80,0%). Có 208 bản hợp lệ, chiếm {}% số bản thu về.", "81,3", "65,0"),
        (
            (
                "Tiếp 240 lượt: 96 lượt hỏi về ruộng, 144 lượt hỏi việc khác. Riêng nhóm ruộng, 72 lượt được đáp ngay, "
                "24 lượt phải hẹn; tính trên số lượt hỏi về ruộng thì tỷ lệ đáp ngay đạt {}%."
            ),
            "75,0",
            "30,0",
        ),
        (
            "Survey: 480 invited, 360 answered (75.0%). 324 of these were content, which is {}% of the answers.",
            "90.0",
            "67.5",
        ),
        (
            (
                "Mời 120 người, 96 người dự, 24 người vắng. Cuối buổi kiểm tra: đạt 84 người, chưa đạt 12 người; tỷ lệ "
                "đạt tính trên số người dự là {}%."
            ),
            "87,5",
            "70,0",
        ),
        (
            (
                "Kho có 250 đầu sách, 200 đầu sách đã số hóa, 50 đầu chưa làm. Trong số đã số hóa, 150 đầu được đưa "
                "lên mạng; tỷ lệ đưa lên mạng của sách đã số hóa đạt {}%."
            ),
            "75,0",
            "60,0",
        ),
        (
            (
                "Tiếp 140 lượt dân, 105 lượt được giải đáp ngay, 35 lượt hẹn lại. Trong số hẹn lại, 28 lượt đã trả "
                "lời, còn 7 lượt; tỷ lệ trả lời {}%."
            ),
            "80,0",
            "88,0",
        ),
        (
            (
                "Of 300 licences checked, 180 were new and 120 renewals. Of the new ones, 135 were for shops. Shops "
                "make up {}% of the new licences."
            ),
            "75.0",
            "45.0",
        ),
        (
            (
                "Thu hội phí 840 triệu đồng trên kế hoạch 1.000 triệu đồng. Cơ cấu thu: khối cơ quan 504 triệu, khối "
                "dân cư 336 triệu. Khối dân cư chiếm {}% số đã thu."
            ),
            "40,0",
            "33,6",
        ),
        (
            (
                "Đã vận động 1.600 hộ, trong đó 1.200 hộ ký cam kết và 960 hộ lắp đèn. Tỷ lệ hộ ký cam kết trong số "
                "được vận động là {}%."
            ),
            "75,0",
            "80,0",
        ),
    ],
)
def test_the_share_that_it_says(text, right, others):
    assert failing_rates(text.format(right)) == []
    assert failing_rates(text.format(others)) == [Decimal(others.replace(",", "."))]


@pytest.mark.parametrize(
    "text",
    [
        "Tháng này trả 398 hồ sơ, lũy kế 4.310 hồ sơ. Trễ trong tháng 1, lũy kế 22 hồ sơ (bằng 0,51% số đã trả).",
        "Có 211 lượt của người dưới 35 tuổi (35,17%), 247 lượt của người từ 35 tuổi (41,17%) trong 600 lượt.",
        "Trại nhận 88 con giống, gồm 77 vịt và 11 ngan; đã bán 80 con. Tỷ lệ vịt khỏe trên tổng số con bán là 61,2%.",
        "Trại nhận 88 con giống, gồm 77 vịt và 11 ngan; đã bán 80 con. Tỷ lệ bán trong số nuôi từ năm ngoái là 87,5%.",
        "Xếp loại 80 thôn: 16 thôn xuất sắc, 44 thôn khá, 20 thôn yếu. Xuất sắc bằng 26,7% số thôn từ khá trở lên.",
        "Có 150 học viên, 90 học viên nữ. Trong số nữ, 63 người có việc; tỷ lệ có việc chung 72,0%, riêng nữ 70,0%.",
        "Xét 480 đơn đất đai, có 360 đơn cấp đổi. Trong số cấp đổi, 288 đơn hợp lệ. Tỷ lệ đơn hợp lệ cả năm là 82,5%.",
    ],
)
def test_a_share_of_what_is_not_told(text):
    assert failing_rates(text) == []


def test_a_whole_percent_that_is_just_of_another_whole() -> None:
    text = "Kho nhận 240 bao, xếp xong 200 bao, còn 40 bao ngoài sân. Trong số xếp xong thì 180 bao khô, đạt {}%."
    assert failing_rates(text.format(90)) == []
    assert failing_rates(text.format(75)) == [Decimal(75)]


def test_what_a_rate_is_of_after_its_sign() -> None:
    text = "Đội có 2.800 người, 2.240 người có thẻ, đạt 80%; kích hoạt 1.680 người, đạt {}% số có thẻ."
    assert failing_rates(text.format(75)) == []
    assert failing_rates(text.format(80)) == [Decimal(80)]


def test_a_rate_before_its_two_counts() -> None:
    text = "Tỷ lệ hộ dùng bếp ga đạt {}%, tương ứng 276 trong 750 hộ; hộ dùng bếp củi đạt 63,2%, với 474 trên 750 hộ."
    assert failing_rates(text.format("36,8")) == []
    assert failing_rates(text.format("38,6")) == [Decimal("38.6")]


def test_words_behind_two_counts_are_of_both() -> None:
    text = "Tối qua 66 trong 110 hộ dự họp, đạt 60%; 55 hộ giơ tay đồng ý, tức {}% số hộ dự họp."
    assert failing_rates(text.format("83,3")) == []


def test_right_after_the_whole_that_a_sentence_begins_with() -> None:
    text = "Nhận 75 đơn, xong 60 đơn, đạt 80%. Trong 60 đơn đã xong có 45 đơn hòa giải, chiếm {}%."
    assert failing_rates(text.format(75)) == []
    assert failing_rates(text.format(60)) == [Decimal(60)]
    assert failing_rates("Trong 60 đơn đã xong có 45 đơn hòa giải, chiếm 60% trong 75 đơn nhận.") == []
