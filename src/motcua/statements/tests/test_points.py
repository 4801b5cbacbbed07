"""How far two rates are apart, in points."""

import pytest

from motcua.statements.tests.failing import wrong

TOLD = (
    ("Ballots cast by post fell from 41.8 per cent to 36.5 per cent, {} points down.", "5.3", "8.3"),
    ("Số hộ nuôi gà có chuồng tăng từ 55,25% lên 63,75%, tức tăng {} điểm phần trăm.", "8,50", "5,80"),
    ("In May 412 of 800 boats were insured (51.5 %), in June 480 of 800, or 60.0 %, a gain of {} percentage points.",
     "8.5", "5.8"),
    ("Trees alive after a year: 88.4 %, compared with 91.1 % for the batch before, {} percentage points lower.",
     "2.7", "7.2"),
)  # fmt: skip
SOUND = (
    # of another rate, rounded, told roughly, several of them, of a hundred
    "Paid by card: 64.2 % in the shop, 71.9 % on the boat, up 3.1 percentage points on last year.",
    "The share rose from 48 % to 52 %, by 3.6 percentage points before rounding.",
    "Tỷ lệ hộ có bể nước tăng từ 62,53% lên 71,38%, tăng gần 9 điểm phần trăm.",
    "Rowers 44.1 % (up 2.0 points), sailors 55.9 % (down 2.0 points).",
    "Của bốn đội, đội một đạt 91,2%, đội hai đạt 88,6%, kém 4,7 điểm phần trăm so với đội ba.",
    "The fleet scored 92.4 of 100 points; 81.3 % of crews answered, 12.6 % of them by telephone.",
)


@pytest.mark.parametrize(("text", "right", "slip"), TOLD)
def test_difference_of_two_rates(text: str, right: str, slip: str) -> None:
    assert not wrong(text.format(right))
    assert wrong(text.format(slip))


@pytest.mark.parametrize("text", SOUND)
def test_points_of_something_else(text: str) -> None:
    assert not wrong(text)


def test_no_rate_in_its_own_sentence_nor_the_one_before() -> None:
    assert not wrong(
        "Trực tuyến đạt 94,9%. Ba quầy mở cửa; mọi việc đều ổn. So với tháng trước tăng 4,9 điểm phần trăm."
    )


_RANKED = "Đội Lúa dẫn đầu với 84,20 điểm; đội Ngô {} điểm, kém đội đầu {} điểm; đội Khoai 79,45 điểm, kém 4,75 điểm. "


def test_how_far_each_is_behind_the_first() -> None:
    text = _RANKED + "Đội Sắn đứng cuối với 61,80 điểm, kém đội đầu 22,40 điểm."
    assert not wrong(text.format("81,70", "2,50"))
    assert wrong(text.format("81,70", "2,60"))
    assert wrong(text.format("81,90", "2,50"))
    assert not wrong(text.format("81,90", "2,50").replace("22,40", "17,65"))  # most are behind others than the first
    assert not wrong(text.format("81,70", "2,60").replace("kém đội đầu 2,60 điểm", "kém năm ngoái 2,60 lần"))


def test_the_earlier_rate_may_stand_before_a_semicolon() -> None:
    text = "Đã nộp qua mạng 707 hồ sơ, đạt {}%; bằng tiền mặt 38 hồ sơ. Tháng 3 là 92,40%, như vậy tăng 2,50 điểm %."
    assert not wrong(text.format("94,90"))
    assert wrong(text.format("99,40"))
