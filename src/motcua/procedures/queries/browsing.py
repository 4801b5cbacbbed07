"""Lists and pages of the catalogue for people who read or administer it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua import vietnam
from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.procedures.models import Case, Procedure, Process, ProcessStep, Version
from motcua.procedures.queries.drafts import process_draft, version_draft
from motcua.procedures.queries.importing import source_names
from motcua.procedures.rules import Finding, VersionStatus, check_fit, check_process, check_version, entry, ranked

__all__ = [
    "Listed",
    "Page",
    "browse",
    "current_versions",
    "fields",
    "in_force_on",
    "page",
    "procedure",
    "process",
    "process_page",
    "processes",
    "version",
]


def in_force_on(day: date) -> Q:
    """The condition that a version is published and in force on a day."""
    return Q(status=VersionStatus.PUBLISHED.value, valid_from__lte=day) & (
        Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    )


def current_versions(*, by: Actor, on: date) -> QuerySet[Version]:
    """The versions of the actor's ward in force on a day."""
    return (
        Version.objects.filter(in_force_on(on), ward_id=by.ward_id)
        .select_related("procedure__unit")
        .order_by("field", "name")
    )


def procedure(*, by: Actor, code: str) -> Procedure:
    """A procedure of the actor's ward by its code. Raises Refused `missing`."""
    found = Procedure.objects.select_related("unit").filter(ward_id=by.ward_id, code=vietnam.clean(code)[:60]).first()
    if found is None:
        raise Refused("missing", "Không có thủ tục này.", "There is no such procedure.")
    return found


def version(*, by: Actor, version_id: UUID) -> Version:
    """A version of the actor's ward with its cases and components. Raises Refused `missing`."""
    found = (
        Version.objects.filter(ward_id=by.ward_id, pk=version_id)
        .select_related("procedure__unit")
        .prefetch_related("cases__process__steps", "components")
        .first()
    )
    if found is None:
        raise Refused("missing", "Không có bản này.", "There is no such version.")
    return found


def processes(*, by: Actor) -> QuerySet[Process]:
    """The processes of the actor's ward, newest versions first."""
    return Process.objects.filter(ward_id=by.ward_id).order_by("code", "-number")


def process(*, by: Actor, process_id: UUID) -> Process:
    """A process of the actor's ward with its steps. Raises Refused `missing`."""
    found = processes(by=by).filter(pk=process_id).prefetch_related("steps").first()
    if found is None:
        raise Refused("missing", "Không có quy trình này.", "There is no such process.")
    return found


# -- the list --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One row: the version in force or, when none is, the newest draft; `status` in one word."""

    version: Version
    status: str  # published, draft, retired, none
    certainty: str
    flags: int
    drafts: int


def fields(*, by: Actor) -> list[str]:
    """The fields that the ward's procedures belong to."""
    return list(Version.objects.filter(ward_id=by.ward_id).order_by("field").values_list("field", flat=True).distinct())


def browse(
    *,
    by: Actor,
    at: datetime,
    text: str = "",
    field: str = "",
    online: str = "",
    status: str = "",
    certainty: str = "",
) -> list[Listed]:
    """The procedures of the ward, one row each, filtered and, with something typed, best first. Three statements."""
    day = at.astimezone(ZONE).date()
    by_procedure: dict[UUID, list[Version]] = {}
    rows = Version.objects.filter(ward_id=by.ward_id).select_related("procedure__unit").prefetch_related("cases")
    for row in rows.order_by("-number"):
        by_procedure.setdefault(row.procedure_id, []).append(row)
    listed = [_listed(versions, day) for versions in by_procedure.values()]
    kept = [
        row
        for row in listed
        if field in {"", row.version.field}
        and online in {"", row.version.online}
        and status in {"", row.status}
        and certainty in {"", row.certainty}
    ]
    if not text.strip():
        return sorted(kept, key=lambda row: (row.version.field, vietnam.fold(row.version.name)))
    index = [
        entry(
            row,
            code=row.version.procedure.code,
            name=row.version.name,
            keywords=[str(w) for w in row.version.keywords],
            field=row.version.field,
            uses=row.version.procedure.uses,
        )
        for row in kept
    ]
    return ranked(index, text, limit=len(index))


def _listed(versions: list[Version], day: date) -> Listed:
    """`versions` newest first."""
    current = next((v for v in versions if _in_force(v, day)), None)
    drafts = [v for v in versions if v.status == VersionStatus.DRAFT.value]
    shown = current or (drafts or versions)[0]
    return Listed(
        version=shown,
        status="published" if current else shown.status if shown.status != "published" else "retired",
        certainty=str(shown.certainty.get("overall", "")),
        flags=len(shown.certainty.get("flags", [])),
        drafts=len(drafts),
    )


def _in_force(version: Version, day: date) -> bool:
    return (
        version.status == VersionStatus.PUBLISHED.value
        and version.valid_from <= day
        and (version.valid_to is None or version.valid_to >= day)
    )


# -- one procedure, one process --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A procedure as its page shows it: one version, its cases with their steps, all versions, what was found."""

    procedure: Procedure
    version: Version
    cases: list[Case]
    versions: list[Version]
    findings: tuple[Finding, ...]
    in_force: bool
    sources: list[str] = field(default_factory=list)


def page(*, by: Actor, code: str, at: datetime, version_id: UUID | None = None) -> Page:
    """A procedure by its code: the version asked for, else the one in force, else the newest. Raises `missing`."""
    found = procedure(by=by, code=code)
    versions = list(Version.objects.filter(ward_id=by.ward_id, procedure=found).order_by("-number"))
    day = at.astimezone(ZONE).date()
    if version_id is not None:
        wanted = next((v for v in versions if v.pk == version_id), None)
    else:
        wanted = next((v for v in versions if _in_force(v, day)), versions[0] if versions else None)
    if wanted is None:
        raise Refused("missing", "Không có bản này.", "There is no such version.")
    shown = version(by=by, version_id=wanted.pk)
    cases = list(shown.cases.all())
    return Page(
        procedure=found,
        version=shown,
        cases=cases,
        versions=versions,
        findings=findings(shown),
        in_force=_in_force(shown, day),
        sources=[source_names().get(str(s), str(s)) for s in shown.certainty.get("sources", [])],
    )


def findings(shown: Version) -> tuple[Finding, ...]:
    """What stands against publishing a version, its processes and the fit of each case included."""
    found = [*check_version(version_draft(shown))]
    for case in shown.cases.all():
        draft = process_draft(case.process)
        about = case.name or case.limit.words()
        found += [*check_process(draft), *check_fit(draft.steps, limit=case.limit, about=about)]
    return tuple(dict.fromkeys(found))


def process_page(*, by: Actor, process_id: UUID) -> tuple[Process, list[ProcessStep], list[Case], tuple[Finding, ...]]:
    """A process, its steps, the cases that run by it today, and its findings."""
    found = process(by=by, process_id=process_id)
    cases = list(
        Case.objects.filter(ward_id=by.ward_id, process=found, version__valid_to__isnull=True)
        .exclude(version__status=VersionStatus.RETIRED.value)
        .select_related("version__procedure")
        .order_by("version__name")[:50]
    )
    draft = process_draft(found)
    return found, list(found.steps.all()), cases, check_process(draft)
