"""The pages of lateness in a real Chromium: long names, many hands, both widths; axe, no overflow, no shift."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from motcua.dossiers import actions, jobs
from motcua.dossiers.models import Dossier, Mark
from motcua.dossiers.rules import Applicant, Cause

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NOW = datetime(2026, 11, 26, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
LONG = "Công ty trách nhiệm hữu hạn một thành viên thương mại dịch vụ " * 4


@pytest.fixture
def late_ward(play, at, monkeypatch):
    """One dossier for each hand an apology waits for, one of them past its new appointment."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    made = {}
    for n, name in enumerate(("drafted", "proposed", "approved", "second")):
        who = Applicant(name=(LONG if name == "drafted" else f"Trần Thị Ngâu {n}")[:200], phone="0900000123")
        dossier = play.accepted(when=f"2026-11-12 09:1{n}", applicant=who)
        actions.advance(by=play.cast["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk)
        made[name] = dossier
    for name in ("proposed", "approved", "second"):
        actions.request_extension(
            by=play.cast["specialist"],
            at=at("2026-11-17 09:00"),
            dossier_id=made[name].pk,
            reason="Nơi cư trú cũ chưa trả lời xác minh tình trạng hôn nhân " * (4 if name == "proposed" else 1),
            cause=Cause.COORDINATION,
            new_due=at("2026-11-25 17:00" if name == "second" else "2026-11-27 17:00"),
        )
    for name in ("approved", "second"):
        actions.approve_extension(by=play.cast["leader"], at=at("2026-11-17 10:00"), dossier_id=made[name].pk)
    jobs.draft_apologies(timestamp=int(at("2026-11-20 00:00").timestamp()))
    jobs.escalate_second(timestamp=int(at("2026-11-26 00:00").timestamp()))
    return made


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_of_lateness_holds_what_every_screen_promises(play, at, late_ward, page_for, look, width):
    page = page_for(play.cast.people["leader"], width)
    page.goto("/dossiers/unapologised/")
    expect(page.locator("tbody tr")).to_have_count(4)
    look(page, f"unapologised-{width}")
    for address, name in (
        ("/dossiers/accountability/", "accountability"),
        (f"/dossiers/{late_ward['drafted'].code}/", "drafted-dossier"),
        (f"/dossiers/{late_ward['second'].code}/", "second-dossier"),
        (f"/dossiers/{late_ward['proposed'].code}/approve_extension/", "approve"),
        ("/desk/apologies/", "apologies-inline"),
        ("/desk/ward/", "ward-unsaid"),
    ):
        page.goto(address)
        look(page, f"{name}-{width}")
    officer = page_for(play.cast.people["specialist"], width)
    officer.goto(f"/dossiers/{late_ward['drafted'].code}/give_reason/")
    look(officer, f"give-reason-{width}")
    chairman = page_for(play.cast.people["chairman"], width)
    chairman.goto(f"/dossiers/{late_ward['second'].code}/decide_escalation/")
    look(chairman, f"decide-{width}")
    chairman.goto(f"/dossiers/accountability/{Mark.objects.filter(kind='second').get().pk}/")
    look(chairman, f"mark-{width}")
    resident = page_for(None, width)
    resident.goto("/lookup/")
    resident.locator("#id_code").fill(late_ward["drafted"].code)
    resident.locator("#id_tail").fill("0123")
    resident.get_by_role("button", name="Tra cứu").click()
    expect(resident.get_by_text("chưa có thư xin lỗi")).to_be_visible()
    look(resident, f"resident-late-{width}")


def test_from_the_draft_to_the_proof_by_keyboard_and_the_page_empties(play, at, late_ward, page_for, look):
    code = late_ward["drafted"].code
    officer = page_for(play.cast.people["specialist"])
    officer.goto("/dossiers/unapologised/?debt=reason")
    officer.get_by_role("link", name=f"Ghi lý do {code}").focus()
    officer.keyboard.press("Enter")
    officer.locator("#id_cause").select_option("workload")
    officer.locator("#id_reason").fill("Hồ sơ dồn sau kỳ nghỉ")
    officer.locator("#id_reason").press("Control+Enter")
    expect(officer.get_by_text("Đã ghi lý do, chờ lãnh đạo duyệt.")).to_be_visible()
    leader = page_for(play.cast.people["leader"])
    leader.goto("/desk/apologies/")
    row = leader.locator("tr", has_text="Hồ sơ dồn sau kỳ nghỉ")
    row.get_by_text("Sửa trước khi ký").click()
    row.get_by_label("Lý do, in trên phiếu").fill("Hồ sơ dồn sau kỳ nghỉ, phường đã thêm người")
    row.get_by_role("checkbox").check()
    leader.get_by_role("button", name="Ký 1 phiếu xin lỗi").click()
    expect(leader.get_by_text("Đã ký phiếu xin lỗi cho 1 hồ sơ")).to_be_visible()
    letter = Dossier.objects.get(code=code).extensions.get()
    assert (letter.status, letter.reason) == ("approved", "Hồ sơ dồn sau kỳ nghỉ, phường đã thêm người")
    for dossier in (late_ward["drafted"], late_ward["approved"], late_ward["second"]):
        actions.send_apology(by=play.cast.system, at=NOW, dossier_id=dossier.pk, way="SMS", proof="mã 1")
    actions.approve_extension(by=play.cast["leader"], at=NOW, dossier_id=late_ward["proposed"].pk)
    actions.send_apology(by=play.cast.system, at=NOW, dossier_id=late_ward["proposed"].pk, way="SMS", proof="mã 2")
    leader.goto("/dossiers/unapologised/")
    expect(leader.get_by_text("Không ai bị trễ hẹn mà chưa được xin lỗi")).to_be_visible()
    look(leader, "unapologised-empty")
