"""`motcua backup`, `restore`, `catalogue`, `bench`."""

import argparse
from pathlib import Path

__all__ = ["register"]


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about data."""
    backup = commands.add_parser("backup", help="sao lưu / back up database and files")
    backup.add_argument("file", type=Path)
    backup.set_defaults(run=_backup, database=True)

    restore = commands.add_parser("restore", help="khôi phục vào nơi trống / restore into an empty home")
    restore.add_argument("file", type=Path)
    restore.set_defaults(run=_restore, database=True)

    bench = commands.add_parser("bench", help="đo tốc độ / measure speed", add_help=False)
    bench.set_defaults(run=_bench, database=False)


def _backup(options: argparse.Namespace) -> int:
    from motcua.config import keeping  # noqa: PLC0415 - after django.setup

    return keeping.backup(options.file)


def _restore(options: argparse.Namespace) -> int:
    from motcua.config import keeping  # noqa: PLC0415 - after django.setup

    return keeping.restore(options.file)


def _bench(options: argparse.Namespace) -> int:
    from motcua.config import bench  # noqa: PLC0415 - the other commands start faster without it

    return bench.main(options.rest)
