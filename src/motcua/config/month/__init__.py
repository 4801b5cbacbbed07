"""A month of a demonstration ward, lived through the real actions, jobs, worker and gateways, and what came of it.

The people act in this process; what time starts is done by a worker process that is killed on the way; messages go to a
practice post office that fails a share of the time. Only this command says what time it is.
"""

import json
import random
import sys
import time as stopwatch
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max

from motcua.accounts import queries as accounts
from motcua.acts import Refused, Role
from motcua.config import catalogue, moment, replays
from motcua.config.lives import Office
from motcua.config.month.acting import People
from motcua.config.month.schedule import moments, starts
from motcua.config.month.story import WAITING, Story, tell
from motcua.config.month.worker import Worker
from motcua.config.people import again
from motcua.config.post import PostOffice
from motcua.ledger.models import Act
from motcua.notices import actions as notices
from motcua.notices.models import Delivery
from motcua.notices.rules import State, Way
from motcua.offices import queries as offices
from motcua.offices.models import Ward

__all__ = ["Plan", "live", "run"]

SENDING = "notices."  # jobs that follow what people did; the others come before they look
AFTERWARDS = timedelta(days=7)  # the post goes on for so long after the last day, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How the month goes."""

    days: int = 31
    a_day: int = 30  # dossiers on a working day
    kills: int = 10  # of the worker, with SIGKILL
    fail: float = 1 / 3  # of what the gateways are asked
    seed: int = 1
    minutes: int = 30  # between two looks at the clock in working hours


def run(*, code: str, replay: str, plan: Plan, as_json: bool) -> int:
    """Live the month of a ward, or of a replay from its last day on, and print its story; 1 when it does not hold."""
    ward = offices.ward_by_code(code or replays.stop_at_the_end(name=replay))
    begun = stopwatch.perf_counter()
    story = live(ward=ward, plan=plan, say=_say if sys.stderr.isatty() else _quiet)
    if as_json:
        print(json.dumps(story.as_json(), ensure_ascii=False, indent=1))
    else:
        print(story.words())
        print(f"({stopwatch.perf_counter() - begun:.0f} giây / seconds)", file=sys.stderr)
    return 0 if story.holds else 1


def _say(at: datetime) -> None:
    print(f"\r{at:%d/%m/%Y %H:%M}", end="", file=sys.stderr, flush=True)


def _quiet(_at: datetime) -> None:
    """Nobody watches."""


def live(*, ward: Ward, plan: Plan, say: Callable[[datetime], None]) -> Story:
    """Live the month of a ward, from its last act on. Raises Refused `clock.real` where a real ward lives."""
    first = _last_act(ward)
    moment.move(to=first)
    pick = random.Random(plan.seed)
    with PostOffice(fail=plan.fail, seed=plan.seed) as post, Worker() as worker:
        people = _people(ward, plan=plan, first=first, pick=pick)
        _open_channels(people, post=post, at=first)
        looks = list(moments(first=first, days=plan.days, calendar=people.office.calendar, minutes=plan.minutes))
        doomed = pick.sample(looks, min(plan.kills, len(looks)))
        deaths = {at: (pick.choice((True, False)), pick.uniform(0.0, 0.3)) for at in doomed}  # while it sends; after
        before = first
        for at in looks:
            due = starts(after=before, until=at)
            sends = [one for one in due if one.name.startswith(SENDING)]
            sending, seconds = deaths.get(at, (False, None))
            people.stage.until(at)
            worker.work([one for one in due if one not in sends], kill_after=None if sending else seconds)
            people.apologise(at=at)  # of what the house drafted until now; what they sign goes out at once
            _call_them(people, at=at)
            worker.work(sends, kill_after=seconds if sending else None)
            moment.move(to=at)
            say(at)
            before = at
        _until_all_is_told(people, worker=worker, end=before)
        return tell(ward=ward, first=first, end=before, people=people, post=post, worker=worker)


def _last_act(ward: Ward) -> datetime:
    last: datetime | None = Act.objects.filter(ward_id=ward.pk).aggregate(last=Max("at"))["last"]
    if last is None:
        raise Refused("month.empty", "Phường này chưa có việc nào.", "Nothing has happened in this ward yet.")
    return last


def _people(ward: Ward, *, plan: Plan, first: datetime, pick: random.Random) -> People:
    prefix = _prefix(ward)
    office = Office(
        ward_id=ward.pk,
        calendar=offices.calendar(offices.now_of(ward.pk)),
        staff=again(ward=ward, prefix=prefix, on=first.date()),
    )
    people = People(office=office, plans=catalogue.plans(ward=ward, at=first), a_day=plan.a_day, pick=pick)
    people.take_over(at=first)
    people.come(first=first, days=plan.days)
    return people


def _prefix(ward: Ward) -> str:
    """The replays name their people after the ward; the demonstration ward does not."""
    return (
        ""
        if accounts.people(by=accounts.system_actor(ward_id=ward.pk)).filter(username="cuc").exists()
        else f"{ward.slug}-"
    )


def _open_channels(people: People, *, post: PostOffice, at: datetime) -> None:
    """E-mail for those who have it; for the others SMS."""
    admin = people.one(Role.ADMIN)
    notices.set_channel(
        by=admin,
        at=at,
        way=Way.EMAIL,
        on=True,
        address=f"127.0.0.1:{post.smtp_port}",
        sender="ubnd@thu.example",
        security="none",
    )
    notices.set_channel(
        by=admin,
        at=at,
        way=Way.SMS,
        on=True,
        address=f"http://127.0.0.1:{post.http_port}/sms",
        sender="UBND PHUONG",
    )


def _call_them(people: People, *, at: datetime) -> None:
    """The counter calls whom no gateway reaches, in its hours."""
    if not people.office.calendar.is_open(at):
        return
    for row in Delivery.objects.filter(
        ward_id=people.office.ward_id, state__in=[State.DEAD.value, State.TO_CALL.value]
    ):
        notices.tell_by_hand(
            by=people.one(Role.COUNTER), at=at, delivery_id=row.pk, way="Điện thoại", proof="Người nộp nghe máy"
        )


def _until_all_is_told(people: People, *, worker: Worker, end: datetime) -> None:
    """After the last day nothing new happens; what was to be said is tried and called until it is said."""
    waiting = Delivery.objects.filter(ward_id=people.office.ward_id, state__in=[state.value for state in WAITING])
    at = end
    while waiting.exists() and at < end + AFTERWARDS:
        before, at = at, at + timedelta(hours=1)
        worker.work([job for job in starts(after=before, until=at) if job.name.startswith("notices.")])
        _call_them(people, at=at)
