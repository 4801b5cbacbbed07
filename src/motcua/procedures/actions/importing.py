"""A whole catalogue, or a few rows of one, in one act: all of it or nothing."""

from datetime import date, datetime

from motcua.accounts.rules import may_administer
from motcua.acts import Actor
from motcua.ledger.actions import action, note
from motcua.offices import actions as offices
from motcua.offices.models import Ward
from motcua.procedures import queries, rules
from motcua.procedures.actions.shelf import shelf
from motcua.procedures.models import Version
from motcua.procedures.rules import Batch, Change, VersionStatus

__all__ = ["import_batch", "import_starter"]


@action("catalogue.import_batch")
def import_batch(
    *, by: Actor, at: datetime, batch: Batch, valid_from: date, decision: str = "", reason: str = ""
) -> Ward:
    """Take in procedures and processes. What is unchanged makes nothing; what fails its checks arrives as a draft.

    A procedure whose process got a new version gets one too: a published plan never changes. Raises Refused
    `forbidden`, `process.unknown`, `procedure.unit`, `step.position`.
    """
    may_administer(by)
    ward = offices.bump_catalogue(by=by, at=at)
    there = shelf(by=by, valid_from=valid_from, decision=decision)
    changed = {}
    before = {code: queries.process_draft(row) for code, row in there.processes.items()}
    for process, difference in zip(batch.processes, rules.compared(before, batch.processes), strict=True):
        if difference.change is not Change.UNCHANGED:
            sound = not rules.errors(rules.check_process(process))
            status = VersionStatus.PUBLISHED if sound else VersionStatus.DRAFT
            changed[process.code] = there.put_process(process, status=status)
    followers = {row.procedure.code: queries.version_draft(row) for row in there.users_of(changed)}
    known = {code: queries.version_draft(row) for code, row in there.versions.items()}
    for version, difference in zip(batch.procedures, rules.compared(known, batch.procedures), strict=True):
        repealed = there.live.get((Version, version.code)) if version.status is VersionStatus.RETIRED else None
        if repealed is not None:
            there.end(repealed)
        elif difference.change is not Change.UNCHANGED:
            there.put_version(version)
        if difference.change is not Change.UNCHANGED:
            followers.pop(version.code, None)
    for version in followers.values():
        there.put_version(version)
    note(reason)
    return ward


@action("catalogue.import_starter")
def import_starter(*, by: Actor, at: datetime, valid_from: date) -> Ward:
    """The catalogue that comes with the house, for a ward that has none yet."""
    return import_batch(
        by=by, at=at, batch=queries.starter(), valid_from=valid_from, reason="Danh mục ban đầu đi kèm phần mềm"
    )
