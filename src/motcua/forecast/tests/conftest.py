"""A ward that has lived through sixteen quick dossiers and three slow ones, on Wednesday 25/11/2026."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua import clock
from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Channel, Intake, NewResult
from motcua.forecast import actions as forecast
from motcua.ledger.actions import batch
from motcua.offices import queries as offices

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)
QUICK, SLOW = 16, 3


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture
def now():
    """Wednesday 25/11/2026, 10:12; the day before was a holiday."""
    return NOW


@pytest.fixture
def stopped(monkeypatch):
    """The clock on the wall stands at that moment."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


class Office:
    """Makes dossiers; every method returns the dossier."""

    def __init__(self, cast, catalogue, papers):
        self.cast, self.catalogue, self.papers, self.made = cast, catalogue, papers, 0
        self.calendar = offices.calendar(offices.now_of(cast.ward.pk))

    def accepted(self, name, when, case="marriage"):
        self.made += 1
        case_id = self.catalogue[case]
        applicant = Applicant(name=name, id_number=f"000190{self.made:06d}", phone=f"0900000{self.made:03d}")
        intake = Intake(case_id=case_id, channel=Channel.DIRECT, applicant=applicant, papers=self.papers(case_id))
        return actions.accept(by=self.cast["counter"], at=when, intake=intake)

    def step(self, dossier, who, when, **more):
        return actions.advance(by=self.cast[who], at=when, dossier_id=dossier.pk, **more)

    def working(self, name, when, case="marriage", officer=None):
        """Handed over to the division an hour after its receipt."""
        dossier = self.accepted(name, when, case)
        given = self.cast.people[officer].pk if officer else None
        return self.step(dossier, "counter", when + timedelta(hours=1), assignee_id=given)

    def finished(self, name, when, hours, case="marriage"):
        """Looked into for so many working hours, then signed and sealed within one."""
        dossier = self.working(name, when, case)
        looked = clock.add_working(start=when + timedelta(hours=1), minutes=hours * 60, calendar=self.calendar)
        self.step(dossier, "specialist" if case != "land" else "land", looked)
        self.step(dossier, "leader", clock.add_working(start=looked, minutes=30, calendar=self.calendar))
        sealed = clock.add_working(start=looked, minutes=60, calendar=self.calendar)
        return self.step(dossier, "clerk", sealed, result=NewResult(name="Giấy chứng nhận", number="1/2026"))


@pytest.fixture
def office(cast, catalogue, papers):
    """An office that has lived through nothing yet."""
    return Office(cast, catalogue, papers)


@pytest.fixture
def lived(office):
    """Sixteen dossiers that took 8 to 15 hours of 40, and three that took 48 to 50: late."""
    with batch():
        for n in range(QUICK):
            office.finished(f"Lò Văn Mía {n}", at(f"2026-10-{5 + n % 5:02d} 08:00"), hours=8 + n % 8)
        for n in range(SLOW):
            office.finished(f"Vi Thị Vối {n}", at(f"2026-10-{12 + n:02d} 08:00"), hours=48 + n)
    return office


@pytest.fixture
def learnt(lived):
    """What was lived through is known."""
    forecast.learn(at=at("2026-11-25 03:23"), ward_id=lived.cast.ward.pk)
    return lived
