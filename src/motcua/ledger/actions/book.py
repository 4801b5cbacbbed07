"""The book in which one gesture collects what it changes: what may be written into it and read from it."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import models

from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.ledger.models import Record

__all__ = [
    "OPEN",
    "Book",
    "OpenAct",
    "Owed",
    "add",
    "change",
    "held",
    "hold",
    "note",
    "number",
    "remember",
    "standing",
    "subject",
    "unwritten",
]

M = TypeVar("M", bound=Record)
V = TypeVar("V")

MASK = "•"


@dataclass(slots=True)
class OpenAct:
    """An act still being performed."""

    verb: str
    by: Actor
    at: datetime
    subject: Record | None = None
    changes: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Owed:
    """A number to be taken from a series at the last moment."""

    ward_id: UUID
    series: str
    give: Callable[[int], None]


@dataclass(slots=True)
class Book:
    """What an open gesture, or a batch of them, will write."""

    added: dict[type[Record], dict[UUID, Record]] = field(default_factory=dict)
    changed: dict[Record, set[str]] = field(default_factory=dict)
    held: dict[tuple[type[Record], UUID], Record] = field(default_factory=dict)
    acts: list[OpenAct] = field(default_factory=list)
    owed: list[Owed] = field(default_factory=list)
    current: OpenAct | None = None
    spoiled: bool = False
    memo: dict[object, Any] = field(default_factory=dict)


OPEN: ContextVar[Book | None] = ContextVar("book", default=None)


def _open_book() -> Book:
    book = OPEN.get()
    if book is None or book.current is None:
        raise RuntimeError("rows are only written inside an @action")
    return book


def _open_act() -> tuple[Book, OpenAct]:
    book = _open_book()
    return book, cast("OpenAct", book.current)


def add(row: M) -> M:
    """Register a new row of this act."""
    book, act = _open_act()
    book.added.setdefault(type(row), {})[row.pk] = row
    book.held[type(row), row.pk] = row
    printed = {name: [None, _plain(getattr(row, name))] for name in row.PRINTED}
    act.changes.append({"kind": row.KIND, "id": str(row.pk), "new": True, "set": printed})
    return row


def change(row: M, **fields: object) -> M:
    """Set named fields on a row and register old → new in the act."""
    book, act = _open_act()
    written: set[str] = set()
    recorded: dict[str, list[Any]] = {}
    for name, value in fields.items():
        old = getattr(row, name)
        if old == value:
            continue
        setattr(row, name, value)
        written.add(name)
        if name not in row.SILENT:
            recorded[name] = [_plain(old), _plain(value)] if name in row.PRINTED else [MASK, MASK]
    if written and row.pk not in book.added.get(type(row), {}):
        book.changed.setdefault(row, set()).update(written)
        book.held[type(row), row.pk] = row
    if recorded:
        act.changes.append({"kind": row.KIND, "id": str(row.pk), "set": recorded})
    return row


def subject(row: Record) -> None:
    """Name the record this act is about, when it is not what the action returns."""
    _, act = _open_act()
    act.subject = row


def note(text: str) -> None:
    """Add a remark to the act: the reason a person gave."""
    _, act = _open_act()
    if text:
        act.notes.append(text)


def number(*, ward_id: UUID, series: str, row: Record, field: str, form: Callable[[int], Any]) -> None:
    """Owe `row.field` the next number of a series, formatted by `form`; it is taken when the book is written."""
    book, act = _open_act()
    entry = next(e for e in reversed(act.changes) if e["id"] == str(row.pk))
    if row.pk not in book.added.get(type(row), {}):
        book.changed.setdefault(row, set()).add(field)

    def give(value: int) -> None:
        setattr(row, field, form(value))
        entry["set"][field] = [None, _plain(getattr(row, field))]

    book.owed.append(Owed(ward_id=ward_id, series=series, give=give))


def held(model: type[M], pk: UUID) -> M | None:
    """The row as this book already holds it: added, changed or locked and not yet written."""
    book = OPEN.get()
    return cast("M | None", book.held.get((model, pk))) if book else None


def unwritten(model: type[M]) -> list[M]:
    """The rows of a model that this book has added and not yet written."""
    book = OPEN.get()
    return cast("list[M]", list(book.added.get(model, {}).values())) if book else []


def standing(rows: "models.QuerySet[M]", where: Callable[[M], bool]) -> list[M]:
    """Stored rows as this book knows them, and the ones it has added, that satisfy `where`, oldest first.

    `rows` must be broad enough to hold every stored row that may satisfy `where` by now.
    """
    known = [held(rows.model, row.pk) or row for row in rows]
    known += [row for row in unwritten(rows.model) if row not in known]
    return sorted((row for row in known if where(row)), key=lambda row: row.pk)


def remember(key: object, read: Callable[[], V]) -> V:
    """What was read once, for the rest of this book or until it is written; outside a book it is read every time."""
    book = OPEN.get()
    if book is None:
        return read()
    if key not in book.memo:
        book.memo[key] = read()
    return cast("V", book.memo[key])


def hold(row: M) -> M:
    """Keep a row that was locked, so that the next action of the same book sees the same object."""
    book = OPEN.get()
    if book is None:
        raise RuntimeError("a row is locked only inside an @action")
    return cast("M", book.held.setdefault((type(row), row.pk), row))


def _plain(value: object) -> Any:
    """A value as the ledger prints it: a moment by the clock on the office's wall, whatever zone it came in."""
    if isinstance(value, datetime):
        return value.astimezone(ZONE).isoformat()
    if value is None or isinstance(value, (bool, int, str, list, dict)):
        return str(value) if isinstance(value, str) else value
    return str(value)
