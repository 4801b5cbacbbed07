"""Drafts: a procedure or a process as somebody is writing it. Saving again makes the next number."""

from datetime import date, datetime

from motcua.accounts.rules import may_administer
from motcua.acts import Actor
from motcua.ledger.actions import action, subject
from motcua.offices import actions as offices
from motcua.procedures.actions.shelf import shelf
from motcua.procedures.models import Process, Version
from motcua.procedures.rules import ProcessDraft, VersionDraft, VersionStatus

__all__ = ["save_process", "save_version"]


@action("procedure_version.save")
def save_version(*, by: Actor, at: datetime, draft: VersionDraft, valid_from: date, decision: str = "") -> Version:
    """Keep a draft of a procedure; an older draft of it is put aside, what is in force stays in force."""
    may_administer(by)
    offices.bump_catalogue(by=by, at=at)
    there = shelf(by=by, valid_from=valid_from, decision=decision)
    before = there.versions.get(draft.code)
    if before is not None and before.status == VersionStatus.DRAFT.value:
        there.end(before)
    row = there.put_version(draft, status=VersionStatus.DRAFT)
    subject(row)
    return row


@action("process.save")
def save_process(*, by: Actor, at: datetime, draft: ProcessDraft, valid_from: date, decision: str = "") -> Process:
    """Keep a draft of an internal process; procedures go on with the version they have."""
    may_administer(by)
    there = shelf(by=by, valid_from=valid_from, decision=decision)
    before = there.processes.get(draft.code)
    if before is not None and before.status == VersionStatus.DRAFT.value:
        there.end(before)
    row = there.put_process(draft, status=VersionStatus.DRAFT)
    subject(row)
    return row
