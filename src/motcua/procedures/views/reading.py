"""The list, a procedure, a process: for every officer; what is uncertain is shown to the administrator."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.acts import Role
from motcua.clock import ZONE
from motcua.offices.rules import UnitKind
from motcua.procedures import queries
from motcua.procedures.forms import COPIES, KINDS, LEVELS, NEEDS, ROLES, UNIT_KINDS, Filters
from motcua.procedures.models import Component, ProcessStep
from motcua.procedures.rules import Copy, Need, OnlineLevel, StepKind
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["listed", "procedure", "process", "processes"]

STATUS_WORDS = {"published": "đang áp dụng", "draft": "bản nháp", "retired": "đã bãi bỏ"}
PAGE = 25
CERTAINTY_WORDS = {"high": "chắc", "medium": "vừa", "low": "thấp"}


@officer
@require_GET
def listed(request: OfficerRequest) -> HttpResponse:
    """Every procedure of the ward, as officers type."""
    filters = Filters(request.GET, fields=queries.fields(by=request.actor))
    wanted = filters.wanted()
    found = queries.browse(by=request.actor, at=request.now, **wanted)
    rows = found if "all" in request.GET else found[:PAGE]
    whole = request.GET.copy()
    whole["all"] = "1"
    return render(
        request,
        "procedures/list.html",
        {
            "filters": filters,
            "filtered": any(wanted.values()),
            "count": len(found),
            "remaining": len(found) - len(rows),
            "whole": f"?{whole.urlencode()}",
            "rows": [(row, STATUS_WORDS.get(row.status, ""), CERTAINTY_WORDS.get(row.certainty, "")) for row in rows],
            "admin": request.actor.has(Role.ADMIN),
            "waiting": queries.waiting(by=request.actor),
        },
    )


@officer
@require_GET
def procedure(request: OfficerRequest, code: str) -> HttpResponse:
    """One procedure: what it asks, how long it takes, by which process, how sure the source is."""
    version_id = _id(request.GET.get("version", ""))
    found = queries.page(by=request.actor, code=code, at=request.now, version_id=version_id)
    version = found.version
    flags = version.certainty.get("flags", [])
    return render(
        request,
        "procedures/page.html",
        {
            "page": found,
            "version": version,
            "procedure": found.procedure,
            "status": STATUS_WORDS.get(version.status, ""),
            "online": LEVELS[OnlineLevel(version.online)],
            "components": [_component(c) for c in version.components.all()],
            "cases": [(case, case.process, [_step(s) for s in case.process.steps.all()]) for case in found.cases],
            "certainty": CERTAINTY_WORDS.get(str(version.certainty.get("overall", "")), ""),
            "flags": flags if isinstance(flags, list) else [str(flags)],
            "today": request.now.astimezone(ZONE).date(),
            "admin": request.actor.has(Role.ADMIN),
        },
    )


def _component(it: Component) -> tuple[Component, object, object]:
    return it, COPIES[Copy(it.copy)], NEEDS[Need(it.need)]


def _step(it: ProcessStep) -> tuple[ProcessStep, object, object, object]:
    role = next((words for role, words in ROLES.items() if role.value == it.role), it.role)
    return it, KINDS[StepKind(it.kind)], UNIT_KINDS[UnitKind(it.unit_kind)], role


def _id(text: str) -> UUID | None:
    try:
        return UUID(text[:64])
    except ValueError:
        return None


@officer
@require_GET
def processes(request: OfficerRequest) -> HttpResponse:
    """Every internal process, the newest version of each first."""
    return render(
        request,
        "procedures/processes.html",
        {
            "rows": [(p, STATUS_WORDS.get(p.status, "")) for p in queries.processes(by=request.actor)[:500]],
            "admin": request.actor.has(Role.ADMIN),
        },
    )


@officer
@require_GET
def process(request: OfficerRequest, process_id: UUID) -> HttpResponse:
    """One internal process as its step table."""
    found, steps, cases, findings = queries.process_page(by=request.actor, process_id=process_id)
    flags = found.certainty.get("flags", [])
    return render(
        request,
        "procedures/process.html",
        {
            "process": found,
            "status": STATUS_WORDS.get(found.status, ""),
            "steps": [_step(s) for s in steps],
            "cases": cases,
            "findings": findings,
            "flags": flags if isinstance(flags, list) else [str(flags)],
            "admin": request.actor.has(Role.ADMIN),
        },
    )
