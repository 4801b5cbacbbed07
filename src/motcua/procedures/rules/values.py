"""What a procedure and its internal process are once they are published, as values a dossier pins."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from motcua.acts import Role
from motcua.clock import Limit

__all__ = [
    "CasePlan",
    "ComponentPlan",
    "Copy",
    "Need",
    "OnlineLevel",
    "StepKind",
    "StepPlan",
    "VersionStatus",
]


class VersionStatus(StrEnum):
    """The life of a version of a procedure or of an internal process."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


class OnlineLevel(StrEnum):
    """Online level since ND 42/2022, kept by ND 224/2026. Old levels 1–4 are kept apart, as printed then."""

    INFORMATION = "information"  # cung cấp thông tin
    PARTIAL = "partial"  # một phần
    FULL = "full"  # toàn trình


class Copy(StrEnum):
    """In what form a component is handed in."""

    ORIGINAL = "original"  # bản chính
    CERTIFIED_COPY = "certified_copy"  # bản sao chứng thực
    COPY = "copy"  # bản sao
    ELECTRONIC = "electronic"  # biểu mẫu điện tử
    PRESENT = "present"  # xuất trình


class Need(StrEnum):
    """Whether a component must be there."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"
    OPTIONAL = "optional"


class StepKind(StrEnum):
    """What kind of work a step of an internal process is."""

    INTAKE = "intake"  # tiếp nhận
    WORK = "work"  # thụ lý, thẩm tra, xác minh
    SIGN = "sign"  # duyệt, ký
    RELEASE = "release"  # vào sổ, đóng dấu, phát hành
    RETURN = "return"  # trả kết quả


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentPlan:
    """One paper of a procedure's list."""

    id: UUID
    name: str
    copy: Copy
    quantity: int
    need: Need


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPlan:
    """One step of an internal process, its unit resolved for the ward."""

    id: UUID
    order: int
    kind: StepKind
    name: str
    unit_id: UUID
    role: Role
    limit: Limit | None  # None: the source does not count its time
    product: str = ""
    can_send_back: bool = True
    can_pause: bool = True
    must_note: bool = False
    must_result: bool = False
    actor_text: str = ""  # as the source names whoever does it: an outside body the specialist waits for


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePlan:
    """Everything a dossier pins at receipt: the case, its version and its internal process."""

    case_id: UUID
    version_id: UUID
    procedure_id: UUID
    process_id: UUID
    unit_id: UUID
    code: str
    name: str
    case_name: str
    field: str
    online: OnlineLevel
    valid_from: date
    limit: Limit
    fee: Decimal | None  # đồng; None: set by the provincial council
    fee_text: str
    sets: int
    result: str
    components: tuple[ComponentPlan, ...]
    steps: tuple[StepPlan, ...]
    valid_to: date | None = None  # the last day on which it may be received

    def processed_by(self, unit_id: UUID) -> "CasePlan":
        """The plan with the division a dossier pinned: the steps of the procedure's own division are that one's."""
        if unit_id == self.unit_id:
            return self
        steps = tuple(replace(s, unit_id=unit_id) if s.unit_id == self.unit_id else s for s in self.steps)
        return replace(self, unit_id=unit_id, steps=steps)
