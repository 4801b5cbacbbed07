"""Who denounces is protected: a planted name and phrase are sought behind every door of the house, as every role.

The doors are all addresses of the resolver, read and posted to; files; the ledger; logs; error pages.
"""

import logging
import re
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from motcua.accounts import actions as accounts
from motcua.acts import Actor, ActorKind, Position, Refused, Role
from motcua.dossiers.rules import PaperIn
from motcua.files import actions as storing
from motcua.files import queries as files
from motcua.ledger.models import Act
from motcua.petitions import actions
from motcua.petitions.models import Attachment, Identity, Look, Petition
from motcua.petitions.queries import secrets
from motcua.petitions.rules import Channel, Matter, Named, NewPetition, NewVisit, Sight, VisitResult, sight
from motcua.petitions.tests.conftest import PNG, moment

pytestmark = pytest.mark.usefixtures("stopped")
# Words that stand nowhere else, so that finding one is a leak.
NAME, PHRASE, FILE = "Ngân Thị Thầm", "chum tương vỡ sau bếp", "to-cao-cua-ba-tham.png"
IDENTIFIER, PHONE, REASON = "000190000888", "0900000888", "vì bà Thầm ở sát vách"
PLANTED = (NAME, "Thầm", PHRASE, IDENTIFIER, PHONE, REASON, FILE, "Ng%C3%A2n")
TYPED = {"name": NAME, "id_number": IDENTIFIER, "phone": PHONE, "address": f"Cạnh nhà {NAME}", "content": PHRASE}
SECRET_PATHS = {"petitions/<int:year>/<int:number>/identity/", "petitions/reception/<int:year>/<int:number>/visitor/"}


