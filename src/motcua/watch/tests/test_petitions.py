"""Petitions that come near: who hears, under which name, and who reads nothing of it anywhere."""

from datetime import date

import pytest

from motcua.accounts import actions as accounts
from motcua.notices.models import Message
from motcua.petitions import actions as petitions
from motcua.petitions.rules import Channel, Matter, NewPetition, NewVisit, VisitResult
from motcua.watch import jobs, queries
from motcua.watch.models import Digest
from motcua.watch.tests.conftest import at

LATE = "2026-12-28 09:00"


class Book:
    """Petitions through the real actions."""

    def __init__(self, cast):
        self.cast = cast

    def receive(self, matter, *accused):
        secret = matter in {"denunciation", "mixed", "unclear"}
        new = NewPetition(
            channel=Channel.HANDED_IN,
            matter=Matter(matter),
            name="Vi Thị Kín",
            address="Số 3, ngõ Hoa Sim",
            id_number="000190000777",
            phone="0900000777",
            content="Về cái ao sau nhà",
            gist="" if secret else "Thu hồi đất vườn",
            accused_ids=tuple(self.cast.people[who].pk for who in accused),
        )
        return petitions.receive(by=self.cast["counter"], at=at("2026-11-16 09:00"), new=new)

    def accepted(self, matter, *accused):
        found, by = self.receive(matter, *accused), self.cast["chairman"]
        more = {"aware_on": date(2026, 11, 1)} if matter == "complaint" else {}
        petitions.classify(
            by=by, at=at("2026-11-16 10:00"), petition_id=found.pk, matter=Matter(matter), gist=found.gist
        )
        return petitions.accept(
            by=by,
            at=at("2026-11-16 11:00"),
            petition_id=found.pk,
            handler_id=self.cast.people["specialist"].pk,
            **more,
        )


@pytest.fixture
def book(cast):
    """The book of petitions."""
    return Book(cast)


def read(office, who, when, *, people=False):
    """What somebody reads on /watch/: label, what, address."""
    shown = queries.shown(by=office.cast[who], at=at(when), people=people)
    return [(row.named.label, row.named.what, row.named.href) for part in shown.parts for row in part.rows]


def test_a_denunciation_is_told_to_its_handler_alone_without_a_number(office, book):
    book.accepted("denunciation", "land")
    office.sweep(LATE)
    assert office.told() == [("late", "specialist")]
    assert read(office, "specialist", LATE) == [("Đơn của công dân", "", "/petitions/")]
    for overseer in ("head", "leader", "chairman", "supervisor"):
        assert read(office, overseer, LATE, people=True) == []


def test_the_digest_of_a_denunciation_goes_to_its_handler_alone_and_says_no_number(office, book):
    book.accepted("denunciation", "land")
    jobs.digest(timestamp=int(at("2026-12-28 07:15").timestamp()))
    [message] = Message.objects.filter(topic="watch.digest")
    assert message.person == office.cast.people["specialist"]
    page = Digest.objects.get(person=message.person)
    assert (page.broken, page.others) == (1, 0)
    assert [(line["label"], line["what"]) for line in page.lines] == [("Đơn của công dân", "")]


def test_who_handles_a_complaint_reads_its_number(office, book):
    found = book.accepted("complaint")
    office.sweep(LATE)
    [(label, what, href)] = read(office, "specialist", LATE)
    assert (label, what) == (f"Đơn {found.number}/2026", "giải quyết")
    assert href == f"/petitions/2026/{found.number}/"


@pytest.mark.parametrize("matter", ["complaint", "denunciation"])
def test_what_nobody_handles_yet_is_told_to_the_chairman_without_a_number(office, book, matter):
    book.receive(matter, *(["land"] if matter == "denunciation" else []))
    office.sweep(LATE)
    assert office.told() == [("late", "chairman")]
    assert read(office, "chairman", LATE) == [("Đơn của công dân", "", "/petitions/")]


@pytest.mark.parametrize("matter", ["complaint", "denunciation"])
def test_of_a_petition_whose_handler_is_away_the_chairman_hears_without_a_number(office, book, matter):
    found, people = book.accepted(matter), office.cast.people
    accounts.record_absence(
        by=office.cast["leader"],
        at=at("2026-12-01 08:00"),
        person_id=people["specialist"].pk,
        substitute_id=people["specialist2"].pk,
        starts=date(2026, 12, 20),
        ends=date(2026, 12, 31),
        reason="Nghỉ phép",
    )
    office.sweep(LATE)
    assert sorted(office.told()) == [("late", "chairman"), ("late", "specialist")]
    assert read(office, "chairman", LATE) == [("Đơn của công dân", "người xử lý đang vắng", "/petitions/")]
    [(label, _, _)] = read(office, "specialist", LATE)
    assert label == (f"Đơn {found.number}/2026" if matter == "complaint" else "Đơn của công dân")
    jobs.digest(timestamp=int(at("2026-12-28 07:15").timestamp()))
    [line] = Digest.objects.get(person=people["chairman"]).lines
    assert (line["label"], line["what"], line["href"]) == ("Đơn của công dân", "người xử lý đang vắng", "/petitions/")


def test_a_chairman_is_not_told_of_a_denunciation_against_himself(office, book):
    book.receive("denunciation", "chairman")
    office.sweep(LATE)
    assert office.told() == [("late", "leader")]


@pytest.mark.parametrize(("matter", "named"), [("proposal", "Lượt tiếp 1/2026"), ("denunciation", "Đơn của công dân")])
def test_an_answer_owed_to_a_visitor_is_told_to_who_received_them(office, matter, named):
    new = NewVisit(
        matter=Matter(matter),
        result=VisitResult.PROMISED,
        name="Vi Thị Kín",
        address="Số 3, ngõ Hoa Sim",
        content="Về cái ao sau nhà",
        outcome="Sẽ trả lời",
    )
    petitions.record(by=office.cast["counter"], at=at("2026-11-16 09:00"), new=new)
    office.sweep(LATE)
    assert office.told() == [("late", "counter")]
    assert [label for label, _, _ in read(office, "counter", LATE)] == [named]
