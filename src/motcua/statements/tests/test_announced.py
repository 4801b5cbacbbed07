"""Lists of which the text says how many they have."""

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import as_json, report
from motcua.statements.tests.failing import fails, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Đã nhận 640 lượt đánh giá, chia theo 4 mức: rất tốt 402 lượt, tốt 171 lượt, khá 43 lượt{}.",
        "Toàn bộ 310 đơn gửi tại 04 thôn: thôn Thượng 131 đơn, thôn Trung 96 đơn và thôn Hạ 59 đơn{}.",
        (
            "6 phường trong cụm đã trả 9.870 hồ sơ, cụ thể: phường Một 2.105 hồ sơ, phường Hai 1.950 hồ sơ, phường Ba "
            "1.611 hồ sơ, phường Tư 2.020 hồ sơ, phường Năm 1.104 hồ sơ{}."
        ),
        (
            "Trong tháng trung tâm nhận 418 hồ sơ, tất cả thuộc 5 lĩnh vực:\n- Chứng thực: 211 hồ sơ;\n- Hộ "
            "tịch: 92 hồ sơ;"
            "\n- Đất đai: 51 hồ sơ;\n- Kinh doanh: 23 hồ sơ{}."
        ),
        "Phường lấy 640 phiếu xếp vào 04 mức, gồm: rất hài lòng 402 phiếu, hài lòng 171 phiếu, bình thường 43 phiếu{}.",
        "Số đơn nhận là 836 đơn, gồm 3 loại: đơn kiến nghị, phản ánh 571 đơn; đơn khiếu nại 98 đơn{}.",
        (
            "Tổng số hồ sơ quá hạn của 04 xã là 97 hồ sơ, cụ thể: Đông 31 hồ sơ, Tây 22 hồ sơ, Nam 18 hồ sơ{}. So với "
            "12.125 hồ sơ đã giải quyết, quá hạn chiếm 0,8%."
        ),
        "Đã giải quyết 1.704 hồ sơ, phân thành 3 loại gồm trước hạn 1.471 hồ sơ và đúng hạn 215 hồ sơ{}.",
    ],
)
def test_one_of_them_is_missing(text: str) -> None:
    assert wrong(text.format(""))


@pytest.mark.parametrize(
    "text",
    [
        "Đã nhận 640 lượt đánh giá, chia theo 4 mức: rất tốt 402 lượt, tốt 171 lượt, khá 43 lượt, kém 24 lượt.",
        "Đã nhận 640 lượt đánh giá từ 6 xã, chủ yếu là: Đông 402 lượt, Đoài 171 lượt.",  # open
        "Tuyên truyền tại 12 thôn với 640 lượt người, trong đó: thôn Thượng 131 lượt, thôn Trung 96 lượt.",  # some
        "Tháng 3 có 58 ý kiến: 12 khen cán bộ, 15 chê chờ lâu, 8 xin thêm ghế.",  # no number of groups
        "Trong 4 tháng, nhận 640 lượt đánh giá, trong đó: rất tốt 402 lượt, tốt 171 lượt, khá 43 lượt.",  # a time
        "Vốn lấy từ ba nguồn là 340 tỷ đồng: huyện 186,4 tỷ; tỉnh 92,7 tỷ; chương trình mục tiêu quốc gia 60,9 tỷ.",
    ],
)
def test_all_are_told_or_nothing_says_so(text: str) -> None:
    assert not fails(text)


def test_what_it_consists_of_by_ways_is_all() -> None:
    text = "Hồ sơ phải giải quyết là {} hồ sơ, gồm hồ sơ nộp trực tuyến 1.305 hồ sơ và nộp trực tiếp 96 hồ sơ."
    assert not fails(text.format("1.401"))
    assert wrong(text.format("1.482"))


def test_nobody_was_unhappy() -> None:
    text = "Thu về {} phiếu, gồm rất hài lòng 318 phiếu, hài lòng 157 phiếu, bình thường 29 phiếu. Không có phiếu {}."
    assert not fails(text.format("504", "không hài lòng"))
    assert wrong(text.format("512", "không hài lòng"))
    assert not fails(text.format("512", "góp ý"))


@pytest.mark.parametrize("said", ["chia theo 4 mức", "chia đủ theo 4 mức"])  # also where words say that it is whole
def test_the_group_that_is_left_out_is_named_first(said: str) -> None:
    found = report(check(f"Đã nhận 640 lượt đánh giá, {said}: rất tốt 402 lượt, tốt 171 lượt, khá 43 lượt."))
    (one,) = found.findings
    assert not one.told
    assert one.mends[0].why == "Nói có 4 nhóm mà chỉ kể 3: còn sót một nhóm 24; có nhóm ấy thì tổng khớp."
    assert one.mends[0].why_en.startswith("It speaks of 4 groups and tells 3: one of 24 is left out")
    assert as_json(found)["checks"][0]["corrections"][0]["quantity"] is None
