"""Every term is the clock's own due of the record of the law in force, for any moment and any class."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua import clock, law
from motcua.acts import Refused
from motcua.clock import Limit, Unit, standard_calendar
from motcua.petitions.rules import Complexity, Matter, VisitWay, deadlines
from motcua.petitions.rules.receiving import day_of_week, may_come_online, may_represent, monday

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = standard_calendar()
moments = st.datetimes(datetime(2020, 1, 2, 7), datetime(2027, 6, 30, 17), timezones=st.just(ZONE))  # noqa: DTZ001 - given a zone by hypothesis
MAY_BE = ("COMPLAINT_ACCEPT", "DENUNCIATION_INITIAL", "PROPOSAL_INITIAL")


def due(start, limit):
    return clock.due(start=start, limit=limit, calendar=CALENDAR).at


def said(rule_id, start, part=""):
    rule = law.rule(rule_id, on=start.date())
    return Limit(value=Decimal(rule.part(part) if part else rule.whole), unit=Unit(rule.unit))


@given(start=moments, matter=st.sampled_from(Matter), continued=st.booleans())
def test_the_first_handling_is_the_laws_and_the_unclear_gets_the_nearest(start, matter, continued):
    term = deadlines.initial(matter=matter, continued=continued, start=start, calendar=CALENDAR)
    if matter in {Matter.UNCLEAR, Matter.MIXED}:
        assert due(start, term.limit) == min(due(start, said(one, start)) for one in MAY_BE)
    else:
        wanted = {
            Matter.COMPLAINT: "COMPLAINT_ACCEPT",
            Matter.DENUNCIATION: "DENUNCIATION_CONTINUED" if continued else "DENUNCIATION_INITIAL",
        }.get(matter, "PROPOSAL_INITIAL")
        assert term.limit == said(wanted, start)


@given(start=moments, second=st.booleans(), complexity=st.sampled_from(Complexity), remote=st.booleans())
def test_a_harder_case_is_never_due_sooner(start, second, complexity, remote):
    def at(**more):
        fields = {"second": second, "complexity": complexity, "remote": remote, "extensions": 0, **more}
        return due(start, deadlines.resolve(matter=Matter.COMPLAINT, on=start.date(), **fields).limit)

    assert at(complexity=Complexity.PLAIN) <= at() <= at(complexity=Complexity.VERY_COMPLEX)
    assert at(remote=False) <= at() <= at(remote=True)
    assert at(second=False) <= at() <= at(second=True)


@given(start=moments, given_times=st.integers(0, 3), complexity=st.sampled_from(Complexity))
def test_a_denunciation_is_extended_as_often_as_the_law_says_and_by_thirty_days(start, given_times, complexity):
    most = {"plain": 0, "complex": 1, "very_complex": 2}[complexity.value]
    fields = {"matter": Matter.DENUNCIATION, "second": False, "complexity": complexity, "remote": False}
    wanted = {**fields, "given": given_times, "at": start, "late_after": start}
    if given_times >= most:
        with pytest.raises(Refused, match=r"petition\.extend_most"):
            deadlines.extension(**wanted)
    else:
        assert deadlines.extension(**wanted).limit == Limit(value=Decimal(30 * (given_times + 2)), unit=Unit.DAY)
    with pytest.raises(Refused, match=r"petition\.extend_late"):
        deadlines.extension(**{**wanted, "at": start + timedelta(microseconds=1)})


@pytest.mark.parametrize(
    ("rule_id", "value", "unit"),
    [
        ("RECEPTION_CHAIRMAN_DAYS", 1, ""),
        ("RECEPTION_REPLY", 10, "working_day"),
        ("COMPLAINT_TIME", 90, "day"),
        ("COMPLAINT_ACCEPT", 10, "day"),
        ("COMPLAINT_SEND", 3, "working_day"),
        ("COMPLAINT_SECOND_SEND", 7, "day"),
        ("DENUNCIATION_INITIAL", 7, "working_day"),
        ("DENUNCIATION_FORWARD", 5, "working_day"),
        ("DENUNCIATION_RESOLVE", 30, "day"),
        ("DENUNCIATION_EXTENSION", 30, "day"),
        ("DENUNCIATION_SEND", 5, "working_day"),
        ("DENUNCIATION_PUBLISH", 7, "working_day"),
        ("DENUNCIATION_CONTINUED", 20, "day"),
    ],
)
def test_the_numbers_are_those_read_and_unsure_since_the_laws_of_2026(rule_id, value, unit):
    before, after = (law.rule(rule_id, on=datetime(2026, m, d, tzinfo=ZONE).date()) for m, d in ((6, 30), (7, 1)))
    assert (before.whole, before.unit, before.certainty.value) == (value, unit, "sure")
    assert (after.whole, after.unit, after.certainty.value) == (value, unit, "unsure")


@pytest.mark.parametrize(
    ("people", "named", "taken"),
    [(4, 0, True), (5, 0, False), (5, 2, True), (10, 3, False), (11, 0, False), (11, 5, True), (40, 6, False)],
)
def test_a_group_names_its_representatives(people, named, taken):
    names = "\n".join(f"Người {n}" for n in range(named))
    on = datetime(2026, 11, 25, tzinfo=ZONE).date()
    if taken:
        may_represent(people=people, named=names, on=on)
    else:
        with pytest.raises(Refused, match=r"petition\.representatives"):
            may_represent(people=people, named=names, on=on)


def test_online_reception_is_allowed_since_july_2026():
    may_come_online(way=VisitWay.ONLINE, on=datetime(2026, 7, 1, tzinfo=ZONE).date())
    with pytest.raises(Refused, match=r"reception\.online"):
        may_come_online(way=VisitWay.ONLINE, on=datetime(2026, 6, 30, tzinfo=ZONE).date())


@given(start=moments, weekday=st.integers(0, 6))
def test_the_chairmans_day_is_a_working_day_of_its_week_the_nearest_after_the_planned_one(start, weekday):
    week = monday(start)
    assert week.weekday() == 0
    working = [week + timedelta(days=n) for n in range(7) if CALENDAR.is_working(week + timedelta(days=n))]
    on = day_of_week(week=week, weekday=weekday, calendar=CALENDAR)
    later = [day for day in working if day.weekday() >= weekday]
    assert on == (later[0] if later else working[-1] if working else None)
