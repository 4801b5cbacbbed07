"""A long list on one page: its first rows, how many there are, and how many the next look shows."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from django.http import QueryDict

__all__ = ["COUNTED", "MOST", "PAGE", "Paged", "asked_rows", "paged", "size"]

PAGE = 25
STEP = 100  # rows that the next look adds
MOST = 1025  # rows on one page; a longer list wants a narrower filter
COUNTED = 10_000  # beyond this a list may say "hơn 10.000" instead of counting on

Row = TypeVar("Row")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged(Generic[Row]):
    """The rows shown and how many there are."""

    rows: list[Row]
    total: int

    @property
    def remaining(self) -> int:
        """Rows not shown."""
        return self.total - len(self.rows)

    @property
    def next_rows(self) -> int:
        """How many rows the next look shows; no more than now when nothing remains or the page is full."""
        return min(len(self.rows) + STEP, self.total, MOST)

    @property
    def step(self) -> int:
        """How many rows the next look adds."""
        return self.next_rows - len(self.rows)

    @property
    def uncounted(self) -> bool:
        """Whether there may be more than were counted, in a list that stops at COUNTED."""
        return self.total >= COUNTED

    def telling(self, rows: list[Other]) -> "Paged[Other]":
        """The same page with its rows told in another way."""
        return Paged(rows=rows, total=self.total)


def asked_rows(query: QueryDict) -> int:
    """How many rows an address asks for; nothing sensible is none."""
    text = query.get("rows", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def size(asked: int) -> int:
    """How many rows are shown to who asks for so many; odd numbers come from an address."""
    return min(max(asked, PAGE), MOST)


def paged(ordered: "QuerySet[Any, Row]", *, of: "QuerySet[Any]", asked: int, counted: int | None = None) -> Paged[Row]:
    """The first rows of `ordered`, which sorts and dresses `of`. A second statement counts when the page is full.

    `counted` is where counting stops.
    """
    rows = list(ordered[: size(asked)])
    if len(rows) < size(asked):
        return Paged(rows=rows, total=len(rows))
    plain = of.order_by()
    return Paged(rows=rows, total=plain.count() if counted is None else plain.values("pk")[:counted].count())
