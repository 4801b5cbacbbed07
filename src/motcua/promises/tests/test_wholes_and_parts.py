"""A part (a step) is due with its whole (its dossier) at the latest, whatever moves either."""

import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from motcua.clock import DayKind, Limit, PauseMode
from motcua.ledger import queries as ledger
from motcua.ledger.actions import action
from motcua.offices import queries as offices
from motcua.offices.rules import Change, DayChange
from motcua.promises import actions
from motcua.promises.models import Promise
from motcua.promises.rules import Kind

WHOLES = ("3 working days", "5 working days", "8 working hours", "same day", "5 days")
PARTS = ("4 working hours", "8 working hours", "20 working hours", "2 working days")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


class Life:
    """A whole and its part: made, and then paused, resumed and given a new appointment together."""

    def __init__(self, cast, whole, part):
        self.cast = cast
        self.whole = self.make(Kind.DOSSIER, *whole).pk
        self.part = self.make(Kind.STEP, *part, whole=self.one(self.whole)).pk

    def one(self, pk):
        return Promise.objects.get(pk=pk)

    def now(self):
        return self.one(self.whole), self.one(self.part)

    def calendar(self):
        return offices.calendar(offices.now_of(self.cast.ward.pk))

    def make(self, kind, when, limit, whole=None):
        return actions.make(
            by=self.cast.system,
            at=when,
            kind=kind,
            unit_id=self.cast.units["VHXH"].pk,
            officer_id=None,
            start=when,
            limit=Limit.parse(limit),
            calendar=self.calendar(),
            whole=whole,
        )

    def pause(self, when, mode=PauseMode.SUSPEND):
        @action("test.pause")
        def both(*, by, at):
            whole, part = self.now()
            actions.pause(by=by, at=at, promise=whole, mode=mode, ground="supplement", basis="thử")
            actions.pause(by=by, at=at, promise=part, mode=PauseMode.SUSPEND, ground="supplement", basis="thử")
            return whole

        both(by=self.cast.system, at=when)

    def resume(self, when, *, part_first=False):
        @action("test.resume")
        def both(*, by, at):
            whole, part = self.now()
            for promise in (part, whole) if part_first else (whole, part):
                actions.resume(by=by, at=at, promise=promise, calendar=self.calendar(), ground="đủ giấy")
            return whole

        both(by=self.cast.system, at=when)

    def extend(self, when, new_due):
        actions.extend(
            by=self.cast.system, at=when, promise=self.one(self.whole), new_due=new_due, ground="nhiều hồ sơ"
        )


@pytest.fixture
def capped(cast):
    """A step opened in the last hour of its dossier: due with it, not four working hours later."""
    life = Life(cast, (at("2026-11-16 09:00"), "3 working days"), (at("2026-11-19 16:00"), "4 working hours"))
    whole, part = life.now()
    assert whole.due_at == part.due_at == at("2026-11-19 17:00")
    return life


@pytest.mark.parametrize(
    ("mode", "due"), [(PauseMode.SUSPEND, "2026-11-23 17:00"), (PauseMode.RESTART, "2026-11-27 17:00")]
)
def test_after_a_pause_a_capped_part_is_due_with_its_whole_at_its_new_due(capped, mode, due):
    capped.pause(at("2026-11-19 16:30"), mode)
    capped.resume(at("2026-11-23 16:30"))
    whole, part = capped.now()
    assert whole.due_at == at(due)
    # suspended: the step's own count would run on into the next day; counted anew: the step has its own four hours
    own = at("2026-11-25 10:30") if mode is PauseMode.RESTART else whole.due_at
    assert (part.due_at, part.first_due_at) == (own, at("2026-11-19 17:00"))


def test_a_part_is_not_resumed_before_its_whole(capped):
    capped.pause(at("2026-11-19 16:30"))
    with pytest.raises(RuntimeError, match="after its whole"):
        capped.resume(at("2026-11-23 16:30"), part_first=True)
    whole, part = capped.now()
    assert whole.paused_at == part.paused_at == at("2026-11-19 16:30")


def test_a_new_appointment_goes_along_when_a_pause_moves_the_due_beyond_it(cast):
    life = Life(cast, (at("2026-11-16 09:00"), "3 working days"), (at("2026-11-19 09:00"), "2 working days"))
    life.extend(at("2026-11-19 09:30"), at("2026-11-20 10:00"))
    life.pause(at("2026-11-19 10:00"))
    life.resume(at("2026-11-24 10:00"))
    whole, part = life.now()
    assert whole.due_at == whole.extended_due_at == whole.appointment == at("2026-11-25 17:00")
    assert part.due_at == at("2026-11-25 17:00")
    assert whole.extended_times == 1


def test_a_new_appointment_still_ahead_of_the_due_stays(cast):
    life = Life(cast, (at("2026-11-16 09:00"), "3 working days"), (at("2026-11-19 09:00"), "20 working hours"))
    life.extend(at("2026-11-19 09:30"), at("2026-11-27 10:00"))
    life.pause(at("2026-11-19 10:00"))
    life.resume(at("2026-11-20 10:00"))
    whole, _ = life.now()
    assert (whole.due_at, whole.extended_due_at) == (at("2026-11-20 17:00"), at("2026-11-27 10:00"))


def test_whatever_happens_no_part_is_due_after_the_appointment_of_its_whole(cast):
    chance = random.Random(2026)
    for life in range(25):
        moment = at("2026-11-16 08:00") + timedelta(hours=chance.randint(0, 8))
        step = moment + timedelta(hours=chance.randint(0, 60))
        pair = Life(cast, (moment, chance.choice(WHOLES)), (step, chance.choice(PARTS)))
        in_time = pair.one(pair.whole).due_at > step
        told, moment = [], step
        for _ in range(8):
            moment += timedelta(hours=chance.randint(1, 50), minutes=chance.randint(0, 59))
            what = chance.choice(["pause", "resume", "resume", "extend", "day"])
            told.append((what, moment))
            whole, _part = pair.now()
            if what == "pause":
                pair.pause(moment, chance.choice(list(PauseMode)))
            elif what == "resume":
                pair.resume(moment)
            elif what == "extend" and not whole.extended_times:
                pair.extend(moment, max(whole.due_at, moment) + timedelta(hours=chance.randint(1, 90)))
            elif what == "day":
                day = DayChange(
                    date=moment.date() + timedelta(days=chance.randint(-1, 4)),
                    kind=chance.choice([DayKind.LOCAL_OFF, DayKind.MAKEUP_WORKING, None]),
                    name="Ngày thử",
                    source="Văn bản thử",
                )
                change = Change(days=(day,))
                if offices.new_of(cast.ward.pk, change).days:
                    actions.change_calendar(by=cast["admin"], at=moment, change=change, reason="thử")
            whole, part = pair.now()
            assert whole.appointment >= whole.due_at, (life, told)
            assert whole.extended_due_at is None or whole.extended_due_at == whole.appointment, (life, told)
            if in_time and whole.paused_at is None and whole.appointment > part.made_at:
                assert part.due_at <= whole.appointment, (life, told)
    assert ledger.verify(ward_id=cast.ward.pk) is None
