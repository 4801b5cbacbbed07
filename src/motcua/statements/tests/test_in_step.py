"""Several things told of every item, stocks handed on, and figures that are no parts of what stands before them."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.sums import Kind


def wrong(text: str) -> list[str]:
    """The wholes of the sums, and the rates, that fail."""
    read = check(text)
    return [
        str(read.known.quantities[one.relation.sums[0][0][1] if one.relation.sums else one.relation.printed].value)
        for one in read.checks
        if one.verdict is Verdict.INCONSISTENT
    ]


_STOCKS = """| Tháng | Đầu | Nhập | Xuất | Cuối |
|---|---|---|---|---|
| 1 | 54 | 80 | 91 | 43 |
| 2 | 43 | 52 | 60 | 35 |
| 3 | 35 | 97 | 88 | 44 |
| Quý | 54 | 229 | 239 | 44 |"""
_TURNED = """| Kho | T1 | T2 | T3 | Quý |
|---|---|---|---|---|
| Kho đầu | 54 | 43 | 35 | 54 |
| Nhập | 80 | 52 | 97 | 229 |
| Xuất | 91 | 60 | 88 | 239 |
| Kho cuối | 43 | 35 | 44 | 44 |"""


@pytest.mark.parametrize(
    ("text", "total", "instead"),
    [
        ("Tổ 1 nhận 41, trả 38; tổ 2 nhận 17, trả 12; tổ 3 nhận 9, trả 11. Tổng nhận 67, trả 61.", "trả 61", "trả 16"),
        ("Trồng 56 buổi, 812 cây. Hạ 20 buổi 300 cây, Trung 16 buổi 212 cây, Tư 20 buổi 300 cây.", "812", "821"),
        ("Kho A 19 ra 31 vào, kho B 23 ra 20 vào, kho C 40 ra 21 vào. Tổng 82 ra 72 vào.", "72 vào", "27 vào"),
        (_STOCKS, "239 | 44", "239 | 43"),
    ],
)
def test_each_thing_for_itself(text: str, total: str, instead: str) -> None:
    assert not wrong(text)
    assert wrong(text.replace(total, instead))


@pytest.mark.parametrize(
    "text",
    [
        _STOCKS,
        _TURNED,
        "Xét 60 đơn có hạn: đúng hạn 41, chậm 9, chưa đến hạn 10.",
        "Đăng ký lại khai sinh từ 5 ngày còn 3 ngày; cấp phép từ 20 ngày nay còn 12 ngày, rút 8 ngày.",
        "Thủ tục A làm 15 ngày. Thủ tục B làm 7 ngày, còn 4 ngày nữa.",
        "Bấm nút đánh giá: 644 lượt. Hồ sơ trả trong kỳ là 812 nên có 79,3% số hồ sơ được đánh giá.",
        "Tiếp 137 lượt: định kỳ 120 lượt, đột xuất 17 lượt.\nNội dung chủ yếu: đất đai 93 lượt, chính sách 44 lượt.",
    ],
)
def test_nothing_wrong(text: str) -> None:
    assert not wrong(text)


def test_a_list_that_goes_on() -> None:
    """Only the list as a whole is said to fail, not the first of its parts beside it."""
    read = check("Xét 60 đơn có hạn: đúng hạn 41, chậm 9, chưa đến hạn 12.")
    failing = [one for one in read.checks if one.verdict is Verdict.INCONSISTENT]
    assert [(one.relation.kind, len(one.relation.sums[0])) for one in failing] == [(Kind.SUM, 4)]
