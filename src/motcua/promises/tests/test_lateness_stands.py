"""No action and no statement undoes a lateness or moves a first due."""

import inspect
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from motcua.acts import Refused
from motcua.clock import DayKind, Limit, PauseMode
from motcua.ledger.actions import action
from motcua.offices import queries as offices
from motcua.offices.rules import Change, DayChange
from motcua.promises import actions
from motcua.promises.models import DueChange, Pause, Promise
from motcua.promises.rules import Kind, Outcome


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


DUE = at("2026-11-20 17:00")
LATER = at("2026-11-26 09:00")
OFF = Change(days=(DayChange(date=date(2026, 11, 20), kind=DayKind.LOCAL_OFF, name="Bão", source="Công điện"),))


@pytest.fixture
def calendar(cast):
    return offices.calendar(offices.now_of(cast.ward.pk))


@pytest.fixture
def late(cast, calendar):
    """A promise that was due on Friday and is open on the next Thursday."""
    made = at("2026-11-19 09:00")
    one = actions.make(
        by=cast.system,
        at=made,
        kind=Kind.DOSSIER,
        unit_id=cast.units["VHXH"].pk,
        officer_id=None,
        start=made,
        limit=Limit.parse("1 working day"),
        calendar=calendar,
    )
    assert one.due_at == DUE
    return one


def tried(cast, calendar):
    """One way to call each action that gets a promise; an action without one makes the test fail."""
    by = cast.system

    @action("test.pause_and_resume")
    def pause_and_resume(*, by, at, promise, mode):
        actions.pause(by=by, at=at, promise=promise, mode=mode, ground="supplement", basis="thử")
        return actions.resume(by=by, at=at.replace(hour=16), promise=promise, calendar=calendar, ground="đủ")

    return {
        "pause": lambda p: actions.pause(
            by=by, at=LATER, promise=p, mode=PauseMode.SUSPEND, ground="supplement", basis="thử"
        ),
        "resume": lambda p: pause_and_resume(by=by, at=LATER, promise=p, mode=PauseMode.SUSPEND),
        "extend": lambda p: actions.extend(
            by=by, at=LATER, promise=p, new_due=at("2026-12-04 17:00"), ground="xin lỗi"
        ),
        "reassign": lambda p: actions.reassign(by=by, at=LATER, promise=p, officer_id=cast.people["specialist"].pk),
        "keep": lambda p: actions.keep(by=by, at=LATER, promise=p),
        "release": lambda p: actions.release(by=by, at=LATER, promise=p),
        "mark_broken": lambda p: actions.mark_broken(by=by, at=LATER, promise=p),
    }


def test_every_action_that_gets_a_promise_is_tried_here(cast, calendar):
    takes = {
        name
        for name in actions.__all__
        if "promise" in inspect.signature(inspect.unwrap(getattr(actions, name))).parameters
    }
    assert takes == set(tried(cast, calendar))


@pytest.mark.parametrize("name", ["pause", "resume", "extend", "reassign", "keep", "release", "mark_broken"])
def test_no_action_undoes_a_lateness(cast, calendar, late, name):
    tried(cast, calendar)[name](late)
    kept = Promise.objects.get(pk=late.pk)
    assert kept.first_due_at == DUE
    assert kept.late_after < LATER
    if not kept.closed:
        if kept.paused_at is not None:
            actions.resume(by=cast.system, at=at("2026-11-27 08:00"), promise=kept, calendar=calendar, ground="đủ")
        actions.keep(by=cast.system, at=at("2026-11-27 09:00"), promise=kept)
        kept.refresh_from_db()
    assert kept.outcome in (Outcome.LATE, "")
    assert bool(kept.outcome) == (name != "release")


def test_a_calendar_changed_afterwards_does_not_either(cast, late):
    actions.change_calendar(by=cast["admin"], at=LATER, change=OFF, reason="bão")
    late.refresh_from_db()
    assert late.late_after < LATER


def test_what_is_kept_is_kept_once(cast, late):
    actions.keep(by=cast.system, at=LATER, promise=late)
    with pytest.raises(Refused) as no:
        actions.keep(by=cast.system, at=LATER, promise=late)
    assert no.value.code == "promise.closed"


