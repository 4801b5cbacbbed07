"""The counter, the list, the register and the papers: good and bad input, other wards, few statements."""

import re
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from motcua.dossiers.models import Dossier
from motcua.files.models import StoredFile

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
CARD = "000190000123||TRẦN THỊ NGÂU|07031990|Nữ|Số 8, ngõ Hoa Giấy, phường Hoa Gạo|15082021"
NASTY = {
    "nothing": "",
    "nul": "a\x00b",
    "controls": "\x01\x1b[31m\x7f",
    "long": "dài " * 2500,
    "emoji": "👩‍👩‍👧‍👦🇻🇳",
    "rtl": "\u202egnud\u202c\u200f",
    "markup": "<script>alert(1)</script>",
    "huge number": "9" * 400,
    "negative": "-1",
    "date": "31/02/2026",
    "far": "01/01/9999",
    "uuid": "00000000-0000-0000-0000-000000000000",
    "bars": "|||||||",
}


@pytest.fixture
def typed(play, monkeypatch):
    """What an officer has typed for a marriage, both papers there; it is Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))
    case = play.catalogue["marriage"]
    return {
        "scan": CARD,
        "name": "Trần Thị Ngâu",
        "id_number": "000190000123",
        "born": "07/03/1990",
        "sex": "Nữ",
        "address": "Số 8",
        "phone": "0900000123",
        "kind": "person",
        "email": "",
        "comer_kind": "owner",
        "comer_name": "",
        "comer_id": "",
        "comer_phone": "",
        "mandate": "",
        "channel": "direct",
        "return_way": "in_person",
        "note": "",
        "q": "",
        "case": str(case),
        "exemption": "",
        **{f"p-{paper.component_id}-have": "on" for paper in play.papers(case)},
        "do": "accept",
    }


@pytest.fixture
def counter(play, client_for):
    """The officer at the counter."""
    return client_for(play.cast.people["counter"])


def test_a_proxy_needs_a_mandate_and_both_are_kept(counter, typed):
    proxy = {**typed, "comer_kind": "proxy", "comer_name": "Trần Văn Sấu", "comer_id": "000085000456"}
    said = counter.post("/dossiers/new/", proxy)
    assert said.status_code in {409, 422}
    assert 'id="id_mandate_error"' in said.content.decode()
    assert not Dossier.objects.exists()
    assert counter.post("/dossiers/new/", {**proxy, "mandate": "Giấy ủy quyền 12/11/2026"}).status_code == 302
    kept = Dossier.objects.get()
    assert (kept.comer_kind, kept.comer_name, kept.mandate) == ("proxy", "Trần Văn Sấu", "Giấy ủy quyền 12/11/2026")


def test_what_came_by_post_and_what_is_exempt_is_written_down(counter, typed, play):
    land = play.catalogue["land"]
    papers = {f"p-{paper.component_id}-have": "on" for paper in play.papers(land)}
    said = counter.post(
        "/dossiers/new/", {**typed, **papers, "case": str(land), "channel": "post", "exemption": "Hộ nghèo"}
    )
    assert said.status_code == 302
    kept = Dossier.objects.get()
    assert (kept.channel, kept.exemption, kept.money) == ("post", "Hộ nghèo", "exempt")


def test_a_required_paper_that_is_not_there_is_named(counter, typed):
    for key in [key for key in typed if key.endswith("-have")]:
        del typed[key]
    said = counter.post("/dossiers/new/", typed)
    assert said.status_code == 409
    assert "Tờ khai" in said.content.decode()
    assert not Dossier.objects.exists()


def test_the_same_visit_sent_twice_is_one_dossier(counter, typed):
    first = counter.post("/dossiers/new/", {**typed, "visit": "v1"})
    second = counter.post("/dossiers/new/", {**typed, "visit": "v1"})
    assert first["Location"] == second["Location"]
    assert Dossier.objects.count() == 1
    counter.post("/dossiers/new/", {**typed, "visit": "v2"})
    assert Dossier.objects.count() == 2


def test_two_counters_work_side_by_side(counter, typed, play, client_for):
    other = client_for(play.cast.people["counter2"])
    assert counter.post("/dossiers/new/", {**typed, "visit": "a"}).status_code == 302
    assert other.post("/dossiers/new/", {**typed, "visit": "b", "name": "Lò Thị Ổi"}).status_code == 302
    assert set(Dossier.objects.values_list("applicant_name", "received_by__name")) == {
        ("Trần Thị Ngâu", "Phùng Thị Cúc"),
        ("Lò Thị Ổi", "Sầm Thị Na"),
    }


def test_only_the_counter_receives(typed, play, client_for):
    for who in ("specialist", "clerk", "leader", "admin", "supervisor"):
        client = client_for(play.cast.people[who])
        assert client.get("/dossiers/new/").status_code == 403
        assert client.post("/dossiers/new/", typed).status_code == 403
    assert not Dossier.objects.exists()


@pytest.mark.parametrize("do", ["accept", "ask_completion", "turn_away", "card", "find", "nonsense"])
def test_no_input_breaks_the_counter(counter, typed, play, do):
    if do in {"ask_completion", "turn_away"}:
        typed |= {"asked": "1", "items": "Ảnh", "reason": "Thiếu"}
    typed["do"] = do
    papers = [f"p-{play.papers(play.catalogue['marriage'])[0].component_id}-{part}" for part in ("pages", "file_id")]
    fields = [*(name for name in typed if name != "do"), "p-other-name", *papers]
    before = play.everything()
    for kind, value in NASTY.items():
        for spoilt in (fields, [fields[len(kind) % len(fields)]], ["born"], ["note"], [papers[0]]):
            point = transaction.savepoint()
            said = counter.post("/dossiers/new/", {**typed, **dict.fromkeys(spoilt, value)})
            assert said.status_code in {200, 302, 409, 422}, (kind, spoilt)
            assert "<script>alert" not in said.content.decode()
            if said.status_code != 302:
                assert play.everything() == before, (kind, spoilt)
            if said.status_code == 422:
                assert 'id="wrong"' in said.content.decode() or 'class="err"' in said.content.decode(), (kind, spoilt)
            transaction.savepoint_rollback(point)


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY)
def test_no_address_breaks_the_small_answers_and_the_lists(counter, typed, play, value):
    play.accepted()
    names = ("q", "case", "channel", "status", "field", "unit", "officer", "first", "last", "late", "rows", "all")
    for address in ("/dossiers/", "/dossiers/procedures/", "/dossiers/promise/", "/dossiers/register/"):
        assert counter.get(address, dict.fromkeys(names, value)).status_code == 200
    assert counter.post("/dossiers/card/", {"scan": value}).status_code == 200
    none = 404 if value else 409  # a dossier that is not there; no dossier at all
    assert counter.get("/dossiers/papers/", {"form": "01", "codes": value}).status_code == none
    assert counter.get("/dossiers/papers/", {"form": value, "codes": "H1"}).status_code == 404
    assert counter.get("/dossiers/hand-over/", {"codes": value}).status_code == none
    if value:
        assert counter.get(f"/dossiers/{quote(value, safe='')}/").status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "rỗng"), (b"MZ\x90\x00 a program", "Chỉ nhận PDF"), (b"<svg onload=alert(1)>", "Chỉ nhận PDF")],
)
def test_a_scan_that_is_none_is_answered_and_nothing_typed_is_lost(counter, typed, play, content, sentence):
    paper = play.papers(play.catalogue["marriage"])[0].component_id
    said = counter.post("/dossiers/new/", {**typed, f"p-{paper}-file": SimpleUploadedFile("a.pdf", content)})
    assert not Dossier.objects.exists()
    assert sentence in said.content.decode()
    assert "Trần Thị Ngâu" in said.content.decode()


def test_a_scan_survives_a_mistake_and_is_downloaded_by_its_own_ward_only(counter, typed, play, client_for, stranger):
    paper = play.papers(play.catalogue["marriage"])[0].component_id
    name = "../đơn xin\u202e kết hôn.pdf"
    said = counter.post(
        "/dossiers/new/", {**typed, "phone": "09", f"p-{paper}-file": SimpleUploadedFile(name, PDF)}
    ).content.decode()
    kept = re.search(rf'name="p-{paper}-file_id" value="([0-9a-f-]+)"', said).group(1)
    assert counter.post("/dossiers/new/", {**typed, f"p-{paper}-file_id": kept}).status_code == 302
    dossier = Dossier.objects.get()
    row = dossier.papers.get(file__isnull=False)
    address = f"/dossiers/{dossier.code}/papers/{row.pk}/"
    assert address in counter.get(f"/dossiers/{dossier.code}/").content.decode()
    answer = counter.get(address)
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert "%E2%80%AE" not in answer["Content-Disposition"]
    assert client_for(stranger.people["counter"]).get(address).status_code == 404


def test_another_wards_scan_cannot_be_handed_in(counter, typed, play, client_for, stranger):
    client_for(stranger.people["counter"]).post(
        "/dossiers/new/", {"do": "find", "p-x-file": SimpleUploadedFile("a.pdf", PDF)}
    )
    theirs = StoredFile.objects.get(ward_id=stranger.ward.pk)
    paper = play.papers(play.catalogue["marriage"])[0].component_id
    for file_id in (theirs.pk, play.catalogue["land"]):
        assert counter.post("/dossiers/new/", {**typed, f"p-{paper}-file_id": str(file_id)}).status_code == 404
    assert not Dossier.objects.exists()


def test_papers_are_printed_for_the_own_ward(counter, typed, play, client_for, stranger):
    codes = [play.accepted().code, play.accepted("land", when="2026-11-12 09:20").code]
    theirs = client_for(stranger.people["counter"])
    several = ",".join(codes)
    for address in (
        f"/dossiers/{codes[0]}/papers/01.pdf",
        f"/dossiers/{codes[0]}/papers/06.pdf",
        f"/dossiers/papers/?form=01&codes={several}",
        f"/dossiers/hand-over/?codes={several}",
        "/dossiers/register.pdf?first=2026-11-01&last=2026-11-30",
    ):
        answer = counter.get(address)
        assert answer.content.startswith(b"%PDF-"), address
        assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
        if codes[0] in address:
            assert theirs.get(address).status_code == 404
    assert counter.get(f"/dossiers/{codes[0]}/papers/03.pdf").status_code == 409
    assert counter.get(f"/dossiers/{codes[0]}/papers/99.pdf").status_code == 404


def test_the_list_finds_without_accents_keeps_its_filters_and_shows_no_other_ward(
    counter, typed, play, client_for, stranger
):
    wanted = play.accepted()
    other = play.accepted("land", when="2026-11-12 09:20")
    found = counter.get("/dossiers/?q=tran thi ngau&field=Hộ tịch").content.decode()
    assert wanted.code in found
    assert other.code not in found
    again = counter.get("/dossiers/").content.decode()
    assert other.code not in again
    cleared = counter.get("/dossiers/?clear=1").content.decode()
    assert other.code in cleared
    late = counter.get("/dossiers/?late=on").content.decode()
    assert wanted.code in late
    assert other.code not in late
    theirs = client_for(stranger.people["counter"]).get("/dossiers/").content.decode()
    assert wanted.code not in theirs


def test_pages_read_in_few_statements_however_many_dossiers(counter, typed, play, django_assert_max_num_queries):
    for minute in range(10, 40):
        play.accepted(when=f"2026-11-12 09:{minute}")
    for address, most in (("/dossiers/", 16), ("/dossiers/register/", 16), ("/dossiers/new/", 12)):
        with django_assert_max_num_queries(most):
            text = counter.get(address).content.decode()
        if address != "/dossiers/new/":
            assert text.count('class="code"') == 25
            assert "Xem 5 hồ sơ còn lại" in text
    assert counter.get("/dossiers/?rows=30").content.decode().count('class="code"') == 30
    assert counter.get("/dossiers/register/?all=1").content.decode().count('class="code"') == 30
