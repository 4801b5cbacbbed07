"""`motcua promises audit`: the counts are those of the dossiers, and every contradiction is named by its dossier."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from motcua.clock import Limit
from motcua.config import audits
from motcua.dossiers import actions, jobs
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake, NewResult

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


NOW = at("2026-11-26 09:00")


def sweep(when):
    for job in (jobs.draft_apologies, jobs.escalate_second):
        job(timestamp=int(at(when).timestamp()))


@pytest.fixture
def office(cast, catalogue, papers):
    """One dossier of each fate, by name; every sweep came in time."""

    def accepted(minute, case="marriage"):
        return actions.accept(
            by=cast["counter"],
            at=at(f"2026-11-12 09:{minute:02d}"),
            intake=Intake(
                case_id=catalogue[case],
                channel=Channel.DIRECT,
                applicant=Applicant(name="Trần Thị Ngâu", phone="0900000123"),
                papers=papers(catalogue[case]),
            ),
        )

    def finish(dossier, when):
        for who in ("counter", "specialist", "leader"):
            actions.advance(by=cast[who], at=at(when), dossier_id=dossier.pk)
        actions.advance(by=cast["clerk"], at=at(when), dossier_id=dossier.pk, result=NewResult(name="Giấy"))

    def apologised(dossier, when, to):
        by = {"dossier_id": dossier.pk}
        actions.request_extension(
            by=cast["leader"], at=at(when), reason="Chờ xác minh", cause=Cause.OTHER, new_due=to and at(to), **by
        )
        actions.approve_extension(by=cast["leader"], at=at(when), **by)
        actions.send_apology(by=cast["counter"], at=at(when), way="Điện thoại", proof="nghe máy", **by)

    made = {name: accepted(n) for n, name in enumerate(("early", "late", "silent", "second", "gone", "paused"))}
    made["open"] = accepted(30, "land")
    finish(made["early"], "2026-11-13 10:00")
    apologised(made["late"], "2026-11-18 10:00", "2026-11-23 17:00")
    apologised(made["second"], "2026-11-18 10:00", "2026-11-23 17:00")
    actions.withdraw(by=cast["counter"], at=at("2026-11-16 09:00"), dossier_id=made["gone"].pk, reason="rút hồ sơ")
    actions.ask_supplement(
        by=cast["specialist"],
        at=at("2026-11-16 09:00"),
        dossier_id=made["paused"].pk,
        items=("Trích lục",),
        reason="Thiếu giấy",
    )
    actions.complete_supplement(by=cast["counter"], at=at("2026-11-17 09:00"), dossier_id=made["paused"].pk)
    actions.consult(
        by=cast["specialist"],
        at=at("2026-11-17 10:00"),
        dossier_id=made["paused"].pk,
        body="Công an phường",
        question="Nơi ở?",
        limit=Limit.parse("3 working days"),
    )
    sweep("2026-11-20 00:00")
    finish(made["late"], "2026-11-23 10:00")
    for moment in ("2026-11-24 00:00", "2026-11-26 08:55"):
        sweep(moment)
    return made


def test_each_fate_is_counted_once_and_nothing_contradicts_itself(cast, office):
    told = audits.of_ward(ward=cast.ward, at=NOW)
    assert told["faults"] == []
    assert told["kinds"]["dossier"] == {
        "made": 7,
        "open": 4,
        "overdue": 3,
        "paused": 0,
        "early": 1,
        "on_time": 0,
        "late": 1,
        "released": 1,
        "broken": 4,
        "extended": 2,
        "apologised": 2,
        "unapologised": 2,
        "before_breach": 2,
        "blocked": 1,
        "escalated": 1,
    }
    assert told["kinds"]["consultation"]["made"] == 1
    assert {(flag["rule"], flag["code"]) for flag in told["flags"]} == {
        ("apology.missing", office["silent"].code),
        ("apology.missing", office["paused"].code),
    }


DOSSIER = "(SELECT id FROM dossiers_dossier WHERE promise_id = %s)"
BREAKS = {
    "promise.first_due": "UPDATE promises_promise SET first_due_at = first_due_at + interval '1 day' WHERE id = %s",
    "promise.outcome": "UPDATE promises_promise SET outcome = 'on_time', broken_at = NULL WHERE id = %s",
    "promise.late_after": "UPDATE promises_promise SET late_after = late_after - interval '1 hour' WHERE id = %s",
    "promise.broken": "UPDATE promises_promise SET broken_at = kept_at + interval '1 hour' WHERE id = %s",
    "promise.extended_twice": "UPDATE promises_promise SET extended_times = 2 WHERE id = %s",
    "promise.changes": "UPDATE promises_promise SET due_changes = 3 WHERE id = %s",
    "promise.appointment": "UPDATE promises_promise SET extended_due_at = due_at WHERE id = %s",
    "promise.pauses": "INSERT INTO promises_pause (id, ward_id, promise_id, starts, ends, mode, ground, basis)"
    " SELECT gen_random_uuid(), ward_id, id, made_at - interval '1 day', made_at, 'suspend', 'x', 'x'"
    " FROM promises_promise WHERE id = %s",
    "apology.appointment": "UPDATE dossiers_extension SET status = 'dropped' WHERE dossier_id = {dossier}",
    "mark.first": "DELETE FROM dossiers_mark WHERE dossier_id = {dossier}",
    "dossier.finished": "UPDATE dossiers_dossier SET finished_at = lodged_at + interval '1 day' WHERE promise_id = %s",
}


def broken_into(statement, *values):
    """What somebody does who owns the database: no trigger and no constraint stands in the way."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("promises_promise", "promises_pause", "dossiers_mark", "dossiers_extension"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE promises_promise DROP CONSTRAINT promise_broken")
        cursor.execute(statement, values)


