"""Days and moments in words."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.vietnam import day, moment, parse_date, weekday

HANOI = timezone(timedelta(hours=7))
TODAY = date(2026, 11, 25)


def at(d: date, hour: int, minute: int = 0) -> datetime:
    return datetime(d.year, d.month, d.day, hour, minute, tzinfo=HANOI)


def test_days() -> None:
    assert [weekday(date(2026, 11, 23) + timedelta(days=n)) for n in range(7)] == [
        "thứ Hai",
        "thứ Ba",
        "thứ Tư",
        "thứ Năm",
        "thứ Sáu",
        "thứ Bảy",
        "Chủ nhật",
    ]
    assert day(date(2026, 11, 26)) == "thứ Năm 26/11"
    assert day(date(2026, 1, 2), year=True) == "thứ Sáu 02/01/2026"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (at(TODAY, 17), "hôm nay, 17:00"),
        (at(date(2026, 11, 26), 11, 30), "ngày mai, 11:30"),
        (at(date(2026, 11, 27), 17), "thứ Sáu 27/11, 17:00"),
        (at(date(2026, 11, 24), 9, 5), "thứ Ba 24/11, 09:05"),
        (at(date(2027, 1, 7), 17), "thứ Năm 07/01/2027, 17:00"),
        (datetime(2026, 11, 25, 17, 30, tzinfo=UTC), "ngày mai, 00:30"),
    ],
)
def test_moments_as_seen_today(when: datetime, said: str) -> None:
    assert moment(when, TODAY) == said
    assert moment(when, today=TODAY) == said


def test_paper_is_read_on_another_day() -> None:
    assert moment(at(TODAY, 17), TODAY, year=True) == "thứ Tư 25/11/2026, 17:00"


def test_the_last_evening_of_a_year() -> None:
    assert moment(at(date(2027, 1, 1), 8), date(2026, 12, 31)) == "ngày mai, 08:00"


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="time zone"):
        moment(datetime(2026, 11, 25, 17), TODAY)  # noqa: DTZ001 - the naive datetime is the point


@pytest.mark.parametrize("typed", ["07/03/1990", "7/3/1990", "07-03-1990", "7.3.1990", "07031990", " 07 03 1990\n"])
def test_days_in(typed: str) -> None:
    assert parse_date(typed) == date(1990, 3, 7)


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        ("31/02/1990", "date.impossible", "Tháng 2 không có ngày 31."),
        ("29/02/2025", "date.impossible", "Tháng 2 năm 2025 không có ngày 29."),
        ("31041990", "date.impossible", "Tháng 4 không có ngày 31."),
        ("00/01/1990", "date.impossible", "Tháng 1 không có ngày 0."),
        ("01/13/1990", "date.impossible", "Một năm có tháng 1 đến tháng 12."),
        ("01/01/0000", "date.impossible", "Một năm"),
        ("1990-03-07", "date.unreadable", "Không đọc được"),
        ("07/03-1990", "date.unreadable", "Không đọc được"),
        ("", "date.unreadable", "Không đọc được"),
        ("07/03/90", "date.unreadable", "Không đọc được"),
    ],
)
def test_days_that_cannot_be(typed: str, code: str, says: str) -> None:
    with pytest.raises(Refused) as no:
        parse_date(typed)
    assert no.value.code == code
    assert no.value.vi.startswith(says)


@given(st.dates())
def test_a_day_comes_back(on: date) -> None:
    written = f"{on.day:02}/{on.month:02}/{on.year:04}"
    assert parse_date(written) == parse_date(written.replace("/", "")) == on


@given(st.text(st.characters(exclude_categories=()), max_size=30) | st.text("0123456789/-. ", max_size=12))
def test_hostile_text_is_read_or_refused(text: str) -> None:
    with suppress(Refused):
        assert parse_date(text).year
