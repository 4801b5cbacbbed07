"""Amounts in digits that are written out behind them."""

import pytest

from motcua.statements.tests.failing import fails, wrong

_TOLD = [
    (
        "Tổng chi 1.284.500.000 đồng (bằng chữ: một tỷ hai trăm {} triệu năm trăm nghìn đồng).",
        "tám mươi tư",
        "bốn mươi tám",
    ),
    ("Cộng 418.400.000 đồng, viết bằng chữ là bốn trăm {} triệu bốn trăm nghìn đồng.", "mười tám", "tám mươi mốt"),
    ("Thu 3.105.000 đồng (Bằng chữ: Ba triệu một trăm {} nghìn đồng).", "linh năm", "năm mươi"),
    ("Nộp {} triệu đồng (bằng chữ: hai triệu ba trăm nghìn đồng).", "2,3", "3,2"),
]


@pytest.mark.parametrize(("text", "right", "others"), _TOLD)
def test_both_must_be_the_same(text: str, right: str, others: str) -> None:
    assert not fails(text.format(right))
    assert len(wrong(text.format(others))) == 1


def test_what_is_written_out_is_no_part_of_anything() -> None:
    text = "Chi 1.284.500.000 đồng (bằng chữ: một tỷ hai trăm tám mươi tư triệu năm trăm nghìn đồng), đạt 95,1%."
    assert not fails(text)
