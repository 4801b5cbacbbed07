"""What time starts in the portal: old tries are forgotten."""

from datetime import datetime

from procrastinate.contrib.django import app

from motcua.clock import ZONE
from motcua.portal import actions

__all__ = ["forget_tries"]


@app.periodic(cron="23 * * * *")
@app.task(name="portal.forget_tries", queueing_lock="portal.forget_tries", pass_context=False)
def forget_tries(timestamp: int) -> int:
    """Forget tries of more than two days ago. Every hour, because a ward's computer is switched off at night."""
    return actions.sweep(at=datetime.fromtimestamp(timestamp, ZONE))
