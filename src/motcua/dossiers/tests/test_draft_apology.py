"""Form 04 drafted by the house: in time, at latest at breach, once; dropped when the promise is kept."""

import pytest
from django.db import IntegrityError, transaction

from motcua.dossiers import actions, jobs, rules
from motcua.dossiers.models import Dossier, Extension, Mark
from motcua.dossiers.queries import lateness
from motcua.dossiers.rules import Cause, ExtensionStatus, NewResult
from motcua.ledger.models import Act
from motcua.offices import queries as offices


def sweep(at, when):
    return jobs.draft_apologies(timestamp=int(at(when).timestamp()))


def slip(dossier):
    return Extension.objects.filter(dossier_id=dossier.pk).first()


def reason(play, at, dossier, when, *, who="specialist", **more):
    return actions.give_reason(
        by=play.cast[who],
        at=at(when),
        dossier_id=dossier.pk,
        reason="Chờ nơi cư trú cũ xác minh",
        cause=Cause.COORDINATION,
        **more,
    )


def approve(play, at, dossier, when, **more):
    return actions.approve_extension(by=play.cast["leader"], at=at(when), dossier_id=dossier.pk, **more)


def finish(play, at, dossier, when):
    """From the work step to the counter at one moment."""
    for who in ("specialist", "leader"):
        actions.advance(by=play.cast[who], at=at(when), dossier_id=dossier.pk)
    return actions.advance(
        by=play.cast["clerk"], at=at(when), dossier_id=dossier.pk, result=NewResult(name="Giấy chứng nhận")
    )


# due Thursday 19/11; two working days before it begins on Tuesday 17/11; Tuesday 24/11 is a holiday
def test_it_is_drafted_when_the_lead_begins_and_not_a_minute_before(play, at):
    dossier = play.walked("work")
    assert sweep(at, "2026-11-16 23:59") == 0
    assert sweep(at, "2026-11-17 00:00") == 1
    draft = slip(dossier)
    assert (draft.status, draft.reason, draft.cause) == ("drafted", "", "")
    assert (draft.old_due_at, draft.new_due_at) == (at("2026-11-19 17:00"), at("2026-11-25 17:00"))
    act = play.last_act()
    assert (act.verb, act.actor_kind, act.at) == ("dossier.draft_apology", "system", at("2026-11-17 00:00"))


def test_it_is_drafted_once_however_often_the_sweep_comes(play, at):
    dossier = play.walked("work")
    sweep(at, "2026-11-17 08:00")
    acts = Act.objects.count()
    assert sweep(at, "2026-11-17 08:10") == 0
    actions.draft_apology(by=play.cast.system, at=at("2026-11-17 08:11"), dossier_id=dossier.pk)
    assert (Act.objects.count(), Extension.objects.count()) == (acts, 1)


def test_a_dossier_of_one_day_is_drafted_for_before_the_office_closes(play, at):
    dossier = play.accepted("birth", when="2026-11-12 09:00")  # due at 17:00, late after its midnight
    assert sweep(at, "2026-11-12 14:59") == 0
    assert sweep(at, "2026-11-12 15:00") == 1
    draft = slip(dossier)
    assert (draft.status, draft.new_due_at) == ("drafted", at("2026-11-13 17:00"))


def test_where_nobody_swept_in_time_the_draft_comes_at_the_breach(play, at):
    dossier = play.accepted("birth", when="2026-11-12 09:00")
    assert sweep(at, "2026-11-13 00:00") == 2  # the mark and the draft
    draft = slip(dossier)
    assert (draft.status, draft.drafted_at) == ("drafted", at("2026-11-13 00:00"))
    assert draft.new_due_at == at("2026-11-16 17:00")  # one working day at least, from the day on which it broke


