"""Reads of the outage register; each within one ward."""

from motcua.outages.queries.register import (
    Line,
    Page,
    Wanted,
    evidence,
    locked,
    open_now,
    outage,
    page,
    register,
    seen_by,
)
from motcua.outages.queries.touching import (
    OfPromise,
    Touched,
    derived,
    minutes_of,
    of_promise,
    touched,
    touched_promises,
)
from motcua.outages.queries.words import called

__all__ = [
    "Line",
    "OfPromise",
    "Page",
    "Touched",
    "Wanted",
    "called",
    "derived",
    "evidence",
    "locked",
    "minutes_of",
    "of_promise",
    "open_now",
    "outage",
    "page",
    "register",
    "seen_by",
    "touched",
    "touched_promises",
]
