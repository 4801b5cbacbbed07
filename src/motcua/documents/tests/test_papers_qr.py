from collections.abc import Callable
from dataclasses import replace
from typing import Any

import segno

from motcua.documents.queries import render
from motcua.documents.rules import Form, FormSet, Receipt

Opened = Callable[[bytes], Any]

NEW = FormSet.TT03_2025
SCALE = 8


def drawn(page: Any, modules: int) -> list[list[int]]:
    """The black and white squares of the code as they stand on the page."""
    caption = page.search_for("Quét để tra cứu")[0]
    shapes = [shape["rect"] for shape in page.get_drawings() if min(*shape["rect"][2:]) > 40]
    (code,) = [box for box in shapes if abs(box.y1 - caption.y0) < 20 and abs(box.width - box.height) < 3]
    side = code.width / modules
    top = code.y0 - side / 2  # rows are drawn as lines along their middle
    picture = page.get_pixmap(dpi=72 * SCALE, colorspace="gray")

    def black(x: int, y: int) -> int:
        point = (code.x0 + (x + 0.5) * side, top + (y + 0.5) * side)
        return int(picture.pixel(*(int(place * SCALE) for place in point))[0] < 128)

    return [[black(x, y) for x in range(modules)] for y in range(modules)]


def test_the_code_on_the_paper_is_the_link(opened: Opened, receipt: Receipt) -> None:
    wanted = [list(row) for row in segno.make(receipt.lookup_url, error="m", micro=False).matrix]

    assert drawn(opened(render(receipt, form_set=NEW))[0], len(wanted)) == wanted


def test_each_paper_carries_its_own_code(opened: Opened, receipt: Receipt) -> None:
    other = replace(receipt, lookup_url="https://hoagao.example/tra-cuu?ma=H99.16-261125-0020")
    wanted = [list(row) for row in segno.make(other.lookup_url, error="m", micro=False).matrix]

    assert drawn(opened(render([other, receipt], form_set=NEW))[0], len(wanted)) == wanted


def test_the_link_is_printed_and_can_be_followed(opened: Opened, each: tuple[Form, ...]) -> None:
    for form in each:
        url = getattr(form, "lookup_url", "")
        page = opened(render(form, form_set=NEW))[0]
        assert [link["uri"] for link in page.get_links()] == ([url] if url else [])
        if url:
            assert url in page.get_text()


def test_the_receipt_says_that_the_code_also_asks_how_it_was(
    opened: Opened, receipt: Receipt, each: tuple[Form, ...]
) -> None:
    """After the return the page behind it invites to the survey; the other papers lead there before."""
    for form_set in FormSet:
        assert "nhận xong thì góp ý" in " ".join(opened(render(receipt, form_set=form_set))[0].get_text().split())
    others = [form for form in each if not isinstance(form, Receipt)]
    assert all("góp ý" not in opened(render(form, form_set=NEW))[0].get_text() for form in others)
