"""Bands, badges, rulers and the working clock at fixed moments, by table. 24/11/2026 is a holiday."""

from datetime import datetime

import pytest

from motcua import clock
from motcua.clock import Limit
from motcua.desk.rules import Owed, badge, edges, hours_today, measure, rank
from motcua.dossiers.rules import Status
from motcua.forecast.rules import week
from motcua.promises.rules import Outcome, late_after

CALENDAR = clock.standard_calendar()
NOW = "2026-11-25 10:12"  # a Wednesday


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=clock.ZONE)


def owed(due, *, limit="5 working days", start="2026-11-18 09:00", **more):
    parsed = Limit.parse(limit)
    return Owed(
        limit=parsed,
        counted_from=at(start),
        first_due_at=at(due),
        due_at=at(due),
        late_after=late_after(due_at=at(due), limit=parsed),
        **{name: at(value) if isinstance(value, str) and "-" in value else value for name, value in more.items()},
    )


def seen(it, status=Status.PROCESSING, now=NOW):
    known = edges(at=at(now), calendar=CALENDAR)
    said = badge(status=status, owed=it, edges=known, calendar=CALENDAR)
    return rank(status=status, owed=it, edges=known).name, said.kind, said.words


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2026-11-20 17:00", ("LATE", "late", "trễ 2 ngày")),
        ("2026-11-23 17:00", ("LATE", "late", "trễ 1 ngày")),
        ("2026-11-25 11:30", ("TODAY", "today", "còn 1 giờ 18 phút làm việc")),
        ("2026-11-25 17:00", ("TODAY", "today", "còn 5 giờ làm việc")),
        ("2026-11-26 17:00", ("SOON", "soon", "còn 1 ngày 5 giờ làm việc")),
        ("2026-11-27 17:00", ("SOON", "soon", "còn 2 ngày 5 giờ làm việc")),
        ("2026-11-30 17:00", ("LATER", "later", "còn 3 ngày 5 giờ làm việc")),
        ("2026-12-10 17:00", ("LATER", "later", "còn 11 ngày làm việc")),
    ],
)
def test_a_running_promise_stands_by_its_due(due, expected):
    assert seen(owed(due)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-25 16:59", "TODAY"),
        ("2026-11-25 17:30", "TODAY"),  # a limit in days has the whole day
        ("2026-11-26 00:00", "LATE"),
    ],
)
def test_a_limit_in_days_is_late_from_midnight(now, expected):
    assert seen(owed("2026-11-25 17:00"), now=now)[0] == expected


def test_a_limit_in_hours_is_late_at_its_minute():
    it = owed("2026-11-25 10:00", limit="4 working hours", start="2026-11-23 15:00")
    assert seen(it) == ("LATE", "late", "trễ 12 phút")
    assert seen(it, now="2026-11-25 09:30")[0] == "TODAY"


def test_on_a_friday_soon_reaches_tuesday():
    assert seen(owed("2026-12-01 17:00"), now="2026-11-27 09:00")[0] == "SOON"
    assert seen(owed("2026-12-02 17:00"), now="2026-11-27 09:00")[0] == "LATER"


@pytest.mark.parametrize(
    ("it", "status", "expected"),
    [
        (None, Status.LODGED, ("TODAY", "today", "")),
        (None, Status.AWAITING, ("PAUSED", "paused", "")),
        (owed("2026-11-26 17:00", paused_at="2026-11-23 14:00"), Status.WAITING, ("PAUSED", "paused", "")),
        (owed("2026-11-19 17:00", paused_at="2026-11-18 14:00"), Status.WAITING, ("PAUSED", "paused", "")),
        (owed("2026-11-18 17:00", paused_at="2026-11-20 14:00"), Status.OWING, ("LATE", "late", "trễ 2 ngày")),
        (
            owed("2026-11-25 17:00", kept_at="2026-11-25 09:48", outcome=Outcome.ON_TIME),
            Status.FINISHED,
            ("TODAY", "today", "còn 5 giờ làm việc"),
        ),
        (
            owed("2026-11-23 17:00", kept_at="2026-11-23 09:48", outcome=Outcome.ON_TIME),
            Status.FINISHED,
            ("COLLECT", "done", ""),
        ),
        (
            owed("2026-11-20 17:00", kept_at="2026-11-23 09:48", outcome=Outcome.LATE),
            Status.FINISHED,
            ("COLLECT", "late", "trễ 1 ngày"),
        ),
    ],
)
def test_what_does_not_run_stands_where_its_work_is(it, status, expected):
    assert seen(it, status) == expected


def test_a_new_appointment_hides_no_lateness():
    it = owed("2026-11-20 17:00", extended_due_at="2026-11-27 17:00")
    assert seen(it) == ("LATE", "late", "trễ 2 ngày")


def test_the_ruler_fills_as_time_is_used():
    days = measure(owed=owed("2026-11-26 17:00"), at=at(NOW), calendar=CALENDAR)
    assert (days.units, round(days.used, 2), days.late) == (5, 3.34, 0)
    late = measure(owed=owed("2026-11-23 17:00"), at=at(NOW), calendar=CALENDAR)
    assert (late.used, late.late) == (5, 1)
    hours = measure(
        owed=owed("2026-11-25 11:30", limit="same day", start="2026-11-25 07:30"), at=at(NOW), calendar=CALENDAR
    )
    assert (hours.units, round(hours.used, 2)) == (4, 2.7)
    kept = measure(
        owed=owed("2026-11-26 17:00", kept_at="2026-11-20 17:00", outcome=Outcome.EARLY),
        at=at(NOW),
        calendar=CALENDAR,
    )
    assert round(kept.used, 2) == 2
    month = measure(owed=owed("2026-12-18 17:00", limit="1 month"), at=at(NOW), calendar=CALENDAR)
    assert month.units == 30


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (NOW, "buổi sáng đến 11:30, chiều 13:00–17:00"),
        ("2026-11-25 07:00", "buổi sáng 07:30–11:30, chiều 13:00–17:00"),
        ("2026-11-25 12:10", "buổi chiều 13:00–17:00"),
        ("2026-11-25 15:00", "buổi chiều đến 17:00"),
        ("2026-11-25 18:00", "đã hết giờ làm việc, làm lại ngày mai, 07:30"),
        ("2026-11-28 09:00", "hôm nay nghỉ, làm lại thứ Hai 30/11, 07:30"),
    ],
)
def test_the_working_clock(now, said):
    assert hours_today(at=at(now), calendar=CALENDAR) == said


@pytest.mark.parametrize(
    ("now", "ends", "hours"),
    [
        (NOW, "2026-11-27 17:00", 21),
        ("2026-11-27 17:00", "2026-12-04 17:00", 40),
        ("2026-11-29 10:00", "2026-12-04 17:00", 40),
    ],
)
def test_the_rest_of_the_week(now, ends, hours):
    left = week(at=at(now), calendar=CALENDAR)
    assert (left.ends_at, left.hours) == (at(ends), hours)