@pytest.mark.parametrize(
    ("now", "due", "wanted"),
    [
        ("2026-11-13 14:59", "2026-11-14 01:52", False),  # Friday; twelve hours of the clock end in the night
        ("2026-11-13 15:00", "2026-11-14 01:52", True),
        ("2026-11-14 01:00", "2026-11-14 01:52", True),  # Saturday: the last chance was Friday's
        ("2026-11-15 12:00", "2026-11-16 07:29", True),  # Sunday, due before Monday opens
        ("2026-11-15 12:00", "2026-11-16 07:30", False),
        ("2026-11-16 08:00", "2026-11-16 16:00", False),  # that day's own last chance has not come
        ("2026-11-23 15:00", "2026-11-24 10:00", True),  # Tuesday 24/11 is a holiday
    ],
)
def test_the_last_chance_is_before_the_office_closes(play, at, now, due, wanted):
    calendar = offices.calendar(offices.now_of(play.cast.ward.pk))
    leads = rules.leads(at=at(now), calendar=calendar)
    assert rules.in_lead(due_at=at(due), made_at=at(now), leads=leads) is wanted


@pytest.mark.parametrize(
    ("made", "due", "now", "wanted"),
    [
        ("2026-11-12 14:13", "2026-11-12 15:13", "2026-11-12 14:40", False),  # one hour, half of it not yet gone
        ("2026-11-12 14:13", "2026-11-12 15:13", "2026-11-12 14:43", True),
        ("2026-11-12 08:00", "2026-11-12 12:00", "2026-11-12 09:30", False),
        ("2026-11-12 08:00", "2026-11-12 12:00", "2026-11-12 10:00", True),
        ("2026-11-12 08:00", "2026-11-12 16:00", "2026-11-12 13:00", False),  # half is gone, three hours are left
    ],
)
def test_a_promise_of_hours_is_drafted_for_halfway(play, at, made, due, now, wanted):
    calendar = offices.calendar(offices.now_of(play.cast.ward.pk))
    leads = rules.leads(at=at(now), calendar=calendar)
    assert rules.in_lead(due_at=at(due), made_at=at(made), leads=leads) is wanted


def test_a_paused_promise_is_not_drafted_for_and_a_broken_one_is(play, at):
    dossier = play.walked("work")
    actions.ask_supplement(
        by=play.cast["specialist"],
        at=at("2026-11-16 09:00"),
        dossier_id=dossier.pk,
        items=("Trích lục",),
        reason="Thiếu",
    )
    assert sweep(at, "2026-12-20 08:00") == 0
    late = play.accepted(when="2026-11-12 09:20")
    actions.advance(by=play.cast["counter"], at=at("2026-11-12 09:30"), dossier_id=late.pk)
    actions.ask_supplement(
        by=play.cast["specialist"], at=at("2026-11-20 09:00"), dossier_id=late.pk, items=("Trích lục",), reason="Thiếu"
    )
    assert sweep(at, "2026-11-20 09:10") == 2
    assert slip(late).status == "drafted"
    assert slip(dossier) is None


def test_nobody_but_the_house_drafts(play, at):
    dossier = play.walked("work")
    assert (
        play.who_may(lambda by: actions.draft_apology(by=by, at=at("2026-11-17 08:00"), dossier_id=dossier.pk)) == set()
    )
    with play.refused("forbidden"):
        actions.give_reason(
            by=play.cast.system,
            at=at("2026-11-17 09:00"),
            dossier_id=dossier.pk,
            reason="tự nghĩ ra",
            cause=Cause.OTHER,
        )


def test_the_officer_gives_the_reason_a_leader_writes_it_better_and_the_house_sends_it(play, at):
    dossier = play.walked("work")
    sweep(at, "2026-11-17 08:00")
    with play.refused("apology.cause"):
        approve(play, at, dossier, "2026-11-17 09:00", reason="Chờ xác minh")
    reason(play, at, dossier, "2026-11-17 09:00", new_due=at("2026-11-26 17:00"))
    assert play.changed("extension")["status"] == ["drafted", "proposed"]
    assert slip(dossier).new_due_at == at("2026-11-26 17:00")
    approve(play, at, dossier, "2026-11-17 10:00", reason="Chờ xã cũ trả lời", new_due=at("2026-11-23 17:00"))
    said = play.changed("extension")
    assert said["reason"] == ["Chờ nơi cư trú cũ xác minh", "Chờ xã cũ trả lời"]
    assert said["new_due_at"][1] == "2026-11-23T17:00:00+07:00"
    actions.send_apology(
        by=play.cast.system, at=at("2026-11-17 10:05"), dossier_id=dossier.pk, way="SMS", proof="mã 81723"
    )
    assert slip(dossier).status == "sent"
    with pytest.raises(IntegrityError), transaction.atomic():
        Extension.objects.filter(dossier_id=dossier.pk).update(sent_at=at("2026-11-16 10:00"))


