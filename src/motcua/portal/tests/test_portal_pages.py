"""The residents' door: one question, one answer, nothing to enumerate, every switch a link."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake, NewResult, ReturnWay
from motcua.portal import rules
from motcua.tries.actions import sweep
from motcua.tries.models import Attempt

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def accepted(cast, catalogue, papers):
    """Accept a dossier of `marriage` (5 working days) for Trần Thị Ngâu."""

    def accept(when="2026-11-23 09:00", id_number="000190000123"):
        case = catalogue["marriage"]
        who = Applicant(name="Trần Thị Ngâu", id_number=id_number, phone="0900000456", sex="Nữ")
        intake = Intake(case_id=case, channel=Channel.DIRECT, applicant=who, papers=papers(case))
        return actions.accept(by=cast["counter"], at=at(when), intake=intake)

    return accept


def ask(code, tail="0456", **more):
    return Client(**more).post("/lookup/", {"code": code, "tail": tail})


def read(response):
    return response.content.decode()


def test_whoever_holds_the_receipt_reads_the_promise_and_no_name(accepted):
    dossier = accepted()
    page = read(ask(dossier.code))
    assert "Phường hẹn trả kết quả thứ Ba 01/12/2026, 17:00." in page
    assert "T*** T** N***" in page
    for secret in ("Trần", "Ngâu", "0900000456", "000190000123", "Phùng Thị Cúc"):
        assert secret not in page


@pytest.mark.parametrize("tail", ["0123", "0456", " 0 4 5 6 "])
def test_digits_of_the_phone_or_of_the_card_open_it(accepted, tail):
    assert ask(accepted().code, tail).status_code == 200


@pytest.mark.parametrize(
    "typed", ["h99.16-261123-0001", " H99.16 261123 0001 ", "H99.16–261123–0001", "h99.162611230001"]
)
def test_codes_are_forgiven_their_dashes_and_letters(accepted, typed):
    accepted()
    assert ask(typed).status_code == 200


@pytest.mark.parametrize("odd", ["000-A12Đ", "０００１２３４５"])
def test_a_card_with_odd_letters_still_leaves_the_phone(accepted, odd):
    code = accepted(id_number=odd).code
    assert ask(code).status_code == 200
    assert ask(code, "2345").status_code == 404  # full-width figures are no digits of ours


def test_an_unknown_code_and_wrong_digits_get_the_very_same_answer(accepted):
    known = accepted().code
    answers = []
    for code, tail in ((known, "9999"), ("H99.16-261123-0999", "0456")):
        with CaptureQueriesContext(connection) as seen:
            response = ask(code, tail)
        answers.append((response.status_code, len(seen), read(response).replace(code, "CODE").replace(tail, "TAIL")))
    (status, statements, text), other = answers[0], answers[1]
    assert (status, statements) == (404, other[1])
    assert "Không tìm thấy hồ sơ với mã và số cuối này." in text
    assert strip(text) == strip(other[2])


def strip(page):
    """A page without its one-time token."""
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Chưa ghi mã hồ sơ."),
        ({"code": "H99", "tail": "12"}, "Cần đúng 4 chữ số cuối"),
        ({"code": "H99", "tail": "abcd"}, "Cần đúng 4 chữ số cuối"),
        ({"code": "x" * 10000, "tail": "1234"}, "Mã này dài quá."),
        ({"code": "a\x00b", "tail": "1234"}, "ký tự lạ"),
        ({"code": "🙂" * 20, "tail": "١٢٣٤"}, "Cần đúng 4 chữ số cuối"),
    ],
)
def test_odd_input_gets_a_sentence_and_counts_nothing(db, data, said):
    response = Client().post("/lookup/", data)
    assert response.status_code == 422
    assert said in read(response)
    assert not Attempt.objects.exists()


def test_guessing_digits_ends_soon_and_says_when_it_may_go_on(accepted):
    code = accepted().code
    statuses = [ask(code, f"{n:04}").status_code for n in range(12)]
    assert statuses == [404] * 10 + [429] * 2
    assert "Thử lại sau 11:00" in read(ask(code))


def test_a_stranger_who_knows_a_code_does_not_lock_its_owner_out(accepted):
    code = accepted().code
    assert [ask(code, f"{n:04}", REMOTE_ADDR="10.0.0.7").status_code for n in range(12)] == [404] * 10 + [429] * 2
    assert ask(code, REMOTE_ADDR="10.0.0.9").status_code == 200


def test_many_addresses_together_do_not_walk_through_the_digits(accepted):
    code = accepted().code
    each, whole = (next(w.most for w in rules.TRIES if w.kind == kind) for kind in ("address+code", "code"))
    assert 24 * each < whole  # one address alone, all day long, does not use up the code's tries
    assert 10_000 / whole > 30  # days to try every tail
    for n in range(whole):
        assert ask(code, f"{n + 1000:04}", REMOTE_ADDR=f"10.0.1.{n // each}").status_code == 404
    last = ask(code, REMOTE_ADDR="10.0.2.1")
    assert last.status_code == 429
    assert "Thử lại sau 07:00, 26/11" in read(last)
    assert ask("H99.16-261123-0999", REMOTE_ADDR="10.0.2.1").status_code == 404


def test_one_address_cannot_walk_through_codes(db):
    statuses = [ask(f"H99.16-261123-{n:04}").status_code for n in range(32)]
    assert statuses == [404] * 30 + [429] * 2
    assert ask("H99.16-261123-0001", REMOTE_ADDR="10.0.0.9").status_code == 404


def test_tries_are_kept_without_names_and_forgotten_after_two_days(db):
    ask("H99.16-261123-0001")
    assert Attempt.objects.count() == len(rules.TRIES)
    assert all(len(row.key) == 64 for row in Attempt.objects.all())
    assert sweep(at=NOW) == 0
    assert sweep(at=NOW + timedelta(days=3)) == len(rules.TRIES)


def test_every_state_has_its_sentence(cast, accepted):
    dossier = accepted("2026-11-12 09:00")
    actions.advance(by=cast["counter"], at=at("2026-11-12 10:00"), dossier_id=dossier.pk)
    page = read(ask(dossier.code))
    assert "Phường đã trễ hẹn với ông bà. Chúng tôi xin lỗi." in page
    assert "Hẹn trả thứ Năm 19/11/2026, 17:00." in page
    actions.propose_extension(
        by=cast["specialist"],
        at=at("2026-11-18 09:00"),
        dossier_id=dossier.pk,
        reason="Nơi cư trú cũ trả lời chậm",
        cause=Cause.COORDINATION,
        new_due=at("2026-11-27 17:00"),
    )
    assert "Nơi cư trú cũ trả lời chậm" not in read(ask(dossier.code))  # not signed yet
    actions.approve_extension(by=cast["leader"], at=at("2026-11-18 10:00"), dossier_id=dossier.pk)
    page = read(ask(dossier.code))
    assert "Hẹn mới: thứ Sáu 27/11/2026, 17:00." in page
    assert "Nơi cư trú cũ trả lời chậm" in page
    actions.advance(by=cast["specialist"], at=at("2026-11-25 08:00"), dossier_id=dossier.pk)
    actions.advance(by=cast["leader"], at=at("2026-11-25 08:30"), dossier_id=dossier.pk)
    result = NewResult(name="Giấy chứng nhận", number="12")
    actions.advance(by=cast["clerk"], at=at("2026-11-25 09:00"), dossier_id=dossier.pk, result=result)
    page = read(ask(dossier.code))
    assert "Kết quả đã có. Mời ông bà đến nhận tại quầy." in page
    assert "xong sau ngày hẹn" in page  # late is late for ever
    actions.return_result(
        by=cast["counter"],
        at=at("2026-11-25 10:00"),
        dossier_id=dossier.pk,
        way=ReturnWay.IN_PERSON,
        receiver="Trần Thị Ngâu",
    )
    assert "Kết quả đã có. Đã trả cho ông bà." in read(ask(dossier.code, REMOTE_ADDR="10.0.0.9"))


def test_waiting_for_papers_names_them(cast, accepted):
    dossier = accepted("2026-11-20 09:00")
    actions.advance(by=cast["counter"], at=at("2026-11-20 10:00"), dossier_id=dossier.pk)
    actions.ask_supplement(
        by=cast["specialist"],
        at=at("2026-11-23 09:00"),
        dossier_id=dossier.pk,
        items=("Giấy xác nhận tình trạng hôn nhân",),
        reason="Bản chụp mờ",
    )
    page = read(ask(dossier.code))
    assert "Phường chờ ông bà nộp bổ sung giấy tờ" in page
    assert "Giấy xác nhận tình trạng hôn nhân" in page


def test_an_answer_takes_few_statements(accepted, django_assert_max_num_queries):
    code = accepted().code
    ask(code)
    with django_assert_max_num_queries(16):
        assert ask(code).status_code == 200


def test_the_receipt_leads_to_its_question(db):
    page = read(Client().get("/lookup/?code=h99.16-261123-0001"))
    assert 'value="H99.16-261123-0001"' in page
    assert Client().get("/lookup/")["X-Robots-Tag"] == "noindex"


def test_the_office_says_when_it_is_open_and_where(cast):
    page = read(Client().get("/p/hoa-gao/"))
    assert "07:30–11:30, 13:00–17:00" in page
    assert Client().get("/p/khong-co/").status_code == 404


def test_procedures_and_fees_are_posted(cast, catalogue):
    page = read(Client().get("/p/hoa-gao/procedures/"))
    assert "Đăng ký kết hôn" in page
    assert "50.000 đồng" in page
    assert "Đăng ký khai sinh" not in read(Client().get("/p/hoa-gao/procedures/?q=ket hon"))
    one = read(Client().get("/p/hoa-gao/procedures/1.000894/"))
    assert "5 ngày làm việc" in one
    assert "Tờ khai" in one
    for missing in ("9.999999", "x" * 200, "%00"):
        assert Client().get(f"/p/hoa-gao/procedures/{missing}/").status_code == 404


def test_switches_keep_the_page_and_cannot_lead_away(cast):
    client = Client()
    answer = client.get("/p/hoa-gao/?size=large&contrast=high&lang=en&x=1")
    assert (answer.status_code, answer["Location"]) == (302, "/p/hoa-gao/?x=1")
    page = read(client.get("/p/hoa-gao/"))
    assert 'lang="en"' in page
    assert 'data-size="large"' in page
    assert 'data-contrast="high"' in page
    assert "Opening hours" in page
    assert client.get("/?lang=en", PATH_INFO="//evil.example/")["Location"] == "/evil.example/"
    assert client.get("/sign-in/")["Content-Language"] == "vi"  # officers' pages are Vietnamese
