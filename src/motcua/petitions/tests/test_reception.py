"""The book of visits and the chairman's day: what is owed, what is shown though it was not held."""

from datetime import date, time

import pytest

from motcua.petitions import actions
from motcua.petitions.models import Sitting
from motcua.petitions.queries import reception
from motcua.petitions.rules import Capacity
from motcua.petitions.tests.conftest import moment


def plan(book, when="2026-11-02 08:00", weekday=3, valid_from=date(2026, 11, 2), who="clerk"):
    return actions.plan(
        by=book.cast[who],
        at=moment(when),
        valid_from=valid_from,
        weekday=weekday,
        opens=time(7, 30),
        closes=time(11, 30),
        place="Phòng tiếp công dân",
    )


@pytest.mark.parametrize(
    ("result", "owed"), [("explained", False), ("refused", False), ("promised", True), ("taken", True)]
)
def test_an_answer_is_owed_within_ten_working_days_where_something_was_taken_or_promised(book, result, owed):
    visit = book.visit(result=result)
    assert (visit.promise is not None) == owed
    assert (visit.petition is not None) == (result == "taken")
    if owed:
        assert visit.promise.due_at == moment("2026-11-25 17:00")  # 24/11 is a day off
        done = actions.reply(by=book.cast["clerk"], at=moment("2026-11-26 09:00"), visit_id=visit.pk, text="Đã trả lời")
        assert done.promise.outcome == "late"
        with book.refused("reception.replied"):
            actions.reply(by=book.cast["clerk"], at=moment("2026-11-27 09:00"), visit_id=visit.pk, text="Lại")
    else:
        with book.refused("reception.replied"):
            actions.reply(by=book.cast["clerk"], at=moment("2026-11-26 09:00"), visit_id=visit.pk, text="x")


def test_a_petition_handed_in_at_a_visit_gets_its_number_in_the_same_act(book):
    visit = book.visit("denunciation", result="taken", accused=("Ai đó",))
    assert (visit.number, visit.petition.number, visit.petition.channel) == (1, 1, "reception")
    assert (visit.secret, visit.petition.secret, visit.petition.gist) == (True, True, "")
    assert visit.petition.accused.get().name == visit.accused.get().name == "Ai đó"


def test_what_a_visit_must_say(book):
    with book.refused("petition.text"):
        book.visit(name=" ")
    with book.refused("petition.text"):
        book.visit(result="refused", outcome="")
    with book.refused("petition.representatives"):
        book.visit(people=30)
    with book.refused("forbidden"):
        book.visit(who="specialist")


def test_a_secret_visit_is_answered_by_those_who_know_it(book):
    visit = book.visit("denunciation")
    with book.refused("forbidden"):
        actions.reply(by=book.cast["clerk"], at=moment("2026-11-12 09:00"), visit_id=visit.pk, text="x")
    with book.refused("forbidden"):
        actions.see_visitor(by=book.cast["leader"], at=moment("2026-11-12 09:00"), visit_id=visit.pk)
    assert actions.see_visitor(by=book.cast["counter"], at=moment("2026-11-12 09:00"), visit_id=visit.pk).what
    assert actions.reply(
        by=book.cast["chairman"], at=moment("2026-11-12 09:00"), visit_id=visit.pk, text="x"
    ).replied_at


def test_an_officer_spoken_of_does_not_find_the_visit(book):
    visit = book.visit("denunciation", accused_ids=(book.cast.people["clerk"].pk,))
    with book.refused("missing"):
        actions.see_visitor(by=book.cast["clerk"], at=moment("2026-11-12 09:00"), visit_id=visit.pk)


