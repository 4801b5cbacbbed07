"""Requests for procedures that the system lacks: by due, and what became of those somebody asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from motcua import clock, vietnam
from motcua.acts import Actor, Refused
from motcua.clock import ZONE, Calendar
from motcua.ledger.actions import held, hold
from motcua.offices import queries as offices
from motcua.procedures.models import Asking, Request
from motcua.ui.paging import Paged, paged

__all__ = [
    "RequestLine",
    "answered_for",
    "locked_request",
    "open_request",
    "request",
    "request_page",
    "requests",
    "waiting",
]

REMEMBERED = timedelta(days=3)  # how long the desk of whoever asked shows an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """A request, who asked first, and its time in words: `kind` is the sign beside them."""

    request: Request
    by: str
    kind: str
    words: str


def missing() -> Refused:
    """No such request here."""
    return Refused("missing", "Không có yêu cầu này trong phường.", "There is no such request in this ward.")


def requests(*, by: Actor, at: datetime, state: str = "", rows: int = 0) -> Paged[RequestLine]:
    """The requests of the ward: open ones by due, answered ones newest first. Four statements."""
    found = Request.objects.filter(ward_id=by.ward_id)
    if state == "answered":
        found = found.filter(answered_at__isnull=False).order_by("-answered_at", "-pk")
    elif state == "all":
        found = found.order_by("-asked_at", "-pk")
    else:
        found = found.filter(answered_at__isnull=True).order_by("promise__due_at", "pk")
    page = paged(found.select_related("promise", "procedure"), of=found, asked=rows)
    asked: dict[UUID, str] = {}
    for request_id, name in Asking.objects.filter(request__in=page.rows).values_list("request_id", "name"):
        asked.setdefault(request_id, name)
    calendar = offices.calendar(offices.now_of(by.ward_id))
    return page.telling([_line(row, asked.get(row.pk, ""), at, calendar) for row in page.rows])


def _line(row: Request, by: str, at: datetime, calendar: Calendar) -> RequestLine:
    promise = row.promise
    if row.answered_at is not None:
        late = row.answered_at > promise.late_after
        words = clock.late_by(at=row.answered_at, due=promise.due_at, limit=promise.limit, calendar=calendar).words()
        return RequestLine(request=row, by=by, kind="late" if late else "done", words=words if late else "đúng hẹn")
    if at > promise.late_after:
        words = clock.late_by(at=at, due=promise.due_at, limit=promise.limit, calendar=calendar).words()
        return RequestLine(request=row, by=by, kind="late", words=words)
    words = clock.remaining(at=at, due=promise.due_at, calendar=calendar, limit=promise.limit).words()
    today = promise.due_at.astimezone(ZONE).date() == at.astimezone(ZONE).date()
    return RequestLine(request=row, by=by, kind="today" if today else "later", words=words)


def request(*, by: Actor, request_id: UUID) -> Request:
    """One request of the actor's ward. Raises Refused `missing`."""
    rows = Request.objects.filter(ward_id=by.ward_id, pk=request_id)
    found = rows.select_related("promise", "procedure").first()
    if found is None:
        raise missing()
    return found


def request_page(*, by: Actor, at: datetime, request_id: UUID) -> tuple[RequestLine, list[Asking]]:
    """One request with everybody who asked. Raises Refused `missing`."""
    row = request(by=by, request_id=request_id)
    askings = list(row.askings.all())
    calendar = offices.calendar(offices.now_of(by.ward_id))
    return _line(row, askings[0].name if askings else "", at, calendar), askings


def locked_request(*, by: Actor, request_id: UUID) -> Request:
    """A request of the actor's ward, locked for the rest of the act. Raises Refused `missing`."""
    found = held(Request, request_id)
    if found is None:
        found = Request.objects.select_for_update(of=("self",)).filter(ward_id=by.ward_id, pk=request_id).first()
    if found is None or found.ward_id != by.ward_id:
        raise missing()
    return hold(found)


def open_request(*, by: Actor, name: str) -> Request | None:
    """The open request for the same procedure, however it was written: without accents and doubled spaces."""
    rows = Request.objects.filter(ward_id=by.ward_id, name_folded=vietnam.fold(name)[:400], answered_at__isnull=True)
    found = rows.first()
    return locked_request(by=by, request_id=found.pk) if found else None


def waiting(*, by: Actor) -> int:
    """How many requests of the ward nobody has answered yet."""
    return Request.objects.filter(ward_id=by.ward_id, answered_at__isnull=True).count()


def answered_for(*, by: Actor, at: datetime) -> "QuerySet[Request]":
    """What somebody asked for and got an answer to in the last days, newest first."""
    mine = Asking.objects.filter(person_id=by.id).values("request_id")
    rows = Request.objects.filter(ward_id=by.ward_id, pk__in=mine, answered_at__gt=at - REMEMBERED)
    return rows.select_related("procedure").order_by("-answered_at")
