"""The page of each verb: who sees it, what it does, what it tells bad input, strangers, whoever came second."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.clock import Limit
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Cause
from motcua.dossiers.rules.offers import Verb

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MOST = 40  # SQL statements of one page, its session and its menu included
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """How far the dossier is, who acts when, what is typed, and what is then true."""

    at: Callable[[Any], Dossier]
    who: str
    typed: dict[str, Any]
    then: dict[str, Any]
    when: str = "2026-11-18 11:00"
    needs: str = ""  # a field that must be filled


def work(play):
    return play.walked("work")


def consulted(play):
    dossier = work(play)
    actions.consult(
        by=play.cast["specialist"],
        at=moment("2026-11-16 09:00"),
        dossier_id=dossier.pk,
        body="Công an phường",
        question="Nơi ở?",
        limit=Limit.parse("3 working days"),
    )
    return dossier


def waiting(play):
    dossier = work(play)
    actions.ask_supplement(
        by=play.cast["specialist"],
        at=moment("2026-11-16 09:00"),
        dossier_id=dossier.pk,
        items=("Trích lục",),
        reason="Thiếu",
    )
    return dossier


def owing(play):
    dossier = work(play)
    actions.require_payment(
        by=play.cast["specialist"],
        at=moment("2026-11-16 09:00"),
        dossier_id=dossier.pk,
        amount=Decimal(120000),
        reason="Thuế",
    )
    return dossier


def propose(play, dossier, when, to):
    actions.request_extension(
        by=play.cast["specialist"],
        at=moment(when),
        dossier_id=dossier.pk,
        reason="Chờ xác minh",
        cause=Cause.COORDINATION,
        new_due=moment(to),
    )


def proposed(play):
    dossier = work(play)
    propose(play, dossier, "2026-11-16 09:00", "2026-11-23 17:00")
    return dossier


def drafted(play):
    dossier = work(play)
    actions.draft_apology(by=play.cast.system, at=moment("2026-11-17 09:00"), dossier_id=dossier.pk)
    return dossier


def approved(play):
    dossier = proposed(play)
    actions.approve_extension(by=play.cast["leader"], at=moment("2026-11-16 10:00"), dossier_id=dossier.pk)
    return dossier


def escalated(play):
    dossier = approved(play)
    actions.escalate(
        by=play.cast["specialist"], at=moment("2026-11-17 10:00"), dossier_id=dossier.pk, reason="Đề nghị hẹn lần hai"
    )
    return dossier


WHY = {"reason": "Thiếu chữ ký của người làm chứng"}
ITEMS = {"items": "Trích lục kết hôn\nẢnh 4x6", **WHY}
SCENES = {
    "accept": Scene(
        at=lambda p: p.lodged(),
        who="counter",
        typed={"complete": "on"},
        then={"status": "processing"},
        needs="complete",
    ),
    "ask_completion": Scene(
        at=lambda p: p.lodged(), who="counter", typed=ITEMS, then={"status": "awaiting"}, needs="items"
    ),
    "turn_away": Scene(
        at=lambda p: p.lodged(), who="counter", typed=WHY, then={"status": "turned_away"}, needs="reason"
    ),
    "advance": Scene(at=work, who="specialist", typed={"note": "Đủ"}, then={"step__name": "Ký kết quả"}),
    "send_back": Scene(at=work, who="specialist", typed=WHY, then={"step__name": "Tiếp nhận"}, needs="reason"),
    "assign": Scene(at=work, who="head", typed={"reason": "Gấp"}, then={"step__officer__name": "Quách Văn Tre"}),
    "consult": Scene(
        at=work,
        who="specialist",
        typed={"body": "Công an phường", "question": "Nơi ở?", "days": "3"},
        then={"consultations__body": "Công an phường"},
        needs="question",
    ),
    "answer": Scene(
        at=consulted,
        who="specialist",
        typed={"text": "Đúng nơi ở"},
        then={"consultations__answer": "Đúng nơi ở"},
        needs="text",
    ),
    "ask_supplement": Scene(at=work, who="specialist", typed=ITEMS, then={"status": "waiting"}, needs="items"),
    "complete_supplement": Scene(at=waiting, who="counter", typed={"remark": "Đủ"}, then={"status": "processing"}),
    "require_payment": Scene(
        at=work, who="specialist", typed={"amount": "120.000", **WHY}, then={"status": "owing"}, needs="amount"
    ),
    "take_payment": Scene(
        at=owing,
        who="counter",
        typed={"receipt": "17", "way": "cash", "remark": "Đủ"},
        then={"money": "paid", "payments__receipt": "17"},
    ),
    "cancel_payment": Scene(
        at=owing,
        who="specialist",
        typed=WHY,
        then={"money": "none", "payments__cancel_reason": WHY["reason"]},
        needs="reason",
    ),
    "refuse": Scene(at=work, who="specialist", typed=WHY, then={"end": "refused"}, needs="reason"),
    "stop": Scene(at=work, who="specialist", typed=WHY, then={"end": "stopped"}, needs="reason"),
    "withdraw": Scene(at=work, who="counter", typed=WHY, then={"status": "withdrawn"}, needs="reason"),
    "propose_extension": Scene(
        at=work,
        who="specialist",
        typed={"cause": "coordination", "new_due": "23/11/2026", **WHY},
        then={"extensions__status": "proposed"},
        needs="reason",
    ),
    "give_reason": Scene(
        at=drafted,
        who="specialist",
        typed={"cause": "coordination", "new_due": "26/11/2026", **WHY},
        then={"extensions__status": "proposed"},
        needs="reason",
    ),
    "approve_extension": Scene(
        at=proposed,
        who="leader",
        typed={"cause": "workload", "new_due": "25/11/2026", **WHY},
        then={"extensions__status": "approved", "extensions__cause": "workload"},
        needs="reason",
    ),
    "reject_extension": Scene(
        at=proposed, who="leader", typed=WHY, then={"extensions__status": "drafted"}, needs="reason"
    ),
    "send_apology": Scene(
        at=approved,
        who="counter",
        typed={"way": "Điện thoại", "proof": "Bà Ngâu nghe máy"},
        then={"extensions__status": "sent"},
        needs="proof",
    ),
    "decide_escalation": Scene(
        at=escalated,
        who="chairman",
        typed={"order": "other", "decision": "Trả trong ngày 24/11"},
        then={"escalations__decision": "Trả trong ngày 24/11"},
        needs="decision",
    ),
    "return_result": Scene(
        at=lambda p: p.walked("return"),
        who="counter2",
        typed={"way": "post", "receiver": "Trần Thị Ngâu", "proof": "EB123456789VN"},
        then={"status": "returned", "handed__proof": "EB123456789VN"},
        needs="receiver",
    ),
    "attach_paper": Scene(
        at=work,
        who="counter",
        typed={"name": "Trích lục", "copy": "original", "quantity": "1"},
        then={"papers__name": "Trích lục"},
        needs="name",
    ),
}


@pytest.fixture
def scene(play, monkeypatch):
    """`scene(verb)`: the dossier as far as the verb wants it, at the moment somebody opens its page."""

    def set_up(verb):
        it = SCENES[verb]
        dossier = it.at(play)
        dossier = Dossier.objects.get(pk=dossier.pk)
        typed = {"seen": str(dossier.seen_no), **it.typed}
        if verb == "assign":
            typed["assignee"] = str(play.cast.people["specialist2"].pk)
        if verb == "answer":
            typed["consultation"] = str(dossier.consultations.get().pk)
        if verb == "cancel_payment":
            typed["payment"] = str(dossier.payments.get().pk)
        monkeypatch.setattr(timezone, "now", lambda: moment(it.when))
        return it, dossier, typed

    return set_up


def test_every_verb_has_a_scene():
    assert set(SCENES) == {verb.value for verb in Verb}


@pytest.mark.parametrize("verb", SCENES)
def test_a_verb_is_found_on_the_page_done_and_told(scene, play, client_for, verb):
    it, dossier, typed = scene(verb)
    client = client_for(play.cast.people[it.who])
    address = f"/dossiers/{dossier.code}/{verb}/"
    with CaptureQueriesContext(connection) as page:
        seen = client.get(f"/dossiers/{dossier.code}/")
    assert address in seen.content.decode()
    assert len(page) <= MOST, [q["sql"][:120] for q in page.captured_queries]
    with CaptureQueriesContext(connection) as asking:
        form = client.get(address)
    assert form.status_code == 200
    assert len(asking) <= MOST
    assert dossier.code in form.content.decode()
    done = client.post(address, typed)
    assert done.status_code == 302, re.findall(r'class="(?:err|note)".*?</', done.content.decode())
    assert Dossier.objects.filter(pk=dossier.pk, **it.then).exists()
    after = client.get(done["Location"])
    assert after.status_code == 200
    assert play.last_act().actor_id == play.cast[it.who].id
    page = client.get(f"/dossiers/{dossier.code}/").content.decode()
    assert play.cast.people[it.who].name in page


@pytest.mark.parametrize("verb", SCENES)
def test_a_stranger_finds_nothing_and_a_reader_may_not(scene, play, stranger, client_for, verb):
    it, dossier, typed = scene(verb)
    address = f"/dossiers/{dossier.code}/{verb}/"
    before = play.everything()
    client = client_for(stranger.people[it.who])
    assert client.get(address).status_code == 404
    assert client.post(address, typed).status_code == 404
    reader = client_for(play.cast.people["supervisor"])
    assert reader.get(address).status_code == 403
    said = reader.post(address, typed)
    assert said.status_code == 409
    assert "chỉ được xem" in said.content.decode()
    assert reader.get(f"/dossiers/{dossier.code}/").content.decode().count(f"/{verb}/") == 0
    assert play.everything() == before


@pytest.mark.parametrize("verb", [verb for verb, it in SCENES.items() if it.needs])
def test_what_is_missing_is_asked_for_beside_its_field(scene, play, client_for, verb):
    it, dossier, typed = scene(verb)
    before = play.everything()
    said = client_for(play.cast.people[it.who]).post(
        f"/dossiers/{dossier.code}/{verb}/", {name: value for name, value in typed.items() if name != it.needs}
    )
    assert said.status_code == 422
    assert f'id="id_{it.needs}_error"' in said.content.decode()
    for value in it.typed.values():
        assert (
            verb == "accept"
            or value == "on"
            or value.splitlines()[0] in said.content.decode()
            or value == it.typed[it.needs]
        )
    assert play.everything() == before


NASTY = {
    "nothing": "",
    "spaces": " \t\r\n ",
    "nul": "a\x00b",
    "controls": "\x01\x02\x1b[31m\x7f",
    "long": "dài " * 2500,
    "endless": "x" * 100_000,
    "emoji": "👩‍👩‍👧‍👦🇻🇳" * 3,
    "rtl": "\u202egnud\u202c\u200f",
    "surrogate": "%ED%A0%80",
    "markup": "<script>alert(1)</script>{{ 7 }}{% now %}",
    "quotes": "'; DROP TABLE dossiers_dossier; --",
    "number": "-1",
    "huge number": "9" * 400,
    "exponent": "1e999",
    "date": "31/02/2026",
    "far": "01/01/9999",
    "uuid": "00000000-0000-0000-0000-000000000000",
    "list": ["a", "b"],
    "file": None,
}
LIKELY = ("nul", "far", "uuid")  # often good enough to reach the action


@pytest.mark.parametrize("verb", SCENES)
def test_no_input_breaks_a_page_or_half_does_anything(scene, play, client_for, verb):
    it, dossier, typed = scene(verb)
    client = client_for(play.cast.people[it.who])
    address = f"/dossiers/{dossier.code}/{verb}/"
    fields = re.findall(
        r'name="(\w+)"', re.sub(r"<header.*?</header>", "", client.get(address).content.decode(), flags=re.DOTALL)
    )
    before = play.everything()
    fields = sorted({*fields, "file", "seen"} - {"csrfmiddlewaretoken", "viewport"})
    tries = [(fields, kind) for kind in NASTY] + [([field], kind) for field in fields for kind in LIKELY]
    for spoilt, kind in tries:
        point = transaction.savepoint()
        sent = {name: SimpleUploadedFile("a.pdf", PDF) if NASTY[kind] is None else NASTY[kind] for name in spoilt}
        answer = client.post(address, {**typed, **sent})
        told = answer.content.decode()
        assert answer.status_code in {302, 409, 422}, (spoilt, kind)
        if answer.status_code != 302:
            assert 'class="err"' in told or 'role="alert"' in told, (spoilt, kind)
            assert "<script>alert" not in told
            assert play.everything() == before, (spoilt, kind)
        transaction.savepoint_rollback(point)


@pytest.mark.parametrize(
    "verb", [verb for verb in SCENES if verb not in {"answer", "send_apology", "decide_escalation"}]
)
def test_whoever_comes_second_is_told_by_whom_loses_nothing_and_can_go_on(scene, play, client_for, monkeypatch, verb):
    it, dossier, typed = scene(verb)
    client = client_for(play.cast.people[it.who])
    address = f"/dossiers/{dossier.code}/{verb}/"
    client_for(play.cast.people["director"]).post(
        f"/dossiers/{dossier.code}/attach_paper/",
        {"seen": dossier.seen_no, "name": "Giấy mang thêm", "copy": "original", "quantity": "1"},
    )
    assert dossier.papers.filter(name="Giấy mang thêm").exists()
    before = play.everything()
    said = client.post(address, typed)
    text = said.content.decode()
    assert said.status_code == 409
    assert "Tạ Văn Sấu" in text
    assert "11:00" in text
    assert "còn nguyên" in text
    assert play.everything() == before
    for value in it.typed.values():
        assert value == "on" or value.splitlines()[-1] in text
    again = re.search(r'name="seen" value="(\d+)"', text)
    assert client.post(address, {**typed, "seen": again.group(1)}).status_code == 302
    assert Dossier.objects.filter(pk=dossier.pk, **it.then).exists()


def test_a_second_supplement_wants_a_leader_and_a_basis(play, client_for, monkeypatch):
    dossier = waiting(play)
    actions.complete_supplement(by=play.cast["counter"], at=moment("2026-11-16 15:00"), dossier_id=dossier.pk)
    monkeypatch.setattr(timezone, "now", lambda: moment("2026-11-17 09:00"))
    address = f"/dossiers/{dossier.code}/ask_supplement/"
    before = play.everything()
    for who, typed in (("specialist", {**ITEMS, "override_basis": "Điều 17"}), ("leader", ITEMS)):
        said = client_for(play.cast.people[who]).post(address, typed)
        assert said.status_code == 409
        assert "Trích lục kết hôn" in said.content.decode()
    assert play.everything() == before
    done = client_for(play.cast.people["leader"]).post(address, {**ITEMS, "override_basis": "Điều 17"})
    assert done.status_code == 302
    assert Dossier.objects.get(pk=dossier.pk).status == "waiting"


def test_a_second_new_appointment_is_refused_and_told_to_the_chairman(play, client_for, monkeypatch):
    dossier = approved(play)
    monkeypatch.setattr(timezone, "now", lambda: moment("2026-11-20 09:00"))
    officer = client_for(play.cast.people["specialist"])
    assert "Đề nghị hẹn lại lần nữa" in officer.get(f"/dossiers/{dossier.code}/").content.decode()
    said = officer.post(
        f"/dossiers/{dossier.code}/propose_extension/",
        {"cause": "coordination", "new_due": "30/11/2026", "reason": "Vẫn chờ xác minh"},
    )
    assert said.status_code == 409
    assert "Không hẹn lại lần thứ hai được" in said.content.decode()
    assert "(NĐ 118/2025" in said.content.decode()
    assert "Vẫn chờ xác minh" in said.content.decode()
    assert Dossier.objects.get(pk=dossier.pk).escalations.count() == 1
    chairman = client_for(play.cast.people["chairman"])
    page = chairman.get(f"/dossiers/{dossier.code}/").content.decode()
    assert "Chuyển Chủ tịch" in page
    decided = chairman.post(
        f"/dossiers/{dossier.code}/decide_escalation/", {"order": "other", "decision": "Trả ngày 24/11"}
    )
    assert decided.status_code == 302
    assert "Trả ngày 24/11" in officer.get(f"/dossiers/{dossier.code}/").content.decode()


def test_what_a_leader_signs_stands_in_the_form_and_may_be_written_better(play, client_for, monkeypatch):
    dossier = proposed(play)
    monkeypatch.setattr(timezone, "now", lambda: moment("2026-11-16 10:00"))
    text = client_for(play.cast.people["leader"]).get(f"/dossiers/{dossier.code}/approve_extension/").content.decode()
    assert "Hẹn cũ 17:00 19/11/2026." in text
    assert 'value="23/11/2026"' in text
    assert ">\nChờ xác minh</textarea>" in text


def test_an_apology_is_offered_first_only_when_the_promise_is_near(play, client_for, monkeypatch):
    dossier = play.accepted("land")
    for day, first in (("2026-11-13 09:00", False), ("2026-12-10 09:00", True)):
        monkeypatch.setattr(timezone, "now", lambda day=day: moment(day))
        page = client_for(play.cast.people["land"]).get(f"/dossiers/{dossier.code}/").content.decode()
        assert "/propose_extension/" in page
        assert ('class="slip' in page) is first


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"way": "proxy", "receiver": "Trần Văn Sấu"}, "proof"),
        ({"way": "post", "receiver": "Trần Thị Ngâu"}, "proof"),
        ({"way": "in_person", "receiver": ""}, "receiver"),
        ({"way": "pigeon", "receiver": "Trần Thị Ngâu"}, "way"),
        ({"way": "in_person", "receiver": "Trần Thị Ngâu", "receiver_id": "12"}, "receiver_id"),
    ],
)
def test_a_result_leaves_the_counter_only_with_proof(play, client_for, monkeypatch, typed, field):
    dossier = play.walked("return")
    monkeypatch.setattr(timezone, "now", lambda: moment("2026-11-18 11:00"))
    before = play.everything()
    said = client_for(play.cast.people["counter2"]).post(f"/dossiers/{dossier.code}/return_result/", typed)
    assert said.status_code in {409, 422}
    assert f'id="id_{field}_error"' in said.content.decode()
    assert play.everything() == before
