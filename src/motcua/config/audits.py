"""The audit of promises: every room's answers put together, told as a table or as JSON."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from motcua.config.moment import current
from motcua.dossiers.queries import audit as dossiers
from motcua.offices import queries as offices
from motcua.offices.models import Ward
from motcua.promises.queries import audit as promises
from motcua.promises.queries.audit import Fault
from motcua.promises.rules import Kind

__all__ = ["of_ward", "run"]

KINDS = {
    Kind.DOSSIER: "Hồ sơ",
    Kind.STEP: "Bước của hồ sơ",
    Kind.CONSULTATION: "Hỏi cơ quan khác",
    Kind.CATALOGUE: "Thủ tục xin bổ sung",
    Kind.FEEDBACK: "Phản ánh, kiến nghị",
    Kind.PETITION: "Khiếu nại, tố cáo",
}
COLUMNS = (
    ("open", "đang mở"),
    ("overdue", "mở, trễ"),
    ("early", "sớm"),
    ("on_time", "đúng"),
    ("late", "trễ"),
    ("released", "thôi"),
    ("extended", "hẹn lại"),
    ("apologised", "đã xin lỗi"),
    ("blocked", "trễ lần hai"),
    ("unapologised", "chưa xin lỗi"),
)


def run(*, ward_code: str, at: datetime | None, as_json: bool) -> int:
    """Audit one ward, or every one. Returns 1 when any promise contradicts itself."""
    at = at or current()
    wards = [offices.ward_by_code(ward_code)] if ward_code else list(Ward.objects.order_by("code"))
    told = [of_ward(ward=ward, at=at) for ward in wards]
    whole = all(not one["faults"] for one in told)
    if as_json:
        print(json.dumps({"at": at.isoformat(), "ok": whole, "wards": told}, ensure_ascii=False))
    else:
        for one in told:
            _say(one)
        print("Mọi lời hẹn đều khớp. / Every promise holds." if whole else "Có lời hẹn không khớp. / Some do not hold.")
    return 0 if whole else 1


def of_ward(*, ward: Ward, at: datetime) -> dict[str, Any]:
    """The audit of one ward as JSON says it; see promises/README.md."""
    with _by_whole_tables():
        return _of_ward(ward, at)


@contextmanager
def _by_whole_tables() -> Iterator[None]:
    """Every question is about all promises of a ward: tables are read whole and joined by hash.

    Without statistics (a ward just imported or replayed) PostgreSQL guesses few rows and walks them one by one.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        yield


def _of_ward(ward: Ward, at: datetime) -> dict[str, Any]:
    kinds = {tally.kind: asdict(tally) for tally in promises.tallies(ward_id=ward.pk, at=at)}
    for counted in kinds.values():
        counted.pop("kind")
    if Kind.DOSSIER in kinds:
        kinds[Kind.DOSSIER] |= asdict(dossiers.apologies(ward_id=ward.pk, at=at))
    faults = promises.faults(ward_id=ward.pk, at=at) + dossiers.faults(ward_id=ward.pk, at=at)
    flags = dossiers.flags(ward_id=ward.pk, at=at)
    ids = [fault.promise_id for fault in (*faults, *flags)]
    codes = dossiers.codes(ward_id=ward.pk, promise_ids=ids) if ids else {}

    def named(found: list[Fault]) -> list[dict[str, str]]:
        return [
            {"rule": f.rule, "code": codes.get(f.promise_id, ""), "promise": str(f.promise_id), "said": f.said}
            for f in found
        ]

    return {
        "ward": ward.code,
        "name": ward.name,
        "kinds": kinds,
        "faults": named(faults),
        "flags": named(flags),
    }


def _say(told: dict[str, Any]) -> None:
    print(f"{told['ward']} {told['name']}")
    print("  " + " " * 22 + "".join(f"{label:>13}" for _, label in COLUMNS))
    for kind, counted in told["kinds"].items():
        numbers = "".join(f"{counted.get(name, '–'):>13}" for name, _ in COLUMNS)
        print(f"  {KINDS[Kind(kind)]:<22}{numbers}")
    for flag in told["flags"]:
        print(f"  ! {flag['code'] or flag['promise']}: {flag['said']} [{flag['rule']}]")
    for fault in told["faults"]:
        print(f"  ✗ {fault['code'] or fault['promise']}: {fault['said']} [{fault['rule']}]", file=sys.stderr)
