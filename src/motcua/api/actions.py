"""Forgetting old answers of idempotency keys. No act of an office, so nothing goes to the ledger."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

__all__ = ["BATCH", "forget"]

BATCH = 1000  # rows in one statement: short locks on a running system, and little to do again when it is killed


def forget(*, at: datetime, batch: int = BATCH) -> int:
    """Forget answers older than API_ANSWERS_DAYS, batch by batch; how many went.

    Each batch is committed by itself: killed halfway, it leaves fewer for the next time. Two at once share the work.
    """
    before, gone = at - timedelta(days=settings.API_ANSWERS_DAYS), 0
    while removed := _forget_some(before=before, batch=batch):
        gone += removed
    return gone


def _forget_some(*, before: datetime, batch: int) -> int:
    # No index on `at`: it would cost every intake a write, and this looks once a day.
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM api_answered WHERE id IN"
            " (SELECT id FROM api_answered WHERE at < %s LIMIT %s FOR UPDATE SKIP LOCKED)",
            [before, batch],
        )
        return int(cursor.rowcount)
