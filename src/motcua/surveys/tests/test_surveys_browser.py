"""What people and officers see: faces to tap, a form on a phone, results with their numbers."""

from datetime import timedelta
from time import monotonic

import pytest
from django.utils import timezone

from motcua.surveys import actions, queries
from motcua.surveys.models import Answer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEY = "mot-khoa-de-thu-22-ky-tu"


@pytest.fixture
def now(monkeypatch, at):
    """Wednesday 25/11/2026, 10:12, running on from there."""
    begun, started = at("2026-11-25 10:12"), monotonic()
    monkeypatch.setattr(timezone, "now", lambda: begun + timedelta(seconds=monotonic() - started))
    return begun


def test_a_person_answers_on_a_phone(street, at, now, page_for, look):
    dossier = street.returned("2026-11-24 09:00")
    path = queries.link(dossier=dossier, at=now)
    page = page_for(width=360)
    page.goto(path)
    look(page, "surveys-answer-360")
    page.get_by_role("button", name="Gửi trả lời").click()
    look(page, "surveys-answer-wrong-360")
    for question in page.locator("fieldset").all():
        question.get_by_role("radio").first.check()
    page.get_by_label("Lời góp ý").fill("Chỗ ngồi chật, " * 20)
    page.get_by_role("button", name="Gửi trả lời").click()
    page.get_by_role("heading", name="Cảm ơn ông bà.").wait_for()
    look(page, "surveys-thanks-360")
    assert Answer.objects.count() == 2
    page = page_for(width=1280)
    other = street.returned("2026-11-24 14:00")
    page.goto(f"{queries.link(dossier=other, at=now)}?lang=en")
    look(page, "surveys-answer-english-1280")


@pytest.mark.parametrize("width", [360, 1280])
def test_two_taps_by_keyboard_at_the_counter(cast, at, now, page_for, look, width):
    actions.open_tablet(
        by=cast["counter"], at=now - timedelta(hours=1), name="Quầy số 2", officer_id=cast.people["counter"].pk, key=KEY
    )
    page = page_for(width=width)
    page.goto(f"/p/hoa-gao/tablet/{KEY}/")
    look(page, f"surveys-tablet-1-{width}")
    page.get_by_role("button", name="Rất hài lòng").press("Enter")
    page.get_by_role("heading", name="Người tiếp ông bà có lễ độ").wait_for()
    look(page, f"surveys-tablet-2-{width}")
    page.get_by_role("button", name="Không hài lòng", exact=True).press("Space")
    page.get_by_role("heading", name="Cảm ơn ông bà.").wait_for()
    look(page, f"surveys-tablet-thanks-{width}")
    page.get_by_role("heading", name="Ông bà có hài lòng").wait_for(timeout=15_000)  # back by itself
    assert Answer.objects.get().choices == {"overall": 5, "attitude": 2}


@pytest.mark.parametrize("width", [360, 1280])
def test_officers_read_results(street, cast, now, page_for, look, width):
    street.crowd(7, 2)
    street.crowd(5, when="2026-10-13", case="land")
    street.answered(street.returned("2026-10-14 09:00"), 3, words="Ghế ngồi hỏng, trời nắng không có chỗ đứng. " * 6)
    page = page_for(cast.people["chairman"], width=width)
    for name, address in (
        ("results", "?first=2026-10&last=2026-10"),
        ("results-officer", "?first=2026-10&last=2026-11&by=officer&of=evaluation"),
        ("results-empty", "?first=2025-01&last=2025-02"),
        ("results-wrong", "?first=2026-10&last=2025-02"),
        ("words", "words/?first=2026-10&last=2026-10"),
        ("words-empty", "words/?first=2025-10&last=2025-10"),
        ("evaluation", "evaluation/?first=2026-10&last=2026-10"),
        ("instruments", "instruments/"),
        ("publish", "instruments/publish/"),
    ):
        page.goto(f"/surveys/{address}")
        look(page, f"surveys-{name}-{width}")
    page = page_for(cast.people["counter"], width=width)
    page.goto("/surveys/tablet/")
    look(page, f"surveys-open-tablet-{width}")
