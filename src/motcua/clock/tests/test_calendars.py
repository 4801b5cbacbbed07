"""Opening hours, hand-over and the values that make a calendar."""

from datetime import date, time
from threading import Thread

import pytest

from motcua import clock
from motcua.acts import Refused
from motcua.clock import Calendar, DayKind, Hours, Session
from motcua.clock.tests.made import STANDARD, WITH_EVENINGS, at, calendar, limit, off, session

WINTER = (session("08:00-12:00"), session("13:00-16:30"))
SUMMER = (session("07:00-11:00"), session("13:30-17:00"))


@pytest.mark.parametrize(
    ("moment", "received", "working"),
    [
        ("2026-03-03 07:29", False, False),
        ("2026-03-03 07:30", True, True),
        ("2026-03-03 11:30", False, False),
        ("2026-03-03 16:59", True, True),
        ("2026-03-03 17:00", False, False),
        ("2026-03-03 18:00", True, False),
        ("2026-03-03 19:30", False, False),
        ("2026-03-02 18:00", False, False),
        ("2026-03-07 08:00", True, False),
        ("2026-03-08 08:00", False, False),
    ],
)
def test_open_for_people_and_open_for_work(moment: str, *, received: bool, working: bool) -> None:
    assert WITH_EVENINGS.is_open(at(moment)) is received
    assert WITH_EVENINGS.is_open(at(moment), extra=False) is working


def test_no_evening_opening_on_a_day_off() -> None:
    closed = calendar(off("2026-03-03"), extra={1: (session("18:00-19:30"),)})
    assert not closed.is_open(at("2026-03-03 18:30"))


def test_next_opening_and_close() -> None:
    assert STANDARD.next_opening(at("2026-03-02 10:00:30")) == at("2026-03-02 10:00:30")
    assert STANDARD.next_opening(at("2026-03-06 17:00")) == at("2026-03-09 07:30")
    assert STANDARD.close_of(date(2026, 3, 2)) == at("2026-03-02 17:00")
    assert STANDARD.opening_of(date(2026, 3, 2)) == at("2026-03-02 07:30")
    assert STANDARD.next_working(date(2026, 3, 7)) == date(2026, 3, 9)
    with pytest.raises(Refused) as no:
        STANDARD.close_of(date(2026, 3, 7))
    assert no.value.code == "clock.closed_day"


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-03-03 06:00", "2026-03-03 17:00"),
        ("2026-03-03 14:59", "2026-03-03 17:00"),
        ("2026-03-03 15:00", "2026-03-04 07:30"),
        ("2026-03-03 18:30", "2026-03-04 07:30"),
        ("2026-03-06 15:30", "2026-03-09 07:30"),
        ("2026-03-07 09:00", "2026-03-09 07:30"),
    ],
)
def test_hand_over(received: str, expected: str) -> None:
    assert clock.handover_by(received=at(received), calendar=WITH_EVENINGS) == at(expected)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-11-23", 1, "2026-11-25"),
        ("2026-11-25", -1, "2026-11-23"),
        ("2026-11-24", -1, "2026-11-23"),
        ("2026-11-24", 0, "2026-11-25"),
        ("2026-11-25", 0, "2026-11-25"),
        ("2026-11-28", 2, "2026-12-01"),
        ("2026-02-24", -3, "2026-02-12"),  # back over Tết
    ],
)
def test_working_days_after_and_before(day: str, n: int, expected: str) -> None:
    found = clock.working_days_after(day=date.fromisoformat(day), n=n, calendar=STANDARD)
    assert found == date.fromisoformat(expected)


def test_working_days_before_reach_back_over_the_table() -> None:
    fresh = calendar()
    there = clock.working_days_after(day=date(2026, 3, 2), n=-1000, calendar=fresh)
    assert clock.working_days_after(day=there, n=1000, calendar=fresh) == date(2026, 3, 2)


