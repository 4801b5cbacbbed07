"""Reads of promises."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from motcua import clock
from motcua.acts import Actor
from motcua.files import queries as files
from motcua.ledger.actions import held, hold, standing
from motcua.offices import queries as calendars
from motcua.offices import rules as calendar_rules
from motcua.offices.rules import Change, Parsed
from motcua.promises import rules
from motcua.promises.models import Pause, Promise

__all__ = [
    "Move",
    "Preview",
    "as_clock",
    "broken",
    "calendar_file",
    "cap",
    "is_broken",
    "locked",
    "moves",
    "open_in_ward",
    "overdue",
    "pauses",
    "preview",
    "visible_to",
]


def visible_to(by: Actor) -> QuerySet[Promise]:
    """The promises of the actor's ward."""
    return Promise.objects.filter(ward_id=by.ward_id)


def locked(*, ward_id: UUID, promise_id: UUID) -> Promise:
    """A promise, locked for the rest of the act."""
    return held(Promise, promise_id) or hold(
        Promise.objects.select_for_update(of=("self",)).get(ward_id=ward_id, pk=promise_id)
    )


def pauses(promise: Promise) -> list[Pause]:
    """The pauses of a promise in order, as this book knows them."""
    return standing(promise.pauses.all(), lambda pause: pause.promise_id == promise.pk)


def as_clock(rows: list[Pause]) -> tuple[clock.Pause, ...]:
    """Pauses as the clock takes them."""
    return tuple(clock.Pause(start=p.starts, end=p.ends, mode=clock.PauseMode(p.mode), ground=p.ground) for p in rows)


def open_in_ward(ward_id: UUID) -> QuerySet[Promise]:
    """Promises neither kept nor released."""
    return Promise.objects.filter(ward_id=ward_id, kept_at__isnull=True, released_at__isnull=True)


def cap(promise: Promise) -> datetime | None:
    """The moment a part may not go beyond, as this book knows its whole; a whole runs again before its parts do."""
    if promise.whole_id is None:
        return None
    whole = held(Promise, promise.whole_id) or promise.whole
    if whole is not None and whole.paused_at is not None and not whole.closed:
        raise RuntimeError(
            "a part is resumed after its whole: before that nobody knows by when it is due at the latest"
        )
    return rules.cap_of(made_at=promise.made_at, appointment=whole.appointment if whole else None)


def overdue(at: datetime, *, of: str = "") -> models.Q:
    """The promise is open and late: by `at`, or by the moment at which its clock was stopped.

    `of` is the path from the rows asked to their promise: `promise__`. The one place that says so in SQL.
    """
    judged = Coalesce(f"{of}paused_at", models.Value(at, output_field=models.DateTimeField()))
    open_ones = models.Q(**{f"{of}kept_at__isnull": True, f"{of}released_at__isnull": True})
    return open_ones & models.Q(**{f"{of}late_after__lt": judged})


def broken(at: datetime, *, of: str = "") -> models.Q:
    """The promise is broken: overdue now, or written down as broken, however it ended."""
    return models.Q(**{f"{of}broken_at__isnull": False}) | overdue(at, of=of)


def is_broken(promise: Promise, *, at: datetime) -> bool:
    """The same of one promise that was read already."""
    if promise.broken_at is not None:
        return True
    return not promise.closed and min(at, promise.paused_at or at) > promise.late_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An open promise and the term a new calendar gives it: another due, or the same one now settled or unsettled."""

    promise: Promise
    term: rules.Term

    @property
    def later(self) -> bool:
        """Whether the people wait longer."""
        return self.term.due_at > self.promise.due_at

    @property
    def dated(self) -> bool:
        """Whether the due itself moves."""
        return self.term.due_at != self.promise.due_at

    def breaks(self, at: datetime) -> bool:
        """Whether the move itself puts the due behind us: a day off that is taken back late."""
        return at > self.term.late_after


def moves(*, ward_id: UUID, at: datetime, calendar: clock.Calendar, since: date, lock: bool = False) -> list[Move]:
    """What a calendar changed from `since` on does to the open promises of a ward; nothing is written.

    Wholes come before their parts, because a part is capped at the new appointment of its whole. Three statements.
    """
    touched = models.Q(due_at__gte=datetime.combine(since, time(0), rules.ZONE)) | models.Q(provisional=True)
    rows = open_in_ward(ward_id).filter(touched, late_after__gte=at, paused_at__isnull=True, broken_at__isnull=True)
    rows = rows.order_by(models.F("whole_id").asc(nulls_first=True), "pk")
    found = list(rows.select_for_update(of=("self",)) if lock else rows)
    pauses = defaultdict(list)
    for pause in Pause.objects.filter(promise__in=rows.order_by().values("pk")):
        pauses[pause.promise_id].append(pause)
    wholes = {row.pk: row for row in found}
    wholes |= Promise.objects.in_bulk({row.whole_id for row in found if row.whole_id} - wholes.keys())
    due = {pk: row.due_at for pk, row in wholes.items()}
    moved = []
    for row in found:
        whole = wholes[row.whole_id] if row.whole_id else None
        appointment = rules.appointment(due_at=due[whole.pk], extended_due_at=whole.extended_due_at) if whole else None
        term = rules.term(
            start=row.counted_from,
            limit=row.limit,
            calendar=calendar,
            pauses=as_clock(pauses[row.pk]),
            cap=rules.cap_of(made_at=row.made_at, appointment=appointment),
        )
        due[row.pk] = term.due_at
        if (term.due_at, term.provisional) != (row.due_at, row.provisional):
            moved.append(Move(promise=row, term=term))
    return moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a change of the calendar would do: the part of it that is new, and the promises it moves."""

    change: Change
    moves: list[Move]
    mark: str  # of exactly this effect on exactly this calendar; `change_calendar` can be held to it


def preview(*, by: Actor, at: datetime, change: Change, lock: bool = False) -> Preview:
    """The effect of a change; nothing is written. Raises Refused `calendar.*`."""
    calendar_rules.fit(change)
    new = calendars.new_of(by.ward_id, change)
    calendar_rules.fit(new)
    ward = calendars.now_of(by.ward_id)
    calendar = calendars.calendar_with(ward, new)
    moved = moves(ward_id=by.ward_id, at=at, calendar=calendar, since=calendar_rules.since(new), lock=lock)
    return Preview(change=new, moves=moved, mark=_mark(ward.calendar_version, moved))


def _mark(version: int, moved: Iterable[Move]) -> str:
    lines = sorted(f"{move.promise.pk} {move.term.due_at.isoformat()} {move.term.provisional}" for move in moved)
    return f"{version}-{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"


def calendar_file(*, name: str, content: bytes) -> Parsed:
    """The change of the calendar a file asks for, or its errors by row. Raises Refused `upload.*`."""
    ending = files.ending_of(name=name, content=content, takes=("csv", "xlsx", "yaml", "json"))
    if ending in {"yaml", "json"}:
        return calendar_rules.read(files.plain(ending=ending, content=content))
    cells = next(iter(files.sheets(ending=ending, content=content).values()), [])
    return calendar_rules.read(calendar_rules.from_sheet(cells))
