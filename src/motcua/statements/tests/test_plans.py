"""How much of a plan is reached, also more than all of it."""

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import report

TOLD = (  # the same with what is right, and with what is wrong
    ("Hội gây quỹ được {} triệu đồng, đạt 106% chỉ tiêu (250 triệu đồng).", "265", "625"),
    ("Thu phí chợ ước đạt 1.743 triệu đồng, bằng {}% dự toán giao (1.660 triệu đồng).", "105,00", "150,00"),
    ("Trại cá thu 4.385 triệu đồng, vượt {}% so với kế hoạch 4.120 triệu đồng.", "6,43", "6,34"),
    ("Dự toán 340 triệu đồng, đã chi {} triệu đồng (75%), mua bàn ghế 60 triệu đồng.", "255", "225"),
    ("Kế hoạch giao 1.450 m kênh; đã đào {} m, đạt 92,0% kế hoạch.", "1.334", "1.343"),
    ("The choir sold 1,173 tickets, reaching {}% of the target of 1,150.", "102.0", "120.0"),
)
SOUND = (
    "Fees made 1,864 million, or 103.6 per cent of the annual estimate of 1,800 million. Stalls: 932 million (50.0%).",
    "Dự toán 340 triệu đồng. Quý I chi 64 triệu đồng, đạt 71% kế hoạch quý.",
    "Thu được 1.840 triệu đồng, đạt 104% dự toán, trong đó phí chợ 610 triệu đồng.",
    "Kế hoạch 90 lớp; đã mở 60 lớp, đạt 45% số thôn.",
    "Chỉ tiêu 250 triệu đồng; hơn 200 triệu đồng, đạt 82% chỉ tiêu.",
    "Kế hoạch 320 hộ. Đã lắp 1.150 bóng, đạt 88,5%.",
)


@pytest.mark.parametrize(("text", "right", "other"), TOLD)
def test_what_is_no_share_of_its_plan_is_said(text, right, other):
    assert not report(check(text.format(right))).wrong
    assert report(check(text.format(other))).wrong


@pytest.mark.parametrize("text", SOUND)
def test_of_another_plan_or_of_an_untold_one(text):
    assert not report(check(text)).wrong
