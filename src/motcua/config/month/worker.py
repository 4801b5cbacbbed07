"""A real worker that can be killed: another process, the same tasks, without a clock of its own.

It takes jobs from the queue and starts none by the time on the wall: what time it is, only the command says.
"""

import subprocess
import sys
import time
from types import TracebackType
from typing import Self

from django.db import connection
from procrastinate.contrib.django import app

from motcua.config.month.schedule import Start

__all__ = ["Worker"]

PATIENCE = 120.0  # seconds for one batch of jobs
CODE = """
import django; django.setup()
from django.core.management import call_command
from procrastinate.contrib.django import app
app.periodic_registry.periodic_tasks.clear()
call_command("procrastinate", "worker", "--concurrency", "1")
"""


class Worker:
    """The worker, started when it is entered and stopped when it is left."""

    def __init__(self) -> None:
        self.kills = 0
        self.failed = 0
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()

    def _start(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", CODE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        """`kill -9`, at whatever it is doing, and another one takes its place."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self.kills += 1
        self._start()

    def work(self, jobs: list[Start], *, kill_after: float | None = None) -> None:
        """Queue jobs and wait until they are done; with `kill_after` seconds the worker dies on the way.

        What the dead one held stays undone, as in a real office: the next asking for the same job does it.
        """
        ids = [self._defer(job) for job in jobs]
        if kill_after is not None:
            time.sleep(kill_after)
            self.kill()
        self._wait(ids, orphans=kill_after is not None)

    @staticmethod
    def _defer(job: Start) -> int:
        """Under a lock of its own: what the last worker left in the queue does not stand in the way."""
        return app.configure_task(job.name, queueing_lock=f"{job.name} {job.timestamp}").defer(timestamp=job.timestamp)

    def _wait(self, ids: list[int], *, orphans: bool) -> None:
        """Until none of the jobs waits; `orphans`: those in the hands of the dead one are not waited for."""
        until = time.monotonic() + PATIENCE
        held = self._doing(ids) if orphans else set()
        while time.monotonic() < until:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT count(*) FROM procrastinate_jobs WHERE id = ANY(%s) AND status IN ('todo', 'doing')",
                    [[n for n in ids if n not in held]],
                )
                if not cursor.fetchone()[0]:
                    self._count_failures(ids)
                    return
            time.sleep(0.01)
        raise TimeoutError(f"the worker did not finish {ids} in {PATIENCE} s")

    def _doing(self, ids: list[int]) -> set[int]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM procrastinate_jobs WHERE id = ANY(%s) AND status = 'doing'", [ids])
            return {n for (n,) in cursor.fetchall()}

    def _count_failures(self, ids: list[int]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE id = ANY(%s) AND status = 'failed'", [ids])
            self.failed += cursor.fetchone()[0]
