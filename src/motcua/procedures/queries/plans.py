"""What a dossier pins at receipt, read once per catalogue version of the ward."""

from functools import lru_cache
from uuid import UUID

from motcua.acts import Refused, Role
from motcua.offices import queries as offices
from motcua.offices.queries import WardNow
from motcua.offices.rules import UnitKind
from motcua.procedures.models import Case, ProcessStep
from motcua.procedures.rules import (
    CasePlan,
    ComponentPlan,
    Copy,
    Need,
    OnlineLevel,
    StepKind,
    StepPlan,
    VersionStatus,
)

__all__ = ["plan", "plan_of"]


def plan(*, ward: WardNow, case_id: UUID) -> CasePlan:
    """Everything a dossier pins, in four statements when cold and none when warm.

    What is published never changes: an edit makes a new version with new cases, so the plan of a pinned case is the
    plan it had at receipt. Raises Refused `missing`, also for a draft.
    """
    return _plan(ward.id, ward.catalogue_version, case_id, None)


def plan_of(*, ward: WardNow, case_id: UUID, process_id: UUID) -> CasePlan:
    """The plan of an old dossier that pinned a process of its own. Raises Refused `missing`."""
    return _plan(ward.id, ward.catalogue_version, case_id, process_id)


@lru_cache(maxsize=20000)
def _plan(ward_id: UUID, _version: int, case_id: UUID, process_id: UUID | None) -> CasePlan:
    case = (
        Case.objects.select_related("version__procedure")
        .filter(ward_id=ward_id, pk=case_id)
        .exclude(version__status=VersionStatus.DRAFT.value)
        .first()
    )
    if case is None:
        raise Refused("missing", "Không có thủ tục này.", "There is no such procedure.")
    version, procedure = case.version, case.version.procedure
    units = offices.unit_map(ward_id)
    steps = tuple(
        StepPlan(
            id=s.pk,
            order=s.order,
            kind=StepKind(s.kind),
            name=s.name,
            unit_id=units.of(UnitKind(s.unit_kind), division=procedure.unit_id),
            role=Role(s.role),
            limit=s.limit,
            product=s.product,
            can_send_back=s.can_send_back,
            can_pause=s.can_pause,
            must_note=s.must_note,
            must_result=s.must_result,
            actor_text=s.actor_text,
        )
        for s in ProcessStep.objects.filter(ward_id=ward_id, process_id=process_id or case.process_id)
    )
    if not steps:
        raise Refused("missing", "Không có quy trình này.", "There is no such process.")
    return CasePlan(
        case_id=case.pk,
        version_id=version.pk,
        procedure_id=procedure.pk,
        process_id=process_id or case.process_id,
        unit_id=procedure.unit_id,
        code=procedure.code,
        name=version.name,
        case_name=case.name,
        field=version.field,
        online=OnlineLevel(version.online),
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        limit=case.limit,
        fee=case.fee,
        fee_text=version.fee_text,
        sets=version.sets,
        result=version.result,
        components=tuple(
            ComponentPlan(id=c.pk, name=c.name, copy=Copy(c.copy), quantity=c.quantity, need=Need(c.need))
            for c in version.components.all()
        ),
        steps=steps,
    )