def test_a_week_without_a_sitting_is_shown_with_its_reason_or_without(book):
    plan(book)
    clerk = book.cast["clerk"]
    sat = {"person_id": book.cast.people["chairman"].pk, "capacity": Capacity.CHAIRMAN}
    actions.hold(by=clerk, at=moment("2026-11-05 11:30"), held_on=date(2026, 11, 5), **sat)
    actions.miss(by=clerk, at=moment("2026-11-20 08:00"), week=date(2026, 11, 19), reason="Họp HĐND, dời sang tuần sau")
    weeks = reception.weeks(by=clerk, at=moment("2026-11-25 10:12"), count=8)
    assert [(w.planned.isoformat() if w.planned else None, w.state) for w in weeks] == [
        ("2026-11-26", "ahead"),
        ("2026-11-19", "missed"),
        ("2026-11-12", "unwritten"),
        ("2026-11-05", "held"),
    ]
    assert weeks[1].sitting.reason.startswith("Họp HĐND")
    with book.refused("reception.week"):
        actions.miss(by=clerk, at=moment("2026-11-25 08:00"), week=date(2026, 11, 5), reason="Quên")
    with book.refused("reception.week"):
        actions.hold(by=clerk, at=moment("2026-11-25 08:00"), held_on=date(2026, 11, 20), **sat)
    with book.refused("reception.ahead"):
        actions.miss(by=clerk, at=moment("2026-11-25 08:00"), week=date(2026, 12, 3), reason="x")
    with book.refused("reception.ahead"):
        actions.hold(by=clerk, at=moment("2026-11-25 08:00"), held_on=date(2026, 11, 26), **sat)


def test_the_next_days_leave_days_off_behind_and_follow_a_new_plan(book):
    plan(book, weekday=4)
    plan(book, when="2026-12-10 08:00", weekday=1, valid_from=date(2026, 12, 28))
    found = reception.next_days(ward_id=book.cast.ward.pk, at=moment("2026-12-16 12:00"), count=3)
    # Friday 01/01/2027 would be a day off; from 28/12 on it is Tuesday
    assert [(day.on.isoformat(), day.moved) for day in found] == [
        ("2026-12-18", False),
        ("2026-12-25", False),
        ("2026-12-29", False),
    ]
    held = reception.next_days(ward_id=book.cast.ward.pk, at=moment("2026-11-23 12:00"), count=1)
    assert held[0].on == date(2026, 11, 27)


def test_in_the_week_a_new_plan_begins_the_older_one_holds_up_to_that_day(book):
    plan(book, weekday=3)
    plan(book, when="2026-11-12 08:00", weekday=1, valid_from=date(2026, 11, 13))
    weeks = reception.weeks(by=book.cast["clerk"], at=moment("2026-11-18 10:12"), count=3)
    assert [w.planned.isoformat() for w in weeks] == ["2026-11-17", "2026-11-12", "2026-11-05"]


def test_a_plan_changes_from_today_on_and_only_by_those_who_may(book):
    plan(book)
    assert plan(book, weekday=2).weekday == 2  # the same day again: corrected, not doubled
    with book.refused("reception.past"):
        plan(book, when="2026-11-10 08:00")
    with book.refused("forbidden"):
        plan(book, who="counter")


def test_only_a_deputy_with_a_letter_sits_for_the_chairman(book):
    clerk = book.cast["clerk"]
    sat = {"person_id": book.cast.people["leader"].pk, "capacity": Capacity.DEPUTY, "held_on": date(2026, 11, 5)}
    with book.refused("petition.text"):
        actions.hold(by=clerk, at=moment("2026-11-05 11:30"), **sat)
    actions.hold(by=clerk, at=moment("2026-11-05 11:30"), **sat, authority="Giấy ủy quyền 3")
    assert Sitting.objects.get().authority == "Giấy ủy quyền 3"


def test_another_ward_finds_no_visit(book, stranger):
    visit = book.visit()
    with book.refused("missing"):
        actions.reply(by=stranger["chairman"], at=moment("2026-11-12 09:00"), visit_id=visit.pk, text="x")
    with book.refused("missing"):
        reception.visit(by=stranger["chairman"], at=moment("2026-11-12 09:00"), year=2026, number=1)
