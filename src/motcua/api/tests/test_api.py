"""The door for machines: everything the screens do, once per key, within one ward, always with a sentence."""

import base64
import json
import threading

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.api.tests.conftest import NOW, Machine
from motcua.api.views import api, security
from motcua.dossiers.models import Dossier, Paper
from motcua.figures import actions as figures
from motcua.ledger.actions import VERBS

PDF = base64.b64encode(b"%PDF-1.7\n" + b"0" * 2039).decode()
INTERNAL = {
    "dossier.lodge": "POST /dossiers with outcome lodge",
    "dossier.escalate": "raised by a second propose_extension, never by itself",
    "dossier.draft_apology": "the house drafts by itself",
    "dossier.drop_apology": "the house drops what nobody owes any more",
    "dossier.mark_lateness": "the house writes the register by itself",
    "dossier.escalate_second": "the house tells the chairman by itself",
    "dossier.hand_over_work": "about a person and all their work, not about one dossier",
}
# SQL statements of one call: the key, the idempotency key, the act, the answer.
CEILINGS = {"intake": 14, "advance": 17, "list": 2, "search": 2, "one": 2, "figures": 3, "procedures": 4}


def taken(machine, body, **more):
    answer = machine.post("/dossiers", {**body, **more})
    assert answer.status_code == 201, answer.content
    return answer.json()


def test_every_act_on_a_dossier_has_its_operation():
    operations = {path.rsplit("/", 1)[-1] for path in api.get_openapi_schema(path_prefix="/api/v1/")["paths"]}
    verbs = {verb.removeprefix("dossier.") for verb in VERBS if verb.startswith("dossier.")}
    assert verbs - {v.removeprefix("dossier.") for v in INTERNAL} <= operations


def test_the_description_is_openapi_3_1_and_open_to_all(db):
    answer = Client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.1")


@pytest.mark.parametrize(
    "key", ["", "Bearer", "Bearer mc_wrong", "Basic YWJj", "Bearer " + "x" * 5000, "Bearer \u00e9"]
)
def test_without_a_good_key_nothing_is_said(db, key):
    answer = Client().get("/api/v1/dossiers", headers={"Authorization": key})
    assert answer.status_code == 401
    assert answer.json()["code"] == "token"


def test_a_dossier_goes_from_intake_to_the_hands_of_the_applicant(machine, body):
    code = taken(machine, body)["code"]
    assert code == "H99.16-261125-0001"
    for _ in range(3):
        assert machine.post(f"/dossiers/{code}/advance", {"note": "đủ"}).status_code == 200
    done = machine.post(f"/dossiers/{code}/advance", {"result": {"name": "Giấy chứng nhận", "number": "12"}})
    assert (done.json()["status"], done.json()["outcome"]) == ("finished", "early")
    back = machine.post(f"/dossiers/{code}/return_result", {"receiver": "Trần Thị Ngâu"})
    assert back.json()["status"] == "returned"
    acts = [act["verb"] for act in machine.get(f"/dossiers/{code}/acts").json()]
    assert acts == ["dossier.return_result", *["dossier.advance"] * 4, "dossier.accept"]
    report = machine.get("/figures", **{"from": "2026-11-01", "to": "2026-11-30"}).json()
    assert report["total"]["received"] == report["total"]["settled"] == report["total"]["early"] == 1


