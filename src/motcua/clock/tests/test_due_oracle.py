"""The fast count against the minute-by-minute oracle, and what must hold for every timeline.

HYPOTHESIS_PROFILE=long runs 100,000 random timelines against the oracle and 10,000 for every other
property; the default 200 are the same every time.
"""

import itertools
import os
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings

from motcua import clock
from motcua.clock import ZONE, Channel, PauseMode, ReasonKind, SegmentKind, Unit
from motcua.clock.counting import limit_minutes
from motcua.clock.tests.oracle import Oracle, local
from motcua.clock.tests.timelines import Timeline, timelines

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
many = settings(
    max_examples=10_000 if LONG else 200,
    derandomize=not LONG,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def due(line: Timeline) -> clock.Due:
    return clock.due(
        start=line.start, limit=line.limit, calendar=line.calendar, pauses=line.pauses, channel=line.channel
    )


def explained(line: Timeline, until: datetime | None = None) -> clock.Explanation:
    return clock.explain(
        start=line.start,
        limit=line.limit,
        calendar=line.calendar,
        pauses=line.pauses,
        channel=line.channel,
        until=until,
    )


@settings(many, max_examples=100_000 if LONG else 200)
@given(timelines())
def test_due_agrees_with_the_oracle(line: Timeline) -> None:
    oracle = Oracle(line.calendar)
    expected = oracle.due(start=line.start, limit=line.limit, pauses=line.pauses, channel=line.channel)
    found = due(line)
    assert local(found.at) == expected
    assert found.date == expected.date()


@many
@given(timelines())
def test_explain_gives_the_same_due(line: Timeline) -> None:
    later = line.start + timedelta(days=30)
    assert explained(line).due == due(line)
    assert explained(line, until=later).due == due(line)


@many
@given(timelines())
def test_reasons_sum_to_the_limit(line: Timeline) -> None:
    found = explained(line)
    days = sum(reason.days for reason in found.reasons)
    minutes = sum(reason.minutes for reason in found.reasons)
    limit, course = line.limit, found.course
    if limit.unit is Unit.DAY:
        assert days == limit.value
    elif limit.unit is Unit.MONTH:
        assert days == course.unpaused // 1440 - course.start // 1440
    elif not limit.by_date:
        assert minutes == limit_minutes(limit=limit, calendar=line.calendar)
    elif not course.suspensions:
        assert days == limit.value
    else:
        assert minutes == line.calendar.timeline.between(course.first, course.base)


@many
@given(timelines())
def test_reasons_stand_in_order_and_end_in_the_sum(line: Timeline) -> None:
    reasons = explained(line).reasons
    kinds = [reason.kind for reason in reasons if reason.kind is not ReasonKind.PROVISIONAL]
    told = [r for r in reasons if r.kind in {ReasonKind.COUNTED, ReasonKind.WEEKEND, ReasonKind.PUBLIC_HOLIDAY}]
    assert kinds[0] is ReasonKind.RECEIVED
    assert kinds[-1] is ReasonKind.DUE
    assert [r.from_ for r in told] == sorted(r.from_ for r in told)
    assert all(reason.text and reason.when for reason in reasons)


@many
@given(timelines())
def test_strip_draws_every_day_once_and_nothing_twice(line: Timeline) -> None:
    until = line.start + timedelta(days=20)
    days = explained(line, until=until).strip()
    assert [(b.date - a.date).days for a, b in itertools.pairwise(days)] == [1] * (len(days) - 1)
    assert sum(day.due is not None for day in days) == 1
    for day in days:
        edges = [edge for segment in day.segments for edge in (segment.start, segment.end)]
        used = [s for s in day.segments if s.kind is not SegmentKind.PAUSED]
        assert all(0 <= edge <= 1 for edge in edges)
        assert all(a.end <= b.start for a, b in itertools.pairwise(used))


@many
@given(timelines(modes=(PauseMode.SUSPEND,)))
def test_a_suspension_never_brings_the_due_forward(line: Timeline) -> None:
    assert due(line).at >= due(replace(line, pauses=())).at


@many
@given(timelines())
def test_the_due_lies_in_working_time_and_after_the_start(line: Timeline) -> None:
    found = due(line)
    assert found.at >= found.counted_from.replace(second=0, microsecond=0)
    if line.limit.unit is not Unit.HOUR:
        assert line.calendar.is_open(found.at - timedelta(minutes=1), extra=False)


@many
@given(timelines())
def test_working_time_added_is_working_time_measured(line: Timeline) -> None:
    end = clock.add_working(start=line.start, minutes=777, calendar=line.calendar)
    assert clock.working_minutes(start=line.start, end=end, calendar=line.calendar) == 777


@many
@given(timelines())
def test_online_counts_from_working_time(line: Timeline) -> None:
    begun = clock.counted_from(received=line.start, channel=Channel.ONLINE, calendar=line.calendar)
    assert begun >= line.start
    assert line.calendar.is_open(begun, extra=False)
    assert local(begun) == Oracle(line.calendar).begins(local(line.start), Channel.ONLINE)


def test_the_oracle_reads_the_wall_clock_of_viet_nam() -> None:
    assert local(datetime(2026, 2, 12, 9, 0, 30, tzinfo=ZONE)) == datetime(2026, 2, 12, 9, 0)  # noqa: DTZ001 - the oracle is naive on purpose
