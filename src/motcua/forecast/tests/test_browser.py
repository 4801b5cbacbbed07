"""The pages in a real Chromium, wide and narrow, with long names and by keyboard."""

from datetime import date

import pytest

from motcua.accounts import actions as accounts
from motcua.forecast.tests.conftest import at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped")]
LONG = "Nguyễn Thị Tuyết Ngưỡng " * 8


@pytest.fixture
def full(learnt, now):
    """Slow ones, a long name, a full desk, an empty one, and somebody away from Thursday."""
    cast = learnt.cast
    learnt.slow = learnt.working(LONG.strip(), at("2026-11-18 08:00"), officer="specialist")
    learnt.working("Phan Văn Trầu", at("2026-11-19 08:00"))
    for n in range(6):
        learnt.working(f"Lò Văn Me {n}", at("2026-11-25 08:00"), officer="specialist")
    accounts.record_absence(
        by=cast["head"],
        at=now,
        person_id=cast.people["specialist"].pk,
        substitute_id=cast.people["head"].pk,
        starts=date(2026, 11, 27),
        ends=date(2026, 11, 27),
        reason="Nghỉ phép",
    )
    return learnt


@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages(full, page_for, look, width):
    page = page_for(full.cast.people["head"], width)
    page.goto("/forecast/")
    look(page, f"forecast-{width}")
    page.goto("/forecast/?all=1")
    look(page, f"forecast-all-{width}")
    page.goto(f"/forecast/{full.slow.code}/")
    look(page, f"forecast-one-{width}")
    page.goto("/forecast/levelling/")
    look(page, f"forecast-levelling-{width}")
    page.goto("/desk/?scope=unit")
    assert page.get_by_text("có thể trễ").first.is_visible()
    page.keyboard.press("j")  # that the desk does not move by itself is measured in its own tests
    look(page, f"forecast-desk-{width}")


def test_an_office_without_a_past(office, page_for, look):
    page = page_for(office.cast.people["head"], 1280)
    page.goto("/forecast/")
    look(page, "forecast-empty")
    page.goto("/forecast/levelling/")
    look(page, "forecast-levelling-empty")


def test_a_move_by_keyboard(full, page_for, look):
    page = page_for(full.cast.people["head"], 1280)
    page.goto("/forecast/levelling/")
    before = page.locator('input[name="pick"]').count()
    page.keyboard.press("j")
    page.keyboard.press("x")
    button = page.get_by_role("button", name="Chuyển 1 việc")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Đã chuyển 1 việc.").wait_for()
    assert page.locator('input[name="pick"]').count() == before - 1
    look(page, "forecast-levelled")