def test_the_other_outcomes_and_transitions(machine, body):
    asked = taken(
        machine, body, outcome="ask_completion", complete=False, door={"items": ["Tờ khai"], "reason": "Thiếu"}
    )
    assert asked["status"] == "awaiting"
    assert machine.post(f"/dossiers/{asked['code']}/accept", {}).json()["status"] == "processing"
    away = taken(machine, body, outcome="turn_away", door={"reason": "Không thuộc thẩm quyền"})
    assert away["status"] == "turned_away"
    code = asked["code"]
    machine.post(f"/dossiers/{code}/advance")
    said = {"body": "Công an phường", "question": "Nơi cư trú?", "limit": "2 working days"}
    assert machine.post(f"/dossiers/{code}/consult", said).status_code == 200
    question = machine.get(f"/dossiers/{code}/parts").json()["consultations"][0]["id"]
    assert machine.post(f"/dossiers/{code}/answer", {"consultation_id": question, "text": "Đúng"}).status_code == 200
    said = {"items": ["Giấy xác nhận"], "reason": "Bản chụp mờ"}
    assert machine.post(f"/dossiers/{code}/ask_supplement", said).json()["status"] == "waiting"
    assert machine.post(f"/dossiers/{code}/complete_supplement").json()["status"] == "processing"
    said = {"reason": "Chờ xác minh", "cause": "coordination", "new_due": "2026-12-10T17:00:00+07:00"}
    assert machine.post(f"/dossiers/{code}/propose_extension", said).status_code == 200
    assert machine.post(f"/dossiers/{code}/approve_extension").status_code == 200
    assert machine.post(f"/dossiers/{code}/send_apology", {"way": "điện thoại", "proof": "10:58"}).status_code == 200
    second = machine.post(f"/dossiers/{code}/propose_extension", {**said, "new_due": "2026-12-20T17:00:00+07:00"})
    assert (second.status_code, second.json()["code"]) == (409, "extension.second")
    assert machine.get(f"/dossiers/{code}/parts").json()["escalations"][0]["decided_at"] is None
    assert machine.post(f"/dossiers/{code}/decide_escalation", {"decision": "Làm ngay"}).status_code == 200
    assert machine.post(f"/dossiers/{code}/withdraw", {"reason": "Không cần nữa"}).json()["status"] == "withdrawn"


def test_payments_are_told_taken_one_by_one_and_cancelled(machine, body):
    code = taken(machine, body)["code"]
    machine.post(f"/dossiers/{code}/advance")
    for amount, reason in ((120000, "Thuế"), (30000, "Lệ phí trước bạ")):
        asked = machine.post(f"/dossiers/{code}/require_payment", {"amount": amount, "reason": reason})
        assert (asked.json()["status"], asked.json()["money"]) == ("owing", "due")
    tax, levy = machine.get(f"/dossiers/{code}/parts").json()["payments"]
    assert (tax["kind"], tax["amount"], tax["paid_at"], levy["amount"]) == ("duty", 120000, None, 30000)
    said = {"payments": [tax["id"]], "receipt": "17", "way": "transfer"}
    assert machine.post(f"/dossiers/{code}/take_payment", said).json()["status"] == "owing"
    again = machine.post(f"/dossiers/{code}/take_payment", said)
    assert (again.status_code, again.json()["code"]) == (409, "payment.unknown")
    said = {"payment_id": levy["id"], "reason": "Được miễn"}
    dropped = machine.post(f"/dossiers/{code}/cancel_payment", said).json()
    assert (dropped["status"], dropped["money"]) == ("processing", "paid")
    tax, levy = machine.get(f"/dossiers/{code}/parts").json()["payments"]
    assert (tax["receipt"], tax["way"], levy["cancel_reason"]) == ("17", "transfer", "Được miễn")
    machine.post(f"/dossiers/{code}/require_payment", {"amount": 5000, "reason": "Phí sao lục", "kind": "fee"})
    paid = machine.post(f"/dossiers/{code}/take_payment", {"remark": "Biên lai 18"}).json()  # all that is due
    assert (paid["status"], paid["money"]) == ("processing", "paid")


def test_papers_are_kept_and_given_back(machine, visitor, body):
    paper = {"name": "Tờ khai", "content": PDF, "file_name": "to-khai.pdf"}
    code = taken(machine, body, papers=[paper])["code"]
    later = machine.post(f"/dossiers/{code}/attach_paper", {"paper": {**paper, "name": "Ảnh"}})
    assert later.status_code == 200
    kept = machine.get(f"/dossiers/{code}/parts").json()["papers"]
    assert [p["name"] for p in kept] == ["Tờ khai", "Ảnh"]
    scan = machine.get(f"/dossiers/{code}/papers/{kept[1]['id']}")
    assert scan.content == base64.b64decode(PDF)
    assert scan["X-Content-Type-Options"] == "nosniff"
    assert visitor.get(f"/dossiers/{code}/papers/{kept[1]['id']}").status_code == 404
    assert machine.get(f"/dossiers/{code}/forms/01.pdf").content.startswith(b"%PDF")
    bad = machine.post(f"/dossiers/{code}/attach_paper", {"paper": {"name": "X", "content": "TVo="}})
    assert (bad.status_code, bad.json()["code"]) == (409, "file.type")


