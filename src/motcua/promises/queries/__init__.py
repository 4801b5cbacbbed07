"""Reads of promises."""

from motcua.promises.queries.reading import (
    Move,
    Preview,
    as_clock,
    broken,
    calendar_file,
    cap,
    is_broken,
    locked,
    moves,
    open_in_ward,
    overdue,
    pauses,
    preview,
    visible_to,
)

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
