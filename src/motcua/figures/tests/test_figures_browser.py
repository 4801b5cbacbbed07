"""The report in a real Chromium: a number opens its list beside it, Esc closes it, nothing overflows, axe is quiet."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from motcua.figures import actions
from motcua.figures.tests.lives import at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped")]

NOW = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
ADDRESS = "/figures/?first=2026-11-01&last=2026-11-30"


@pytest.fixture
def stopped(monkeypatch):
    """Friday 20/11/2026, 12:00."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.mark.parametrize("width", [1280, 360])
def test_a_number_opens_its_list_and_escape_closes_it(lives, page_for, look, width):
    page = page_for(lives.cast.people["director"], width)
    wrong = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(ADDRESS)
    look(page, f"figures-{width}")
    number = page.locator(".fig .tot a.figure").first
    said = number.inner_text()
    number.click()
    title = page.locator("#drill-title")
    expect(title).to_have_text(f"{said} hồ sơ tiếp nhận, kể cả từ kỳ trước")
    assert page.locator(".drill tbody tr").count() == int(said)
    look(page, f"figures-open-{width}")
    page.keyboard.press("Escape")
    expect(title).to_have_count(0)
    assert page.evaluate("document.activeElement.innerText") == said
    assert wrong == []


@pytest.mark.parametrize("width", [1280, 360])
def test_closing_is_asked_once_and_later_movement_is_told(lives, page_for, look, width):
    page = page_for(lives.cast.people["director"], width)
    page.goto(ADDRESS)
    page.get_by_role("link", name="Khóa sổ…").click()
    look(page, f"figures-close-{width}")
    page.get_by_role("button", name="Khóa sổ").click()
    expect(page.get_by_text("Từ đó đến nay không số nào thay đổi.")).to_be_visible()
    look(page, f"figures-closed-{width}")
    page.goto("/figures/closed/")
    look(page, f"figures-closed-list-{width}")


def test_a_whole_list_and_an_odd_period_are_pages_too(lives, page_for, look):
    page = page_for(lives.cast.people["supervisor"], 360)
    page.goto("/figures/list/?first=2026-11-01&last=2026-11-30&figure=received&all=1")
    look(page, "figures-list-360")
    page.goto("/figures/?first=2026-11-30&last=2026-11-01")
    look(page, "figures-odd-360")
    expect(page.locator("#problems")).to_be_visible()


def test_closed_reports_name_what_moved(lives, client_for):
    kept = actions.close_report(
        by=lives.cast["director"],
        at=at("2026-11-19 12:00"),
        from_=at("2026-11-01 00:00").date(),
        to=at("2026-11-30 00:00").date(),
        as_of=at("2026-11-10 12:00"),
        group="field",
    )
    page = client_for(lives.cast.people["counter"]).get(f"/figures/closed/{kept.pk}/")
    assert "không số nào thay đổi" in page.content.decode()
