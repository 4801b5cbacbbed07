"""The real PostgreSQL for every test, and the cast of one ward."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

import django
import hypothesis
import pytest
from axe_playwright_python.sync_playwright import Axe

# One home and one server for the whole run; xdist's workers share them (each has a database of its own).
_OWN = "MOTCUA_HOME" not in os.environ  # made for this run alone: it goes with it
if _OWN:
    os.environ["MOTCUA_HOME"] = tempfile.mkdtemp(prefix="mc")
HOME = Path(os.environ["MOTCUA_HOME"])
os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.config.settings"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's sync API runs an event loop beside the ORM

_SERVER = None
if not os.environ.get("DATABASE_URL"):
    from motcua.config import postgres

    _SERVER = postgres.ensure(HOME, durable=False)
    os.environ["DATABASE_URL"] = _SERVER.url

django.setup()

from django.db import connection, transaction  # noqa: E402 - the settings must stand first

hypothesis.settings.register_profile("house", deadline=None)  # a busy machine is no fault; no test is timed
hypothesis.settings.load_profile("house")

if TYPE_CHECKING:
    from django.test import Client
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from motcua.accounts.models import Person
    from motcua.acts import Actor
    from motcua.dossiers.rules import PaperIn
    from motcua.offices.models import Unit, Ward


def _let_tests_flush() -> None:
    """Empty the tables between tests past the triggers that forbid it everywhere else, and only those with rows.

    TRUNCATE of a hundred empty tables took longer than most tests.
    """
    from django.db.backends.postgresql.operations import DatabaseOperations

    def flushing(self: DatabaseOperations, _style: object, tables: Iterable[str], **_options: object) -> list[str]:
        kept = {"django_content_type", "auth_permission"}  # Django would only write the same again
        names = [self.quote_name(table) for table in tables if table not in kept]
        asked = " UNION ALL ".join(f"SELECT {n} WHERE EXISTS (SELECT FROM {name})" for n, name in enumerate(names))  # noqa: S608 - our own tables
        with self.connection.cursor() as cursor:
            cursor.execute(asked)
            filled = [names[n] for (n,) in cursor.fetchall()]
        return [
            "SET session_replication_role = replica",
            *(f"DELETE FROM {name}" for name in filled),  # noqa: S608 - our own tables
            "SET session_replication_role = origin",
        ]

    DatabaseOperations.sql_flush = flushing


_let_tests_flush()

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PASSWORD = "mot-cua-thu-nghiem"
JUMP = 0.005  # layout shift of a page that stands; 0.1 is what others call good
WHILE_DRAWN = 0.1  # and while it arrives: a busy machine shows a table before its last row


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server with the process that started it, and leave nothing of the run behind."""
    if hasattr(config, "workerinput"):
        return
    left = [HOME]
    if _SERVER is not None:
        _SERVER.stop()
        left += [_SERVER.place.sockets, _SERVER.place.data.parent.parent]  # root keeps the data apart from the home
    for folder in left if _OWN else ():
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Cast:
    """The people of a ward by what they do; all invented."""

    ward: "Ward"
    units: "dict[str, Unit]"
    people: "dict[str, Person]" = field(default_factory=dict)
    on: date = date(2026, 11, 25)

    def __getitem__(self, who: str) -> "Actor":
        """The actor somebody is on the day of the play."""
        from motcua.accounts.queries import actor_for_person

        return actor_for_person(person=self.people[who], on=self.on)

    @property
    def system(self) -> "Actor":
        """The house itself."""
        from motcua.accounts.queries import system_actor

        return system_actor(ward_id=self.ward.pk)


