"""Whole installations: a home, a database of their own, and the `motcua` command as a person types it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql

MOTCUA = Path(sys.executable).parent / "motcua"


@dataclass(frozen=True)
class Installation:
    """A home with its database."""

    home: Path
    url: str

    def run(self, *words: str | Path, status: int = 0) -> subprocess.CompletedProcess[str]:
        """`motcua WORDS…`, which must end with `status` and never with a traceback."""
        done = subprocess.run(
            [MOTCUA, *words],
            env={**os.environ, "DATABASE_URL": self.url, "MOTCUA_HOME": str(self.home)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, f"{words}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
        assert "Traceback" not in done.stderr
        return done

    def rows(self, statement: str) -> list[tuple]:
        """What the database says."""
        with psycopg.connect(self.url) as connection:
            return connection.execute(statement).fetchall()


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Installation]]:
    """`installed(name)`: an empty installation on the test server; with `migrated=True` its structure is there.

    The structure is made once in this process and copied: making it takes longer than most of what is tested.
    """
    url, made = os.environ["DATABASE_URL"], []
    parts = urlsplit(url)

    def database(name: str, template: str = "template0") -> Installation:
        called = f"whole_{name}_{os.getpid()}"
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(called), sql.Identifier(template))
        with psycopg.connect(url, dbname="postgres", autocommit=True) as connection:
            connection.execute(create)
        made.append(called)
        home = tmp_path_factory.mktemp(f"nhà {name}")
        return Installation(home=home, url=urlunsplit(parts._replace(path=f"/{called}")))

    def new(name: str, *, migrated: bool = False) -> Installation:
        if not migrated:
            return database(name)
        template = f"whole_template_{os.getpid()}"
        if template not in made:
            database("template").run("migrate")
        return database(name, template)

    yield new
    with psycopg.connect(url, dbname="postgres", autocommit=True) as connection:
        for name in made:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
