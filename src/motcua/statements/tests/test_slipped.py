"""Rates whose whole no word tells surely: said only when one slip explains one reading, and hardly by chance."""

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import report
from motcua.statements.tests.failing import fails


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Thôn có 214 hộ thuộc diện nộp; đến nay đã có 198 hộ nộp, đạt 94,5%.", "92,5 %"),
        ("Kho có 366 món, 155 món mới, 121 món cũ, 90 món mượn; trong năm dùng tới 134 món, bằng 37,61%.", "36,61 %"),
        ("The hall lent 2,416 chairs. In May 1,547 chairs came back, or 46.03%.", "64.03 %"),
        ("Trạm phát ra 1.214 phiếu; đến nay thu về 968 phiếu, đạt 71,50%.", "79,74 %"),  # a slip of the count
    ],
)
def test_one_slip_tells_the_whole(text, right):
    wrong = report(check(text)).wrong
    assert wrong
    assert right in (wrong[0].why + wrong[0].why_en)


@pytest.mark.parametrize(
    "text",
    [
        "Thôn có 214 hộ thuộc diện nộp; đến nay đã có 198 hộ nộp, đạt 92,5%.",  # right
        "Thôn có 214 hộ thuộc diện nộp; đến nay đã có 198 hộ nộp, đạt 71,3%.",  # of something that is not told
        "Thôn có 214 hộ, xã có 218 hộ, cả tổ có 310 hộ; đến nay đã có 198 hộ nộp, đạt 94,5%.",  # near one by chance
        "Trạm phát ra 1.214 phiếu; đến nay thu về 968 phiếu, đạt 88,88%.",  # no slip comes to it
        "Trạm có 1.214 phiếu, cả 346 phiếu chưa thu; thu về 968 phiếu, đạt 28,50%.",  # of those that are left
        "Mũi hai tiêm 1.157 người, đạt 98,4%; mũi ba 960 người, đạt 84,5%.",  # of those who should, who are not told
        "Thôn có 24 hộ thuộc diện nộp; đến nay đã có 15 hộ nộp, đạt 61%.",  # so few digits are near anything
    ],
)
def test_silent(text):
    assert not report(check(text)).wrong


LEFT = "Quỹ của thôn năm nay là {} triệu đồng. Đến nay đã thu 48 triệu đồng, đạt {} kế hoạch; còn 16 triệu đồng ({})."


def test_what_is_left_and_its_rate_show_the_whole() -> None:
    assert not fails(LEFT.format(64, "75%", "25%"))
    assert fails(LEFT.format(64, "57%", "25%"))


@pytest.mark.parametrize(("whole", "rate", "left"), [(64, "60%", "25%"), (64, "57%", "20%"), (70, "57%", "25%")])
def test_of_a_plan_that_is_not_told(whole: int, rate: str, left: str) -> None:
    assert not fails(LEFT.format(whole, rate, left))
