"""Petitions of Phường Hoa Gạo through the real actions; all names are invented."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua.acts import Refused
from motcua.ledger.models import Act
from motcua.petitions import actions
from motcua.petitions.models import Petition
from motcua.petitions.rules import Channel, Matter, NewPetition, NewVisit, VisitResult

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NAME, PHRASE, ACCUSED = "Vi Thị Kín", "cái ao sau nhà bà Kín", "Hà Thị Gấc"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001" + "0005fe02fea7350081" + "0000000049454e44ae426082"
)


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@dataclass
class Book:
    """Verbs with people and times that fit, so that a test says only what it is about."""

    cast: object

    def receive(self, matter="complaint", when="2026-11-02 09:00", who="counter", **more):
        new = {
            "channel": Channel.HANDED_IN,
            "matter": Matter(matter),
            "name": NAME,
            "address": "Số 3, ngõ Hoa Sim",
            "id_number": "000190000777",
            "phone": "0900000777",
            "content": f"Về {PHRASE}",
            "gist": "" if matter in {"denunciation", "mixed", "unclear"} else "Thu hồi đất vườn",
            **more,
        }
        files = new.pop("files", ())
        return actions.receive(by=self.cast[who], at=moment(when), new=NewPetition(**new), files=files)

    def denounce(self, **more):
        """A denunciation of the land officer."""
        more.setdefault("accused_ids", (self.cast.people["land"].pk,))
        return self.receive("denunciation", **more)

    def classified(self, matter="complaint", when="2026-11-03 09:00", **more):
        found = self.denounce(**more) if matter == "denunciation" else self.receive(matter, **more)
        return self.act("classify", found, when, matter=Matter(matter), gist="" if found.secret else "Thu hồi đất vườn")

    def accepted(self, matter="complaint", when="2026-11-04 09:00", handler="specialist", **more):
        found = self.classified(matter, **more)
        aware = {"aware_on": moment("2026-10-20 09:00").date()} if matter == "complaint" else {}
        return self.act("accept", found, when, handler_id=self.cast.people[handler].pk, **aware)

    def concluded(self, matter="complaint", when="2026-11-20 09:00", **more):
        found = self.accepted(matter, **more)
        answered = {"verdict": "answered"} if found.matter in {"proposal", "report"} else {}
        return self.act("conclude", found, when, **{**self.decision(when), **answered})

    def decision(self, when="2026-11-20 09:00"):
        return {
            "number": "15/QĐ-UBND",
            "decided_on": moment(when).date(),
            "signer": "Chu Văn Lát",
            "verdict": "right",
            "summary": "Nội dung đúng",
        }

    def act(self, verb, petition, when, who="chairman", **more):
        from motcua.petitions.rules import Verdict

        if "verdict" in more:
            more["verdict"] = Verdict(more["verdict"])
        done = getattr(actions, verb)(by=self.cast[who], at=moment(when), petition_id=petition.pk, **more)
        return Petition.objects.get(pk=done.pk)

    def visit(self, matter="proposal", result="promised", when="2026-11-10 09:00", who="counter", **more):
        with_chairman = more.pop("with_chairman", False)
        new = NewVisit(
            **{
                "matter": Matter(matter),
                "result": VisitResult(result),
                "name": NAME,
                "address": "Số 3, ngõ Hoa Sim",
                "content": f"Về {PHRASE}",
                "outcome": "Đã giải thích",
                **more,
            }
        )
        return actions.record(by=self.cast[who], at=moment(when), new=new, with_chairman=with_chairman)

    def owed(self, petition):
        """What is owed now: stage → due."""
        rows = petition.stages.filter(closed_at__isnull=True).select_related("promise")
        return {row.stage: row.promise.due_at.astimezone(ZONE).strftime("%Y-%m-%d") for row in rows}

    def ended(self, petition):
        """How each closed stage ended: stage, end, outcome of its promise."""
        rows = petition.stages.filter(closed_at__isnull=False).select_related("promise")
        return [(row.stage, row.end, row.promise.outcome) for row in rows]

    @contextmanager
    def refused(self, code):
        acts = Act.objects.count()
        told = []
        with pytest.raises(Refused) as caught:
            yield told
        told.append(caught.value)
        assert caught.value.code == code, caught.value
        assert Act.objects.count() == acts


@pytest.fixture
def book(cast):
    return Book(cast)


@pytest.fixture
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: moment("2026-11-25 10:12"))
