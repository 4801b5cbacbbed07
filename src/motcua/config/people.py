"""Invented people: the staff of a ward and the residents who come to it."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from motcua.accounts import actions as accounts
from motcua.accounts import queries
from motcua.accounts.models import Person
from motcua.acts import Actor, Role
from motcua.dossiers.rules import Applicant
from motcua.ledger.actions import batch
from motcua.offices import actions as offices
from motcua.offices.models import Unit, Ward
from motcua.offices.rules import UnitKind

__all__ = ["Post", "Staff", "again", "found", "resident"]

MAIL = "thu.example"  # a domain that nobody can own

UNITS: tuple[tuple[str, str, UnitKind], ...] = (
    ("MC", "Trung tâm Phục vụ hành chính công", UnitKind.CENTRE),
    ("VHXH", "Phòng Văn hóa – Xã hội", UnitKind.DIVISION),
    ("KT", "Phòng Kinh tế, Hạ tầng và Đô thị", UnitKind.DIVISION),
    ("VP", "Văn phòng HĐND và UBND", UnitKind.OFFICE),
    ("LD", "Lãnh đạo UBND", UnitKind.LEADERSHIP),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post of the ward and who holds it."""

    key: str
    name: str
    unit: str
    role: Role
    title: str


POSTS: tuple[Post, ...] = (
    Post(key="cuc", name="Phùng Thị Cúc", unit="MC", role=Role.COUNTER, title="Công chức tiếp nhận"),
    Post(key="na", name="Sầm Thị Na", unit="MC", role=Role.COUNTER, title="Công chức tiếp nhận"),
    Post(key="nhan", name="Mạc Thị Nhãn", unit="MC", role=Role.COUNTER, title="Công chức trả kết quả"),
    Post(key="sau", name="Tạ Văn Sấu", unit="MC", role=Role.DIRECTOR, title="Giám đốc Trung tâm"),
    Post(key="sen", name="Lê Thị Sen", unit="VHXH", role=Role.SPECIALIST, title="Công chức tư pháp – hộ tịch"),
    Post(key="tre", name="Quách Văn Tre", unit="VHXH", role=Role.SPECIALIST, title="Công chức văn hóa – xã hội"),
    Post(key="mit", name="Đào Văn Mít", unit="VHXH", role=Role.UNIT_HEAD, title="Trưởng phòng Văn hóa – Xã hội"),
    Post(key="gac", name="Hà Thị Gấc", unit="KT", role=Role.SPECIALIST, title="Công chức địa chính – xây dựng"),
    Post(key="dua", name="Lò Văn Dừa", unit="KT", role=Role.SPECIALIST, title="Công chức kinh tế"),
    Post(key="buoi", name="Khúc Văn Bưởi", unit="KT", role=Role.UNIT_HEAD, title="Trưởng phòng Kinh tế"),
    Post(key="lai", name="Tô Thị Lài", unit="VP", role=Role.CLERK, title="Văn thư"),
    Post(key="lim", name="Đinh Văn Lim", unit="LD", role=Role.LEADER, title="Phó Chủ tịch UBND"),
    Post(key="lat", name="Chu Văn Lát", unit="LD", role=Role.CHAIRMAN, title="Chủ tịch UBND"),
    Post(key="gao", name="Kiều Văn Gạo", unit="VP", role=Role.ADMIN, title="Quản trị hệ thống"),
    Post(key="dau", name="Ngô Thị Dâu", unit="VP", role=Role.SUPERVISOR, title="Đoàn giám sát"),
)


class Picker(Protocol):
    """What chooses among equals."""

    def choice(self, seq: list[Actor], /) -> Actor:
        """One of them."""
        ...


@dataclass(slots=True)
class Staff:
    """Who holds which post, as actors."""

    actors: dict[tuple[Role, UUID | None], list[Actor]] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def one(self, *, role: Role, unit_id: UUID | None, on: date, pick: Picker) -> Actor:  # noqa: ARG002 - positions are held from the founding on
        """Somebody who holds a role, in a unit if one is named."""
        return pick.choice(self.actors[role, unit_id])


