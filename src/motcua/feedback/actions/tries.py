"""Counting tries of the public pages. No act of an office, so nothing goes to the ledger."""

import hashlib
from datetime import datetime, timedelta

from django.db import connection

from motcua.feedback.models import Attempt
from motcua.feedback.rules import tries

__all__ = ["count_try", "sweep"]

KEEP = timedelta(days=2)  # longer than the longest window


def count_try(*, windows: tuple[tries.Window, ...], address: str, at: datetime) -> tries.Window | None:
    """Count one try of an address in each window in turn; the first it goes beyond, or None."""
    for window in windows:
        key = hashlib.sha256(f"{window.kind}:{address}".encode(errors="replace")).hexdigest()
        with connection.cursor() as cursor:
            cursor.execute(
                'INSERT INTO feedback_attempt (key, "window", count) VALUES (%s, %s, 1)'
                ' ON CONFLICT (key, "window") DO UPDATE SET count = feedback_attempt.count + 1 RETURNING count',
                [key, tries.window_start(at, window)],
            )
            tried = cursor.fetchone()
        if tried and tried[0] > window.most:
            return window
    return None


def sweep(*, at: datetime) -> int:
    """Forget tries whose windows are long over; how many rows went."""
    gone, _ = Attempt.objects.filter(window__lt=at - KEEP).delete()
    return gone
