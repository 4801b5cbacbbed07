"""Messages through a post office that fails a third of the time, by a worker that is killed again and again.

Nothing is lost and nothing is doubled by its id. The post office is the product's own `motcua post`.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playing import VERIFY, played, started

from motcua.config.post import PostOffice

KILLS, DOSSIERS = 10, 40
START = datetime(2026, 11, 25, 10, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

FOUND = f"""
import sys, django; django.setup()
import wards
from motcua.dossiers import actions as dossiers
from motcua.dossiers.rules import Applicant, Channel, Intake
from motcua.notices import actions
from motcua.notices.rules import Way
cast = wards.found(code="H99.16", slug="hoa-gao", name="Phường Hoa Gạo", prefix="")
case = wards.small_catalogue(cast)["marriage"]
at = wards.at("2026-11-25 10:12")
actions.follow(by=cast.system, at=at)
for way, address in ((Way.EMAIL, "127.0.0.1:" + sys.argv[1]), (Way.SMS, "http://127.0.0.1:" + sys.argv[2] + "/sms")):
    actions.set_channel(by=cast["admin"], at=at, way=way, on=True, address=address, sender="motcua@hoa-gao.vn",
                        security="none")
for n in range({DOSSIERS}):
    who = Applicant(name=f"Người {{n}}", email=f"nguoi{{n}}@hop-thu.vn" if n % 2 else "", phone="0900000123")
    intake = Intake(case_id=case, channel=Channel.DIRECT, applicant=who)
    dossiers.accept(by=cast["counter"], at=at, intake=intake, complete=True)
"""

# What the schedule does every minute, with a clock of its own: each line is a minute that was done.
WORK = """
import sys, django; django.setup()
from motcua.notices import jobs
for timestamp in range(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])):
    jobs.follow(timestamp=timestamp)
    jobs.deliver(timestamp=timestamp)
    print(timestamp, flush=True)
"""


@pytest.mark.slow
def test_a_worker_killed_ten_times_loses_and_doubles_nothing(installed):
    house = installed("post", migrated=True)
    office = {"url": house.url, "home": house.home}
    with PostOffice(fail=0.34, seed=7) as post:
        played(FOUND, post.smtp_port, post.http_port, **office)
        pick, now = random.Random(11), int(START.timestamp())
        for turn in range(KILLS):
            worker = started(WORK, now, now + 10**6, 60, **office, stdout=subprocess.PIPE)
            # killed while a gateway has the letter: after a number of requests, not of seconds
            wanted = len(post.seen) + pick.randrange(1, 9)
            until = time.monotonic() + 10
            while len(post.seen) < wanted and worker.poll() is None and time.monotonic() < until:
                time.sleep(0.002)
            worker.send_signal(signal.SIGKILL)
            said, _ = worker.communicate()
            done = [int(line) for line in said.split("\n")[:-1]]
            now = (done[-1] if done else now) + 60 * (1 + turn % 3 * 5)  # sometimes before the lease has run out
        played(WORK, now, now + 4 * 24 * 3600, 3600, **office)  # and then the schedule goes on, for four days
        rows = house.rows("SELECT id::text, state, tries, way FROM notices_delivery")
        assert len(rows) == DOSSIERS
        assert {state for _, state, _, _ in rows} == {"sent"}
        assert set(post.kept) == {pk for pk, *_ in rows}
        kept = [line for line in post.seen if line["kept"] and not line["repeat"]]
        assert len(kept) == DOSSIERS
        # a gateway that knew a delivery said so; a letter that came twice has the same Message-ID
        assert all(line["answer"] in {"202", "250", ""} for line in kept)
        noted = house.rows("SELECT count(*) FROM ledger_act WHERE verb = 'notice.record'")
        tried = house.rows("SELECT count(*) FROM notices_try")
        assert noted == tried
        assert sum(tries for _, _, tries, _ in rows) > tried[0][0]  # some were taken and never answered: the kills
    assert played(VERIFY, **office) == ["None"]


def test_the_practice_post_office_is_a_command(installed, tmp_path):
    log = tmp_path / "thư.jsonl"
    command = [Path(sys.executable).parent / "motcua", "post", "--port-smtp", "0", "--port-http", "0", "--log", log]
    office = subprocess.Popen(
        command, text=True, stderr=subprocess.PIPE, env={**os.environ, "MOTCUA_HOME": str(tmp_path)}
    )
    try:
        assert office.stderr is not None
        said = office.stderr.readline()
        address = next(word for word in said.split() if word.startswith("http")).rstrip("/")
        from urllib.request import Request, urlopen  # noqa: PLC0415 - beside its only use

        for status in (202, 409):
            request = Request(  # noqa: S310 - our own server
                address,
                data=json.dumps({"id": "x", "to": "0900000123", "text": "Chào"}).encode(),
                headers={"Idempotency-Key": "x"},
            )
            try:
                with urlopen(request) as answer:  # noqa: S310 - the same
                    assert answer.status == status
            except OSError as no:
                assert getattr(no, "code", 0) == status  # noqa: PT017 - 409 comes as an error
                no.close()
        lines = [json.loads(line) for line in log.read_text().splitlines()]
        assert [(line["id"], line["repeat"]) for line in lines] == [("x", False), ("x", True)]
        assert lines[0]["text"] == "Chào"
    finally:
        office.terminate()
        assert office.wait(10) == 0
        office.stderr.close()