@pytest.mark.parametrize("rule", BREAKS)
def test_what_was_broken_into_is_named_by_its_dossier(cast, office, rule, capsys):
    late = office["late"]
    broken_into(BREAKS[rule].replace("{dossier}", DOSSIER), late.promise_id)
    assert audits.run(ward_code=cast.ward.code, at=NOW, as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["ok"]
    assert (rule, late.code) in {(fault["rule"], fault["code"]) for fault in told["wards"][0]["faults"]}


def test_a_part_after_its_whole_is_named(cast, office, capsys):
    step = Dossier.objects.get(pk=office["open"].pk).step
    broken_into("UPDATE promises_promise SET due_at = due_at + interval '60 days' WHERE id = %s", step.promise_id)
    assert audits.run(ward_code=cast.ward.code, at=NOW, as_json=False) == 1
    assert f"✗ {office['open'].code}: phần việc đến hạn sau cả hồ sơ" in capsys.readouterr().err


def test_a_breach_that_no_sweep_has_seen_is_named_after_the_next_one_was_due(cast, catalogue, papers):
    case = catalogue["birth"]
    dossier = actions.accept(
        by=cast["counter"],
        at=at("2026-11-25 09:00"),
        intake=Intake(
            case_id=case,
            channel=Channel.DIRECT,
            applicant=Applicant(name="Trần Thị Ngâu", phone="0900000123"),
            papers=papers(case),
        ),
    )
    assert audits.of_ward(ward=cast.ward, at=at("2026-11-26 00:09"))["faults"] == []
    [fault] = audits.of_ward(ward=cast.ward, at=at("2026-11-26 00:11"))["faults"]
    assert (fault["rule"], fault["code"]) == ("mark.first", dossier.code)


def test_every_ward_is_told(cast, office, stranger, capsys):
    assert audits.run(ward_code="", at=NOW, as_json=False) == 0
    said = capsys.readouterr().out
    assert "Phường Hoa Gạo" in said
    assert "Phường Hoa Ban" in said
    assert "Mọi lời hẹn đều khớp." in said
