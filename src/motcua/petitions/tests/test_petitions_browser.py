"""The pages as officers and residents see them: no overflow, no jump, both widths, long words, empty books."""

from datetime import date, time

import pytest

from motcua.petitions import actions
from motcua.petitions.tests.conftest import NAME, moment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped")]
LONG = ("Nguyễn Thị Tuyết Ngưỡng " * 9)[:200].strip()


@pytest.fixture
def full(book, cast):
    """A book with every kind of line, names as long as they may be, and one late promise."""
    book.receive("complaint", when="2026-11-02 09:00", name=LONG, gist=("Thu hồi đất vườn ở tổ dân phố " * 10)[:300])
    book.accepted("complaint")
    denounced = book.accepted("denunciation", handler="head")
    book.act("attach", denounced, "2026-11-05 09:00", title="Bản quét đơn", content=b"%PDF-1.4 x")
    book.concluded("denunciation", handler="head")
    suspended = book.accepted("complaint", when="2026-11-10 09:00")
    book.act("suspend", suspended, "2026-11-12 09:00", letter="7/QĐ-UBND", text="Chờ giám định")
    book.act("guide", book.classified("proposal"), "2026-11-05 09:00", text="Thuộc công an")
    book.receive("unclear", when="2026-11-24 16:00")
    book.visit("proposal", people=12, representatives="Vi Thị Kín", name=LONG)
    book.visit("denunciation", result="taken", when="2026-11-23 09:00", with_chairman=True)
    book.visit("report", result="explained", when="2026-11-20 09:00")
    clerk = cast["clerk"]
    actions.plan(
        by=clerk,
        at=moment("2026-11-02 08:00"),
        valid_from=date(2026, 11, 2),
        weekday=1,
        opens=time(7, 30),
        closes=time(11, 30),
        place="Phòng tiếp công dân, tầng 1",
    )
    actions.miss(by=clerk, at=moment("2026-11-19 08:00"), week=date(2026, 11, 17), reason="Họp HĐND, dời sang tuần sau")
    return denounced


PAGES = {
    "book": ("clerk", "/petitions/?status=all"),
    "receive": ("clerk", "/petitions/new/"),
    "page": ("chairman", "/petitions/2026/2/"),
    "secret": ("chairman", "/petitions/2026/3/"),
    "masked": ("clerk", "/petitions/2026/3/"),
    "accept": ("chairman", "/petitions/2026/1/classify/"),
    "reception": ("clerk", "/petitions/reception/?first=2026-11-01"),
    "record": ("counter", "/petitions/reception/new/"),
    "visit": ("counter", "/petitions/reception/2026/1/"),
    "print": ("clerk", "/petitions/reception/print/?first=2026-11-01"),
    "receipt": ("clerk", "/petitions/2026/3/receipt/"),
    "report": ("chairman", "/petitions/report/"),
    "listed": ("supervisor", "/petitions/report/list/?figure=.received"),
    "public": (None, "/p/hoa-gao/petitions/"),
}


@pytest.mark.parametrize("width", [1280, 360])
def test_each_page_is_readable(full, cast, page_for, look, width):
    for name, (who, address) in PAGES.items():
        page = page_for(cast.people[who] if who else None, width=width)
        assert page.goto(address).status == 200, name
        look(page, f"petitions-{name}-{width}")
        page.context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_empty_books_say_what_is_next(cast, page_for, look, width):
    for name, address in (
        ("book", "/petitions/"),
        ("reception", "/petitions/reception/"),
        ("report", "/petitions/report/"),
        ("public", "/p/hoa-gao/petitions/?lang=en"),
    ):
        page = page_for(cast.people["clerk"], width=width)
        page.goto(address)
        look(page, f"petitions-empty-{name}-{width}")
        page.context.close()


def test_a_look_is_one_click_and_gone_with_the_page(full, cast, page_for, look):
    page = page_for(cast.people["chairman"])
    page.goto("/petitions/2026/3/")
    assert NAME not in page.content()
    page.get_by_role("button", name="Xem, ghi vào sổ").click()
    page.wait_for_selector("text=Lần xem này đã ghi vào sổ")
    assert NAME in page.content()
    assert NAME not in page.title() + page.url
    look(page, "petitions-seen-1280")
    page.goto("/petitions/2026/3/")
    assert NAME not in page.content()


def test_a_visit_is_written_down_with_the_keyboard_alone(cast, page_for, look):
    page = page_for(cast.people["counter"])
    page.goto("/petitions/reception/new/")
    page.locator("#id_name").focus()
    page.keyboard.type("Ma Văn Sim")
    page.locator("#id_content").focus()
    page.keyboard.type("Xin sửa đèn đường")
    page.locator("input[name=matter][value=proposal]").focus()
    page.keyboard.press("Space")
    page.locator("input[name=result][value=promised]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("text=Đã ghi lượt tiếp số 1/2026.")
    look(page, "petitions-recorded-1280")


def test_a_form_to_correct_says_where(cast, page_for, look):
    page = page_for(cast.people["counter"], width=360)
    page.goto("/petitions/new/")
    page.get_by_role("button", name="Vào sổ").click()
    page.wait_for_selector("#problems")
    look(page, "petitions-wrong-360")
