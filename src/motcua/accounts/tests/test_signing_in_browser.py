"""Signing in and one's own page in a real Chromium: axe is quiet, nothing overflows, at two widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def quiet(page, width):
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 360])
def test_from_signing_in_to_ones_own_page(cast, page_for, keep, width):
    page = page_for(None, width)
    page.goto("/sign-in/")
    keep(page, f"sign-in-{width}")
    quiet(page, width)
    page.get_by_label("Tên đăng nhập").fill("specialist")
    page.get_by_label("Mật khẩu").fill("sai rồi")
    page.get_by_role("button", name="Đăng nhập").click()
    keep(page, f"sign-in-wrong-{width}")
    quiet(page, width)
    page.get_by_label("Tên đăng nhập").fill("specialist")
    page.get_by_label("Mật khẩu").fill("mot-cua-thu-nghiem")
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/desk/**")
    page.goto("/me/")
    keep(page, f"me-{width}")
    quiet(page, width)
    page.goto("/sign-in/2/totp/activate/")
    keep(page, f"again-{width}")
    quiet(page, width)
    page.get_by_label("Mật khẩu").fill("mot-cua-thu-nghiem")
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("heading", name="Bật mã xác thực").wait_for()
    keep(page, f"totp-{width}")
    quiet(page, width)
