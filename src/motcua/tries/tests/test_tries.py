"""Tries are counted by kind and value, in whole windows, and forgotten."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.tries import jobs
from motcua.tries.actions import count_try, sweep
from motcua.tries.models import Attempt
from motcua.tries.rules import Window, opens_again, seconds_to_wait, window_start

FIRST, LAST = (datetime(year, 1, 1) for year in (2020, 2040))  # noqa: DTZ001 - Hypothesis adds the zone
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=UTC)
HOUR = Window(kind="send", length=timedelta(hours=1), most=2)
DAY = Window(kind="send-day", length=timedelta(days=1), most=3)


@given(
    st.datetimes(timezones=st.just(UTC), min_value=FIRST, max_value=LAST),
    st.integers(1, 60 * 24).map(lambda minutes: Window(kind="x", length=timedelta(minutes=minutes), most=1)),
)
def test_windows_are_whole(when, window):
    assert window_start(when, window) <= when < opens_again(when, window)
    assert 0 < seconds_to_wait(when, window) <= window.length.total_seconds() + 1


def test_the_first_limit_that_is_passed_stops_and_the_next_does_not_count(db):
    def tries(value, at=NOW):
        return count_try(counted=[(HOUR, value), (DAY, value)], at=at)

    assert [tries("10.0.0.7") for _ in range(4)] == [None, None, HOUR, HOUR]
    assert tries("10.0.0.9") is None
    later = NOW + timedelta(hours=1)
    assert [tries("10.0.0.7", later) for _ in range(2)] == [None, DAY]  # two of the first hour, one of this


def test_the_worker_forgets_what_is_over_and_nothing_names_anybody(db):
    count_try(counted=[(HOUR, "10.0.0.7")], at=NOW)
    assert len(Attempt.objects.get().key) == 64
    assert sweep(at=NOW + timedelta(days=1)) == 0
    assert jobs.forget(timestamp=int((NOW + timedelta(days=3)).timestamp())) == 1
