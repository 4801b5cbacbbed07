"""Rates of one whole that nearly all fail, and are no slip away: they are of what the text does not tell."""

from motcua.statements.tests.failing import wrong

TOLD = "Xã có 4.316 hộ. Tổ Một có 784 hộ, chiếm {}%; tổ Hai có 736 hộ, chiếm {}%; tổ Ba có 768 hộ, chiếm {}%."


def test_rates_that_all_miss_one_whole_are_of_something_else() -> None:
    assert not wrong(TOLD.format("18,16", "17,05", "17,79"))
    assert not wrong(TOLD.format("43,13", "41,10", "35,95"))


def test_one_among_those_that_hold_is_wrong() -> None:
    assert len(wrong(TOLD.format("18,16", "71,05", "17,79"))) == 1
    assert len(wrong(TOLD.format("18,16", "41,10", "17,79"))) == 1


def test_two_that_one_slip_each_explains_are_wrong() -> None:
    assert len(wrong(TOLD.format("81,16", "71,05", "17,79"))) == 2
