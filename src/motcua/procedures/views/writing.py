"""Writing a procedure or a process, publishing and retiring it: the administrator's pages."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.offices import queries as offices
from motcua.offices.rules import UnitKind
from motcua.procedures import actions, queries
from motcua.procedures.forms import Cases, Components, Division, ProcessForm, Publish, Retire, Steps, VersionForm
from motcua.procedures.models import Process, Version
from motcua.procedures.views.door import administrator
from motcua.ui.doors import OfficerRequest, refused

__all__ = ["division", "edit", "edit_process", "publish", "publish_process", "retire"]

INVALID, CONFLICT = 422, 409
MORE = "more"  # the button that asks for more lines
LINES = 5


@administrator
@require_http_methods(["GET", "POST"])
def edit(request: OfficerRequest, code: str = "") -> HttpResponse:
    """A draft of a procedure, from its newest version or from nothing."""
    base = _newest(request.actor, code) if code else None
    divisions = [(u.code, u.name) for u in offices.units(by=request.actor).filter(kind=UnitKind.DIVISION.value)]
    processes = [
        (p.code, f"{p.code}: {p.title}"[:120])
        for p in queries.newest_processes(request.actor.ward_id).values()
        if not p.generated
    ]
    lines = {"form_kwargs": {"processes": processes}, "prefix": "case"}
    sent = _longer(request, {"case": Cases, "part": Components}) if request.method == "POST" else None
    form = VersionForm(sent, initial=_version_initial(base), divisions=divisions, known=base is not None)
    cases = Cases(sent, initial=_cases_initial(base), **lines)
    components = Components(sent, initial=_components_initial(base), prefix="part")
    status = 200
    if sent is not None and MORE not in sent:
        if all([form.is_valid(), cases.is_valid(), components.is_valid()]):
            try:
                draft = form.draft(cases, components, dict(base.certainty) if base else {})
                row = actions.save_version(
                    by=request.actor,
                    at=request.now,
                    draft=draft,
                    valid_from=request.now.astimezone(ZONE).date(),
                    decision=form.cleaned_data["decision"],
                )
            except Refused as no:
                refused(form, no)
                status = CONFLICT
            else:
                messages.success(request, _("Đã giữ bản nháp số %(n)s.") % {"n": row.number})
                return redirect(f"/procedures/{draft.code}/?version={row.pk}")
        else:
            status = INVALID
    context = {
        "form": form,
        "sets": [(_("Trường hợp, thời hạn, lệ phí"), cases), (_("Thành phần hồ sơ"), components)],
        "title": _("Sửa thủ tục %(code)s") % {"code": code} if base else _("Thủ tục mới"),
        "back": f"/procedures/{code}/" if base else "/procedures/",
        "submit": _("Giữ bản nháp"),
    }
    return render(request, "procedures/edit.html", context, status=status)


def _longer(request: OfficerRequest, sets: dict[str, Any]) -> QueryDict:
    """What was sent; when more lines were asked for, each list with that many empty ones after it."""
    sent = request.POST
    if MORE not in sent:
        return sent
    longer = sent.copy()
    for prefix, kind in sets.items():
        count = sent.get(f"{prefix}-TOTAL_FORMS", "")
        have = int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 0
        longer[f"{prefix}-TOTAL_FORMS"] = str(min(have + LINES, kind.max_num))
        for line in range(have, min(have + LINES, kind.max_num)):
            for name, field in kind.form.base_fields.items():
                if field.initial:
                    longer[f"{prefix}-{line}-{name}"] = "on" if field.initial is True else str(field.initial)
    return longer


def _newest(by: Actor, code: str) -> Version:
    found = queries.newest(by.ward_id).get(code)
    if found is None:
        raise Refused("missing", "Không có thủ tục này.", "There is no such procedure.")
    return found


def _version_initial(base: Version | None) -> dict[str, Any]:
    if base is None:
        return {"sets": 1}
    names = (
        "name",
        "field",
        "online",
        "fee_text",
        "exemptions",
        "sets",
        "result",
        "legal_basis",
        "keywords",
        "interlinked",
        "note",
    )
    return {
        "code": base.procedure.code,
        "unit": base.procedure.unit.code,
        "decision": base.decision,
        **{name: getattr(base, name) for name in names},
    }


def _cases_initial(base: Version | None) -> list[dict[str, Any]]:
    return [
        {
            "name": c.name,
            "value": c.limit.value,
            "unit": c.limit_unit,
            "fee": c.fee,
            "process": "" if c.process.generated else c.process.code,
        }
        for c in (base.cases.all() if base else ())
    ]


def _components_initial(base: Version | None) -> list[dict[str, Any]]:
    return [
        {"name": c.name, "copy": c.copy, "quantity": c.quantity, "need": c.need}
        for c in (base.components.all() if base else ())
    ]


@administrator
@require_http_methods(["GET", "POST"])
def edit_process(request: OfficerRequest, process_id: UUID | None = None) -> HttpResponse:
    """A draft of an internal process, from a version or from nothing."""
    base = queries.process(by=request.actor, process_id=process_id) if process_id else None
    sent = _longer(request, {"step": Steps}) if request.method == "POST" else None
    head = {"code": base.code, "title": base.title, "decision": base.decision} if base else {}
    form = ProcessForm(sent, initial=head, known=base is not None)
    steps = Steps(sent, initial=_steps_initial(base), prefix="step")
    status = 200
    if sent is not None and MORE not in sent:
        if all([form.is_valid(), steps.is_valid()]):
            try:
                row = actions.save_process(
                    by=request.actor,
                    at=request.now,
                    draft=form.draft(steps, dict(base.certainty) if base else {}),
                    valid_from=request.now.astimezone(ZONE).date(),
                    decision=form.cleaned_data["decision"],
                )
            except Refused as no:
                refused(form, no)
                status = CONFLICT
            else:
                messages.success(request, _("Đã giữ bản nháp số %(n)s.") % {"n": row.number})
                return redirect("procedures:process", process_id=row.pk)
        else:
            status = INVALID
    context = {
        "form": form,
        "sets": [(_("Các bước, theo thứ tự"), steps)],
        "title": _("Sửa quy trình %(code)s") % {"code": base.code} if base else _("Quy trình mới"),
        "back": f"/procedures/processes/{base.pk}/" if base else "/procedures/processes/",
        "submit": _("Giữ bản nháp"),
    }
    return render(request, "procedures/edit.html", context, status=status)


def _steps_initial(base: Process | None) -> list[dict[str, Any]]:
    names = (
        "name",
        "kind",
        "unit_kind",
        "role",
        "product",
        "actor_text",
        "can_send_back",
        "can_pause",
        "must_note",
        "must_result",
    )
    return [
        {
            "value": s.limit.value if s.limit else None,
            "unit": s.limit_unit or "working_day",
            **{name: getattr(s, name) for name in names},
        }
        for s in (base.steps.all() if base else ())
    ]


@administrator
@require_http_methods(["GET", "POST"])
def publish(request: OfficerRequest, code: str, version_id: UUID) -> HttpResponse:
    """Put a draft in force, when nothing stands against it."""
    version = _of(request.actor, code, version_id)
    form = Publish(
        request.POST or None,
        initial={"valid_from": request.now.astimezone(ZONE).date(), "decision": version.decision},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.publish_version(by=request.actor, at=request.now, version_id=version_id, **form.cleaned_data)
        except Refused as no:
            refused(form, no)
        else:
            messages.success(request, _("Đã công bố. Quầy tiếp nhận được từ ngày áp dụng."))
            return redirect("procedures:procedure", code=code)
    return _asked(
        request,
        form,
        title=_("Công bố %(name)s") % {"name": version.name},
        intro=_("Từ ngày áp dụng, hồ sơ mới theo bản này; hồ sơ đã nhận giữ bản cũ."),
        submit=_("Công bố"),
        back=f"/procedures/{code}/?version={version_id}",
    )


@administrator
@require_http_methods(["GET", "POST"])
def retire(request: OfficerRequest, code: str, version_id: UUID) -> HttpResponse:
    """Stop receiving a procedure after a day."""
    version = _of(request.actor, code, version_id)
    form = Retire(request.POST or None, initial={"last_day": request.now.astimezone(ZONE).date()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.retire_version(by=request.actor, at=request.now, version_id=version_id, **form.cleaned_data)
        except Refused as no:
            refused(form, no)
        else:
            messages.success(request, _("Đã ghi ngày thôi tiếp nhận."))
            return redirect("procedures:procedure", code=code)
    return _asked(
        request,
        form,
        title=_("Thôi tiếp nhận %(name)s") % {"name": version.name},
        intro=_("Hồ sơ đã nhận vẫn làm tiếp theo bản đã ghim."),
        submit=_("Thôi tiếp nhận"),
        back=f"/procedures/{code}/",
    )


@administrator
@require_http_methods(["GET", "POST"])
def division(request: OfficerRequest, code: str) -> HttpResponse:
    """Give a procedure to another division, for the dossiers to come."""
    procedure = _newest(request.actor, code).procedure
    others = offices.units(by=request.actor).filter(kind=UnitKind.DIVISION.value, valid_to__isnull=True)
    choices = [(u.pk, u.name) for u in others.exclude(pk=procedure.unit_id)]
    form = Division(request.POST or None, divisions=choices)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            row = actions.set_division(
                by=request.actor, at=request.now, code=code, unit_id=typed["unit"], reason=typed["reason"]
            )
        except Refused as no:
            refused(form, no)
        else:
            messages.success(request, _("Đã đổi: hồ sơ nhận từ nay do %(unit)s thụ lý.") % {"unit": row.unit.name})
            return redirect("procedures:procedure", code=code)
    return _asked(
        request,
        form,
        title=_("Đổi phòng thụ lý thủ tục %(code)s") % {"code": code},
        intro=_("Nay do %(unit)s thụ lý. Hồ sơ nhận từ nay về sau sang phòng mới; hồ sơ đã nhận vẫn do phòng cũ làm.")
        % {"unit": procedure.unit.name},
        submit=_("Đổi phòng thụ lý"),
        back=f"/procedures/{code}/",
    )


def _of(by: Actor, code: str, version_id: UUID) -> Version:
    version = queries.version(by=by, version_id=version_id)
    if version.procedure.code != code:
        raise Refused("missing", "Không có bản này.", "There is no such version.")
    return version


@administrator
@require_http_methods(["GET", "POST"])
def publish_process(request: OfficerRequest, process_id: UUID) -> HttpResponse:
    """Put a draft process in force for every procedure that runs by it."""
    process = queries.process(by=request.actor, process_id=process_id)
    form = Publish(
        request.POST or None,
        initial={"valid_from": request.now.astimezone(ZONE).date(), "decision": process.decision},
    )
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.publish_process(by=request.actor, at=request.now, process_id=process_id, **form.cleaned_data)
        except Refused as no:
            refused(form, no)
        else:
            messages.success(request, _("Đã công bố quy trình."))
            return redirect("procedures:process", process_id=row.pk)
    return _asked(
        request,
        form,
        title=_("Công bố quy trình %(code)s") % {"code": process.code},
        intro=_("Thủ tục đang chạy theo quy trình này có bản mới từ ngày áp dụng; hồ sơ đã nhận giữ quy trình cũ."),
        submit=_("Công bố"),
        back=f"/procedures/processes/{process_id}/",
    )


def _asked(request: OfficerRequest, form: forms.Form, **words: str) -> HttpResponse:
    status = INVALID if form.is_bound and form.errors else 200
    return render(request, "procedures/ask.html", {"form": form, **words}, status=status)
