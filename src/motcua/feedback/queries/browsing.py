"""The queue: filters in one line, what is due first at the top, a constant number of statements. No sender in it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case as When_
from django.db.models import Count, F, Q, QuerySet, Value, When

from motcua import vietnam
from motcua.acts import Actor
from motcua.dossiers.queries.finding import AsWritten, search_query
from motcua.dossiers.queries.standing import Left, left
from motcua.feedback.models import Case
from motcua.feedback.queries import cases, words
from motcua.feedback.rules import OPEN, Status
from motcua.offices.models import Unit
from motcua.ui.paging import PAGE, Paged, paged

__all__ = ["Row", "Wanted", "browse", "chosen", "units"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to show. Empty values ask for everything."""

    text: str = ""
    status: str = ""  # a Status, or "open" for everything that waits for the office or the sender
    kind: str = ""
    category: str = ""
    unit_id: UUID | None = None
    mine: bool = False
    late: bool = False
    rows: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One feedback of the list: what it is about, its state in words, the badge of its running promise."""

    case: Case
    about: str
    state: str
    where: str
    left: Left | None
    followed: int


def units(*, by: Actor) -> list[tuple[UUID, str]]:
    """The units of the ward that live."""
    return list(Unit.objects.filter(ward_id=by.ward_id, valid_to__isnull=True).values_list("pk", "name"))


def browse(*, by: Actor, at: datetime, wanted: Wanted) -> Paged[Row]:
    """The feedback that the filters select, open ones by their due first. Three statements. Raises `forbidden`."""
    return _shown(by, at, _selected(by=by, at=at, wanted=wanted), rows=wanted.rows)


def chosen(*, by: Actor, at: datetime, ids: list[UUID], rows: int) -> Paged[Row]:
    """A list of given feedback, as far as the actor may read it: what a figure counts."""
    return _shown(by, at, cases.visible_to(by).filter(pk__in=ids), rows=rows)


def _shown(by: Actor, at: datetime, found: "QuerySet[Case]", *, rows: int) -> Paged[Row]:
    running = Q(promise__kept_at__isnull=True, promise__released_at__isnull=True, promise__isnull=False)
    ordered = (
        found.select_related("promise", "unit", "officer")
        .annotate(
            followed=Count("followers"),
            place_in_queue=When_(
                When(running & Q(suspect=False), then=Value(0)), When(running, then=Value(1)), default=Value(2)
            ),
        )
        .order_by(
            "place_in_queue",
            When_(When(running, then=F("promise__due_at"))).asc(nulls_last=True),
            F("lodged_at").desc(),
            "-pk",
        )
    )
    page = paged(ordered, of=found, asked=rows)
    calendar = cases.calendar_of(by.ward_id)
    return page.telling(
        [
            Row(
                case=case,
                about=words.about(case.category),
                state=str(words.STATUSES[Status(case.status)]),
                where=case.officer.name if case.officer else case.unit.name if case.unit else "",
                left=left(promise=case.promise, at=at, calendar=calendar)
                if case.promise and not case.promise.closed
                else None,
                followed=case.followed,
            )
            for case in page.rows
        ]
    )


def _selected(*, by: Actor, at: datetime, wanted: Wanted) -> "QuerySet[Case]":
    found = cases.visible_to(by)
    typed = vietnam.clean(wanted.text)
    if typed.upper().startswith("PA-"):
        found = found.filter(code__istartswith=typed[:20])
    elif typed:
        parts = [part for word in vietnam.words(typed) for part in word.split(".")]
        if not parts:
            return found.none()
        found = found.filter(words=AsWritten(search_query(ward_id=by.ward_id, words=parts)))
    if wanted.status == "open":
        found = found.filter(status__in=[s.value for s in OPEN])
    elif wanted.status:
        found = found.filter(status=wanted.status)
    exact = {"kind": wanted.kind, "category": wanted.category, "unit_id": wanted.unit_id}
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.mine:
        found = found.filter(officer_id=by.id)
    if wanted.late:
        stopped = Q(promise__paused_at__isnull=True) | Q(promise__paused_at__gt=F("promise__late_after"))
        found = found.filter(
            stopped,
            promise__kept_at__isnull=True,
            promise__released_at__isnull=True,
            promise__late_after__lt=at,
        )
    return found
