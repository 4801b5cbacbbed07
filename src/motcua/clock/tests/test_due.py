"""Due dates without pauses: the golden vectors of law.md §4.5 and a table for every unit and channel."""

from datetime import UTC, date, datetime

import pytest

from motcua import clock
from motcua.acts import Refused
from motcua.clock import Channel, DayKind
from motcua.clock.tests.made import STANDARD, WITH_EVENINGS, at, calendar, limit, off, session


@pytest.mark.parametrize(
    ("received", "within", "expected"),
    [
        ("2026-02-12", "3 working days", "2026-02-24"),
        ("2026-01-09", "1 working day", "2026-01-10"),
        ("2026-08-20", "2 working days", "2026-08-22"),
        ("2026-08-27", "3 working days", "2026-09-04"),
        ("2026-04-24", "1 working day", "2026-04-28"),
        ("2026-04-29", "5 working days", "2026-05-08"),
        ("2025-04-25", "1 working day", "2025-04-26"),
        ("2026-11-20", "3 working days", "2026-11-26"),
        ("2026-11-23", "1 working day", "2026-11-25"),
    ],
)
def test_golden_vectors(received: str, within: str, expected: str) -> None:
    found = clock.due(start=at(f"{received} 09:00"), limit=limit(within), calendar=STANDARD)
    assert found.at == at(f"{expected} 17:00")
    assert found.date == date.fromisoformat(expected)
    assert not found.provisional


@pytest.mark.parametrize(
    ("received", "within", "expected"),
    [
        # working days: the day of receipt is not counted, whenever on it
        ("2026-03-02 06:00", "1 working day", "2026-03-03 17:00"),
        ("2026-03-02 23:59", "1 working day", "2026-03-03 17:00"),
        ("2026-03-06 16:59", "2 working days", "2026-03-10 17:00"),
        ("2026-03-07 09:00", "1 working day", "2026-03-09 17:00"),  # received on a Saturday
        ("2026-03-02 09:00", "20 working days", "2026-03-30 17:00"),
        # calendar days move off days off only at the end
        ("2026-03-02 09:00", "4 days", "2026-03-06 17:00"),
        ("2026-03-02 09:00", "5 days", "2026-03-09 17:00"),  # a Saturday
        ("2026-02-02 09:00", "15 days", "2026-02-23 17:00"),  # inside Tết
        ("2026-01-05 09:00", "5 days", "2026-01-10 17:00"),  # a worked Saturday is not moved
        # months: the same day number, clamped
        ("2026-03-02 09:00", "1 month", "2026-04-02 17:00"),
        ("2026-01-31 09:00", "1 month", "2026-03-02 17:00"),  # 28/02 is a Saturday
        ("2023-10-31 09:00", "4 months", "2024-02-29 17:00"),
        ("2025-11-30 09:00", "3 months", "2026-03-02 17:00"),
        ("2026-11-12 09:00", "1 month", "2026-12-14 17:00"),
        # working hours
        ("2026-03-02 07:30", "4 working hours", "2026-03-02 11:30"),
        ("2026-03-02 09:00", "4 working hours", "2026-03-02 14:30"),
        ("2026-03-02 05:00", "4 working hours", "2026-03-02 11:30"),
        ("2026-03-02 07:29", "4 working hours", "2026-03-02 11:30"),
        ("2026-03-02 12:59", "4 working hours", "2026-03-02 17:00"),
        ("2026-03-02 12:15", "4 working hours", "2026-03-02 17:00"),
        ("2026-03-06 16:00", "8 working hours", "2026-03-09 16:00"),
        ("2026-03-07 09:00", "0.5 working hours", "2026-03-09 08:00"),
        # fractions of a working day are working time
        ("2026-03-02 09:00", "0.25 working days", "2026-03-02 11:00"),
        ("2026-03-02 16:30", "0.5 working days", "2026-03-03 11:00"),
        ("2026-03-02 07:30", "1.5 working days", "2026-03-03 11:30"),
        # continuous hours
        ("2026-03-06 16:00", "12 hours", "2026-03-07 04:00"),
        ("2026-02-14 10:30", "24 hours", "2026-02-15 10:30"),
        # same day
        ("2026-03-02 07:00", "same day", "2026-03-02 17:00"),
        ("2026-03-02 14:59", "same day", "2026-03-02 17:00"),
        ("2026-03-02 15:00", "same day", "2026-03-03 17:00"),
        ("2026-03-06 15:01", "same day", "2026-03-09 17:00"),
        ("2026-03-07 09:00", "same day", "2026-03-09 17:00"),
        ("2026-01-10 09:00", "same day", "2026-01-10 17:00"),  # a worked Saturday
        ("2026-11-23 15:00", "same day", "2026-11-25 17:00"),  # 24/11 is off
    ],
)
def test_due_of_every_unit(received: str, within: str, expected: str) -> None:
    found = clock.due(start=at(received), limit=limit(within), calendar=STANDARD)
    assert f"{found.at:%Y-%m-%d %H:%M}" == expected


