"""A dossier of each outcome goes through a real Chromium, by keyboard where an officer would; axe at two widths."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake, PayWay, Status

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped")]

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
CARD = "000190000123||TRẦN THỊ NGÂU|07031990|Nữ|Số 8, ngõ Hoa Giấy, phường Hoa Gạo|15082021"


@pytest.fixture
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def fill(page, procedure="ket hon"):
    """What an officer does: the scanner types the card, a phone, three letters, all papers."""
    expect(page.locator("#id_scan")).to_be_focused()
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")
    expect(page.locator("#id_name")).to_have_value("Trần Thị Ngâu")
    expect(page.locator("#id_phone")).to_be_focused()
    page.keyboard.type("0900000123")
    page.keyboard.press("Enter")
    page.locator("#id_q").focus()
    page.keyboard.type(procedure)
    expect(page.locator("#options-list")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#promised")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_dossier_is_accepted_and_walks_to_the_applicants_hands(cast, catalogue, page_for, look, width):
    page = page_for(cast.people["counter"], width)
    wrong = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto("/dossiers/new/")
    look(page, f"intake-empty-{width}")
    fill(page)
    look(page, f"intake-filled-{width}")
    expect(page.locator("#id_all")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("F9")
    expect(page.locator("h1")).to_have_text("Đã tiếp nhận")
    look(page, f"received-{width}")
    code = Dossier.objects.get().code
    acts = [
        ("counter", "advance", {}),
        ("specialist", "advance", {"note": "Hồ sơ đủ, đúng"}),
        ("leader", "advance", {}),
        ("clerk", "advance", {"result": "Giấy chứng nhận kết hôn", "number": "12/2026", "signer": "Đinh Văn Lim"}),
        ("counter2", "return_result", {"receiver": "Trần Thị Ngâu"}),
    ]
    for who, verb, typed in acts:
        page = page_for(cast.people[who], width)
        page.goto(f"/dossiers/{code}/")
        look(page, f"page-{who}-{width}")
        page.goto(f"/dossiers/{code}/{verb}/")
        for name, value in typed.items():
            if page.locator(f"[name={name}]").count():
                page.locator(f"[name={name}]").fill(value)
        look(page, f"verb-{verb}-{who}-{width}")
        page.locator("button.main[type=submit]").click()
        page.wait_for_url(f"**/dossiers/{code}/")
    look(page, f"page-returned-{width}")
    assert Dossier.objects.get().status == Status.RETURNED
    assert wrong == []


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    ("key", "question", "status"),
    [("F8", "Bản chụp mờ, không đọc được", Status.AWAITING), ("F2", "Không thuộc thẩm quyền", Status.TURNED_AWAY)],
)
def test_the_two_other_outcomes_ask_one_question(cast, catalogue, page_for, look, width, key, question, status):
    page = page_for(cast.people["counter"], width)
    page.goto("/dossiers/new/")
    fill(page)
    page.keyboard.press(key)
    reason = page.locator(".question [name=reason]")
    reason.fill(question)
    look(page, f"intake-{key}-{width}")
    page.keyboard.press(key)
    page.wait_for_url("**/received/")
    look(page, f"received-{key}-{width}")
    assert Dossier.objects.get().status == status


def test_what_was_typed_survives_a_mistake_and_a_reload(cast, catalogue, page_for, look):
    page = page_for(cast.people["counter"])
    page.goto("/dossiers/new/")
    fill(page)
    page.locator("#id_phone").fill("090000012")
    page.keyboard.press("F9")
    expect(page.locator("#wrong")).to_be_visible()
    expect(page.locator("#id_name")).to_have_value("Trần Thị Ngâu")
    look(page, "intake-wrong-1280")
    page.goto("/dossiers/new/")
    expect(page.locator("#id_name")).to_have_value("Trần Thị Ngâu")
    assert not Dossier.objects.exists()
    # the next person's card and procedure replace what the draft kept, they do not join it
    expect(page.locator("#id_scan")).to_be_focused()
    page.keyboard.type("000190000124||TỐNG VĂN BÍ|01021980|Nam|Số 9, ngõ Hoa Giấy|15082021")
    page.keyboard.press("Enter")
    expect(page.locator("#id_name")).to_have_value("Tống Văn Bí")
    page.locator("#id_q").focus()
    page.keyboard.type("khai sinh")
    expect(page.locator("#id_q")).to_have_value("khai sinh")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_promise_that_paused_and_broke_reads_at_every_width(play, at, page_for, look, width):
    late, long = play.walked("work"), play.accepted("land")
    who = {"by": play.cast["specialist"], "dossier_id": late.pk}
    actions.ask_supplement(**who, at=at("2026-11-16 14:00"), items=("Trích lục",), reason="Thiếu bản chính")
    actions.complete_supplement(by=play.cast["counter"], at=at("2026-11-18 14:00"), dossier_id=late.pk)
    reason = "Chờ phường Hoa Ban trả lời xác minh"
    new_due, cause = at("2026-11-26 17:00"), Cause.COORDINATION
    actions.request_extension(**who, at=at("2026-11-25 09:00"), reason=reason, cause=cause, new_due=new_due)
    page = page_for(play.cast.people["leader"], width)
    for address in (f"/dossiers/{late.code}/", f"/dossiers/{late.code}/approve_extension/", f"/dossiers/{long.code}/"):
        page.goto(address)
        look(page, f"late-{address.split('/')[3] or address.split('/')[2]}-{width}")


@pytest.mark.parametrize("width", [1280, 360])
def test_lists_are_read_at_every_width(cast, catalogue, papers, page_for, look, width):
    page = page_for(cast.people["counter"], width)
    for address, name in (("/dossiers/", "list"), ("/dossiers/register/", "register")):
        page.goto(address)
        look(page, f"{name}-empty-{width}")
    for n in range(30):
        case = catalogue[("marriage", "land", "birth")[n % 3]]
        who = Applicant(name=f"Nguyễn Thị Tuyết Ngưỡng Thứ {n}", phone="0900000001")
        intake = Intake(case_id=case, channel=Channel.DIRECT, applicant=who, papers=papers(case), exemption="Hộ nghèo")
        actions.accept(by=cast["counter"], at=NOW, intake=intake)
    for address, name in (("/dossiers/", "list"), ("/dossiers/register/", "register"), ("/dossiers/?q=zzzz", "none")):
        page.goto(address)
        look(page, f"{name}-{width}")


@pytest.mark.parametrize("width", [1280, 360])
def test_several_payments_are_read_chosen_and_taken(play, at, page_for, look, width):
    dossier = play.accepted("land")
    who = {"by": play.cast["land"], "dossier_id": dossier.pk}
    actions.advance(by=play.cast["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk)
    asked = ("Thuế thu nhập cá nhân, Thông báo 118/TB-CCT", "Lệ phí trước bạ", "Phí thẩm định")
    for n, reason in enumerate(asked):
        actions.require_payment(**who, at=at(f"2026-11-16 1{n}:00"), amount=Decimal(1250000 + n), reason=reason)
    fee, tax, levy, survey = dossier.payments.all()
    actions.take_payment(
        by=play.cast["counter"],
        at=at("2026-11-17 09:00"),
        dossier_id=dossier.pk,
        payments=(fee.pk, tax.pk),
        receipt="0000017",
        way=PayWay.TRANSFER,
    )
    actions.cancel_payment(**who, at=at("2026-11-17 10:00"), payment_id=survey.pk, reason="Được miễn theo nghị quyết")
    actions.require_payment(**who, at=at("2026-11-17 11:00"), amount=Decimal(30000), reason="Phí sao lục")
    pages = {"page": "", "require": "require_payment/", "cancel": "cancel_payment/", "take": "take_payment/"}
    for name, verb in pages.items():
        page = page_for(play.cast.people["counter" if name == "take" else "land"], width)
        page.goto(f"/dossiers/{dossier.code}/{verb}")
        look(page, f"payments-{name}-{width}")
    page.get_by_label("Phí sao lục").uncheck()
    page.get_by_label("Số biên lai").fill("0000018")
    page.get_by_label("Cách nộp").select_option("cash")
    page.get_by_role("button", name="Ghi đã thu").click()
    page.wait_for_url(f"**/dossiers/{dossier.code}/")
    levy.refresh_from_db()
    assert (levy.receipt, levy.way) == ("0000018", "cash")
    assert Dossier.objects.get().money == "due"
    look(page, f"payments-after-{width}")