def test_a_leader_may_complete_a_draft_nobody_answered(play, at):
    dossier = play.walked("work")
    sweep(at, "2026-11-17 08:00")
    approve(play, at, dossier, "2026-11-18 10:00", reason="Quá nhiều hồ sơ", cause=Cause.WORKLOAD)
    signed = slip(dossier)
    assert (signed.status, signed.proposed_by, signed.approved_by) == ("approved", "Đinh Văn Lim", "Đinh Văn Lim")
    assert Dossier.objects.select_related("promise").get(pk=dossier.pk).promise.extended_due_at == signed.new_due_at


def test_the_house_signs_nothing(play, at):
    dossier = play.walked("work")
    sweep(at, "2026-11-17 08:00")
    reason(play, at, dossier, "2026-11-17 09:00")
    with play.refused("forbidden"):
        actions.approve_extension(by=play.cast.system, at=at("2026-11-17 10:00"), dossier_id=dossier.pk)


@pytest.mark.parametrize("proposed", [False, True])
def test_no_letter_for_a_promise_that_was_kept(play, at, proposed):
    dossier = play.walked("work")
    sweep(at, "2026-11-17 08:00")
    if proposed:
        reason(play, at, dossier, "2026-11-17 09:00")
    finish(play, at, dossier, "2026-11-19 16:00")
    with play.refused("apology.kept"):
        approve(play, at, dossier, "2026-11-19 16:05", reason="Chờ xác minh", cause=Cause.OTHER)
    assert sweep(at, "2026-11-19 16:10") == 1
    assert (slip(dossier).status, play.last_act().verb) == ("dropped", "dossier.drop_apology")
    assert sweep(at, "2026-12-01 16:10") == 0
    assert not Mark.objects.exists()


def test_a_draft_falls_away_with_a_due_that_moved_and_is_taken_up_again(play, at):
    dossier = play.walked("work")
    sweep(at, "2026-11-17 08:00")
    first = slip(dossier)
    actions.ask_supplement(
        by=play.cast["specialist"],
        at=at("2026-11-17 09:00"),
        dossier_id=dossier.pk,
        items=("Trích lục",),
        reason="Thiếu",
    )
    actions.complete_supplement(by=play.cast["counter"], at=at("2026-11-30 09:00"), dossier_id=dossier.pk)
    due = Dossier.objects.select_related("promise").get(pk=dossier.pk).promise.due_at
    assert due == at("2026-12-02 17:00")
    sweep(at, "2026-11-30 09:10")  # already in its new lead: the draft is dropped and made anew
    again = slip(dossier)
    assert (again.pk, again.status, again.old_due_at) == (first.pk, "drafted", due)
    assert Extension.objects.count() == 1


def test_a_draft_nobody_answered_until_its_own_day_gets_another(play, at):
    dossier = play.walked("work")
    sweep(at, "2026-11-17 08:00")
    assert slip(dossier).new_due_at == at("2026-11-25 17:00")
    assert sweep(at, "2026-11-25 16:59") == 1  # the mark
    assert sweep(at, "2026-11-25 17:00") == 1
    assert slip(dossier).new_due_at == at("2026-11-30 17:00")
    assert sweep(at, "2026-11-25 17:10") == 0
    approve(play, at, dossier, "2026-11-26 08:00", reason="Quá nhiều hồ sơ", cause=Cause.WORKLOAD)


# -- ended late ------------------------------------------------------------------------------------------------


