"""`@action`: one transaction, one act; and a `batch` of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db import transaction

from motcua.acts import Actor
from motcua.ledger.actions.book import OPEN, Book, OpenAct
from motcua.ledger.actions.writing import Beside, write
from motcua.ledger.models import Anchor, Chain, Record

__all__ = ["VERBS", "action", "alongside", "anchor", "batch"]

P = ParamSpec("P")
R = TypeVar("R")

VERBS: dict[str, str] = {}  # verb → the dotted name of its action; a house test reads it

_alongside: ContextVar[Beside | None] = ContextVar("alongside", default=None)


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
            book = OPEN.get()
            if book is not None and book.current is not None:
                return function(*args, **kwargs)
            if book is not None:
                return _act(book, verb, function, *args, **kwargs)
            with _writing(Book()) as fresh:
                return _act(fresh, verb, function, *args, **kwargs)

        return perform

    return decorate


@contextmanager
def batch() -> Iterator[Callable[[], None]]:
    """Keep one book open over many actions; yields `flush`, which writes and commits what is done so far.

    For replays and imports. An exception loses only what was not flushed. Whoever batches must be the only writer of
    the rows it holds; the chain's row lock keeps other writers of the ward waiting while a flush is written.
    """
    book = Book()
    token = OPEN.set(book)

    def flush() -> None:
        with transaction.atomic(durable=True):
            write(book)

    try:
        yield flush
        flush()
    finally:
        OPEN.reset(token)


@contextmanager
def alongside(make: Beside) -> Iterator[None]:
    """Keep the row that `make` makes of the next act's subject: inserted after the act's own rows, before its seal.

    For what a door must keep exactly when the act is kept: the answer to an idempotency key.
    """
    token = _alongside.set(make)
    try:
        yield
    finally:
        _alongside.reset(token)


@contextmanager
def _writing(book: Book) -> Iterator[Book]:
    token = OPEN.set(book)
    try:
        with transaction.atomic():
            yield book
            write(book, beside=_alongside.get())
    finally:
        OPEN.reset(token)


def _act(book: Book, verb: str, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    by, at = cast("Actor", kwargs["by"]), cast("datetime", kwargs["at"])
    if at.tzinfo is None:
        raise ValueError("`at` must be aware")
    book.current = OpenAct(verb=verb, by=by, at=at)
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