def test_a_clock_that_starts_again_mends_nothing(cast, calendar, late):
    """Under the rule of before 01/07/2025 a supplement restarted the clock; a promise broken before it stays so."""
    actions.pause(by=cast.system, at=LATER, promise=late, mode=PauseMode.RESTART, ground="supplement", basis="thử")
    kept = Promise.objects.get(pk=late.pk)
    actions.resume(by=cast.system, at=at("2026-11-30 08:00"), promise=kept, calendar=calendar, ground="đủ")
    actions.keep(by=cast.system, at=at("2026-11-30 09:00"), promise=kept)
    kept.refresh_from_db()
    assert (kept.due_at, kept.outcome) == (DUE, "late")
    assert not DueChange.objects.exists()


def test_a_calendar_changed_while_it_stands_still_mends_nothing(cast, calendar, late):
    """Broken on Friday evening, paused on Saturday; then Friday becomes a day off."""
    actions.pause(
        by=cast.system,
        at=at("2026-11-21 09:00"),
        promise=late,
        mode=PauseMode.SUSPEND,
        ground="supplement",
        basis="thử",
    )
    actions.change_calendar(by=cast["admin"], at=LATER, change=OFF, reason="bão")
    kept = Promise.objects.get(pk=late.pk)
    anew = offices.calendar(offices.now_of(cast.ward.pk))
    actions.resume(by=cast.system, at=at("2026-11-26 10:00"), promise=kept, calendar=anew, ground="đủ")
    actions.keep(by=cast.system, at=at("2026-11-26 11:00"), promise=kept)
    assert kept.outcome == "late"


EARLIER = at("2026-11-20 16:00")  # in time, had it been so


@pytest.mark.parametrize("name", ["pause", "extend", "keep", "release"])
def test_what_is_written_down_as_broken_is_not_dated_back(cast, calendar, late, name):
    actions.mark_broken(by=cast.system, at=at("2026-11-21 00:00"), promise=late)
    by = cast.system
    back = {
        "pause": lambda: actions.pause(
            by=by, at=EARLIER, promise=late, mode=PauseMode.SUSPEND, ground="supplement", basis="thử"
        ),
        "extend": lambda: actions.extend(by=by, at=EARLIER, promise=late, new_due=at("2026-12-04 17:00"), ground="x"),
        "keep": lambda: actions.keep(by=by, at=EARLIER, promise=late),
        "release": lambda: actions.release(by=by, at=EARLIER, promise=late),
    }
    with pytest.raises(Refused) as no:
        back[name]()
    assert no.value.code == "promise.broken"


def test_a_promise_is_not_written_down_as_broken_before_it_is(cast, late):
    for when in ("2026-11-20 17:01", "2026-11-20 23:59"):  # the due day is in time to its end
        with pytest.raises(Refused) as no:
            actions.mark_broken(by=cast.system, at=at(when), promise=late)
        assert no.value.code == "promise.not_broken"
    actions.mark_broken(by=cast.system, at=at("2026-11-21 00:00"), promise=late)
    actions.mark_broken(by=cast.system, at=LATER, promise=late)
    assert Promise.objects.get(pk=late.pk).broken_at == at("2026-11-21 00:00")


@pytest.mark.parametrize(
    "fields",
    [
        {"broken_at": None},
        {"broken_at": LATER},
        {"due_at": at("2026-12-04 17:00")},
        {"late_after": at("2026-12-04 17:00")},
        {"paused_at": EARLIER},
        {"kept_at": EARLIER, "outcome": "on_time"},
        {"kept_at": LATER, "outcome": "on_time"},
        {"released_at": EARLIER},
    ],
)
def test_the_database_keeps_what_is_broken(cast, late, fields):
    actions.mark_broken(by=cast.system, at=at("2026-11-21 00:00"), promise=late)
    with pytest.raises(DatabaseError), transaction.atomic():
        Promise.objects.filter(pk=late.pk).update(**fields)


def test_no_pause_is_laid_before_a_breach(cast, late):
    actions.mark_broken(by=cast.system, at=at("2026-11-21 00:00"), promise=late)
    with pytest.raises(DatabaseError, match="never mends"), transaction.atomic():
        Pause(ward=cast.ward, promise=late, starts=EARLIER, mode="suspend", ground="x", basis="x").save()


