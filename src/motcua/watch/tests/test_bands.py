"""In which band a promise stands, over calendars with holidays and a swapped Saturday."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua import clock
from motcua.clock import Day, DayKind, Limit, standard_calendar
from motcua.promises import rules as promises
from motcua.promises.rules import Kind
from motcua.watch.rules import BANDS, TASK, Band, Owed, band, ends_at, horizon, thresholds, until

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PLAIN = standard_calendar()
ODD = replace(
    PLAIN,
    days=(
        *PLAIN.days,
        Day(date=date(2026, 11, 28), kind=DayKind.MAKEUP_WORKING, name="Làm bù"),
        Day(date=date(2026, 11, 27), kind=DayKind.LOCAL_OFF, name="Nghỉ bão"),
    ),
)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def owed(start, limit, *, kind=Kind.DOSSIER.value, calendar=PLAIN, extended=None, paused=None):
    limit = Limit.parse(limit)
    due = clock.due(start=start, limit=limit, calendar=calendar)
    return Owed(
        kind=kind,
        limit=limit,
        counted_from=due.counted_from,
        due_at=due.at,
        late_after=promises.late_after(due_at=due.at, limit=limit),
        extended_due_at=extended,
        paused_at=paused,
    )


@pytest.mark.parametrize(
    ("limit", "when", "found"),
    [
        # received Wednesday 18/11, 09:00; due Thursday 26/11, 17:00 (24/11 is a holiday)
        ("5 working days", "2026-11-23 16:59", None),
        ("5 working days", "2026-11-23 17:00", Band.WARN),
        ("5 working days", "2026-11-25 16:59", Band.WARN),
        ("5 working days", "2026-11-25 17:00", Band.ACT),
        ("5 working days", "2026-11-26 23:59", Band.ACT),  # the whole due day is in time
        ("5 working days", "2026-11-27 00:00", Band.LATE),
        # due the same Wednesday, 14:30: warned with two thirds and one third of the four hours left
        ("4 working hours", "2026-11-18 09:00", None),
        ("4 working hours", "2026-11-18 10:20", Band.WARN),
        ("4 working hours", "2026-11-18 13:30", Band.ACT),
        ("4 working hours", "2026-11-18 14:31", Band.LATE),
        ("48 hours", "2026-11-18 09:00", None),
        ("48 hours", "2026-11-19 20:00", Band.ACT),  # plain hours run at night
        ("48 hours", "2026-11-20 09:01", Band.LATE),
    ],
)
def test_the_band_at_a_moment(limit, when, found):
    assert band(owed(at("2026-11-18 09:00"), limit), at=at(when), calendar=PLAIN) == found


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2026-11-03 16:59", None),
        ("2026-11-03 17:00", Band.FAR),
        ("2026-11-13 17:00", Band.WARN),
        ("2026-11-19 17:00", Band.ACT),
    ],
)
def test_tasks_have_bands_of_15_7_and_3_days(when, found):
    task = owed(at("2026-09-29 09:00"), "40 working days", kind=TASK)
    assert task.due_at == at("2026-11-25 17:00")
    assert band(task, at=at(when), calendar=PLAIN) == found


def test_who_waits_or_has_a_new_appointment():
    start = at("2026-11-18 09:00")
    assert (
        band(owed(start, "5 working days", paused=at("2026-11-25 09:00")), at=at("2026-12-25 09:00"), calendar=PLAIN)
        is None
    )
    again = owed(start, "5 working days", extended=at("2026-12-04 17:00"))
    found = [
        band(again, at=at(when), calendar=PLAIN)
        for when in ("2026-11-27 09:00", "2026-12-03 09:00", "2026-12-04 09:00", "2026-12-05 00:00")
    ]
    assert found == [None, Band.WARN, Band.ACT, Band.SECOND]


def test_a_swapped_saturday_is_working_time_and_a_storm_is_not():
    start = at("2026-11-23 09:00")
    one = owed(start, "3 working days", calendar=ODD)  # 25, 26, 28 (Saturday); Friday is off
    assert one.due_at == at("2026-11-28 17:00")
    assert band(one, at=at("2026-11-26 16:59"), calendar=ODD) == Band.WARN
    assert band(one, at=at("2026-11-27 09:00"), calendar=ODD) == Band.ACT
    assert band(one, at=at("2026-11-29 09:00"), calendar=ODD) == Band.LATE


DAYS = ("same day", "1 working day", "2 working days", "3 working days", "5 working days", "20 working days")
OTHERS = ("2 working hours", "4 working hours", "30 working hours", "48 hours", "10 days", "1 month")
LIMITS = st.sampled_from(DAYS + OTHERS)
STARTS = st.integers(0, 60 * 24 * 180).map(lambda minutes: at("2026-09-01 00:00") + timedelta(minutes=minutes))
LATER = st.integers(0, 60 * 24 * 60)


@settings(max_examples=300, deadline=None)
@given(start=STARTS, limit=LIMITS, minutes=LATER, more=LATER, calendar=st.sampled_from([PLAIN, ODD]))
def test_a_band_is_only_left_forward(start, limit, minutes, more, calendar):
    """Time alone never takes a warning back, and nothing is broken that was not warned about before, at some moment."""
    one = owed(start, limit, calendar=calendar)
    earlier, later = one.counted_from + timedelta(minutes=minutes), one.counted_from + timedelta(minutes=minutes + more)
    rank = {None: -1, **{b: b.rank for b in BANDS}}
    first, second = (band(one, at=when, calendar=calendar) for when in (earlier, later))
    assert rank[first] <= rank[second]
    assert (second is Band.LATE) == (later > one.late_after)
    assert band(one, at=ends_at(one), calendar=calendar) is Band.ACT
    assert (
        band(one, at=one.counted_from - timedelta(minutes=1), calendar=calendar) is None or one.limit.unit == "same_day"
    )


@settings(max_examples=300, deadline=None)
@given(start=STARTS, limit=LIMITS, minutes=LATER, calendar=st.sampled_from([PLAIN, ODD]))
def test_what_lies_beyond_the_horizon_is_in_no_band(start, limit, minutes, calendar):
    one = owed(start, limit, calendar=calendar)
    when = one.counted_from + timedelta(minutes=minutes)
    kinds = frozenset({one.kind})
    if one.due_at > horizon(at=when, calendar=calendar, kinds=kinds):
        assert band(one, at=when, calendar=calendar) is None


@settings(max_examples=200, deadline=None)
@given(start=STARTS, limit=LIMITS, calendar=st.sampled_from([PLAIN, ODD]))
def test_no_promise_is_born_with_a_warning_of_its_length(start, limit, calendar):
    """The band begins with a share of the promise's own time: a fresh one is quiet, unless it was made when over."""
    one = owed(start, limit, calendar=calendar)
    steps = thresholds(one, calendar=calendar, on=start.date())
    assert [name for name, _ in steps] == [Band.WARN, Band.ACT]
    assert steps[0][1] >= steps[1][1] >= 0
    if clock.working_minutes(start=one.counted_from, end=until(one), calendar=calendar) > 2:
        assert band(one, at=one.counted_from, calendar=calendar) is None
