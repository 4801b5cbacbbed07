"""Dossiers to measure on: one ward through the actions, further wards as copies of it in SQL."""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.apps import apps
from django.db import connection, transaction

from motcua.accounts.models import Token
from motcua.config import demo
from motcua.config.replays import Field, Replay, perform
from motcua.dossiers.models import Dossier
from motcua.ledger.models import Record
from motcua.offices.models import Ward
from motcua.procedures.models import Case

__all__ = ["FIRST", "Seed", "copy", "seed"]

FIRST = "H98.1"
AT_ONCE = 2000  # more than one measurement advances


@dataclass(slots=True, kw_only=True)
class Seed:
    """What the measuring needs to know of the seeded wards; it is done in the first."""

    key: str
    ward_id: UUID
    case_id: str
    names: list[str]
    codes: list[str]
    periods: list[tuple[date, date]]
    used: set[str] = field(default_factory=set)

    def open_codes(self) -> Iterator[str]:
        """Dossiers that can be advanced, freshly taken in ones first; found before the measuring begins."""
        found = Dossier.objects.filter(ward_id=self.ward_id, status="processing").order_by("-lodged_at")
        rows = [code for code in found.values_list("code", flat=True) if code not in self.used][:AT_ONCE]
        self.used.update(rows)
        return iter(rows)


def seed(*, count: int, per_ward: int) -> Seed:
    """Bring `count` dossiers into the database, once; a second call finds them there."""
    if not Ward.objects.filter(code=FIRST).exists():
        amount = min(count, per_ward)
        print(f"Dựng phường thứ nhất: {amount} hồ sơ qua đúng các thao tác…", file=sys.stderr)
        perform(replay=_replay(amount))
    for number in range(2, max(1, count // per_ward) + 1):
        if not Ward.objects.filter(code=f"H98.{number}").exists():
            print(f"\rChép phường {number}…", end="", file=sys.stderr)
            copy(number)
    with connection.cursor() as cursor:
        cursor.execute(
            "VACUUM (ANALYZE)"
        )  # what autovacuum does in time; else it would be measured with the first calls
        cursor.execute("CHECKPOINT")
    return _seed()


def _replay(amount: int) -> Replay:
    late, stalled = amount // 100, amount // 20
    return Replay(
        code=FIRST,
        slug="bench-1",
        name="Phường đo tốc độ 1",
        superior="UBND thành phố",
        first=date(2025, 1, 2),
        last=date(2025, 12, 30),
        online=(("full", amount // 2),),
        fields=(
            Field(name="Hộ tịch", early=amount // 2, on_time=amount // 10, late=late, in_time=stalled // 2),
            Field(name="Bảo trợ xã hội", early=amount // 5, in_time=stalled // 2),
            Field(name="Đất đai", early=amount - amount // 2 - amount // 10 - late - 2 * (stalled // 2) - amount // 5),
        ),
    )


def _seed() -> Seed:
    ward = Ward.objects.get(code=FIRST)
    key = demo.token(ward_code=FIRST, name="Máy đo")
    pick = random.Random(1)  # noqa: S311 - which rows are asked for is no secret
    names = list(Dossier.objects.filter(ward_id=ward.pk).values_list("applicant_name", flat=True)[:2000])
    codes = list(Dossier.objects.filter(ward_id=ward.pk).values_list("code", flat=True)[:5000])
    pick.shuffle(codes)
    case = Case.objects.filter(ward_id=ward.pk, limit_unit="working_day", limit_value__gte=5).order_by("pk").first()
    assert case is not None
    months = [(date(2025, m, 1), date(2025, m + 1, 1) - timedelta(days=1)) for m in range(1, 12)]
    return Seed(key=key, ward_id=ward.pk, case_id=str(case.pk), names=names, codes=codes, periods=months)


# -- copies in SQL ---------------------------------------------------------------------------------------------------


def _models() -> list[type[Record]]:
    return [m for m in apps.get_models() if issubclass(m, Record) and m is not Token]


def copy(number: int) -> None:
    """A ward like the first: every id hashed with the number, so that all links hold among the copies."""
    mark = f"#{number}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM offices_ward WHERE code = %s", [FIRST])
        first: UUID = cursor.fetchone()[0]
        cursor.execute("SELECT md5(%s)::uuid", [f"{first}{mark}"])
        copy: UUID = cursor.fetchone()[0]
        old, new = first.hex[-8:], copy.hex[-8:]
        for model in _models():
            columns, values = [], []
            for part in model._meta.local_concrete_fields:  # noqa: SLF001 - Django's documented _meta
                name = part.column
                columns.append(f'"{name}"')
                if name == "id" or part.is_relation or name == "ward_id":
                    values.append(f"md5(\"{name}\"::text || '{mark}')::uuid")
                elif name in {"username", "slug"} or (model is Ward and name == "code"):
                    values.append(f"\"{name}\" || '-{number}'" if name != "code" else f"'H98.{number}'")
                elif name == "words" and model is Dossier:
                    values.append(f"replace(words::text, '{old}x', '{new}x')::tsvector")
                else:
                    values.append(f'"{name}"')
            where = "id" if model is Ward else "ward_id"
            table = model._meta.db_table  # noqa: SLF001 - Django's documented _meta
            cursor.execute(
                f'INSERT INTO "{table}" ({", ".join(columns)}) SELECT {", ".join(values)}'  # noqa: S608 - names from the models
                f' FROM "{table}" WHERE {where} = %s',
                [first],
            )
