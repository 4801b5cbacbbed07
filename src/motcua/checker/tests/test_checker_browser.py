"""The page in a real browser, at both widths."""

import pytest
from playwright.sync_api import expect

from motcua.checker.tests.test_page import AN_THANG

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_clerk_pastes_a_report_and_follows_a_figure(page_for, look, width):
    page = page_for(None, width)
    page.goto("/check/")
    look(page, f"checker-empty-{width}")
    page.get_by_label("Dán báo cáo vào đây").fill(AN_THANG)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 trong 7 phép kiểm không khớp.")).to_be_visible()
    look(page, f"checker-found-{width}")
    page.locator(".statement").get_by_role("link", name="56", exact=True).click()
    expect(page.locator("#check-1")).to_be_in_viewport()
    page.get_by_role("button", name="Bản in gửi nơi viết báo cáo").click()
    expect(page.get_by_text("Note on figures")).to_be_visible()
    look(page, f"checker-note-{width}")
