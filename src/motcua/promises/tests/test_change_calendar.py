"""A calendar that changes moves every open promise it touches, and shows beforehand what it will do."""

import random
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.acts import Refused
from motcua.clock import NATIONAL_DAYS, Channel, DayKind, Limit, PauseMode, Unit
from motcua.ledger import queries as ledger
from motcua.ledger.actions import action, subject
from motcua.ledger.models import Act
from motcua.offices import queries as offices
from motcua.offices.rules import Change, DayChange, HoursChange
from motcua.promises import actions, queries
from motcua.promises.models import DueChange, Promise
from motcua.promises.rules import Kind

STORM = DayChange(date=date(2026, 11, 27), kind=DayKind.LOCAL_OFF, name="Nghỉ bão", source="Công điện 1/CĐ")
NOW = "2026-11-25 10:12"


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def promised(cast):
    """Promise something from a moment on, for the specialist."""

    @action("test.promise")
    def make(*, by, at, many):
        made = [
            actions.make(
                by=by,
                at=moment,
                unit_id=cast.units["VHXH"].pk,
                officer_id=cast.people["specialist"].pk,
                start=moment,
                calendar=offices.calendar(offices.now_of(by.ward_id)),
                **{"kind": Kind.DOSSIER, **rest},
            )
            for moment, rest in many
        ]
        subject(made[0])
        return made

    return lambda *many: make(by=cast.system, at=at("2026-11-20 08:00"), many=[(at(when), rest) for when, rest in many])


def changed(cast, *days, when=NOW, hours=None):
    return actions.change_calendar(
        by=cast["admin"], at=at(when), change=Change(days=days, hours=hours), reason="Nghỉ bão số 9"
    )


def shown(cast, *days, when=NOW, hours=None):
    change = Change(days=days, hours=hours)
    calendar = offices.calendar_with(offices.now_of(cast.ward.pk), change)
    since = min([d.date for d in days] + ([hours.valid_from] if hours else []))
    found = queries.moves(ward_id=cast.ward.pk, at=at(when), calendar=calendar, since=since)
    return {move.promise.pk: move.term.due_at for move in found}


def test_a_late_announced_day_off_moves_the_due_and_keeps_the_first(cast, promised):
    (one,) = promised(("2026-11-23 09:00", {"limit": Limit.parse("5 working days")}))
    assert one.due_at == at("2026-12-01 17:00")
    changed(cast, STORM)
    one.refresh_from_db()
    assert (one.first_due_at, one.due_at) == (at("2026-12-01 17:00"), at("2026-12-02 17:00"))
    told = DueChange.objects.get(promise=one)
    assert (told.why, told.ground, told.by_name) == ("recomputed", "Nghỉ bão số 9", "Kiều Văn Gạo")
    act = Act.objects.filter(ward_id=cast.ward.pk).order_by("number").last()
    assert (act.verb, act.subject_id, act.note) == ("calendar.change", cast.ward.pk, "Nghỉ bão số 9")
    assert {c["kind"] for c in act.changes} == {"ward", "calendar_day", "due_change", "promise"}
    assert ledger.verify(ward_id=cast.ward.pk) is None


def test_a_day_taken_back_brings_the_due_back_and_leaves_both_moves_in_the_book(cast, promised):
    (one,) = promised(("2026-11-23 09:00", {"limit": Limit.parse("5 working days")}))
    changed(cast, STORM)
    changed(cast, DayChange(date=STORM.date, kind=None))
    one.refresh_from_db()
    assert one.due_at == one.first_due_at
    assert DueChange.objects.filter(promise=one).count() == one.due_changes == 2


def test_what_is_due_before_the_day_stays(cast, promised):
    (one,) = promised(("2026-11-23 09:00", {"limit": Limit.parse("2 working days")}))
    assert one.due_at == at("2026-11-26 17:00")
    changed(cast, STORM)
    assert not DueChange.objects.exists()


def test_a_step_stays_capped_at_the_new_due_of_its_dossier(cast, promised):
    (whole,) = promised(("2026-11-23 09:00", {"limit": Limit.parse("3 working days")}))
    (part,) = promised(
        ("2026-11-27 16:00", {"limit": Limit.parse("8 working hours"), "kind": Kind.STEP, "whole": whole})
    )
    assert part.due_at == whole.due_at == at("2026-11-27 17:00")
    changed(cast, STORM)
    whole.refresh_from_db()
    part.refresh_from_db()
    assert whole.due_at == at("2026-11-30 17:00")
    assert part.due_at == part.late_after == whole.due_at
    assert part.first_due_at == at("2026-11-27 17:00")


