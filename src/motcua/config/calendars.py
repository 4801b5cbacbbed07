"""A ward's calendar from outside the screens: the `motcua calendar` commands."""

from pathlib import Path

from motcua import vietnam
from motcua.accounts import queries as accounts
from motcua.acts import Refused
from motcua.config.moment import current
from motcua.desk.queries import calendar as queries
from motcua.desk.queries.calendar import Effect
from motcua.offices import queries as offices
from motcua.promises import actions
from motcua.promises.queries import calendar_file

__all__ = ["show", "take_in"]


def show(*, ward_code: str, year: int | None = None) -> int:
    """One line for each day that differs from its weekday."""
    by, at = accounts.system_actor(ward_id=offices.ward_by_code(ward_code).pk), current()
    number = year or at.year
    if not queries.FIRST <= number <= queries.LAST:
        raise Refused(
            "calendar.year",
            f"Năm phải từ {queries.FIRST} đến {queries.LAST}.",
            f"The year must be {queries.FIRST} to {queries.LAST}.",
        )
    found = queries.year(by=by, at=at, number=number)
    for day in found.days:
        print(f"{vietnam.day(day.date, year=True):<22} {day.kind:<14} {day.name} ({day.source}; {day.certainty})")
    tail = " Còn tạm. / Provisional." if found.provisional else ""
    print(f"{number}: {found.working_days} ngày làm việc. / {found.working_days} working days.{tail}")
    return 0


def take_in(*, ward_code: str, file: Path, reason: str, dry_run: bool) -> int:
    """Import a file, or only say what it would change; 1 when a row cannot be read and nothing was written."""
    by, at = accounts.system_actor(ward_id=offices.ward_by_code(ward_code).pk), current()
    try:
        content = file.read_bytes()
    except OSError:
        raise Refused("cli.file", f"Không đọc được tệp {file}.", f"Cannot read the file {file}.") from None
    parsed = calendar_file(name=file.name, content=content)
    for error in parsed.errors:
        print(f"{error.where}: {error.vi} / {error.en}")
    if parsed.change is None:
        return 1
    found = queries.effect(by=by, at=at, change=parsed.change)
    _tell(found)
    if not dry_run:
        actions.change_calendar(by=by, at=at, change=parsed.change, reason=reason, seen=found.mark)
    print("Xem trước, chưa ghi gì. / A dry run, nothing written." if dry_run else "Đã đổi lịch. / Changed.")
    return 0


def _tell(found: Effect) -> None:
    for day in found.days:
        print(f"{vietnam.day(day.date, year=True):<22} {day.before} → {day.after}")
    if found.hours:
        print(f"Giờ làm việc mới từ {found.hours.valid_from:%d/%m/%Y}. / New hours.")
    print(
        f"{found.later} hồ sơ hẹn muộn hơn, {found.earlier} sớm hơn; {found.parts} bước và câu hỏi dời theo; "
        f"{found.breaks} quá hạn ngay. / {found.later} dossiers later, {found.earlier} earlier, {found.parts} parts, "
        f"{found.breaks} late at once."
    )