def at(text: str) -> datetime:
    """A moment in the office's time zone: `at("2026-11-25 10:12")`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


PEOPLE = {
    "counter": ("Phùng Thị Cúc", "MC", "counter", "Công chức tiếp nhận"),
    "counter2": ("Sầm Thị Na", "MC", "counter", "Công chức trả kết quả"),
    "director": ("Tạ Văn Sấu", "MC", "director", "Giám đốc trung tâm"),
    "specialist": ("Lê Thị Sen", "VHXH", "specialist", "Công chức tư pháp – hộ tịch"),
    "specialist2": ("Quách Văn Tre", "VHXH", "specialist", "Công chức văn hóa – xã hội"),
    "head": ("Đào Văn Mít", "VHXH", "unit_head", "Trưởng phòng Văn hóa – Xã hội"),
    "land": ("Hà Thị Gấc", "KT", "specialist", "Công chức địa chính"),
    "clerk": ("Tô Thị Lài", "VP", "clerk", "Văn thư"),
    "leader": ("Đinh Văn Lim", "LD", "leader", "Phó Chủ tịch UBND"),
    "chairman": ("Chu Văn Lát", "LD", "chairman", "Chủ tịch UBND"),
    "admin": ("Kiều Văn Gạo", "VP", "admin", "Quản trị hệ thống"),
    "supervisor": ("Ngô Thị Dâu", "VP", "supervisor", "Đoàn giám sát"),
}
UNITS = {
    "MC": ("Trung tâm Phục vụ hành chính công", "centre"),
    "VHXH": ("Phòng Văn hóa – Xã hội", "division"),
    "KT": ("Phòng Kinh tế, Hạ tầng và Đô thị", "division"),
    "VP": ("Văn phòng HĐND và UBND", "office"),
    "LD": ("Lãnh đạo UBND phường", "leadership"),
}


def found(*, code: str, slug: str, name: str, prefix: str) -> Cast:
    """Found a ward with its units and people through the real actions."""
    from uuid_utils.compat import uuid7

    from motcua.accounts import actions as accounts
    from motcua.accounts.queries import system_actor
    from motcua.acts import Role
    from motcua.offices import actions as offices
    from motcua.offices.rules import UnitKind

    by, then = system_actor(ward_id=uuid7()), at("2022-01-04 08:00")
    ward = offices.found_ward(
        by=by,
        at=then,
        code=code,
        slug=slug,
        name=name,
        superior="UBND thành phố Hoa Ban",
        valid_from=date(2022, 1, 1),
    )
    units = {
        key: offices.add_unit(
            by=by, at=then, code=key, name=label, kind=UnitKind(kind), order=n, valid_from=date(2022, 1, 1)
        )
        for n, (key, (label, kind)) in enumerate(UNITS.items())
    }
    cast = Cast(ward=ward, units=units)
    for key, (label, unit, role, title) in PEOPLE.items():
        person = accounts.add_person(by=by, at=then, username=f"{prefix}{key}", name=label, password=PASSWORD)
        accounts.give_position(
            by=by,
            at=then,
            person_id=person.pk,
            unit_id=units[unit].pk,
            role=Role(role),
            title=title,
            starts=then.date(),
        )
        cast.people[key] = person
    return cast


class Founded:
    """What founding a ward wrote, done once in a process: most tests begin so, and it takes longer than they do."""

    def __init__(self, make: Callable[[], Cast]) -> None:
        """Found it, in a database without a ward, and read every row that this wrote."""
        before = _filled()
        self.cast = make()
        after = _filled()
        assert {name: after[name] for name in before} == before, "rows were added to a table that had some"
        self.rows: dict[str, bytes] = {}
        with connection.cursor() as cursor:
            for table in after.keys() - before.keys():
                with cursor.copy(f'COPY "{table}" TO STDOUT (FORMAT binary)') as copy:
                    self.rows[table] = b"".join(copy)
            cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL")
            self.counters = cursor.fetchall()

    def again(self) -> Cast:
        """Write the same rows once more, past the triggers that put acts in order."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            for table, rows in self.rows.items():
                with cursor.copy(f'COPY "{table}" FROM STDIN (FORMAT binary)') as copy:
                    copy.write(rows)
            cursor.execute("SET LOCAL session_replication_role = origin")
            for counter in self.counters:
                cursor.execute("SELECT setval(%s, %s)", counter)
        for module in [module for name, module in sys.modules.items() if name.startswith("motcua.")]:
            for one in vars(module).values():
                if isinstance(one, _lru_cache_wrapper) and ".queries" in one.__module__:
                    one.cache_clear()  # what an earlier test's ward of this very name had
        return deepcopy(self.cast)


def _filled() -> dict[str, int]:
    """The tables that have rows, and how many."""
    names = connection.introspection.table_names()
    asked = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM \"{name}\"" for name in names)  # noqa: S608 - our own tables
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {name: many for name, many in cursor.fetchall() if many}


_FOUNDED: list[Founded] = []


@pytest.fixture
def cast(db: None, fast_passwords: None) -> Cast:
    """Phường Hoa Gạo and its people."""
    if not _FOUNDED:
        _FOUNDED.append(Founded(partial(found, code="H99.16", slug="hoa-gao", name="Phường Hoa Gạo", prefix="")))
        return deepcopy(_FOUNDED[0].cast)
    return _FOUNDED[0].again()


@pytest.fixture
def ward(cast: Cast) -> "Ward":
    """Phường Hoa Gạo."""
    return cast.ward


@pytest.fixture
def stranger(db: None, fast_passwords: None) -> Cast:
    """Another ward, whose people must see nothing of the first."""
    return found(code="H99.17", slug="hoa-ban", name="Phường Hoa Ban", prefix="x-")


