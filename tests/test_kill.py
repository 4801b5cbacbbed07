"""`kill -9` at any moment loses no accepted dossier and leaves no half act."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from playing import VERIFY, environment, played, started

from motcua.config import postgres

ROUNDS = 5

FOUND = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
import wards
cast = wards.found(code="H99.16", slug="hoa-gao", name="Phường Hoa Gạo", prefix="")
print(wards.small_catalogue(cast)["marriage"])
"""

WORK = """
import sys, itertools, django; django.setup()
import wards
from uuid import UUID
from motcua.accounts.models import Person
from motcua.accounts.queries import actor_for_person
from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Channel, Intake
at = wards.at("2026-11-25 10:12")
by = actor_for_person(person=Person.objects.get(username="counter"), on=at.date())
for n in itertools.count():
    intake = Intake(case_id=UUID(sys.argv[1]), channel=Channel.DIRECT, applicant=Applicant(name=f"Người {n}"))
    dossier = actions.accept(by=by, at=at, intake=intake, complete=True)
    print(dossier.code, flush=True)
    actions.advance(by=by, at=at, dossier_id=dossier.pk)
"""

DEFER = """
import django; django.setup()
from contextlib import suppress
from procrastinate.exceptions import AlreadyEnqueued
from motcua.ledger.jobs import anchor_heads
with suppress(AlreadyEnqueued):  # the last worker died before it took the job
    anchor_heads.defer(timestamp=1795626600)  # 00:10 on 26/11/2026
"""

CHANGE = (
    "ALTER TABLE ledger_act DISABLE TRIGGER USER",
    "UPDATE ledger_act SET note = note || '.' WHERE number = 40",
    "ALTER TABLE ledger_act ENABLE TRIGGER USER",
)


@pytest.mark.slow
def test_kill_9_loses_nothing_and_leaves_no_half_act(tmp_path):
    home = tmp_path / "nhà"
    server = postgres.ensure(home)
    try:
        case = played(FOUND, url=server.url, home=home)[-1]
        pick = random.Random(3)
        accepted: list[str] = []
        for turn in range(ROUNDS):
            worker = started(WORK, case, url=server.url, home=home, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            assert worker.stdout is not None
            wanted = pick.randrange(3, 25)
            for line in worker.stdout:
                accepted.append(line.strip())
                wanted -= 1
                if wanted == 0:
                    break
            if turn % 2:  # the program dies, or the database under it
                os.kill(postgres._pid(server.place) or 0, signal.SIGKILL)
            worker.kill()
            accepted += [line.strip() for line in worker.stdout if line.endswith("\n")]
            worker.stdout.close()
            worker.wait()
            server = postgres.ensure(home)
            check(server.url, accepted)
        assert played(VERIFY, url=server.url, home=home) == ["None"]
        kill_the_worker(server.url, home, pick)
        name_the_changed_act(server.url, home)
    finally:
        server.stop()


def kill_the_worker(url: str, home: Path, pick: random.Random) -> None:
    """A worker that dies at its job leaves a job for the next one; the day is anchored once."""
    worker = [sys.executable, "-m", "django", "procrastinate", "worker", "--one-shot"]
    played(DEFER, url=url, home=home)
    dying = subprocess.Popen(worker, env=environment(url, home), stderr=subprocess.DEVNULL)
    time.sleep(pick.uniform(0.5, 2.5))
    dying.kill()
    dying.wait()
    played(DEFER, url=url, home=home)
    subprocess.run(worker, env=environment(url, home), check=True, capture_output=True, timeout=60)
    with psycopg.connect(url) as connection:
        anchors = connection.execute("SELECT day::text, count(*) FROM ledger_anchor GROUP BY day").fetchall()
    own = [(day, times) for day, times in anchors if day <= "2026-11-25"]  # at minute 7 the worker's own clock adds one
    assert own == [("2026-11-25", 1)]
    assert {times for _, times in anchors} == {1}
    assert played(VERIFY, url=url, home=home) == ["None"]


def name_the_changed_act(url: str, home: Path) -> None:
    """`motcua ledger verify` passes, and after one byte is changed behind its back fails, naming the act."""
    command = [str(Path(sys.executable).parent / "motcua"), "ledger", "verify"]
    sound = subprocess.run(command, check=False, env=environment(url, home), text=True, capture_output=True)
    assert sound.returncode == 0, sound.stdout + sound.stderr
    with psycopg.connect(url) as connection:
        for statement in CHANGE:
            connection.execute(statement)
    broken = subprocess.run(command, check=False, env=environment(url, home), text=True, capture_output=True)
    assert broken.returncode == 1
    assert "40" in broken.stdout + broken.stderr


def check(url: str, accepted: list[str]) -> None:
    with psycopg.connect(url) as connection:
        kept = {code for (code,) in connection.execute("SELECT code FROM dossiers_dossier")}
        assert set(accepted) <= kept
        half = connection.execute(
            "SELECT d.code FROM dossiers_dossier d WHERE d.promise_id IS NULL OR d.step_id IS NULL"
            " OR NOT EXISTS (SELECT 1 FROM ledger_act a WHERE a.subject_id = d.id AND a.verb = 'dossier.accept')"
        ).fetchall()
        assert half == []
        serials = [n for (n,) in connection.execute("SELECT serial FROM dossiers_dossier ORDER BY serial")]
        assert serials == list(range(1, len(serials) + 1))