def test_the_same_key_does_it_once(machine, body):
    first = machine.post("/dossiers", body, once="a-1")
    again = machine.post("/dossiers", body, once="a-1")
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert again["Idempotent-Replay"] == "true"
    assert Dossier.objects.count() == 1
    other = machine.post("/dossiers", {**body, "note": "khác"}, once="a-1")
    assert (other.status_code, other.json()["code"]) == (409, "key.reused")
    assert machine.post("/dossiers", body, once="x" * 121).status_code == 422
    assert Dossier.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_key_sent_eight_times_at_once_is_one_dossier(cast, catalogue, stopped, body):
    machine = Machine(cast)
    answers = []

    def send():
        try:
            answers.append(Machine.post(machine, "/dossiers", body, once="same"))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Dossier.objects.count() == 1
    assert {a.status_code for a in answers} == {201}
    assert {a.json()["code"] for a in answers} == {Dossier.objects.get().code}


def test_who_was_overtaken_is_told(machine, body):
    code = taken(machine, body)["code"]
    assert machine.post(f"/dossiers/{code}/advance", {"seen": 1}).status_code in {200, 409}
    late = machine.post(f"/dossiers/{code}/advance", {"seen": 1})
    assert (late.status_code, late.json()["code"]) == (409, "dossier.moved")
    assert "Máy quét" in late.json()["vi"]


def test_another_ward_finds_nothing(machine, visitor, body):
    code = taken(machine, body)["code"]
    schema = api.get_openapi_schema(path_prefix="")["paths"]
    for path, methods in schema.items():
        if "{code}" not in path:
            continue
        address = path.replace("{code}", code).replace("{paper_id}", str(Paper().pk)).replace("{form}", "01")
        if "get" in methods:
            answer = visitor.get(address.removeprefix("/api/v1"))
        else:
            answer = visitor.post(address.removeprefix("/api/v1"), _anything(path))
        assert answer.status_code == 404, (path, answer.content)
        assert answer.json()["code"] == "missing"
    assert visitor.get("/dossiers").json() == []
    assert visitor.get("/dossiers/search", q="ngau").json() == []
    assert visitor.get("/lookup", code=code, tail="0456").json()["code"] == "lookup.none"


def _anything(path):
    """A body that fits the schema of any act."""
    return {
        "reason": "Vì thế",
        "items": ["Giấy"],
        "assignee_id": None,
        "body": "Công an",
        "question": "Gì?",
        "limit": "2 working days",
        "consultation_id": str(Paper().pk),
        "text": "Đúng",
        "amount": 1000,
        "cause": "network",
        "new_due": "2026-12-20T17:00:00+07:00",
        "way": {"return_result": "in_person", "take_payment": "cash"}.get(path.rpartition("/")[2], "điện thoại"),
        "payment_id": str(Paper().pk),
        "proof": "10:58",
        "decision": "Làm",
        "receiver": "Ai",
        "paper": {"name": "Giấy"},
    }


