"""One Wednesday in Phường Hoa Gạo, 25/11/2026; Tuesday 24/11 is a holiday. Dossiers go through the real actions."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua.clock import Limit
from motcua.dossiers import actions as dossiers
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake
from motcua.ledger.actions import action, subject
from motcua.offices import queries as offices
from motcua.promises import actions as promises
from motcua.promises.rules import Kind
from motcua.watch import actions
from motcua.watch.models import Warned

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture
def now():
    """Wednesday 25/11/2026, 10:12."""
    return NOW


@pytest.fixture
def stopped(monkeypatch):
    """The clock on the wall stands at that moment: Django's clock, which only the doors ask."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


class Office:
    """What the people of the ward do, and what the house tells them."""

    def __init__(self, cast, catalogue, papers):
        self.cast, self.catalogue, self.papers, self.made = cast, catalogue, papers, 0

    def accepted(self, when, case="marriage", name="Trịnh Thị Mận"):
        self.made += 1
        case_id = self.catalogue[case]
        intake = Intake(
            case_id=case_id,
            channel=Channel.DIRECT,
            applicant=Applicant(name=name, id_number=f"000190{self.made:06d}", phone=f"0900000{self.made:03d}"),
            papers=self.papers(case_id),
        )
        return dossiers.accept(by=self.cast["counter"], at=at(when), intake=intake)

    def working(self, when, case="marriage", to="specialist", name="Trịnh Thị Mận"):
        """Accepted, handed to the division, and given to somebody there."""
        dossier = self.accepted(when, case, name)
        dossiers.advance(by=self.cast["counter"], at=at(when[:11] + "16:00"), dossier_id=dossier.pk)
        if to:
            dossiers.assign(
                by=self.cast["head" if case != "land" else "leader"],
                at=at(when[:11] + "16:10"),
                dossier_id=dossier.pk,
                assignee_id=self.cast.people[to].pk,
            )
        dossier.refresh_from_db()
        return dossier

    def apologised(self, dossier, when, new_due):
        ids = {"dossier_id": dossier.pk}
        dossiers.request_extension(
            by=self.cast["specialist"],
            at=at(f"{when} 09:00"),
            reason="Chờ nơi cư trú cũ xác minh",
            cause=Cause.COORDINATION,
            new_due=at(new_due),
            **ids,
        )
        dossiers.approve_extension(by=self.cast["leader"], at=at(f"{when} 10:00"), **ids)
        dossiers.send_apology(by=self.cast["counter"], at=at(f"{when} 11:00"), way="điện thoại", proof="gọi", **ids)

    def promised(self, when, limit="5 working days", officer="specialist", unit="VHXH", kind=Kind.FEEDBACK, whole=None):
        """A bare promise of a room that is not here."""
        cast = self.cast

        @action("test.promise")
        def make(*, by, at):
            made = promises.make(
                by=by,
                at=at,
                kind=kind,
                unit_id=cast.units[unit].pk,
                officer_id=cast.people[officer].pk if officer else None,
                start=at,
                limit=Limit.parse(limit),
                calendar=offices.calendar(offices.now_of(by.ward_id)),
                whole=whole,
            )
            subject(made)
            return made

        return make(by=cast.system, at=at(when))

    def sweep(self, when):
        return actions.warn(by=self.cast.system, at=at(when))

    def told(self, promise=None, *, holding=True):
        """(band, who) of what was told, in the order told."""
        names = {person.pk: key for key, person in self.cast.people.items()}
        rows = Warned.objects.filter(ended_at__isnull=True) if holding else Warned.objects.all()
        if promise is not None:
            rows = rows.filter(promise_id=promise.pk)
        return [(row.band, names[row.person_id]) for row in sorted(rows, key=lambda r: (r.at, names[r.person_id]))]


@pytest.fixture
def office(cast, catalogue, papers):
    """An empty office."""
    return Office(cast, catalogue, papers)
