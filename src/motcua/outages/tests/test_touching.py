"""How long an outage touched a promise: against an oracle that asks every minute; frozen, corrected, never a due."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from motcua.clock import standard_calendar
from motcua.ledger.models import Act
from motcua.outages import actions, queries
from motcua.outages.models import Outage, Reckoning, Touch
from motcua.outages.rules import Course, System, touched_minutes
from motcua.outages.tests.conftest import moment
from motcua.promises.models import DueChange, Pause, Promise
from motcua.promises.rules import Kind

CALENDAR = standard_calendar()
BEGIN = moment("2026-11-20 06:00")  # a Friday: a weekend lies within
minutes = st.integers(min_value=0, max_value=5 * 24 * 60)


@st.composite
def stretches(draw, least=0, most=3):
    found = []
    for _ in range(draw(st.integers(min_value=least, max_value=most))):
        first, length = draw(minutes), draw(st.integers(min_value=0, max_value=1500))
        found.append((BEGIN + timedelta(minutes=first), BEGIN + timedelta(minutes=first + length)))
    return found


def oracle(course, outages) -> int:
    """Every minute asked by itself: open, not paused, a system down, working time."""
    ends = [end for _, end in outages]
    last, count, at = max(ends, default=BEGIN), 0, BEGIN
    while at < last:
        down = any(start <= at < end for start, end in outages)
        open_now = course.opened <= at and (course.closed is None or at < course.closed)
        paused = any(start <= at and (end is None or at < end) for start, end in course.stops)
        count += down and open_now and not paused and CALENDAR.is_open(at, extra=False)
        at += timedelta(minutes=1)
    return count


@given(opened=minutes, length=st.none() | minutes, stops=stretches(), outages=stretches(least=1), lasting=st.booleans())
def test_minutes_are_those_of_the_oracle(opened, length, stops, outages, lasting):
    begun = BEGIN + timedelta(minutes=opened)
    course = Course(
        opened=begun,
        closed=None if length is None else begun + timedelta(minutes=length),
        stops=tuple((start, None if lasting and n == 0 else end) for n, (start, end) in enumerate(stops)),
    )
    assert touched_minutes(course, outages, calendar=CALENDAR) == oracle(course, outages)


@given(outages=stretches(least=2), opened=minutes)
def test_two_outages_at_once_count_once(outages, opened):
    course = Course(opened=BEGIN + timedelta(minutes=opened))
    together = touched_minutes(course, outages, calendar=CALENDAR)
    apart = [touched_minutes(course, [one], calendar=CALENDAR) for one in outages]
    assert max(apart) <= together <= sum(apart)


def test_what_was_open_and_running_is_touched(told, cast, at):
    running = told.promise()
    paused = told.promise()
    told.pause(paused, "2026-11-25 08:00")
    away = told.promise()
    told.pause(away, "2026-11-25 10:00")
    told.resume(away, "2026-11-25 13:30")
    kept = told.promise()
    told.keep(kept, "2026-11-25 09:00")
    later = told.promise(made="2026-11-25 13:40")
    soon = told.promise()
    told.keep(soon, "2026-11-25 09:11")
    outage = told.end(told.report())  # 9:10–14:00: 2 h 20 before noon, 1 h after

    assert dict(Touch.objects.values_list("promise_id", "minutes")) == {
        running.pk: 200,
        away.pk: 50 + 30,
        later.pk: 20,
        soon.pk: 1,
    }
    held = Reckoning.objects.get()
    assert (held.outage_id, held.promises, held.minutes, held.void_at) == (outage.pk, 4, 301, None)
    assert Act.objects.get(verb="outage.end").number  # one act


def test_while_it_lasts_it_is_derived_and_nothing_is_written(told, cast, at):
    one = told.promise()
    outage = told.report()
    assert Touch.objects.count() == Reckoning.objects.count() == 0
    found = queries.touched(outage=outage, at=at("2026-11-25 10:10"))
    assert (found.promises, found.minutes, found.frozen) == (1, 60, False)
    [of] = queries.of_promise(promise=one, at=at("2026-11-25 10:10"))
    assert (of.outage.pk, of.minutes, of.lasted) == (outage.pk, 60, "1 giờ làm việc")


def test_an_outage_at_night_touches_nothing(told):
    told.promise()
    told.report(starts="2026-11-24 18:00", ends="2026-11-25 07:30", when="2026-11-25 08:00")
    assert Touch.objects.count() == 0
    assert Reckoning.objects.get().promises == 0


def test_only_the_kinds_that_were_named(told):
    dossier, step = told.promise(), told.promise(kind=Kind.STEP)
    told.end(told.report(kinds=(Kind.STEP,)))
    assert list(Touch.objects.values_list("promise_id", flat=True)) == [step.pk] != [dossier.pk]


def test_no_due_and_no_outcome_ever_moves(told, cast, at):
    """Every verb of the register, over promises of every course: the promises stay as they were, to the byte."""
    told.promise()
    told.pause(told.promise(), "2026-11-25 08:00")
    told.keep(told.promise(), "2026-11-25 09:00")
    late = told.promise(made="2026-11-20 08:00", limit="1 working day")
    told.keep(late, "2026-11-25 16:00")

    def all_of():
        return [sorted(model.objects.values_list(), key=str) for model in (Promise, Pause, DueChange)]

    before = all_of()
    outage = told.end(told.report(starts="2026-11-19 08:00"))
    actions.correct(
        by=cast["counter"],
        at=at("2026-11-25 15:00"),
        outage_id=outage.pk,
        stated=told.stated("2026-11-18 08:00", "2026-11-25 13:00"),
        reason="nhầm ngày",
    )
    assert Promise.objects.get(pk=late.pk).outcome == "late"
    assert queries.minutes_of(ward_id=cast.ward.pk, promise_ids=[late.pk], at=at("2026-11-25 16:00"))[late.pk] > 480
    actions.withdraw(by=cast["leader"], at=at("2026-11-25 15:30"), outage_id=outage.pk, reason="báo nhầm")
    assert all_of() == before


def test_a_correction_counts_anew_and_keeps_what_stood(told, cast, at):
    one = told.promise()
    outage = told.end(told.report(when="2026-11-25 10:30"))
    actions.correct(
        by=cast["counter"],
        at=at("2026-11-25 15:00"),
        outage_id=outage.pk,
        stated=told.stated("2026-11-25 10:10", "2026-11-25 14:00"),
        reason="xem lại nhật ký",
    )
    old, new = Reckoning.objects.order_by("version")
    assert (old.version, old.minutes, old.void_at) == (1, 200, at("2026-11-25 15:00"))
    assert (new.version, new.minutes, new.void_at) == (2, 140, None)
    ids = [one.pk]
    before, after = at("2026-11-25 14:30"), at("2026-11-25 15:30")
    assert queries.minutes_of(ward_id=cast.ward.pk, promise_ids=ids, at=before) == {one.pk: 200}
    assert queries.minutes_of(ward_id=cast.ward.pk, promise_ids=ids, at=after) == {one.pk: 140}
    [line] = queries.page(by=cast["supervisor"], at=after, outage_id=outage.pk).before
    assert (line.correction.starts, line.correction.reason) == (at("2026-11-25 09:10"), "xem lại nhật ký")
    assert line.reckoned == old


def test_outages_at_the_same_time_are_added_once(told, cast, at):
    one = told.promise()
    told.report(starts="2026-11-25 09:00", ends="2026-11-25 10:00", when="2026-11-25 11:00")
    told.report(starts="2026-11-25 09:30", ends="2026-11-25 10:30", when="2026-11-25 11:00", system=System.NETWORK)
    ids = [one.pk]
    assert queries.minutes_of(ward_id=cast.ward.pk, promise_ids=ids, at=at("2026-11-25 12:00")) == {one.pk: 90}
    assert {o.minutes for o in queries.of_promise(promise=one, at=at("2026-11-25 12:00"))} == {60}


def test_history_is_never_written_again(told, cast, at):
    told.promise()
    outage = told.end(told.report())
    actions.correct(
        by=cast["admin"],
        at=at("2026-11-25 15:00"),
        outage_id=outage.pk,
        stated=replace(told.stated(ends="2026-11-25 13:30")),
        reason="nhầm",
    )
    tried = [
        lambda: Touch.objects.update(minutes=1),
        lambda: Touch.objects.all().delete(),
        lambda: Reckoning.objects.update(minutes=1),
        lambda: Reckoning.objects.update(void_at=None),
        lambda: outage.corrections.update(reason="khác"),
        lambda: outage.corrections.all().delete(),
    ]
    for attempt in tried:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    assert Outage.objects.get().version == 2


def test_another_wards_promises_are_not_touched(told, cast, stranger):
    from motcua.outages.tests.conftest import Ward  # noqa: PLC0415 - beside its only use

    Ward(stranger).promise()
    mine = told.promise()
    told.end(told.report())
    assert list(Touch.objects.values_list("promise_id", flat=True)) == [mine.pk]


def test_thousands_are_frozen_in_few_statements(told, many, django_assert_max_num_queries):
    many(1000)
    outage = told.report()
    with django_assert_max_num_queries(14):
        told.end(outage)
    assert Touch.objects.count() == 1000


def test_a_promise_knows_only_the_open_outages_of_its_kind(told, at):
    dossier, step = told.promise(), told.promise(kind=Kind.STEP)
    ended = told.promise()
    told.report(kinds=(Kind.STEP,))
    told.report(system=System.POWER)
    told.keep(ended, "2026-11-25 09:45")
    now = at("2026-11-25 10:10")
    assert [o.called for o in queries.of_promise(promise=dossier, at=now)] == ["Điện"]
    assert {o.called for o in queries.of_promise(promise=step, at=now)} == {"Điện", "Phần mềm một cửa"}
    assert [o.minutes for o in queries.of_promise(promise=ended, at=now)] == [35]