def test_a_broken_promise_is_not_mended_by_a_day_off_announced_afterwards(cast, promised):
    (one,) = promised(("2026-11-19 09:00", {"limit": Limit.parse("1 working day")}))
    assert one.due_at == at("2026-11-20 17:00")
    before = DayChange(date=date(2026, 11, 20), kind=DayKind.LOCAL_OFF, name="Mất điện", source="Thông báo 2/TB")
    assert shown(cast, before) == {}
    changed(cast, before)
    one.refresh_from_db()
    assert one.due_at == one.first_due_at


def test_a_paused_promise_gets_the_new_calendar_when_it_resumes(cast, promised):
    (one,) = promised(("2026-11-23 09:00", {"limit": Limit.parse("5 working days")}))
    actions.pause(by=cast.system, at=at("2026-11-24 08:00"), promise=one, mode=PauseMode.SUSPEND, ground="x", basis="y")
    assert shown(cast, STORM) == {}
    changed(cast, STORM)
    one.refresh_from_db()
    assert one.due_at == one.first_due_at
    calendar = offices.calendar(offices.now_of(cast.ward.pk))
    actions.resume(by=cast.system, at=at("2026-11-24 12:00"), promise=one, calendar=calendar, ground="đủ giấy")
    assert one.due_at == at("2026-12-02 17:00")


def test_a_promise_lodged_online_does_not_move_when_no_day_of_it_changes(cast, promised):
    (one,) = promised(("2026-11-21 20:00", {"limit": Limit.parse("3 working days"), "channel": Channel.ONLINE}))
    assert one.counted_from == at("2026-11-23 07:30")
    same = DayChange(date=date(2026, 11, 22), kind=DayKind.LOCAL_OFF, name="Chủ Nhật", source="Thử")
    assert shown(cast, same) == {}
    changed(cast, same)
    one.refresh_from_db()
    assert one.due_at == one.first_due_at
    assert not DueChange.objects.exists()


def test_new_opening_hours_move_hour_limits(cast, promised):
    (one,) = promised(("2026-11-27 09:00", {"limit": Limit.parse("8 working hours")}))
    short = HoursChange(
        valid_from=date(2026, 11, 30), weekly={str(d): [["08:00", "11:30"]] for d in range(5)}, basis="Thông báo 3"
    )
    assert shown(cast, hours=short) == {one.pk: at("2026-11-30 09:30")}
    changed(cast, hours=short)
    one.refresh_from_db()
    assert one.due_at == at("2026-11-30 09:30")


def test_what_is_shown_is_what_moves_and_what_a_fresh_calendar_says(cast, promised):
    chance = random.Random(2026)
    limits = [Limit(value=Decimal(n), unit=unit) for n in (1, 3, 5, 15) for unit in (Unit.WORKING_DAY, Unit.DAY)]
    limits += [Limit(value=Decimal(n), unit=Unit.WORKING_HOUR) for n in (2, 8, 20)]
    many = [
        (f"2026-11-{chance.randint(16, 25)} {chance.randint(8, 16):02}:15", {"limit": chance.choice(limits)})
        for _ in range(60)
    ]
    rows = promised(*many)
    for turn in range(6):
        days = tuple(
            DayChange(
                date=date(2026, 11, 26) + timedelta(days=offset),
                kind=chance.choice([DayKind.LOCAL_OFF, DayKind.SWAPPED_OFF, DayKind.MAKEUP_WORKING, None]),
                name="Ngày thử",
                source="Văn bản thử",
            )
            for offset in chance.sample(range(20), 3)
        )
        before = {p.pk: p.due_at for p in Promise.objects.all()}
        said = shown(cast, *days)
        changed(cast, *days)
        after = {p.pk: p.due_at for p in Promise.objects.all()}
        assert {pk: due for pk, due in after.items() if before[pk] != due} == said, turn
        assert shown(cast, *days) == {}
    assert all(p.first_due_at == row.first_due_at for row in rows for p in [Promise.objects.get(pk=row.pk)])
    assert ledger.verify(ward_id=cast.ward.pk) is None


