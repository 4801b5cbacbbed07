"""Reads of dossiers."""

from motcua.dossiers.queries.finding import by_code, id_of, search
from motcua.dossiers.queries.holding import (
    close_of,
    context,
    external_known,
    get,
    holds,
    locked,
    may_hold,
    missing,
    payments,
    pinned,
    visible_to,
    workers,
)
from motcua.dossiers.queries.lateness import apologised, slip_is, slip_status, unapologised, undecided, unsaid
from motcua.dossiers.queries.register import mark, marks, marks_of

__all__ = [
    "apologised",
    "by_code",
    "close_of",
    "context",
    "external_known",
    "get",
    "holds",
    "id_of",
    "locked",
    "mark",
    "marks",
    "marks_of",
    "may_hold",
    "missing",
    "payments",
    "pinned",
    "search",
    "slip_is",
    "slip_status",
    "unapologised",
    "undecided",
    "unsaid",
    "visible_to",
    "workers",
]
