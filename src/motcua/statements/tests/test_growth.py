"""A change is held against two counts only if it is of them and since that period."""

import pytest

from motcua.statements.tests.failing import fails


@pytest.mark.parametrize(
    "text",
    [
        "Năm học trước trường có 43 lớp, năm nay 46 lớp, tăng {} lớp.",
        "Quý trước nhận 618 đơn, quý này 641 đơn, tăng {} đơn so với quý trước.",
    ],
)
def test_a_change_between_two_counts_is_held_against_them(text: str) -> None:
    right = "3" if "lớp" in text else "23"
    assert not fails(text.format(right))
    assert fails(text.format("5" if right == "3" else "32"))


BEFORE = (
    "Tổ sửa 456 bóng đèn. Cùng kỳ năm ngoái, tổ sửa 380 bóng đèn; như vậy số bóng đèn sửa được tăng 76, tức tăng {}."
)


def test_growth_is_of_what_the_sentence_before_told_of_the_other_period() -> None:
    assert not fails(BEFORE.format("20%"))
    assert fails(BEFORE.format("25%"))


@pytest.mark.parametrize(
    "text",
    [
        "Cùng kỳ năm ngoái, tổ sửa 380 bóng đèn; so với quý trước tăng 76 bóng, tức tăng 25%.",
        "Cùng kỳ năm ngoái, tổ sửa 380 bóng đèn; riêng bóng đèn ngõ tăng 76, tức tăng 25%.",
        "Năm học trước trường có 43 lớp, năm nay 46 lớp, tăng 38 em.",
        "Quý trước nhận 618 đơn, quý này 641 đơn, tăng 32 đơn so với cùng kỳ.",
        "Tháng trước có 512 lượt, tháng này 530, tăng 28 lượt so với cùng kỳ năm trước.",
    ],
)
def test_a_change_of_something_else_or_since_another_period_is_not(text: str) -> None:
    assert not fails(text)
