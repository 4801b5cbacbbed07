"""A procedure that the system lacks: asked at the counter, joined when asked again, answered with a due date."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua.acts import Refused
from motcua.ledger.models import Act
from motcua.procedures import actions, queries
from motcua.procedures.models import Asking, Request
from motcua.procedures.rules import Answer
from motcua.promises.models import Promise
from motcua.promises.rules import Kind

NAME = "Cấp bản sao trích lục hộ tịch điện tử"
PHONE = "0900000123"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


NOW = at("2026-11-25 10:12")


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def ask(cast, catalogue):
    def asked(who="counter", when="2026-11-25 10:00", name=NAME, **more):
        return actions.ask_for(by=cast[who], at=at(when), name=name, **more)

    return asked


def no(code, act, /, **more):
    before = Act.objects.count()
    with pytest.raises(Refused) as said:
        act(**more)
    assert said.value.code == code
    assert Act.objects.count() == before
    return said.value


def body(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def test_it_is_promised_in_three_working_days_by_the_administrator(ask, cast):
    row = ask(field="Hộ tịch", basis="Luật Hộ tịch", note="Khách đứng chờ", phone=PHONE)
    promise = row.promise
    assert (promise.kind, promise.due_at) == (Kind.CATALOGUE.value, at("2026-11-30 17:00"))
    assert (promise.officer_id, promise.unit_id) == (cast.people["admin"].pk, cast.units["VP"].pk)
    act = Act.objects.get(verb="procedure_request.ask_for")
    assert PHONE not in str(act.changes)
    assert "Khách đứng chờ" not in str(act.changes) + act.note


def test_the_same_asked_again_joins_and_counts(ask, cast):
    first = ask()
    again = ask("specialist", "2026-11-25 11:00", "  CAP ban sao trích lục  hộ tịch điện tử ", basis="Luật Hộ tịch")
    assert again.pk == first.pk
    row = Request.objects.get()
    assert (row.times, row.name, row.basis) == (2, NAME, "Luật Hộ tịch")
    assert Promise.objects.filter(kind=Kind.CATALOGUE.value).count() == 1
    assert list(row.askings.values_list("name", flat=True)) == ["Phùng Thị Cúc", "Lê Thị Sen"]
    actions.answer_request(
        by=cast["admin"], at=NOW, request_id=row.pk, answer=Answer.NOT_OURS, where="Sở Tư pháp thành phố"
    )
    assert ask(when="2026-11-26 09:00").pk != first.pk


def test_what_is_there_is_not_asked_for(ask):
    assert "1.000894" in no("request.there", ask, name="đăng ký KẾT HÔN").vi
    no("request.name", ask, name=" . ")
    no("forbidden", ask, who="supervisor")
    assert not Request.objects.exists()


@pytest.mark.parametrize("answer", [Answer.ADDED, Answer.EXISTS])
def test_an_answer_names_a_procedure_in_force_and_keeps_the_promise(ask, cast, answer):
    row = ask()
    given = {"by": cast["admin"], "at": NOW, "request_id": row.pk, "answer": answer}
    no("request.code", actions.answer_request, **given)
    no("request.code", actions.answer_request, **given, code="9.999999")
    no("forbidden", actions.answer_request, **{**given, "by": cast["leader"]}, code="1.000894")
    actions.answer_request(**given, code="1.000894", note="Tìm “kết hôn”")
    row.refresh_from_db()
    assert (row.answer, row.procedure.code, row.answered_by_name) == (answer, "1.000894", "Kiều Văn Gạo")
    assert (row.promise.kept_at, row.promise.outcome) == (NOW, "early")
    assert "Kiều Văn Gạo" in no("request.answered", actions.answer_request, **given, code="1.000894").vi


def test_not_ours_says_where(ask, cast):
    row = ask()
    given = {"by": cast["admin"], "at": at("2026-12-02 09:00"), "request_id": row.pk, "answer": Answer.NOT_OURS}
    no("request.where", actions.answer_request, **given)
    actions.answer_request(**given, where="Sở Tư pháp thành phố")
    assert Promise.objects.get(pk=row.promise_id).outcome == "late"
    line, _ = queries.request_page(by=cast["counter"], at=at("2026-12-02 10:00"), request_id=row.pk)
    assert (line.kind, line.words) == ("late", "trễ 2 ngày")


def test_another_ward_knows_nothing_of_it(ask, stranger):
    row = ask()
    no(
        "missing",
        actions.answer_request,
        by=stranger["admin"],
        at=NOW,
        request_id=row.pk,
        answer=Answer.ADDED,
        code="1",
    )
    with pytest.raises(Refused, match="missing"):
        queries.request_page(by=stranger["counter"], at=NOW, request_id=row.pk)
    assert queries.requests(by=stranger["admin"], at=NOW).total == 0
    assert queries.waiting(by=stranger["admin"]) == 0


def test_the_list_is_by_due_and_reads_in_few_statements(ask, cast, django_assert_max_num_queries):
    for day in (23, 25, 19):
        for n in range(10):
            ask(when=f"2026-11-{day} 09:00", name=f"Thủ tục thử số {day}{n}")
    queries.requests(by=cast["admin"], at=NOW)
    with django_assert_max_num_queries(5):
        shown = queries.requests(by=cast["admin"], at=NOW)
    dues = [line.request.promise.due_at for line in shown.rows]
    assert dues == sorted(dues)
    assert (len(dues), shown.total, shown.remaining) == (25, 30, 5)
    assert [line.kind for line in shown.rows[:1]] == ["today"]


def test_from_the_desk_to_the_answer_on_the_desk(cast, catalogue, client_for):
    counter, admin = client_for(cast.people["counter"]), client_for(cast.people["admin"])
    assert 'href="/procedures/requests/new/"' in body(counter.get("/desk/"))
    assert 'href="/procedures/requests/new/"' in body(counter.get("/dossiers/new/"))
    found = body(counter.get("/dossiers/procedures/?q=zzz+khong+co"))
    assert "/procedures/requests/new/?name=zzz%20khong%20co" in found
    assert 'value="zzz khong co"' in body(counter.get("/procedures/requests/new/?name=zzz%20khong%20co"))
    wrong = counter.post("/procedures/requests/new/", {"name": "", "phone": "12"})
    assert wrong.status_code == 422
    assert "Chưa điền ô này." in body(wrong)
    told = counter.post("/procedures/requests/new/", {"name": NAME, "phone": PHONE}, follow=True)
    assert "Chưa có trả lời." in body(told)
    row = Request.objects.get()
    assert Asking.objects.get().phone == PHONE

    assert "1 thủ tục người dân hỏi mà hệ thống chưa có" in body(admin.get("/desk/"))
    assert "thủ tục người dân hỏi mà hệ thống chưa có" not in body(counter.get("/desk/"))
    assert NAME in body(admin.get("/procedures/requests/"))
    address = f"/procedures/requests/{row.pk}/answer/"
    assert admin.post(address, {"answer": "exists", "code": "9.999"}).status_code == 409
    assert admin.post(address, {"answer": "exists", "code": "1.000894", "note": "Tìm kết hôn"}).status_code == 302
    assert f"Thủ tục bạn hỏi đã có trả lời: {NAME}." in body(counter.get("/desk/"))
    assert "Tìm kết hôn" in body(counter.get(f"/procedures/requests/{row.pk}/"))
    assert NAME in body(admin.get("/procedures/requests/?state=answered"))
    assert "Không thủ tục nào đang chờ trả lời." in body(admin.get("/procedures/requests/"))


def test_who_may_open_which_page(cast, ask, client_for):
    row = ask()
    for who, new, answer in (("supervisor", 403, 403), ("leader", 200, 403), ("admin", 200, 200)):
        client = client_for(cast.people[who])
        assert client.get("/procedures/requests/").status_code == 200
        assert client.get(f"/procedures/requests/{row.pk}/").status_code == 200
        assert client.get("/procedures/requests/new/").status_code == new
        assert client.get(f"/procedures/requests/{row.pk}/answer/").status_code == answer


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_in_a_browser(cast, ask, page_for, look, width):
    ask(when="2026-11-18 09:00", name="Xác nhận tình trạng nhà ở để " + "vay vốn ngân hàng chính sách " * 6)
    page = page_for(cast.people["counter"], width)
    page.goto("/procedures/requests/new/")
    page.get_by_label("Thủ tục người dân hỏi").fill(NAME)
    page.get_by_label("Điện thoại người dân").fill("12")
    page.get_by_role("button", name="Chuyển quản trị").click()
    look(page, f"request-wrong-{width}")
    page.get_by_label("Điện thoại người dân").fill(PHONE)
    page.get_by_role("button", name="Chuyển quản trị").click()
    look(page, f"request-page-{width}")
    page.goto("/dossiers/new/")
    look(page, f"request-intake-{width}")
    page = page_for(cast.people["admin"], width)
    page.goto("/procedures/requests/")
    look(page, f"requests-{width}")
    page.get_by_role("link", name=NAME).click()
    page.get_by_role("link", name="Trả lời…").click()
    look(page, f"request-answer-{width}")
    page.get_by_label("Không thuộc phường").check()
    page.get_by_label("Người dân đến đâu").fill("Sở Tư pháp thành phố Hoa Ban")
    page.get_by_role("button", name="Trả lời").click()
    page.goto("/procedures/requests/?state=answered")
    look(page, f"requests-answered-{width}")
    page = page_for(cast.people["counter"], width)
    page.goto("/desk/")
    page.get_by_text("Báo", exact=True).click()
    look(page, f"request-desk-{width}")
    page.get_by_role("link", name="Báo thủ tục chưa có").click()
    page.wait_for_url("**/requests/new/")
