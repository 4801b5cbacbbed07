"""Reads whose SQL is built once: afterwards only their values travel.

Django builds the SQL of a query anew each time, which costs ten times what it costs to run the few reads that every
act makes. Such a read is written as any other query, with a `Slot` where a value comes later.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler

__all__ = ["Prepared", "Slot"]

T = TypeVar("T")


class Slot(Expression):
    """The place of a value in a prepared read; the value has the type of the column it is compared with."""

    def __init__(self, name: str) -> None:
        """`name` is the keyword by which the value comes."""
        super().__init__()
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002 - Django's protocol
        """Itself stands among the parameters until the value comes."""
        return "%s", (self,)


@dataclass(frozen=True, slots=True)
class _Built:
    """What Django made of a query: its SQL, its parameters, and how a row becomes what was asked for."""

    sql: str
    parameters: list[Any]
    locks: bool
    read: Callable[[Iterable[Any]], Iterator[Any]]


class Prepared(Generic[T]):
    """A query of fixed shape over plain columns: rows of one model, or a `values_list` of tuples.

    >>> KEPT = Prepared(lambda: Token.objects.filter(digest=Slot("digest")))
    >>> KEPT.first(digest=digest)
    """

    def __init__(self, query: Callable[[], QuerySet[Any, T]]) -> None:
        """`query` is called once, when the first value comes."""
        self.query = query

    def first(self, **values: Any) -> T | None:
        """The first row, or None."""
        return next(iter(self.all(**values)), None)

    def all(self, **values: Any) -> list[T]:
        """All rows."""
        built = self._built
        if built.locks and connection.get_autocommit():
            raise transaction.TransactionManagementError("a row is locked only inside a transaction")
        given = [values[one.name] if isinstance(one, Slot) else one for one in built.parameters]
        with connection.cursor() as cursor:
            cursor.execute(built.sql, given)
            return cast("list[T]", list(built.read(cursor.fetchall())))

    @cached_property
    def _built(self) -> _Built:
        found = self.query()
        compiler = found.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        columns = [column for column, *_ in compiler.select or ()]
        converters = compiler.get_converters(columns)
        convert = (lambda rows: compiler.apply_converters(rows, converters)) if converters else iter
        become = _model_row(found.model, width=len(columns)) if found.query.default_cols else tuple
        return _Built(
            sql=sql,
            parameters=list(parameters),
            locks=found.query.select_for_update,
            read=lambda rows: map(become, convert(rows)),
        )


def _model_row(model: type[models.Model], *, width: int) -> Callable[[Iterable[Any]], models.Model]:
    names = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001 - Django's documented _meta
    if len(names) != width:
        raise TypeError("a prepared read gives whole rows of one model, or tuples")
    return lambda row: model.from_db(DEFAULT_DB_ALIAS, names, row)  # type: ignore[arg-type]  # any sequence will do
