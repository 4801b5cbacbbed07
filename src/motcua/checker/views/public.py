"""The page: a report in, the same report back with its figures marked and what fails said. Nothing is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.checker.forms.public import Statement
from motcua.checker.queries import Difference, against
from motcua.checker.rules import ASKING
from motcua.clock import ZONE
from motcua.figures.rules import default_as_of
from motcua.statements.checking import Verdict
from motcua.statements.report import Report, summary
from motcua.tries.actions import count_try
from motcua.tries.rules import opens_again
from motcua.ui.residents import PublicRequest, english, unlisted

__all__ = ["check_statement"]

DONE, INVALID, OFTEN = 200, 422, 429
MENDS = 5  # corrections shown of a check
WORST = (Verdict.INCONSISTENT, Verdict.UNDETERMINED, Verdict.TRUNCATED, Verdict.CONSISTENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the text: plain, or a figure with the numbers of its checks and the worst verdict."""

    text: str
    figure: int | None = None
    checks: tuple[int, ...] = ()
    verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A check as the page shows it; `figures` are the marks in the text that it speaks of."""

    number: int
    verdict: str
    why: str
    mends: tuple[str, ...]
    told: bool
    again: bool  # the same corrections were said at an earlier check
    figures: tuple[tuple[int, str], ...]  # mark and how it is written


@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_statement(request: PublicRequest) -> HttpResponse:
    """Ask for a report and answer with what was found; the button "note" gives the sheet for who wrote it."""
    if request.method != "POST":
        return _page(request, Statement())
    form = Statement(request.POST, request.FILES)
    address = request.META.get("REMOTE_ADDR", "")
    spent = count_try(counted=[(window, address) for window in ASKING], at=request.now)
    if spent is not None:
        again = opens_again(request.now, spent).astimezone(ZONE)
        form.add_error(None, _("Kiểm nhiều lần quá. Thử lại sau %(when)s.") % {"when": f"{again:%H:%M}"})
        return _page(request, form, status=OFTEN)
    if not form.is_valid():
        return _page(request, form, status=INVALID)
    found, first, last = (form.cleaned_data[name] for name in ("found", "first", "last"))
    in_english = english()
    numbered = list(enumerate(found.findings, start=1))
    context = {
        "compared": _compared(request, found, first, last),
        "statement": found.text,
        "found": found,
        "spans": spans(found),
        "failing": [told(found, n, english=in_english) for n, one in numbered if one in found.wrong],
        "others": [told(found, n, english=in_english) for n, one in numbered if one not in found.wrong],
        "summary": summary(found, english=in_english),
        "clean": not found.wrong,
        "now": request.now,
    }
    if "note" in request.POST:
        both = [("vi", "Ghi chú về số liệu", False), ("en", "Note on figures", True)]
        context["languages"] = [
            (
                code,
                title,
                summary(found, english=other),
                [told(found, n, english=other) for n, one in numbered if one in found.wrong],
            )
            for code, title, other in both
        ]
        return render(request, "checker/public/note.html", context)
    return _page(request, Statement(initial={"text": found.text, "first": first, "last": last}), **context)


def _page(request: PublicRequest, form: Statement, *, status: int = DONE, **context: Any) -> HttpResponse:
    mine = request.actor is not None and bool(request.actor.roles)
    return render(request, "checker/public/check.html", {"form": form, "officer": mine, **context}, status=status)


def _compared(
    request: PublicRequest, found: Report, first: date | None, last: date | None
) -> tuple[Difference, ...] | None:
    """Beside the ward's own records, for an officer who named the days."""
    if request.actor is None or first is None or last is None:
        return None
    as_of = default_as_of(last=last, at=request.now)
    return against(by=request.actor, found=found, first=first, last=last, as_of=as_of)


def told(found: Report, number: int, *, english: bool) -> Told:
    """A check in one language, by its number."""
    one = found.findings[number - 1]
    return Told(
        number=number,
        verdict=one.verdict.value,
        why=_kept(one.why_en if english else one.why),
        mends=tuple(_kept(mend.why_en if english else mend.why) for mend in one.mends[:MENDS]),
        told=one.told,
        again=any(earlier.mends == one.mends for earlier in found.findings[: number - 1]),
        figures=tuple((index, found.entries[index].text) for index in one.entries),
    )


def _kept(sentence: str) -> str:
    """A percent sign stays beside its number."""
    return sentence.replace(" %", "\u00a0%")


def spans(found: Report) -> Sequence[Span]:
    """The text cut at its figures."""
    speaks: dict[int, list[int]] = {}
    worst: dict[int, Verdict] = {}
    for number, one in enumerate(found.findings, start=1):
        for index in one.entries:
            speaks.setdefault(index, []).append(number)
            worst[index] = min(worst.get(index, Verdict.CONSISTENT), one.verdict, key=WORST.index)
    likely = {index for one in found.wrong if one.told for index, _, _ in one.mends[0].changes}
    at, cut = 0, []
    for entry in sorted(found.entries, key=lambda one: one.start):
        if entry.start < at:
            continue
        cut.append(Span(text=found.text[at : entry.start]))
        verdict = worst.get(entry.index)
        cut.append(
            Span(
                text=found.text[entry.start : entry.end],
                figure=entry.index,
                checks=tuple(speaks.get(entry.index, ())),
                verdict="likely" if entry.index in likely else verdict.value if verdict else "",
            )
        )
        at = entry.end
    cut.append(Span(text=found.text[at:]))
    return cut