def test_what_is_kept_late_or_released_late_is_broken(cast, calendar, late):
    actions.release(by=cast.system, at=LATER, promise=late)
    assert late.broken_at == LATER


@pytest.mark.parametrize(
    "fields",
    [
        {"first_due_at": LATER},
        {"made_at": at("2026-11-18 09:00")},
        {"kept_at": DUE},
        {"outcome": "on_time"},
        {"kept_at": None, "outcome": ""},
        {"counted_from": LATER},
        {"limit_value": 9},
        {"limit_unit": "day"},
        {"due_at": at("2026-12-04 17:00")},
        {"late_after": at("2026-12-04 17:00")},
        {"kind": "step"},
    ],
)
def test_the_database_forbids_it_too(cast, late, fields):
    actions.keep(by=cast.system, at=LATER, promise=late)
    with pytest.raises(DatabaseError), transaction.atomic():
        Promise.objects.filter(pk=late.pk).update(**fields)


def test_a_second_appointment_is_refused_and_none_is_taken_back(cast, late):
    actions.extend(by=cast.system, at=LATER, promise=late, new_due=at("2026-12-04 17:00"), ground="x")
    with pytest.raises(Refused) as no:
        actions.extend(by=cast.system, at=LATER, promise=late, new_due=at("2026-12-08 17:00"), ground="x")
    assert no.value.code == "extension.second"
    with pytest.raises(DatabaseError), transaction.atomic():
        Promise.objects.filter(pk=late.pk).update(extended_times=0)


def test_what_is_released_stays_released(cast, late):
    actions.release(by=cast.system, at=LATER, promise=late)
    for when in (None, at("2026-11-27 08:00")):
        with pytest.raises(DatabaseError), transaction.atomic():
            Promise.objects.filter(pk=late.pk).update(released_at=when)


@pytest.fixture
def moved(cast, calendar):
    """A promise that was paused and moved: one row in each of the three tables."""
    made = at("2026-11-19 09:00")
    one = actions.make(
        by=cast.system,
        at=made,
        kind=Kind.DOSSIER,
        unit_id=cast.units["VHXH"].pk,
        officer_id=None,
        start=made,
        limit=Limit.parse("3 working days"),
        calendar=calendar,
    )

    @action("test.pause_and_resume")
    def pause_and_resume(*, by, at):
        actions.pause(by=by, at=at, promise=one, mode=PauseMode.SUSPEND, ground="supplement", basis="thử")
        return actions.resume(by=by, at=LATER, promise=one, calendar=calendar, ground="đủ")

    pause_and_resume(by=cast.system, at=at("2026-11-20 09:00"))
    return one


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM promises_promise",
        "DELETE FROM promises_pause",
        "DELETE FROM promises_duechange",
        "TRUNCATE promises_pause",
        "TRUNCATE promises_duechange",
        "TRUNCATE promises_promise CASCADE",
        "UPDATE promises_duechange SET ground = 'x'",
        "UPDATE promises_duechange SET new_due_at = old_due_at",
        "UPDATE promises_pause SET starts = starts - interval '1 day'",
        "UPDATE promises_pause SET ends = ends + interval '1 day'",
        "UPDATE promises_pause SET ends = NULL",
        "UPDATE promises_pause SET basis = 'x'",
    ],
)
def test_nothing_is_deleted_or_written_anew(moved, statement):
    assert (Pause.objects.count(), DueChange.objects.count()) == (1, 1)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    forbidden = pytest.raises(IntegrityError, match=r"late is late for ever|only ends")
    with forbidden, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert (Promise.objects.count(), Pause.objects.count(), DueChange.objects.count()) == (1, 1, 1)


def test_an_open_pause_ends_but_keeps_its_ground(cast, late, calendar):
    actions.pause(by=cast.system, at=LATER, promise=late, mode=PauseMode.SUSPEND, ground="supplement", basis="thử")
    with pytest.raises(IntegrityError), transaction.atomic():
        Pause.objects.update(ends=at("2026-11-27 08:00"), ground="payment")
    actions.resume(by=cast.system, at=at("2026-11-27 08:00"), promise=late, calendar=calendar, ground="đủ")
    assert Pause.objects.get().ends == at("2026-11-27 08:00")
