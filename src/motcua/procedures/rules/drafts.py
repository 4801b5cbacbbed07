"""A procedure and an internal process while they are written, imported and compared; before anything is stored."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from motcua.acts import Role
from motcua.clock import Limit
from motcua.offices.rules import UnitKind
from motcua.procedures.rules.values import Copy, Need, OnlineLevel, StepKind, VersionStatus

__all__ = ["Batch", "CaseDraft", "ComponentDraft", "ProcessDraft", "StepDraft", "VersionDraft"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDraft:
    """One step as written; without a unit or a role it cannot be published."""

    kind: StepKind
    name: str
    unit_kind: UnitKind | None
    role: Role | None
    limit: Limit | None = None
    actor_text: str = ""
    product: str = ""
    can_send_back: bool = True
    can_pause: bool = True
    must_note: bool = False
    must_result: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessDraft:
    """An internal process as written. `limit` is the total its source prints; `procedure` the code it was made for."""

    code: str
    title: str
    steps: tuple[StepDraft, ...]
    limit: Limit | None = None
    procedure: str = ""
    decision: str = ""
    generated: bool = False
    certainty: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDraft:
    """A case: its own limit, fee (đồng; None: set by the provincial council) and process ("" is the default one)."""

    limit: Limit
    name: str = ""
    fee: Decimal | None = None
    process: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentDraft:
    """One paper of the list."""

    name: str
    copy: Copy = Copy.ORIGINAL
    quantity: int = 1
    need: Need = Need.REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDraft:
    """A procedure as written. `unit` is the code of the division that processes; "" lets the house choose by field."""

    code: str
    name: str
    field: str
    online: OnlineLevel = OnlineLevel.PARTIAL
    cases: tuple[CaseDraft, ...] = ()
    components: tuple[ComponentDraft, ...] = ()
    fee_text: str = ""
    exemptions: tuple[str, ...] = ()
    sets: int = 1
    result: str = ""
    legal_basis: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    interlinked: str = ""
    note: str = ""
    unit: str = ""
    status: VersionStatus = VersionStatus.PUBLISHED
    certainty: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A checked import: every row was read. Codes are unique."""

    procedures: tuple[VersionDraft, ...] = ()
    processes: tuple[ProcessDraft, ...] = ()
