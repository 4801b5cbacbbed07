"""What an import would do, before it does it; and the starter catalogue that comes with the house."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from motcua.acts import Actor
from motcua.offices.rules import RowError
from motcua.procedures.queries.drafts import newest, newest_processes, process_draft, version_draft
from motcua.procedures.queries.uploads import read_upload
from motcua.procedures.rules import (
    Batch,
    Change,
    Difference,
    Finding,
    check_fit,
    check_process,
    check_version,
    compared,
    parse,
)

__all__ = ["DryRun", "dry_run", "findings_of", "source_names", "starter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What would change, what should be known, and what is wrong; without a batch nothing can be applied."""

    batch: Batch | None
    differences: tuple[Difference, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[RowError, ...] = ()

    def count(self, change: Change) -> int:
        """How many rows are new, changed or unchanged."""
        return sum(1 for d in self.differences if d.change is change)


def dry_run(*, by: Actor, name: str, content: bytes) -> DryRun:
    """Read an upload and compare it with the ward's catalogue; writes nothing. Raises Refused `upload.*`."""
    parsed = parse(read_upload(name=name, content=content))
    if parsed.batch is None:
        return DryRun(batch=None, errors=parsed.errors)
    return compare(by=by, batch=parsed.batch)


def compare(*, by: Actor, batch: Batch) -> DryRun:
    """What a batch would change in the actor's ward."""
    versions = {code: version_draft(row) for code, row in newest(by.ward_id).items()}
    processes = {code: process_draft(row) for code, row in newest_processes(by.ward_id).items()}
    return DryRun(
        batch=batch,
        differences=(*compared(versions, batch.procedures), *compared(processes, batch.processes)),
        findings=findings_of(batch),
    )


def findings_of(batch: Batch) -> tuple[Finding, ...]:
    """What the checks say about a batch. Nothing refuses an import: what cannot be published arrives as a draft."""
    found = [f for process in batch.processes for f in check_process(process)]
    steps = {process.code: process.steps for process in batch.processes}
    for version in batch.procedures:
        found += check_version(version)
        for case in version.cases:
            if case.process in steps:
                found += check_fit(steps[case.process], limit=case.limit, about=f"{version.code}, {case.process}")
    return tuple(dict.fromkeys(found))


@cache
def starter() -> Batch:
    """The catalogue that comes with the house: 146 procedures and 27 processes with their certainty."""
    parsed = parse({name: rows[name] for rows in _shipped() for name in ("procedures", "processes") if name in rows})
    if parsed.batch is None:
        raise RuntimeError(f"the starter catalogue is broken: {parsed.errors[:3]}")
    return parsed.batch


@cache
def source_names() -> dict[str, str]:
    """What the starter catalogue calls its sources, by the keys that `certainty` keeps."""
    return {str(key): str(name) for rows in _shipped() for key, name in rows["meta"]["sources"].items()}


@cache
def _shipped() -> tuple[dict[str, Any], ...]:
    data = files("motcua.procedures").joinpath("data")
    names = ("starter_procedures.yaml", "starter_processes.yaml")
    return tuple(read_upload(name=name, content=data.joinpath(name).read_bytes()) for name in names)
