"""Two people at once, on real connections: one is written, the other is told; nothing is doubled."""

import threading

import pytest
from django.db import connections

from motcua.acts import Refused
from motcua.ledger.queries import verify
from motcua.outages.models import Outage, Reckoning

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts):
    """Run each act on a thread and a connection of its own; what each was told: `done` or the code of its refusal."""
    told, faults = [], []
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait()
            act()
            told.append("done")
        except Refused as no:
            told.append(no.code)
        except BaseException as fault:  # noqa: BLE001 - whatever a thread raises is told below
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    return sorted(told)


def test_the_same_outage_is_reported_once_and_ended_once(told, cast):
    told.promise()
    who = ("counter", "counter2", "specialist")
    assert together(*(lambda by=by: told.report(who=by) for by in who)) == [
        "done",
        "outage.open_already",
        "outage.open_already",
    ]
    outage = Outage.objects.get()
    assert together(*(lambda by=by: told.end(outage, who=by) for by in ("admin", "leader"))) == ["done", "outage.ended"]
    assert Reckoning.objects.get().promises == 1
    assert verify(ward_id=cast.ward.pk) is None
