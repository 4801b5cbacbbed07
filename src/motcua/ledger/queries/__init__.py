"""Reads of the ledger, and how the reads that every request makes are made cheap."""

from motcua.ledger.queries.chain import Broken, Head, head, lock_head, of_subject, verify
from motcua.ledger.queries.prepared import Prepared, Slot

__all__ = ["Broken", "Head", "Prepared", "Slot", "head", "lock_head", "of_subject", "verify"]
