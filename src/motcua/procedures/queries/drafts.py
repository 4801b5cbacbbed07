"""What is stored, as the values that are written, imported and compared."""

from collections.abc import Iterable
from uuid import UUID

from motcua.acts import Role
from motcua.offices.rules import UnitKind
from motcua.procedures.models import Process, Version
from motcua.procedures.rules import (
    CaseDraft,
    ComponentDraft,
    Copy,
    Need,
    OnlineLevel,
    ProcessDraft,
    StepDraft,
    StepKind,
    VersionDraft,
    VersionStatus,
)

__all__ = ["newest", "newest_processes", "process_draft", "version_draft"]


def newest(ward_id: UUID) -> dict[str, Version]:
    """The newest version of each procedure of a ward by code, with what a draft needs. Few statements."""
    rows = (
        Version.objects.filter(ward_id=ward_id)
        .select_related("procedure__unit")
        .prefetch_related("cases__process", "components")
        .order_by("procedure_id", "-number")
        .distinct("procedure_id")
    )
    return {row.procedure.code: row for row in rows}


def newest_processes(ward_id: UUID) -> dict[str, Process]:
    """The newest version of each process of a ward by code."""
    rows = (
        Process.objects.filter(ward_id=ward_id).prefetch_related("steps").order_by("code", "-number").distinct("code")
    )
    return {row.code: row for row in rows}


def version_draft(version: Version) -> VersionDraft:
    """A stored version as a draft; a case with a generated process names none."""
    return VersionDraft(
        code=version.procedure.code,
        name=version.name,
        field=version.field,
        online=OnlineLevel(version.online),
        cases=tuple(
            CaseDraft(
                limit=case.limit,
                name=case.name,
                fee=case.fee,
                process="" if case.process.generated else case.process.code,
            )
            for case in version.cases.all()
        ),
        components=tuple(
            ComponentDraft(name=c.name, copy=Copy(c.copy), quantity=c.quantity, need=Need(c.need))
            for c in version.components.all()
        ),
        fee_text=version.fee_text,
        exemptions=_texts(version.exemptions),
        sets=version.sets,
        result=version.result,
        legal_basis=_texts(version.legal_basis),
        keywords=_texts(version.keywords),
        interlinked=version.interlinked,
        note=version.note,
        unit=version.procedure.unit.code,
        status=VersionStatus(version.status) if version.valid_to is None else VersionStatus.RETIRED,
        certainty=dict(version.certainty),
    )


def _texts(stored: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(one) for one in stored)


def process_draft(process: Process) -> ProcessDraft:
    """A stored process as a draft."""
    return ProcessDraft(
        code=process.code,
        title=process.title,
        steps=tuple(
            StepDraft(
                kind=StepKind(s.kind),
                name=s.name,
                unit_kind=UnitKind(s.unit_kind),
                role=Role(s.role),
                limit=s.limit,
                actor_text=s.actor_text,
                product=s.product,
                can_send_back=s.can_send_back,
                can_pause=s.can_pause,
                must_note=s.must_note,
                must_result=s.must_result,
            )
            for s in process.steps.all()
        ),
        procedure=str(process.certainty.get("procedure", "")),
        decision=process.decision,
        generated=process.generated,
        certainty=dict(process.certainty),
    )
