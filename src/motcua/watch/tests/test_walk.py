"""A month of random days: whatever happens to promises, after each sweep the warnings say exactly what is true."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from motcua.accounts import actions as accounts
from motcua.clock import ZONE, DayKind, PauseMode
from motcua.ledger import queries as ledger
from motcua.ledger.actions import action
from motcua.offices import queries as offices
from motcua.offices.rules import Change, DayChange
from motcua.promises import actions as promises
from motcua.promises.models import Promise
from motcua.promises.rules import Kind
from motcua.watch import actions, jobs
from motcua.watch.models import Digest, Warned
from motcua.watch.rules import Owed, band, until
from motcua.watch.tests.conftest import at

LIMITS = ("4 working hours", "same day", "1 working day", "3 working days", "5 working days", "10 days", "48 hours")
KINDS = (Kind.FEEDBACK, Kind.PETITION, Kind.CATALOGUE)


class Walk:
    """Random acts on promises at a moving moment."""

    def __init__(self, office, pick):
        self.office, self.pick, self.cast = office, pick, office.cast
        self.now = at("2026-11-16 07:30")
        self.holidays = iter([date(2026, 11, 27), date(2026, 12, 4), date(2026, 12, 11)])

    def calendar(self):
        return offices.calendar(offices.now_of(self.cast.ward.pk))

    def step(self):
        self.now += timedelta(minutes=self.pick.choice((7, 45, 130, 400, 900, 2600)))
        done = self.pick.choices(
            (self.make, self.pause, self.resume, self.extend, self.keep, self.reassign, self.storm, self.absent),
            weights=(8, 2, 3, 2, 1, 1, 0.4, 1),
        )[0]
        done()

    def make(self):
        who = self.pick.choice((("specialist", "VHXH"), (None, "VHXH"), ("land", "KT"), ("clerk", "VP"), (None, "KT")))
        when = self.now.isoformat(timespec="minutes")[:16]
        self.office.promised(when, self.pick.choice(LIMITS), who[0], who[1], self.pick.choice(KINDS))

    def one(self, **of):
        rows = list(Promise.objects.filter(kept_at__isnull=True, **of).order_by("pk"))
        return self.pick.choice(rows) if rows else None

    def act(self, promise, verb, **more):
        @action("test.act")
        def perform(*, by, at):
            locked = Promise.objects.select_for_update().get(pk=promise.pk)
            return verb(by=by, at=at, promise=locked, **more)

        perform(by=self.cast.system, at=self.now)

    def pause(self):
        if promise := self.one(paused_at__isnull=True, made_at__lt=self.now):
            self.act(promise, promises.pause, mode=PauseMode.SUSPEND, ground="thử", basis="thử")

    def resume(self):
        if promise := self.one(paused_at__isnull=False):
            self.act(promise, promises.resume, calendar=self.calendar(), ground="thử")

    def extend(self):
        if promise := self.one(extended_times=0, paused_at__isnull=True):
            new_due = max(promise.due_at, self.now) + timedelta(days=self.pick.randrange(1, 6))
            self.act(promise, promises.extend, new_due=new_due, ground="thử")

    def keep(self):
        if promise := self.one(made_at__lte=self.now):
            self.act(promise, promises.keep)

    def reassign(self):
        if promise := self.one():
            person = self.pick.choice(("specialist", "specialist2", None))
            self.act(promise, promises.reassign, officer_id=person and self.cast.people[person].pk)

    def storm(self):
        day = next(self.holidays, None)
        if day and day > self.now.date():
            change = Change(days=(DayChange(date=day, kind=DayKind.LOCAL_OFF, name="Nghỉ bão", source="Công điện"),))
            promises.change_calendar(by=self.cast["admin"], at=self.now, change=change, reason="Bão")

    def absent(self):
        who, other = self.pick.sample(("specialist", "specialist2", "head"), 2)
        accounts.record_absence(
            by=self.cast["chairman"],
            at=self.now,
            person_id=self.cast.people[who].pk,
            substitute_id=self.cast.people[other].pk,
            starts=self.now.date(),
            ends=self.now.date() + timedelta(days=self.pick.randrange(3)),
            reason="Đi học",
        )

    def truth(self):
        """Each open promise and its band now, by the rule alone."""
        found = {}
        for row in Promise.objects.filter(kept_at__isnull=True, released_at__isnull=True):
            owed = Owed(
                kind=row.kind,
                limit=row.limit,
                counted_from=row.counted_from,
                due_at=row.due_at,
                late_after=row.late_after,
                extended_due_at=row.extended_due_at,
                paused_at=row.paused_at,
            )
            name = band(owed, at=self.now, calendar=self.calendar())
            if name is not None:
                found[row.pk] = (name, until(owed))
        return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_told_is_what_is_true(office, seed):
    walk = Walk(office, random.Random(seed))
    crossed = 0
    for _ in range(70):
        walk.step()
        before = Warned.objects.count()
        swept = actions.warn(by=office.cast.system, at=walk.now)
        assert Warned.objects.count() == before + swept.told
        truth = walk.truth()
        now = list(Warned.objects.filter(ended_at__isnull=True))
        assert {(row.promise_id, row.band, row.due_at) for row in now} == {(pk, *said) for pk, said in truth.items()}
        assert max(Counter((row.promise_id, row.person_id) for row in now).values(), default=1) == 1
        again = actions.warn(by=office.cast.system, at=walk.now)
        assert (again.told, again.again, again.ended) == (0, 0, 0)
        crossed += swept.told
    assert crossed > 30
    rows = Warned.objects.values_list("promise_id", "band", "person_id", "due_at")
    assert max(Counter(rows).values()) == 1
    assert ledger.verify(ward_id=office.cast.ward.pk) is None


def test_a_month_of_mornings_gives_each_their_digest_once(office):
    walk = Walk(office, random.Random(7))
    for _ in range(30):
        walk.step()
    first = walk.now.astimezone(ZONE).replace(hour=6, minute=0, second=0)
    for day in range(10):
        for minutes in range(0, 360, 45):  # a computer that asks now and then
            when = first + timedelta(days=day, minutes=minutes)
            jobs.digest(timestamp=int(when.timestamp()))
    calendar, ten = walk.calendar(), [(first + timedelta(days=n)).date() for n in range(10)]
    days = {row.day for row in Digest.objects.all()}
    assert days == {day for day in ten if calendar.is_working(day)}
    assert Digest.objects.count() == len(days) * len(office.cast.people)
