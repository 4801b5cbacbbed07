"""Numbers out and in."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.vietnam import money, money_words, number, parse_number, parse_percent, percent

anything = st.text(st.characters(exclude_categories=()), max_size=40)
number_like = st.text("0123456789.,% -\u00a0\u0660\uff11", max_size=20)


def test_numbers_out() -> None:
    assert number(12558) == "12.558"
    assert number(0) == "0"
    assert number(-1234567) == "-1.234.567"
    assert number(Decimal("1234.5"), 2) == "1.234,50"
    assert number(Decimal("-0.004"), 2) == "0,00"
    assert number(3, 1) == "3,0"
    assert percent(Decimal("98.23")) == "98,23 %"
    assert percent(Decimal("95.885")) == "95,89 %"  # half up
    assert percent(100, decimals=0) == "100 %"
    assert money(50000) == "50.000 đồng"
    assert money(0) == "0 đồng"


@pytest.mark.parametrize(
    ("dong", "said"),
    [
        (0, "không đồng"),
        (5, "năm đồng"),
        (10, "mười đồng"),
        (15, "mười lăm đồng"),
        (21, "hai mươi mốt đồng"),
        (11, "mười một đồng"),
        (55, "năm mươi lăm đồng"),
        (101, "một trăm linh một đồng"),
        (110, "một trăm mười đồng"),
        (8_000, "tám nghìn đồng"),
        (50_000, "năm mươi nghìn đồng"),
        (75_500, "bảy mươi lăm nghìn năm trăm đồng"),
        (1_000_005, "một triệu không trăm linh năm đồng"),
        (1_050_000, "một triệu không trăm năm mươi nghìn đồng"),
        (2_000_000_000, "hai tỷ đồng"),
        (1_000_000_001, "một tỷ không trăm linh một đồng"),
        (3_000_000_000_000, "ba nghìn tỷ đồng"),
        (-50_000, "âm năm mươi nghìn đồng"),
    ],
)
def test_money_in_words(dong: int, said: str) -> None:
    assert money_words(dong) == said


def test_an_amount_too_large_to_say_is_refused() -> None:
    assert money_words(10**18 - 1).startswith("chín trăm chín mươi chín triệu")
    with pytest.raises(Refused) as no:
        money_words(10**18)
    assert no.value.code == "money.range"


@given(st.integers(min_value=0, max_value=10**7), st.integers(min_value=0, max_value=10**7))
def test_two_amounts_never_sound_alike(one: int, other: int) -> None:
    assert (money_words(one) == money_words(other)) == (one == other)
    assert "  " not in money_words(one)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12.558", 12558),
        ("12558", 12558),
        ("12 558", 12558),
        ("12\u00a0558", 12558),
        (" 1.338\n", 1338),
        ("0", 0),
        ("007", 7),
        ("1.234.567", 1234567),
    ],
)
def test_numbers_in(typed: str, value: int) -> None:
    assert parse_number(typed) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "number.empty"),
        ("\x00 ", "number.empty"),
        ("12,558", "number.decimal"),
        ("98,23", "number.decimal"),
        ("1.25", "number.unreadable"),
        ("0.123", "number.unreadable"),
        ("12.5580", "number.unreadable"),
        ("-5", "number.unreadable"),
        ("1e9", "number.unreadable"),
        ("mười", "number.unreadable"),
        ("٣٤", "number.unreadable"),
        ("１２", "number.unreadable"),
        ("9" * 16, "number.unreadable"),
        ("9" * 100_000, "number.unreadable"),
    ],
)
def test_numbers_that_cannot_be_read(typed: str, code: str) -> None:
    with pytest.raises(Refused) as no:
        parse_number(typed)
    assert no.value.code == code


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("98,23%", "98.23"),
        ("98,23 %", "98.23"),
        ("98.23%", "98.23"),
        ("98,23", "98.23"),
        ("100 %", "100"),
        ("51,8%", "51.8"),
        ("4,110 %", "4.110"),
        ("0%", "0"),
    ],
)
def test_rates_in(typed: str, value: str) -> None:
    found = parse_percent(typed)
    assert found == Decimal(value)
    assert str(found) == value, "as many decimals as were written"


@pytest.mark.parametrize("typed", ["", "%", "-1%", "1.234 %", "1.234,5%", "98,23%%", "98,23 phần trăm", "NaN", "1e5"])
def test_rates_that_cannot_be_read(typed: str) -> None:
    with pytest.raises(Refused) as no:
        parse_percent(typed)
    assert no.value.code == "percent.unreadable"


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_number_comes_back(value: int) -> None:
    assert parse_number(number(value)) == value
    assert parse_number(str(value)) == value


@given(st.decimals(min_value=0, max_value=999, places=2))
def test_a_rate_comes_back(value: Decimal) -> None:
    assert parse_percent(percent(value)) == value


@given(anything | number_like)
def test_hostile_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_number, parse_percent):
        with suppress(Refused):
            assert parse(text) >= 0
