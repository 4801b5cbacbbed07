"""`motcua bench`: the product under load, over its API, as machines and screens use it.

A real server (granian, 2 workers), a real database with `fsync` on, real requests with keys and idempotency keys; the
clients run on the same machine and share its cores. The first ward is brought to life through the actions; more wards
are copies of it made in SQL, so that a million dossiers can be had in minutes. Nothing measured is skipped.
"""

import argparse
import base64
import http.client
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import quote

__all__ = ["main"]

PER_WARD = 10_000
PAPER = base64.b64encode(b"%PDF-1.7\n" + b"0" * 2039).decode()  # 2 KiB


@dataclass(slots=True)
class Measured:
    """What one operation did at one number of clients."""

    name: str
    clients: int
    seconds: list[float] = field(default_factory=list)
    elapsed: float = 0.0
    failed: int = 0
    statements: int = 0
    cpu: float = 0.0  # seconds of the web processes

    def row(self) -> dict[str, object]:
        """As printed and as JSON: rates per second, times in milliseconds."""
        times = sorted(self.seconds) or [0.0]

        def at(share: float) -> float:
            return round(times[min(len(times) - 1, int(len(times) * share))] * 1000, 1)

        return {
            "operation": self.name,
            "clients": self.clients,
            "requests": len(self.seconds),
            "failed": self.failed,
            "per_second": round(len(self.seconds) / self.elapsed, 1) if self.elapsed else 0,
            "p50_ms": at(0.5),
            "p95_ms": at(0.95),
            "p99_ms": at(0.99),
            "mean_ms": round(statistics.fmean(times) * 1000, 1),
            "sql": self.statements,
            "web_cpu_ms": round(self.cpu / max(1, len(self.seconds)) * 1000, 1),
        }


def main(words: list[str]) -> int:
    """Seed, serve, measure, print."""
    options = _options(words)
    os.environ["MOTCUA_COUNT_SQL"] = "1"
    os.environ["MOTCUA_API_CALLS"] = str(10**9)  # the limit of a machine would be all there is to measure
    from motcua.config import postgres  # noqa: PLC0415 - after the environment is set
    from motcua.config.home import home  # noqa: PLC0415 - the same

    if options.database:
        os.environ["DATABASE_URL"] = options.database
        return _measure(options)
    with postgres.running(home() / "bench") as server:
        os.environ["DATABASE_URL"] = server.url
        return _measure(options)


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="motcua bench")
    parser.add_argument("--n", type=int, default=100_000, help="số hồ sơ / dossiers (10000, 100000, 1000000)")
    parser.add_argument("--clients", default="1,4,16")
    parser.add_argument("--seconds", type=float, default=8.0, help="mỗi phép đo / per measurement")
    parser.add_argument("--database", default="", help="DATABASE_URL của một PostgreSQL khác")
    parser.add_argument("--json", type=Path, default=None)
    parser.add_argument("--port", type=int, default=8321)
    parser.add_argument("--digest", action="store_true", help="đo buổi sáng của 170 phường / the morning of 170 wards")
    return parser.parse_args(words)


def _measure(options: argparse.Namespace) -> int:
    from motcua.config.cli.main import prepare_django  # noqa: PLC0415 - after DATABASE_URL is known

    prepare_django()
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup
    from django.db import connections  # noqa: PLC0415 - the same

    from motcua.config import bench_seed  # noqa: PLC0415 - the same

    call_command("migrate", interactive=False, verbosity=0)
    if options.digest:
        return _morning(options)
    seed = bench_seed.seed(count=options.n, per_ward=PER_WARD)
    connections.close_all()
    rows: list[dict[str, object]] = []
    with _served(options.port) as pids:
        for clients in [int(c) for c in options.clients.split(",")]:
            for name, calls in _operations(seed).items():
                before = _cpu(pids())
                measured = _load(name, calls, clients=clients, port=options.port, key=seed.key, seconds=options.seconds)
                measured.cpu = _cpu(pids()) - before
                rows.append(measured.row() | {"memory_mb": _memory(pids())})
                print(_line(rows[-1]), flush=True)
    if options.json:
        options.json.write_text(json.dumps({"dossiers": options.n, "rows": rows}, indent=1))
    return 0


def _morning(options: argparse.Namespace) -> int:
    """Warnings, digests and changes of the calendar: no server, no clients."""
    from motcua.config import bench_watch  # noqa: PLC0415 - after django.setup

    took = bench_watch.measure()
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in took], indent=1))
    return 0


