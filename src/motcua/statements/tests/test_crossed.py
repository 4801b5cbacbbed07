"""Rates that name one part by the text's own words and are right of another."""

from decimal import Decimal

import pytest

from motcua.statements.checking import Verdict, check


def wrong(text: str) -> list[Decimal]:
    read = check(text)
    return [
        read.known.quantities[one.relation.printed].value
        for one in read.checks
        if one.verdict is Verdict.INCONSISTENT and one.relation.printed >= 0
    ]


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
    assert wrong(text.format(right)) == []
    assert wrong(text.format(others)) == [Decimal(others.replace(",", "."))]


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
    assert wrong(text) == []
