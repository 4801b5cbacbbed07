"""Search as officers type, over an index of the ward's procedures kept in memory per catalogue version and day."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from motcua import vietnam
from motcua.acts import Actor, Refused
from motcua.clock import ZONE, Limit
from motcua.offices import queries as offices
from motcua.procedures.models import Version
from motcua.procedures.queries.browsing import in_force_on
from motcua.procedures.rules import Entry, OnlineLevel, entry, ranked

__all__ = ["Hit", "HitCase", "default_case", "hit", "hit_json", "in_force", "search"]

_MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class HitCase:
    """One case of a procedure found."""

    id: UUID
    name: str
    limit: Limit
    fee: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A procedure that may be received on the day, with its cases; the first is offered first."""

    procedure_id: UUID
    version_id: UUID
    unit_id: UUID
    code: str
    name: str
    field: str
    online: OnlineLevel
    cases: tuple[HitCase, ...]

    @property
    def case_id(self) -> UUID:
        """The case offered first."""
        return self.cases[0].id

    @property
    def limit(self) -> Limit:
        """The limit of the case offered first."""
        return self.cases[0].limit


def search(*, by: Actor, text: str, at: datetime, limit: int = 20) -> list[Hit]:
    """Procedures in force at `at` that answer what was typed, best first; with nothing typed, the most used."""
    return ranked(_entries(by=by, at=at), text, limit=max(0, min(limit, _MOST)))


def in_force(*, by: Actor, case_id: UUID, at: datetime) -> bool:
    """Whether a case may be received at `at`: its version is published and in force that day."""
    return any(case.id == case_id for it in _entries(by=by, at=at) for case in it.value.cases)


def default_case(*, by: Actor, code: str, at: datetime) -> UUID:
    """The case offered first of the procedure with this code. Raises Refused `procedure.unknown`."""
    return hit(by=by, code=code, at=at).case_id


def hit(*, by: Actor, code: str, at: datetime) -> Hit:
    """The procedure in force at `at` with this code. Raises Refused `procedure.unknown`."""
    wanted = vietnam.clean(code).lower()
    for it in _entries(by=by, at=at):
        if it.code == wanted:
            return it.value
    raise Refused(
        "procedure.unknown",
        f"Không có thủ tục mang mã {vietnam.clean(code)[:60]} đang áp dụng.",
        f"No procedure {vietnam.clean(code)[:60]} is in force.",
        field="procedure",
    )


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit as machines read it."""
    return {
        "id": str(hit.procedure_id),
        "version_id": str(hit.version_id),
        "unit_id": str(hit.unit_id),
        "code": hit.code,
        "name": hit.name,
        "field": hit.field,
        "online": hit.online.value,
        "case_id": str(hit.case_id),
        "cases": [
            {
                "id": str(case.id),
                "name": case.name,
                "limit": str(case.limit),
                "limit_vi": case.limit.words(),
                "fee": None if case.fee is None else int(case.fee),
            }
            for case in hit.cases
        ],
    }


def _entries(*, by: Actor, at: datetime) -> tuple[Entry[Hit], ...]:
    ward = offices.now_of(by.ward_id)
    return _index(ward.id, ward.catalogue_version, at.astimezone(ZONE).date())


@lru_cache(maxsize=256)
def _index(ward_id: UUID, _version: int, day: date) -> tuple[Entry[Hit], ...]:
    """Two statements when cold; a version without a case cannot be received and is not found."""
    versions = (
        Version.objects.filter(in_force_on(day), ward_id=ward_id, procedure__active=True)
        .select_related("procedure")
        .prefetch_related("cases")
    )
    return tuple(
        entry(
            Hit(
                procedure_id=v.procedure_id,
                version_id=v.pk,
                unit_id=v.procedure.unit_id,
                code=v.procedure.code,
                name=v.name,
                field=v.field,
                online=OnlineLevel(v.online),
                cases=tuple(HitCase(id=c.pk, name=c.name, limit=c.limit, fee=c.fee) for c in v.cases.all()),
            ),
            code=v.procedure.code,
            name=v.name,
            keywords=[str(word) for word in v.keywords],
            field=v.field,
            uses=v.procedure.uses,
        )
        for v in versions
        if v.cases.all()
    )
