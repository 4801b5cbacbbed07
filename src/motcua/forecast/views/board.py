"""What may be late: the list, and one dossier."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from motcua import vietnam
from motcua.forecast import forms, queries, rules
from motcua.forecast.queries.board import Board, Row
from motcua.ui import parts
from motcua.ui.doors import OfficerRequest, officer_who

__all__ = ["board", "detail"]

HEADINGS = tuple(gettext_lazy(said) for said in ("Hồ sơ trước đây", "Số hồ sơ", "Trên tổng số"))
reader = officer_who(rules.may_see)


@reader
@require_GET
def board(request: OfficerRequest) -> HttpResponse:
    """The open dossiers the reader sees, the likeliest to be late first."""
    asked = forms.wanted(request.GET)
    found = queries.board(by=request.actor, at=request.now, wanted=asked)
    kept = {name: value for name in ("unit", "officer") if (value := getattr(found.wanted, name))}
    whole = rules.seen_units(request.actor) is None
    context: dict[str, Any] = {
        "board": found,
        "sentence": _sentence(found),
        "tabs": [
            parts.Choice(
                label=_("Có thể trễ"),
                href="?" + urlencode(kept),
                count=found.at_risk,
                current=not asked.everything,
            ),
            parts.Choice(
                label=_("Mọi hồ sơ đang chạy"),
                href="?" + urlencode({**kept, "all": "1"}),
                count=found.running,
                current=asked.everything,
            ),
        ],
        "more_href": "?" + urlencode({**kept, **({"all": "1"} if asked.everything else {}), "rows": found.next_rows}),
        "clear": "?all=1" if asked.everything else "?",
        "narrowed": bool(kept),
        "may_level": rules.levelled_units(request.actor) != frozenset(),
        "late_href": "/desk/?scope=ward&band=late" if whole else "/desk/",
    }
    return render(request, "forecast/board.html", context)


def _sentence(found: Board) -> rules.Sentence:
    return rules.board_sentence(at_risk=found.at_risk, running=found.running, unknown=found.unknown)


@reader
@require_GET
def detail(request: OfficerRequest, code: str) -> HttpResponse:
    """One dossier: the chance, what was counted, and what would help; whoever comes too late is sent to the dossier."""
    found = queries.detail(by=request.actor, at=request.now, code=code)
    if found is None:
        return redirect("dossiers:page", code)
    context = {"found": found, "row": found.row, "bars": _bars(found.row), "headings": HEADINGS}
    return render(request, "forecast/detail.html", context)


def _bars(row: Row) -> list[parts.Bar]:
    """How many of those counted would fit into the time that is left, and how many would not."""
    odds = row.forecast.odds
    if not odds.n:
        return []
    counts = ((_("sẽ kịp"), odds.n - odds.late), (_("sẽ không kịp"), odds.late))
    return [
        parts.Bar(
            label=label,
            value=vietnam.number(n),
            share=n / odds.n,
            cells=(vietnam.number(n), f"{vietnam.number(n)}/{vietnam.number(odds.n)}"),
        )
        for label, n in counts
    ]
