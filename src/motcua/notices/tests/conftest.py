"""A ward whose channels lead to a practice post office, and the life of one dossier."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from motcua.config.post import PostOffice
from motcua.dossiers import actions as dossiers
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake
from motcua.notices import actions, jobs
from motcua.notices.models import Cursor, Delivery, Message
from motcua.notices.rules import Way

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)  # a Wednesday
NAME = "Trần Thị Ngâu"
EMAIL, PHONE = "ngau@hop-thu.vn", "0900000123"


def at(text: str) -> datetime:
    """A moment of November 2026: `at("25 10:12")`."""
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=ZONE)


@pytest.fixture
def post():
    """The practice post office; nothing fails until a test says so."""
    with PostOffice(hang=3) as office:
        yield office


@pytest.fixture
def channels(cast, post):
    """`channels("email", "sms")` switches these on."""

    def on(*ways: str, who=cast) -> None:
        for name in ways:
            way = Way(name)
            mail = way is Way.EMAIL
            actions.set_channel(
                by=who["admin"],
                at=NOW,
                way=way,
                on=True,
                address=f"127.0.0.1:{post.smtp_port}" if mail else f"http://127.0.0.1:{post.http_port}/{name}",
                sender="Phường Hoa Gạo <motcua@hoa-gao.vn>" if mail else "HOAGAO",
                security="none",
            )

    return on


@pytest.fixture
def accepted(cast, catalogue, papers):
    """`accepted(email=…, phone=…)`: a dossier for a marriage, received on Wednesday at 10:12."""

    def accept(when=NOW, case="marriage", **who):
        reach = {"email": EMAIL, "phone": PHONE, **who}
        return dossiers.accept(
            by=cast["counter"],
            at=when,
            intake=Intake(
                case_id=catalogue[case],
                channel=Channel.DIRECT,
                applicant=Applicant(name=NAME, **reach),
                papers=papers(catalogue[case]),
            ),
        )

    return accept


@pytest.fixture
def followed(cast):
    """A ward whose ledger is followed: what came before is read."""
    actions.follow(by=cast.system, at=NOW - timedelta(minutes=5))
    return Cursor.objects.get(ward=cast.ward)


@pytest.fixture
def apologised(cast, accepted):
    """A dossier with a signed apology; its letter is not made yet."""

    def apologise(**who):
        dossier = accepted(**who)
        dossiers.advance(by=cast["counter"], at=at("25 11:00"), dossier_id=dossier.pk)
        dossiers.propose_extension(
            by=cast["specialist"],
            at=at("26 09:00"),
            dossier_id=dossier.pk,
            reason="Nơi cư trú cũ trả lời chậm",
            cause=Cause.COORDINATION,
            new_due=datetime(2026, 12, 4, 17, tzinfo=ZONE),
        )
        dossiers.approve_extension(by=cast["leader"], at=at("26 10:00"), dossier_id=dossier.pk)
        return dossier

    return apologise


def _run(job, when: datetime) -> int:
    return job(timestamp=int(when.timestamp()))


@pytest.fixture
def run():
    """`run(job, when)`: a job at a moment."""
    return _run


@pytest.fixture
def told():
    """`told(when)`: follow, and every message so far, the oldest first."""

    def follow(when: datetime = NOW) -> list[Message]:
        _run(jobs.follow, when)
        return list(Message.objects.order_by("act", "key"))

    return follow


@pytest.fixture
def sent():
    """`sent(when)`: follow and deliver, and every delivery so far."""

    def both(when: datetime) -> list[Delivery]:
        _run(jobs.follow, when)
        _run(jobs.deliver, when)
        return list(Delivery.objects.order_by("message__act", "message__key"))

    return both
