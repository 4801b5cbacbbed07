"""The portal as an old resident on a small phone sees it: axe, no overflow, light pages, no script needed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped")]

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)
LIGHT = 150 * 1024  # bytes of a first load, DESIGN.md "The look"


@pytest.fixture
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def late(cast, catalogue, papers):
    """A dossier that is late, with its apology signed."""
    case = catalogue["marriage"]
    who = Applicant(name="Nguyễn Thị Tuyết Ngưỡng", phone="0900000456", sex="Nữ")
    dossier = actions.accept(
        by=cast["counter"],
        at=datetime(2026, 11, 12, 9, tzinfo=ZONE),
        intake=Intake(case_id=case, channel=Channel.DIRECT, applicant=who, papers=papers(case)),
    )
    actions.advance(by=cast["counter"], at=datetime(2026, 11, 12, 10, tzinfo=ZONE), dossier_id=dossier.pk)
    actions.propose_extension(
        by=cast["specialist"],
        at=datetime(2026, 11, 18, 9, tzinfo=ZONE),
        dossier_id=dossier.pk,
        reason="Nơi cư trú cũ trả lời chậm",
        cause=Cause.COORDINATION,
        new_due=datetime(2026, 11, 27, 17, tzinfo=ZONE),
    )
    actions.approve_extension(by=cast["leader"], at=datetime(2026, 11, 18, 10, tzinfo=ZONE), dossier_id=dossier.pk)
    return dossier


def quiet(page):
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("switches", ["", "size=larger&contrast=high", "lang=en"], ids=["plain", "large", "english"])
def test_a_resident_asks_and_is_answered(late, page_for, keep, width, switches):
    page = page_for(width=width)
    loaded = []
    page.on("response", lambda answer: loaded.append(len(answer.body())) if answer.status == 200 else None)
    page.goto(f"/lookup/?code={late.code}&{switches}")
    assert sum(loaded) <= LIGHT
    name = switches.partition("=")[0] or "plain"
    keep(page, f"lookup-{name}-{width}")
    quiet(page)
    page.locator("#id_tail").fill("0456")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    keep(page, f"answer-{name}-{width}")
    quiet(page)
    page.locator("summary").click()
    page.wait_for_selector(".strip")
    keep(page, f"answer-why-{name}-{width}")
    quiet(page)
    page.goto("/p/hoa-gao/")
    keep(page, f"office-{name}-{width}")
    quiet(page)
    page.goto("/p/hoa-gao/procedures/")
    keep(page, f"procedures-{name}-{width}")
    quiet(page)
    page.goto("/p/hoa-gao/procedures/1.012753/")
    keep(page, f"procedure-{name}-{width}")
    quiet(page)


def test_a_wrong_number_and_a_missing_page_are_calm(late, page_for, keep):
    page = page_for(width=360)
    page.goto(f"/lookup/?code={late.code}")
    page.locator("#id_tail").fill("9999")
    page.keyboard.press("Enter")
    page.wait_for_selector(".note")
    keep(page, "lookup-wrong-360")
    quiet(page)
    page.goto("/p/khong-co/")
    keep(page, "missing-360")
    quiet(page)
