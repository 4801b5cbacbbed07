"""`motcua promises audit`: what became of every promise, and whether any of them contradicts itself."""

import argparse
from datetime import datetime

from motcua.config.cli.office import moment

__all__ = ["register"]


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `promises`."""
    promises = commands.add_parser("promises", help="lời hẹn / promises")
    what = promises.add_subparsers(dest="what", metavar="việc/what", required=True)
    audit = what.add_parser("audit", help="đếm và kiểm mọi lời hẹn / count and check every promise")
    which = audit.add_mutually_exclusive_group(required=True)
    which.add_argument("--ward", default="", help="mã phường / a ward's code")
    which.add_argument("--all", action="store_true", help="mọi phường / every ward")
    audit.add_argument("--at", type=moment, help="2026-11-30T17:00; không ghi thì là bây giờ / now when left out")
    audit.add_argument("--json", action="store_true")
    audit.set_defaults(run=_audit, database=True)


def _audit(options: argparse.Namespace) -> int:
    from motcua.config import audits  # noqa: PLC0415 - after django.setup

    at: datetime | None = options.at
    return audits.run(ward_code=options.ward, at=at, as_json=options.json)
