"""The whole product in one foreground process: database, web server, worker; Ctrl-C stops everything cleanly."""

import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from motcua.config import postgres
from motcua.config.home import Sorry, home

__all__ = ["start"]

WORKER_RESTARTS = 3
ANSWER_SECONDS = 20
STOP_SECONDS = 15
PARENT_DIED = 1  # PR_SET_PDEATHSIG
STOPPED = 130  # what a shell calls a program that Ctrl-C ended


def start(*, port: int, host: str, empty: bool) -> int:
    """Run until Ctrl-C; 0 when stopped by a person, 1 when a part died, 130 when stopped before it served.

    Raises:
        Sorry: the port is taken, the database cannot be reached, the disk is full.
    """
    _require_free(host, port)
    _on_signal(_give_up)
    os.environ.setdefault("MOTCUA_ADDRESS", address(host=host, port=port))  # else letters lead to another port
    try:
        with _database():
            _prepare(empty=empty)
            return _Children(host=host, port=port).run()
    except KeyboardInterrupt:
        print("\nĐã dừng. / Stopped.", flush=True)
        return STOPPED


def address(*, host: str, port: int) -> str:
    """Where somebody at this computer finds a house that listens on `host`."""
    near = _near(host)
    return f"http://{f'[{near}]' if ':' in near else near}:{port}"


def _near(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not opened


def _on_signal(handler: Callable[[int, object], None]) -> None:
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # SIGHUP: the terminal was closed; Windows has none
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), handler)


def _give_up(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


@contextmanager
def _database() -> Iterator[None]:
    """The database of the environment, or the embedded one as long as somebody needs it."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    with ExitStack() as until_the_end:
        with _said("Cơ sở dữ liệu / Database"):
            server = until_the_end.enter_context(postgres.running(home()))
        os.environ["DATABASE_URL"] = server.url
        yield


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
    why = _bound(host, port)
    if why is None:
        return
    if why == errno.EADDRINUSE:
        other = next((n for n in range(port + 1, min(port + 100, 65536)) if _bound(host, n) is None), 0)
        raise Sorry(
            f"Cổng {port} đang có chương trình khác dùng; thử: ./run --port {other}",
            f"Port {port} is taken by another program; try: ./run --port {other}",
        )
    raise Sorry(
        f"Không mở được {host} cổng {port} ({os.strerror(why)}); chọn --host và --port khác.",
        f"Cannot listen on {host} port {port} ({os.strerror(why)}); choose another --host and --port.",
    )


def _bound(host: str, port: int) -> int | None:
    """Why nobody can listen there; None when one can."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (socket.gaierror, OverflowError):
        return errno.EADDRNOTAVAIL
    except OSError as error:
        return error.errno
    return None


def _prepare(*, empty: bool) -> None:
    import django  # noqa: PLC0415 - after DATABASE_URL is known

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup
    from django.db import NotSupportedError, OperationalError, connections  # noqa: PLC0415 - the same

    from motcua.config import demo  # noqa: PLC0415 - the same

    try:
        with _said("Cấu trúc dữ liệu / Structure"):
            call_command("migrate", interactive=False, verbosity=0)
        if not empty and demo.wanted():
            with _said("Phường mẫu / Demonstration ward"):
                demo.load()
    except (OperationalError, NotSupportedError) as error:
        why = str(error).strip().splitlines()[0]
        raise Sorry(f"Cơ sở dữ liệu không trả lời: {why}", f"The database does not answer: {why}") from error
    finally:
        connections.close_all()


def _sign_ins() -> str:
    from django.db import connections  # noqa: PLC0415 - after django.setup

    from motcua.config import demo  # noqa: PLC0415 - the same

    try:
        return demo.sign_ins()
    finally:
        connections.close_all()  # a connection of ours would keep the database from being switched off


def _clock_moved() -> bool:
    """Whether a demonstration moved the clock: then only its command starts what time starts."""
    from django.db import connections  # noqa: PLC0415 - after django.setup

    from motcua.config import moment  # noqa: PLC0415 - the same

    try:
        if not moment.moved():
            return False
    finally:
        connections.close_all()  # as in `_sign_ins`
    print("Đồng hồ mẫu: việc nền do `motcua demo month` chạy. / A moved clock: no worker is started.", flush=True)
    return True


def _die_with_parent() -> None:
    """A part does not outlive us, not even after kill -9; Linux only."""
    ctypes.CDLL(None).prctl(PARENT_DIED, signal.SIGTERM)


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
        _on_signal(self._stop)
        try:
            self._launch("web")
            if not _clock_moved():
                self._launch("worker")
            self._greet()
            return self._watch()
        finally:
            self._end()

    def _command(self, name: str) -> list[str]:
        if name == "worker":
            return [sys.executable, "-m", "django", "procrastinate", "worker"]
        return [
            str(Path(sys.executable).parent / "granian"),
            *("--interface", "wsgi", "--host", self.host, "--port", str(self.port)),
            *("--workers", str(min(4, os.cpu_count() or 1)), "--blocking-threads", "1"),
            *("--no-ws", "--log-level", "warning"),
            "motcua.config.wsgi:application",
        ]

    def _launch(self, name: str) -> None:
        self.running[name] = subprocess.Popen(  # noqa: S603 - our own commands
            self._command(name),
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches us alone, and we stop them in order
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 - we have no threads
        )

    def _greet(self) -> None:
        until = time.monotonic() + ANSWER_SECONDS
        while not self._answers(_near(self.host)):
            if self.stopping or self.running["web"].poll() is not None or time.monotonic() > until:
                return
            time.sleep(0.05)
        print(
            f"\nMột Cửa: {address(host=self.host, port=self.port)}/\n{_sign_ins()}\nCtrl-C để dừng. / Ctrl-C to stop.",
            flush=True,
        )

    def _answers(self, host: str) -> bool:
        try:
            socket.create_connection((host, self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def _watch(self) -> int:
        while not self.stopping:
            dead = next((name for name, child in self.running.items() if child.poll() is not None), None)
            if dead == "worker" and self.restarts < WORKER_RESTARTS:
                self.restarts += 1
                print("Chạy lại phần việc nền. / The worker died; starting it again.", file=sys.stderr, flush=True)
                self._launch("worker")
            elif dead:
                print(
                    f"Phần “{dead}” dừng bất ngờ; dừng tất cả. / The {dead} died; stopping.",
                    file=sys.stderr,
                    flush=True,
                )
                return 1
            time.sleep(0.2)
        return 0

    def _stop(self, _signal: int, _frame: object) -> None:
        if self.stopping:  # the second time: at once
            self._each(lambda child: child.kill())
        self.stopping = True

    def _each(self, do: Callable[[subprocess.Popen[bytes]], None]) -> None:
        for child in self.running.values():
            if child.poll() is None:
                do(child)

    def _end(self) -> None:
        print("\nĐang dừng… / Stopping…", flush=True)
        self._each(lambda child: child.terminate())
        until = time.monotonic() + STOP_SECONDS
        for child in self.running.values():
            try:
                child.wait(timeout=max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        print("Đã dừng. / Stopped.", flush=True)