def found(
    *,
    ward_id: UUID,
    at: datetime,
    code: str,
    slug: str,
    name: str,
    superior: str,
    prefix: str,
    password: str,
    extra: dict[str, list[list[str]]] | None = None,
    address: str = "",
    phone: str = "",
) -> tuple[Ward, Staff]:
    """Found a ward with its units and posts through the real actions."""
    by = queries.system_actor(ward_id=ward_id)
    staff = Staff()
    with batch():
        ward = offices.found_ward(
            by=by,
            at=at,
            code=code,
            slug=slug,
            name=name,
            superior=superior,
            valid_from=at.date(),
            extra=extra,
            address=address,
            phone=phone,
        )
        for order, (key, label, kind) in enumerate(UNITS):
            staff.units[key] = offices.add_unit(
                by=by, at=at, code=key, name=label, kind=kind, order=order, valid_from=at.date()
            )
        for post in POSTS:
            staff.people[post.key] = accounts.add_person(
                by=by,
                at=at,
                username=f"{prefix}{post.key}",
                name=post.name,
                password=password,
                email=f"{prefix}{post.key}@{MAIL}",
            )
    with batch():
        for post in POSTS:
            person = staff.people[post.key]
            accounts.give_position(
                by=by,
                at=at,
                person_id=person.pk,
                unit_id=staff.units[post.unit].pk,
                role=post.role,
                title=post.title,
                starts=at.date(),
            )
    return ward, _cast(staff, on=at.date())


def again(*, ward: Ward, prefix: str, on: date) -> Staff:
    """The staff of a ward that was founded before with `prefix`."""
    staff = Staff(units={unit.code: unit for unit in Unit.objects.filter(ward_id=ward.pk)})
    names = {f"{prefix}{post.key}": post.key for post in POSTS}
    staff.people = {names[p.username]: p for p in Person.objects.filter(ward_id=ward.pk, username__in=names)}
    return _cast(staff, on=on)


def _cast(staff: Staff, *, on: date) -> Staff:
    """Who may act as what."""
    for post in POSTS:
        actor = queries.actor_for_person(person=staff.people[post.key], on=on)
        staff.actors.setdefault((post.role, None), []).append(actor)
        staff.actors.setdefault((post.role, staff.units[post.unit].pk), []).append(actor)
    return staff


FAMILY = (
    "Âu", "Bạc", "Cù", "Chử", "Doãn", "Đoàn", "Giáp", "Hà", "Khúc", "Kiều", "Lò", "Lưu", "Mạc", "Mai", "Ngô", "Nông",
    "Ông", "Phan", "Phùng", "Quách", "Sầm", "Tạ", "Thạch", "Tống", "Trịnh", "Ung", "Văn", "Vi", "Vừ", "Yên",
)  # fmt: skip
GIVEN = (
    "Bầu", "Bí", "Bưởi", "Cải", "Cam", "Chanh", "Chuối", "Dâu", "Dừa", "Điều", "Đu", "Gấc", "Gừng", "Hành", "Hẹ", "Khế",
    "Lạc", "Lê", "Lựu", "Me", "Mận", "Mía", "Mít", "Mơ", "Na", "Ngâu", "Nhãn", "Nho", "Ổi", "Quế", "Quýt", "Riềng",
    "Sả", "Sấu", "Sen", "Sim", "Sung", "Thị", "Trám", "Trầu", "Tuyết Ngưỡng", "Vải", "Vối", "Xoài", "Xuyến Chi",
)  # fmt: skip
LANES = ("Hoa Giấy", "Hoa Sữa", "Giếng Đá", "Cây Gạo", "Bến Đò", "Chợ Cũ", "Lò Gạch", "Cầu Tre")


def resident(pick: random.Random) -> Applicant:
    """An invented resident: a name of plants, an ID number that starts with 000."""
    woman = pick.random() < 0.5
    born = date(1946, 1, 1).toordinal() + pick.randrange(62 * 365)
    day = date.fromordinal(born)
    century = (2 if day.year >= 2000 else 0) + (1 if woman else 0)
    name = f"{pick.choice(FAMILY)} {'Thị' if woman else 'Văn'} {pick.choice(GIVEN)}"
    return Applicant(
        name=name,
        id_number=f"000{century}{day.year % 100:02d}{pick.randrange(10**6):06d}",
        born=day,
        sex="Nữ" if woman else "Nam",
        address=f"Số {pick.randrange(1, 240)}, ngõ {pick.choice(LANES)}",
        phone=f"0900{pick.randrange(10**6):06d}",
    )
