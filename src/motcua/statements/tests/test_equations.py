"""Sums written out with their signs, the whole behind the parts or before them."""

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import report


@pytest.mark.parametrize(
    "text",
    [
        "Ngày hội: 38 + 1.135 = 1.193 lượt khách.",
        "Bếp ăn [suất cơm: 1.380 = ca sáng 640 + ca trưa 470 + ca tối 250]; [suất chay: 84].",
        "Sổ quỹ ghi áo mưa 214 = áo mới 130 + áo cũ 48.",
        "Kho báo: gạo tẻ 412 + gạo nếp 96 = 580 bao.",
    ],
)
def test_a_written_sum_that_fails(text: str) -> None:
    assert len(report(check(text)).wrong) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bếp ăn [suất cơm: 1.360 = ca sáng 640 + ca trưa 470 + ca tối 250].",
        "Áo mưa 214 = áo mới 230 + áo cũ 84 - áo rách 100.",
        "Đợt A có 38 + 12 = 50 bao, cộng 7 bao của đợt B.",
        "Mã lớp 12 = khối sáng, 38 em + 4 cô.",
    ],
)
def test_a_written_sum_that_holds(text: str) -> None:
    assert not report(check(text)).wrong
