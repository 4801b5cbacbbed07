"""Late without a word, and the register of accountability: read, printed, explained, assessed."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from motcua.acts import Refused, Role
from motcua.clock import ZONE
from motcua.dossiers import actions
from motcua.dossiers.forms import late as asked
from motcua.dossiers.models import Mark
from motcua.dossiers.queries import lateness, register, words
from motcua.dossiers.rules import Debt, MarkKind, NoteKind, Verdict
from motcua.dossiers.rules.offers import Verb
from motcua.files.queries import safe
from motcua.offices import queries as offices
from motcua.ui.doors import OfficerRequest, officer, refused
from motcua.ui.paging import paged

__all__ = ["accountability", "accountability_csv", "assess", "explain", "mark", "unapologised"]

INVALID, CONFLICT = 422, 409
PERIOD = timedelta(days=90)  # shown when nobody asked for another
LONGEST = 100_000  # rows of one file
BUTTONS = {
    Verb.PROPOSE_EXTENSION: gettext_lazy("Soạn phiếu xin lỗi"),
    Verb.GIVE_REASON: gettext_lazy("Ghi lý do"),
    Verb.APPROVE_EXTENSION: gettext_lazy("Đọc và ký"),
    Verb.SEND_APOLOGY: gettext_lazy("Ghi đã gửi"),
}


@officer
@require_GET
def unapologised(request: OfficerRequest) -> HttpResponse:
    """Every dossier that is late and whose applicant has no apology: who owes it now, since when, what to do."""
    units = list(offices.units(by=request.actor).values_list("pk", "name"))
    filters = asked.UnsaidFilters(request.GET, units=units)
    wanted = filters.wanted()
    shown = lateness.unsaid(by=request.actor, at=request.now, **wanted)
    kept = {name: request.GET[name] for name in ("debt", "unit") if request.GET.get(name)}
    unit = {"unit": kept["unit"]} if "unit" in kept else {}
    context = {
        "shown": shown,
        "rows": [(row, words.DEBTS[row.debt], _button(row)) for row in shown.rows],
        "filters": filters,
        "debts": [
            (label, n, "?" + urlencode({**unit, "debt": debt.value}), wanted["debt"] is debt)
            for debt, n in shown.counts.items()
            for label in (words.DEBTS[debt],)
        ],
        "everything": sum(shown.counts.values()),
        "every_href": "?" + urlencode(unit),
        "chosen": wanted["debt"],
        "filtered": bool(kept),
        "address": urlencode(kept),
    }
    return render(request, "dossiers/unapologised.html", context)


def _button(row: lateness.Unsaid) -> str:
    """What the next act is called; a leader who signs what nobody gave a reason to writes it first."""
    if row.verb is Verb.APPROVE_EXTENSION and row.debt is Debt.REASON:
        return _("Ghi thay và ký")
    return str(BUTTONS[row.verb]) if row.verb else ""


# -- the register ----------------------------------------------------------------------------------------------


def _filters(request: OfficerRequest) -> asked.Marks:
    units, people = register.choices_of_marks(by=request.actor)
    typed, today = request.GET.copy(), request.now.astimezone(ZONE).date()
    for name, day in (("first", today - PERIOD), ("last", today)):
        typed.setdefault(name, f"{day:%d/%m/%Y}")
    return asked.Marks(typed, units=units, people=people)


@officer
@require_GET
def accountability(request: OfficerRequest) -> HttpResponse:
    """Whose each lateness was, what was said to it; everybody reads what is written to themselves."""
    filters = _filters(request)
    wanted = filters.wanted(request.now.astimezone(ZONE).date())
    found = register.marks(by=request.actor, wanted=wanted)
    page = paged(found, of=found, asked=filters.asked)
    names = ("first", "last", "kind", "unit", "officer", "unanswered")
    kept = {name: request.GET[name] for name in names if request.GET.get(name)}
    context = {
        "filters": filters,
        "filtered": bool(kept),
        "wanted": wanted,
        "shown": page.telling([_row(one) for one in page.rows]),
        "address": urlencode(kept),
        "whole": request.actor.has(*register.READERS),
    }
    return render(request, "dossiers/accountability.html", context)


def _row(one: Mark) -> dict[str, Any]:
    notes = list(one.notes.all())
    judged = next((n for n in reversed(notes) if n.kind == NoteKind.ASSESSMENT.value), None)
    return {
        "mark": one,
        "kind": words.MARKS[MarkKind(one.kind)],
        "second": one.kind == MarkKind.SECOND.value,
        "explained": next((n for n in reversed(notes) if n.kind == NoteKind.EXPLANATION.value), None),
        "verdict": words.VERDICTS[Verdict(judged.verdict)] if judged else "",
        "judged": judged,
    }


HEADINGS = (
    "Mã hồ sơ",
    "Thủ tục",
    "Lần",
    "Đã hẹn",
    "Ghi sổ lúc",
    "Đơn vị",
    "Người thụ lý",
    "Người giữ bước",
    "Bước",
    "Đã xin lỗi",
    "Giải trình",
    "Đánh giá",
    "Nhận xét",
)


@officer
@require_GET
def accountability_csv(request: OfficerRequest) -> HttpResponse:
    """The same rows for a spreadsheet, with a mark of its encoding that every spreadsheet knows."""
    wanted = _filters(request).wanted(request.now.astimezone(ZONE).date())
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADINGS)
    for one in register.marks(by=request.actor, wanted=wanted)[:LONGEST]:
        table.writerow([safe(text) for text in _cells(_row(one))])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"so-trach-nhiem-{wanted.first:%Y%m%d}-{wanted.last:%Y%m%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _cells(row: dict[str, Any]) -> list[str]:
    one: Mark = row["mark"]
    return [
        one.dossier.code,
        one.dossier.version_pinned.name,
        str(row["kind"]),
        f"{one.at.astimezone(ZONE):%H:%M %d/%m/%Y}",
        f"{one.marked_at.astimezone(ZONE):%H:%M %d/%m/%Y}",
        one.unit.name,
        one.officer.name if one.officer else "",
        one.holder.name if one.holder else "",
        one.step,
        "có" if getattr(one, "apologised", False) else "chưa",
        row["explained"].text if row["explained"] else "",
        str(row["verdict"]),
        row["judged"].text if row["judged"] else "",
    ]


# -- one mark --------------------------------------------------------------------------------------------------


@officer
@require_GET
def mark(request: OfficerRequest, mark_id: UUID) -> HttpResponse:
    """One lateness, everything said to it, and what this actor may say."""
    one = register.mark(by=request.actor, mark_id=mark_id)
    return _shown(request, one, explaining=asked.Explain(), assessing=asked.Assess())


def _shown(
    request: OfficerRequest, one: Mark, *, explaining: forms.Form, assessing: forms.Form, status: int = 200
) -> HttpResponse:
    actor = request.actor
    named = actor.id in {one.officer_id, one.holder_id} or one.unit_id in actor.units(Role.UNIT_HEAD)
    notes = [(n, words.VERDICTS[Verdict(n.verdict)] if n.verdict else "") for n in one.notes.all()]
    context = {
        **_row(one),
        "dossier": one.dossier,
        "notes": notes,
        "explaining": explaining if named else None,
        "assessing": assessing if actor.has(Role.CHAIRMAN) else None,
    }
    return render(request, "dossiers/mark.html", context, status=status)


def _said(
    request: OfficerRequest, mark_id: UUID, form: forms.Form, do: Callable[[dict[str, Any]], object], done: str
) -> HttpResponse:
    one = register.mark(by=request.actor, mark_id=mark_id)
    status = INVALID
    if form.is_valid():
        try:
            do(form.typed() if isinstance(form, asked.Assess) else dict(form.cleaned_data))
        except Refused as no:
            refused(form, no)
            status = CONFLICT
        else:
            messages.success(request, done)
            return redirect("dossiers:mark", mark_id=mark_id)
    explaining = form if isinstance(form, asked.Explain) else asked.Explain()
    assessing = form if isinstance(form, asked.Assess) else asked.Assess()
    return _shown(request, one, explaining=explaining, assessing=assessing, status=status)


@officer
@require_http_methods(["POST"])
def explain(request: OfficerRequest, mark_id: UUID) -> HttpResponse:
    """Those named say how it came about."""

    def do(typed: dict[str, Any]) -> object:
        return actions.explain(by=request.actor, at=request.now, mark_id=mark_id, **typed)

    return _said(request, mark_id, asked.Explain(request.POST), do, _("Đã ghi giải trình vào sổ."))


@officer
@require_http_methods(["POST"])
def assess(request: OfficerRequest, mark_id: UUID) -> HttpResponse:
    """The chairman judges."""

    def do(typed: dict[str, Any]) -> object:
        return actions.assess(by=request.actor, at=request.now, mark_id=mark_id, **typed)

    return _said(request, mark_id, asked.Assess(request.POST), do, _("Đã ghi đánh giá vào sổ."))
