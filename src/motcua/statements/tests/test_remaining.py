import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.tests.failing import failing

_ROWS = [
    (
        (
            "Kế hoạch trồng 1.250 cây. Đến 15/10 trồng được 940 cây, đạt 75,2%, gồm keo 610 cây, sao đen 330 cây. "
            "Số cây chưa trồng là 310 cây."
        ),
        "310",
        "301",
    ),
    ("Dự toán mua sắm 640 triệu đồng. Đã giải ngân 412 triệu đồng (64,4%), còn 228 triệu đồng.", "228", "282"),
    (
        (
            "Tổng thu 24.600.000 đồng: quý I 14.100.000 đồng, quý II 10.500.000 đồng. Chi thăm hỏi 11.200.000 đồng, "
            "hội nghị 8.650.000 đồng; tổng chi 19.850.000 đồng, còn lại 4.750.000 đồng."
        ),
        "4.750.000",
        "4.570.000",
    ),
    ("Phường phát 780 tờ hỏi, thu về 726 tờ, tỷ lệ 93,1%; không thu được 54 tờ.", "54", "45"),
    (
        (
            "Tổng số mục phải dựng 378, trong đó tự làm 341, nhờ ngoài làm 37. Số mục đã dựng hình là 329, "
            "số chưa dựng hình là 49.\nTỷ lệ đã dựng hình đạt 87,0%."
        ),
        "49",
        "4",
    ),
    ("The commune planned 86 culverts; 53 are finished (61.6%), 33 are not yet started.", "33", "32"),
    ("Ấp có 268 hộ dùng nước máy/312 hộ, đạt 85,9%, còn 44 hộ dùng giếng.", "44", "49"),
    ("Xã có 47 tủ. Đến nay đã sơn 38 tủ (80,8%), còn 9 tủ phải sơn trước Tết.", "còn 9", "còn 92"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), _ROWS)
def test_what_remains_is_what_a_rate_or_breakdowns_leave(text, right, wrong):
    assert not failing(text)
    assert [one.told for one in failing(text.replace(right, wrong))] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Toàn phường 58 tổ, 46 tổ có nhà họp (79,3%), 11 tổ chưa có đất, 1 tổ đang xây.",
        "Đoàn làm việc 8 buổi/12 ngày, đạt 66%, còn 3 buổi để họp.",
        "Có 47 việc, xong 38 việc (80,9%), trong đó 19 việc không cần báo cáo.",
        "Mời 120 khách, 111 khách dự (92,5%), trong đó 19 khách không ở phường.",
        "Tháng 8 nhận 164 tờ, trả 150 tờ, đạt 91,5%; trong số đã trả còn 24 tờ chưa thu phí.",
        "Phường đón 312 lượt, giải thích 268 lượt (85,9%); 54 lượt không cần lấy số.",
        "The ward keeps 214 lamps; 187 are new (87.4%), 37 are not on the main road.",
        "Nhận 640 đơn: đất 402, nhà 238. Xong 575 đơn: đúng hẹn 548, trễ 27. Tồn kỳ trước 7 đơn. Đang làm 72 đơn.",
    ],
)
def test_counts_of_something_else_remain_of_nothing(text):
    assert not failing(text)


def test_what_is_left_of_a_count_far_before_is_confirmed() -> None:
    read = check(
        "Có 260 đầu sách. Trong tháng cho mượn 88 đầu sách văn, 59 đầu sách sử, 147 đầu sách; còn 113 đầu sách."
    )
    assert not [one for one in read.checks if one.verdict is Verdict.INCONSISTENT]


def test_several_things_told_in_a_row_remain_of_several_things() -> None:
    read = check("Hàng nhập là 218, 197, 232; hàng xuất là 210, 204, 226; hàng còn lại là 24, 17, 23.")
    assert not [one for one in read.checks if one.verdict is Verdict.INCONSISTENT]


def test_what_a_sentence_leaves_of_its_own_count_is_no_rest_of_the_line_before():
    """Each line has its own whole."""
    text = (
        "Đội A nhận 37 xe, sửa xong 33, đang làm 4.\nĐội B nhận 29 xe, sửa xong 28, đang làm 1.\n"
        "Đội C nhận 23 xe, sửa xong 19, đang làm 4."
    )
    assert not failing(text)


def test_the_number_of_a_school_is_its_name():
    assert not failing("Bậc tiểu học 1.325 em: trường số 1 có 702 em, trường số 2 có 623 em.")
    assert failing("Bậc tiểu học 1.335 em: trường số 1 có 702 em, trường số 2 có 623 em.")


def test_what_remains_of_a_rate_in_whole_percents_is_what_its_parts_come_to() -> None:
    text = "Phải cấp 4.350 thẻ, đã cấp 4.024 thẻ, đạt 93%. Còn {} thẻ ở xóm Trên (194 thẻ) và xóm Dưới ({} thẻ)."
    assert not failing(text.format(326, 132))
    assert {one.told for one in failing(text.format(362, 132))} == {True}


def test_the_rest_ends_a_list_and_no_sum_is_told_without_it() -> None:
    text = (
        "Of the 318 requests, 271 (85.22%) have been settled, 38 are being handled and the remaining {} went elsewhere."
    )
    assert not failing(text.format(9))
    assert len(failing(text.format(4))) == 1


def test_the_late_ones_that_remain_are_of_what_is_split_by_time() -> None:
    text = (
        "Xã nhận 530 hồ sơ, trong đó mới 497, còn lại 33 hồ sơ kỳ trước. "
        "Đã giải quyết {} hồ sơ, trong đó trước hạn 391, đúng hạn 94, còn lại 03 hồ sơ trễ hạn."
    )
    assert not failing(text.format(488))
    assert [len(one.relation.quantities) for one in failing(text.format(483))] == [4]
    full = "Đã giải quyết 485 hồ sơ, trong đó trước hạn 391, đúng hạn 94; còn lại 03 hồ sơ quá hạn chưa xong."
    assert not failing(full)


def test_what_is_left_of_two_breakdowns_has_two_digits_that_changed_places() -> None:
    text = (
        "Phải giải quyết 2.153 đơn (kỳ trước 141, trong kỳ 2.012), đã giải quyết 2.069 đơn (trước hạn 1.633, đúng hạn "
        "436), đang giải quyết {} đơn."
    )
    assert not failing(text.format(84))
    assert [one.changes[0].values[0][1] for one in failing(text.format(48))] == [84]
    assert not failing(text.format(81))  # three may have been withdrawn
