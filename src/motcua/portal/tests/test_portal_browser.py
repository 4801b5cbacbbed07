"""The portal as an old resident on a small phone sees it: axe, no overflow, light pages, no script needed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
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


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("switches", ["", "size=larger&contrast=high", "lang=en"], ids=["plain", "large", "english"])
def test_a_resident_asks_and_is_answered(late, page_for, look, width, switches):
    page = page_for(width=width)
    loaded = []
    page.on("response", lambda answer: loaded.append(len(answer.body())) if answer.status == 200 else None)
    page.goto(f"/lookup/?code={late.code}&{switches}")
    assert sum(loaded) <= LIGHT
    name = switches.partition("=")[0] or "plain"
    look(page, f"lookup-{name}-{width}")
    page.locator("#id_tail").fill("0456")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    look(page, f"answer-{name}-{width}")
    page.locator("summary").click()
    page.wait_for_selector(".strip")
    look(page, f"answer-why-{name}-{width}")
    page.goto("/p/hoa-gao/")
    look(page, f"office-{name}-{width}")
    page.goto("/p/hoa-gao/procedures/")
    look(page, f"procedures-{name}-{width}")
    page.goto("/p/hoa-gao/procedures/1.012753/")
    look(page, f"procedure-{name}-{width}")


def test_a_wrong_number_and_a_missing_page_are_calm(late, page_for, look):
    page = page_for(width=360)
    page.goto(f"/lookup/?code={late.code}")
    page.locator("#id_tail").fill("9999")
    page.keyboard.press("Enter")
    page.wait_for_selector(".note")
    look(page, "lookup-wrong-360")
    page.goto("/p/khong-co/")
    look(page, "missing-360")
