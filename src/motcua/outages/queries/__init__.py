"""Reads of the outage register; each within one ward."""

from motcua.outages.queries.register import (
    PAGE,
    Line,
    Page,
    Shown,
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
    "PAGE",
    "Line",
    "OfPromise",
    "Page",
    "Shown",
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
