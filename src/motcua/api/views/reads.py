"""What machines may read."""

from datetime import date, datetime, timedelta
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import AwareDatetime, Field

from motcua import vietnam
from motcua.acts import Refused
from motcua.api import queries
from motcua.api.forms import told
from motcua.api.views.road import file_of, router
from motcua.api.views.road import told as answers
from motcua.api.views.security import answer, by_of
from motcua.dossiers import queries as dossiers
from motcua.dossiers import rules
from motcua.dossiers.queries import looking_up
from motcua.dossiers.queries import papers as printing
from motcua.figures import queries as figures
from motcua.figures.queries import closed
from motcua.files import queries as files
from motcua.ledger import queries as ledger
from motcua.procedures import queries as procedures
from motcua.promises.rules import ZONE

Page = Annotated[int, Query(ge=1, le=queries.LARGEST_PAGE)]
Offset = Annotated[int, Query(ge=0, le=100_000)]
Words = Annotated[str, Query(max_length=200)]
Moment = Annotated[
    AwareDatetime | None, Field(ge=datetime(2000, 1, 1, tzinfo=ZONE), le=datetime(2200, 1, 1, tzinfo=ZONE))
]
Day = Annotated[date, Query(ge=date(2000, 1, 1), le=date(2200, 1, 1))]


@router.get(
    "/procedures",
    summary="Danh mục thủ tục, tìm như cán bộ gõ / search the catalogue",
    response=answers(list[told.Procedure]),
)
def list_procedures(request: HttpRequest, q: Words = "", limit: Page = 20) -> HttpResponse:
    """The procedures in force today; with `q`, the best matches first."""
    found = procedures.search(by=by_of(request), text=vietnam.clean(q), at=request.now, limit=limit)  # type: ignore[attr-defined]  # HouseRequest
    return answer([procedures.hit_json(hit) for hit in found])


@router.get("/procedures/{procedure_code}", summary="Một thủ tục / one procedure", response=answers(told.Procedure))
def get_procedure(request: HttpRequest, procedure_code: str) -> HttpResponse:
    """One procedure in force today by its code."""
    try:
        found = procedures.hit(by=by_of(request), code=procedure_code, at=request.now)  # type: ignore[attr-defined]  # HouseRequest
    except Refused as no:
        raise Refused("missing", no.vi, no.en) from no
    return answer(procedures.hit_json(found))


@router.get("/dossiers", summary="Danh sách hồ sơ / list dossiers", response=answers(list[told.Dossier]))
def list_dossiers(
    request: HttpRequest,
    status: rules.Status | None = None,
    field: Words = "",
    unit_id: UUID | None = None,
    officer_id: UUID | None = None,
    channel: rules.Channel | None = None,
    since: Moment = None,
    until: Moment = None,
    late: bool = False,  # noqa: FBT001, FBT002 - a query parameter
    limit: Page = 50,
    offset: Offset = 0,
    after: Annotated[str, Query(max_length=60)] = "",
) -> HttpResponse:
    """Dossiers of the ward, newest first; `after` is the code of the last one of the page before."""
    found = queries.listed(
        by=by_of(request),
        status=status.value if status else "",
        field=vietnam.clean(field),
        unit_id=unit_id,
        officer_id=officer_id,
        channel=channel.value if channel else "",
        since=since,
        until=until,
        late_at=request.now if late else None,  # type: ignore[attr-defined]  # HouseRequest
        after=vietnam.clean(after),
    )
    return answer(queries.page(found, limit=limit, offset=offset))


@router.get(
    "/dossiers/search",
    summary="Tìm theo tên không dấu, mã, số điện thoại / search without accents",
    response=answers(list[told.Dossier]),
)
def search_dossiers(request: HttpRequest, q: Words, limit: Page = 20) -> HttpResponse:
    """Dossiers in which every word of `q` appears, the last one by its beginning; newest first."""
    found = dossiers.search(by=by_of(request), text=q).order_by("-lodged_at", "-id")
    return answer(queries.page(found, limit=limit, offset=0))


@router.get("/dossiers/{code}", summary="Một hồ sơ / one dossier", response=answers(told.Dossier))
def get_dossier(request: HttpRequest, code: str) -> HttpResponse:
    """One dossier by its code."""
    return answer(queries.as_dict(by=by_of(request), code=vietnam.clean(code)))


