"""A checked statement as pages show it: the text cut at its figures, and each check in one language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from motcua.acts import Actor, Refused
from motcua.checker.queries.files import Checked
from motcua.checker.queries.records import Difference, against
from motcua.checker.views.laying import Span, blocks
from motcua.figures.rules import default_as_of
from motcua.statements.checking import Verdict
from motcua.statements.telling.report import Report, summary
from motcua.ui.doors import OfficerRequest
from motcua.ui.residents import PublicRequest

__all__ = ["Told", "compared", "file_context", "on_paper", "result", "wrong"]

MENDS = 5  # corrections shown of a check
FAILING = ("likely", Verdict.INCONSISTENT.value)  # marks of figures in checks that fail
WORST = (Verdict.INCONSISTENT, Verdict.UNDETERMINED, Verdict.TRUNCATED, Verdict.CONSISTENT)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFile:
    """A file of several: its verdict, its first sentence, and of one that fails its checks and its text."""

    number: int
    name: str
    verdict: str  # a Verdict, "none" without a check, "unread"
    failing: int | None  # None when it could not be read
    sentence: str
    checks: tuple[Told, ...] = ()
    text: str = ""


def result(found: Report, *, english: bool) -> dict[str, Any]:
    """What a page shows of one statement."""
    numbered = list(enumerate(found.findings, start=1))
    return {
        "statement": found.text,
        "found": found,
        "blocks": blocks(_spans(found)),
        "failing": wrong(found, english=english),
        "others": [_told(found, n, english=english) for n, one in numbered if one not in found.wrong],
        "summary": summary(found, english=english),
        "clean": not found.wrong,
    }


def on_paper(found: Report) -> dict[str, Any]:
    """The text as paper shows it: only what fails is marked, and nothing is a link."""
    shown = [span if span.verdict in FAILING else Span(text=span.text) for span in _spans(found)]
    return {"blocks": blocks([replace(span, checks=()) for span in shown])}


def wrong(found: Report, *, english: bool) -> list[Told]:
    """The checks that fail."""
    numbered = enumerate(found.findings, start=1)
    return [_told(found, n, english=english) for n, one in numbered if one in found.wrong]


def compared(
    request: PublicRequest | OfficerRequest, found: Report, first: date | None, last: date | None
) -> tuple[Difference, ...] | None:
    """Beside the ward's own records, for an officer who named the days."""
    by: Actor | None = request.actor
    if by is None or first is None or last is None:
        return None
    as_of = default_as_of(last=last, at=request.now)
    return against(by=by, found=found, first=first, last=last, as_of=as_of)


def file_context(number: int, one: Checked, *, english: bool) -> ToldFile:
    """One file of several."""
    if isinstance(one.found, Refused):
        sentence = one.found.en if english else one.found.vi
        return ToldFile(number=number, name=one.name, verdict="unread", failing=None, sentence=sentence)
    checks = wrong(one.found, english=english)
    return ToldFile(
        number=number,
        name=one.name,
        verdict=_overall(one.found),
        failing=len(checks),
        sentence=checks[0].why if checks else summary(one.found, english=english),
        checks=tuple(checks),
        text=one.found.text if checks else "",
    )


def _overall(found: Report) -> str:
    """What a whole statement comes to: what fails, else what is right, else what is not clear."""
    for verdict in (Verdict.INCONSISTENT, Verdict.TRUNCATED, Verdict.CONSISTENT, Verdict.UNDETERMINED):
        if found.counts[verdict]:
            return verdict.value
    return "none"


def _told(found: Report, number: int, *, english: bool) -> Told:
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


def _spans(found: Report) -> Sequence[Span]:
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
