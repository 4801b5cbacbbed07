"""What the counter chooses from: procedures as typed, the cases of one, and the promise it would be now."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from motcua import clock
from motcua.acts import Actor
from motcua.clock import Channel
from motcua.dossiers.queries.holding import Context, context
from motcua.procedures import queries as procedures
from motcua.procedures.models import Case, Version

__all__ = ["Chosen", "Option", "chosen", "options"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One procedure found: its code, its name, and the case it is received as unless another is chosen."""

    case_id: UUID
    code: str
    name: str
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The case in hand: its plan, its sister cases, what is promised if it is accepted now."""

    context: Context
    cases: list[tuple[UUID, str]]
    exemptions: list[str]
    explanation: clock.Explanation


def options(*, by: Actor, at: datetime, text: str, limit: int = 8) -> list[Option]:
    """Procedures that answer what was typed, best first."""
    if not text.strip():
        return []
    return [
        Option(case_id=hit.case_id, code=hit.code, name=hit.name, limit=hit.limit.words())
        for hit in procedures.search(by=by, text=text, at=at, limit=limit)
    ]


def chosen(*, by: Actor, at: datetime, case_id: UUID, channel: Channel) -> Chosen:
    """A case with the promise it would be if it were accepted at `at`. Raises Refused `missing`."""
    found = context(by=by, case_id=case_id)
    plan = found.plan
    explanation = clock.explain(
        start=at,
        limit=plan.limit,
        calendar=found.calendar,
        channel=channel,
        basis=_("Thủ tục %(code)s, bản từ %(day)s; lịch làm việc %(ward)s")
        % {"code": plan.code, "day": f"{plan.valid_from:%d/%m/%Y}", "ward": found.ward.name},
    )
    cases = Case.objects.filter(ward_id=by.ward_id, version_id=plan.version_id).order_by("order")
    exemptions = Version.objects.filter(ward_id=by.ward_id, pk=plan.version_id).values_list("exemptions", flat=True)
    return Chosen(
        context=found,
        cases=[(c.pk, f"{c.name or plan.name} ({c.limit.words()})") for c in cases],
        exemptions=[str(e) for row in exemptions for e in row],
        explanation=explanation,
    )
