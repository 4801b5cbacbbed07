"""The residents' pages as an old resident on a small telephone sees them; no script is needed for anything."""

from datetime import timedelta

import pytest
from django.utils import timezone

from motcua.feedback import actions
from motcua.feedback.models import Case
from motcua.feedback.rules import Ground

from .conftest import at, png

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NOW = at("2026-11-26 10:12")
LIGHT = 150 * 1024  # bytes of a first load, DESIGN.md "The look"
LONG = "Nguyễn Thị Tuyết Ngưỡng phản ánh hố ga trước cửa nhà văn hóa khu phố Hoa Ban bị vỡ nắp từ đầu tháng, " * 2


@pytest.fixture
def moving(monkeypatch):
    """Thursday 26/11/2026, 10:12, five seconds later at every question: nobody fills in a form in no time."""
    asked = iter(range(100_000))
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(seconds=5 * next(asked)))


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "switches", ["lang=vi", "size=larger&contrast=high", "lang=en"], ids=["plain", "large", "english"]
)
def test_a_resident_sends_and_looks(cast, lodged, answered, moving, page_for, look, width, switches):
    shown = answered(photos=(png(640, 480),), subject=LONG[:200])
    actions.publish(
        by=cast["leader"],
        at=at("2026-11-25 12:00"),
        case_id=shown.pk,
        public_subject=LONG[:200],
        public_text="Ba bóng đèn không sáng.",
        public_answer="Đã thay ba bóng đèn.\n\nCảm ơn ông bà.",
        photos=(1,),
    )
    name = f"{switches.replace('=', '-').replace('&', '-')}-{width}"
    page = page_for(width=width)
    loaded = []
    page.on("response", lambda answer: loaded.append(len(answer.body())) if answer.status == 200 else None)
    page.goto(f"/p/hoa-gao/feedback/?{switches}")
    assert sum(loaded) <= LIGHT
    look(page, f"feedback-answers-{name}")
    page.locator("ul.lines a").first.click()
    look(page, f"feedback-published-{name}")
    page.goto("/p/hoa-gao/feedback/new/")
    look(page, f"feedback-which-{name}")
    page.locator("a.btn.main").click()
    page.wait_for_selector("#id_subject")
    look(page, f"feedback-new-{name}")
    page.locator("button[type=submit]").last.click()
    page.wait_for_selector("#problems")
    look(page, f"feedback-wrong-{name}")
    page.locator("#id_category").select_option("drainage")
    page.locator("#id_subject").fill(LONG[:200])
    page.locator("#id_text").fill("Nắp hố ga vỡ.\nTrẻ con hay chạy qua.")
    page.locator("[name=privacy][value=anonymous]").check()
    page.locator("button[type=submit]").last.click()
    page.wait_for_selector(".big-code")
    look(page, f"feedback-receipt-{name}")


def test_what_a_receipt_opens_in_each_state(cast, lodged, accepted, answered, moving, page_for, look):
    late, refused, asked, done = lodged("2026-11-16 09:00"), lodged(), accepted(), answered()
    actions.reject(
        by=cast["clerk"],
        at=at("2026-11-25 09:00"),
        case_id=refused.pk,
        ground=Ground.OUT_OF_SCOPE,
        told="Cột điện này của Công ty Điện lực. Ông bà gọi số ghi trên cột.",
    )
    actions.ask_supplement(by=cast["land"], at=at("2026-11-25 09:00"), case_id=asked.pk, question="Trước số nhà nào?")
    page = page_for(width=360)
    for name, case in (("late", late), ("refused", refused), ("asked", asked), ("answered", done)):
        page.goto(f"/p/hoa-gao/feedback/{case.receipt}/")
        look(page, f"feedback-{name}-360")
    page.locator("summary").first.click()
    page.locator("#id_why").fill("Một bóng vẫn tối.")
    page.locator("details button").first.click()
    page.wait_for_selector(".messages")
    look(page, "feedback-reopened-360")
    assert Case.objects.get(pk=done.pk).reopened == 1
    page.goto("/p/hoa-gao/feedback/find/?code=AAAA-BBBB-CCCC")
    look(page, "feedback-not-found-360")
