"""The cast of one ward, and three cases to hand in."""

import sys
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import _lru_cache_wrapper, partial
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.test import Client
from uuid_utils.compat import uuid7

from motcua.accounts import actions as accounts
from motcua.accounts.models import Person
from motcua.accounts.queries import actor_for_person, system_actor
from motcua.acts import Actor, Role
from motcua.clock import Limit
from motcua.dossiers.rules import PaperIn
from motcua.ledger.actions import action, add, subject
from motcua.offices import actions as offices
from motcua.offices.models import Unit, Ward
from motcua.offices.rules import UnitKind
from motcua.procedures import models

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PASSWORD = "mot-cua-thu-nghiem"


@dataclass
class Cast:
    """The people of a ward by what they do; all invented."""

    ward: Ward
    units: dict[str, Unit]
    people: dict[str, Person] = field(default_factory=dict)
    on: date = date(2026, 11, 25)

    def __getitem__(self, who: str) -> Actor:
        """The actor somebody is on the day of the play."""
        return actor_for_person(person=self.people[who], on=self.on)

    @property
    def system(self) -> Actor:
        """The house itself."""
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
def ward(cast: Cast) -> Ward:
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
def client_for() -> Callable[[Person], Client]:
    """A browserless client signed in as somebody."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def catalogue(cast: Cast) -> dict[str, UUID]:
    """Three cases to hand in, by name: `birth` (same day), `marriage` (5 working days), `land` (20 working days)."""
    return small_catalogue(cast)


@pytest.fixture
def papers() -> Callable[[UUID], tuple[PaperIn, ...]]:
    """Every required paper of a case."""

    def of(case_id: UUID) -> tuple[PaperIn, ...]:
        version = models.Case.objects.select_related("version").get(pk=case_id).version
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


def small_catalogue(cast: Cast) -> dict[str, UUID]:
    """Publish three procedures with one process through the book."""

    @action("test.catalogue")
    def publish(*, by: Actor, at: datetime) -> dict[str, UUID]:
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
