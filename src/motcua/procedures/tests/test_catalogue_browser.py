"""The catalogue in a real Chromium: axe at two widths, and a new procedure from a spreadsheet to the counter."""

import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from django.utils import timezone

from motcua.procedures import actions, queries
from motcua.procedures.models import Process, Version
from motcua.procedures.rules import SHEETS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def starter(cast):
    """The ward with the starter catalogue and a draft of one procedure and one process."""
    by = cast["admin"]
    actions.import_starter(by=by, at=NOW, valid_from=date(2026, 1, 1))
    version = Version.objects.get(procedure__code="1.001193")
    actions.save_version(by=by, at=NOW, draft=queries.version_draft(version), valid_from=NOW.date())
    process = Process.objects.filter(generated=False).order_by("code").first()
    actions.save_process(by=by, at=NOW, draft=queries.process_draft(process), valid_from=NOW.date())
    return cast


def workbook():
    """The sheets and headings of our template, filled in as an administrator would."""
    rows = {
        "Thủ tục": {
            "Mã thủ tục": "P.TT12",
            "Tên thủ tục": "Xác nhận nơi bán hàng lưu động",
            "Lĩnh vực": "Hộ kinh doanh",
            "Thời hạn": "3 ngày làm việc",
            "Căn cứ pháp lý": "QĐ 12/2026/QĐ-UBND",
        },
        "Thành phần": {"Mã thủ tục": "P.TT12", "Giấy tờ": "Đơn đề nghị"},
    }
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for sheet in SHEETS:
            page = book.add_worksheet(sheet.name)
            page.write_row(0, 0, [column.heading for column in sheet.columns])
            page.write_row(1, 0, [rows.get(sheet.name, {}).get(column.heading, "") for column in sheet.columns])
    return out.getvalue()


def test_every_page_is_accessible_and_fits(starter, page_for, look):
    draft = Version.objects.get(status="draft", procedure__code="1.001193")
    process = Process.objects.filter(status="draft", generated=False).first()
    addresses = {
        "list": "/procedures/",
        "found": "/procedures/?q=ks",
        "none": "/procedures/?q=zzzz",
        "procedure": "/procedures/1.001193/",
        "edit": "/procedures/1.001193/edit/",
        "division": "/procedures/1.001193/division/",
        "publish": f"/procedures/1.001193/{draft.pk}/publish/",
        "retire": f"/procedures/1.001193/{draft.pk}/retire/",
        "processes": "/procedures/processes/",
        "process": f"/procedures/processes/{process.pk}/",
        "edit-process": f"/procedures/processes/{process.pk}/edit/",
        "import": "/procedures/import/",
    }
    for width in (1280, 360):
        page = page_for(starter.people["admin"], width)
        wrong = []
        page.on("console", lambda said, wrong=wrong: wrong.append(said.text) if said.type == "error" else None)
        for name, address in addresses.items():
            if width == 360 and name in {"none", "publish", "retire", "processes"}:
                continue  # the frame of other pages, with less in it
            page.goto(address)
            look(page, f"procedures-{name}-{width}")
        assert wrong == []


def test_a_spreadsheet_becomes_a_procedure_at_the_counter(starter, page_for, look):
    page = page_for(starter.people["admin"])
    page.goto("/me/")
    page.locator(".me summary").click()
    page.get_by_role("link", name="Thủ tục của phường").click()
    page.get_by_role("link", name="Nạp danh mục").click()
    upload = {"name": "Quyết định 34.xlsx", "mimeType": "application/octet-stream", "buffer": workbook()}
    page.get_by_label("Tệp danh mục").set_input_files(upload)
    page.get_by_label("Quyết định công bố").fill("QĐ 34/QĐ-UBND")
    page.get_by_role("button", name="Xem trước").click()
    assert page.get_by_text("1 mới").is_visible()
    look(page, "procedures-import-seen-1280")
    assert not Version.objects.filter(procedure__code="P.TT12").exists()
    page.get_by_role("button", name="Áp dụng").click()
    page.wait_for_url("**/procedures/")
    (hit,) = queries.search(by=starter["counter"], text="P.TT12", at=NOW)
    assert hit.limit.words() == "3 ngày làm việc"
    page.goto("/procedures/P.TT12/")
    assert page.get_by_text("QĐ 34/QĐ-UBND").is_visible()


def test_a_procedure_is_written_and_published_by_hand(starter, page_for, look):
    page = page_for(starter.people["admin"])
    page.goto("/procedures/new/")
    page.get_by_label("Mã thủ tục").fill("P.TT13")
    page.get_by_label("Tên thủ tục").fill("Xác nhận viết tay")
    page.get_by_label("Lĩnh vực").fill("Hộ tịch")
    page.locator("[name=part-0-name]").fill("Đơn đề nghị")
    page.get_by_role("button", name="Thêm dòng").click()
    assert page.locator("[name=part-8-name]").is_visible()
    page.locator("[name=case-0-value]").fill("5")
    page.get_by_role("button", name="Giữ bản nháp").click()
    page.wait_for_url("**/procedures/P.TT13/**")
    page.get_by_role("link", name="Công bố…").click()
    page.get_by_role("button", name="Công bố").click()
    page.wait_for_url("**/procedures/P.TT13/")
    assert page.get_by_text("đang áp dụng").first.is_visible()
    (version,) = Version.objects.filter(procedure__code="P.TT13", status="published")
    assert [c.name for c in version.components.all()] == ["Đơn đề nghị"]
    assert [c.limit.words() for c in version.cases.all()] == ["5 ngày làm việc"]
