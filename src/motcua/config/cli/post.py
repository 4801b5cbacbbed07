"""`motcua post`: the practice post office."""

import argparse
import signal
import sys
import threading
from contextlib import nullcontext
from pathlib import Path

__all__ = ["register"]


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    post = commands.add_parser(
        "post", help="bưu điện tập: nhận thư, SMS, Zalo trên máy này / a practice post office on this machine"
    )
    post.add_argument("--port-smtp", type=int, default=8025)
    post.add_argument("--port-http", type=int, default=8026)
    post.add_argument("--fail", type=float, default=0.0, help="phần yêu cầu hỏng, 0–1 / share of requests that fail")
    post.add_argument("--seed", type=int, default=0)
    post.add_argument("--log", help="tệp ghi từng dòng JSON; bỏ trống thì in ra / JSON lines; printed when left out")
    post.set_defaults(run=_post, database=False)


def _post(options: argparse.Namespace) -> int:
    from motcua.config.post import PostOffice  # noqa: PLC0415 - the other commands start faster without it

    with (
        Path(options.log).open("a", encoding="utf-8") if options.log else nullcontext(sys.stdout) as log,
        PostOffice(
            fail=options.fail, seed=options.seed, log=log, smtp_port=options.port_smtp, http_port=options.port_http
        ) as office,
    ):
        print(
            f"SMTP 127.0.0.1:{office.smtp_port} · http://127.0.0.1:{office.http_port}/sms · …/zalo\n"
            "Ctrl-C để dừng. / Ctrl-C to stop.",
            file=sys.stderr,
            flush=True,
        )
        closing = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):  # also where a shell told its background jobs to ignore Ctrl-C
            signal.signal(name, lambda *_: closing.set())
        closing.wait()
        return 0
