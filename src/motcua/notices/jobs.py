"""What time starts: reading the ledgers on, and delivering.

The timestamp is the only clock; the network is asked outside every transaction.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from motcua.accounts.queries import system_actor
from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.notices import actions, gateways, queries
from motcua.notices.models import Channel, Delivery
from motcua.notices.rules import Outcome
from motcua.offices.models import Ward

__all__ = ["deliver", "follow"]

ROUNDS = 50  # transactions of one ward in one run; the next minute goes on
STRIKES = 3  # times a gateway may say nothing in a row before this run leaves it alone: each costs its patience


def _wards() -> Iterator[Actor]:
    for ward_id in Ward.objects.order_by("code").values_list("pk", flat=True):
        yield system_actor(ward_id=ward_id)


@app.periodic(cron="* * * * *")
@app.task(name="notices.follow", queueing_lock="notices.follow", pass_context=False)
def follow(timestamp: int) -> int:
    """Make messages of what the ledgers say since the last run. Idempotent; safe to kill and to run twice at once."""
    at = datetime.fromtimestamp(timestamp, ZONE)
    rounds = 0
    for by in _wards():
        for _ in range(ROUNDS):
            rounds += 1
            if not actions.follow(by=by, at=at):
                break
    return rounds


@app.periodic(cron="* * * * *")
@app.task(name="notices.deliver", queueing_lock="notices.deliver", pass_context=False)
def deliver(timestamp: int) -> int:
    """Try every delivery that is due once: lease it, ask the gateway, write down the answer. Safe to kill."""
    at = datetime.fromtimestamp(timestamp, ZONE)
    silent: Counter[str] = Counter()
    tried = 0
    for by in _wards():
        tried += _delivered(by=by, at=at, silent=silent)
        actions.note_apologies(by=by, at=at)
    return tried


def _delivered(*, by: Actor, at: datetime, silent: Counter[str]) -> int:
    """Deliver for one ward. `silent` counts by address how often in a row nobody answered, for the whole run."""
    channels = queries.channels(by=by)
    tried = 0
    for _ in range(ROUNDS):
        mute = {way for way, channel in channels.items() if silent[channel.address] >= STRIKES}
        taken = actions.take(by=by, at=at, but=mute)
        if not taken:
            break
        back = []
        for row in taken:
            channel = channels.get(row.way)  # None: switched on a moment ago
            if channel is None or silent[channel.address] >= STRIKES:
                back.append(row.pk)
                continue
            answered = _try(by=by, at=at, row=row, channel=channel)
            silent[channel.address] = 0 if answered else silent[channel.address] + 1
            tried += 1
        if back:
            actions.give_back(by=by, at=at, delivery_ids=back)
            if len(back) == len(taken):
                break
    return tried


def _try(*, by: Actor, at: datetime, row: Delivery, channel: Channel) -> bool:
    """Ask the gateway once and write down what it said; whether it said anything."""
    letter = gateways.Letter(
        id=str(row.pk),
        to=row.address,
        subject=row.subject,
        text=row.text,
        language=row.language,
        at=at,
        refuse=queries.refuse_link(row),
    )
    setting = gateways.Setting(
        way=channel.way,
        address=channel.address,
        sender=channel.sender,
        account=channel.account,
        security=channel.security,
        ward_code=channel.ward.code,
        ward_slug=channel.ward.slug,
    )
    answer = gateways.gateway(setting, home=Path(settings.HOME)).send(letter)
    outcome = Outcome(answer.outcome)
    actions.record(by=by, at=at, delivery_id=row.pk, number=row.tries, outcome=outcome, words=answer.words)
    return not answer.silent
