"""`motcua backup`, `restore`, `catalogue`, `bench`."""

import argparse
from pathlib import Path

from motcua.config.cli.office import day

__all__ = ["register"]


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about data."""
    backup = commands.add_parser("backup", help="sao lưu / back up database and files")
    backup.add_argument("file", type=Path)
    backup.set_defaults(run=_backup, database=True)

    restore = commands.add_parser("restore", help="khôi phục vào nơi trống / restore into an empty home")
    restore.add_argument("file", type=Path)
    restore.set_defaults(run=_restore, database=True)

    catalogue = commands.add_parser("catalogue", help="danh mục thủ tục / the catalogue of procedures")
    what = catalogue.add_subparsers(dest="what", metavar="việc/what", required=True)
    for name, run, said in (
        ("load", _load, "nạp danh mục đi kèm / load the starter catalogue"),
        ("check", _check, "kiểm danh mục / what stands against publishing"),
        ("list", _list, "liệt kê / list the procedures"),
        ("import", _import, "nạp một tệp / import a file"),
    ):
        one = what.add_parser(name, help=said)
        one.add_argument("--ward", required=True)
        one.set_defaults(run=run, database=True)
        if name == "import":
            one.add_argument("file", type=Path)
            one.add_argument("--dry-run", action="store_true")
            one.add_argument("--decision", default="")
        if name in {"import", "load"}:
            one.add_argument("--from", dest="from_", type=day)

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


# -- the catalogue ---------------------------------------------------------------------------------------------------


def _load(options: argparse.Namespace) -> int:
    from motcua.config import catalogue  # noqa: PLC0415 - after django.setup

    return catalogue.load_starter(ward_code=options.ward, valid_from=options.from_)


def _check(options: argparse.Namespace) -> int:
    from motcua.config import catalogue  # noqa: PLC0415 - after django.setup

    return catalogue.check(ward_code=options.ward)


def _list(options: argparse.Namespace) -> int:
    from motcua.config import catalogue  # noqa: PLC0415 - after django.setup

    return catalogue.listing(ward_code=options.ward)


def _import(options: argparse.Namespace) -> int:
    from motcua.config import catalogue  # noqa: PLC0415 - after django.setup

    return catalogue.take_in(
        ward_code=options.ward,
        file=options.file,
        valid_from=options.from_,
        decision=options.decision,
        dry_run=options.dry_run,
    )