def test_a_thousand_promises_move_in_a_handful_of_statements(cast, promised):
    promised(*[("2026-11-23 09:00", {"limit": Limit.parse("5 working days")})] * 1000)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        changed(cast, STORM)
    assert DueChange.objects.count() == 1000
    # Inserts go by COPY; the updates are one prepared statement, told once for each row.
    other = [q for q in seen if not q["sql"].startswith('UPDATE "promises_promise"')]
    assert len(other) <= 20


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change(), "calendar.nothing"),
        (Change(days=(STORM, STORM)), "calendar.twice"),
        (Change(days=(DayChange(date=STORM.date, kind=DayKind.LOCAL_OFF, name=" ", source="x"),)), "calendar.source"),
        (Change(days=(DayChange(date=date(2026, 11, 26), kind=None),)), "calendar.nothing"),
        (Change(days=(DayChange(date=date(26, 11, 27), kind=None),)), "calendar.year"),
        (Change(hours=HoursChange(valid_from=date(9999, 1, 1), weekly={"0": [["08:00", "11:00"]]})), "calendar.year"),
        (Change(hours=HoursChange(valid_from=STORM.date, weekly={})), "calendar.no_hours"),
        (Change(hours=HoursChange(valid_from=STORM.date, weekly={"0": [["11:00", "08:00"]]})), "calendar.session"),
        (
            Change(hours=HoursChange(valid_from=STORM.date, weekly={"0": [["08:00", "11:00"], ["10:00", "12:00"]]})),
            "calendar.overlap",
        ),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_and_changes_nothing(cast, change, code):
    acts = Act.objects.count()
    with pytest.raises(Refused) as no:
        actions.change_calendar(by=cast["admin"], at=at(NOW), change=change, reason="thử")
    assert no.value.code == code
    assert Act.objects.count() == acts


def test_only_the_administrator_changes_the_calendar_and_says_why(cast):
    with pytest.raises(Refused) as no:
        actions.change_calendar(by=cast["chairman"], at=at(NOW), change=Change(days=(STORM,)), reason="bão")
    assert no.value.code == "forbidden"
    with pytest.raises(Refused) as no:
        actions.change_calendar(by=cast["admin"], at=at(NOW), change=Change(days=(STORM,)), reason=" ")
    assert no.value.code == "reason.missing"


def test_the_calendar_of_another_ward_moves_nothing_here(cast, stranger, promised):
    (one,) = promised(("2026-11-23 09:00", {"limit": Limit.parse("5 working days")}))
    actions.change_calendar(by=stranger["admin"], at=at(NOW), change=Change(days=(STORM,)), reason="bão")
    one.refresh_from_db()
    assert one.due_at == one.first_due_at


def test_what_was_seen_is_what_is_applied_or_nothing(cast, promised):
    promised(("2026-11-23 09:00", {"limit": Limit.parse("5 working days")}))
    change = Change(days=(STORM,))
    seen = queries.preview(by=cast["admin"], at=at(NOW), change=change).mark
    (late,) = promised(("2026-11-24 09:00", {"limit": Limit.parse("5 working days")}))
    acts = Act.objects.count()
    with pytest.raises(Refused) as no:
        actions.change_calendar(by=cast["admin"], at=at(NOW), change=change, reason="bão", seen=seen)
    assert no.value.code == "calendar.moved_on"
    late.refresh_from_db()
    assert (Act.objects.count(), late.due_at) == (acts, late.first_due_at)
    again = queries.preview(by=cast["admin"], at=at(NOW), change=change).mark
    actions.change_calendar(by=cast["admin"], at=at(NOW), change=change, reason="bão", seen=again)
    assert DueChange.objects.count() == 2


def test_the_notice_that_settles_a_year_ends_what_was_provisional_and_moves_nothing(cast, promised):
    (one,) = promised(("2026-11-23 09:00", {"limit": Limit.parse("3 months")}))
    assert (one.due_at, one.provisional) == (at("2027-02-23 17:00"), True)
    notice = {"source": "Thông báo 1/TB-BNV", "certainty": "high"}
    unsettled = [d for d in NATIONAL_DAYS if d.date.year == 2027 and d.certainty in {"low", "provisional"}]
    days = tuple(DayChange(date=d.date, kind=d.kind, name=d.name, **notice) for d in unsettled)
    changed(cast, *days[:-1])
    one.refresh_from_db()
    assert one.provisional  # one day of the year still waits for its notice
    changed(cast, days[-1])
    one.refresh_from_db()
    assert (one.due_at, one.provisional) == (one.first_due_at, False)
    assert not DueChange.objects.exists()
    assert not offices.calendar(offices.now_of(cast.ward.pk)).is_provisional(2027)