def test_a_machine_does_only_what_its_posts_allow(cast, catalogue, stopped, body):
    reader = Machine(cast, posts=())
    answer = reader.post("/dossiers", body)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ("", 422),
        ("{", 400),
        ("[]", 422),
        ("null", 422),
        ('"x"', 422),
        ('{"applicant": 7}', 422),
        ('{"applicant": {"name": "A", "phone": "abc"}}', 422),
        ('{"applicant": {"name": "A"}, "procedure": "9.999999"}', 409),
        ('{"applicant": {"name": "A\\u0000B"}, "procedure": "1.000894", "complete": true}', 201),
        ('{"applicant": {"name": "' + "A" * 5000 + '"}}', 422),
        ('{"applicant": {"name": "A"}, "outcome": "explode"}', 422),
        ('{"applicant": {"name": "A"}, "papers": [{"name": "x", "content": "%%%"}], "procedure": "1.000894"}', 422),
        ("\ufeff{}", 422),
        ("[" * 3000, 400),
    ],
)
def test_odd_bodies_get_one_clear_sentence(machine, raw, status):
    before = Dossier.objects.count()
    answer = machine.post("/dossiers", raw=raw.encode())
    assert answer.status_code == status, answer.content
    if status != 201:
        said = answer.json()
        assert said["code"]
        assert said["vi"]
        assert said["en"]
        assert Dossier.objects.count() == before


def test_bytes_that_are_no_text_are_refused(machine):
    answer = machine.post("/dossiers", raw=b"\xff\xfe{\x00")
    assert answer.status_code == 400
    assert answer.json()["vi"]


def test_each_call_takes_a_known_number_of_statements(machine, body):
    taken(machine, body)  # warms the plan of the case
    made = []

    def count(name, call):
        with CaptureQueriesContext(connection) as seen:
            answer = call()
        assert answer.status_code in {200, 201}, answer.content
        assert len(seen) <= CEILINGS[name], (name, len(seen))
        made.append((name, len(seen)))
        return answer

    code = count("intake", lambda: machine.post("/dossiers", {**body, "papers": [{"name": "A", "content": PDF}]}))
    code = code.json()["code"]
    count("advance", lambda: machine.post(f"/dossiers/{code}/advance"))
    for _ in range(6):
        taken(machine, body)
    count("list", lambda: machine.get("/dossiers", limit=50, status="processing"))
    count("search", lambda: machine.get("/dossiers/search", q="tran thi ngau"))
    count("one", lambda: machine.get(f"/dossiers/{code}"))
    count("figures", lambda: machine.get("/figures", **{"from": "2026-11-01", "to": "2026-11-30"}))
    count("procedures", lambda: machine.get("/procedures", q="ket hon"))
    assert len(made) == len(CEILINGS)


def test_lists_go_on_where_the_page_before_ended(machine, visitor, body):
    codes = [taken(machine, body)["code"] for _ in range(5)]
    first = [row["code"] for row in machine.get("/dossiers", limit=2).json()]
    then = [row["code"] for row in machine.get("/dossiers", limit=2, after=first[-1]).json()]
    last = [row["code"] for row in machine.get("/dossiers", limit=2, after=then[-1]).json()]
    assert first + then + last == codes[::-1]
    assert machine.get("/dossiers", limit=4, offset=4).json()[0]["code"] == codes[0]
    assert visitor.get("/dossiers", after=codes[0]).status_code == 404


def test_filters_keep_what_they_say(machine, body, cast):
    code = taken(machine, body)["code"]
    assert [row["code"] for row in machine.get("/dossiers", status="processing", channel="direct").json()] == [code]
    for other in ({"status": "returned"}, {"channel": "online"}, {"field": "Đất đai"}, {"late": "true"}):
        assert machine.get("/dossiers", **other).json() == []
    assert machine.get("/dossiers", unit_id=str(cast.units["KT"].pk)).json() == []
    assert machine.get("/dossiers", until="2026-11-25T10:12:00+07:00").json() == []
    assert machine.get("/dossiers", status="nowhere").status_code == 422


def test_the_catalogue_is_found_by_words_and_by_code(machine, visitor, catalogue):
    found = machine.get("/procedures", q="ket hon").json()
    assert [hit["code"] for hit in found] == ["1.000894"]
    assert machine.get("/procedures/1.000894").json() == found[0]
    assert visitor.get("/procedures/1.000894").json()["code"] == "missing"


