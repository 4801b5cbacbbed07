"""`@action`, and the book in which one gesture collects what it changes.

An action reads, decides and registers rows with `add` and `change`; nothing is written until the outermost action
ends. Then the book takes the numbers it owes, inserts, updates, and seals the acts, in few statements and with the
locks of the counters and of the chain held for the shortest time. A `batch` is the same book kept open over many
actions: fewer commits and statements, not another path.
"""

from motcua.ledger.actions.acting import VERBS, action, alongside, anchor, batch
from motcua.ledger.actions.book import add, change, held, hold, note, number, remember, standing, subject, unwritten

__all__ = [
    "VERBS",
    "action",
    "add",
    "alongside",
    "anchor",
    "batch",
    "change",
    "held",
    "hold",
    "note",
    "number",
    "remember",
    "standing",
    "subject",
    "unwritten",
]
