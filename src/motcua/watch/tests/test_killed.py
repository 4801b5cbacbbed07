"""`kill -9` in the middle of a sweep or of the digests loses none and doubles none."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from motcua.ledger import queries as ledger
from motcua.notices.models import Message
from motcua.promises.models import Promise
from motcua.watch.models import Digest, Warned
from motcua.watch.tests.conftest import at

ROUNDS, MANY = 3, 150
TIME = int(at("2026-11-25 08:00").timestamp())
WORK = f"""
import django; django.setup()
from django.db import connection
from motcua.watch import jobs
connection.ensure_connection()
print("ready", flush=True)
jobs.sweep(timestamp={TIME})
jobs.digest(timestamp={TIME})
print("done", flush=True)
"""


def worker():
    at_test = connection.settings_dict
    url = f"postgresql://{at_test['USER']}@/{at_test['NAME']}?host={at_test['HOST']}&port={at_test['PORT'] or ''}"
    where = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(Path.cwd())}
    return subprocess.Popen([sys.executable, "-c", WORK], stdout=subprocess.PIPE, text=True, env=where)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_and_begun_again(office, stranger):
    for n in range(MANY):
        office.promised(f"2026-11-{17 + n % 3} {8 + n // 60:02}:{n % 60:02}")
    pick = random.Random(20261125)
    killed = 0
    for _ in range(ROUNDS):
        running = worker()
        assert running.stdout.readline() == "ready\n"
        time.sleep(pick.uniform(0.01, 0.25))
        running.send_signal(signal.SIGKILL)
        killed += running.wait() == -signal.SIGKILL
        running.stdout.close()
    last = worker()
    assert last.communicate(timeout=60)[0] == "ready\ndone\n"
    assert killed >= 1
    told = Counter(Warned.objects.values_list("promise_id", "band", "person_id"))
    assert set(told.values()) == {1}
    in_band = {promise_id for promise_id, _, _ in told}
    assert in_band == set(Promise.objects.filter(due_at__lte=at("2026-11-26 17:00")).values_list("pk", flat=True))
    assert Digest.objects.count() == 2 * 12  # everybody of both wards, once
    assert Message.objects.filter(topic="watch.digest").count() == sum(d.lines != [] for d in Digest.objects.all()) > 0
    assert ledger.verify(ward_id=office.cast.ward.pk) is None