def test_the_look_up_tells_what_residents_may_know(machine, body):
    code = taken(machine, body)["code"]
    told = machine.get("/lookup", code=code, tail="0456").json()
    assert (told["code"], told["status"], told["finished"]) == (code, "processing", False)
    assert "Trần Thị Ngâu" not in str(told)
    wrong, none = machine.get("/lookup", code=code, tail="9999"), machine.get("/lookup", code="H99.16-0", tail="0456")
    assert wrong.content == none.content
    assert wrong.json()["code"] == "lookup.none"


def test_closed_reports_are_read_and_hold(machine, visitor, body, cast):
    taken(machine, body)
    closed = figures.close_report(
        by=cast["chairman"],
        at=NOW,
        from_=NOW.date().replace(day=1),
        to=NOW.date(),
        as_of=NOW,
        group="field",
    )
    listed = machine.get("/figures/closed").json()
    assert [row["id"] for row in listed] == [str(closed.pk)]
    one = machine.get(f"/figures/closed/{closed.pk}").json()
    assert (one["holds"], one["moved"], one["figures"]["total"]["received"]) == (True, 0, 1)
    assert visitor.get("/figures/closed").json() == []
    assert visitor.get(f"/figures/closed/{closed.pk}").status_code == 404


def test_a_key_belongs_to_the_machine_that_chose_it(machine, cast, body):
    other = Machine(cast, name="Máy khác")
    codes = {m.post("/dossiers", body, once="1").json()["code"] for m in (machine, other)}
    assert len(codes) == 2


def test_who_lost_the_race_for_one_key_gets_the_first_answer(machine, body, monkeypatch):
    """Between the look and the act another process did it: the act is refused, the answer is kept."""
    code = taken(machine, body)["code"]
    first = machine.post(f"/dossiers/{code}/advance", {"seen": 1}, once="k")
    looked, before = [], security._before

    def blind_once(**asked):
        looked.append(asked)
        return None if len(looked) == 1 else before(**asked)

    monkeypatch.setattr(security, "_before", blind_once)
    assert machine.post(f"/dossiers/{code}/advance", {"seen": 1}, once="k").content == first.content


def test_a_no_leaves_the_key_free(machine, body):
    assert machine.post("/dossiers", {**body, "complete": False}, once="n").status_code == 409
    assert machine.post("/dossiers", {**body, "complete": False}, once="n").status_code == 409
    assert not Dossier.objects.exists()


def test_bodies_say_that_they_are_json_and_keep_a_size(machine, body, settings):
    headers = {"Authorization": f"Bearer {machine.key}"}
    plain = machine.client.post("/api/v1/dossiers", json.dumps(body), content_type="text/plain", headers=headers)
    assert (plain.status_code, plain.json()["code"]) == (415, "body.type")
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    large = machine.post("/dossiers", {**body, "note": "a" * 2000})
    assert (large.status_code, large.json()["code"]) == (413, "size")
    assert not Dossier.objects.exists()


def test_a_machine_that_runs_wild_is_stopped_and_others_are_not(machine, cast, monkeypatch):
    other = Machine(cast, name="Máy khác")
    monkeypatch.setattr(api.throttle[0] if isinstance(api.throttle, list) else api.throttle, "calls", 3)
    assert [machine.get("/dossiers").status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    told = machine.get("/dossiers")
    assert (told.json()["code"], told["Retry-After"]) == ("calls", "60")
    assert other.get("/dossiers").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("get", "/api/v1/nothing", 404), ("get", "/api/v1/dossiers/a/b/c", 404), ("delete", "/api/v1/dossiers", 405)],
)
def test_addresses_that_are_not_there_answer_in_json(db, method, path, status):
    answer = getattr(Client(), method)(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"code", "vi", "en"}
    assert ("Allow" in answer) is (status == 405)


def test_a_bug_is_told_in_json_without_its_inside(machine, monkeypatch):
    monkeypatch.setattr("motcua.api.queries.page", lambda *_a, **_k: 1 / 0)
    machine.client.raise_request_exception = False
    answer = machine.get("/dossiers")
    assert (answer.status_code, answer.json()["code"]) == (500, "bug")
    assert b"ZeroDivision" not in answer.content
