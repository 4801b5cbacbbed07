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
LEFT = """
SELECT id FROM procrastinate_jobs WHERE id = ANY(%s)
AND (status = 'todo' OR (status = 'doing' AND worker_id IS NOT NULL AND worker_id <> ALL(%s)))
"""


class Worker:
    """The worker, started when it is entered and stopped when it is left."""

    def __init__(self) -> None:
        self.kills = 0
        self.failed = 0
        self._dead: set[int] = set()  # workers that were killed
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
        self._dead |= set(_numbers("SELECT id FROM procrastinate_workers"))
        self._start()

    def work(self, jobs: list[Start], *, kill_after: float | None = None) -> None:
        """Queue jobs and wait until they are done; with `kill_after` seconds the worker dies on the way.

        What the dead one held stays undone, as in a real office: the next asking for the same job does it.
        """
        ids = [self._defer(job) for job in jobs]
        if kill_after is not None:
            time.sleep(kill_after)
            self.kill()
        self._wait(ids)

    @staticmethod
    def _defer(job: Start) -> int:
        """Under a lock of its own: what the last worker left in the queue does not stand in the way."""
        return app.configure_task(job.name, queueing_lock=f"{job.name} {job.timestamp}").defer(timestamp=job.timestamp)

    def _wait(self, ids: list[int]) -> None:
        """Until no living worker has any of the jobs to do; what a dead one took may show only after its death."""
        until = time.monotonic() + PATIENCE
        while _numbers(LEFT, ids, sorted(self._dead)):
            if time.monotonic() > until:
                raise TimeoutError(f"the worker did not finish {ids} in {PATIENCE} s")
            time.sleep(0.01)
        self.failed += len(_numbers("SELECT id FROM procrastinate_jobs WHERE id = ANY(%s) AND status = 'failed'", ids))


def _numbers(statement: str, *values: list[int]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [number for (number,) in cursor.fetchall()]
