"""The ward's catalogue while an act writes it: what stands there, and how new versions take their places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.clock import Limit
from motcua.ledger.actions import add, change
from motcua.offices.models import Unit
from motcua.offices.rules import UnitKind
from motcua.procedures import queries, rules
from motcua.procedures.models import Case, Component, Procedure, Process, ProcessStep, Version
from motcua.procedures.rules import ProcessDraft, VersionDraft, VersionStatus

__all__ = ["Shelf", "shelf"]


@dataclass(slots=True, kw_only=True)
class Shelf:
    """Newest versions and processes by code, the divisions, and from which day new ones hold."""

    ward_id: UUID
    valid_from: date
    decision: str
    versions: dict[str, Version]
    processes: dict[str, Process]
    live: dict[tuple[type[Version | Process], str], Version | Process]  # published without an end, by code
    procedures: dict[str, Procedure]
    divisions: list[tuple[UUID, str]]
    unit_codes: dict[str, UUID]
    drafts: dict[UUID, ProcessDraft] = field(default_factory=dict)  # of processes written in this act

    def draft_of(self, process: Process) -> ProcessDraft:
        """What a process says, also one that is not stored yet."""
        return self.drafts.get(process.pk) or queries.process_draft(process)

    # -- processes -----------------------------------------------------------------------------------------------------

    def put_process(self, draft: ProcessDraft, *, status: VersionStatus) -> Process:
        """A new version of a process; a published one ends the one before it."""
        before = self.processes.get(draft.code)
        if status is VersionStatus.PUBLISHED:
            self.replace(Process, draft.code, before)
        row = add(
            Process(
                ward_id=self.ward_id,
                code=draft.code,
                number=before.number + 1 if before else 1,
                title=draft.title,
                status=status.value,
                valid_from=self.valid_from,
                decision=self.decision or draft.decision,
                certainty={**draft.certainty, "procedure": draft.procedure},
                generated=draft.generated,
            )
        )
        for order, step in enumerate(draft.steps, start=1):
            if step.unit_kind is None or step.role is None:
                raise Refused(
                    "step.position",
                    f"Bước {order} của {draft.code} chưa ghi ai làm.",
                    f"Step {order} of {draft.code} has no position.",
                    field="steps",
                )
            add(
                ProcessStep(
                    ward_id=self.ward_id,
                    process=row,
                    order=order,
                    kind=step.kind.value,
                    name=step.name,
                    actor_text=step.actor_text,
                    unit_kind=step.unit_kind.value,
                    role=step.role.value,
                    limit_value=step.limit.value if step.limit else None,
                    limit_unit=step.limit.unit.value if step.limit else "",
                    product=step.product,
                    can_send_back=step.can_send_back,
                    can_pause=step.can_pause,
                    must_note=step.must_note,
                    must_result=step.must_result,
                )
            )
        self.processes[draft.code] = row
        self.drafts[row.pk] = draft
        if status is VersionStatus.PUBLISHED:
            self.live[Process, draft.code] = row
        return row

    def process_for(self, *, code: str, limit: Limit) -> Process:
        """The process a case names, or the default one of its limit, made when it is not there yet.

        Raises Refused `process.unknown`.
        """
        if code:
            named = self.processes.get(code)
            if named is None:
                raise Refused(
                    "process.unknown",
                    f"Chưa có quy trình {code} trong phường.",
                    f"There is no process {code} in this ward.",
                    field="process",
                )
            return named
        usual = self.processes.get(rules.default_code(limit))
        if usual is not None and usual.status == VersionStatus.PUBLISHED.value:
            return usual
        return self.put_process(rules.default_process(limit=limit), status=VersionStatus.PUBLISHED)

    # -- procedures ----------------------------------------------------------------------------------------------------

    def put_version(self, draft: VersionDraft, *, status: VersionStatus | None = None) -> Version:
        """A new version of a procedure; without a status published when nothing stands against it, else a draft."""
        procedure = self.procedures.get(draft.code) or self._new_procedure(draft)
        cases = [(case, self.process_for(code=case.process, limit=case.limit)) for case in draft.cases]
        given = status or draft.status
        if given is VersionStatus.PUBLISHED and rules.errors(self.findings(draft)):
            given = VersionStatus.DRAFT
        before = self.versions.get(draft.code)
        if given is VersionStatus.PUBLISHED:
            self.replace(Version, draft.code, before)
        row = add(
            Version(
                ward_id=self.ward_id,
                procedure=procedure,
                number=before.number + 1 if before else 1,
                status=given.value,
                valid_from=self.valid_from,
                name=draft.name,
                field=draft.field,
                online=draft.online.value,
                fee_text=draft.fee_text,
                exemptions=list(draft.exemptions),
                sets=draft.sets,
                result=draft.result,
                legal_basis=list(draft.legal_basis),
                keywords=list(draft.keywords),
                interlinked=draft.interlinked,
                note=draft.note,
                decision=self.decision,
                certainty=dict(draft.certainty),
                search_text=rules.search_text(code=draft.code, name=draft.name, keywords=draft.keywords),
            )
        )
        for order, (case, process) in enumerate(cases, start=1):
            add(
                Case(
                    ward_id=self.ward_id,
                    version=row,
                    order=order,
                    name=case.name,
                    limit_value=case.limit.value,
                    limit_unit=case.limit.unit.value,
                    fee=case.fee,
                    process=process,
                )
            )
        for order, part in enumerate(draft.components, start=1):
            add(
                Component(
                    ward_id=self.ward_id,
                    version=row,
                    order=order,
                    name=part.name,
                    copy=part.copy.value,
                    quantity=part.quantity,
                    need=part.need.value,
                )
            )
        self.versions[draft.code] = row
        if given is VersionStatus.PUBLISHED:
            self.live[Version, draft.code] = row
        return row

    def findings(self, draft: VersionDraft) -> tuple[rules.Finding, ...]:
        """What stands against publishing a draft, the processes of its cases included."""
        found = [*rules.check_version(draft)]
        for case in draft.cases:
            process = self.draft_of(self.process_for(code=case.process, limit=case.limit))
            about = f"{draft.code}, {process.code}"
            found += [*rules.check_process(process), *rules.check_fit(process.steps, limit=case.limit, about=about)]
        return tuple(dict.fromkeys(found))

    def replace(self, kind: type[Version | Process], code: str, newest: Version | Process | None) -> None:
        """A version is being published: the one in force ends, a draft that is newer than it is spent."""
        for row in {row.pk: row for row in (newest, self.live.get((kind, code))) if row is not None}.values():
            self.end(row)

    def end(self, before: Version | Process) -> None:
        """What a new version replaces: it holds until the day before, or never held."""
        if before.status == VersionStatus.PUBLISHED.value and before.valid_from < self.valid_from:
            change(before, valid_to=self.valid_from - timedelta(days=1))
        elif before.status != VersionStatus.RETIRED.value:
            change(before, status=VersionStatus.RETIRED.value)

    def _new_procedure(self, draft: VersionDraft) -> Procedure:
        unit_id = self.unit_codes.get(draft.unit) if draft.unit else rules.division_of(draft.field, self.divisions)
        if unit_id is None:
            raise Refused(
                "procedure.unit",
                f"Không có phòng nào xử lý thủ tục {draft.code}.",
                f"No division processes {draft.code}.",
                field="unit",
            )
        row = add(Procedure(ward_id=self.ward_id, code=draft.code, unit_id=unit_id))
        self.procedures[draft.code] = row
        return row

    def users_of(self, codes: Mapping[str, object]) -> list[Version]:
        """Newest published versions with a case that runs by one of these processes."""
        return [
            version
            for version in self.versions.values()
            if version.status == VersionStatus.PUBLISHED.value
            and version.valid_to is None
            and any(case.process.code in codes for case in version.cases.all())
        ]


def shelf(*, by: Actor, valid_from: date, decision: str = "") -> Shelf:
    """The catalogue of the actor's ward. The caller holds the ward's row, so nobody else writes it meanwhile."""
    live: dict[tuple[type[Version | Process], str], Version | Process] = {}
    in_force = {"ward_id": by.ward_id, "status": VersionStatus.PUBLISHED.value, "valid_to": None}
    for version in Version.objects.filter(**in_force).select_related("procedure"):
        live[Version, version.procedure.code] = version
    for process in Process.objects.filter(**in_force):
        live[Process, process.code] = process
    units = list(Unit.objects.filter(ward_id=by.ward_id, kind=UnitKind.DIVISION.value, valid_to__isnull=True))
    return Shelf(
        ward_id=by.ward_id,
        valid_from=valid_from,
        decision=decision,
        versions=queries.newest(by.ward_id),
        processes=queries.newest_processes(by.ward_id),
        live=live,
        procedures={p.code: p for p in Procedure.objects.filter(ward_id=by.ward_id)},
        divisions=[(unit.pk, unit.name) for unit in units],
        unit_codes={unit.code: unit.pk for unit in units},
    )
