"""What time starts in the one-stop: lateness is written down, its apology drafted, a second one told to the chairman.

A sweep uses only its timestamp as the time. Each dossier is an act of its own, found by sets and asked again under its
lock: a sweep that was killed, or ran twice, leaves nothing half done and nothing doubled.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app

from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.dossiers import actions
from motcua.dossiers.queries import lateness
from motcua.offices import queries as offices
from motcua.offices.models import Ward

__all__ = ["draft_apologies", "escalate_second"]


@app.periodic(cron="*/10 * * * *")
@app.task(name="dossiers.draft_apologies", queueing_lock="dossiers.draft_apologies", pass_context=False)
def draft_apologies(timestamp: int) -> int:
    """Write what is late into the register, draft the apologies that are due, drop those nobody owes any more.

    Every ten minutes. "At breach" means: at the first sweep after it. Returns how many dossiers were looked after.
    """
    at, done = datetime.fromtimestamp(timestamp, ZONE), 0
    for ward_id in _wards():
        by = accounts.system_actor(ward_id=ward_id)
        calendar = offices.calendar(offices.now_of(ward_id))
        done += _each(lateness.to_mark(ward_id=ward_id, at=at), actions.mark_lateness, by=by, at=at)
        done += _each(lateness.to_drop(ward_id=ward_id, at=at), actions.drop_apology, by=by, at=at)
        found = lateness.to_draft(ward_id=ward_id, at=at, calendar=calendar)
        done += _each(found, actions.draft_apology, by=by, at=at)
    return done


@app.periodic(cron="*/10 * * * *")
@app.task(name="dossiers.escalate_second", queueing_lock="dossiers.escalate_second", pass_context=False)
def escalate_second(timestamp: int) -> int:
    """Tell the chairman of every new appointment that was not kept, once. Every ten minutes."""
    at, done = datetime.fromtimestamp(timestamp, ZONE), 0
    for ward_id in _wards():
        by = accounts.system_actor(ward_id=ward_id)
        done += _each(lateness.past_second(ward_id=ward_id, at=at), actions.escalate_second, by=by, at=at)
    return done


def _wards() -> list[UUID]:
    return list(Ward.objects.order_by("pk").values_list("pk", flat=True))


def _each(found: Iterable[UUID], do: Callable[..., object], *, by: Actor, at: datetime) -> int:
    """One act a dossier; somebody who was faster makes it refused, and the next sweep asks again."""
    done = 0
    for dossier_id in found:
        try:
            do(by=by, at=at, dossier_id=dossier_id)
        except Refused:
            continue
        done += 1
    return done
