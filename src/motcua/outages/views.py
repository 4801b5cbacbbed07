"""The register and one outage: everybody who works here reads and reports; who reported it, or a leader, changes it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms as django_forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.files import queries as files
from motcua.outages import actions, forms, queries, rules
from motcua.outages.models import Outage
from motcua.outages.queries.words import KINDS
from motcua.promises.rules import Kind
from motcua.ui.doors import OfficerRequest, officer_who
from motcua.ui.handing import handed
from motcua.ui.verbs import asked

__all__ = ["attach_evidence", "correct", "end", "evidence", "page", "printed", "register", "report", "withdraw"]

reader = officer_who(rules.may_read)
reporter = officer_who(rules.may_report)


@reader
@require_GET
def register(request: OfficerRequest) -> HttpResponse:
    """Every outage of the ward, open ones on top."""
    filters = forms.Filters(request.GET)
    wanted = filters.wanted()
    shown = queries.register(by=request.actor, at=request.now, wanted=wanted)
    kept = {name: request.GET[name] for name in ("state", "system", "first", "last") if request.GET.get(name)}
    context = {
        "filters": filters,
        "filtered": bool(kept),
        "shown": shown,
        "open": sum(line.outage.open for line in shown.rows),
        "more": "?" + urlencode({**kept, "rows": shown.next_rows}),
        "may_report": _may_report(request),
    }
    return render(request, "outages/register.html", context)


def _may_report(request: OfficerRequest) -> bool:
    try:
        rules.may_report(request.actor)
    except Refused:
        return False
    return True


@reporter
@require_http_methods(["GET", "POST"])
def report(request: OfficerRequest) -> HttpResponse:
    """One quick form, from the desk and on a phone."""
    first = {"starts": _minute(request.now), "seen_by": request.actor.name}
    posted = request.method == "POST"
    form = forms.ReportForm(request.POST, request.FILES) if posted else forms.ReportForm(initial=first)

    def act() -> Outage:
        typed = form.cleaned_data
        file = typed["file"]
        return actions.report(
            by=request.actor,
            at=request.now,
            stated=form.stated(),
            noticed_at=typed["noticed_at"],
            seen_by=typed["seen_by"],
            description=typed["description"],
            ticket=typed["ticket"],
            evidence=(str(file.name), file.read()) if file else None,
        )

    return asked(
        request,
        form,
        act,
        template="outages/report.html",
        done=_("Đã ghi sự cố. Mọi người ở phường thấy dòng này trên bàn việc."),
        back=reverse("outages:register"),
        then=lambda made: reverse("outages:page", args=[made.pk]),
    )


@reader
@require_GET
def page(request: OfficerRequest, outage_id: UUID) -> HttpResponse:
    """One outage: what, since when, who saw it, what it touched, what shows it."""
    return render(request, "outages/page.html", _page(request, outage_id))


@reader
@require_GET
def printed(request: OfficerRequest, outage_id: UUID) -> HttpResponse:
    """The same on paper, as evidence."""
    return render(request, "outages/print.html", _page(request, outage_id))


def _page(request: OfficerRequest, outage_id: UUID) -> dict[str, Any]:
    found = queries.page(by=request.actor, at=request.now, outage_id=outage_id)
    counted = [(kind, said, found.touched.kinds.get(kind, 0)) for kind, said in KINDS.items()]
    return {
        "page": found,
        "outage": found.line.outage,
        "counted": [(said, n, _list(outage_id) if kind is Kind.DOSSIER else "") for kind, said, n in counted if n],
        "only": ", ".join(str(KINDS[kind]) for kind in found.line.outage.stated.kinds),
    }


def _list(outage_id: UUID) -> str:
    """Where the touched dossiers are listed: an address, not a name; `outages` is below the room that answers there."""
    return f"/dossiers/?outage={outage_id}"


def _amended(request: OfficerRequest, outage_id: UUID) -> Outage:
    """One outage that this officer may end, correct and withdraw."""
    row = queries.outage(by=request.actor, outage_id=outage_id)
    rules.may_amend(request.actor, reported_by=row.reported_by_id)
    return row


@reporter
@require_http_methods(["GET", "POST"])
def end(request: OfficerRequest, outage_id: UUID) -> HttpResponse:
    """It is over."""
    row = _amended(request, outage_id)
    form = forms.EndForm(request.POST or None, initial={"ends": _minute(request.now)})
    return _changed(
        request,
        row,
        form,
        lambda: actions.end(
            by=request.actor, at=request.now, outage_id=row.pk, ends=_ends(form.cleaned_data["ends"], request.now)
        ),
        title=_("Ghi hết sự cố"),
        submit=_("Ghi hết sự cố"),
        intro=_("Những lời hẹn bị chạm được đếm và giữ nguyên từ lúc này. Không hẹn trả nào bị dời."),
    )


def _ends(typed: datetime, now: datetime) -> datetime:
    """The moment typed; the current minute means now, so that an outage of seconds can end."""
    return now if typed == _minute(now) else typed


@reporter
@require_http_methods(["GET", "POST"])
def correct(request: OfficerRequest, outage_id: UUID) -> HttpResponse:
    """A mistake in what was said, and why."""
    row = _amended(request, outage_id)
    first = {**forms.CorrectForm.typed_as(row), "seen": row.version}
    form = forms.CorrectForm(request.POST or None, initial=first, outage=row)
    return _changed(
        request,
        row,
        form,
        lambda: actions.correct(
            by=request.actor,
            at=request.now,
            outage_id=row.pk,
            stated=form.stated(),
            reason=form.cleaned_data["reason"],
            seen=form.cleaned_data["seen"],
        ),
        title=_("Đính chính sự cố"),
        submit=_("Ghi bản đính chính"),
    )


@reporter
@require_http_methods(["GET", "POST"])
def attach_evidence(request: OfficerRequest, outage_id: UUID) -> HttpResponse:
    """A file that shows it."""
    row = queries.outage(by=request.actor, outage_id=outage_id)
    form = forms.EvidenceForm(request.POST, request.FILES) if request.method == "POST" else forms.EvidenceForm()
    return _changed(
        request,
        row,
        form,
        lambda: actions.attach_evidence(
            by=request.actor,
            at=request.now,
            outage_id=row.pk,
            name=str(form.cleaned_data["file"].name),
            content=form.cleaned_data["file"].read(),
            said=form.cleaned_data["said"],
        ),
        title=_("Thêm chứng cứ"),
        submit=_("Thêm chứng cứ"),
        field="file",
    )


@reporter
@require_http_methods(["GET", "POST"])
def withdraw(request: OfficerRequest, outage_id: UUID) -> HttpResponse:
    """Reported by mistake."""
    row = _amended(request, outage_id)
    form = forms.WithdrawForm(request.POST or None)
    return _changed(
        request,
        row,
        form,
        lambda: actions.withdraw(
            by=request.actor, at=request.now, outage_id=row.pk, reason=form.cleaned_data["reason"]
        ),
        title=_("Rút sự cố báo nhầm"),
        submit=_("Rút sự cố"),
        intro=_("Sự cố đã rút không chạm lời hẹn nào nữa và không mở lại được."),
    )


@reader
@require_GET
def evidence(request: OfficerRequest, outage_id: UUID, evidence_id: UUID) -> HttpResponse:
    """The bytes of a file, always as a download and never as a page of ours."""
    stored = queries.evidence(by=request.actor, outage_id=outage_id, evidence_id=evidence_id).file
    return handed(files.content(stored), media_type=stored.media_type, name=stored.name)


def _minute(at: datetime) -> datetime:
    return at.astimezone(ZONE).replace(second=0, microsecond=0)


def _changed(
    request: OfficerRequest,
    row: Outage,
    form: django_forms.Form,
    act: Callable[[], object],
    *,
    field: str = "",
    **more: Any,
) -> HttpResponse:
    """One question about one outage; performed when it was answered well, else asked again with what was wrong."""

    def beside_its_field() -> object:
        try:
            return act()
        except Refused as no:
            no.field = no.field or field
            raise

    return asked(
        request,
        form,
        beside_its_field,
        template="outages/ask.html",
        done=_("Đã ghi vào sổ sự cố."),
        back=reverse("outages:page", args=[row.pk]),
        row=row,
        called=queries.called(row),
        **more,
    )
