"""The pages as people see them: axe, no overflow, no jumps, keyboard; long names, many rows, nothing at all."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua.dossiers.models import Dossier
from motcua.notices.models import Delivery
from motcua.notices.queries import choose_path

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 26, 10, 12, tzinfo=ZONE)
LONG = "Nguyễn Thị Tuyết Ngưỡng Hoàng Phủ Ngọc Khuê " * 4
WIDTHS = pytest.mark.parametrize("width", [1280, 360])


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Thursday 26/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def busy(cast, followed, apologised, accepted, channels, post, sent):
    """A ward with messages in every state, one of them an apology that did not arrive, to a very long name."""
    channels("email", "sms")
    day = datetime(2026, 11, 25, 11, tzinfo=ZONE)
    for n in range(28):
        accepted(when=day + timedelta(minutes=n), email="" if n % 3 else "ngau@hop-thu.vn")
    sent(day + timedelta(hours=1))
    apologised()
    post.trouble = "refuse"
    sent(datetime(2026, 11, 26, 10, 1, tzinfo=ZONE))
    post.trouble = "busy"
    accepted(when=NOW - timedelta(minutes=8))
    sent(NOW - timedelta(minutes=7))
    Dossier.objects.update(applicant_name=LONG[:200])
    return Delivery.objects.get(message__event="apology")


@WIDTHS
def test_officers_read_what_was_told_and_what_did_not_arrive(cast, busy, page_for, look, width):
    page = page_for(cast.people["counter"], width)
    pages = {"desk": "/desk/", "list": "/notices/", "stuck": "/notices/stuck/", "one": f"/notices/{busy.message_id}/"}
    for name, address in pages.items():
        page.goto(address)
        look(page, f"notices-{name}-{width}")
    page.goto(f"/notices/deliveries/{busy.pk}/tell_by_hand/")
    look(page, f"notices-tell-{width}")
    page.get_by_role("button", name="Ghi đã báo").click()
    look(page, f"notices-tell-empty-{width}")
    page.get_by_label("Báo bằng cách nào").fill("Điện thoại")
    page.get_by_label("Bằng chứng").fill("Chị Ngâu nghe máy lúc 10:10")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/notices/stuck/")
    look(page, f"notices-stuck-after-{width}")
    assert "Thư xin lỗi chưa tới nơi" not in page.content()


@WIDTHS
def test_empty_pages_say_what_is_true(cast, page_for, look, width):
    page = page_for(cast.people["counter"], width)
    for name, address in (("list", "/notices/"), ("stuck", "/notices/stuck/"), ("filtered", "/notices/?state=dead")):
        page.goto(address)
        look(page, f"notices-{name}-empty-{width}")


@WIDTHS
def test_the_administrator_writes_words_and_sets_channels(cast, busy, page_for, look, width):
    page = page_for(cast.people["admin"], width)
    page.goto("/notices/wordings/")
    look(page, f"notices-wordings-{width}")
    page.goto("/notices/wording/?event=apology&slot=email&language=vi")
    look(page, f"notices-wording-{width}")
    page.get_by_label("Lời", exact=True).fill("Kính gửi {người nộp},\n\nPhường xin lỗi. {lạ}")
    page.get_by_role("button", name="Xem thử").click()
    look(page, f"notices-wording-refused-{width}")
    page.get_by_label("Lời", exact=True).fill("Kính gửi {người nộp},\n\nPhường xin lỗi. Hẹn lại {hẹn mới}.")
    page.get_by_role("button", name="Xem thử").click()
    look(page, f"notices-wording-seen-{width}")
    page.get_by_role("button", name="Dùng lời này").click()
    page.wait_for_url("**/notices/wordings/")
    assert "· của phường" in page.content()
    page.goto("/notices/channels/")
    look(page, f"notices-channels-{width}")
    page.goto("/notices/channel/?way=email")
    look(page, f"notices-channel-{width}")


@WIDTHS
@pytest.mark.parametrize("switches", ["", "size=larger&contrast=high", "lang=en"], ids=["plain", "large", "english"])
def test_a_resident_chooses(cast, followed, accepted, told, page_for, look, width, switches):
    accepted(when=NOW - timedelta(hours=1))
    [message] = told(NOW)
    page = page_for(width=width)
    page.goto(f"{choose_path(ward=cast.ward, contacts=message.contacts)}?{switches}")
    name = switches.partition("=")[0] or "plain"
    look(page, f"notices-choose-{name}-{width}")
    page.get_by_role("button").first.click()
    page.wait_for_selector("[role=status]")
    look(page, f"notices-chosen-{name}-{width}")


@WIDTHS
def test_the_look_up_with_what_was_told(cast, followed, apologised, channels, sent, page_for, look, width):
    channels("email")
    dossier = apologised()
    sent(NOW)
    page = page_for(width=width)
    page.goto(f"/lookup/?code={dossier.code}")
    page.locator("#id_tail").fill("0123")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    look(page, f"notices-lookup-{width}")
