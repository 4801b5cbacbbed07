"""The attitude people met, officer by officer, beside how much they had to do; opened answers only, n from 5."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count

from motcua.acts import Actor
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import OPEN
from motcua.surveys import queries as surveys
from motcua.surveys.rules import Tally, percent

__all__ = ["Attitude", "Line", "attitude"]

KEY = "attitude"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One officer: of how many answers, how many were content with the attitude; dossiers returned, dossiers open."""

    officer_id: UUID | None
    name: str
    answers: int
    content: int
    rate: Decimal | None
    served: int
    holding: int
    served_href: str = ""  # the lists behind both
    holding_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """The lines somebody may see and the whole ward, over some months."""

    first: date
    last: date
    least: int
    total: Line
    lines: list[Line]


def attitude(*, by: Actor, at: datetime, first: date, last: date) -> Attitude:
    """The attitude of some months from both instruments that ask for it: the link and the tablet. 14 statements."""
    asked = [
        surveys.results(
            by=by, at=at, asking=surveys.Asking(instrument=code, first=first, last=last, dimension="officer")
        )
        for code in ("sipas", "short")
    ]
    least = asked[0].least
    holding = dict(
        Dossier.objects.filter(ward_id=by.ward_id, status__in=[s.value for s in OPEN])
        .values_list("officer_id")
        .annotate(n=Count("id"))
    )
    names: dict[str, str] = {}
    tallies: dict[str, list[Tally]] = {}
    served: dict[str, int] = {}
    for found in asked:
        for row in found.rows:
            key = row.key[-1]
            names[key] = row.label
            tallies.setdefault(key, []).append(row.tally)
            # both instruments count the same returned dossiers, unit by unit
            served[key] = served.get(key, 0) + (row.invited if found is asked[0] else 0)

    def line(key: str, name: str, of: list[Tally], invited: int, open_now: int) -> Line:
        counts = [tally.of(KEY) for tally in of]
        # each box was opened by itself: what is too few in one instrument is not made up with the other
        shown = [count for count in counts if count.answers >= least]
        answers, content = sum(c.answers for c in shown), sum(c.satisfied for c in shown)
        return Line(
            officer_id=UUID(key) if key else None,
            name=name,
            answers=answers,
            content=content,
            rate=percent(content, answers, least=least),
            served=invited,
            holding=open_now,
            served_href=surveys.behind(asked[0].asking, ("", key) if key else ()),
            holding_href="/dossiers/?" + urlencode({"status": "open", **({"officer": key} if key else {})}),
        )

    lines = [
        line(key, names[key], of, served.get(key, 0), holding.get(UUID(key), 0)) for key, of in tallies.items() if key
    ]
    return Attitude(
        first=asked[0].asking.first,
        last=asked[0].asking.last,
        least=least,
        total=line("", "Toàn phường", [f.total.tally for f in asked], asked[0].total.invited, sum(holding.values())),
        lines=sorted(lines, key=lambda one: (one.rate is None, one.rate or 0, one.name)),
    )
