"""The clock on the wall: the one place besides the middleware that asks it."""

from datetime import datetime

from django.utils import timezone

__all__ = ["current"]


def current() -> datetime:
    """Now, in the office's time zone."""
    return timezone.localtime(timezone.now())
