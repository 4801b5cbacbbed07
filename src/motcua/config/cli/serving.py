"""`motcua start`, `serve`, `worker`, `migrate`."""

import argparse

__all__ = ["register"]


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands that run the product."""
    start = commands.add_parser("start", help="chạy cả sản phẩm / run the whole product")
    start.add_argument("--port", type=int, default=8000)
    start.add_argument("--host", default="127.0.0.1")
    start.add_argument("--empty", action="store_true", help="không nạp phường mẫu / no demonstration ward")
    start.set_defaults(run=_start, database=False)

    migrate = commands.add_parser("migrate", help="cập nhật cấu trúc dữ liệu / migrate the database")
    migrate.set_defaults(run=_migrate, database=True)

    worker = commands.add_parser("worker", help="chạy việc nền / run background jobs")
    worker.set_defaults(run=_worker, database=True)


def _start(options: argparse.Namespace) -> int:
    from motcua.config.start import start  # noqa: PLC0415 - the other commands start faster without it

    return start(port=options.port, host=options.host, empty=options.empty)


def _migrate(_options: argparse.Namespace) -> int:
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup

    call_command("migrate", interactive=False, verbosity=1)
    return 0


def _worker(_options: argparse.Namespace) -> int:
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup

    call_command("procrastinate", "worker")
    return 0
