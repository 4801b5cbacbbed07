"""Reads of dossiers."""

from motcua.dossiers.queries.finding import by_code, id_of, search
from motcua.dossiers.queries.holding import (
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
)

__all__ = [
    "by_code",
    "context",
    "external_known",
    "get",
    "holds",
    "id_of",
    "locked",
    "may_hold",
    "missing",
    "payments",
    "pinned",
    "search",
    "visible_to",
]
