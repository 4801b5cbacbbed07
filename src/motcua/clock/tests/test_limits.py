"""Limits as text, as words and as values."""

from decimal import Decimal

import pytest

from motcua.acts import Refused
from motcua.clock import Limit, Unit


@pytest.mark.parametrize(
    ("text", "canonical", "words"),
    [
        ("3 working days", "3 working days", "3 ngày làm việc"),
        ("1 working day", "1 working day", "1 ngày làm việc"),
        ("15 days", "15 days", "15 ngày"),
        ("4 working hours", "4 working hours", "4 giờ làm việc"),
        ("12 hours", "12 hours", "12 giờ"),
        ("same day", "same day", "trong ngày"),
        ("1 month", "1 month", "1 tháng"),
        ("  3   Working  DAYS ", "3 working days", "3 ngày làm việc"),
        ("0.25 working days", "0.25 working days", "0,25 ngày làm việc"),
        ("10.500 hours", "10.5 hours", "10,5 giờ"),
        ("30.000 days", "30 days", "30 ngày"),
        ("1 days", "1 day", "1 ngày"),
    ],
)
def test_text_there_and_back(text: str, canonical: str, words: str) -> None:
    limit = Limit.parse(text)
    assert str(limit) == canonical
    assert limit.words() == words
    assert Limit.parse(str(limit)) == limit


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "limit.text"),
        ("soon", "limit.text"),
        ("3", "limit.text"),
        ("three days", "limit.text"),
        ("3 weeks", "limit.text"),
        ("3 working months", "limit.text"),
        ("-3 days", "limit.text"),
        ("3e5 days", "limit.text"),
        ("٣ days", "limit.text"),
        ("3 days; drop", "limit.text"),
        ("9" * 5000 + " days", "limit.text"),
        ("\x003 days", "limit.text"),
        ("0 days", "limit.positive"),
        ("0.0 working days", "limit.positive"),
        ("99999 days", "limit.huge"),
        ("121 months", "limit.huge"),
        ("1.5 days", "limit.fraction"),
        ("0.5 months", "limit.fraction"),
        ("0.3333 working days", "limit.fraction"),
    ],
)
def test_nonsense_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as no:
        Limit.parse(text)
    assert no.value.code == code
    assert no.value.vi
    assert no.value.en


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-1", "0"])
def test_impossible_values_are_refused(value: str) -> None:
    with pytest.raises(Refused):
        Limit(value=Decimal(value), unit=Unit.WORKING_DAY)


def test_equal_limits_are_equal_values() -> None:
    stored = Limit(value=Decimal("3.000"), unit=Unit.WORKING_DAY)
    assert stored == Limit.parse("3 working days")
    assert hash(stored) == hash(Limit.parse("3 working days"))
    assert Limit(value=Decimal(0), unit=Unit.SAME_DAY) == Limit.parse("same day")


@pytest.mark.parametrize(
    ("text", "by_date"),
    [
        ("3 working days", True),
        ("15 days", True),
        ("1 month", True),
        ("same day", True),
        ("0.25 working days", False),
        ("4 working hours", False),
        ("12 hours", False),
    ],
)
def test_what_lateness_compares(text: str, *, by_date: bool) -> None:
    assert Limit.parse(text).by_date is by_date
