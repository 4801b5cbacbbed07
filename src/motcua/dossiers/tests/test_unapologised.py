"""Late without a word, and the register: who reads what, who owes it, how many statements it takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.dossiers import actions, jobs
from motcua.dossiers.models import Dossier, Mark
from motcua.dossiers.queries import lateness
from motcua.dossiers.rules import Applicant, Cause, Debt
from motcua.dossiers.rules.offers import Verb

FRAME = 12  # session, person, positions, ward and the unit's names


@pytest.fixture
def clock(monkeypatch, at):
    """Thursday 26/11/2026, 09:00."""
    now = at("2026-11-26 09:00")
    monkeypatch.setattr(timezone, "now", lambda: now)
    return now


def late(play, at, minute=10, name="Trần Thị Ngâu"):
    who = Applicant(name=name, phone="0900000123")
    dossier = play.accepted(when=f"2026-11-12 09:{minute}", applicant=who)
    return actions.advance(by=play.cast["counter"], at=at(f"2026-11-12 09:{minute}"), dossier_id=dossier.pk)


def sweep(at, when="2026-11-20 00:00"):
    jobs.draft_apologies(timestamp=int(at(when).timestamp()))


def row(play, who, clock, dossier):
    page = lateness.unsaid(by=play.cast[who], at=clock)
    return next((one for one in page.rows if one.dossier.pk == dossier.pk), None)


def test_it_says_whose_hand_is_waited_for_since_when_and_what_to_do(play, at, clock):
    dossier = late(play, at)
    assert row(play, "specialist", clock, dossier).verb is Verb.PROPOSE_EXTENSION  # before any sweep
    sweep(at)
    actions.assign(
        by=play.cast["head"],
        at=at("2026-11-20 08:00"),
        dossier_id=dossier.pk,
        assignee_id=play.cast.people["specialist2"].pk,
    )

    def told(who):
        one = row(play, who, clock, dossier)
        return one.debt, one.who, one.verb

    assert told("specialist") == (Debt.REASON, "Quách Văn Tre", Verb.GIVE_REASON)
    assert told("leader") == (Debt.REASON, "Quách Văn Tre", Verb.APPROVE_EXTENSION)
    assert told("counter") == (Debt.REASON, "Quách Văn Tre", None)
    actions.give_reason(
        by=play.cast["specialist"],
        at=at("2026-11-20 09:00"),
        dossier_id=dossier.pk,
        reason="Chờ xác minh",
        cause=Cause.OTHER,
        new_due=at("2026-11-27 17:00"),
    )
    assert told("specialist") == (Debt.SIGNATURE, "", None)
    assert row(play, "leader", clock, dossier).since == at("2026-11-20 09:00")
    actions.approve_extension(by=play.cast["leader"], at=at("2026-11-20 10:00"), dossier_id=dossier.pk)
    assert told("counter") == (Debt.SENDING, "", Verb.SEND_APOLOGY)
    assert lateness.unsaid(by=play.cast["counter"], at=clock).counts == {
        Debt.REASON: 0,
        Debt.SIGNATURE: 0,
        Debt.SENDING: 1,
    }
    actions.send_apology(by=play.cast.system, at=at("2026-11-20 10:05"), dossier_id=dossier.pk, way="SMS", proof="mã 1")
    assert row(play, "leader", clock, dossier) is None


def test_another_ward_sees_none_of_it(play, at, clock, stranger, client_for):
    late(play, at)
    sweep(at)
    assert lateness.unsaid(by=stranger["chairman"], at=clock).total == 0
    page = client_for(stranger.people["chairman"]).get("/dossiers/unapologised/").content.decode()
    assert "Trần Thị Ngâu" not in page
    assert "Không ai bị trễ hẹn mà chưa được xin lỗi" in page


def test_the_pages_filter_and_ignore_odd_values(play, at, clock, client_for):
    late(play, at)
    sweep(at)
    client = client_for(play.cast.people["leader"])
    for address, seen in (
        ("/dossiers/unapologised/?debt=reason", True),
        ("/dossiers/unapologised/?debt=sending", False),
        (f"/dossiers/unapologised/?unit={play.cast.units['VHXH'].pk}", True),
        (f"/dossiers/unapologised/?unit={play.cast.units['KT'].pk}", False),
        ("/dossiers/unapologised/?debt=pigeon&unit=x&rows=-1", True),
        ("/dossiers/accountability/?kind=first", True),
        ("/dossiers/accountability/?kind=second", False),
        ("/dossiers/accountability/?first=01/11/2026&last=18/11/2026", False),
        ("/dossiers/accountability/?unanswered=on&officer=x&kind=%00", True),
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert ("H99.16-261112" in answer.content.decode()) is seen, address


def test_the_statements_do_not_grow_with_the_lateness(play, at, clock, client_for):
    def taken(address):
        client = client_for(play.cast.people["leader"])
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    addresses = ("/dossiers/unapologised/", "/dossiers/accountability/", "/dossiers/accountability.csv")
    late(play, at)
    sweep(at)
    few = [taken(address) for address in addresses]
    for minute in range(20, 26):
        late(play, at, minute)
    sweep(at)
    assert Mark.objects.count() == 7
    assert [taken(address) for address in addresses] == few
    assert max(few) <= FRAME


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("leader", True),
        ("chairman", True),
        ("supervisor", True),
        ("director", True),
        ("head", True),
        ("specialist2", True),
        ("specialist", False),
        ("land", False),
        ("admin", False),
    ],
)
def test_who_reads_which_marks(play, at, clock, client_for, who, reads):
    dossier = late(play, at)
    actions.assign(
        by=play.cast["head"],
        at=at("2026-11-13 08:00"),
        dossier_id=dossier.pk,
        assignee_id=play.cast.people["specialist2"].pk,
    )
    sweep(at)
    one, client = Mark.objects.get(), client_for(play.cast.people[who])
    assert (str(one.pk) in client.get("/dossiers/accountability/").content.decode()) is reads
    assert client.get(f"/dossiers/accountability/{one.pk}/").status_code == (200 if reads else 404)
    assert (dossier.code in client.get("/dossiers/accountability.csv").content.decode()) is reads


def test_a_mark_is_explained_and_assessed_on_its_page(play, at, clock, client_for):
    dossier = late(play, at)
    sweep(at)
    address = f"/dossiers/accountability/{Mark.objects.get().pk}/"
    head, chairman = (client_for(play.cast.people[who]) for who in ("head", "chairman"))
    assert head.post(f"{address}explain/", {"text": " "}).status_code == 422
    assert head.post(f"{address}explain/", {"text": "=1+1 xã cũ chưa trả lời"}).status_code == 302
    assert head.post(f"{address}assess/", {"verdict": "excused", "text": "x"}).status_code == 409
    assert chairman.post(f"{address}assess/", {"verdict": "pigeon", "text": "x"}).status_code == 422
    assert chairman.post(f"{address}assess/", {"verdict": "reminded", "text": "Hỏi sớm hơn"}).status_code == 302
    page = chairman.get(address).content.decode()
    assert "Nhắc nhở" in page
    assert "xã cũ chưa trả lời" in page
    table = chairman.get("/dossiers/accountability.csv").content.decode()
    assert table.startswith("\ufeffMã hồ sơ,")
    assert dossier.code in table
    assert ",=1+1" not in table  # no cell begins a formula


def test_form_04_says_what_the_slip_says(play, at, clock, client_for):
    dossier = late(play, at)
    sweep(at)
    client = client_for(play.cast.people["leader"])
    address = f"/dossiers/{dossier.code}/papers/04.pdf"
    assert client.get(address).status_code == 409  # a draft has no reason and is no paper
    actions.withdraw(by=play.cast["counter"], at=at("2026-11-23 09:00"), dossier_id=dossier.pk, reason="Người nộp rút")
    actions.approve_extension(
        by=play.cast["leader"],
        at=at("2026-11-23 10:00"),
        dossier_id=dossier.pk,
        reason="Quá nhiều hồ sơ",
        cause=Cause.WORKLOAD,
    )
    assert Dossier.objects.get(pk=dossier.pk).extensions.get().new_due_at is None
    paper = client.get(address)
    assert paper.status_code == 200
    assert paper.content.startswith(b"%PDF")
