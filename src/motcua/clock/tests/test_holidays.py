"""The national days against the table of law.md §4.5."""

from datetime import date, timedelta

import pytest

from motcua.clock import NATIONAL_DAYS, DayKind, standard_calendar
from motcua.clock.tests.made import STANDARD


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def spell(days: list[date]) -> str:
    return " ".join(f"{day:%d/%m}" for day in days)


@pytest.mark.parametrize(("year", "expected"), [(2022, 249), (2023, 249), (2024, 251), (2025, 250), (2026, 249)])
def test_working_days_of_a_year(year: int, expected: int) -> None:
    assert sum(STANDARD.is_working(day) for day in days_of(year)) == expected


@pytest.mark.parametrize(
    ("year", "off", "worked"),
    [
        (2022, "03/01 31/01 01/02 02/02 03/02 04/02 11/04 02/05 03/05 01/09 02/09", ""),
        (2023, "02/01 20/01 23/01 24/01 25/01 26/01 01/05 02/05 03/05 01/09 04/09", ""),
        (2024, "01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09", "04/05"),
        (2025, "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09", "26/04"),
        (
            2026,
            "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11",
            "10/01 22/08",
        ),
        (2027, "01/01 04/02 05/02 08/02 09/02 10/02 16/04 30/04 03/05 02/09 03/09 24/11", ""),
    ],
)
def test_weekdays_off_and_saturdays_worked(year: int, off: str, worked: str) -> None:
    days = days_of(year)
    assert spell([day for day in days if day.weekday() < 5 and not STANDARD.is_working(day)]) == off
    assert spell([day for day in days if day.weekday() >= 5 and STANDARD.is_working(day)]) == worked


def test_every_day_is_named_sourced_and_listed_once() -> None:
    assert len({day.date for day in NATIONAL_DAYS}) == len(NATIONAL_DAYS)
    assert all(day.name and day.source and day.certainty for day in NATIONAL_DAYS)


def test_every_swapped_day_off_has_its_worked_saturday() -> None:
    swapped = [day for day in NATIONAL_DAYS if day.kind is DayKind.SWAPPED_OFF]
    worked = [day for day in NATIONAL_DAYS if day.kind is DayKind.MAKEUP_WORKING]
    assert [day.date.year for day in swapped] == [2024, 2025, 2026, 2026]
    assert [day.date.year for day in worked] == [2024, 2025, 2026, 2026]


def test_the_undecided_year_says_so() -> None:
    tet = [day for day in NATIONAL_DAYS if date(2027, 2, 1) <= day.date <= date(2027, 2, 28)]
    assert {day.certainty for day in tet} == {"provisional", "low"}
    assert all("chưa có quyết định" in day.source for day in tet)
    assert [STANDARD.is_provisional(year) for year in (2021, 2022, 2026, 2027, 2028)] == [
        True,
        False,
        False,
        True,
        True,
    ]


def test_the_standard_calendar_is_one_value() -> None:
    assert standard_calendar() is standard_calendar()
