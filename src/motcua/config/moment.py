"""The clock on the wall: the one place that asks it.

The demonstration may move it, and nothing else can: `motcua demo month` writes the file `demo-clock` in the home. It is
believed only while every ward of the database is a demonstration. A real office has no second clock.
"""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from motcua.acts import Refused
from motcua.offices.models import Ward

__all__ = ["DEMONSTRATION", "current", "let_go", "move", "moved"]

DEMONSTRATION = "H99."  # no real unit of government has a code that begins so


def current() -> datetime:
    """Now, in the office's time zone."""
    return timezone.localtime(timezone.now()) + moved()


def moved() -> timedelta:
    """How far the demonstration has moved the clock; nothing in every real office."""
    try:
        seconds = float(_file().read_text())
    except (OSError, ValueError):
        return timedelta(0)
    return timedelta(seconds=seconds) if _only_demonstrations() else timedelta(0)


def move(*, to: datetime) -> None:
    """Let the clock of a demonstration show `to` from now on. Raises Refused `clock.real` where a real ward lives."""
    if not _only_demonstrations():
        raise Refused(
            "clock.real",
            "Ở đây có phường thật: đồng hồ không ai được chỉnh.",
            "A real ward lives here: nobody may move the clock.",
        )
    part = _file().with_suffix(".part")
    part.write_text(str((to - timezone.now()).total_seconds()))
    part.replace(_file())


def let_go() -> None:
    """Let the clock tell the real time again."""
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return Path(settings.HOME) / "demo-clock"


def _only_demonstrations() -> bool:
    return not Ward.objects.exclude(code__startswith=DEMONSTRATION).exists()
