"""Lateness with and without outages, side by side, and what late dossiers were late for."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.figures import queries
from motcua.figures.forms import Asked
from motcua.figures.queries.lists import Listed
from motcua.figures.rules import GROUPS, LATENESS, LateFigure, Lateness, LateRate, Line
from motcua.figures.rules.lateness import CAUSES, COMPARED, said
from motcua.figures.views.door import OfficerRequest, address, asked, reader
from motcua.figures.views.showing import cause_words

__all__ = ["beside", "lateness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number with its list."""

    figure: LateFigure
    value: int
    href: str
    words: str
    current: bool

    @property
    def kind(self) -> str:
        """Every number here but the first counts broken promises, whatever explains them."""
        return "" if self.figure.name == "worked" else "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table: its numbers, and its three rates where it has them."""

    label: str
    numbers: tuple[Number, ...]
    rates: tuple[LateRate, ...] = ()


@reader
@require_GET
def lateness(request: OfficerRequest) -> HttpResponse:
    """The comparison for a period, each number a link to its list."""
    form = asked(request)
    if not form.is_valid() or form.scope is None:
        return render(request, "figures/lateness.html", {"form": form}, status=422)
    found = queries.lateness_of(by=request.actor, scope=form.scope)
    return render(request, "figures/lateness.html", beside(form, found))


def beside(form: Asked, found: Lateness, *, opened: Listed | None = None) -> dict[str, Any]:
    """What the page shows; the opened number is marked."""
    where = reverse("figures:rows")

    def number(line: Line, name: str) -> Number:
        key = None if line is found.total else line.key
        figure = LATENESS[name]
        return Number(
            figure=figure,
            value=line.figures[name],
            href=f"{where}?{address(found.scope, figure=name, key=key)}",
            words=f"{line.label}, {figure.words}",
            current=opened is not None and (opened.figure.name, opened.key) == (name, key),
        )

    def row(line: Line) -> Row:
        return Row(label=line.label, numbers=tuple(number(line, name) for name in COMPARED), rates=found.rates(line))

    causes = [
        Row(
            label=cause_words(cause),
            numbers=tuple(number(found.total, f"cause_{cause or 'none'}{part}") for part in ("", "_touched")),
        )
        for cause in CAUSES
        if found.total.figures[f"cause_{cause or 'none'}"]
    ]
    return {
        "form": form,
        "found": found,
        "scope": found.scope,
        "group": GROUPS[found.scope.group],
        "total": row(found.total),
        "rows": [row(line) for line in found.lines],
        "causes": sorted(causes, key=lambda one: -one.numbers[0].value),
        "columns": [LATENESS[name].label for name in COMPARED],
        "rates": found.rates(found.total),
        "said": said(found.total),
        "query": address(found.scope),
    }
