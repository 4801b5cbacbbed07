"""`motcua ledger verify`, `figures`, `surveys results`, `replay`, `token`, `demo`."""

import argparse
import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from motcua.acts import Refused
from motcua.vietnam import parse_date

__all__ = ["day", "moment", "register"]

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of the office."""
    ledger = commands.add_parser("ledger", help="sổ ghi việc / the ledger")
    ledger.add_argument("what", choices=["verify"])
    ledger.add_argument("--ward", default="")
    ledger.set_defaults(run=_verify, database=True)

    figures = commands.add_parser("figures", help="Biểu II.06a")
    figures.add_argument("--ward", required=True)
    figures.add_argument("--from", dest="from_", required=True, type=day)
    figures.add_argument("--to", required=True, type=day)
    figures.add_argument("--as-of", type=moment)
    figures.add_argument("--by", default="field")
    figures.add_argument("--json", action="store_true")
    figures.add_argument("--xlsx", type=Path)
    figures.set_defaults(run=_figures, database=True)

    surveys = commands.add_parser("surveys", help="ý kiến người dân / what people answered")
    surveys.add_argument("what", choices=["results"])
    surveys.add_argument("--ward", required=True)
    surveys.add_argument("--from", dest="from_", required=True, type=day)
    surveys.add_argument("--to", required=True, type=day)
    surveys.add_argument("--of", default="sipas", help="sipas, evaluation, short")
    surveys.add_argument("--by", default="field", help="field, procedure, unit, officer, counter, channel")
    surveys.add_argument("--json", action="store_true")
    surveys.set_defaults(run=_surveys, database=True)

    replay = commands.add_parser("replay", help="dựng lại một phường thật / bring a ward of the reports to life")
    replay.add_argument("name")
    replay.add_argument("--json", action="store_true")
    replay.set_defaults(run=_replay, database=True)

    token = commands.add_parser("token", help="khóa cho máy / a key for a machine")
    token.add_argument("--demo", action="store_true")
    token.add_argument("--ward", default="")
    token.add_argument("--name", default="Máy thử nghiệm")
    token.set_defaults(run=_token, database=True)


def day(text: str) -> date:
    """A day as typed: 2025-07-01, 01/07/2025. Raises Refused as `vietnam.parse_date` does."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return parse_date(text)


def moment(text: str) -> datetime:
    """A moment as typed, in the office's time zone when it names none. Raises Refused `cli.moment`."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(
            "cli.moment",
            f"Không đọc được thời điểm “{text[:40]}”; viết như 2025-09-30T17:00.",
            f"Cannot read the moment “{text[:40]}”; write it like 2025-09-30T17:00.",
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=ZONE)


def _verify(options: argparse.Namespace) -> int:
    from motcua.ledger import queries  # noqa: PLC0415 - after django.setup
    from motcua.offices import queries as offices  # noqa: PLC0415 - the same
    from motcua.offices.models import Ward  # noqa: PLC0415 - the same

    wards = [offices.ward_by_code(options.ward)] if options.ward else list(Ward.objects.order_by("code"))
    status = 0
    for ward in wards:
        broken = queries.verify(ward_id=ward.pk)
        if broken is None:
            head = queries.head(ward_id=ward.pk)
            print(f"{ward.code}: {head.number} việc, chuỗi nguyên vẹn. / {head.number} acts, the chain holds.")
        else:
            status = 1
            print(f"{ward.code}: {_fault(broken)}", file=sys.stderr)
    return status


def _fault(broken: object) -> str:
    from motcua.ledger.queries import Broken  # noqa: PLC0415 - after django.setup

    assert isinstance(broken, Broken)
    vi = {
        "missing": "bị mất",
        "previous": "không nối với việc trước",
        "content": "đã bị sửa nội dung",
        "anchor": "không khớp mốc đã neo",
        "head": "bị mất hoặc không khớp đầu chuỗi đã ghi",
    }[broken.fault]
    return f"việc số {broken.number} {vi}. / act {broken.number} does not hold ({broken.fault})."


def _figures(options: argparse.Namespace) -> int:
    from motcua.accounts import queries as accounts  # noqa: PLC0415 - after django.setup
    from motcua.config.moment import current  # noqa: PLC0415 - the same
    from motcua.figures import queries as figures  # noqa: PLC0415 - the same
    from motcua.offices import queries as offices  # noqa: PLC0415 - the same

    ward = offices.ward_by_code(options.ward)
    end = datetime.combine(options.to + timedelta(days=1), datetime.min.time(), ZONE)
    by = accounts.system_actor(ward_id=ward.pk)
    report = figures.report(
        by=by,
        from_=options.from_,
        to=options.to,
        as_of=options.as_of or min(end, current()),
        group=options.by,
    )
    if options.xlsx:
        options.xlsx.write_bytes(figures.workbook(report))
        print(options.xlsx)
    elif options.json:
        late = figures.lateness_of(by=by, scope=report.scope)
        told = {**figures.report_json(report), "lateness": figures.lateness_json(late)}
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(figures.text(report))
        print(figures.late_text(figures.lateness_of(by=by, scope=report.scope)))
    return 0


def _surveys(options: argparse.Namespace) -> int:
    """Whole months: those that hold the two days."""
    from motcua.accounts import queries as accounts  # noqa: PLC0415 - after django.setup
    from motcua.config.moment import current  # noqa: PLC0415 - the same
    from motcua.offices import queries as offices  # noqa: PLC0415 - the same
    from motcua.surveys import queries as surveys  # noqa: PLC0415 - the same

    ward = offices.ward_by_code(options.ward)
    asking = surveys.Asking(instrument=options.of, first=options.from_, last=options.to, dimension=options.by)
    found = surveys.results(by=accounts.system_actor(ward_id=ward.pk), at=current(), asking=asking)
    if options.json:
        print(json.dumps(surveys.results_json(found, ward=ward.code), ensure_ascii=False))
    else:
        print(surveys.results_text(found, ward=ward.name))
    return 0


def _replay(options: argparse.Namespace) -> int:
    from motcua.config import replays  # noqa: PLC0415 - after django.setup

    return replays.run(name=options.name, as_json=options.json)


def _token(options: argparse.Namespace) -> int:
    from motcua.config import demo  # noqa: PLC0415 - after django.setup

    print(demo.token(ward_code=options.ward, name=options.name))
    return 0
