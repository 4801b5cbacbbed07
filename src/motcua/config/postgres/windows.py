"""The embedded PostgreSQL on Windows: loopback TCP with a password. Written, not tried (docs/decisions/0003).

Windows has no socket folder to guard and PostgreSQL must not run as administrator: `pg_ctl` takes care of the second,
a generated password of the first.
"""

import os
import secrets
import socket
import subprocess
from pathlib import Path

from motcua.config.home import Sorry
from motcua.config.postgres.place import Place, binaries

__all__ = ["pid", "place_of", "start", "stop", "url"]


def place_of(home: Path) -> Place:
    """The place of a home's server."""
    for folder in (home / "log", home / "data"):
        folder.mkdir(exist_ok=True)
    data = home / "data" / "postgres"
    return Place(bin=binaries() / "bin", data=data, sockets=data, log=home / "log" / "postgres.log", user=None)


def pid(place: Place) -> int | None:
    """The process of the server, if it lives."""
    if _pg_ctl(place, "status").returncode:
        return None
    return int(_postmaster(place)[0])


def url(place: Place) -> str:
    """How psycopg and Django reach the running server."""
    return f"postgresql://motcua:{_password(place).read_text()}@127.0.0.1:{_postmaster(place)[3]}/motcua"


def start(place: Place) -> None:
    """Initialise the data when there is none, and start on a free port."""
    if not (place.data / "PG_VERSION").exists():
        _initialise(place)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    done = _pg_ctl(
        place, "start", "-w", "-l", str(place.log), "-o", f"-h 127.0.0.1 -p {port} -c timezone=UTC -c jit=off"
    )
    if done.returncode:
        raise _cannot(done.stderr or done.stdout)


def stop(place: Place) -> None:
    """Stop it cleanly."""
    _pg_ctl(place, "stop", "-w", "-m", "fast")


def _initialise(place: Place) -> None:
    password = _password(place)
    password.write_text(secrets.token_urlsafe(24))
    words = ["-D", str(place.data), "-U", "motcua", "-E", "UTF8", "--locale=C", "-A", "scram-sha-256"]
    done = _run([str(place.bin / "initdb.exe"), *words, f"--pwfile={password}"])
    if done.returncode:
        raise _cannot(done.stderr)


def _password(place: Place) -> Path:
    return place.data.parent / "postgres.password"


def _postmaster(place: Place) -> list[str]:
    return (place.data / "postmaster.pid").read_text().splitlines()


def _pg_ctl(place: Place, *words: str) -> subprocess.CompletedProcess[str]:
    return _run([str(place.bin / "pg_ctl.exe"), "-D", str(place.data), *words])


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return subprocess.run(command, capture_output=True, text=True, env=kept, check=False)  # noqa: S603 - our own binaries


def _cannot(said: str) -> Sorry:
    last = (said.strip().splitlines() or ["?"])[-1]
    return Sorry(
        f"Không khởi động được PostgreSQL nhúng ({last}); có thể đặt DATABASE_URL tới một PostgreSQL có sẵn.",
        f"Cannot start the embedded PostgreSQL ({last}); DATABASE_URL may name a PostgreSQL of your own.",
    )
