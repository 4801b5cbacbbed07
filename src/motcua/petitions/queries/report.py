"""Counts of receptions and petitions in a period. Every number is a condition and opens the rows it selects.

Counts take in what is secret; lists name only what the reader may see and say how many they leave out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from django.db.models import BooleanField, Case, Count, Exists, F, OuterRef, Q, QuerySet, Sum, Value, When
from django.utils.translation import gettext_lazy as _

from motcua.acts import Actor, Refused, Role
from motcua.petitions.models import Petition, StageOwed, Visit
from motcua.petitions.queries import book, holding, reception, words
from motcua.petitions.queries.book import Row
from motcua.petitions.queries.reception import VisitRow
from motcua.petitions.rules import End, Matter, Sight, Stage, StageEnd, Status
from motcua.promises.rules import Outcome

__all__ = ["COLUMNS", "VISIT_FIGURES", "Line", "Listed", "Report", "listed", "report"]

SHOWN = 200
WAITING = [Status.RECEIVED.value, Status.CLASSIFIED.value]
IN_TIME = [Outcome.EARLY.value, Outcome.ON_TIME.value]

# Each petition is in exactly one of these …
HANDLED: Mapping[str, Q] = {
    "waiting": Q(status__in=WAITING),
    "accepted": Q(accepted_at__isnull=False),
    "forwarded": Q(end=End.FORWARDED.value),
    "guided": Q(end=End.GUIDED.value),
    "filed": Q(end__in=[End.FILED.value, End.GIVEN_BACK.value]),
    "joined": Q(end__in=[End.JOINED.value, End.SPLIT.value]),
    "withdrawn": Q(end=End.WITHDRAWN.value, accepted_at__isnull=True),
}
# … and each accepted one in exactly one of these.
SETTLED: Mapping[str, Q] = {
    "in_time": Q(settled_in_time=True),
    "late": Q(settled_late=True),
    "open_in_time": Q(open_now=True, open_late=False),
    "open_late": Q(open_now=True, open_late=True),
    "dropped": Q(end=End.WITHDRAWN.value, accepted_at__isnull=False, settled_in_time=False, settled_late=False),
}
CONDITIONS: Mapping[str, Q] = {"received": Q(), **HANDLED, **SETTLED}
COLUMNS = {
    "received": _("Nhận"),
    "waiting": _("Chờ xử lý"),
    "forwarded": _("Chuyển"),
    "guided": _("Hướng dẫn"),
    "filed": _("Lưu, trả đơn"),
    "joined": _("Ghép, tách"),
    "withdrawn": _("Rút"),
    "accepted": _("Thụ lý"),
    "in_time": _("Xong trong hạn"),
    "late": _("Xong trễ"),
    "open_in_time": _("Đang làm, trong hạn"),
    "open_late": _("Đang làm, quá hạn"),
    "dropped": _("Rút sau thụ lý"),
}
VISITS: Mapping[str, Q] = {
    "turns": Q(),
    "with_chairman": Q(with_chairman=True),
    "online": Q(way="online"),
    "groups": Q(grouped=True),
    "taken": Q(petition__isnull=False),
    "owed": Q(promise__isnull=False),
    "replied_in_time": Q(promise__outcome__in=IN_TIME),
    "replied_late": Q(promise__outcome=Outcome.LATE.value),
    "waiting_in_time": Q(promise__isnull=False, promise__kept_at__isnull=True, reply_late=False),
    "waiting_late": Q(promise__isnull=False, promise__kept_at__isnull=True, reply_late=True),
}
VISIT_FIGURES = {
    "turns": _("Lượt tiếp"),
    "with_chairman": _("trong đó, ngày Chủ tịch tiếp"),
    "online": _("trong đó, trực tuyến"),
    "groups": _("Đoàn đông người"),
    "taken": _("Lượt có nhận đơn"),
    "owed": _("Lượt nợ trả lời"),
    "replied_in_time": _("đã trả lời trong hạn"),
    "replied_late": _("đã trả lời, trễ"),
    "waiting_in_time": _("chưa trả lời, còn hạn"),
    "waiting_late": _("chưa trả lời, quá hạn"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One class of petitions with its numbers by column; `matter` is empty in the line of sums."""

    matter: str
    label: str
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A period: the visits, the people, the petitions by class, and the sums that must agree."""

    first: date
    last: date
    visits: Mapping[str, int]
    people: int
    lines: Sequence[Line]
    total: Line

    @property
    def in_time(self) -> Decimal | None:
        """Of those settled, the share in time, in percent; None where none was."""
        n = self.total.numbers
        done = n["in_time"] + n["late"]
        return Decimal(100 * n["in_time"]) / Decimal(done) if done else None

    @property
    def settled(self) -> int:
        """How many were settled."""
        return self.total.numbers["in_time"] + self.total.numbers["late"]

    @property
    def identities(self) -> list[tuple[bool, str, str]]:
        """Whether each sum agrees, in numbers and in words."""
        n, v = self.total.numbers, self.visits
        return [
            _sum(n["received"], [n[name] for name in HANDLED], str(_("nhận = chờ + thụ lý + các cách xử lý khác"))),
            _sum(n["accepted"], [n[name] for name in SETTLED], str(_("thụ lý = xong + đang làm + rút sau thụ lý"))),
            _sum(v["owed"], [v[name] for name in list(VISITS)[-4:]], str(_("nợ trả lời = đã trả lời + chưa trả lời"))),
        ]


def _sum(whole: int, parts: list[int], said: str) -> tuple[bool, str, str]:
    added = sum(parts)
    sign = "=" if added == whole else "≠"
    return added == whole, f"{whole} {sign} {' + '.join(str(part) for part in parts)}", said


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(value=True)), default=Value(value=False), output_field=BooleanField())


def _petitions(by: Actor, at: datetime, first: date, last: date) -> QuerySet[Petition]:
    """Every petition of the period that may be counted before this reader."""
    rows = Petition.objects.filter(
        ward_id=by.ward_id, received_at__date__gte=first, received_at__date__lte=last
    ).annotate(**holding.against(by, at, of="petition"))
    rows = rows.exclude(Q(accused_here=True) & (Q() if not by.has(Role.CHAIRMAN) else Q(secret=True)))
    mine = StageOwed.objects.filter(petition=OuterRef("pk"), stage=Stage.RESOLVE.value)
    done = mine.filter(end=StageEnd.DONE.value)
    still = mine.filter(closed_at__isnull=True)
    overdue = still.filter(
        Q(promise__paused_at__isnull=True, promise__late_after__lt=at)
        | Q(promise__paused_at__gt=F("promise__late_after"))
    )
    return rows.annotate(
        settled_in_time=Exists(done.filter(promise__outcome__in=IN_TIME)),
        settled_late=Exists(done.filter(promise__outcome=Outcome.LATE.value)),
        open_now=Exists(still),
        open_late=Exists(overdue),
    )


def _visits(by: Actor, at: datetime, first: date, last: date) -> QuerySet[Visit]:
    rows = Visit.objects.filter(ward_id=by.ward_id, came_at__date__gte=first, came_at__date__lte=last)
    rows = rows.annotate(**holding.against(by, at, of="visit"), reply_late=_flag(Q(promise__late_after__lt=at)))
    return rows.exclude(Q(accused_here=True) & (Q() if not by.has(Role.CHAIRMAN) else Q(secret=True)))


def report(*, by: Actor, at: datetime, first: date, last: date) -> Report:
    """The numbers of a period: two statements and what the ward's chairman needs."""
    counts = {name: Count("pk", filter=condition) for name, condition in CONDITIONS.items() if name != "received"}
    rows = _petitions(by, at, first, last).order_by().values("matter").annotate(received=Count("pk"), **counts)
    known: dict[str, dict[str, int]] = {}
    for row in cast("Iterable[dict[str, Any]]", rows):
        known[row["matter"]] = {name: row[name] for name in CONDITIONS}
    nothing = dict.fromkeys(CONDITIONS, 0)
    lines = [
        Line(matter=matter.value, label=str(words.MATTERS[matter]), numbers=known.get(matter.value, nothing))
        for matter in Matter
    ]
    total = {name: sum(line.numbers[name] for line in lines) for name in CONDITIONS}
    visits = _visits(by, at, first, last).aggregate(
        people_sum=Sum("people"),
        **{f"n_{name}": Count("pk", filter=condition) for name, condition in VISITS.items() if name != "turns"},
        n_turns=Count("pk"),
    )
    return Report(
        first=first,
        last=last,
        visits={name: visits[f"n_{name}"] for name in VISITS},
        people=visits["people_sum"] or 0,
        lines=lines,
        total=Line(matter="", label=str(_("Cộng")), numbers=total),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The rows behind one number: those the reader may see, and how many are left out because they are protected."""

    title: str
    count: int
    petitions: list[Row]
    visits: list[VisitRow]
    protected: int
    unshown: int


def listed(*, by: Actor, at: datetime, first: date, last: date, figure: str) -> Listed:
    """What a number counts. `figure`: "complaint.late", ".late" for all classes, "visits.turns". Refused `missing`."""
    group, _dot, name = figure.partition(".")
    if group == "visits" and name in VISITS:
        return _listed_visits(by, at, first, last, name)
    known = {"", *(matter.value for matter in Matter)}
    if group not in known or name not in CONDITIONS:
        raise Refused("missing", "Không có con số này.", "There is no such figure.")
    found = _petitions(by, at, first, last).filter(CONDITIONS[name])
    found = found.filter(matter=group) if group else found
    rows = list(found.select_related("handler").order_by("-received_at", "-id"))
    seen = [row for row in rows if holding.sight_of(by, row) in {Sight.FULL, Sight.READ}]
    shown = seen[:SHOWN]
    label = str(words.MATTERS[Matter(group)]) if group else str(_("Tất cả"))
    return Listed(
        title=f"{label}: {str(COLUMNS[name]).lower()}",
        count=len(rows),
        petitions=book.rows_of(by=by, at=at, petitions=shown),
        visits=[],
        protected=len(rows) - len(seen),
        unshown=len(seen) - len(shown),
    )


def _listed_visits(by: Actor, at: datetime, first: date, last: date, name: str) -> Listed:
    found = _visits(by, at, first, last).filter(VISITS[name])
    rows = list(found.select_related("visitor", "promise", "petition", "received_by").order_by("-came_at", "-id"))
    seen = [row for row in rows if not row.secret or by.has(Role.CHAIRMAN) or row.received_by_id == by.id]
    calendar = holding.calendar(by.ward_id)
    shown = seen[:SHOWN]
    return Listed(
        title=str(VISIT_FIGURES[name]),
        count=len(rows),
        petitions=[],
        visits=[reception.row_of(by=by, at=at, visit=row, calendar=calendar) for row in shown],
        protected=len(rows) - len(seen),
        unshown=len(seen) - len(shown),
    )
