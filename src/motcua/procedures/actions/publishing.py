"""Publishing and retiring: from a day on a version is in force, or no longer."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from motcua.accounts.rules import may_administer
from motcua.acts import Actor, Refused
from motcua.ledger.actions import action, change, note, subject
from motcua.offices import actions as offices
from motcua.procedures import queries, rules
from motcua.procedures.actions.shelf import Shelf, shelf
from motcua.procedures.models import Process, Version
from motcua.procedures.rules import Finding, VersionStatus

__all__ = ["publish_process", "publish_version", "retire_version"]


@action("procedure_version.publish")
def publish_version(
    *, by: Actor, at: datetime, version_id: UUID, valid_from: date, decision: str = "", reason: str = ""
) -> Version:
    """Put a draft in force from a day on; draft processes of its cases are published with it.

    Raises Refused `publish.state`, and `publish.checks` with every finding that stands against it.
    """
    may_administer(by)
    code = queries.version(by=by, version_id=version_id).procedure.code
    offices.bump_catalogue(by=by, at=at)
    there = shelf(by=by, valid_from=valid_from, decision=decision)
    draft = there.versions[code]
    _must_be_draft(draft, version_id)
    there.decision = decision or draft.decision
    wanted = queries.version_draft(draft)
    _refuse(rules.errors(there.findings(wanted)))
    for code in sorted({case.process.code for case in draft.cases.all()}):
        if there.processes[code].status == VersionStatus.DRAFT.value:
            _republish(there, there.processes[code])
    row = there.put_version(wanted, status=VersionStatus.PUBLISHED)
    note(reason)
    subject(row)
    return row


@action("process.publish")
def publish_process(
    *, by: Actor, at: datetime, process_id: UUID, valid_from: date, decision: str = "", reason: str = ""
) -> Process:
    """Put a draft process in force; every procedure that runs by it gets a new version that does.

    Dossiers already received keep the process they pinned. Raises Refused `publish.state`, `publish.checks`.
    """
    may_administer(by)
    code = queries.process(by=by, process_id=process_id).code
    offices.bump_catalogue(by=by, at=at)
    there = shelf(by=by, valid_from=valid_from, decision=decision)
    draft = there.processes[code]
    _must_be_draft(draft, process_id)
    there.decision = decision or draft.decision
    _refuse(rules.errors(rules.check_process(queries.process_draft(draft))))
    followers = [queries.version_draft(version) for version in there.users_of({draft.code: draft})]
    row = _republish(there, there.processes[draft.code])
    for follower in followers:
        _refuse(rules.errors(there.findings(follower)))
        there.put_version(follower, status=VersionStatus.PUBLISHED)
    note(reason)
    subject(row)
    return row


@action("procedure_version.retire")
def retire_version(*, by: Actor, at: datetime, version_id: UUID, last_day: date, reason: str) -> Version:
    """A procedure is no longer received after a day; open dossiers go on by what they pinned."""
    may_administer(by)
    if not reason.strip():
        raise Refused(
            "reason.missing",
            "Ghi văn bản bãi bỏ hoặc lý do.",
            "Give the repealing document or the reason.",
            field="reason",
        )
    offices.bump_catalogue(by=by, at=at)
    row = queries.version(by=by, version_id=version_id)
    note(reason)
    subject(row)
    if row.status == VersionStatus.PUBLISHED.value and last_day >= row.valid_from:
        return change(row, valid_to=last_day)
    return change(row, status=VersionStatus.RETIRED.value)


def _republish(there: Shelf, draft: Process) -> Process:
    """A draft process as the published one: the draft is spent, its steps are written anew."""
    return there.put_process(there.draft_of(draft), status=VersionStatus.PUBLISHED)


def _must_be_draft(newest: Version | Process, wanted: UUID) -> None:
    if newest.pk != wanted or newest.status != VersionStatus.DRAFT.value:
        raise Refused(
            "publish.state",
            "Chỉ công bố được bản nháp mới nhất; tải lại trang để xem bản hiện có.",
            "Only the newest draft can be published; reload the page.",
        )


def _refuse(errors: Iterable[Finding]) -> None:
    found = tuple(errors)
    if found:
        raise Refused(
            "publish.checks",
            "Chưa công bố được: " + " ".join(f"{f.vi} ({f.about})" if f.about else f.vi for f in found),
            "Cannot be published: " + " ".join(f"{f.en} ({f.about})" if f.about else f.en for f in found),
        )
