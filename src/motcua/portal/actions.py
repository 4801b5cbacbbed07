"""Counting tries of the look-up. No act of an office, so nothing goes to the ledger."""

import hashlib
from datetime import datetime, timedelta

from django.db import connection

from motcua.portal import rules
from motcua.portal.models import Attempt

__all__ = ["count_try", "sweep"]

KEEP = timedelta(days=2)  # longer than the longest window


def count_try(*, address: str, code: str, at: datetime) -> rules.Window | None:
    """Count one try for each of TRIES in turn; the first window it goes beyond, or None."""
    for window in rules.TRIES:
        value = rules.counted_value(window, address=address, code=code)
        key = hashlib.sha256(f"{window.kind}:{value}".encode(errors="replace")).hexdigest()
        with connection.cursor() as cursor:
            cursor.execute(
                'INSERT INTO portal_attempt (key, "window", count) VALUES (%s, %s, 1)'
                ' ON CONFLICT (key, "window") DO UPDATE SET count = portal_attempt.count + 1 RETURNING count',
                [key, rules.window_start(at, window)],
            )
            tried = cursor.fetchone()
        if tried and tried[0] > window.most:
            return window
    return None


def sweep(*, at: datetime) -> int:
    """Forget tries whose windows are long over; how many rows went."""
    gone, _ = Attempt.objects.filter(window__lt=at - KEEP).delete()
    return gone
