"""`@action`, and the book in which one gesture collects what it changes.

An action reads, decides and registers rows with `add` and `change`; nothing is written until the outermost action
ends. Then the book takes the numbers it owes, inserts, updates, and seals the acts, in few statements and with the
locks of the counters and of the chain held for the shortest time. A `batch` is the same book kept open over many
actions: fewer commits and statements, not another path.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from itertools import chain
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, connections, models, transaction

from motcua.acts import Actor, Ref
from motcua.clock import ZONE
from motcua.ledger import queries, rules
from motcua.ledger.models import Act, Anchor, Chain, Record, uuid7

__all__ = [
    "action",
    "add",
    "alongside",
    "anchor",
    "batch",
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

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=Record)
V = TypeVar("V")

VERBS: dict[str, str] = {}  # verb → the dotted name of its action; a house test reads it

MASK = "•"


@dataclass(slots=True)
class _Open:
    """An act still being performed."""

    verb: str
    by: Actor
    at: datetime
    subject: Record | None = None
    changes: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Owed:
    """A number to be taken from a series at the last moment."""

    ward_id: UUID
    series: str
    give: Callable[[int], None]


@dataclass(slots=True)
class _Book:
    """What an open gesture, or a batch of them, will write."""

    added: dict[type[Record], dict[UUID, Record]] = field(default_factory=dict)
    changed: dict[Record, set[str]] = field(default_factory=dict)
    held: dict[tuple[type[Record], UUID], Record] = field(default_factory=dict)
    acts: list[_Open] = field(default_factory=list)
    owed: list[_Owed] = field(default_factory=list)
    current: _Open | None = None
    spoiled: bool = False
    memo: dict[object, Any] = field(default_factory=dict)


_book: ContextVar[_Book | None] = ContextVar("book", default=None)
_alongside: ContextVar[Callable[[Record], models.Model | None] | None] = ContextVar("alongside", default=None)


def _open_book() -> _Book:
    book = _book.get()
    if book is None or book.current is None:
        raise RuntimeError("rows are only written inside an @action")
    return book


def _open_act() -> tuple[_Book, _Open]:
    book = _open_book()
    return book, cast("_Open", book.current)


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

    book.owed.append(_Owed(ward_id=ward_id, series=series, give=give))


def held(model: type[M], pk: UUID) -> M | None:
    """The row as this book already holds it: added, changed or locked and not yet written."""
    book = _book.get()
    return cast("M | None", book.held.get((model, pk))) if book else None


def unwritten(model: type[M]) -> list[M]:
    """The rows of a model that this book has added and not yet written."""
    book = _book.get()
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
    book = _book.get()
    if book is None:
        return read()
    if key not in book.memo:
        book.memo[key] = read()
    return cast("V", book.memo[key])


def hold(row: M) -> M:
    """Keep a row that was locked, so that the next action of the same book sees the same object."""
    book = _book.get()
    if book is None:
        raise RuntimeError("a row is locked only inside an @action")
    return cast("M", book.held.setdefault((type(row), row.pk), row))


def action(
    verb: str,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an action: one transaction, one act; called inside another action it joins that act.

    The function takes keyword arguments only, among them `by` (Actor) and `at` (aware datetime). It returns the record
    it is about, or names it with `subject`.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        VERBS[verb] = f"{function.__module__}.{function.__qualname__}"

        @wraps(function)
        def perform(*args: P.args, **kwargs: P.kwargs) -> R:
            book = _book.get()
            if book is not None and book.current is not None:
                return function(*args, **kwargs)
            if book is not None:
                return _act(book, verb, function, *args, **kwargs)
            with _writing(_Book()) as fresh:
                return _act(fresh, verb, function, *args, **kwargs)

        return perform

    return decorate


@contextmanager
def batch() -> Iterator[Callable[[], None]]:
    """Keep one book open over many actions; yields `flush`, which writes and commits what is done so far.

    For replays and imports. An exception loses only what was not flushed. Whoever batches must be the only writer of
    the rows it holds; the chain's row lock keeps other writers of the ward waiting while a flush is written.
    """
    book = _Book()
    token = _book.set(book)

    def flush() -> None:
        with transaction.atomic(durable=True):
            _write(book)

    try:
        yield flush
        flush()
    finally:
        _book.reset(token)


@contextmanager
def alongside(write: Callable[[Record], models.Model | None]) -> Iterator[None]:
    """Keep the row that `write` makes of the next act's subject, in its transaction, after its rows and its act.

    For what a door must keep exactly when the act is kept: the answer to an idempotency key.
    """
    token = _alongside.set(write)
    try:
        yield
    finally:
        _alongside.reset(token)


@contextmanager
def _writing(book: _Book) -> Iterator[_Book]:
    token = _book.set(book)
    try:
        with transaction.atomic():
            yield book
            subject = book.acts[-1].subject if book.acts else None
            _write(book)
            beside = _alongside.get()
            if beside is not None and subject is not None:
                row = beside(subject)
                if row is not None:
                    _insert(type(row), [row])
    finally:
        _book.reset(token)


def _act(book: _Book, verb: str, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    by, at = cast("Actor", kwargs["by"]), cast("datetime", kwargs["at"])
    if at.tzinfo is None:
        raise ValueError("`at` must be aware")
    book.current = _Open(verb=verb, by=by, at=at)
    try:
        result = function(*args, **kwargs)
    except BaseException:
        book.spoiled = book.spoiled or bool(book.current.changes)
        book.current = None
        raise
    act, book.current = book.current, None
    if act.subject is None and isinstance(result, Record):
        act.subject = result
    if act.subject is None:
        raise RuntimeError(f"{verb} names no subject")
    if act.changes:
        book.acts.append(act)
    return result


def _plain(value: object) -> Any:
    """A value as the ledger prints it: a moment by the clock on the office's wall, whatever zone it came in."""
    if isinstance(value, datetime):
        return value.astimezone(ZONE).isoformat()
    if value is None or isinstance(value, (bool, int, str, list, dict)):
        return str(value) if isinstance(value, str) else value
    return str(value)


