"""The administrator's pages: people, positions, absences, hand-over, keys of machines, the ward's own facts."""

from datetime import date

import pytest

from motcua.accounts.models import Absence, Person, PositionHeld, Token
from motcua.accounts.queries import actor_for_person, actor_for_token
from motcua.acts import Role
from motcua.dossiers import actions
from motcua.offices.models import Ward

pytestmark = pytest.mark.usefixtures("stopped")
PAGES = ("/ward/people/", "/ward/people/new/", "/ward/tokens/", "/ward/facts/")
VERBS = ("", "position/", "end/", "absence/", "hand-over/", "password/", "leave/")


def read(response):
    return response.content.decode()


@pytest.fixture
def admin(cast, client_for):
    return client_for(cast.people["admin"])


def test_only_the_administrator_enters(cast, client_for):
    sen = cast.people["specialist"].pk
    for who in ("counter", "chairman", "supervisor"):
        client = client_for(cast.people[who])
        for address in (*PAGES, *(f"/ward/people/{sen}/{verb}" for verb in VERBS)):
            assert client.get(address).status_code == 403, address


def test_a_stranger_finds_nobody(cast, stranger, client_for):
    client = client_for(stranger.people["admin"])
    sen = cast.people["specialist"].pk
    for verb in VERBS:
        assert client.get(f"/ward/people/{sen}/{verb}").status_code == 404
    assert str(sen) not in read(client.get("/ward/people/"))


def test_somebody_new_gets_a_position_and_can_work(cast, admin):
    typed = {"name": "Vi Thị Ổi", "username": "oi", "password": "mot-mat-khau-dai"}
    assert admin.post("/ward/people/new/", typed).status_code == 302
    person = Person.objects.get(username="oi")
    position = {"unit": str(cast.units["VHXH"].pk), "role": "specialist", "title": "Công chức", "starts": "2026-11-25"}
    assert admin.post(f"/ward/people/{person.pk}/position/", position).status_code == 302
    assert actor_for_person(person=person, on=date(2026, 11, 25)).has(Role.SPECIALIST)
    held = PositionHeld.objects.get(person=person)
    end = {"position": str(held.pk), "ends": "2026-11-30"}
    assert admin.post(f"/ward/people/{person.pk}/end/", end).status_code == 302
    assert actor_for_person(person=person, on=date(2026, 12, 1)).roles == frozenset()


def test_illness_and_leaving_hand_the_work_over(cast, morning, admin):
    dossier = morning.working("Mai Thị Me", "2026-11-23 09:00")
    sen, tre = cast.people["specialist"], cast.people["specialist2"]
    actions.assign(by=cast["head"], at=dossier.touched_at, dossier_id=dossier.pk, assignee_id=sen.pk)
    away = {"substitute": str(tre.pk), "starts": "2026-11-25", "ends": "2026-11-27", "reason": "Ốm"}
    assert admin.post(f"/ward/people/{sen.pk}/absence/", away).status_code == 302
    assert Absence.objects.get().substitute_id == tre.pk
    assert "vắng đến 27/11" in read(admin.get("/ward/people/"))
    page = read(admin.get(f"/ward/people/{sen.pk}/leave/"))
    assert "Còn 1 việc đang mở" in page
    wrong = admin.post(f"/ward/people/{sen.pk}/leave/", {"to": str(cast.people["clerk"].pk), "reason": "Chuyển"})
    assert wrong.status_code == 409
    sen.refresh_from_db()
    assert sen.is_active
    assert admin.post(f"/ward/people/{sen.pk}/leave/", {"to": str(tre.pk), "reason": "Chuyển"}).status_code == 302
    sen.refresh_from_db()
    dossier.refresh_from_db()
    assert (sen.is_active, dossier.step.officer_id) == (False, tre.pk)


def test_a_key_is_shown_once_and_can_be_taken_back(cast, admin):
    typed = {"name": "Máy quét", "unit": str(cast.units["MC"].pk), "role": "counter"}
    page = read(admin.post("/ward/tokens/", typed))
    key = page.split("<code>")[1].split("</code>")[0]
    assert actor_for_token(key).has(Role.COUNTER)
    assert key not in read(admin.get("/ward/tokens/"))
    admin.post(f"/ward/tokens/{Token.objects.get().pk}/revoke/")
    assert actor_for_token(key) is None


def test_the_wards_facts_are_printed_from_here(cast, admin, client):
    typed = {
        "name": "Phường Hoa Gạo",
        "superior": "UBND thành phố Hoa Ban",
        "office_name": "Trung tâm Phục vụ hành chính công",
        "address": "Số 1, đường Hoa Gạo",
    }
    assert admin.post("/ward/facts/", typed).status_code == 302
    assert Ward.objects.get(pk=cast.ward.pk).address == "Số 1, đường Hoa Gạo"
    assert "Số 1, đường Hoa Gạo" in read(client.get("/p/hoa-gao/"))
    assert admin.post("/ward/facts/", {**typed, "name": ""}).status_code == 422


@pytest.mark.parametrize("bad", ["", "\x00", "🙂" * 3000, "x' OR 1=1", "31/02/2026"])
@pytest.mark.parametrize("field", ["unit", "role", "title", "starts", "ends"])
def test_odd_input_gets_a_sentence_and_changes_nothing(cast, admin, field, bad):
    before = PositionHeld.objects.count()
    typed = {"unit": str(cast.units["MC"].pk), "role": "counter", "title": "A", "starts": "2026-11-25", field: bad}
    address = f"/ward/people/{cast.people['specialist'].pk}/position/"
    status = admin.post(address, typed).status_code
    fine = (field, bad) in {("title", "x' OR 1=1"), ("title", "31/02/2026"), ("ends", "")}
    assert status == (302 if fine else 422)
    assert PositionHeld.objects.count() == before + fine


def test_the_list_reads_in_few_statements(cast, admin, django_assert_max_num_queries):
    admin.get("/ward/people/")
    with django_assert_max_num_queries(12):
        assert admin.get("/ward/people/").status_code == 200


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_fit_and_are_accessible(cast, page_for, look, width):
    page = page_for(cast.people["admin"], width)
    sen = cast.people["specialist"].pk
    for address in (*PAGES, f"/ward/people/{sen}/", f"/ward/people/{sen}/position/", f"/ward/people/{sen}/leave/"):
        page.goto(address)
        look(page, f"admin{address.replace('/', '-').replace(str(sen), 'sen')}{width}")
