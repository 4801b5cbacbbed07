"""What time starts in the ledger: the daily anchors."""

from datetime import datetime

from procrastinate.contrib.django import app

from motcua.clock import ZONE
from motcua.ledger import actions, rules

__all__ = ["anchor_heads"]


@app.periodic(cron="7 * * * *")
@app.task(name="ledger.anchor_heads", queueing_lock="ledger.anchor_heads", pass_context=False)
def anchor_heads(timestamp: int) -> int:
    """Anchor every chain for yesterday, if that has not been done.

    Asked for every hour, because a ward's computer is switched off at night; the first call of a day does it.
    """
    return actions.anchor(day=rules.day_to_anchor(datetime.fromtimestamp(timestamp, ZONE)))
