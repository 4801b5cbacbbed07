"""Rates that name one part by the text's own words and are right of another."""

from decimal import Decimal

import pytest

from motcua.statements.tests.failing import failing_rates


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("Thu 1.845 ý kiến: người già 1.130, thanh niên 715. Riêng thanh niên chiếm {}%.", "38,8", "61,2"),
        ("Trồng 1.240 cây: keo 930 cây, bạch đàn 310 cây. Tỷ lệ bạch đàn là {}%.", "25", "75"),
        ("Of 1,240 trees 930 were acacia, 310 eucalyptus. The eucalyptus share stands at {} %.", "25.0", "75.0"),
        ("Còn 96 hồ sơ chưa trả (còn hạn 81, quá hạn 15). Văn phòng lo vì {}% số chưa trả bị quá hạn.", "15,6", "84,4"),
        ("Trồng 1.240 cây: keo 930 cây, bạch đàn 310 cây. Tỷ lệ bạch đàn là {}%.", "25,0", "20,5"),
        ("Nhận 26 vụ, hòa giải thành 22 vụ, hòa giải không thành 4 vụ. Tỷ lệ hòa giải thành là {}%.", "84,6", "15,4"),
    ],
)  # fmt: skip
def test_of_the_part_it_names(text, right, others):
    assert failing_rates(text.format(right)) == []
    assert failing_rates(text.format(others)) == [Decimal(others.replace(",", "."))]


@pytest.mark.parametrize(
    "text",
    [
        "Trồng 1.240 cây: keo 930 cây, bạch đàn 310 cây. Tỷ lệ sống sau ba tháng là 75,0%.",  # it names no part
        "Trồng 1.240 cây: keo 930 cây, bạch đàn 310 cây. Tỷ lệ keo và bạch đàn sống là 75,0%.",  # it names both
        "Trồng 1.240 cây: keo 930 cây, bạch đàn 310 cây. Cây bạch đàn đã sống được 90,3%.",  # a share of nothing told
        "Chấm 64 bài: đạt 48 bài, không đạt 16 bài. Tỷ lệ không phải thi lại là 75,0%.",  # "not" alone names nothing
    ],
)
def test_of_no_part_or_of_both(text):
    assert failing_rates(text) == []


_VOTES = "Mục 1. Thu 420 phiếu, gồm 273 phiếu giấy và 147 phiếu điện tử.\n"
_BETWEEN = "Có 12 buổi. Có 5 chi hội. Trao 30 suất quà. Thăm 8 nhà. Mua 4 loa. Sửa 3 ghế. Dựng 2 lán. Họp 6 lần.\n"


@pytest.mark.parametrize(
    ("said", "right", "others"),
    [
        ("Mục 3. Tỷ lệ phiếu điện tử là {}%.", "35,0", "65,0"),
        ("Mục 3. Tính ra trong kỳ phiếu giấy chiếm {}%.", "65,0", "35,0"),
    ],
)
def test_far_behind_the_parts(said, right, others):
    assert failing_rates(_VOTES + _BETWEEN + said.format(right)) == []
    assert failing_rates(_VOTES + _BETWEEN + said.format(others)) == [Decimal(others.replace(",", "."))]


@pytest.mark.parametrize(
    "text",
    [
        _VOTES + _BETWEEN + "Mục 3. Tỷ lệ phiếu điện tử của đoàn bạn là 65,0%.",
        _VOTES + _BETWEEN + "Mục 3. Tỷ lệ hội viên dự họp là 65,0%.",
        _VOTES + "Tỷ lệ phiếu điện tử năm trước là 65,0%.",
        "Xếp loại 60 tổ: giỏi 16 (26,67%), khá 33 (55%), kém 11 (18,33%). Về hộ, tỷ lệ giỏi 23,7%.",
    ],
)
def test_of_other_people_and_times(text):
    assert failing_rates(text) == []


HEADS = "Đã sửa 950 xe, trong đó sửa nhanh {} xe, sửa kỹ {} xe.\n\nTỷ lệ sửa nhanh đạt 86,0%, sửa kỹ chiếm 14,0%. {}"


def test_two_parts_that_a_paragraph_away_bear_each_others_rate_changed_places() -> None:
    again = "Trong 817 xe sửa nhanh có 500 xe máy, còn lại 317 xe đạp."
    assert failing_rates(HEADS.format(817, 133, again)) == []
    assert {*failing_rates(HEADS.format(133, 817, ""))} == {Decimal("86.0"), Decimal("14.0")}
    assert {*failing_rates(HEADS.format(133, 817, again))} == {Decimal("86.0"), Decimal("14.0")}
