"""Counting tries of the look-up. No act of an office, so nothing goes to the ledger."""

import hashlib
from datetime import datetime, timedelta

from django.db import connection

from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.portal import rules
from motcua.portal.models import Attempt

__all__ = ["count_try", "sweep"]

KEEP = timedelta(days=1)


def count_try(*, address: str, code: str, at: datetime) -> None:
    """Count one try for its address and for its code. Raises Refused `lookup.often` beyond what TRIES allow."""
    for window in rules.TRIES:
        value = address if window.kind == "address" else code
        key = hashlib.sha256(f"{window.kind}:{value}".encode(errors="replace")).hexdigest()
        with connection.cursor() as cursor:
            cursor.execute(
                'INSERT INTO portal_attempt (key, "window", count) VALUES (%s, %s, 1)'
                ' ON CONFLICT (key, "window") DO UPDATE SET count = portal_attempt.count + 1 RETURNING count',
                [key, rules.window_start(at, window)],
            )
            tried = cursor.fetchone()
        if tried and tried[0] > window.most:
            again = rules.opens_again(at, window).astimezone(ZONE)
            raise Refused(
                "lookup.often",
                f"Đã tra cứu quá nhiều lần. Thử lại sau {again:%H:%M}, hoặc gọi phường.",
                f"Too many tries. Try again after {again:%H:%M}, or call the office.",
            )


def sweep(*, at: datetime) -> int:
    """Forget tries of yesterday; how many rows went."""
    gone, _ = Attempt.objects.filter(window__lt=at - KEEP).delete()
    return gone
