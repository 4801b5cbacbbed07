"""Rates in the order of their counts."""

from decimal import Decimal

from motcua.statements.tests.failing import failing_rates


def test_all_but_one() -> None:
    text = "Ấp có 366 cây: dừa 318, cau 41, mít 7. Tính ra dừa 86,9%, cau 11,2%, mít 1,9%."
    assert failing_rates(text) == []
    assert failing_rates(text.replace("11,2", "17,2")) == [Decimal("17.2")]
    assert failing_rates(text.replace(" cau 41", " cau 47"))


def test_other_order_or_other_things() -> None:
    assert failing_rates("Ấp có 366 cây: dừa 318, cau 41, mít 7. Sống 97,3%, ra hoa 54,1%, có quả 31,0%.") == []


def test_between_their_wholes_and_their_counts() -> None:
    text = "Ấp Một 245 cây, sống 98,4% (241 cây); ấp Hai 198 cây, 98,5% (195); ấp Ba 164 cây, 97,0% (159)."
    assert failing_rates(text) == []
    assert failing_rates(text.replace("(195)", "(159)")) == [Decimal("98.5")]
    assert failing_rates(text.replace("98,5%", "95,8%")) == [Decimal("95.8")]


def test_two_that_are_all() -> None:
    text = "Đội trồng 320 cây, 264 cây đã bén rễ, 56 cây phải dặm lại. Đã bén rễ 82,5%; phải dặm 17,5%."
    assert failing_rates(text) == []
    assert failing_rates(text.replace("82,5", "82,9")) == [Decimal("82.9")]
    assert failing_rates(text.replace("56 cây", "41 cây").replace("82,5", "82,9")) == []  # not all of them


def test_under_their_names() -> None:
    text = "Trồng: ấp Trên 48, ấp Dưới 64, ấp Giữa 75. Sống: ấp Trên 45, ấp Dưới 61, ấp Giữa 60. "
    rates = "Tỷ lệ sống của ấp Trên 93,8%, ấp Dưới 95,3%, ấp Giữa 80,0%."
    assert failing_rates(text + rates) == []
    assert failing_rates(text + rates.replace("95,3", "93,5")) == [Decimal("93.5")]
    assert failing_rates(text + "Ra hoa ở ấp Trên 11,8%, ấp Dưới 25,3%, ấp Giữa 40,2%.") == []


def test_two_that_changed_places() -> None:
    text = "Phát 800 cây giống: 592 keo, 168 quế, 40 lát; lần lượt chiếm {}."
    assert failing_rates(text.format("74%, 21% và 5%")) == []
    assert failing_rates(text.format("74%, 5% và 21%")) == [Decimal(5), Decimal(21)]
    assert (
        failing_rates("Phát 800 cây giống: 592 keo, 168 quế, 40 lát. Sống: keo 74%, lát 5%, quế 21%.") == []
    )  # by name


def test_whole_percents_with_nothing_to_round() -> None:
    text = "Đội có 1.125 xe; 900 xe kiểm định, 45 xe sửa, 630 xe lắp định vị; lần lượt là 80%, 4% và {}% tổng số xe."
    assert failing_rates(text.format("56")) == []
    assert failing_rates(text.format("70")) == [Decimal(70)]


def test_two_by_their_names() -> None:
    assert failing_rates("Lớp có 450 em, trong đó 288 nữ và 162 nam; nam chiếm 36%, nữ chiếm 64%.") == []
