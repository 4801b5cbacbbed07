"""What time starts: the sweep on working time and the digest of the morning. Each takes its time from its timestamp."""

from collections.abc import Callable
from datetime import datetime

from procrastinate.contrib.django import app

from motcua.accounts.queries import system_actor
from motcua.acts import Actor
from motcua.clock import ZONE, Calendar
from motcua.offices import queries as offices
from motcua.offices.models import Ward
from motcua.watch import actions, queries

__all__ = ["digest", "sweep"]


@app.periodic(cron="*/10 * * * *")
@app.task(name="watch.sweep", queueing_lock="watch.sweep", lock="watch", pass_context=False)
def sweep(timestamp: int) -> int:
    """Warn in every ward that works at this moment; returns how many warnings were told.

    What passes outside working time is told when the next session opens, by the digest even before it.
    """
    at = datetime.fromtimestamp(timestamp, ZONE)

    def swept(by: Actor, calendar: Calendar) -> int:
        return actions.warn(by=by, at=at).told if calendar.is_open(at, extra=False) else 0

    return _each_ward(swept)


@app.periodic(cron="*/5 * * * *")
@app.task(name="watch.digest", queueing_lock="watch.digest", lock="watch", pass_context=False)
def digest(timestamp: int) -> int:
    """Give everybody whose hour has come the digest of the day; returns how many messages were sent.

    Asked for every five minutes: people choose their hour, and a ward's computer may be switched on after it. The ward
    is swept first, so that no warning is newer than the digest that should tell it.
    """
    at = datetime.fromtimestamp(timestamp, ZONE)

    def told(by: Actor, calendar: Calendar) -> int:
        people = queries.due_people(by=by, at=at, calendar=calendar)
        if not people:
            return 0
        actions.warn(by=by, at=at)
        return actions.digest(by=by, at=at, people=[person.pk for person in people])

    return _each_ward(told)


def _each_ward(do: Callable[[Actor, Calendar], int]) -> int:
    """The sum over all wards. What fails in one ward keeps no other waiting, and is raised at the end."""
    done, failed = 0, []
    for ward_id in Ward.objects.order_by("code").values_list("pk", flat=True):
        try:
            done += do(system_actor(ward_id=ward_id), offices.calendar(offices.now_of(ward_id)))
        except Exception as error:  # noqa: BLE001 - whatever it is, the other wards are told first
            error.add_note(f"ward {ward_id}")
            failed.append(error)
    if failed:
        raise ExceptionGroup("some wards were not told", failed)
    return done
