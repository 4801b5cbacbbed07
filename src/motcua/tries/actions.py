"""Counting tries. No act of an office, so nothing goes to the ledger."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection

from motcua.tries.models import Attempt
from motcua.tries.rules import Window, window_start

__all__ = ["count_try", "sweep"]

KEEP = timedelta(days=2)  # longer than the longest window


def count_try(*, counted: Iterable[tuple[Window, str]], at: datetime) -> Window | None:
    """Count one try of each value in its window, in turn; the first window it goes beyond, or None.

    What one limit stops is not counted by the next.
    """
    for window, value in counted:
        key = hashlib.sha256(f"{window.kind}:{value}".encode(errors="replace")).hexdigest()
        with connection.cursor() as cursor:
            cursor.execute(
                'INSERT INTO tries_attempt (key, "window", count) VALUES (%s, %s, 1)'
                ' ON CONFLICT (key, "window") DO UPDATE SET count = tries_attempt.count + 1 RETURNING count',
                [key, window_start(at, window)],
            )
            tried = cursor.fetchone()
        if tried and tried[0] > window.most:
            return window
    return None


def sweep(*, at: datetime) -> int:
    """Forget tries whose windows are long over; how many rows went."""
    gone, _ = Attempt.objects.filter(window__lt=at - KEEP).delete()
    return gone
