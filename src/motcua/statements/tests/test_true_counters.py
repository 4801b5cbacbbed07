"""Passages as one-stop counters and those above them print them: true ones that once alarmed, and slips."""

import pytest

from motcua.statements.tests.failing import fails, wrong


@pytest.mark.parametrize(
    "text",
    [
        # a ratio in the bracket says of what the rate is
        (
            "Hồ sơ trực tuyến đạt 93,5% (tính trên hồ sơ thuộc diện trực tuyến: 1.870/2.000 hồ sơ) và đạt 77,9% "
            "nếu tính "
            "trên tổng số 2.400 hồ sơ tiếp nhận."
        ),
        # what is sent home by post came in another way
        (
            "Chỉ tiêu | Số hồ sơ | Tỷ lệ trên số tiếp nhận (%)\nHồ sơ tiếp nhận | 820 | -\nNộp trực tuyến | 779 "
            "| 95,0\n"
            "Đăng ký nhận kết quả qua bưu chính | 123 | 15,0"
        ),
        # each ratio leaves its own rest
        (
            "Tổng số hồ sơ 756 (kỳ trước 39, mới 717). Tỷ lệ trực tuyến 96,1% tính trên hồ sơ mới (689/717); tỷ "
            "lệ giải "
            "quyết 95,0% tính trên tổng số hồ sơ (718/756), còn 38 hồ sơ chưa đến hạn trả."
        ),
        (
            "Hoàn thành 20/26 nhiệm vụ (76,92%).\n- Niêm yết: 6/6 nhiệm vụ\n- Rà soát: 4/6 nhiệm vụ\n- Số hóa: 10/14 "
            "nhiệm vụ\n06 nhiệm vụ còn lại có thời hạn trong quý IV."
        ),
        # of all that a ratio before is told of, not of what was done of it
        (
            "- Số hóa hồ sơ tiếp nhận: 1.872/1.950 hồ sơ (96,00%).\n- Dùng lại dữ liệu: 1.170 hồ sơ (60,00% tổng số hồ "
            "sơ tiếp nhận)."
        ),
        # how rates are rounded
        "Đã trả 1.200 hồ sơ: đúng hạn 1.177 (98,08%), trễ hạn 23 (1,91%); tỷ lệ lấy 02 chữ số lẻ nên chưa tròn 100%.",
        # by how much it became less, in a bracket
        "Tổng thời gian theo quy định là 168 ngày, sau cắt giảm còn 115 ngày, giảm 53 ngày (tương đương 31,5%).",
        "Tổng thời gian theo quy định là 168 ngày, sau cắt giảm còn 115 ngày, giảm 53 ngày (31,5%).",
        # a plan is held against the whole of the list before it
        (
            "Thu phí đạt 331,2 triệu đồng, trong đó chứng thực 296,5 triệu đồng, hộ tịch và phí khác 34,7 triệu "
            "đồng, đạt "
            "110,4% dự toán giao (300 triệu đồng)."
        ),
        # waiting for a payment is not settled
        (
            "Đã xử lý xong 1.046 hồ sơ, trong đó 925 hồ sơ xong trước hạn, 119 hồ sơ xong đúng hạn, 02 hồ sơ "
            "xong sau hạn. "
            "Số còn lại 47 hồ sơ: đang trong hạn 40 hồ sơ, chờ bổ sung 05 hồ sơ, tạm dừng chờ thực hiện nghĩa vụ "
            "tài chính "
            "02 hồ sơ. Tỷ lệ xử lý trước hạn và đúng hạn 99,81%."
        ),
        # two rates of one count, each of its own whole
        (
            "Có 175 hồ sơ tiếp nhận, giải quyết xong 140 hồ sơ; trong đó đúng hạn 119 hồ sơ, đạt 85% so với số hồ sơ "
            "đã giải quyết và 68% so với số hồ sơ tiếp nhận."
        ),
        # what fell due is split by itself, and each line has one part of the list
        (
            "1. Tổng số nhiệm vụ được giao: 384 nhiệm vụ, chia theo thời hạn:\n"
            "a) Đến hạn: 301 nhiệm vụ. Đã hoàn thành 287 nhiệm vụ; chưa hoàn thành 14 nhiệm vụ.\n"
            "b) Chưa đến hạn: 83 nhiệm vụ, trong đó đã hoàn thành sớm 39 nhiệm vụ."
        ),
        # two rates that are held against a target, and things of which some changed
        "Filing rose from 71.4% in Q2 to 78.9% in Q3, by 7.5 percentage points; 19 of 28 wards met the 75% target.",
        "Niêm yết công khai 412 thủ tục; trong tháng cập nhật 9 thủ tục sửa đổi, bãi bỏ 3 thủ tục theo quyết định mới.",
        # an index is no rate of those asked
        "Khảo sát 400 phiếu: rất hài lòng 262, hài lòng 121, bình thường 14, không hài lòng 3. Chỉ số hài lòng: 95,1%.",
        # of two rates either may be what exceeds the target
        (
            "Trực tuyến 13.938 hồ sơ, chiếm 94,93%; trực tiếp 744 hồ sơ, chiếm 5,07%. So với chỉ tiêu giao "
            "(90%), tỷ lệ hồ "
            "sơ trực tuyến vượt 4,93 điểm phần trăm."
        ),
    ],
)
def test_true_passages(text: str) -> None:
    assert wrong(text) == []


