"""Parse the command line, find the database, run one command, answer in one sentence when it cannot."""

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

from motcua.acts import Refused
from motcua.config import postgres
from motcua.config.cli import calendar, data, demo, forecast, office, post, promises, serving, statements
from motcua.config.home import Sorry, home

__all__ = ["main", "prepare_django", "with_database"]

R = TypeVar("R")
Command = Callable[[argparse.Namespace], int]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="motcua", description="Một Cửa: một cửa của phường, lời hẹn nào cũng giữ. / The ward's one-stop."
    )
    commands = parser.add_subparsers(dest="command", metavar="lệnh/command", required=True)
    for module in (serving, calendar, office, demo, promises, forecast, data, post, statements):
        module.register(commands)
    return parser


def _database() -> AbstractContextManager[object]:
    """The database of the environment, or the embedded one for as long as the command runs."""
    if os.environ.get("DATABASE_URL"):
        return nullcontext()
    return postgres.running(home())


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 an honest no, 2 wrong words."""
    try:
        options, rest = _parser().parse_known_args(argv)
        if rest and options.command != "bench":
            _parser().parse_args(argv)  # says what is wrong, and ends with 2
        options.rest = rest
        command: Command = options.run
        if not options.database:
            return command(options)
        return with_database(lambda: command(options))
    except Refused as no:
        print(f"{no.vi}\n{no.en}\n[{no.code}]", file=sys.stderr)
        return 1
    except Sorry as sorry:
        print(f"{sorry.vi}\n{sorry.en}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0


def with_database(work: Callable[[], R]) -> R:
    """Do some work with Django set up on the database."""
    with _database() as server:
        if isinstance(server, postgres.Server):
            os.environ["DATABASE_URL"] = server.url
        prepare_django()
        from django.db import connections  # noqa: PLC0415 - after django.setup

        try:
            return work()
        finally:
            connections.close_all()


def prepare_django() -> None:
    """Set Django up on the database of the environment."""
    import django  # noqa: PLC0415 - commands without a database start faster without Django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