def _line(row: dict[str, object]) -> str:
    return (
        f"{row['operation']:<10} {row['clients']:>3} clients  {row['per_second']:>7}/s  p50 {row['p50_ms']:>6}  "
        f"p95 {row['p95_ms']:>6}  p99 {row['p99_ms']:>6} ms  sql {row['sql']:>3}  web cpu {row['web_cpu_ms']:>5} ms  "
        f"failed {row['failed']}  "
        f"memory {row['memory_mb']} MB"
    )


@contextmanager
def _served(port: int) -> Iterator[Callable[[], list[int]]]:
    """The web server as `./run` starts it; yields its processes."""
    command = [
        str(Path(sys.executable).parent / "granian"),
        *("--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2"),
        *("--blocking-threads", "1", "--no-ws", "--log-level", "warning"),
        "motcua.config.wsgi:application",
    ]
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own server
    try:
        for _ in range(200):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                connection.request("GET", "/api/v1/openapi.json")
                connection.getresponse().read()
                break
            except OSError:
                time.sleep(0.1)
        yield lambda: [server.pid, *_children(server.pid)]
    finally:
        server.terminate()
        server.wait(timeout=20)


def _children(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _memory(pids: list[int]) -> int:
    """Proportional memory of the web processes, in MB."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total // 1024


def _cpu(pids: list[int]) -> float:
    """Seconds the web processes have computed: what a request costs, however busy the machine is with other work."""
    ticks = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


# -- what is asked ---------------------------------------------------------------------------------------------------

Call = tuple[str, str, bytes]


def _operations(seed: object) -> dict[str, Iterator[Call]]:
    from motcua.config.bench_seed import Seed  # noqa: PLC0415 - after django.setup

    assert isinstance(seed, Seed)
    pick = random.Random(7)  # noqa: S311 - which dossier is looked up is no secret
    names = itertools.cycle(pick.sample(seed.names, len(seed.names)))
    codes = itertools.cycle(pick.sample(seed.codes, len(seed.codes)))
    return {
        "intake": _intakes(seed.case_id),
        "advance": (("POST", f"/api/v1/dossiers/{code}/advance", b"{}") for code in seed.open_codes()),
        "list": itertools.cycle(
            ("GET", f"/api/v1/dossiers?limit=50&status={s}&channel={c}", b"")
            for s in ("returned", "processing")
            for c in ("direct", "online")
        ),
        "search": (("GET", f"/api/v1/dossiers/search?q={quote(name)}", b"") for name in names),
        "look-up": (("GET", f"/api/v1/dossiers/{code}", b"") for code in codes),
        "II.06a": itertools.cycle([("GET", f"/api/v1/figures?from={a}&to={b}&by=field", b"") for a, b in seed.periods]),
    }


def _intakes(case_id: str) -> Iterator[Call]:
    for n in itertools.count():
        body = {
            "case_id": case_id,
            "channel": "direct",
            "applicant": {"name": f"Trịnh Thị Mận {n}", "id_number": "000190000123", "phone": "0900000123"},
            "papers": [{"name": "Tờ khai", "content": PAPER, "file_name": "to-khai.pdf"}],
            "complete": True,
        }
        yield "POST", "/api/v1/dossiers", json.dumps(body).encode()


def _load(name: str, calls: Iterator[Call], *, clients: int, port: int, key: str, seconds: float) -> Measured:
    """Let so many clients ask one after another for so long."""
    measured = Measured(name=name, clients=clients)
    lock = threading.Lock()
    run = f"{time.time_ns()}"

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        until = time.perf_counter() + seconds
        for serial in itertools.count():
            with lock:
                call = next(calls, None)
            if call is None or time.perf_counter() > until:
                return
            method, path, body = call
            headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
            if method == "POST":
                headers["Idempotency-Key"] = f"{run}-{name}-{number}-{serial}"
            begun = time.perf_counter()
            connection.request(method, path, body or None, headers)
            response = connection.getresponse()
            response.read()
            spent = time.perf_counter() - begun
            with lock:
                measured.seconds.append(spent)
                measured.statements = int(response.headers.get("X-Sql-Count") or 0) or measured.statements
                measured.failed += response.status >= 400

    threads = [threading.Thread(target=client, args=(n,)) for n in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    measured.elapsed = time.perf_counter() - begun
    return measured
