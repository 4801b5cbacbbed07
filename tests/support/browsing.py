"""A real Chromium, and what every screen promises."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from motcua.accounts.models import Person

JUMP = 0.005  # layout shift of a page that stands; 0.1 is what others call good
WHILE_DRAWN = 0.1  # and while it arrives: a busy machine shows a table before its last row
CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), "/usr/bin/chromium")
CHROMIUM_ARGS = (
    "--no-sandbox",  # Chromium's own sandbox cannot run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
HEIGHTS = {1280: 900, 360: 800}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where no Chromium can be had, `./run test` has said so: its tests are skipped, not failed."""
    if os.environ.get("MOTCUA_SKIP_BROWSER") == "1":
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium, one a worker. Playwright keeps an event loop running from here on."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_ARGS))
        yield browser
        browser.close()


@pytest.fixture
def page_for(
    chromium: Browser, live_server: LiveServer, client_for: Callable[[Person], Client]
) -> Iterator[Callable[..., Page]]:
    """A page at a width (1280 or 360) of somebody who has signed in, or of nobody."""
    contexts = []

    def opened(person: Person | None = None, width: int = 1280) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": HEIGHTS[width]}, base_url=live_server.url, locale="vi-VN"
        )
        context.add_init_script(TOUCHES)
        context.add_init_script(DRAWN)
        contexts.append(context)
        if person is not None:
            name = settings.SESSION_COOKIE_NAME
            key = client_for(person).cookies[name].value
            context.add_cookies([{"name": name, "value": key, "url": live_server.url}])
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


# What moves a page: a key, a pointer, a value typed, or the test itself. Until then nothing may.
TOUCHES = """for (const kind of ["keydown", "pointerdown", "input"])
  addEventListener(kind, () => { window.touched = true; }, {capture: true, once: true});"""
# When the whole page was first drawn. How much of it Chromium drew before depends on how busy the machine is.
DRAWN = """addEventListener("DOMContentLoaded", () =>
  requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = performance.now(); })));"""
# The layout shifts since the page was loaded, as Chromium measures them.
JUMPS = """() => new Promise(tell => {
  const seen = [];
  new PerformanceObserver(list => seen.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
  const until = () => window.drawn === undefined ? requestAnimationFrame(until) : setTimeout(() => tell({
    touched: window.touched === true,
    jumps: seen.map(jump => ({
      standing: jump.startTime > window.drawn,
      much: jump.value,
      what: jump.sources.map(({node}) => node?.nodeName + "." + node?.className).join(", "),
    })),
  }));
  requestAnimationFrame(until);
})"""


def looked_at(page: Page, name: str) -> None:
    """See `look`."""
    seen = page.evaluate(JUMPS)
    standing, drawing = (sum(one["much"] for one in seen["jumps"] if one["standing"] is late) for late in (True, False))
    assert seen["touched"] or (standing < JUMP and drawing < WHILE_DRAWN), f"{name} jumps: {seen}"
    folder = os.environ.get("MOTCUA_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
    found = Axe().run(page)
    assert found.violations_count == 0, f"{name}: {found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name


@pytest.fixture
def look() -> Callable[[Page, str], None]:
    """`look(page, name)`: what every screen promises. Axe is quiet, nothing jumped, nothing scrolls sideways.

    A full-page picture goes into the folder MOTCUA_SHOTS, when it is set.
    """
    return looked_at


@pytest.fixture
def jumps() -> Callable[[Page], list[dict[str, object]]]:
    """`jumps(page)`: its layout shifts since it was loaded: `much`, `what` moved, and whether it was `standing`."""
    return lambda page: page.evaluate(JUMPS)["jumps"]
