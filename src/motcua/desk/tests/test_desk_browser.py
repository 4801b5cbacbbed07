"""The desk in a real Chromium: axe at two widths, the keys, the batch bar; screenshots for people to look at."""

import pytest
from playwright.sync_api import expect

from motcua.dossiers import jobs
from motcua.dossiers.models import Dossier
from motcua.procedures.queries import starter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped")]

WIDTHS = (1280, 360)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("name", "who", "address"),
    [
        ("desk", "specialist", "/desk/"),
        ("desk-unit", "head", "/desk/?scope=unit"),
        ("desk-counter", "counter", "/desk/"),
        ("desk-drilled", "chairman", "/desk/?scope=ward&band=late"),
        ("desk-empty", "clerk", "/desk/"),
        ("ward", "chairman", "/desk/ward/"),
        ("apologies", "leader", "/desk/apologies/"),
        ("search", "counter", "/desk/search/?q=ket hon"),
        ("search-none", "counter", "/desk/search/?q=zzzz"),
    ],
)
def test_pages_are_accessible_and_fit(cast, office, page_for, look, width, name, who, address):
    page = page_for(cast.people[who], width)
    wrong = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(address)
    if name == "desk" and width == 1280:
        for row in (1, 3, 4):
            page.locator("input[name=pick]").nth(row).check()
        page.keyboard.press("Escape")
        page.keyboard.press("k")
    look(page, f"{name}-{width}")
    assert wrong == []


def test_a_morning_by_keyboard(cast, office, page_for, look):
    page = page_for(cast.people["specialist"])
    page.goto("/desk/?scope=mine")
    expect(page.locator("[data-batch]")).to_have_attribute("hidden", "")  # the scripts have run
    for key in ("j", "j", "j", "j", "x", "j", "x"):
        page.keyboard.press(key)
    bar = page.locator("[data-batch]")
    expect(bar.get_by_text("Đã chọn 2 hồ sơ")).to_be_visible()
    assert page.locator("tr.here").get_by_text("Ngô Quang Bách").is_visible()
    bar.get_by_role("button", name="Chuyển trình ký: 2 hồ sơ").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Đã chuyển bước 2 hồ sơ"
    look(page, "batch-1280")
    assert Dossier.objects.get(pk=office["Nhót"].pk).step.name == "Ký kết quả"
    page.keyboard.press("Escape")
    page.wait_for_url("**/desk/")
    expect(page.locator("[data-batch]")).to_have_attribute("hidden", "")
    page.keyboard.press("/")
    page.keyboard.type("trinh man")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=trinh*")


def test_the_longest_names_of_the_catalogue_stay_readable(cast, office, page_for, look):
    longest = max((version.name for version in starter().procedures), key=len)
    page = page_for(cast.people["head"])
    page.goto("/desk/?scope=unit")
    page.evaluate(
        "name => document.querySelectorAll('.desk .what').forEach(cell => { cell.textContent = name; })", longest
    )
    page.evaluate(
        "document.querySelectorAll('.desk .step').forEach(cell => { cell.textContent += ' · chưa giao ai'; })"
    )
    page.keyboard.press("Escape")  # from here on the test moves things
    look(page, "desk-longest-1280")
    assert len(longest) > 150
    assert page.locator(".desk td.what").first.bounding_box()["width"] >= 200
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_draft_nobody_answered_opens_when_it_is_chosen_and_keeps_what_was_typed(cast, office, page_for, now):
    jobs.draft_apologies(timestamp=int(now.timestamp()))
    page = page_for(cast.people["leader"])
    page.goto("/desk/apologies/")
    row = page.locator("[data-row]", has_text="Công chức chưa ghi lý do.").first
    fold = row.locator("details")
    expect(fold).not_to_have_attribute("open", "")
    row.locator(".tick").focus()
    page.keyboard.press("x")
    expect(fold).to_have_attribute("open", "")
    row.locator("textarea").fill("Quá nhiều hồ sơ trong tuần")
    row.locator("summary").click()  # folded again: the words still go with the form
    page.get_by_role("button", name="Ký 1 phiếu xin lỗi").click()
    page.get_by_text("1 phiếu chưa ký được").wait_for()
    expect(page.locator("details[open] textarea")).to_have_value("Quá nhiều hồ sơ trong tuần")
