"""Sweeping: each person is told once a band, whatever happens in between."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test.utils import CaptureQueriesContext

from motcua.accounts import actions as accounts
from motcua.acts import Refused
from motcua.clock import DayKind, PauseMode
from motcua.dossiers import actions as dossiers
from motcua.ledger import queries as ledger
from motcua.ledger.actions import action
from motcua.ledger.models import Act
from motcua.offices import queries as offices
from motcua.offices.rules import Change, DayChange
from motcua.promises import actions as promises
from motcua.promises.models import Promise
from motcua.watch import actions, queries
from motcua.watch.models import Warned
from motcua.watch.tests.conftest import at

CEILING = 9  # that find nothing new


def test_a_dossier_is_told_once_a_band_and_higher_each_time(office):
    dossier = office.working("2026-11-17 09:00")  # due Wednesday 25/11, 17:00
    whole = dossier.promise
    told = {}
    for when in ("2026-11-20 16:50", "2026-11-20 17:00", "2026-11-23 07:30", "2026-11-23 17:00", "2026-11-26 07:30"):
        office.sweep(when)
        again = office.sweep(when)
        assert (again.told, again.again, again.ended) == (0, 0, 0)
        told[when[8:]] = office.told(whole)
    assert told == {
        "20 16:50": [],
        "20 17:00": [("warn", "specialist")],
        "23 07:30": [("warn", "specialist")],
        "23 17:00": [("act", "head"), ("act", "specialist")],
        "26 07:30": [("late", "chairman"), ("late", "head"), ("late", "specialist")],
    }
    assert len(office.told(whole, holding=False)) == 6
    assert ledger.verify(ward_id=office.cast.ward.pk) is None


def test_one_act_a_sweep_and_none_when_nothing_is_new(office):
    for n in range(5):
        office.promised(f"2026-11-17 09:{n:02}")
    office.sweep("2026-11-25 09:00")
    office.sweep("2026-11-25 09:10")
    [act] = Act.objects.filter(verb="watch.warn")
    assert (act.subject_id, len(act.changes)) == (office.cast.ward.pk, 10)  # each to the officer and the head


def test_a_whole_speaks_for_its_step(office):
    dossier = office.working("2026-11-17 09:00")
    office.sweep("2026-11-19 09:00")
    assert office.told() == [("late", "head"), ("late", "specialist")]  # of the step, which had four hours
    office.sweep("2026-11-23 09:00")
    assert office.told(dossier.promise) == [("warn", "specialist")]
    assert office.told(dossier.step.promise) == [("late", "head")]  # who hears nothing of the dossier yet
    office.sweep("2026-11-25 09:00")
    assert office.told(dossier.promise) == office.told() == [("act", "head"), ("act", "specialist")]


def test_a_late_step_of_a_dossier_with_time_is_told_to_its_officer_and_the_head(office):
    dossier = office.working("2026-11-17 09:00", case="land", to="land")  # 20 working days; the step has four hours
    office.sweep("2026-11-20 09:00")
    assert office.told(dossier.step.promise) == [("late", "land")]  # nobody heads that division here
    assert office.told(dossier.promise) == []


def test_what_is_paused_is_quiet_and_told_anew_when_it_runs_towards_another_due(office):
    dossier = office.working("2026-11-17 09:00")
    office.sweep("2026-11-23 08:00")
    assert office.told(dossier.promise) == [("warn", "specialist")]
    asked = {"dossier_id": dossier.pk, "by": office.cast["specialist"]}
    dossiers.ask_supplement(at=at("2026-11-23 14:00"), items=("Giấy khai sinh",), reason="Bản chụp mờ", **asked)
    office.sweep("2026-12-03 09:00")
    assert office.told() == []
    dossiers.complete_supplement(at=at("2026-12-03 14:00"), **asked)
    dossier.promise.refresh_from_db()
    assert dossier.promise.due_at > at("2026-11-25 17:00")
    office.sweep(str(dossier.promise.due_at.astimezone(at("2026-12-03 14:00").tzinfo))[:10] + " 09:00")
    assert office.told(dossier.promise) == [("act", "head"), ("act", "specialist")]
    assert {w.due_at for w in Warned.objects.filter(promise=dossier.promise, band="act")} == {dossier.promise.due_at}


def test_a_storm_moves_the_due_and_the_warning_comes_again(office):
    one = office.promised("2026-11-18 09:00")  # due Thursday 26/11
    office.sweep("2026-11-25 09:00")
    assert office.told(one) == [("warn", "specialist")]
    storm = DayChange(date=date(2026, 11, 26), kind=DayKind.LOCAL_OFF, name="Nghỉ bão", source="Công điện 1/CĐ")
    promises.change_calendar(
        by=office.cast["admin"], at=at("2026-11-25 09:05"), change=Change(days=(storm,)), reason="Bão"
    )
    office.sweep("2026-11-25 09:10")
    one.refresh_from_db()
    assert one.due_at == at("2026-11-27 17:00")
    assert office.told(one) == [("warn", "specialist")]
    assert len(office.told(one, holding=False)) == 2  # for each due once


def test_after_an_apology_the_new_appointment_counts_and_past_it_the_chairman_hears(office):
    dossier = office.working("2026-11-17 09:00")
    office.apologised(dossier, "2026-11-23", "2026-12-02 17:00")
    office.sweep("2026-11-26 09:00")
    assert office.told(dossier.promise) == []  # the word given holds until 02/12
    office.sweep("2026-12-01 09:00")
    assert office.told(dossier.promise) == [("warn", "specialist")]
    office.sweep("2026-12-03 08:00")
    assert office.told(dossier.promise) == [("second", "chairman"), ("second", "head"), ("second", "specialist")]


def test_who_is_away_is_replaced_and_hears_on_return(office):
    one = office.promised("2026-11-17 09:00")
    accounts.record_absence(
        by=office.cast["head"],
        at=at("2026-11-20 08:00"),
        person_id=office.cast.people["specialist"].pk,
        substitute_id=office.cast.people["specialist2"].pk,
        starts=date(2026, 11, 23),
        ends=date(2026, 11, 23),
        reason="Đi học",
    )
    office.sweep("2026-11-23 09:00")
    assert office.told(one) == [("warn", "specialist2")]
    office.sweep("2026-11-25 07:30")
    assert office.told(one) == [("act", "head"), ("act", "specialist")]


def test_a_sunday_or_two_without_a_computer_lose_nothing(office):
    """Nobody was there to sweep while the promise came near and broke: then it is told what is true."""
    one = office.promised("2026-11-17 09:00")
    office.sweep("2026-12-07 07:30")
    assert office.told(one) == [("late", "chairman"), ("late", "head"), ("late", "specialist")]


def test_what_is_kept_is_no_longer_warned_about(office):
    one = office.promised("2026-11-17 09:00")
    office.sweep("2026-11-25 09:00")

    @action("test.keep")
    def keep(*, by, at):
        return promises.keep(
            by=by, at=at, promise=queries.holding.promises.locked(ward_id=by.ward_id, promise_id=one.pk)
        )

    keep(by=office.cast.system, at=at("2026-11-25 09:05"))
    assert queries.mine(by=office.cast["specialist"]).total == 0  # also before the next sweep
    swept = office.sweep("2026-11-25 09:10")
    assert (swept.told, swept.ended) == (0, 2)


def test_a_pause_without_effect_on_the_due_does_not_tell_twice(office):
    one = office.promised("2026-11-17 09:00")
    office.sweep("2026-11-25 09:00")

    @action("test.pause")
    def paused(*, by, at):
        promise = Promise.objects.select_for_update().get(pk=one.pk)
        promises.pause(by=by, at=at, promise=promise, mode=PauseMode.SUSPEND, ground="thử", basis="thử")
        return promise

    paused(by=office.cast.system, at=at("2026-11-25 12:00"))
    office.sweep("2026-11-25 12:00")
    assert office.told() == []

    @action("test.resume")
    def resumed(*, by, at):
        promise = Promise.objects.select_for_update().get(pk=one.pk)
        calendar = offices.calendar(offices.now_of(by.ward_id))
        return promises.resume(by=by, at=at, promise=promise, calendar=calendar, ground="thử")

    resumed(by=office.cast.system, at=at("2026-11-25 12:30"))  # no working time has passed: the same due
    swept = office.sweep("2026-11-25 13:00")
    assert (swept.told, swept.again) == (0, 2)
    assert office.told(holding=False) == [("act", "head"), ("act", "specialist")]


def test_a_sweep_that_comes_late_leaves_what_a_later_one_did(office):
    """A server that starts runs the tick that it missed, after what was told by then; the next tick goes on."""
    dossier = office.working("2026-11-17 09:00")
    office.sweep("2026-11-26 07:30")
    told = office.told(dossier.promise)
    late = office.sweep("2026-11-20 16:50")  # when nothing was near yet
    assert (late.told, late.again, late.ended) == (0, 0, 0)
    assert office.told(dossier.promise) == told != []
    office.sweep("2026-11-26 07:40")
    assert office.told(dossier.promise) == told
    assert ledger.verify(ward_id=office.cast.ward.pk) is None


def test_only_the_house_warns(office):
    with pytest.raises(Refused) as no:
        actions.warn(by=office.cast["chairman"], at=at("2026-11-25 09:00"))
    assert no.value.code == "forbidden"


def test_what_was_told_stands(office):
    office.promised("2026-11-17 09:00")
    office.sweep("2026-11-25 09:00")
    row = Warned.objects.first()
    for statement in (
        "DELETE FROM watch_warned",
        "UPDATE watch_warned SET at = at - interval '1 day'",
        "UPDATE watch_warned SET person_id = (SELECT id FROM accounts_person WHERE username = 'land')",
        "TRUNCATE watch_warned",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Warned.objects.get(pk=row.pk).at == row.at


def test_having_seen_leaves_the_later_ones_new(office, now):
    office.promised("2026-11-17 09:00")
    office.sweep("2026-11-25 09:00")
    office.promised("2026-11-17 09:30")
    office.sweep("2026-11-25 10:00")
    actions.see(by=office.cast["specialist"], at=now, until=at("2026-11-25 09:30"))
    assert (queries.mine(by=office.cast["specialist"]).total, queries.mine(by=office.cast["specialist"]).unseen) == (
        2,
        1,
    )
    assert queries.mine(by=office.cast["head"]).unseen == 2


@pytest.mark.parametrize("many", [1, 60])
def test_a_sweep_takes_as_many_statements_whatever_is_open(office, many):
    for n in range(many):
        office.promised(str(at("2026-11-17 09:00") + timedelta(minutes=n))[:16])
    with CaptureQueriesContext(connection) as took:
        office.sweep("2026-11-25 09:00")
    reads = [q for q in took if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(reads) <= CEILING + 5, [q["sql"][:90] for q in reads]
    with CaptureQueriesContext(connection) as took:
        office.sweep("2026-11-25 09:10")
    assert len([q for q in took if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= CEILING