def test_words_of_the_ward_are_no_other_report() -> None:
    text = (
        "Theo báo cáo của phường, có {} hồ sơ phải giải quyết, gồm tồn kỳ trước 85 hồ sơ và tiếp nhận mới 3.025 hồ sơ."
    )
    assert not fails(text.format("3.110"))
    assert wrong(text.format("3.120"))


def test_how_far_two_rates_are_apart_backs_them() -> None:
    text = (
        "Tiếp nhận 1.495 hồ sơ, trong đó trực tuyến {} hồ sơ, trực tiếp {} hồ sơ. Tỷ lệ hồ sơ trực tuyến đạt 88,16%, "
        "vượt 8,16 điểm phần trăm so với chỉ tiêu 80% được giao."
    )
    assert not fails(text.format("1.318", "177"))
    assert wrong(text.format("177", "1.318")) == [
        "177 / 1.495 = 11,84 %, trên số đã tiếp nhận, không phải 88,16 %."
    ]  # no word that nobody can tell: the two counts changed places


def test_a_second_rate_is_held_against_its_own_whole() -> None:
    text = "Nhận 175 hồ sơ, trả 140 hồ sơ; đúng hạn 119 hồ sơ, đạt 85% so với số đã trả và {}% so với số đã nhận."
    assert not fails(text.format("68"))
    assert wrong(text.format("86"))


def test_two_rates_of_one_split_are_of_what_the_second_says() -> None:
    text = (
        "Tiếp nhận 16.480 hồ sơ, trong đó trực tuyến 15.940 hồ sơ. Hồ sơ trực tuyến gồm 9.410 hồ sơ toàn "
        "trình và 6.530 hồ "
        "sơ một phần; hồ sơ toàn trình chiếm {}% và hồ sơ một phần chiếm 40,97% trong tổng số hồ sơ trực tuyến."
    )
    assert not fails(text.format("59,03"))
    assert wrong(text.format("57,10"))  # of all that was received


@pytest.mark.parametrize(
    "text",
    [
        (
            "Tiếp công dân {} lượt, chia hết theo các nội dung sau:\n- Đất đai: 71 lượt;\n- Xây dựng: 38 "
            "lượt;\n- Chế độ: 26 lượt."
        ),
        (
            "Hồ sơ tồn: {} hồ sơ, chia ra:\n- Chờ xác minh: 71 hồ sơ;\n- Chờ nộp thuế: 38 hồ sơ;\n- Chờ ý kiến: "
            "26 hồ sơ.\nNhư vậy đủ toàn bộ {} hồ sơ."
        ),
    ],
)
def test_lists_that_are_shared_out_in_full(text: str) -> None:
    assert not fails(text.format("135", "135"))
    assert wrong(text.format("168", "168"))


def test_a_whole_percent_of_answers_is_held_against_those_that_came_back() -> None:
    text = "Phát ra 250 phiếu, thu về 240 phiếu; hài lòng 228 phiếu, không hài lòng 12 phiếu, tỷ lệ hài lòng {}%."
    assert not fails(text.format("95"))
    assert wrong(text.format("96"))


def test_a_rate_of_what_was_done_is_not_of_all_there_was() -> None:
    text = "Đã giải quyết 812/846 hồ sơ; trong đó có 672 hồ sơ trước hạn, chiếm {}% số hồ sơ đã giải quyết."
    assert not fails(text.format("82,76"))
    assert wrong(text.format("79,43"))  # of the 846


def test_two_rates_in_one_bracket_stand_in_the_order_of_their_counts() -> None:
    text = "Có 1.874 hồ sơ tiếp nhận, gồm 1.611 hồ sơ trực tuyến và 263 hồ sơ trực tiếp ({}% và {}%)."
    assert not fails(text.format("85,97", "14,03"))
    assert wrong(text.format("85,97", "41,03"))


def test_what_is_not_so_is_of_those_that_came_back() -> None:
    text = "Satisfaction: 240 forms were returned out of 250 (96%); 229 people were satisfied (95.42%), {} were not."
    assert not fails(text.format("11"))


def test_the_portal_is_a_channel_of_its_own() -> None:
    text = (
        "Toàn bộ 1.680 hồ sơ được phân theo các kênh sau:\n(1) Cổng Dịch vụ công quốc gia: {} hồ sơ;\n"
        "(2) Trực tiếp: 402 hồ sơ;\n(3) Qua bưu chính: 27 hồ sơ.\nNgoài các kênh trên không có kênh nào khác."
    )
    assert not fails(text.format("1.251"))
    assert wrong(text.format("1.196"))
