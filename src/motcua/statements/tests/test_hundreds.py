"""Rates that make a hundred."""

from decimal import Decimal

from motcua.statements.checking import Verdict, check
from motcua.statements.tests.failing import failing_values


def test_a_rate_and_the_rest_of_it() -> None:
    text = "Có 86,3% số hộ làm hầm khí, còn lại {}% số hộ chưa làm."
    assert failing_values(text.format("13,7")) == []
    assert failing_values(text.format("23,7")) == [{Decimal("86.3"), Decimal("23.7")}]
    assert failing_values(text.format("9,4")) == []  # of some of them
    assert failing_values("Có 86,3% số hộ làm hầm khí; trong số hộ còn lại, 23,7% đang xây.") == []


def test_the_correction_that_makes_a_hundred() -> None:
    text = (
        "Hồ sơ trước hạn chiếm 71,3%, đúng hạn chiếm 24,3%, quá hạn chiếm {}% trên tổng số 1.000 hồ sơ đã giải quyết. "
        "Số hồ sơ quá hạn là {} hồ sơ, đều về rừng."
    )
    (failing,) = [one for one in check(text.format("5,4", 44)).checks if one.verdict is Verdict.INCONSISTENT]
    assert (failing.told, failing.changes[0].values[0][1]) == (True, Decimal("4.4"))
    (failing,) = [one for one in check(text.format("4,4", 54)).checks if one.verdict is Verdict.INCONSISTENT]
    assert failing.changes[0].values[0][1] == Decimal(44)


def test_what_rates_come_to() -> None:
    text = "Ý kiến: hài lòng 54,8%, tạm được 38,6%, chưa hài lòng 6,6%, {}%."
    assert failing_values(text.format("cộng đủ 100")) == []
    rates = {Decimal("54.8"), Decimal("38.6"), Decimal("6.6")}
    assert failing_values(text.format("cộng đủ 700")) == [rates | {Decimal(700)}]
    assert failing_values(text.format("ba mức cộng lại là 101")) == [rates | {Decimal(101)}]
    assert failing_values(text.format("tổng số phiếu thu về đạt 87")) == []  # of something else
