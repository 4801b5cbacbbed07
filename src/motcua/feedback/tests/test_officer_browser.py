"""The officers' pages in a real browser: wide and narrow, long words, empty and late, by keyboard."""

import pytest
from django.utils import timezone

from motcua.feedback import actions
from motcua.feedback.rules import Privacy

from .conftest import at, png

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped")]

NOW = at("2026-11-26 10:12")
LONG = "Nguyễn Thị Tuyết Ngưỡng phản ánh hố ga trước cửa nhà văn hóa khu phố Hoa Ban bị vỡ nắp từ đầu tháng, " * 2


@pytest.fixture
def stopped(monkeypatch):
    """Thursday 26/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.mark.parametrize("width", [1280, 360])
def test_the_queue_and_a_case(cast, lodged, accepted, answered, page_for, look, width):
    page = page_for(cast.people["leader"], width=width)
    page.goto("/feedback/")
    look(page, f"feedback-queue-empty-{width}")
    lodged("2026-11-16 09:00", subject=LONG[:200], place=LONG[:200])
    main = accepted(photos=(png(640, 480), png(48, 64)))
    again_sent = lodged("2026-11-25 15:00", privacy=Privacy.HIDDEN)
    shown = answered()
    actions.publish(
        by=cast["leader"],
        at=at("2026-11-25 12:00"),
        case_id=shown.pk,
        public_subject="Đèn",
        public_text="Đèn hỏng.",
        public_answer="Đã thay.",
    )
    actions.rate(by=cast.system, at=at("2026-11-25 13:00"), case_id=shown.pk, liked=True)
    page.goto("/feedback/?all=1")
    look(page, f"feedback-queue-{width}")
    for name, case in (("new", again_sent), ("handling", main), ("published", shown)):
        page.goto(f"/feedback/{case.code}/")
        look(page, f"feedback-case-{name}-{width}")
    page.goto(f"/feedback/{again_sent.code}/see_sender/")
    look(page, f"feedback-see-{width}")
    page.locator("#id_why").fill("Gọi hỏi chỗ hỏng")
    page.keyboard.press("Enter")
    page.get_by_text("0900000123").wait_for()
    look(page, f"feedback-seen-{width}")
    page.goto("/feedback/indicators/")
    look(page, f"feedback-indicators-{width}")
    page.goto("/feedback/indicators/list/?figure=all")
    look(page, f"feedback-counted-{width}")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_forms(cast, lodged, accepted, answered, page_for, look, width):
    new, handling, done = lodged(), accepted(photos=(png(640, 480),)), answered(text="Gọi tôi 0900 000 123, đèn hỏng.")
    actions.answer(by=cast["land"], at=at("2026-11-25 09:00"), case_id=handling.pk, text="Sẽ thay đèn.")
    page = page_for(cast.people["leader"], width=width)
    forms = [(new, v) for v in ("accept", "reject", "ask_supplement", "assign", "merge", "route", "forward")]
    forms += [(handling, v) for v in ("answer", "approve", "send_back")] + [(done, v) for v in ("publish", "withhold")]
    for case, verb in forms:
        page.goto(f"/feedback/{case.code}/{verb}/")
        look(page, f"feedback-{verb}-{width}")
    page.goto("/feedback/new/")
    look(page, f"feedback-write-{width}")
    page.locator("button.main").click()
    page.wait_for_selector("#problems")
    look(page, f"feedback-write-wrong-{width}")


def test_an_answer_from_the_counter_to_everybody_by_keyboard(cast, page_for, look):
    page = page_for(cast.people["counter"])
    page.goto("/feedback/new/")
    page.locator("#id_category").select_option("rubbish")
    page.locator("#id_subject").fill("Rác chưa lấy")
    page.locator("#id_text").fill("Ba ngày chưa lấy rác.")
    page.locator("[name=privacy][value=anonymous]").check()
    assert not page.locator("#id_name").is_visible()
    page.locator("#id_text").press("Control+Enter")
    page.wait_for_selector(".big-code")
    look(page, "feedback-received-1280")
    page.get_by_text("Mở phản ánh").press("Enter")
    page.get_by_text("Tiếp nhận…").press("Enter")
    page.locator("#id_to").select_option(f"{cast.units['KT'].pk}:{cast.people['land'].pk}")
    page.locator("#id_to").press("Control+Enter")
    page.get_by_text("Đã tiếp nhận.").wait_for()
    look(page, "feedback-accepted-1280")