def anchor(*, day: date) -> int:
    """Write down where the chain of each ward stands after `day`; once a day, whoever asks again changes nothing.

    No act by itself: it reads the chains and changes none. Returns how many anchors are new.
    """
    anchored = set(Anchor.objects.filter(day=day).values_list("ward_id", flat=True))
    rows = [
        Anchor(ward_id=head.ward_id, day=day, number=head.number, hash=bytes(head.hash))
        for head in Chain.objects.filter(number__gt=0).exclude(ward_id__in=anchored)
    ]
    Anchor.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


# -- writing ---------------------------------------------------------------------------------------------------------


def _write(book: _Book) -> None:
    if book.spoiled:
        raise RuntimeError("an act of this batch failed halfway; nothing more of it may be written")
    _take_numbers(book)
    _update(book)  # before the inserts: what a new row replaces (an open step) must be closed first
    for model, rows in book.added.items():
        _insert(model, list(rows.values()))
    _seal(book)
    book.added.clear()
    book.changed.clear()
    book.acts.clear()
    book.owed.clear()
    book.memo.clear()


def _take_numbers(book: _Book) -> None:
    """Raise each counter once by as many numbers as are owed and hand them out in order."""
    series: dict[tuple[UUID, str], list[_Owed]] = {}
    for owed in book.owed:
        series.setdefault((owed.ward_id, owed.series), []).append(owed)
    for (ward_id, name), many in sorted(series.items(), key=lambda item: (str(item[0][0]), item[0][1])):
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO ledger_counter (ward_id, series, value) VALUES (%s, %s, %s)"
                " ON CONFLICT (ward_id, series) DO UPDATE SET value = ledger_counter.value + EXCLUDED.value"
                " RETURNING value",
                [ward_id, name, len(many)],
            )
            last = cast("tuple[int]", cursor.fetchone())[0]
        for value, owed in enumerate(many, start=last - len(many) + 1):
            owed.give(value)


def _columns(model: type[models.Model]) -> list["models.Field[Any, Any]"]:
    return [f for f in model._meta.local_concrete_fields if not f.generated]  # noqa: SLF001 - Django's documented _meta


_INSERTS: dict[type[models.Model], tuple[str, str, list["models.Field[Any, Any]"]]] = {}


