"""Reads of warnings and digests."""

from motcua.watch.queries.holding import locked
from motcua.watch.queries.morning import digest_of, due_people, pages
from motcua.watch.queries.reading import Mine, Shown, Who, mine, shown, unseen, warned_of
from motcua.watch.queries.sweeping import Told, expected, known

__all__ = [
    "Mine",
    "Shown",
    "Told",
    "Who",
    "digest_of",
    "due_people",
    "expected",
    "known",
    "locked",
    "mine",
    "pages",
    "shown",
    "unseen",
    "warned_of",
]
