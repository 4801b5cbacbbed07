"""The pages of the register: who sees which button, what is asked again, what the desk and a dossier say."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from motcua.dossiers import actions as dossiers
from motcua.dossiers.rules import Applicant, Channel, Intake
from motcua.outages import actions
from motcua.outages.models import Outage
from motcua.outages.rules import System
from motcua.outages.tests.conftest import moment

NOW = moment("2026-11-25 10:12")
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def as_(cast, client_for):
    return lambda who: client_for(cast.people[who])


@pytest.fixture
def dossier(cast, catalogue, papers):
    case = catalogue["marriage"]
    return dossiers.accept(
        by=cast["counter"],
        at=moment("2026-11-23 08:00"),
        intake=Intake(
            case_id=case,
            channel=Channel.DIRECT,
            applicant=Applicant(name="Trần Thị Ngâu", phone="0900000123"),
            papers=papers(case),
        ),
    )


def body(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def test_an_outage_from_the_desk_to_its_end(as_, cast, dossier):
    client = as_("counter")
    assert "/outages/new/" in body(client.get("/desk/"))
    page = body(client.get("/outages/new/"))
    assert 'value="25/11/2026 10:12"' in page
    assert 'value="Phùng Thị Cúc"' in page
    said = {"system": "software", "starts": "2026-11-25T09:10", "seen_by": "Phùng Thị Cúc", "description": "Lỗi 500"}
    file = SimpleUploadedFile("man-hinh.png", PNG)
    answer = client.post("/outages/new/", {**said, "file": file}, follow=True)
    outage = Outage.objects.get()
    assert answer.redirect_chain == [(f"/outages/{outage.pk}/", 302)]
    shown = body(answer)
    assert "đang lỗi" in shown
    assert "1 giờ 2 phút làm việc" in shown
    assert f'href="/dossiers/?outage={outage.pk}"' in shown

    for who in ("specialist", "counter2"):
        assert "Phần mềm một cửa đang lỗi từ 09:10, Phùng Thị Cúc báo." in body(as_(who).get("/desk/"))
    at_dossier = body(as_("specialist").get(f"/dossiers/{dossier.code}/"))
    assert "Sự cố đã chạm hồ sơ này" in at_dossier
    assert "chạm 1 giờ 2 phút làm việc" in at_dossier
    assert dossier.code in body(as_("specialist").get(f"/dossiers/?outage={outage.pk}"))

    client.post(f"/outages/{outage.pk}/end/", {"ends": "2026-11-25T10:12"})
    outage.refresh_from_db()
    assert outage.ends == NOW
    assert "đang lỗi" not in body(client.get("/desk/"))
    assert dossier.code in body(as_("specialist").get(f"/dossiers/?outage={outage.pk}"))
    evidence = client.get(f"/outages/{outage.pk}/evidence/{outage.evidence.get().pk}/")
    assert evidence.content == PNG
    assert evidence["Content-Disposition"].startswith("attachment")


def test_the_list_of_a_number_does_not_stay(as_, cast, dossier):
    client = as_("counter")
    nothing = body(client.get("/dossiers/?outage=00000000-0000-7000-8000-000000000000"))
    assert dossier.code not in nothing
    assert dossier.code in body(client.get("/dossiers/"))


def test_what_is_wrong_is_said_beside_its_field(as_, told):
    client = as_("counter")
    answer = client.post("/outages/new/", {"system": "", "starts": "hôm qua"})
    assert answer.status_code == 422
    assert "Không đọc được giờ này. Viết như 28/11/2026 09:10." in body(answer)
    answer = client.post("/outages/new/", {"system": "software", "starts": "2026-11-25T11:00"})
    assert answer.status_code == 409
    assert "Sự cố chưa bắt đầu thì chưa ghi được." in body(answer)
    told.report()
    answer = client.post("/outages/new/", {"system": "software", "starts": "2026-11-25T09:00", "kinds": ["step"]})
    assert answer.status_code == 409
    assert "Không cần báo lại" in body(answer)
    assert '<details class="further" open>' in body(answer)
    assert Outage.objects.count() == 1


def test_a_correction_and_a_withdrawal_on_the_screen(as_, told, cast):
    outage = told.end(told.report(), ends="2026-11-25 10:00", when="2026-11-25 10:05")
    client = as_("leader")
    address = f"/outages/{outage.pk}/correct/"
    form = body(client.get(address))
    assert 'value="25/11/2026 09:10"' in form
    said = {"system": "network", "starts": "2026-11-25T09:00", "ends": "2026-11-25T10:00", "seen": "1"}
    assert client.post(address, said).status_code == 422
    assert client.post(address, {**said, "reason": "là mạng"}).status_code == 302
    shown = body(client.get(f"/outages/{outage.pk}/"))
    assert "Bản 1" in shown
    assert "Đinh Văn Lim sửa" in shown
    late = client.post(address, {**said, "starts": "2026-11-25T08:00", "reason": "x"})
    assert late.status_code == 409
    assert "vừa được người khác đính chính" in body(late)
    client.post(f"/outages/{outage.pk}/withdraw/", {"reason": "nhầm phường"})
    shown = body(client.get(f"/outages/{outage.pk}/"))
    assert "nhầm phường" in shown
    assert "/end/" not in shown
    register = body(client.get("/outages/"))
    assert "Chưa ghi sự cố nào." in register
    assert f"/outages/{outage.pk}/" in body(client.get("/outages/?state=withdrawn"))


def test_who_sees_which_button(as_, told):
    outage = told.report()
    address = f"/outages/{outage.pk}/"
    for who, buttons in {
        "counter": ("end/", "correct/", "withdraw/", "attach_evidence/"),
        "specialist": ("attach_evidence/",),
        "supervisor": (),
    }.items():
        shown = body(as_(who).get(address))
        for one in ("end/", "correct/", "withdraw/", "attach_evidence/"):
            assert (f'"{address}{one}"' in shown) is (one in buttons), (who, one)
    assert as_("supervisor").get("/outages/").status_code == 200
    assert as_("supervisor").get("/outages/new/").status_code == 403
    assert as_("specialist").post(f"{address}end/", {"ends": "2026-11-25T10:00"}).status_code == 403


def test_paper_says_what_the_page_says(as_, told):
    told.promise()
    outage = told.end(told.report(evidence=("a.png", PNG)), ends="2026-11-25 10:00", when="2026-11-25 10:05")
    paper = body(as_("supervisor").get(f"/outages/{outage.pk}/print/"))
    assert outage.evidence.get().file.digest in paper
    assert "Sự cố số 1/2026: Phần mềm một cửa" in paper
    assert "Trích sổ sự cố" in paper


def test_pages_read_in_few_statements(as_, told, many, django_assert_max_num_queries):
    many(50)
    outage = told.end(told.report(), ends="2026-11-25 10:00", when="2026-11-25 10:05")
    client = as_("counter")
    client.get("/outages/")
    for address, most in (("/outages/", 11), (f"/outages/{outage.pk}/", 14)):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_in_a_browser(cast, told, page_for, look, width):
    for _ in range(3):
        told.promise(made="2026-11-23 08:00")
    actions.report(
        by=cast["specialist"],
        at=NOW - timedelta(minutes=5),
        stated=told.stated(
            "2026-11-23 08:00", "2026-11-23 10:15", system=System.OTHER, other="Trang tra cứu " + "dữ liệu " * 13
        ),
        description="Không tra cứu được. " * 20,
        ticket="YC-2026-11-25-0001187",
    )
    page = page_for(cast.people["counter"], width)
    page.goto("/outages/new/")
    look(page, f"outage-new-{width}")
    page.get_by_label("Hệ thống nào lỗi").select_option("software")
    page.get_by_label("Lỗi từ lúc").fill("2026-11-25T09:10")
    page.get_by_label("Thấy gì").fill("Không mở được trang tiếp nhận.")
    page.get_by_role("button", name="Báo sự cố").click()
    page.wait_for_url("**/outages/*/")
    look(page, f"outage-open-{width}")
    page.goto("/desk/")
    look(page, f"outage-desk-{width}")
    page.goto("/outages/")
    look(page, f"outage-register-{width}")
    page.get_by_role("link", name="Phần mềm một cửa").click()
    page.get_by_role("link", name="Đính chính…").click()
    look(page, f"outage-correct-{width}")
    page.get_by_label("Lỗi từ lúc").fill("2026-11-25T09:00")
    page.get_by_role("button", name="Ghi bản đính chính").click()
    look(page, f"outage-correct-wrong-{width}")
    page.get_by_label("Vì sao sửa").fill("Xem lại nhật ký máy chủ thấy lỗi từ 9 giờ")
    page.get_by_role("button", name="Ghi bản đính chính").click()
    page.get_by_role("link", name="Ghi hết sự cố").click()
    look(page, f"outage-end-{width}")
    page.get_by_role("button", name="Ghi hết sự cố").click()
    look(page, f"outage-page-{width}")
    page.get_by_role("link", name="In làm chứng").click()
    look(page, f"outage-print-{width}")
    page.goto("/outages/?state=withdrawn")
    look(page, f"outage-none-{width}")