def test_a_dossier_that_ended_late_owes_an_apology_without_a_new_day(play, at):
    dossier = play.walked("work")
    finish(play, at, dossier, "2026-11-20 09:00")
    sweep(at, "2026-11-20 09:10")
    draft = slip(dossier)
    assert (draft.status, draft.new_due_at) == ("drafted", None)
    reason(play, at, dossier, "2026-11-20 10:00", new_due=at("2026-11-30 17:00"))
    assert slip(dossier).new_due_at is None  # a day that somebody gave is no appointment any more
    signed = approve(play, at, dossier, "2026-11-20 10:30")
    letter = slip(dossier)
    assert (letter.number, letter.new_due_at, signed.promise.extended_times) == ("01/XL-UBND", None, 0)
    actions.send_apology(
        by=play.cast["counter"], at=at("2026-11-20 11:00"), dossier_id=dossier.pk, way="Thư", proof="EB123456789VN"
    )
    assert not lateness.unapologised(by=play.cast["leader"], at=at("2026-12-01 09:00")).exists()
    assert sweep(at, "2026-12-01 09:00") == 0
    with play.refused("extension.waiting"):
        actions.request_extension(
            by=play.cast["specialist"],
            at=at("2026-12-01 10:00"),
            dossier_id=dossier.pk,
            reason="lần nữa",
            cause=Cause.OTHER,
        )


def test_a_draft_with_a_new_day_becomes_sorry_alone_when_the_dossier_ends_late(play, at):
    dossier = play.walked("work")
    sweep(at, "2026-11-17 08:00")
    reason(play, at, dossier, "2026-11-17 09:00")
    finish(play, at, dossier, "2026-11-20 09:00")
    sweep(at, "2026-11-20 09:10")
    assert slip(dossier).status == "proposed"
    approve(play, at, dossier, "2026-11-20 10:00")
    assert slip(dossier).new_due_at is None


def test_withdrawn_after_the_breach_is_still_owed_one(play, at):
    dossier = play.walked("work")
    actions.withdraw(by=play.cast["counter"], at=at("2026-11-23 09:00"), dossier_id=dossier.pk, reason="Người nộp rút")
    assert Mark.objects.filter(dossier_id=dossier.pk, kind="first").count() == 1
    sweep(at, "2026-11-23 09:10")
    assert (slip(dossier).status, slip(dossier).new_due_at) == ("drafted", None)


# -- the search and the rule say the same ----------------------------------------------------------------------


@pytest.mark.parametrize("day", [13, 16, 17, 18, 19, 20, 23, 25, 26])
@pytest.mark.parametrize("hour", ["10:00", "16:00", "15:40"])
def test_the_search_finds_what_the_rule_says(play, at, day, hour):
    made = [play.accepted("marriage", when=f"2026-11-{d} 09:10") for d in (12, 13, 16, 17, 18, 19)]
    made += [play.accepted("land", when="2026-11-12 09:20"), play.accepted("birth", when=f"2026-11-{day} 09:30")]
    made += [play.accepted("birth", when=f"2026-11-{day} {start}") for start in ("13:10", "14:30")]
    now = at(f"2026-11-{day} {hour}")
    calendar = offices.calendar(offices.now_of(play.cast.ward.pk))
    leads = rules.leads(at=now, calendar=calendar)
    wanted = {
        d.pk
        for d in made
        if now > d.promise.late_after
        or (rules.in_lead(due_at=d.promise.due_at, made_at=d.promise.made_at, leads=leads))
    }
    assert set(lateness.to_draft(ward_id=play.cast.ward.pk, at=now, calendar=calendar)) == wanted


def test_a_sweep_that_is_killed_leaves_whole_acts(play, at, monkeypatch):
    dossiers = [play.accepted(when=f"2026-11-12 09:{n}0") for n in range(4)]
    done = []
    real = actions.draft_apology

    def killed(**more):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(real(**more))

    monkeypatch.setattr(actions, "draft_apology", killed)
    with pytest.raises(KeyboardInterrupt):
        sweep(at, "2026-11-17 08:00")
    assert Extension.objects.count() == 2
    monkeypatch.setattr(actions, "draft_apology", real)
    assert sweep(at, "2026-11-17 08:10") == 2
    assert Extension.objects.filter(status=ExtensionStatus.DRAFTED).count() == len(dossiers)
    assert Act.objects.filter(verb="dossier.draft_apology").count() == len(dossiers)
