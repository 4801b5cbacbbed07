"""The page in a real browser, at both widths."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from motcua.checker import actions
from motcua.checker.tests.test_page import AN_THANG

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = ("Báo cáo kết quả giải quyết thủ tục hành chính quý " * 5)[:200].strip()
CELL = "bo-phan-tiep-nhan-va-tra-ket-qua"
WIDE = f"| {CELL} | {CELL} | {CELL} |\n|---|---|---|\n| Tổ một | 12 | 14 |\n| dong-cuoi-cung | 9 | 8 |\n"
UNBROKEN = f"{'bao-cao-' * 24}.txt"


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


@pytest.mark.parametrize("width", [360, 1280])
def test_a_long_report_is_read_by_keyboard_and_printed_whole(page_for, look, width):
    page = page_for(None, width)
    page.goto("/check/")
    page.get_by_label("Dán báo cáo vào đây").fill("Báo cáo này không có số liệu nào.\n" * 120 + WIDE)
    page.get_by_role("button", name="Kiểm", exact=True).click()
    read = page.get_by_role("region", name="Báo cáo, từng số đã đọc")
    read.focus()
    page.keyboard.press("End")
    expect(read.get_by_text("dong-cuoi-cung").last).to_be_in_viewport()
    look(page, f"checker-long-{width}")
    page.get_by_role("button", name="Bản in gửi nơi viết báo cáo").click()
    expect(page.get_by_text("Note on figures")).to_be_visible()
    assert page.locator(".statement").evaluate("it => it.scrollHeight <= it.clientHeight + 1")
    look(page, f"checker-long-note-{width}")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_superior_brings_forty_reports_and_keeps_one(cast, page_for, look, width):
    page = page_for(cast.people["chairman"], width)
    page.goto("/check/")
    look(page, f"checker-officer-{width}")
    files = [{"name": f"phuong-{n:02}.txt", "mimeType": "text/plain", "buffer": b"12 ho so"} for n in range(37)]
    files.insert(3, {"name": UNBROKEN, "mimeType": "text/plain", "buffer": AN_THANG.encode()})
    files.insert(9, {"name": f"{LONG[:90]}.docx", "mimeType": "application/zip", "buffer": b"PK\x03\x04broken"})
    files.append({"name": "phuong-hoa-ban.txt", "mimeType": "text/plain", "buffer": f"{AN_THANG} Hết.".encode()})
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Chọn tệp…").click()
    chooser.value.set_files(files)
    look(page, f"checker-chosen-{width}")
    page.get_by_role("button", name="Kiểm", exact=True).click()
    expect(page.get_by_role("heading", name="40 tệp: 2 có số không khớp, 1 không đọc được.")).to_be_visible()
    look(page, f"checker-forty-{width}")
    page.get_by_role("link", name="phuong-hoa-ban.txt").click()
    last = page.locator("details.file").last
    expect(last.get_by_text("1.226 + 2 + 56 = 1.284")).to_be_visible()
    look(page, f"checker-forty-open-{width}")
    last.get_by_role("button", name="Xem cả bài này").click()
    page.get_by_text("Giữ lại lần kiểm này").click()
    expect(page.get_by_label("Tiêu đề")).to_have_value("phuong-hoa-ban.txt")
    page.get_by_label("Nơi viết báo cáo").fill("Phường Hoa Ban")
    look(page, f"checker-keeping-{width}")
    page.get_by_role("button", name="Giữ lại", exact=True).click()
    expect(page.get_by_text("Đã giữ lại lần kiểm này.")).to_be_visible()
    look(page, f"checker-kept-one-{width}")
    page.get_by_role("link", name="Bỏ…").click()
    look(page, f"checker-discard-{width}")
    page.get_by_role("button", name="Bỏ, xóa chữ của bài").click()
    expect(page.get_by_text("Chưa giữ bài nào.")).to_be_visible()
    look(page, f"checker-kept-none-{width}")


@pytest.mark.parametrize("width", [360, 1280])
def test_long_titles_and_many_rows(cast, page_for, look, width, at):
    for n in range(27):
        actions.keep(
            by=cast["chairman"],
            at=at("2026-11-20 09:00") + timedelta(hours=n),
            text=f"{AN_THANG} {n}" if n % 3 else f"Tiếp nhận {n + 1} hồ sơ.",
            title=LONG if n % 2 else UNBROKEN[:200],
            source=LONG if n == 26 else "Phường Hoa Ban",
        )
    page = page_for(cast.people["chairman"], width)
    page.goto("/check/kept/")
    look(page, f"checker-kept-{width}")
    page.get_by_role("link", name="Xem thêm, còn 2 bài").click()
    page.get_by_role("link", name="bao-cao-").first.click()
    look(page, f"checker-kept-long-{width}")
