"""The real PostgreSQL for every test, and the cast of one ward."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import django
import hypothesis
import pytest

# One home and one server for the whole run; xdist's workers share them (each has a database of its own).
_OWN = "MOTCUA_HOME" not in os.environ  # made for this run alone: it goes with it
if _OWN:
    os.environ["MOTCUA_HOME"] = tempfile.mkdtemp(prefix="mc")
HOME = Path(os.environ["MOTCUA_HOME"])
os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.config.settings"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's sync API runs an event loop beside the ORM

_SERVER = None
if not os.environ.get("DATABASE_URL"):
    from motcua.config import postgres

    _SERVER = postgres.ensure(HOME, durable=False)
    os.environ["DATABASE_URL"] = _SERVER.url

django.setup()

hypothesis.settings.register_profile("house", deadline=None)  # a busy machine is no fault; no test is timed
hypothesis.settings.load_profile("house")


def _let_tests_flush() -> None:
    """Empty the tables between tests past the triggers that forbid it everywhere else, and only those with rows.

    TRUNCATE of a hundred empty tables took longer than most tests.
    """
    from django.db.backends.postgresql.operations import DatabaseOperations

    def flushing(self: DatabaseOperations, _style: object, tables: Iterable[str], **_options: object) -> list[str]:
        kept = {"django_content_type", "auth_permission"}  # Django would only write the same again
        names = [self.quote_name(table) for table in tables if table not in kept]
        asked = " UNION ALL ".join(f"SELECT {n} WHERE EXISTS (SELECT FROM {name})" for n, name in enumerate(names))  # noqa: S608 - our own tables
        with self.connection.cursor() as cursor:
            cursor.execute(asked)
            filled = [names[n] for (n,) in cursor.fetchall()]
        return [
            "SET session_replication_role = replica",
            *(f"DELETE FROM {name}" for name in filled),  # noqa: S608 - our own tables
            "SET session_replication_role = origin",
        ]

    DatabaseOperations.sql_flush = flushing


_let_tests_flush()

pytest_plugins = ["wards", "browsing"]  # of tests/support; read when Django is set up


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server with the process that started it, and leave nothing of the run behind."""
    if hasattr(config, "workerinput"):
        return
    left = [HOME]
    if _SERVER is not None:
        _SERVER.stop()
        left += [_SERVER.place.sockets, _SERVER.place.data.parent.parent]  # root keeps the data apart from the home
    for folder in left if _OWN else ():
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def _vietnamese() -> None:
    """Each test begins in Vietnamese, whatever page the last one read."""
    from django.utils import translation

    translation.activate("vi")