@pytest.fixture
def fast_passwords(settings: object) -> None:
    """A cheap hash: no test is about argon2's cost."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]  # pytest-django's settings


@pytest.fixture
def client_for() -> "Callable[[Person], Client]":
    """A browserless client signed in as somebody."""
    from django.test import Client

    def sign_in(person: "Person") -> "Client":
        client = Client()
        client.force_login(person)
        return client

    return sign_in


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


def pytest_collection_modifyitems(items: "list[pytest.Item]") -> None:
    """Where no Chromium can be had, `./run test` has said so: its tests are skipped, not failed."""
    if os.environ.get("MOTCUA_SKIP_BROWSER") == "1":
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A real Chromium, one a worker. Playwright keeps an event loop running from here on."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_ARGS))
        yield browser
        browser.close()


@pytest.fixture
def page_for(
    chromium: "Browser", live_server: "LiveServer", client_for: "Callable[[Person], Client]"
) -> "Iterator[Callable[..., Page]]":
    """A page at a width (1280 or 360) of somebody who has signed in, or of nobody."""
    contexts = []

    def opened(person: "Person | None" = None, width: int = 1280) -> "Page":
        from django.conf import settings

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


@pytest.fixture(autouse=True)
def _vietnamese() -> None:
    """Each test begins in Vietnamese, whatever page the last one read."""
    from django.utils import translation

    translation.activate("vi")


def looked_at(page: "Page", name: str) -> None:
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
def look() -> "Callable[[Page, str], None]":
    """`look(page, name)`: what every screen promises. Axe is quiet, nothing jumped, nothing scrolls sideways.

    A full-page picture goes into the folder MOTCUA_SHOTS, when it is set.
    """
    return looked_at


@pytest.fixture
def jumps() -> "Callable[[Page], list[dict[str, object]]]":
    """`jumps(page)`: its layout shifts since it was loaded: `much`, `what` moved, and whether it was `standing`."""
    return lambda page: page.evaluate(JUMPS)["jumps"]


@pytest.fixture
def catalogue(cast: Cast) -> "dict[str, UUID]":
    """Three cases to hand in, by name: `birth` (same day), `marriage` (5 working days), `land` (20 working days)."""
    return small_catalogue(cast)


@pytest.fixture
def papers() -> "Callable[[UUID], tuple[PaperIn, ...]]":
    """Every required paper of a case."""
    from motcua.dossiers.rules import PaperIn
    from motcua.procedures.models import Case

    def of(case_id: UUID) -> "tuple[PaperIn, ...]":
        version = Case.objects.select_related("version").get(pk=case_id).version
        return tuple(PaperIn(name=c.name, component_id=c.pk) for c in version.components.all())

    return of


SMALL = {
    "birth": ("1.001193", "Đăng ký khai sinh", "Hộ tịch", "VHXH", "same day", 0),
    "marriage": ("1.000894", "Đăng ký kết hôn", "Hộ tịch", "VHXH", "5 working days", 0),
    "land": ("1.012753", "Đăng ký biến động đất đai", "Đất đai", "KT", "20 working days", 50000),
}
STEPS = (
    ("intake", "Tiếp nhận", "centre", "counter", "0.5"),
    ("work", "Thẩm tra hồ sơ", "division", "specialist", "4"),
    ("sign", "Ký kết quả", "leadership", "leader", "2"),
    ("release", "Vào sổ, đóng dấu", "office", "clerk", "1"),
    ("return", "Trả kết quả", "centre", "counter", None),
)


def small_catalogue(cast: Cast) -> "dict[str, UUID]":
    """Publish three procedures with one process through the book."""
    from decimal import Decimal

    from motcua.clock import Limit
    from motcua.ledger.actions import action, add, subject
    from motcua.procedures import models

    @action("test.catalogue")
    def publish(*, by: "Actor", at: datetime) -> "dict[str, UUID]":
        ward, cases = by.ward_id, {}
        process = add(
            models.Process(
                ward_id=ward,
                code="QT1",
                title="Quy trình mẫu",
                status="published",
                valid_from=date(2022, 1, 1),
            )
        )
        subject(process)
        for n, (kind, name, unit_kind, role, hours) in enumerate(STEPS, start=1):
            add(
                models.ProcessStep(
                    ward_id=ward,
                    process=process,
                    order=n,
                    kind=kind,
                    name=name,
                    unit_kind=unit_kind,
                    role=role,
                    limit_value=Decimal(hours) if hours else None,
                    limit_unit="working_hour" if hours else "",
                )
            )
        for key, (code, name, area, unit, limit_text, fee) in SMALL.items():
            limit = Limit.parse(limit_text)
            procedure = add(models.Procedure(ward_id=ward, code=code, unit_id=cast.units[unit].pk))
            version = add(
                models.Version(
                    ward_id=ward,
                    procedure=procedure,
                    status="published",
                    valid_from=date(2022, 1, 1),
                    name=name,
                    field=area,
                    online="full",
                    result="Giấy chứng nhận",
                    legal_basis=["Luật Hộ tịch 60/2014/QH13"],
                    search_text=name.lower(),
                )
            )
            for order, paper in enumerate(("Tờ khai", "Giấy tờ chứng minh"), start=1):
                add(
                    models.Component(
                        ward_id=ward,
                        version=version,
                        order=order,
                        name=paper,
                        copy="original",
                        need="required",
                    )
                )
            case = add(
                models.Case(
                    ward_id=ward,
                    version=version,
                    limit_value=limit.value,
                    limit_unit=limit.unit.value,
                    fee=Decimal(fee),
                    process=process,
                )
            )
            cases[key] = case.pk
        return cases

    return publish(by=cast.system, at=at("2022-01-04 08:00"))
