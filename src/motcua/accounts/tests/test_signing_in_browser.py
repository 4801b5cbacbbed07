"""Signing in and one's own page in a real Chromium: axe is quiet, nothing overflows, at two widths."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 360])
def test_from_signing_in_to_ones_own_page(cast, page_for, look, width):
    page = page_for(None, width)
    page.goto("/sign-in/")
    look(page, f"sign-in-{width}")
    page.get_by_label("Tên đăng nhập").fill("specialist")
    page.get_by_label("Mật khẩu").fill("sai rồi")
    page.get_by_role("button", name="Đăng nhập").click()
    look(page, f"sign-in-wrong-{width}")
    page.get_by_label("Tên đăng nhập").fill("specialist")
    page.get_by_label("Mật khẩu").fill("mot-cua-thu-nghiem")
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/desk/**")
    page.goto("/me/")
    look(page, f"me-{width}")
    page.goto("/sign-in/2/totp/activate/")
    look(page, f"again-{width}")
    page.get_by_label("Mật khẩu").fill("mot-cua-thu-nghiem")
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("heading", name="Bật mã xác thực").wait_for()
    look(page, f"totp-{width}")