@router.get("/dossiers/{code}/acts", summary="Việc đã làm / the acts on a dossier", response=answers(list[told.Act]))
def get_acts(request: HttpRequest, code: str) -> HttpResponse:
    """What was done to a dossier, newest first, as the ledger has it."""
    by = by_of(request)
    dossier = dossiers.by_code(by=by, code=vietnam.clean(code))
    return answer(
        [
            {
                "number": act.number,
                "verb": act.verb,
                "at": act.at.isoformat(),
                "by": act.actor_name,
                "changes": act.changes,
                "note": act.note,
                "hash": bytes(act.hash).hex(),
            }
            for act in ledger.of_subject(by=by, subject_id=dossier.pk)[:500]
        ]
    )


@router.get(
    "/dossiers/{code}/parts",
    summary="Các phần của một hồ sơ / the parts of a dossier",
    response=answers(told.Parts),
    by_alias=True,
)
def get_parts(request: HttpRequest, code: str) -> HttpResponse:
    """Steps, papers, supplements, consultations, extensions and results of one dossier."""
    return answer(queries.parts(by=by_of(request), code=vietnam.clean(code)))


@router.get(
    "/dossiers/{code}/papers/{paper_id}",
    summary="Bản quét một giấy tờ / the scan of a paper",
    response=answers(None),
    openapi_extra=file_of("*/*"),
)
def get_paper(request: HttpRequest, code: str, paper_id: UUID) -> HttpResponse:
    """The bytes of one scanned paper."""
    kept = queries.scan(by=by_of(request), code=vietnam.clean(code), paper_id=paper_id)
    response = HttpResponse(files.content(kept), content_type=kept.media_type)
    response["Content-Disposition"] = "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@router.get(
    "/dossiers/{code}/forms/{form}.pdf",
    summary="In mẫu 01–06 / print a form",
    response=answers(None),
    openapi_extra=file_of("application/pdf"),
)
def get_form(request: HttpRequest, code: str, form: printing.Printable) -> HttpResponse:
    """One official form of a dossier as PDF."""
    by = by_of(request)
    chosen = printing.chosen(by=by, codes=[vietnam.clean(code)])
    site = f"{request.scheme}://{request.get_host()}"
    pdf = printing.pdf(by=by, at=request.now, dossiers=chosen, paper=form, site=site)  # type: ignore[attr-defined]  # HouseRequest
    return HttpResponse(pdf, content_type="application/pdf")


@router.get(
    "/lookup", summary="Tra cứu như người dân / the look-up as residents know it", response=answers(told.LookedUp)
)
def look_up(request: HttpRequest, code: Words, tail: Annotated[str, Query(max_length=12)]) -> HttpResponse:
    """State and dates of one dossier of the ward, by its code and the last digits of the phone or ID number.

    The page for residents counts tries; machines come with a key, so that nothing can be enumerated unseen.
    """
    ward_id = by_of(request).ward_id
    return answer(looking_up.look_up(code=vietnam.clean(code), tail=vietnam.clean(tail), ward_id=ward_id))


@router.get("/figures", summary="Biểu II.06a / the report", response=answers(told.Figures), by_alias=True)
def get_figures(
    request: HttpRequest,
    from_: Annotated[date, Query(alias="from", ge=date(2000, 1, 1), le=date(2200, 1, 1))],
    to: Day,
    as_of: Moment = None,
    by: Annotated[str, Query(max_length=20)] = "field",
) -> HttpResponse:
    """Biểu II.06a of a period, as of a moment; every identity checked."""
    if to < from_:
        raise Refused("figures.period", "Kỳ báo cáo kết thúc trước khi bắt đầu.", "The period ends before it starts.")
    end = datetime.combine(to + timedelta(days=1), datetime.min.time(), ZONE)
    report = figures.report(
        by=by_of(request),
        from_=from_,
        to=to,
        as_of=as_of or min(end, request.now),  # type: ignore[attr-defined]  # HouseRequest
        group=by,
    )
    return answer(figures.report_json(report))


@router.get(
    "/figures/closed", summary="Báo cáo đã khóa / closed reports", response=answers(list[told.Closed]), by_alias=True
)
def list_closed(request: HttpRequest, limit: Page = 50) -> HttpResponse:
    """The closed reports of the ward, newest first."""
    return answer([queries.closed_row(report) for report in closed.closed_reports(by=by_of(request))[:limit]])


@router.get(
    "/figures/closed/{report_id}",
    summary="Một báo cáo đã khóa / a closed report",
    response=answers(told.ClosedFigures),
    by_alias=True,
)
def get_closed(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """The numbers as they were closed, and whether today's records and the ledger still agree with them."""
    report = closed.closed(by=by_of(request), report_id=report_id)
    standing = closed.since(report)
    return answer(
        queries.closed_row(report) | {"holds": standing.holds, "moved": len(standing.moved), "figures": report.numbers}
    )
