"""A report against the ward's own records: which figures differ, and the dossiers behind each number of the records."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from motcua.acts import Actor
from motcua.figures import queries as figures
from motcua.figures.queries.lists import listed
from motcua.figures.rules import Group, Scope
from motcua.statements.telling.report import Entry, Report

__all__ = ["Difference", "against", "difference_json"]

CODES = 25  # dossiers named at once; the address leads to all

# A figure of a statement by its standard name, and what the ward's own report calls it.
SAME = {
    "received": "received",
    "received.in_period": "in_period",
    "carried": "carried_over",
    "received.online": "online",
    "received.direct": "direct",
    "received.post": "post",
    "received.direct_post": "direct_post",
    "settled": "settled",
    "settled.early": "early",
    "settled.on_time": "on_time",
    "settled.late": "late",
    "pending": "in_progress",
    "pending.in_time": "in_time",
    "pending.late": "overdue",
    "withdrawn": "withdrawn",
    "refused": "refused",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A figure of the statement beside the same figure of the records.

    `name` is the figure of the ward's report, `address` its whole list, `codes` the first dossiers of it.
    """

    entry: Entry
    name: str
    words: str
    recorded: int
    address: str
    codes: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the statement says something else."""
        return self.entry.value != self.recorded


def against(*, by: Actor, found: Report, first: date, last: date, as_of: datetime) -> tuple[Difference, ...]:
    """Every figure of the statement that the records know for these days, those that differ first.

    Only figures of the first scope that speak of dossiers are compared: rows of fields and other periods are not the
    ward's totals. Raises Refused like the ward's own report does.
    """
    scope = Scope(first=first, last=last, as_of=as_of, group=Group.FIELD)
    recorded = figures.report_of(by=by, scope=scope).total.figures
    told = tuple(_compared(by=by, found=found, scope=scope, recorded=dict(recorded)))
    return tuple(sorted(told, key=lambda one: (not one.differs, one.entry.start)))


def _compared(*, by: Actor, found: Report, scope: Scope, recorded: dict[str, int]) -> Iterator[Difference]:
    seen: set[str] = set()
    for entry in found.entries:
        name = SAME.get(entry.name)
        if name is None or entry.name in seen or entry.scope != "0" or entry.unit not in {"dossiers", ""}:
            continue
        seen.add(entry.name)
        asked = {
            "figure": name,
            "first": scope.first.isoformat(),
            "last": scope.last.isoformat(),
            "as_of": scope.as_of.isoformat(),
        }
        rows = listed(by=by, scope=scope, figure=name, limit=CODES)
        yield Difference(
            entry=entry,
            name=name,
            words=rows.figure.words,
            recorded=recorded[name],
            address=f"{reverse('figures:rows')}?{urlencode(asked)}",
            codes=tuple(row.code for row in rows.rows),
        )


def difference_json(one: Difference) -> dict[str, Any]:
    """For machines, beside the report's own JSON."""
    return {
        "quantity": one.entry.index,
        "figure": one.name,
        "stated": int(one.entry.value),
        "recorded": one.recorded,
        "differs": one.differs,
        "list": one.address,
        "dossiers": list(one.codes),
    }
