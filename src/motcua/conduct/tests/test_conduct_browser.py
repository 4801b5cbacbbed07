"""What leaders and officers see of conduct, at both widths."""

import pytest
from django.utils import timezone

from motcua.conduct import actions
from motcua.conduct.jobs import raise_matters
from motcua.conduct.models import Matter

from .conftest import GRAVE, PNG

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def now(monkeypatch, at):
    monkeypatch.setattr(timezone, "now", lambda: at("2026-11-25 10:12"))
    return at("2026-11-25 10:12")


@pytest.mark.parametrize("width", [360, 1280])
def test_leaders_read_record_and_follow(counter, checked, cast, at, now, page_for, look, width):
    page = page_for(cast.people["chairman"], width=width)
    for name, address in (("overview-empty", ""), ("checks-empty", "checks/")):
        page.goto(f"/conduct/{address}")
        look(page, f"conduct-{name}-{width}")
    counter.crowd(5)
    counter.served("2026-11-23 09:00", attitude=1, words=GRAVE * 8)
    raise_matters.func(int(at("2026-11-23 11:41").timestamp()))
    matter = Matter.objects.get()
    check = checked(place="Quầy số 2, sảnh một cửa tầng trệt " * 5, photos=[("quay-2.png", PNG)])
    checked(held_at=at("2026-11-20 09:00"), due_on=at("2026-11-23 00:00").date(), seen=["board", "kind"])
    actions.explain_check(by=cast["counter"], at=now, check_id=check.pk, words="Tôi đi lấy số hộ một cụ già.")
    for name, address in (
        ("overview", ""),
        ("matter", f"matters/{matter.pk}/"),
        ("close", f"matters/{matter.pk}/close/"),
        ("checks", "checks/"),
        ("check", f"checks/{check.pk}/"),
        ("meet", f"demands/{check.demands.get().pk}/meet/"),
    ):
        page.goto(f"/conduct/{address}")
        look(page, f"conduct-{name}-{width}")
    page.goto(f"/conduct/checks/new/?again={check.pk}")
    look(page, f"conduct-record-{width}")
    page.get_by_role("button", name="Ghi kiểm tra").click()
    look(page, f"conduct-record-wrong-{width}")
    page.get_by_label("Có mặt đủ, đúng vị trí").check()
    page.get_by_label("Phùng Thị Cúc").select_option("có mặt")
    page.get_by_role("button", name="Ghi kiểm tra").click()
    page.get_by_text("Đã ghi lần kiểm tra").wait_for()
    look(page, f"conduct-recorded-{width}")
    sen = page_for(cast.people["specialist"], width=width)
    sen.goto(f"/conduct/matters/{matter.pk}/explain/")
    look(sen, f"conduct-explain-{width}")