def _insert_sql(model: type[models.Model]) -> tuple[str, str, list["models.Field[Any, Any]"]]:
    if model not in _INSERTS:
        fields = _columns(model)
        names = ", ".join(f'"{f.column}"' for f in fields)
        head = f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES '  # noqa: S608, SLF001 - names come from the model
        _INSERTS[model] = head, "(" + ", ".join(["%s"] * len(fields)) + ")", fields
    return _INSERTS[model]


COPY_FROM = 40  # rows from which COPY is cheaper than one INSERT (measured, docs/decisions/0004-the-book.md)


def _insert(model: type[models.Model], rows: list[Any]) -> None:
    """Insert rows of one model: few in one plain statement built once per model, many by COPY.

    Django's own insert spends four times as long building the statement as PostgreSQL spends running it.
    """
    head, row_sql, fields = _insert_sql(model)
    database = connections[DEFAULT_DB_ALIAS]
    values = [[f.get_db_prep_save(f.pre_save(row, add=True), database) for f in fields] for row in rows]
    with database.cursor() as cursor:
        if len(rows) < COPY_FROM:
            cursor.execute(head + ", ".join([row_sql] * len(rows)), list(chain.from_iterable(values)))
        else:
            with cursor.copy(head.replace("INSERT INTO", "COPY").replace("VALUES", "FROM STDIN")) as copy:
                for row in values:
                    copy.write_row(row)
    for row in rows:
        row._state.adding = False  # noqa: SLF001 - what Django's own save does
        row._state.db = DEFAULT_DB_ALIAS  # noqa: SLF001 - the same


def _update(book: _Book) -> None:
    """Write the named fields of changed rows; equal shapes share one prepared statement."""
    shapes: dict[tuple[type[Record], tuple[str, ...]], list[Record]] = {}
    for row, names in book.changed.items():
        shapes.setdefault((type(row), tuple(sorted(names))), []).append(row)
    for (model, written), rows in shapes.items():
        fields = [cast("models.Field[Any, Any]", model._meta.get_field(name)) for name in written]  # noqa: SLF001 - as above
        sets = ", ".join(f'"{f.column}" = %s' for f in fields)
        statement = f'UPDATE "{model._meta.db_table}" SET {sets} WHERE id = %s'  # noqa: S608, SLF001 - names come from the model
        database = connections[DEFAULT_DB_ALIAS]
        values = [[*(f.get_db_prep_save(getattr(row, f.attname), database) for f in fields), row.pk] for row in rows]
        with database.cursor() as cursor:
            if len(values) == 1:
                cursor.execute(statement, values[0])
            else:
                cursor.executemany(statement, values)


def _seal(book: _Book) -> None:
    """Lock the head of each chain, seal the acts in order, move the head. Taken last, held shortest."""
    by_ward: dict[UUID, list[_Open]] = {}
    for act in book.acts:
        by_ward.setdefault(act.by.ward_id, []).append(act)
    for ward_id in sorted(by_ward, key=str):
        last, previous, recorded_at = queries.lock_head(ward_id)
        sealed: list[Act] = []
        for act in by_ward[ward_id]:
            last += 1
            row = _sealed(act, number=last, previous=previous, recorded_at=recorded_at)
            previous = bytes(row.hash)
            sealed.append(row)
        _insert(Act, sealed)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE ledger_chain SET number = %s, hash = %s WHERE ward_id = %s", [last, previous, ward_id]
            )


def _sealed(act: _Open, *, number: int, previous: bytes, recorded_at: datetime) -> Act:
    ref = act.subject.ref() if act.subject else Ref(kind="", id=act.by.id)
    content = rules.Seal(
        id=uuid7(),
        ward_id=act.by.ward_id,
        number=number,
        verb=act.verb,
        at=act.at,
        recorded_at=recorded_at,
        actor_kind=str(act.by.kind),
        actor_id=act.by.id,
        actor_name=act.by.name,
        actor_title=act.by.title,
        subject_kind=ref.kind,
        subject_id=ref.id,
        subject_label=ref.label,
        changes=act.changes,
        note="\n".join(act.notes),
    )
    return Act(
        previous_hash=previous,
        hash=rules.seal(content, previous=previous),
        **{name: getattr(content, name) for name in rules.Seal.__dataclass_fields__},
    )