def test_add_working() -> None:
    assert clock.add_working(start=at("2026-03-02 20:00"), minutes=0, calendar=STANDARD) == at("2026-03-02 20:00")
    assert clock.add_working(start=at("2026-03-02 10:00"), minutes=90, calendar=STANDARD) == at("2026-03-02 11:30")
    assert clock.add_working(start=at("2026-03-02 10:00"), minutes=91, calendar=STANDARD) == at("2026-03-02 13:01")
    with pytest.raises(ValueError, match="never taken away"):
        clock.add_working(start=at("2026-03-02 10:00"), minutes=-1, calendar=STANDARD)


def test_hours_change_on_their_day() -> None:
    seasons = Calendar(
        name="Phường hai mùa",
        hours=(
            Hours(valid_from=date(2026, 4, 1), weekly=dict.fromkeys(range(5), SUMMER)),
            Hours(valid_from=date(2025, 10, 1), weekly=dict.fromkeys(range(5), WINTER)),
        ),
        cutoff=time(15),
        hours_per_day=8,
    )
    assert seasons.close_of(date(2026, 3, 31)) == at("2026-03-31 16:30")
    assert seasons.close_of(date(2026, 4, 1)) == at("2026-04-01 17:00")
    assert not seasons.is_working(date(2025, 9, 30))  # no hours hold yet
    found = clock.due(start=at("2026-03-31 15:30"), limit=limit("2 working hours"), calendar=seasons)
    assert found.at == at("2026-04-01 08:00")


def test_hours_that_ended_leave_the_office_closed() -> None:
    moved = Hours(valid_from=date(2026, 1, 1), valid_to=date(2026, 3, 2), weekly={0: SUMMER})
    there = Calendar(name="Trụ sở cũ", hours=(moved,), cutoff=time(15), hours_per_day=8)
    assert there.is_working(date(2026, 3, 2))
    assert not there.is_working(date(2026, 3, 9))


def test_a_worked_saturday_has_the_sessions_it_is_told() -> None:
    weekly = {**dict.fromkeys(range(5), SUMMER), 4: (session("07:00-11:00"),)}
    made_up = off("2026-03-07", DayKind.MAKEUP_WORKING, "Làm bù")
    for makeup_as, close in ((0, "17:00"), (4, "11:00")):
        hours = Hours(valid_from=date(2026, 1, 1), weekly=weekly, makeup_as=makeup_as)
        there = Calendar(name="Lịch", hours=(hours,), days=(made_up,), cutoff=time(15), hours_per_day=8)
        assert there.close_of(date(2026, 3, 7)) == at(f"2026-03-07 {close}")


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("calendar.session", lambda: Session(start=time(9), end=time(9))),
        ("calendar.overlap", lambda: calendar(weekly={0: (session("07:00-11:00"), session("10:59-12:00"))})),
        ("calendar.weekday", lambda: calendar(weekly={7: SUMMER})),
        (
            "calendar.validity",
            lambda: Hours(valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1), weekly={}),
        ),
        ("calendar.no_hours", lambda: Calendar(name="x", hours=(), cutoff=time(15), hours_per_day=8)),
        ("calendar.hours_per_day", lambda: calendar(hours_per_day=0)),
    ],
)
def test_impossible_calendars_are_refused(code: str, make: object) -> None:
    assert callable(make)
    with pytest.raises(Refused) as no:
        make()
    assert no.value.code == code


def test_a_calendar_is_a_key_by_identity() -> None:
    assert {STANDARD: 1}[STANDARD] == 1
    assert calendar() != calendar()


def test_tables_grow_in_any_order_to_the_same_answers() -> None:
    days = [date(year, 7, 15) for year in (2026, 2040, 1990, 2033, 2100, 2026)]
    fresh = calendar()
    grown = [clock.working_days_after(day=day, n=300, calendar=fresh) for day in days]
    assert grown == [clock.working_days_after(day=day, n=300, calendar=calendar()) for day in days]


def test_tables_grow_under_many_threads() -> None:
    shared = calendar()
    expected = {
        year: clock.working_days_after(day=date(year, 1, 1), n=50, calendar=calendar()) for year in range(2000, 2060, 7)
    }
    found: dict[int, date] = {}

    def ask(year: int) -> None:
        found[year] = clock.working_days_after(day=date(year, 1, 1), n=50, calendar=shared)

    threads = [Thread(target=ask, args=(year,)) for year in expected]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected
