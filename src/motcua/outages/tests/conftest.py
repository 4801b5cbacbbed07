"""A ward with promises of every course, and outages told about it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from motcua.clock import Limit, PauseMode
from motcua.ledger.actions import action
from motcua.offices import queries as offices
from motcua.outages import actions
from motcua.outages.rules import Stated, System
from motcua.promises import actions as promises
from motcua.promises.rules import Kind

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


class Ward:
    """What a test says of one ward. Wednesday 25/11/2026; sessions 7:30–11:30 and 13:00–17:00."""

    def __init__(self, cast):
        self.cast = cast
        self.calendar = offices.calendar(offices.now_of(cast.ward.pk))

    def promise(self, made="2026-11-24 08:00", limit="3 working days", kind=Kind.DOSSIER):
        begun = moment(made)
        return promises.make(
            by=self.cast.system,
            at=begun,
            kind=kind,
            unit_id=self.cast.units["VHXH"].pk,
            officer_id=None,
            start=begun,
            limit=Limit.parse(limit),
            calendar=self.calendar,
        )

    def pause(self, promise, when):
        return promises.pause(
            by=self.cast.system,
            at=moment(when),
            promise=promise,
            mode=PauseMode.SUSPEND,
            ground="supplement",
            basis="thử",
        )

    def resume(self, promise, when):
        return promises.resume(
            by=self.cast.system, at=moment(when), promise=promise, calendar=self.calendar, ground="đủ"
        )

    def keep(self, promise, when):
        return promises.keep(by=self.cast.system, at=moment(when), promise=promise)

    def stated(self, starts="2026-11-25 09:10", ends=None, system=System.SOFTWARE, **more):
        return Stated(system=system, starts=moment(starts), ends=moment(ends) if ends else None, **more)

    def report(self, who="counter", when="2026-11-25 09:20", starts="2026-11-25 09:10", ends=None, **more):
        said = {name: more.pop(name) for name in ("system", "other", "kinds", "announced_on") if name in more}
        return actions.report(by=self.cast[who], at=moment(when), stated=self.stated(starts, ends, **said), **more)

    def end(self, outage, ends="2026-11-25 14:00", who="counter", when="2026-11-25 14:05"):
        return actions.end(by=self.cast[who], at=moment(when), outage_id=outage.pk, ends=moment(ends))


@pytest.fixture
def told(cast) -> Ward:
    return Ward(cast)


@pytest.fixture
def at():
    return moment


@action("test.many_promises")
def many_promises(*, by, at, ward, n):
    """A ward as busy as a city."""
    from motcua.ledger.actions import subject

    rows = [ward.promise(kind=(Kind.DOSSIER, Kind.STEP)[i % 2]) for i in range(n)]
    subject(rows[0])
    return rows


@pytest.fixture
def many(cast, told):
    return lambda n: many_promises(by=cast.system, at=moment("2026-11-24 08:00"), ward=told, n=n)
