"""What may happen at the door. Source: ND 61/2018 art. 17; ND 309/2026 art. 17."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.dossiers.rules.handling import in_order
from motcua.dossiers.rules.states import Applicant, Comer, ComerKind, PaperIn, Status
from motcua.procedures.rules import ComponentPlan, Need

__all__ = ["may_decide", "may_receive", "missing_papers"]


def may_receive(*, by: Actor, applicant: Applicant, comer: Comer) -> None:
    """Only the counter receives, from somebody with a name; a proxy needs a name and a mandate."""
    _counter(by)
    if not applicant.name.strip():
        raise Refused("intake.name", "Thiếu họ tên người nộp.", "The applicant's name is missing.", field="name")
    if comer.kind is ComerKind.PROXY and not (comer.name.strip() and comer.mandate.strip()):
        raise Refused(
            "intake.mandate",
            "Người được ủy quyền cần ghi họ tên và giấy ủy quyền.",
            "A proxy needs a name and a mandate.",
            source="NĐ 61/2018 Điều 16",
            field="mandate",
        )


def _counter(by: Actor) -> None:
    if by.kind is not ActorKind.SYSTEM and not by.has(Role.COUNTER, Role.DIRECTOR):
        raise Refused(
            "forbidden",
            "Chỉ cán bộ tiếp nhận của trung tâm làm được việc này.",
            "Only the counter may do this.",
        )


def may_decide(*, by: Actor, at: datetime, last_at: datetime, status: Status) -> None:
    """Accept, ask for completion or refuse: only a dossier that is lodged or back from completion."""
    _counter(by)
    if status not in {Status.LODGED, Status.AWAITING}:
        raise Refused(
            "intake.decided",
            "Hồ sơ này đã được tiếp nhận hoặc đã kết thúc.",
            "This dossier has already been accepted or has ended.",
        )
    in_order(at=at, last_at=last_at)


def missing_papers(*, wanted: Iterable[ComponentPlan], papers: Iterable[PaperIn]) -> tuple[str, ...]:
    """Names of required components that nobody handed in."""
    there: set[UUID] = {p.component_id for p in papers if p.component_id is not None and p.quantity > 0}
    return tuple(c.name for c in wanted if c.need is Need.REQUIRED and c.id not in there)
