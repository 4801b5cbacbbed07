"""The whole product in one foreground process: database, web server, worker; Ctrl-C stops everything cleanly."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from motcua.config import postgres
from motcua.config.home import Sorry, home

__all__ = ["start"]

WORKER_RESTARTS = 3


def start(*, port: int, host: str, empty: bool) -> int:
    """Run until Ctrl-C; 0 when stopped by a person, 1 when a part died."""
    _require_free(host, port)
    with _said("Cơ sở dữ liệu / Database"):
        server = None if os.environ.get("DATABASE_URL") else postgres.ensure(home())
    if server is not None:
        os.environ["DATABASE_URL"] = server.url
    try:
        _prepare(empty=empty)
        return _Children(host=host, port=port).run()
    finally:
        if server is not None and server.started:
            server.stop()


class _said:  # noqa: N801 - reads as a word in `with`
    """Say what is being done and how long it took."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.begun = 0.0

    def __enter__(self) -> None:
        self.begun = time.monotonic()
        print(f"{self.what}…", end="", flush=True)

    def __exit__(self, kind: object, *_: object) -> None:
        print("" if kind else f" {time.monotonic() - self.begun:.1f} s", flush=True)


def _require_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Sorry(
                f"Cổng {port} đang có chương trình khác dùng; thử: ./run --port {port + 1}",
                f"Port {port} is taken by another program; try: ./run --port {port + 1}",
            ) from error


def _prepare(*, empty: bool) -> None:
    import django  # noqa: PLC0415 - after DATABASE_URL is known

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup
    from django.db import connections  # noqa: PLC0415 - the same

    from motcua.config import demo  # noqa: PLC0415 - the same

    with _said("Cấu trúc dữ liệu / Structure"):
        call_command("migrate", interactive=False, verbosity=0)
    if not empty and demo.wanted():
        with _said("Phường mẫu / Demonstration ward"):
            demo.load()
    connections.close_all()


@dataclass(slots=True)
class _Children:
    """The web server and the worker."""

    host: str
    port: int
    stopping: bool = False
    restarts: int = 0
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def run(self) -> int:
        """Start both, wait, stop both."""
        signal.signal(signal.SIGINT, self._stop)
        signal.signal(signal.SIGTERM, self._stop)
        self._launch("web", self._web())
        self._launch("worker", [sys.executable, "-m", "django", "procrastinate", "worker"])
        self._greet()
        status = self._watch()
        self._end()
        return status

    def _web(self) -> list[str]:
        return [
            str(Path(sys.executable).parent / "granian"),
            *("--interface", "wsgi", "--host", self.host, "--port", str(self.port)),
            *("--workers", str(min(4, os.cpu_count() or 1)), "--blocking-threads", "1"),
            *("--no-ws", "--log-level", "warning"),
            "motcua.config.wsgi:application",
        ]

    def _launch(self, name: str, command: list[str]) -> None:
        self.running[name] = subprocess.Popen(  # noqa: S603 - our own commands
            command, stdin=subprocess.DEVNULL, start_new_session=True
        )

    def _greet(self) -> None:
        address = f"http://{self.host}:{self.port}/"
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex((self.host, self.port)) == 0:
                    break
            time.sleep(0.05)
        from motcua.config import demo  # noqa: PLC0415 - after django.setup

        print(f"\nMột Cửa: {address}\n{demo.sign_ins()}\nCtrl-C để dừng. / Ctrl-C to stop.", flush=True)

    def _watch(self) -> int:
        while not self.stopping:
            for name, child in list(self.running.items()):
                if child.poll() is None or self.stopping:
                    continue
                if name == "worker" and self.restarts < WORKER_RESTARTS:
                    self.restarts += 1
                    self._launch("worker", [sys.executable, "-m", "django", "procrastinate", "worker"])
                    continue
                print(f"Phần “{name}” dừng bất ngờ; dừng tất cả. / The {name} died; stopping.", file=sys.stderr)
                return 1
            time.sleep(0.2)
        return 0

    def _stop(self, _signal: int, _frame: object) -> None:
        if self.stopping:
            self._each(lambda child: child.kill())
        self.stopping = True

    def _each(self, do: Callable[[subprocess.Popen[bytes]], None]) -> None:
        for child in self.running.values():
            if child.poll() is None:
                do(child)

    def _end(self) -> None:
        print("\nĐang dừng… / Stopping…", flush=True)
        self._each(lambda child: child.terminate())
        until = time.monotonic() + 15
        for child in self.running.values():
            try:
                child.wait(timeout=max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
        print("Đã dừng. / Stopped.", flush=True)
