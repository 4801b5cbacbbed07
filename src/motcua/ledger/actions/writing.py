"""Writing a book: few statements, and the locks of the counters and of the chain held for the shortest time."""

from collections.abc import Callable
from datetime import datetime
from itertools import chain
from typing import Any, cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.backends.utils import CursorWrapper

from motcua.acts import Ref
from motcua.ledger import queries, rules
from motcua.ledger.actions.book import Book, OpenAct, Owed
from motcua.ledger.models import Act, Record, uuid7

__all__ = ["Beside", "write"]

Beside = Callable[[Record], models.Model | None]  # makes a row to keep with an act, of the act's subject


def write(book: Book, *, beside: Beside | None = None) -> None:
    """Take the numbers owed, update, insert, keep what a door keeps beside the last act, seal the acts."""
    if book.spoiled:
        raise RuntimeError("an act of this batch failed halfway; nothing more of it may be written")
    with connection.cursor() as cursor:
        _take_numbers(cursor, book)
        _update(cursor, book)  # before the inserts: what a new row replaces (an open step) must be closed first
        for model, rows in book.added.items():
            _insert(cursor, model, list(rows.values()))
        if beside is not None and book.acts and book.acts[-1].subject is not None:
            row = beside(book.acts[-1].subject)
            if row is not None:
                _insert(cursor, type(row), [row])
        _seal(cursor, book)
    book.added.clear()
    book.changed.clear()
    book.acts.clear()
    book.owed.clear()
    book.memo.clear()


def _take_numbers(cursor: CursorWrapper, book: Book) -> None:
    """Raise each counter once by as many numbers as are owed and hand them out in order."""
    series: dict[tuple[UUID, str], list[Owed]] = {}
    for owed in book.owed:
        series.setdefault((owed.ward_id, owed.series), []).append(owed)
    for (ward_id, name), many in sorted(series.items(), key=lambda item: (str(item[0][0]), item[0][1])):
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


# Values that the field would hand over as they are, after many calls; most of a row is of these.
_UNCHANGED: dict[type, type] = {
    models.CharField: str,
    models.TextField: str,
    models.UUIDField: UUID,
    models.ForeignKey: UUID,
    models.OneToOneField: UUID,
}


def _sent(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    """The value of a field as it travels to the database."""
    value = getattr(row, field.attname)
    if type(value) is _UNCHANGED.get(type(field)):
        return value
    return field.get_db_prep_save(value, connection)


def _insert(cursor: CursorWrapper, model: type[models.Model], rows: list[Any]) -> None:
    """Insert rows of one model: few in one plain statement built once per model, many by COPY.

    Django's own insert spends four times as long building the statement as PostgreSQL spends running it.
    """
    head, row_sql, fields = _insert_sql(model)
    values = [[_sent(field, row) for field in fields] for row in rows]
    if len(rows) < COPY_FROM:
        cursor.execute(head + ", ".join([row_sql] * len(rows)), list(chain.from_iterable(values)))
    else:
        with cursor.copy(head.replace("INSERT INTO", "COPY").replace("VALUES", "FROM STDIN")) as copy:
            for row in values:
                copy.write_row(row)
    for row in rows:
        row._state.adding = False  # noqa: SLF001 - what Django's own save does
        row._state.db = DEFAULT_DB_ALIAS  # noqa: SLF001 - the same


def _update(cursor: CursorWrapper, book: Book) -> None:
    """Write the named fields of changed rows; equal shapes share one prepared statement."""
    shapes: dict[tuple[type[Record], tuple[str, ...]], list[Record]] = {}
    for row, names in book.changed.items():
        shapes.setdefault((type(row), tuple(sorted(names))), []).append(row)
    for (model, written), rows in shapes.items():
        fields = [cast("models.Field[Any, Any]", model._meta.get_field(name)) for name in written]  # noqa: SLF001 - as above
        sets = ", ".join(f'"{f.column}" = %s' for f in fields)
        statement = f'UPDATE "{model._meta.db_table}" SET {sets} WHERE id = %s'  # noqa: S608, SLF001 - names come from the model
        values = [[*(_sent(field, row) for field in fields), row.pk] for row in rows]
        if len(values) == 1:
            cursor.execute(statement, values[0])
        else:
            cursor.executemany(statement, values)


def _seal(cursor: CursorWrapper, book: Book) -> None:
    """Lock the head of each chain, seal the acts in order, move the head. Taken last, held shortest."""
    by_ward: dict[UUID, list[OpenAct]] = {}
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
        _insert(cursor, Act, sealed)
        cursor.execute("UPDATE ledger_chain SET number = %s, hash = %s WHERE ward_id = %s", [last, previous, ward_id])


def _sealed(act: OpenAct, *, number: int, previous: bytes, recorded_at: datetime) -> Act:
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
