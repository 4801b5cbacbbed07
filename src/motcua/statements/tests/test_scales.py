"""Money told in several units: sums of it, and one amount told twice."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.telling.report import report


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Vốn làm đường 1,35 tỷ đồng, gồm ngân sách 800 triệu đồng và dân góp 550 triệu đồng.", "550", "505"),
        (
            "Quỹ thu 46,8 triệu đồng: cơ quan 31,5 triệu đồng; cửa hàng 12,6 triệu đồng; hộ dân 2.700.000 đồng.",
            "2.700",
            "27.000",
        ),
        ("Quỹ còn 96,5 triệu đồng, tức 96.500.000 đồng.", "96.500", "965.000"),
        ("Kho bạc giữ 1.204 triệu đồng, nói cách khác là 1,204 tỷ đồng.", "1,204", "12,04"),
    ],
)
def test_several_units(text: str, right: str, wrong: str) -> None:
    assert {one.verdict for one in check(text).checks} == {Verdict.CONSISTENT}
    slipped = check(text.replace(right, wrong))
    assert Verdict.INCONSISTENT in {one.verdict for one in slipped.checks}


@pytest.mark.parametrize(
    "text",
    [
        "Phạt 14 vụ, thu 0,35 tỷ đồng, bằng 310 triệu đồng của năm trước cộng thêm.",
        "Năm nay thu 1,4 tỷ đồng, tăng 200 triệu đồng so với năm trước (1,2 tỷ đồng).",
        "Vốn 1,3 tỷ đồng, trong đó dân góp 450 triệu đồng, hiến 1.200 m2 đất.",
        "Tổng chi 12,4 triệu đồng: in ấn 8.402.000 đồng, nước uống 4.021.000 đồng.",  # rounded
        "Tổng mức 2,45 tỷ đồng, gồm ngân sách 1,6 tỷ đồng và dân góp 853,4 triệu đồng.",
    ],
)
def test_no_alarm(text: str) -> None:
    assert not report(check(text)).wrong


def test_what_is_said_is_in_the_smallest_unit() -> None:
    (found,) = report(check("Vốn 1,35 tỷ đồng, gồm ngân sách 800 triệu đồng và dân góp 505 triệu đồng.")).wrong
    assert found.why.startswith("800 + 505 = 1.305, không phải 1.350: lệch 45.")
    assert str(found.expected) == "1.305"
