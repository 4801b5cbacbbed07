"""The catalogue of a ward from outside the screens: the starter for demos, and the `motcua catalogue` commands."""

from datetime import date, datetime
from pathlib import Path

from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.config.moment import current
from motcua.offices import queries as offices
from motcua.offices.models import Ward
from motcua.procedures import actions, queries
from motcua.procedures.queries import DryRun
from motcua.procedures.rules import CasePlan, Change, errors

__all__ = ["check", "listing", "load", "load_starter", "plans", "take_in"]


def load(*, ward: Ward, at: datetime) -> dict[str, list[CasePlan]]:
    """Import the starter catalogue, in force from the day of `at`; the first case of each procedure, by field."""
    by, day = accounts.system_actor(ward_id=ward.pk), at.astimezone(ZONE).date()
    actions.import_starter(by=by, at=at, valid_from=day)
    return plans(ward=ward, at=at)


def plans(*, ward: Ward, at: datetime) -> dict[str, list[CasePlan]]:
    """The first case of each procedure in force, by field."""
    by, now = accounts.system_actor(ward_id=ward.pk), offices.now_of(ward.pk)
    found: dict[str, list[CasePlan]] = {}
    for hit in queries.search(by=by, text="", at=at, limit=500):
        found.setdefault(hit.field, []).append(queries.plan(ward=now, case_id=hit.case_id))
    return found


# -- the commands ----------------------------------------------------------------------------------------------------


def load_starter(*, ward_code: str, valid_from: date | None = None) -> int:
    """Import the starter catalogue, in force from today or from a day."""
    by, at = _house(ward_code), current()
    actions.import_starter(by=by, at=at, valid_from=valid_from or at.date())
    return listing(ward_code=ward_code)


def check(*, ward_code: str) -> int:
    """What stands against publishing each draft, and what should be known of the rest; 1 when something stands."""
    by, status = _house(ward_code), 0
    for code in sorted(queries.newest(by.ward_id)):
        page = queries.page(by=by, code=code, at=current())
        for found in page.findings:
            stands = found in errors(page.findings)
            status = 1 if stands else status
            print(f"{code}  {'phải sửa' if stands else 'nên xem'}: {found.vi}")
    return status


def listing(*, ward_code: str) -> int:
    """One line a procedure: its code, where it stands, its limits, its name."""
    words = {"published": "áp dụng", "draft": "nháp", "retired": "bãi bỏ"}
    rows = queries.browse(by=_house(ward_code), at=current())
    for row in rows:
        limits = "; ".join(case.limit.words() for case in row.version.cases.all()) or "chưa có thời hạn"
        print(f"{row.version.procedure.code:<12} {words[row.status]:<8} {limits:<18} {row.version.name}")
    in_force = sum(1 for row in rows if row.status == "published")
    print(f"{len(rows)} thủ tục, {in_force} đang áp dụng. / {len(rows)} procedures, {in_force} in force.")
    return 0


def take_in(*, ward_code: str, file: Path, valid_from: date | None, decision: str, dry_run: bool) -> int:
    """Import a file, or only say what it would change; 1 when a row cannot be read and nothing was written."""
    by, at = _house(ward_code), current()
    try:
        content = file.read_bytes()
    except OSError:
        raise Refused("cli.file", f"Không đọc được tệp {file}.", f"Cannot read the file {file}.") from None
    found = queries.dry_run(by=by, name=file.name, content=content)
    _tell(found)
    if found.batch is None:
        return 1
    if not dry_run:
        actions.import_batch(
            by=by,
            at=at,
            batch=found.batch,
            valid_from=valid_from or at.date(),
            decision=decision,
            reason=file.name,
        )
    said = ("Xem trước, chưa ghi gì", "A dry run, nothing written") if dry_run else ("Đã nạp", "Imported")
    counts = [found.count(change) for change in (Change.NEW, Change.CHANGED, Change.UNCHANGED)]
    print("{}: {} mới, {} đổi, {} như cũ.".format(said[0], *counts), end=" / ")
    print("{}: {} new, {} changed, {} unchanged.".format(said[1], *counts))
    return 0


def _house(ward_code: str) -> Actor:
    return accounts.system_actor(ward_id=offices.ward_by_code(ward_code).pk)


def _tell(found: DryRun) -> None:
    for error in found.errors:
        print(f"{error.where}: {error.vi}")
    for it in found.differences:
        if it.change is not Change.UNCHANGED:
            print(f"{'+' if it.change is Change.NEW else '~'} {it.code}  {it.name}")
        for label, old, new in it.fields:
            print(f"    {label}: {old or '–'} → {new or '–'}")
    for finding in errors(found.findings):
        print(f"! {finding.about}: {finding.vi}")