def walk(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route.replace("^", "").replace("$", "")


ROUTES = sorted(set(walk(get_resolver())))
OURS = [route for route in ROUTES if "petitions/" in route or route.startswith("desk/")]
# Who tries every door of the house; the others try this room's and the desk's.
SEARCHED = {"clerk", "leader", "chairman", "land", "admin", "supervisor", "nobody"}


@pytest.fixture
def planted(book, cast):
    """A denunciation of the land officer with a file and a reason, handled by the head, and a visit that led to it."""
    new = NewVisit(
        matter=Matter.DENUNCIATION,
        result=VisitResult.TAKEN,
        accused_ids=(cast.people["land"].pk,),
        so_far=PHRASE,
        requests=PHRASE,
        outcome=REASON,
        **TYPED,
    )
    visit = actions.record(by=cast["counter2"], at=moment("2026-11-02 09:00"), new=new)
    petition = visit.petition
    actions.attach(by=cast["chairman"], at=moment("2026-11-02 10:00"), petition_id=petition.pk, title=FILE, content=PNG)
    book.act("classify", petition, "2026-11-03 09:00", matter=Matter.DENUNCIATION, text=REASON)
    handler = cast.people["head"].pk
    book.act("accept", petition, "2026-11-04 09:00", handler_id=handler, text=REASON)
    decision = {**book.decision(), "summary": PHRASE}
    return book.act("conclude", petition, "2026-11-20 09:00", **decision)


def filled(route, petition, attachment):
    """An address with the planted petition, its file and the visit where it asks for them."""
    values = {
        "year": str(petition.year),
        "number": str(petition.number),
        "file_id": str(attachment.pk),
        "slug": "hoa-gao",
        "code": "H99.16-261112-0001",
        "day": "2026-11-25",
    }

    def value(found):
        kind, name = found.group(1) or "", found.group(2)
        return values.get(name) or (str(attachment.file_id) if "uuid" in kind else "1")

    return "/" + re.sub(r"<(?:(\w+):)?(\w+)>", value, route)


def asked(client, method, address):
    with transaction.atomic():
        answer = getattr(client, method)(address)
        body = answer.getvalue()
        transaction.set_rollback(True)
    told = body.decode(errors="replace") + str(answer.headers) + answer.cookies.output()
    return answer, body, told


# Sought as people search, without marks, so that a page that repeats the question is not taken for a leak.
QUERY = "?q=tham&figure=.received&first=2026-01-01&last=2026-12-31&rows=1000&status=all"
SEEKERS = ("counter", "counter2", "specialist", "head", "land", "clerk", "director", "leader", "chairman", "admin")


@pytest.mark.slow
def test_nobody_finds_the_name_behind_any_door_of_the_house(planted, cast, client_for, client, caplog, stranger):
    attachment = Attachment.objects.get()
    caplog.set_level(logging.DEBUG)
    people = {who: client_for(cast.people[who]) for who in (*SEEKERS, "supervisor")}
    people |= {"nobody": client, "stranger": client_for(stranger.people["chairman"])}
    told, doors = [], 0
    for who, visitor in people.items():
        for route in ROUTES if who in SEARCHED else OURS:
            if "(?P" in route or route.startswith(("sign-in", "sign-out", "api/v1/openapi")):
                continue
            for method in ("get", "post") if "petitions/" in route else ("get",):
                address = filled(route, planted, attachment)
                answer, body, said = asked(visitor, method, address + QUERY if method == "get" else address)
                doors += 1
                found = [word for word in PLANTED if word in said]
                if found and not (route in SECRET_PATHS and method == "post" and _named(who, route)):
                    told.append((who, method, route, answer.status_code, found))
                if body == PNG and who not in {"chairman", "head"}:
                    told.append((who, method, route, "the file"))
    assert told == []
    assert doors > 1200
    assert not [word for word in PLANTED if word in caplog.text]
    kept = str(list(Act.objects.values_list("changes", "note", "subject_label")))
    assert not [word for word in PLANTED if word in kept]


def _named(who, route):
    """Who is named: the chairman and the handler to the petition; the chairman and whoever received to the visit."""
    return who in ({"chairman", "head"} if "reception" not in route else {"chairman", "counter2"})


def test_those_named_see_it_and_each_look_is_an_act_without_the_name(planted, cast, client_for):
    for who in ("chairman", "head"):
        client = client_for(cast.people[who])
        page = client.get(f"/petitions/{planted.year}/{planted.number}/")
        assert "Xem, ghi vào sổ" in page.content.decode()
        seen = client.post(f"/petitions/{planted.year}/{planted.number}/identity/")
        assert all(word in seen.content.decode() for word in (NAME, PHRASE, IDENTIFIER, REASON))
        assert "no-store" in seen["Cache-Control"]
        act = Act.objects.latest("recorded_at")
        assert (act.verb, act.actor_name, act.subject_label) == (
            "petition.see_identity",
            cast.people[who].name,
            planted.label(),
        )
        file = Attachment.objects.get()
        assert client.post(f"/petitions/{planted.year}/{planted.number}/files/{file.pk}/").content == PNG
        assert Act.objects.latest("recorded_at").verb == "petition.see_file"
    assert Look.objects.count() == 4
    assert "Ai đã xem" in client.get(f"/petitions/{planted.year}/{planted.number}/").content.decode()


@pytest.mark.parametrize("who", ["counter", "clerk", "director", "leader"])
def test_others_who_work_here_see_a_masked_line_and_no_door(planted, cast, client_for, who):
    client = client_for(cast.people[who])
    assert "Đơn được bảo vệ" in client.get("/petitions/").content.decode()
    page = client.get(f"/petitions/{planted.year}/{planted.number}/").content.decode()
    assert "Chỉ người được giao đơn này xem được nó." in page
    assert "Tố cáo" not in page
    assert client.post(f"/petitions/{planted.year}/{planted.number}/identity/").status_code == 403
    assert client.get(f"/petitions/{planted.year}/{planted.number}/send/").status_code == 403


@pytest.mark.parametrize("who", ["supervisor", "land", "specialist", "admin"])
def test_for_the_others_it_is_not_there(planted, cast, client_for, who):
    client = client_for(cast.people[who])
    mine, none = (f"/petitions/2026/{n}/" for n in (planted.number, 999))
    assert client.get(mine).status_code == client.get(none).status_code in {403, 404}
    for verb in ("identity/", "conclude/", f"files/{Attachment.objects.get().pk}/"):
        assert client.post(f"{mine}{verb}").status_code == client.post(f"{none}{verb}").status_code


@pytest.mark.parametrize(
    ("role", "unit"), [("chairman", "LD"), ("leader", "LD"), ("director", "MC"), ("clerk", "VP"), ("counter", "MC")]
)
@pytest.mark.parametrize("by", ["officer", "name"])
def test_whoever_is_accused_sees_nothing_whatever_they_hold(book, cast, client_for, role, unit, by):
    """The land officer becomes chairman: the case that names her is not there, nor in any count."""
    person = cast.people["land"]
    said = (
        {"accused_ids": (person.pk,)} if by == "officer" else {"accused_ids": (), "accused": (f"bà {person.name}, KT",)}
    )
    petition = book.denounce(**said)
    other = book.denounce(accused_ids=(), accused=("Ai khác",))
    accounts.give_position(
        by=cast.system,
        at=moment("2026-11-03 08:00"),
        person_id=person.pk,
        unit_id=cast.units[unit].pk,
        role=Role(role),
        title="Chức vụ mới",
        starts=moment("2026-11-03 08:00").date(),
    )
    client = client_for(person)
    rows = client.get("/petitions/?status=all").context["shown"].rows
    assert [row.number for row in rows] == [other.number]
    assert client.get(f"/petitions/2026/{petition.number}/").status_code == 404
    for verb in ("identity", "classify", "forward"):
        assert client.post(f"/petitions/2026/{petition.number}/{verb}/").status_code in {404, 405}
    if role != "counter":
        assert client.get("/petitions/report/").context["report"].total.numbers["received"] == 1
    with book.refused("missing"):
        actions.see_identity(by=_actor(cast, "land"), at=moment("2026-11-25 10:12"), petition_id=petition.pk)


def _actor(cast, who):
    return cast[who]


def test_the_accused_cannot_be_made_the_handler_nor_come_in_as_a_stand_in(book, cast, client_for):
    petition = book.classified("denunciation")
    with book.refused("petition.conflict"):
        book.act("accept", petition, "2026-11-04 09:00", handler_id=cast.people["land"].pk)
    day = moment("2026-11-25 08:00")
    accounts.record_absence(
        by=cast["admin"],
        at=day,
        person_id=cast.people["chairman"].pk,
        substitute_id=cast.people["land"].pk,
        starts=day.date(),
        ends=day.date(),
        reason="Đi họp",
    )
    assert client_for(cast.people["land"]).get(f"/petitions/2026/{petition.number}/").status_code == 404


def test_a_visit_becomes_as_secret_as_the_denunciation_it_led_to(book, cast, client_for):
    visit = book.visit("complaint", result="taken", name=NAME)
    clerk, counter = client_for(cast.people["clerk"]), client_for(cast.people["counter"])
    assert NAME in clerk.get("/petitions/reception/").content.decode()
    said = {"matter": Matter.DENUNCIATION, "accused_ids": (cast.people["counter"].pk,)}
    book.act("classify", visit.petition, "2026-11-11 09:00", **said)
    for address in ("/petitions/reception/", "/petitions/reception/print/", "/petitions/reception/2026/1/"):
        assert NAME not in clerk.get(address).content.decode()
    # whoever received them turns out to be the one denounced
    assert counter.get("/petitions/reception/2026/1/").status_code == 404
    assert counter.post("/petitions/reception/2026/1/visitor/").status_code == 404


def test_when_the_chairman_is_accused_the_vice_chairman_can_only_send_it_upward(book, cast, client_for):
    petition = book.receive("denunciation", accused=("Ông Chu Văn Lát",))
    with book.refused("missing"):
        book.act("classify", petition, "2026-11-03 09:00", matter=Matter.DENUNCIATION)
    petition = book.act("classify", petition, "2026-11-03 09:00", who="leader", matter=Matter.DENUNCIATION)
    leader = client_for(cast.people["leader"])
    assert [v.value for v in leader.get(f"/petitions/2026/{petition.number}/").context["page"].offers] == [
        "classify",
        "forward",
        "attach",
    ]
    with book.refused("forbidden"):
        book.act("accept", petition, "2026-11-04 09:00", who="leader", handler_id=cast.people["head"].pk)
    sent = book.act("forward", petition, "2026-11-04 09:00", who="leader", body="UBND thành phố", letter="1")
    assert sent.end == "forwarded"


def test_a_complaint_about_the_chairmans_own_decision_is_his_to_settle(book):
    petition = book.receive("complaint", accused=("Ông Chu Văn Lát",))
    assert (
        book.act("classify", petition, "2026-11-03 09:00", matter=Matter.COMPLAINT, gist="Đất").status == "classified"
    )


def test_machines_and_the_house_itself_see_no_secret(cast):
    machine = Actor(
        kind=ActorKind.MACHINE,
        id=uuid4(),
        name="Máy",
        ward_id=cast.ward.pk,
        positions=(Position(role=Role.CHAIRMAN, unit_id=cast.units["LD"].pk),),
    )
    tied = Named(secret=True, accused=False, handles=False)
    assert sight(by=machine, named=tied) is Sight.NONE
    assert sight(by=cast.system, named=tied) is Sight.NONE


def test_the_secret_reads_demand_a_look_of_the_same_person(planted, cast):
    petition = Petition.objects.get(pk=planted.pk)
    theirs = Look(ward_id=petition.ward_id, petition=petition, what="identity", person_id=cast.people["chairman"].pk)
    with pytest.raises(RuntimeError):
        secrets.revealed(by=cast["chairman"], look=theirs, petition=petition)  # never written down
    kept = actions.see_identity(by=cast["chairman"], at=moment("2026-11-25 10:12"), petition_id=petition.pk)
    with pytest.raises(RuntimeError):
        secrets.revealed(by=cast["head"], look=kept, petition=petition)


def test_no_other_room_hands_out_a_sealed_file(planted, cast, catalogue, papers):
    from motcua.dossiers import actions as dossiers  # noqa: PLC0415 - beside its only use
    from motcua.dossiers.rules import Applicant, Intake  # noqa: PLC0415 - the same
    from motcua.dossiers.rules import Channel as How  # noqa: PLC0415 - the same

    file_id = Attachment.objects.get().file_id
    with pytest.raises(Refused, match="missing"):
        files.get(by=cast["chairman"], file_id=file_id)
    case = catalogue["birth"]
    borrowed = (PaperIn(name="Bản quét", file_id=file_id), *papers(case))
    intake = Intake(case_id=case, channel=How.DIRECT, applicant=Applicant(name="Ai đó"), papers=borrowed)
    with pytest.raises(Refused, match="missing"):
        dossiers.accept(by=cast["counter"], at=moment("2026-11-25 09:00"), intake=intake)
    plain = storing.store(by=cast["clerk"], at=moment("2026-11-25 09:00"), name="a.png", content=PNG)
    with pytest.raises(Refused, match="missing"):
        files.sealed(by=cast["clerk"], file_id=plain.pk)


def test_what_is_typed_is_in_no_repr_and_no_error_page(cast, client_for):
    new = NewPetition(channel=Channel.POST, name=NAME, content=PHRASE, accused=(NAME,))
    assert not [word for word in PLANTED if word in repr(new)]
    row = Identity(name=NAME, content=PHRASE)
    assert not [word for word in PLANTED if word in f"{row!r} {row}"]
    answer = client_for(cast.people["supervisor"]).post("/petitions/new/", {**TYPED, "matter": "denunciation"})
    assert answer.status_code == 403
    assert not [word for word in PLANTED if word in answer.content.decode()]