@pytest.mark.parametrize(
    ("received", "channel", "expected"),
    [
        ("2026-03-02 09:00", Channel.ONLINE, "2026-03-02 09:00"),
        ("2026-03-02 07:30", Channel.ONLINE, "2026-03-02 07:30"),
        ("2026-03-02 11:29", Channel.ONLINE, "2026-03-02 11:29"),
        ("2026-03-02 11:30", Channel.ONLINE, "2026-03-02 13:00"),  # lunch
        ("2026-03-02 17:00", Channel.ONLINE, "2026-03-03 07:30"),
        ("2026-03-03 18:30", Channel.ONLINE, "2026-03-04 07:30"),  # an evening opening is not office time
        ("2026-03-07 09:00", Channel.ONLINE, "2026-03-09 07:30"),
        ("2026-03-03 18:30", Channel.DIRECT, "2026-03-03 18:30"),
        ("2026-03-07 09:00", Channel.DIRECT, "2026-03-07 09:00"),
        ("2026-03-08 09:00", Channel.POST, "2026-03-08 09:00"),
    ],
)
def test_counted_from(received: str, channel: Channel, expected: str) -> None:
    found = clock.counted_from(received=at(received), channel=channel, calendar=WITH_EVENINGS)
    assert found == at(expected)
    due = clock.due(start=at(received), limit=limit("1 day"), calendar=WITH_EVENINGS, channel=channel)
    assert due.counted_from == at(expected)


@pytest.mark.parametrize(
    ("received", "channel", "expected"),
    [
        ("2026-03-03 18:30", Channel.DIRECT, "2026-03-04"),  # counts that evening
        ("2026-03-03 18:30", Channel.ONLINE, "2026-03-05"),  # counts from the next opening
        ("2026-03-06 20:00", Channel.ONLINE, "2026-03-10"),
        ("2026-03-07 09:00", Channel.DIRECT, "2026-03-09"),
        ("2026-03-07 09:00", Channel.ONLINE, "2026-03-10"),
    ],
)
def test_the_channel_decides_which_day_is_the_day_of_receipt(received: str, channel: Channel, expected: str) -> None:
    found = clock.due(start=at(received), limit=limit("1 working day"), calendar=WITH_EVENINGS, channel=channel)
    assert found.at == at(f"{expected} 17:00")


def test_evening_openings_never_lengthen_the_working_day() -> None:
    found = clock.due(start=at("2026-03-03 16:30"), limit=limit("1 working hour"), calendar=WITH_EVENINGS)
    assert found.at == at("2026-03-04 08:00")


def test_online_after_hours_and_same_day_counts_from_the_opening() -> None:
    found = clock.due(start=at("2026-03-02 20:00"), limit=limit("same day"), calendar=STANDARD, channel=Channel.ONLINE)
    assert found.at == at("2026-03-03 17:00")


def test_seconds_are_kept_in_the_receipt_and_dropped_in_the_count() -> None:
    start = at("2026-03-02 09:00:41")
    found = clock.due(start=start, limit=limit("1 working hour"), calendar=STANDARD)
    assert found.counted_from == start
    assert found.at == at("2026-03-02 10:00")


def test_a_moment_in_another_zone_is_the_same_moment() -> None:
    start = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)  # 00:00 on 03/03 in Việt Nam
    found = clock.due(start=start, limit=limit("1 working day"), calendar=STANDARD)
    assert found.at == at("2026-03-04 17:00")
    assert found.at.isoformat() == "2026-03-04T17:00:00+07:00"


@pytest.mark.parametrize(
    ("received", "within", "provisional"),
    [
        ("2026-12-30 09:00", "1 working day", False),
        ("2026-12-31 09:00", "1 working day", True),  # ends in 2027
        ("2027-06-01 09:00", "3 days", True),
        ("2026-12-31 20:00", "12 hours", False),  # continuous hours need no calendar
        ("2028-06-01 09:00", "3 working days", True),  # nobody has entered 2028
        ("2021-06-01 09:00", "3 working days", True),  # nor 2021
        ("2022-06-01 09:00", "3 working days", False),
    ],
)
def test_a_due_in_an_unsettled_year_says_so(received: str, within: str, *, provisional: bool) -> None:
    assert clock.due(start=at(received), limit=limit(within), calendar=STANDARD).provisional is provisional


def test_a_local_day_off_moves_the_due() -> None:
    stormy = calendar(off("2026-03-03"))
    assert clock.due(start=at("2026-03-02 09:00"), limit=limit("1 working day"), calendar=stormy).at == at(
        "2026-03-04 17:00"
    )


def test_the_later_entry_of_a_date_holds() -> None:
    again = calendar(off("2026-03-07"), off("2026-03-07", DayKind.MAKEUP_WORKING, "Làm bù"))
    assert again.is_working(date(2026, 3, 7))


def test_a_saturday_morning_of_work_ends_at_its_own_close() -> None:
    weekly = {**dict.fromkeys(range(5), (session("07:30-17:00"),)), 5: (session("07:30-11:30"),)}
    found = clock.due(start=at("2026-03-06 09:00"), limit=limit("1 working day"), calendar=calendar(weekly=weekly))
    assert found.at == at("2026-03-07 11:30")


def test_a_calendar_without_working_time_refuses() -> None:
    with pytest.raises(Refused) as no:
        clock.due(start=at("2026-03-06 09:00"), limit=limit("1 day"), calendar=calendar(weekly={0: ()}))
    assert no.value.code == "clock.no_working_time"


@pytest.mark.parametrize("year", [1, 1975, 2199, 9999])
def test_a_moment_beyond_the_calendar_is_refused(year: int) -> None:
    with pytest.raises(Refused) as no:
        clock.due(start=datetime(year, 6, 1, tzinfo=UTC), limit=limit("1 day"), calendar=STANDARD)
    assert no.value.code == "clock.out_of_range"


def test_a_naive_moment_is_a_bug() -> None:
    with pytest.raises(ValueError, match="aware"):
        clock.due(start=datetime(2026, 3, 2), limit=limit("1 day"), calendar=STANDARD)  # noqa: DTZ001 - the bug itself
