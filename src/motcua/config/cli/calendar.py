"""`motcua due`: a due date that explains itself; `motcua calendar`: a ward's calendar, read and taken in."""

import argparse
import json
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from motcua import clock
from motcua.acts import Refused

__all__ = ["register"]

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `due` and `calendar`."""
    due = commands.add_parser("due", help="tính ngày hẹn trả / compute a due date")
    due.add_argument("--received", required=True, help="2026-02-12T09:00")
    due.add_argument("--limit", required=True, help='"3 working days", "15 days", "4 working hours", "same day"…')
    due.add_argument("--channel", default="direct", help="direct | online | post")
    due.add_argument("--calendar", default="", help="tên lịch hoặc mã phường / a ward's code")
    due.add_argument("--pause", action="append", default=[], metavar="A..B")
    due.add_argument("--restart", action="store_true", help="pauses restart the clock (until 30/06/2025)")
    due.add_argument("--explain", action="store_true")
    due.add_argument("--json", action="store_true")
    due.set_defaults(run=_due, database=False)

    calendar = commands.add_parser("calendar", help="lịch làm việc của phường / a ward's calendar")
    what = calendar.add_subparsers(dest="what", metavar="việc/what", required=True)
    show = what.add_parser("show", help="xem một năm / show a year")
    show.add_argument("--ward", required=True)
    show.add_argument("--year", type=int)
    show.set_defaults(run=_show, database=True)
    take = what.add_parser("import", help="nạp một tệp, dời các hẹn trả / import a file and move the promises")
    take.add_argument("file", type=Path)
    take.add_argument("--ward", required=True)
    take.add_argument("--reason", default="")
    take.add_argument("--dry-run", action="store_true")
    take.set_defaults(run=_take_in, database=True)


def _moment(text: str, *, end_of_day: bool = False) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(
            "due.moment",
            f"Không đọc được thời điểm “{text[:40]}”; viết như 2026-02-12T09:00.",
            f"Cannot read the moment “{text[:40]}”; write it like 2026-02-12T09:00.",
        ) from None
    if len(text.strip()) <= 10:
        moment = datetime.combine(moment.date(), time(23, 59, 59) if end_of_day else time(8))
    return moment.astimezone(ZONE) if moment.tzinfo else moment.replace(tzinfo=ZONE)


def _pause(text: str, mode: clock.PauseMode) -> clock.Pause:
    start, separator, end = text.partition("..")
    if not separator or not start or not end:
        raise Refused("due.pause", "Viết khoảng dừng như 2026-02-12T09:00..2026-02-13T10:00.", "Write a pause as A..B.")
    first = _moment(start)
    if len(start.strip()) <= 10:
        first = datetime.combine(first.date(), time(0), ZONE)
    return clock.Pause(start=first, end=_moment(end, end_of_day=True), mode=mode, ground="dòng lệnh")


def _calendar(name: str) -> clock.Calendar:
    if not name or name in {"standard", "vn"}:
        return clock.standard_calendar()
    from motcua.config.cli.main import with_database  # noqa: PLC0415 - only a named ward needs the database

    return with_database(lambda: _ward_calendar(name))


def _ward_calendar(code: str) -> clock.Calendar:
    from motcua.offices import queries  # noqa: PLC0415 - needs Django, set up by the caller

    ward = queries.ward_by_code(code)
    return queries.calendar(queries.now_of(ward.pk))


def _channel(text: str) -> clock.Channel:
    try:
        return clock.Channel(text)
    except ValueError:
        raise Refused(
            "due.channel", "Kênh nộp là direct, online hoặc post.", "The channel is direct, online or post."
        ) from None


def _due(options: argparse.Namespace) -> int:
    mode = clock.PauseMode.RESTART if options.restart else clock.PauseMode.SUSPEND
    answer = clock.explain(
        start=_moment(options.received),
        limit=clock.Limit.parse(options.limit),
        calendar=_calendar(options.calendar),
        pauses=tuple(_pause(text, mode) for text in options.pause),
        channel=_channel(options.channel),
    )
    due = answer.due
    if options.json:
        print(
            json.dumps(
                {
                    "due_at": due.at.isoformat(),
                    "due_date": due.date.isoformat(),
                    "rule": str(due.limit),
                    "provisional": due.provisional,
                    "reasons": [_reason(r) for r in answer.reasons],
                },
                ensure_ascii=False,
            )
        )
        return 0
    print(f"{due.at:%H:%M %d/%m/%Y}" + (" (tạm tính: lịch năm chưa chính thức)" if due.provisional else ""))
    if options.explain:
        for reason in answer.reasons:
            print(f"  {reason.when:<14} {reason.text}" + (f" ({reason.source})" if reason.source else ""))
    return 0


def _reason(reason: clock.Reason) -> dict[str, str]:
    days = (
        {"day": reason.to.isoformat()}
        if reason.from_ == reason.to
        else {"from": reason.from_.isoformat(), "to": reason.to.isoformat()}
    )
    return {**days, "kind": str(reason.kind), "text": reason.text}


def _show(options: argparse.Namespace) -> int:
    from motcua.config import calendars  # noqa: PLC0415 - after django.setup

    return calendars.show(ward_code=options.ward, year=options.year)


def _take_in(options: argparse.Namespace) -> int:
    from motcua.config import calendars  # noqa: PLC0415 - after django.setup

    return calendars.take_in(ward_code=options.ward, file=options.file, reason=options.reason, dry_run=options.dry_run)
