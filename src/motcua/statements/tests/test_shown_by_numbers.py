"""What the numbers of a table show without a name: its total, its balance, rates of what is left, rates exchanged."""

import pytest

from motcua.statements.checking import Verdict, check


def wrong(text: str) -> set[str]:
    """The figures of the checks that fail."""
    read = check(text)
    failing = (one.relation.quantities for one in read.checks if one.verdict is Verdict.INCONSISTENT)
    return {str(read.known.quantities[which].value) for some in failing for which in some}


def table(head: str, *rows: str) -> str:
    """A table with bars."""
    return "\n".join([f"| {head} |", "|---" * (head.count("|") + 1) + "|", *(f"| {row} |" for row in rows)])


_CLOSED = table(
    "Nguồn | Biên lai | Số tiền", "Chợ | 312 | 9.840", "Bến | 65 | 520", "Ga | 40 | 80", "Gộp sổ | 417 | 10.440"
)
_PARTS = table("Tuần | Vào | Ra", "1 | 28 | 25", "2 | 35 | 29", "3 | 31 | 27", "Kỳ | 94 | 81")
_BALANCE = table(
    "Kho | Nợ trước | Kỳ này | Ra | Hủy | Nợ lại",
    "Gạo | 7 | 66 | 65 | 1 | 7",
    "Muối | 4 | 25 | 23 | 0 | 6",
    "Dầu | 2 | 83 | 84 | 0 | 1",
    "Gộp | 13 | 174 | 172 | 1 | 14",
)
_LEFT = table(
    "Người | Nhận | Trả | Lỗi | % sạch",
    "Hòa | 212 | 205 | 4 | 98,05",
    "Thắm | 188 | 188 | 0 | 100",
    "Quyên | 154 | 150 | 3 | 98,00",
    "Cộng | 554 | 543 | 7 | 98,71",
)
_RATES = table(
    "Xã | Giao | Xong | Tỷ lệ",
    "An | 160 | 72 | 45,0",
    "Bình | 250 | 215 | 86,0",
    "Cát | 40 | 38 | 95,0",
    "Cộng | 450 | 325 | 72,2",
)
_NO_TOTAL = table("Thôn | Nam | Nữ", "Hạ | 28 | 25", "Trung | 35 | 29", "Tư | 63 | 58")


@pytest.mark.parametrize("text", [_CLOSED, _PARTS, _BALANCE, _LEFT, _RATES, _NO_TOTAL])
def test_holds(text: str) -> None:
    assert not wrong(text)


@pytest.mark.parametrize(
    ("text", "failing"),
    [
        (_CLOSED.replace("10.440", "1.044"), {"1044"}),
        (_PARTS.replace("31 | 27", "31 | 72"), {"72", "81"}),
        (_BALANCE.replace("172", "127"), {"127"}),
        (_LEFT.replace("98,05", "94,81"), {"94.81"}),
        (_RATES.replace("45,0", "x").replace("86,0", "45,0").replace("x", "86,0"), {"45.0", "86.0"}),
    ],
)
def test_fails(text: str, failing: set[str]) -> None:
    assert failing <= wrong(text)
