"""Plays in processes of their own, which can be killed: `import wards` gives them the cast."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SUPPORT = Path(__file__).resolve().parent
ROOT = SUPPORT.parent.parent


def environment(url: str, home: Path) -> dict[str, str]:
    """What a program of the office of this database and home finds around it."""
    return {
        **os.environ,
        "DATABASE_URL": url,
        "MOTCUA_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
        "PYTHONPATH": str(SUPPORT),
    }


def started(code: str, *words: object, url: str, home: Path, **pipes: Any) -> subprocess.Popen[str]:
    """Python that runs `code` on the office of this database and home."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        env=environment(url, home),
        cwd=ROOT,
        text=True,
        **pipes,
    )


def played(code: str, *words: object, url: str, home: Path) -> list[str]:
    """The words that such a play prints; it must end well."""
    play = started(code, *words, url=url, home=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    said, wrong = play.communicate()
    assert play.returncode == 0, wrong
    return said.split()


VERIFY = """
import django; django.setup()
from motcua.offices.models import Ward
from motcua.ledger import queries
print(queries.verify(ward_id=Ward.objects.get().pk))
"""
