"""The grammar everyone shares: who acts, on which record, and the anticipated no.

A closed list. A fourth noun needs a decision page.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

__all__ = ["Actor", "ActorKind", "Position", "Ref", "Refused", "Role"]


class Role(StrEnum):
    """What a position entitles its holder to do; the closed list of a ward's one-stop."""

    COUNTER = "counter"  # tiếp nhận và trả kết quả
    SPECIALIST = "specialist"  # công chức chuyên môn thụ lý
    UNIT_HEAD = "unit_head"  # lãnh đạo phòng
    CLERK = "clerk"  # văn thư
    DIRECTOR = "director"  # giám đốc, phó giám đốc trung tâm phục vụ hành chính công
    LEADER = "leader"  # phó chủ tịch UBND
    CHAIRMAN = "chairman"  # chủ tịch UBND
    ADMIN = "admin"  # quản trị hệ thống của phường
    SUPERVISOR = "supervisor"  # đoàn giám sát: chỉ đọc


class ActorKind(StrEnum):
    """What kind of being acts."""

    PERSON = "person"
    MACHINE = "machine"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A position held on the day of the act: a role in a unit."""

    role: Role
    unit_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, for which ward, holding which positions.

    `name` and `title` are printed into the ledger, which must stay readable when the person's row is gone.
    """

    kind: ActorKind
    id: UUID
    name: str
    ward_id: UUID
    title: str = ""
    positions: tuple[Position, ...] = ()
    roles: frozenset[Role] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "roles", frozenset(position.role for position in self.positions))

    def has(self, *roles: Role) -> bool:
        """Whether any of `roles` is held."""
        return not self.roles.isdisjoint(roles)

    def units(self, *roles: Role) -> frozenset[UUID]:
        """The units in which any of `roles` is held (all units when no role is named)."""
        return frozenset(p.unit_id for p in self.positions if not roles or p.role in roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Kind, id and printed label of any record anywhere."""

    kind: str
    id: UUID
    label: str = ""


class Refused(Exception):  # noqa: N818 - an anticipated no is not an error
    """An anticipated no: a code for machines, a sentence for people, the rule's source.

    Everything else that is raised is a bug and stays loud.
    """

    def __init__(self, code: str, vi: str, en: str, *, source: str = "", field: str = "") -> None:
        """Say no. `field` names the form field it concerns, when there is one."""
        super().__init__(f"{code}: {en}")
        self.code = code
        self.vi = vi
        self.en = en
        self.source = source
        self.field = field
